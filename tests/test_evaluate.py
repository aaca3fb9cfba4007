"""``plangraph evaluate``: what is wrong one by one, and judgements that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from plangraph.links.shares import interval

CASES = Path(__file__).parent / "cases"
Run = Callable[..., Result]

PAIR = {"aoi": {"title": "学校教育の充実"}, "midori": {"title": "防犯対策の推進"}}


def written(folder: Path, key: str, items: list[dict[str, Any]]) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps({key: items}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def test_errors_of_counterparts_name_what_was_found_and_expected(tmp_path: Path, run: Run) -> None:
    wrong = {"aoi": {"title": "農業の振興"}, "midori": {"title": "戸籍事務の適正化"}, "grade": 3}
    right = {"aoi": {"title": "学校教育の充実"}, "midori": {"title": "学校教育の推進"}, "grade": 3}
    gold = written(tmp_path, "pairs", [right, wrong])
    said = run("evaluate", "counterparts", gold, "--errors", "--format", "csv").stdout.splitlines()
    assert said[0] == "where,element,found,expected"
    assert [row.split(",")[:2] for row in said[1:]] == [
        ["aoi → midori", "農業の振興"],
        ["midori → aoi", "戸籍事務の適正化"],
    ]
    assert said[1].split(",")[2].startswith("none (")
    assert said[1].endswith(",戸籍事務の適正化")


def test_shares_stand_with_their_intervals(tmp_path: Path, run: Run) -> None:
    """Few elements say little: one of one may be as few as one of five."""
    gold = written(tmp_path, "pairs", [PAIR | {"grade": 1, "alt_grade": 2}])
    said = run("evaluate", "counterparts", gold, "--format", "csv").stdout.splitlines()
    assert said[0] == "measure,value,of,low,high"
    both = {row.split(": ", 1)[1].rsplit(",", 4)[0].strip('"'): row.rsplit(",", 4)[1:]
            for row in said if row.startswith(("both ways", '"both ways'))}  # fmt: skip
    assert both["none, precision"] == ["1.0", "2", "0.342", "1.0"]
    assert both["none, precision where one of two readings finds none"][:2] == ["1.0", "2"]
    assert both["none, precision where both readings find none"][:2] == ["0.0", "2"]
    assert both["MRR"][2:] == ["", ""]
    assert any(row.startswith("best score 0.0–0.1: none told that hold,1.0,2") for row in said)


@pytest.mark.parametrize(
    ("part", "whole", "ends"), [(0, 1, (0.0, 0.793)), (17, 20, (0.64, 0.948)), (5, 5, (0.566, 1))]
)
def test_the_interval_of_a_share(part: int, whole: int, ends: tuple[float, float]) -> None:
    assert interval(part, whole) == ends


def test_errors_of_goals(tmp_path: Path, run: Run) -> None:
    gold = written(
        tmp_path,
        "elements",
        [{"title": "男女平等の推進", "primary": [5]}, {"title": "水産業の振興", "primary": [1]}],
    )
    said = run("evaluate", "sdgs", gold, "--errors", "--format", "csv").stdout.splitlines()
    assert said == ["where,element,found,expected", "-,水産業の振興,14,1"]


def test_targets_are_measured_where_judged(tmp_path: Path, run: Run) -> None:
    one = {"title": "男女平等の推進", "primary": [5], "targets": ["5.1", "5.5"]}
    gold = written(tmp_path, "elements", [one])
    said = run("evaluate", "sdgs", gold, "--format", "csv").stdout
    assert "a right target told,1.0,1" in said
    held = next(row for row in said.splitlines() if row.startswith("targets told that hold"))
    assert 0 < float(held.split(",")[1]) < 1  # it tells more of goal 5 than these two


def test_a_title_that_another_city_bears_too_does_not_stand_for_its_plan(
    tmp_path: Path, run: Run
) -> None:
    titles = ("学校教育の充実", "港湾の整備", "林業の振興", "漁業の振興")
    gold = written(tmp_path, "elements", [{"title": t, "primary": [4]} for t in titles])
    said = run("evaluate", "sdgs", gold, "--format", "csv").stdout
    assert "a main one among the first three,0.25,4" in said
    assert "not in the store: titles alone are used" in said


def test_titles_alone_and_fields(tmp_path: Path, run: Run) -> None:
    one = {"title": "スポーツの振興", "primary": ["sports"]}
    gold = written(tmp_path, "elements", [one])
    said = run("evaluate", "fields", gold, "--titles", "--format", "csv")
    assert '"main ones, F1",1.0,1' in said.stdout
    assert "first-ranked is a main one,1.0,1" in said.stdout


@pytest.mark.parametrize(
    ("name", "key", "items", "line", "words"),
    [
        ("counterparts", "pairs", [PAIR | {"grade": 4}], 3, "there is no grade 4"),
        ("counterparts", "pairs", [PAIR | {"grade": True}], 3, "there is no grade True"),
        ("counterparts", "pairs", [PAIR | {"grade": 3}, PAIR | {"grade": 0}], 12, "judged twice"),
        (
            "counterparts",
            "pairs",
            [{"aoi": {"title": "防災"}, "grade": 1}],
            None,
            "no list “pairs”",
        ),
        ("sdgs", "elements", [{"title": "防災", "primary": [18]}], 3, "no SDG goal is called 18"),
        ("sdgs", "elements", [{"title": "防災", "primary": 11}], 3, "no list “elements”"),
        ("fields", "elements", [], None, "no list “elements”"),
        ("fields", "elements", [{"title": "防災", "fields": ["宇宙"]}], 3, "is called 宇宙"),
        ("fields", "elements", [{"title": "防災", "fields": "防災"}], 3, "no list “elements”"),
        ("sdgs", "elements", [{"title": "防災", "code": [1], "primary": [1]}], 3, "no list"),
        (
            "counterparts",
            "pairs",
            [{"aoi": {"title": 5}, "midori": {"title": "防災"}, "grade": 1}],
            3,
            "no list “pairs”",
        ),
    ],
)
def test_judgements_that_cannot_be_used(
    name: str,
    key: str,
    items: list[dict[str, Any]],
    line: int | None,
    words: str,
    tmp_path: Path,
    run: Run,
) -> None:
    gold = written(tmp_path, key, items)
    said = run("evaluate", name, gold)
    assert said.exit_code == 1
    assert words in said.stderr
    assert f"{gold}:{line}: " in said.stderr if line else str(gold) in said.stderr
    assert "Traceback" not in said.stderr


def test_codes_may_be_numbers(tmp_path: Path, run: Run) -> None:
    pair = {"aoi": {"code": 1, "title": "防災"}, "midori": {"code": 2.5, "title": "防災"}}
    gold = written(tmp_path, "pairs", [pair | {"grade": 3}])
    said = run("evaluate", "counterparts", gold, "--format", "csv")
    assert "both ways: first-ranked is right,1.0,2" in said.stdout


@pytest.mark.parametrize("name", ["防災・減災", "disaster-prevention"])
def test_fields_are_judged_by_key_or_label(name: str, tmp_path: Path, run: Run) -> None:
    gold = written(tmp_path, "elements", [{"title": "防災体制の整備", "fields": [name]}])
    assert "is a main one,1.0,1" in run("evaluate", "fields", gold, "--format", "csv").stdout


def test_a_folder_of_documents_that_is_not_there(tmp_path: Path, run: Run) -> None:
    gold = written(tmp_path, "elements", [{"title": "防災", "primary": [11]}])
    said = run("evaluate", "sdgs", gold, "--documents", tmp_path / "lost")
    assert said.exit_code == 1
    assert f"{tmp_path / 'lost'}: " in said.stderr


@pytest.mark.parametrize("name", ["counterparts", "sdgs", "fields"])
def test_files_that_cannot_be_read(name: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "gold.json"
    assert "cannot be read" in run("evaluate", name, path).stderr
    path.write_bytes("防災".encode("shift_jis"))
    assert "not UTF-8" in run("evaluate", name, path).stderr
    path.write_text('{"elements": [\n  {"title": }]}', encoding="utf-8")
    said = run("evaluate", name, path)
    assert said.exit_code == 1
    assert f"{path}:2: " in said.stderr


def test_a_document_that_is_not_there_is_said_in_the_language_in_force(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGRAPH_LANG", "ja")
    case = CASES / "read" / "basic-policies"
    result = run("evaluate", "read", case / "expected.yaml", "--documents", tmp_path)
    assert result.exit_code == 1
    assert "文書 document.txt がここにありません" in result.stderr
    assert "--documents で指定してください" in result.stderr


def test_all_documents_that_are_missing_are_named_with_the_reason(run: Run) -> None:
    result = run("evaluate", "read")
    assert result.exit_code == 2
    result = run("evaluate", "read", CASES.parents[1] / "data" / "plans")
    assert result.exit_code == 1
    assert "kodaira-4th-draft.txt, " in result.stderr
    assert "not part of plangraph" in result.stderr


def test_kinds_that_are_counted_together_are_told(run: Run) -> None:
    said = run("evaluate", "read", CASES / "read" / "regional-strategy", "-f", "csv")
    assert said.exit_code == 0
    assert "counts" not in said.stdout
    assert "goal counts strategy-goal too\n" in said.stderr
    assert "viewpoint" not in said.stderr
