"""What contents pages, charts and pages on one row share: codes of levels, and what is no element.

A ``Scheme`` is how one city counts its levels; a ``Line`` is one entry, whatever is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from layouts.content import Content, Node
from layouts.page import Page

#: Codes of the levels below each other, with the kinds that they announce; ``n``, ``m`` and ``k``
#: count the levels, ``r`` is the last of them in Roman numbers, ``c`` counts through the plan.
_SCHEMES: tuple[tuple[tuple[str, str], ...], ...] = (
    (("基本目標{n}", "goal"), ("施策{n}-{m}", "measure")),
    (("基本目標{r}", "goal"), ("{m}", "measure")),
    (("基本目標{n}", "goal"), ("({m})", "measure")),
    (("基本目標{n}", "goal"), ("施策{c}", "measure")),
    (("基本目標{n}", "goal"), ("基本施策{n}-{m}", "measure")),
    (("基本目標{r}", "goal"), ("施策{m}", "measure"), ("({k})", "direction")),
    (("基本目標{n}", "goal"), ("基本施策{m}", "measure"), ("{o}", "direction")),
    (("基本目標{n}", "goal"), ("{n}-{m}", "measure"), ("({k})", "direction")),
    (("基本目標{n}", "goal"), ("政策{n}-{m}", "policy"), ("施策{n}-{m}-{k}", "measure")),
    (("基本目標{r}", "goal"), ("政策{m}", "policy"), ("施策{k}", "measure")),
    (("まちづくりの目標{n}", "goal"), ("{n}-{m}", "measure")),
    (("まちづくりの柱{n}", "goal"), ("({m})", "measure")),
    (("目標{n}", "goal"), ("{m}.", "measure"), ("({k})", "direction")),
    (("政策{n}", "policy"), ("施策{n}-{m}", "measure")),
    (("基本政策{n}", "policy"), ("施策{n}{m:02}", "measure")),
    (("【基本目標{n}】", "goal"), ("{m}", "measure")),
    (("第{n}章", "goal"), ("第{m}節", "measure")),
    (("第{n}章", "goal"), ("第{m}節", "policy"), ("{k}", "measure")),
    (("第{n}章", "goal"), ("第{m}節", "policy"), ("({k})", "measure")),
    (("第{n}章", "goal"), ("第{m}節", "policy"), ("第{k}項", "measure")),
    (("第{n}章", "goal"), ("{m}", "measure"), ("({k})", "direction")),
    (("第{n}章", "goal"), ("{m}.", "measure")),
    (("第{n}章", "goal"), ("{n}-{m}", "measure")),
    (("{r}", "goal"), ("{m}", "measure"), ("({k})", "direction")),
    (("{n}", "goal"), ("({m})", "measure")),
    (("{n}", "goal"), ("({m})", "measure"), ("{o}", "direction")),
    (("{n}.", "goal"), ("{n}-{m}", "measure")),
    (("{n}", "goal"), ("{n}.{m}", "measure")),
    (("方針{n}", "policy"), ("{o}", "measure")),
    (("基本方針{n}", "policy"), ("({m})", "measure")),
)  # fmt: skip
#: Kinds that are as right: a level without a word is read by its place.
_ALSO = {
    "goal": ("policy",), "policy": ("goal", "measure"), "measure": ("policy", "direction"),
    "direction": ("project", "measure"), "project": ("direction", "measure"),
}  # fmt: skip
_ROMAN, _RINGED = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WIDE = str.maketrans("0123456789()-.", "０１２３４５６７８９（）－．")
_WIDE_BRACKETS = str.maketrans("()", "（）")
#: Chapters that every plan has: nothing that the place wants to do.
ABOUT = (
    "計画策定の趣旨", "計画の位置づけ", "計画の構成と期間", "計画の期間", "策定の背景と目的",
    "市を取り巻く状況", "社会経済情勢の変化", "人口の推移と見通し", "まちの現状と課題",
    "位置と地勢",
    "市民アンケートの結果", "財政の状況", "土地利用の考え方", "前期計画の検証", "時代の潮流",
    "SDGsとの関係", "計画の推進体制", "進行管理", "将来人口",
)  # fmt: skip
_BACK = (
    "策定の経過", "策定体制", "審議会委員名簿", "諮問書", "答申書", "用語解説", "審議会条例",
    "市民ワークショップの概要", "パブリックコメントの結果", "関連計画一覧", "指標一覧",
)  # fmt: skip
HEADS = ("目次", "目　次", "目 次", "もくじ", "目次", "CONTENTS", "【目次】", "")


class Line(NamedTuple):
    """An entry of a page: how deep, its code, what stands between, its title, what it is."""

    depth: int
    code: str
    between: str
    title: str
    node: Node | None = None
    kinds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return f"{self.code}{self.between}{self.title}"


class Scheme:
    """How one city counts its levels, and what it prints between number and title."""

    def __init__(self, random: Random, levels: int = 0, worded: bool = False) -> None:
        fit = [
            one for one in _SCHEMES
            if levels in (0, len(one)) and not (worded and one[0][0][0] in "{第")
        ]  # fmt: skip
        self.levels = random.choice(fit)
        self.kinds = tuple(kind for _, kind in self.levels)
        self._table = random.choice(({}, {}, _WIDE, _WIDE, _WIDE_BRACKETS))
        self._between = [self._gap(random, template) for template, _ in self.levels]
        self._count = 0

    @property
    def chaptered(self) -> bool:
        """Tell a plan that calls its goals chapters."""
        return self.levels[0][0].startswith("第")

    def _gap(self, random: Random, template: str) -> str:
        if template[0] in "{(" or template.startswith("第"):
            return "　" if template[-1] not in ".)}" else random.choice((" ", "　", "　"))
        return random.choice((" ", "　", "　", "：", "", "  "))

    def code(self, numbers: tuple[int, ...]) -> str:
        """Return the code of an element by its number on every level."""
        template = self.levels[len(numbers) - 1][0]
        self._count += len(numbers) == 2
        n, m, k = (*numbers, 0, 0)[:3]
        last = numbers[-1]
        return template.format(
            n=n, m=m, k=k, c=self._count, r=_ROMAN[last - 1], o=_RINGED[last - 1]
        ).translate(self._table)

    def line(self, node: Node, numbers: tuple[int, ...], depth: int = 0) -> Line:
        """Return the entry of an element."""
        place = len(numbers) - 1
        kind = self.kinds[place]
        gap = self._between[place]
        code = self.code(numbers)
        if not gap and code[-1].isdigit() and node.title[0].isdigit():
            gap = "　"
        return Line(depth + place, code, gap, node.title, node, (kind, *_ALSO[kind]))

    def lines(self, nodes: list[Node], above: tuple[int, ...] = (), depth: int = 0) -> list[Line]:
        """Return the entries of elements and of all below them, in the order of the plan."""
        found: list[Line] = []
        for place, node in enumerate(nodes, 1):
            numbers = (*above, place)
            found.append(self.line(node, numbers, depth))
            found += self.lines(node.children, numbers, depth)
        return found


def note(page: Page, lines: Iterable[Line]) -> None:
    """Note the elements among entries."""
    for line in lines:
        if line.node is not None:
            kind, *others = line.kinds
            page.element(kind, line.title, *others)


def sections(names: Iterable[str], template: str, depth: int) -> list[Line]:
    """Return entries of sections that are no elements."""
    return [
        Line(depth, template.format(n=place), "　", name) for place, name in enumerate(names, 1)
    ]


def front(random: Random, scheme: Scheme) -> list[Line]:
    """Return what a contents page names before the goals: parts, why there is a plan."""
    about = random.sample(ABOUT, random.randint(2, 6))
    below = random.choice(("{n}", "{n}.", "({n})", "第{n}節", ""))
    part = random.choice(("第{n}編", "第{n}部", "{R}", ""))
    if scheme.chaptered and part:
        below = random.choice(("第{n}章", "第{n}章", "{n}"))
    names = random.choice(
        (("序論", "基本構想", "基本計画"), ("総論", "基本計画"), ("序論", "各論"))
    )
    found: list[Line] = []
    if not part:
        head = random.choice(("序章", "はじめに", "序論", "第1部" if scheme.chaptered else "序論"))
        gap, title = ("　", "計画の概要") if head in ("序章", "第1部") else ("", "")
        found.append(Line(0, head, gap, title))
        return found + sections(about, below, 1)
    for place, name in enumerate(names, 1):
        code = part.format(n=place, R=_ROMAN[place - 1])
        found.append(Line(0, code, "　", name))
        if place == 1:
            found += sections(about, below, 1)
        elif place < len(names):
            told = random.sample(("まちづくりの基本理念", "将来像", "将来人口", "土地利用"), 2)
            found += sections(told, below, 1)
    return found


def back(random: Random) -> list[Line]:
    """Return what a contents page names behind the goals."""
    head = random.choice(("資料編", "資料編", "参考資料", "付属資料", "巻末資料"))
    names = random.sample(_BACK, random.randint(1, 5))
    below = random.choice(("{n}", "{n}.", "({n})", "", "資料{n}"))
    return [Line(0, head, "", ""), *sections(names, below, 1)]


def entries(random: Random, content: Content, levels: int = 0) -> list[Line]:
    """Return what a contents page lists, from the first page to the last."""
    scheme = Scheme(random, levels)
    least, most = (2, 3) if len(scheme.kinds) > 2 else (2, 5)
    plan = scheme.lines(content.tree(scheme.kinds, least, most), depth=1)
    before = front(random, scheme) if random.random() < 0.8 or scheme.chaptered else []
    behind = back(random) if random.random() < 0.7 else []
    return [*before, *plan, *behind]


def broken(text: str, width: int) -> list[str]:
    """Return a text in lines as wide as a cell or a page; none begins with a stop."""
    found: list[str] = []
    while len(text) > width:
        end = width + 1 if text[width] in "、。）」』・" else width
        found.append(text[:end])
        text = text[end:]
    return [*found, text] if text else found
