"""What is read from boxes that stand side by side on a page that keeps its places."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.recovery.side_by_side import is_label
from tests.outlined import named, plan_of

TIERS = """緑浜市総合計画　概要版

   政策１　子育て・教育               政策２　健康・福祉
   しあわせを育む                     いのちを支える

   ●保育所の整備                    ●健康診査の充実
   ●学校給食の充実                  ●在宅で受けられる医療の充
                                      実


   政策３　都市・環境                 政策４　産業・観光
   すみよさを磨く                     なりわいを興す

   ●公園の再整備                    ●朝市の充実
   ●ごみの減量の推進                ●桟橋の改修
"""
GLANCE = """TOWN OF ALDER BAY
Strategic Plan 2024-2028

 CLEAN WATER                          SAFE STREETS

 Objective                            Objective
 Supply clean water at fair           Make every trip on foot a
 rates                                safe one

 Initiatives                          Initiatives
 ◆ Drill and connect a second         ◆ Light the paths to the
   well                                 school
 ◆ Replace old mains                  ◆ Repair 40 kerbs a year

 Success looks like                   Success looks like
 • Fewer leaks                        • 80% of pupils walk
"""
TABLE = """Action                        Lead              Timing
• Plant street trees          • Parks           • Ongoing
• Open the depot              • Works           • 2026
"""

NARROW = """City of Alder Bay
Implementation Plan

Theme 1 - Clean Water

Action   Lead   Timeline
1a Replace the old mains   Works   Ongoing
1b Meter every tap   Works   Q2 2027

Theme 2 - Safe Streets

Action   Lead   Timeline
2a Light the paths to the school   Parks   Q3 2027
2b Repair 40 kerbs a year   Works   Ongoing
"""


def read(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    return named(plan_of(text, tmp_path))


@pytest.mark.parametrize("motto", [True, False])
def test_rows_of_boxes_are_read_box_by_box(tmp_path: Path, motto: bool) -> None:
    mottos = ("しあわせを育む", "いのちを支える", "すみよさを磨く", "なりわいを興す")
    text = TIERS
    for one in () if motto else mottos:
        text = text.replace(one, "　" * len(one))
    assert read(tmp_path, text) == [
        ("policy", "子育て・教育"),
        ("measure", "保育所の整備"),
        ("measure", "学校給食の充実"),
        ("policy", "健康・福祉"),
        ("measure", "健康診査の充実"),
        ("measure", "在宅で受けられる医療の充実"),
        ("policy", "都市・環境"),
        ("measure", "公園の再整備"),
        ("measure", "ごみの減量の推進"),
        ("policy", "産業・観光"),
        ("measure", "朝市の充実"),
        ("measure", "桟橋の改修"),
    ]


def test_boxes_in_english_have_labels_of_their_own(tmp_path: Path) -> None:
    titles = [title for _, title in read(tmp_path, GLANCE)]
    assert titles.index("CLEAN WATER") < titles.index("Drill and connect a second well")
    assert titles.index("Replace old mains") < titles.index("SAFE STREETS")
    assert titles.index("SAFE STREETS") < titles.index("Light the paths to the school")
    assert "Repair 40 kerbs a year" in titles


def test_a_table_is_no_row_of_boxes(tmp_path: Path) -> None:
    assert "Parks" not in [title for _, title in read(tmp_path, TABLE)]


def test_cells_of_a_table_need_not_stand_below_its_head(tmp_path: Path) -> None:
    assert [title for _, title in read(tmp_path, NARROW)] == [
        "Clean Water",
        "Replace the old mains",
        "Meter every tap",
        "Safe Streets",
        "Light the paths to the school",
        "Repair 40 kerbs a year",
    ]


@pytest.mark.parametrize(("text", "held"), [("Key actions", True), ("Ongoing", False)])
def test_what_each_box_may_hold_is_no_word_of_the_cells_of_a_table(text: str, held: bool) -> None:
    assert is_label(text) is held
