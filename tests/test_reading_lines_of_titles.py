"""Titles and statements of several lines, and what stands beside the first of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, plan_of


@pytest.mark.parametrize("words", [("", "", ""), ("ひと\n", "くらし\n", "しごと\n")])
def test_boxes_amid_numbered_titles_are_titles_of_several_lines(
    words: tuple[str, str, str], tmp_path: Path
) -> None:
    text = f"""まちづくりの目標 政策 施策
Ⅰ
{words[0]}学びあい
育ちあうまち
1 子育て
(1) 子育て支援の充実
(2) 保育の充実
Ⅱ
{words[1]}支えあい
安心できるまち
2 福祉
(1) 地域福祉の推進
(2) 高齢者福祉の充実
Ⅲ
{words[2]}にぎわい
活力あるまち
3 産業
(1) 農林業の振興
(2) 水産業の振興
"""
    goals = [title for kind, title in named(plan_of(text, tmp_path)) if kind == "goal"]
    assert goals == ["学びあい育ちあうまち", "支えあい安心できるまち", "にぎわい活力あるまち"]


@pytest.mark.parametrize(
    "lines", ["一人ひとりが輝く\n共生の\nまち たまつ", "みんなでつくる\nやさしいまち\nたまつ"]
)
@pytest.mark.parametrize("below", ["基本目標Ⅰ 意識づくり", "基本目標\n1 意識づくり"])
def test_short_lines_below_a_label_are_one_statement(
    lines: str, below: str, tmp_path: Path
) -> None:
    stated, *_ = named(plan_of(f"計画の体系\n基本理念\n{lines}\n{below}\n", tmp_path))
    assert stated == ("philosophy", lines.replace("\n", " "))


def test_whole_lines_below_a_label_are_statements_of_their_own(tmp_path: Path) -> None:
    text = "基本理念\n海を守るまち\n港を開くまち\n人を育てるまち\n基本目標\n1 意識づくり\n"
    found = [title for kind, title in named(plan_of(text, tmp_path)) if kind == "philosophy"]
    assert found == ["海を守るまち", "港を開くまち", "人を育てるまち"]


def test_a_title_goes_on_with_what_no_title_is(tmp_path: Path) -> None:
    text = """基本目標Ⅰ
男女共同参画への
意識づくり
基本目標Ⅱ
あらゆる分野で
活躍できる環境
づくり
基本目標Ⅲ
安心して暮らせ
る社会づくり
"""
    assert named(plan_of(text, tmp_path)) == [
        ("goal", "男女共同参画への意識づくり"),
        ("goal", "あらゆる分野で活躍できる環境づくり"),
        ("goal", "安心して暮らせる社会づくり"),
    ]


def test_the_first_item_of_a_list_behind_its_label(tmp_path: Path) -> None:
    text = """計画の体系
【基本目標】 1 「食」を大切にする心の育成
2 「食」の理解と実践
3 「食育」の輪の展開
"""
    assert named(plan_of(text, tmp_path)) == [
        ("goal", "「食」を大切にする心の育成"),
        ("goal", "「食」の理解と実践"),
        ("goal", "「食育」の輪の展開"),
    ]


def test_the_head_of_the_pages_is_no_part_of_the_first_title(tmp_path: Path) -> None:
    text = """政策1　健やかに暮らす　　【健康】　　　　　　　　　ページ
施策1　健康づくりの推進　……………………　32
政策2　豊かに学ぶ　　【教育】
施策2　学校教育の充実　………………………　44
政策3　いきいきと働く　　【産業】
施策3　農林業の振興　…………………………　52
"""
    assert [title for _, title in named(plan_of(text, tmp_path))] == [
        "健やかに暮らす",
        "健康づくりの推進",
        "豊かに学ぶ",
        "学校教育の充実",
        "いきいきと働く",
        "農林業の振興",
    ]


def test_numbers_with_half_a_square_bracket(tmp_path: Path) -> None:
    text = """10 環境基本計画に基づく事業
【(1)環境への負荷の少ない社会の実現】
1]廃棄物の減量と適正処理
2]大気環境の保全
【(2)恵み豊かな環境の確保】
3]水辺環境の保全
4]生物多様性の保全
"""
    assert named(plan_of(text, tmp_path)) == [
        ("goal", "環境への負荷の少ない社会の実現"),
        ("measure", "廃棄物の減量と適正処理"),
        ("measure", "大気環境の保全"),
        ("goal", "恵み豊かな環境の確保"),
        ("measure", "水辺環境の保全"),
        ("measure", "生物多様性の保全"),
    ]


def test_what_others_do_holds_no_measure(tmp_path: Path) -> None:
    text = """基本目標1 食を楽しむまち
施策1-1 食育の推進
●関係団体の取り組み
① 食育に関する情報を伝えます。
② 食育月間に行事を行います。
●行政の取り組み
・食育教室の開催
・地場産物の活用
"""
    titles = [title for _, title in named(plan_of(text, tmp_path))]
    assert titles == ["食を楽しむまち", "食育の推進", "食育教室の開催", "地場産物の活用"]


def test_lists_of_three_levels_below_a_chapter_on_what_is_done(tmp_path: Path) -> None:
    text = """<h2>第3章 具体的な取組</h2>
<ol>
<li>子どもの健康の確保<ol>
<li>母子保健の充実<br>(1) 健診の充実<br>(2) 小児医療体制の充実</li>
<li>子育て支援の充実<br>(1) 保育の充実<br>(2) 児童の健全育成</li></ol></li>
<li>安心できる環境の整備<ol>
<li>子どもの安全の確保<br>(1) 交通安全活動の推進</li>
<li>両立の推進<br>(1) 働き方の見直し</li></ol></li>
</ol>
"""
    plan = plan_of(f"<html><body>{text}</body></html>", tmp_path, ".html")
    assert named(plan)[:3] == [
        ("goal", "子どもの健康の確保"),
        ("measure", "母子保健の充実"),
        ("direction", "健診の充実"),
    ]
