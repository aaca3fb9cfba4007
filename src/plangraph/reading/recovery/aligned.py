"""Tables of actions in English whose columns stand below their heads, long cells on several lines.

The head (``Action      Lead      Timeframe``) tells where columns begin; what stands below one is
its cell. A row begins with a code, or where nothing is coded with when something is to be done.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from plangraph.reading.rows import Row
from plangraph.reading.terms import english_columns, labels
from plangraph.reading.terms.codes import narrow, parse

_NAME = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"(?:\w+ )?(?:#|no\.?|code|ref\.?|number|id)|rank", re.I)
_FOOT = re.compile(r"\S {3,}(?:page )?\d{1,3}$", re.I)
#: The year of a column: Target 2026/27.
_YEAR = re.compile(r"\s*(?:FY ?)?20\d\d(?:[/–-]\d{2,4})?\s*")
#: A column may begin so many letters away from its head.
_NEAR = 3
_LEAST = 6
#: The titles of groups of rows have so many lines at most.
_GROUP = 4


class Head(NamedTuple):
    """The columns of a table: their names, where they begin, and which is what is done."""

    names: tuple[str, ...]
    starts: tuple[int, ...]
    act: int


class Record(NamedTuple):
    """A row of a table: its first and last line, and its cells from the title on."""

    first: int
    last: int
    title: str
    cells: tuple[str, ...]


def head_of(text: str) -> Head | None:
    """Return the columns that a line of a document heads, wide spaces between them."""
    found = [*_NAME.finditer(text)]
    names = tuple(one[0] for one in found)
    acts = [n for n, name in enumerate(names[:2]) if english_columns.heads_acts(name)]
    known = sum(english_columns.is_column(name) for name in names)
    if len({*names}) < max(2, len(names)) or not acts or known < max(2, len(names) - 1):
        return None
    if acts[0] == 1 and not _NUMBER.fullmatch(names[0]):
        return None
    return Head(names, tuple(one.start() for one in found), acts[0])


def records(rows: list[Row], head: Head, start: int, stop: int) -> list[Record]:
    """Read the rows of a table below its head, up to the first line that is none of them.

    Titles of groups of rows (``Pillar A``, ``CLIMATE``) stand between them, on lines of their own.
    """
    found: list[list[list[str]]] = []
    places: list[list[int]] = []
    coded = blank = grouped = False
    loose = _parts_lines(rows, start, stop)
    for place in range(start, stop):
        text = rows[place].text.rstrip()
        if not text.strip():
            blank = True
            continue
        if blank and (_heads_columns(text) or _ends_page(text, found)):
            break
        line = _line(text, head)
        if not found and line is not None and not line.first:
            continue  # what the head goes on with
        if line and ((line.begins and (coded or line.whole)) or (not coded and line.whole and (
            grouped or _is_row(line.cells, found, head)))):  # fmt: skip
            coded = coded or (line.begins and not found)
            found.append([[cell] if cell else [] for cell in (line.first, *line.behind)])
            places.append([place, place])
            grouped = False
        elif line and found and not grouped and not (blank and (coded or not loose)) and (
            line.whole or not line.first or _goes_on(found[-1][0], line.first, head, blank)
        ):  # fmt: skip
            for lines, cell in zip(found[-1], (line.first, *line.behind), strict=True):
                lines += [cell] if cell else []
            places[-1][1] = place
        elif any(_heads_row(rows[below], head, coded) for below in _next(rows, place, stop)):
            grouped = True
        else:
            break
        blank = False
    told = [tuple(" ".join(lines) for lines in one) for one in found]
    return [Record(first, last, one[0], one[1:])
            for (first, last), one in zip(places, told, strict=True) if one[0]]  # fmt: skip


def _parts_lines(rows: list[Row], start: int, stop: int) -> bool:
    """Tell a table with an empty line between any two others: it ends no row."""
    filled = [bool(row.text.strip()) for row in rows[start:stop]]
    return not any(one and after for one, after in itertools.pairwise(filled))


def _heads_columns(text: str) -> bool:
    """Tell the head of another table: Level of service      Measure      Result      Target."""
    names = [one[0] for one in _NAME.finditer(text)]
    known = sum(english_columns.is_column(_YEAR.sub("", name) or name) for name in names)
    return len(names) > 2 and known > len(names) / 2


def _ends_page(text: str, found: list[list[list[str]]]) -> bool:
    """Tell what a page ends with, its number at the edge, where no row ends with a number."""
    ends = {lines[-1] for one in found if (lines := one[-1])}
    return _FOOT.search(text) is not None and not any(map(str.isdigit, ends))


class _Cells(NamedTuple):
    """A line of a table: its cells, its title, and whether a code or mark begins it."""

    cells: list[str]
    first: str
    behind: list[str]
    begins: bool

    @property
    def whole(self) -> bool:
        """Tell a line that has a title, and a cell beside it."""
        return bool(self.first) and any(self.behind)


def _line(text: str, head: Head) -> _Cells | None:
    """Return what a line has below the columns; None where it does not keep to them."""
    cells = cells_of(text, head)
    if cells is None or (sum(map(bool, cells)) > 1 and "  " not in text.strip()):
        return None  # a sentence, of which a word begins where a column does
    first = " ".join(cells[: head.act + 1]).strip()
    mark, code, _ = parse(narrow(first)) if first else ("", None, 0)
    if code is not None and code.word:
        return None
    begins = code is not None or bool(mark or labels.CODED.match(first))
    return _Cells(cells, first, cells[head.act + 1 :], begins)


def _next(rows: list[Row], place: int, stop: int) -> list[int]:
    filled = (below for below in range(place + 1, stop) if rows[below].text.strip())
    return list(itertools.islice(filled, _GROUP))


def _heads_row(row: Row, head: Head, coded: bool) -> bool:
    """Tell the first line of a row below the title of a group."""
    line = _line(row.text.rstrip(), head)
    return line is not None and (line.begins if coded else line.whole)


def cells_of(text: str, head: Head) -> list[str] | None:
    """Cut a line where the columns begin; None where a word stands across such a place.

    As many cells as columns, wide spaces between them, are these wherever they stand.
    """
    apart = _NAME.findall(text)
    if len(apart) == len(head.starts):
        return apart
    cuts = [0]
    for start in head.starts[1:]:
        if start >= len(text):
            cuts.append(len(text))
            continue
        near = [start, *(start + step * way for step in range(1, _NEAR + 1) for way in (-1, 1))]
        cut = next((one for one in near if _begins(text, one)), None)
        if cut is None and text[start - 2 : start + 1].strip():
            return None
        cuts.append(start if cut is None else cut)
    cuts.append(len(text))
    return [text[here:there].strip() for here, there in itertools.pairwise(cuts)]


def _begins(text: str, place: int) -> bool:
    return 1 < place < len(text) and text[place] != " " and text[place - 1] == " "


def _is_row(cells: list[str], found: list[list[list[str]]], head: Head) -> bool:
    """Tell the first line of a row: it fills the columns that other rows begin with."""
    if not found:
        return True
    filled = [bool(cell) for cell in cells[head.act + 1 :]]
    last = [bool(lines) for lines in found[-1][1:]]
    return filled == last and cells[head.act][:1].isupper()


def _goes_on(lines: list[str], first: str, head: Head, blank: bool) -> bool:
    """Tell a line of a title that goes on: the next word had no room on the line before."""
    if blank or not lines:
        return False
    if first[0].islower() or first[0].isdigit():
        return True
    room = head.starts[head.act + 1] - head.starts[0] - 1
    full = len(lines[-1]) + 1 + len(first.split(" ", 1)[0])
    return full > room - _LEAST and not lines[-1].endswith((".", ":"))
