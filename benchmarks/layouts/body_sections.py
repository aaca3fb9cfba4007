"""What stands below a measure: the same sections in the same dress for a whole document."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.body_book import Book
from layouts.body_levels import Level, items, last
from layouts.body_words import drawn
from layouts.content import Content, Node

_LABELS = {
    "issues": (
        "現状と課題",
        "現状と課題",
        "現況と課題",
        "現状・課題",
        "これまでの取組と課題",
        "背景と課題",
    ),
    "now": ("現状", "現況", "これまでの取組"),
    "lacks": ("課題", "主な課題", "今後の課題"),
    "ideal": (
        "めざす姿",
        "目指す姿",
        "１０年後の姿",
        "5年後の姿",
        "施策が目指す姿",
        "目指すまちの姿",
    ),
    "basic": ("基本方針", "施策の基本方針", "基本的な考え方", "施策の目的"),
    "directions": (
        "施策の方向",
        "施策の方向性",
        "取組の方向性",
        "施策の展開",
        "取組方針",
        "今後の方向性",
        "施策の内容",
        "計画の体系と施策の方向",
        "主な施策の方向",
    ),
    "projects": (
        "主な取組",
        "主な事業",
        "主要事業",
        "具体的な取組",
        "主な取り組み",
        "主要な事業",
        "実施事業",
    ),
    "indicators": ("成果指標", "目標指標", "施策の指標", "まちづくり指標", "達成目標", "評価指標"),
    "plans": ("関連計画", "関連する計画", "関連する個別計画", "関係計画", "主な関連計画"),
    "office": ("担当課", "主管課", "所管課", "関係課", "担当部署"),
    "roles": ("市民・地域の役割", "市民等に期待する役割", "市民の皆さんにできること", "協働の取組"),
    "goals": ("関連するＳＤＧｓ", "関連するSDGs", "SDGsとの関連"),
}
_DRESS = (
    "{}",
    "{}",
    "【{}】",
    "■{}",
    "■ {}",
    "◆{}",
    "●{}",
    "〔{}〕",
    "《{}》",
    "＜{}＞",
    "□ {}",
    "▼{}",
    "◎{}",
    "[{}]",
    "▶ {}",
    "○{}",
)
_NUMBERED = ("（１）", "(1)", "1", "１", "①", "１．", "1)")
_SDGS = (
    "3 すべての人に健康と福祉を",
    "4 質の高い教育をみんなに",
    "8 働きがいも経済成長も",
    "11 住み続けられるまちづくりを",
    "13 気候変動に具体的な対策を",
    "17 パートナーシップで目標を達成しよう",
)


class Sections:
    """The sections of every measure of one document, in one order and one dress."""

    def __init__(self, random: Random, content: Content, book: Book, listed: str = "") -> None:
        self.random, self.content, self.book = random, content, book
        self.labels = {kind: random.choice(words) for kind, words in _LABELS.items()}
        self.dress = random.choice(_DRESS)
        #: Labels that are numbered: (1) 現状と課題, (2) 施策の方向.
        self.numbered = last(random.choice(_NUMBERED)) if random.random() < 0.2 else None
        self.order = _order(random, listed)
        self.level = self._items(listed)
        self.works = Level(last(random.choice(("・", "・", "○", "●", "①", "◇", "-", "（ア）"))), "")
        if random.random() < 0.4:
            self.works = self.works._replace(between=" ")
        self.told = random.choice(("paragraph", "paragraph", "none", "marked", "works"))
        self.issue = random.choice(("text", "text", "sentences", "phrases"))
        self.stated = random.choice(("below", "below", "beside"))
        self.written = random.choice(("lines", "lines", "table", "office"))

    def write(self, node: Node, listed: list[Node], works: list[Node]) -> None:
        """Write all sections of a measure: ``listed`` its directions, ``works`` its projects."""
        self._place = 0
        writers: dict[str, Callable[[], None]] = {
            "issues": lambda: self._issues("issues", node),
            "now": lambda: self._issues("now", node),
            "lacks": lambda: self._issues("lacks", node),
            "ideal": lambda: self._ideal(node),
            "basic": lambda: self._basic(node),
            "directions": lambda: self._directions(listed),
            "projects": lambda: self._projects(works),
            "indicators": lambda: self._indicators(node),
            "plans": lambda: self._plans(node),
            "office": lambda: self._beside("office", node.department),
            "roles": lambda: self._roles(node),
            "goals": lambda: self._beside("goals", self.random.choice(_SDGS)),
            "text": lambda: self._text(node),
        }
        for kind in self.order:
            if (kind == "projects" and not works) or (kind == "directions" and not listed):
                continue
            writers[kind]()
            self.book.blank()

    def _items(self, listed: str) -> Level:
        if listed:  # 施策の方向1 …
            return Level(last(listed), self.random.choice((" ", "　", "\n")))
        if self.random.random() < 0.12:  # titles that only their paragraphs tell
            return Level(last(""), "")
        while True:
            level = items(self.random)
            numbered = self.numbered and self.numbered((1,))
            if level.form((1,)) != numbered and level.form((1,)) not in self.dress:
                return level

    def _label(self, kind: str) -> str:
        """Return a label in its dress, numbered where labels are."""
        self._place += 1
        if self.numbered:
            return f"{self.numbered((self._place,))} {self.labels[kind]}"
        return self.dress.format(self.labels[kind])

    def _issues(self, kind: str, node: Node) -> None:
        book = self.book
        book.heading(self._label(kind), gap=False)
        told = self.content.sentences(node.subject, self.random.randint(1, 4))
        if self.issue == "text":
            book.paragraph(told)
        elif self.issue == "sentences":
            for one in told:
                book.paragraph(
                    [one], self.works.form((1,)) if self.works.form((1,)) in "・○●" else "・"
                )
        else:
            book.paragraph(told[:1])
            for one in drawn(self.content, "issues", node.subject, self.random.randint(1, 3)):
                book.write(f"・{one}")

    def _text(self, node: Node) -> None:
        self.book.paragraph(self.content.sentences(node.subject, self.random.randint(1, 3)))

    def _ideal(self, node: Node) -> None:
        text = drawn(self.content, "ideals", node.subject, 1)[0]
        label = self._label("ideal")
        if self.stated == "beside" and not self.numbered:
            self.book.write(f"{label}　{text}")
        else:
            self.book.heading(label, gap=False)
            self.book.paragraph([text])
        self.book.page.element("ideal-state", text, "vision", "goal")

    def _basic(self, node: Node) -> None:
        self.book.heading(self._label("basic"), gap=False)
        self.book.paragraph(drawn(self.content, "aims", node.subject, self.random.randint(1, 2)))

    def _directions(self, listed: list[Node]) -> None:
        self.book.heading(self._label("directions"), gap=False)
        for place, node in enumerate(listed, 1):
            self.book.heading(*self.level.printed((place,), node.title), gap=False)
            self.book.page.element("direction", node.title, "project", "measure")
            self._told(node)

    def _told(self, node: Node) -> None:
        """Write what stands below the title of a direction."""
        chance, book = self.random, self.book
        if self.told == "paragraph" or not self.level.form((1,)):
            book.paragraph(drawn(self.content, "aims", node.subject, chance.randint(1, 2)))
        elif self.told == "marked":
            mark = "・" if self.level.form((1,)) != "・" else "　"
            for one in drawn(self.content, "short", node.subject, chance.randint(1, 3)):
                book.paragraph([one], mark)
        elif self.told == "works" and self.level.form((1,)) not in (self.works.form((1,)), "・"):
            if chance.random() < 0.5:
                book.paragraph(drawn(self.content, "aims", node.subject, 1))
            for place, work in enumerate(node.children, 1):
                book.write(self.works.printed((place,), work.title)[0])
                book.page.element("project", work.title, "direction")

    def _projects(self, works: list[Node]) -> None:
        book = self.book
        book.heading(self._label("projects"), gap=False)
        for one in works:
            book.page.element("project", one.title, "direction")
        if self.written == "table":
            for text in _table(self.random, self.content, works):
                book.write(text)
        else:
            for place, one in enumerate(works, 1):
                office = f"（{one.department}）" if self.written == "office" else ""
                book.write(self.works.printed((place,), one.title)[0] + office)

    def _indicators(self, node: Node) -> None:
        book = self.book
        book.heading(self._label("indicators"), gap=False)
        year = self.content.start - 2018
        now, aim = f"R{year}", f"R{year + 5}"
        book.write(f"指標名 現状値（{now}） 目標値（{aim}）")
        for one in self.content.indicators(node.subject, self.random.randint(1, 2)):
            book.write(f"{one.title} {one.baseline}{one.unit} {one.target}{one.unit}")
            book.page.indicator(one.title, one.baseline, one.target)

    def _plans(self, node: Node) -> None:
        named = [f"{self.content.place}{one}" for one in node.subject.plans[:2]]
        if not named:
            return
        known = {one["title"] for one in self.book.page.expected["sectoral_plans"]}
        for one in named:
            if one not in known:
                self.book.page.sectoral_plan(one)
        if self.stated == "beside" and not self.numbered:
            self._beside("plans", "、".join(named))
            return
        self.book.heading(self._label("plans"), gap=False)
        self.book.write(*(f"・{one}" for one in named))

    def _beside(self, kind: str, text: str) -> None:
        label = self._label(kind)
        if self.stated == "beside":
            self.book.write(f"{label}{self.random.choice((' ', '　', '：'))}{text}")
        else:
            self.book.heading(label, gap=False)
            self.book.write(text)

    def _roles(self, node: Node) -> None:
        self.book.heading(self._label("roles"), gap=False)
        for one in drawn(self.content, "roles", node.subject, self.random.randint(1, 3)):
            self.book.paragraph([one], "・")


def _order(random: Random, listed: str) -> list[str]:
    """Draw the sections of a measure and their order."""
    if random.random() < 0.12 and not listed:
        return ["text"]
    order = random.choice((["issues"], ["issues"], ["now", "lacks"], []))
    if random.random() < 0.4:
        order.insert(random.choice((0, len(order))), "ideal")
    if random.random() < 0.25:
        order.append("basic")
    order += random.choice(
        (["directions"], ["directions", "projects"], ["directions"], ["projects"])
    )
    if listed and "directions" not in order:
        order.append("directions")
    if random.random() < 0.3:
        order.insert(random.choice((1, len(order))), "indicators")
    order += [one for one in ("plans", "roles", "goals") if random.random() < 0.2]
    if random.random() < 0.25:
        order.insert(random.choice((0, len(order))), "office")
    return order


def _table(random: Random, content: Content, works: list[Node]) -> list[str]:
    """A small table of works, flattened row by row or cell by cell."""
    told = [drawn(content, "short", one.subject, 1)[0] for one in works]
    head = random.choice(
        (
            ("事業名", "事業内容", "担当課"),
            ("事業名", "概要", "担当課"),
            ("取組", "内容", "所管"),
            ("主な事業", "内容"),
            ("事業名", "担当課"),
        )
    )
    rows = []
    for one, text in zip(works, told, strict=True):
        cells = {"担当課": one.department, "所管": one.department, "事業内容": text, "概要": text,
                 "内容": text}  # fmt: skip
        rows.append([one.title, *(cells[name] for name in head[1:])])
    joint = random.choice((" ", "　", "\t", "\n"))
    return [line for row in (list(head), *rows) for line in joint.join(row).split("\n")]
