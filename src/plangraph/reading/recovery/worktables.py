"""Tables of works that keep their places: cells of several lines, side by side below their heads.

    取組名            内容                            担当課
    離乳食・幼児食    離乳食の進め方について、調理実  健康推進課
    教室              習を交えて学びます。

Columns are parted by what no line prints over. Where a row ends is chosen for all rows together:
a cell goes on as long as its lines are full, and begins with the others or in the middle of them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery.layout import cells, gapped, width_of
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import ELEMENTS, column, of_works
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

#: What the head of such a table names beside the works, and how long its words are.
_BESIDE = re.compile("担[ 　]*当|所[ 　]*管|主管|関係|部署|内[ 　]*容|概[ 　]*要")
_WORD = 14
#: Two letters of a head that stand apart: 内　容.
_APART = re.compile(r"(?<!\S)(\S)[ 　]+(\S)(?!\S)")
_TEXT = re.compile("内容|概要|説明")
#: The names of offices end so.
_OFFICE = re.compile(r"(?:課|室|局|部|係|センター|館|署|所|院|会|等)$")
#: The number of a page.
_PAGE = re.compile(r"[-－–—―~〜\s]*\d{1,3}[-－–—―~〜\s]*")
#: A row has so many lines at most, a table so many; so many blank rows may stand within it.
_HIGH, _LONGEST, _BLANKS = 14, 120, 2
#: How much shorter than the widest of its column a full line may be.
_ROOM = 4
#: What it costs that a cell goes on behind a line that is not full, or behind the end of a sentence
#: or of the name of an office.
_SHORT, _PAST = -2.0, -0.5
#: … that it does not begin where its row does, that its text ends with none, that there is none,
#: that a row goes on where all cells are filled, and behind a blank one.
_AWAY, _OPEN, _EMPTY, _FULL, _BLANK = -1.0, -1.0, -2.5, -0.3, -1.5
_FILLED = frozenset((*ELEMENTS, "number", "department", "other"))


class _Grid(NamedTuple):
    """The lines of a table as cells, and how wide the columns are."""

    rows: list[Row]
    cells: list[list[str]]
    widths: list[int]
    kinds: list[str]
    #: Where a blank row stands before a line.
    blanks: list[bool]


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, those of such tables as one row each, with its cells."""
    found: list[Row] = []
    place = 0
    often: frozenset[str] | None = None
    for begun in gapped(rows):
        heads = _heads(rows[begun]) if begun >= place and _BESIDE.search(rows[begun].text) else []
        if heads and often is None:
            counts = Counter(row.text.strip() for row in rows)
            often = frozenset(text for text, count in counts.items() if count > 1)
        if heads and (grid := _grid(rows, begun, heads, often or frozenset())):
            found += rows[place:begun]
            found += [replace(rows[begun], cells=tuple(heads)), *_told(grid)]
            place = begun + 1 + rows[begun + 1 :].index(grid.rows[-1]) + 1
    return found + rows[place:] if place else rows


def _heads(row: Row) -> list[str]:
    """Return the words of a head that name works, and what is told of them or who does them."""
    words = _APART.sub(r"\1\2", row.text).split()
    if row.cells or len(words) < 2 or max(map(len, words)) > _WORD:
        return []
    kinds = _kinds(words)
    named = [at for at, kind in enumerate(kinds) if kind in ELEMENTS]
    first = 1 if kinds[0] == "number" else 0
    beside = {"other", "department", "period", "sdgs"}
    known = named == [first] and beside.issuperset(kinds[first + 1 :])
    return words if known and {"other", "department"} & set(kinds) else []


def _kinds(words: Sequence[str]) -> list[str]:
    """Return what columns hold, each with a name or empty."""
    kinds = ["other" if _TEXT.search(word) else column(word) for word in words]
    return [kind or "" for kind in of_works(kinds, words)]


def _grid(rows: list[Row], place: int, heads: list[str], often: Container[str]) -> _Grid | None:
    """Return the table below a head; None where no columns stand."""
    grids = [_drawn(rows, place, heads, often, of) for of in (width_of, len)]
    grid = max(grids, key=lambda one: len(one.rows))
    return grid if len(grid.rows) > 1 else None


def _drawn(
    rows: list[Row], place: int, heads: list[str], often: Container[str],
    measure: Callable[[str], int],
) -> _Grid:  # fmt: skip
    """Return the lines that leave as many columns free as the head names, as cells.

    What comes ``often`` heads pages.
    """
    head = rows[place]
    taken = _taken(head.text, measure)
    found: list[Row] = []
    blanks: list[int] = []
    blank, turned = 0, False
    for row in rows[place + 1 : place + _LONGEST]:
        if not row.text.strip():
            blank += 1
            continue
        if _PAGE.fullmatch(row.text):
            turned = True
            continue
        if row.text.split() == head.text.split() or (turned and row.text.strip() in often):
            continue
        turned = False
        both = taken | _taken(row.text, measure)
        if blank > _BLANKS or _ends(row) or len(_columns(both)) < len(heads):
            break
        taken = both
        found.append(row)
        blanks.append(blank)
        blank = 0
    columns = _columns(taken)
    named = ["".join(cell.split()) for cell in _cells(head.text, columns, measure)]
    told = [_cells(row.text, columns, measure) for row in found]
    if named != heads or not found:
        return _Grid([], [], [], [], [])
    widths = [max(width_of(row[at]) for row in told) for at in range(len(columns))]
    return _Grid(found, told, widths, _kinds(heads), [blank > 0 for blank in blanks])


