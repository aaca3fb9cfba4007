"""What is read from pages of town magazines: works of the year, drafts to comment on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, plan_of

CASES = {
    "works of the year below goals that a mark tells": (
        """3 広報しおみ 2024年5月1日号
令和6年度の主な取組
～第4次潮見町総合計画の実現に向けて～
令和6年度の予算は34億円です。
●浜に人が集まるまち
・灯台のペンキ塗り（318万円）
・朝市のテント（42万3千円）
●星を守る心の豊かなまち
・天文台の望遠鏡（1,205万円）
町税の納期限は月末です""",
        [
            ("goal", "浜に人が集まるまち"),
            ("project", "灯台のペンキ塗り"),
            ("project", "朝市のテント"),
            ("goal", "星を守る心の豊かなまち"),
            ("project", "天文台の望遠鏡"),
        ],
    ),
    "amounts on lines of their own": (
        """令和6年度の主な施策
■浜に人が集まるまち
[新] 灯台の改修
318万円
灯りを遠くまで
届けます。
[新] 朝市の開催
42万3千円
■星を守る心の豊かなまち
[新] 天文台の整備
1,205万円
星の会を開きます。""",
        [
            ("goal", "浜に人が集まるまち"),
            ("project", "灯台の改修"),
            ("project", "朝市の開催"),
            ("goal", "星を守る心の豊かなまち"),
            ("project", "天文台の整備"),
        ],
    ),
    "pillars of a draft": (
        """町報しおみ　第376号
計画の素案への意見を募集します
施策の柱
①浜に人が集まるまち
②星を守る心の豊かなまち
募集期間　11月1日から11月20日まで""",
        [("policy", "浜に人が集まるまち"), ("policy", "星を守る心の豊かなまち")],
    ),
    "a quiz between the goals of an edition for children": (
        """こども版
めざすまちのすがた
ひと・灯台・星が織りなす 悠久の浜 潮見
この言葉には、浜を大切にしてきた人びとの
願いがこめられています。
1　浜に人が集まるまち
しってる？
潮見町には灯台がいくつあるでしょう？
①3か所　②12か所　③40か所
こたえは、うらの表紙を見てね
2　星を守るまち""",
        [
            ("vision", "ひと・灯台・星が織りなす 悠久の浜 潮見"),
            ("goal", "浜に人が集まるまち"),
            ("goal", "星を守るまち"),
        ],
    ),
    "a number, a short word and a title each, below a headline of two lines": (
        """めざす
まちの姿
灯台の光が届く 潮見

3つの
まちづくり

1
守る
波にも風にも強いまち
▶防波堤を高くします

2
ひらく
船で世界とつながるまち
▶港の学校を始めます

3
開く
誰もが話せる役場のまち
▶夜の窓口を始めます

Q. 10年後の潮見に期待することは？
「大きな船に乗りたい」（30代・女性）""",
        [
            ("vision", "灯台の光が届く 潮見"),
            ("goal", "波にも風にも強いまち"),
            ("goal", "船で世界とつながるまち"),
            ("goal", "誰もが話せる役場のまち"),
        ],
    ),
    "philosophies in a row, strategies with works and policies by field in a digest": (
        """まちづくりの基本理念

共感　　挑戦　　循環

町の経営の３つの戦略

戦略１
選ばれる港をつくる
● 桟橋の再開発
● 町家の保存と活用

戦略２
挑戦する人が育つ
● 灯台を仕事場に改修
● 船の学校の新設

戦略３
浜とともに暮らす
● 砂浜の再生
● 流域治水の推進

分野別の政策

健康・福祉
1 いつまでも元気に
2 困ったときの助け合い

経済・文化
3 ものづくりの革新
4 朝市と食の循環""",
        [
            ("philosophy", "共感"),
            ("philosophy", "挑戦"),
            ("philosophy", "循環"),
            ("goal", "選ばれる港をつくる"),
            ("measure", "桟橋の再開発"),
            ("measure", "町家の保存と活用"),
            ("goal", "挑戦する人が育つ"),
            ("measure", "灯台を仕事場に改修"),
            ("measure", "船の学校の新設"),
            ("goal", "浜とともに暮らす"),
            ("measure", "砂浜の再生"),
            ("measure", "流域治水の推進"),
            ("policy", "いつまでも元気に"),
            ("policy", "困ったときの助け合い"),
            ("policy", "ものづくりの革新"),
            ("policy", "朝市と食の循環"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_pages_of_a_town(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    assert named(plan_of(text, tmp_path)) == expected


def test_a_budget_is_no_list_of_works(tmp_path: Path) -> None:
    page = """令和6年度の予算
■歳入
・町税　8億円
・地方交付税　15億円
■歳出
・民生費　9億円
・土木費　4億円
"""
    assert not named(plan_of(page, tmp_path))


def test_captions_of_pictures_and_what_follows_an_article_are_no_works(tmp_path: Path) -> None:
    page = """<h1>第3次渚市総合計画</h1>
<h2>1. 海</h2><h3>①浜の保全</h3><p>浜を守ります。</p>
<p>【主な施策】<br>浜の清掃の推進、藻場の再生</p><figure><figcaption>磯の祭り</figcaption></figure>
<h2>2. 森</h2><h3>①里山の保全</h3><p>里山を守ります。</p>
<p>【主な施策】<br>間伐の促進、下草刈りの推進</p>
<ul><li>シェア</li><li>ポスト</li><li>LINEで送る</li></ul>
<h2>関連記事</h2><ul><li>灯台の教室の開催</li><li>糸車の修理の推進</li></ul>"""
    titles = [title for _, title in named(plan_of(page, tmp_path, ".html"))]
    assert titles == [
        "海", "浜の保全", "浜の清掃の推進", "藻場の再生",
        "森", "里山の保全", "間伐の促進", "下草刈りの推進",
    ]  # fmt: skip


def test_works_in_quotes_with_their_amounts(tmp_path: Path) -> None:
    text = """基本方針①
令和６年度の主な事業と予算
海と暮らす
1. 舟の行き来を保つ
「渡し舟運行事業」「浮桟橋交付金」・・・ 2,410万円
桟橋改修事業・ ・・・・ 1 億8,300万円
基本方針②
糸と暮らす
1. 糸車を受け継ぐ
「機織り教室」・・・・・ 330万円
5 広報 令和６年５月号
"""
    found = named(plan_of(text, tmp_path))
    assert [title for kind, title in found if kind == "project"] == [
        "渡し舟運行事業",
        "浮桟橋交付金",
        "桟橋改修事業",
        "機織り教室",
    ]
    assert [title for kind, title in found if kind == "policy"] == ["海と暮らす", "糸と暮らす"]


def test_a_heading_that_counts_titles_with_numbers_says_what_they_are(tmp_path: Path) -> None:
    text = """計画の位置づけ
この計画は、磯部町の暮らしの指針です。
基本方針
幼い頃から老いるまで、海とともに力を合わせて暮らし続けるための3つの基本方針
1 潮目の見守り
潮の流れを毎日調べ、知らせます。
2 浜の手入れ
浜に寄る木や網を片付けます。
3 灯台の番
灯台の灯を絶やさず守ります。
"""
    assert named(plan_of(text, tmp_path)) == [
        ("policy", "潮目の見守り"),
        ("policy", "浜の手入れ"),
        ("policy", "灯台の番"),
    ]
