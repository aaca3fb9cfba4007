"""Pages as a crawl of the web keeps them: broken titles, heads and feet of pages between lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.model import Plan
from plangraph.reading.reader import read_document

_LINES = (
    "山あいの集落では水車の心棒が傷み、",
    "粉ひきを習う人も年ごとに減り、祭り",
    "の日にも回らない水車が、とうとう三",
    "基になりました。",
)


def read(tmp_path: Path, *lines: str) -> Plan:
    path = tmp_path / "page.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_document(path).plan


def found(plan: Plan) -> list[str]:
    return [f"{one.kind} {one.item.title}" for one in plan.entries() if one.kind != "indicator"]


def test_a_title_as_wide_as_the_page_goes_on_in_the_next_line(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "基本目標1 水車のまわるふるさと",
        *_LINES,
        "施策1-1 粉ひきの道具と水車小屋の保",
        "存",
        *_LINES,
        "施策1-2 水車まつりの継承",
        *_LINES,
    )
    assert found(plan) == [
        "goal 水車のまわるふるさと",
        "measure 粉ひきの道具と水車小屋の保存",
        "measure 水車まつりの継承",
    ]


def test_the_name_beside_the_numbers_of_pages_is_no_heading(tmp_path: Path) -> None:
    page = ("■現状と課題", *_LINES, "■基本事業")
    plan = read(
        tmp_path,
        "政策1 水車のまわる里",
        "施策1 粉ひきの継承",
        *page,
        "・石臼の目立て",
        "31 第2次峠村総合計画",
        "第2部　基本計画",
        "施策2 水路の保全",
        *page,
        "・堰の修繕",
        "・水番の復活",
        "32 第2次峠村総合計画",
        "第2部　基本計画",
        "施策3 祭りの振興",
        *page,
        "・笛の教室",
    )
    (policy,) = plan.elements
    assert policy.title == "水車のまわる里"
    assert [one.title for one in policy.children] == ["粉ひきの継承", "水路の保全", "祭りの振興"]
    items = [below.title for one in policy.children for below in one.children]
    assert items == ["石臼の目立て", "堰の修繕", "水番の復活", "笛の教室"]


def test_heads_of_pages_between_the_rows_of_a_table_on_one_row(tmp_path: Path) -> None:
    head = "第2次峠村総合計画"
    text = "粉ひきを習う人が減り、水車も傷んでいます。"
    plan = read(
        tmp_path,
        f"1 水車のまわるふるさと {text} 1-1 粉ひきの継承 {text} ◎指標 指標名 現状値（R5）"
        f" 目標値（R11） 粉ひき教室の参加者数 12人 30人 31 {head} {head} 2 祭りのつづく峠 {text}"
        f" 2-1 笛と太鼓の保存 {text} ◎指標 指標名 現状値（R5） 目標値（R11）"
        f" 笛の吹き手の数 4人 9人 - 32 - {head} {head} 2-2 山車の修理 {text}",
    )
    assert [(one.title, str(one.baseline), str(one.target)) for one in plan.indicators] == [
        ("粉ひき教室の参加者数", "12人", "30人"),
        ("笛の吹き手の数", "4人", "9人"),
    ]
    assert "goal 水車のまわるふるさと" in found(plan)


_INDEX = (
    ("第1章　水車のまわるふるさと",),
    ("1", "石臼の目立て", "産業課", "12"),
    ("2", "粉ひき唄の伝承", "生涯学習課", "14"),
    ("第2章　祭りのつづく峠",),
    ("3", "山車の蔵びらき", "文化センター", "15"),
    ("4", "笛の教室", "生涯学習課・産業課", "17"),
)
_FORMS = {
    "a line each": "\n".join(" ".join(row) for row in _INDEX),
    "tabs": "\n".join("\t".join(row) for row in _INDEX),
    "a cell a line": "\n".join("\n".join(row) for row in _INDEX),
    "the office first": "No. 担当課 施策名 頁\n"
    + "\n".join(" ".join((row[0], *row[2:1:-1], *row[1:2], *row[3:])) for row in _INDEX),
}


@pytest.mark.parametrize("form", _FORMS.values(), ids=[name.replace(" ", "-") for name in _FORMS])
def test_an_office_is_no_part_of_the_title_before_it(form: str, tmp_path: Path) -> None:
    plan = read(tmp_path, "施策一覧", form)
    assert [f"{one.kind} {one.item.title}" for one in plan.entries()] == [
        "goal 水車のまわるふるさと", "measure 石臼の目立て", "measure 粉ひき唄の伝承",
        "goal 祭りのつづく峠", "measure 山車の蔵びらき", "measure 笛の教室",
    ]  # fmt: skip
    assert [one.item.departments for one in plan.entries() if one.kind == "measure"] == [
        ("産業課",), ("生涯学習課",), ("文化センター",), ("生涯学習課", "産業課"),
    ]  # fmt: skip


_MEASURED = (
    ("粉ひきの継承", "粉ひき教室の参加者数", "12人", "30人"),
    ("水路の保全", "直した水門の数", "2か所", "5か所"),
    ("祭りの振興", "笛と太鼓の教室に通う子どもの数", "40人", "60人"),
)
_ANNEXES = {
    "one row": " ".join(
        f"{n} {title} 成果指標 現状値（R5） 目標値（R9） {name} {now} {aim}"
        for n, (title, name, now, aim) in enumerate(_MEASURED, 1)
    ),
    "fields": " ".join(
        f"{n} {title} 指標：{name} 現状値 {now}（R5） 目標値 {aim}（R9）"
        for n, (title, name, now, aim) in enumerate(_MEASURED, 1)
    ),
    "lines": "\n".join(
        f"{n} {title}\n指標名 現状値（R5） 目標値（R9）\n{name} {now} {aim}"
        for n, (title, name, now, aim) in enumerate(_MEASURED, 1)
    ),
}


@pytest.mark.parametrize("annex", _ANNEXES)
def test_an_index_of_indicators_holds_what_they_measure(annex: str, tmp_path: Path) -> None:
    between = "\n" if annex == "lines" else " "
    head = f"第2次峠村総合計画{between}成果指標の一覧{between}"
    plan = read(tmp_path, head + _ANNEXES[annex])
    assert found(plan) == [f"measure {title}" for title, *_ in _MEASURED]
    assert [(one.title, str(one.baseline), str(one.target)) for one in plan.indicators] == [
        (name, now, aim) for _, name, now, aim in _MEASURED
    ]


def test_acts_behind_another_mark_stand_below_what_the_place_will_be(tmp_path: Path) -> None:
    lines: list[str] = []
    for goal, acts in _SLOGANS.items():
        lines += [f"◎{goal}", "～水の音がいつも聞こえています～", "水車が止まったままです。"]
        for act in acts:
            lines += [f"○{act}", "習いたい人をつなぎます。", "・石臼の目立て", "・堰の修繕"]
    plan = read(tmp_path, *lines)
    assert [(one.kind, one.title) for one in plan.elements] == [("goal", one) for one in _SLOGANS]
    below = [[act.title for act in one.children] for one in plan.elements]
    assert below == list(_SLOGANS.values())


_SLOGANS = {
    "水車のまわる里": ["粉ひきの技を伝えます", "水路を直します"],
    "笛のきこえるまち": ["祭りの人手を集めます", "笛の吹き手を育てます"],
}


def test_years_beside_the_words_of_values_on_a_row(tmp_path: Path) -> None:
    text = "粉ひきを習う人が減り、水車も傷んでいます。道具を直し、教室を開きます。"
    plan = read(
        tmp_path,
        f"施策名 粉ひきの継承 現状 {text} 取組1 石臼の目立て {text} 取組2 教室の開催 {text}"
        " 指標 1 教室の参加者数 R5実績 12人 R7目標 20人 R9目標 30人"
        " 2 直した石臼の数（累計） R5実績 2台 R7目標 5台 R9目標 9台",
    )
    assert [(one.title, str(one.baseline), str(one.target)) for one in plan.indicators] == [
        ("教室の参加者数", "12人", "30人"),
        ("直した石臼の数（累計）", "2台", "9台"),
    ]


_DOTS = "・" * 30


@pytest.mark.parametrize("end", [f"\n{_DOTS}\n", f" {_DOTS}\n", f"\n{_DOTS} "])
def test_leaders_and_pages_on_lines_of_their_own(end: str, tmp_path: Path) -> None:
    titles = ("水車のまわる里をつくる", "笛のきこえるまちをつくる", "祭りのつづく峠をつくる")
    lines = [f"{n}\n{title}{end}{3 * n}" for n, title in enumerate(titles, 1)]
    around = f"計画の趣旨\n{_DOTS}\n1\n{_DOTS}\n2"
    plan = read(tmp_path, "峠村水車計画", "目 次", around, "基本目標", *lines)
    assert [(one.code, one.title) for one in plan.elements] == [
        (str(n), title) for n, title in enumerate(titles, 1)
    ]


def test_heads_that_a_site_prints_above_each_page_are_no_titles(tmp_path: Path) -> None:
    name = "第2次峠村水車計画2018/03/01 · 41 基本方針2 領域 項 目 現状値 目標値"
    plan = read(
        tmp_path,
        f"{name}...", "", f"Page 1: {name}", "", "基本方針1 水車のまわる里", "", "1 粉ひきの継承",
        "", f"Page 2: {name}", "", "2 水路の保全", "", "数値目標一覧", "",
        "基本方針1 水車のまわる里", "", "項 目 現状値 目標値", "", "粉ひき教室の参加者数 12人 30人",
    )  # fmt: skip
    assert plan.title == "第2次峠村水車計画"
    assert found(plan) == ["policy 水車のまわる里", "measure 粉ひきの継承", "measure 水路の保全"]
    assert [one.title for one in plan.elements[0].children] == ["粉ひきの継承", "水路の保全"]
