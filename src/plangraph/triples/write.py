"""Writing quads as Turtle, TriG, N-Quads, N-Triples or JSON-LD, always in the same order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from plangraph.vocabulary import DCTERMS, PG, PREFIXES, PROV, RDF

#: Names of formats (also the endings of files) and what they are.
FORMATS = {
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
}
#: Formats by what a file ends with; the first is written where nothing says which.
ENDINGS = {"trig": "trig", "ttl": "turtle", "nq": "nquads", "nt": "ntriples", "jsonld": "jsonld"}
_WITH_GRAPHS = {"trig", "nquads", "jsonld"}
#: What a graph says of itself for all links in it.
_OF_ALL = {PG.linkStatus, PROV.wasGeneratedBy, PROV.wasDerivedFrom}


def write_quads(quads: Iterable[Quad], form: str) -> bytes:
    """Return ``quads`` in one of FORMATS; the same quads give the same bytes.

    Turtle and N-Triples know no graphs: there the graphs are merged.
    """
    prefixes = PREFIXES if form in ("trig", "turtle") else None
    if form in _WITH_GRAPHS:
        body = serialize(sorted(quads, key=_order), format=FORMATS[form], prefixes=prefixes)
    else:
        body = serialize(merged(quads), format=FORMATS[form], prefixes=prefixes)
    return with_sorted_prefixes(body or b"")


def merged(quads: Iterable[Quad]) -> list[Triple]:
    """Return quads without their graphs, sorted.

    What a graph of links says of all of them, who makes them and how, each link says then; and
    evidence says that it is, and of which document where its version is among the quads.
    """
    found: set[Triple] = set()
    common: dict[object, list[Quad]] = {}
    links: dict[object, list[Quad]] = {}
    evidence: dict[object, list[Quad]] = {}
    documents: dict[object, list[Quad]] = {}
    for quad in quads:
        found.add(quad.triple)
        if quad.predicate in _OF_ALL and quad.subject == quad.graph_name:
            common.setdefault(quad.graph_name, []).append(quad)
        elif quad.predicate == PG.element:
            links.setdefault(quad.graph_name, []).append(quad)
        elif quad.predicate == PG.evidence:
            evidence.setdefault(quad.graph_name, []).append(quad)
        elif quad.predicate == DCTERMS.source and quad.subject == quad.graph_name:
            documents.setdefault(quad.graph_name, []).append(quad)
    for graph, said in common.items():
        for link in links.get(graph, ()):
            found.update(Triple(link.subject, one.predicate, one.object) for one in said)
    for graph, places in evidence.items():
        for place in places:
            node: Any = place.object
            found.add(Triple(node, RDF.type, PG.Evidence))
            found.update(
                Triple(node, one.predicate, one.object) for one in documents.get(graph, ())
            )
    return sorted(found, key=_triple_order)


def with_sorted_prefixes(body: bytes) -> bytes:
    """Put the prefix lines in order: the serializer writes them in any."""
    lines = body.split(b"\n")
    count = next((n for n, line in enumerate(lines) if not line.startswith(b"@prefix")), 0)
    return b"\n".join(sorted(lines[:count]) + lines[count:])


def _triple_order(triple: Triple | Quad) -> tuple[str, str, str]:
    value = triple.object
    last = value.value if not isinstance(value, (Triple, Literal)) else str(value)
    return (str(triple.subject), str(triple.predicate), last)


def _order(quad: Quad) -> tuple[str, tuple[str, str, str]]:
    return (str(quad.graph_name), _triple_order(quad))
