"""The lines below the head of a table of works, and the rows that they make.

Rows come in two orders: each cell below the other (1 / 配食 / a sentence / 福祉課), or a line that
begins with the name, the rest of the sentence below it; the office ends the first line or the
last. A cell in a narrow column goes on over several lines.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from plangraph.reading.rows import Row, Unit
from plangraph.reading.tables.workheads import Head
from plangraph.reading.terms.codes import MARKS, Code, narrow, parse
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

#: A name has so many letters at most, and so many lines; a cell so many lines.
_NAME, _LINES, _MOST = 40, 4, 16
#: So many lines below a sentence the next row begins.
_NEAR = 6
#: A label of works without any dress has so many letters at most.
_SHORT = 5
#: The last letters of a sentence stand so far from the edge of its column at most.
_EDGE = 4
#: Offices one behind the other; atomic, as a row of them has too many ways to be cut.
_OFFICE = r"(?>[^\s。]{1,16}(?:課|室|局|部|係|センター|館|全庁)(?=[、・,\s]|$))"
OFFICES = re.compile(rf"{_OFFICE}(?:[、・,\s]{_OFFICE})*")
#: What a column says of the state of a work.
STATE = re.compile(
    r"(?:新規|継続|拡充|見直し|充実|推進|再掲|実施|検討|維持|拡大|改善|縮小|廃止|終了|完了|レベルアップ"
    r"|[◎○●□■△・、/]){1,3}"
)
_NUMBER = re.compile(r"(?:No\.?)?\s?(\d{1,3})(?:[.)\s　]+(?P<rest>\D.*))?")
#: A line that begins a row: its number, its name, what is told of it, and who does it.
_BEGINS = re.compile(
    r"(?P<name>[^\s　、。]{2,34}(?<![をがはに]))[ 　]+(?P<text>[^\s　].*?)"
    rf"(?:[ 　]+(?P<who>{OFFICES.pattern}))?"
)
#: The last line of a sentence with the office beside it.
_CLOSES = re.compile(rf"(?P<text>[^。]*。)[ 　]+(?P<who>{OFFICES.pattern})")
#: What ends no page, but is a cell of a table of amounts.
NOTHING = re.compile(r"0|[\-−–—―－ー]{1,3}")
#: What stands between the pages of a table.
_FURNITURE = frozenset(("page-number", "running-header", "page-head", "rule"))


@dataclass(slots=True)
class Line:
    """A line as printed, or a whole unit where that is no more than a part of a line."""

    text: str
    number: int
    unit: Unit
    #: The number of a page, or what stands at the head of the next one.
    aside: bool = False


@dataclass(slots=True)
class Work:
    """A row: the lines of its name, what is told of it, and who does it."""

    first: int
    number: str = ""
    names: list[Line] = field(default_factory=list)
    told: list[Line] = field(default_factory=list)
    offices: list[Line] = field(default_factory=list)
    #: What it costs, and lines of offices that are known.
    figures: list[Line] = field(default_factory=list)
    #: Offices at the end of the line that the row begins with.
    beside: str = ""
    #: What its name is counted with where no column of the head holds numbers.
    code: Code | None = None

    @property
    def lines(self) -> list[Line]:
        """All lines in the order in which they were found."""
        return [*self.names, *self.told, *self.offices, *self.figures]


def lines_of(units: Sequence[Unit], rows: dict[int, Row], often: Container[str]) -> list[Line]:
    """Return the lines that the units were made of; what comes ``often`` may head pages."""
    found: list[Line] = []
    for unit in units:
        turned = bool(found) and found[-1].aside and not NOTHING.fullmatch(narrow(found[-1].text))
        if unit.use in _FURNITURE or (turned and unit.text in often and not unit.use):
            found.append(Line(unit.text.strip(), unit.first, unit, True))
            continue
        whole = [rows.get(number) for number in range(unit.first, unit.last + 1)]
        if unit.first == unit.last or unit.use:
            found.append(Line(unit.text.strip(), unit.first, unit))
        else:
            found += [
                Line(row.text.strip(), row.number, unit)
                for row in whole
                if row and row.text.strip()
            ]
    return found


def stacked(lines: Sequence[Line], head: Head) -> tuple[list[Work], int]:
    """Return the rows whose cells stand one below the other, and how many lines they take."""
    works: list[Work] = []
    cells: list[Line] = []
    number, taken, value = "", 0, 0
    numbered = head.numbered or bool(lines and _NUMBER.fullmatch(narrow(lines[0].text)))
    head = head._replace(numbered=numbered)
    lines = _within(lines, head)
    width = max((len(_sentence(one.text)) for one in lines if one.unit.prose), default=0)

    def close(end: int) -> bool:
        nonlocal cells, number, taken
        work = _work(cells, head, width, number) if cells else None
        cells, number = [], ""
        if work:
            works.append(work)
            taken = end
        return work is not None

    for place, line in enumerate(lines):
        if line.aside and not (head.numbered and _NUMBER.fullmatch(line.text)):
            continue
        told = _NUMBER.fullmatch(narrow(line.text)) if head.numbered else None
        if told and _counts(told, lines[place + 1 : place + 2], value):
            if cells and not close(place):
                break
            value, number = int(told[1]), told[1]
            if told["rest"]:
                cells.append(Line(told["rest"], line.number, line.unit))
            continue
        if line.aside:
            continue
        if (head.numbered and not value) or (told and told["rest"] and line.unit.code):
            break
        below = lines[place + 1 : place + 2]
        ends = not head.numbered and cells and _ends(cells, line, below, head, width)
        if ends and not close(place):
            break
        if len(cells) > _MOST:
            break
        cells.append(line)
    else:
        place = len(lines)
    if cells:
        close(place)
    return works, taken


def _sentence(text: str) -> str:
    """Return a line without the office that stands beside its sentence."""
    closed = _CLOSES.fullmatch(text) if text[-1:] != "。" else None
    return closed["text"] if closed else text


def _within(lines: Sequence[Line], head: Head) -> Sequence[Line]:
    """Return the lines up to what ends a table: a heading, a label, cells."""
    for place, line in enumerate(lines):
        unit = line.unit
        if line.aside:
            continue
        counted = head.numbered and _NUMBER.fullmatch(narrow(line.text))
        amount = head.owned and unit.code and unit.code.family == ("", "N")  # 17 地区での講座
        told = amount and any(OFFICES.fullmatch(one.text) for one in lines[place + 1 : place + 2])
        coded = unit.code is not None and not (counted or told or unit.prose)
        if unit.use or unit.cells or coded or is_label(line.text):
            return lines[:place]
    return lines


def is_label(text: str) -> bool:
    """Tell a label, and no second line of a name: 率先した取組."""
    role = role_of(plain(text)) if len(text) <= _NAME else None
    return role is not None and (role != "action" or len(text) <= _SHORT or plain(text) != text)


def counts_on(unit: Unit, value: int) -> bool:
    """Tell a number on a line of its own that follows that of the last row."""
    told = _NUMBER.fullmatch(narrow(unit.text)) if len(unit.text) < _EDGE else None
    return told is not None and int(told[1]) == value + 1


def _counts(told: re.Match[str], below: Sequence[Line], value: int) -> bool:
    """Tell the number of the next row from that of a page."""
    number = int(told[1])
    if value and number != value + 1:
        return False
    if told["rest"]:
        return len(told["rest"]) <= _NAME and "。" not in told["rest"]
    return bool(below) and _is_name(below[0])


def _is_name(line: Line) -> bool:
    text = line.text
    named = len(text) <= _NAME and "。" not in text and not line.unit.code
    return named and line.unit.use == "" and role_of(plain(text)) is None


def _ends(cells: Sequence[Line], line: Line, below: Sequence[Line], head: Head, width: int) -> bool:
    """Tell that a row has all its cells before a line, which is the name of the next one."""
    told = [one.text for one in cells if not (head.stated and STATE.fullmatch(narrow(one.text)))]
    above = told[-1] if told else ""
    if OFFICES.fullmatch(narrow(line.text)) and len(cells) > 1 and head.owned:
        return False
    if not _is_name(line) or (head.stated and STATE.fullmatch(narrow(line.text))):
        return False
    if head.owned:
        closed = OFFICES.fullmatch(narrow(above)) or _CLOSES.fullmatch(above)
        return closed is not None and len(cells) > 1
    full = len(line.text) >= width - _EDGE and bool(below) and not OFFICES.fullmatch(below[0].text)
    return len(cells) > 1 and above.endswith("。") and not full


def _work(cells: list[Line], head: Head, width: int, number: str) -> Work | None:
    """Part the lines of a row in its name, what is told of it and who does it."""
    work = Work(cells[0].number, number)
    rest = list(cells)
    while len(rest) > 1 and (
        OFFICES.fullmatch(narrow(rest[-1].text)) or STATE.fullmatch(narrow(rest[-1].text))
    ):
        work.offices.insert(0, rest.pop())
    closed = _CLOSES.fullmatch(rest[-1].text) if head.owned and not work.offices else None
    if closed:
        work.beside = closed["who"]
        rest[-1] = replace(rest[-1], text=closed["text"])
    if head.owned and not work.offices and not any("。" in one.text for one in rest):
        return None
    if not head.told:
        work.names = rest
    else:
        begin = next(
            (
                place
                for place in range(1, len(rest))
                if all(
                    len(one.text) >= width - _EDGE or one.text.endswith("。")
                    for one in rest[place:-1]
                )
            ),
            0,
        )
        if not begin:
            return None
        work.names, work.told = rest[:begin], rest[begin:]
        if not (work.told[-1].text.endswith("。") or work.offices):
            return None
    name = "".join(one.text for one in work.names)
    fits = len(work.names) <= _LINES and len(name) <= _NAME and "。" not in name
    return work if fits and (work.told or work.offices) else None


def spaced(lines: Sequence[Line], head: Head) -> tuple[list[Work], int]:
    """Return the rows that begin with their name on the line, and how many lines they take."""
    works: list[Work] = []
    taken = value = 0

    def _within_row(place: int) -> bool:
        """Tell a sentence of the column by the row that begins a few lines below it."""
        run = itertools.takewhile(
            lambda one: one.aside or one.unit.prose or not (one.unit.code or is_label(one.text)),
            lines[place : place + _NEAR],
        )
        return any(_begun(one, head, value, works) for one in run)

    for place, line in enumerate(lines):
        if line.aside:
            continue
        if line.unit.use or line.unit.cells:
            break
        begun = _begun(line, head, value, works)
        if begun:
            works.append(begun)
            value = int(begun.number or 0)
        elif not works or not (_goes_on(works, line, head) or _within_row(place)):
            break
        else:
            _go_on(works[-1], line)
        taken = place + 1
    if not all(one.told and (one.beside or one.told[-1].text.endswith("。")) for one in works):
        return [], 0
    return works, taken


def _go_on(work: Work, line: Line) -> None:
    """Add a line to what is told of a work; the office beside its last one is who does it."""
    closed = None if work.beside else _CLOSES.fullmatch(line.text)
    work.beside = closed["who"] if closed else work.beside
    work.told.append(replace(line, text=closed["text"]) if closed else line)


def _begun(line: Line, head: Head, value: int, works: list[Work]) -> Work | None:
    """Return the row that a line begins, or None."""
    text, number = line.text, ""
    code = None
    if head.numbered:
        told = _NUMBER.fullmatch(narrow(text))
        if told is None or not told["rest"] or (value and int(told[1]) != value + 1):
            return None
        text, number = text[-len(told["rest"]) :], told[1]
    elif text[:1] in MARKS:
        text = text[1:].strip()
    else:
        text, code = _counted(text, works[-1].code if works else None)
    row = _BEGINS.fullmatch(text)
    if row is None or role_of(plain(row["name"])):
        return None
    worded = line.unit.code is not None and line.unit.code.word and line.unit.first == line.number
    if worded and code is None:
        return None
    finished = not works or works[-1].told[-1].text.endswith("。")
    if not (finished or row["who"] or (head.numbered and not head.owned)):
        return None
    work = Work(line.number, number, beside=row["who"] or "", code=code)
    work.names.append(Line(row["name"], line.number, line.unit))
    work.told.append(Line(row["text"], line.number, line.unit))
    return work


def _counted(text: str, above: Code | None) -> tuple[str, Code | None]:
    """Part a name from its number: the first of a count, or that behind the one ``above``."""
    folded = narrow(text)
    _, code, place = parse(folded)
    if code is None or not text[place:]:
        return text, None
    begin = folded.index(code.printed)
    code = code._replace(printed=text[begin : begin + len(code.printed)])
    first = code.numbers[-1:] == (1,)
    counts = code.family == above.family and code.numbers == above.following if above else first
    glued = code.shape == "N" and not code.parted
    return (text[place:], code) if counts and not glued else (text, None)


def _is_further(line: Line, works: list[Work]) -> bool:
    """Tell another sentence of the column, which is no wider than its lines above."""
    width = max(len(one.told[0].text) for one in works)
    return line.unit.prose and len(line.text) <= width + 1 and " " not in line.text


def _goes_on(works: list[Work], line: Line, head: Head) -> bool:
    """Tell a line that the sentence of a row goes on with."""
    work = works[-1]
    if work.told[-1].text.endswith("。") and not _is_further(line, works):
        return False
    coded = line.unit.code is not None and line.unit.first == line.number
    if coded and not (head.numbered and line.unit.prose):
        return False
    return role_of(plain(line.text)) is None
