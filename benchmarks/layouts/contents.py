"""Contents pages (目次) as text extraction leaves them: leaders, pages in every place, two columns.

What a page lists besides goals and measures (序論, 計画策定の趣旨, 資料編) is no element.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.contents_forms import HEADS, Line, broken, entries, note
from layouts.page import Page

_LEADERS = (
    "…", "・", ".", ". ", "‥", "･", "·", " ・", "－", "…", "⋯", "─",
)  # fmt: skip
_PAGES = ("{}", "{}", "{}", "P{}", "P.{}", "p{}", "({})", "{} ", "{}ページ")


def _numbered(random: Random, lines: list[Line]) -> list[tuple[Line, int]]:
    """Give the entries their pages: they rise, several on one page or many pages apart."""
    page = random.randint(1, 4)
    most = random.choice((2, 4, 8))
    found = []
    for line in lines:
        found.append((line, page))
        page += random.randint(0, most)
    return found


def _page(random: Random, content: Content) -> Page:
    page = Page()
    if random.random() < 0.5:
        page.write(content.title)
    if head := random.choice(HEADS):
        page.write(head, *random.choice(((), ("",))))
    return page


def _form(random: Random) -> Callable[[int], str]:
    """Return how the numbers of pages are printed."""
    form = random.choice(_PAGES)
    wide = random.random() < 0.25
    digits = str.maketrans("0123456789", "０１２３４５６７８９")
    return lambda page: form.format(str(page).translate(digits) if wide else page)


def _indent(random: Random) -> Callable[[int], str]:
    letter = random.choice(("", "", "　", "  ", " "))
    return lambda depth: letter * depth


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def leaders(random: Random, content: Content) -> Page:
    """Titles, leaders of one sort, pages; a part's title may have no page."""
    page, lines = _page(random, content), entries(random, content)
    printed, indent = _form(random), _indent(random)
    leader = random.choice(_LEADERS)
    gap = random.choice(("", " ", "　"))
    steady = random.choice((0, 0, 12, 30))
    bare = random.random() < 0.4
    blank = random.random() < 0.3
    for line, number in _numbered(random, lines):
        text = indent(line.depth) + line.text
        if blank and not line.depth:
            page.write("")
        if bare and not line.depth and len(lines) > 8:
            page.write(text)
            continue
        room = steady or max(4, (70 - _width(text)) // _width(leader))
        page.write(f"{text}{gap}{leader * room}{gap}{printed(number)}")
    note(page, lines)
    return page


def beside(random: Random, content: Content) -> Page:
    """No leaders: a space, a tab or a wide gap before the page; its number may be lost."""
    page, lines = _page(random, content), entries(random, content)
    printed, indent = _form(random), _indent(random)
    gap = random.choice((" ", "　", "\t", "    ", "　　　", ""))
    lost = random.random() < 0.2
    leader = random.choice(("……………", "・・・・・・", "")) if lost else ""
    for line, number in _numbered(random, lines):
        text = indent(line.depth) + line.text
        if gap == "" and not lost:
            room = max(2, 64 - _width(text))
            page.write(text + " " * room + printed(number))
        else:
            page.write(text + leader + ("" if lost else gap + printed(number)))
    note(page, lines)
    return page


def apart(random: Random, content: Content) -> Page:
    """The page stands on a line of its own: below its title, before it, or all at the end."""
    page, lines = _page(random, content), entries(random, content)
    printed = _form(random)
    where = random.choice(("below", "below", "before", "end"))
    leader = random.choice(("", "", "……………………", "・・・・・・・・・・", "..........."))
    numbered = _numbered(random, lines)
    for line, number in numbered:
        if where == "before":
            page.write(printed(number), line.text)
        else:
            page.write(line.text + leader, *([printed(number)] if where == "below" else []))
    if where == "end":
        page.write(*(printed(number) for _, number in numbered))
    note(page, lines)
    return page


def columns(random: Random, content: Content) -> Page:
    """Two columns side by side: the left half of the page holds the first half of the entries."""
    page, lines = _page(random, content), entries(random, content)
    printed = str
    leader = random.choice(("…", "・", ".", " "))
    numbered = _numbered(random, lines)
    half = (len(numbered) + 1) // 2
    texts = []
    for line, number in numbered:
        room = max(3, (46 - _width(line.text)) // _width(leader))
        texts.append(f"{line.text}{leader * room}{printed(number)}")
    left, right = texts[:half], texts[half:]
    edge = max(_width(one) for one in left) + random.randint(2, 6)
    for place, text in enumerate(left):
        other = right[place] if place < len(right) else ""
        page.write((text + " " * (edge - _width(text)) + other).rstrip())
    note(page, lines)
    return page


def wrapped(random: Random, content: Content) -> Page:
    """A narrow page: long titles go on in a second line, which leads to the page."""
    page, lines = _page(random, content), entries(random, content)
    printed, indent = _form(random), _indent(random)
    leader = random.choice(("…", "・", ".", "･"))
    width = random.randint(16, 24)
    hanging = random.choice(("", "　　", "      "))
    for line, number in _numbered(random, lines):
        *above, last = broken(line.text, width)
        last = (hanging if above else "") + last
        page.write(*(indent(line.depth) + one for one in above))
        page.write(indent(line.depth) + last + leader * random.randint(5, 20) + printed(number))
    note(page, lines)
    return page


def coded(random: Random, content: Content) -> Page:
    """Codes on lines of their own, their titles and pages below, as cells are extracted."""
    page, lines = _page(random, content), entries(random, content)
    printed = _form(random)
    leader = random.choice(("…………", "・・・・・・・", " ", "\n"))
    for line, number in _numbered(random, lines):
        if line.code and line.title:
            page.write(line.code.rstrip())
        page.write(*f"{line.title or line.code}{leader}{printed(number)}".split("\n"))
    note(page, lines)
    return page


def marked(random: Random, content: Content) -> Page:
    """Goals with a number, measures with a mark or an indent only, as small towns print."""
    page = _page(random, content)
    word = random.choice(("基本目標", "政策", "第{}章", "目標", "柱", "分野"))
    kind = {"政策": "policy"}.get(word, "goal")
    mark = random.choice(("○", "●", "・", "■", "◇", "◆", "▶"))
    leader = random.choice(("………………", "・・・・・・・・・・", "  ", "．．．．．．．", "\t"))
    number, step = random.randint(5, 20), random.choice((1, 2, 4))
    between = random.choice(("　", " ", "：", "　「{}」"))
    for place, goal in enumerate(content.tree((kind, "measure"), 2, 6), 1):
        code = word.format(place) if "{}" in word else f"{word}{place}"
        title = between.format(goal.title) if "{}" in between else between + goal.title
        page.write(f"{code}{title}{leader}{number}")
        page.element(kind, goal.title, "policy", "goal")
        for measure in goal.children:
            page.write(f"　{mark}{measure.title}{leader}{number}")
            page.element("measure", measure.title, "policy", "direction", "project")
            number += step
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "leaders": leaders, "beside": beside, "apart": apart, "columns": columns,
    "wrapped": wrapped, "coded": coded, "marked": marked,
}  # fmt: skip
