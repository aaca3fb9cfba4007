"""Sheets of wards and large cities: ideal states, titles set in, works with office and state."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.body_words import drawn
from layouts.content import Content, Node
from layouts.page import Page
from layouts.sectoral_press import Press, number, wrapped

_GOALS = (
    "分野別目標{n}",
    "基本目標{n}",
    "まちづくりの方針{n}",
    "分野{n}",
    "部門{n}",
    "政策の柱{n}",
)
_MEASURES = ("施策{p}", "基本施策{p}", "主要施策{p}", "取組方針{p}", "施策{pw}")
_STATES = ("目指す姿", "めざす姿", "施策の目指す姿", "10年後の姿", "ありたい姿", "実現したい姿")
_WORKS = ("計画事業", "主な事業", "主要事業", "計画事業一覧", "事業計画", "構成事業")
_OWNED = ("所管課", "担当課", "所管", "主管課")
_KINDS = ("新規", "継続", "拡充", "レベルアップ", "縮小")
_HEADS = ("区分", "種別", "新規・継続の別")


def _titled(press: Press, random: Random, code: str, title: str, deep: int) -> None:
    """Print a title behind its code; a long one goes on where its words began, or deeper."""
    if not deep or len(title) <= deep:
        press.line(f"{code}　{title}")
        return
    first, *more = wrapped(title, deep)
    hang = "　" * random.randint(3, 5)
    press.line(f"{code}　{first}", *(hang + one for one in more))


def ward(random: Random, content: Content) -> Page:
    """A sheet for each measure: its ideal state, what is lacking, works a cell or a row a line."""
    page = Page()
    press = Press(random, page, content.title, "第3章　分野別計画")
    goals, measures = random.choice(_GOALS), random.choice(_MEASURES)
    state, works = random.choice(_STATES), random.choice(_WORKS)
    head = ["事業名", random.choice(_OWNED), *random.choice(([random.choice(_HEADS)], []))]
    stacked, deep = random.random() < 0.6, random.choice((0, 0, 12, 14))
    beside = random.random() < 0.25
    press.line(content.title, "")

    def table(node: Node) -> None:
        press.label(works)
        rows = []
        for _ in range(random.randint(2, 4)):
            name = content.named("project", node.subject)
            page.element("project", name)
            rows.append([name, node.department, random.choice(_KINDS)][: len(head)])
        for cells in (head, *rows):
            press.line(*cells) if stacked else press.line(" ".join(cells))

    for place, goal in enumerate(content.tree(("goal", "measure"), 2, 4), 1):
        page.element("goal", goal.title, "policy")
        press.line(f"{number(goals, (place,))}　{goal.title}")
        for inner, node in enumerate(goal.children, 1):
            page.element("measure", node.title, "policy")
            press.gap()
            _titled(press, random, number(measures, (place, inner)), node.title, deep)
            (told,) = drawn(content, "ideals", node.subject, 1)
            page.element("ideal-state", told, optional=True)
            if beside:
                press.line(*wrapped(f"{press.label_form.format(state)}　{told}", 60))
            else:
                press.label(state)
                press.paragraph([told])
            press.label("現状と課題")
            press.paragraph(content.sentences(node.subject, random.randint(1, 3)))
            table(node)
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"ward": ward}
