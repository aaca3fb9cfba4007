"""Values that an arrow leads to on the line below: 12社（H26） / → 30社（H31）."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import ARROW, BRACKETED, CELL

_VALUE = rf"(?:{CELL.pattern})(?:\s?{BRACKETED})?"
_LEADS = re.compile(rf"{ARROW}\s*{_VALUE}", re.I)
_BEFORE = re.compile(rf"(?:.*[\s:])?{_VALUE}", re.I)
_SIGNS = frozenset("→⇒➡➔▶-")
_LONGEST = 80


def join(units: list[Unit]) -> None:
    """Put a value behind the arrow that begins a line to the value at the end of the line above."""
    for place in [place for place, unit in enumerate(units) if unit.text[:1] in _SIGNS and place]:
        unit, above = units[place], units[place - 1]
        if above.use or above.cells or len(above.text) > _LONGEST or len(unit.text) > _LONGEST:
            continue
        if _LEADS.fullmatch(narrow(unit.text)) and _BEFORE.fullmatch(narrow(above.text)):
            above.text, above.last, unit.use = f"{above.text} {unit.text}", unit.last, "joined"
