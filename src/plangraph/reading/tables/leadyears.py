"""Years before the values that they are of: 火災件数 R3 12 R9 8, in columns of their own."""

from __future__ import annotations

import itertools

from plangraph.reading.rows import Unit
from plangraph.reading.tables.atoms import value_at
from plangraph.reading.tables.headwords import WORD
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.quantities import UNIT_ONLY, YEAR, parted

#: So many lines of a table tell its form, and so many years before a value.
_LINES, _FEWEST = 24, 2


def are_led(units: list[Unit], place: int, letters: int) -> bool:
    """Tell rows of which each value has its year before it, from those with the year behind."""
    words: list[str] = []
    for unit in units[place : place + _LINES]:
        if unit.prose:
            break
        words += WORD.findall(parted(unit.text[letters:]))
        letters = 0
    words = [word for word in words if not UNIT_ONLY.fullmatch(word)]
    kinds = ["Y" if _is_year(word) else "V" if value_at([word], 0) else "" for word in words]
    if kinds.count("Y") < _FEWEST:
        return False
    pairs = list(itertools.pairwise(kinds))
    before, behind = pairs.count(("Y", "V")), pairs.count(("V", "Y"))
    return before >= _FEWEST and before > behind


def behind(tokens: list[str], year: str) -> tuple[list[str], str]:
    """Return the words of a line, years behind their values, and the year that waits for its own.

    ``year``: the one that waits at the end of the line above.
    """
    found: list[str] = []
    number = 0
    while number < len(tokens):
        token = tokens[number]
        taken = value_at(tokens, number)
        if _is_year(token):
            year, taken = token, 0
        else:
            found += tokens[number : number + max(taken, 1)]
        if taken and year:
            found.append(f"({year})")
            year = ""
        number += max(taken, 1)
    return found, year


def _is_year(word: str) -> bool:
    return YEAR.fullmatch(narrow(word)) is not None
