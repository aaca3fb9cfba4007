"""All indicators of a plan in one list at its end; and lists in English."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts import tables_grid as grid
from layouts.content import Content
from layouts.page import Page
from layouts.tables_form import Form

_HEADINGS = (
    "成果指標一覧",
    "指標一覧",
    "資料編　成果指標一覧",
    "数値目標一覧",
    "３　目標指標一覧",
    "施策別指標一覧",
)


def at_end(random: Random, content: Content) -> Page:
    """One list: the measure as a row of its own, as a column, or above each table; heads again."""
    page, form = Page(), Form(random, content)
    heads, between = form.heads(), random.choice((" ", " ", "　", "  "))
    place = random.choice(("row", "row", "column", "above"))
    how = random.choice(("rows", "rows", "seen", "cells"))
    word = random.choice(("施策", "基本施策", "施策の柱", ""))
    width = random.randint(9, 20)
    page.write(content.title, "", random.choice(_HEADINGS))
    number, lines = 1, 0
    known: list[str] = []

    def printed(rows: list[list[str]]) -> list[str]:
        long = [len(form.columns) > 0 and kind == "title" for kind in kinds]
        widths = [width if one and how != "rows" else 0 for one in long]
        cells = grid.narrowed(rows, widths)
        if how == "cells":
            return grid.by_cell(cells)
        return (
            grid.by_row(cells, between) if how == "rows" else grid.as_seen(cells, between, "middle")
        )

    kinds = (["owner"] if place == "column" else []) + list(form.columns)
    first = [
        ["施策名" if word != "施策の柱" else "施策の柱"] + heads[0],
        *[["", *one] for one in heads[1:]],
    ]
    own_heads = first if place == "column" else heads
    if place != "above":
        page.write(*printed(own_heads))
    for one, node in enumerate(content.tree(("measure",), 3, 6), 1):
        name = f"{word}{one}　{node.title}" if word else f"{one} {node.title}"
        if place != "column":
            page.write(name)
            page.element("measure", node.title, "policy", optional=True)
            if place == "above":
                page.write(*printed(heads))
        found = form.draw(random.randint(1, 4), node.department)
        for measure in found:
            row = form.row(measure, number)
            row = [name if name not in known else "", *row] if place == "column" else row
            known.append(name)
            page.write(*printed([row]))
            form.expect(page, measure)
            number += 1
        if place == "column":
            page.element("measure", node.title, "policy", optional=True)
        lines += len(found)
        if lines > 6 and place != "above" and random.random() < 0.5:
            page.write(str(80 + number // 4), *printed(own_heads))
            lines = 0
    return page


_ENGLISH = (
    ("Residents satisfied with parks", "%"), ("Housing units completed", "units"),
    ("Average response time to fire calls", "minutes"), ("Miles of sidewalk repaired", "miles"),
    ("Library visits per year", ""), ("Households within a ten-minute walk of a park", "%"),
    ("Recycling rate", "%"), ("Energy used by city buildings", "MWh"), ("Trees planted", "trees"),
    ("Small businesses supported", "businesses"), ("Violent crime per 1,000 residents", ""),
    ("Permits issued within 30 days", "%"), ("Volunteers registered", "people"),
    ("Community greenhouse gas emissions", "tonnes"), ("Water loss", "%"),
    ("Streets in good condition", "%"), ("Youth enrolled in summer programs", "people"),
)  # fmt: skip
_TITLES = (
    "Support Local Business", "Keep Neighborhoods Safe", "Protect Open Space", "Improve Mobility",
    "Expand Housing Choices", "Strengthen City Services", "Grow the Tree Canopy",
)  # fmt: skip


def english(random: Random, content: Content) -> Page:
    """Performance measures below goals of an English plan."""
    page = Page()
    start = content.start
    page.write(f"City of Alder Bay Strategic Plan {start}-{content.end}", "")
    named = random.choice(("Performance Measure", "Indicator", "Measure", "KPI", "Metric"))
    base = random.choice(("Baseline", "Current", "Actual", "Baseline ({})", "{} Actual"))
    aim = random.choice(("Target", "Goal", "Target ({})", "{} Target"))
    owner = random.random() < 0.3
    way = random.choice(("tabs", "spaces", "bars", "cells", "labels", "sentence"))
    known = list(_ENGLISH)
    random.shuffle(known)
    head = [named, base.format(start), aim.format(content.end), *["Lead"] * owner]
    dated = "{" in base and "{" in aim
    for number, title in enumerate(random.sample(_TITLES, random.randint(2, 4)), 1):
        page.write(f"Goal {number}: {title}")
        page.element("goal", title)
        page.write("The city works with its partners so that every resident can benefit.")
        found = [known.pop() for _ in range(random.randint(1, 4))]
        rows = []
        for name, unit in found:
            low = random.randint(12, 70) if unit == "%" else random.randint(3, 4000)
            values = [f"{low:,}", f"{round(low * random.uniform(1.05, 1.35)):,}"]
            if unit == "%":
                values = [value + "%" for value in values]
            rows.append([name, *values, *["Public Works"] * owner])
            told: dict[str, str | int] = {}
            if dated:
                told = {"baseline_year": start, "target_year": content.end}
            if unit == "%":
                told["unit"] = "%"
            page.indicator(name, values[0], values[1], **told if way != "sentence" else {})
        page.write(*_english(way, head, rows))
        page.write("")
    return page


def _english(way: str, head: list[str], rows: list[list[str]]) -> list[str]:
    if way == "bars":
        shown = ["| " + " | ".join(row) + " |" for row in (head, *rows)]
        return [shown[0], "|" + "---|" * len(head), *shown[1:]]
    if way == "cells":
        return [cell for row in (head, *rows) for cell in row]
    if way == "labels":
        return [f"{label}: {cell}" for row in rows for label, cell in zip(head, row, strict=True)]
    if way == "sentence":
        return [
            f"- Increase {row[0][0].lower()}{row[0][1:]} from {row[1]} to {row[2]}." for row in rows
        ]
    return [("\t" if way == "tabs" else "  ").join(row) for row in (head, *rows)]


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (at_end, english)
}
