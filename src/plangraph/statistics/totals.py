"""Totals over plans, kept by adding and subtracting the statistics of versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from plangraph.statistics.cube import DIMENSIONS, Term, observation, observations
from plangraph.vocabulary import QB, Names

_PREFIX = "total-"
#: Data sets of a version that are added up.
_ADDED = {name.removeprefix(_PREFIX) for name in DIMENSIONS if name.startswith(_PREFIX)}
#: What stands in a line of N-Quads of a version's statistics that no total needs: the data sets
#: that are not added up, and what their observations are sliced by.
_BESIDE = (
    *(f"#{name}".encode() for name in DIMENSIONS if name not in _ADDED),
    f"<{QB.observation.value}>".encode(),
)


def counted(text: bytes) -> bytes:
    """Return those lines of the statistics of a version that its totals are made of."""
    lines = text.splitlines(keepends=True)
    return b"".join([line for line in lines if not any(one in line for one in _BESIDE)])


class Totals:
    """How many elements, and in how many plans, over the current version of each plan.

    ``former`` are the quads of the totals as they were: of the graph ``Names.totals()``.
    Take off what a version counted (``subtract``) before adding what it counts now.
    """

    def __init__(self, former: Iterable[Quad] = ()) -> None:
        self._elements: Counter[tuple[str, tuple[Term, ...]]] = Counter()
        self._plans: Counter[tuple[str, tuple[Term, ...]]] = Counter()
        for data_set, of, (elements, plans) in observations(former):
            key = data_set.removeprefix(_PREFIX), of
            self._elements[key] = elements
            self._plans[key] = plans

    def add(self, statistics: Iterable[Quad]) -> None:
        """Count the statistics of a version that is current now."""
        self._count(statistics, 1)

    def subtract(self, statistics: Iterable[Quad]) -> None:
        """Take off the statistics of a version as it was, or that is no more current."""
        self._count(statistics, -1)

    def quads(self, names: Names) -> Iterator[Quad]:
        """Yield the totals as observations."""
        graph = names.totals()
        for (data_set, of), elements in sorted(self._elements.items(), key=lambda p: str(p[0])):
            if elements:
                plans = self._plans[data_set, of]
                yield from observation(_PREFIX + data_set, graph, of, elements, plans)

    def _count(self, statistics: Iterable[Quad], sign: int) -> None:
        for data_set, of, (elements, *_) in observations(statistics):
            if data_set in _ADDED:
                self._elements[data_set, of] += sign * elements
                self._plans[data_set, of] += sign
