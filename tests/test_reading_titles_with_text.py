"""Titles without a number, each with text of its own, below numbered goals; what stands above."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, nested, plan_of

#: A chart whose letters keep their places, in the middle of its rows what spans them.
CHART = """基本理念              基本目標                    施策の方向

                                                  (1)浜の清掃
                      1 潮風のなかで生きがいの    (2)寄り合いの場づくり
                        ある暮らしの実現          (3)働く場の確保
支え合い、いつまでも
自分らしく            2 安心できる                (1)相談窓口の充実
暮らせる浜            支援体制の充実              (2)往診の継続

"""
ROWS = [
    ("goal", "潮風のなかで生きがいのある暮らしの実現"),
    ("direction", "浜の清掃"),
    ("direction", "寄り合いの場づくり"),
    ("direction", "働く場の確保"),
    ("goal", "安心できる支援体制の充実"),
    ("direction", "相談窓口の充実"),
    ("direction", "往診の継続"),
]


@pytest.mark.parametrize("dress", ["【{}】", "＜{}＞", "[{}]", "{}"])
def test_titles_with_text_below_goals_are_measures(dress: str, tmp_path: Path) -> None:
    titles = ["水産業の振興", "観光の振興", "港のにぎわいづくり", "防災対策の推進", "子育て支援"]
    first, second, third, fourth, fifth = map(dress.format, titles)
    text = f"""基本目標1 海と人が輝くまち
{first}
漁港の施設を計画的に更新します。
{second}
朝市を生かした旅を広げます。
{third}
帆まつりなどの行事を支援します。
基本目標2 安心して暮らせるまち
{fourth}
避難路の整備を進めます。
{fifth}
保育料の負担を軽くします。
"""
    goals = ["海と人が輝くまち", "安心して暮らせるまち"]
    assert nested(plan_of(text, tmp_path).elements) == [
        f"goal {goals[0]}",
        *(f"  measure {title}" for title in titles[:3]),
        f"goal {goals[1]}",
        *(f"  measure {title}" for title in titles[3:]),
    ]


@pytest.mark.parametrize(
    "foot",
    [
        "みのべ市高齢者福祉計画・第9期介護保険事業計画\n\n28",
        "みのべ市総合計画                                    28",
        "28   みのべ市総合計画",
    ],
)
def test_the_foot_of_a_page_is_no_row_of_the_chart(foot: str, tmp_path: Path) -> None:
    stated = ("philosophy", "支え合い、いつまでも自分らしく暮らせる浜")
    assert named(plan_of(CHART + foot, tmp_path)) == [stated, *ROWS]


def test_lines_beside_numbered_boxes_are_one_statement(tmp_path: Path) -> None:
    text = "施策の体系\n\n" + CHART.partition("\n\n")[2]
    titles = [title for _, title in named(plan_of(text, tmp_path))]
    assert titles == ["支え合い、いつまでも自分らしく暮らせる浜", *(title for _, title in ROWS)]


@pytest.mark.parametrize(
    ("label", "kind"), [("基本理念", "philosophy"), ("将来像", "vision"), ("スローガン", "vision")]
)
def test_what_a_label_states_is_no_goal_of_the_numbers_below(
    label: str, kind: str, tmp_path: Path
) -> None:
    text = f"""{label}
ふるさとに学び、未来を拓く人づくり

基本方針 基本施策 主な取組
1 学力の育成
1 授業の改善
・教材の整備
2 安全の確保
1 校舎の改修
・空調の整備
"""
    assert named(plan_of(text, tmp_path))[0] == (kind, "ふるさとに学び、未来を拓く人づくり")
