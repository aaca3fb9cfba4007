"""Pillars side by side in English plans: each is read from top to bottom, the left one first.

    PILLAR 1                      PILLAR 2
    Clean Water                   Safe Streets
    • Replace the mains of        • Light the paths to
      Mill Street                   both schools

In a table what stands side by side is of one work, and its columns have heads that say what they
hold. Here each column has a title on top, and lines that go on below themselves or have marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from plangraph.reading.recovery.side_by_side import is_label
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.english_columns import is_column
from plangraph.reading.terms.english_words import is_latin

_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
#: So many pillars stand side by side at most; a page of them has so many rows.
_MOST, _LONGEST = 5, 80
#: What stands in a column begins so much before or behind its title.
_BEFORE, _BEHIND = 2, 5
#: Between two columns.
_GUTTER = 2
#: A title has so many words; so many lines show that columns are lists or go on.
_WORDS, _LINES = 8, 3
#: Blank rows within such a page.
_BLANKS = 2
#: The level that a title on top of its column has among headings.
_LEVEL = 4
_VALUE = re.compile(r"[$£€<>≥≤~+-]?\d[\d,.]*\s?(?:%|[A-Za-z]{1,6})?")


class _Cell(NamedTuple):
    start: int
    text: str


def read(rows: list[Row]) -> list[Row]:
    """Return the rows of a document, pillars side by side one below the other."""
    if sum("   " in row.text for row in rows) < _LINES:
        return rows
    found: list[Row] = []
    place = 0
    while place < len(rows):
        stop = _stop(rows, place) if _may_head(rows[place]) else place
        if stop > place:
            found += _columns(rows[place:stop])
        else:
            found.append(rows[place])
            stop = place + 1
        place = stop
    return found


def _may_head(row: Row) -> bool:
    return "   " in row.text.strip() and not row.cells and is_latin(row.text)


def _cells(text: str) -> list[_Cell]:
    return [_Cell(one.start(), one[0]) for one in _CELL.finditer(text)]


def _stop(rows: list[Row], place: int) -> int:
    """Return where the pillars end whose titles stand at a place; the place where none do."""
    heads = _cells(rows[place].text)
    if not 2 <= len(heads) <= _MOST or not all(_is_title(one.text) for one in heads):
        return place
    starts = [one.start for one in heads]
    stop, blanks, over = place + 1, 0, False  # the left one, or text below them all
    lines: list[dict[int, str]] = []
    for number in range(place + 1, min(len(rows), place + _LONGEST)):
        row = rows[number]
        if not row.text.strip():
            blanks += 1
            if blanks > _BLANKS:
                break
            continue
        cells = _placed(row, starts)
        alone = [*cells] == [0]
        if not cells or (alone and (blanks or over)):
            over = bool(cells) and not over
            if not over:
                break
        else:
            over = False
            stop = number + 1
        lines.append(cells)
        blanks = 0
    return stop if _are_pillars(heads, lines) else place


def _is_title(text: str) -> bool:
    """Tell what may stand on top of a pillar; no head of a column, no value."""
    known = is_column(text) or column(text) or _VALUE.fullmatch(text)
    return text[0].isupper() and not known and len(text.split()) <= _WORDS


def _placed(row: Row, starts: list[int]) -> dict[int, str]:
    """Return the cells of a row by their columns; nothing where one stands in none of these."""
    found: dict[int, str] = {}
    for cell in _cells(row.text):
        at = [n for n, start in enumerate(starts) if -_BEFORE <= cell.start - start <= _BEHIND]
        if not at or at[-1] in found:
            return {}
        found[at[-1]] = cell.text
    return found


def _are_pillars(heads: list[_Cell], lines: list[dict[int, str]]) -> bool:
    """Tell columns of lists, or of lines that go on, from the columns of a table."""
    cells = [(at, text) for line in lines for at, text in line.items()]
    if len(lines) < _LINES or sum(len(line) > 1 for line in lines) < _LINES:
        return False
    values = sum(bool(_VALUE.fullmatch(text)) for _, text in cells)
    if 4 * values > len(cells) or len({at for at, _ in cells}) < len(heads):
        return False
    counted = [parse(narrow(one.text))[1] for one in heads]
    if all(counted) and len({code.word for code in counted if code}) == 1:
        return True
    marked = [at for at, text in cells if parse(narrow(text))[0]]
    going = [at for at, text in cells if text[0].islower()]
    return any(len(some) >= _LINES and len({*some}) > 1 for some in (marked, going))


def _columns(rows: list[Row]) -> Iterator[Row]:
    starts = [one.start for one in _cells(rows[0].text)]
    top = _titles(rows)
    widths = [after - start for start, after in pairwise(starts)]
    for at, start in enumerate(starts):
        told = [text for row in rows[:top] if (text := _placed(row, starts).get(at))]
        yield from _titled(rows[0], told)
        lines = [replace(row, text=_placed(row, starts).get(at, "")) for row in rows[top:]]
        labels = {row.number for row in rows[top:] if _is_label(row)}
        width = widths[at] if at < len(widths) else max(widths)
        yield from _joined(lines, [_begin(row, one, start) for row, one in
                                   zip(rows[top:], lines, strict=True)], width, labels)  # fmt: skip
        yield replace(rows[-1], text="")


def _begin(row: Row, cell: Row, start: int) -> int:
    """Return how far behind the edge of its column a cell begins."""
    return row.text.find(cell.text, max(0, start - _BEFORE)) - start if cell.text else 0


def _joined(lines: list[Row], begins: list[int], width: int, labels: set[int]) -> list[Row]:
    """Put the lines of a column together that its width broke."""
    found: list[Row] = []
    marks: list[int] = []
    for line, begin in zip(lines, begins, strict=True):
        last = found[-1] if found else None
        mark, code, _ = parse(narrow(line.text)) if line.text else ("", None, 0)
        apart = mark or code or not labels.isdisjoint((line.number, last.number if last else 0))
        if last and last.text and line.text and not apart:
            hangs = marks[-1] >= 0 and begin > marks[-1]
            full = last.text.rsplit("\n", 1)[-1]
            broken = line.text[0].islower() or hangs
            broken = broken or len(full) + 1 + len(line.text.split()[0]) > width - _GUTTER
            if broken and not (last.text.endswith(".") and not hangs):
                found[-1] = replace(last, text=f"{last.text}\n{line.text}", last=line.number)
                continue
        found.append(replace(line, text=line.text))
        marks.append(begin if mark else -1)
    return [replace(one, text=one.text.replace("-\n", "-").replace("\n", " ")) for one in found]


def _titles(rows: list[Row]) -> int:
    """Return how many rows the titles take: those above a blank row, or the first and its like."""
    numbered = 1 + all(
        (code := parse(narrow(cell.text))[1]) is not None and code.printed == cell.text
        for cell in _cells(rows[0].text)
    )
    whole = len([*takewhile(lambda row: row.text.strip() and not _listed(row), rows)])
    whole = next((n for n, row in enumerate(rows[:whole]) if n and _is_label(row)), whole)
    return whole if whole <= numbered + 1 else numbered


def _is_label(row: Row) -> bool:
    """Tell a row of what each of the pillars has: Objectives, Objectives; not Ongoing, Ongoing."""
    texts = [cell.text for cell in _cells(row.text)]
    return len(texts) > 1 and len({*texts}) == 1 and is_label(texts[0])


def _listed(row: Row) -> bool:
    return any(parse(narrow(cell.text))[0] for cell in _cells(row.text))


def _titled(row: Row, lines: list[str]) -> Iterator[Row]:
    """Yield the title of a pillar, its number before it: PILLAR 1 / Clean / Water."""
    code = parse(narrow(lines[0]))[1] if lines else None
    between = ": " if code and len(lines) > 1 and lines[0].strip() == code.printed else " "
    text = between.join(filter(None, (lines[0], " ".join(lines[1:])))) if lines else ""
    yield replace(row, text=text, level=None if code else _LEVEL)
