"""Tables of works whose cells stand one below the other under a head on one line.

番号 事業名 事業内容 担当課, and below it 1 配食, a sentence, 福祉課, 2 見守り, …: what the
head calls the first column is what each number, or each short line above a sentence, names.
"""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.tables.extraction import ELEMENTS, column
from plangraph.reading.tables.planrows import departments_of
from plangraph.reading.terms.codes import narrow

#: A head has so many letters at most, a name so many; so many units stand between two names.
_HEAD, _NAME, _BETWEEN = 40, 40, 8
#: A name in a narrow column has so many lines at most.
_LINES = 4
#: Offices one behind the other; atomic, as a row of them has too many ways to be cut.
_OFFICE = r"(?>\S{1,16}(?:課|室|局|部|係|センター|全庁)(?=[、・,\s]|$))"
_OFFICES = re.compile(rf"{_OFFICE}(?:[、・,\s]{_OFFICE})*")
#: A word of two letters whose letters stand apart: 内　容.
_APART = re.compile(r"(?<!\S)(\S)[ 　]+(\S)(?!\S)")
#: What a column says of the state of a work.
_STATE = re.compile(
    r"(?:新規|継続|拡充|見直し|充実|推進|再掲|実施|検討|維持|拡大|改善|縮小|廃止|[◎○●□■△・、/]){1,3}"
)


def name(units: list[Unit]) -> None:
    """Give the names in such tables the kind that the head of their column says."""
    last = 0
    for place, unit in enumerate(units):
        kind = _head(unit)
        if not kind or _number_names(units, place + 1, kind):
            continue
        first = _next(units, place + 1)
        if first < len(units) and _is_number(units[first]):
            last = _numbered(units, first, kind, last)
        else:
            _alternating(units, first, kind)


def _head(unit: Unit) -> str:
    """Return what the names are below a line that heads columns; empty where it does not."""
    if unit.prose or unit.code or len(unit.text) > _HEAD or unit.use not in ("", "table"):
        return ""
    words = _APART.sub(r"\1\2", unit.text).split()
    if len(words) < 2 or any(len(word) > 14 for word in words):
        return ""
    kinds = [column(word) for word in words]
    named = kinds[1:] if kinds[0] == "number" else kinds
    if {"baseline", "target", "title", "plan"} & set(kinds):
        return ""
    if named[0] is None or named[0] not in ELEMENTS:
        return ""
    told = {"other", "department"} & set(named[1:])
    return named[0] if told or any(word.endswith("内容") for word in words[1:]) else ""


def _next(units: list[Unit], place: int) -> int:
    while place < len(units) and units[place].use:
        place += 1
    return place


def _is_number(unit: Unit) -> bool:
    code = unit.code
    return code is not None and code.shape == "N" and code.word in ("", "No")


def _number_names(units: list[Unit], place: int, kind: str) -> bool:
    """Give numbers on lines of their own to the names below them, of one line or of several.

    Each name goes on to the sentence about it; the numbers count on, from wherever they begin.
    """
    value = 0
    while place < len(units):
        unit = units[place]
        code = unit.code
        if code is None or unit.rest or unit.use not in ("", "page-number") or code.word:
            break
        if code.shape != "N" or (value and code.numbers[0] != value + 1):
            break
        end = place + 1
        while end < len(units) and _is_cell(units[end]):
            end += 1
        lines = units[place + 1 : end]
        if not 0 < len(lines) <= _LINES or end >= len(units) or not units[end].prose:
            break
        named = lines[0]
        named.text = "".join(one.text.strip() for one in lines)
        named.code, named.rest, named.last, named.hint = code, named.text, lines[-1].last, kind
        for one in (unit, *lines[1:]):
            one.use = "joined"
        value, place = code.numbers[0], end
        while place < len(units) and (units[place].prose or _aside(named, units[place])):
            place += 1
    return value > 0


def _is_cell(unit: Unit) -> bool:
    plain = not (unit.prose or unit.code or unit.mark or unit.use or unit.cells)
    return plain and len(unit.text) <= _NAME


def _numbered(units: list[Unit], place: int, kind: str, last: int) -> int:
    """Hint the names whose numbers count on; return the last number."""
    value = 0
    near = place
    while place < len(units) and place - near <= _BETWEEN:
        unit = units[place]
        if unit.code is not None and not unit.use:
            if not _is_number(unit) or (value and unit.code.numbers[0] != value + 1):
                break
            if not value and unit.code.numbers[0] not in (1, last + 1):
                break
            value, near = unit.code.numbers[0], place
            unit.hint = kind
        elif value and not unit.use and not unit.prose:
            _aside(units[near], unit)
        place += 1
    return value or last


def _alternating(units: list[Unit], place: int, kind: str) -> None:
    """Hint short lines that each stand above sentences of their own."""
    while place < len(units):
        unit = units[place]
        after = _next(units, place + 1)
        if not _is_cell(unit) or after >= len(units):
            return
        if not units[after].prose or units[after].mark or units[after].code:
            return
        unit.hint = kind
        named, place = unit, after
        while place < len(units) and (units[place].use or units[place].prose):
            place += 1
        while place < len(units) and not _is_told(units, place) and _aside(named, units[place]):
            place = _next(units, place + 1)


def _is_told(units: list[Unit], place: int) -> bool:
    """Tell a line above a sentence: a name, though it may end like an office (料理教室)."""
    after = _next(units, place + 1)
    return after < len(units) and units[after].prose


def _aside(named: Unit, unit: Unit) -> bool:
    """Put a cell aside that holds a department or a state of what is named above it."""
    text = narrow(unit.text.strip())
    if unit.code or unit.mark or unit.use or unit.prose:
        return False
    if _OFFICES.fullmatch(text):
        named.departments = named.departments or departments_of(unit.text)
    elif not _STATE.fullmatch(text):
        return False
    unit.use = "table"
    return True
