"""English titles side by side below what names them, as a page at a glance prints them.

``Our goals`` above ``Clean water      Safe streets``, or ``PILLAR 1      PILLAR 2`` above
``Water      Voice``: wide spaces part them, and each becomes a line of its own.
"""

from __future__ import annotations

import re
from copy import copy

from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.terms import labels, lexicon
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.looks import plain

_GAP = re.compile(r" {3,}|\t+")
#: A cell of figures, or of a table whose first column names them.
_FIGURES = re.compile(r"[\d$€£%]|^\W*$")
_ROLES = frozenset(("viewpoint", "goal", "policy", "measure", "direction"))
_MOST_WORDS = 10


def part(units: list[Unit]) -> list[Unit]:
    """Return the units, titles side by side as units of their own."""
    found: list[Unit] = []
    beside = False
    for unit in units:
        cells = _cells(unit)
        above = found[-1] if found else None
        codes = bool(cells) and all(_is_code(cell) for cell in cells)
        beside = bool(cells) and (codes or (above is not None and (beside or _announces(above))))
        found += [_alone(unit, cell) for cell in cells] if beside else [unit]
    return found


def _cells(unit: Unit) -> list[str]:
    """Return the titles that stand side by side on a line, two or more of them; or nothing."""
    if "   " not in unit.text and "\t" not in unit.text:
        return []
    text = unit.text.strip()
    if unit.use or unit.cells or unit.mark or not text.isascii() or not _GAP.search(text):
        return []
    cells = _GAP.split(text)
    titles = all(
        cell[0].isupper() and len(cell.split()) <= _MOST_WORDS and not cell.endswith((".", ":"))
        for cell in cells
    )
    named = all(_is_code(cell) or not _FIGURES.search(cell) for cell in cells)
    return cells if titles and named and (unit.code is None or _is_code(cells[0])) else []


def _is_code(text: str) -> bool:
    code, place = parse(narrow(text))[1:]
    return bool(code and code.word and not text[place:].strip())


def _announces(unit: Unit) -> bool:
    """Tell a line that says what stands below it: Our community outcomes, Guiding principles."""
    if unit.code or unit.mark or unit.use:
        return False
    told = labels.label(unit.text.strip(), before_list=False) in (labels.TOP, labels.LOW)
    return told or lexicon.role_of(plain(unit.text)) in _ROLES


def _alone(unit: Unit, text: str) -> Unit:
    one = copy(unit)
    one.text, one.code, one.mark = text, None, ""
    parse_unit(one)
    return one
