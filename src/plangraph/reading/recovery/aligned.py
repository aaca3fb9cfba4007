"""Tables of actions in English whose columns stand below their heads, long cells on several lines.

The head (``Action      Lead      Timeframe``) tells where columns begin; what stands below one is
its cell. A row begins with a code, or where nothing is coded with when something is to be done.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from plangraph.reading.rows import Row
from plangraph.reading.terms import labels
from plangraph.reading.terms.codes import narrow, parse

_NAME = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"#|no\.?|code|ref\.?|number|id", re.I)
#: A column may begin so many letters away from its head.
_NEAR = 3
_LEAST = 6


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
    acts = [n for n, name in enumerate(names[:2]) if labels.is_act_column(name)]
    known = sum(labels.is_column(name) for name in names)
    if len(names) < 2 or not acts or known < len(names) - 1 or known < 2:
        return None
    if acts[0] == 1 and not _NUMBER.fullmatch(names[0]):
        return None
    return Head(names, tuple(one.start() for one in found), acts[0])


def records(rows: list[Row], head: Head, start: int, stop: int) -> list[Record]:
    """Read the rows of a table below its head, up to the first line that is none of them."""
    found: list[list[list[str]]] = []
    places: list[list[int]] = []
    coded = False
    blank = False
    for place in range(start, stop):
        text = rows[place].text.rstrip()
        if not text.strip():
            blank = True
            continue
        cells = _cells(text, head)
        if cells is None:
            break
        first = " ".join(cells[: head.act + 1]).strip()
        code = parse(narrow(first))[1] if first else None
        if code is not None and code.word:
            break
        begins = code is not None or bool(labels.CODED.match(first))
        coded = coded or (begins and not found)
        whole = bool(first) and sum(map(bool, cells[head.act + 1 :])) > 0
        if begins or (not coded and whole and _is_row(cells, found, head)):
            found.append([[cell] if cell else [] for cell in (first, *cells[head.act + 1 :])])
            places.append([place, place])
        elif (
            not found
            or (blank and coded)
            or (not whole and first and not _goes_on(found[-1][0], first, head, blank))
        ):
            break
        else:
            for lines, cell in zip(found[-1], (first, *cells[head.act + 1 :]), strict=True):
                lines += [cell] if cell else []
            places[-1][1] = place
        blank = False
    told = [tuple(" ".join(lines) for lines in one) for one in found]
    return [Record(first, last, one[0], one[1:])
            for (first, last), one in zip(places, told, strict=True) if one[0]]  # fmt: skip


def _cells(text: str, head: Head) -> list[str] | None:
    """Cut a line where the columns begin; None where a word stands across such a place."""
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
