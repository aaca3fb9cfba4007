"""Points of lists: • and ・ are one mark where a document mixes them within its lists."""

from __future__ import annotations

import itertools

from plangraph.reading.rows import Unit

_POINTS = frozenset("•・")


def unify(units: list[Unit]) -> None:
    """Give the items of lists one mark where some lists begin with ・ and go on with •.

    A small point never stands above a large one, so that such a list has no levels: two fonts, or
    two hands, printed it.
    """
    if not {unit.mark for unit in units} >= _POINTS:
        return
    lists = itertools.groupby(units, lambda unit: unit.mark in _POINTS)
    marks = [[unit.mark for unit in items] for marked, items in lists if marked]
    if any(one[0] == "・" and "•" in one for one in marks):
        for unit in units:
            if unit.mark == "•":
                unit.mark = "・"
