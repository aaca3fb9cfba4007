"""Links of a dataset that is there already: read its versions back, replace its links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Quad

from plangraph.links import link_quads
from plangraph.links.judgements import Gone, Judgements
from plangraph.outline import Outline, Select, read_outline
from plangraph.tables import Table
from plangraph.vocabulary import PG, PROLOGUE, RDF

_VERSIONS = """
SELECT ?graph ?version (BOUND(?plan) AS ?current) {
  GRAPH ?graph { ?graph a pg:PlanVersion ; dcterms:identifier ?version }
  OPTIONAL { GRAPH ?catalogue { ?plan pg:currentVersion ?graph } }
} ORDER BY ?version
"""
_KINDS = {
    PG.FieldLink.value: "fields",
    PG.GoalLink.value: "SDG goals",
    PG.CounterpartLink.value: "counterparts",
    PG.Gap.value: "gaps",
}


class Linked(NamedTuple):
    """All links of a dataset, and judgements about elements that are gone."""

    quads: list[Quad]
    gone: list[Gone]

    def summary(self) -> Table:
        """Return how many links each graph holds, by kind."""
        counts: dict[tuple[str, str], int] = {}
        for quad in self.quads:
            kind = _KINDS.get(getattr(quad.object, "value", ""))
            if quad.predicate == RDF.type and kind:
                name = str(getattr(quad.graph_name, "value", "")).partition("/graph/")[2]
                counts[name, kind] = counts.get((name, kind), 0) + 1
        rows = [(name, kind, count) for (name, kind), count in sorted(counts.items())]
        return Table(("graph", "kind", "links"), rows)


def versions(select: Select, current: bool = True) -> list[Outline]:
    """Return the plan versions of a dataset, or the ``current`` one of each plan."""
    rows = select(PROLOGUE + _VERSIONS)
    return [
        read_outline(select, str(row["graph"])) for row in rows if row["current"] or not current
    ]


def link(select: Select, judgements: Judgements | None = None) -> Linked:
    """Return the links of the versions in a dataset; raises PlangraphError."""
    gone: list[Gone] = []
    current = {str(r["version"]) for r in select(PROLOGUE + _VERSIONS) if r["current"]}
    found = link_quads(versions(select, current=False), current, judgements, gone)
    return Linked(found, gone)


def relinked(quads: Iterable[Quad], linked: Linked) -> Iterable[Quad]:
    """Yield a dataset with its links replaced; what documents state stays as it is."""
    for quad in quads:
        graph = str(getattr(quad.graph_name, "value", "")).partition("/graph/")[2]
        if not graph.startswith("links/") or graph.startswith("links/sdgs/stated/"):
            yield quad
    yield from linked.quads
