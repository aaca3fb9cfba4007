"""Charts of the system of a plan (施策体系図) as text extraction leaves them.

The boxes of a chart come row by row, column by column or level by level; lines of the tree are
letters, titles are broken in their cells, words stand upright.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.contents_forms import Line, Scheme, broken, note
from layouts.page import Page

_TITLES = (
    "施策の体系", "施策体系図", "計画の体系", "基本計画の体系", "体系図", "施策の体系図",
    "総合計画の体系", "政策・施策の体系", "第4章　計画の体系", "３ 施策の体系", "■施策体系",
)  # fmt: skip
_VISION = ("将来像", "まちの将来像", "めざす将来像", "将来都市像", "目指すまちの姿")
_LEVELS = {
    "goal": ("基本目標", "まちづくりの目標", "目標"), "policy": ("政策", "基本方針", "基本政策"),
    "measure": ("施策", "基本施策", "主要施策"),
    "direction": ("施策の方向", "取組の方向", "施策の展開"),
}  # fmt: skip
_PHILOSOPHY = (
    ("支えあい", "挑戦", "誇り"), ("人を大切にする", "自然を大切にする", "地域を大切にする"),
    ("協働", "共生", "創造"), ("安心", "活力", "交流"),
)  # fmt: skip


class Chart:
    """A chart drawn by chance: its levels, what stands in the margin, its heads."""

    def __init__(
        self, random: Random, content: Content, levels: int = 0, margin: float = 0.5
    ) -> None:
        self.page = Page()
        scheme = Scheme(random, levels)
        deep = len(scheme.kinds) > 2
        nodes = content.tree(scheme.kinds, 2, 3 if deep else 5)
        self.lines = scheme.lines(nodes)
        self.heads = [random.choice(_LEVELS[kind]) for kind in scheme.kinds]
        self.vision = content.style.vision(content.place) if random.random() < margin else ""
        self.page.write(random.choice(_TITLES), *random.choice(((), ("",))))
        if self.vision:
            self.heads.insert(0, random.choice(_VISION))
            self.page.element("vision", self.vision, "philosophy")
        note(self.page, self.lines)

    def rows(self) -> list[list[str]]:
        """Return the rows of the chart: boxes from left to right; what stands above is empty."""
        found: list[list[str]] = []
        last = max(line.depth for line in self.lines)
        row: list[str] = [self.vision] if self.vision else []
        for line in self.lines:
            row += [""] * (line.depth + bool(self.vision) - len(row)) + [line.text]
            if line.depth == last:
                found.append(row)
                row = []
        return found


def rows(random: Random, content: Content) -> Page:
    """Row by row: a box above stands on the row of the first box below it only."""
    chart = Chart(random, content)
    gap = random.choice(("  ", "　　", "    ", " ", "\t", "\n", "　"))
    headed = random.random() < 0.7
    if headed:
        chart.page.write(*gap.join(chart.heads).split("\n"))
    margin = random.choice((0, 0, 2))
    for row in chart.rows():
        boxes = [box for box in row if box]
        space = " " * margin * (len(row) - len(boxes)) if gap != "\n" else ""
        chart.page.write(*(space + gap.join(boxes)).split("\n"))
    return chart.page


def levels(random: Random, content: Content) -> Page:
    """Level by level: all boxes of the first column, then all of the second."""
    chart = Chart(random, content)
    last = max(line.depth for line in chart.lines)
    headed = random.choice(("each", "each", "all", "no"))
    if headed == "all":
        chart.page.write(*random.choice((chart.heads, [" ".join(chart.heads)])))
    heads = [*chart.heads]
    if chart.vision:
        head = heads.pop(0)
        chart.page.write(*([head] if headed != "all" else []), chart.vision)
    blank = random.random() < 0.5
    for depth in range(last + 1):
        if blank:
            chart.page.write("")
        if headed == "each":
            chart.page.write(random.choice(("{}", "{}", "【{}】", "■{}")).format(heads[depth]))
        chart.page.write(*(line.text for line in chart.lines if line.depth == depth))
    return chart.page


def tree(random: Random, content: Content) -> Page:
    """Lines of the tree drawn with letters before and between the boxes."""
    chart = Chart(random, content, margin=0.4)
    if chart.vision:
        head = chart.heads.pop(0)
        chart.page.write(random.choice(("{}　{}", "{}\n{}", "【{}】{}", "{}「{}」"))
                         .format(head, chart.vision))  # fmt: skip
        chart.page.lines = "\n".join(chart.page.lines).split("\n")
    if random.random() < 0.5:
        chart.page.write("　　".join(chart.heads))
    beside = random.random() < 0.4
    stem = random.choice(("─", "──", "━"))
    last = max(line.depth for line in chart.lines)
    lines = chart.lines
    for place, line in enumerate(lines):
        following = next((one for one in lines[place + 1 :] if one.depth <= line.depth), None)
        ends = following is None or following.depth < line.depth
        branch = ("└" if ends else "├") + stem
        if line.depth == 0:
            chart.page.write(line.text)
        elif beside and line.depth == last and place and lines[place - 1].depth == last - 1:
            first = f"{stem}┬{stem}" if not ends else stem * 2
            chart.page.lines[-1] += f"{first}{line.text}"
        else:
            chart.page.write("　" * (2 * line.depth - 1) + branch + line.text)
    return chart.page


def cells(random: Random, content: Content) -> Page:
    """Titles broken in narrow cells: six to twelve letters a line, box after box."""
    chart = Chart(random, content, margin=0.3)
    if random.random() < 0.5:
        chart.page.write(*chart.heads)
    widths = [random.randint(7, 10), *(random.randint(8, 14) for _ in range(3))]
    under = random.random() < 0.5
    if chart.vision:
        chart.page.write(chart.heads[0], *broken(chart.vision, random.randint(6, 12)))
    blank = random.random() < 0.5
    for line in chart.lines:
        if blank:
            chart.page.write("")
        if under:
            chart.page.write(line.code, *broken(line.title, widths[line.depth]))
        else:
            chart.page.write(*broken(line.text, widths[line.depth] + 3))
    return chart.page


def apart(random: Random, content: Content) -> Page:
    """Codes apart from their titles: a column of numbers, then a column of titles."""
    chart = Chart(random, content, 2, margin=0.2)
    if chart.vision:
        chart.page.write(chart.heads.pop(0), chart.vision)
    if random.random() < 0.5:
        chart.page.write(*random.choice((chart.heads, ["　".join(chart.heads)])))
    below: list[Line] = []
    how = random.choice(("all", "below", "both"))

    def close() -> None:
        chart.page.write(*(one.code for one in below), *(one.title for one in below))
        below.clear()

    goals = [line for line in chart.lines if not line.depth]
    if how == "all":
        for group in (goals, [line for line in chart.lines if line.depth]):
            below.extend(group)
            close()
        return chart.page
    for line in chart.lines:
        if line.depth:
            below.append(line)
            continue
        close()
        chart.page.write(*([line.code, line.title] if how == "both" else [line.text]))
    close()
    return chart.page


def upright(random: Random, content: Content) -> Page:
    """Words of the margin stand upright, letter by letter; so may goals without a number."""
    chart = Chart(random, content, margin=0)
    words = random.sample(("将来像", "基本理念", "基本目標", "施策の体系"), random.randint(1, 2))
    philosophy = random.choice(_PHILOSOPHY)
    vision = content.style.vision(content.place)
    for word in words:
        chart.page.write(*word)
        if word == "将来像":
            chart.page.write(*(vision if random.random() < 0.3 else [vision]))
            chart.page.element("vision", vision, "philosophy")
        elif word == "基本理念":
            chart.page.write(*(f"{random.choice('・○●')}{one}" for one in philosophy))
            for one in philosophy:
                chart.page.element("philosophy", one, "vision", "viewpoint", optional=True)
    if random.random() < 0.5:
        chart.page.write("　".join(chart.heads))
    for line in chart.lines:
        chart.page.write(line.text)
    return chart.page


def uncoded(random: Random, content: Content) -> Page:
    """No numbers at all: columns under their heads, goals told by 基本目標 or by a mark."""
    page = Page()
    page.write(random.choice(_TITLES))
    goals = content.tree(("goal", "measure"), 2, 5)
    mark, below = random.choice((("●", "・"), ("■", "○"), ("◆", "・"), ("◎", "○"), ("□", "・")))
    head = random.choice(_LEVELS["goal"])
    named = random.random() < 0.5
    heads = f"{head}　　　　{random.choice(_LEVELS['measure'])}"
    if not named:
        page.write(heads)
    quoted = random.choice(("{}", "{}", "「{}」"))
    for goal in goals:
        page.write((f"{head}　" if named else mark) + quoted.format(goal.title))
        page.element("goal", goal.title, "policy")
        for measure in goal.children:
            page.write(below + measure.title)
            page.element("measure", measure.title, "policy", "direction", "project")
    return page


def titled(random: Random, content: Content) -> Page:
    """Only the last level has no number: it stands below its box, a title a line."""
    page = Page()
    scheme = Scheme(random, 2, worded=True)
    page.write(random.choice(_TITLES))

    def write(nodes: list[Node], above: tuple[int, ...] = ()) -> None:
        for place, node in enumerate(nodes, 1):
            line = scheme.line(node, (*above, place))
            page.write(line.text)
            note(page, [line])
            write([one for one in node.children if one.kind != "direction"], (*above, place))
            for one in node.children:
                if one.kind == "direction":
                    page.write(f"{mark}{one.title}")
                    page.element("direction", one.title, "project", "measure")

    mark = random.choice(("・", "○", "●", "◇", "▶", "　・"))
    write(content.tree((*scheme.kinds, "direction"), 2, 3))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "rows": rows, "levels": levels, "tree": tree, "cells": cells, "apart": apart,
    "upright": upright, "uncoded": uncoded, "titled": titled,
}  # fmt: skip
