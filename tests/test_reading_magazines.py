"""What is read from magazines and slides, between pictures, voices and what their pages print."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, nested, plan_of

PANELS = """将来像
港に光が集まるまち
基本目標
①
子どもが学べるまち
［教育・文化］
4 質の高い教育をみんなに
◦学校給食の充実
◦校庭の開放
▲畑で芋を掘る子どもたち

町民の声　農業・浜野さん
いつか帰って来ます。

基本目標
②
緑を育むまち
［環境］
13 気候変動に具体的な対策を 15 陸の豊かさも守ろう
◦街路樹の植え替え
イラスト：町民の皆さん
◦花壇の整備

基本目標
③
にぎわいのある港
［産業］
14 海の豊かさを守ろう
◦朝市の充実
◦桟橋の改修と夜釣りの安全の確保、釣り客の受け入れ

漁業・沖さん（40代）
朝市に来てください。
"""
SLIDES = """施策の体系
GOAL
01
子どもが学べるまち
GOAL
02
緑を育むまち
GOAL
03
にぎわいのある港

1

GOAL 01　子どもが学べるまち（1/2）
⚫ 学校給食の充実
　－ 食材の地元からの調達
⚫ 校庭の開放
2

GOAL 01　子どもが学べるまち（2/2）
⚫ 図書館の整備
3

GOAL 02　緑を育むまち
⚫ 街路樹の植え替え
⚫ 花壇の整備
4

GOAL 03　にぎわいのある港（その1）
⚫ 朝市の充実
⚫ 桟橋の改修
"""
MESSAGE = """町長メッセージ
計画では、将来像を「港に光が集まるまち」と定めました。
その実現のため、3つの基本目標を掲げています。
一つ目は「子どもが学べるまち」です。学校を開きます。
二つ目は「緑を育むまち」です。
三つ目は「にぎわいのある港」です。皆様のご協力をお願いします。
"""
ICONS = """まちづくりの3本柱

〓 子どもが学べるまち
［教育・文化］
学校を開きます。

〓 緑を育むまち
［環境］
木を植えます。

〓 ひとが集う港をつくる
［産業］
朝市を続けます。

＼楽しみだね！／
いつか帰って来ます。
漁業・沖さん
"""
BEHIND = """総合計画って知ってる？
1
ねえ、教えて！
2
10年後のまちを決める計画だよ
3つの分野で取り組みます
にぎわいのある港　PLAN.2
◆朝市の充実
◆桟橋の改修
子どもが学べるまち　PLAN.1
◆学校給食の充実
◆校庭の開放
緑を育むまち　PLAN.3
◆街路樹の植え替え
◆花壇の整備
4月の行事
4（水）朝市
8（日）港まつり
アンケートにご協力ください！
(1) お住まいの地区
(2) 年代
"""
STACKED = """まちの3つの約束
POINT
1
子どもが学べるまち
学校を開きます。
POINT
2
緑を育むまち
木を植えます。
POINT
3
にぎわいのある港
朝市を続けます。
"""
SCATTERED = """3つの分野で取り組みます
02
緑を育むまち
木を植えます。
◆街路樹の植え替え
◆花壇の整備
01
子どもが学べるまち
学校を開きます。
◆学校給食の充実
◆校庭の開放
03
にぎわいのある港
◆朝市の充実
◆桟橋の改修
"""
TABS = """3つの約束
PLAN.1
PLAN.2
PLAN.3
PLAN.1　子ども　学べるまち①
◆学校給食の充実
PLAN.1　子ども　学べるまち②
◆校庭の開放
PLAN.2　緑　みんなで育むまち
◆街路樹の植え替え
◆花壇の整備
PLAN.3　港　にぎわうまち
◆朝市の充実
◆桟橋の改修
"""
CASES = {
    "pictures, voices and SDGs between titles and lists": (
        PANELS,
        [
            ("vision", "港に光が集まるまち"),
            ("goal", "子どもが学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("goal", "緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修と夜釣りの安全の確保、釣り客の受け入れ"),
        ],
    ),
    "goals that a mayor names one by one": (
        MESSAGE,
        [
            ("vision", "港に光が集まるまち"),
            ("goal", "子どもが学べるまち"),
            ("goal", "緑を育むまち"),
            ("goal", "にぎわいのある港"),
        ],
    ),
    "goals whose icons are lost, as many as the headline counts": (
        ICONS,
        [
            ("goal", "子どもが学べるまち"),
            ("goal", "緑を育むまち"),
            ("goal", "ひとが集う港をつくる"),
        ],
    ),
    "numbers behind titles in any order, speech before and questions behind": (
        BEHIND,
        [
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修"),
            ("goal", "子どもが学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("goal", "緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
        ],
    ),
    "words of its own and numbers on lines above titles": (
        STACKED,
        [
            ("goal", "子どもが学べるまち"),
            ("goal", "緑を育むまち"),
            ("goal", "にぎわいのある港"),
        ],
    ),
    "numbers above titles in the order of boxes, as many as the headline counts": (
        SCATTERED,
        [
            ("goal", "緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
            ("goal", "子どもが学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修"),
        ],
    ),
    "tabs that are named before what they hold": (
        TABS,
        [
            ("goal", "子ども　学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("goal", "緑　みんなで育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
            ("goal", "港　にぎわうまち"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修"),
        ],
    ),
    "slides of one title": (
        SLIDES,
        [
            ("goal", "子どもが学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("measure", "図書館の整備"),
            ("goal", "緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_magazines(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    plan = plan_of("第4次潮見町総合計画\n" + text, tmp_path)
    assert named(plan) == expected


def test_accordions(tmp_path: Path) -> None:
    parts = (
        ("子どもが学べるまち", "学校給食の充実"),
        ("緑を育むまち", "花壇の整備"),
        ("港", "朝市"),
    )
    page = "".join(
        f"<button aria-expanded='false'>基本目標{number}　{title}<i>▼</i></button>"
        f"<div><h4>施策</h4><ul><li>{item}</li></ul></div>"
        for number, (title, item) in enumerate(parts, 1)
    )
    menu = "<button>メニュー</button>"
    titles = [
        one.item.title
        for one in plan_of(
            f"<html><body>{menu}<h1>潮見町総合計画</h1>{page}</body></html>", tmp_path, ".html"
        ).entries()
    ]
    assert [title for title in titles if title] == [one for part in parts for one in part]


def test_a_sentence_below_a_heading_names_what_is_done_there(tmp_path: Path) -> None:
    text = """広報いそべ 4月号
「渡し舟の改革」「灯台の改革」を2つの柱に、暮らしを守ります。
(1)渡し舟の改革
「便数の見直し」「船員の育成」などに取り組みます
　舟に乗る人は減っています。
(2)灯台の改革
「灯室の塗替え」、「見学会の開催」を進めます。
改革の目標
●乗船の待ち時間……10分以下を保つ
●見学者………令和8年度に900人
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "goal 渡し舟の改革",
        "  measure 便数の見直し",
        "  measure 船員の育成",
        "goal 灯台の改革",
        "  measure 灯室の塗替え",
        "  measure 見学会の開催",
    ]
