"""Lists in two dresses: • and ・ are one mark, and ② 3 ④ one count, where a list mixes them."""

from __future__ import annotations

import itertools

from plangraph.reading.rows import Unit

_POINTS = frozenset("•・")
#: Numbers that differ by their dress alone.
_DRESSES = frozenset(("N", "①", "(N)", "N)"))


def unify(units: list[Unit]) -> None:
    """Give the items of a list one dress, where fonts or hands gave them two."""
    _count(units)
    _point(units)


def _count(units: list[Unit]) -> None:
    """Give a number the dress of those around it, which it counts between: ② 3 ④."""
    coded = [unit for unit in units if unit.code and not unit.use]
    for before, unit, after in zip(coded, coded[1:], coded[2:], strict=False):
        first, code, last = before.code, unit.code, after.code
        if not (first and code and last) or first.family == code.family or first.word or code.word:
            continue
        due = first.following == code.numbers and code.following == last.numbers
        if due and first.family == last.family and {first.shape, code.shape} <= _DRESSES:
            unit.code = code._replace(shape=first.shape)


def _point(units: list[Unit]) -> None:
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
