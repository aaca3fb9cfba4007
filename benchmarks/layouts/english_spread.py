"""Tables of English plans with a column for each level: goals beside what is done for them.

A goal stands in the first of its rows, or in each; bars part the cells, or only their places do.
"""

from __future__ import annotations

import itertools
import textwrap
from random import Random

from layouts.english_paper import Paper
from layouts.english_wild import ACTS, AIMS, GOALS
from layouts.page import Page
from layouts.wild_en import Wild, in_wild

_TOP = ("Goal", "Goal area", "Priority", "Strategic Priority", "Focus Area", "Theme", "Pillar",
        "Strategic Goal", "Priority Area", "Key Result Area", "Outcome Area")  # fmt: skip
_MIDDLE = ("Objective", "Objectives", "Outcome", "Strategic Objective")
_LOW = ("Strategies", "Actions", "Directions", "Key Actions", "Tasks", "Initiatives", "Strategy",
        "Action", "What we will do", "Supporting Strategies", "Action Steps")  # fmt: skip
_WHO = ("Lead", "Responsibility", "Directorate", "Owner", "Responsible Party")
_WHEN = ("Timing", "Timeframe", "When", "Due")
_WHENS = ("2031", "Ongoing", "Short-term", "Q3 2032", "Jun")


class _Table:
    """A table in one manner."""

    def __init__(self, random: Random, paper: Paper, heads: list[str]) -> None:
        self.paper, self.heads = paper, heads
        self.bars = random.random() < 0.5
        self.widths = [random.choice((20, 24, 30)), *([28] if len(heads) > 3 else []), 40]
        self.widths += [18] * (len(heads) - len(self.widths))
        self.airy = random.random() < 0.4

    def put(self, cells: list[str]) -> None:
        """Write a row."""
        if self.bars:
            self.paper.raw(f"| {' | '.join(cells)} |")
            return
        wrapped = [textwrap.wrap(cell, width - 3)
                   for cell, width in zip(cells, self.widths, strict=True)]  # fmt: skip
        for line in itertools.zip_longest(*wrapped, fillvalue=""):
            row = "".join(one.ljust(width) for one, width in zip(line, self.widths, strict=True))
            self.paper.raw(row.rstrip())
        self.paper.raw(*[""] * (self.airy and not self.bars))


def spread(random: Random, plan: Wild) -> Page:
    """Write a table of goals and what is done, perhaps with objectives between."""
    paper = Paper(random, plan, web=True)
    middle = random.choice((*_MIDDLE, "", "", "", ""))
    top = random.choice(_TOP) if middle or random.random() < 0.7 else random.choice(_MIDDLE)
    more = [column for column, share in ((random.choice(_WHO), 0.5), (random.choice(_WHEN), 0.4))
            if random.random() < share]  # fmt: skip
    heads = [top, *([middle] if middle else []), random.choice(_LOW), *more]
    again, coded = random.random() < 0.3, random.random() < 0.4
    table = _Table(random, paper, heads)
    again = again and table.bars
    paper.raw(plan.place, plan.short, "")
    if random.random() < 0.5:
        paper.raw(plan.sentences(plan.fields(1)[0], 1), "")
    table.put(heads)
    if table.bars:
        paper.raw(f"|{'---|' * len(heads)}")
    for over, field in enumerate(plan.fields(random.randint(2, 5)), 1):
        goal = plan.name_of(field)
        paper.note((*GOALS, "direction"), goal)
        first, number = True, 0
        for inner in range(1, random.randint(2, 3) if middle else 2):
            aim = plan.aim(field) if middle else ""
            if middle:
                paper.note(AIMS, aim)
            for place in range(random.randint(1, 4)):
                number += 1
                act = plan.act(field)
                paper.note((*ACTS, "goal"), act)
                cells = [(f"{over}. " if coded else "") + goal if first or again else ""]
                if middle:
                    cells.append((f"{over}.{inner} " if coded else "") + aim
                                 if place == 0 or again else "")  # fmt: skip
                code = f"{over}.{inner}.{place + 1}" if middle else f"{over}.{number}"
                cells.append((f"{code} " if coded else "") + act)
                cells += [plan.department(field) if column in _WHO else random.choice(_WHENS)
                          for column in more]  # fmt: skip
                table.put(cells)
                first = False
    paper.raw("", plan.sentences(plan.fields(2)[1], 1))
    return paper.finish()


LAYOUTS = {"spread": in_wild(spread)}
