"""Tables of indicators within the body of a plan, as text extraction leaves them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from layouts import tables_grid as grid
from layouts.content import Content
from layouts.content_indicators import Measure
from layouts.page import Page
from layouts.tables_form import Form
from plangraph.simulate.grammar import Subject

#: What prints a table: its rows of heads, its rows.
Print = Callable[[Sequence[list[str]], Sequence[list[str]]], list[str]]
_LABELS = ("成果指標", "【成果指標】", "■ 数値目標", "◆施策の指標", "（２）目標指標", "［指標］",
           "指標",
           "○成果指標・数値目標", "重要業績評価指標（KPI）", "３　まちづくりの指標", "",
           "")  # fmt: skip
_WORKS = (
    "主な取組",
    "【主な事業】",
    "■ 主な取組",
    "◆主な事業",
    "（３）具体的な取組",
    "［主な事業］",
)
_ISSUES = (
    "現状と課題",
    "【現状と課題】",
    "■ 現状と課題",
    "◆現状と課題",
    "（１）現状と課題",
    "［現状と課題］",
)
_NOTES = (
    "※現状値は各年度末の数値です。",
    "※目標値は見込みを含みます。",
    "注）累計は計画期間の合計です。",
)


#: A page has so many lines at least.
_PAGE = 18


class Body:
    """What goes around the tables of a plan: goals, measures, issues, works."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random, self.content, self.page = random, content, Page()
        self.goal = random.choice(("基本目標", "政策", "基本方針", "まちづくりの目標", ""))
        self.measure = random.choice(("施策", "基本施策", "施策", "個別施策"))
        self.between = random.choice((" ", "　", "：", "　"))
        style = random.randrange(6)
        self.label = random.choice(_LABELS)
        self.issues = _ISSUES[style] if random.random() < 0.6 else ""
        self.works = _WORKS[style] if random.random() < 0.7 else ""
        self.notes = random.choice(_NOTES) if random.random() < 0.25 else ""
        self.footer = random.choice(("", "", "{}", "- {} -"))
        self.number = random.randint(12, 60)

    def write(self, table: Callable[[Subject], None]) -> Page:
        """Write goals and their measures; ``table`` writes the indicators of a measure."""
        page, chance = self.page, self.random
        page.write(self.content.title, "")
        kinds = ("goal", "measure") if self.goal else ("measure",)
        tree = self.content.tree(kinds, 1, 3)
        goals = tree if self.goal else [None]
        printed = 0
        for first, goal in enumerate(goals, 1):
            if goal is not None:
                kind, other = {
                    "基本方針": ("policy", "goal"), "政策": ("policy", "goal"),
                }.get(self.goal, ("goal", "goal"))  # fmt: skip
                page.write(f"{self.goal}{first}{self.between}{goal.title}")
                page.element(kind, goal.title, other)
            for second, node in enumerate(goal.children if goal else tree, 1):
                code = f"{first}-{second}" if goal else f"{second}"
                page.write(f"{self.measure}{code}{self.between}{node.title}")
                page.element("measure", node.title)
                if self.issues:
                    page.write(self.issues)
                page.write(*self.content.sentences(node.subject, chance.randint(1, 2)))
                if self.label:
                    page.write(self.label)
                table(node.subject)
                if self.notes:
                    page.write(self.notes)
                if self.works:
                    page.write(self.works)
                    for _ in range(chance.randint(2, 4)):
                        title = self.content.named("project", node.subject)
                        page.write(f"・{title}")
                        page.element("project", title, "direction")
                if self.footer and len(page.lines) - printed > _PAGE:
                    printed = len(page.lines)
                    page.write(self.footer.format(self.number))
                    self.number += 1
                page.write("")
        return page


def _tabled(
    random: Random, content: Content, choose: Callable[[Form], Print],
    columns: tuple[str, ...] = (), least: int = 1,
) -> Page:  # fmt: skip
    """Write a plan whose measures each have a table, printed in the way of the city."""
    body, form = Body(random, content), Form(random, content, columns)
    print_ = choose(form)
    heads = form.heads()

    def table(subject: Subject) -> None:
        found = form.draw(random.randint(least, 5), subject.department)
        rows = [form.row(one, number) for number, one in enumerate(found, 1)]
        body.page.write(*print_(heads, rows))
        for one in found:
            form.expect(body.page, one)

    return body.write(table)


#: What parts cells; where short cells stand beside those of several lines.
_SPACES = (" ", " ", "　", "  ")
_PLACES = ("middle", "top", "between")


def _between(random: Random) -> str:
    return random.choice((*_SPACES, "\t"))


def rows(random: Random, content: Content) -> Page:
    """A row a line."""
    between = _between(random)

    def choose(form: Form) -> Print:
        def print_(heads: Sequence[list[str]], rows: Sequence[list[str]]) -> list[str]:
            cells = grid.narrowed([*heads, *rows], [0] * len(form.columns))
            return grid.by_row(cells, between)

        return print_

    return _tabled(random, content, choose)


def _widths(form: Form, random: Random) -> list[int]:
    """Return narrow columns: the name is wrapped, heads too where they are long."""
    head = random.choice((0, 5, 8))
    wide = {"title": random.randint(8, 20), "told": random.randint(9, 16), "department": 0,
            "source": 6}  # fmt: skip
    return [wide.get(kind, head) for kind in form.columns]


def _fitting(
    form: Form, heads: Sequence[list[str]], rows: Sequence[list[str]], widths: list[int]
) -> grid.Cells:
    """Wrap heads and names; values are never cut."""
    names = ("title", "told", "source")
    whole = [
        width if kind in names else 0 for kind, width in zip(form.columns, widths, strict=True)
    ]
    return grid.narrowed(heads, widths) + grid.narrowed(rows, whole)


