"""Measures of success in English by labelled fields, on one line or one below the other.

``KPI: Trips by bus`` / ``Baseline (2021): 12%`` / ``2027 target: 20%``, or the name without a
label above lines of a label and a value each: ``Trips by bus`` / ``Baseline 12%`` / ``Target 20%``.
"""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.tables import measures
from plangraph.reading.tables.stated import Found

_LONGEST_LINE, _LONGEST_LABEL, _LONGEST_VALUE = 300, 6, 60
#: A name has so many letters; what is measured is said so many lines above it at most.
_SHORTEST, _LONGEST, _ABOVE = 4, 120, 40
#: So many lines after its name a measure may still be told of.
_LINES = 8

#: What is aimed at, and in brackets what is known: 600 by FY 2031 (210 in FY 2027).
_BOTH = re.compile(
    r"(?P<aim>[^()]{1,40}) \((?:(?:baseline|current(?:ly)?|now|from)[: ]\s?)?"
    r"(?P<now>[^()]{1,40})\)",
    re.I,
)

#: A field: the kind of its label, the label, what it says.
_Field = tuple[str, str, str]


def collect(units: list[Unit]) -> list[Found]:
    """Return the measures of this form; what stands on their lines is marked as a table."""
    found: list[Found] = []
    place = 0
    while place < len(units):
        one, after = _read(units, place)
        if one is None:
            one, after = _named(units, place)
        if one:
            found.append(one)
            for unit in units[place:after]:
                unit.use = "table"
        place = max(after, place + 1)
    return found


def _read(units: list[Unit], place: int) -> tuple[Found | None, int]:
    """Return the measure whose name a label tells at a place, and what follows its fields."""
    fields = _fields(units[place])
    if not fields or fields[0][0] != "title" or not fields[0][2]:
        return None, place
    after = place + 1
    while after < min(place + _LINES, len(units)) and (new := _fields(units[after])):
        if {kind for kind, _, _ in new} & {"title", *_valued(fields)}:
            break
        fields += new
        after += 1
    told = {kind: (label, text) for kind, label, text in reversed(fields)}
    if "baseline" not in told and (both := _BOTH.fullmatch(told.get("target", ("", ""))[1])):
        label = told["target"][0]
        told["target"], told["baseline"] = (label, both["aim"]), ("", both["now"])
    if not {"baseline", "target"} <= told.keys():
        return None, place
    now, due = (measures.value_in(told[kind][1]) for kind in ("baseline", "target"))
    if not now or not due:
        return None, place
    dated = [measures.year_in(" ".join(told[kind])) for kind in ("baseline", "target")]
    one = measures.measure(told["title"][1], now, due, dated, units[place], place)
    one.unit, one.last = told.get("unit", ("", one.unit))[1], units[after - 1].last
    return one, after


def _named(units: list[Unit], place: int) -> tuple[Found | None, int]:
    """Return the measure named at a place, each of its values on a line of its own below."""
    fields: list[_Field] = []
    for unit in units[place + 1 : place + 1 + _LINES]:
        if not (field := _value_line(unit)):
            break
        fields.append(field)
    if not fields:
        return None, place
    after = place + 1 + len(fields)
    kinds = measures.aimed([kind for kind, _, _ in fields])
    name = units[place]
    title = (name.rest if name.mark or name.code else name.text).strip()
    worded = name.code is not None and name.code.word
    if not {"baseline", "target"} <= set(kinds) or worded or name.use or _value_line(name):
        return None, place
    if not _SHORTEST <= len(title) <= _LONGEST or title.endswith(".") or measures.value_in(title):
        return None, place
    dated = [kind == "year" for kind, _, _ in fields]
    if all(dated) and not any(measures.is_measured(one.text) for one in units[:place][-_ABOVE:]):
        return None, place
    base, aim = kinds.index("baseline"), measures.last(kinds, "target")
    values = [measures.value_in(fields[one][2]) for one in (base, aim)]
    if not all(values):
        return None, place
    years = [measures.year_in(" ".join(fields[one][1:])) for one in (base, aim)]
    found = measures.measure(title, values[0], values[1], years, name, place)
    found.last = units[after - 1].last
    return found, after


def _value_line(unit: Unit) -> _Field | None:
    """Return the label and what it says of a line that has nothing besides: Target 30% (2031)."""
    text = (unit.rest if unit.mark else unit.text).strip()
    if len(text) > _LONGEST_VALUE or unit.level or " " not in text or unit.prose:
        return None
    if ":" not in text and not any(map(str.isdigit, text)):
        return None
    words = text.split()
    for size in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
        label, said = " ".join(words[:size]).rstrip(":"), " ".join(words[size:])
        kind = measures.kind_of(label)
        if kind in ("baseline", "target", "year") and measures.value_in(said):
            return kind, label, said
        if kind == "other" and words[size - 1].endswith(":"):
            return kind, label, said
    return None


def _valued(fields: list[_Field]) -> list[str]:
    return [kind for kind, _, _ in fields if kind in ("baseline", "target")]


def _fields(unit: Unit) -> list[_Field]:
    """Return the labels of a line with what they say; nothing where it begins with none."""
    text = (unit.rest if unit.mark else unit.text).strip()
    if ":" not in text or len(text) > _LONGEST_LINE or unit.level or unit.use not in ("", "field"):
        return []
    *before, last = text.replace("|", " ").split(": ") if ": " in text else text.split(":")
    found: list[_Field] = []
    for part in before:
        said, kind, label = _ending(part)
        if not kind or bool(said) != bool(found):
            return []
        if found:
            found[-1] = *found[-1][:2], said
        found.append((kind, label, ""))
    return [*found[:-1], (*found[-1][:2], last.strip())]


def _ending(text: str) -> tuple[str, str, str]:
    """Part the label that a text ends with from what stands before it; its kind."""
    words = text.split()
    for first in range(max(0, len(words) - _LONGEST_LABEL), len(words)):
        label = " ".join(words[first:])
        if kind := measures.kind_of(label):
            return " ".join(words[:first]).rstrip(" ;,/–-"), kind, label
    return text, "", ""
