"""Indicators of men and of women (男女別): the name stands once, above or before two rows."""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.tables.evidence import Atom, joined
from plangraph.reading.terms.codes import narrow

_SEX = re.compile(r"\(?(?P<sex>[男女](?:性|子|児)?|夫|妻)\)?")
#: The words and values of a row that has a line for each in its cells.
_CELLS = 8


def name(atoms: list[Atom], width: int) -> list[Atom]:
    """Return the atoms of a table, each row of men or of women with the whole of its name."""
    if not any(map(_sex, atoms)):
        return atoms
    found: list[Atom] = []
    stem: list[Atom] = []
    place = begun = 0
    while place < len(atoms):
        rows, end = _rows(atoms, place, width) if _sex(atoms[place]) else ([], place + 1)
        if rows:
            stem = found[begun:] or stem
            del found[begun:]
            for sex, *others in rows:
                first = stem[0] if stem else sex
                title = joined([*(one.text for one in stem), f"（{_sex(sex)}）"])
                found += [replace(first, text=title, starts=True), *others]
            begun = len(found)
        else:
            found.append(atoms[place])
            begun = len(found) if atoms[place].value else begun
        place = end
    return found


def _sex(atom: Atom) -> str:
    told = None if atom.value else _SEX.fullmatch(narrow(atom.text))
    return told["sex"] if told else ""


def _rows(atoms: list[Atom], place: int, width: int) -> tuple[list[list[Atom]], int]:
    """Return the rows that begin with a sex, and what follows them."""
    first, value, second, other, *aims = [*atoms[place:], *[Atom("", 0)] * _CELLS][:_CELLS]
    if width == 2 and value.value and other.value and _sex(second) not in ("", _sex(first)):
        same = [_sex(one) for one in aims[::2]] == [_sex(first), _sex(second)]
        told = aims[1::2] if same else aims[:2]  # 女性 71% 男性 62% 80% 75%
        if all(one.value for one in told):
            return [[first, value, told[0]], [second, other, told[1]]], place + 4 + 2 * (1 + same)
    end = place + 1 + atoms[place + 1].unit if place + 1 < len(atoms) else place + 1
    while end < len(atoms) and atoms[end].value:
        end += 1
    valued = atoms[end - 1].value
    return ([atoms[place:end]], end) if valued else ([], place + 1)
