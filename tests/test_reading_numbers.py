"""Numbers that write two levels as one (施策3101), and what stands upright before numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.terms.codes import narrow, parse
from tests.outlined import nested, plan_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("施策3101 商いの支え", (31, 1)),
        ("施策 1204：灯台の守り", (12, 4)),
        ("3101-2 帳簿の手ほどき", (31, 1, 2)),
        ("施策2031 年ごとの見直し", None),
        ("3101 商いの支え", None),
        ("2024-1 灯台の日", None),
    ],
)
def test_a_number_of_four_digits_counts_where_it_is_no_year(
    text: str, numbers: tuple[int, ...] | None
) -> None:
    code = parse(narrow(text))[1]
    assert (code and code.numbers) == numbers


def test_long_numbers_below_their_word_on_lines_of_their_own(tmp_path: Path) -> None:
    text = """基本政策３　稼ぐまち
施策
３１０１
商いの支え
取組方針
３１０１－１　帳簿の手ほどき
夜の教室を開きます。
３１０１－２　のれんの引き継ぎ
引き継ぐ人を探します。
"""
    (policy,) = plan_of(text, tmp_path).elements
    (measure,) = policy.children
    assert (policy.title, measure.kind, measure.title) == ("稼ぐまち", "measure", "商いの支え")
    assert [one.title for one in measure.children] == ["帳簿の手ほどき", "のれんの引き継ぎ"]


def test_the_vision_of_a_chart_runs_down_to_the_first_number(tmp_path: Path) -> None:
    down = "\n".join("湖と暮らしがともに息づくまち")
    text = f"""施策の体系

将来像

分野目標

施策

{down}

１

備えのあるまち

２

にぎわいのあるまち

1-1 消防の充実
1-2 救急の充実
2-1 観光の振興
2-2 漁業の振興
"""
    elements = plan_of(text, tmp_path).elements
    assert (elements[0].kind, elements[0].title) == ("vision", "湖と暮らしがともに息づくまち")


def test_an_index_of_chapters_at_the_edge_of_a_page_is_no_chapter(tmp_path: Path) -> None:
    tabs = "第\n１\n章\n第\n２\n章\n第\n３\n章\n第\n４\n章\n"
    text = (
        f"{tabs}施策２　灯台の守り\n灯をともします。\n{tabs}施策３　渡し舟の運航\n舟を出します。\n"
    )
    assert [one.title for one in plan_of(text, tmp_path).elements] == ["灯台の守り", "渡し舟の運航"]


def test_states_of_a_place_that_are_counted_are_goals(tmp_path: Path) -> None:
    text = """まちの姿 1
夜も歩ける
取組の柱
柱1　灯りをともす
柱2　道をなおす
まちの姿 2
水辺で休める
取組の柱
柱1　ベンチを置く
柱2　木かげを増やす
"""
    elements = plan_of(text, tmp_path).elements
    assert [(one.kind, one.title) for one in elements] == [
        ("goal", "夜も歩ける"),
        ("goal", "水辺で休める"),
    ]
    assert [len(one.children) for one in elements] == [2, 2]


@pytest.mark.parametrize("label", ["SDGs", "関連するSDGs", "SDGsの目標"])
def test_the_label_of_the_goals_of_the_nations_is_no_title(label: str, tmp_path: Path) -> None:
    text = "".join(
        f"施策{number}　{title}\n{label}\n8 9 17\n目指す状態\n舟が日に六便出ている。\n"
        for number, title in enumerate(("渡し舟の運航", "灯台の守り"), 1)
    )
    found = [one.title for one in plan_of(text, tmp_path).elements]
    assert found == ["渡し舟の運航", "灯台の守り"]


def test_numbers_of_a_column_head_the_lines_of_contents_below_them(tmp_path: Path) -> None:
    text = """目次
