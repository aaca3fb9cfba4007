"""Levels of a sectoral plan: their words, numbers and what stands between number and title."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from layouts.sectoral_press import Press, number

#: Chains of levels: what a level is and how it is numbered, outermost first.
CHAINS = (
    ("goal 基本目標{w}", "measure|policy|direction （{w}）", "direction|measure|project {c}"),
    ("goal 基本目標{n}", "measure|policy 基本施策{n}", "direction|measure|project ({n})"),
    (
        "goal 基本目標{r}",
        "direction|policy|measure 施策の方向{n}",
        "measure|direction|project （{w}）",
    ),
    ("goal 基本目標{w}", "policy|goal|measure 主要課題{w}", "direction 施策の方向（{w}）"),
    ("goal 基本目標{n}", "policy|direction 基本方針{p}", "measure 施策{p}"),
    ("policy|goal 基本方針{n}", "measure 施策{p}", "direction|project|measure {c}"),
    ("policy|goal 基本方針{r}", "measure 基本施策{n}", "direction|project|measure ({n})"),
    ("goal|policy 第{n}節 ", "measure|policy|direction {w}", "direction|measure|project （{w}）"),
    (
        "goal|policy|measure {w}",
        "measure|policy|direction （{w}）",
        "direction|measure|project {c}",
    ),
    (
        "goal|policy|measure {r}",
        "measure|policy|direction {w}",
        "direction|measure|project （{w}）",
    ),
    ("goal 目標{n}", "measure|policy {p}", "direction|measure|project {p}"),
    ("goal 基本目標{n}", "measure 施策{p}", "project|direction {c}"),
    ("goal 基本目標{w}", "measure|policy|direction {pw}", "direction|measure|project {pw}"),
    ("goal|policy 柱{n}", "measure|policy 施策{n}", "direction|project|measure ({n})"),
    (
        "goal|policy 施策の柱{n}",
        "measure|policy|direction （{n}）",
        "direction|measure|project {c}",
    ),
    ("goal 目標{r}", "policy|goal|measure 重点課題{w}", "measure|direction （{w}）"),
    ("goal 【基本目標{w}】", "measure|policy|direction {w}．", "direction|measure|project （{w}）"),
    ("goal 基本目標{n}", "measure|policy|direction {d}", "direction|measure|project ({n})"),
    ("goal|policy 第{n}章 ", "measure|policy|goal 第{h}章-{n}", "direction|measure|project ({n})"),
    ("goal 基本目標 {n}", "measure|policy 取組の柱{n}", "direction|project|measure {k}"),
)
_BETWEEN = (" ", "　", "　", " ", "  ", "：", "")


class Level(NamedTuple):
    """A level: its kind and others that are as right, the form of its numbers, and a gap."""

    kinds: tuple[str, ...]
    form: str
    between: str

    def printed(self, path: tuple[int, ...]) -> str:
        """Return the number of an element and what stands between it and the title."""
        return number(self.form, path).rstrip() + self.between


class Levels:
    """The levels of a document, chosen once, and how elements of them are printed."""

    def __init__(
        self, random: Random, depth: int, chains: tuple[tuple[str, ...], ...] = CHAINS
    ) -> None:
        self.random = random
        chain = random.choice([one for one in chains if len(one) >= depth])
        self.levels = [_level(random, one) for one in chain[:depth]]
        self._through = random.random() < 0.2  # 施策1 … 施策9 through all goals
        self._counts = [0] * depth
        self._fold = random.random() < 0.3

    def path(self, depth: int, above: tuple[int, ...], place: int) -> tuple[int, ...]:
        """Return the numbers of the ``place``-th element below another (1-based)."""
        if depth == 1 and self._through and "{p" not in self.levels[1].form:
            self._counts[1] += 1
            return (*above, self._counts[1])
        return (*above, place)

    def write(
        self, press: Press, depth: int, path: tuple[int, ...], title: str, note: bool = True
    ) -> None:
        """Print the heading of an element, two lines where it is too long for the page."""
        level = self.levels[depth]
        head = level.printed(path)
        whole = head + title
        if level.between == "\n":
            press.line(head.strip(), title)
        elif len(whole) > press.width - 4 and "、" in title and self._fold:
            cut = whole.index("、", len(head)) + 1
            press.line(whole[:cut], "　" * 4 + whole[cut:])
        else:
            press.line(whole)
        if note:
            press.page.element(level.kinds[0], title, *level.kinds[1:])


def _level(random: Random, told: str) -> Level:
    kinds, _, form = told.partition(" ")
    lone = form.strip() in ("{w}", "{n}", "{p}", "{pw}", "{k}", "{r}", "{d}")
    words = not form.startswith(("{", "(", "（"))
    between = random.choice([one for one in _BETWEEN if one or not (lone or words)])
    if words and random.random() < 0.15:
        between = "\n"
    elif words and form[-1] == "}" and random.random() < 0.12:
        return Level(tuple(kinds.split("|")), f"〔{form}〕", "　")
    if lone and between == "：":
        between = "　"
    return Level(tuple(kinds.split("|")), form, between)
