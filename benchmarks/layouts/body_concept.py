"""基本構想: philosophy, vision, viewpoints and goals in every manner of stating them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.body_book import Book
from layouts.body_levels import Level, last
from layouts.body_words import drawn, ideas, long_goals, views, vision
from layouts.content import Content
from layouts.page import Page

_NAMES = {
    "philosophy": ("まちづくりの基本理念", "基本理念", "まちづくりの理念"),
    "vision": (
        "まちの将来像",
        "将来都市像",
        "めざす将来像",
        "本市の将来像",
        "将来像",
        "目指すまちの将来像",
    ),
    "viewpoint": (
        "まちづくりの視点",
        "計画推進の視点",
        "まちづくりの基本視点",
        "施策推進に当たっての視点",
    ),
    "goal": ("まちづくりの基本目標", "基本目標", "施策の大綱", "まちづくりの目標"),
}
_HEADS = (
    "第1章　",
    "第１章　",
    "第1節　",
    "１　",
    "1. ",
    "Ⅰ　",
    "（１）",
    "■",
    "",
    "【】",
    "1 ",
    "第一章　",
)
_ASIDES = (
    ("将来人口", "本市の人口は減少が続いており、令和12年には約{count}人になると見込まれます。"),
    ("計画の期間", "この基本構想の期間は、令和8年度から令和17年度までの10年間とします。"),
    ("土地利用の方針", "土地は限られた資源であり、地域の特性を生かした計画的な利用を進めます。"),
)


class Concept:
    """The basic concept of one plan: its sections in the order of the plan."""

    def __init__(self, random: Random, content: Content, book: Book | None = None) -> None:
        self.random, self.content, self.book = random, content, book or Book(random, content)
        self.head = random.choice(_HEADS)
        self._place = 0
        self._mottos: list[str] = []

    def write(self) -> Page:
        """Write the sections."""
        random = self.random
        if random.random() < 0.6:
            self.book.write(
                *random.choice(((self.content.title,), ("第2部　基本構想",), ("基本構想", "")))
            )
        self.sections()
        return self.book.finish()

    def sections(self) -> None:
        """Write the sections in the order of the plan."""
        random = self.random
        parts = ["philosophy", "vision", "viewpoint", "goal"]
        if random.random() < 0.3:
            parts[:2] = ["vision", "philosophy"]
        for part in parts:
            if part != "goal" and random.random() < 0.25:
                continue
            name = random.choice(_NAMES[part])
            self._heading(name)
            {"philosophy": self._philosophy, "vision": self._vision,
             "viewpoint": self._viewpoints, "goal": self._goals}[part](name)  # fmt: skip
            if random.random() < 0.2:
                self._aside()

    def _heading(self, name: str) -> None:
        self._place += 1
        if self.head == "【】":
            self.book.heading(f"【{name}】")
        else:
            self.book.heading(last(self.head)((self._place,)) + name)

    def _aside(self) -> None:
        name, text = self.random.choice(_ASIDES)
        self._heading(name)
        self.book.paragraph([text.format(count=self.random.randint(8, 90) * 1000)])

    def _level(self, words: tuple[str, ...]) -> Level:
        """Draw how the items of a section are numbered, unlike the sections themselves."""
        while True:
            form = self.random.choice(
                (*(f"{word}1" for word in words), "（１）", "①", "1", "○", "◆", "・", "")
            )
            if not form or form[-1] != self.head.strip()[-1:]:
                break
        return Level(
            last(form),
            self.random.choice(
                ("　", " ", "：") if form[-1:] == "1" and len(form) > 1 else ("　", " ", "")
            )
            if form not in ("", "○", "・", "1")
            else " "
            if form == "1"
            else "",
        )

    def _opening(self, name: str) -> None:
        if self.random.random() < 0.6:
            self.book.paragraph([self.random.choice((
                f"本市を取り巻く環境が大きく変化する中、{name}を次のとおり定めます。",
                "ここまで積み上げてきたものを土台に、次の世代に渡せるまちの形を考える必要があります。",
                f"市民とともにまちづくりを進めるため、次の{name}を掲げます。",
            ))])  # fmt: skip

    def _statement(self, kind: str, first: str, second: str, name: str) -> None:
        """State a vision or a philosophy in one of the manners that plans have."""
        book, random = self.book, self.random
        whole = f"{first}　{second}"
        manner = random.choice(
            ("quoted", "plain", "broken", "brackets", "sentence", "tilde", "beside")
        )
        if manner == "quoted":
            book.write("", f"「{whole}」", "")
        elif manner == "plain":
            book.write("", whole, "")
        elif manner == "broken":
            book.write("", first, second, "")
        elif manner == "brackets":
            book.write(
                "",
                *random.choice(
                    ((f"『{whole}』",), (f"～{whole}～",), (f"「{first}", f"{second}」"))
                ),
            )
            book.write("")
        elif manner == "sentence":
            book.paragraph([f"本市は、「{whole}」を{name}として掲げ、その実現を目指します。"])
        elif manner == "beside":
            book.write(
                name
                + random.choice(("：", "　", " "))
                + random.choice(("「{}」", "{}")).format(whole)
            )
        else:
            book.write(
                "",
                whole,
                random.choice(
                    ("～次の10年に向けて～", "～笑顔をつなぐまちづくり～", "～みんなが主役～")
                ),
                "",
            )
        alt = [f"{whole}{book._lines[-2].text}"] if manner == "tilde" else []
        book.page.element(kind, whole, alt=alt)
        if manner != "sentence":
            book.paragraph(
                drawn(self.content, "aims", self.content.node("goal").subject, random.randint(0, 2))
            )

    def _motto(self) -> tuple[str, str]:
        """Draw a statement that no other section has."""
        while (drawn := vision(self.content))[0] in self._mottos:
            continue
        self._mottos.append(drawn[0])
        return drawn

    def _philosophy(self, name: str) -> None:
        self._opening(name)
        if self.random.random() < 0.4:
            self._statement("philosophy", *self._motto(), name)
            return
        level = self._level(("理念", "基本理念"))
        for place, title in enumerate(ideas(self.random, self.random.randint(2, 4)), 1):
            self.book.heading(*level.printed((place,), title), gap=False)
            self.book.page.element("philosophy", title)
            self._told(level)
        self.book.blank()

    def _told(self, level: Level) -> None:
        subject = self.content.node("goal").subject
        count = self.random.randint(1, 3) if level.form((1,)) != "・" else 1
        self.book.paragraph(drawn(self.content, "aims", subject, count))

    def _vision(self, name: str) -> None:
        self._opening(name)
        self._statement("vision", *self._motto(), name)

    def _viewpoints(self, name: str) -> None:
        self._opening(name)
        level = self._level(("視点", "視点"))
        for place, title in enumerate(views(self.random, self.random.randint(2, 4)), 1):
            self.book.heading(*level.printed((place,), title), gap=False)
            self.book.page.element("viewpoint", title)
            self._told(level)
        self.book.blank()

    def _goals(self, name: str) -> None:
        """Goals, with a paragraph each, and policies below them in half of the plans."""
        random, content = self.random, self.content
        self._opening(name)
        level = self._level(("基本目標", "目標", "基本目標", "柱"))
        if not level.form((1,)) or level.form((1,)) == "・":
            level = Level(last("基本目標１"), "　")
        below = random.choice(("（１）", "①", "・", "○", "1")) if random.random() < 0.5 else ""
        if below and (
            below[-1] in level.form((1,))
            or below[-1:] == self.head.strip()[-1:]
            or (below == "1" and self.head[:1] in "1１")
        ):
            below = "◇"
        goals = long_goals(random)
        for place in range(1, random.randint(3, 5) + 1):
            first, second = goals.pop()
            short = content.named("goal", content.node("goal").subject)
            title = first + second if random.random() < 0.4 else short
            self.book.heading(*level.printed((place,), title))
            self.book.page.element("goal", title)
            self._told(level)
            for other in range(1, random.randint(2, 4) + 1) if below else ():
                node = content.node("measure")
                self.book.heading(
                    f"{last(below)((other,))}{'' if below in '・○◇' else ' '}{node.title}",
                    gap=False,
                )
                self.book.page.element("policy", node.title, "measure", "direction")
                if below not in "・":
                    self.book.paragraph(drawn(content, "aims", node.subject, 1))


def concept(random: Random, content: Content) -> Page:
    """基本構想 as a chapter of its own."""
    return Concept(random, content).write()


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"concept": concept}
