"""What the graph says of one thing, as RDF."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from plangraph.serve.site import View
from plangraph.triples.write import merged, write_quads
from plangraph.vocabulary import DCTERMS, PG, PREFIXES, PROLOGUE

#: Things in one query, and statements of one thing, at most.
_AT_ONCE, _MOST = 200, 50_000

_STATEMENTS = "SELECT ?s ?p ?o ?g { VALUES ?s { %s } GRAPH ?g { ?s ?p ?o } } LIMIT %d"
_LINKS = """
SELECT DISTINCT ?link { { GRAPH ?g { ?link pg:element %(thing)s } }
  UNION { GRAPH ?g { ?link pg:counterpart %(thing)s } } } LIMIT 2000
"""
_DOCUMENTS = (
    f"SELECT ?v ?d {{ VALUES ?v {{ %s }} GRAPH ?g {{ ?v {DCTERMS.source} ?d }} FILTER(?g = ?v) }}"
)
_VERSION = "SELECT ?id { GRAPH %(thing)s { %(thing)s a pg:PlanVersion ; dcterms:identifier ?id } }"


def describe(view: View, iri: str) -> list[Quad]:
    """Return what is said of a thing, its parts and its links, with the graphs that say so.

    Of a plan version that is all that its graphs hold. Empty where nothing is said.
    """
    thing = NamedNode(iri)
    for row in view.graph.select(PROLOGUE + _VERSION % {"thing": thing}):
        return list(view.graph.quads(str(row["id"])))
    found = dict.fromkeys(about(view, [thing]))
    found |= dict.fromkeys(_documents(view, found))
    links = view.graph.select(PROLOGUE + _LINKS % {"thing": thing})
    said = about(view, [NamedNode(str(row["link"])) for row in links])
    graphs = {one.graph_name for one in said if isinstance(one.graph_name, NamedNode)}
    return list(found | dict.fromkeys(said + about(view, sorted(graphs, key=str))))


def _documents(view: View, said: Iterable[Quad]) -> list[Quad]:
    """Return of which documents the versions are that evidence is from."""
    versions = {one.graph_name for one in said if one.predicate == PG.evidence}
    values = " ".join(sorted(map(str, versions)))
    rows = view.graph.run(_DOCUMENTS % values) if versions else ()
    return [Quad(row["v"], DCTERMS.source, row["d"], row["v"]) for row in rows]


def written(quads: Iterable[Quad], form: str) -> bytes:
    """Return the statements of quads in one of ``negotiation.GRAPHS``: the same in each.

    JSON-LD could name their graphs; but who reads a description looks into its default one, and
    each link says who says so.
    """
    triples = merged(quads)
    if form == "rdfxml":
        return serialize(triples, format=RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    return write_quads((Quad(*triple) for triple in triples), form)


def exists(view: View, iri: str) -> bool:
    """Tell whether the graph says anything of a thing."""
    return bool(view.graph.select(_STATEMENTS % (NamedNode(iri), 1)))


def about(view: View, things: Iterable[NamedNode]) -> list[Quad]:
    """Return what is said of ``things`` and of their parts (``…#evidence``)."""
    found: list[Quad] = []
    todo, seen = list(dict.fromkeys(things)), set[NamedNode]()
    while todo and len(found) < _MOST:
        batch, todo = todo[:_AT_ONCE], todo[_AT_ONCE:]
        seen |= set(batch)
        values = " ".join(str(one) for one in batch)
        for row in view.graph.run(_STATEMENTS % (values, _MOST)):
            subject, value = row["s"], row["o"]
            found.append(Quad(subject, row["p"], value, row["g"]))
            part = isinstance(value, NamedNode) and value.value.startswith(f"{subject.value}#")
            if part and value not in seen and value not in todo:
                todo.append(value)
    return found
