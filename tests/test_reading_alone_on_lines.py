"""Numbers, kana and leaders that stand on lines of their own above or below their titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import nested, plan_of


def test_the_last_number_above_titles_may_stand_before_its_own(tmp_path: Path) -> None:
    text = """目次
第1 計画の趣旨 ・・・・・・・・・・・・ 1
第2 重点プロジェクト
1
渡し舟復活プロジェクト
2
灯台点灯プロジェクト
3
桟橋再生プロジェクト
・・・・・・・・・・・・・・・ 5
第3 財政の見通し ・・・・・・・・・・ 9
第4 計画の進行管理 ・・・・・・・・・ 12
資料 ・・・・・・・・・・・・・・・・ 15
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "project 渡し舟復活プロジェクト",
        "project 灯台点灯プロジェクト",
        "project 桟橋再生プロジェクト",
    ]


@pytest.mark.parametrize("codes", ["12", "アイ", "①②"])
def test_numbers_above_their_titles_start_again_below_each_goal(codes: str, tmp_path: Path) -> None:
    first, second = list(codes)
    text = f"""基本目標1 舟で行き来するまち
{first}
渡し舟の充実
朝と夕に舟を出し、島と町とを結びます。
{second}
桟橋の整備
桟橋の板を張り替え、夜も灯りをともします。
基本目標2 灯りの絶えないまち
{first}
灯台の保全
壁を塗ります。
{second}
灯台守の育成
見習いを募ります。
"""
    assert nested(plan_of(text, tmp_path).elements) == [
        "goal 舟で行き来するまち",
        "  measure 渡し舟の充実",
        "  measure 桟橋の整備",
        "goal 灯りの絶えないまち",
        "  measure 灯台の保全",
        "  measure 灯台守の育成",
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["rows", "rows apart"])
def test_leaders_below_titles_belong_to_them(gap: str, tmp_path: Path) -> None:
    """The first title, too, has the number above it; leaders below a page are nobody's."""
    rows = """第２部 施策の方向と取組
【基本目標1】舟で行き来するまち ・・・・・・12
・・・・・・3
1
渡し舟を増やす
・・・・・・12
2
年代に応じた漕ぎ方を広める
・・・・・・14
【基本目標2】灯りの絶えないまち
・・・・・・17
1
灯台を守る
・・・・・・17""".splitlines()
    assert nested(plan_of(gap.join(rows), tmp_path).elements) == [
        "goal 舟で行き来するまち",
        "  measure 渡し舟を増やす",
        "  measure 年代に応じた漕ぎ方を広める",
        "goal 灯りの絶えないまち",
        "  measure 灯台を守る",
    ]
