"""Links of a dataset that is there already: read its versions back, link them, count links."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import Quad

from plangraph.links import link_quads
from plangraph.links.judgements import Judgements, Unused
from plangraph.outline import Outline, Select, read_outline
from plangraph.tables import Table
from plangraph.vocabulary import PG, PROLOGUE

_VERSIONS = """
SELECT ?graph ?version (BOUND(?plan) AS ?current) {
  GRAPH ?graph { ?graph a pg:PlanVersion ; dcterms:identifier ?version }
  OPTIONAL { GRAPH ?catalogue { ?plan pg:currentVersion ?graph } }
} ORDER BY ?version
"""
_COUNTS = """
SELECT ?graph ?kind (COUNT(DISTINCT ?link) AS ?links) {
  VALUES ?kind { %s } GRAPH ?graph { ?link pg:element ?element ; ?kind ?to }
} GROUP BY ?graph ?kind
"""
_STATED = "links/sdgs/stated/"
_KINDS = {
    PG.field.value: "fields",
    PG.goal.value: "SDG goals",
    PG.counterpart.value: "counterparts",
    PG.comparedWith.value: "gaps",
}


class Linked(NamedTuple):
    """All links of a dataset, and judgements on what is not in it."""

    quads: list[Quad]
    unused: list[Unused]


def counted(select: Select) -> Table:
    """Return how many links each graph of a dataset holds, by kind; without stated ones."""
    found = []
    for row in select(PROLOGUE + _COUNTS % " ".join(f"<{kind}>" for kind in _KINDS)):
        name = str(row["graph"]).partition("/graph/")[2]
        if not name.startswith(_STATED):
            found.append((name, _KINDS[str(row["kind"])], row["links"]))
    return Table(("graph", "kind", "links"), sorted(found))


def versions(select: Select, current: bool = True) -> list[Outline]:
    """Return the plan versions of a dataset, or the ``current`` one of each plan."""
    rows = select(PROLOGUE + _VERSIONS)
    return [
        read_outline(select, str(row["graph"])) for row in rows if row["current"] or not current
    ]


def link(select: Select, judgements: Judgements | None = None) -> Linked:
    """Return the links of the versions in a dataset; raises PlangraphError."""
    unused: list[Unused] = []
    current = {str(r["version"]) for r in select(PROLOGUE + _VERSIONS) if r["current"]}
    found = link_quads(versions(select, current=False), current, judgements, unused)
    return Linked(found, unused)
