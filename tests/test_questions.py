"""Every named question says what it is, and answers as worked out by hand from the documents."""

from __future__ import annotations

import re

import pytest
import yaml

from plangraph import questions
from plangraph.errors import ParameterError, PlangraphError
from plangraph.graph import Graph, memory_graph
from tests.conftest import CASES

NAMES = questions.names()


@pytest.mark.parametrize("name", NAMES)
def test_header(name: str) -> None:
    question = questions.find(name)
    assert question.title.keys() == question.text.keys() == {"ja", "en"}
    assert question.expectations, "say what a test expects: `# expect … rows: N`"
    assert question.columns


@pytest.mark.parametrize("name", NAMES)
def test_expectations_of_the_header(name: str, graph: Graph) -> None:
    for expectation in questions.find(name).expectations:
        given, _, count = expectation.rpartition("rows: ")
        parameters = dict(part.split("=", 1) for part in given.split())
        table = graph.query(name, **parameters)
        assert len(table) == int(count), (expectation, table.rows)
        assert list(table.columns) == questions.find(name).columns


@pytest.mark.parametrize("name", NAMES)
def test_answers_worked_out_by_hand(name: str, graph: Graph) -> None:
    cases = yaml.safe_load((CASES / "questions" / f"{name}.yaml").read_text(encoding="utf-8"))
    for case in cases:
        table = graph.query(name, **case.get("parameters", {}))
        places = [table.columns.index(column) for column in case["columns"]]
        rows = [[row[place] for place in places] for row in table.rows]
        for row in case.get("among", []):
            assert row in rows
        if "rows" in case:
            assert rows == case["rows"]


FIXED = {
    "plans": "city plan version status title start end elements",
    "outline": "order depth kind code title parent_code parent_title line",
    "sectoral-plans": "title revised start end department parent_title",
    "departments": "department plans",
    "expired": "title start end department",
    "indicators": "title baseline baseline_year target target_year unit",
    "sdg-elements": "city kind code title status score evidence",
    "sdg-coverage": "city goal elements",
    "field-coverage": "city field elements",
    "counterparts": "code title other_code other_title score evidence",
    "gaps": "code title best_score",
}


@pytest.mark.parametrize("name", FIXED)
def test_columns_that_others_rely_on(name: str) -> None:
    assert " ".join(questions.find(name).columns) == FIXED[name]


def test_a_question_runs_anywhere_as_it_stands() -> None:
    """Without parameters bound the file itself is valid SPARQL."""
    for name in NAMES:
        memory_graph([]).run(questions.find(name).sparql)


@pytest.mark.parametrize(
    ("name", "given", "message", "advice"),
    [
        ("outlin", {}, "no question is called outlin", "outline"),
        ("outline", {}, "needs the parameter plan", "-p plan="),
        ("outline", {"plam": "x"}, "has no parameter plam", "plan"),
        ("outline", {"plan": "kodaira-4th@drift"}, "kodaira-4th@drift", "kodaira-4th@draft"),
        ("expired", {"city": "kodaira", "on": "soon"}, "no date", "2026-04-01"),
        ("expired", {"city": "kodairo", "on": "2021"}, "kodairo", "kodaira"),
        ("sdg-elements", {"goal": "18"}, "18", "1 to 17"),
        ("department-plans", {"city": "kodaira", "minimum": "two"}, "no whole number", "digits"),
    ],
)
def test_wrong_names_and_parameters(
    name: str, given: dict[str, str], message: str, advice: str, graph: Graph
) -> None:
    with pytest.raises(PlangraphError) as caught:
        graph.query(name, **given)
    assert message in str(caught.value)
    assert advice in str(caught.value)


def test_a_parameter_is_a_term_and_cannot_break_out(graph: Graph) -> None:
    hostile = 'x" } } DROP ALL # <script>'
    assert len(graph.query("search", text=hostile)) == 0
    assert re.search(r'VALUES \?text \{ "x\\" \} \} DROP', graph.sparql("search", text=hostile))
    with pytest.raises(ParameterError):
        graph.query("outline", plan="> } <")
