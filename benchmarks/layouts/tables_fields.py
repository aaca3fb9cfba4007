"""Indicators by fields of sheets, results beside aims, pages on one row, pages of lost letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables import Body
from layouts.tables_dated import drawn, printed
from layouts.tables_form import Form
from plangraph.simulate.grammar import Subject

_LABELS = ("成果指標", "活動指標", "数値目標", "ＫＰＩ", "めざそう値", "ベンチマーク",
           "まちづくり指標", "目標指標", "【指標】", "■成果指標",
           "〇KPI（重要業績評価指標）")  # fmt: skip


def _city(random: Random, content: Content, dated: tuple[str, ...]) -> tuple[Body, Form]:
    body, form = Body(random, content), Form(random, content, ("title", "baseline", "target"))
    body.label = random.choice(_LABELS)
    form.dated = random.choice(dated)
    form.unit = random.choice(("value", "value", "column", "name"))
    return body, form


def blocks(random: Random, content: Content) -> Page:
    """A sheet's fields for each indicator: 指標名, 単位, 現状値, 目標値, what it says."""
    body, form = _city(random, content, ("head", "head", "none"))
    form.unit = random.choice(("value", "column"))
    name = random.choice(("指標名", "指標の名称", "指標", "成果指標名", "KPI名"))
    more = random.choice(("", "指標の説明", "算出式", "出典", "担当課"))
    early = more not in ("", "出典", "担当課") and random.random() < 0.5
    years = [form.year(year) if form.dated == "head" else "" for year in form.years]
    between = random.choice((" ", "　", "\n", "：", "\t"))
    way = random.choice(("each", "pair", "year"))
    bracket = random.choice(("（{}）", "({})"))
    number = random.choice(("", "①", "1"))

    def block(one: Measure, count: int) -> list[str]:
        values = [form.value(one, value) for value in (one.baseline, one.target)]
        words = [form.words["baseline"], form.words["target"]]
        told = {"指標の説明": one.told, "算出式": "対象者÷全体×100", "出典": one.source,
                "担当課": one.department}.get(more, "")  # fmt: skip
        count_ = {"①": chr(0x245F + count), "1": str(count), "": ""}[number]
        found = [name + count_ + between + one.title]
        if early:
            found.append(more + between + told)
        if form.unit == "column":
            found.append("単位" + between + form.dress(one.unit))
        if way == "pair" and between != "\n":
            heads = [word + (bracket.format(year) if year else "")
                     for word, year in zip(words, years, strict=True)]  # fmt: skip
            gap = between if between in " 　\t" else " "
            found += [gap.join(heads), gap.join(values)]
        elif way == "year" and years[0] and between != "\n":
            found += [between.join((word, f"{value}{bracket.format(year)}"))
                      for word, value, year in zip(words, values, years, strict=True)]  # fmt: skip
        else:
            found += [word + (bracket.format(year) if year else "") + between + value
                      for word, value, year in zip(words, values, years, strict=True)]  # fmt: skip
        if told and not early:
            found.append(more + between + told)
        return [line for one in found for line in one.split("\n")]

    def table(subject: Subject) -> None:
        for count, one in enumerate(drawn(form, subject, random.randint(1, 3)), 1):
            body.page.write(*block(one, count))
            form.expect(body.page, one)

    return body.write(table)


def progress(random: Random, content: Content) -> Page:
    """Two rows a name: what is aimed at year by year, and what came of it."""
    body, form = _city(random, content, ("head",))
    form.unit = random.choice(("value", "column"))
    count = random.choice((3, 4, 5))
    form.years = (content.start - 1, content.start + count - 1)
    years = [form.year(content.start + step) for step in range(count)]
    rows = random.choice((("目標", "実績"), ("目標値", "実績値"), ("計画", "実績")))
    now = random.choice(("現状値", "基準値"))
    head = [form.words["title"], *["単位"] * (form.unit == "column"),
            f"{now}（{form.year(form.years[0])}）", "区分", *years]  # fmt: skip
    between = random.choice((" ", "　", "\t"))

    def table(subject: Subject) -> None:
        body.page.write(between.join(head))
        for one in drawn(form, subject, random.randint(1, 3)):
            unit = [form.dress(one.unit)] if form.unit == "column" else []
            steps = [form.value(one, value) for value in [one.middle] * (count - 1) + [one.target]]
            name = [one.title, *unit, form.value(one, one.baseline)]
            body.page.write(between.join([*name, rows[0], *steps]),
                            between.join([rows[1], *["－"] * count]))  # fmt: skip
            form.expect(body.page, one)

    return body.write(table)


