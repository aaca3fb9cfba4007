"""Lists that a sentence or a heading counts, and lists that a plan prints twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, nested, plan_of


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("基本理念を実現するため、次の３つの戦略を推進します。", "goal"),
        ("計画期間中に取り組む３つの重点施策を定めます。", "measure"),
        ("次の三つのプロジェクトを進めます。", "project"),
        ("次の３つを分野横断的な重点方針とします。", "policy"),
    ],
)
@pytest.mark.parametrize("mark", ["", "■ ", "・"])
def test_any_word_of_levels_names_as_many_lines(
    sentence: str, kind: str, mark: str, tmp_path: Path
) -> None:
    lines = ["干潟の再生", "帆引き船の運航", "塩の道の案内"]
    text = "\n".join([sentence, *(mark + line for line in lines)])
    assert named(plan_of(text, tmp_path)) == [(kind, line) for line in lines]


@pytest.mark.parametrize(
    "sentence",
    ["次の３つの課題が挙げられます。", "これまで次の３つの重点施策を進めてきました。"],
)
def test_what_is_the_matter_and_what_was_done_names_nothing(sentence: str, tmp_path: Path) -> None:
    text = f"{sentence}\n■ 干潟の再生\n■ 帆引き船の運航\n■ 塩の道の案内\n"
    assert named(plan_of(text, tmp_path)) == []


@pytest.mark.parametrize("mark", ["• ", "・", "● ", "- "])
def test_a_counted_title_holds_items_with_text_of_their_own(mark: str, tmp_path: Path) -> None:
    text = f"""めざす姿を実現するための2つの柱

干潟を生かすまち
{mark}漁業
獲る漁業から育てる漁業へと進めます。
{mark}観光
朝市を生かした滞在型の観光を広げます。

だれもが住み続けられるまち
{mark}子育て
保護者の負担を軽くします。
{mark}防災
避難路を整えます。
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "goal 干潟を生かすまち",
        "  measure 漁業",
        "  measure 観光",
        "goal だれもが住み続けられるまち",
        "  measure 子育て",
        "  measure 防災",
    ]


def test_one_list_with_numbers_of_two_dresses_is_one(tmp_path: Path) -> None:
    text = """第2編 基本構想
1 めざす都市像
1)まちづくりの基本方針
2)人口の目標
第3編 基本計画
第1章 分野別まちづくり計画
1)笑顔で支え合うまち ～健康福祉～
2)環境にやさしいまち ～生活環境～
3)技が光るまち ～産業経済～
第2編 基本構想
1 めざす都市像
1)まちづくりの基本方針
次の3つの基本方針に基づいてまちづくりを進めます。
①笑顔で支え合うまち ～健康福祉～
保健と医療の連携を進めます。
②環境にやさしいまち ～生活環境～
災害に強い地域をつくります。
③技が光るまち ～産業経済～
地場産業の新しい販路を開きます。
"""
    assert named(plan_of(text, tmp_path)) == [
        ("goal", "笑顔で支え合うまち"),
        ("goal", "環境にやさしいまち"),
        ("goal", "技が光るまち"),
    ]


def test_sections_of_the_body_are_the_measures_of_the_chart(tmp_path: Path) -> None:
    text = """基本目標1 人が育つまち
 1-1 子育て支援の充実
 1-2 学校教育の充実
基本目標2 産業が育つまち
 2-1 農業の振興
 2-2 商工業の振興
第1章 人が育つまち
第1節 子育て支援の充実
① 相談体制の強化
相談員を増やします。
第2節 学校教育の充実
① 教材のデジタル化
端末を更新します。
第2章 産業が育つまち
第1節 農業の振興
① 担い手の育成
研修を行います。
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "goal 人が育つまち",
        "  measure 子育て支援の充実",
        "    direction 相談体制の強化",
        "  measure 学校教育の充実",
        "    direction 教材のデジタル化",
        "goal 産業が育つまち",
        "  measure 農業の振興",
        "    direction 担い手の育成",
        "  measure 商工業の振興",
    ]
