"""What invented sectoral plans say: fields with plans, goals and works; sentences of their kind."""

from __future__ import annotations

import functools
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

from layouts.content import Content
from plangraph.simulate.grammar import Subject, subjects


class Field(NamedTuple):
    """A field of administration that has a plan of its own."""

    plans: tuple[str, ...]
    #: Keys of the subjects that the plan is about.
    subjects: tuple[str, ...]
    #: What its goals and basic measures are called.
    goals: tuple[str, ...]
    works: tuple[str, ...]


@functools.cache
def fields() -> tuple[Field, ...]:
    """Return all fields in the order of the file."""
    text = (Path(__file__).parent / "sectoral_fields.yaml").read_text(encoding="utf-8")
    return tuple(
        Field(**{name: tuple(words) for name, words in one.items()}) for one in yaml.safe_load(text)
    )


_AIMS = (
    "みんなで支え合い、笑顔で暮らせるまち",
    "ともに生き、ともに輝くまちをめざして",
    "一人ひとりが主役 つながり広がる未来づくり",
    "豊かな自然と人の営みが調和するまち",
    "健やかに 心豊かに 自分らしく",
    "夢を育み 未来へはばたく 人づくり",
    "安心と活力にあふれる地域を次の世代へ",
    "つながる力で 暮らしを守り 明日をひらく",
    "学びあい 認めあい 高めあう",
    "住む人も訪れる人も心地よいまち",
)
_DONE = (
    "{noun}に関する相談に応じ、必要な情報の提供や助言を行います。",
    "広報紙やホームページ等を活用し、{noun}について周知を図ります。",
    "関係機関や団体と連携しながら、{noun}を進めます。",
    "対象となる方に、費用の一部を助成します。",
    "国の動向を踏まえ、{noun}のあり方について検討します。",
    "{noun}に関する講座や講演会を開催し、理解を深める機会を提供します。",
    "引き続き事業を実施し、利用者の拡大に努めます。",
    "庁内の関係部署が情報を共有し、早期の対応につなげます。",
    "担い手となる人材の確保と育成に取り組みます。",
    "利用しやすいよう、実施回数や会場の見直しを行います。",
)
_HABITS = (
    "地域の行事に積極的に参加します。",
    "隣近所であいさつを交わしましょう。",
    "困ったときは一人で抱え込まず相談します。",
    "正しい知識を身に付けるよう心がけます。",
    "節電や節水に努めます。",
    "環境に配慮した製品を選びます。",
    "家族で話し合う機会を持ちましょう。",
    "講座や教室に参加し、学びを深めます。",
    "働きやすい職場づくりに努めます。",
    "市の事業に協力します。",
    "1日3食を規則正しく食べる。",
    "毎年健診を受ける。",
)
_TURNS = (
    "一方で、{noun}が十分に行き届いていないとの声も聞かれます。",
    "アンケート調査の結果をみると、{noun}について「知らない」と回答した人が{share}％となっています。",
    "これらのことから、{noun}に重点的に取り組む必要があります。",
    "そのため、本計画では{noun}を重要な課題として位置付け、取組を進めていきます。",
)


class Sector:
    """One invented sectoral plan of a municipality: its field and the words of its parts."""

    def __init__(self, random: Random, content: Content, *only: str) -> None:
        chosen = [one for one in fields() if not only or any(key in one.plans[0] for key in only)]
        self.random, self.content = random, content
        self.field = random.choice(chosen)
        self.subjects = [one for one in subjects() if one.key in self.field.subjects]
        self.name = content.place + random.choice(self.field.plans).removeprefix("第3次")
        self._used: set[str] = set()

    def subject(self) -> Subject:
        """Draw a subject of the field."""
        return self.random.choice(self.subjects)

    def title(self, kind: str, subject: Subject | None = None) -> str:
        """Draw a title for an element of a kind; none comes twice in a plan."""
        subject = subject or self.subject()
        for _ in range(99):
            title = self._draw(kind, subject)
            if title not in self._used:
                break
        self._used.add(title)
        return title

    def _draw(self, kind: str, subject: Subject) -> str:
        chance = self.random
        if kind in ("goal", "policy"):
            return chance.choice(self.field.goals)
        if kind == "project":
            share = chance.random()
            if share < 0.75:
                return chance.choice(self.field.works)
            return (
                chance.choice(subject.actions)
                if share < 0.85
                else self.content.named(kind, subject)
            )
        if kind == "measure" and chance.random() < 0.25:
            return chance.choice(self.field.goals)
        if kind == "direction" and chance.random() < 0.4:
            return chance.choice(subject.actions)
        return self.content.style.measure(subject)

    def statement(self) -> str:
        """Draw what the plan is for in one line: its philosophy or vision."""
        return self.random.choice(_AIMS)

    def sentences(self, subject: Subject, count: int) -> list[str]:
        """Draw sentences of a paragraph about a subject."""
        found = self.content.sentences(subject, min(count, 6))
        if count > 1 and self.random.random() < 0.6:
            found[-1] = self.random.choice(_TURNS).format(
                noun=self.random.choice(subject.nouns), share=self.random.randint(20, 60)
            )
        return found

    def done(self, subject: Subject, count: int = 1) -> list[str]:
        """Draw sentences that say what is done in a work."""
        return [
            one.format(noun=self.random.choice(subject.nouns))
            for one in self.random.sample(_DONE, count)
        ]

    def habits(self, count: int) -> list[str]:
        """Draw what people and companies do of their own."""
        return self.random.sample(_HABITS, count)
