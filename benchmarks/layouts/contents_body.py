"""Body text of a plan as lines that know what they say, for pages on one row and for excerpts."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from layouts.content import Content, Node
from layouts.contents_forms import Line, Scheme, broken, sections
from layouts.page import Page

_LABELS = {
    "now": ("現状と課題", "現状と課題", "現況と課題", "現状・課題", "背景と課題"),
    "way": ("基本方針", "施策の方向", "施策の方針", "取組方針", "施策の基本方針", "施策の目的"),
    "work": ("主な取組", "主な事業", "主要事業", "具体的な取組", "主な取り組み", "施策の内容"),
    "part": ("施策の展開", "施策の体系", "取組内容", "施策の方向性"),
}  # fmt: skip
_DRESS = ("{}", "【{}】", "■{}", "■ {}", "◆{}", "●{}", "＜{}＞", "〔{}〕", "《{}》", "▼{}")
_MARKS = ("・", "○", "●", "◇", "■", "▶", "・", "◎", "□")


class Entry(NamedTuple):
    """Lines that belong together, and the elements on them: kinds and title."""

    lines: list[str]
    elements: list[tuple[tuple[str, ...], str]] = []  # noqa: RUF012


class Body:
    """The body of one plan: how it counts, what every measure has, how wide its lines are."""

    def __init__(self, random: Random, content: Content, wide: bool = False) -> None:
        self.random, self.content = random, content
        self.scheme = Scheme(random, random.choice((2, 2, 3)))
        self.width = 10_000 if wide else random.randint(30, 45)
        parts = random.choice(
            (("now", "way"), ("now", "way", "work"), ("now", "work"), (), (), ("way", "work"),
             ("now", "part"), ("now", "way", "part", "work"))
        )  # fmt: skip
        self.labels = {part: random.choice(_LABELS[part]) for part in parts}
        if self.labels.get("way") == self.labels.get("part"):
            self.labels.pop("part", None)
        self.dress = random.choice(_DRESS)
        self.mark = random.choice(_MARKS)
        self.spread = random.random() < 0.4
        self.parts = Scheme(random, 2)
        self.blank = random.random() < 0.3

    def entries(self, most: int = 3) -> list[Entry]:
        """Return the body from its first goal on."""
        return self._below(self.content.tree(self.scheme.kinds, 2, most), ())

    def _below(self, nodes: list[Node], above: tuple[int, ...]) -> list[Entry]:
        found: list[Entry] = []
        for place, node in enumerate(nodes, 1):
            line = self.scheme.line(node, (*above, place))
            found.append(Entry([line.text], [(line.kinds, line.title)]))
            if node.children:
                if self.random.random() < 0.4:
                    found.append(self._told(node, 1, 2))
                found += self._below(node.children, (*above, place))
            else:
                found += self._measure(node)
        return found

    def _told(self, node: Node, least: int, most: int) -> Entry:
        count = self.random.randint(least, most)
        sentences = self.content.sentences(node.subject, count)
        paragraphs = sentences if self.spread else ["".join(sentences)]
        return Entry([line for one in paragraphs for line in broken("　" + one, self.width)])

    def _measure(self, node: Node) -> list[Entry]:
        """Return what stands below the title of a measure: labels and their parts, or sentences."""
        if not self.labels:
            return [self._told(node, 1, 4)]
        found: list[Entry] = []
        for part, label in self.labels.items():
            found.append(Entry([self.dress.format(label)]))
            if part in ("now", "way"):
                found.append(self._told(node, 1, 3))
            else:
                found += self._list(node, part)
        if self.blank:
            found.append(Entry([""]))
        return found

    def _list(self, node: Node, part: str) -> list[Entry]:
        """Return a list of projects, or numbered directions with a sentence each."""
        found: list[Entry] = []
        kinds = ("direction", "project", "measure")
        for place in range(1, self.random.randint(2, 4) + 1):
            child = self.content.node("direction" if part == "part" else "project")
            mark = f"（{place}）" if part == "part" else self.mark
            found.append(Entry([f"{mark}{child.title}"], [(kinds, child.title)]))
            if part == "part":
                found.append(self._told(child, 1, 2))
        return found


def about(random: Random, content: Content, width: int) -> list[Entry]:
    """Return a chapter that tells about the plan: no elements."""
    node = content.node("measure")
    lines: list[Line] = sections(("計画策定の趣旨", "計画の期間"), "{n}", 0)
    found: list[Entry] = []
    for line in lines:
        text = "".join(content.sentences(node.subject, random.randint(1, 3)))
        found.append(Entry([line.text, *broken("　" + text, width)]))
    return found


def written(page: Page, entries: list[Entry]) -> Page:
    """Write entries as they are."""
    for entry in entries:
        page.write(*entry.lines)
        told(page, entry)
    return page


def told(page: Page, entry: Entry) -> None:
    """Note the elements of an entry."""
    for (kind, *others), title in entry.elements:
        page.element(kind, title, *others)
