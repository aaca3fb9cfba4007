"""Measures of English plans as councils print them: by years, below objectives, in promises."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from layouts.content import Content
from layouts.content_en import English, Part
from layouts.page import Page

#: A name, its unit behind (or before) values, where values lie, whether less is better.
_NAMES = (
    ("Percentage of residents who feel safe in their neighbourhood", "%", 40, 80, False),
    ("Median emergency response time", " minutes", 6, 12, True),
    ("Affordable housing units permitted", "", 40, 400, False),
    ("Household waste diverted from landfill", "%", 30, 60, False),
    ("Number of community events supported", "", 12, 90, False),
    ("Tree canopy cover", "%", 12, 30, False),
    ("Annual transit ridership", " million", 1, 9, False),
    ("Street pavement condition index", "", 55, 75, False),
    ("Business licences issued", "", 200, 2000, False),
    ("Resident satisfaction with council services", "%", 50, 80, False),
    ("Community greenhouse gas emissions", " tonnes", 20000, 90000, True),
    ("Water lost through leaks", "%", 9, 25, True),
    ("Building permits processed within 20 days", "%", 50, 85, False),
    ("Library card holders", "", 4000, 40000, False),
    ("Kilometres of protected bike lanes", " km", 8, 90, False),
    ("Unemployment rate", "%", 4, 9, True),
    ("General fund reserve ratio", "%", 9, 22, False),
    ("Employee turnover", "%", 9, 21, True),
    ("Visitor spending", "$", 20, 400, False),
    ("311 calls answered within 60 seconds", "%", 40, 80, False),
    ("High school graduation rate", "%", 70, 88, False),
    ("People sleeping rough", "", 20, 300, True),
    ("Online services available", "", 15, 60, False),
    ("Hectares of parkland restored", " ha", 5, 60, False),
    ("Serious injuries and fatalities on local roads", "", 9, 90, True),
    ("Volunteer hours contributed", "", 2000, 20000, False),
)  # fmt: skip


class _Measure(NamedTuple):
    name: str
    base: str
    middle: str
    target: str
    less: bool


class _Measures:
    """Draws measures; none comes twice."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.known = random.sample(_NAMES, len(_NAMES))

    def draw(self) -> _Measure:
        name, unit, low, high, less = self.known.pop()
        base = self.random.randint(low, high)
        step = max(2, round(base * self.random.uniform(0.06, 0.2))) * (-1 if less else 1)
        values = [f"{base + step * n // 2:,}" for n in range(3)]
        shown = [f"${one} million" if unit == "$" else one + unit for one in values]
        return _Measure(name, shown[0], shown[1], shown[2], less)


def _plan(
    random: Random, label: str, write: Callable[[Page, English, list[_Measure]], list[str]]
) -> Page:
    """Goals with objectives, below each its measures."""
    page, english, measures = Page(), English(random), _Measures(random)
    page.write(english.title, "")
    word = random.choice(("Goal", "Priority", "Strategic Priority", "Theme", "Focus Area"))
    joint = random.choice((": ", " - ", ". ", " – "))
    own = random.choice(("Objectives", "Strategies", "Actions", "What we will do", ""))

    def goal(number: int, part: Part) -> None:
        page.write(f"{word} {number}{joint}{part.title}")
        page.element("goal", part.title)
        page.write(english.sentences(part.field, 1))
        if own:
            page.write(own)
            kind = "direction" if own in ("Actions", "What we will do") else "policy"
            kind = "measure" if own == "Strategies" else kind
            for child in part.children:
                page.write(f"• {child.title}")
                page.element(kind, child.title, "policy", "measure", "direction")
        page.write(*[label] * bool(label))
        page.write(*write(page, english, [measures.draw() for _ in range(random.randint(1, 3))]))
        page.write("")

    for number, part in enumerate(english.tree(("name_of", "act"), 2, 3)[:5], 1):
        goal(number, part)
    return page


