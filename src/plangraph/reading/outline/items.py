"""The items of a list below a label: what bears one mark, or each line of its own."""

from __future__ import annotations

import itertools

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.rows import Unit
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.lexicon import BARE, ZONES
from plangraph.reading.terms.looks import plain

#: The longest line that is an item without a mark.
_LONGEST = 32
#: Fewer groups than these may be a list and its note.
_GROUPS = 2


def names_section(title: str) -> bool:
    """Tell an item that only names what comes next, as the last of a list within a list does."""
    name = plain(title)
    return bool(BARE.search(name) or ZONES.fullmatch(name))


def marked(units: list[Unit], section: list[Heading], label: Heading, stop: int) -> list[Heading]:
    """Take the short items with one mark below a label; what explains them may follow each."""
    section = [one for one in section if one.unit.mark]
    if not section or section[0].place > label.end + 2:
        return []
    mark = section[0].unit.mark
    found = [
        one for one in section
        if one.unit.mark == mark and one.score > 0.3 and one.unit.level is None
        and not names_section(one.title)
    ]  # fmt: skip
    told = sum(unit.prose and unit.mark == mark for unit in units[label.end + 1 : stop])
    return found if len(found) > told else []


def grouped(section: list[Heading], label: Heading) -> list[Heading]:
    """Take the items of groups below a label, two groups or more: ◎乳幼児期 ・… ・…."""
    if not section or section[0].place != label.end + 1 or label.unit.contents:
        return []
    group = section[0].unit.mark
    runs = [
        (mark, list(found)) for mark, found in itertools.groupby(section, lambda one: one.unit.mark)
    ]  # fmt: skip
    names = [found for mark, found in runs if mark == group]
    lists = [found for mark, found in runs if mark != group]
    marks = {mark for mark, _ in runs} - {group}
    paired = len(names) == len(lists) >= _GROUPS and all(len(found) == 1 for found in names)
    if not paired or len(marks) != 1 or "" in marks:
        return []
    return [one for found in lists for one in found if one.score > 0.3]


def lines(units: list[Unit], section: list[Heading], label: Heading, stop: int) -> list[Heading]:
    """Take all lines below a label, if but sentences, tables and page ends stand between."""
    due = label.end + 1
    for one in section:
        unit = one.unit
        listed = not (unit.mark or unit.contents or column(one.title))
        if not listed or one.place != due or len(one.title) > _LONGEST:
            return []
        due = one.end + 1
        while due < stop and (units[due].use or (units[due].prose and not units[due].code)):
            due += 1
    return section if due >= stop else []
