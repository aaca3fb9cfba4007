"""What is read from leaflets, features of magazines and pages of sites that digest a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.terms.looks import is_whole
from tests.outlined import named, plan_of

BROKEN = """基本目標
1
自然と暮らしを生か
したしごとづくり
2
若者がのびのび育つ
まち
3
緑あふれる港
"""
COUNTED = """3つの基本目標
Vision 1　子どもがのびのび学べるまち
施策
・学校給食の充実
・校庭の開放
Vision 2　みんなで緑を育むまち
施策
・街路樹の植え替え
・花壇の整備
"""
IN_LINE = """基本目標１　子どもがのびのび学べるまち
［取組の方向］
学校給食の充実・　校庭の開放・　図書館の整備
基本目標２　みんなで緑を育むまち
主な施策
街路樹を増やします、花壇を整えます、里山を守ります
基本目標３　にぎわいのある港
主な施策
朝市の開催 | 桟橋の改修
"""
LADDER = """戻る
[まちづくりの目標] 3　にぎわいのある港
[施策] 3-2　朝市の充実
■現状と課題
朝市に来る人が減っています。
■基本方針
(1) 出店の支援
(2) 駐車場の整備
"""
BUTTONS = """3つの基本目標
基本目標１　緑を育むまち
基本施策
街路樹の植え替え
花壇の整備
もっと見る
基本目標２　にぎわいのある港
基本施策
朝市の充実
桟橋の改修
もっと見る
基本目標３　子どもが学べるまち
基本施策
学校給食の充実
校庭の開放
もっと見る
"""
ABREAST = """基本目標
育つ                        守る
基本目標１                  基本目標２
子どもが学べるまち          緑を育むまち
主な施策                    主な施策
➤学校給食の充実            ➤街路樹の植え替え
➤校庭の開放                ➤花壇の整備
                            ➤里山の手入れ

