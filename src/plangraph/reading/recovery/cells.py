"""The cells of a row that bars or tabs part."""

from __future__ import annotations

import re

#: A line with more bars and tabs is no row of a table.
_MOST = 200


def cells_of(text: str, width: int) -> tuple[str, ...]:
    """Return the cells of a row with bars or tabs; ``width`` is that of the row above."""
    if not ("|" in text or "\t" in text or "｜" in text):
        return ()
    stripped = text.strip()
    if stripped.count("|") + stripped.count("\t") > _MOST:
        return _bare(text, width)
    if stripped.startswith(("|", "- |", "｜")) and stripped.count("|") + stripped.count("｜") >= 2:
        inner = stripped.removeprefix("- ").replace("｜", "|").strip("|")
        return tuple(cell.strip() for cell in inner.split("|"))
    if text.startswith("\t") and text.count("\t") + 1 == width:
        return tuple(cell.strip() for cell in text.split("\t"))
    if "\t" in stripped:
        return tuple(cell.strip() for cell in re.split(r"\t+", stripped))
    return _bare(text, width)


def _bare(text: str, width: int) -> tuple[str, ...]:
    """Return the cells of a row without outer bars; ``width`` is that of the row above."""
    if " | " not in text or text.count(" | ") > 12:
        return ()
    cells = tuple(cell.strip() for cell in text.strip().split(" | "))
    heads = len(cells) > 2 and all(len(cell) < 30 for cell in cells) and ":" not in text
    return cells if heads or len(cells) == width else ()
