"""Charts whose measures are bare lines below their goal: no number, no mark, or an arrow."""

from __future__ import annotations

from random import Random

from layouts.content import Content
from layouts.page import Page

_WORDS = ("分野", "まちづくりの柱", "基本目標", "政策", "目標", "柱")
_DRESSES = ("{}", "{}", "「{}」", "【{}】", "『{}』")
_BEFORE = ("", "　", "　　", "  ", "→ ", "⇒", "➡　")
_HEADS = ("施策の体系", "{place}総合計画の体系", "分野別の体系", "計画の体系図", "")


def lines(random: Random, content: Content) -> Page:
    """Numbered goals, and right below each the lines of its measures."""
    page = Page()
    if head := random.choice(_HEADS).format(place=content.place):
        page.write(head, "")
    word, dress, before = (random.choice(those) for those in (_WORDS, _DRESSES, _BEFORE))
    space = random.choice(" 　") if dress == "{}" else random.choice(("", " ", "　"))
    for number, goal in enumerate(content.tree(("goal", "measure"), 2, 5), 1):
        page.write(f"{word}{number}{space}{dress.format(goal.title)}")
        page.element("goal", goal.title, "policy")
        for measure in goal.children:
            page.write(before + measure.title)
            page.element("measure", measure.title, "policy", "direction")
        if random.random() < 0.5:
            page.write("")
    return page


LAYOUTS = {"lines": lines}
