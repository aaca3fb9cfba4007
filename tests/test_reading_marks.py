"""Marks of items as fonts and hands print them, and titles that go on over several slides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import plan_of

MIXED = """施策1　桟橋の修繕
【現状と課題】
桟橋が古くなっています。
【主な事業】
・灯台の塗装事業
•係留柱の更新事業
・浮桟橋の点検事業
施策2　糸車の保存
【現状と課題】
習う人が減っています。
【主な事業】
•糸車の修理事業
・糸つむぎ教室事業
"""
SLIDES = """目標1　学びあう港のまち（1/2）
⚫ 桟橋の学校の充実
 － 灯台の見学会
⚫ 移動図書館の運行
1
目標1　学びあう港のまち（2/2）
⚫ 糸車の保存の推進
 － 糸つむぎの教室
 － 糸車の修理
2
目標2　緑を育てるまち（続き）
⚫ 里山の手入れの推進
⚫ 街路樹の植え替えの推進
3
"""


@pytest.mark.parametrize(
    ("text", "kinds", "titles"),
    [
        (MIXED, {"project"},
         ["灯台の塗装事業", "係留柱の更新事業", "浮桟橋の点検事業", "糸車の修理事業",
          "糸つむぎ教室事業"]),
        (SLIDES, {"goal"}, ["学びあう港のまち", "緑を育てるまち"]),
        (SLIDES, {"policy", "measure"},
         ["桟橋の学校の充実", "移動図書館の運行", "糸車の保存の推進", "里山の手入れの推進",
          "街路樹の植え替えの推進"]),
    ],
)  # fmt: skip
def test_marks(text: str, kinds: set[str], titles: list[str], tmp_path: Path) -> None:
    found = [
        one.item.title
        for one in plan_of(f"第4次潮見町総合計画\n\n{text}", tmp_path).entries()
        if one.kind in kinds
    ]
    assert found == titles


def test_radicals_for_letters_are_no_marks(tmp_path: Path) -> None:
    page = """⻘浜町総合計画
まちづくりの基本⽅針
⽅針1 ⾵⾞のまわるまち
⺠宿を開きます。
⽅針2 ⼾をたたけるまち
隣の⼈を訪ねます。
⽅針3 ⿊潮に学ぶまち
船の学校を開きます。
"""
    plan = plan_of(page, tmp_path)
    assert plan.title == "青浜町総合計画"
    titles = ["風車のまわるまち", "戸をたたけるまち", "黒潮に学ぶまち"]
    assert [one.item.title for one in plan.entries()] == titles


def test_a_number_that_lost_its_circle_counts_with_those_around_it(tmp_path: Path) -> None:
    page = """潮見町総合計画
基本施策１　糸車の保存
施策の内容
① 糸車の修理の推進
糸を巻きます。
2 教室の充実
糸を習います。
③ 展示の充実
糸を見せます。
"""
    (measure,) = plan_of(page, tmp_path).elements
    assert [(one.kind, one.title) for one in measure.children] == [
        ("direction", "糸車の修理の推進"),
        ("direction", "教室の充実"),
        ("direction", "展示の充実"),
    ]


def test_a_lost_letter_that_begins_a_line_by_chance_is_no_mark(tmp_path: Path) -> None:
    text = """施策１　灯台の守り手を
(cid:32)む教室の充実
体(cid:32)館で夜の教室を開きます。
施策２　糸車を伝える子どもの
(cid:32)成の推進
教(cid:32)課と保(cid:32)所が糸を巻きます。
施策３　教(cid:32)の船の運航
島の子どもを乗せます。
"""
    titles = [one.title for one in plan_of(text, tmp_path).elements]
    assert titles == [
        "灯台の守り手を(cid:32)む教室の充実",
        "糸車を伝える子どもの(cid:32)成の推進",
        "教(cid:32)の船の運航",
    ]


def test_an_item_with_another_mark_amid_a_list_is_one_of_it(tmp_path: Path) -> None:
    text = """基本目標１ 灯りのまちをつくる
□灯台の修繕の推進
□霧笛の継承
★渡し舟の復活
□港祭りの開催
基本目標２ 学びのまちをつくる
□夜の教室の開催
□書庫の公開の推進
"""
    first, second = plan_of(text, tmp_path).elements
    assert [one.title for one in first.children] == [
        "灯台の修繕の推進",
        "霧笛の継承",
        "渡し舟の復活",
        "港祭りの開催",
    ]
    assert len(second.children) == 2


def test_the_sentence_below_a_marked_title_may_be_broken_by_its_column(tmp_path: Path) -> None:
    text = """分野１　人づくり
