"""Boxes side by side: each is read from top to bottom, the left one first.

    基本目標1              基本目標2
    緑を育むまち           にぎわいのある港
    ・街路樹の植え替え     ・朝市の充実

What stands side by side in a table differs from column to column. Boxes are told by what they have
in common: numbers that count on from box to box, a label that each has, marks below their titles.
Blank rows part what is in a box, and one row of boxes from the next: that begins with titles
again where lists were, or with the number or label that the boxes before began with.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery.layout import width_of
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import MARKS, Code, narrow, parse
from plangraph.reading.terms.lexicon import role_of

_GAP = re.compile(r"[ 　]*(?:　　| {3}|\t)[ 　\t]*")
#: So many boxes stand side by side at most; a page of them has so many rows, two with gaps.
_MOST, _LONGEST, _FEWEST = 5, 60, 2
#: Longer rows are pages that lost their lines.
_WIDEST = 400
#: A cell begins so many half letters beside its column at most.
_BESIDE = 8
#: So many blank rows stand in a box at most.
_BLANKS = 2
#: Lines that are broken fill so much of the room between the beginnings of two boxes.
_FILLED = 0.6
#: What only indicators side by side have.
_FIGURE = re.compile(
    r"^[^。]{0,6}(?:現状|目標|基準|実績)値|^\D{0,6}\d[\d,.]*\s?(?:[%％人件回台戸円]|か所)"
    r"|[→⇒]\s*\d|^\d+(?:\d\d|\.\d|,\d)"
)
_ENGLISH_FIGURE = re.compile(r"^[$£€]?\d[\d,.]*\s?(?:%|\w{1,7})?$|^(?:Baseline|Target|Actual)\b")
#: The number of a box is on one of its first lines.
_HEAD = 4
#: A word and its number, as the head of a box.
_WORD = re.compile(r"(?P<word>[^\W\d]{2,12})[ .]?(?P<number>\d{1,2})")
#: What each box has: a label of so many letters (half letters in English), a mark.
_LABEL, _ENGLISH_LABEL = 14, 30
_BULLETS = frozenset(MARKS)
_DONE = frozenset(("action", "measure", "direction", "project"))
#: What may be said of all the cells of a row in a table.
_SAID = frozenset(
    ("ongoing", "yes", "no", "high", "medium", "low", "annual", "annually", "complete", "completed",
     "new", "none", "short", "long", "underway", "all", "various", "n/a", "tbd", "continuous",
     "daily", "monthly", "quarterly", "on track", "not started", "in progress")
)  # fmt: skip


class _Cell(NamedTuple):
    """A text between gaps, and where it begins and ends (half letters)."""

    start: int
    end: int
    text: str

    @property
    def marked(self) -> bool:
        """Whether it begins an item of a list."""
        return self.text[0] in _BULLETS or self.text.startswith("- ")


class _Line(NamedTuple):
    """The cells of a row by the column they stand in, and whether a blank row is above it."""

    row: Row
    cells: dict[int, _Cell]
    parted: bool

    @property
    def marked(self) -> bool:
        """Whether all its cells begin items of lists."""
        return all(cell.marked for cell in self.cells.values())

    @property
    def label(self) -> str:
        """The label that each of its cells is, or nothing."""
        texts = {cell.text for cell in self.cells.values()}
        text = texts.pop()
        return text if not texts and len(self.cells) > 1 and is_label(text) else ""


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, boxes side by side one after another."""
    parted = [_is_parted(row) for row in rows]
    if sum(parted) < _FEWEST:
        return rows
    found: list[Row] = []
    place = 0
    while place < len(rows):
        lines, end = _block(rows, place) if parted[place] else ([], place)
        if lines:
            found += _in_turn(lines)
        else:
            found.append(rows[place])
        place = end if lines else place + 1
    return found


def _is_parted(row: Row) -> bool:
    text = row.text
    if len(text) > _WIDEST:
        return False
    return ("　　" in text or "   " in text or "\t" in text) and not row.cells


