"""Rows of a flattened table, read in the order of the columns that its head names.

Where a head names more than names and values (説明, 出典, 担当課), each cell has its place: words
go on to the next column within a line, and may go on in their own at the beginning of one. A
table is read so only if all its values find theirs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plangraph.reading.tables.alignment import Row
from plangraph.reading.tables.evidence import Atom, Evidence, joined, weights
from plangraph.reading.tables.headwords import VALUE_HEADS
from plangraph.reading.terms.codes import narrow

#: A cell has so many words, and a unit so many letters.
_MOST, _LONGEST_UNIT = 7, 6
#: What it costs that a cell goes on, on the next line or within one, and that one is empty.
_NEXT_LINE, _WITHIN, _EMPTY = -0.25, -1.2, -1.0
#: … that it ends within a phrase, and that a row begins within a line.
_CUT, _INNER = -0.5, -0.5
_CUT_WORD = re.compile(r"[のをにがはへともでや、・]$")
#: What each row is worth, and what it costs to leave a word out behind the last.
_ROW, _LEFT = 1.0, -0.1
_OFFICE = re.compile(r"(?:課|室|局|部|係|センター|委員会|本部|所|署|館)(?:等)?(?:$|[、・ 　])")
_PARTICLE = re.compile(r"[をがはにへともでの、。)）」』りせてねめれっんす]")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: the column that it is in, its atoms, and the cell before it."""

    column: int
    first: int
    after: int
    before: _Cell | None


def read(atoms: list[Atom], kinds: Sequence[str]) -> list[Row]:
    """Return the rows of a table whose columns hold ``kinds``; none where a value is left."""
    reached: dict[tuple[int, int], tuple[float, _Cell | None]] = {(0, 0): (0.0, None)}
    evidence = Evidence(atoms, weights())
    width = len(kinds)
    for place in range(len(atoms)):
        for column in range(width):
            if (place, column) not in reached:
                continue
            score, last = reached[place, column]
            score += 0.0 if column or atoms[place].starts else _INNER
            for after, at, gained in _cells(evidence, kinds, place, column):
                cell = _Cell(at, place, after, last)
                key = after, (at + 1) % width
                total = score + gained + (_ROW if at + 1 == width else 0.0)
                if key not in reached or reached[key][0] < total:
                    reached[key] = total, cell
    return _rows(_best(atoms, reached), kinds)


def _best(
    atoms: Sequence[Atom], reached: dict[tuple[int, int], tuple[float, _Cell | None]]
) -> _Cell | None:
    """Return the last cell of the best reading that leaves no value out."""
    most, best = -math.inf, None
    last = max((n for n, atom in enumerate(atoms) if atom.value), default=-1)
    for (after, column), (score, cell) in reached.items():
        total = score + _LEFT * (len(atoms) - after)
        if column == 0 and after > last and total > most:
            most, best = total, cell
    return best


def _cells(
    evidence: Evidence, kinds: Sequence[str], place: int, column: int
) -> Iterator[tuple[int, int, float]]:
    """Yield the cells that may begin at an atom: what follows, the column, what it scores.

    Cells between that hold words, and are no names, may be empty.
    """
    atoms, skipped = evidence.atoms, 0.0
    for at in range(column, len(kinds)):
        for after in range(place + 1, min(place + _MOST, len(atoms)) + 1):
            gained = _scored(atoms[place:after], kinds[at])
            if gained is None:
                break
            if kinds[at] == "title":
                told = evidence.name(tuple(range(place, after)))
                if "two names" in told:
                    break
                gained = evidence.score(told)
            yield after, at, skipped + gained
        if kinds[at] in (*VALUE_HEADS, "title"):
            return
        skipped += _EMPTY


def _scored(cell: Sequence[Atom], kind: str) -> float | None:
    """Return what a cell of a kind scores; None where it, or a longer one, is none."""
    if kind in VALUE_HEADS:
        return 0.0 if len(cell) == 1 and cell[0].value else None
    if cell[-1].value:
        return None
    if kind == "unit":
        short = len(cell) == 1 and len(cell[0].text) <= _LONGEST_UNIT
        return (0.3 if cell[0].unit else -0.3) if short else None
    text = narrow(joined([atom.text for atom in cell]))
    score = sum(_NEXT_LINE if atom.starts else _WITHIN for atom in cell[1:])
    score += _CUT if _CUT_WORD.search(text) else 0.0
    if kind == "department":
        score += 0.3 if _OFFICE.search(text) else -1.0
    return score - (1.0 if _PARTICLE.match(text) else 0.0)


def _rows(cell: _Cell | None, kinds: Sequence[str]) -> list[Row]:
    """Return the rows that end with a cell."""
    found: list[Row] = []
    held: dict[str, list[int]] = {}
    while cell is not None:
        kind = "value" if kinds[cell.column] in VALUE_HEADS else kinds[cell.column]
        held[kind] = [*range(cell.first, cell.after), *held.get(kind, [])]
        above = cell.before
        if above is None or above.column >= cell.column:
            unit = held.get("unit", [None])[0]
            found.append(Row(tuple(held["title"]), unit, tuple(held["value"])))
            held = {}
        cell = above
    return found[::-1]
