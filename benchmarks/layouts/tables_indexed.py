"""Annexes of indicators by measure (成果指標一覧): a table or fields below each title."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.content_indicators import Measure, Measures
from layouts.page import Page

_TITLES = (
    "成果指標の一覧",
    "まちづくり指標一覧",
    "施策別指標一覧",
    "目標指標一覧",
    "数値目標一覧",
    "指標一覧",
)
_CODES = (
    "施策{n} ",
    "{n} ",
    "施策{n}　",
    "基本目標{n}　",
    "{n}．",
    "（{n}）",
    "政策{n} ",
    "基本施策{n} ",
)
_NAMES = ("指標名", "指標", "成果指標", "項目", "指標項目")
_NOW, _AIM = ("現状値", "基準値", "現状", "実績値"), ("目標値", "目標", "最終目標値")
_YEARS = ("令和{r}年度", "{y}年度", "R{r}", "令和{r}（{y}）年度", "{y}（令和{r}）年度", "")


class Annex:
    """Measures with their indicators, each title a part and each row another."""

    def __init__(self, random: Random, content: Content) -> None:
        self.random, self.page, self.content = random, Page(), content
        self.form = random.choice(("table", "table", "unit", "fields", "arrows"))
        self.names = [random.choice(one) for one in (_NAMES, _NOW, _AIM)]
        first, last = random.randint(2019, 2024), random.randint(2025, 2034)
        era = random.choice(_YEARS)
        self.years = [era.format(y=year, r=year - 2018) for year in (first, last)]
        self.code = random.choice(_CODES)

    def parts(self) -> list[list[list[str]]]:
        """Return for each measure its rows, and for each row its cells."""
        measures = Measures(self.random, [])
        measures.words = measures.bounds = 0
        found: list[list[list[str]]] = []
        kind = "goal" if "目標" in self.code else "policy" if "政策" in self.code else "measure"
        for n in range(1, self.random.randint(3, 6)):
            node = self.content.node(kind)
            self.page.element(kind, node.title, "goal", "policy", "measure")
            rows = [[self.code.format(n=n) + node.title], *([self.head()] if self.head() else [])]
            for _ in range(self.random.randint(1, 3)):
                one = measures.draw(node.department)
                rows += self.row(one)
                self.page.indicator(one.title, one.baseline + one.unit, one.target + one.unit)
            found.append(rows)
        return found

    def head(self) -> list[str]:
        """Return the head of the table, if it has one."""
        name, now, aim = self.names
        years = [f"（{one}）" if one else "" for one in self.years]
        if self.form == "table":
            return [name, now + years[0], aim + years[1]]
        return [name, "単位", now + years[0], aim + years[1]] if self.form == "unit" else []

    def row(self, one: Measure) -> list[list[str]]:
        """Return an indicator as rows of cells."""
        values = [one.baseline + one.unit, one.target + one.unit]
        dated = [value + (f"（{year}）" if year else "")
                 for value, year in zip(values, self.years, strict=True)]  # fmt: skip
        if self.form == "table":
            return [[one.title, *values]]
        if self.form == "unit":
            return [[one.title, one.unit, one.baseline, one.target]]
        if self.form == "fields":
            return [[f"指標：{one.title}"], [f"{self.names[1]} {dated[0]}"],
                    [f"{self.names[2]} {dated[1]}"]]  # fmt: skip
        return [[f"・{one.title}", f"{dated[0]} → {dated[1]}"]]

    def title(self) -> str:
        """Return what stands above the annex."""
        name = self.random.choice((self.content.title, f"{self.content.title}　", ""))
        return f"{name}{self.random.choice((' ', '　'))}{self.random.choice(_TITLES)}".strip()


def on_rows(random: Random, content: Content) -> Page:
    """The annex on one row, or a row for each measure."""
    annex = Annex(random, content)
    between = random.choice((" ", " ", "　", "  "))
    parts = [between.join(cell for row in part for cell in row) for part in annex.parts()]
    title = annex.title()
    if random.random() < 0.6:
        annex.page.write(between.join((title, *parts)))
    else:
        gap = [""] if random.random() < 0.5 else []
        annex.page.write(title, *(line for part in parts for line in (part, *gap)))
    return annex.page


def in_lines(random: Random, content: Content) -> Page:
    """A line for each row, or for each cell."""
    annex = Annex(random, content)
    between = random.choice((" ", "　", "  ", "\n"))
    annex.page.write(annex.title())
    for part in annex.parts():
        annex.page.write(*(between.join(row) for row in part))
        annex.page.write(*([""] if random.random() < 0.3 else []))
    return annex.page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "annex_rows": on_rows, "annex_lines": in_lines,
}  # fmt: skip
