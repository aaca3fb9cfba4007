"""Rows of a table that is printed as it is seen: values on one line, the name cut by its column.

    住宅用火災警報器の設置　72.8%　80.0%
    率
    空き家の利活用に関する　315件　384件
    相談件数

Lines of words stand between those of values. Each is the end of the name above or the beginning of
that below; which, is chosen for all rows together: names may hang from their values, be centred on
them, or neither.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plangraph.reading.tables.alignment import Row
from plangraph.reading.tables.evidence import Atom, Evidence, weights
from plangraph.reading.tables.headwords import VALUE_HEADS
from plangraph.reading.terms.codes import narrow

#: So many lines of a name stand above its values at most, so many between two rows.
_ABOVE, _BETWEEN = 3, 6
#: What it costs to leave a line of words out: as a part of another column, and where there is none.
_OTHER, _OUT = -0.2, -0.9
#: What it costs that names are neither hung from their values nor centred on them, each time.
_IRREGULAR = -0.4


@dataclass(slots=True)
class _Line:
    """A line of values: the words of the name on it, its unit, its values."""

    words: tuple[int, ...]
    unit: int | None
    values: tuple[int, ...]


@dataclass(slots=True)
class _Table:
    """Lines of values, and the lines of words before each of them and behind the last."""

    lines: list[_Line]
    between: list[list[tuple[int, ...]]]


def read(atoms: list[Atom], width: int, kinds: Sequence[str], *, united: bool) -> list[Row]:
    """Return the rows of such a table; none where values stand otherwise, or no line is cut."""
    table = _parted(atoms, width, united=united or "unit" in kinds)
    before = kinds[: next((n for n, kind in enumerate(kinds) if kind in VALUE_HEADS), 0)]
    alone = all(kind in ("title", "unit") for kind in before)
    if table is None or not any(table.between) or not alone:
        return []
    evidence = Evidence(atoms, weights())
    other = len(kinds) > len(before) + width
    styles = (_read(table, evidence, style, other=other) for style in ("top", "middle", ""))
    score, rows = max(styles, key=lambda one: one[0])
    return rows if score > -math.inf else []


def _parted(atoms: list[Atom], width: int, *, united: bool) -> _Table | None:
    """Return the lines of a table; None where a line has some of the values of a row."""
    lines: list[_Line] = []
    between: list[list[tuple[int, ...]]] = [[]]
    if not atoms:
        return None
    starts = [n for n, atom in enumerate(atoms) if atom.starts or n == 0]
    for start, after in zip(starts, [*starts[1:], len(atoms)], strict=True):
        places = range(start, after)
        values = tuple(n for n in places if atoms[n].value)
        if not values:
            between[-1].append(tuple(places))
            continue
        if len(values) != width or values[-1] - values[0] != width - 1:
            return None
        words = tuple(range(start, values[0]))
        unit = words[-1] if united and words and atoms[words[-1]].unit else None
        lines.append(_Line(words[:-1] if unit is not None else words, unit, values))
        between.append([])
    if not lines or any(len(one) > _BETWEEN for one in between[:-1]):
        return None
    return _Table(lines, between)


def _read(table: _Table, evidence: Evidence, style: str, *, other: bool) -> tuple[float, list[Row]]:
    """Return the best rows where names are placed in a style, and their score."""
    reached: dict[int, tuple[float, list[Row]]] = {0: (0.0, [])}  # by lines taken of those before
    price = _OTHER if other else _OUT
    for number, line in enumerate(table.lines):
        above, below = table.between[number], table.between[number + 1]
        further: dict[int, tuple[float, list[Row]]] = {}
        for taken, (score, rows) in reached.items():
            for start, tail in itertools.product(
                range(taken, len(above) + 1), range(len(below) + 1)
            ):
                told = _name(evidence, line, above[start:], below[:tail], style)
                total = score + told[1] + price * (start - taken) if told else -math.inf
                if told and (tail not in further or further[tail][0] < total):
                    further[tail] = total, [*rows, Row(told[0], line.unit, line.values)]
        reached = further
    return max(reached.values(), key=lambda one: one[0], default=(-math.inf, []))


def _name(
    evidence: Evidence, line: _Line, lead: Sequence[tuple[int, ...]],
    tail: Sequence[tuple[int, ...]], style: str,
) -> tuple[tuple[int, ...], float] | None:  # fmt: skip
    """Return the name of the lines before, on and behind its values, and what it scores."""
    if len(lead) > _ABOVE or not (lead or tail or line.words):
        return None
    height = len(lead) + len(tail) + bool(line.words)
    centred = len(lead) == ((height - 1) // 2 if line.words else height // 2)
    irregular = 0.0
    if style == "top" and (lead or not line.words):
        return None
    if style == "middle" and not centred:
        return None
    if style == "" and (lead or tail) and not centred:
        irregular = _IRREGULAR
    name = (*_flat(lead), *line.words, *_flat(tail))
    told = evidence.name(name)
    if "two names" in told or narrow(evidence.atoms[name[0]].text)[0] in "()、。":
        return None
    return name, evidence.score(told) + irregular


def _flat(lines: Sequence[tuple[int, ...]]) -> Iterator[int]:
    for line in lines:
        yield from line
