"""The engines that check shapes find the same, in the same words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from plangraph.checks import shapes as checking
from plangraph.checks.shapes import Shapes
from plangraph.language import choose
from plangraph.pipeline import names, plan_paths
from plangraph.planfile import PlanFile, load
from plangraph.resources import folder
from plangraph.simulate import simulate
from plangraph.triples.plan import plan_quads
from plangraph.vocabulary import PG
from tests.conftest import CASES, require

PATH = Path(folder("ontology")) / "shapes.ttl"
CASE_FILES = sorted((CASES / "shapes").rglob("*.ttl"))


@pytest.fixture(scope="module")
def both() -> tuple[Shapes, Shapes]:
    require(checking.engine() == "shifty", "pyshifty is installed")
    return Shapes(PATH, names(), "shifty"), Shapes(PATH, names(), "pyshacl")


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_engines_agree_on_every_case(
    path: Path, language: str, both: tuple[Shapes, Shapes]
) -> None:
    choose(language)
    quads = list(parse(path=str(path), format=RdfFormat.TURTLE))
    quick, slow = (shapes.check(quads) for shapes in both)
    assert quick == slow
    assert bool(quick) == (path.name == "bad.ttl")


def quads_of(file: PlanFile) -> list[Quad]:
    return list(plan_quads(file.plan, names()))


def test_the_engines_agree_on_plans(both: tuple[Shapes, Shapes], tmp_path: Path) -> None:
    """Whole and damaged: every fifth statement is taken away, in five ways."""
    simulate(tmp_path, municipalities=1)
    files = [load(path) for path in [*plan_paths(), *sorted(tmp_path.rglob("*.yaml"))]]
    found = 0
    for number, file in enumerate(files):
        quads = quads_of(file)
        damaged = [quad for place, quad in enumerate(quads) if place % 5 != number % 5]
        for said in (quads, damaged):
            quick, slow = (shapes.check(said, [file]) for shapes in both)
            assert quick == slow
            found += len(quick)
    assert found > 100


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
