"""What a government values: names below a label such as Our values or Guiding Principles.

The label says whose values or which principles; ``Values`` alone heads figures as well as virtues.
Words on the row of the label itself do not stand below it.
"""

from __future__ import annotations

import re
from itertools import takewhile

from plangraph.reading.english.listing import key
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.rows import Unit
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.holding import holds_any

_LABEL = re.compile(
    r"(?:\d{1,2}\.? )?(?:(?:our|the|core|guiding|corporate|council|shared|key|operating"
    r"|organi[sz]ational|\w+[’']s) ){1,3}"
    r"(?:values|principles|behaviou?rs)(?: (?:and|&) (?:values|principles|behaviou?rs))?\s?:?"
    r"|what we value\s?:?|cross[- ]?cutting (?:themes|issues|priorities|principles)\s?:?",
    re.I,
)
_WORDS = ("alues", "ALUES", "value", "rinciples", "RINCIPLES", "ehavio", "EHAVIO", "utting",
          "UTTING")  # fmt: skip
#: A value has so many words; names on one line are parted by one of these.
_MOST_WORDS, _PARTED = 6, re.compile(r"\s*[|•·●]\s*|\s{3,}")
_FEWEST, _MOST, _LONGEST = 2, 12, 60


def with_values(units: list[Unit], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the values of the government that no other stage read."""
    known = {key(one.title) for one in drafts if one.kind == "viewpoint"}
    for place, unit in enumerate(units):
        text = unit.text.strip()
        if len(text) > _LONGEST or unit.contents or not holds_any(text, _WORDS):
            continue
        found = _below(units, place) if _LABEL.fullmatch(text) else []
        names = {key(one.title) for one in found}
        if _FEWEST <= len(found) <= _MOST and not names & known:
            places = {one.place for one in found}
            kept = [one for one in drafts if one.place not in places]
            drafts = sorted([*kept, *found], key=lambda one: (one.place, one.end, one.first))
            known |= names
    return drafts


def _below(units: list[Unit], label: int) -> list[Draft]:
    """Return the values that stand below their label: on one line, or each on its own."""
    place = label + 1
    if place >= len(units) or units[place].first <= units[label].last:
        return []
    first = units[place]
    line = first.cells or [one for one in _PARTED.split(first.text.strip(" •|·")) if one]
    if len(line) == 1 and not first.mark:
        line = re.split(r", (?:and )?| and (?=[A-Z])", first.text.strip(" ."))
    if len(line) > 1 and all(map(_is_value, line)):
        return [_draft(one, first, place) for one in line]
    found: list[Draft] = []
    for number, unit in enumerate(takewhile(lambda one: one.use != "table", units[place:]), place):
        plain = (unit.rest if unit.mark or unit.code else unit.text).strip(" .")
        told = unit.prose and not (unit.mark or unit.code)
        if told and found:  # what a value means
            continue
        like = not found or _dress(unit) == _dress(units[found[0].place])
        ends = found and unit.gap > 0 and not (unit.mark or unit.code)
        if unit.use or not like or ends or not _is_value(plain):
            break
        found.append(_draft(plain, unit, number))
    return found


def _dress(unit: Unit) -> tuple[str, str]:
    return unit.mark, unit.code.shape if unit.code else ""


def _is_value(text: str) -> bool:
    text = text.strip()
    named = text[:1].isupper() and len(text.split()) <= _MOST_WORDS and not text.endswith(":")
    return named and words.label(text, before_list=False) is None


def _draft(text: str, unit: Unit, place: int) -> Draft:
    return Draft("viewpoint", text.strip(), place, place, unit.first, unit.last, unit.page)