def dashboard(random: Random, content: Content) -> Page:
    """Results and targets by fiscal year, with a status or what is wanted behind them."""
    label = random.choice(("Performance Measures", "Key Performance Indicators", "Scorecard",
                           "Measuring Our Progress", "How will we know?"))  # fmt: skip
    first = content.start
    fiscal = random.choice(("FY{:02d}", "FY {:02d}", "20{:02d}", "FY20{:02d}", "20{:02d}/{next}"))

    def year(number: int) -> str:
        return fiscal.format((first + number) % 100, next=(first + number + 1) % 100)

    name = random.choice(("Measure", "Performance Measure", "Indicator", "KPI", "Metric"))
    way = random.choice(("two", "three", "status", "wanted", "reported"))
    between = random.choice(("  ", "   ", "\t", " | ", "\n"))
    head = {
        "two": [name, f"{year(0)} Actual", f"{year(4)} Target"],
        "three": [name, f"{year(0)} Actual", f"{year(1)} Target", f"{year(4)} Target"],
        "status": [name, f"Baseline ({year(0)})", f"Target ({year(4)})", "Status"],
        "wanted": [name, "Desired trend", f"Baseline {year(0)}", f"Target {year(4)}"],
        "reported": [name, "Baseline", "Target", "Frequency"],
    }[way]  # fmt: skip

    def write(page: Page, _: English, found: list[_Measure]) -> list[str]:
        lines = [between.join(head)]
        for one in found:
            page.indicator(one.name, one.base, one.target)
            cells = {
                "two": [one.base, one.target], "three": [one.base, one.middle, one.target],
                "status": [one.base, one.target, random.choice(("On track", "Behind", "Met"))],
                "wanted": [random.choice(("Decrease",) if one.less else ("Increase", "↑")),
                           one.base, one.target],
                "reported": [one.base, one.target, random.choice(("Annual", "Quarterly"))],
            }[way]  # fmt: skip
            lines.append(between.join([one.name, *cells]))
        return [line for one in lines for line in one.split("\n")]

    return _plan(random, label, write)


def objectives(random: Random, content: Content) -> Page:
    """Lines with labels below each objective: Measure, Baseline, Target."""
    start, end = content.start, content.end
    first = random.choice(("Measure", "KPI", "Indicator", "Performance measure", "Metric"))
    base = random.choice(("Baseline", "Current", "Baseline ({})", "Where we are now"))
    aim = random.choice(("Target", "Target ({})", "Goal", "{} target", "Where we want to be"))
    base, aim = base.format(start), aim.format(end)
    way = random.choice(("lines", "lines", "line", "semicolon", "behind", "dash", "arrow"))
    mark = random.choice(("• ", "- ", "", "◦ "))

    def write(page: Page, _: English, found: list[_Measure]) -> list[str]:
        lines = []
        for one in found:
            page.indicator(one.name, one.base, one.target)
            lines += {
                "lines": [f"{first}: {one.name}", f"{base}: {one.base}", f"{aim}: {one.target}"],
                "line": [f"{first}: {one.name} {base}: {one.base} {aim}: {one.target}"],
                "semicolon": [f"{mark}{one.name}; {base}: {one.base}; {aim}: {one.target}"],
                "behind": [f"{mark}{one.name}: {one.base} ({base.lower()}), "
                           f"{one.target} ({aim.lower()})"],
                "dash": [f"{mark}{one.name} – {base} {one.base}, {aim} {one.target}"],
                "arrow": [f"{mark}{one.name}: {one.base} → {one.target}"],
            }[way]  # fmt: skip
        return lines

    label = random.choice(
        (
            "Measures of success",
            "Key performance indicators",
            "Success measures",
            "We will know we have succeeded when",
            "How we will measure progress",
        )
    )
    return _plan(random, "" if way in ("lines", "line") else label, write)


def promises(random: Random, content: Content) -> Page:
    """Sentences: Increase a share from 41% (2022) to 55% by 2027."""
    start, end = content.start, content.end
    label = random.choice(("Targets", "Measurable targets", "Key targets", "Outcomes by {}",
                           "Measures of success"))  # fmt: skip
    more = random.choice(("Increase", "Raise", "Grow"))
    way = random.choice(("both", "end", "plain", "in"))
    mark = random.choice(("• ", "- ", "", "* "))
    stop = random.choice((".", ""))

    def write(page: Page, _: English, found: list[_Measure]) -> list[str]:
        lines = []
        for one in found:
            name = one.name if one.name[:3] == "311" else one.name[0].lower() + one.name[1:]
            page.indicator(name, one.base, one.target)
            act = "Reduce" if one.less else more
            text = {
                "both": f"from {one.base} ({start}) to {one.target} by {end}",
                "end": f"from {one.base} to {one.target} by {end}",
                "plain": f"from {one.base} to {one.target}",
                "in": f"from {one.base} in {start} to {one.target} in {end}",
            }[way]
            lines.append(f"{mark}{act} {name} {text}{stop}")
        return lines

    return _plan(random, label.format(end), write)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    one.__name__: one for one in (dashboard, objectives, promises)
}
