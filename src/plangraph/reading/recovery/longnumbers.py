"""Long numbers before titles (20301 学習機会の提供): levels written without anything between.

A number of four digits and more may be a year, an amount or an address. Numbers that count titles
begin with 01, go on by one, and begin with 01 again below the next.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow

_LONG = re.compile(r"(?P<above>\d{2,4})(?P<own>\d\d)\s+(?=[^\W\d])(?!\d*年)")
#: A shorter one is a number alone.
_LONGER = 100
#: So many of them are no chance; all of these may be years.
_FEWEST, _YEARS = 3, range(1860, 2100)


def learn(units: list[Unit]) -> None:
    """Give units the code that a long number is: 1101, 1102, 1201."""
    found: list[tuple[Unit, re.Match[str]]] = []
    for unit in units:
        short = unit.code is not None and (unit.code.shape != "N" or unit.code.numbers[0] < _LONGER)
        taken = short or unit.mark or unit.use or unit.prose or unit.cells
        if not taken and unit.text[0].isdecimal() and (match := _LONG.match(narrow(unit.text))):
            found.append((unit, match))
    if len(found) < _FEWEST:
        return
    numbers = [(int(match["above"]), int(match["own"])) for _, match in found]
    if not _count(numbers) or all(above * 100 + own in _YEARS for above, own in numbers):
        return
    for (unit, match), number in zip(found, numbers, strict=True):
        unit.code = Code("", "N-N", number, unit.text[: match.end("own")])
        unit.rest = unit.text[match.end() :].strip().replace("\t", " ")


def _count(numbers: list[tuple[int, int]]) -> bool:
    """Tell numbers that go on by one, and begin with one below each other number above."""
    order = list(dict.fromkeys(numbers))
    return order[0][1] == 1 and all(
        after == (before[0], before[1] + 1) or (after[1] == 1 and after[0] > before[0])
        for before, after in itertools.pairwise(order)
    )
