"""From the document to RDF and back: no element is lost on the way."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

import plangraph
from plangraph.fiscal import fold
from plangraph.model import Element, Entry, Indicator, Plan, SectoralPlan
from plangraph.planfile import dump
from plangraph.reading.formats import load
from plangraph.reading.reader import read_document
from plangraph.triples.write import write_quads
from plangraph.vocabulary import DCTERMS, KINDS, PG, RDF, Names
from tests.conftest import CASES, DOCUMENTS, require

Facts = dict[str, dict[str, list[str]]]
NAMES = Names()


def told(plan: Plan) -> set[tuple[str, str]]:
    """What a plan says of its elements: kinds, and which of their fields are filled."""
    return {
        (entry.kind, name)
        for entry in plan.entries()
        for name in entry.item.__struct_fields__
        if getattr(entry.item, name)
    }


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    """What is read from the real documents where they are, and from invented ones.

    Of the latter those that say something of some kind of element that none before did.
    """
    found = {f"real-{path.stem}": path for path in sorted(DOCUMENTS.glob("*.txt"))}
    found |= {path.parent.name: path for path in sorted((CASES / "read").glob("*/document.*"))}
    plans: dict[str, Plan] = {}
    seen: set[tuple[str, str]] = set()
    for name, path in found.items():
        plan = read_document(path, plan=name).plan
        if name.startswith("real-") or told(plan) - seen:
            plans[name] = plan
            seen |= told(plan)
    return plans


@pytest.fixture(scope="module")
def exported(plans: dict[str, Plan], tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """Everything that is exported of these plans, by subject and predicate."""
    folder = tmp_path_factory.mktemp("read")
    for name, plan in plans.items():
        (folder / f"{name}.yaml").write_text(dump(plan), "utf-8")
    store = folder / "store"
    assert plangraph.build([folder], store=store).plans == len(plans)
    written = write_quads(plangraph.open(store).quads(), "nquads")
    facts: Facts = {}
    for quad in parse(input=written, format=RdfFormat.N_QUADS):
        if isinstance(quad.subject, NamedNode) and not isinstance(quad.object, type(quad)):
            own = facts.setdefault(quad.subject.value, {})
            value = quad.object.value if isinstance(quad.object, (Literal, NamedNode)) else ""
            own.setdefault(quad.predicate.value, []).append(value)
    return facts


def wanted(plan: Plan, entry: Entry) -> dict[NamedNode, list[str]]:
    """What must be said of an entry."""
    item = entry.item
    node = NAMES.element(plan.version_id, entry.id)
    facts: dict[NamedNode, list[str]] = {
        PG.kind: [entry.kind],
        PG.order: [str(entry.order)],
        PG.depth: [str(entry.depth)],
        DCTERMS.title: [item.title] if item.title else [],
        PG.code: [item.code] if item.code else [],
        PG.parent: [NAMES.element(plan.version_id, entry.parent).value] if entry.parent else [],
    }
    if isinstance(item, Element):
        facts[PG.subtitle] = [item.subtitle] if item.subtitle else []
        facts[PG.keyword] = list(item.keywords)
        places = range(1, len(item.passages) + 1)
        facts[PG.passage] = [NAMES.part(node, f"passage-{place}").value for place in places]
    if isinstance(item, SectoralPlan):
        facts[PG.period] = [NAMES.part(node, "period").value] if item.period else []
    if isinstance(item, Indicator):
        facts[PG.unit] = [item.unit] if item.unit else []
    return facts


def test_every_element_is_exported_with_all_that_was_read(
    plans: dict[str, Plan], exported: Facts
) -> None:
    lost = []
    for plan in plans.values():
        for entry in plan.entries():
            own = exported.get(NAMES.element(plan.version_id, entry.id).value, {})
            assert KINDS[entry.kind].value in own.get(RDF.type.value, []), entry
            for predicate, values in wanted(plan, entry).items():
                if Counter(own.get(predicate.value, [])) != Counter(dict.fromkeys(values, 1)):
                    lost.append((plan.plan, entry.id, predicate.value, values))
            lines = exported.get(f"{NAMES.element(plan.version_id, entry.id).value}#evidence", {})
            assert lines.get(PG.line.value) == (
                [str(entry.item.line.start)] if entry.item.line else None
            )
    assert lost == []


def test_nothing_else_is_exported(plans: dict[str, Plan], exported: Facts) -> None:
    elements = [
        s for s, own in exported.items() if PG.PlanElement.value in own.get(RDF.type.value, [])
    ]
    assert len(elements) == sum(len(plan.entries()) for plan in plans.values()) > 200


def test_no_invented_document_repeats_a_real_one() -> None:
    """Running text of real plans is not ours to publish: no run of 25 letters is theirs."""
    require(DOCUMENTS.is_dir(), "the real documents are not here")
    real = [fold(path.read_text("utf-8")) for path in DOCUMENTS.glob("*.txt")]
    known = {text[place : place + 25] for text in real for place in range(len(text) - 24)}
    for path in (CASES / "read").glob("*/document.*"):
        text = fold("".join(row.text for row in load(path)[1].rows))
        runs = {text[place : place + 25] for place in range(len(text) - 24)}
        assert [run for run in runs & known if sum(map(str.isalpha, run)) > 12] == [], path
