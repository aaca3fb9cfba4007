"""Tables of works whose letters keep their places: each cell of several lines, below its head.

    No.  事業名 / 担当課          事業の概要             令和６年度
    1    駅前広場の改修事         広場を石畳とし、木     12,000
         業                       陰を増やす。
         道路課

Tables with amounts, and tables without a column of offices, which stand below the names. A number,
an amount or a blank row tells where a row begins, else a name below an office or an ended cell.
What a work costs is left out; what is told of it, and who does it, are cells of its row.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery import corridors, standing
from plangraph.reading.recovery.corridors import Line
from plangraph.reading.recovery.layout import block, gapped
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import LEVELS
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.workcolumns import work_column

#: What the head of a table calls its rows.
_WORKS = re.compile("事業|取組|施策|プロジェクト")
#: A head has so many letters at most, a table so many lines.
_HEAD, _LONGEST = 160, 200
#: What columns may hold besides names.
_BESIDE = frozenset(("other", "department", "cost", "flag", "unit", "period", "sdgs"))
#: What a head joins: 事業名 / 担当課, 事業名（担当課）.
_JOINED = re.compile(r"[/(（)）]")
_OFFICE = re.compile(
    r"[(（【]?(?P<who>(?>[^\s。、・()（）]{1,14}(?:課|(?<!教)室|局|部|係|事務所)(?=[、・/)）】]|$)[、・/]?)+)[)）】]?"
)
#: What acts where the head says that offices stand below.
_PLACE = re.compile(r"[(（【]?(?P<who>[^\s。、・()（）]{1,14}(?:館|センター|病院|本部))[)）】]?")
_TOTAL = re.compile(r"(?:(?:施策|政策|目標|部門)?(?:小|合|総|累)?計|合\s+計)(?=\s|$)")
_PAGE = re.compile(r"\s*[-－―—]?\s*\d{1,4}\s*[-－―—]?\s*")
#: A name has so many letters at most.
_NAME = 60


class _Column(NamedTuple):
    """What a column holds, its head, and where that stands."""

    kind: str
    head: str
    start: int
    stop: int
    #: Offices stand below what it names.
    owned: bool


class _Head(NamedTuple):
    columns: list[_Column]
    #: How many rows the head takes.
    length: int

    def at(self, kind: str) -> int | None:
        """Return the first column of a kind."""
        return next((n for n, one in enumerate(self.columns) if one.kind == kind), None)

    @property
    def name(self) -> int:
        """The column of the names of works."""
        return next(n for n, one in enumerate(self.columns) if one.kind in LEVELS)


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, those of such tables as rows with cells."""
    found: list[Row] = []
    done = 0
    for place in gapped(rows):
        head = _head(rows, place) if place >= done else None
        if head is None:
            continue
        start = place + head.length
        stop = block(rows, start, functools.partial(_ends, head=head), _LONGEST)
        if table := _table(rows, start, stop, head):
            found += [*rows[done:place], _named(rows[place], head), *table]
            done = stop
    return found + rows[done:] if done else rows


def _head(rows: list[Row], place: int) -> _Head | None:
    """Return the columns that a row heads, with years perhaps on the row below."""
    row = rows[place]
    if row.cells or len(row.text) > _HEAD or "。" in row.text or not _WORKS.search(row.text):
        return None
    columns = _columns(row)
    levels = [one.kind for one in columns if one.kind in LEVELS]
    others = {one.kind for one in columns} - {*levels, "number"}
    if len(levels) != 1 or not others <= _BESIDE or not others & {"other", "cost"}:
        return None
    if "department" in others and "cost" not in others:  # worktables
        return None
    below = _columns(rows[place + 1]) if place + 1 < len(rows) else []
    if below and all(one.kind == "cost" for one in below):
        columns = [one for one in columns if one.kind != "cost"] + below
        return _Head(sorted(columns, key=lambda one: one.start), 2)
    return _Head(columns, 1)


def _columns(row: Row) -> list[_Column]:
    found: list[_Column] = []
    for cell in corridors.lines_of(0, row.text):
        first = _JOINED.split(narrow(cell.text))[0]
        kind = work_column(plain(cell.text)) or work_column(plain(first)) or ""
        kind = "other" if found and first.endswith("内容") else kind
        owned = plain(first) != plain(cell.text)
        found.append(_Column(kind, plain(first), cell.start, cell.stop, owned))
    return found


def _ends(row: Row, head: _Head) -> bool:
    """Tell what ends a table: its sum, a page, a line that keeps to no column, a heading."""
    text = row.text
    if row.cells or row.level or _TOTAL.match(text.strip()) or _PAGE.fullmatch(text):
        return True
    cells = corridors.lines_of(0, text)
    if not cells:
        return False
    code = parse(narrow(text))[1]
    if code is not None and code.word and len(cells) < 3:
        return True
    first = cells[0]
    if "。" in first.text and first.start < head.columns[head.name].stop:  # a note, no name
        return True
    crosses = any(
        first.start < left.stop and first.stop > right.start + 2
        for left, right in itertools.pairwise(head.columns[: head.name + 2])
    )
    return crosses or (len(cells) == 1 and role_of(plain(first.text)) is not None)


