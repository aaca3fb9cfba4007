"""Registers: tables whose columns are recognised, or named by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

from plangraph.errors import PlangraphError
from plangraph.planfile import load
from plangraph.reading.reader import read_document
from plangraph.reading.registers import NAMES, parse_columns

PLANS: list[list[object]] = [
    ["通番", "なまえ", "はじまり", "おわり", "どこの課"],
    [1, "地域福祉計画", "令和6年度", "令和10年度", "福祉課"],
    [2, "環境基本計画", "令和5年度", "令和14年度", "環境課、資源循環課"],
]


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_columns_that_are_recognised(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["計画名", "策定年度", "計画期間", "所管課"],
        ["地域福祉計画", "令和5年度", "令和6年度～令和10年度", "福祉課"],
    ]
    document = workbook(tmp_path / "register.xlsx", rows)
    (plan,) = read_document(document).plan.sectoral_plans
    assert (plan.title, str(plan.period), plan.departments) == (
        "地域福祉計画", "令和6年度～令和10年度", ("福祉課",),
    )  # fmt: skip


def test_columns_that_are_named(tmp_path: Path) -> None:
    document = workbook(tmp_path / "register.xlsx", [["一覧"], [], *PLANS])
    columns = parse_columns("title=なまえ, department=どこの課,start=はじまり,end=おわり")
    result = read_document(document, columns=columns)
    assert [(p.title, str(p.period), p.departments) for p in result.plan.sectoral_plans] == [
        ("地域福祉計画", "令和6年度～令和10年度", ("福祉課",)),
        ("環境基本計画", "令和5年度～令和14年度", ("環境課", "資源循環課")),
    ]
    assert [str(p.line) for p in result.plan.sectoral_plans] == ["4", "5"]
    assert result.rows[3] == "1\t地域福祉計画\t令和6年度\t令和10年度\t福祉課"


def test_columns_of_indicators_and_measures(tmp_path: Path) -> None:
    rows: list[list[object]] = [["KGI", "R5", "R12", "たんい"], ["受診率", 45.2, 60, "％"]]
    document = workbook(tmp_path / "kpi.xlsx", rows)
    columns = {"title": "KGI", "baseline": "R5", "target": "R12", "unit": "たんい"}
    (one,) = read_document(document, columns=columns).plan.indicators
    assert (one.title, str(one.baseline), one.baseline_year, one.target_year, one.unit) == (
        "受診率", "45.2", 2023, 2030, "％",
    )  # fmt: skip
    document = tmp_path / "measures.csv"
    document.write_text(
        "分野,やること,受け持ち\n支え合い,福祉の推進,福祉課\n,健康づくり,健康課\n", "cp932"
    )
    columns = {"goal": "分野", "measure": "やること", "department": "受け持ち"}
    (goal,) = read_document(document, columns=columns).plan.elements
    assert [(one.title, one.departments) for one in goal.children] == [
        ("福祉の推進", ("福祉課",)), ("健康づくり", ("健康課",)),
    ]  # fmt: skip


def test_columns_that_nobody_knows_are_named(tmp_path: Path) -> None:
    document = workbook(tmp_path / "kpi.xlsx", [["あれ", "これ"], ["甲", "乙"], ["丙", "丁"]])
    with pytest.raises(PlangraphError, match="not recognised: あれ, これ") as caught:
        read_document(document)
    assert "--columns title=HEAD" in caught.value.advice
    assert all(name in caught.value.advice for name in NAMES)
    rows: list[list[object]] = [
        ["計画名", "計画期間", "どこの課"],
        ["福祉計画", "令和6年度～令和10年度", "福祉課"],
    ]
    document = workbook(tmp_path / "register.xlsx", rows)
    doubts = [doubt for doubt in read_document(document).plan.doubts if "--columns" in doubt.reason]
    assert [str(doubt.line) for doubt in doubts] == ["1"]
    assert "not recognised: どこの課;" in doubts[0].reason


@pytest.mark.parametrize(
    ("columns", "problem", "advice"),
    [
        ("なまえ", "names no columns", "--columns title=HEAD"),
        ("", "names no columns", "--columns title=HEAD"),
        ("name=なまえ", "no column is called name", "number"),
        ("title=なまえ,title=通番", "needs one head", "--columns"),
        ("title=", "needs one head", "--columns"),
        ("title=名称,department=どこの課", "has the heads 名称", "its heads are: 通番, なまえ"),
    ],
)
def test_what_is_wrong_with_columns(
    columns: str, problem: str, advice: str, tmp_path: Path
) -> None:
    document = workbook(tmp_path / "register.xlsx", PLANS)
    with pytest.raises(PlangraphError, match=problem) as caught:
        read_document(document, columns=parse_columns(columns))
    assert advice in caught.value.advice


def test_columns_are_for_tables(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text("施策1 地域福祉の推進\n", "utf-8")
    with pytest.raises(PlangraphError, match="no table"):
        read_document(document, columns={"title": "なまえ"})


def test_the_command(run: Callable[..., Result], tmp_path: Path) -> None:
    document = workbook(tmp_path / "register.xlsx", PLANS)
    target = tmp_path / "plan.yaml"
    assert run("read", document, "-o", target, "--columns", "name=なまえ").exit_code == 1
    assert not target.exists()
    done = run("read", document, "-o", target, "--columns", "plan=なまえ,department=どこの課")
    assert done.exit_code == 0, done.output
    assert [one.title for one in load(target).plan.sectoral_plans] == [
        "地域福祉計画", "環境基本計画",
    ]  # fmt: skip


FOREIGN = {
    "budget": "款,項,目,本年度予算額（千円）\n2 総務費,1 総務管理費,1 一般管理費,812\n",
    "staff": "部,課,職名,氏名\n企画部,企画課,課長,山野太郎\n",
    "statistics": "年度,地区,世帯数,人口\n令和5年度,中央,1200,2900\n令和6年度,中央,1210,2880\n",
}


@pytest.mark.parametrize("table", FOREIGN.values(), ids=FOREIGN)
def test_tables_of_something_else_are_no_plan(table: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    with pytest.raises(PlangraphError, match="not recognised"):
        read_document(tmp_path / "table.csv")


def test_notes_sums_and_other_sheets_are_words_of_no_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first, second = book.create_sheet("works"), book.create_sheet("people")
    for row in (["施策名", "事業名", "担当課"], ["農業の振興", "担い手の育成", "農政課"],
                [None, "小計", None], ["※担当課は令和7年度のもの"]):  # fmt: skip
        first.append(row)
    second.append(["氏名", "職名"])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "works.xlsx")
    plan = read_document(tmp_path / "works.xlsx").plan
    (measure,) = plan.elements
    (project,) = measure.children
    assert (measure.passages, project.passages) == ((), ())
    assert [str(lines) for lines in plan.unplaced] == ["1", "3-6"]


def test_shares_and_days_of_a_workbook(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["数値目標", "基準値", "基準時点", "目標値", "目標時点"],
        ["カードの保有率", 0.752, date(2024, 3, 31), 1, date(2028, 3, 31)],
    ]
    book = openpyxl.load_workbook(workbook(tmp_path / "kpi.xlsx", rows))
    for place, form in (("B2", "0.0%"), ("D2", "0%")):
        book.worksheets[0][place].number_format = form
    book.save(tmp_path / "kpi.xlsx")
    (one,) = read_document(tmp_path / "kpi.xlsx").plan.indicators
    assert (str(one.baseline), str(one.target), one.unit) == ("75.2%", "100%", "%")
    assert (str(one.baseline_year), str(one.target_year)) == ("2023年度", "2027年度")


def test_names_of_goals_are_no_place(tmp_path: Path) -> None:
    table = "Type,ID,Title,Department\nGoal,1,Green City,\nAction,1.1,Plant trees,Parks\n"
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    assert read_document(tmp_path / "table.csv").plan.organization == "table"


@pytest.mark.parametrize(
    "table", ["\n\n,,,\n", "施策名,担当課,目標値\n"], ids=["blank", "head only"]
)
def test_tables_without_rows_say_so(table: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    with pytest.raises(PlangraphError, match="no rows"):
        read_document(tmp_path / "table.csv")


def test_a_target_of_a_goal_names_that_goal_alone(tmp_path: Path) -> None:
    table = "施策,SDGs,担当課\n保健の充実,3.4、11.2,健康課\n"
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    (measure,) = read_document(tmp_path / "table.csv").plan.elements
    assert [one.goal for one in measure.sdgs] == [3, 11]


def test_a_group_without_a_code_is_not_of_the_goal_before(tmp_path: Path) -> None:
    table = (
        "事業名,担当課\n基本目標1 育つまち,\n保育の充実事業,保育課\nその他,\n窓口の改善,市民課\n"
    )
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    goal, other = read_document(tmp_path / "table.csv").plan.elements
    assert (goal.title, goal.children[0].title) == ("育つまち", "保育の充実事業")
    assert other.title == "窓口の改善"


def test_a_number_a_title_and_what_is_done_make_a_register(tmp_path: Path) -> None:
    """Of a table of three columns each row is an element; a cell too many changes nothing."""
    path = tmp_path / "measures.csv"
    path.write_text(
        "施策番号,施策名,内容\n1-1,防災の強化,地区の訓練を続けます。,控え\n"
        "1-2,防犯の強化,見守りを続けます。\n",
        "utf-8",
    )
    elements = read_document(path).plan.elements
    assert [(one.kind, one.code, one.title) for one in elements] == [
        ("measure", "1-1", "防災の強化"), ("measure", "1-2", "防犯の強化"),
    ]  # fmt: skip
    assert [one.passages[0].text for one in elements] == [
        "地区の訓練を続けます。", "見守りを続けます。",
    ]  # fmt: skip
