"""Versions of a plan: what a person finds by reading them is what the diff says."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from plangraph.compare.diff import Diff, diff, render
from plangraph.compare.diff.changes import differences
from plangraph.compare.diff.wording import runs
from plangraph.compare.words import KINDS
from plangraph.errors import PlangraphError
from plangraph.graph import Graph
from plangraph.model import Document, Element, Plan
from plangraph.outline import Outline, read_outline
from plangraph.vocabulary import Names
from tests.conftest import CASES

Run = Callable[..., Result]
REAL = sorted((CASES / "diff").glob("kodaira-*.yaml"))
MADE_UP = yaml.safe_load((CASES / "diff" / "made-up.yaml").read_text(encoding="utf-8"))


def outline(version: str, text: str, *, excerpt: bool = False) -> Outline:
    """Return the outline of a version written as indented lines ``kind code title``."""
    from plangraph.graph import memory_graph
    from plangraph.triples.plan import plan_quads

    def elements(lines: list[tuple[int, list[str]]], depth: int) -> tuple[Element, ...]:
        starts = [place for place, (at, _) in enumerate(lines) if at == depth]
        found = []
        for start, end in zip(starts, [*starts, len(lines)][1:], strict=True):
            kind, code, title = lines[start][1]
            below = elements(lines[start + 1 : end], depth + 1)
            named = {"kind": kind, "title": title, "children": below, "part": None}
            if code != "-":
                named["code"] = code
            found.append(Element(**named))  # type: ignore[arg-type]
        return tuple(found)

    rows = [line for line in text.splitlines() if line.strip()]
    parsed = [((len(r) - len(r.lstrip())) // 2, r.strip().split(" ", 2)) for r in rows]
    plan = Plan(
        plan="made-up",
        version=version,
        status="draft",
        title="計画",
        municipality="13211",
        document=Document(file=f"{version}.txt", sha256="0" * 64, excerpt=excerpt),
        elements=elements(parsed, 0),
    )
    names = Names()
    graph = memory_graph(list(plan_quads(plan, names)))
    return read_outline(graph.select, names.version(plan.version_id).value)


def found_by(found: Diff) -> list[list[Any]]:
    return [
        [c.status, c.node.kind, c.node.title, [a.name for a in c.aspects]] for c in found.elements
    ]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_kodaira_as_a_person_finds_it(path: Path, graph: Graph) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = diff(graph, case["older"], case["newer"])
    assert found_by(found) == case["elements"]
    listed = Counter(f"{c.node.kind} {c.status}" for c in found.listed)
    assert listed == case["listed"]


def test_the_order_that_changed_is_named(graph: Graph) -> None:
    found = diff(graph, "kodaira-4th@draft", "kodaira-4th@submitted")
    orders = [
        (c.node.title, [run.text for run in a.runs])
        for c in found.elements
        for a in c.aspects
        if a.name == "order"
    ]
    before, after = "新たな地域拠点とコミュニティの創出に取り組みます。", "基本目標Ⅲ まちづくり"
    assert orders == [("自治体経営方針", [before, after])]


@pytest.mark.parametrize("case", MADE_UP, ids=lambda case: case["name"])
def test_made_up_versions(case: dict[str, Any]) -> None:
    older, newer = outline("a", case["older"]), outline("b", case["newer"])
    found = differences(older, newer, KINDS)
    assert [
        [c.status, c.old and c.old.title, c.new and c.new.title] for c in found.elements
    ] == case["expected"]


def test_an_excerpt_that_holds_a_section_holds_it_whole() -> None:
    older = outline(
        "a", "goal 目標1 暮らし\n  measure 施策1 防犯\n  measure 施策2 緑化\ngoal 目標2 安全"
    )
    newer = outline("b", "goal 目標1 暮らし\n  measure 施策1 防犯", excerpt=True)
    found = differences(older, newer, KINDS)
    assert [(c.status, c.node.title) for c in found.elements] == [
        ("same", "暮らし"),
        ("same", "防犯"),
        ("removed", "緑化"),
        ("not-in-part", "安全"),
    ]


@given(st.text(max_size=30), st.text(max_size=30))
def test_runs_give_both_texts_back(old: str, new: str) -> None:
    found = runs(old, new)
    assert "".join(run.text for run in found if run.op != "ins") == old
    assert "".join(run.text for run in found if run.op != "del") == new


def test_a_version_does_not_differ_from_itself() -> None:
    same = outline("a", MADE_UP[0]["older"])
    assert {c.status for c in differences(same, same, KINDS).elements} == {"same"}


def test_page_escapes_titles_and_loads_nothing() -> None:
    case = MADE_UP[-1]
    found = differences(outline("a", case["older"]), outline("b", case["newer"]), KINDS)
    text = str(render(found, "html"))
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(&#34;" in text
    assert "🌳" in text
    assert text.count("<script>") == 1
    assert "http://" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text


def test_command_writes_every_format(run: Run, tmp_path: Path) -> None:
    both = ("kodaira-4th@draft", "kodaira-4th@submitted")
    assert "renamed 12" in run("diff", *both).output
    rows = list(csv.DictReader(io.StringIO(run("diff", *both, "-f", "csv").output)))
    assert len(rows) == 36 + 32 + 42
    sixth = next(row for row in rows if row["code"] == "方針6")
    assert (sixth["status"], sixth["former_line"], sixth["line"]) == ("renamed", "551", "167")
    assert sixth["words"] == "title: [-地域力をいかした-]{+誰もが安心と生きがいを持つ+}地域づくり"
    plain = json.loads(run("diff", *both, "-f", "json", "--changed").output)
    assert plain["counts"] == {"same": 11, "renamed": 12, "settled": 1, "reworded": 1, "added": 11}
    assert "same" not in {element["status"] for element in plain["elements"]}
    page = tmp_path / "diff.html"
    assert run("diff", *both, "-o", page).exit_code == 0
    assert "<del>地域力をいかした</del>" in page.read_text(encoding="utf-8")


def test_what_stayed_the_same_is_left_out_of_a_page_too(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "diff.html"
    both = ("kodaira-4th@draft", "kodaira-4th@submitted")
    assert run("diff", *both, "--changed", "-o", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert 'data-field="renamed"' in text
    assert 'data-field="same"' not in text


def test_the_workbook_marks_words_and_leads_to_addresses(run: Run, tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "diff.xlsx"
    both = ("kodaira-4th@draft", "kodaira-4th@submitted")
    assert run("diff", *both, "-o", path).exit_code == 0
    book: Any = openpyxl.load_workbook(path, rich_text=True)
    changes, rows = book.worksheets
    head = next(row for row in changes.iter_rows() if row[0].value == "変化 / change")
    assert changes.freeze_panes == f"A{head[0].row + 1}"
    assert rows.freeze_panes == "A2"
    (sixth,) = (row for row in changes.iter_rows() if str(row[2].value).startswith("方針6"))
    looks = {run.text: (run.font.strike, run.font.u) for run in sixth[3].value}
    assert looks["地域力をいかした"] == (True, None)
    assert looks["誰もが安心と生きがいを持つ"] == (None, "single")
    assert (sixth[4].value, sixth[5].value) == (551, 167)
    sheet, _, cell = sixth[5].hyperlink.location.partition("!")
    assert sheet.strip("'") == rows.title
    columns = {cell.value: place for place, cell in enumerate(rows[1])}
    led = rows[rows[cell].row]
    assert led[columns["title"]].value == "誰もが安心と生きがいを持つ地域づくり"
    assert led[columns["former_id"]].hyperlink.target.endswith("@draft/policy-6")
    before = path.read_bytes()
    assert run("diff", *both, "-o", path).exit_code == 0
    assert path.read_bytes() == before


def test_a_workbook_holds_titles_that_look_like_formulas_as_text() -> None:
    import openpyxl

    found = differences(outline("a", "goal - =1+1"), outline("b", "goal - =2+2"), KINDS)
    body = render(found, "xlsx")
    assert isinstance(body, bytes)
    book: Any = openpyxl.load_workbook(io.BytesIO(body))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {"=1+1", "=2+2"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_turtle_says_what_is_a_revision_of_what(run: Run) -> None:
    both = ("kodaira-4th@draft", "kodaira-4th@submitted")
    found = rdflib.Graph().parse(data=run("diff", *both, "-f", "ttl").stdout, format="turtle")
    newer = rdflib.URIRef("https://w3id.org/plangraph/id/plan/kodaira-4th@submitted/policy-6")
    (older,) = found.objects(newer, rdflib.PROV.wasRevisionOf)
    assert str(older).endswith("kodaira-4th@draft/policy-6")
    (note,) = found.objects(newer, rdflib.SKOS.changeNote)
    assert str(found.value(note, rdflib.SKOS.notation)) == "renamed"
    words = "[-地域力をいかした-]{+誰もが安心と生きがいを持つ+}地域づくり"
    assert rdflib.Literal(f"renamed. title: {words}", lang="en") in found.objects(
        note, rdflib.RDF.value
    )
    kinds = [str(said) for said in found.objects(None, rdflib.SKOS.notation)]
    assert Counter(kinds) == {"same": 11, "renamed": 12, "settled": 1, "reworded": 1,
                              "added": 11, "removed": 42, "not-in-part": 32}  # fmt: skip


def test_parts_of_what_was_split_are_derived_from_it() -> None:
    case = next(case for case in MADE_UP if "split" in str(case["expected"]))
    found = differences(outline("a", case["older"]), outline("b", case["newer"]), KINDS)
    told = rdflib.Graph().parse(data=str(render(found, "ttl")), format="turtle")
    parts = [change for change in found.elements if change.status == "split"]
    assert len(parts) > 1
    for change in parts:
        assert change.old
        assert change.new
        new, old = rdflib.URIRef(change.new.iri), rdflib.URIRef(change.old.iri)
        assert (new, rdflib.PROV.wasDerivedFrom, old) in told
        assert (new, rdflib.PROV.wasRevisionOf, old) not in told


@pytest.mark.parametrize(
    ("older", "newer", "message"),
    [
        ("kodaira-4th@draft", "kodaira-4th@draft", "both are the same version"),
        ("kodaira-4th@draf", "kodaira-4th@submitted", "did you mean kodaira-4th@draft"),
        ("kodaira", "koganei-5th@drft", "did you mean koganei-5th@draft"),
    ],
)
def test_wrong_names_are_answered(run: Run, older: str, newer: str, message: str) -> None:
    result = run("diff", older, newer)
    assert result.exit_code == 1
    assert message in result.output


def test_unknown_versions_raise(graph: Graph) -> None:
    with pytest.raises(PlangraphError):
        diff(graph, "kodaira-4th@draft", "nowhere@draft")


def test_versions_of_two_plans_are_said_to_be_so(run: Run) -> None:
    arguments = ("diff", "kodaira-4th@submitted", "koganei-5th@draft")
    assert "! These are versions of two different plans" in run(*arguments).stdout
    assert "plangraph compare kodaira-4th@submitted koganei-5th@draft" in run(*arguments).stdout
    assert "別の計画" in json.loads(run(*arguments, "-f", "json").stdout)["note"]["ja"]
    page = run(*arguments, "-f", "html").stdout
    assert "二つの別の計画の版です" in page
    same = run("diff", "kodaira-4th@draft", "kodaira-4th@submitted", "-f", "json").stdout
    assert json.loads(same)["note"] is None


def test_the_newer_version_first_is_noticed(run: Run, graph: Graph) -> None:
    newer, older = "kodaira-4th@submitted", "kodaira-4th@draft"
    said = run("diff", newer, older).stdout
    assert f"! These seem to be in the wrong order: {newer} is newer than {older}" in said
    assert f"plangraph diff {older} {newer}" in said
    assert diff(graph, older, newer).note is None


def test_the_head_of_the_table_is_in_one_language(run: Run) -> None:
    versions = ("kodaira-4th@draft", "kodaira-4th@submitted")
    assert "  line\n" in run("diff", *versions).stdout
    japanese = run("diff", *versions, "--lang", "ja").stdout
    assert "  行\n" in japanese
    assert "line" not in japanese
