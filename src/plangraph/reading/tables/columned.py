"""Indicator tables that were printed column by column, of which every column has as many cells.

指標名 / 来館者数 / 貸出冊数 / 単位 / 人 / 冊 / 現状値 / 120 / 3.2 / 目標値 / 150 / 4.0
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables import keyed
from plangraph.reading.tables.atoms import value_at
from plangraph.reading.tables.headwords import kind_of
from plangraph.reading.tables.rownames import name_of
from plangraph.reading.tables.stated import Found
from plangraph.reading.tables.tableheads import begins, tokens_of
from plangraph.reading.tables.valuecolumns import origin
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import YEAR, common_unit, is_aside, unbracketed, year_in

#: A table has so many rows; its heads have so many letters at most, its cells so many.
_FEWEST, _MOST, _HEAD, _CELL = 2, 20, 30, 60
#: What a line says that is no head here, but a label of what follows.
_LABELS = frozenset(("measure", "policy", "direction"))
_ARROWS = frozenset("↑↗→↘↓")


@dataclass(slots=True)
class _Column:
    kind: str
    head: str
    year: FiscalYear | None = None
    cells: list[int] = field(default_factory=list)


def collect(units: list[Unit]) -> list[Found]:
    """Return the indicators of such tables and mark their lines."""
    found: list[Found] = []
    last = -1
    for place in [place for place, unit in enumerate(units) if _kind(unit) == "title"]:
        columns = _columns(units, place) if place > last else []
        rows = _rows(units, columns) if columns else []
        if not rows:
            continue
        found += rows
        last = columns[-1].cells[len(rows) - 1]
        for unit in units[place : last + 1]:
            unit.use = unit.use or "table"
    return found


def _kind(unit: Unit) -> str | None:
    """Return what the column holds whose head is all of a line."""
    if unit.prose or unit.cells:
        return None
    text = unit.text.strip()
    return kind_of(text) if len(text) <= _HEAD and len(text.split()) == 1 else None


def _columns(units: list[Unit], place: int) -> list[_Column]:
    """Return the columns that begin at a place, up to where a line is no cell."""
    found: list[_Column] = []
    while place < len(units):
        unit = units[place]
        text = unit.text.strip()
        kind = _kind(unit)
        taken = unit.use not in ("", "page-number", "rule")
        if taken or unit.prose or unit.cells or len(text) > _CELL or kind in _LABELS:
            break
        if kind:
            found.append(_Column(kind, text, year_in(text) if not text.isdigit() else None))
        elif found and found[-1].year is None and not found[-1].cells and _is_year(text):
            found[-1].year = year_in(text)
        elif found and not begins(unit) and len(found[-1].cells) < _MOST:
            found[-1].cells.append(place)
        else:
            break
        place += 1
    return found


def _is_year(text: str) -> bool:
    return bool(YEAR.fullmatch(unbracketed(text))) or is_aside(text)


def _rows(units: list[Unit], columns: list[_Column]) -> list[Found]:
    """Return the rows of columns of which each has as many cells; the last may go on into text."""
    if columns[0].kind != "title" or len(columns) < 3:
        return []
    count = len(columns[0].cells)
    if not _FEWEST <= count <= _MOST or any(len(one.cells) != count for one in columns[1:-1]):
        return []
    if len(columns[-1].cells) < count:
        return []
    valued = [one for one in columns[1:] if all(_is_value(units[n]) for n in one.cells[:count])]
    aims = [one for one in valued if one.kind == "target" and not _are_arrows(units, one)]
    known = [one for one in valued if one.kind == "baseline"]
    if not aims or not known or not any(one is not columns[-1] for one in (*aims, *known)):
        return []
    base = max(known, key=lambda one: origin(one.head))
    units_of = next((one for one in columns if one.kind == "unit"), None)
    return [_found(units, number, columns[0], base, aims[-1], units_of) for number in range(count)]


def _is_value(unit: Unit) -> bool:
    tokens = tokens_of(unit.text)
    return bool(tokens) and value_at(tokens, 0) == len(tokens)


def _are_arrows(units: list[Unit], column: _Column) -> bool:
    return all(units[place].text.strip() in _ARROWS for place in column.cells)


def _found(
    units: list[Unit], number: int, names: _Column, base: _Column, aim: _Column,
    measures: _Column | None,
) -> Found:  # fmt: skip
    unit = units[names.cells[number]]
    found = Found(name_of([unit.text.strip()]), unit.first, unit.last, names.cells[number])
    texts = (narrow(units[one.cells[number]].text).strip() for one in (base, aim))
    now, due = (keyed.value_of("", text) for text in texts)
    found.baseline, found.baseline_year = now[0], now[1] or base.year
    found.target, found.target_year = due[0], due[1] or aim.year
    measured = units[measures.cells[number]].text.strip() if measures else None
    found.unit = measured or common_unit(found.baseline, found.target)
    return found
