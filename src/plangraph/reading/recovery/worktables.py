"""Tables of works that keep their places: cells of several lines, side by side below their heads.

    取組名 / 担当課   内容                            令和６年度
    離乳食・幼児食    離乳食の進め方について、調理実       1,200
    教室              習を交えて学びます。
    健康推進課

Columns are parted by what no line prints over. What a work costs is left out; what is told of it,
and who does it, are cells of its row.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.recovery.corridors import Line, is_number, lines_of
from plangraph.reading.recovery.layout import gapped, width_of
from plangraph.reading.recovery.tablerows import OFFICE, Grid, segmented
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import LEVELS, of_works
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.workcolumns import work_column

#: What the head of a table calls its rows, and what is told of them.
_WORKS = re.compile("事[ 　]*業|取[ 　]*組|取り組み|施[ 　]*策|プロジェクト")
_TEXT = re.compile("内容|概要|説明")
#: What columns may hold besides works, one of them at least, and what stands left of works.
_BESIDE = frozenset(("other", "department", "cost", "flag", "unit", "period", "sdgs"))
_TOLD, _BEFORE = frozenset(("other", "department", "cost")), frozenset(("number", "flag"))
#: Columns that tell nothing of a work.
_LEFT = frozenset(("cost", "flag", "unit"))
#: What the column is called of offices that stood below the names.
_OWNERS = "担当課"
#: Two letters of a head that stand apart: 内　容.
_APART = re.compile(r"(?<!\S)(\S)([ 　]+)(\S)(?!\S)")
#: What a head joins: 事業名 / 担当課, 事業名（担当課）.
_JOINED = re.compile(r"[/(（)）]")
#: An office below the name of a work; what acts where the head says that it stands there.
_OWNER = re.compile(
    r"[(（【]?(?P<who>(?>[^\s。、・()（）]{1,14}(?:課|(?<!教)室|局|部|係|事務所)(?=[、・/)）】]|$)[、・/]?)+)[)）】]?"
)
_PLACE = re.compile(r"[(（【]?(?P<who>[^\s。、・()（）]{1,14}(?:館|センター|病院|本部))[)）】]?")
#: What ends a table: its sum, a note.
_ENDS = re.compile(r"※|(?:(?:施策|政策|目標|部門)?(?:小|合|総|累)?計|合\s+計)(?=\s|$)")
#: The number of a page.
_PAGE = re.compile(r"[-－–—―~〜\s]*\d{1,3}[-－–—―~〜\s]*")
#: A head has so many letters at most, a table so many lines; so many blank rows may stand within.
_HEAD, _LONGEST, _BLANKS = 160, 200, 2
#: White between columns is as wide as this at least (half letters).
_CORRIDOR = 2


class _Column(NamedTuple):
    """What a column holds, its head, and where that stands."""

    kind: str
    head: str
    start: int
    stop: int


class _Head(NamedTuple):
    place: int
    columns: list[_Column]
    #: How many rows the head takes.
    length: int
    #: The column of the names of works; whether the head says that offices stand below them.
    name: int
    owned: bool
    #: How wide letters are.
    measure: Callable[[str], int]

    @property
    def start(self) -> int:
        """The first row below."""
        return self.place + self.length


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, those of such tables as one row each, with its cells."""
    found: list[Row] = []
    done = 0
    often: frozenset[str] | None = None
    for place in gapped(rows):
        head = _head(rows, place, width_of) if place >= done else None
        if head is None:
            continue
        if often is None:
            counts = Counter(row.text.strip() for row in rows)
            often = frozenset(text for text, count in counts.items() if count > 1)
        heads = [head, _head(rows, place, len) or head]  # a font may count all letters as one
        drawn = [(_drawn(rows, one, often), one) for one in heads]
        lines, head = max(drawn, key=lambda one: _filled(*one))
        if table := _table(rows, lines, head):
            found += [*rows[done:place], *table]
            done = lines[-1][0].row + 1
    return found + rows[done:] if done else rows


def _head(rows: list[Row], place: int, measure: Callable[[str], int]) -> _Head | None:
    """Return the columns that a row heads, with years perhaps on the row below."""
    text = rows[place].text
    if len(text) > _HEAD or not _WORKS.search(text) or "。" in text or rows[place].cells:
        return None
    columns = _columns(text, measure)
    named = [at for at, one in enumerate(columns) if one.kind in LEVELS]
    if len(named) != 1:
        return None
    name = named[0]
    before = {one.kind for one in columns[:name]}
    beside = {one.kind for one in columns[name + 1 :]}
    if not (before <= _BEFORE and beside <= _BESIDE and beside & _TOLD):
        return None
    joined = plain(_JOINED.split(columns[name].head)[0])
    owned = joined != columns[name].head
    columns[name] = columns[name]._replace(head=joined)
    years = _columns(rows[place + 1].text, measure) if place + 1 < len(rows) else []
    if not years or any(one.kind != "cost" for one in years):
        return _Head(place, columns, 1, name, owned, measure)
    columns = [one for one in columns if one.kind != "cost"] + years
    columns.sort(key=lambda one: one.start)
    return _Head(place, columns, 2, name, owned, measure)


def _columns(text: str, measure: Callable[[str], int]) -> list[_Column]:
    """Return what the cells of a head say that stands below them."""
    text = _APART.sub(lambda found: found[1] + found[3] + found[2], text)
    cells = lines_of(0, text, measure)
    words = [plain(narrow(cell.text)) for cell in cells]
    kinds = [
        "other" if at and _TEXT.search(word)
        else work_column(word) or work_column(plain(_JOINED.split(word)[0]))
        for at, word in enumerate(words)
    ]  # fmt: skip
    return [
        _Column(kind or "", word, cell.start, cell.stop)
        for kind, word, cell in zip(of_works(kinds, words), words, cells, strict=True)
    ]


