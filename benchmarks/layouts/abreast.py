"""Cards side by side, tier below tier, as extraction that keeps places leaves them: the goals of a
digest in Japanese, the priorities of a plan at a glance in English."""

from __future__ import annotations

import itertools
import textwrap
import unicodedata
from random import Random

from layouts.content import Content
from layouts.content_en import English, Part
from layouts.page import Page

_MARKS = "●・○■◆▶◎"
_WORDS = ("政策", "基本目標", "目標", "柱", "")
_LABELS = ("Objective", "Our goal", "What we want", "Goal")
_LISTS = ("Initiatives", "Key actions", "What we will do", "Strategies", "Priority actions")
_RESULTS = ("Success looks like", "Measures", "How we will know", "Results")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def _wrapped(text: str, width: int) -> list[str]:
    """Return a Japanese text cut into lines of ``width`` half letters at most."""
    lines = [""]
    for one in text:
        if _width(lines[-1] + one) > width:
            lines.append("")
        lines[-1] += one
    return lines


def _beside(columns: list[list[str]], pitch: int, left: int) -> list[str]:
    """Return the rows of columns, each beginning where it stands."""
    rows = []
    for cells in itertools.zip_longest(*columns, fillvalue=""):
        row = ""
        for place, cell in enumerate(cells):
            start = left + place * pitch
            if cell:
                row += " " * max(start - _width(row), 3 if row else 0) + cell
        rows.append(row.rstrip())
    return rows


def _level(columns: list[list[str]]) -> None:
    """Make columns end on one row."""
    most = max(map(len, columns))
    for column in columns:
        column += [""] * (most - len(column))


def cards(random: Random, content: Content) -> Page:
    """Write goals with their measures as cards, two to four beside each other."""
    page = Page()
    page.write(f"{content.title}　概要版", "")
    across = random.choice((2, 3, 3, 4))
    pitch = random.choice({2: (44, 52), 3: (34, 38), 4: (26, 30)}[across])
    word = random.choice(_WORDS)
    mark = random.choice(_MARKS)
    catch = random.random() < 0.4
    lead = random.choice(("", "", "　"))
    gap = random.random() < 0.6
    far = random.choice((1, 2))
    indent = random.choice((0, 0, 2))
    label = random.choice(("", "", "主な取組", "施策"))
    separate = word and random.random() < 0.3
    if random.random() < 0.5:
        page.write(random.choice(("■ 分野別の施策", "まちづくりの目標と施策", "┃ 施策の体系")), "")
    goals = content.tree(("goal", "measure"), 2, 4) + content.tree(("goal", "measure"), 2, 4)
    for tier in [goals[place : place + across] for place in range(0, len(goals), across)]:
        heads, lists = [], []
        for node in tier:
            number = str(goals.index(node) + 1)
            begun = f"{word}{number}" if word else ""
            title = _wrapped(node.title, pitch - 8 - _width(begun) * (not separate))
            lines = (
                [begun, *title] if separate else [f"{begun}　{title[0]}".strip("　"), *title[1:]]
            )
            more = content.named("goal", node.subject) if catch else ""
            if catch:
                lines += _wrapped(more, pitch - 6)
            heads.append(lines)
            alt = [more, node.title + more, f"{node.title} {more}"] if catch else []
            page.element("goal", node.title, "policy", alt=alt)
            done = [label] if label else []
            for child in node.children:
                some = _wrapped(f"{mark}{lead}{child.title}", pitch - 6 - indent)
                done += [" " * indent + one if not place else " " * (indent + 2) + one
                         for place, one in enumerate(some)]  # fmt: skip
                page.element("measure", child.title, "direction", "project", "policy")
            lists.append(done)
        _level(heads)
        blank = [""] if gap else []
        columns = [[*one, *blank, *other] for one, other in zip(heads, lists, strict=True)]
        page.write(*_beside(columns, pitch, random.choice((0, 3, 7))), *[""] * far)
    page.write(f"発行　{content.place}企画課")
    return page


def at_a_glance(random: Random, content: Content) -> Page:
    """Write an English plan on a page: priorities beside each other, labels in each, lists."""
    del content
    plan = English(random)
    page = Page()
    across = random.choice((2, 3, 3, 4))
    pitch = random.choice({2: (44, 52), 3: (36, 40), 4: (26, 30)}[across])
    aim, listed, result = (
        random.choice(some) if random.random() < share else ""
        for some, share in ((_LABELS, 0.5), (_LISTS, 0.7), (_RESULTS, 0.4))
    )
    mark = random.choice(("• ", "◆ ", "▪ ", "- ", "➤ "))
    upper, gap = random.random() < 0.5, random.random() < 0.6
    page.write(plan.place.upper(), plan.short, "")
    if random.random() < 0.5:
        said = plan.vision()
        page.write(f"VISION: {said}", "")
        page.element("vision", said)
    goals = plan.tree(("name_of", "act"), 2, 4)
    for start in range(0, len(goals), across):
        columns = _tier(page, plan, goals[start : start + across], {
            "width": pitch - 4, "aim": aim, "listed": listed, "result": result, "mark": mark,
            "upper": upper, "gap": gap,
        })  # fmt: skip
        page.write(*_beside(columns, pitch, random.choice((0, 1, 4))), "", "")
    page.write(f"{plan.place}  ·  Adopted {plan.start}")
    return page


def _tier(page: Page, plan: English, goals: list[Part], form: dict[str, object]) -> list[list[str]]:
    width, mark = int(str(form["width"])), str(form["mark"])
    sections: list[list[list[str]]] = []
    for goal in goals:
        name = goal.title.upper() if form["upper"] else goal.title
        page.element("goal", goal.title)
        parts = [textwrap.wrap(name, width)]
        if form["aim"]:
            said = plan.statement(goal.field)
            page.element("policy", said, "goal", "vision", "ideal-state", optional=True)
            parts.append([str(form["aim"]), *textwrap.wrap(said, width)])
        done = [str(form["listed"])] if form["listed"] else []
        for one in goal.children:
            page.element("measure", one.title, "project", "direction", "policy")
            done += textwrap.wrap(mark + one.title, width, subsequent_indent=" " * len(mark))
        parts.append(done)
        if form["result"]:
            told = textwrap.wrap(mark + plan.measure(goal.field), width, subsequent_indent="  ")
            parts.append([str(form["result"]), *told])
        sections.append(parts)
    columns: list[list[str]] = [[] for _ in goals]
    for part in zip(*sections, strict=True):
        some = [list(lines) for lines in part]
        _level(some)
        for column, lines in zip(columns, some, strict=True):
            column += [*lines, *([""] if form["gap"] else [])]
    return columns


LAYOUTS = {"cards": cards, "at_a_glance": at_a_glance}
