"""Boxes side by side: each is read from top to bottom, the left one first.

    基本目標1              基本目標2
    緑を育むまち           にぎわいのある港
    ・街路樹の植え替え     ・朝市の充実

What stands side by side in a table differs from column to column. Boxes are told by what they have
in common: numbers that count on from box to box, a label that each has, marks below their titles.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery.layout import width_of
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import MARKS, Code, narrow, parse
from plangraph.reading.terms.lexicon import role_of

_GAP = re.compile(r"[ 　]*(?:　　| {3}|\t)[ 　\t]*")
#: So many boxes stand side by side at most; a page of them has so many rows, two with gaps.
_MOST, _LONGEST, _FEWEST = 4, 60, 2
#: Longer rows are pages that lost their lines.
_WIDEST = 400
#: A cell begins so many half letters beside its column at most.
_BESIDE = 8
#: What only indicators side by side have.
_FIGURE = re.compile(
    r"^[^。]{0,6}(?:現状|目標|基準|実績)値|^\D{0,6}\d[\d,.]*\s?(?:[%％人件回台戸円]|か所)"
    r"|[→⇒]\s*\d|^\d+(?:\d\d|\.\d|,\d)"
)
#: The number of a box is on one of its first lines.
_HEAD = 4
#: What each box has: a label of so many letters, a mark.
_LABEL, _MARKS = 14, frozenset(MARKS)
_DONE = frozenset(("action", "measure", "direction", "project"))


class _Cell(NamedTuple):
    """A text between gaps, and where it begins and ends (half letters)."""

    start: int
    end: int
    text: str


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, boxes side by side one after another."""
    if sum(map(_is_parted, rows)) < _FEWEST:
        return rows
    found: list[Row] = []
    place = 0
    while place < len(rows):
        cells = _cells(rows[place]) if _is_parted(rows[place]) else []
        block = _block(rows, place, cells) if 1 < len(cells) <= _MOST else []
        if block:
            found += _in_turn(rows[place : place + len(block)], block)
        else:
            found.append(rows[place])
        place += max(len(block), 1)
    return found


def _is_parted(row: Row) -> bool:
    text = row.text
    if len(text) > _WIDEST:
        return False
    gaps = "　　" in text or "   " in text or "\t" in text
    return gaps and not (row.cells or text.isascii())


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


def _block(rows: list[Row], place: int, first: list[_Cell]) -> list[list[_Cell]]:
    """Return the cells of the rows of boxes that begin at a place; none where none do."""
    columns = [cell.start for cell in first]
    lines, numbered = [first], _counts_on(first)
    for row in rows[place + 1 : place + _LONGEST]:
        line = _cells(row)
        if not _fits(line, columns):
            break
        if numbered and len(line) > 1 and _counts_on(line):
            break  # the next boxes
        if not _filled(line, columns) <= _filled(lines[-1], columns):
            break  # a box that has ended does not go on
        lines.append(line)
    if any(_FIGURE.search(cell.text) for line in lines for cell in line):
        return []
    return lines if _are_boxes([line for line in lines if len(line) == len(columns)]) else []


def _fits(line: list[_Cell], columns: list[int]) -> bool:
    """Tell a row of cells that stand in their columns."""
    if not line or len(line) > len(columns):
        return False
    if len(line) == len(columns):
        return True
    places = [_column(cell, columns) for cell in line]
    if len(set(places)) < len(places):
        return False
    edges = [*columns[1:], columns[-1] * 4]
    return all(
        cell.end < edges[place] and abs(cell.start - columns[place]) <= _BESIDE
        for cell, place in zip(line, places, strict=True)
    )


def _filled(line: list[_Cell], columns: list[int]) -> set[int]:
    whole = len(line) == len(columns)
    return set(range(len(columns))) if whole else {_column(cell, columns) for cell in line}


def _column(cell: _Cell, columns: list[int]) -> int:
    return min(range(len(columns)), key=lambda place: abs(columns[place] - cell.start))


def _are_boxes(block: list[list[_Cell]]) -> bool:
    """Tell rows with a cell in each column that are rows of boxes."""
    if len(block) < 2:
        return False
    named = [line for line in block[1:_HEAD] if not line[0].text.isdecimal()]  # no pages
    if any(map(_counts_on, [block[0], *named])) or any(map(_is_label, block)):
        return True
    marked = [all(cell.text[0] in _MARKS for cell in line) for line in block]
    return not marked[0] and sum(marked) > 1


def _counts_on(line: list[_Cell]) -> bool:
    """Tell cells that begin with numbers of one family, each one more than the last."""
    codes: list[Code] = [code for cell in line if (code := parse(narrow(cell.text))[1])]
    if len(codes) < len(line) or len({code.family for code in codes}) > 1:
        return False
    return all(after.numbers == before.following for before, after in itertools.pairwise(codes))


def _is_label(line: list[_Cell]) -> bool:
    """Tell the same label in each column."""
    text = line[0].text
    return (
        len({cell.text for cell in line}) == 1
        and len(text) <= _LABEL
        and role_of(narrow(text).strip("■◆●○◎【】〔〕[]<>《》 ")) in _DONE
    )


def _in_turn(rows: list[Row], lines: list[list[_Cell]]) -> list[Row]:
    """Return the rows of each box, an empty row between them."""
    columns = [cell.start for cell in lines[0]]
    found: list[Row] = []
    for column in range(len(columns)):
        for row, line in zip(rows, lines, strict=True):
            whole = len(line) == len(columns)
            at = line if whole else [cell for cell in line if _column(cell, columns) == column]
            cell = at[column] if whole else at[0] if at else None
            if cell is not None:
                found.append(replace(row, text=cell.text))
        found.append(replace(rows[-1], text=""))
    return found