def seen(random: Random, content: Content) -> Page:
    """The lines of the page as they are seen: names wrapped around their values."""
    place, between = random.choice(_PLACES), random.choice(_SPACES)

    def choose(form: Form) -> Print:
        widths = _widths(form, random)

        def print_(heads: Sequence[list[str]], rows: Sequence[list[str]]) -> list[str]:
            return grid.as_seen(_fitting(form, heads, rows, widths), between, place)

        return print_

    return _tabled(random, content, choose)


def flowing(random: Random, content: Content) -> Page:
    """Each cell with all its lines, the next behind its last line."""
    between = random.choice(_SPACES)

    def choose(form: Form) -> Print:
        widths = _widths(form, random)

        def print_(heads: Sequence[list[str]], rows: Sequence[list[str]]) -> list[str]:
            return grid.cell_after_cell(_fitting(form, heads, rows, widths), between)

        return print_

    return _tabled(random, content, choose)


def cells(random: Random, content: Content) -> Page:
    """Each cell, or each line of it, on a line of its own."""

    def choose(form: Form) -> Print:
        widths = _widths(form, random)
        if random.random() < 0.5:
            widths = [0] * len(widths)

        def print_(heads: Sequence[list[str]], rows: Sequence[list[str]]) -> list[str]:
            return grid.by_cell(_fitting(form, heads, rows, widths))

        return print_

    return _tabled(random, content, choose)


def columns(random: Random, content: Content) -> Page:
    """A column after the other, each with its head; names are not wrapped."""

    def choose(form: Form) -> Print:
        def print_(heads: Sequence[list[str]], rows: Sequence[list[str]]) -> list[str]:
            one = grid.narrowed([*heads, *rows], [0] * len(form.columns))
            return grid.by_column(one)

        return print_

    return _tabled(random, content, choose, least=2)


def explained(random: Random, content: Content) -> Page:
    """Columns that say how an indicator is measured, and where its values are from."""
    found = ["title", "baseline", "target"]
    if random.random() < 0.3:
        found.insert(1, "unit")
    told = random.choice((("told",), ("source",), ("told", "source"), ("told", "department")))
    place = random.choice((1, len(found)))
    found[place:place] = told
    how, between = random.choice(("seen", "flowing", "rows", "cells")), random.choice(_SPACES)
    middle = random.choice(_PLACES)

    def choose(form: Form) -> Print:
        widths = _widths(form, random)

        def print_(heads: Sequence[list[str]], rows: Sequence[list[str]]) -> list[str]:
            if how == "rows":
                return grid.by_row(grid.narrowed([*heads, *rows], [0] * len(widths)), between)
            fitted = _fitting(form, heads, rows, widths)
            if how == "cells":
                return grid.by_cell(fitted)
            if how == "flowing":
                return grid.cell_after_cell(fitted, between)
            return grid.as_seen(fitted, between, middle)

        return print_

    return _tabled(random, content, choose, tuple(found))


def yearly(random: Random, content: Content) -> Page:
    """The value now and one aimed at for each year, below a head: 目標値 R5 R6 R7."""
    body, form = Body(random, content), Form(random, content, ("title", "baseline", "target"))
    form.unit = random.choice(("column", "value", "name"))
    form.dated = "head"
    count = random.choice((3, 4, 5))
    form.years = (content.start - 1, content.start + count - 1)
    united, between = form.unit == "column", _between(random)
    years = [form.year(content.start + number) for number in range(count)]
    own = form.words["baseline"], form.year(form.years[0])
    first = [form.words["title"], *["単位"] * united]
    heads = random.choice((
        [[*first, "{}（{}）".format(*own), *[f"{year}目標" for year in years]]],
        [[*first, own[0], form.words["target"]], [f"（{own[1]}）", *years]],
        [[*first, own[0], "年度別目標値"], [own[1], *years]],
        [[form.words["target"]], [*first, own[0], *years]],
    ))  # fmt: skip
    if all(own[1] not in cell for head in heads for cell in head):
        form.dated = "none"

    def table(subject: Subject) -> None:
        found = form.draw(random.randint(1, 4), subject.department)
        lines = [between.join(head) for head in heads]
        for one in found:
            steps = [one.middle] * (count - 1)
            values = [form.value(one, value) for value in (one.baseline, *steps, one.target)]
            cells = [form.title(one), *[form.dress(one.unit)] * united, *values]
            lines.append(between.join(cells))
            form.expect(body.page, one)
        body.page.write(*lines)

    return body.write(table)


def twofold(random: Random, content: Content) -> Page:
    """Two tables side by side, or two indicators in a row of one table."""
    body = Body(random, content)
    form = Form(random, content, ("title", "baseline", "target"))
    together, heads = random.random() < 0.5, form.heads()
    between = random.choice((" ", "　"))

    def cells(found: list[Measure]) -> list[str]:
        whole = [*heads, *[form.row(one, 1) for one in found]]
        return [between.join(cell for cell in row if cell) for row in whole]

    def table(subject: Subject) -> None:
        found = form.draw(random.choice((2, 4)), subject.department)
        half = len(found) // 2
        if together:
            rows = [
                [cell for one in found[n::half][:2] for cell in form.row(one, 1)]
                for n in range(half)
            ]
            lines = [" ".join(filter(None, one + one)) for one in heads]
            lines += [" ".join(row) for row in rows]
        else:
            lines = grid.abreast(cells(found[:half]), cells(found[half:]), random)
        body.page.write(*lines)
        for one in found:
            form.expect(body.page, one)

    return body.write(table)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (rows, seen, flowing, cells, columns, explained, yearly, twofold)
}
