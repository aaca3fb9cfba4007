"""Body text without numbers, or of sheets that a form names: labels and repetition tell."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.body import Writer
from layouts.body_book import Book
from layouts.body_levels import WORDS, Level, last
from layouts.body_words import drawn
from layouts.content import Content, Node
from layouts.page import Page


def unnumbered(random: Random, content: Content) -> Page:
    """Measures without any number: the same labels below each title tell them."""
    words = random.choice(WORDS)
    manner = random.choice(("above", "inside", "beside", "mark", "none"))
    goal = random.choice((last(f"{words['goal']}1"), last("第1章"), last("基本目標１")))
    forms: dict[str, Level] = {
        "above": Level(last(random.choice(("【{}】", "{}", "■{}")).format(words["measure"])), "\n"),
        "inside": Level(last(f"【{words['measure']}】"), random.choice(("", " "))),
        "beside": Level(last(words["measure"]), random.choice(("：", "　"))),
        "mark": Level(last(random.choice("■◆●◎")), random.choice(("", " "))),
        "none": Level(last(""), ""),
    }
    top = Level(goal, random.choice(("　", " ", "\n")))
    writer = Writer(random, content, ("goal", "measure"), [top, forms[manner]], worded=True)
    order = writer.sections.order
    if order == ["text"] or len(order) < 2:
        writer.sections.order = [
            "issues",
            "directions",
            *(["projects"] if order != ["text"] else []),
        ]
    if manner == "mark" and writer.sections.dress[0] in "■◆●◎":
        writer.sections.dress = "【{}】"
    if manner == "none":
        writer.lists = False
    return writer.write()


#: Fields of a sheet: the word of the form, and what stands there.
_FORM = (
    ("目的", "aims"), ("現状", "now"), ("課題", "lacks"), ("目指す姿", "ideals"), ("概要", "aims"),
    ("取組内容", "works"), ("主な事業", "works"), ("主な取組", "works"), ("指標", "indicators"),
)  # fmt: skip


class Sheets:
    """One page for each measure, with a form that names what stands where."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random, self.content = random, content
        self.book = Book(random, content, paged=False)
        self.words = random.choice(WORDS)
        self.joint = random.choice(("　", " ", "\n", "：", "\t"))
        self.named = random.random() < 0.4  # 施策名 rather than 施策
        kinds = ["aims", "now", "lacks", "ideals", "works", "indicators"]
        fields = [random.choice([row for row in _FORM if row[1] == kind]) for kind in kinds]
        count = random.randint(3, len(fields))
        self.fields = [fields[place] for place in sorted(random.sample(range(6), count))]
        self.joined = random.random() < 0.5  # number and title in one field
        self.foot = random.choice(("{}", "- {} -", ""))

    def write(self) -> Page:
        """Write a sheet for each measure."""
        three = self.random.random() < 0.5
        kinds = ("goal", "policy", "measure") if three else ("goal", "measure")
        number = self.random.randint(20, 60)
        for place, goal in enumerate(self.content.tree(kinds, 2, 3), 1):
            self.book.page.element("goal", goal.title)
            for other, child in enumerate(goal.children, 1):
                if child.children:
                    self.book.page.element("policy", child.title, "measure")
                for last_place, leaf in enumerate(child.children, 1):
                    self._sheet([goal, child, leaf], (place, other, last_place))
                    number = self._turn(number)
                if not child.children:
                    self._sheet([goal, child], (place, other))
                    number = self._turn(number)
        return self.book.finish()

    def _turn(self, number: int) -> int:
        self.book.write("", *([self.foot.format(number), ""] if self.foot else []))
        return number + 1

    def _field(self, name: str, text: str) -> None:
        self.book.write(*f"{name}{self.joint}{text}".split("\n"))

    def _sheet(self, nodes: list[Node], numbers: tuple[int, ...]) -> None:
        for place, node in enumerate(nodes, 1):
            word = self.words[node.kind]
            code = "-".join(map(str, numbers[:place]))
            if self.joined:
                self._field(word, f"{code} {node.title}")
            elif self.named:
                self._field(f"{word}名", node.title)
            else:
                self._field(f"{word}{code}", node.title)
        measure = nodes[-1]
        self.book.page.element("measure", measure.title)
        office = self.random.choice(("担当課", "主管課"))
        self._field(office, measure.department)
        for name, kind in self.fields:
            self._filled(name, kind, measure)

    def _filled(self, name: str, kind: str, node: Node) -> None:
        book, content = self.book, self.content
        if kind == "works":
            book.write(name)
            for _ in range(self.random.randint(2, 4)):
                title = content.named("project", node.subject)
                book.write(f"・{title}")
                book.page.element("project", title, "direction")
        elif kind == "indicators":
            book.write(name, "指標名 現状値 目標値")
            for one in content.indicators(node.subject, 1):
                book.write(f"{one.title} {one.baseline}{one.unit} {one.target}{one.unit}")
                book.page.indicator(one.title, one.baseline, one.target)
        elif kind in ("now", "lacks"):
            book.write(name)
            book.paragraph(content.sentences(node.subject, self.random.randint(1, 2)))
        else:
            text = drawn(content, kind, node.subject, 1)[0]
            book.write(name)
            book.paragraph([text])
            if kind == "ideals":
                book.page.element("ideal-state", text, "vision", "goal")


def sheets(random: Random, content: Content) -> Page:
    """A sheet for each measure: 基本目標, 政策, 施策, 担当課, 目的 … named by a form."""
    return Sheets(random, content).write()


def lead(random: Random, content: Content) -> Page:
    """Projects across all fields: each with its aim and what is done for it."""
    book = Book(random, content)
    word = random.choice(
        (
            "重点プロジェクト",
            "リーディングプロジェクト",
            "戦略プロジェクト",
            "重点戦略",
            "プロジェクト",
        )
    )
    form = last(f"{word}{random.choice(('1', 'Ⅰ', '①', '１'))}")
    head = Level(form, random.choice(("　", " ", "\n", "：")))
    mark = random.choice("・○●◇◎")
    labels = random.choice(
        (
            ("ねらい", "主な取組"),
            ("目的", "取組内容"),
            ("背景", "主な事業"),
            ("趣旨", "具体的な取組"),
        )
    )
    dress = random.choice(("【{}】", "■{}", "{}", "◆{}", "〇{}", "＜{}＞"))
    ends = random.choice(("プロジェクト", "", "", "大作戦"))
    book.write(
        *random.choice(((f"第3章　{word}",), ("重点的に取り組む事項",), (content.title, "")))
    )
    book.paragraph([f"基本計画に掲げる施策を横断的に進めるため、次の{word}を設定します。"])
    for place in range(1, random.randint(3, 5) + 1):
        node = content.node("policy")
        title = node.title + ends
        book.heading(*head.printed((place,), title))
        book.page.element("project", title, "goal", "policy")
        book.heading(dress.format(labels[0]), gap=False)
        book.paragraph(drawn(content, "aims", node.subject, random.randint(1, 2)))
        book.heading(dress.format(labels[1]), gap=False)
        for _ in range(random.randint(2, 5)):
            work = content.named("project", node.subject)
            book.write(f"{mark}{work}")
            book.page.element("project", work, "direction", "measure")
        book.blank()
    return book.finish()


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "unnumbered": unnumbered, "sheets": sheets, "lead": lead,
}  # fmt: skip
