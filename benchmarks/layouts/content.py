"""What an invented plan says: place, titles of every level, sentences, indicators.

Titles of measures and projects come from the titles that were written for judging fields
(``benchmarks/judged/fields-*.json``) and from the grammar of simulated plans.
"""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from random import Random
from typing import NamedTuple

from plangraph.municipalities import municipalities
from plangraph.simulate.grammar import Style, Subject, subjects

_JUDGED = Path(__file__).parent.parent / "judged"
_PROJECT = re.compile(
    "(?:事業|講座|教室|助成|補助|給付|支給|派遣|開催|配布|診断|制度|大会|まつり)$"
)
_FIRST, _LAST = "花月雪星風桜松竹梅栗若青白緑", "森川原野浜里瀬峰沢丘島津谷泉"
_WORKS = ("推進事業", "支援事業", "促進事業", "啓発事業", "対策事業", "事業", "活動支援事業")
_SENTENCES = (
    "{noun}を取り巻く環境は、人口減少や少子高齢化の進行により大きく変化しています。",
    "本市ではこれまで、{noun}に関する様々な事業に取り組んできました。",
    "{noun}については、担い手の不足や施設の老朽化が課題となっています。",
    "市民アンケートでは、{noun}に満足している人の割合は{share}％にとどまっています。",
    "{noun}と{other}を一体的に進め、関係機関との連携を強化する必要があります。",
    "令和{year}年度には{noun}の基本的な方針を定め、計画的に進めています。",
    "今後も、{noun}を通じて、誰もが安心して暮らせる地域づくりを進めます。",
    "国や県の動向を踏まえ、{noun}の充実に努めるとともに、{other}との連携を図ります。",
    "近年、ライフスタイルの多様化に伴い、{noun}へのニーズは高まっており、きめ細かな対応が求められています。",
    "また、{noun}の利用者は平成{old}年度の{count}人から令和{year}年度には{more}人へと増加しています。",
)  # fmt: skip


class Measured(NamedTuple):
    """An indicator: name, unit, and its values as printed without unit."""

    title: str
    unit: str
    baseline: str
    target: str


class Node(NamedTuple):
    """An element of the invented plan with what belongs to it."""

    kind: str
    title: str
    subject: Subject
    department: str
    children: list[Node]


class Content:
    """One invented municipality and the words of its plan; every call draws anew."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.style = Style(random, city=True)
        self.place = _place(random)
        self.number = random.randint(2, 8)
        self.start = random.randint(2016, 2026)
        self.end = self.start + random.choice((4, 5, 8, 10, 10, 12)) - 1
        self.title = f"第{self.number}次{self.place}総合計画"
        self._used: set[str] = set()

    def tree(self, kinds: tuple[str, ...], least: int = 2, most: int = 4) -> list[Node]:
        """Draw elements: as many levels as ``kinds``, ``least`` to ``most`` below each."""
        if not kinds:
            return []
        return [
            self.node(kinds[0], self.tree(kinds[1:], least, most))
            for _ in range(self.random.randint(least, most))
        ]

    def node(self, kind: str, children: list[Node] | None = None) -> Node:
        """Draw an element of a kind."""
        subject = self.random.choice(subjects())
        return Node(kind, self.named(kind, subject), subject, subject.department, children or [])

    def named(self, kind: str, subject: Subject) -> str:
        """Draw a title for an element of a kind; none comes twice in a plan."""
        for _ in range(99):
            title = self._draw(kind, subject)
            if title not in self._used:
                break
        self._used.add(title)
        return title

    def _draw(self, kind: str, subject: Subject) -> str:
        if kind in ("goal", "policy") and self.random.random() < (0.8 if kind == "goal" else 0.3):
            return self.style.goal()
        if kind == "vision":
            return self.style.vision(self.place)
        if kind == "project" and self.random.random() < 0.5:
            return self.random.choice(subject.nouns) + self.random.choice(_WORKS)
        if kind == "project":
            return self.random.choice(_titles()[1])
        if kind == "direction" and self.random.random() < 0.5:
            return self.random.choice(subject.nouns) + self.random.choice(
                ("の推進", "の充実", "への支援", "の整備", "の強化", "の促進", "の確保")
            )
        if self.random.random() < 0.5:
            return self.random.choice(_titles()[0])
        return self.style.measure(subject)

    def sentences(self, subject: Subject, count: int) -> list[str]:
        """Draw sentences about a subject."""
        chance = self.random
        return [
            one.format(
                noun=chance.choice(subject.nouns),
                other=chance.choice(chance.choice(subjects()).nouns),
                share=chance.randint(12, 68), year=chance.randint(2, 6), old=chance.randint(20, 30),
                count=chance.randint(80, 400), more=chance.randint(401, 2400),
            )
            for one in chance.sample(_SENTENCES, count)
        ]  # fmt: skip

    def indicators(self, subject: Subject, count: int) -> list[Measured]:
        """Draw indicators, of other subjects too where one has too few."""
        known = list(subject.indicators)
        while len(known) < count:
            known += self.random.choice(subjects()).indicators
        return [self._measured(name, unit) for name, unit in known[:count]]

    def _measured(self, name: str, unit: str) -> Measured:
        chance = self.random
        if unit == "%":
            low = chance.randint(150, 850) / 10
            return Measured(name, unit, f"{low}", f"{round(low * 1.1, 1)}")
        low = chance.randint(5, 9000)
        return Measured(name, unit, f"{low:,}", f"{round(low * 1.2):,}")


@functools.cache
def _titles() -> tuple[list[str], list[str]]:
    """Return titles of measures, and titles of projects."""
    found = [
        one["title"]
        for path in sorted(_JUDGED.glob("fields-*.json"))
        for one in json.loads(path.read_text(encoding="utf-8"))["elements"]
    ]
    short = sorted({one for one in found if 6 <= len(one) <= 26 and not one.isascii()})
    return [one for one in short if not _PROJECT.search(one)], [
        one for one in short if _PROJECT.search(one)
    ]


def _place(random: Random) -> str:
    known = {one.name for one in municipalities().values()}
    while True:
        name = random.choice(_FIRST) + random.choice(_LAST) + random.choice("市市市町村")
        if name not in known:
            return name
