"""Charts and contents pages on one row, as copies and scrapers give them: spaces between, or none.

Titles have spaces of their own, levels are told by words, by chained numbers, by numbers that go
on through the plan, or by marks alone; what a plan has besides its elements stands around them.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.contents_forms import Line, Scheme, back, front, note
from layouts.page import Page

#: What a chart is called where it stands alone.
NAMES = (
    "施策の体系", "施策体系図", "施策体系", "計画の体系", "基本計画の体系", "体系図", "政策体系",
    "第3章　施策の体系", "４　施策の体系", "総合計画の施策体系", "",
)  # fmt: skip
_AFTER = "でとに、"
#: Marks of the levels, the upper first.
_LEVEL_MARKS = (
    ("■", "●", "・"), ("◆", "○", "・"), ("●", "・"), ("■", "○"), ("◎", "○"), ("■", "◇", "・"),
    ("【】", "・"), ("【】", "○"), ("◆", "●", "○"),
)  # fmt: skip
_LEADERS = ("…………", "・・・・・・", "........", " ", "………………………", ". . . . . ", "―――")


def parted(random: Random, nodes: list[Node], share: float) -> list[Node]:
    """Part titles with a space or a comma behind a particle, as slogans are printed."""
    found = []
    for node in nodes:
        title = node.title
        places = [at for at in range(4, len(title) - 4) if title[at - 1] in _AFTER]
        if places and random.random() < share:
            at = random.choice(places)
            title = title[:at] + random.choice((" ", "　", "、")) + title[at:]
        found.append(node._replace(title=title, children=parted(random, node.children, share / 2)))
    return found


def chart(random: Random, content: Content, levels: int = 0, worded: bool = False) -> list[Line]:
    """Draw the entries of a chart; in some plans titles are parted."""
    scheme = Scheme(random, levels, worded)
    deep = len(scheme.kinds) > 2
    nodes = content.tree(scheme.kinds, 2, 3 if deep else 5)
    return scheme.lines(parted(random, nodes, random.choice((0, 0, 0.4, 0.9))))


def _row(random: Random, parts: list[str], gap: str) -> Page:
    page = Page()
    number = str(random.randint(9, 80))
    name = random.choice(NAMES)
    where = random.choice(("", "", "before", "behind"))
    if name:
        parts = [name, *parts]
    if where:
        parts = [number, *parts] if where == "before" else [*parts, number]
    page.write(gap.join(parts))
    return page


def chained(random: Random, content: Content) -> Page:
    """Two or three levels one after another, a space between all: also within titles."""
    lines = chart(random, content)
    gap = random.choice((" ", " ", "　"))
    page = _row(random, [f"{line.code}{line.between or gap}{line.title}" for line in lines], gap)
    note(page, lines)
    return page


def closed_up(random: Random, content: Content) -> Page:
    """The same without any space between title and next code."""
    lines = chart(random, content, worded=True)
    bare = random.random() < 0.5
    page = _row(random, [line.code + ("" if bare else line.between) + line.title
                         for line in lines], "")  # fmt: skip
    note(page, lines)
    return page


def through(random: Random, content: Content) -> Page:
    """Measures are numbered 01 to 32 through all goals, which a word, a number or a mark tells."""
    gap = random.choice((" ", " ", "　", "", "\n"))
    word = random.choice(("基本目標{}", "目標{}", "政策{}", "{}", "基本方針{}", "■", "【{}】"))
    digits = random.choice(("{:02}", "{:02}", "施策{:02}", "{}", "施策{}", "({})", "{:02}."))
    between = random.choice((" ", "　", ""))
    roman = random.random() < 0.5
    kinds = ("policy", "measure") if word[:2] in ("政策", "基本方針") else ("goal", "measure")
    lines: list[Line] = []
    count = 0
    for place, goal in enumerate(parted(random, content.tree(kinds, 3, 5), 0.2), 1):
        code = word.format("ⅠⅡⅢⅣⅤ"[place - 1] if roman or word == "{}" else place)
        lines.append(Line(0, code, " " if code[-1] in "■】" else between or " ", goal.title, goal,
                          (kinds[0], "goal", "policy")))  # fmt: skip
        for measure in goal.children:
            count += 1
            lines.append(Line(1, digits.format(count), between or " ", measure.title, measure,
                              ("measure", "policy", "direction")))  # fmt: skip
    page = _row(random, [line.text for line in lines], gap)
    page.lines = "\n".join(page.lines).split("\n")
    note(page, lines)
    return page


def marked(random: Random, content: Content) -> Page:
    """Marks tell the levels: ■ goals, ● policies, ・ measures; on one row, or a line each."""
    marks = random.choice(_LEVEL_MARKS)
    kinds = ("goal", "policy", "measure")[: len(marks)]
    if len(marks) == 2:
        kinds = ("goal", "measure")
    between = random.choice(("", "", " ", "　"))
    gap = random.choice((" ", "\n", "　", "\n", ""))
    parts: list[str] = []
    page = Page()

    def write(nodes: list[Node]) -> None:
        for node in nodes:
            mark = marks[kinds.index(node.kind)]
            parts.append(f"【{node.title}】" if mark == "【】" else mark + between + node.title)
            page.element(node.kind, node.title, "goal", "policy", "measure", "direction", "project")
            write(node.children)

    write(content.tree(kinds, 2, 4 if len(marks) == 2 else 3))
    name = random.choice((*NAMES[:6], "基本目標と施策", "基本目標・施策一覧"))
    page.write(*gap.join([name, *parts]).split("\n"))
    return page


def surrounded(random: Random, content: Content) -> Page:
    """A contents page on one row: chapters around; leaders, pages, or neither."""
    scheme = Scheme(random)
    deep = len(scheme.kinds) > 2
    plan = scheme.lines(parted(random, content.tree(scheme.kinds, 2, 3 if deep else 5), 0.2))
    lines = [*front(random, scheme), *plan, *back(random)]
    leader = random.choice(_LEADERS)
    gap = random.choice((" ", " ", "　", "" if leader.strip() else " "))
    number, parts = random.randint(1, 5), [random.choice(("目次", "目　次", "もくじ", ""))]
    how = random.choice(("behind", "behind", "behind", "lost", "before"))
    for line in lines:
        text = line.text.strip()
        if how == "behind":
            text += f"{leader}{number}"
        elif how == "before":
            text = f"{number} {text}"
        elif leader.strip():
            text += leader
        parts.append(text)
        number += random.randint(0, 4)
    page = Page()
    page.write(gap.join(part for part in parts if part))
    note(page, lines)
    return page


def columns_row(random: Random, content: Content) -> Page:
    """The columns of a chart one after another on one row: all goals, then all measures."""
    scheme = Scheme(random, worded=random.random() < 0.6)
    names = {"goal": "基本目標", "policy": "政策", "measure": "施策", "direction": "施策の方向"}
    lines = scheme.lines(content.tree(scheme.kinds, 2, 3 if len(scheme.kinds) > 2 else 5))
    heads = random.choice(("each", "first", "none"))
    parts = [names[kind] for kind in scheme.kinds] if heads == "first" else []
    for depth, kind in enumerate(scheme.kinds):
        parts += [names[kind]] if heads == "each" else []
        parts += [f"{line.code}{line.between or ' '}{line.title}" for line in lines
                  if line.depth == depth]  # fmt: skip
    page = _row(random, parts, random.choice((" ", "　")))
    note(page, lines)
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "chained": chained, "closed_up": closed_up, "through": through, "marked": marked,
    "surrounded": surrounded, "columns_row": columns_row,
}  # fmt: skip
