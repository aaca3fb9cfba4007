"""Indicators by sex, with aims in words, years by values, units in the head, or without a head."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables import Body
from layouts.tables_dated import Row, drawn, printed
from layouts.tables_form import Form
from plangraph.simulate.grammar import Subject

_HOW = ("rows", "rows", "wide", "cells", "cells", "seen")
_SEXES = (("男性", "女性"), ("男", "女"), ("女性", "男性"), ("男子", "女子"))
#: What holds now and what is aimed at, in words: of each the years may be told.
_WORDED = (
    ("未実施", "実施"), ("未策定", "策定"), ("－", "毎年度実施"), ("検討中", "導入"),
    ("未設置", "設置"), ("－", "増加"), ("実施", "継続"), ("未整備", "整備完了"),
    ("―", "全校で実施"), ("なし", "あり"),
)  # fmt: skip
_DONE = (
    "学校給食センターの建替え", "防災行政無線のデジタル化", "個別施設計画の見直し",
    "成年後見センター", "認知症カフェの開催", "電子母子手帳の導入",
    "公共施設予約のオンライン化", "庁舎の非常用電源",
    "手話言語条例", "立地適正化計画", "避難所運営マニュアル", "水道ビジョン", "窓口の電子申請",
    "コミュニティ・スクール", "空家バンク", "多言語による情報発信", "地域子育て相談機関",
)  # fmt: skip


def _plain(random: Random, content: Content) -> tuple[Body, Form]:
    body, form = Body(random, content), Form(random, content, ("title", "baseline", "target"))
    body.label = body.label or "成果指標"
    form.dated = "head"
    form.unit = random.choice(("value", "value", "column", "apart"))
    return body, form


def _heads(form: Form) -> Row:
    """Return the head: name, unit, values with their years."""
    way = form.random.choice(("{head}（{year}）", "{head}({year})", "{year}{head}", "{year}"))
    values = [
        way.format(head=form.words[kind], year=form.year(year))
        for kind, year in zip(("baseline", "target"), form.years, strict=True)
    ]  # fmt: skip
    if way == "{year}":
        values = [f"{head} {year}" for head, year in zip(
            (form.words["baseline"], form.words["target"]), values, strict=True)]  # fmt: skip
    return [form.words["title"], *["単位"] * (form.unit == "column"), *values]


def sexes(random: Random, content: Content) -> Page:
    """A name above or before two rows, one for men and one for women."""
    body, form = _plain(random, content)
    pair = random.choice(_SEXES)
    way = random.choice(("row", "row", "name", "head"))
    how = random.choice(_HOW)

    def table(subject: Subject) -> None:
        found = [one for one in drawn(form, subject, random.randint(2, 4))
                 if one.unit in ("％", "%", "人", "歳")]  # fmt: skip
        head = _heads(form)
        rows: list[Row] = []
        for one in found or drawn(form, subject, 1):
            split = random.random() < 0.7
            if not split:
                rows.append(_row(form, one.title, one))
                form.expect(body.page, one)
                continue
            for place, sex in enumerate(pair):
                value = one if not place else _shifted(one)
                title = f"{one.title}（{sex}）" if way == "name" else one.title
                rows.append(_row(form, title, value))
                if way == "row":
                    rows[-1][0] = f"{one.title} {sex}" if not place else sex
                elif way == "head":
                    rows[-1][0] = sex
                    if not place:
                        rows.insert(-1, [one.title, *[""] * (len(rows[-1]) - 1)])
                form.expect(body.page, value._replace(title=f"{one.title}（{sex}）"))
        if rows:
            body.page.write(*printed(random, how, [head], rows))

    return body.write(table)


def _shifted(one: Measure) -> Measure:
    """Return the same indicator for the other sex: other values of the same form."""

    def moved(value: str) -> str:
        digit = value[0]
        return (str((int(digit) % 8) + 1) + value[1:]) if digit.isdigit() else value

    return one._replace(baseline=moved(one.baseline), target=moved(one.target))


def _row(form: Form, title: str, one: Measure) -> Row:
    unit = [form.dress(one.unit)] if form.unit == "column" else []
    return [title, *unit, form.value(one, one.baseline), form.value(one, one.target)]


def worded(random: Random, content: Content) -> Page:
    """Some rows say in words what holds now and what shall hold."""
    body, form = _plain(random, content)
    form.unit = random.choice(("value", "apart", "column"))
    how = random.choice(_HOW)

    def table(subject: Subject) -> None:
        rows: list[Row] = []
        for one in drawn(form, subject, random.randint(2, 5)):
            free = [title for title in _DONE if title not in content._used]
            if free and random.random() < 0.5:
                title = random.choice(free)
                content._used.add(title)
                baseline, target = random.choice(_WORDED)
                one = one._replace(title=title, baseline=baseline, target=target, unit="")
                rows.append([title, *["－"] * (form.unit == "column"), baseline, target])
                body.page.indicator(title, baseline, target)
            else:
                rows.append(_row(form, one.title, one))
                form.expect(body.page, one)
        body.page.write(*printed(random, how, [_heads(form)], rows))

    return body.write(table)


def dated_values(random: Random, content: Content) -> Page:
    """Each value behind a year of its own: R1 1.8 R6 1.5, in a column or on one line."""
    body, form = _plain(random, content)
    form.unit = random.choice(("value", "column", "name"))
    form.dated = "value"
    form.era = random.choice(("R", "R", "R年度", "令和"))
    how = random.choice(_HOW)
    heads = random.choice((
        [form.words["title"], "現状", "", "目標", ""],
        [form.words["title"], "年度", "現状値", "年度", "目標値"],
        [form.words["title"], "基準年度", "基準値", "目標年度", "目標値"],
    ))  # fmt: skip
    if form.unit == "column":
        heads.insert(1, "単位")

    def table(subject: Subject) -> None:
        rows: list[Row] = []
        for one in drawn(form, subject, random.randint(2, 4)):
            if not one.baseline[0].isdigit():
                continue
            unit = [form.dress(one.unit)] if form.unit == "column" else []
            base, aim = (form.year(year) for year in form.years)
            rows.append([form.title(one), *unit, base, form.value(one, one.baseline),
                         aim, form.value(one, one.target)])  # fmt: skip
            form.expect(body.page, one)
        if rows:
            body.page.write(*printed(random, how, [heads], rows))

    return body.write(table)


def headless(random: Random, content: Content) -> Page:
    """No head: below a label a name and two values a row, with their years or an arrow."""
    body, form = _plain(random, content)
    body.label = body.label if body.label not in ("",) else "数値目標"
    form.unit = random.choice(("value", "apart"))
    form.dated = random.choice(("value", "value", "none"))
    arrow = random.choice(("→", "⇒", " → ", "　⇒　", "➡"))
    dress = random.choice(("（{}）", "({})"))
    way = random.choice(("line", "line", "two", "words")) if form.dated == "value" else "line"

    def table(subject: Subject) -> None:
        mark = random.choice(("・", "○", "", "◎"))
        for one in drawn(form, subject, random.randint(2, 4)):
            values = [form.value(one, value) for value in (one.baseline, one.target)]
            if form.dated == "value":
                values = [value + dress.format(form.year(year))
                          for value, year in zip(values, form.years, strict=True)]  # fmt: skip
            if way == "words":
                told = f"現状 {values[0]}　目標 {values[1]}"
            else:
                told = arrow.join(values)
            lines = [f"{mark}{one.title}", told] if way == "two" else [f"{mark}{one.title}　{told}"]
            body.page.write(*lines)
            form.expect(body.page, one)

    return body.write(table)


def united(random: Random, content: Content) -> Page:
    """The unit of all rows stands in the head or above the table: 現状値（％）, （単位：人）."""
    body, form = _plain(random, content)
    form.unit = "none"
    how = random.choice(_HOW)
    way = random.choice(("each", "above", "first"))

    def table(subject: Subject) -> None:
        found = drawn(form, subject, random.randint(2, 5))
        unit = found[0].unit
        found = [one._replace(unit=unit) for one in found]
        head = _heads(form)
        if way == "each":
            head[1:] = [
                f"{one}（{unit}）" if "（" not in one else f"{one}{unit}" for one in head[1:]
            ]
        elif way == "first":
            head[0] += f"（{unit}）"
        else:
            body.page.write(f"（単位：{unit}）")
        rows = [[one.title, form.dress(one.baseline), form.dress(one.target)] for one in found]
        body.page.write(*printed(random, how, [head], rows))
        for one in found:
            form.expect(body.page, one)

    return body.write(table)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (sexes, worded, dated_values, headless, united)
}
