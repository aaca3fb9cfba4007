"""Which words of a flattened table are names, and which values are whose: the best segmentation.

Text extraction prints a table row by row, cell by line, column by column, or some cells ahead
of others. What is left is a stream of atoms: words, and values. It is segmented by dynamic
programming into rows (a name, what may stand between, its values), blocks of rows that were
printed column by column, and atoms that belong to no row. What a segment scores is the sum of
the weights of its features (``table-weights.csv``). Two things are chosen once for the whole
table, by the best total: whether a text stands between names and values (a description), and
the number or mark that names begin with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from plangraph.reading.tables.evidence import GOES_ON, Atom, Evidence, weights

#: So many rows may be printed column by column.
MOST_ROWS = 12
#: A name has so many words, lines and letters at most.
_MOST_WORDS, _MOST_LINES, _LONGEST = 14, 5, 80
#: So many words, and values, may stand between the parts of a row.
_WITHIN, _STRAY = 40, 2
#: What scores less is not looked at: between the parts of a row, and as a whole.
_WORST, _LEAST = -4.0, -1.0


@dataclass(frozen=True, slots=True)
class Row:
    """The atoms of a row: its name (also behind its values), its unit, its values in order."""

    name: tuple[int, ...]
    unit: int | None
    values: tuple[int, ...]


@dataclass(slots=True)
class Layout:
    """What is chosen once for a table."""

    #: What stands in each row besides: nothing, a text between name and values (``described``),
    #: a text before the name on its line (``led``), a text between the values (``torn``).
    shape: str = ""
    #: The number or mark that names begin with.
    family: str = ""


#: A name and its unit.
Named = tuple[tuple[int, ...], int | None]


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a table: where it begins, its features, rows, and what these score."""

    first: int
    features: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    score: float = 0.0
    #: A text stands between name and values.
    described: bool = False


@dataclass(slots=True)
class Reading:
    """A segmentation: its score, rows, and the features that it has (for fitting)."""

    score: float
    rows: list[Row]
    features: Counter[str] = field(default_factory=Counter)


def align(atoms: list[Atom], width: int, *, united: bool = False) -> list[Row]:
    """Return the rows of a table of ``width`` columns of values; ``united``: one holds units."""
    return best(atoms, width, united=united).rows


def best(
    atoms: list[Atom], width: int, *, united: bool = False,
    known: dict[str, float] | None = None, bonus: Callable[[Row], float] | None = None,
) -> Reading:  # fmt: skip
    """Return the best reading of a table under all layouts."""
    table = _Table(atoms, width, united, known or weights(), bonus)
    families = Counter(atom.family for atom in atoms if atom.family)
    layouts = [
        Layout(shape, family)
        for family in ("", *(name for name, count in families.items() if count > 1))
        for shape in ("", "described", "led", "torn")
    ]
    return max((table.read(layout) for layout in layouts), key=lambda reading: reading.score)


