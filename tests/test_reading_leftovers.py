"""Lines that no stage took are titles where what was found and what stands around them say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.headings import candidates
from plangraph.reading.outline import likeness, stating
from plangraph.reading.outline.surroundings import Left
from plangraph.reading.outline.weights import WEIGHTS
from plangraph.reading.recovery import lines as recovery
from plangraph.reading.rows import Row
from tests.outlined import named, plan_of

FOUND = """山あいの町 概要版
基本目標１　港に灯がともり続けるまち
桟橋の着実な維持
船大工の育成の支援
（写真）夕べの桟橋
基本目標２　糸車の音が絶えない里
織り手の確保と育成
綿畑の再生の推進
畑を借ります。
"""


def test_lists_below_what_was_found_are_told_with_a_doubt(tmp_path: Path) -> None:
    plan = plan_of(FOUND, tmp_path)
    assert named(plan) == [
        ("goal", "港に灯がともり続けるまち"),
        ("measure", "桟橋の着実な維持"),
        ("measure", "船大工の育成の支援"),
        ("goal", "糸車の音が絶えない里"),
        ("measure", "織り手の確保と育成"),
        ("measure", "綿畑の再生の推進"),
    ]
    told = [one.item for one in plan.entries() if one.kind == "measure"]
    assert all(one.doubts for one in told)


@pytest.mark.parametrize(
    "below",
    [
        "桟橋の様子\n令和５年撮影\n",
        "課題\n桟橋の着実な維持\n船大工の育成の支援\n",
        "桟橋を守ります\n船大工を育てます\n",
        "桟橋の着実な維持\n",  # one alone
    ],
)
def test_captions_issues_sentences_and_single_lines_are_none(below: str, tmp_path: Path) -> None:
    goals = "基本目標１　港に灯がともり続けるまち", "基本目標２　糸車の音が絶えない里"
    text = f"糸車の里 総合計画\n{goals[0]}\n{below}{goals[1]}\n"
    assert [kind for kind, _ in named(plan_of(text, tmp_path))] == ["goal", "goal"]


def test_each_sign_of_words_has_its_weight() -> None:
    assert set(likeness.WORDS) <= set(WEIGHTS)


def test_a_note_is_less_like_a_title_than_what_it_notes() -> None:
    usual, noted = likeness.of_words("桟橋の着実な維持"), likeness.of_words("※桟橋の着実な維持")
    assert set(noted) - set(usual) == {"note", "nothing"}
    assert likeness.score(noted) < likeness.score(usual)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["① 桟橋の着実な維持", "課題", "② 船大工の育成", "③ 岸壁の改良"], {2, 3}),  # goes on
        (["① 桟橋の着実な維持", "課題", "① 船大工の育成", "② 岸壁の改良"], set()),
    ],
)
def test_issues_end_where_the_numbers_of_elements_go_on(lines: list[str], left: set[int]) -> None:
    units = recovery.units([Row(number, text) for number, text in enumerate(lines)])
    first = stating.draft(units[0], "measure", units[0].rest, 0, "")
    assert set(Left(units, candidates.collect(units), [first]).words) == left
