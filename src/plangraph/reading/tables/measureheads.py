"""The heads of indicator tables (指標 … 現状値 … 目標値): what each column holds, of which year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear
from plangraph.reading.rows import Unit
from plangraph.reading.tables.headwords import times
from plangraph.reading.tables.tableheads import speaks_of_aims
from plangraph.reading.tables.valuecolumns import are_results, origin
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.quantities import VALUE, YEAR, year_in

#: A head that is a year: 2021/22, R4.
_ONLY_YEAR = re.compile(rf"(?:{YEAR.pattern})(?:/\d\d)?")


@dataclass(slots=True)
class Column:
    """A column of an indicator table: what it holds and of which year."""

    holds: str
    year: FiscalYear | None = None


def _column(cell: str) -> str | None:
    """Among the columns of an indicator table 目標 is the value aimed at, not a goal."""
    kind = column(cell)
    return "target" if kind == "goal" or cell.startswith("目標値") else kind


def _dated(units: list[Unit], place: int) -> list[Column]:
    """Read a head that names only years, below a label (目標), its names without a head."""
    cells = [cell for cell in units[place].cells if cell.strip(" |")]
    years = [year_in(cell) if len(cell) < 16 else None for cell in cells]
    above = units[place - 1 : place] + units[place - 2 : place - 1] if place > 1 else []
    if len(years) < 2 or None in years or years[0] == years[-1]:
        return []
    if not any(speaks_of_aims(unit.text) for unit in above):
        return []
    told = [year for year in years if year]
    if told != sorted(told):  # the value aimed at before that now
        return []
    holds = ["baseline", *["middle"] * (len(years) - 2), "target"]
    if are_results(told):
        holds = [*["middle"] * (len(years) - 2), "baseline", "target"]
    return [Column("title"), *(Column(hold, year) for hold, year in zip(holds, told, strict=True))]


def read(units: list[Unit], place: int) -> tuple[list[Column], int]:
    """Read the head of cells of an indicator table at ``place``: columns, next unit."""
    cells = units[place].cells
    if len(cells) < 2:
        return [], place
    cells = cells[: len(cells) // times(cells)]
    if only_years := _dated(units, place):
        return only_years, place + 1
    kinds = [_column(cell) if len(cell) < 34 else None for cell in cells]
    aims = [number for number, kind in enumerate(kinds) if kind == "target"]
    if len(aims) > 1 and not {"baseline", "title"} & set(kinds) and "値" in cells[aims[-1]]:
        kinds = ["other" if kind == "target" else kind for kind in kinds]
        kinds[aims[-2]], kinds[aims[-1]] = "title", "target"  # 重点目標 | 数値目標 | 目標値
    now = narrow(cells[aims[0] - 1]) if aims and aims[0] else ""
    if "baseline" not in kinds and _ONLY_YEAR.fullmatch(now):
        kinds[aims[0] - 1] = "baseline"  # Indicator | 2021/22 | Target 2025/26
    if not {"target", "middle"} & set(kinds) or not {"baseline", "title"} & set(kinds):
        return [], place
    if kinds[0] in ("measure", "target", None) and "title" not in kinds:
        kinds[0] = "title"
    if not {"target", "middle"} & set(kinds):
        return [], place
    known = [number for number, kind in enumerate(kinds) if kind == "baseline"]
    own = max(known, key=lambda number: (origin(cells[number]), number), default=0)
    dated = [n for n in range(min(known, default=0)) if YEAR.fullmatch(narrow(cells[n]))]
    if dated and len(known) > 1:  # the year before those whose results are told
        own = dated[-1]
        known.append(own)
    for number in known:  # the value at the start, or that now, or the last one known
        kinds[number] = "baseline" if number == own else "other"
    if "target" not in kinds:  # the only aim is that of a year in the middle
        kinds[len(kinds) - 1 - kinds[::-1].index("middle")] = "target"
    columns = [Column(kind or "", year_in(cell)) for kind, cell in zip(kinds, cells, strict=True)]
    after = place + 1
    while after < len(units) and units[after].use == "rule":
        after += 1
    if after < len(units) and len(units[after].cells) == len(units[place].cells):
        below = units[after].cells[: len(cells)]
        years = [year_in(cell) for cell in below]
        if any(years) and not any(
            VALUE.fullmatch(narrow(cell)) and not year
            for cell, year in zip(below, years, strict=True)
            if cell
        ):
            for one, year in zip(columns, years, strict=True):
                one.year = year or one.year
            after += 1
    return columns, after
