"""What is read from pages in plain words: for children, of small places, news of a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, nested, plan_of

CHILDREN = """こども版（ばん）

みんなの町（まち）の未来（みらい）を考（かんが）えよう！
わたしたちの町（まち）は、こんなまちをめざします
「潮の香に集う 潮見」

めざすまちの目標（もくひょう）
目標（もくひょう）1　学びあう港（みなと）のまち
取（と）り組（く）むこと
・学校給食の充実
・校庭の開放
「夜道が明るくなるといいな。」
目標（もくひょう）2
緑を育（そだ）てるまち
こんなことをします
・街路樹の植え替え
・里山の手入れ
"""
SPOKEN = """わたしたちがめざす町の姿
潮の香に集う 潮見
目標1　学びあう港のまち
（1）子どもの学びを支える
こんな姿をめざします
　どの学校でも楽しく学べます。
＜潮見町がすること＞
・学校給食の充実
・校庭の開放
＜一人ひとりができること＞
・声をかけ合いましょう。
・家族で話し合いましょう。
（2）図書館を身近にする
こんな姿をめざします
　町じゅうで本が読まれています。
＜潮見町がすること＞
・移動図書館の運行
＜一人ひとりができること＞
・本を大切に使いましょう。
（3）生涯の学びを広げる
こんな姿をめざします
　いくつになっても学べます。
＜潮見町がすること＞
・公民館の講座の充実
"""
NEWS = """広報潮見　令和6年4月号　No.212
令和6年度予算の概要
町税　4億5,000万円
国民健康保険特別会計　12億円

基本目標1　学びあう港のまち
・桟橋の学校運営事業………2,488万円
★移動図書館の購入 … 9,259万円
4地区をモデル地区に選び、その成果を全域に広げます。
・【新規】糸車の保存事業（80,194千円）

基本目標2　緑を育てるまち
街路樹の植え替え事業　予算額 1億62万円
市民の声を聴きながら進めます。

発行　潮見町
14　広報潮見
"""
CASES = {
    "works of a year with amounts": (
        NEWS,
        [
            "goal 学びあう港のまち",
            "  project 桟橋の学校運営事業",
            "  project 移動図書館の購入",
            "  project 糸車の保存事業",
            "goal 緑を育てるまち",
            "  project 街路樹の植え替え事業",
        ],
    ),
    "readings behind words": (
        CHILDREN,
        [
            "vision 潮の香に集う 潮見",
            "goal 学びあう港のまち",
            "  direction 学校給食の充実",
            "  direction 校庭の開放",
            "goal 緑を育てるまち",
            "  direction 街路樹の植え替え",
            "  direction 里山の手入れ",
        ],
    ),
    "labels that are sentences": (
        SPOKEN,
        [
            "vision 潮の香に集う 潮見",
            "goal 学びあう港のまち",
            "  measure 子どもの学びを支える",
            "    ideal-state どの学校でも楽しく学べます",
            "    direction 学校給食の充実",
            "    direction 校庭の開放",
            "  measure 図書館を身近にする",
            "    ideal-state 町じゅうで本が読まれています",
            "    direction 移動図書館の運行",
            "  measure 生涯の学びを広げる",
            "    ideal-state いくつになっても学べます",
            "    direction 公民館の講座の充実",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_plain_words(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    head = "" if text is NEWS else "第4次潮見町総合計画\n"
    assert nested(plan_of(head + text, tmp_path).elements) == expected


def test_a_word_explained_here_and_there_keeps_its_reading(tmp_path: Path) -> None:
    lines = [f"施策{n}　{name}の保存" for n, name in enumerate(("糸車", "古文書", "帆船"), 1)]
    page = "潮見町計画\n基本目標1　凧（たこ）の空\n" + "\n".join(lines)
    (goal,) = plan_of(page, tmp_path).elements
    assert goal.title == "凧（たこ）の空"


@pytest.mark.parametrize("label", ["観光振興で目指す姿", "市民が目指す姿", "めざす教育の姿"])
def test_whatever_stands_before_or_within_the_word_for_what_is_aimed_at(
    label: str, tmp_path: Path
) -> None:
    text = f"{label}\n海と山に抱かれたまち\n\n基本目標1 健康づくり\n施策1 検診の充実\n"
    assert named(plan_of(text, tmp_path))[0] == ("vision", "海と山に抱かれたまち")


def test_policies_below_their_name_within_a_chapter_on_ideas(tmp_path: Path) -> None:
    text = """第3章 空家等対策の基本的な考え方
3-1.対象とする地区
3-2.基本的な方針
(1)適切な管理の促進
(2)利活用の推進
第4章 空家等対策の具体的な取組
4-1.空家化の予防
(1)村民への意識啓発
(2)相続登記の促進
4-2.利活用の促進
(1)空き家バンクの充実
(2)お試し住宅の整備
第5章 実施体制
5-1.相談への対応
5-2.庁内の体制
"""
    titles = [title for _, title in named(plan_of(text, tmp_path))]
    assert titles == [
        "適切な管理の促進",
        "利活用の推進",
        "空家化の予防",
        "村民への意識啓発",
        "相続登記の促進",
        "利活用の促進",
        "空き家バンクの充実",
        "お試し住宅の整備",
    ]
