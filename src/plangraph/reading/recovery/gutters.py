"""Two columns of text side by side (二段組み): the left one is read before the right one.

Extraction that keeps the place of every letter prints the lines of both columns on one row.
The columns are text, and no table, where lines of both run on from row to row.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import lru_cache

from plangraph.reading.recovery.layout import gapped, size_of
from plangraph.reading.rows import Row

#: The gutter is as wide as two half letters at least; a line may be indented by so many.
_GAP, _INDENT = 2, 4
#: So many rows with text on both sides, and so many full lines on each, make columns.
_BOTH, _FULL = 8, 3
#: Letters that a full line may fall short by, and the narrowest column (half letters).
_SHORT, _NARROWEST = 4, 24
#: Blank rows that keep the end of a column and the beginning of the next apart.
_APART = 5
#: Blank rows within a page of columns.
_BLANKS = 3
#: The longest page (rows).
_LONGEST = 200
#: What a line that runs on does not end with.
_ENDS = tuple("。）)」』】!！?？")


@dataclass(slots=True)
class _Line:
    row: Row
    #: Where text begins behind a gap (half letters), and the letter there.
    starts: tuple[tuple[int, int], ...]
    width: int


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, pages of two columns as one column."""
    wide = [False] * len(rows)
    for place in gapped(rows):
        wide[place] = _is_wide(rows[place])
    if sum(wide) < _BOTH:
        return rows
    found: list[Row] = []
    place = 0
    while place < len(rows):
        stop, gutter = place, 0
        if wide[place] and any(wide[place + 1 : place + _BOTH]):
            stop, gutter = _page(rows, place)
        if gutter:
            found += _columns([_measure(row) for row in rows[place:stop]], gutter)
        else:
            stop = place + 1
            found.append(rows[place])
        place = stop
    return found


def _is_wide(row: Row) -> bool:
    text = row.text
    return not row.cells and ("　　" in text or "   " in text) and not text.isascii()


@lru_cache(maxsize=2 * _LONGEST)
def _places(text: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return where text begins behind the gaps of a line, and how wide the line is."""
    width = gap = 0
    starts: list[tuple[int, int]] = []
    for place, letter in enumerate(text):
        size = size_of(letter)
        if letter.isspace():
            gap += size
        else:
            if gap >= _GAP and (width > gap or gap >= _NARROWEST):
                starts.append((width, place))
            gap = 0
        width += size
    return tuple(starts), width


def _measure(row: Row) -> _Line:
    if row.cells or row.level or row.text.isascii():
        return _Line(row, (), 0 if not row.text.strip() else -1)
    return _Line(row, *_places(row.text))


def _page(rows: list[Row], place: int) -> tuple[int, int]:
    """Return where the page of columns that begins at a place ends, and its gutter; or 0."""
    for gutter, _ in _measure(rows[place]).starts:
        if gutter < _NARROWEST:
            continue
        end = min(len(rows), place + _LONGEST)
        blanks = place
        lines: list[_Line] = []
        for stop in range(place, end):
            line = _measure(rows[stop])
            lines.append(line)
            if not line.row.text.strip():
                blanks += 1
                if blanks > place + _BLANKS:
                    break
                continue
            blanks = place
            if line.width < 0 or (line.width > gutter - _GAP and _cut(line, gutter) is None):
                break
        else:
            stop = end
        if _is_text(lines[: stop - place], gutter):
            return stop, gutter
    return place, 0


def _cut(line: _Line, gutter: int) -> int | None:
    """Return the letter that the right column begins with on a line."""
    return next((at for start, at in line.starts if -_GAP <= start - gutter <= _INDENT), None)


def _is_text(lines: list[_Line], gutter: int) -> bool:
    cuts = [_cut(line, gutter) for line in lines]
    if len(lines) - cuts.count(None) < _BOTH:
        return False
    left = [line.row.text[:cut].rstrip() for line, cut in zip(lines, cuts, strict=True)]
    right = [
        line.row.text[cut:].rstrip()
        for line, cut in zip(lines, cuts, strict=True) if cut is not None
    ]  # fmt: skip
    return _runs_on(left) and _runs_on(right)


def _runs_on(column: list[str]) -> bool:
    """Tell lines of text: again and again one as long as the column goes on below."""
    plain = [line.strip() for line in column]
    plain = ["" if "  " in line or "　　" in line else line for line in plain]
    longest = max(map(len, plain))
    full = [
        line for line, after in itertools.pairwise(plain)
        if len(line) >= longest - _SHORT and not line.endswith(_ENDS) and after
    ]  # fmt: skip
    return len(full) >= _FULL and sum("。" in line for line in column) >= 1


def _columns(lines: list[_Line], gutter: int) -> list[Row]:
    left: list[Row] = []
    right: list[Row] = []
    for line in lines:
        cut = _cut(line, gutter)
        text = line.row.text
        left.append(replace(line.row, text=text[:cut].rstrip() if cut is not None else text))
        if cut is not None:
            right.append(replace(line.row, text=text[cut:]))
        else:
            right.append(replace(line.row, text=""))
    apart = [replace(lines[-1].row, text="") for _ in range(_APART)]
    return [*left, *apart, *right]
