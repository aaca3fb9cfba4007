"""Pages of a plan as a crawl of the web keeps them: what extraction makes of lines, heads, tables.

A sheet is a run of blocks (titles, paragraphs, items, tables, edges of pages); each layout is one
manner in which a text of them comes back: lines as printed, paragraphs on one row each with a space
where lines ended, the page on one row, narrow columns, an empty line behind each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts.body_words import drawn, long_goals, vision
from layouts.content import Content, Node
from layouts.content_indicators import Measures
from layouts.page import Page
from plangraph.reading.recovery.layout import width_of

_ROMAN, _RINGED = "ⅠⅡⅢⅣⅤⅥⅦⅧ", "①②③④⑤⑥⑦⑧⑨⑩"
#: Words or marks before titles, level by level; {a}, {b} and {c} are numbers of the three levels.
_SCHEMES = (
    ("基本目標{a} ", "施策{a}-{b} ", "（{c}）"),
    ("基本目標{ra}　", "施策{b} ", "{oc}"),
    ("第{a}章　", "第{b}節　", "（{c}）"),
    ("政策{a} ", "施策{a}-{b} ", "{oc} "),
    ("目標{a}：", "{a}-{b} ", "・"),
    ("{a}. ", "({b}) ", "{oc}"),
    ("【基本目標{a}】", "【施策{b}】", "○"),
    ("基本方針{a}　", "基本施策{a}-{b}　", "取組{c} "),
    ("{a} ", "{a}-{b} ", "{a}-{b}-{c} "),
    ("政策目標{a} ", "施策の柱{b} ", "◆"),
    ("第{a}節 ", "{b}．", "（{c}）"),
    ("柱{a}　", "施策{a}－{b}　", "{oc}　"),
    ("分野{a}：", "施策{b}：", "・"),
)
_DRESS = ("【{}】", "■{}", "{}", "＜{}＞", "◆{}", "◎{}", "〔{}〕", "▼{}", "●{}", "［{}］")
_STATE = ("目指す姿", "めざす姿", "10年後の姿", "施策の目標", "基本方針")
_ISSUES = ("現状と課題", "現況と課題", "現状・課題", "施策を取り巻く現状", "背景と課題")
_ACTS = ("施策の方向", "主な取組", "施策の展開", "取組方針", "施策の内容", "主な施策", "基本事業")
_MEASURED = ("成果指標", "数値目標", "まちづくり指標", "目標指標", "指標", "主な指標")
_ALSO = {"goal": ("policy",), "measure": ("policy", "direction"),
         "direction": ("measure", "project"), "vision": ("philosophy",)}  # fmt: skip
_OPENERS, _CLOSERS = "（「『【", "、。）」』】ー"


class Block(NamedTuple):
    """Something on a page: ``title``, ``label``, ``text``, ``item``, ``row`` or ``edge``."""

    sort: str
    text: str


class Sheet:
    """Writes a part of a plan as blocks."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random, self.content, self.page = random, content, Page()
        self.blocks: list[Block] = []
        self.scheme = random.choice(_SCHEMES)
        self.dress = random.choice(_DRESS)
        self.words = [random.choice(one) for one in (_STATE, _ISSUES, _ACTS, _MEASURED)]
        self.shown = [random.random() < share for share in (0.5, 0.8, 0.8, 0.5)]
        self.acts, self.told = random.random() < 0.8, random.random() < 0.7
        self.first = random.randint(20, 80)
        self.head = random.choice((content.title, f"第{random.randint(2, 4)}部　基本計画", "",
                                   f"{content.title}　基本計画", "前期基本計画"))  # fmt: skip
        self.foot = random.choice(("{}", "- {} -", "{}ページ", "－{}－", "{} " + content.title))

    def write(self) -> Sheet:
        """Write a vision now and then, and one to three goals with their measures."""
        goals = self.content.tree(("goal", "measure", "direction"), 1, 3)
        long = long_goals(self.random) if self.random.random() < 0.3 else []
        if self.random.random() < 0.15:
            text = "".join(vision(self.content)).replace(" ", "、")
            self.blocks += [Block("label", self.dress.format("将来像")), Block("text", text)]
            self.page.element("vision", text, "philosophy")
        start = self.random.randint(1, 3)
        for a, goal in enumerate(goals, start):
            title = "".join(long[a]) if long else goal.title
            self.titled(goal._replace(title=title), 0, a, 0, 0)
            if self.random.random() < 0.5:
                self.sentences(goal, 1, 2)
            for b, measure in enumerate(goal.children, 1):
                self.measure(measure, a, b)
        return self

    def titled(self, node: Node, level: int, a: int, b: int, c: int) -> None:
        """Write a title behind its number."""
        code = self.scheme[level].format(a=a, b=b, c=c, ra=_ROMAN[a - 1], oc=_RINGED[c - 1])
        self.blocks.append(Block("item" if level == 2 else "title", code + node.title))
        self.page.element(node.kind, node.title, *_ALSO[node.kind])

    def measure(self, node: Node, a: int, b: int) -> None:
        """Write a measure with its sections; pages end behind some."""
        self.titled(node, 1, a, b, 0)
        label = [self.dress.format(word) for word in self.words]
        if self.shown[0]:
            state = drawn(self.content, "ideals", node.subject, 1)[0]
            self.blocks += [Block("label", label[0]), Block("text", state)]
            self.page.element("ideal-state", state.rstrip("。"), "vision", optional=True)
        if self.shown[1]:
            self.blocks.append(Block("label", label[1]))
            self.sentences(node, 1, 3)
        if self.acts:
            if self.shown[2] or (self.shown[1] and not self._numbered()):
                self.blocks.append(Block("label", label[2]))
            for c, act in enumerate(node.children, 1):
                self.titled(act, 2, a, b, c)
                if self.told:
                    self.blocks.append(
                        Block("text", drawn(self.content, "aims", act.subject, 1)[0])
                    )
        if self.shown[3]:
            self.blocks.append(Block("label", label[3]))
            self.measured(node)
        if self.random.random() < 0.6:
            self.first += 1
            self.blocks.append(Block("edge", self.foot.format(self.first)))
            if self.head:
                self.blocks.append(Block("edge", self.head))

    def _numbered(self) -> bool:
        """Tell acts that say below a number what is done, so that no list of issues goes on."""
        return self.told and "c}" in self.scheme[2]

    def sentences(self, node: Node, least: int, most: int) -> None:
        """Write a paragraph."""
        count = self.random.randint(least, most)
        self.blocks.append(Block("text", "".join(self.content.sentences(node.subject, count))))

    def measured(self, node: Node) -> None:
        """Write a table of indicators."""
        measures = Measures(self.random, [])
        measures.words = measures.bounds = 0
        self.blocks.append(Block("row", "指標名\t現状値（R5）\t目標値（R11）"))
        for _ in range(self.random.randint(1, 3)):
            one = measures.draw(node.department)
            values = one.baseline + one.unit, one.target + one.unit
            self.blocks.append(Block("row", "\t".join((one.title, *values))))
            self.page.indicator(one.title, *values)


