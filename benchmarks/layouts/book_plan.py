"""A book's own pages: the concept with its goals, the chart, the plan with columns and notes."""

from __future__ import annotations

from random import Random

from layouts import body_levels as levels
from layouts.body import Writer
from layouts.body_concept import Concept
from layouts.body_sections import Sections
from layouts.body_words import drawn
from layouts.book_lines import WholeBook
from layouts.book_words import TERMS, told
from layouts.content import Content, Node

_KINDS = (("goal", "measure"), ("goal", "measure"), ("goal", "policy", "measure"))
_NAMES = ("基本計画", "前期基本計画", "分野別計画", "基本計画", "各論", "後期基本計画")
_PROJECTS = (
    "子育て世代から選ばれるまちプロジェクト", "地域の稼ぐ力向上プロジェクト",
    "安全・安心な暮らし実現プロジェクト",
    "元気な人材育成プロジェクト", "つながる地域づくりプロジェクト", "デジタル変革推進プロジェクト",
)  # fmt: skip
_STRATEGY = (
    "地域に仕事をつくり、安心して働けるようにする", "新しいひとの流れをつくる",
    "結婚・出産・子育ての希望をかなえる",
    "時代に合った地域をつくり、安心な暮らしを守る",
)  # fmt: skip


class Measured(Sections):
    """Sections of a measure, with what books put beside them."""

    extras: tuple[str, ...] = ()
    note = ""

    def write(self, node: Node, listed: list[Node], works: list[Node]) -> None:
        """Write the sections, then a column, a note or a figure."""
        super().write(node, listed, works)
        if self.extras and self.random.random() < 0.4:
            getattr(self, "_" + self.random.choice(self.extras))(node)

    def _column(self, node: Node) -> None:
        title = f"{self.random.choice(node.subject.nouns)}の今"
        head = self.random.choice(
            ("コラム　{}", "【コラム】{}", "COLUMN\n{}", "コラム\n{}", "◇コラム◇ {}")
        )
        self.book.write(*head.format(title).split("\n"))
        self.book.paragraph(self.content.sentences(node.subject, 3))
        self.book.blank()

    def _note(self, _: Node) -> None:
        for place, (term, meaning) in enumerate(self.random.sample(TERMS, 2), 1):
            self.book.write(self.note.format(place, term, meaning))

    def _figure(self, node: Node) -> None:
        random = self.random
        head = random.choice(("図表{}　{}", "【{1}】", "■{1}", "図{}：{}"))
        self.book.write(
            head.format(random.randint(2, 30), f"{node.subject.nouns[0]}の利用者数の推移")
        )
        self.book.write(
            " ".join(f"{random.randint(100, 999)}" for _ in range(5)), "H30 R1 R2 R3 R4"
        )
        self.book.write(f"資料：{node.department}")

    def _photo(self, node: Node) -> None:
        self.book.write(_caption(self.random, node))


def _caption(random: Random, node: Node) -> str:
    """Draw what stands below a photo."""
    noun = random.choice(node.subject.nouns)
    return random.choice(
        (f"▲{noun}の様子", f"{noun}の様子", f"（写真：{noun}）", f"{noun}を楽しむ人たち")
    )


def plan(random: Random, content: Content, book: WholeBook, place: int) -> Writer:
    """基本計画: the levels of the plan in one manner of numbering."""
    kinds = random.choice(_KINDS)
    make = random.choice(
        (levels.worded, levels.worded, levels.divisions, levels.bare, levels.apart)
    )
    printed = make(random, kinds)
    worded = make in (levels.worded, levels.apart) and not printed[-1].form((1, 1, 1))[0].isdigit()
    book.opening(place, random.choice(_NAMES))
    writer = Writer(random, content, kinds, printed, worded, book=book)
    sections = Measured(random, content, book)
    chosen = random.sample(("column", "note", "figure", "photo"), random.randint(0, 3))
    sections.extras = tuple(chosen)
    sections.note = random.choice(("※{}　{}：{}", "*{} {}：{}", "※{} {}　{}", "注{}）{}：{}"))
    writer.sections = sections
    if random.random() < 0.3:
        book.paragraph(told(content, "parts", 2))
    writer.levelled(content.tree(kinds, *random.choice(((2, 3), (2, 4), (3, 4)))))
    return writer


