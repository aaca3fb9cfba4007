"""What pages about a plan have in common, wherever they stand: web, magazine, leaflet, slides.

Such a page tells a whole plan in short: a vision, some goals, a few titles below each.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts.content import Content, Node
from layouts.page import Page

ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧ"
CIRCLED = "①②③④⑤⑥⑦⑧"
FILLED = "❶❷❸❹❺❻❼❽"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
#: What the first level is called, and the other kinds that such a word may name.
GOAL_WORDS = (
    ("基本目標", ()),
    ("まちづくりの目標", ()),
    ("基本目標", ()),
    ("政策目標", ("policy",)),
    ("まちづくりの柱", ("policy",)),
    ("基本方針", ("policy",)),
    ("基本政策", ("policy",)),
)
#: What the titles below a goal are called, their kind, and kinds that are as right.
BELOW_WORDS = (
    ("施策", "measure", ("policy", "direction")),
    ("主な施策", "measure", ("direction", "project")),
    ("基本施策", "measure", ("policy",)),
    ("主な取組", "project", ("direction", "measure")),
    ("主な取り組み", "project", ("direction", "measure")),
    ("取組の方向", "direction", ("measure", "project")),
)


def wide(number: int) -> str:
    """Return a number in full width."""
    return str(number).translate(_WIDE)


def year(number: int) -> str:
    """Return a fiscal year as it is printed in the Japanese calendar."""
    if number < 2019:
        return f"平成{number - 1988}年度"
    return f"令和{'元' if number == 2019 else number - 2018}年度"


class Told(NamedTuple):
    """The plan that a page tells, and the words by which it calls its levels."""

    vision: str
    goals: list[Node]
    goal: str
    goal_also: tuple[str, ...]
    below: str
    below_kind: str
    below_also: tuple[str, ...]


def told(random: Random, content: Content, least: int = 3, most: int = 6) -> Told:
    """Draw a plan of a vision, goals and what stands below them."""
    goal, also = random.choice(GOAL_WORDS)
    below, kind, below_also = random.choice(BELOW_WORDS)
    vision = content.style.vision(content.place)
    if random.random() < 0.4:
        vision = vision.removesuffix(f" {content.place}")
    inner = "project" if kind == "project" and random.random() < 0.5 else "measure"
    goals = [
        content.node("goal", [content.node(inner) for _ in range(random.randint(2, 5))])
        for _ in range(random.randint(least, most))
    ]
    return Told(vision, goals, goal, also, below, kind, below_also)


def note_goal(page: Page, plan: Told, node: Node) -> None:
    """Note a goal of the plan."""
    page.element("goal", node.title, *plan.goal_also)


def note_below(page: Page, plan: Told, node: Node, labelled: bool) -> None:
    """Note what stands below a goal; without a label a careful person may see any kind."""
    if labelled:
        page.element(plan.below_kind, node.title, *plan.below_also)
    else:
        page.element("measure", node.title, "policy", "direction", "project")


def numbered(random: Random, word: str, bare: bool = True) -> Callable[[int], str]:
    """Return how titles of a level begin on this page; without its word only where ``bare``."""
    digit = random.choice((str, wide))
    between = random.choice(("　", " ", "　", "：", "　　"))
    forms: list[Callable[[int], str]] = [
        lambda n: f"{word}{digit(n)}{between}",
        lambda n: f"{word} {digit(n)}{between}",
        lambda n: f"{word}{ROMAN[n - 1]}{between}",
        lambda n: f"【{word}{digit(n)}】",
        lambda n: f"{word}（{digit(n)}）{between}",
    ]
    if bare:
        forms += [
            lambda n: f"{digit(n)}．",
            lambda n: f"{digit(n)}　",
            lambda n: f"{n}. ",
            lambda n: f"（{digit(n)}）",
            lambda n: CIRCLED[n - 1],
            lambda n: CIRCLED[n - 1] + " ",
            lambda n: f"{ROMAN[n - 1]}　",
            lambda n: f"第{digit(n)}　",
        ]
    return random.choice(forms)


def under(random: Random) -> Callable[[int, int], str]:
    """Return how titles below the first level begin on this page: by number or by mark."""
    digit = random.choice((str, wide))
    mark = random.choice("・・●○◆▶■◇")
    after = random.choice(("", "", " ", "　"))
    forms: tuple[Callable[[int, int], str], ...] = (
        lambda *_: f"{mark}{after}",
        lambda *_: f"{mark}{after}",
        lambda _, n: f"（{digit(n)}）{after}",
        lambda _, n: f"({n}) ",
        lambda _, n: CIRCLED[n - 1] + after,
        lambda m, n: f"{digit(m)}-{digit(n)}　",
        lambda m, n: f"{m}-{n} ",
        lambda m, n: f"{digit(m)}－{digit(n)}　",
        lambda _, n: f"{digit(n)}．",
    )
    return random.choice(forms)


def quoted(random: Random, vision: str) -> str:
    """Return a vision as a page prints it."""
    return random.choice(("{}", "「{}」", "『{}』", "～{}～", "“{}”", "《{}》", "{}")).format(
        vision
    )


def lead(random: Random, content: Content) -> list[str]:
    """Draw sentences about the plan itself; they state no element."""
    span = f"{year(content.start)}から{year(content.end)}まで"
    years = content.end - content.start + 1
    return random.sample(
        (
            f"{content.place}では、{span}の{years}年間を計画期間とする「{content.title}」を策定しました。",
            "総合計画は、まちづくりを総合的かつ計画的に進めるための、市の最上位に位置付けられる計画です。",
            "策定に当たっては、市民アンケートやワークショップなどで多くの皆さんからご意見をいただきました。",
            "この計画は、基本構想、基本計画及び実施計画で構成しています。",
            f"計画の期間は、{span}の{years}年間です。",
            "人口減少や少子高齢化が進む中、これからの時代にふさわしいまちづくりを進めていく必要があります。",
            "計画の詳細は、市役所１階の情報コーナーや各図書館でご覧いただけます。",
        ),
        random.randint(1, 3),
    )


def wrapped(text: str, width: int) -> list[str]:
    """Break a text where the column ends."""
    return [text[place : place + width] for place in range(0, len(text), width)]
