"""Body text of comprehensive plans (基本計画 本文), as its text or the text of its PDF has it.

Each layout is one manner of numbering; what stands below measures, how lines break and what
comes between pages is drawn for each document (``body_sections``, ``body_book``).
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts import body_levels as levels
from layouts.body_book import Book
from layouts.body_levels import Level
from layouts.body_sections import Sections
from layouts.body_words import drawn, long_goals
from layouts.content import Content, Node
from layouts.page import Page
from plangraph.simulate.grammar import Subject

#: Kinds of the levels, and which other kinds are as right where no word tells.
_THREE, _TWO, _ONE = ("goal", "policy", "measure"), ("goal", "measure"), ("measure",)
_ALSO = {"goal": ("policy",), "policy": ("goal", "measure"), "measure": ("policy", "direction")}


class Writer:
    """Writes the levels of a plan, each heading with what stands below it."""

    def __init__(self, random: Random, content: Content, kinds: tuple[str, ...],
                 printed: list[Level], worded: bool, listed: str = "",
                 book: Book | None = None) -> None:  # fmt: skip
        self.random, self.content, self.kinds = random, content, kinds
        self.book = book or Book(random, content)
        self.sections = Sections(random, content, self.book, listed)
        self.levels, self.worded = printed, worded
        #: Whether a goal lists its measures before they come, and says what it aims at.
        self.lists = random.random() < 0.2
        self.opens = random.random() < 0.5
        #: Towns name sections by their field alone: 農業の振興, 公共交通.
        self.fields = not worded and random.random() < 0.4
        #: Goals of two lines, in large letters, or on one.
        self.long = long_goals(random) if random.random() < 0.25 else []
        self.broken = random.random() < 0.6

    def write(self) -> Page:
        """Write the whole document."""
        if self.random.random() < 0.6:
            self.book.write(self.random.choice((self.content.title, self.book.part)), "")
        most = 3 if len(self.kinds) > 2 else 4
        self.levelled(self.content.tree(self.kinds, 2, most))
        return self.book.finish()

    def levelled(self, goals: list[Node]) -> None:
        """Write the levels."""
        for place, node in enumerate(goals, 1):
            self._node(node, (place,))

    def _node(self, node: Node, numbers: tuple[int, ...]) -> None:
        level = self.levels[len(numbers) - 1]
        node = node._replace(title=self._title(node))
        lines = level.printed(numbers, node.title)
        if node.kind == "goal" and self.long:
            first, second = self.long.pop()
            node = node._replace(title=first + second)
            joint = "\n" if self.broken else ""
            lines = [*level.printed(numbers, f"{first}{joint}{second}")]
        if len(numbers) == 1:
            self.book.goal = " ".join(lines)
        self.book.entry(lines, node.title, len(numbers), node.kind)
        self.book.heading(*lines)
        loose = "基本施策" in lines[0] or "分野" in lines[0]
        also = _ALSO[node.kind] if loose or not self.worded else ()
        self.book.page.element(node.kind, node.title, *also)
        if not node.children:
            self.sections.write(node, self._drawn("direction", node.subject),
                                self._drawn("project", node.subject))  # fmt: skip
            return
        if self.opens:
            self.book.paragraph(
                drawn(self.content, "aims", node.subject, self.random.randint(1, 2))
            )
        children = [one._replace(title=self._title(one)) for one in node.children]
        if self.lists and level.between != "\n":
            self._list(children, numbers)
        for place, child in enumerate(children, 1):
            self._node(child, (*numbers, place))

    def _list(self, children: list[Node], numbers: tuple[int, ...]) -> None:
        """List what stands below, with its numbers, before it comes."""
        self.book.write(self.random.choice(("【施策の体系】", "施策体系", "■施策の体系")))
        for place, child in enumerate(children, 1):
            level = self.levels[len(numbers)]
            self.book.write(f"{level.form((*numbers, place))} {child.title}")
        self.book.blank()

    def _title(self, node: Node) -> str:
        if self.fields and node.kind != "goal" and node.title not in self._named:
            node = node._replace(title=self._field(node))
        self._named.add(node.title)
        return node.title

    def _field(self, node: Node) -> str:
        free = [noun for noun in node.subject.nouns if noun not in self._named]
        return self.random.choice(free) if free else node.title

    @property
    def _named(self) -> set[str]:
        self._known: set[str] = getattr(self, "_known", set())
        return self._known

    def _drawn(self, kind: str, subject: Subject) -> list[Node]:
        """Draw what a measure holds, all about its subject."""
        works = kind == "direction"
        return [
            Node(kind, self.content.named(kind, subject), subject, subject.department,
                 self._drawn("project", subject)[:2] if works else [])
            for _ in range(self.random.randint(2, 4))
        ]  # fmt: skip


def _kinds(random: Random) -> tuple[str, ...]:
    return random.choice((_THREE, _TWO, _TWO))


def worded(random: Random, content: Content) -> Page:
    """基本目標1 / 政策1-1 / 施策1-1-1: each level has its word."""
    kinds = _kinds(random)
    return Writer(random, content, kinds, levels.worded(random, kinds), worded=True).write()


def divisions(random: Random, content: Content) -> Page:
    """第1章 / 第1節 / 1: chapters and sections as towns have them."""
    kinds = _kinds(random)
    return Writer(random, content, kinds, levels.divisions(random, kinds), worded=False).write()


def bare(random: Random, content: Content) -> Page:
    """1 / 1-1 / (1): bare numbers on every level."""
    kinds = _kinds(random)
    return Writer(random, content, kinds, levels.bare(random, kinds), worded=False).write()


def apart(random: Random, content: Content) -> Page:
    """Numbers on lines of their own, above titles."""
    kinds = _kinds(random)
    printed = levels.apart(random, kinds)
    worded = not printed[-1].form((1, 1, 1))[0].isdigit()
    return Writer(random, content, kinds, printed, worded).write()


def directed(random: Random, content: Content) -> Page:
    """施策の方向1, 取組方針(1): directions below measures have a word as well."""
    kinds = _kinds(random)
    word = random.choice(
        ("施策の方向", "取組方針", "取組の方向", "展開方向", "方向性", "取組", "方針")
    )
    number = random.choice(("1", "１", "（１）", "①", "1"))
    make = random.choice((levels.worded, levels.divisions, levels.worded))
    printed = make(random, kinds)
    worded = make is levels.worded
    return Writer(random, content, kinds, printed, worded, listed=word + number).write()


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "worded": worded, "divisions": divisions, "bare": bare, "apart": apart, "directed": directed,
}  # fmt: skip