def _cells(row: Row) -> list[_Cell]:
    text = row.text
    if not _is_parted(row):
        return [_Cell(0, width_of(text), text.strip())] if text.strip() else []
    found: list[_Cell] = []
    start = place = 0
    for gap in [*_GAP.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        width = width_of(text[place:stop])
        if text[place:stop].strip():
            found.append(_Cell(start, start + width, text[place:stop].strip()))
        start += width + (width_of(gap[0]) if gap else 0)
        place = gap.end() if gap else stop
    return found


def _block(rows: list[Row], place: int) -> tuple[list[_Line], int]:
    """Return the lines of the boxes that begin at a place, and where they end; or no lines."""
    cells = _cells(rows[place])
    if not 1 < len(cells) <= _MOST:
        return [], place
    columns = [cell.start for cell in cells]
    lines = [_Line(rows[place], dict(enumerate(cells)), parted=False)]
    numbered, blanks, end = _counts_on(cells), 0, place + 1
    for at, row in enumerate(rows[place + 1 : place + _LONGEST], place + 1):
        if not row.text.strip():
            blanks += 1
            continue
        line = _placed(row, columns, parted=blanks > 0)
        if blanks > _BLANKS or line is None or not _goes_on(lines, line, numbered):
            break
        lines.append(line)
        blanks, end = 0, at + 1
    return (lines, end) if _are_boxes(lines, len(columns)) else ([], place)


def _placed(row: Row, columns: list[int], parted: bool) -> _Line | None:
    """Return a row whose cells stand each in a column; None where they do not."""
    cells = _cells(row)
    if not cells or len(cells) > len(columns):
        return None
    if len(cells) == len(columns):
        return _Line(row, dict(enumerate(cells)), parted)
    found = {_column(cell, columns): cell for cell in cells}
    edges = [*columns[1:], columns[-1] * 4]
    fits = len(found) == len(cells) and all(
        cell.end < edges[place] and abs(cell.start - columns[place]) <= _BESIDE
        for place, cell in found.items()
    )
    return _Line(row, found, parted) if fits else None


def _column(cell: _Cell, columns: list[int]) -> int:
    return min(range(len(columns)), key=lambda place: abs(columns[place] - cell.start))


def _goes_on(lines: list[_Line], line: _Line, numbered: bool) -> bool:
    """Tell whether a line belongs to the boxes above it."""
    if numbered and len(line.cells) > 1 and _counts_on(list(line.cells.values())):
        return False  # the next boxes
    listed = {place for one in lines for place, cell in one.cells.items() if cell.marked}
    if not line.parted:  # a box that has ended stays so, unless lists begin
        return line.cells.keys() <= lines[-1].cells.keys() or (line.marked and not listed)
    if line.label:
        return line.label not in {one.label for one in lines}
    if line.cells.keys() == {0} and not (line.marked and 0 in listed):
        return False  # below all boxes
    return line.marked or not listed


def _are_boxes(lines: list[_Line], count: int) -> bool:
    """Tell lines that are boxes by what these have in common."""
    whole = [line for line in lines if len(line.cells) == count]
    if len(whole) > 1 and _count_words(list(lines[0].cells.values())):
        return True
    if len(whole) < 2 or any(
        (_ENGLISH_FIGURE if cell.text[1:].isascii() else _FIGURE).search(cell.text)
        for line in lines
        for cell in line.cells.values()
    ):
        return False
    heads = [list(line.cells.values()) for line in whole[:_HEAD]]
    named = [cells for cells in heads[1:] if not cells[0].text.isdecimal()]  # no pages
    if any(map(_counts_on, [heads[0], *named])):
        return True
    return any(line.label for line in whole[:-1]) or _are_listed(lines, count)


def _are_listed(lines: list[_Line], count: int) -> bool:
    """Tell boxes that have each a list below its title."""
    if any(cell.marked for cell in lines[0].cells.values()):
        return False
    items = [
        sum(cell.marked for line in lines if (cell := line.cells.get(place)))
        for place in range(count)
    ]
    return min(items) > 0 and sum(items) > count


def _count_words(cells: list[_Cell]) -> bool:
    """Tell heads of boxes, nothing but a word and its number: 挑戦 01, 挑戦 02."""
    found = [_WORD.fullmatch(narrow(cell.text)) for cell in cells]
    heads = [(one["word"], int(one["number"])) for one in found if one]
    return len(heads) == len(cells) > 1 and all(
        after == (word, number + 1) for (word, number), after in itertools.pairwise(heads)
    )


def _counts_on(cells: list[_Cell]) -> bool:
    """Tell cells that begin with numbers of one family, each one more than the last."""
    if _count_words(cells):
        return True
    codes: list[Code] = [code for cell in cells if (code := parse(narrow(cell.text))[1])]
    if len(codes) < len(cells) or len({code.family for code in codes}) > 1:
        return False
    return all(after.numbers == before.following for before, after in itertools.pairwise(codes))


def is_label(text: str) -> bool:
    """Tell what may stand in each of several boxes: 主な取組, Key actions."""
    if text.isascii():
        plain = text.rstrip(":")
        words = plain[:1].isupper() and plain.replace(" ", "").replace("'", "").isalpha()
        return words and len(text) <= _ENGLISH_LABEL and plain.lower() not in _SAID
    role = role_of(narrow(text).strip("■◆●○◎【】〔〕[]<>《》 "))
    return len(text) <= _LABEL and role in _DONE


def _in_turn(lines: list[_Line]) -> list[Row]:
    """Return the rows of each box, an empty row between them."""
    wide = _width(lines)
    found: list[Row] = []
    for column in sorted({place for line in lines for place in line.cells}):
        found += _box(lines, column, wide)
        found.append(replace(lines[-1].row, text=""))
    return found


def _width(lines: list[_Line]) -> float:
    """Return how wide boxes are: as their longest line, if that fills most of the room."""
    starts = [cell.start for cell in lines[0].cells.values()]
    room = min(after - before for before, after in itertools.pairwise(starts))
    longest = max(cell.end - cell.start for line in lines for cell in line.cells.values())
    return longest if longest >= _FILLED * room else math.inf


def _box(lines: list[_Line], column: int, wide: float) -> Iterator[Row]:
    """Yield the rows of one box, ``wide`` at most; what its width broke is one again."""
    above: _Cell | None = None
    row = replace(lines[0].row, text="")
    item: _Cell | None = None
    for line in lines:
        cell = line.cells.get(column)
        if line.parted:
            yield row
            row, above, item = replace(line.row, text=""), None, None
        if cell is None:
            continue
        if above and not line.label and _is_broken(above, cell, item, wide):
            row = replace(row, text=_join(row.text, cell.text), last=line.row.number)
        else:
            yield row
            row = replace(line.row, text=cell.text)
            item = cell if cell.marked else None
        above = cell
    yield row


def _is_broken(above: _Cell, cell: _Cell, item: _Cell | None, wide: float) -> bool:
    """Tell a line that goes on in the next: an indented one, or one that had no room for more."""
    if cell.marked or parse(narrow(cell.text))[1]:
        return False
    if item and cell.start > item.start:
        return True
    word = width_of(cell.text.split(" ")[0]) + 1 if cell.text.isascii() else 2
    return above.end - above.start + word > wide


def _join(text: str, more: str) -> str:
    """Return a text with what goes on in the next line."""
    spaced = text[-1].isascii() and more[0].isascii() and not text.endswith("-")
    return f"{text} {more}" if spaced else text + more
