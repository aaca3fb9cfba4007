"""What follows from other statements, so that a store need not say it again.

That an element is one follows from its role, what a period or a value of an indicator is from
the property that leads to it, and where the heading of an element stands is said of the element.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import BlankNode, NamedNode, Quad

from plangraph.vocabulary import KINDS, PG, RDF

_ROLES = {one.value for one in KINDS.values()}
#: The class of what a property leads to.
_LEADS_TO = {
    PG.period.value: PG.FiscalPeriod,
    PG.baseline.value: PG.Observation,
    PG.target.value: PG.Observation,
    PG.evidence.value: PG.Evidence,
}
_PLACE = {PG.line.value, PG.endLine.value}


def following(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield what follows from ``quads``, in the graphs from which it follows.

    Evidence that names no line has those of what it is evidence of.
    """
    evidence: list[Quad] = []
    places: dict[Any, list[Quad]] = {}
    for quad in quads:
        said = quad.predicate.value
        if said == RDF.type.value:
            if getattr(quad.object, "value", None) in _ROLES:
                yield Quad(quad.subject, RDF.type, PG.PlanElement, quad.graph_name)
        elif said in _PLACE:
            places.setdefault(quad.subject, []).append(quad)
        elif said in _LEADS_TO and isinstance(quad.object, NamedNode | BlankNode):
            yield Quad(quad.object, RDF.type, _LEADS_TO[said], quad.graph_name)
            if said == PG.evidence.value:
                evidence.append(quad)
    for quad in evidence:
        if quad.object not in places:
            node: Any = quad.object
            for one in places.get(quad.subject, ()):
                yield Quad(node, one.predicate, one.object, quad.graph_name)