◎灯台守の育成
　夜の教室に通う
　人を増やします。
◎霧笛の継承
　月に一度の点検
　を続けます。
分野２　港づくり
◎渡し舟の運航
　朝夕の舟を増やし
　ます。
"""
    first, second = plan_of(text, tmp_path).elements
    assert [one.title for one in first.children] == ["灯台守の育成", "霧笛の継承"]
    assert [one.title for one in second.children] == ["渡し舟の運航"]


def test_marked_lines_within_the_outline_are_a_level_whatever_their_mark(tmp_path: Path) -> None:
    text = (
        "目標1　潮風と育つまち\n灯台の学校を守ります。\n▽灯台の見学会の開催\n"
        "目標2　糸でつながるまち\n人が集います。\n▽糸車の保存の推進\n▽糸つむぎの教室の支援\n"
        "目標3　森とくらすまち\n木を育てます。\n"
    )
    plan = plan_of(text, tmp_path)
    assert [one.item.title for one in plan.entries() if one.kind == "measure"] == [
        "灯台の見学会の開催",
        "糸車の保存の推進",
        "糸つむぎの教室の支援",
    ]


def test_marked_lines_below_issues_and_directions_are_no_level(tmp_path: Path) -> None:
    text = (
        "施策1　灯台の保存\n現状と課題\n▽塗装の更新\n▽担い手の確保\n▽見学路の整備\n"
        "取組方針1　灯台の点検の充実\n施策2　糸車の保存\n取組方針1　教室の支援\n"
        "毎月開きます。\n▽講師の育成\n▽材料の確保\n▽教材の整備\n"
    )
    titles = [one.item.title for one in plan_of(text, tmp_path).entries()]
    assert titles == ["灯台の保存", "灯台の点検の充実", "糸車の保存", "教室の支援"]


def test_lines_without_a_mark_below_many_goals_are_a_level(tmp_path: Path) -> None:
    text = (
        "基本目標1　潮風と育つまち\n灯台の学校を守る\n毎朝、鐘を鳴らします。\n浜の教室をひらく\n"
        "基本目標2　糸でつながるまち\n綿畑をよみがえらせる\n糸車の保存の推進\n蔵に納めます。\n"
        "基本目標3　森とくらすまち\n炭焼きの技を伝える\n秋に焼きます。\n木の道具をつくる\n"
    )
    goals = plan_of(text, tmp_path).elements
    assert [[one.title for one in goal.children] for goal in goals] == [
        ["灯台の学校を守る", "浜の教室をひらく"],
        ["綿畑をよみがえらせる", "糸車の保存の推進"],
        ["炭焼きの技を伝える", "木の道具をつくる"],
    ]


def test_one_line_below_each_title_says_it_in_other_words(tmp_path: Path) -> None:
    goals = ("灯台と学校", "糸と機織", "森と道具", "川と水車", "丘と風車")
    calls = ("しあわせを育む", "いのちを支える", "なりわいを興す", "すみよさを磨く", "ともに担う")
    text = "".join(
        f"政策{n}　{goal}\n{call}\n●{goal[0]}の保存の推進\n●{goal[2]}の学習の支援\n"
        for n, (goal, call) in enumerate(zip(goals, calls, strict=True), 1)
    )
    titles = {one.item.title for one in plan_of(text, tmp_path).entries()}
    assert len(titles) == 15
    assert titles.isdisjoint(calls)


def test_a_word_for_issues_counts_what_is_done_where_its_titles_say_so(tmp_path: Path) -> None:
    text = (
        "基本目標1　支えあう島の実現\n基本課題1　灯台守の育成\n基本課題2　渡し舟の運航の推進\n"
        "基本目標2　学びあう島の実現\n基本課題3　夜の教室の充実\n"
    )
    first, second = plan_of(text, tmp_path).elements
    assert [one.title for one in first.children] == ["灯台守の育成", "渡し舟の運航の推進"]
    assert [one.code for one in second.children] == ["基本課題3"]


def test_a_cover_above_all_titles_is_none_of_the_lines_below_them(tmp_path: Path) -> None:
    text = (
        "山あいの町 概要版\n"
        "基本目標1　港に灯がともり続けるまち\n桟橋の着実な維持\n木を替えます。\n"
        "船大工の育成の支援\n"
        "基本目標2　糸車の音が絶えない里\n織り手の確保と育成\n学校をひらきます。\n"
        "綿畑の再生の推進\n"
        "畑を借ります。\n"
    )
    plan = plan_of(text, tmp_path)
    titles = [one.item.title for one in plan.entries() if one.kind == "measure"]
    assert titles == [
        "桟橋の着実な維持", "船大工の育成の支援", "織り手の確保と育成", "綿畑の再生の推進",
    ]  # fmt: skip
