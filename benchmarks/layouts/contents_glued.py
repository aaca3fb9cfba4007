"""Contents pages and charts on one row, in the forms that copies, screens and fonts leave."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.contents_flat import chart
from layouts.contents_forms import Line, Scheme, back, front, note
from layouts.page import Page

_PAGES = ("{}", "P{}", "p.{}", "（{}）", "({})", "{}ページ", "P.{}", "{}頁")
_LEADERS = (
    "……",
    "･･････",
    "・・・・",
    "...",
    "‥‥‥",
    "＿＿＿",
    " . . . ",
    "⋯⋯",
    "─────",
    "～～～",
    "------",
    "    ",
)
#: What a font of signs leaves of its marks.
_SIGNS = ("\uf06c", "\uf06e", "l ", "n ", "u ", "?", "\ufffd", "□", "Ø ", "\uf0d8")


def _entries(random: Random, content: Content) -> list[Line]:
    scheme = Scheme(random)
    deep = len(scheme.kinds) > 2
    plan = scheme.lines(content.tree(scheme.kinds, 2, 3 if deep else 4))
    lines = [*front(random, scheme), *plan] if random.random() < 0.7 else plan
    return [*lines, *back(random)] if random.random() < 0.5 else lines


def paged(random: Random, content: Content) -> Page:
    """A contents page on one row: pages in any dress behind the titles, leaders or none."""
    lines = _entries(random, content)
    form = random.choice(_PAGES)
    leader = random.choice(("", " ", "　", *_LEADERS))
    if form == "{}" and not leader:
        leader = " "
    gap = random.choice((" ", "　", "  ", ""))
    if not gap and leader in ("", " ", "　") and not form.endswith(("}ページ", ")", "）", "頁")):
        gap = " "
    number, parts = (
        random.randint(1, 6),
        [random.choice(("目次", "もくじ", "目　次", "CONTENTS", ""))],
    )
    for line in lines:
        parts.append(f"{line.text.strip()}{leader}{form.format(number)}")
        number += random.randint(0, 4)
    page = Page()
    page.write(gap.join(part for part in parts if part))
    note(page, lines)
    return page


def chapters(random: Random, content: Content) -> Page:
    """A contents page with a row for each chapter: its sections with their pages behind it."""
    lines = _entries(random, content)
    leader = random.choice((" ", "……", "  ", "・・・", "　"))
    gap = (
        random.choice((" ", "　", "　", "／", " | "))
        if leader.strip()
        else random.choice((" ", "　"))
    )
    number = random.randint(1, 6)
    page = Page()
    row: list[str] = []
    for line in lines:
        if row and line.depth == 0:
            page.write(gap.join(row))
            row = []
        row.append(f"{line.text.strip()}{leader}{number}")
        number += random.randint(0, 3)
    page.write(gap.join(row))
    note(page, lines)
    return page


def arrows(random: Random, content: Content) -> Page:
    """A chart whose levels signs part: 目標 → 施策 ／ 施策, on one row or a row for each goal."""
    down = random.choice((" → ", " ＞ ", "：", " ⇒ ", "―", " ▶ ", "　├ ", " > "))
    beside = random.choice((" ／ ", "、", "　", " / ", "；", " ｜ ", "・・"))
    word = random.choice(
        ("基本目標{}　", "目標{} ", "{} ", "政策{}：", "基本方針{} ", "【基本目標{}】")
    )
    inner = random.choice(("{n}-{m} ", "（{m}）", "施策{n}-{m} ", "{o}", "施策{m} "))
    gap = random.choice((" ", "\n", "　", "\n"))
    kind = "policy" if word[0] in "政" or word.startswith("基本方") else "goal"
    parts, page = [], Page()
    for n, goal in enumerate(content.tree((kind, "measure"), 2, 4), 1):
        page.element(kind, goal.title, "goal", "policy")
        below = []
        for m, one in enumerate(goal.children, 1):
            below.append(inner.format(n=n, m=m, o="①②③④⑤"[m - 1]) + one.title)
            page.element("measure", one.title, "policy", "direction")
        parts.append(word.format(n) + goal.title + down + beside.join(below))
    head = random.choice(("施策の体系", "施策体系図", "体系図", ""))
    page.write(*gap.join([head, *parts] if head else parts).split("\n"))
    return page


def signs(random: Random, content: Content) -> Page:
    """A chart on one row whose marks a font has lost: the same sign before each of a level."""
    upper, lower = random.sample(_SIGNS, 2)
    numbered = random.random() < 0.6
    word = random.choice(("基本目標{} ", "目標{}　", "{} ", "政策{} ", "（{}）"))
    kind = "policy" if word[0] == "政" else "goal"
    parts, page = [], Page()
    for n, goal in enumerate(content.tree((kind, "measure"), 3, 4), 1):
        page.element(kind, goal.title, "goal", "policy")
        parts.append((word.format(n) if numbered else upper) + goal.title)
        for one in goal.children:
            parts.append(lower + one.title)
            page.element("measure", one.title, "policy", "direction")
    page.write(
        random.choice((" ", " ", "　")).join([random.choice(("施策の体系", "施策体系図")), *parts])
    )
    return page


def spoken(random: Random, content: Content) -> Page:
    """A chart in words, for readers who do not see it: 基本目標1「…」の施策は、「…」です。"""
    opening, close = random.choice(("「」", "『』", "「」"))
    word = random.choice(("基本目標{}", "目標{}", "政策{}", "柱{}"))
    told = random.choice((
        "{code}{title}の施策は、{names}です。",
        "{code}は{title}で、{names}の{count}つの施策があります。",
        "{code}{title}には、{names}が含まれます。", "{code}、{title}。施策は{names}。",
    ))  # fmt: skip
    parts, page = (
        [random.choice(("【体系図の説明】", "施策の体系を示した図です。", "（図）施策の体系。"))],
        Page(),
    )
    kind = "policy" if word[0] == "政" else "goal"
    for n, goal in enumerate(content.tree((kind, "measure"), 2, 4), 1):
        page.element(kind, goal.title, "goal", "policy")
        names = [f"{opening}{one.title}{close}" for one in goal.children]
        for one in goal.children:
            page.element("measure", one.title, "policy", "direction")
        joined = random.choice(("、", "")).join(names)
        parts.append(told.format(code=word.format(n), title=f"{opening}{goal.title}{close}",
                                 names=joined, count=len(names)))  # fmt: skip
    page.write(random.choice(("", " ")).join(parts))
    return page


def boxes(random: Random, content: Content) -> Page:
    """A chart of boxes on one row: the statement above, labels of levels, titles in brackets."""
    frame = random.choice(("【{}】", "［{}］", "〔{}〕", "《{}》", "「{}」", "＜{}＞"))
    word = random.choice(("基本目標{}", "目標{}", "政策{}", "{}", "基本目標{}："))
    inner = random.choice(("（{m}）", "{m} ", "{o}", "施策{n}-{m} ", "・", "{n}-{m} ", "○"))
    gap = random.choice((" ", "　", ""))
    kind = "policy" if word[0] == "政" else "goal"
    page, parts = Page(), []
    if random.random() < 0.5:
        text = content.style.vision(content.place)
        page.element("vision", text, "philosophy")
        parts += [random.choice(("将来像", "めざす将来像", "まちの将来像")), f"『{text}』"]
    for n, goal in enumerate(content.tree((kind, "measure"), 2, 4), 1):
        page.element(kind, goal.title, "goal", "policy")
        parts.append(word.format(n) + frame.format(goal.title))
        for m, one in enumerate(goal.children, 1):
            parts.append(inner.format(n=n, m=m, o="①②③④⑤"[m - 1]) + one.title)
            page.element("measure", one.title, "policy", "direction")
    page.write(gap.join([random.choice(("施策の体系", "体系図", "計画の体系")), *parts]))
    return page


def charted(random: Random, content: Content) -> Page:
    """A chart of any scheme, each goal with all below it on a row, closed up or not."""
    lines = chart(random, content)
    gap = random.choice((" ", "　", "  ", "   "))
    page = Page()
    row: list[str] = []
    page.write(random.choice(("施策体系図", "施策の体系", "")))
    for line in lines:
        if row and line.depth == 0:
            page.write(gap.join(row))
            row = []
        row.append(line.text)
    page.write(gap.join(row))
    note(page, lines)
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "paged": paged, "chapters": chapters, "arrows": arrows, "signs": signs, "spoken": spoken,
    "boxes": boxes, "charted": charted,
}  # fmt: skip
