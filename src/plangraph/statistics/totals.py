"""Totals over plans, kept by adding and subtracting the statistics of versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from plangraph.statements import Said, Statement
from plangraph.statistics.cube import DIMENSIONS, Term, observation, observations
from plangraph.vocabulary import Names

_PREFIX = "total-"
#: Data sets of a version that are added up.
_ADDED = {name.removeprefix(_PREFIX) for name in DIMENSIONS if name.startswith(_PREFIX)}
#: A data set, at which of its dimensions (each with a sign of what it is), how many elements.
Count = tuple[str, tuple[str, ...], int]
_IRI, _TEXT = "<", '"'


def counts(statistics: Iterable[Said]) -> list[Count]:
    """Return of the statistics of a version what totals are made of."""
    return [
        (data_set, tuple(map(_signed, of)), elements)
        for data_set, of, (elements, *_) in observations(statistics)
        if data_set in _ADDED
    ]


def _signed(term: Term) -> str:
    return (_IRI if isinstance(term, NamedNode) else _TEXT) + term.value


def _term(signed: str) -> Term:
    return NamedNode(signed[1:]) if signed[0] == _IRI else Literal(signed[1:])


class Totals:
    """How many elements, and in how many plans, over the current version of each plan.

    ``former`` are the quads of the totals as they were: of the graph ``Names.totals()``.
    Take off what a version counted (``subtract``) before adding what it counts now.
    """

    def __init__(self, former: Iterable[Said] = ()) -> None:
        self._elements: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self._plans: Counter[tuple[str, tuple[str, ...]]] = Counter()
        for data_set, of, (elements, plans) in observations(former):
            key = data_set.removeprefix(_PREFIX), tuple(map(_signed, of))
            self._elements[key] = elements
            self._plans[key] = plans

    def add(self, counted: Iterable[Count]) -> None:
        """Add what is counted of a version that is current now."""
        self._count(counted, 1)

    def subtract(self, counted: Iterable[Count]) -> None:
        """Take off what was counted of a version as it was, or that is no more current."""
        self._count(counted, -1)

    def quads(self, names: Names) -> Iterator[Statement]:
        """Yield the totals as observations."""
        graph = names.totals()
        for (data_set, of), elements in sorted(self._elements.items()):
            if elements:
                plans, at = self._plans[data_set, of], tuple(map(_term, of))
                yield from observation(_PREFIX + data_set, graph, at, elements, plans)

    def _count(self, counted: Iterable[Count], sign: int) -> None:
        for data_set, of, elements in counted:
            self._elements[data_set, of] += sign * elements
            self._plans[data_set, of] += sign
