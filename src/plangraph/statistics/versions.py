"""The statistics of one plan version, from the quads about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from plangraph.statements import Said, Statement
from plangraph.statements import quads as in_quads
from plangraph.statistics.cube import observation, slice_of
from plangraph.statistics.totals import Totals, counts
from plangraph.vocabulary import PG, PREFIXES, RDF, Names

_SDG = PREFIXES["sdg"]
_PRIMARY = Literal("primary")
_STATED = Literal("stated")


class _Facts:
    """What is counted, gathered in one pass over quads."""

    def __init__(self, quads: Iterable[Said]) -> None:
        self.version: NamedNode | None = None
        self.kinds: dict[Any, Any] = {}
        self.parents: dict[Any, Any] = {}
        self.departments: list[tuple[Any, Any]] = []
        # of each link: its element, its graph, whether it is a main one; what it leads to
        self.elements: dict[Any, Any] = {}
        self.graphs: dict[Any, Any] = {}
        # of each link, or of its graph for all in it: who makes it
        self.statuses: dict[Any, Any] = {}
        self.primary: set[Any] = set()
        self.fields: list[tuple[Any, Any]] = []
        self.goals: list[tuple[Any, Any]] = []
        single = {
            PG.kind.value: self.kinds,
            PG.parent.value: self.parents,
            PG.element.value: self.elements,
            PG.linkStatus.value: self.statuses,
        }
        several = {
            PG.department.value: self.departments,
            PG.field.value: self.fields,
            PG.goal.value: self.goals,
        }
        rank, kind_of, element = PG.rank.value, RDF.type.value, PG.element.value
        for subject, said, value, graph in quads:
            predicate = said.value
            if predicate in single:
                single[predicate][subject] = value
                if predicate == element:
                    self.graphs[subject] = graph
            elif predicate in several:
                several[predicate].append((subject, value))
            elif predicate == rank:
                if value == _PRIMARY:
                    self.primary.add(subject)
            elif predicate == kind_of and subject == graph:
                self.version = subject

    def status(self, link: Any) -> Any:
        """Return who makes a link, as it says itself or its graph does."""
        return self.statuses.get(link) or self.statuses[self.graphs[link]]


def version_statistics(quads: Iterable[Said], names: Names) -> list[Statement]:
    """Return the statistics of the plan version that ``quads`` are about.

    ``quads`` are those of its graph, and of its links to fields and SDG goals (stated,
    judged and inferred); others may be among them. Nothing comes of a version's absence.
    """
    facts = _Facts(quads)
    if facts.version is None:
        return []
    return list(_observations(facts, facts.version, names))


def _observations(facts: _Facts, version: NamedNode, names: Names) -> Iterator[Statement]:
    graph = names.statistics(version.value.rpartition("/")[2])
    kinds = facts.kinds
    stated = sum(
        facts.status(link) == _STATED and element in kinds
        for link, element in facts.elements.items()
    )
    yield from observation("versions", graph, (version,), len(kinds), stated)
    for (upper, kind), count in _below(kinds, facts.parents).items():
        yield from observation("below", graph, (upper, kind), count)
    for data_set, found in _counts(facts).items():
        yield from slice_of(data_set, graph, version)
        for of, count in found.items():
            yield from observation(data_set, graph, of, count)


def _counts(facts: _Facts) -> dict[str, dict[tuple[Any, ...], int]]:
    """Return, for each data set with a slice a version, counts by the other dimensions."""
    kinds = facts.kinds
    counts: dict[str, dict[tuple[Any, ...], int]] = {
        "kinds": Counter((kind,) for kind in kinds.values()),
        "departments": Counter((office, kinds[item]) for item, office in facts.departments),
    }
    elements: dict[tuple[str, Any], set[Any]] = defaultdict(set)
    for link, field in facts.fields:
        if link in facts.primary:
            elements["fields", field].add(facts.elements.get(link))
    for link, goal in facts.goals:
        # a link that names a target names its goal too
        if link in facts.primary and "." not in goal.value[len(_SDG) :]:
            status = facts.status(link).value
            elements[f"goals-{status}", goal].add(facts.elements.get(link))
    for (data_set, target), found in elements.items():
        if here := found & kinds.keys():
            counts.setdefault(data_set, {})[(target,)] = len(here)
    return counts


def _below(kinds: dict[Any, Any], parents: dict[Any, Any]) -> Counter[tuple[Any, Any]]:
    """Count under each element, at any depth, the elements of each kind."""
    counts: Counter[tuple[Any, Any]] = Counter()
    for element, kind in kinds.items():
        seen = {element}
        above = parents.get(element)
        while above is not None and above not in seen:
            seen.add(above)
            counts[above, kind] += 1
            above = parents.get(above)
    return counts


def dataset_statistics(quads: Iterable[Quad], names: Names) -> list[Quad]:
    """Return all statistics of a dataset that is held in memory: of each version, and totals."""
    about: dict[str, list[Quad]] = defaultdict(list)
    current: set[str] = set()
    for quad in quads:
        if quad.predicate == PG.currentVersion:
            current.add(quad.object.value.rpartition("/")[2])  # type: ignore[union-attr]
        about[str(getattr(quad.graph_name, "value", "")).rpartition("/")[2]].append(quad)
    totals, found = Totals(), list[Statement]()
    for version in sorted(about):
        counted = version_statistics(about[version], names)
        found += counted
        if version in current:
            totals.add(counts(counted))
    return list(in_quads([*found, *totals.quads(names)]))