def _table(rows: list[Row], start: int, stop: int, head: _Head) -> list[Row]:
    """Return the rows of a table; nothing where each stands on one line, or none can be told."""
    drawn = [corridors.lines_of(at, rows[at].text) for at in range(start, stop)]
    if not any(drawn):
        return []
    columns = _below(corridors.columns([row for row in drawn if row]), head)
    if not columns or not columns[head.name]:
        return []
    begins = _begins(
        columns, head, frozenset(start + at for at, row in enumerate(drawn) if not row)
    )
    filled = [start + at for at, row in enumerate(drawn) if row]
    if len(begins) in (0, len(filled)):
        return []
    ends = [*begins[1:], stop]
    first = filled[0]
    found = []
    for begin, end in zip(begins, ends, strict=True):
        cells = [[line for line in column if begin <= line.row < end] for column in columns]
        row = _row(rows, cells, head, first, min(end, filled[-1] + 1) - 1)
        if row is None:
            return []
        found.append(row)
        first = end
    return found


def _below(found: list[list[Line]], head: _Head) -> list[list[Line]]:
    """Return the lines below each head; those of several columns where white parts its cells."""
    columns: list[list[Line]] = [[] for _ in head.columns]
    for column in found:
        start, stop = min(line.start for line in column), max(line.stop for line in column)
        at = min(range(len(columns)), key=lambda n: (
            max(head.columns[n].start - stop, start - head.columns[n].stop, 0),
            abs(head.columns[n].start - start),
        ))  # fmt: skip
        columns[at] += column
    return [sorted(column, key=lambda line: (line.row, line.start)) for column in columns]


def _begins(columns: Sequence[Sequence[Line]], head: _Head, blanks: frozenset[int]) -> list[int]:
    """Return the lines that rows begin with: by number, by amount, by blanks, by what ended."""
    number, costs = (
        head.at("number"),
        [n for n, one in enumerate(head.columns) if one.kind == "cost"],
    )
    if number is not None and columns[number]:
        anchors = [line.row for line in columns[number]]
    elif costs:
        anchors = sorted({line.row for n in costs for line in columns[n]})
    else:
        anchors = _named_first(columns, head, blanks)
    lines = sorted({line.row for column in columns for line in column})
    amid = bool(anchors) and anchors[0] != lines[0]
    return [*lines[: len(anchors[:1])],
            *(_first(pair, blanks, amid=amid) for pair in itertools.pairwise(anchors))]  # fmt: skip


def _named_first(
    columns: Sequence[Sequence[Line]], head: _Head, blanks: frozenset[int]
) -> list[int]:
    """Return the lines with a new name: below an office, a blank row, or a cell that ended."""
    names, told = columns[head.name], head.at("other")
    owned = {line.row for line in names if _office(line, head)}
    if owned:
        rows = [line.row for line in names]
        return rows[:1] + [
            row for above, row in itertools.pairwise(rows) if above in owned and row not in owned
        ]
    begins = [box.first for box in standing.boxes(names, blanks)]
    ended = [line.row for line in columns[told] if line.text.endswith("。")] if told else []
    return begins[:1] + [
        row for above, row in itertools.pairwise(begins)
        if not ended or any(above <= end < row for end in ended)
    ]  # fmt: skip


def _first(anchors: tuple[int, int], blanks: frozenset[int], *, amid: bool) -> int:
    """Return the line that a row begins with, of which an amount or a number stands on another.

    Where those stand ``amid`` their rows and nothing parts them, rows are taken for as long.
    """
    above, here = anchors
    parted = [row for row in blanks if above < row < here]
    return parted[-1] + 1 if parted else (above + here + 1) // 2 if amid else here


def _row(
    rows: list[Row], cells: list[list[Line]], head: _Head, first: int, last: int
) -> Row | None:
    """Return a row of a table with its number, name, office and what is told of it."""
    offices = [who for line in cells[head.name] if (who := _office(line, head))]
    names = [line.text for line in cells[head.name] if not _office(line, head)]
    if not names:
        names, offices = offices[:1], offices[1:]
    name = "".join(names)
    if not name or len(name) > _NAME or "。" in name:
        return None
    texts = ["".join(line.text for line in column) for column in cells]
    kept = tuple(name if n == head.name else texts[n] for n in _kept(head))
    owned = head.at("department")
    office = "、".join(offices) if owned is None else texts[owned]
    kept = (*kept, office)
    return replace(rows[first], text="\t".join(kept), cells=kept, last=rows[last].number)


def _office(line: Line, head: _Head) -> str:
    """Return the office that a line of a column of names is."""
    text = narrow(line.text)
    owned = head.columns[head.name].owned and _PLACE.fullmatch(text)
    found = _OFFICE.fullmatch(text) or owned
    return found["who"] if found else ""


def _kept(head: _Head) -> list[int]:
    return [n for n, one in enumerate(head.columns) if one.kind in (*LEVELS, "number", "other")]


def _named(row: Row, head: _Head) -> Row:
    """Return the head of a table without amounts, its office behind the others."""
    kept = [head.columns[n] for n in _kept(head)]
    words = (*("概要" if one.kind == "other" else one.head for one in kept), "担当課")
    return replace(row, text="\t".join(words), cells=words)
