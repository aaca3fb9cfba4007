"""Indicators whose values stand below their name, each behind a word or year of its own.

    緑被率
    現状値 31.4%
    目標値 32%

The word may stand on the line above its value, and be any word that comes again: 今 … 10年後 ….
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables import changes
from plangraph.reading.tables.evidence import is_measured
from plangraph.reading.tables.headwords import VALUE_HEADS, kind_of
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import (
    BRACKETED,
    CELL,
    YEAR,
    common_unit,
    unbracketed,
    year_in,
)
from plangraph.values import Quantity

#: A name has so many lines and letters; what tells of aims stands so many units above.
_LINES, _LONGEST, _FAR = 3, 50, 12
#: Values of one name: as many years as a plan may print.
_MOST = 4
_HEADED = "(?:の?(?:現状|基準|実績|中間|目標)値?)?"
_KEY = (
    rf"(?:{YEAR.pattern}末?頃?{_HEADED}|\d{{1,2}}年[前後]|[^\s\d()。、:・]{{1,8}}?)"
    rf"(?:\s?{BRACKETED})?"
)
_VALUE = rf"(?:{CELL.pattern})(?:\s?{BRACKETED})?"
_PAIR = re.compile(
    rf"\s*(?P<key>{_KEY})(?:\s*[:]\s*|\s+|(?<=\))(?=[\d未]))(?P<value>{_VALUE})(?=[\s、→⇒]|,(?!\d)|$)[\s、,→⇒]*"
)
#: A value behind a space or colon, or the end of a year; a word that heads a value is short.
_MAY_KEY, _LONGEST_KEY = (
    re.compile(r"[\s:)][△▲約延年\-]?\S{0,3}\d|\)未|[\s:][\-―]|[年度末頃)]$"),
    16,
)
_HEAD_WORD = re.compile(rf"[^\s():]{{2,8}}(?:{BRACKETED})?(?=[\s:])")
_LONE_VALUE = re.compile(rf"{_VALUE}|[\-―－–—−]")
_ABOUT = re.compile("指標|目標|KPI|成果|めざ|目指")
_LABEL = re.compile(r"(?:目標値?|指標|KPI|数値|抜粋\)?|項目)[】\])>]?$")
_SENTENCE = re.compile("[。、]|ます$|です$")
#: Uses of lines that come again below other names, as the fields of indicators do.
REPEATED = ("field", "catchword", "office")


@dataclass(slots=True)
class _Group:
    """The values below one name: the keys and values, where they begin and end."""

    pairs: list[tuple[str, str]]
    first: int
    last: int

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.pairs)


def collect(units: list[Unit]) -> list[Found]:
    """Return the indicators of this form and mark their lines as a table."""
    groups = list(_groups(units))
    often = Counter(group.keys for group in groups)
    found: list[Found] = []
    above = -1
    about: set[tuple[str, ...]] = set()
    for group in groups:
        if _about(units, group.first):
            about.add(group.keys)
        kinds = _kinds(group.keys, often[group.keys], group.keys in about)
        if kinds is None:
            continue
        name, first = _name(units, group.first, above)
        last = group.last
        if not name and (name := _name_below(units, last)):
            first, last = group.first, last + 1
        above = last
        if not name:
            continue
        found.append(_found(name, group, kinds, units, first, last))
        for unit in units[first : last + 1]:
            unit.use = "table"
    return found


def _groups(units: list[Unit]) -> Iterator[_Group]:
    last = -1
    for place in [place for place, unit in enumerate(units) if not unit.prose]:
        if place > last and (group := _group(units, place)):
            yield group
            last = group.last


def _group(units: list[Unit], place: int) -> _Group | None:
    """Return the keys and values that begin at a place, up to where a key comes again."""
    pairs: list[tuple[str, str]] = []
    last = start = place
    while place < len(units) and len(pairs) < _MOST:
        new, after = _pairs(units, place)
        keys = [key for key, _ in (*pairs, *new)]
        if not new or len(set(keys)) < len(keys):
            break
        if pairs and units[place].gap and not units[start].gap:
            break
        pairs += new
        last, place = after - 1, after
    return _Group(pairs, start, last) if len(pairs) > 1 else None


def _pairs(units: list[Unit], place: int) -> tuple[list[tuple[str, str]], int]:
    """Return the keys with their values on one line, or on two; what follows them."""
    unit = units[place]
    if unit.prose or unit.cells or unit.use not in ("", "rule", *REPEATED):
        return [], place
    text = narrow(unit.text.strip().removeprefix(unit.mark)).strip()
    if len(text) > 80:
        return [], place
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1].strip()
    if not _MAY_KEY.search(text) and (len(text) > _LONGEST_KEY or kind_of(text) is None):
        headed = _HEAD_WORD.match(text)
        if headed is None or kind_of(headed[0]) not in VALUE_HEADS:
            return [], place
    pairs: list[tuple[str, str]] = []
    at = 0
    while match := _PAIR.match(text, at):
        pairs.append((match["key"], match["value"]))
        at = match.end()
    if pairs and at == len(text) and _is_value(pairs):
        return pairs, place + 1
    after = units[place + 1] if place + 1 < len(units) else None
    if after is None or after.prose or after.gap or after.cells:
        return [], place
    value = narrow(after.text).strip()
    dated = YEAR.fullmatch(unbracketed(text)) or kind_of(text)
    if dated and _LONE_VALUE.fullmatch(value) and _is_value([(text, value)]):
        return [(text, value)], place + 2
    return [], place


def _is_value(pairs: list[tuple[str, str]]) -> bool:
    return all(not YEAR.fullmatch(value) for _, value in pairs)


def _about(units: list[Unit], place: int) -> bool:
    """Tell that a line above speaks of aims or measures."""
    return any(
        _ABOUT.search(unit.text) for unit in units[max(0, place - _FAR) : place] if not unit.prose
    )


def _kinds(keys: tuple[str, ...], times: int, about: bool) -> tuple[int, int] | None:
    """Return which values are that of now and that aimed at, if the keys tell."""
    kinds = [_kind(key) for key in keys]
    if "target" in kinds:
        aim = len(kinds) - 1 - kinds[::-1].index("target")
        known = [n for n, kind in enumerate(kinds) if kind == "baseline"]
        known = known or [n for n, kind in enumerate(kinds) if kind == "year" and n < aim]
        if known or not keys[-1].endswith("年後"):
            return (known[0], aim) if known else None
    years = [year_in(key) for key in keys]
    if all(years):
        told = [int(year) for year in years if year is not None]
        rises = told == sorted(told) and told[-1] - told[0] > 2
        return (0, len(keys) - 1) if rises and about and times > 1 else None
    later = keys[-1].endswith("年後")
    return (0, len(keys) - 1) if times > 1 and about and later else None


def _kind(key: str) -> str | None:
    plain = re.sub(BRACKETED, "", key).strip()
    if YEAR.fullmatch(plain):
        return "year"
    return kind_of(plain)


def _name(units: list[Unit], place: int, above: int) -> tuple[str, int]:
    """Return the name above values, of one line or several, and where it begins."""
    first = place
    name = ""
    while first - 1 > above and place - first < _LINES:
        unit = units[first - 1]
        counted = unit.code is not None and unit.code.parted and not unit.code.word
        text = unit.rest if counted and unit.rest else unit.text.strip()
        heading = unit.code is not None and unit.code.word
        if unit.prose or unit.cells or unit.use or heading or _SENTENCE.search(text):
            break
        if name and (units[first].gap or unit.code or _LABEL.search(narrow(text))):
            break
        if not name and _LONE_VALUE.fullmatch(narrow(text)):  # years stand below their values here
            break
        if len(text) + len(name) > _LONGEST:
            break
        name = text + name
        first -= 1
    name = changes.clean(name)
    return (name, first) if len(name) > 1 and not kind_of(narrow(name)) else ("", place)


def _name_below(units: list[Unit], last: int) -> str:
    """Return the name on the line below values that have none above, if it is one."""
    unit = units[last + 1] if last + 1 < len(units) else None
    if (
        unit is None
        or unit.gap
        or unit.prose
        or unit.cells
        or unit.use
        or len(unit.text) > _LONGEST
    ):
        return ""
    return changes.clean(unit.text) if is_measured(unit.text) else ""


def _found(
    name: str, group: _Group, kinds: tuple[int, int], units: list[Unit], first: int, last: int
) -> Found:
    found = Found(name, units[first].first, units[last].last, first)
    (found.baseline, found.baseline_year), (found.target, found.target_year) = (
        value_of(*group.pairs[number]) for number in kinds
    )
    found.unit = common_unit(found.baseline, found.target)
    return found


def value_of(key: str, value: str) -> tuple[Quantity, FiscalYear | None]:
    """Return a value and its year, which its key or the brackets behind it name."""
    aside = re.search(rf"\s?({BRACKETED})$", value)
    year = year_in(key) or (year_in(aside[1]) if aside else None)
    if aside and (year_in(aside[1]) or re.search(r"\d", value[: aside.start()])):
        value = value[: aside.start()]
    return Quantity.parse(value.strip()), year
