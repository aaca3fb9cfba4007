"""Contents pages whose pages stand before their titles, as magazines do: 28　1-1　子育て支援."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.contents_forms import HEADS, Line, Scheme, back, front, note
from layouts.page import Page

#: How a page is printed before its title, and what stands between.
_PAGES = ("{:02}", "{:02}", "{}", "P.{}", "p{}", "P{:02}", "{:03}")
_BETWEEN = ("　", " ", "  ", "\t", "　　", " | ", "　…　")
#: Parts of a plan besides its goals, with levels that count by words of their own.
_PARTS = ("戦略", "重点プロジェクト", "重点戦略", "プロジェクト", "柱", "リーディングプロジェクト")
_PART_TITLES = (
    "まち・ひと・しごと創生総合戦略", "重点戦略", "重点プロジェクト", "リーディングプロジェクト",
    "地方創生の取組",
)  # fmt: skip


class _Entries:
    """What the page lists: front, goals and what is below, a part besides, annex."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random = random
        self.page = Page()
        scheme = Scheme(random, worded=True)
        before = front(random, scheme) if random.random() < 0.8 else []
        least, most = (2, 3) if len(scheme.kinds) > 2 else (2, 5)
        plan = scheme.lines(content.tree(scheme.kinds, least, most), depth=1)
        behind = back(random) if random.random() < 0.7 else []
        self.lines = [*before, *plan, *self._part(content), *behind]
        note(self.page, self.lines)
        #: Lines that stand above what they hold may have no page.
        self.upper = random.random() < 0.5
        self.first = random.choice((1, 2, 4))

    def _part(self, content: Content) -> list[Line]:
        if self.random.random() < 0.5:
            return []
        word, between = self.random.choice(_PARTS), self.random.choice(("　", " ", "："))
        head = self.random.choice(("第{}章", "第{}部", "")).format(self.random.randint(3, 5))
        kind = "policy" if word in ("戦略", "重点戦略", "柱") else "project"
        also = {"policy": ("goal", "project", "measure"), "project": ("policy", "goal", "measure")}
        found = [Line(0, head, "　" if head else "", self.random.choice(_PART_TITLES))]
        for number in range(1, self.random.randint(3, 5)):
            node = content.node("policy")
            kinds = (kind, *also[kind])
            found.append(Line(1, f"{word}{number}", between, node.title, node, kinds))
        return found

    def paged(self) -> list[tuple[str, Line]]:
        """Return the entries, each with its page; those that hold others may have none."""
        form, page = self.random.choice(_PAGES), self.first
        found: list[tuple[str, Line]] = []
        for line, after in zip(self.lines, [*self.lines[1:], None], strict=True):
            holds = after is not None and after.depth > line.depth
            found.append(("" if holds and self.upper else form.format(page), line))
            page += self.random.choice((1, 2, 2, 4)) if not holds else 0
        return found


def ahead(random: Random, content: Content) -> Page:
    """A title a line, its page before it."""
    entries = _Entries(random, content)
    between, blank = random.choice(_BETWEEN), random.random() < 0.5
    entries.page.write(random.choice(HEADS), "")
    for page, line in entries.paged():
        if blank and not page:
            entries.page.write("")
        entries.page.write(f"{page}{between}{line.text}" if page else line.text)
    return entries.page


def above(random: Random, content: Content) -> Page:
    """Pages on lines of their own, each above its title or below it."""
    entries = _Entries(random, content)
    below = random.random() < 0.4
    entries.page.write(random.choice(HEADS[:-1]), "")
    for page, line in entries.paged():
        both = [line.text, page] if below else [page, line.text]
        entries.page.write(*(one for one in both if one))
    return entries.page


def one_row(random: Random, content: Content) -> Page:
    """The whole page on one row."""
    entries = _Entries(random, content)
    entries.upper = random.random() < 0.3
    space = random.choice((" ", "　"))
    words = [random.choice(HEADS[:-1])]
    for page, line in entries.paged():
        words += [one for one in (page, line.text) if one]
    entries.page.write(space.join(words))
    return entries.page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "ahead": ahead, "above": above, "one_row": one_row,
}  # fmt: skip
