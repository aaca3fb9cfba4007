"""What is wrong in SPARQL and YAML: said where it is, and what is likely meant."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import yaml
from click.testing import Result

from plangraph import questions
from plangraph.errors import QueryError
from plangraph.graph import memory_graph
from plangraph.language import choose
from plangraph.syntax import yaml as of_yaml
from plangraph.syntax.sparql import cause_of, mistake_in
from tests.conftest import CASES

Run = Callable[..., Result]
MISTAKES = yaml.safe_load((CASES / "sparql-mistakes" / "cases.yaml").read_text(encoding="utf-8"))


def refused(query: str) -> str:
    """Return what the engine says of a query that it refuses."""
    with pytest.raises(SyntaxError) as raised:
        pyoxigraph.Store().query(query)
    return raised.value.msg or ""


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["query"][:30])
def test_what_people_get_wrong_in_sparql(case: dict[str, str]) -> None:
    said = refused(case["query"])
    found = mistake_in(case["query"], said)
    assert f"{found.line}:{found.column}" == case["place"]
    assert found.problem == f"the query is not valid SPARQL: {case['problem']}"
    assert found.advice == case["advice"]
    # the engine's own words stay, but those that do not say which prefix is missing
    assert (said.partition(":")[0] in found.shown) == ("Prefix not found" not in said)


def test_the_mark_stands_below_the_place_also_behind_japanese() -> None:
    query = 'SELECT * { ?s ?p "小平市" FITLER(?s) }'
    line, mark = mistake_in(query, refused(query)).shown.splitlines()[1:3]
    wide = sum(2 if ord(char) > 0x2FF else 1 for char in line[: line.index("FITLER")])
    assert mark.index("^") == wide


@pytest.mark.parametrize("name", questions.names())
def test_what_is_right_has_no_mistake(name: str) -> None:
    assert cause_of(questions.find(name).sparql) is None


@pytest.mark.parametrize(
    "text",
    ['"' * 2000, "a-" * 1000, "<" * 2000, "(a" * 1000, "'\\" * 1000, '"""a"' * 400, "a." * 1000],
)
def test_long_lines_are_looked_through_quickly(text: str) -> None:
    begun = time.process_time()
    mistake_in(text, "error at 1:1: expected one of a")
    assert time.process_time() - begun < 0.5


def test_a_file_is_named_with_the_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.rq"
    path.write_text("# title.en: own\nSELECT * {\n  ?s a pg:Plan }\n", encoding="utf-8")
    for form in ("table", "sparql-json"):
        said = run("query", path, "--format", form)
        assert said.exit_code == 1
        assert f"{path}:3: the query is not valid SPARQL: the prefix pg:" in said.stderr
        assert "    3:8 |   ?s a pg:Plan }" in said.stderr
        assert "PREFIX pg: <https://w3id.org/plangraph/ontology#>" in said.stderr


def test_the_message_is_in_japanese_too() -> None:
    choose("ja")
    try:
        with pytest.raises(QueryError, match="接頭辞 pg: が宣言されていません") as raised:
            memory_graph([]).run("SELECT * { ?s a pg:Plan }")
    finally:
        choose("en")
    assert "問い合わせの前に次の行を書いてください" in raised.value.advice


def broken_files() -> list[Path]:
    """Return the plan files of cases that are no YAML; the others break rules of plan files."""
    found = []
    for path in sorted((CASES / "planfile").glob("*.yaml")):
        try:
            yaml.compose(path.read_text(encoding="utf-8"))
        except yaml.YAMLError:
            found.append(path)
    assert found
    return found


@pytest.mark.parametrize("loader", ["SafeLoader", "CSafeLoader"])
@pytest.mark.parametrize("path", broken_files(), ids=lambda path: path.stem)
def test_either_parser_of_yaml_leads_to_the_same_mistake(path: Path, loader: str) -> None:
    text = path.read_text(encoding="utf-8")
    kind: Any = getattr(yaml, loader, None)
    if kind is None:
        pytest.skip("libyaml is not there")
    with pytest.raises(yaml.YAMLError) as raised:
        yaml.compose(text, Loader=kind)
    found = of_yaml.mistake_in(text, raised.value)
    told = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert told.startswith(f"{path.name}:{found.line}: {found.problem}\n")
    assert found.advice in told


def test_a_review_file_that_is_broken_shows_the_line(run: Run, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "pair.yaml"
    path.write_text("kind: counterparts\nplans： [a, b]\n", encoding="utf-8")
    said = run("link", "--judgements", tmp_path, "--store", store)
    assert said.exit_code == 1
    assert f"{path}:2: broken YAML: the colon behind a key is of full width" in said.stderr
    assert "    2:6 | plans： [a, b]" in said.stderr
