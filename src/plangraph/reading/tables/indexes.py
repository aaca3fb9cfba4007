"""Indexes of indicators (成果指標一覧): what an annex prints once more, away from its measures."""

from __future__ import annotations

import itertools
from collections import Counter

from plangraph.fiscal import fold
from plangraph.reading.rows import Unit
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

#: So many rows one behind the other, and so many of them stated elsewhere, are an index.
_ROWS, _KNOWN = 6, 0.8
#: Rows of one table are no further from each other (logical lines).
_STEP = 3
#: So many titles above tables part an index.
_HEADED = 2


def without(found: list[Found]) -> list[Found]:
    """Leave out, of indicators in their order, the rows of an index.

    A row that two measures share stands alone among others in each, and stays.
    """
    known = Counter(map(_key, found))
    if len(known) == len(found):
        return found
    kept: list[Found] = []
    for table in _tables(found):
        within = Counter(map(_key, table))
        again = [one for one in table if known[_key(one)] > within[_key(one)]]
        if len(table) >= _ROWS and len(again) >= _KNOWN * len(table):
            known -= Counter(map(_key, again))
            table = [one for one in table if one not in again]
        kept += table
    return kept


def by_measure(units: list[Unit]) -> None:
    """Leave out the title of an index (成果指標一覧) whose tables stand below titles with numbers.

    It heads a list of indicators, but what it holds first of all are these titles.
    """
    index = [
        place for place, unit in enumerate(units)
        if unit.text.rstrip().endswith("一覧") and not unit.use
        and role_of(plain(unit.text)) == "indicator"
    ]  # fmt: skip
    for place in index:
        headed = sum(
            bool(unit.code and unit.rest and not (unit.use or unit.prose or below.code))
            and below.use == "table"
            for unit, below in itertools.pairwise(units[place + 1 :])
        )
        if headed >= _HEADED:
            units[place].use = "table"


def _key(one: Found) -> tuple[str, *tuple[float | None, ...]]:
    values = (one.baseline, one.target)
    return (fold(one.title), *(value.number if value else None for value in values))


def _tables(found: list[Found]) -> list[list[Found]]:
    """Part indicators where other text stands between them."""
    tables = [found[:1]]
    for before, one in itertools.pairwise(found):
        if one.place > before.place + _STEP:
            tables.append([])
        tables[-1].append(one)
    return tables
