"""Charts of the system without a head, whose boxes extraction left among the rows beside them.

A box above stands in the middle of the rows of what it holds, its number and its title each on
a line of their own; what is below counts through the plan, starts again, or has marks alone.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content, Node
from layouts.contents_forms import broken
from layouts.page import Page

_UPPER = ("第{n}章", "基本目標{n}", "基本方針{n}", "政策{n}", "柱{n}", "目標{r}", "戦略{n}", "{r}")
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧ"
_KINDS = {"基本方針": ("policy", "goal"), "政策": ("policy", "goal"), "戦略": ("policy", "goal")}
_MIDDLE = ("{m}", "({m})", "{n}-{m}", "({m})", "{c}", "{m}.")
_LOWER = ("{k}", "({k})", "{o}", "・", "○", "{d}", "{t}")
_RINGED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL = str.maketrans("0123456789()-.", "０１２３４５６７８９（）－．")


class _Chart:
    """What the chart of one city looks like."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random, self.page = random, Page()
        self.upper, self.middle = random.choice(_UPPER), random.choice(_MIDDLE)
        fit = [one for one in _LOWER if one != self.middle.replace("{m}", "{k}")]
        self.lower = random.choice(fit)
        self.table = random.choice(({}, {}, _FULL))
        self.split = random.choice((False, True, True))
        self.width = random.choice((0, 0, 9, 12))
        self.place = random.choice(("middle", "middle", "top", "above", "end"))
        self.blank = random.random() < 0.3
        self.boxes = self.rows = 0
        self.tree = content.tree(("goal", "policy", "measure"), 2, 4)
        self.vision = content.style.vision(content.place) if random.random() < 0.3 else ""
        if random.random() < 0.5:
            self.page.write(content.title)
        if self.vision:
            self.page.write(random.choice(("将来像", "将来都市像", "めざす姿")), self.vision)
            self.page.element("vision", self.vision, "philosophy", "ideal-state")

    def code(self, form: str, **numbers: int) -> str:
        last = numbers.get("k", numbers.get("m", numbers.get("n", 1)))
        told = {"k": 0, "m": 0, "n": 0, **numbers}
        return form.format(
            r=_ROMAN[told["n"] - 1], o=_RINGED[last - 1], c=self.boxes, d=self.rows,
            t=f"{told['n']}-{told['m']}-{told['k']}", **told,
        ).translate(self.table)  # fmt: skip

    def box(self, number: int, place: int, node: Node) -> list[str]:
        """Return the lines of a box of the middle column."""
        self.boxes += 1
        code = self.code(self.middle, n=number, m=place)
        title = broken(node.title, self.width) if self.width else [node.title]
        self.page.element("policy", node.title, "measure", "goal")
        return [code, *title] if self.split else [f"{code} {title[0]}", *title[1:]]

    def row(self, number: int, place: int, count: int, node: Node) -> str:
        """Return the line of a title of the last column."""
        self.rows += 1
        code = self.code(self.lower, n=number, m=place, k=count)
        self.page.element("measure", node.title, "direction", "project")
        return f"{code}{'' if code in '・○' else ' '}{node.title}"

    def write(self) -> Page:
        for number, goal in enumerate(self.tree, 1):
            word = self.upper.rstrip("{}nr")
            kinds = _KINDS.get(word, ("goal", "policy"))
            self.page.write(*[""] * self.blank, f"{self.code(self.upper, n=number)} {goal.title}")
            self.page.element(kinds[0], goal.title, *kinds[1:])
            for place, node in enumerate(goal.children, 1):
                box = self.box(number, place, node)
                rows = [
                    self.row(number, place, count, one)
                    for count, one in enumerate(node.children, 1)
                ]
                self.page.write(*self.mixed(box, rows))
        return self.page

    def mixed(self, box: list[str], rows: list[str]) -> list[str]:
        """Return the lines of a box and of its rows in the order in which they were left."""
        if self.place == "middle":
            half = len(rows) // 2
            return [*rows[:half], *box, *rows[half:]]
        if self.place == "top":
            return [rows[0], *box, *rows[1:]]
        return [*rows, *box] if self.place == "end" else [*box, *rows]


def beheaded(random: Random, content: Content) -> Page:
    """Boxes in the middle of their rows, at the first, above or behind them."""
    return _Chart(random, content).write()


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"beheaded": beheaded}
