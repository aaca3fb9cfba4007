"""Body text of a plan, numbered by words of levels: the plainest layout, and an example."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.page import Page

#: Words that name a level, by kind.
_WORDS = {
    "goal": ("基本目標", "まちづくりの目標", "基本目標"),
    "policy": ("政策", "基本方針", "基本政策"),
    "measure": ("施策", "基本施策", "施策"),
}


def chapters(random: Random, content: Content) -> Page:
    """Write goals, policies and measures, each with its word and number, above sentences."""
    page = Page()
    words = {kind: random.choice(names) for kind, names in _WORDS.items()}
    between = random.choice((" ", "　", "：", "\n"))
    page.write(content.title, "")

    def write(node: Node, numbers: tuple[int, ...]) -> None:
        number = "-".join(map(str, numbers))
        page.write(*f"{words[node.kind]}{number}{between}{node.title}".split("\n"))
        page.element(node.kind, node.title)
        if not node.children:
            page.write(*content.sentences(node.subject, random.randint(1, 3)), "")
        for place, child in enumerate(node.children, 1):
            write(child, (*numbers, place))

    kinds = random.choice((("goal", "measure"), ("goal", "policy", "measure")))
    for place, node in enumerate(content.tree(kinds), 1):
        write(node, (place,))
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"chapters": chapters}
