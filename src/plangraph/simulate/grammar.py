"""How an invented municipality words its plan: forms of titles, names of levels, codes.

Everything is chosen by a random number generator that the caller seeds.
"""

from __future__ import annotations

import csv
import functools
from pathlib import Path
from random import Random
from typing import NamedTuple


class Subject(NamedTuple):
    """What a measure can be about: a row of ``subjects.csv``."""

    key: str
    goals: tuple[int, ...]
    department: str
    nouns: tuple[str, ...]
    actions: tuple[str, ...]
    #: Name and unit.
    indicators: tuple[tuple[str, str], ...]
    plans: tuple[str, ...]


@functools.cache
def subjects() -> tuple[Subject, ...]:
    """Return all subjects in the order of the file."""
    with (Path(__file__).parent / "subjects.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Subject(
                row["subject"],
                tuple(map(int, row["goals"].split())),
                row["department"],
                _listed(row["nouns"]),
                _listed(row["actions"]),
                tuple(_named(one) for one in _listed(row["indicators"])),
                _listed(row["plans"]),
            )
            for row in csv.DictReader(file)
        )  # fmt: skip


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))


def _named(indicator: str) -> tuple[str, str]:
    name, _, unit = indicator.partition(":")
    return name, unit


class Hierarchy(NamedTuple):
    """The levels above and below measures, each with the local term; None where there is none."""

    goal: str
    policy: str | None
    measure: str
    direction: str | None
    project: str | None


#: How plans are built, and how often (weights for villages and towns, for cities).
HIERARCHIES = (
    (Hierarchy("基本目標", None, "基本施策", None, None), 4, 2),
    (Hierarchy("基本目標", None, "施策", "主要な取組", "重点プロジェクト"), 4, 2),
    (Hierarchy("基本目標", "政策", "施策", "取組の方向", "重点プロジェクト"), 1, 5),
    (Hierarchy("基本政策", "政策", "施策", None, "リーディングプロジェクト"), 1, 3),
    (Hierarchy("まちづくりの柱", None, "施策", "取組方針", None), 3, 2),
    (Hierarchy("章", "節", "項目", None, None), 2, 1),
    (Hierarchy("将来都市像の柱", "基本方針", "施策", "施策の展開", "戦略プロジェクト"), 0, 2),
)
_VERBS = ("推進", "充実", "強化", "促進", "向上", "確保", "推進と充実", "支援")
_ENDINGS = ("を進めます", "を充実します", "に取り組みます", "を支えます", "を強化します")
_MODIFIERS = (
    "安心して暮らせる", "誰もが参加できる", "次の世代につなぐ", "地域ぐるみの", "未来をひらく",
    "一人ひとりに寄り添う", "持続可能な", "身近な", "みんなで支える", "時代に応じた",
    "切れ目のない", "特色ある", "人にやさしい", "自然と調和した", "にぎわいを生む", "心のかよう",
)  # fmt: skip
_GOALS = (
    ("支えあい", "健やかに暮らせる"), ("学びと育ち", "人を育む"), ("安全と安心", "災害に強い"),
    ("にぎわい", "産業が栄える"), ("自然と環境", "緑あふれる"), ("都市基盤", "快適で便利な"),
    ("自治と協働", "ともに歩む"), ("行財政", "将来に責任を持つ"), ("文化と交流", "心豊かな"),
)  # fmt: skip
_CLOSINGS = ("まち", "まちづくり", "地域", "ふるさと", "暮らし")
_VISION = (
    (
        "人と緑",
        "笑顔と活力",
        "水と光",
        "歴史と未来",
        "山と海",
        "絆と希望",
        "大地と空",
        "学びと文化",
    ),
    ("輝く", "つながる", "めぐる", "かなでる", "広がる", "育つ", "結ぶ", "ひらく"),
)
_NUMERALS = "一二三四五六七八九"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"


class Style:
    """The wording of one municipality: the same forms throughout a plan."""

    def __init__(self, chance: Random, city: bool) -> None:
        weights = [row[2] if city else row[1] for row in HIERARCHIES]
        self.chance = chance
        self.levels = chance.choices([row[0] for row in HIERARCHIES], weights)[0]
        self.form = chance.choice(("noun", "noun", "noun", "sentence", "phrase", "mixed"))
        self.codes = chance.choice(("dashes", "dots", "words", "plain", "none"))

    def measure(self, subject: Subject) -> str:
        """Return the title of a measure about ``subject``."""
        chance, form = self.chance, self.form
        if form == "mixed":
            form = chance.choice(("noun", "sentence", "phrase"))
        noun = chance.choice(subject.nouns)
        if chance.random() < 0.22:
            noun += "と" + chance.choice([one for one in subject.nouns if one != noun])
        if form == "sentence":
            return noun + chance.choice(_ENDINGS)
        if form == "phrase":
            return chance.choice(_MODIFIERS) + noun
        lead = chance.choice(_MODIFIERS) if chance.random() < 0.1 else ""
        return f"{lead}{noun}の{chance.choice(_VERBS)}"

    def goal(self) -> str:
        """Return the title of a goal."""
        theme, how = self.chance.choice(_GOALS)
        return f"{theme}で{how}{self.chance.choice(_CLOSINGS)}"

    def policy(self, subject: Subject) -> str:
        """Return the title of a policy over measures of which ``subject`` is the first."""
        return f"{self.chance.choice(_MODIFIERS)}{self.chance.choice(subject.nouns)}と暮らし"

    def direction(self, subject: Subject, place: int) -> str:
        """Return the title of the ``place``-th direction below a measure (0-based)."""
        title = subject.actions[place % len(subject.actions)]
        return title if self.form != "sentence" else f"{title}を進めます"

    def vision(self, name: str) -> str:
        """Return the slogan of a municipality."""
        things, does = (self.chance.choice(words) for words in _VISION)
        return f"{things}が{does}{self.chance.choice(_CLOSINGS[:4])} {name}"

    def code(self, *places: int) -> str | None:
        """Return the code of what stands at ``places`` (0-based, outermost first), if any."""
        numbers = [str(place + 1) for place in places]
        if self.codes == "none":
            return None
        if self.codes == "words" and len(places) == 1:
            return f"{self.levels.goal}{_ROMAN[places[0] % 9]}"
        if self.codes == "plain" and len(places) == 1:
            return f"第{_NUMERALS[places[0] % 9]}"
        return ("." if self.codes == "dots" else "-").join(numbers)

    def mark(self, place: int) -> str:
        """Return the circled number of a direction (0-based)."""
        return _CIRCLED[place % 9]
