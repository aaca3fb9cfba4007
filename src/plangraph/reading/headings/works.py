"""Names of works beside their label, or side by side below it: 主な事業 除雪事業、道路補修事業."""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery.lines import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import TITLE_END, role_of
from plangraph.reading.terms.looks import plain

_LABELLED = re.compile(
    r"(?P<label>[【〔［\[<＜〈《■◆●○◎□▼]?\s?[^\s:：、。【】]{2,14}?[】〕］\]>＞〉》]?)"
    r"(?:\s*[:：]\s*|[\s　]+|(?<=[】〕］\]>＞〉》]))(?P<names>[^\s:：].{3,})"
)
_BETWEEN = re.compile(r"[、，]\s*|\s*[／/]\s*|[\s　]+")
#: A name has so many letters, and no word that only goes on.
_SHORTEST, _LONGEST = 4, 30
_GOES_ON = re.compile(r"[をがは]|[のとにで]$|^(?:など|及び|その他)")
_MARKS = "・●○◆■"


def part(units: list[Unit]) -> list[Unit]:
    """Return the units, each name of a work as a unit of its own that bears the mark of lists."""
    found: list[Unit] = []
    for unit, after in itertools.zip_longest(units, units[1:]):
        plain_line = not (unit.use or unit.prose or unit.cells or unit.contents or unit.code)
        if not plain_line or "事業" not in unit.text or unit.mark == "・":
            found.append(unit)
            continue
        labelled = _LABELLED.fullmatch(unit.text)
        names: list[str] = []
        if labelled and _is_label(labelled["label"]):
            if names := _names(labelled["names"], 1):
                found.append(_alone(unit, labelled["label"]))
        elif found and _is_label(found[-1].text) and not unit.mark:
            listed = after is not None and len(_names(after.text, 1)) == 1  # one a line
            names = _names(unit.text, 2 if listed else 1)
        found += [_named(unit, name) for name in names] if names else [unit]
    return found


def _is_label(text: str) -> bool:
    name = plain(text)
    return name.endswith("事業") and len(name) <= 14 and role_of(name) == "action"


def _names(text: str, least: int) -> list[str]:
    """Return the names on a line, ``least`` or more of them, if nothing else stands there."""
    names = [name for name in _BETWEEN.split(text.strip(" 　" + _MARKS)) if name]
    works = sum(name.endswith("事業") for name in names)
    if len(names) < least or 2 * works < len(names) or "。" in text:
        return []
    return names if all(map(_is_name, names)) else []


def _is_name(name: str) -> bool:
    ends = TITLE_END.search(name) or name[-1] in ")）"
    fits = _SHORTEST <= len(name) <= _LONGEST
    return bool(ends) and fits and not _GOES_ON.search(name) and role_of(narrow(name)) is None


def _named(unit: Unit, name: str) -> Unit:
    work = _alone(unit, name)
    work.mark, work.rest = "・", name
    return work


def _alone(unit: Unit, text: str) -> Unit:
    alone = Unit(text, unit.first, unit.last, unit.page, None, unit.size)
    parse_unit(alone)
    alone.gap = unit.gap
    return alone
