"""Charts whose boxes stand amid their rows, and counts of one dress at several levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import outline, plan_of

_AMID = [
    "goal 水と緑のまち",
    "  policy 湧水の保全",
    "    measure 井戸の調査",
    "    measure 名水の案内",
    "  policy 里山の再生",
    "    measure 薪の地産地消",
    "    measure 竹林の整備",
    "goal 手をつなぐまち",
    "  policy 自治会の支援",
    "    measure 集会所の修繕",
    "    measure 見守りの充実",
]


@pytest.mark.parametrize(
    "chart",
    [
        "基本目標1 水と緑のまち/(1) 井戸の調査/1/湧水の/保全/(2) 名水の案内/(1) 薪の地産地消/2/"
        "里山の再生/(2) 竹林の整備/基本目標2 手をつなぐまち/(1) 集会所の修繕/1/自治会の支援/"
        "(2) 見守りの充実/12",
        "基本目標1 水と緑のまち/1 井戸の調査/1/湧水の保全/2 名水の案内/3 薪の地産地消/2/里山の再生/"
        "4 竹林の整備/基本目標2 手をつなぐまち/5 集会所の修繕/3/自治会の支援/6 見守りの充実",
        "基本目標1 水と緑のまち/・井戸の調査/(1) 湧水の保全/・名水の案内/・薪の地産地消/"
        "(2) 里山の再生/・竹林の整備/基本目標2 手をつなぐまち/・集会所の修繕/(1) 自治会の支援/"
        "・見守りの充実",
    ],
    ids=["rows-that-start-again", "rows-that-count-through", "rows-with-marks"],
)
def test_boxes_amid_their_rows_stand_above_them(chart: str, tmp_path: Path) -> None:
    found = outline(f"第3次泉町総合計画/{chart}", tmp_path)
    levels = ("goal", "measure", "direction") if "・" in chart else ("goal", "policy", "measure")
    kinds = dict(zip(("goal", "policy", "measure"), levels, strict=True))
    assert found == [line.replace(kind := line.split()[0], kinds[kind]) for line in _AMID]


def test_numbers_that_start_again_below_each_pair_of_numbers_are_below_it(tmp_path: Path) -> None:
    chart = (
        "第3次泉町総合計画/政策1 水と緑のまち/1-1 湧水の保全/1 井戸の調査/2 名水の案内/"
        "1-2 里山の再生/1 薪の地産地消/2 竹林の整備/政策2 手をつなぐまち/2-1 自治会の支援/"
        "1 集会所の修繕/2 見守りの充実"
    )
    assert outline(chart, tmp_path) == [
        "policy 水と緑のまち",
        "  measure 湧水の保全",
        "    direction 井戸の調査",
        "    direction 名水の案内",
        "  measure 里山の再生",
        "    direction 薪の地産地消",
        "    direction 竹林の整備",
        "policy 手をつなぐまち",
        "  measure 自治会の支援",
        "    direction 集会所の修繕",
        "    direction 見守りの充実",
    ]


_THREE = [
    "goal 水を守る",
    "  measure 湧水の保全",
    "    direction 井戸の調査",
    "    direction 名水の案内",
    "  measure 里山の再生",
    "    direction 竹林の整備",
    "    direction 薪の地産地消",
    "goal 人を結ぶ",
    "  measure 自治会の支援",
    "    direction 集会所の修繕",
    "    direction 見守りの充実",
]


@pytest.mark.parametrize(
    "forms",
    [("{} ", "({}) ", "{} "), ("{}．", "【{}】", "・")],
    ids=["again-below-others", "framed"],
)
def test_numbers_of_one_dress_stand_above_and_below_others(
    forms: tuple[str, str, str], tmp_path: Path
) -> None:
    counts, lines = [0, 0, 0], ["第3次泉町総合計画", "計画の体系"]
    for line in _THREE:
        depth = (len(line) - len(line.lstrip())) // 2
        counts[depth:] = [counts[depth] + 1, *[0] * (2 - depth)]
        lines.append(forms[depth].format(counts[depth]) + line.split()[1])
    found = outline("/".join(lines), tmp_path)
    assert [_depth(line) for line in found] == [_depth(line) for line in _THREE]


def _depth(line: str) -> tuple[int, str]:
    """Return how deep a title stands, and the title."""
    return len(line) - len(line.lstrip()), line.split()[1]


def test_basic_issues_stand_below_the_goals_of_a_plan(tmp_path: Path) -> None:
    page = "計画の体系/基本目標1 人を結ぶまち/基本課題1 自治会の支援/基本課題2 見守りの充実"
    assert outline(page, tmp_path) == [
        "goal 人を結ぶまち",
        "  policy 自治会の支援",
        "  policy 見守りの充実",
    ]


def test_a_chart_whose_boxes_went_astray(tmp_path: Path) -> None:
    """What the row of levels names last are the items; a box stands behind one of its own."""
    text = """施策の体系

基本理念 基本方向 施策目標 具体的取組み

・渡し舟の増便の検討

・桟橋の板の張り替え 舟運の充実

・灯台の壁の塗り替え

・灯台守の見習いの募集

・夜の灯りの確保 灯台の保全

1.舟で行き来する暮らしを支える

2.灯りを絶やさない
"""
    plan = plan_of(text, tmp_path)
    found = [(one.kind, one.item.title) for one in plan.entries() if one.item.title]
    assert sorted(found) == sorted(
        [
            ("policy", "舟で行き来する暮らしを支える"),
            ("policy", "灯りを絶やさない"),
            ("direction", "渡し舟の増便の検討"),
            ("direction", "桟橋の板の張り替え"),
            ("measure", "舟運の充実"),
            ("direction", "灯台の壁の塗り替え"),
            ("direction", "灯台守の見習いの募集"),
            ("direction", "夜の灯りの確保"),
            ("measure", "灯台の保全"),
        ]
    )
