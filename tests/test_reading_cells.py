"""What the cells of tables say: departments, values, years."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.model import Element
from plangraph.reading.reader import read_document
from plangraph.reading.terms.offices import departments_of
from tests.outlined import nested, plan_of


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("企画課、財政課", ("企画課", "財政課")),
        ("企画課・財政課", ("企画課", "財政課")),
        ("子ども・子育て課", ("子ども・子育て課",)),
        ("Parks and Recreation, Public Works", ("Parks and Recreation", "Public Works")),
        ("Fire Department / City Clerk", ("Fire Department", "City Clerk")),
        ("－", ()),
    ],
)
def test_departments_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert departments_of(cell) == names


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("　　（危機管理課・手仕事室）", ("危機管理課", "手仕事室")),
        ("　　所管：凧文化課　手仕事室", ("凧文化課", "手仕事室")),
        ("　　凧文化課　手仕事室", ("凧文化課", "手仕事室")),
        ("　　（新規）", ()),
    ],
)
def test_departments_behind_a_title(behind: str, names: tuple[str, ...], tmp_path: Path) -> None:
    text = f"施策１　凧の伝承\n凧を伝えます。\n施策２　糸車の保存{behind}\n糸を紡ぎます。\n"
    last = plan_of(f"鳴砂町計画\n\n{text}", tmp_path).elements[-1]
    assert (last.title, last.departments) == ("糸車の保存", names)


def test_a_sheet_names_its_goal_by_number_and_name_and_works_are_of_the_measure(
    tmp_path: Path,
) -> None:
    rows = (
        "<tr><th>基本目標</th><td>2</td><th>基本目標名</th><td>健やかに過ごせるまち</td></tr>"
        "<tr><th>施策番号</th><td>2-1</td><th>施策名</th><td>健康づくりの推進</td></tr>"
        "<tr><th>主管課</th><td>健康推進課</td></tr>"
        "<tr><th>めざす姿</th><td>市民が運動を続けています。</td></tr>"
    )
    works = (
        "<tr><th>No.</th><th>事務事業名</th><th>担当課</th></tr>"
        "<tr><td>1</td><td>健診事業</td><td>健康推進課</td></tr>"
        "<tr><td>2</td><td>健康教室事業</td><td>体育課</td></tr>"
    )
    (goal,) = plan_of(f"<table>{rows}</table><table>{works}</table>", tmp_path, ".html").elements
    assert (goal.kind, goal.code, goal.title) == ("goal", "2", "健やかに過ごせるまち")
    (measure,) = goal.children
    assert (measure.code, measure.title) == ("2-1", "健康づくりの推進")
    assert [(one.kind, one.title) for one in measure.children] == [
        ("ideal-state", "市民が運動を続けています"),
        ("project", "健診事業"), ("project", "健康教室事業"),
    ]  # fmt: skip


def test_words_behind_a_heading_of_the_page_belong_to_no_cell(tmp_path: Path) -> None:
    page = tmp_path / "sheet.html"
    page.write_text(
        "<html lang=ja><body><main><h1>第3次潮見町総合計画　施策シート</h1><table>"
        "<tr><th>施策番号</th><td>2-4</td><th>施策名</th><td>港のにぎわいづくり</td></tr>"
        "<tr><th>担当課</th><td colspan=3>港湾課</td></tr>"
        "<tr><th>主な取組</th><td colspan=3>(1) 朝市の開催</td></tr></table>"
        "<p>朝市は毎月ひらきます。</p><h2>現状と課題</h2><p>客が減っています。</p>"
        "<h2>評価のしくみ</h2><p>町民の会が点数をつけます。</p>"
        "<h2>お問い合わせ</h2><p>企画室　電話 000-000-0000</p></main></body></html>",
        encoding="utf-8",
    )
    elements = [entry.item for entry in read_document(page).plan.entries()]
    found = [piece for one in elements if isinstance(one, Element) for piece in one.passages]
    told = {piece.text or "" for piece in found}
    assert {"朝市は毎月ひらきます。", "客が減っています。"} <= told
    assert not {text for text in told if "点数" in text or "電話" in text or "お問い" in text}


def test_words_behind_a_heading_of_the_page_belong_to_no_item_of_a_list(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang=ja><body><main><h1>第3次潮見町総合計画</h1><h2>基本目標1 にぎわう港</h2>"
        "<h3>施策の方向</h3><ul><li>朝市の充実</li><li>船の受入れの強化</li></ul>"
        "<h3>関係者の声</h3><p>朝市は楽しみです。</p>"
        "<h2>お問い合わせ</h2><p>企画室　電話 000-000-0000</p></main></body></html>",
        encoding="utf-8",
    )
    plan = read_document(page).plan
    (goal,) = plan.elements
    assert [one.title for one in goal.children] == ["朝市の充実", "船の受入れの強化"]
    assert "朝市は楽しみです。" in {piece.text for piece in goal.passages}
    assert not any(child.passages for child in goal.children)
    assert not any("電話" in (piece.text or "") for piece in goal.passages)


def test_works_end_with_their_state_a_cell_a_line(tmp_path: Path) -> None:
    head = ["■計画事業", "事業名", "所管課", "区分"]
    works = ["灯台の塗装事業", "港湾課", "新規", "凧の教室事業", "文化課", "レベルアップ"]
    works += ["糸車の修理事業", "文化課", "継続"]
    lines = ["潮見町総合計画", "施策１　桟橋の修繕", *head, *works, "施策２　手仕事の保存"]
    measure = plan_of("\n".join(lines), tmp_path).elements[0]
    assert [(one.kind, one.title, one.departments) for one in measure.children] == [
        ("project", "灯台の塗装事業", ("港湾課",)),
        ("project", "凧の教室事業", ("文化課",)),
        ("project", "糸車の修理事業", ("文化課",)),
    ]


def test_a_column_of_kinds_is_no_part_of_the_works_on_its_row(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "潮見町計画\n施策１　桟橋の修繕\n主要事業\n事業名 所管 種別\n灯台の塗装事業 港湾課 継続\n"
        "係留柱の更新事業 港湾課 継続\n施策２　手仕事の保存\n主要事業\n事業名 所管 種別\n"
        "糸車の修理事業 文化課 継続\n凧の教室事業 文化課 新規\n",
        encoding="utf-8",
    )
    works = [one.title for e in read_document(path).plan.elements for one in e.children]
    assert works == ["灯台の塗装事業", "係留柱の更新事業", "糸車の修理事業", "凧の教室事業"]


_TOP = [
    ("取組名", "内容", "担当課"),
    ("離乳食教室", "離乳食の進め方について、調", "健康推進課"),
    ("", "理実習を交えて学びます。", ""),
    ("減塩プロジェクト", "飲食店と協力し、減塩の献立の普", "健康推進課"),
    ("", "及を図り、毎月十七日を減塩の日", ""),
    ("", "とします。", ""),
    ("学校給食を通じた食", "地場産物の献立を増やします。", "学校給食セン"),
    ("育の授業", "", "ター"),
]
_MIDDLE = [
    *_TOP[:3],
    ("", "飲食店と協力し、減塩の献立の普", ""),
    ("減塩プロジェクト", "及を図り、毎月十七日を減塩の日", "健康推進課"),
    *_TOP[5:],
]


@pytest.mark.parametrize("table", [_TOP, _MIDDLE], ids=["top", "middle"])
@pytest.mark.parametrize("blank", ["  ", " "], ids=["by-width", "by-letters"])
def test_cells_side_by_side_go_on_below_themselves(
    table: list[tuple[str, str, str]], blank: str, tmp_path: Path
) -> None:
    """A name stands at the top or in the middle; blanks are as wide as letters, or half."""
    rows = [
        f"  {name}{blank * (12 - len(name))}{told}{blank * (18 - len(told))}{owned}"
        for name, told, owned in table
    ]
    plan = plan_of("\n".join(["（１）食べる", "【行政の取組】", *rows, "（２）動く"]), tmp_path)
    assert [(one.title, one.departments) for one in plan.elements[0].children] == [
        ("離乳食教室", ("健康推進課",)),
        ("減塩プロジェクト", ("健康推進課",)),
        ("学校給食を通じた食育の授業", ("学校給食センター",)),
    ]
    assert [one.title for one in plan.elements] == ["食べる", "動く"]


@pytest.mark.parametrize(
    ("head", "kind"), [("取組 | 内容 | 担当課", "project"), ("取組 | 内容 | 備考", "direction")]
)
def test_what_an_office_answers_for_is_a_work(head: str, kind: str, tmp_path: Path) -> None:
    text = f"施策1 海を守る\n{head}\n浜の清掃 | 春と秋に拾います。 | 環境課\n"
    (measure,) = plan_of(text, tmp_path).elements
    assert [(one.kind, one.title) for one in measure.children] == [(kind, "浜の清掃")]


def test_a_year_in_both_calendars_is_the_value_now(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# 潮見町総合計画\n\n| 指標 | 単位 | 平成28（2016）年度 | 令和8（2026）年度（目標） |\n"
        "|---|---|---:|---:|\n| 朝市の来場者数 | 人 | 412 | 530 |\n",
        encoding="utf-8",
    )
    (found,) = read_document(page).plan.indicators
    assert (str(found.baseline), str(found.target)) == ("412", "530")
    assert found.baseline_year == 2016


@pytest.mark.parametrize(
    ("head", "goal", "cell", "name", "kind"),
    [
        (
            "基本目標</th><th>主な取組",
            "1　海を守る",
            "・{}<br>・藻場の再生",
            "浜の掃除",
            "direction",
        ),
        ("目標</th><th>施策", "海を守る", "<ul><li>{}<li>藻場の再生</ul>", "浜の掃除", "measure"),
        (
            "基本目標</th><th>施策",
            "基本目標1 海を守る",
            "{}<br>藻場の再生",
            "浜辺の保全",
            "measure",
        ),
        ("備える目標</th><th>推進方針", "1 海を守る", "○{} ○藻場の再生", "浜の掃除", "direction"),
    ],
)
def test_lines_of_a_cell_are_elements_each(
    head: str, goal: str, cell: str, name: str, kind: str, tmp_path: Path
) -> None:
    other = goal.replace("1", "2").replace("海", "森")
    rows = (
        f"<tr><td>{goal}</td><td>{cell.format(name)}</td></tr>"
        f"<tr><td>{other}</td><td>・里山の保全<br>・間伐の促進</td></tr>"
    )
    page = tmp_path / "page.html"
    page.write_text(f"<h2>施策の体系</h2><table><tr><th>{head}</th></tr>{rows}</table>", "utf-8")
    first, second = read_document(page).plan.elements
    assert (first.kind, first.title, second.title) == ("goal", "海を守る", "森を守る")
    titles = [(one.kind, one.title) for one in first.children]
    assert titles == [(kind, name), (kind, "藻場の再生")]


@pytest.mark.parametrize(
    "goals",
    [
        "1 海の恵みを次の世代に手渡す<br>2 里山が荒れずに保たれる",
        "<ul><li>海の恵みを次の世代に手渡す<li>里山が荒れずに保たれる</ul>",
        "基本目標1 海の恵みを次の世代に手渡す<br>基本目標2 里山が荒れずに保たれる",
    ],
)
def test_the_facts_of_a_plan_name_its_goals_in_one_cell(goals: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    rows = (
        "<tr><th>計画期間</th><td>令和5年度から令和9年度まで</td></tr>"
        "<tr><th>基本理念</th><td>海と生きるまち</td></tr>"
        f"<tr><th>基本目標</th><td>{goals}</td></tr>"
    )
    page.write_text(f"<h1>渚市環境計画</h1><h2>計画の概要</h2><table>{rows}</table>", "utf-8")
    found = [(one.kind, one.title) for one in read_document(page).plan.elements]
    assert found == [
        ("philosophy", "海と生きるまち"),
        ("goal", "海の恵みを次の世代に手渡す"),
        ("goal", "里山が荒れずに保たれる"),
    ]


@pytest.mark.parametrize("cell", ["・浜の掃除<br>・藻場の再生", "①浜の掃除<br>②藻場の再生"])
def test_a_table_without_a_head_lists_what_is_below_a_numbered_goal(
    cell: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    rows = (
        f"<tr><td>基本目標1　海を守る</td><td>{cell}</td></tr>"
        f"<tr><td>基本目標2　森を守る</td><td>{cell.replace('浜', '山')}</td></tr>"
    )
    page.write_text(f"<h2>施策の体系</h2><table>{rows}</table>", "utf-8")
    first, second = read_document(page).plan.elements
    assert [one.title for one in first.children] == ["浜の掃除", "藻場の再生"]
    assert [one.title for one in second.children] == ["山の掃除", "藻場の再生"]


def test_a_list_within_a_list_ends_where_the_next_item_names_a_section(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    items = "<li>海の恵みを次の世代に手渡す<li>里山が荒れずに保たれる"
    page.write_text(
        f"<h2>計画の概要</h2><ol><li>基本目標の設定<br>次の2つを設定します。<ol>{items}</ol></li>"
        "<li>計画期間<br>令和5年度から令和9年度まで</li></ol>",
        "utf-8",
    )
    titles = [one.title for one in read_document(page).plan.elements]
    assert titles == ["海の恵みを次の世代に手渡す", "里山が荒れずに保たれる"]


def test_rows_that_begin_with_their_number_name_what_they_measure(tmp_path: Path) -> None:
    text = """節項 | 内容 | 実現したい状態 | 指標 | 現状値 | 目標値 | 実施計画事業 |
---|---|---|---|---|---|---|
第2節 | 灯の絶えない港 | 夜も安心して歩ける | 灯台の数 | 3基 | 4基 | |
第1項 | 灯台の保存 | 塔が立ち続ける | (1)塗り替えた塔の数 | 1基 | 3基 | ●灯台修繕事業
●霧笛点検事業 |
(2)見学者数 | 120人 | 300人 | ●灯台公開事業
|
|||
第2項 | 渡し舟の運航 | 舟で島へ渡れる | 乗客数 | 800人 | 900人 | |
"""
    plan = plan_of(text, tmp_path)
    assert nested(plan.elements) == [
        "policy 灯の絶えない港",
        "  measure 灯台の保存",
        "    project 灯台修繕事業",
        "    project 霧笛点検事業",
        "    project 灯台公開事業",
        "  measure 渡し舟の運航",
    ]
    assert [one.title for one in plan.indicators] == [
        "灯台の数", "塗り替えた塔の数", "見学者数", "乗客数",
    ]  # fmt: skip
