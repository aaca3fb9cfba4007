"""Indicators by the fields of a form, each with a label: 指標名 …, 単位 …, 現状値 …, 目標値 ….

What a field says stands behind its label, in the next cell, or on the line below. A record begins
with the label of a name; labels that nobody knows, and text, end it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables.headwords import VALUE_HEADS, kind_of
from plangraph.reading.tables.keyed import REPEATED, value_of
from plangraph.reading.tables.rownames import without_fields
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import BRACKETED, CELL, common_unit
from plangraph.values import Quantity

_VALUE = re.compile(rf"(?:{CELL.pattern})(?:\s?{BRACKETED})*(?=[\s、,/]|$)", re.I)
#: A label, its brackets, the number of the indicator; what parts it from its text.
_LABEL = re.compile(
    rf"(?:[^\w\s(]{{1,2}}\s*|[(]?\d{{1,2}}[).]\s*)?[\[<【]?(?P<label>[^\s:()\[\]<>【】①-⑳、。]{{2,12}}?)"
    rf"(?:(?:(?<=[名称I])|(?<=指標))\s?(?P<number>[①-⑳]|\d{{1,2}}))?(?P<aside>{BRACKETED})?[\]>】]?(?:\s*:\s*|\s+|$)"
)
#: The number of an indicator before its name.
_NUMBER = re.compile(r"(?:[①-⑳]|\d{1,2}[.:\s])\s*")
#: A name by its label alone: 指標 says as much as 指標名 only where values have labels too.
_TOLD = ("unit", "other", "department", "number")
_USES = ("", "rule", "page-number", "running-header", *REPEATED)
_LONGEST, _LONGEST_NAME = 120, 60
#: Lines without a label may go on with a text so long as another field follows.
_MORE = 2


@dataclass(slots=True)
class _Record:
    """The fields of an indicator: where they begin and end, its name, unit and values."""

    place: int
    title: str
    unit: str | None = None
    last: int = 0
    values: dict[str, tuple[Quantity, FiscalYear | None]] = field(default_factory=dict)


#: A field: the kind of its label, the label, what it says.
_Field = tuple[str, str, str]


def collect(units: list[Unit]) -> list[Found]:
    """Return the indicators of such records and mark their lines as a table."""
    found: list[Found] = []
    last = -1
    for place in [place for place, unit in enumerate(units) if _names(unit.text)]:
        record = _record(units, place) if place > last else None
        if record is None:
            continue
        found.append(_found(record, units))
        for unit in units[place : record.last + 1]:
            unit.use = unit.use or "table"
        last = record.last
    return found


def _names(text: str) -> bool:
    """Tell a line that may begin a record."""
    return "指標" in text or (("K" in text or "Ｋ" in text) and "KPI" in narrow(text))


def _record(units: list[Unit], place: int) -> _Record | None:
    """Return the record that begins at a place, if a name and a value aimed at stand there."""
    fields, after = _fields(units, place)
    if len(fields) != 1 or fields[0][0] != "title":
        return None
    title, measure = without_fields(_NUMBER.sub("", fields[0][2], count=1).strip())
    if not 1 < len(title) <= _LONGEST_NAME or kind_of(title):
        return None
    record = _Record(place, title, measure, after - 1)
    more = 0
    while after < len(units):
        fields, end = _fields(units, after)
        if any(kind == "title" or kind in record.values for kind, _, _ in fields):
            break
        if not fields:
            more += 1
            if more > _MORE or not _goes_on(units[after]):
                break
            after += 1
            continue
        more = 0
        for kind, label, text in fields:
            if kind in VALUE_HEADS:
                record.values[kind] = value_of(label, text)
            elif kind == "unit":
                record.unit = text
        record.last, after = end - 1, end
    return record if {"target", "baseline"} <= set(record.values) else None


def _goes_on(unit: Unit) -> bool:
    """Tell a line that may belong to the field above, or to the page."""
    return unit.use in _USES and not (unit.cells or unit.code or unit.mark or unit.level)


def _fields(units: list[Unit], place: int) -> tuple[list[_Field], int]:
    """Return the fields that a line states, with the line below where that says what they are."""
    unit = units[place]
    if unit.use not in _USES or len(unit.text) > _LONGEST:
        return [], place
    text = narrow("　".join(cell for cell in unit.cells if cell) or unit.text).strip()
    below = units[place + 1] if place + 1 < len(units) else None
    if heads := _heads(text):
        values = [] if below is None else _values(narrow(below.text))
        if len(heads) == len(values):
            told = zip(heads, values, strict=True)
            return [(kind, label, value) for (kind, label), value in told], place + 2
        return [], place
    found = list(_of_line(text))
    if found and not found[-1][2]:
        kind, label, _ = found[-1]
        said = _said(below, valued=kind in VALUE_HEADS) if below and len(found) == 1 else ""
        return ([(kind, label, said)], place + 2) if said else ([], place)
    if found and found[0][0] in ("title", *_TOLD):  # as it is printed
        whole = unit.text.strip() if not unit.cells else unit.cells[-1].strip()
        kind, label, said = found[0]
        found = [(kind, label, whole[-len(said) :])]
    return found, place + 1


def _said(unit: Unit, *, valued: bool) -> str:
    """Return what a line says of the label above it; nothing where it may say something else."""
    text = unit.text.strip()
    if valued:
        return text if unit.use in _USES and _VALUE.fullmatch(narrow(text)) else ""
    return text if _goes_on(unit) and not _labelled(narrow(text)) else ""


def _heads(text: str) -> list[tuple[str, str]]:
    """Return the heads of values that are all of a line: 現状値(R5) 目標値(R11)."""
    words = text.split()
    kinds = [kind_of(word) for word in words]
    if len(words) < 2 or not all(kind in VALUE_HEADS for kind in kinds):
        return []
    return [(kind or "", word) for kind, word in zip(kinds, words, strict=True)]


def _values(text: str) -> list[str]:
    """Return the values that are all of a line."""
    found: list[str] = []
    rest = text.lstrip()
    while rest:
        if (match := _VALUE.match(rest)) is None or not match[0]:
            return []
        found.append(match[0])
        rest = rest[match.end() :].lstrip()
    return found


def _of_line(text: str) -> Iterator[_Field]:
    """Yield the fields of a line; of several all but the last hold values."""
    at = 0
    while (label := _labelled(text, at)) is not None:
        kind, end, key = label
        value = _VALUE.match(text, end) if kind in VALUE_HEADS else None
        if kind in VALUE_HEADS and value is None and end < len(text):
            return
        yield kind, key, value[0] if value else text[end:]
        if value is None:
            return
        at = value.end()
        while at < len(text) and text[at] in " \u3000、,/→⇒":
            at += 1


def _labelled(text: str, at: int = 0) -> tuple[str, int, str] | None:
    """Return the kind of the label at a place, where its text begins, and its letters."""
    match = _LABEL.match(text, at)
    kind = kind_of(match["label"]) if match else None
    if match is None or kind is None or kind not in ("title", *VALUE_HEADS, *_TOLD):
        return None
    return kind, match.end(), match["label"] + (match["aside"] or "")


def _found(record: _Record, units: list[Unit]) -> Found:
    found = Found(record.title, units[record.place].first, units[record.last].last, record.place)
    found.baseline, found.baseline_year = record.values["baseline"]
    found.target, found.target_year = record.values["target"]
    found.unit = record.unit or common_unit(found.baseline, found.target)
    return found
