"""Indicators of other dress: years before values, rows by sex, aims in words, arrows alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measured import measured

_DATED = [("竪琴の貸出件数", "31件", "52件"), ("漆器の修繕率", "12.5%", "40.0%")]
_SEXES = [
    ("笛を吹ける人の割合（女性）", "41%", "50%"),
    ("笛を吹ける人の割合（男性）", "38%", "45%"),
    ("漆器の修繕率", "12.5%", "40.0%"),
]
#: Tables, and the indicators of each: name, value now, value aimed at.
TABLES = {
    "years in columns of their own": (
        """指標名 年度 現状値 年度 目標値
        竪琴の貸出件数 R4 31件 R9 52件
        漆器の修繕率 R4 12.5% R9 40.0%""",
        _DATED,
    ),
    "years that a head names": (
        """指標名
        基準年度
        基準値
        目標年度
        目標値
        竪琴の貸出件数
        令和4年度
        31件
        令和9年度
        52件
        漆器の修繕率
        令和4年度
        12.5%
        令和9年度
        40.0%""",
        _DATED,
    ),
    "the name of a group of rows in brackets": (
        """指標名
        現状値
        目標値
        竪琴の貸出件数
        31件
        52件
        【成果指標】
        漆器の修繕率
        12.5%
        40.0%""",
        _DATED,
    ),
    "years that no head names": (
        """指標 現状 目標
        竪琴の貸出件数 R4 31件 R9 52件
        漆器の修繕率 R4 12.5% R9 40.0%""",
        _DATED,
    ),
    "rows by sex": (
        """指標 現状値（R4） 目標値（R9）
        笛を吹ける人の割合 女性 41% 50%
        男性 38% 45%
        漆器の修繕率 12.5% 40.0%""",
        _SEXES,
    ),
    "rows by sex below the name": (
        """指標 現状値（R4） 目標値（R9）
        笛を吹ける人の割合
        女性 41% 50%
        男性 38% 45%
        漆器の修繕率 12.5% 40.0%""",
        _SEXES,
    ),
    "a line for each sex in every cell": (
        """指標
        現状値（R4）
        目標値（R9）
        笛を吹ける人の割合
        女性 41%
        男性 38%
        50%
        45%
        漆器の修繕率
        12.5%
        40.0%""",
        _SEXES,
    ),
    "rows that say in words what shall be done": (
        """指標 現状値（R4） 目標値（R9）
        笛の学校 未設置 設置
        漆器の修繕率 12.5% 40.0%
        竪琴の貸出 － 増加""",
        [
            ("笛の学校", "未設置", "設置"),
            ("漆器の修繕率", "12.5%", "40.0%"),
            ("竪琴の貸出", "－", "増加"),
        ],
    ),
    "marks and arrows without a head": (
        """◎竪琴の貸出件数　31件（令和4年度）→52件（令和9年度）
        ◎漆器の修繕率　12.5%（令和4年度）→40.0%（令和9年度）""",
        _DATED,
    ),
    "values that an arrow leads to on the line below": (
        """・竪琴の貸出件数
        31件（令和4年度）
        → 52件（令和9年度）
        ○漆器の修繕率：12.5%（令和4年度）
        　　→40.0%（令和9年度）""",
        _DATED,
    ),
    "values by how much something falls, and over how many years": (
        """指標 現状値（R4） 目標値（R9）
        笛の音の騒ぎ（H25比） 18.4％削減 50％削減
        笛の学校の卒業者数 38人 5年間で250人""",
        [
            ("笛の音の騒ぎ（H25比）", "18.4％削減", "50％削減"),
            ("笛の学校の卒業者数", "38人", "5年間で250人"),
        ],
    ),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES)
def test_a_table_is_read(table: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    page = f"第3次川辺市総合計画\n施策1 楽の音\n成果指標\n{table}\n主な取組\n・笛の講座\n"
    assert measured(page, tmp_path) == expected
