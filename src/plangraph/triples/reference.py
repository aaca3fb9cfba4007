"""The reference graphs: ontology, fields, SDGs, municipalities and the catalogue."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, parse

from plangraph.errors import PlangraphError, at
from plangraph.language import tr
from plangraph.model import Plan
from plangraph.vocabulary import DCTERMS, PG, PROV, RDF, SKOS, Names, estat_area

#: Files of the ontology folder that are not part of the data (they check it).
_RULES = {"shapes.ttl"}


def ontology_quads(folder: str | Path, names: Names) -> Iterator[Quad]:
    """Yield every Turtle file of ``folder``, each in a graph named after it."""
    for path in sorted(Path(folder).glob("*.ttl")):
        if path.name in _RULES:
            continue
        graph = names.graph(path.stem)
        try:
            for quad in parse(path=path, format=RdfFormat.TURTLE):
                yield Quad(quad.subject, quad.predicate, quad.object, graph)
        except SyntaxError as error:
            raise PlangraphError(
                tr("broken Turtle: {problem}", problem=error.msg),
                place=at(path, error.lineno),
                advice=tr("mend the file"),
            ) from None


def municipality_quads(
    table: str | Path, names: Names, codes: Collection[str | None] | None = None
) -> Iterator[Quad]:
    """Yield the municipalities (市区町村) of ``municipalities.csv``, or those of ``codes``."""
    graph = names.graph("municipalities")
    with Path(table).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if codes is not None and row["code"] not in codes:
                continue
            node = names.municipality(row["code"])
            for predicate, value in (
                (RDF.type, PG.Municipality),
                (DCTERMS.identifier, Literal(row["code"])),
                (SKOS.notation, Literal(row["code6"])),
                (SKOS.prefLabel, Literal(row["name"], language="ja")),
                (SKOS.prefLabel, Literal(row["roman"].title(), language="en")),
                (SKOS.altLabel, Literal(row["kana"], language="ja-Hira")),
                (PG.romanName, Literal(row["roman"])),
                (PG.prefecture, Literal(row["prefecture"], language="ja")),
                (SKOS.closeMatch, estat_area(row["code"])),
            ):
                yield Quad(node, predicate, value, graph)


def catalogue_quads(plans: Iterable[Plan], names: Names) -> Iterator[Quad]:
    """Yield the versions of each plan, and which is the current one.

    That is the newest version that is whole; an excerpt only where there is no other.
    """
    graph = names.graph("catalogue")
    for work, versions in sorted(by_plan(plans).items()):
        newest = names.version(current(versions).version_id)
        yield Quad(names.plan(work), PG.currentVersion, newest, graph)
        for plan in versions:
            version = names.version(plan.version_id)
            yield Quad(version, RDF.type, PG.PlanVersion, graph)
            if plan.revises:
                yield Quad(version, PROV.wasRevisionOf, names.version(plan.revises), graph)


def by_plan(plans: Iterable[Plan]) -> dict[str, list[Plan]]:
    """Return the versions of each plan."""
    works: dict[str, list[Plan]] = {}
    for plan in plans:
        works.setdefault(plan.plan, []).append(plan)
    return works


def current(versions: list[Plan]) -> Plan:
    """Return the newest whole version among versions of one plan."""
    by_id = {plan.version_id: plan for plan in versions}

    def age(plan: Plan) -> tuple[bool, int, str, str]:
        steps, at_plan, seen = 0, plan, {plan.version_id}
        while at_plan.revises in by_id and at_plan.revises not in seen:
            seen.add(at_plan.revises)
            at_plan, steps = by_id[at_plan.revises], steps + 1
        day = plan.date.isoformat() if plan.date else ""
        return (not plan.document.excerpt, steps, day, plan.version_id)

    return max(versions, key=age)
