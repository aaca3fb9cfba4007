"""What a quick look at data does not understand is never sure to conform to shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import SH, Graph, URIRef
from rdflib.plugins.sparql.algebra import translateQuery, traverse
from rdflib.plugins.sparql.parser import parseQuery

from plangraph.checks.sure import Sure
from plangraph.resources import folder
from plangraph.vocabulary import PG, PROLOGUE, RDF

SHAPES = Path(folder("ontology")) / "shapes.ttl"
#: What shapes may say of a node, or of what a path leads to, that is not understood.
UNKNOWN = {
    "not": "sh:not [ sh:class pg:Goal ]",
    "xone": "sh:xone ( [ sh:class pg:Plan ] )",
    "closed": "sh:closed true ; sh:ignoredProperties ( rdf:type pg:code )",
    "another kind of node": "sh:nodeKind sh:BlankNodeOrIRI",
    "length": "sh:maxLength 500",
    "constraint of somebody": "pg:asksFor 5",
    "target": "sh:targetNode pg:Goal",
    "pattern": "sh:property [ sh:path pg:code ; sh:pattern '[0-9]\\\\d' ]",
    "no value": "sh:property [ sh:path pg:term ; pg:asksFor 5 ]",
    "query of a path": "sh:property [ sh:path pg:term ; sh:sparql [ sh:select 'SELECT * {}' ] ]",
    "path": "sh:property [ sh:path [ sh:zeroOrMorePath pg:code ] ; sh:maxCount 9 ]",
    "step of a path": "sh:property [ sh:path ( [ sh:inversePath pg:code ] pg:code ) ]",
    "at most": "sh:property [ sh:path pg:code ; sh:qualifiedMaxCount 9 ;"
    " sh:qualifiedValueShape [ sh:class pg:Plan ] ]",
}
NODE = NamedNode("https://example.org/a")
QUADS = [Quad(NODE, RDF.type, PG.Plan), Quad(NODE, PG.code, Literal("12"))]


def shape(more: str) -> Sure:
    """Return a shape that holds, and what it says besides."""
    holds = "[] a sh:NodeShape ; sh:targetClass pg:Plan ; sh:nodeKind sh:IRI"
    head = f"{PROLOGUE}PREFIX sh: <{SH}>\nPREFIX rdf: <{RDF.type.value[:-4]}>\n"
    return Sure(Graph().parse(data=f"{head}{holds} {more} .", format="turtle"))


def test_what_is_understood_is_sure() -> None:
    known = "sh:property [ sh:path pg:code ; sh:minCount 1 ; sh:pattern '^[0-9]+$' ]"
    assert shape("").look(QUADS) == []
    assert shape(f"; {known}").look(QUADS) == []
    assert shape(f"; {known}").look(QUADS[:1]) is None


@pytest.mark.parametrize("said", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_understood_is_not_sure(said: str) -> None:
    assert shape(f"; {said}").look(QUADS) is None


def test_data_that_only_an_engine_understands_is_not_sure() -> None:
    below = Quad(PG.Plan, NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf"), PG.Goal)
    assert shape("").look([*QUADS, below]) is None
    assert shape("").look(QUADS, [below]) is None


def test_queries_in_our_shapes_name_all_predicates() -> None:
    shapes = Graph().parse(SHAPES)
    asked, found = Sure(shapes)._asked, list[Any]()

    def collect(part: Any) -> None:
        found.extend(predicate for _, predicate, _ in getattr(part, "triples", None) or ())

    prologue = "".join(
        f"PREFIX {shapes.value(one, SH.prefix)}: <{shapes.value(one, SH.namespace)}>\n"
        for one in shapes.objects(None, SH.declare)
    )
    for text in shapes.objects(None, SH.select):
        traverse(translateQuery(parseQuery(prologue + str(text))).algebra, visitPost=collect)
    assert found
    assert all(isinstance(one, URIRef) and str(one) in asked for one in found)