class BookConcept(Concept):
    """基本構想, whose goals are those of the plan."""

    def __init__(self, random: Random, content: Content, book: WholeBook) -> None:
        super().__init__(random, content, book)
        self.whole, self.head = book, book.chapter_form

    def part(self, place: int) -> None:
        """Write the part."""
        self.whole.opening(
            place, self.random.choice(("基本構想", "基本構想", "まちづくりの基本構想"))
        )
        self.sections()

    def _heading(self, name: str) -> None:
        self.whole.chapter(name)

    def _goals(self, name: str) -> None:
        """Name the goals of the plan, with a paragraph each, with or without their numbers."""
        random, book = self.random, self.whole
        self._opening(name)
        chapters = book.listed["plan"]
        numbered = random.random() < 0.7 and "章" not in chapters[1].lines[0]
        for place, entry in enumerate((one for one in chapters if one.depth == 1), 1):
            book.repeat(entry.title)
            lines = entry.lines if numbered else [f"{levels.last('（１）')((place,))}{entry.title}"]
            book.heading(*lines)
            book.paragraph(drawn(self.content, "aims", self.content.node("goal").subject, 2))


def chart(random: Random, book: WholeBook, name: str) -> None:
    """施策の体系: the levels with their numbers, one a line or those of a goal on one."""
    book.chapter(name)
    joint = random.choice(("\n", "\n", "  ", "　", "\t"))
    goal: list[str] = []
    for entry in book.listed["plan"]:
        if entry.kind == "part":
            continue
        text = " ".join(entry.lines)
        if entry.kind != "measure" and joint != "\n":
            goal.append(text)
            book.repeat(entry.title)
            continue
        book.repeat(entry.title)
        for one in goal:
            book.repeat(one)
        book.write(*joint.join([*goal, text]).split("\n"))
        goal = []
    book.blank()


def projects(random: Random, content: Content, book: WholeBook, place: int) -> None:
    """重点プロジェクト: some projects across the goals."""
    word = random.choice(
        ("重点プロジェクト", "重点プロジェクト", "リーディングプロジェクト", "重点戦略")
    )
    book.opening(place, word)
    form = random.choice((f"{word}１　", f"{word}1 ", "プロジェクト1　", "重点１　", "（１）", "①"))
    book.paragraph(["将来像の実現に向け、分野を横断して重点的に取り組むものを次のとおり定めます。"])
    for number, title in enumerate(random.sample(_PROJECTS, random.randint(2, 4)), 1):
        book.heading(levels.last(form)((number,)) + title)
        book.page.element("project", title, "measure", "policy", "goal", "direction")
        node = content.node("measure")
        book.paragraph(drawn(content, "aims", node.subject, 2))


def strategy(random: Random, content: Content, book: WholeBook, place: int) -> None:
    """総合戦略: goals of its own, each with an indicator and measures."""
    book.opening(
        place,
        random.choice(
            ("まち・ひと・しごと創生総合戦略", "総合戦略", "デジタル田園都市国家構想総合戦略")
        ),
    )
    word, mark = (
        random.choice(("基本目標1　", "基本目標１　", "戦略1 ")),
        random.choice(("（１）", "①", "ア　")),
    )
    label = random.choice(("具体的な施策", "【具体的な施策】", "■具体的な施策"))
    for number, title in enumerate(_STRATEGY[: random.randint(3, 4)], 1):
        book.heading(levels.last(word)((number,)) + title)
        book.page.element("goal", title, "policy")
        node = content.node("measure")
        book.paragraph(drawn(content, "aims", node.subject, 1))
        book.write(label)
        for low in range(1, random.randint(2, 4)):
            below = content.node("measure")
            book.heading(levels.last(mark)((low,)) + below.title, gap=False)
            book.page.element("measure", below.title, "direction", "policy", "project")
            book.paragraph(drawn(content, "aims", below.subject, 1))
