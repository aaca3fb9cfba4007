"""Simple body pages of which text extraction lost or changed letters.

The page below the damage is plain: goals, measures, labels and sentences. What is lost is drawn a
document: fonts lose numbers, marks, single letters, or print a title twice, always the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page
from layouts.pieces import CIRCLED, ROMAN, numbered, told, wide

#: A line of the page: what it is (``goal``, ``measure``, ``item``, ``label``, ``text``), number
#: or mark with its gap, and title.
Line = tuple[str, str, str]
Damage = Callable[[Random, list[Line]], list[Line]]

_LABELS = ("現状と課題", "施策の方向", "主な取組")


def _body(random: Random, content: Content, page: Page) -> list[Line]:
    """Draw a plain body page; elements are noted with the titles as they were printed."""
    plan = told(random, content, 2, 4)
    lines: list[Line] = [("text", "", content.title)]
    if random.random() < 0.5:
        page.element("vision", plan.vision)
        lines += [
            ("label", "", random.choice(("将来像", "将来都市像", "まちの将来像"))),
            ("title", "", plan.vision),
        ]
    goal = numbered(random, "基本目標", bare=False)
    digit = random.choice((str, wide))
    measure: Callable[[int, int], str] = random.choice(
        (
            lambda _, n: f"施策{digit(n)}　",
            lambda m, n: f"施策{m}-{n}　",
            lambda _, n: f"（{digit(n)}）",
            lambda m, n: f"{digit(m)}－{digit(n)}　",
            lambda _, n: f"基本施策{digit(n)}　",
            lambda m, n: f"{m}-{n} ",
        )
    )
    mark = random.choice("■●◆○□◇")
    item: Callable[[int], str] = random.choice(
        (
            lambda _: "・",
            lambda n: CIRCLED[n - 1],
            lambda _: "●",
            lambda n: CIRCLED[n - 1] + " ",
            lambda _: "○",
        )
    )
    sections, items = random.random() < 0.7, random.random() < 0.6
    for number, one in enumerate(plan.goals, 1):
        page.element("goal", one.title)
        lines.append(("goal", goal(number), one.title))
        for place, node in enumerate(one.children, 1):
            page.element("measure", node.title, "policy")
            lines.append(("measure", measure(number, place), node.title))
            if sections:
                lines.append(("label", mark, _LABELS[0]))
            lines += [
                ("text", "", text) for text in content.sentences(node.subject, random.randint(1, 2))
            ]
            if items:
                lines.append(("label", mark if sections else random.choice((mark, "")), _LABELS[2]))
                for order in range(1, random.randint(3, 4)):
                    page.element(
                        "project", title := content.named("project", node.subject), "direction"
                    )
                    lines.append(("item", item(order), title))
    return lines


_NUMBER = re.compile(f"[0-9０-９{ROMAN}{CIRCLED}]")


def _each(kinds: tuple[str, ...], change: Callable[[str], str], titles: bool = False) -> Damage:
    """Change what stands before the titles of some kinds of lines (or the titles too)."""

    def damage(_: Random, lines: list[Line]) -> list[Line]:
        return [
            (kind, change(before), change(text) if titles else text)
            if kind in kinds
            else (kind, before, text)
            for kind, before, text in lines
        ]

    return damage


_HEADS = ("goal", "measure", "item", "label")


def numbers_lost(random: Random, lines: list[Line]) -> list[Line]:
    """Numbers of goals and measures were in a font without a map."""
    stand = random.choice(("\ufffd", "〓", "", "□", "\ue0a1", "?"))
    kinds = random.choice((("goal",), ("goal", "measure"), ("measure", "item"), _HEADS))
    return _each(kinds, lambda text: _NUMBER.sub(stand, text))(random, lines)


def named_by_code(random: Random, lines: list[Line]) -> list[Line]:
    """Numbers or marks are told as ``(cid:123)``, each the same code."""
    start = random.randint(300, 9000)
    codes = {
        sign: f"(cid:{start + place})"
        for place, sign in enumerate("0123456789０１２３４５６７８９" + ROMAN + CIRCLED)
    }
    marks = {sign: f"(cid:{start + 40 + place})" for place, sign in enumerate("■●◆○□◇・")}
    chosen = random.choice((codes, marks, codes | marks))
    return _each(_HEADS, lambda text: "".join(chosen.get(sign, sign) for sign in text))(
        random, lines
    )


def marks_lost(random: Random, lines: list[Line]) -> list[Line]:
    """Marks came from a font of signs: private use, or the letters that draw them there."""
    table = random.choice(
        (
            dict.fromkeys("■●◆○□◇・", "\uf06c"),
            {"■": "n", "●": "l", "◆": "u", "○": "m", "□": "q", "◇": "w", "・": "l"},
            dict.fromkeys("■●◆○□◇・", "\ufffd"),
            dict.fromkeys("■●◆○□◇", ""),
            dict.fromkeys("■●◆○□◇・", "\uf0b7 "),
            dict.fromkeys("■●◆○□◇・", "〓"),
        )
    )
    return _each(_HEADS, lambda text: "".join(table.get(sign, sign) for sign in text))(
        random, lines
    )


def letters_lost(random: Random, lines: list[Line]) -> list[Line]:
    """Rare letters have no place in the font's map: single ones of the page are lost."""
    known = sorted({sign for _, _, text in lines for sign in text if "一" <= sign <= "龥"})
    lost = set(random.sample(known, max(1, len(known) // random.randint(12, 40))))
    stand = random.choice(("\ufffd", "〓", "\ue234", "(cid:1234)"))
    return [
        (kind, before, "".join(stand if sign in lost else sign for sign in text))
        for kind, before, text in lines
    ]


def set_apart(random: Random, lines: list[Line]) -> list[Line]:
    """Letters of titles (or of all lines) stand apart, as in justified headings."""
    gap = random.choice((" ", "　", " "))
    kinds = random.choice(
        (("goal",), ("goal", "measure"), _HEADS, (*_HEADS, "text", "title"), ("label",))
    )
    return [
        (kind, gap.join(before.strip()) + gap * bool(before.strip()), gap.join(text))
        if kind in kinds
        else (kind, before, text)
        for kind, before, text in lines
    ]


def spread(random: Random, lines: list[Line]) -> list[Line]:
    """Words of levels and labels are spread to a common width: 施　策　１, 主 な 取 組."""
    gap = random.choice(("　", " ", "  "))
    return [
        (
            kind,
            re.sub("(?<=[一-龥])(?=[一-龥0-9０-９Ⅰ-Ⅷ])", gap, before),
            gap.join(text) if kind == "label" else text,
        )
        for kind, before, text in lines
    ]


def doubled(random: Random, lines: list[Line]) -> list[Line]:
    """Bold letters are printed twice: 基基本本目目標標１１."""
    kinds = random.choice(
        (("goal",), ("goal", "measure"), ("label",), ("goal", "measure", "label"))
    )
    return _each(kinds, lambda text: "".join(sign * 2 for sign in text), titles=True)(random, lines)


def signs_apart(random: Random, lines: list[Line]) -> list[Line]:
    """Signs of voiced sounds stand apart from their letters: まちつ゛くり."""
    half = random.choice(("\u3099", "゛", "ﾞ", " ゙"))
    chance = random.choice((0.5, 1.0))

    def apart(sign: str) -> str:
        parts = unicodedata.normalize("NFD", sign)
        if len(parts) == 2 and parts[1] == "\u3099" and random.random() < chance:
            return parts[0] + half
        return sign

    return [(kind, before, "".join(map(apart, text))) for kind, before, text in lines]


def twins(_: Random, lines: list[Line]) -> list[Line]:
    """Letters come as their twins: radicals of Kangxi, compatibility forms, other widths."""
    table = str.maketrans(
        "方行人力生工日月水土大小高車民長西食見", "⽅⾏⼈⼒⽣⼯⽇⽉⽔⼟⼤⼩⾼⾞⺠⻑⻄⻝⾒"
    )
    return [(kind, before.translate(table), text.translate(table)) for kind, before, text in lines]


def mixed(random: Random, lines: list[Line]) -> list[Line]:
    """Numbers are now wide, now narrow; gaps are now wide, now narrow, now none."""

    def other(text: str) -> str:
        text = "".join(
            wide(int(sign)) if sign.isdecimal() and random.random() < 0.5 else sign for sign in text
        )
        return re.sub("[ 　]", lambda _: random.choice((" ", "　", "  ", "")), text)

    return [(kind, other(before), text) for kind, before, text in lines]


def _written(random: Random, content: Content, damages: tuple[Damage, ...]) -> Page:
    page = Page()
    lines = _body(random, content, page)
    printed = {text for _, _, text in lines}
    for damage in damages:
        changed = damage(random, lines)
        for (_, _, text), (_, _, now) in zip(lines, changed, strict=True):
            for element in page.expected["elements"]:
                if element["title"] == text != now:
                    element.setdefault("alt", []).append(now)
        lines = changed
    assert printed
    width, gap = random.choice((0, 0, 36)), random.choice(("", "", None))
    for kind, before, text in lines:
        whole = before + text
        step = width or len(whole) or 1
        page.write(*([""] if gap is not None and kind in ("goal", "measure") else []))
        page.write(
            *(whole[place : place + step] for place in range(0, len(whole), step))
            if kind == "text"
            else (whole,)
        )
    return page


def _layout(*damages: Damage) -> Callable[[Random, Content], Page]:
    return lambda random, content: _written(random, content, (random.choice(damages),))


def several(random: Random, content: Content) -> Page:
    """Two things went wrong at once."""
    first = random.choice((numbers_lost, named_by_code, marks_lost, letters_lost))
    return _written(
        random, content, (first, random.choice((set_apart, spread, twins, mixed, signs_apart)))
    )


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "numbers_lost": _layout(numbers_lost, named_by_code),
    "marks_lost": _layout(marks_lost),
    "letters_lost": _layout(letters_lost),
    "letters_apart": _layout(set_apart, spread),
    "letters_changed": _layout(doubled, signs_apart, twins, mixed),
    "several_lost": several,
}