def one_line(random: Random, content: Content) -> Page:
    """A whole page on one row: label, indicators, works one behind the other."""
    body, form = _city(random, content, ("head", "value", "none", "below"))
    form.unit = random.choice(("value", "value", "apart", "column", "name"))
    if form.unit == "column":
        form.columns = ("title", "unit", "baseline", "target")
    form.years = (content.start - 1, content.end)
    way = random.choice(("table", "table", "arrow", "colon", "brackets", "slash"))
    mark = random.choice(("・", "", "○", "◆", "①"))
    heads = form.heads()
    words = [form.words["baseline"], form.words["target"]]
    arrow = random.choice(("→", "⇒", "➡"))
    between = random.choice((" ", " ", "　"))

    def told(one: Measure, number: int) -> str:
        if way == "table":
            return " ".join(form.row(one, number))
        base, aim = (form.value(one, value, year) for value, year in
                     zip((one.baseline, one.target), form.years, strict=True))  # fmt: skip
        years = [f"（{form.year(year)}）" if form.dated in ("head", "below") else ""
                 for year in form.years]  # fmt: skip
        sign = chr(0x245F + number) if mark == "①" else mark
        name = sign + form.title(one)
        b, t = words[0] + years[0], words[1] + years[1]
        return {
            "arrow": f"{name} {base}{years[0]} {arrow} {aim}{years[1]}",
            "colon": f"{name} {b}：{base} {t}：{aim}",
            "brackets": f"{name}（{b}：{base}、{t}：{aim}）",
            "slash": f"{name} {b} {base} / {t} {aim}",
        }[way]

    if way != "table" and form.unit == "column":
        form.unit = "value"

    def table(subject: Subject) -> None:
        found = drawn(form, subject, random.randint(1, 3))
        if way == "table":
            body.page.write(*(" ".join(filter(None, head)) for head in heads))
        body.page.write(*(told(one, number) for number, one in enumerate(found, 1)))
        for one in found:
            form.expect(body.page, one)

    page = body.write(table)
    page.lines = [between.join(filter(None, page.lines))]
    return page


def _doubled(text: str) -> str:
    """Letters twice, as bold print that is set twice gives them."""
    return "".join(one * 2 if one not in " 　" else one for one in text)


def _spaced(text: str) -> str:
    """Digits set apart: 4 5 . 2 %."""
    return re.sub(r"(?<=[\d.,])(?=[\d.,%％])", " ", text)


_SIGNS = str.maketrans({"→": "", "⇒": "", "％": "", "~": "", "～": "", "ー": "−"})
_BOXES = str.maketrans({"→": "\ue0a5", "⇒": "\uf0e8", "・": "\uf06c", "■": "\uf06e"})


def damaged(random: Random, content: Content) -> Page:
    """Signs are lost or boxes, digits stand apart, or all letters are double."""
    body, form = _city(random, content, ("head", "value", "none"))
    if form.unit == "column":
        form.columns = ("title", "unit", "baseline", "target")
    way = random.choice(("doubled head", "doubled label", "spaced", "signs", "boxes", "arrows"))
    how = random.choice(("rows", "rows", "wide", "cells", "seen"))
    heads = form.heads()
    arrow = way in ("signs", "boxes", "arrows") and random.random() < 0.6
    sign = random.choice("→⇒")

    def table(subject: Subject) -> None:
        found = drawn(form, subject, random.randint(1, 4))
        rows = [form.row(one, number) for number, one in enumerate(found, 1)]
        if arrow:
            lines = [f"・{form.title(one)} {form.value(one, one.baseline, form.years[0])} {sign} "
                     f"{form.value(one, one.target, form.years[1])}" for one in found]  # fmt: skip
        else:
            lines = printed(random, how, heads, rows)
        if way == "doubled head" and not arrow:
            whole = printed(random, how, heads, rows[:1])
            count = next(n for n, line in enumerate(whole) if rows[0][0][:4] in line)
            lines = [_doubled(one) if n < count else one for n, one in enumerate(lines)]
        elif way == "spaced":
            lines = [_spaced(one) for one in lines]
        elif way in ("signs", "boxes"):
            lines = [one.translate(_SIGNS if way == "signs" else _BOXES) for one in lines]
        body.page.write(*lines)
        for one in found:
            shown = one._replace(title=one.title.translate(_SIGNS)) if way == "signs" else one
            form.expect(body.page, shown, dated=not arrow or form.dated == "value")

    if way == "doubled label":
        body.label = _doubled(body.label)
    if way == "signs":
        form.percent = "%"
    return body.write(table)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (blocks, progress, one_line, damaged)
}
