"""Measures of English plans: tables with years as heads, cards, lines behind each strategy."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.page import Page

_NAMES = (
    ("Residents who feel safe walking at night", "%"),
    ("Average bus wait time", " minutes"),
    ("New affordable homes built", ""),
    ("Household waste recycled", "%"),
    ("Playgrounds renewed", ""),
    ("Residents volunteering each year", ""),
    ("Carbon emissions per resident", " tonnes"),
    ("Library visits", ""),
    ("Children ready for school", "%"),
    ("Roads in good condition", "%"),
    ("Vacant storefronts downtown", ""),
    ("Trail network completed", " miles"),
    ("Calls answered within two minutes", "%"),
    ("Employees completing training", "%"),
    ("Visitors to the harbor festival", ""),
    ("Water main breaks", ""),
    ("Registered small farms", ""),
)
_GOALS = (
    "Welcoming Neighborhoods",
    "A Thriving Local Economy",
    "Clean Water and Air",
    "Getting Around Easily",
    "Healthy and Safe Residents",
    "A Well Run City",
)


def measures(random: Random, content: Content) -> Page:
    """Below each goal its measures, in one of the ways that plans print them."""
    page = Page()
    start, end = content.start, content.end
    page.write(f"Fernvale Strategic Plan {start}–{end}", "")
    label = random.choice(
        (
            "Key Performance Indicators",
            "Measures of Success",
            "How we will measure success",
            "Performance Measures",
            "KPIs",
        )
    )
    way = random.choice(("years", "table", "card", "line", "brackets", "apart", "unit"))
    between = random.choice(("  ", "   ", "\t", " | "))
    known = list(_NAMES)
    random.shuffle(known)
    word = random.choice(("Goal", "Priority", "Strategic Goal"))
    base, aim = random.choice((("Baseline", "Target"), ("Current", "Goal"), ("Baseline", "Goal")))
    for number, goal in enumerate(random.sample(_GOALS, random.randint(2, 4)), 1):
        page.write(f"{word} {number}: {goal}")
        page.element("goal", goal)
        page.write(
            "The city will work with its partners to improve this over the coming years.", label
        )
        found = [known.pop() for _ in range(random.randint(1, 4))]
        page.write(*_written(random, page, found, way, between, (base, aim), (start, end)), "")
    return page


def _written(
    random: Random,
    page: Page,
    found: list[tuple[str, str]],
    way: str,
    between: str,
    words: tuple[str, str],
    years: tuple[int, int],
) -> list[str]:
    lines: list[str] = []
    head = {
        "years": ["Measure", str(years[0]), f"{years[1]} Target"],
        "table": ["Indicator", f"{words[0]} ({years[0]})", f"{words[1]} ({years[1]})"],
        "apart": ["Indicator", *words, "Source"],
        "unit": ["Indicator", "Unit", *words],
    }.get(way)
    if head:
        lines.append(between.join(head))
    for name, unit in found:
        low = random.randint(12, 60) if unit == "%" else random.randint(4, 900)
        values = f"{low:,}{unit}", f"{round(low * random.uniform(1.1, 1.5)):,}{unit}"
        row = {
            "apart": [name, *values, "City survey"],
            "unit": [name, unit.strip() or "number", *(one.removesuffix(unit) for one in values)],
        }.get(way, [name, *values])
        lines += {
            "card": [name, f"{words[0]}: {values[0]}", f"{words[1]}: {values[1]}"],
            "line": [
                f"• {name}: {words[0]} {values[0]} ({years[0]}), "
                f"{words[1]} {values[1]} ({years[1]})"
            ],
            "brackets": [
                f"• {name} ({words[0].lower()}: {values[0]}; {words[1].lower()}: {values[1]})"
            ],
        }.get(way, [between.join(row)])
        page.indicator(name, *values)
    return lines


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"measures": measures}
