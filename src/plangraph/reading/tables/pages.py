"""Numbers of pages within a table, which are none of its values."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import CELL, UNIT_ONLY, is_aside

#: A page has so many lines at least; the next number is looked for within so many.
_SHORTEST, _FARTHEST = 12, 300


def is_counted(units: list[Unit], place: int) -> bool:
    """Tell the number of a page by the number of the next page, or of the one before, far off."""
    number = _number(units[place])
    if number is None or _is_cell(units, place):
        return False
    for step, due in ((1, number + 1), (-1, number - 1)):
        near, far = place + step * _SHORTEST, place + step * _FARTHEST
        lines = range(near, max(-1, min(far, len(units))), step)
        if any(_number(units[one]) == due and not _is_cell(units, one) for one in lines):
            return True
    return False


def _is_cell(units: list[Unit], place: int) -> bool:
    """Tell a value by what stands beside it: its unit above, its year or the next value below."""
    before = narrow(units[place - 1].text).strip() if place else ""
    after = narrow(units[place + 1].text).strip() if place + 1 < len(units) else ""
    valued = after and (CELL.fullmatch(after) or is_aside(after))
    return bool(valued or UNIT_ONLY.fullmatch(before))


def _number(unit: Unit) -> int | None:
    if unit.use != "page-number":
        return None
    found = re.search(r"\d{1,3}", narrow(unit.text))
    return int(found[0]) if found else None