def _folded(text: str, width: int) -> list[str]:
    """Break a text as a page does: no line begins with a stop or ends with an opening bracket."""
    lines: list[str] = []
    while width_of(text) > 2 * width:
        end = next(end for end in range(width, len(text)) if width_of(text[: end + 1]) > 2 * width)
        while end > 1 and (text[end] in _CLOSERS or text[end - 1] in _OPENERS):
            end -= 1
        lines.append(text[:end])
        text = text[end:]
    return [*lines, text]


def _spaced(text: str) -> str:
    """Put spaces around figures, as fonts of two sorts on one line leave them."""
    return re.sub(r"(?<=[ぁ-んァ-ヶ一-龥])(\d+)(?=[ぁ-んァ-ヶ一-龥])", r" \1 ", text)


def _sheet(random: Random, content: Content) -> Sheet:
    sheet = Sheet(random, content).write()
    if random.random() < 0.3:
        sheet.blocks = [
            one if one.sort == "row" else Block(one.sort, _spaced(one.text)) for one in sheet.blocks
        ]
    return sheet


def _lines(sheet: Sheet, width: int, between: str = "\t") -> list[str]:
    """Return the lines of a sheet as they stand on paper."""
    indent = sheet.random.choice(("", "", "　"))
    lines: list[str] = []
    for one in sheet.blocks:
        text = (indent + one.text) if one.sort == "text" else one.text
        lines += [text.replace("\t", between)] if one.sort == "row" else _folded(text, width)
    return lines


def printed(random: Random, content: Content) -> Page:
    """Lines as printed; heads and feet of pages anywhere between them, cells a space apart."""
    sheet = _sheet(random, content)
    lines = _lines(sheet, random.randint(34, 46), random.choice((" ", "　", "  ")))
    if sheet.head and random.random() < 0.6:
        for place in range(random.randint(15, 30), len(lines), random.randint(30, 40)):
            sheet.first += 1
            lines[place:place] = [sheet.foot.format(sheet.first), sheet.head]
    sheet.page.write(*lines)
    return sheet.page


def double(random: Random, content: Content) -> Page:
    """An empty line behind each."""
    sheet = _sheet(random, content)
    width = random.randint(34, 46)
    sheet.page.write(*(part for line in _lines(sheet, width, " ") for part in (line, "")))
    return sheet.page


def joined(random: Random, content: Content) -> Page:
    """A row for each block, with a space where its lines ended."""
    sheet = _sheet(random, content)
    width, gap = random.randint(30, 44), random.choice((" ", " ", ""))
    sign = random.choice(("", "## ", "- "))
    for one in sheet.blocks:
        if one.sort == "row":
            sheet.page.write(one.text.replace("\t", " "))
            continue
        lead = sign if (one.sort == "title") == (sign == "## ") and one.sort != "text" else ""
        sheet.page.write(lead + gap.join(_folded(one.text, width)))
        if random.random() < 0.5:
            sheet.page.write("")
    return sheet.page


def narrow(random: Random, content: Content) -> Page:
    """Lines of a narrow column, titles broken as well."""
    sheet = _sheet(random, content)
    sheet.page.write(*_lines(sheet, random.randint(16, 24), "\n"))
    return sheet.page


def row(random: Random, content: Content) -> Page:
    """The page on one row, with a space where each line ended."""
    sheet = _sheet(random, content)
    lines = _lines(sheet, random.randint(32, 46), " ")
    sheet.page.write(random.choice((" ", " ", "　")).join(line.strip() for line in lines))
    return sheet.page


def blocks(random: Random, content: Content) -> Page:
    """The page on one row, with a space between its blocks alone."""
    sheet = _sheet(random, content)
    between = random.choice((" ", " ", "　", "  "))
    sheet.page.write(between.join(one.text.replace("\t", " ") for one in sheet.blocks))
    return sheet.page


def closed(random: Random, content: Content) -> Page:
    """The page on one row, nothing where lines ended."""
    sheet = _sheet(random, content)
    sheet.page.write("".join(one.text.replace("\t", " ") for one in sheet.blocks))
    return sheet.page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "printed": printed, "double": double, "joined": joined, "narrow": narrow,
    "row": row, "blocks": blocks, "closed": closed,
}  # fmt: skip
