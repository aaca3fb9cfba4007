"""English plans as grids: matrices of works, pillars side by side, measures with their targets."""

from __future__ import annotations

import itertools
import textwrap
from random import Random

from layouts.english_front import around
from layouts.english_paper import Paper
from layouts.english_wild import ACTS, AIMS, GOALS, head
from layouts.page import Page
from layouts.wild_en import Wild, in_wild

_FIRST = ("Action", "Strategy", "What we will do", "Key Actions", "Deliverable", "Task",
          "Initiative", "Strategic Action", "Recommendation", "Activity",
          "Project / Program")  # fmt: skip
_WHO = ("Lead", "Responsibility", "Lead / Partners", "Who", "Lead Department", "Accountable",
        "Responsible Officer", "Business Unit", "Directorate")  # fmt: skip
_WHEN = ("When", "Timeframe", "Timing", "By when", "Start – End", "Due date", "Year", "Delivery")
_MORE = ("Status", "Cost", "Success measure", "Partners", "Priority", "Resources", "")
_VALUES = {
    "Status": ("Complete", "On track", "Not yet started", "Ongoing", "Delayed", "75%"),
    "Cost": ("$", "$$", "$$$", "$$-$$$", "Existing", "$250k", "TBD", "Staff time"),
    "Success measure": ("Plan adopted by Council", "Report tabled", "500 users a year"),
    "Partners": ("Health Service", "Schools, Police", "Chamber of Commerce", "N/A"),
    "Priority": ("High", "Medium", "Low", "1", "2", "★★★"),
    "Resources": ("Operating budget", "Grant", "New funding needed", "In kind"),
}  # fmt: skip


def matrix(random: Random, plan: Wild) -> Page:
    """Write tables of works whose rows also hold the goals, cells wrapped, heads again."""
    paper = Paper(random, plan)
    dressed, second = head(random), random.choice(("Objective", "Strategy", "Outcome", ""))
    more = random.choice(_MORE)
    years = random.random() < 0.2
    first = plan.start % 100
    when = [f"{first + n}/{first + n + 1}" for n in range(4)] if years else [random.choice(_WHEN)]
    heads = [random.choice(_FIRST), random.choice(_WHO), *when, *([more] if more else [])]
    wide, other = random.choice((30, 38, 44, 52)), random.choice((14, 16, 20))
    whens = random.choice(
        (("Short", "Medium", "Long", "Ongoing"), ("Year 1", "Years 1-4", "Year 3", "Annually"),
         ("Q1 2026", "Q3 2027", "Q2 2026"), ("0-2 yrs", "3-5 yrs", "5+ yrs"), ("S", "M", "L"),
         (f"June {plan.end}", f"Dec {plan.start + 1}", "In progress"), ("2026", "2027", "2026-28"))
    )  # fmt: skip
    form = random.choice(("dotted", "dotted", "plain", "", "coded", "letter"))
    style = random.choice(("columns", "columns", "columns", "cells", "bars", "line"))
    marks = random.choice(("✓", "•", "x", "●", "■"))
    stop = "." if random.random() < 0.3 else ""
    bullet = random.random() < 0.15

    def code(over: int, inner: int, place: int) -> str:
        whole = f"{over}.{inner}.{place}" if second else f"{over}.{place}"
        return {"dotted": whole, "plain": str(place), "": "", "coded": f"A{whole}",
                "letter": chr(96 + place) + ")"}[form]  # fmt: skip

    def put(number: str, cells: list[str]) -> None:
        if style == "columns":
            first = textwrap.wrap(cells[0], wide - 2) or [""]
            widths = [5 if one in (marks, "") or "/" in one[2:3] else other for one in cells[1:]]
            rest = [textwrap.wrap(one, size - 1)
                    for one, size in zip(cells[1:], widths, strict=True)]  # fmt: skip
            for row, line in enumerate(itertools.zip_longest(first, *rest, fillvalue="")):
                start = (number if row == 0 else "").ljust(7) if form else ""
                tail = "".join(a.ljust(b) for a, b in zip(line[1:], widths, strict=True))
                paper.raw((start + line[0].ljust(wide) + tail).rstrip())
        elif style == "bars":
            paper.raw(f"| {' | '.join(([number] if form else []) + cells)} |")
        elif style == "line":
            paper.raw(" ".join(filter(None, [number, *cells])))
        else:
            lines = textwrap.wrap(f"{number} {cells[0]}".strip(), wide)
            paper.raw(*lines, *filter(None, cells[1:]))

    around(paper, before=True)
    if random.random() < 0.5:
        paper.heading(random.choice(("Implementation", "Action Plan", "Implementation Matrix")))
    again = random.random() < 0.6
    put("No." if style != "cells" else "", heads)
    for over, field in enumerate(plan.fields(random.randint(2, 5)), 1):
        title = paper.cased(plan.name_of(field))
        paper.entry(GOALS, dressed(over).replace("\n", ": "), title, blank=again)
        for inner in range(1, random.randint(2, 3) if second else 2):
            if second:
                paper.entry(AIMS, f"{second} {over}.{inner}: ", plan.aim(field), blank=False)
            if again and over > 1:
                put("No." if style != "cells" else "", heads)
            for place in range(1, random.randint(3, 6)):
                act = plan.act(field)
                ticks = [random.choice((marks, "")) for _ in range(4)]
                done = ticks if years else [random.choice(whens)]
                cells = [("• " if bullet else "") + act + stop, plan.department(field), *done]
                put(code(over, inner, place),
                    cells + ([random.choice(_VALUES[more])] if more else []))  # fmt: skip
                paper.note(ACTS, act)
    around(paper, before=False)
    return paper.finish()


