"""Observations as quads, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from plangraph.vocabulary import PG, QB, RDF, XSD, Names, statistics

Term = NamedNode | Literal

#: The dimensions of each data set; ``ontology/statistics.ttl`` says the same.
DIMENSIONS: dict[str, tuple[NamedNode, ...]] = {
    "versions": (PG.refVersion,),
    "kinds": (PG.refVersion, PG.refKind),
    "fields": (PG.refVersion, PG.refField),
    "goals": (PG.refVersion, PG.refStatus, PG.refGoal),
    "departments": (PG.refVersion, PG.refDepartment, PG.refKind),
    "below": (PG.refElement, PG.refKind),
    "total-kinds": (PG.refKind,),
    "total-fields": (PG.refField,),
    "total-goals": (PG.refStatus, PG.refGoal),
}
#: The measures of each data set; the others have one, the number of elements.
MEASURES = {
    "versions": (PG.elements, PG.statedLinks),
    "total-kinds": (PG.elements, PG.plans),
    "total-fields": (PG.elements, PG.plans),
    "total-goals": (PG.elements, PG.plans),
}
_ELEMENTS = (PG.elements,)


def observation(
    data_set: str, graph: NamedNode, of: tuple[Term, ...], *values: int
) -> Iterator[Quad]:
    """Yield an observation: at the dimensions ``of`` the measures have ``values``.

    Its name follows from the graph, the data set and the dimensions.
    """
    dimensions = DIMENSIONS[data_set]
    pairs = list(zip(dimensions, of, strict=True))
    local = [_local(term) for dimension, term in pairs if dimension != PG.refVersion]
    node = Names.part(graph, "-".join([data_set, *local]))
    yield Quad(node, RDF.type, QB.Observation, graph)
    yield Quad(node, QB.dataSet, statistics(data_set), graph)
    for dimension, term in pairs:
        yield Quad(node, dimension, term, graph)
    for measure, value in zip(MEASURES.get(data_set, _ELEMENTS), values, strict=True):
        yield Quad(node, measure, Literal(str(value), datatype=XSD.integer), graph)


def observations(quads: Iterable[Quad]) -> Iterator[tuple[str, tuple[Term, ...], tuple[int, ...]]]:
    """Yield data set, dimensions and values of each observation among ``quads``."""
    facts: dict[Term, dict[NamedNode, Term]] = {}
    for quad in quads:
        facts.setdefault(quad.subject, {})[quad.predicate] = quad.object  # type: ignore[arg-type, assignment]
    names = {statistics(name): name for name in DIMENSIONS}
    for said in facts.values():
        data_set = names.get(said.get(QB.dataSet))  # type: ignore[arg-type]
        if data_set is not None:
            of = tuple(said[dimension] for dimension in DIMENSIONS[data_set])
            measures = MEASURES.get(data_set, _ELEMENTS)
            yield data_set, of, tuple(int(said[measure].value) for measure in measures)


def _local(term: Term) -> str:
    return term.value if isinstance(term, Literal) else term.value.rpartition("/")[2]
