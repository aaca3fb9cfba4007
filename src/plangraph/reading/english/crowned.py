"""Headings without word or number above the objectives of each: a level of their own.

``CLEAN WATER`` above ``Objective 1``, ``SAFE STREETS`` above ``Objective 3``: where nothing else
is a goal, what stands right above the coded elements again and again is.
"""

from __future__ import annotations

from itertools import pairwise

from plangraph.reading.english import layouts
from plangraph.reading.english.listing import Line, key
from plangraph.reading.numbering.repeats import Draft

_BELOW = ("policy", "measure", "direction")
_MOST_WORDS = 9
#: So many are no chance.
_LEAST = 2


def crown(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the goals that headings right above coded elements name."""
    tops = {one.place: one for one in drafts if one.parent is None and one.kind in _BELOW}
    if not tops or any(one.kind == "goal" for one in drafts):
        return drafts
    heads = [
        line for line, after in pairwise(lines)
        if line.form == "head" and after.place in tops and _coded(tops[after.place])
        and not (line.label or line.meta) and line.size <= _MOST_WORDS and layouts.titled(line)
    ]  # fmt: skip
    loud = {line.text.isupper() for line in heads}
    if len({key(line.text) for line in heads}) < max(_LEAST, len(heads)) or len(loud) != 1:
        return drafts
    goals = [_goal(line) for line in heads]
    for one in tops.values():
        one.parent = next((goal for goal in reversed(goals) if goal.place < one.place), None)
    return sorted([*drafts, *goals], key=lambda one: (one.place, one.end, one.first))


def _coded(draft: Draft) -> bool:
    """Tell an element that a word counts, or that stands beside such a word: Outcome: …."""
    family = draft.heading.family if draft.heading else ("", "")
    return bool(family[0]) and family[0] not in "~="


def _goal(line: Line) -> Draft:
    unit = line.unit
    return Draft("goal", line.text, line.place, line.place, unit.first, unit.last, unit.page)