class _Table(Evidence):
    """The segments of one table."""

    def __init__(
        self, atoms: list[Atom], width: int, united: bool, known: dict[str, float],
        bonus: Callable[[Row], float] | None,
    ) -> None:  # fmt: skip
        super().__init__(atoms, known)
        self.width, self.united, self.bonus = width, united, bonus
        self.segments = self._find()

    def read(self, layout: Layout) -> Reading:
        """Segment the table under a layout."""
        atoms, known = self.atoms, self.known
        size = len(atoms)
        chosen = ["a shape"] * bool(layout.shape) + ["a family"] * bool(layout.family)
        top: list[float] = [self.score(chosen)] * (size + 1)
        back: list[Segment] = [Segment(0)] * (size + 1)
        for after in range(1, size + 1):
            left = self.skipped(after - 1)
            top[after] = top[after - 1] + known.get(left, 0.0)
            back[after] = Segment(after - 1, (left,))
            for segment in self.segments.get(after, ()):
                score = top[segment.first] + segment.score
                score += self.score(self._chosen(segment, layout))
                if score > top[after]:
                    top[after], back[after] = score, segment
        reading = Reading(top[size], [], Counter(chosen))
        place = size
        while place:
            segment = back[place]
            reading.rows[:0] = segment.rows
            reading.features.update(segment.features)
            reading.features.update(self._chosen(segment, layout))
            place = segment.first
        del reading.features[""]
        return reading

    def _chosen(self, segment: Segment, layout: Layout) -> list[str]:
        """Return how a segment agrees with what is chosen for the whole table."""
        told = []
        if layout.shape and segment.rows:
            is_so = {
                "described": segment.described,
                "torn": "torn" in segment.features,
                "led": self._led(segment.first),
            }[layout.shape]
            told.append(layout.shape + " alike" if is_so else "unlike")
        if layout.family:
            for row in segment.rows:
                own = self.atoms[row.name[0]].family == layout.family
                told.append("of the family" if own else "not of the family")
        return told

    def _led(self, first: int) -> bool:
        """Tell that a text stands before an atom on its line."""
        above = self.atoms[first - 1] if first else None
        atom = self.atoms[first]
        return above is not None and not (above.value or atom.starts or atom.family)

    def _find(self) -> dict[int, list[Segment]]:
        """Return the best segments by what follows them."""
        found: dict[tuple[int, int, bool, bool], Segment] = {}
        for number, start in enumerate(self.values):
            for after, segment in self._from(number, start):
                key = segment.first, after, segment.described, "torn" in segment.features
                if key not in found or found[key].score < segment.score:
                    found[key] = segment
        segments: dict[int, list[Segment]] = {}
        for (_, after, _, _), segment in found.items():
            segments.setdefault(after, []).append(segment)
        return segments

    def _from(self, number: int, start: int) -> Iterator[tuple[int, Segment]]:
        """Yield the rows and blocks whose values begin with a certain one: what follows, it."""
        for places in self._runs(number):
            yield from self._rows(start, places)
        run = self._run(start)
        if start == 0 or not self.atoms[start - 1].value:
            count = run // self.width
            if 1 < count <= MOST_ROWS and count * self.width == run:
                yield from self._blocks(start, count)
            if self.width == 2 and 2 < run <= MOST_ROWS:
                yield from self._one_aim(start, run)

    def _runs(self, number: int) -> Iterator[tuple[int, ...]]:
        """Yield the values of one row that begin with a certain value."""
        yield tuple(self.values[number : number + self.width])
        if self.width == 2:  # another value may stand between two
            for other in self.values[number + 2 : number + 2 + _STRAY]:
                yield self.values[number], other

    def _rows(self, start: int, places: tuple[int, ...]) -> Iterator[tuple[int, Segment]]:
        atoms = self.atoms
        if len(places) < self.width or places[-1] - start > _WITHIN:
            return
        own = [*self.valued(places)]
        base = self.score(own)
        strays = 0
        for end in range(start, max(0, start - _WITHIN), -1):
            if end < start and atoms[end].value:
                strays += 1
                if strays > _STRAY:
                    break
            told = [*self.between(end, start)]
            unit = end if end < start and atoms[end].unit else None
            if unit is not None and unit + 1 == start:
                told = ["unit"]
            elif self.united:
                told.append("no unit")
            inner = self.score(told) + base
            if inner < _WORST:
                continue
            described = end < start and "unit" not in told
            for first in self._names(end):
                name = tuple(range(first, end))
                features = self.name(name)
                odd = ("unmeasured apart",) if described and "not measured" in features else ()
                score = inner + self.scores[name] + self.score(odd)
                row = Row(name, unit, places)
                cut = end == start and ("dangling" in features or "open bracket" in features)
                if cut or self.alone(end) or (end == start and self.aside_below(places[-1])):
                    yield from self._wrapped(row, (*told, *own), inner)
                elif end - 1 in self.full and not described and self.hangs(end, places[-1]):
                    yield from self._wrapped(row, (*told, *own), inner, hung=True)
                if score <= _LEAST and not self.bonus:
                    continue
                if self.bonus:
                    score += self.bonus(row)
                whole = *features, *told, *own, *odd
                yield places[-1] + 1, Segment(first, whole, (row,), score, described)

    def _wrapped(
        self, row: Row, told: tuple[str, ...], base: float, *, hung: bool = False
    ) -> Iterator[tuple[int, Segment]]:
        """A name that goes on behind its values; ``hung``: on the whole of the next lines."""
        after = row.values[-1] + 1
        alone = self.alone(row.values[0] if row.unit is None else row.unit)
        if alone or hung or self.aside_below(row.values[-1]):
            after = self.line_end(after - 1)  # a department behind the values
        for end in range(after + 1, min(after + 3, len(self.atoms)) + 1):
            if hung and end < len(self.atoms) and not self.atoms[end].starts:
                continue
            if self.atoms[end - 1].value:
                return
            name = (*row.name, *range(after, end))
            features = (*self.name(name), "name behind values", *told)
            score = base + self.scores[name] + self.known.get("name behind values", 0.0)
            whole = Row(name, row.unit, row.values)
            if self.bonus:
                score += self.bonus(whole)
            yield end, Segment(name[0], features, (whole,), score, False)

    def _names(self, end: int) -> Iterator[int]:
        """Yield where the names begin that end before an atom."""
        atoms = self.atoms
        letters = lines = inner = 0
        for first in range(end - 1, max(-1, end - 1 - _MOST_WORDS), -1):
            atom = atoms[first]
            inner += atom.value
            letters += len(atom.text)
            if inner > 1 or letters > _LONGEST or lines >= _MOST_LINES:
                return
            lines += atom.starts
            if atom.value and (first == end - 1 or not GOES_ON.match(atoms[first + 1].text)):
                continue
            yield first

    def _run(self, start: int) -> int:
        end = start
        while end < len(self.atoms) and self.atoms[end].value:
            end += 1
        return end - start

    def _blocks(self, start: int, count: int) -> Iterator[tuple[int, Segment]]:
        """Names one after the other, before or behind all their values."""
        after = start + count * self.width
        if names := self._list(start, count):
            yield from self._zipped(names, start, names[0][0][0], after, ())
        if names := self._list(after, count, behind=True):
            yield from self._zipped(names, start, start, names[-1][0][-1] + 1, ("names behind",))

    def _one_aim(self, start: int, run: int) -> Iterator[tuple[int, Segment]]:
        """One value aimed at for all: as many values as names, and one."""
        if names := self._list(start, run - 1):
            rows = tuple(
                Row(name, unit, (start + n, start + run - 1))
                for n, (name, unit) in enumerate(names)
            )
            yield start + run, self._block(rows, names[0][0][0], ("one aim",))

    def _zipped(
        self, names: list[Named], start: int, first: int, after: int, told: tuple[str, ...]
    ) -> Iterator[tuple[int, Segment]]:
        count, width = len(names), self.width
        values = range(start, start + count * width)
        by_column = tuple(
            Row(name, unit, tuple(values[n::count])) for n, (name, unit) in enumerate(names)
        )
        by_row = tuple(
            Row(name, unit, tuple(values[n * width : (n + 1) * width]))
            for n, (name, unit) in enumerate(names)
        )
        yield after, self._block(by_column, first, told)
        yield after, self._block(by_row, first, (*told, "by row"))

    def _block(self, rows: tuple[Row, ...], first: int, told: tuple[str, ...]) -> Segment:
        features = [*told, "block"]
        for row in rows:
            features += self.valued(row.values, whole=True)
        score = self.score(features)
        if self.bonus:
            score += sum(self.bonus(row) for row in rows)
        for row in rows:
            features += self.name(row.name)
            score += self.scores[row.name]
        return Segment(first, tuple(features), rows, score)

    def _list(self, edge: int, count: int, *, behind: bool = False) -> list[Named]:
        """Return the best way to cut the words before (or behind) a place into so many names."""
        atoms = self.atoms
        units: list[int] = []
        if not behind and edge > count and all(one.unit for one in atoms[edge - count : edge]):
            units, edge = list(range(edge - count, edge)), edge - count
        reached: dict[int, tuple[float, list[Named]]] = {edge: (0, [])}
        for _ in range(count):
            further: dict[int, tuple[float, list[Named]]] = {}
            for place, (score, names) in reached.items():
                for name, unit, end in self._beside(place, behind=behind):
                    self.name(name)
                    total = score + self.scores[name]
                    if end not in further or total > further[end][0]:
                        both = [*names, (name, unit)] if behind else [(name, unit), *names]
                        further[end] = total, both
            reached = further
        if not reached:
            return []
        _, names = max(reached.values(), key=lambda one: one[0])
        if units:
            names = [(name, unit) for (name, _), unit in zip(names, units, strict=True)]
        return names

    def _beside(
        self, place: int, *, behind: bool
    ) -> Iterator[tuple[tuple[int, ...], int | None, int]]:
        """Yield the names that stand right before (or behind) a place: places, unit, where next."""
        atoms = self.atoms
        if behind:
            for end in range(place + 1, min(place + 6, len(atoms)) + 1):
                if atoms[end - 1].value:
                    return
                yield tuple(range(place, end)), None, end
            return
        unit = place - 1 if place > 1 and atoms[place - 1].unit else None
        end = place if unit is None else unit
        for first in self._names(end):
            if any(atoms[one].value for one in range(first, end)):
                return
            yield tuple(range(first, end)), unit, first