にぎわう
基本目標３
にぎわいのある港
主な施策
➤朝市の充実
➤桟橋の改修
"""
BELOW = """子どもが学べるまち
基本目標１
（教育）
・学校給食の充実
・校庭の開放
緑を育むまち
基本目標２
（環境）
・街路樹の植え替え
・花壇の整備
にぎわいのある港
基本目標３
（産業）
・朝市の充実
・桟橋の改修
"""
READINGS = """めざすまちのすがた
みなと　ひかり
港に光が集まるまち
基本目標
まなび
基本目標１　学びを楽しむまち
学校を開きます。
みどり
基本目標２　緑を育むまち
木を植えます。
"""
QUESTION = """将来像
港に光が集まるまち
どんなことをするの？
基本目標１
子どもが学べるまち【教育】
“育つ”
学校を開きます。
基本目標２
緑を育むまち【環境】
“守る”
木を植えます。
基本目標３
にぎわいのある港【産業】
“つながる”
朝市を続けます。
"""
HEADS = """基本目標１　子どもが学べるまち
施策1　学校を開く
取組 担当課
学校給食の充実 学校教育課
校庭の開放 学校教育課
施策2　読書の推進
取組 担当課
図書館の整備 社会教育課
施策3　防災の推進
取組 担当課
防災ラジオの貸与 危機管理課
避難訓練の実施 危機管理課
"""
POINTS = """基本目標１　子どもが学べるまち
主な取組
･学校給食の充実
・校庭の開放
･図書館の整備
"""
SENTENCE = (
    "潮見町は新しい計画を策定した。基本目標として、「子どもが学べるまち」、「緑を育むまち」、"
    "「にぎわいのある港」を掲げている。計画は図書館で読むことができる。\n"
)
CHAPTERS = """Chapter1　計画の概要
計画の趣旨を説明します。
Chapter2　まちの将来像
港に光が集まるまち
Chapter3　基本目標と主な取組
その１　子どもが学べるまち
［主な取組］
木陰のある校庭をつくる／学校給食の充実／共に暮らす
その２　緑を育むまち
主な取組の例
・街路樹の植え替え
・花壇の整備
"""
FIELDS = """基本目標1　【教育・文化】
子どもが学べるまち
主な取組
○学校給食の充実
○校庭の開放
基本目標2　【環境】
緑を育むまち
主な取組
○街路樹の植え替え
○花壇の整備
基本目標3　【産業】
にぎわいのある港
主な取組
○朝市の充実
○桟橋の改修
"""
ROWS = """基本目標1　暮らしを支えるふるさと
［主要事業］ 朝市の開催事業 / 桟橋の
改修事業 / 漁具の購入助成　ほか
基本目標2　緑を育むまち
［主要事業］ 街路樹の植え替え事業 / 花壇
整備事業　ほか
"""
LAST = """基本目標1　子どもが学べるまち
学校を開きます。
基本目標2　緑を育むまち
木を植えます。
基本目標3　にぎわいのある港
主な施策
朝市の開催、魚のごみを減らす、桟橋の改修
◆10年後のまちの姿
「港に光が集まるまち」
"""
CASES = {
    "titles that a box broke": (
        BROKEN,
        [
            ("goal", "自然と暮らしを生かしたしごとづくり"),
            ("goal", "若者がのびのび育つまち"),
            ("goal", "緑あふれる港"),
        ],
    ),
    "English words that only count": (
        COUNTED,
        [
            ("goal", "子どもがのびのび学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("goal", "みんなで緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
        ],
    ),
    "names in line below a label": (
        IN_LINE,
        [
            ("goal", "子どもがのびのび学べるまち"),
            ("direction", "学校給食の充実"),
            ("direction", "校庭の開放"),
            ("direction", "図書館の整備"),
            ("goal", "みんなで緑を育むまち"),
            ("measure", "街路樹を増やします"),
            ("measure", "花壇を整えます"),
            ("measure", "里山を守ります"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の開催"),
            ("measure", "桟橋の改修"),
        ],
    ),
    "a page of one measure below the goal that it serves": (
        LADDER,
        [
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("direction", "出店の支援"),
            ("direction", "駐車場の整備"),
        ],
    ),
    "cards with buttons, lists below a label of a level without marks": (
        BUTTONS,
        [
            ("goal", "緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修"),
            ("goal", "子どもが学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
        ],
    ),
    "boxes side by side, each with a catchword": (
        ABREAST,
        [
            ("goal", "子どもが学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("goal", "緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
            ("measure", "里山の手入れ"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修"),
        ],
    ),
    "numbers and fields below their titles": (
        BELOW,
        [
            ("goal", "子どもが学べるまち"),
            ("measure", "学校給食の充実"),
            ("measure", "校庭の開放"),
            ("goal", "緑を育むまち"),
            ("measure", "街路樹の植え替え"),
            ("measure", "花壇の整備"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の充実"),
            ("measure", "桟橋の改修"),
        ],
    ),
    "how words are read above their titles": (
        READINGS,
        [
            ("vision", "港に光が集まるまち"),
            ("goal", "学びを楽しむまち"),
            ("goal", "緑を育むまち"),
        ],
    ),
    "catchwords in quotes, fields behind titles, a question below the vision": (
        QUESTION,
        [
            ("vision", "港に光が集まるまち"),
            ("goal", "子どもが学べるまち"),
            ("goal", "緑を育むまち"),
            ("goal", "にぎわいのある港"),
        ],
    ),
    "heads of columns below titles, which are no catchwords": (
        HEADS,
        [
            ("goal", "子どもが学べるまち"),
            ("measure", "学校を開く"),
            ("project", "学校給食の充実"),
            ("project", "校庭の開放"),
            ("measure", "読書の推進"),
            ("project", "図書館の整備"),
            ("measure", "防災の推進"),
            ("project", "防災ラジオの貸与"),
            ("project", "避難訓練の実施"),
        ],
    ),
    "points in half width beside others": (
        POINTS,
        [
            ("goal", "子どもが学べるまち"),
            ("direction", "学校給食の充実"),
            ("direction", "校庭の開放"),
            ("direction", "図書館の整備"),
        ],
    ),
    "an article that counts nothing": (
        SENTENCE,
        [
            ("goal", "子どもが学べるまち"),
            ("goal", "緑を育むまち"),
            ("goal", "にぎわいのある港"),
        ],
    ),
    "chapters in English, works that end in a verb": (
        CHAPTERS,
        [
            ("vision", "港に光が集まるまち"),
            ("goal", "子どもが学べるまち"),
            ("direction", "木陰のある校庭をつくる"),
            ("direction", "学校給食の充実"),
            ("direction", "共に暮らす"),
            ("goal", "緑を育むまち"),
            ("direction", "街路樹の植え替え"),
            ("direction", "花壇の整備"),
        ],
    ),
    "fields where a title would stand": (
        FIELDS,
        [
            ("goal", "子どもが学べるまち"),
            ("direction", "学校給食の充実"),
            ("direction", "校庭の開放"),
            ("goal", "緑を育むまち"),
            ("direction", "街路樹の植え替え"),
            ("direction", "花壇の整備"),
            ("goal", "にぎわいのある港"),
            ("direction", "朝市の充実"),
            ("direction", "桟橋の改修"),
        ],
    ),
    "works in line that go on below": (
        ROWS,
        [
            ("goal", "暮らしを支えるふるさと"),
            ("project", "朝市の開催事業"),
            ("project", "桟橋の改修事業"),
            ("project", "漁具の購入助成"),
            ("goal", "緑を育むまち"),
            ("project", "街路樹の植え替え事業"),
            ("project", "花壇整備事業"),
        ],
    ),
    "what the place will be, behind its goals": (
        LAST,
        [
            ("goal", "子どもが学べるまち"),
            ("goal", "緑を育むまち"),
            ("goal", "にぎわいのある港"),
            ("measure", "朝市の開催"),
            ("measure", "魚のごみを減らす"),
            ("measure", "桟橋の改修"),
            ("vision", "港に光が集まるまち"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_digests(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    plan = plan_of("第4次潮見町総合計画\n" + text, tmp_path)
    assert named(plan) == expected


@pytest.mark.parametrize("title", ["海に学ぶ", "手をつなぐ", "灯台を守ります", "浜辺に住む"])
def test_a_title_may_end_with_its_verb(title: str) -> None:
    assert is_whole(title)
    assert not is_whole(f"{title}こと、")
