"""A whole book in the making: its parts, written in any order, and what it repeats of them."""

from __future__ import annotations

from random import Random
from typing import Any

from layouts.body_book import Book, Entry, _Line
from layouts.body_levels import last
from layouts.content import Content
from layouts.page import Page

_PARTS = ("第1部　", "第1編　", "第１部　", "", "", "第1部\n", "Ⅰ　", "PART 1 ", "第1編\n")
_CHAPTERS = ("第1章　", "第１章　", "１　", "1. ", "第1章 ", "第一章　", "1 ", "第1節　")
_SECTIONS = ("１　", "1 ", "（１）", "第1節　", "(1) ", "1．", "■", "1-1 ", "第１節 ")
_ITEMS = ("（１）", "①", "(1) ", "■", "●", "◆ ", "ア　", "(1)", "○", "")


class Noted(Page):
    """A page that remembers where in the book each element is stated."""

    def __init__(self, book: WholeBook) -> None:
        super().__init__()
        self.book = book

    def element(self, kind: str, title: str, *also_kinds: str, **more: Any) -> None:
        """Note an element and its place."""
        super().element(kind, title, *also_kinds, **more)
        self.expected["elements"][-1]["at"] = [self.book.here]

    def indicator(self, title: str, baseline: str | None, target: str | None, **more: Any) -> None:
        """Note an indicator and its place."""
        super().indicator(title, baseline, target, **more)
        self.expected["indicators"][-1]["at"] = [self.book.here]


class WholeBook(Book):
    """Lines by part: the body is written first, what repeats it afterwards."""

    def __init__(self, random: Random, content: Content) -> None:
        super().__init__(random, content)
        self.noted = self.page = Noted(self)
        self.parts: dict[str, list[_Line]] = {}
        self.running: dict[str, list[str]] = {}
        self.listed: dict[str, list[Entry]] = {}
        self._part = ""
        self.part_form = random.choice(_PARTS)
        self.chapter_form = random.choice(_CHAPTERS)
        self.section_form = _unlike(random, _SECTIONS, self.chapter_form)
        self.item_form = _unlike(random, _ITEMS, self.chapter_form, self.section_form)
        #: Chapters go on from part to part, or begin again.
        self.on = random.random() < 0.2 and "一" not in self.chapter_form
        self._counts = {1: 0, 2: 0}

    @property
    def here(self) -> tuple[str, int]:
        """The place of the line that comes next."""
        return self._part, len(self._lines)

    def begin(self, name: str) -> None:
        """Begin a part; what was written before is kept under its name."""
        self.end()
        self._part, self._lines, self._goals, self.entries = name, [], [], []
        self.goal = ""

    def end(self) -> None:
        """Keep the part that was written."""
        if self._part:
            self.parts[self._part] = self._lines
            self.running[self._part] = self._goals
            self.listed[self._part] = self.entries
        if not self.on:
            self._counts = {1: 0, 2: 0}

    def opening(self, place: int, name: str) -> None:
        """Write the title of a part."""
        lines = f"{last(self.part_form)((place,))}{name}".split("\n")
        self.entry(lines, name, 0, "part")
        self.heading(*lines)
        self.goal = " ".join(lines)

    def chapter(self, name: str) -> None:
        """Write the title of a chapter, with the number that is due."""
        self._counts = {1: self._counts[1] + 1, 2: 0}
        lines = [last(self.chapter_form)((self._counts[1],)) + name]
        self.entry(lines, name, 1, "chapter")
        self.heading(*lines)
        self.goal = lines[0]

    def section(self, name: str) -> None:
        """Write the title of a section."""
        self._counts[2] += 1
        form = last(self.section_form)
        if self.section_form.startswith("1-1"):
            line = f"{self._counts[1] or 1}-{self._counts[2]} {name}"
        else:
            line = form((self._counts[2],)) + name
        self.entry([line], name, 2, "section")
        self.heading(line)

    def item(self, place: int, name: str) -> None:
        """Write the title of an item of a section."""
        self.heading(last(self.item_form)((place,)) + name, gap=False)

    def assembled(self, order: list[str]) -> Page:
        """Put the parts into their order, part them into pages, and place the elements."""
        self.end()
        offsets: dict[str, int] = {}
        lines: list[_Line] = []
        running: list[str] = []
        for name in order:
            offsets[name] = len(lines)
            lines += self.parts.get(name, [])
            running += self.running.get(name, [])
        self._lines, self._goals = lines, running
        self.page, noted = Page(), self.page
        self.page.expected = noted.expected
        self.placed: list[int] = []
        self.finish()
        texts = [line.text for line in lines]
        for one in [*noted.expected["elements"], *noted.expected["indicators"]]:
            found = [_found(texts, offsets[part] + line, one["title"]) for part, line in one["at"]]
            one["at"] = [self.placed[place] for place in found]
        return self.page

    def finish(self) -> Page:
        """Write the pages; ``placed`` holds where each line of the book came to stand."""
        number, since = 1, 0
        for place, line in enumerate(self._lines):
            self.placed.append(len(self.page.lines))
            self.page.write(line.text)
            since += 1
            if self._foot and since >= self._length and not line.kept:
                self._turn(number, self._goals[place])
                number, since = number + 1, 0
        return self.page

    def repeat(self, title: str) -> None:
        """Note that the line that comes next names an element that stands elsewhere."""
        for one in self.noted.expected["elements"]:
            if one["title"] == title:
                one["at"].append(self.here)


def _found(texts: list[str], at: int, title: str) -> int:
    """The line near ``at`` on which a title begins."""
    near = sorted(range(max(0, at - 9), min(len(texts), at + 30)), key=lambda one: abs(one - at))
    for place in near:
        joined = "".join(text.strip() for text in texts[place : place + 3])
        if 0 <= joined.find(title) < len(texts[place].strip()):
            return place
    return min(at, len(texts) - 1)


def _unlike(random: Random, forms: tuple[str, ...], *taken: str) -> str:
    """Draw a form whose number looks like none of those that are taken."""
    plain = {one.strip(" 　.．").replace("１", "1") for one in taken}
    free = [one for one in forms if one.strip(" 　.．").replace("１", "1") not in plain]
    return random.choice(free)
