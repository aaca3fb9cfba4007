"""Charts whose head names the levels and whose boxes above stand once, and contents pages of books.

The box of a goal stands on the row of its first measure, or in the middle of them; titles are
broken in narrow boxes; numbers of SDGs stand beside; columns come one after another.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.contents_flat import NAMES, chart, parted
from layouts.contents_forms import ABOUT, Line, Scheme, back, broken, note, sections
from layouts.page import Page

_HEADS = {
    "goal": ("基本目標", "まちづくりの目標", "政策目標", "目標", "まちづくりの柱"),
    "policy": ("政策", "基本方針", "基本政策", "施策の柱"),
    "measure": ("施策", "基本施策", "主要施策", "個別施策"),
    "direction": ("施策の方向", "取組の方向", "主な取組", "施策の展開"),
}  # fmt: skip
_GOALS = (
    "貧困をなくそう", "飢餓をゼロに", "すべての人に健康と福祉を", "質の高い教育をみんなに",
    "ジェンダー平等を実現しよう", "安全な水とトイレを世界中に",
)  # fmt: skip
#: How goals are printed that have no number.
_FORMS = (
    "【{}】", "基本目標　{}", "■{}", "＜{}＞", "基本目標：{}", "◆{}", "《{}》", "基本目標\n{}",
    "目標 {}", "≪{}≫", "●{}", "基本目標「{}」",
)  # fmt: skip


def _heads(random: Random, kinds: tuple[str, ...]) -> list[str]:
    return [random.choice(_HEADS[kind]) for kind in kinds]


def _kinds(lines: list[Line]) -> tuple[str, ...]:
    depths = {line.depth: line.kinds[0] for line in lines}
    return tuple(depths[depth] for depth in sorted(depths))


def _page(random: Random) -> Page:
    page = Page()
    name = random.choice(NAMES)
    page.write(*([name] if name else []))
    return page


def _tree(random: Random, content: Content, levels: int = 0) -> list[Line]:
    """Draw the entries of a chart, in some plans of only one level with numbers, or of none."""
    lines = chart(random, content, levels)
    bare = random.choice(((), (), (0,), (1,), (0, 1, 2)))
    return [line._replace(code="", between="") if line.depth in bare else line for line in lines]


def parents_once(random: Random, content: Content) -> Page:
    """A head row names the levels; a goal stands once, before its first measure or amid them."""
    lines = _tree(random, content, 2)
    page = _page(random)
    gap = random.choice((" | ", "\t", "    ", "　　", "　", "|"))
    if random.random() < 0.85:
        page.write(gap.join(_heads(random, _kinds(lines))))
    amid = random.random() < 0.4 and gap != "　"
    groups: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if not line.depth:
            groups.append((line, []))
        else:
            groups[-1][1].append(line)
    width = max(len(goal.text) for goal, _ in groups)
    for goal, below in groups:
        at = (len(below) - 1) // 2 if amid else 0
        for place, measure in enumerate(below):
            left = goal.text if place == at else ""
            if not gap.strip(" 　"):
                left += "　" * (width - len(left)) if len(gap) > 1 else ""
                page.write(
                    left + gap + measure.text if left.strip() else f"{left}{gap}{measure.text}"
                )
            else:
                page.write(left + gap + measure.text)
    note(page, lines)
    return page


def columns_after(random: Random, content: Content) -> Page:
    """All goals, then all policies, then all measures, each column below its head or below none."""
    lines = _tree(random, content)
    page = _page(random)
    heads = _heads(random, _kinds(lines))
    coded = all(line.code for line in lines)
    how = random.choice(("each", "each", "first", "none")) if coded else "each"
    if how == "first":
        page.write(*heads)
    mark = random.choice(("", "", "・", "○"))
    for depth, head in enumerate(heads):
        if how == "each":
            page.write(random.choice(("{}", "【{}】", "■{}")).format(head))
        page.write(*((line.text if line.code else mark + line.text)
                     for line in lines if line.depth == depth))  # fmt: skip
    note(page, lines)
    return page


def beside_sdgs(random: Random, content: Content) -> Page:
    """Numbers, names or marks of SDGs stand beside the boxes, or below them."""
    lines = chart(random, content)
    page = _page(random)
    last = max(line.depth for line in lines)
    at = random.choice((0, last))
    form = random.choice(
        ("　{}", "  {}", " SDGs：{}", "\t{}", "\n{}", "　【SDGs {}】", "\nSDGs {}")
    )
    between = random.choice((" ", "、", ",", "・", "　"))
    named = random.random() < 0.3 and "\n" in form
    if random.random() < 0.5:
        page.write("　".join([*_heads(random, _kinds(lines)), "SDGs"]))
    for line in lines:
        text = line.text
        if line.depth == at:
            drawn = sorted(random.sample(range(1, 18), random.randint(1, 5)))
            numbers = between.join(map(str, drawn))
            if named:
                numbers = "\n".join(
                    f"{one} {_GOALS[one - 1]}" for one in drawn if one <= len(_GOALS)
                )
            text += form.format(numbers) if numbers else ""
        page.write(*text.split("\n"))
    note(page, lines)
    return page


def narrow(random: Random, content: Content) -> Page:
    """Titles broken over two lines of narrow boxes, the number on the first or above."""
    lines = chart(random, content)
    page = _page(random)
    width = random.randint(9, 16)
    above = random.random() < 0.3
    hanging = random.choice(("", "", "　", "　　"))
    head = random.random() < 0.5
    if head:
        page.write(*random.choice((_heads(random, _kinds(lines)),
                                   ["　".join(_heads(random, _kinds(lines)))])))  # fmt: skip
    blank = random.random() < 0.3
    for line in lines:
        first, *more = broken(line.title, width)
        page.write(*([line.code, first] if above else [line.code + line.between + first]))
        page.write(*(hanging + one for one in more), *([""] if blank else []))
    note(page, lines)
    return page


def listed(random: Random, content: Content) -> Page:
    """A goal in a bracket or behind its word alone, a title without number or mark a line below."""
    page = _page(random)
    form = random.choice(_FORMS)
    blank = random.random() < 0.6
    indent = random.choice(("", "", "　", "　　"))
    mark = random.choice(("", "", "・", "○", "-", "◇"))
    for goal in parted(random, content.tree(("goal", "measure"), 3, 5), 0.3):
        page.write(*form.format(goal.title).split("\n"))
        page.element("goal", goal.title, "policy", "measure")
        for measure in goal.children:
            page.write(indent + mark + measure.title)
            page.element("measure", measure.title, "policy", "direction", "project")
        page.write(*([""] if blank else []))
    return page


def book(random: Random, content: Content) -> Page:
    """Contents of a book: chapters about the plan, one that holds it, what is at the end."""
    page = Page()
    page.write(random.choice(("目次", "目　次", "もくじ", "CONTENTS", "")))
    scheme = Scheme(random, worded=random.random() < 0.7)
    while scheme.chaptered:
        scheme = Scheme(random)
    deep = len(scheme.kinds) > 2
    plan = scheme.lines(parted(random, content.tree(scheme.kinds, 2, 3 if deep else 4), 0.2), (), 1)
    part = random.choice(("第{n}章", "第{n}章", "{R}", "第{n}部", "{n}"))
    below = random.choice(("{n}", "（{n}）", "{n}.", "第{n}節", "", "{c}-{n}"))
    names = ["はじめに", "計画の概要", "市の現状と課題", "計画の基本的な考え方"]
    held = random.choice(("施策の展開", "基本計画", "分野別施策", "施策の内容", "取組の内容"))
    names = [*random.sample(names, random.randint(1, 3)), held]
    behind = ["計画の推進に向けて", "地域別構想", "行財政運営"]
    lines: list[Line] = []
    for place, name in enumerate([*names, *random.sample(behind, random.randint(0, 2))], 1):
        code = part.format(n=place, R="ⅠⅡⅢⅣⅤⅥⅦⅧ"[place - 1])
        lines.append(Line(0, code, "　", name))
        if place == len(names):
            lines += plan
        else:
            drawn = random.sample(ABOUT, random.randint(1, 4))
            lines += sections(drawn, below.replace("{c}", str(place)), 1)
    lines += back(random)
    how = random.choice(("leader", "leader", "left", "own", "lost", "tab", "space"))
    leader = random.choice(("…………………", "・・・・・・・・・", "............", "‥‥‥‥‥‥‥"))
    indent = random.choice(("", "　", "  "))
    number = random.randint(1, 4)
    for line in lines:
        text = indent * line.depth + line.text
        page.write(*{
            "leader": f"{text}{leader}{number}", "left": f"{number}　{text.strip()}",
            "own": f"{text}\n{number}", "lost": text, "tab": f"{text}\t{number}",
            "space": f"{text} {number}",
        }[how].split("\n"))  # fmt: skip
        number += random.randint(0, 5)
    note(page, lines)
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "parents_once": parents_once, "columns_after": columns_after, "beside_sdgs": beside_sdgs,
    "narrow": narrow, "listed": listed, "book": book,
}  # fmt: skip
