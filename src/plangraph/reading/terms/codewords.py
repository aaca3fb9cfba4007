"""The words that stand in codes (基本目標1, Goal 1), and the kinds of element that each may name.

A word of several readings has several kinds with weights; which of them holds in a document is
decided in ``kinds`` for the document as a whole.
"""

from __future__ import annotations

import re
from typing import Final

from plangraph.reading.terms.english_words import ENGLISH, OWN

#: Word of a code → kinds with weights. The longest ending wins.
CODED: Final[dict[str, dict[str, float]]] = {
    "基本目標": {"goal": 9, "strategy-goal": 2},
    "目標": {"goal": 7, "policy": 3},
    "大綱": {"goal": 7},
    "柱": {"goal": 6, "policy": 4},
    "まちづくり宣言": {"goal": 5},
    "めざすまち": {"goal": 6},
    "テーマ": {"goal": 4, "project": 3, "policy": 3},
    "政策": {"policy": 9, "goal": 3},
    "政策分野": {"policy": 8, "goal": 5},
    "分野": {"policy": 7, "goal": 4},
    "部門": {"policy": 5, "goal": 4},
    "方針": {"policy": 7, "direction": 4, "goal": 3},
    "基本方針": {"policy": 7, "viewpoint": 2, "direction": 3},
    "基本方向": {"policy": 6, "direction": 3, "goal": 2},
    "まちづくりの方向": {"policy": 6, "goal": 4},
    "基本施策": {"measure": 8, "policy": 5},
    "大施策": {"policy": 7, "measure": 5},
    "中施策": {"measure": 8, "policy": 4},
    "小施策": {"direction": 6, "measure": 6},
    "政策の柱": {"policy": 8, "goal": 4},
    "施策の柱": {"policy": 6, "measure": 5, "direction": 4},
    "施策": {"measure": 9, "direction": 1},
    "施策分野": {"policy": 8, "measure": 3},
    "施策方針": {"policy": 5, "measure": 5, "direction": 5},
    "方向性": {"direction": 9, "policy": 4, "goal": 3},
    "施策の方向": {"direction": 9},
    "施策の展開": {"direction": 8},
    "方向": {"direction": 6, "policy": 3},
    "取組方針": {"direction": 9, "policy": 4},
    **{word: {"direction": 8, "project": 1} for word in ("取組", "取り組み")},
    **{word: {"direction": 8} for word in ("取組項目", "基本事業", "細施策")},
    "展開": {"direction": 6},
    **{word: {"measure": 6, "direction": 4} for word in ("推進項目", "改革項目", "方策")},
    "実施項目": {"project": 6, "direction": 5},
    "No": {"project": 5, "direction": 4, "measure": 2},
    "事業": {"project": 7, "direction": 3},
    **{f"{of}事業": {"project": 8, "direction": 2} for of in ("計画", "実施", "個別")},
    "個別施策": {"measure": 8, "direction": 4},
    "主要事業": {"project": 5, "direction": 4},
    **{word: {"project": 7} for word in ("重点事業", "重点テーマ", "重点プラン")},
    "プロジェクト": {"project": 9},
    "基本戦略": {"goal": 6, "policy": 6, "strategy-goal": 2},
    "重点戦略": {"project": 6, "goal": 3},
    "重点政策": {"policy": 6, "project": 4},
    "重点施策": {"measure": 6, "project": 5},
    "重点目標": {"goal": 7, "policy": 5, "project": 2},
    "重点方針": {"policy": 6, "project": 3},
    "戦略": {"goal": 4, "project": 4, "policy": 4, "measure": 3, "strategy-goal": 2},
    **{word: {"strategy-goal": 12} for word in ("横断的目標", "横断目標")},
    "将来像": {"vision": 10},
    "都市像": {"vision": 9},
    "まちの姿": {"goal": 6, "vision": 4},
    **{word: {"goal": 6, "vision": 3} for word in ("めざすまちの姿", "目指すまちの姿")},
    **{word: {"goal": 5, "vision": 4} for word in ("めざす姿", "目指す姿")},
    "基本理念": {"philosophy": 10},
    "理念": {"philosophy": 9},
    "基本姿勢": {"viewpoint": 10},
    "姿勢": {"viewpoint": 9},
    "視点": {"viewpoint": 9, "perspective": 2},
    "原則": {"viewpoint": 9},
    **{word: {"goal": 5.2, "viewpoint": 5} for word in ("約束", "やくそく")},
    "宣言": {"goal": 3, "viewpoint": 3},
    "ビジョン": {"goal": 6, "vision": 4},
    "ミッション": {"goal": 6, "project": 2},
    "ゴール": {"goal": 6},
    **{word: {"project": 5, "goal": 4} for word in ("チャレンジ", "挑戦")},
    "アクション": {"direction": 6, "measure": 4, "project": 3},
    "アプローチ": {"direction": 6, "measure": 3},
    "大項目": {"policy": 6, "goal": 4},
    "中項目": {"measure": 6, "policy": 5},
    "小項目": {"direction": 6, "measure": 5},
    "大柱": {"goal": 7, "policy": 4},
    "中柱": {"policy": 6, "measure": 5},
    "小柱": {"measure": 6, "direction": 5},
    "重点": {"policy": 6, "project": 5},
    **{word: {"policy": 5, "goal": 4, "measure": 4} for word in ("主要課題", "基本課題")},
    "重点課題": {"policy": 6, "goal": 4},
    "重点取組": {"project": 7, "direction": 3},
    "重点項目": {"policy": 6, "project": 5, "direction": 3},
    "主要施策": {"measure": 8, "direction": 3},
    "基本的方向": {"direction": 6, "policy": 4},
    "施策目標": {"measure": 6, "policy": 4},
    "戦略目標": {"goal": 6, "strategy-goal": 5},
    "行動目標": {"goal": 5, "policy": 3, "direction": 3},
    "領域": {"policy": 5, "goal": 5},
    "将来目標": {"goal": 7},
}
CODE_WORDS: Final[tuple[str, ...]] = tuple(CODED)

#: A title that names two levels, the upper one first: 基本目標と主な施策.
_TWO_LEVELS: Final = re.compile(r"(?P<upper>[^\s、]{2,8}?)(?:及び|と)(?P<lower>[^\s、]{2,8})")
#: Words of so many letters name any aim of a text (目標, 方針), longer ones a level.
_SHORT: Final = 3
_BELOW: Final = {
    "goal": ("policy", "measure", "direction", "project"),
    "policy": ("measure", "direction", "project"),
}


def coded_kinds(word: str) -> dict[str, float]:
    """Return the kinds that the word of a code may stand for, with weights."""
    if word in ENGLISH:
        return ENGLISH[word]
    for start in range(len(word)):
        if word[start:] in CODED:
            return CODED[word[start:]]
    return OWN if word.isascii() and word[:1].isalpha() else {}


def level_of(word: str) -> str | None:
    """Return the kind that a word of levels names most likely (まちづくりの柱: goal), or None."""
    kinds = coded_kinds(word)
    return max(kinds, key=kinds.__getitem__) if kinds else None


def two_levels(title: str, *, label: bool = False) -> tuple[str, str] | None:
    """Return the kinds of two levels that a title names, or a label by short words."""
    two = _TWO_LEVELS.fullmatch(title)
    if two is None or not (label or len(two["upper"]) > _SHORT):
        return None
    upper, lower = level_of(two["upper"]), level_of(two["lower"])
    return (upper, lower) if upper and lower in _BELOW.get(upper, ()) else None
