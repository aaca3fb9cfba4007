"""Made-up cities to compare, as the cases describe them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import Literal, NamedNode, Quad

from plangraph.graph import Graph, memory_graph
from plangraph.model import Document, Element, Plan
from plangraph.resources import folder
from plangraph.triples.plan import plan_quads
from plangraph.triples.reference import catalogue_quads, municipality_quads, ontology_quads
from plangraph.vocabulary import PG, RDF, XSD, Names, field, sdg
from tests.conftest import CASES

NAMES = Names()
CASE = yaml.safe_load((CASES / "compare" / "two-cities.yaml").read_text(encoding="utf-8"))


def plan(code: str, name: str, rows: list[list[Any]], *, excerpt: bool = False) -> Plan:
    return Plan(
        plan=name,
        version="draft",
        status="draft",
        title="計画",
        municipality=code,
        document=Document(file=f"{name}.txt", sha256=name * 64, lines=9, excerpt=excerpt),
        elements=tuple(
            Element(kind=kind, id=key, code=said, title=title, parent=parent)
            for kind, key, said, title, parent in rows
        ),
    )


def element(said: str) -> NamedNode:
    city, _, key = said.partition("/")
    return NAMES.element(f"{city}@draft", key)


def link_quads(case: dict[str, Any]) -> list[Quad]:
    quads: list[Quad] = []

    def link(cls: NamedNode, on: str, **values: Any) -> None:
        node = NamedNode(f"{NAMES.base}link/{len(quads)}")
        said = {"type": cls, "element": element(on), **values}
        for name, value in said.items():
            if isinstance(value, float):
                value = Literal(str(value), datatype=XSD.decimal)
            elif isinstance(value, str):
                value = Literal(value)
            predicate = RDF.type if name == "type" else PG[name]
            quads.append(Quad(node, predicate, value, NAMES.graph("links")))

    for on, key, rank in case["fields"]:
        link(PG.FieldLink, on, field=field(key), linkStatus="inferred", rank=rank)
    for on, goal, status, rank in case["goals"]:
        link(PG.GoalLink, on, goal=sdg(goal), linkStatus=status, rank=rank)
    for on, other, status, score in case["counterparts"]:
        link(PG.CounterpartLink, on, counterpart=element(other), linkStatus=status, score=score)
    for on, other, score in case["gaps"]:
        link(PG.Gap, on, comparedWith=NAMES.version(f"{other}@draft"), score=score)
    return quads


def graph_of(plans: list[Plan], links: list[Quad] | None = None) -> Graph:
    quads = list(ontology_quads(folder("ontology"), NAMES))
    codes = {"13211", "13210", "13203"}
    quads += municipality_quads(Path(folder("data")) / "municipalities.csv", NAMES, codes)
    quads += catalogue_quads(plans, NAMES)
    for one in plans:
        quads += plan_quads(one, NAMES)
    return memory_graph(quads + (links or []))
