"""The columns of values of an indicator table: their years, and what holds now, what is aimed at.

A head may name more values than two, and years that stand for columns of their own.
"""

from __future__ import annotations

import itertools
import re

from plangraph.fiscal import FiscalYear
from plangraph.reading.tables.headwords import BESIDE

#: A column of values: what it holds (``KNOWN``, middle, target), and of which year.
Value = tuple[str, FiscalYear | None]
#: Kinds of values known: which a plan starts from before others, what is but compared at last.
KNOWN = ("beside", "told", "now", "start")
#: Years alone are the columns of so many values at most.
_MOST_YEARS = 4
#: The value that a plan starts from, where later ones stand beside it.
_START = re.compile("基準|策定|当初|初期|[Bb]aseline")
_NOW = re.compile("現状|現況|現在")


def _far(years: list[FiscalYear]) -> bool:
    """Tell years of which the last is far off, as that of an aim is: H28 R4, not R2 R3 R4."""
    return int(years[-1]) - int(years[-2]) > 1


def are_results(years: list[FiscalYear]) -> bool:
    """Tell the results of one year after the other, and a year aimed at: H30 R1 R2 R8."""
    steps = [int(later) - int(year) for year, later in itertools.pairwise(years)]
    return len(steps) > 1 and all(step == 1 for step in steps[:-1]) and steps[-1] > 1


def settled(columns: list[Value]) -> list[Value]:
    """Choose the value that the plan starts from, and the last that it aims at."""
    kinds = [kind for kind, _ in columns]
    known = [number for number, kind in enumerate(kinds) if kind in KNOWN]
    if not known or "target" not in kinds:
        return []
    first = max(known, key=lambda number: (KNOWN.index(kinds[number]), number))
    last = len(kinds) - 1 - kinds[::-1].index("target")
    return [
        ("baseline" if number == first else "target" if number == last else "middle", year)
        for number, (_, year) in enumerate(columns)
    ]


def dated(
    columns: list[Value], years: list[FiscalYear], told: tuple[bool, bool, bool], *, aimed: bool
) -> tuple[list[Value], list[Value]]:
    """Give columns their years, or years that stand for columns their kinds; what else they may be.

    ``aimed``: a word above says that the years are those of aims.
    """
    titled, named, leading = told
    kinds = [kind for kind, _ in columns]
    rising = bool(years) and years == sorted(set(years))
    if not columns and named and rising and 1 < len(years) < _MOST_YEARS and _far(years):
        return _aims(("start", years[0]), years[1:]), []
    if kinds == ["target"] and titled and len(years) == 2:
        return [("start", years[0]), ("target", years[1])], []  # Measure 2022 2027 target
    if kinds in (["start"], ["now"], ["told"]) and named and rising:
        if aimed or kinds != ["told"]:  # 指標 基準値 R2 R3 R4
            return _aims((kinds[0], None), years), _aims((kinds[0], years[0]), years[1:])
        return columns, []
    if len(columns) == 2 and kinds[1] == "target" and rising and len(years) > 2:
        if are_results(years):  # 実績値 H30 R1 R2, 目標値 R8
            return [*((kinds[0], year) for year in years[:-1]), ("target", years[-1])], []
        own = columns[0][1]
        every = _aims((kinds[0], own), years)  # 現状値(R4), 目標値 R5 R6 R7 R8
        some = _aims((kinds[0], years[0]), years[1:])
        return (every, some) if own and own not in years else (some, every)
    if len(years) >= len(columns) if leading else len(years) == len(columns) > 1:
        columns = [(kind, year) for (kind, _), year in zip(columns, years, strict=False)]
        if len(columns) == len(years) == 2 and rising:  # or: 基準値, 目標値 of two years
            return columns, _aims((kinds[0], None), years)
    return columns, []


def _aims(known: Value, years: list[FiscalYear]) -> list[Value]:
    """Return the columns of a value known, and those aimed at in each of some years."""
    aims: list[Value] = [("middle", year) for year in years[:-1]]
    return [known, *aims, *[("target", year) for year in years[-1:]]]


def columns_between(ends: list[Value], years: list[FiscalYear]) -> list[Value]:
    """Return a column for each of the years between two values: 現状 R7 R8 R9 目標."""
    (known, since), (aim, due) = ends
    middle: list[Value] = [("middle", year) for year in years]
    return [(known, None if since in years else since), *middle, (aim, due)]


def origin(head: str) -> int:
    """Rank the heads of values known: of others, any measured, that now, the start."""
    if BESIDE.match(head):
        return 0
    return 3 if _START.search(head) else 2 if _NOW.search(head) else 1
