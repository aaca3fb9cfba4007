"""Statements: the same lines as the engine writes, and the same quads as it reads."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from plangraph.planfile import find, load
from plangraph.resources import folder
from plangraph.statements import Statement, lines, quads
from plangraph.triples.plan import plan_quads, plan_statements
from plangraph.vocabulary import PG, XSD, Names

NODES = some.sampled_from([NamedNode(f"https://example.org/{name}") for name in ("a", "b", "い")])
TEXTS = some.text(some.characters(exclude_categories=["Cs"]))
LITERALS = (
    some.builds(Literal, TEXTS)
    | some.builds(lambda text: Literal(text, language="ja"), TEXTS)
    | some.builds(lambda text: Literal(text, datatype=XSD.decimal), TEXTS)
)
STATEMENTS = some.tuples(NODES, some.sampled_from([PG.code, PG.text]),
                         NODES | LITERALS, NODES)  # fmt: skip


def written(said: list[Statement]) -> list[bytes]:
    """Return what the engine writes of quads, sorted, each line once."""
    text = serialize([Quad(*one) for one in said], format=RdfFormat.N_QUADS) or b""
    return sorted(set(text.split(b"\n")) - {b""})


@given(some.lists(STATEMENTS, max_size=8))
def test_lines_are_those_of_the_engine(said: list[Statement]) -> None:
    text = lines(said)
    assert text.split(b"\n")[:-1] == written(said)
    assert set(parse(text, format=RdfFormat.N_QUADS)) == {Quad(*one) for one in said}
    assert lines(quads(said)) == text


def test_a_plan_says_the_same_in_statements_and_in_quads() -> None:
    for path in find([Path(folder("data")) / "plans"]):
        plan, names = load(path).plan, Names()
        said = plan_statements(plan, names)
        assert list(plan_quads(plan, names)) == [Quad(*one) for one in said]
        assert lines(said).split(b"\n")[:-1] == written(said)
