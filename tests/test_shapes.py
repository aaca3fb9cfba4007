"""The engines that check shapes find the same, in the same words."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pyoxigraph import Literal, Quad, RdfFormat, parse

from plangraph.checks import shapes as checking
from plangraph.checks.shapes import Shapes
from plangraph.language import choose
from plangraph.pipeline import names, plan_paths
from plangraph.planfile import PlanFile, load
from plangraph.resources import folder
from plangraph.simulate import simulate
from plangraph.triples.plan import plan_quads
from plangraph.triples.reference import catalogue_quads, municipality_quads
from plangraph.vocabulary import PG, RDF, XSD
from tests.conftest import CASES, require

PATH = Path(folder("ontology")) / "shapes.ttl"
CASE_FILES = sorted((CASES / "shapes").rglob("*.ttl"))


@pytest.fixture(scope="module")
def both() -> tuple[Shapes, Shapes]:
    require(checking.engine() == "shifty", "pyshifty is installed")
    return Shapes(PATH, names(), "shifty"), Shapes(PATH, names(), "pyshacl")


@pytest.fixture(scope="module")
def quickly() -> Shapes:
    """Shapes as a build asks them: an engine only where a quick look leaves something open."""
    return Shapes(PATH, names())


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_engines_agree_on_every_case(
    path: Path, language: str, both: tuple[Shapes, Shapes], quickly: Shapes
) -> None:
    choose(language)
    quads = list(parse(path=str(path), format=RdfFormat.TURTLE))
    quick, slow = (shapes.check(quads) for shapes in both)
    assert quick == slow == quickly.check(quads)
    assert bool(quick) == (path.name == "bad.ttl")


def quads_of(file: PlanFile) -> list[Quad]:
    return list(plan_quads(file.plan, names()))


def test_the_engines_agree_on_plans(
    both: tuple[Shapes, Shapes], quickly: Shapes, tmp_path: Path
) -> None:
    """Whole and damaged: every fifth statement is taken away, in five ways."""
    simulate(tmp_path, municipalities=1)
    files = [load(path) for path in [*plan_paths(), *sorted(tmp_path.rglob("*.yaml"))]]
    found = 0
    for number, file in enumerate(files):
        quads = quads_of(file)
        damaged = [quad for place, quad in enumerate(quads) if place % 5 != number % 5]
        for said in (quads, damaged):
            quick, slow = (shapes.check(said, [file]) for shapes in both)
            assert quick == slow == quickly.check(said, [file])
            found += len(quick)
    assert found > 100


#: What may stand in the place of a value: no longer what a shape asks for, or still.
OTHERS = (
    Literal(""), Literal(" ", language="ja"), Literal("市", language="ja"),
    Literal("city", language="EN"), Literal("ville", language="fr"), Literal("-04-01"),
    Literal("0", datatype=XSD.integer), Literal("07", datatype=XSD.integer),
    Literal("7", datatype=XSD.decimal), Literal("seven", datatype=XSD.integer),
    Literal("2021-04-01", datatype=XSD.date), Literal("2021-02-30", datatype=XSD.date),
    Literal("20211", datatype=XSD.gYear), Literal("13211\n"), Literal("132110"), PG.Goal, PG.Plan,
)  # fmt: skip


def test_a_quick_look_costs_no_finding(both: tuple[Shapes, Shapes], quickly: Shapes) -> None:
    """A statement is left out, said of something else, or given another value: a few at a time."""
    shifty, _ = both
    assert quickly.sure
    chance, sure, failed, found = Random(7), 0, 0, 0
    for path in CASE_FILES:
        quads = list(parse(path=str(path), format=RdfFormat.TURTLE))
        for _ in range(100 if path.name == "good.ttl" else 4):
            changed = list(quads)
            for _ in range(min(chance.randrange(3), len(quads))):
                place = chance.randrange(len(changed))
                quad, other = changed[place], chance.choice(changed)
                changed[place : place + 1] = chance.choice(
                    (
                        [],
                        [Quad(other.subject, quad.predicate, quad.object)],
                        [Quad(quad.subject, quad.predicate, other.object)],
                        [quad, Quad(quad.subject, quad.predicate, chance.choice(OTHERS))],
                        [Quad(quad.subject, quad.predicate, chance.choice(OTHERS))],
                    )
                )
            expected = shifty.check(changed)
            found += bool(expected)
            failures = quickly.sure.look(changed)
            if failures is not None:
                sure += 1
                failed += len(failures)
                assert quickly.check(changed) == expected
    assert found > 300
    assert sure > 30
    assert failed > 5


def test_a_quick_look_knows_that_whole_plans_conform(quickly: Shapes, tmp_path: Path) -> None:
    assert quickly.sure
    simulate(tmp_path, municipalities=1)
    for file in [load(path) for path in sorted(tmp_path.rglob("*.yaml"))]:
        around = [
            *municipality_quads(Path(folder("data")) / "municipalities.csv", names()),
            *catalogue_quads([file.plan], names()),
        ]
        if file.plan.revises:
            around.append(Quad(names().version(file.plan.revises), RDF.type, PG.PlanVersion))
        assert quickly.sure.look(quads_of(file), around) == []


def test_pyshacl_where_there_is_no_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "find_spec", lambda _name: None)
    assert checking.engine() == "pyshacl"
    bad = CASES / "shapes" / "PlanElement-title" / "bad.ttl"
    quads = list(parse(path=str(bad), format=RdfFormat.TURTLE))
    (finding,) = Shapes(PATH, names()).check(quads)
    assert finding.rule == "shape PlanElement-title"


def test_what_stands_around_is_looked_up_and_not_checked(both: tuple[Shapes, Shapes]) -> None:
    bad = list(parse(path=str(CASES / "shapes" / "PlanVersion-plan" / "bad.ttl"),
                     format=RdfFormat.TURTLE))  # fmt: skip
    part = [quad for quad in bad if quad.predicate == PG.status]
    for shapes in both:
        assert not shapes.check([], around=bad)
        assert {one.rule for one in shapes.check(part, around=bad)} <= {
            one.rule for one in shapes.check(bad)
        }