def abreast(random: Random, plan: Wild) -> Page:
    """Write pillars side by side: names in one row, what belongs to them in columns below."""
    paper = Paper(random, plan)
    fields = plan.fields(random.randint(2, 4))
    width = random.choice((26, 30, 36))
    marked = random.random() < 0.7
    below = random.choice(("", "", "statement"))
    word = random.choice(("", "", "PILLAR", "Goal", "Priority"))
    paper.raw(*random.choice(((plan.title,), (plan.place, plan.short))), "")
    if random.random() < 0.5:
        paper.raw("Our Vision", said := plan.vision(), "")
        paper.note(("vision",), said)
    if word:
        paper.raw("".join(f"{word} {n}".ljust(width) for n, _ in enumerate(fields, 1)).rstrip())
    names = [paper.cased(plan.name_of(field)) for field in fields]
    for title in names:
        paper.note(GOALS, title)
    columns = [textwrap.wrap(title, width - 3) for title in names]
    rows = list(itertools.zip_longest(*columns, fillvalue=""))
    paper.raw(*("".join(one.ljust(width) for one in row).rstrip() for row in rows), "")
    told: list[list[str]] = []
    for field in fields:
        lines = textwrap.wrap(random.choice(field.statements), width - 3) if below else []
        for _ in range(random.randint(2, 4)):
            act = plan.act(field)
            paper.note(ACTS, act)
            some = textwrap.wrap(act, width - 5)
            hung = [f"{paper.bullet} {some[0]}", *(f"  {one}" for one in some[1:])]
            lines += hung if marked else [*some, ""]
        told.append(lines)
    if random.random() < 0.7:
        rows = list(itertools.zip_longest(*told, fillvalue=""))
        paper.raw(*("".join(one.ljust(width) for one in row).rstrip() for row in rows))
    else:
        for lines in told:
            paper.raw(*lines, "")
    around(paper, before=False)
    return paper.finish()


def _value(random: Random) -> tuple[str, str]:
    base = random.randint(12, 88)
    goal = base + random.randint(3, 11)
    return random.choice(
        ((f"{base}%", f"{goal}%"), (str(base * 10), str(goal * 10)), (f"{base}.4%", f"{goal}%"),
         (f"{base},200", f"{goal},000"), (f"${base}.2M", f"${goal}M"),
         (f"{base} days", f"{goal} days"))
    )  # fmt: skip


def targets(random: Random, plan: Wild) -> Page:
    """Write goals with measures that have a baseline and a target, in tables or in sentences."""
    paper = Paper(random, plan)
    dressed = head(random)
    form = random.choice(
        ("columns", "columns", "bars", "line", "rise", "labels", "brackets", "cells")
    )
    names = random.choice(
        (("Measure", "Baseline", "Target"), ("Indicator", f"Baseline ({plan.start - 1})",
         f"Target ({plan.end})"), ("KPI", str(plan.start - 1), str(plan.end)),
         ("Performance measure", "Current", f"{plan.end} target"), ("What we will measure",
         "Where we are now", "Where we want to be"), ("Metric", "Baseline", f"Goal {plan.end}"),
         ("Measure", f"{plan.start} actual", f"{plan.end} target"))
    )  # fmt: skip
    source = random.random() < 0.25
    wide, other = random.choice((40, 48, 56)), random.choice((14, 20, 24))
    once = random.random() < 0.4
    paper.raw(plan.title, "")

    def put(kpi: str, one: str, two: str, last: str) -> None:
        cells = [kpi, one, two, *([last] if source else [])]
        if form == "columns":
            lines = textwrap.wrap(kpi, wide - 2)
            rest = "".join(cell.ljust(other) for cell in cells[1:])
            paper.raw((lines[0].ljust(wide) + rest).rstrip(), *lines[1:])
        elif form == "bars":
            paper.raw(f"| {' | '.join(cells)} |")
        elif form == "line":
            paper.raw(" ".join(cells))
        elif form == "cells":
            paper.raw(*cells)
        elif kpi == names[0]:
            paper.label(random.choice(("Measures of success", "Key performance indicators")))
        elif form == "rise":
            verb = random.choice(("Increase", "Move", "Change"))
            paper.told(f"{verb} {kpi[0].lower()}{kpi[1:]} from {one} to {two} by {plan.end}")
        elif form == "labels":
            paper.told(f"{kpi}. Baseline: {one}. Target: {two}")
        else:
            paper.told(f"{kpi} (baseline {one}; target {two} by {plan.end})")

    for over, field in enumerate(plan.fields(random.randint(2, 4)), 1):
        title = paper.cased(plan.name_of(field))
        paper.entry(GOALS, dressed(over), title)
        if random.random() < 0.5:
            paper.paragraph(plan.sentences(field, 1))
        for _ in range(random.randint(0, 2)):
            paper.item(ACTS, plan.act(field))
        if not (once and over > 1) and form != "brackets":
            put(*names, "Data source")
        for _ in range(random.randint(2, 4)):
            kpi, (one, two) = plan.kpi(field), _value(random)
            put(kpi, one, two, random.choice(("Survey", "Annual report", "Census")))
            shown = kpi[0].lower() + kpi[1:] if form == "rise" else kpi
            paper.page.indicator(shown, one, two)
    return paper.finish()


_ALL = {"matrix": matrix, "abreast": abreast, "targets": targets}
LAYOUTS = {name: in_wild(write) for name, write in _ALL.items()}
