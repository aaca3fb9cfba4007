"""Titles cut over lines that the document prints on one line elsewhere: they are put together."""

from __future__ import annotations

import re

from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms.lexicon import PLAN_NAME

#: A title, and each line of one, has so many letters; so many lines are put together.
_SHORTEST, _LONGEST, _LINE, _LINES = 8, 60, 3, 3
_SPACE = re.compile(r"[\s　]+")
#: What stands below a title, and is no part of it: (教育・文化), 「…のまち」, 平成27年.
_BESIDE = re.compile(r"[「『(（【<＜~～〜\d]|平成|令和")


def join(units: list[Unit]) -> list[Unit]:
    """Return the units, lines that are one title on another page as one."""
    whole: dict[str, str] = {}
    for unit in units:
        if unit.prose:
            continue
        title = unit.rest or unit.text
        if _is_plain(unit) and _SHORTEST <= len(title) <= _LONGEST:
            whole.setdefault(_SPACE.sub("", title), title)
    end = 0
    gone: set[int] = set()
    for place in [place for place, unit in enumerate(units) if not unit.prose]:
        taken = _lines(units, place, whole) if place >= end else 1
        if taken > 1:
            end = place + taken
            _put_together(units[place:end], whole)
            gone.update(range(place + 1, end))
    return [unit for place, unit in enumerate(units) if place not in gone] if gone else units


def _is_plain(unit: Unit) -> bool:
    return not (unit.use or unit.prose or unit.cells or unit.text.isascii())


def _may_go_on(units: list[Unit], place: int) -> bool:
    """Tell a line that may be the next of a title."""
    unit = units[place] if place < len(units) else None
    if unit is None or not _is_plain(unit) or unit.code or unit.mark:
        return False
    return len(unit.text) >= _LINE and not _BESIDE.match(unit.text)


def _lines(units: list[Unit], place: int, whole: dict[str, str]) -> int:
    """Return how many lines from ``place`` on are a title that stands elsewhere on one."""
    if not (_is_plain(units[place]) and _may_go_on(units, place + 1)):
        return 1
    text = _SPACE.sub("", units[place].rest or units[place].text)
    if len(text) < _LINE or PLAN_NAME.search(text):
        return 1
    for count in range(2, _LINES + 1):
        if not _may_go_on(units, place + count - 1):
            return 1
        text += _SPACE.sub("", units[place + count - 1].text)
        if text in whole:
            return count
    return 1


def _put_together(lines: list[Unit], whole: dict[str, str]) -> None:
    first = lines[0]
    rest = first.rest or first.text
    title = whole[
        "".join(_SPACE.sub("", one) for one in (rest, *(line.text for line in lines[1:])))
    ]
    first.printed = "".join(line.printed or line.text for line in lines)
    first.text = first.text[: len(first.text) - len(rest)] + title
    first.last = lines[-1].last
    first.contents = any(line.contents for line in lines)
    parse_unit(first)
