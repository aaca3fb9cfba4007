"""Charts of the system in columns (体系図), as extraction leaves them that keeps every place.

    基本目標            施策
                        1 防災の推進
    Ⅰ 安心のまち
                        2 防犯の推進

A head that names the levels, or the name of the chart, begins it. Each level is a column; the
rows become rows of a table, a box above with the first of those below it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery import corridors, standing
from plangraph.reading.recovery.corridors import Line
from plangraph.reading.recovery.layout import block, gapped
from plangraph.reading.recovery.standing import Box
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import LEVELS, columns
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

#: What a chart says above its levels, and beside them.
_STATED = frozenset(("vision", "philosophy"))
_STATING = ("の姿", "像", "目指す姿", "めざす姿")
_BESIDE = frozenset(("department", "sdgs"))
#: A word of a level, which no head is without.
_LEVEL = re.compile(r"[目施]|政策|方|柱|取|事業|[章節]")
#: A head and the name of a chart have so many letters at most, a row so many.
_HEAD, _NAME, _ROW = 160, 24, 200
#: A chart has so many rows of titles at least, and so many lines; between name and chart so many,
#: and so many blank rows between its boxes.
_LEAST, _LONGEST, _INTRO, _APART = 3, 160, 8, 4
#: What no box ends with: figures of a table, a page.
_FIGURE = re.compile(r"(?:^|\s)[\d０-９,.，．]+\S{0,3}\s*$")
_PAGE = re.compile(r"\s*[-－―—]?\s*\d{1,4}\s*[-－―—]?\s*")
#: The lines of a tree; a label behind a number has so many letters at most: (3) 施策の内容.
_TREE = re.compile("[├└]")
_LABEL = 8
#: The levels of a chart whose head does not name them.
_USUAL = {2: ("基本目標", "施策"), 3: ("基本目標", "政策", "施策"),
          4: ("基本目標", "政策", "施策", "施策の方向")}  # fmt: skip


class _Chart(NamedTuple):
    """The rows of a chart as they are read, where it begins and ends, and its columns."""

    rows: list[Row]
    start: int
    stop: int
    width: int


def heads(row: Row) -> list[tuple[str, str]]:
    """Return the heads of columns on a row that names levels from above, with what they hold."""
    text = row.text
    if row.cells or not 4 < len(text) <= _HEAD or "。" in text or not _LEVEL.search(text):
        return []
    words = [plain(line.text) for line in corridors.lines_of(0, text)]
    if not 1 < len(words) < 8 or not all(words):
        return []
    stated = len([*itertools.takewhile(_states, words)])
    kinds = [*["vision"] * stated, *columns(words[stated:])]
    levels = [kind for kind in kinds if kind in LEVELS]
    rising = all(a < b for a, b in itertools.pairwise(map(LEVELS.index, levels)))
    if not rising or len(levels) + stated < 2 or not levels:
        return []
    behind = kinds[stated + len(levels) :]
    whole = None not in kinds and _BESIDE.issuperset(behind)
    return [(word, kind or "") for word, kind in zip(words, kinds, strict=True)] if whole else []


def _states(word: str) -> bool:
    return role_of(word) in _STATED or word.endswith(_STATING)


def is_name(row: Row) -> bool:
    """Tell the name of a chart: 施策の体系."""
    text = row.text
    if "体系" not in text or len(text) > _NAME or row.cells:
        return False
    folded = narrow(text)
    return role_of(plain(folded[parse(folded)[2] :])) == "system"


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, those of such charts as rows of a table."""
    gaps = set(gapped(rows))
    found: list[Row] = []
    done = 0
    for place in sorted({*gaps, *(at for at, row in enumerate(rows) if "体系" in row.text)}):
        if place < done:
            continue
        named = heads(rows[place]) if place in gaps else []
        if not (named or is_name(rows[place])):
            continue
        starts = [place + 1] if named else _starts(rows, place + 1)
        drawn = [chart for start in starts if (chart := _chart(rows, start, named))]
        if drawn:
            chart = max(drawn, key=lambda chart: chart.width)
            found += [*rows[done : chart.start], *chart.rows]
            done = chart.stop
    return found + rows[done:] if done else rows


def _chart(rows: list[Row], start: int, named: list[tuple[str, str]]) -> _Chart | None:
    """Return the chart that begins at a row, perhaps below its head; None where none does."""
    stop = block(rows, start, _ends, _LONGEST, _APART)
    drawn = [corridors.lines_of(at, rows[at].text) for at in range(start, stop)]
    stop -= _foot(drawn)
    del drawn[stop - start :]
    filled = [row for row in drawn if row]
    if not named and any(_TREE.search(rows[at].text) for at in range(start, stop)):
        return None  # a tree, which its lines tell
    if len(filled) < _LEAST or max(map(len, filled)) < 2:
        return None
    blanks = frozenset(start + at for at, row in enumerate(drawn) if not row)
    found = corridors.columns(filled)
    if named:
        start -= 1
        read = _named(rows, start, found, blanks, named)
    else:
        read = _unnamed(rows, found, blanks)
    return _Chart(read, start, stop, len(found)) if read else None


