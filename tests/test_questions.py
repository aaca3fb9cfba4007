"""Every named question says what it is, and answers as worked out by hand from the documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

from plangraph import questions
from plangraph.errors import ParameterError, PlangraphError
from plangraph.graph import Graph, memory_graph
from plangraph.resources import folder
from tests.asked import WHOLE, usual
from tests.conftest import CASES

NAMES = questions.names()


@pytest.mark.parametrize("name", NAMES)
def test_header(name: str) -> None:
    question = questions.find(name)
    assert question.title.keys() == question.text.keys() == {"ja", "en"}
    assert not question.empty or question.empty.keys() == {"ja", "en"}
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


#: Of these a simulated nation has none; gaps are told only where few plans are compared.
ABSENT = {"gaps", "no-period", "submissions"}
PLAIN = Path(folder("queries")) / "plain"


def asked(name: str) -> list[dict[str, Any]]:
    """Return the parameters with which the cases and the header ask a question."""
    cases = yaml.safe_load((CASES / "questions" / f"{name}.yaml").read_text(encoding="utf-8"))
    headers = [said.rpartition("rows: ")[0] for said in questions.find(name).expectations]
    given = [dict(case.get("parameters", {})) for case in cases]
    return given + [dict(part.split("=", 1) for part in said.split()) for said in headers]


def plain(name: str, given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the plain form of a question, and what it knows of the parameters."""
    path = PLAIN / f"{name}.rq"
    known = questions.find(str(path)).parameters
    return str(path), {key: value for key, value in given.items() if key in known}


@pytest.mark.parametrize("name", [path.stem for path in sorted(PLAIN.glob("*.rq"))])
def test_the_plain_form_gives_the_same_rows(name: str, graph: Graph) -> None:
    for given in asked(name):
        path, known = plain(name, given)
        assert graph.query(name, **known) == graph.query(path, **known), given


@pytest.mark.parametrize("name", [path.stem for path in sorted(PLAIN.glob("*.rq"))])
def test_the_plain_form_gives_the_same_rows_of_a_nation(name: str, nation: Graph) -> None:
    found = 0
    for given in usual(nation).get(name, []) + WHOLE.get(name, []):
        path, known = plain(name, given)
        if known == given:
            table, same = nation.query(name, **given), nation.query(path, **given)
            found += len(table)
            assert sorted(map(repr, table.rows)) == sorted(map(repr, same.rows)), given
    assert found or name in ABSENT, "an equality of nothing"


def test_coverage_of_one_city_is_its_part_of_the_whole(nation: Graph) -> None:
    for name in ("field-coverage", "sdg-coverage", "plans"):
        whole = nation.query(name)
        for given in usual(nation)[name]:
            part = nation.query(name, **given)
            assert len(part)
            assert part.rows == [row for row in whole.rows if row[0] == part.rows[0][0]]


def test_no_gaps_of_many_plans_is_not_said_to_be_none(
    nation_store: Path, nation: Graph, run: Callable[..., Result]
) -> None:
    one, other = (given["city"] for given in usual(nation)["plans"][:2])
    told = ("query", "gaps", "-p", f"city={one}", "-p", f"other={other}", "--store", nation_store)
    assert "does not mean that there are none" in run(*told).stderr
    assert run("query", "gaps", "-p", "city=kiyose", "-p", "other=koganei").stderr == ""


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


def test_of_those_who_bear_a_name_the_one_with_a_plan_is_meant(graph: Graph) -> None:
    assert graph.lookup.city("小平") == graph.lookup.city("13211")  # 小平町 has no plan here
    with pytest.raises(PlangraphError, match="府中"):
        graph.lookup.city("府中")


def test_lines_stand_with_a_parameter(tmp_path: Path) -> None:
    path = tmp_path / "sum.rq"
    lines = ["VALUES ?a { UNDEF }", "BIND(?a AS ?x)  # with a", "BIND(1 AS ?y) # with another"]
    path.write_text("# parameter a: integer — 数 / a number\n" + "\n".join(lines) + "\n")
    question = questions.Question(str(path))
    resolve = memory_graph([]).lookup.term
    assert question.bind({}, resolve).splitlines()[1:] == ["", lines[2]]
    given = question.bind({"a": 5}, resolve).splitlines()[1:]
    assert "5" in given[0]
    assert given[1:] == lines[1:]


def test_a_parameter_is_a_term_and_cannot_break_out(graph: Graph) -> None:
    hostile = 'x" } } DROP ALL # <script>'
    assert len(graph.query("search", text=hostile)) == 0
    assert re.search(r'VALUES \?text \{ "x\\" \} \} DROP', graph.sparql("search", text=hostile))
    with pytest.raises(ParameterError):
        graph.query("outline", plan="> } <")
