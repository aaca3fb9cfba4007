"""The cells of a row that bars, tabs or strokes part."""

from __future__ import annotations

import re

from plangraph.reading.terms.columns import column

#: A line with more bars and tabs is no row of a table.
_MOST = 200
#: A stroke between cells; so many cells it parts.
_STROKE = re.compile(r"[ 　]/[ 　]|[ 　]*／[ 　]*")
_FEWEST, _WIDEST = 3, 8


def cells_of(text: str, width: int) -> tuple[str, ...]:
    """Return the cells of a row with bars or tabs; ``width`` is that of the row above."""
    if not ("|" in text or "\t" in text or "｜" in text):
        return _between_strokes(text, width) if "/" in text or "／" in text else ()
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


def _between_strokes(text: str, width: int) -> tuple[str, ...]:
    """Return the cells of 指標 / 現状値 / 目標値, and of rows below such a head.

    Strokes part the steps of a path and the items of a list too: only a head begins a table.
    """
    cells = tuple(cell.strip() for cell in _STROKE.split(text.strip()))
    if not _FEWEST <= len(cells) <= _WIDEST or not all(cells):
        return ()
    heads = [column(re.sub(r"[（(].*[)）]$", "", cell)) for cell in cells]
    return cells if len(cells) == width or {"baseline", "target"} <= set(heads) else ()
