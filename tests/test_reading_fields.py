"""Indicators by fields of a form, tables with columns besides now and aim, pages of sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measured import measured
from tests.outlined import plan_of

#: Forms, and the indicators of each: name, value now, value aimed at.
FORMS = {
    "numbered fields, the last of them a source": (
        """指標名①　竪琴の貸出件数
        単位　件
        基準値　31
        めざそう値　52
        出典　楽器庫の台帳
        指標名②　漆器の修繕率
        単位　％
        基準値　12.5
        めざそう値　40.0
        出典　漆工組合の調べ""",
        [("竪琴の貸出件数", "31", "52"), ("漆器の修繕率", "12.5", "40.0")],
    ),
    "a label a line, what it says below it": (
        """指標
        水車の点検回数
        単位
        回
        当初値（令和5年度）
        -
        目標値（令和11年度）
        9
        指標
        窯跡の標柱の数
        単位
        本
        当初値（令和5年度）
        11
        目標値（令和11年度）
        25""",
        [("水車の点検回数", "-", "9"), ("窯跡の標柱の数", "11", "25")],
    ),
    "both values on one line below their labels": (
        """KPI名1：渡船の案内回数
        単位：回
        実績値(R5) めざす値(R9)
        14 増加させる""",
        [("渡船の案内回数", "14", "増加させる")],
    ),
    "fields as items of a list": (
        """- 鳴砂の観察者数
        - 計画策定時（令和5年度）：880人
        - めざす値（令和9年度）：960人
        - 琥珀の展示点数
        - 計画策定時（令和5年度）：31点
        - めざす値（令和9年度）：45点""",
        [("鳴砂の観察者数", "880人", "960人"), ("琥珀の展示点数", "31点", "45点")],
    ),
    "what others have between now and aim": (
        """指標 単位 現状値（R5） 県平均 目標値（R11）
        漆器の修繕率 ％ 12.5 31.0 40.0
        水車の点検回数 回 4 6 9""",
        [("漆器の修繕率", "12.5", "40.0"), ("水車の点検回数", "4", "9")],
    ),
    "an arrow behind the value aimed at": (
        """指標 現状値（R5） 目標値（R11） 目指す方向
        竪琴の貸出件数 31件 52件 ↗
        水車の故障件数 9件 4件 ↘
        渡船の案内回数 14回 14回 →""",
        [
            ("竪琴の貸出件数", "31件", "52件"),
            ("水車の故障件数", "9件", "4件"),
            ("渡船の案内回数", "14回", "14回"),
        ],
    ),
    "what sort each is before its name": (
        """区分 指標 現状値（R5） 目標値（R11）
        成果 漆器の修繕率 12.5% 40.0%
        活動 水車の点検回数 4回 9回""",
        [("漆器の修繕率", "12.5%", "40.0%"), ("水車の点検回数", "4回", "9回")],
    ),
    "names that all end with their unit": (
        """成果指標（単位） 現状値 目標値
        竪琴の貸出件数（件） 31 52
        渡船の案内回数（回） 14 20
        漆器の修繕率（％） 12.5 40.0""",
        [
            ("竪琴の貸出件数", "31", "52"),
            ("渡船の案内回数", "14", "20"),
            ("漆器の修繕率", "12.5", "40.0"),
        ],
    ),
}

#: Lists of sectoral plans on pages of a site: the lines, and what is read of each.
PLANS = {
    "a table with what each plan is for": (
        """| 計画等名称 | 対象期間 | 目的 |
        |---|---|---|
        | 鳴砂町渡船計画 | 令和5年度～令和9年度 | 渡しを残します。 |
        | 第2期窯跡保存計画 | 令和6年度～令和10年度 | 窯跡を守ります。 |""",
        [("鳴砂町渡船計画", 2023, 2027, ()), ("第2期窯跡保存計画", 2024, 2028, ())],
    ),
    "links with facts in brackets behind them": (
        """- [鳴砂町渡船計画](/a.html)（渡船課、令和5年度～令和9年度、渡しの形を定めたもの）
        - [窯跡保存計画（本編）](/b.html)（文化財課、令和6年度～令和10年度、窯の守り方）""",
        [
            ("鳴砂町渡船計画", 2023, 2027, ("渡船課",)),
            ("窯跡保存計画（本編）", 2024, 2028, ("文化財課",)),
        ],
    ),
}


@pytest.mark.parametrize("form", PLANS)
def test_list_of_plans_is_read(form: str, tmp_path: Path) -> None:
    text, plans = PLANS[form]
    lines = "\n".join(line.strip() for line in text.splitlines())
    found = plan_of(f"# 個別計画一覧\n\n{lines}\n", tmp_path, ".md").sectoral_plans
    assert [
        (one.title, one.period and one.period.start, one.period and one.period.end, one.departments)
        for one in found
    ] == plans


#: Forms of English pages.
ENGLISH = {
    "labels a line each": (
        """KPI: Ferry crossings on time
        Baseline (2023): 61%
        2028 target: 80%
        KPI: Herons counted
        Baseline (2023): 12
        2028 target: 30""",
        [("Ferry crossings on time", "61%", "80%"), ("Herons counted", "12", "30")],
    ),
    "labels on one line": (
        "Measure: Ferry crossings on time Where we are now: 61% Target (2028): 80%",
        [("Ferry crossings on time", "61%", "80%")],
    ),
    "what values are stands behind them": (
        """- Ferry crossings: 1,380 trips (baseline), 1,790 trips (target)
        - Piers repaired: 4 (baseline), 9 (2028 target)""",
        [("Ferry crossings", "1,380 trips", "1,790 trips"), ("Piers repaired", "4", "9")],
    ),
    "targets of two years": (
        """Measure   FY23 Actual   FY24 Target   FY28 Target
        Ferry crossings on time   61%   66%   80%
        Herons counted   12   15   30""",
        [("Ferry crossings on time", "61%", "80%"), ("Herons counted", "12", "30")],
    ),
}


@pytest.mark.parametrize("form", ENGLISH)
def test_english_form_is_read(form: str, tmp_path: Path) -> None:
    text, indicators = ENGLISH[form]
    lines = "\n".join(line.strip() for line in text.splitlines())
    start = "Sandbar Town Council Plan\n\nGoal 1: A Calm Harbour\nThe council works with all.\n"
    found = plan_of(start + lines + "\n", tmp_path).indicators
    assert [(one.title, str(one.baseline), str(one.target)) for one in found] == indicators


@pytest.mark.parametrize("form", FORMS)
def test_form_is_read(form: str, tmp_path: Path) -> None:
    text, indicators = FORMS[form]
    assert measured(text, tmp_path) == indicators
