"""Body text whose levels marks alone tell: ■ above ◆ above ○, with sentences below the first."""

from __future__ import annotations

from random import Random

from layouts.content import Content, Node
from layouts.page import Page
from layouts.pieces import wide, wrapped

#: Marks of the levels, the outermost first.
_MARKS = ("■◆○", "■□・", "●○・", "◆◇・", "★◇－", "◎○・", "■●・", "□○-", "▼◇○", "◆●○")
_WORDS = ("基本目標", "柱", "分野", "政策", "目標")
#: What three levels of marks may be, below a numbered goal or field.
_ALSO = {"policy": ("goal", "measure"), "measure": ("policy", "direction"),
         "direction": ("measure", "project")}  # fmt: skip


def nested(random: Random, content: Content) -> Page:
    """Goals with numbers; below them two or three levels that only marks tell."""
    page = Page()
    head = f"{content.title}　第{random.randint(2, 4)}章"
    marks = random.choice(_MARKS)
    kinds = ("policy", "measure", "direction")[random.random() < 0.4 :]
    word, indent = random.choice(_WORDS), random.random() < 0.4
    page.write(head, "")
    for number, goal in enumerate(content.tree(("goal", *kinds), 2, 3), 1):
        shown = random.choice((str(number), wide(number)))
        page.write(f"{word}{shown}{random.choice(' 　')}{goal.title}")
        page.element("goal", goal.title, "policy")
        page.write(*wrapped("".join(content.sentences(goal.subject, 1)), 36))
        _list(random, content, page, goal.children, marks[3 - len(kinds) :], indent)
        if random.random() < 0.5:
            page.write("", str(random.randint(10, 80)), "", head, "")
    return page


def _list(
    random: Random, content: Content, page: Page, nodes: list[Node], marks: str, indent: bool
) -> None:
    for node in nodes:
        space = random.choice(("", "　", " ")) if indent and len(marks) == 1 else ""
        page.write(f"{space}{marks[0]}{node.title}")
        page.element(node.kind, node.title, *_ALSO[node.kind])
        if len(marks) > 1 and node.kind != "measure" and random.random() < 0.9:
            page.write(*wrapped("".join(content.sentences(node.subject, 2)), 36))
        if node.children:
            _list(random, content, page, node.children, marks[1:], indent)


LAYOUTS = {"nested": nested}
