"""What each title of a list has before or behind it in brackets of one form: its field."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from plangraph.reading.rows import Unit
from plangraph.reading.tables.planrows import OFFICE
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

_OPEN, _CLOSE = "（(【［[〔＜<〈《", "）)】］]〕＞>〉》"
_LETTER = rf"[^{re.escape(_OPEN + _CLOSE)}「」『』。、]"
_INNER = rf"(?P<field>{_LETTER}{{2,14}}(?:、{_LETTER}{{2,14}})*)"
_BEHIND = re.compile(
    rf"(?P<title>.{{4,}}?)[\s　]*(?P<open>[{re.escape(_OPEN)}]){_INNER}[{re.escape(_CLOSE)}]"
)
_BEFORE = re.compile(
    rf"(?P<open>[{re.escape(_OPEN)}]){_INNER}[{re.escape(_CLOSE)}][\s　]*(?P<title>.{{4,}})"
)
#: What is no field: an office that answers, years and other numbers, what has come before.
_NO_FIELD = re.compile(rf"(?:{OFFICE})$|[\d０-９]|再掲|仮称|案$|新規|継続|拡充")
_LEAST = 3


def settle(units: list[Unit]) -> None:
    """Take the fields off the titles of all lists in which each title has one."""
    families: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.code and not (unit.use or unit.prose):
            families[unit.code.family].append(unit)
    for family in families.values():
        take_off(family)
    for mark, run in itertools.groupby(units, _mark):
        if mark:
            take_off(list(run))


def _mark(unit: Unit) -> str:
    return "" if unit.code or unit.use or unit.prose else unit.mark


def take_off(listed: list[Unit]) -> None:
    """Take the field off each title of a list, if all titles have one in the same place."""
    if len(listed) < _LEAST or not all(set(_OPEN) & set(unit.text) for unit in listed):
        return
    for pattern in (_BEHIND, _BEFORE):
        found = [pattern.fullmatch((unit.rest or unit.text).strip()) for unit in listed]
        matches = [one for one in found if one]
        if len(matches) < len(listed) or len({one["open"] for one in matches}) > 1:
            continue
        names = [one["field"] for one in matches]
        if any(_NO_FIELD.search(name) or role_of(plain(name)) for name in names):
            continue
        if sum(map(len, names)) >= sum(len(one["title"]) for one in matches):
            continue
        for unit, one in zip(listed, matches, strict=True):
            _bare(unit, one["title"].strip(), one["field"])
        return


def _bare(unit: Unit, title: str, field: str) -> None:
    whole = unit.rest or unit.text
    unit.printed = unit.printed or unit.text
    unit.text = unit.text.replace(whole, title) if whole in unit.text else title
    unit.rest = title
    unit.keywords = tuple(re.split("[、・]", field))
