"""How the levels of a plan are numbered: words, divisions, bare numbers, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts.body_book import full

Form = Callable[[tuple[int, ...]], str]
_KANJI, _ROMAN = "一二三四五六七八九十", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_CIRCLED, _KANA = "①②③④⑤⑥⑦⑧⑨⑩", "アイウエオカキクケコ"

#: Words of levels, by kind: one set for a document.
WORDS = (
    {"goal": "基本目標", "policy": "政策", "measure": "施策"},
    {"goal": "基本目標", "policy": "基本施策", "measure": "施策"},
    {"goal": "政策目標", "policy": "政策", "measure": "施策"},
    {"goal": "まちづくりの目標", "policy": "基本方針", "measure": "基本施策"},
    {"goal": "基本目標", "policy": "基本政策", "measure": "基本施策"},
    {"goal": "目標", "policy": "政策", "measure": "施策"},
    {"goal": "柱", "policy": "基本方針", "measure": "施策"},
    {"goal": "分野", "policy": "政策", "measure": "施策"},
)


class Level(NamedTuple):
    """How one level is printed: its number, and what stands between number and title."""

    form: Form
    #: Between number and title; "\\n" where the title has a line of its own.
    between: str = " "

    def printed(self, numbers: tuple[int, ...], title: str) -> list[str]:
        """Return the lines of a heading."""
        return f"{self.form(numbers)}{self.between}{title}".split("\n")


def last(form: str) -> Form:
    """A form that prints the last number alone: N, Ⅰ, 一, ①, ア or digits in full width."""
    signs = {"Ⅰ": _ROMAN, "一": _KANJI, "①": _CIRCLED, "ア": _KANA, "A": "ABCDEFGHIJ"}
    for sign, row in signs.items():
        if sign in form:
            return lambda numbers: form.replace(sign, row[numbers[-1] - 1])
    if "１" in form:
        return lambda numbers: form.replace("１", full(str(numbers[-1])))
    return lambda numbers: form.replace("1", str(numbers[-1]))


def chain(form: str, joint: str = "-", wide: bool = False) -> Form:
    """A form that prints all numbers: 1-1, １－１, 1.1."""
    return lambda numbers: form.replace(
        "1", full(joint.join(map(str, numbers))) if wide else joint.join(map(str, numbers))
    )


def worded(random: Random, kinds: tuple[str, ...]) -> list[Level]:
    """Levels that a word names: 基本目標1, 政策1-1, 施策1-1-1 or 施策1 again below each."""
    words = random.choice(WORDS)
    space = random.choice(("", "", " ", "　"))
    joint, wide = random.choice(
        (("-", False), ("－", True), ("-", False), ("‐", False), (".", False))
    )
    chained = random.random() < 0.7
    between = random.choice((" ", "　", "　", "：", "", "\n", "\n"))
    levels = []
    for place, kind in enumerate(kinds):
        word = words[kind] + space
        if place == 0:
            top = random.choice(("1", "１", "Ⅰ", "1", "一" if not space else "1"))
            form = last(word + top)
        elif chained:
            form = chain(word + "1", joint, wide)
        else:
            form = last(word + random.choice(("1", "（1）", "①", "１")))
        apart = between or (" " if wide or place == 0 else "　")
        levels.append(Level(form, apart))
    if random.random() < 0.15:  # 【施策1-1】
        levels = [Level(_bracketed(one.form), random.choice(("", " ", "\n"))) for one in levels]
    return levels


def _bracketed(form: Form) -> Form:
    return lambda numbers: f"【{form(numbers)}】"


def divisions(random: Random, kinds: tuple[str, ...]) -> list[Level]:
    """第1章 over 第1節 over 1 over (1), as towns number."""
    number = random.choice(("1", "１", "1", "一"))
    space = random.choice(("　", " ", "　"))
    rows = [f"第{number}章", f"第{number}節", random.choice(("１", "1.", "1", "第1項", "（１）"))]
    if random.random() < 0.15:
        rows[0] = f"第{number}編"
        rows[1] = f"第{number}章"
        rows[2] = f"第{number}節"
    split = random.random() < 0.15
    return [Level(last(row), "\n" if split and place < 2 else space)
            for place, row in enumerate(rows[: len(kinds)])]  # fmt: skip


def bare(random: Random, kinds: tuple[str, ...]) -> list[Level]:
    """Numbers without a word: 1, 1-1, (1); Ⅰ, 1, (1); A, A-1 …"""
    systems: tuple[tuple[Form, ...], ...] = (
        (last("1"), chain("1"), chain("1")),
        (last("１"), chain("1", "－", wide=True), last("（１）")),
        (last("1."), chain("1", "."), chain("1", ".")),
        (last("Ⅰ"), last("１"), last("（１）")),
        (last("Ⅰ"), _after(_ROMAN), last("(1)")),
        (last("1"), last("(1)"), last("①")),
        (last("一"), last("１"), last("（１）")),
        (last("1."), last("(1)"), last("①")),
        (last("A"), _after("ABCDEFGHIJ"), last("(1)")),
        (last("第１"), last("１"), last("（１）")),
    )
    space = random.choice((" ", "　", "　", "\n"))
    return [Level(form, space) for form in random.choice(systems)[: len(kinds)]]


def _after(signs: str) -> Form:
    """Ⅰ-1, A-1: a sign and a number."""
    return lambda numbers: "-".join((signs[numbers[0] - 1], *map(str, numbers[1:])))


def apart(random: Random, kinds: tuple[str, ...]) -> list[Level]:
    """Numbers on lines of their own above titles: 1-1-1, 施策01, 基本目標 / 1."""
    words = random.choice(WORDS)
    manner = random.choice(("bare", "padded", "split", "spaced", "round"))
    below: dict[str, Callable[[str], Form]] = {
        "bare": lambda _: chain("1", "-"),
        "padded": _padded,
        "split": lambda word: chain(f"{word}\n1", "-"),
        "spaced": lambda word: chain(f"{word} 1", " - "),
        "round": lambda word: last(f"{word}\n①"),
    }
    top = {"split": "{}\n1", "spaced": "{} 1", "round": "{}\nⅠ"}.get(manner, "{}1")
    return [
        Level(below[manner](words[kind]) if place else last(top.format(words[kind])), "\n")
        for place, kind in enumerate(kinds)
    ]


def _padded(word: str) -> Form:
    return lambda numbers: f"{word}{numbers[-1]:02}"


def items(random: Random) -> Level:
    """How what stands in a list is numbered or marked: (1), ①, ア, ○, ・, ■."""
    form = random.choice(("（１）", "(1)", "①", "①", "1", "ア", "○", "●", "・", "■", "◆", "◎"))
    between = (
        random.choice((" ", "　", "")) if form not in ("1", "ア") else random.choice((" ", "　"))
    )
    return Level(last(form), between)