def _ends(row: Row) -> bool:
    """Tell what ends a table: a heading, a label, a note."""
    text = row.text.strip()
    if row.cells or row.level or text[0] == "※":
        return True
    if len(cells(text)) > 1:
        return False
    return parse(narrow(text))[1] is not None or role_of(plain(text)) is not None


def _taken(text: str, measure: Callable[[str], int]) -> int:
    """Return the places that a line prints on, as the bits of a number."""
    bits = place = 0
    for letter in text:
        width = measure(letter)
        if not letter.isspace():
            bits |= ((1 << width) - 1) << place
        place += width
    return bits


def _columns(taken: int) -> list[tuple[int, int]]:
    """Return where columns begin and end that wide spaces part."""
    found: list[tuple[int, int]] = []
    for run in re.finditer("1+(?:01+)*", bin(taken)[:1:-1]):
        found.append((run.start(), run.end()))
    return found


def _cells(text: str, columns: list[tuple[int, int]], measure: Callable[[str], int]) -> list[str]:
    """Return what a line has in each column."""
    cells = [""] * len(columns)
    place = at = 0
    for letter in text:
        while at + 1 < len(columns) and place >= columns[at][1]:
            at += 1
        cells[at] += letter
        place += measure(letter)
    return [cell.strip() for cell in cells]


def _segmented(grid: _Grid, *, middle: bool) -> tuple[float, list[int]]:
    """Return the best ends of the rows, and their score."""
    best: list[tuple[float, list[int]]] = [(0.0, [0])]
    for end in range(1, len(grid.rows) + 1):
        ways = (
            (best[begin][0] + _row(grid, begin, end, middle=middle), begin)
            for begin in range(max(0, end - _HIGH), end)
        )
        value, begin = max(ways)
        best.append((value, [*best[begin][1], end]))
    return best[-1]


def _row(grid: _Grid, begin: int, end: int, *, middle: bool) -> float:
    """Return what speaks for a row of so many lines."""
    value = _BLANK * sum(grid.blanks[begin + 1 : end])
    value += _FULL * sum(map(all, grid.cells[begin + 1 : end]))
    for at, kind in enumerate(grid.kinds):
        value += _cell(grid, at, kind, range(begin, end), middle=middle)
    return value


def _cell(grid: _Grid, at: int, kind: str, within: range, *, middle: bool) -> float:
    """Return what speaks for the lines of a cell."""
    filled = [place for place in within if grid.cells[place][at]]
    if not filled:
        return _EMPTY if kind in _FILLED else 0.0
    texts = [grid.cells[place][at] for place in filled]
    apart = filled[-1] - filled[0] + 1 - len(filled)
    value = _SHORT * apart
    before, over = filled[0] - within[0], len(within) - len(filled) - apart
    if (abs(2 * before - over) > 1) if middle else before:
        value += _AWAY
    for text in texts[:-1]:
        closed = text.endswith("。") or (kind == "department" and _OFFICE.search(text))
        value += _PAST if closed else 0.0
        if width_of(text) < grid.widths[at] - _ROOM and not (closed and text.endswith("。")):
            value += _SHORT
    if kind == "number":
        value += _SHORT * (len(texts) - 1)
    if (kind == "other" and not texts[-1].endswith("。")) or (
        kind == "department" and not _OFFICE.search(texts[-1])
    ):
        value += _OPEN
    return value


def _told(grid: _Grid) -> list[Row]:
    """Return a row for each row of the table, with its cells whole."""
    ends = max((_segmented(grid, middle=one) for one in (False, True)), key=lambda one: one[0])[1]
    found = []
    for begin, end in itertools.pairwise(ends):
        columns = zip(*grid.cells[begin:end], strict=True)
        texts = [_joined(one, kind) for one, kind in zip(columns, grid.kinds, strict=True)]
        found.append(replace(grid.rows[begin], cells=tuple(texts), last=grid.rows[end - 1].number))
    return found


def _joined(lines: Sequence[str], kind: str) -> str:
    """Put the lines of a cell together; whole names of offices with a comma between them."""
    text = ""
    for line in filter(None, lines):
        between = "、" if kind == "department" and _OFFICE.search(text) else ""
        text += between + line
    return text
