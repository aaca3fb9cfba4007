"""Observations as quads, and back."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from plangraph.statements import Said, Statement
from plangraph.vocabulary import PG, QB, RDF, XSD, Names, statistics

Term = NamedNode | Literal

#: Who may say that an element serves a goal: a data set each, since they never mix.
STATUSES = ("stated", "judged", "inferred")
#: The dimensions of each data set; ``ontology/statistics.ttl`` says the same.
DIMENSIONS: dict[str, tuple[NamedNode, ...]] = {
    "versions": (PG.refVersion,),
    "kinds": (PG.refVersion, PG.refKind),
    "fields": (PG.refVersion, PG.refField),
    **{f"goals-{status}": (PG.refVersion, PG.refGoal) for status in STATUSES},
    "departments": (PG.refVersion, PG.refDepartment, PG.refKind),
    "below": (PG.refElement, PG.refKind),
    "total-kinds": (PG.refKind,),
    "total-fields": (PG.refField,),
    **{f"total-goals-{status}": (PG.refGoal,) for status in STATUSES},
}
#: Data sets that are cut into a slice a version, which says of which version its observations are.
SLICED = frozenset(
    name for name, of in DIMENSIONS.items() if of[0] == PG.refVersion and len(of) > 1
)
#: The dimensions that each observation of a data set states itself.
OWN = {name: of[1:] if name in SLICED else of for name, of in DIMENSIONS.items()}
_ELEMENTS = (PG.elements,)


def measures(data_set: str) -> tuple[NamedNode, ...]:
    """Return what the observations of a data set measure."""
    if data_set == "versions":
        return (PG.elements, PG.statedLinks)
    return (PG.elements, PG.plans) if data_set.startswith("total-") else _ELEMENTS


def observation(
    data_set: str, graph: NamedNode, of: tuple[Term, ...], *values: int
) -> Iterator[Statement]:
    """Yield an observation: at its OWN dimensions ``of`` the measures have ``values``.

    Its name follows from the graph, the data set and the dimensions. That it is an observation
    follows from its data set, and the version from its slice, as the vocabulary's normalisation
    has it.
    """
    pairs = list(zip(OWN[data_set], of, strict=True))
    local = [_local(term) for dimension, term in pairs if dimension != PG.refVersion]
    node = Names.part(graph, "-".join([data_set, *local]))
    yield (node, QB.dataSet, statistics(data_set), graph)
    for dimension, term in pairs:
        yield (node, dimension, term, graph)
    for measure, value in zip(measures(data_set), values, strict=True):
        yield (node, measure, _integer(value), graph)
    if data_set in SLICED:
        yield (Names.part(graph, data_set), QB.observation, node, graph)


def slice_of(data_set: str, graph: NamedNode, version: NamedNode) -> Iterator[Statement]:
    """Yield the slice of a data set that holds the observations of a version."""
    node = Names.part(graph, data_set)
    yield (node, RDF.type, QB.Slice, graph)
    yield (node, QB.sliceStructure, statistics("by-version"), graph)
    yield (node, PG.refVersion, version, graph)
    yield (statistics(data_set), QB.slice, node, graph)


def observations(quads: Iterable[Said]) -> Iterator[tuple[str, tuple[Term, ...], tuple[int, ...]]]:
    """Yield data set, OWN dimensions and values of each observation among ``quads``."""
    facts: dict[Term, dict[NamedNode, Term]] = {}
    for subject, predicate, value, _graph in quads:
        facts.setdefault(subject, {})[predicate] = value
    names = {statistics(name): name for name in DIMENSIONS}
    for said in facts.values():
        data_set = names.get(said.get(QB.dataSet))  # type: ignore[arg-type]
        if data_set is not None:
            of = tuple(said[dimension] for dimension in OWN[data_set])
            yield data_set, of, tuple(int(said[measure].value) for measure in measures(data_set))


@functools.lru_cache(maxsize=4096)
def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


def _local(term: Term) -> str:
    return term.value if isinstance(term, Literal) else term.value.rpartition("/")[2]
