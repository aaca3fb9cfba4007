"""Tables of indicators that are turned, cut by pages, on one row, or with columns of results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from layouts import tables_grid as grid
from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables import Body
from layouts.tables_form import Form
from plangraph.simulate.grammar import Subject

_PLAIN = ("title", "baseline", "target")


def turned(random: Random, content: Content) -> Page:
    """Indicators stand side by side, below each the value now and the value aimed at."""
    body, form = Body(random, content), Form(random, content, _PLAIN)
    form.dated = random.choice(("head", "none"))
    date = random.choice(("（{}）", "({})"))
    how = random.choice((" ", "　", "\t", "  ", "cells"))
    most = random.choice((1, 2, 3))
    middle = random.random() < 0.2

    def table(subject: Subject) -> None:
        found = form.draw(random.randint(1, most), subject.department)
        dates = [
            date.format(form.year(one)) if form.dated == "head" else ""
            for one in (form.years[0], form.middle, form.years[1])
        ]
        rows = [[form.words["title"], *map(form.title, found)]]
        if form.unit == "column":
            rows.append(["単位", *(form.dress(one.unit) for one in found)])
        for number, kind in enumerate(("baseline", "middle", "target")):
            if kind != "middle" or middle:
                values = [form.value(one, getattr(one, kind)) for one in found]
                rows.append([form.words[kind] + dates[number], *values])
        if how == "cells":
            body.page.write(*[cell for row in rows for cell in row])
        else:
            body.page.write(*[how.join(row) for row in rows])
        for one in found:
            form.expect(body.page, one)

    form.unit = random.choice(("value", "value", "apart", "column", "name"))
    return body.write(table)


def results(random: Random, content: Content) -> Page:
    """Results of the years before, and a value aimed at: 実績値 R2 R3 R4, 目標値 R9."""
    body, form = Body(random, content), Form(random, content, _PLAIN)
    form.unit = random.choice(("column", "value", "name"))
    form.dated = "head"
    count = random.choice((2, 3, 4))
    form.years = (content.start - 1, content.end)
    told = [form.year(form.years[0] - count + 1 + number) for number in range(count)]
    aim, between = form.year(form.years[1]), random.choice((" ", "　", "\t", "  "))
    first = [form.words["title"], *["単位"] * (form.unit == "column")]
    word = random.choice(("実績値", "実績", "現状値"))
    heads = random.choice((
        [[*first, *[f"{year}{word}" for year in told], f"{aim}{form.words['target']}"]],
        [[*first, word, form.words["target"]], [*told, aim]],
        [[*first, *[f"{word}（{year}）" for year in told], f"{form.words['target']}（{aim}）"]],
    ))  # fmt: skip

    def table(subject: Subject) -> None:
        lines = [between.join(head) for head in heads]
        for one in form.draw(random.randint(1, 4), subject.department):
            past = [form.value(one, _before(one, step)) for step in range(count - 1, 0, -1)]
            values = [*past, form.value(one, one.baseline), form.value(one, one.target)]
            unit = [form.dress(one.unit)] * (form.unit == "column")
            lines.append(between.join([form.title(one), *unit, *values]))
            form.expect(body.page, one)
        body.page.write(*lines)

    return body.write(table)


def _before(one: Measure, step: int) -> str:
    """Return a result of some years before; a dash where it was not counted."""
    plain = one.baseline.replace(",", "")
    if not plain.replace(".", "").isdigit():
        return "－"
    digits = len(plain.split(".")[1]) if "." in plain else 0
    return f"{float(plain) * (1 - 0.02 * step):,.{digits}f}"


def one_row(random: Random, content: Content) -> Page:
    """A page on one row: headings, sentences, table, works one behind the other."""
    body, form = Body(random, content), Form(random, content)
    form.columns = tuple(one for one in form.columns if one not in ("trend", "number"))
    body.label = body.label or "成果指標"
    body.footer = ""
    between = random.choice((" ", " ", "　", "  "))
    heads = form.heads()

    def table(subject: Subject) -> None:
        found = form.draw(random.randint(1, 4), subject.department)
        rows = [form.row(one, number) for number, one in enumerate(found, 1)]
        cells = [cell for row in (*heads, *rows) for cell in row if cell]
        body.page.write(between.join(cells))
        for one in found:
            form.expect(body.page, one)

    page = body.write(table)
    pages: list[str] = []
    for line in page.lines[2:]:
        if not line or not pages:
            pages.append("")
        pages[-1] += (between if line and pages[-1] else "") + line
    page.lines = [content.title, *filter(None, pages)]
    return page


def torn(random: Random, content: Content) -> Page:
    """A long table cut by pages: number and running head between its rows, its head again or not.

    A row may be cut within its name.
    """
    page, form = Page(), Form(random, content)
    form.columns = tuple(one for one in form.columns if one != "trend")
    heads, between = form.heads(), random.choice((" ", "　", "  "))
    title = random.choice(("指標一覧", "成果指標一覧", "３　施策の成果指標"))
    head_again = random.random() < 0.6
    running = random.choice(("", content.title, f"第{random.randint(2, 5)}章　計画の推進"))
    foot = random.choice(("{}", "- {} -", "{}"))
    wide = random.choice((0, 0, random.randint(10, 18)))
    place = random.choice(("top", "middle"))

    def shown(rows: Sequence[list[str]]) -> list[str]:
        widths = [wide if kind == "title" else 0 for kind in form.columns]
        return grid.as_seen(grid.narrowed(rows, widths), between, place)

    page.write(content.title, "", title, "計画の進み具合を確かめるための指標を次のとおり定めます。")
    page.write(*shown(heads))
    number, count = random.randint(40, 90), random.randint(12, 22)
    found = form.draw(count, content.node("measure").department)
    cut = random.randint(4, 8)
    for row, one in enumerate(found, 1):
        lines = shown([form.row(one, row)])
        form.expect(page, one)
        if row % cut or row == count:
            page.write(*lines)
            continue
        page.write(*lines, foot.format(number), *[running] * bool(running))
        page.write(*shown(heads) if head_again else ())
        number += 1
    return page


def offices(random: Random, content: Content) -> Page:
    """One table of all measures: measure and office stand in columns of their own, values first."""
    body = Body(random, content)
    order = random.choice((
        ("number", "baseline", "target", "title", "department"),
        ("number", "title", "unit", "baseline", "target", "department"),
        ("baseline", "target", "title"), ("title", "department", "baseline", "target"),
        ("title", "source", "baseline", "middle", "target", "department"),
        ("title", "target", "baseline"), ("title", "target", "baseline", "department"),
    ))  # fmt: skip
    form = Form(random, content, order)
    if "unit" not in order:
        form.unit = random.choice(("value", "value", "apart", "name"))
    heads, between = form.heads(), random.choice((" ", "　", "\t", "  "))

    def table(subject: Subject) -> None:
        found = form.draw(random.randint(2, 4), subject.department)
        rows = [form.row(one, number) for number, one in enumerate(found, 1)]
        body.page.write(*[between.join(filter(None, row)) for row in (*heads, *rows)])
        for one in found:
            form.expect(body.page, one)

    return body.write(table)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (turned, results, one_row, torn, offices)
}