def _foot(drawn: Sequence[list[Line]]) -> int:
    """Return how many rows at the end are the foot of the page: apart, across columns or paged."""
    second = min((lines[1].start for lines in drawn if len(lines) > 1), default=0)
    foot = 0
    for at in range(len(drawn) - 1, 0, -1):
        names = [line for line in drawn[at] if not _PAGE.fullmatch(line.text)]
        if drawn[at] and (drawn[at - 1] or len(names) > 1):
            break
        paged = len(names) < len(drawn[at])
        if paged or any(name.start < second < name.stop for name in names):
            foot = len(drawn) - at
    return foot


def _starts(rows: list[Row], place: int) -> list[int]:
    """Return where a chart may begin below its name: behind what is said first."""
    stop = min(place + _INTRO, len(rows))
    filled = [at for at in range(place, stop) if rows[at].text.strip()]
    if any(heads(rows[at]) for at in filled):
        return []
    return [
        at for at in filled
        if "。" not in rows[at].text and (at == filled[0] or not rows[at - 1].text.strip())
    ]  # fmt: skip


def _ends(row: Row) -> bool:
    text = row.text
    if row.cells or row.level or "。" in text or len(text) > _ROW or _PAGE.fullmatch(text):
        return True
    folded = narrow(text)
    _, code, begin = parse(folded)
    if code is None:
        return _FIGURE.search(text) is not None or bool(heads(row))
    return len(text) - begin <= _LABEL and role_of(plain(folded[begin:])) is not None


def _named(
    rows: list[Row], place: int, found: list[list[Line]], blanks: frozenset[int],
    named: list[tuple[str, str]],
) -> list[Row]:  # fmt: skip
    """Return the rows of a chart as its head names them."""
    if len(found) != len(named):
        return []
    kinds = [kind for _, kind in named]
    stated = kinds.count("vision")
    beside = sum(kind in _BESIDE for kind in kinds)
    levels = [standing.boxes(column, blanks) for column in found[stated : len(found) - beside]]
    read = _table(rows, levels, found[len(found) - beside :], blanks)
    if not read:
        return []
    head = rows[place]
    above: list[Row] = []
    for (word, _), column in zip(named, found[:stated], strict=False):
        above.append(_statement(rows, word, column))
    words = tuple(word for word, _ in named[stated:])
    if len(words) < 2:
        return []
    return [*above, replace(head, text="\t".join(words), cells=words), *read]


def _unnamed(rows: list[Row], found: list[list[Line]], blanks: frozenset[int]) -> list[Row]:
    """Return the rows of a chart without a head."""
    above: list[Row] = []
    if len(found) > 2 and (standing.is_upright(found[0]) or _is_statement(found)):
        above = [_statement(rows, "将来像", found[0])]
        found = found[1:]
    levels = [standing.boxes(column, blanks) for column in found]
    kinds = _USUAL.get(len(levels), ())
    read = _table(rows, levels, [], blanks) if kinds else []
    if not read:
        return []
    families = {box.code.family for level in levels for box in level if box.code}
    if len(families) == len(levels) and all(box.code for level in levels for box in level):
        return above + [
            replace(row, text="　" * deep + cell, cells=())
            for row in read for deep, cell in enumerate(row.cells) if cell
        ]  # fmt: skip
    head = replace(read[0], text="\t".join(kinds), cells=kinds, last=read[0].number)
    return [*above, head, *read]


def _is_statement(found: list[list[Line]]) -> bool:
    """Tell lines without numbers, one below the other, beside columns of numbered titles."""
    first, *others = found
    whole = first[-1].row - first[0].row == len(first) - 1
    coded = [[bool(parse(narrow(line.text))[1]) for line in column] for column in found]
    return (
        whole and not any(coded[0]) and all(sum(one) > 1 for one in coded[1:]) and len(others) > 1
    )


def _table(
    rows: list[Row], levels: Sequence[list[Box]], beside: Sequence[list[Line]],
    blanks: frozenset[int],
) -> list[Row]:  # fmt: skip
    """Return the rows of the last level, each box above with the first of its rows."""
    last = levels[-1]
    if len(last) < _LEAST:
        return []
    cells = [[""] * len(levels) + [""] * len(beside) for _ in last]
    leaf = list(range(len(last)))  # the row of each box of the level below
    below = last
    for at, box in enumerate(last):
        cells[at][len(levels) - 1] = box.text
    for depth in range(len(levels) - 2, -1, -1):
        begun = standing.deal(levels[depth], below, blanks)
        if begun is None:
            return []
        for box, first in zip(levels[depth], begun, strict=True):
            cells[leaf[first]][depth] = box.text
        standing.spanned(levels[depth], below, begun)
        leaf = [leaf[first] for first in begun]
        below = levels[depth]
    for at, column in enumerate(beside):
        for line in column:
            row = max((n for n, box in enumerate(last) if box.first <= line.row), default=0)
            cells[row][len(levels) + at] += line.text
    starts = [rows[box.first].number for box in last]
    stops = [rows[box.first - 1].number for box in last[1:]] + [rows[last[-1].last].number]
    return [
        replace(rows[box.first], number=start, text="\t".join(one), cells=tuple(one),
                last=max(start, stop))
        for box, one, start, stop in zip(last, cells, starts, stops, strict=True)
    ]  # fmt: skip


def _statement(rows: list[Row], word: str, column: list[Line]) -> Row:
    """Return what a column states as one line behind its head."""
    box = standing.whole(column)
    return replace(rows[box.first], text=f"{word}：{box.text}", last=rows[box.last].number)