Ⅰ章
灯台を守り育てるむらづくり
1-1
1-2
灯台の塗装 ..................................20
糸車の継承 ..................................22
Ⅱ章
畑の恵みを生かすむらづくり
2-1
2-2
甘藷づくりの振興 ............................24
塩田の再生 ..................................26
"""
    first, second = plan_of(text, tmp_path).elements
    assert (first.code, first.title) == ("Ⅰ章", "灯台を守り育てるむらづくり")
    assert [(one.code, one.title) for one in second.children] == [
        ("2-1", "甘藷づくりの振興"),
        ("2-2", "塩田の再生"),
    ]


def test_long_numbers_may_begin_with_nought(tmp_path: Path) -> None:
    text = "分野別計画\n01 暮らし\n11\n0101 灯台\n12\n0102 渡し舟\n13\n02 学び\n15\n0201 糸車\n16\n"
    first, second = plan_of(text, tmp_path).elements
    assert (first.kind, first.title) == ("policy", "暮らし")
    assert [(one.kind, one.title) for one in first.children] == [
        ("measure", "灯台"),
        ("measure", "渡し舟"),
    ]
    assert [one.title for one in second.children] == ["糸車"]


def test_a_span_of_numbers_is_no_code() -> None:
    assert parse("3~4か月児の健診")[1] is None
    assert parse("3 ~海とともに~")[1] is not None


def test_numbers_of_several_levels_stand_before_the_titles_of_a_contents_page(
    tmp_path: Path,
) -> None:
    text = (
        "第4次潮見町総合計画\n目次\n第１章\n1\n2\n第２章\n1\n2\n"
        "水と緑のまち ...... 4\n湧水の保全 ...... 4\n里山の再生 ...... 6\n"
        "手をつなぐまち ...... 8\n自治会の支援 ...... 8\n祭りの継承 ...... 10\n"
        "資料編 ...... 20\n"
    )
    assert nested(plan_of(text, tmp_path).elements) == [
        "goal 水と緑のまち",
        "  measure 湧水の保全",
        "  measure 里山の再生",
        "goal 手をつなぐまち",
        "  measure 自治会の支援",
        "  measure 祭りの継承",
    ]


def test_what_a_label_says_behind_a_title_is_no_part_of_it(tmp_path: Path) -> None:
    text = (
        "第4次潮見町総合計画\n分野1 海と空の分野（まちづくりの方針：「星の見える港」の実現）\n"
        "政策1 灯台を守る体制の確保\n分野2 手と手の分野【目標：支え合う港】\n政策1 祭りの継承\n"
    )
    assert [one.title for one in plan_of(text, tmp_path).elements] == [
        "海と空の分野",
        "手と手の分野",
    ]


def test_numbers_above_their_titles_go_on_through_the_headings_between(tmp_path: Path) -> None:
    text = """第4次潮見町緑の計画
1 計画のあらまし
2 方針の一覧
方針１
灯台の森を守ります
1
松林の手入れの推進
2
苗木の育成
方針２
渡し場に木陰をつくります
3
並木の再生
4
広場の緑化の推進
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "policy 灯台の森を守ります",
        "  measure 松林の手入れの推進",
        "  measure 苗木の育成",
        "policy 渡し場に木陰をつくります",
        "  measure 並木の再生",
        "  measure 広場の緑化の推進",
    ]


def test_a_number_before_a_mark_is_no_number_of_the_level_above(tmp_path: Path) -> None:
    text = """施策の体系
【まちづくり目標（基本構想）】
2 灯の絶えないまち
【基本政策（基本構想）】
2-1 港を守る人づくり
【施策（基本計画）】
7◆灯台守の育成 ・・・・・ 12 ページ
8◆霧笛の継承 ・・・・・・ 14 ページ
【まちづくり目標（基本構想）】
3 潮の香るまち
【基本政策（基本構想）】
3-1 磯の恵みをつなぐ仕組みづくり
【施策（基本計画）】
9◆磯焼け対策の推進・・・ 16 ページ
10◆渡し舟の運航 ・・・・ 18 ページ
"""
    found = [one.strip() for one in nested(plan_of(text, tmp_path).elements)]
    assert found == [
        "goal 灯の絶えないまち",
        "policy 港を守る人づくり",
        "measure 灯台守の育成",
        "measure 霧笛の継承",
        "goal 潮の香るまち",
        "policy 磯の恵みをつなぐ仕組みづくり",
        "measure 磯焼け対策の推進",
        "measure 渡し舟の運航",
    ]


def test_numbers_of_two_levels_stand_above_their_titles(tmp_path: Path) -> None:
    text = """２ 港の守り
(1)
①
灯台の保存の推進
塔の修繕
ア 塗り替えの実施
イ 足場の整備
② 霧笛の点検
(2) 渡し舟の運航
① 漕ぎ手の育成
② 桟橋の修繕
"""
    (harbour,) = plan_of(text, tmp_path).elements
    assert [(one.code, one.title) for one in harbour.children] == [
        ("(1)", "灯台の保存の推進"),
        ("(2)", "渡し舟の運航"),
    ]
    assert [one.title for one in harbour.children[0].children] == ["塔の修繕", "霧笛の点検"]


def test_a_title_again_without_its_chapter_is_no_level_of_its_own(tmp_path: Path) -> None:
    text = """第３章　灯の絶えない、心安らぐまち
- 61 -
第３章　灯の絶えない、心安らぐまち
灯の絶えない、心安らぐまち
１．灯台の保存の推進
２．霧笛の継承
"""
    (chapter,) = plan_of(text, tmp_path).elements
    assert [one.title for one in chapter.children] == ["灯台の保存の推進", "霧笛の継承"]
