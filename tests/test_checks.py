"""Every rule has a plan file that breaks it; every finding names its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from plangraph.checks.rules import RULES
from plangraph.errors import PlanFileError
from plangraph.pipeline import CheckFailedError, build, check
from plangraph.planfile import dump, load
from plangraph.reading.reader import read_document
from tests.conftest import CASES, DOCUMENTS, require
from tests.written import pdf


def marked(path: Path) -> list[int]:
    """Return the lines of a plan file that say `# ← here`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if "# ← here" in line]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_finds_its_case_at_its_line(name: str) -> None:
    folder = CASES / "rules" / name
    expected = [
        (path.name, line) for path in sorted(folder.glob("*.yaml")) for line in marked(path)
    ]
    found = [f for f in check([folder]) if f.rule == name]
    assert expected, f"mark the line of the finding with `# ← here` in {folder}"
    assert [(Path(f.file).name, f.line) for f in found] == expected
    assert all(f.problem and f.level == RULES[name][0] for f in found)
    assert all(f.advice for f in found if f.level == "error")


@pytest.mark.parametrize("path", sorted((CASES / "planfile").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_file_that_cannot_be_read_says_where_and_what_to_do(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").strip()
    with pytest.raises(PlanFileError) as caught:
        load(path)
    assert str(caught.value).replace(str(path), path.name) == expected


def test_what_is_no_text_or_too_large(tmp_path: Path) -> None:
    for name, body, words in [
        ("sjis.yaml", "plan: 小平市".encode("cp932"), "not UTF-8"),
        ("zero.yaml", b"\x00\x01\x02", "broken YAML"),
        ("empty.yaml", b"", "no plan file"),
        ("README.md", b"# Notes\n\nThere are two: one, and another: two\n", "plangraph read"),
        ("large.yaml", b"#" * (11 * 1024 * 1024), "more than the"),
        ("deep.yaml", b"plan: " + b"[" * 5000 + b"]" * 5000, "deep"),
    ]:
        path = tmp_path / name
        path.write_bytes(body)
        with pytest.raises(PlanFileError, match=words):
            load(path)


def test_the_plans_that_come_with_plangraph_have_no_findings() -> None:
    assert check() == []


def test_findings_come_file_by_file_in_the_order_of_lines() -> None:
    places = [(one.file, one.line or 0) for one in check([CASES / "rules"], CASES / "documents")]
    assert len({file for file, _ in places}) > 2
    assert places == sorted(places)


def test_a_plan_in_english_needs_no_title_in_japanese() -> None:
    assert check([CASES / "compare" / "english.yaml"]) == []


def test_every_title_stands_at_its_line_in_the_documents() -> None:
    require(DOCUMENTS.is_dir(), "the source documents are in ../shared/plans")
    assert check(documents=DOCUMENTS) == []


def test_wrong_lines_are_found_in_the_document(tmp_path: Path) -> None:
    folder = CASES / "documents"
    findings = check([folder], documents=folder)
    wrong = marked(folder / "plan.yaml")
    assert [(f.rule, f.line) for f in findings] == [("document", line) for line in wrong]
    assert check([folder], documents=tmp_path)[0].problem.startswith("the document")


@pytest.mark.parametrize("name", ["plan.pdf", "plan.html", "plan.csv"])
def test_a_plan_that_was_read_agrees_with_its_document(name: str, tmp_path: Path) -> None:
    """Lines are those of the text that was read, of formats that are no text, too."""
    form = {
        "plan.pdf": pdf([["第2次桐野市総合計画"], ["基本目標1 支え合うまち", "施策1 福祉の充実"]]),
        "plan.html": "<h1>第2次桐野市総合計画</h1><nav>目次</nav><p>基本目標1 支え合う<b>まち</b>"
        "<p>施策1 福祉の充実".encode(),
        "plan.csv": "基本目標,施策,担当課\n支え合うまち,福祉の充実,福祉課\n".encode("cp932"),
    }
    (tmp_path / name).write_bytes(form[name])
    plan = dump(read_document(tmp_path / name, municipality="小平市").plan)
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    assert [f for f in check([tmp_path / "plan.yaml"], tmp_path) if f.rule == "document"] == []
    assert "福祉の充実" in plan
    (tmp_path / "plan.yaml").write_text(plan.replace("福祉の充実", "福祉の縮小"), "utf-8")
    (wrong,) = (f for f in check([tmp_path / "plan.yaml"], tmp_path) if f.rule == "document")
    assert "福祉の縮小" in wrong.problem


def test_errors_stop_the_build_and_leave_the_store(tmp_path: Path) -> None:
    build(store=tmp_path / "store")
    before = (tmp_path / "store" / "CURRENT").read_text()
    with pytest.raises(CheckFailedError) as caught:
        build([CASES / "rules" / "period-order"], store=tmp_path / "store")
    assert caught.value.findings
    assert (tmp_path / "store" / "CURRENT").read_text() == before


def test_the_command_writes_findings_for_people_and_machines(run: Callable[..., Result]) -> None:
    folder = CASES / "rules" / "period-order"
    said = run("check", folder)
    assert said.exit_code == 1
    assert "plan.yaml:" in said.stderr
    findings = json.loads(run("check", folder, "--format", "json").stdout)
    assert {"level", "rule", "file", "line", "element", "problem", "advice"} == set(findings[0])
    assert run("check").exit_code == 0


@pytest.fixture
def untranslated(tmp_path: Path) -> Path:
    """A plan file of eight goals without an English title."""
    head = (CASES / "rules" / "missing-parent" / "plan.yaml").read_text().partition("elements:")[0]
    titles = "".join(f"- {{kind: goal, title: 目標{n}, line: {n}}}\n" for n in range(1, 9))
    (tmp_path / "plan.yaml").write_text(head + "elements:\n" + titles, encoding="utf-8")
    return tmp_path / "plan.yaml"


def test_a_check_shows_a_few_warnings_of_a_kind_and_counts_the_rest(
    run: Callable[..., Result], untranslated: Path, tmp_path: Path
) -> None:
    words = "has no English title"
    said = run("check", untranslated)
    assert said.stderr.count(words) == 3
    assert "… and 5 more warnings of this kind: shape PlanElement-title-en" in said.stderr
    assert "0 errors, 8 warnings" in said.stderr
    assert run("check", untranslated, "--all").stderr.count(words) == 8
    assert len(json.loads(run("check", untranslated, "-f", "json").stdout)) == 8
    run("check", untranslated, "-o", tmp_path / "findings.txt")
    assert (tmp_path / "findings.txt").read_text("utf-8").count(words) == 8


def test_a_build_tells_what_it_leaves_out_of_a_store(
    run: Callable[..., Result], untranslated: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    assert "no longer" not in run("build", "--store", store).stderr
    both = run("build", untranslated, "--bundled", "--store", store)
    assert "built 6 plan versions" in both.stdout
    assert "no longer" not in both.stderr
    alone = run("build", untranslated, "--store", store)
    assert "built 1 plan version," in alone.stdout
    assert "no longer in the store: 5 plan versions (kiyose-5th@draft, " in alone.stderr
    assert "--bundled" in alone.stderr
    assert "no longer" not in run("build", untranslated, "--store", store).stderr


def test_a_build_shows_a_few_warnings_of_a_rule_and_counts_the_rest(
    run: Callable[..., Result], untranslated: Path, tmp_path: Path
) -> None:
    said = run("build", untranslated, "--store", tmp_path / "store")
    assert said.stderr.count("has no English title") == 3
    assert "5 more warnings" in said.stderr
