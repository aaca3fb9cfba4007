"""Where no number and no word of a level is left, lines that look like titles are doubtful ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import named, plan_of

BARE = """糸車の里 概要
港に灯がともり続けるまち
桟橋の維持
船大工の育成
海辺の保全
糸車の音が絶えない里
織り手の確保
"""


def test_lines_that_end_as_titles_do(tmp_path: Path) -> None:
    plan = plan_of(BARE, tmp_path)
    assert named(plan) == [
        ("goal", "港に灯がともり続けるまち"),
        ("measure", "桟橋の維持"),
        ("measure", "船大工の育成"),
        ("measure", "海辺の保全"),
        ("goal", "糸車の音が絶えない里"),
        ("measure", "織り手の確保"),
    ]
    assert all(one.item.doubts for one in plan.entries())


@pytest.mark.parametrize(
    "text",
    [
        "用語解説\n" + BARE,
        "まちづくりアンケート結果\n" + BARE,
        BARE.replace("桟橋", "1位　桟橋")
        .replace("船大工", "2位　船大工")
        .replace("海辺", "3位　海辺"),
        "糸車の里 概要\n桟橋の維持\n船大工の育成\n",  # too few
        BARE + "".join(f"織り手の話 その{n}\n" for n in range(40)),  # too few among all
    ],
)
def test_a_few_of_them_may_be_anything(text: str, tmp_path: Path) -> None:
    assert not named(plan_of(text, tmp_path))
