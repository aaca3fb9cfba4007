"""Indicator tables whose rows are what others have as columns: the names side by side.

指標名　　　　来館者数　貸出冊数
現状値（R4）　120人　　3.2冊
目標値（R9）　150人　　4.0冊
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables import keyed
from plangraph.reading.tables.atoms import value_at
from plangraph.reading.tables.headwords import VALUE_HEADS, WORD, kind_of
from plangraph.reading.tables.rownames import name_of
from plangraph.reading.tables.stated import Found
from plangraph.reading.tables.tableheads import tokens_of
from plangraph.reading.tables.valuecolumns import origin
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import common_unit, is_aside, is_value, year_in

#: What the head of the names holds; a row has so many letters at most.
_NAMES, _LONGEST = re.compile("指標|項目|KPI|ＫＰＩ|目標|easure|ndicator"), 200
_WIDE = re.compile(r"\t| {2,}|　+")


@dataclass(slots=True)
class _Row:
    """What a row says: of what it holds the cells, the words of its head, and where it stands."""

    kind: str
    head: str
    cells: list[str]
    place: int

    @property
    def year(self) -> FiscalYear | None:
        return year_in(self.head)


def collect(units: list[Unit]) -> list[Found]:
    """Return the indicators of such tables and mark their lines."""
    found: list[Found] = []
    last = -1
    for place in [place for place, unit in enumerate(units) if _may_name(unit)]:
        rows = _rows(units, place) if place > last else []
        table = _table(units, rows) if rows else []
        found += table
        if table:
            for row in rows:
                units[row.place].use = units[row.place].use or "table"
            last = rows[-1].place
    return found


def _may_name(unit: Unit) -> bool:
    """Tell a line that may be the row of names."""
    return not unit.prose and _NAMES.search(unit.text[:_LONGEST]) is not None


def _rows(units: list[Unit], place: int) -> list[_Row]:
    """Return the row of names at a place and those of values below it."""
    names = _row(units[place], place)
    if names is None or names.kind != "title":
        return []
    found = [names]
    for number in range(place + 1, len(units)):
        if units[number].use in ("rule", "page-number"):
            continue
        row = _row(units[number], number)
        if row is None or row.kind == "title":
            break
        found.append(row)
    return found


def _row(unit: Unit, place: int) -> _Row | None:
    """Return the row of a line that begins with the head of one."""
    if unit.prose or unit.use or len(unit.text) > _LONGEST:
        return None
    if unit.cells:
        cells = [cell.strip(" |") for cell in unit.cells]
        kind = kind_of(cells[0])
        if kind is None or (kind in VALUE_HEADS and not all(map(is_value, cells[1:]))):
            return None
        return _Row(kind, cells[0], cells[1:], place) if len(cells) > 1 else None
    first = WORD.match(unit.text.lstrip())
    kind = kind_of(first[0]) if first else None
    if first is None or kind is None:
        return None
    rest = unit.text.lstrip()[first.end() :].strip()
    if kind not in VALUE_HEADS:
        return _Row(kind, first[0], rest.split(), place) if rest else None
    words = tokens_of(rest)
    values: list[str] = []
    head = first[0]
    while words:
        taken = value_at(words, 0)
        if not taken and not (values and is_aside(words[0])):
            return None
        if taken:
            values.append("".join(words[:taken]))
        else:
            values[-1] += words[0]
        del words[: taken or 1]
    return _Row(kind, head, values, place) if values else None


def _table(units: list[Unit], rows: list[_Row]) -> list[Found]:
    """Return the indicators of rows that have a cell for each name."""
    known = [row for row in rows if row.kind == "baseline"]
    aims = [row for row in rows if row.kind == "target"]
    if not known or not aims:
        return []
    now, aim = max(known, key=lambda row: origin(row.head)), aims[-1]
    names = rows[0].cells
    if len(names) != len(now.cells):
        whole = units[rows[0].place].text.strip()
        names = [part for part in _WIDE.split(whole) if part.strip()][1:]
    if len({len(names), len(now.cells), len(aim.cells)}) > 1 or any(map(kind_of, names)):
        return []
    measures = next((row.cells for row in rows if row.kind == "unit"), [])
    found = []
    for number, name in enumerate(names):
        one = Found(name_of([name]), units[rows[0].place].first, units[aim.place].last, now.place)
        values = (keyed.value_of("", narrow(row.cells[number])) for row in (now, aim))
        (one.baseline, now_of), (one.target, due) = values
        one.baseline_year, one.target_year = now_of or now.year, due or aim.year
        measured = measures[number] if len(measures) == len(names) else None
        one.unit = measured or common_unit(one.baseline, one.target)
        found.append(one)
    return found
