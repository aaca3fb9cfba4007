"""How each kind of element looks: name, sign and colour.

The colours are those of the Color Universal Design recommended set (CUD, ver. 4) for small
areas, one a kind, and every kind has a sign as well: colour never stands alone.
"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """The look of a kind of element."""

    kind: str
    ja: str
    en: str
    sign_ja: str
    sign_en: str
    colour: str


LOOKS = (
    Look("philosophy", "基本理念", "Philosophy", "念", "Ph", "#990099"),
    Look("vision", "将来像", "Vision", "像", "Vi", "#804000"),
    Look("viewpoint", "基本姿勢・視点", "Viewpoint", "姿", "Vw", "#c9ace6"),
    Look("goal", "基本目標", "Goal", "標", "Go", "#ff4b00"),
    Look("policy", "政策・方針", "Policy", "策", "Po", "#005aff"),
    Look("measure", "施策", "Measure", "施", "Me", "#03af7a"),
    Look("direction", "取組方針・方向性", "Direction", "向", "Di", "#4dc4ff"),
    Look("project", "横断プロジェクト", "Project", "横", "Pr", "#f6aa00"),
    Look("perspective", "プロジェクトの視点", "Perspective", "視", "Pe", "#ffca80"),
    Look("ideal-state", "ありたい姿", "Ideal state", "来", "Id", "#fff100"),
    Look("strategy-goal", "総合戦略の目標", "Strategy goal", "戦", "St", "#ff8082"),
    Look("sectoral-plan", "個別計画", "Sectoral plan", "個", "Se", "#77d9a8"),
    Look("indicator", "指標", "Indicator", "指", "In", "#bfe4ff"),
    Look("opinion", "意見", "Opinion", "意", "Op", "#c8c8cb"),
)
PLACE = {look.kind: place for place, look in enumerate(LOOKS)}


def look(kind: str) -> Look:
    """Return the look of a kind."""
    return LOOKS[PLACE[kind]]


def ink(colour: str) -> str:
    """Return black or white, whichever reads better on ``colour`` (``#rrggbb``)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else "#ffffff"
