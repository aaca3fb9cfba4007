"""Scorecards of English plans whose cells stand one below the other, as sites and PDF give them.

Every cell of a table on its line, or a name above lines that say its values; goals stand above
their measures, with a word and number or without.
"""

from __future__ import annotations

from random import Random

from layouts.content import Content
from layouts.content_en import English
from layouts.page import Page
from layouts.tables_scores import _Measure, _Measures

_STATUS = ("On track", "Off track", "Monitor", "Achieved", "Needs attention", "Complete")
_UNITS = ("number", "count", "%", "ratio", "days")
_SOURCES = ("Annual survey", "City records", "Annual", "Quarterly", "Finance", "State data")
_LABELS = ("How we will know", "Key performance indicators", "Measures of success", "Measures",
           "How we will measure progress", "Performance Measures", "", "")  # fmt: skip
_SITE = ("Filter by pillar", "All", "Filter by status", "All", "On track 6", "Monitor 2",
         "Off track 1", "Complete 1", "Last refreshed: 2031-06-30")  # fmt: skip


def _titles(random: Random) -> str:
    """Draw how goals are headed."""
    word = random.choice(("Goal", "PILLAR", "Focus Area", "Outcome", "Priority", "Theme"))
    between = random.choice((": ", " – ", "\n", ". "))
    return random.choice((f"{word} {{number}}{between}{{title}}", "{title}", "{number}. {title}"))


def _years(random: Random, content: Content) -> tuple[str, str]:
    form = random.choice(("{}", "FY{}", "FY {}", "{}/{next}"))
    first, last = (form.format(one, next=(one + 1) % 100) for one in (content.start, content.end))
    return first, last


class _Table:
    """A table in one order of columns, each cell on its line."""

    def __init__(self, random: Random, first: str, last: str) -> None:
        self.random = random
        name = random.choice(("Measure", "Indicator", "KPI", "Community indicator", "Metric"))
        self.base = random.choice(("Baseline", f"{first} Actual", f"Baseline ({first})", first))
        self.aim = f"{last} Target" if self.base == first else random.choice(
            ("Target", f"{last} Target", f"Target {last}", f"Target ({last})")
        )  # fmt: skip
        self.columns = [name, *(["Unit"] if random.random() < 0.3 else []), self.base,
                        *(["Current"] if random.random() < 0.2 and self.base != first else []),
                        self.aim,
                        *([random.choice(("Status", "Source", "Frequency", "Lead"))]
                          if random.random() < 0.6 else [])]  # fmt: skip

    def rows(self, found: list[_Measure]) -> list[str]:
        """Return the lines of the table."""
        lines = list(self.columns)
        for one in found:
            for column in self.columns:
                lines.append(
                    {self.base: one.base, self.aim: one.target, "Current": one.middle,
                     self.columns[0]: one.name, "Unit": self.random.choice(_UNITS),
                     "Status": self.random.choice(_STATUS), "Lead": "Public Works",
                     }.get(column, self.random.choice(_SOURCES))
                )  # fmt: skip
        return lines


class _Lines:
    """Names above their values."""

    def __init__(self, random: Random, first: str, last: str) -> None:
        self.random = random
        form = random.choice(("behind", "before", "before", "years", "plain"))
        self.base, self.aim = {
            "behind": (f"Baseline {{}} ({first})", f"Target {{}} ({last})"),
            "before": (f"Baseline ({first}): {{}}", f"Target ({last}): {{}}"),
            "years": (f"{first}: {{}}", f"{last}: {{}}"), "plain": ("Baseline: {}", "Target: {}"),
        }[form]  # fmt: skip
        self.middle = random.random() < 0.4 and form != "years"
        self.status = random.random() < 0.3
        self.mark = random.choice(("", "", "• "))

    def rows(self, found: list[_Measure]) -> list[str]:
        """Return the lines of all measures."""
        lines = []
        for one in found:
            lines += [self.mark + one.name, self.base.format(one.base)]
            lines += [f"Current {one.middle}"] if self.middle else []
            lines.append(self.aim.format(one.target))
            lines += [f"Status: {self.random.choice(_STATUS)}"] if self.status else []
            lines += [""] * (not self.mark)
        return lines


def scorecard(random: Random, content: Content) -> Page:
    """Write goals with their measures, and perhaps the switches of a site above."""
    page, english, measures = Page(), English(random), _Measures(random)
    first, last = _years(random, content)
    dressed, label = _titles(random), random.choice(_LABELS)
    form = random.choice((_Table, _Lines))(random, first, last)
    if isinstance(form, _Lines) and form.base.startswith(first):
        label = label or "How we will know"
    page.write(english.title, random.choice(("Dashboard", "Annual Progress Report", "")))
    if random.random() < 0.3:
        page.write(*_SITE)
    page.write("")
    for number, field in enumerate(english.fields(random.randint(3, 5)), 1):
        title = english.name_of(field)
        page.write(*dressed.format(number=number, title=title).split("\n"))
        page.element("goal", title, "policy")
        if random.random() < 0.3:
            page.write(english.sentences(field, 1))
        if label:
            page.write("", label)
        found = [measures.draw() for _ in range(random.randint(2, 4))]
        for one in found:
            page.indicator(one.name, one.base, one.target)
        page.write("", *form.rows(found), "")
    return page


LAYOUTS = {"scorecard": scorecard}
