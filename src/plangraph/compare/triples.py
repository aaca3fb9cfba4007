"""A comparison as RDF: the elements that were compared, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from plangraph.compare.claims import Link
from plangraph.compare.comparison import Comparison
from plangraph.compare.facts import Side
from plangraph.grounds import told
from plangraph.outline import Node, Outline
from plangraph.vocabulary import DCTERMS, KINDS, PG, PREFIXES, PROV, RDF, XSD, Names, sdg


def turtle(found: Comparison) -> str:
    """Return the compared elements with fields, SDG goals and counterparts, as Turtle.

    Each link keeps who says so, its score and the words that speak for it.
    """
    return written(_triples(found))


def written(triples: Iterable[Triple]) -> str:
    """Return triples as Turtle, the same from run to run."""
    body = serialize(sorted(set(triples), key=str), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    assert body is not None
    return body.decode()


def described(node: Node, home: Outline | None) -> Iterator[Triple]:
    """Yield what an element is, what it is called, and where it stands."""
    element = NamedNode(node.iri)
    yield Triple(element, RDF.type, KINDS[node.kind])
    if node.title:
        yield Triple(element, DCTERMS.title, Literal(node.title, language="ja"))
    if node.title_en:
        yield Triple(element, DCTERMS.title, Literal(node.title_en, language="en"))
    if node.code:
        yield Triple(element, PG.code, Literal(node.code))
    if node.line:
        yield Triple(element, PG.line, Literal(str(node.line), datatype=XSD.integer))
    if home:
        version = NamedNode(home.iri)
        yield Triple(element, PG.inVersion, version)
        yield Triple(version, RDF.type, PG.PlanVersion)
        yield Triple(version, DCTERMS.identifier, Literal(home.version))


def _triples(found: Comparison) -> Iterator[Triple]:
    def link(subject: NamedNode, cls: NamedNode, to: NamedNode, of: NamedNode,
             target: NamedNode, one: Link) -> Iterator[Triple]:  # fmt: skip
        yield Triple(subject, RDF.type, cls)
        yield Triple(subject, PG.element, of)
        yield Triple(subject, to, target)
        yield Triple(subject, PG.linkStatus, Literal(one.status))
        if one.rank:
            yield Triple(subject, PG.rank, Literal(one.rank))
        if one.score is not None:
            yield Triple(subject, PG.score, Literal(f"{one.score:.4f}", datatype=XSD.decimal))
        if one.terms:
            grounds = told({"": one.terms})
            yield Triple(subject, DCTERMS.description, Literal(grounds, language="ja"))
        if one.reason:
            for language, said in zip(("ja", "en"), one.reason, strict=True):
                yield Triple(subject, DCTERMS.description, Literal(said, language=language))
        if one.carried:
            yield Triple(subject, PROV.wasDerivedFrom, NamedNode(one.carried.decision))

    def part(node: Node, name: str) -> NamedNode:
        return Names.part(NamedNode(node.iri), name)

    for side in found.sides:
        for node in _shown(found, side):
            element = NamedNode(node.iri)
            yield from described(node, side.home(node))
            for one in side.fields.get(node.id, ()):
                name = f"field-{one.target.rpartition('/')[2]}"
                to = NamedNode(one.target)
                yield from link(part(node, name), PG.FieldLink, PG.field, element, to, one)
            for one in side.goals.get(node.id, ()):
                name = f"{one.status}-goal-{one.target}"
                yield from link(
                    part(node, name), PG.GoalLink, PG.goal, element, sdg(one.target), one
                )
    for pair in found.pairs:
        for way in (pair.there, pair.back):
            over_there = way.other.key
            for pairing in (*way.found, *way.found_beside):
                name = f"counterpart-{over_there}-{pairing.other.id}"
                yield from link(
                    part(pairing.node, name), PG.CounterpartLink, PG.counterpart,
                    NamedNode(pairing.node.iri), NamedNode(pairing.other.iri), pairing.link,
                )  # fmt: skip


def _shown(found: Comparison, side: Side) -> list[Node]:
    """Return the elements of a side that stand in the table of subjects."""
    place = found.sides.index(side)
    nodes = {
        entry.node.id: entry.node
        for subject in found.subjects
        for entry in subject.cells[place].entries
    }
    return sorted(nodes.values(), key=lambda node: node.order)
