"""What is read from magazines and slides, between pictures, voices and what their pages print."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document

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
    path = tmp_path / "magazine.txt"
    path.write_text("第4次潮見町総合計画\n" + text, encoding="utf-8")
    plan = read_document(path).plan
    assert [(one.kind, one.item.title) for one in plan.entries() if one.item.title] == expected