def _drawn(rows: list[Row], head: _Head, often: Container[str]) -> list[list[Line]]:
    """Return the lines below a head that leave its columns apart; what is ``often`` heads pages."""
    named = rows[head.place].text.split()
    taken = _merged([(one.start, one.stop) for one in head.columns])
    found: list[list[Line]] = []
    blank, turned = 0, False
    for at, row in enumerate(rows[head.start : head.start + _LONGEST], head.start):
        text = row.text
        if not text.strip():
            blank += 1
            continue
        if _PAGE.fullmatch(text):
            turned = True
            continue
        if text.split() == named or (turned and text.strip() in often):
            continue
        cells = lines_of(at, text, head.measure)
        both = _merged([*taken, *((one.start, one.stop) for one in cells)])
        if blank > _BLANKS or len(both) < len(head.columns) or _ended(row, cells, head):
            break
        if cells:
            found.append(cells)
        taken, blank, turned = both, 0, False
    return found


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where columns begin and end that white parts."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if found and start - found[-1][1] < _CORRIDOR:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _ended(row: Row, cells: Sequence[Line], head: _Head) -> bool:
    """Tell what ends a table: its sum, a note, a heading, a label."""
    if row.cells or row.level or _ENDS.match(row.text.strip()):
        return True
    if len(cells) > 2 or not cells:
        return False
    code, first = parse(narrow(row.text))[1], cells[0]
    alone = len(cells) == 1 or is_number(first.text)
    if code is not None and (code.word or alone):
        return True
    if len(cells) > 1:
        return False
    told = "。" in first.text and first.start < head.columns[head.name].stop
    return told or role_of(plain(first.text)) is not None


def _table(rows: list[Row], drawn: Sequence[Sequence[Line]], head: _Head) -> list[Row]:
    """Return the rows of a table, its head first; nothing where amounts on one line tell them."""
    kinds = [one.kind for one in head.columns]
    lines = [row[0].row for row in drawn]
    cells = _cells(drawn, head)
    words = [one.head for one in head.columns]
    if "department" not in kinds and (owners := _owners(cells, head)):
        kinds, cells, words = [*kinds, "owner"], owners, [*words, _OWNERS]
    blanks = [not rows[at - 1].text.strip() for at in lines]
    ends = segmented(Grid(kinds, cells, blanks)) if len(lines) > 1 else []
    if not ends or ("cost" in kinds and len(ends) > len(lines)):
        return []
    found = [_celled(rows[head.place], kinds, words)]
    for begin, end in itertools.pairwise(ends):
        columns = zip(*cells[begin:end], strict=True)
        whole = [_joined(kind, column) for kind, column in zip(kinds, columns, strict=True)]
        row = _celled(rows[lines[begin]], kinds, whole)
        found.append(replace(row, last=rows[lines[end - 1]].number))
    return found


def _cells(drawn: Sequence[Sequence[Line]], head: _Head) -> list[list[str]]:
    """Return what each line has below each head; below the nearest, where white parts a column."""
    found = [[""] * len(head.columns) for _ in drawn]
    spans = _merged([(line.start, line.stop) for row in drawn for line in row])
    heads = [_nearest(head.columns, *span) for span in spans]
    for cells, row in zip(found, drawn, strict=True):
        for line in row:
            at = heads[sum(line.start >= start for start, _ in spans) - 1]
            cells[at] += f"　{line.text}" if cells[at] else line.text
    return found


def _filled(drawn: Sequence[Sequence[Line]], head: _Head) -> int:
    """Return how many cells have something in them."""
    return sum(map(bool, itertools.chain(*_cells(drawn, head))))


def _nearest(columns: Sequence[_Column], start: int, stop: int) -> int:
    """Return the head that stands nearest to a column."""
    return min(
        range(len(columns)),
        key=lambda at: (
            max(columns[at].start - stop, start - columns[at].stop, 0),
            abs(columns[at].start - start),
        ),
    )


def _owners(cells: Sequence[list[str]], head: _Head) -> list[list[str]]:
    """Return the cells with offices below the names in a column of their own; nothing without."""
    found = []
    for row in cells:
        owner = _owner(row[head.name], head)
        name = "" if owner else row[head.name]
        found.append([*row[: head.name], name, *row[head.name + 1 :], owner])
    return found if any(row[-1] for row in found) else []


def _owner(text: str, head: _Head) -> str:
    """Return the office that a line of a column of names is."""
    folded = narrow(text)
    owner = _OWNER.fullmatch(folded) or (_PLACE.fullmatch(folded) if head.owned else None)
    return owner["who"] if owner else ""


def _joined(kind: str, lines: Sequence[str]) -> str:
    """Put the lines of a cell together; whole names of offices with a comma between them."""
    text = ""
    for line in filter(None, lines):
        between = "、" if kind in ("department", "owner") and OFFICE.search(text) else ""
        text += between + line
    return text


def _celled(row: Row, kinds: Sequence[str], cells: Sequence[str]) -> Row:
    """Return a row with the cells of a table that tell what a work is."""
    kept = tuple(cell for kind, cell in zip(kinds, cells, strict=True) if kind not in _LEFT)
    return replace(row, text="\t".join(kept), cells=kept)
