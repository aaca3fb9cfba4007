"""Rows of measures in English whose cells go on below, on lines that hold no value."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.tables.stated import Found

#: What parts the cells of a line.
CELLS = re.compile(r"\s{2,}|\t")
#: A cell may begin so many letters away from the one above it.
_NEAR = 3


def finish(units: list[Unit], place: int, row: Found, cells: list[str]) -> int:
    """Add to a name what goes on with it on the lines below; return the last of the row.

    Other cells may go on there too, each below its own.
    """
    starts = _starts(units[place], cells)
    name = next((start for start, cell in zip(starts, cells, strict=True)
                 if cell.strip(" •-–") == row.title), -1)  # fmt: skip
    line = row.title
    while name >= 0 and place + 1 < len(units):
        below = units[place + 1]
        text = below.text.strip()
        plain = not (below.use or below.gap or below.mark or below.code or below.cells)
        if not plain or not text or text.endswith((".", ":")) or units[place].cells:
            break
        parts = CELLS.split(text)
        if len(parts) >= len(cells) or (len(parts) > 1 and any(map(str.isdigit, parts[-1]))):
            break
        more = dict(zip(_starts(below, parts), parts, strict=True))
        own = next((part for start, part in more.items() if abs(start - name) <= _NEAR), "")
        if not all(any(abs(start - one) <= _NEAR for one in starts) for start in more):
            break
        if own and name == min(starts) and not _had_no_room(line, own, name, starts):
            break
        row.title, row.last, line = f"{row.title} {own}".strip(), below.last, own
        below.use = "table"
        place += 1
    return place


def _starts(unit: Unit, cells: list[str]) -> list[int]:
    """Return where the cells of a row begin, in letters from the edge of the page."""
    found: list[int] = []
    after = 0
    for cell in cells:
        after = unit.text.find(cell, after)
        found.append(unit.indent + after - (len(unit.text) - len(unit.text.lstrip())))
        after += len(cell)
    return found


def _had_no_room(line: str, rest: str, name: int, starts: list[int]) -> bool:
    """Tell the rest of a name: the first word of it had no room beside what stands above."""
    second = min((start for start in starts if start > name), default=0)
    fits = name + len(line) + 1 + len(rest.split()[0]) < second - 1
    return not fits and name + len(rest) < second
