"""A printed book as text extraction gives it: wrapped lines, running heads, page numbers."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from layouts.content import Content
from layouts.page import Page

_FULL = str.maketrans("0123456789", "０１２３４５６７８９")


class _Line(NamedTuple):
    text: str
    #: A page never ends below this line: headings stand above what they head.
    kept: bool = False


class Entry(NamedTuple):
    """A heading as the contents and the chart of a book repeat it."""

    lines: list[str]
    title: str
    depth: int
    kind: str
    #: The line of the book that it stands on.
    place: int


class Book:
    """Lines of body text with the habits of one printer, written to a page at the end."""

    def __init__(self, random: Random, content: Content, paged: bool | None = None) -> None:
        self.random, self.content, self.page = random, content, Page()
        #: Letters a line; 0 where each paragraph is one row.
        self.width = random.choice((0, 0, 32, 35, 38, 40, 44))
        self._gap = random.choice((0, 0, 1, 1, 2))
        self._above = random.random() < 0.6
        self._indent = random.choice(("", "", "　", " "))
        self._lines: list[_Line] = []
        paged = random.random() < 0.4 if paged is None else paged
        self._foot = random.choice(("{}", "- {} -", "{}", "－{}－", "{}\f")) if paged else ""
        self._head = random.choice(("", "title", "part", "goal", "tabs")) if paged else ""
        self._length = random.randint(22, 44)
        self.part = random.choice(
            ("基本計画", "前期基本計画", "第３部　基本計画", "第2編 基本計画", "各論")
        )
        #: What the running head names where it names the goal of the page.
        self.goal = ""
        self._goals: list[str] = []
        self.entries: list[Entry] = []

    def entry(self, lines: list[str], title: str, depth: int, kind: str = "") -> None:
        """Note a heading that contents and charts repeat; it comes next."""
        self.entries.append(Entry(lines, title, depth, kind, len(self._lines)))

    def write(self, *texts: str) -> None:
        """Write lines as they are."""
        self._lines += [_Line(text) for text in texts]
        self._note()

    def heading(self, *texts: str, gap: bool = True) -> None:
        """Write the lines of a heading, which no page parts from what follows."""
        if gap and self._above:
            self._lines += [_Line("")] * max(1, self._gap)
        self._lines += [_Line(text, kept=True) for text in texts]
        if gap and self._gap == 2:
            self._lines.append(_Line("", kept=True))
        self._note()

    def paragraph(self, sentences: list[str], mark: str = "") -> None:
        """Write sentences as one paragraph, wrapped as wide as the page is."""
        if not sentences:
            return
        text = (mark or self._indent) + "".join(sentences)
        hang = "　" if mark and self._indent else ""
        self.write(*wrapped(text, self.width, hang))

    def blank(self) -> None:
        """End a block of text."""
        if self._gap:
            self.write(*[""] * self._gap)

    def finish(self) -> Page:
        """Part the lines into pages, where the printer has pages, and return the page."""
        number = self.random.randint(12, 90)
        since = 0
        for place, line in enumerate(self._lines):
            self.page.write(line.text)
            since += 1
            if self._foot and since >= self._length and not line.kept:
                self._turn(number, self._goals[place])
                number, since = number + 1, 0
        if self._foot:
            self.page.write(self._foot.format(number))
        return self.page

    def _turn(self, number: int, goal: str) -> None:
        self.page.write("", *self._foot.format(number).split("\n"), "")
        head = {"title": self.content.title, "part": self.part, "goal": goal}.get(self._head)
        if head:
            self.page.write(head, "")
        if self._head == "tabs":
            self.page.write("序論", "基本構想", self.part, "資料編")

    def _note(self) -> None:
        self._goals += [self.goal] * (len(self._lines) - len(self._goals))


def wrapped(text: str, width: int, hang: str = "") -> list[str]:
    """Break a text into lines; no line begins with a comma or a stop."""
    if not width or len(text) <= width:
        return [text]
    lines = []
    while len(text) > width:
        cut = width + (text[width] in "、。」）％")
        lines.append(text[:cut])
        text = hang + text[cut:] if text[cut:] else ""
    return lines + ([text] if text else [])


def full(text: str) -> str:
    """Print digits in full width."""
    return text.translate(_FULL)
