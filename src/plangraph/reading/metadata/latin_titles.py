"""Titles of English plans: a sort and years alone belong to the government, and pages name them.

``Corporate Plan 2025–2029`` on the page of Leamore County Council is its corporate plan. An
excerpt has no cover: the head or foot of a page may be all that names the plan.
"""

from __future__ import annotations

import re
from collections import Counter

from plangraph.reading.metadata.headlines import is_clause, named
from plangraph.reading.rows import Row, Unit

_SPAN = r"(?:20\d\d\s?(?:[-–—/]|to)\s?(?:20)?\d\d)"
_NAMED = r"(?i:plan|strategy|program(?:me)?|framework)"
#: Nothing but what sort of plan it is, and its years: 2023-2026 Strategic Plan.
_SORT = re.compile(
    rf"(?:(?P<before>{_SPAN}) )?(?P<sort>(?i:strategic|corporate|council|community|long[- ]term"
    rf"|delivery|development|comprehensive|master|action|business)"
    rf"(?: (?i:strategic|community|business|action))? {_NAMED})(?: (?P<after>{_SPAN}))?"
)
#: The head or foot of a page: Page 14: Shire of Alder Community Plan 2022 – 2032 | 131.
_HEAD = re.compile(
    rf"(?:Page \d{{1,3}}\s?[:|–-]\s?)?(?P<title>(?:[A-Z][\w’'&-]*\s+|(?:of|and|the|for)\s+){{1,9}}?"
    rf"{_NAMED}\s+{_SPAN})(?:\s*[|–-])?(?:\s*(?:Page )?\d{{1,3}})?"
)
_MOST = 110
#: So many lines may name it; what is no plan by name, some words before it or behind.
_FIRST = 4
_GOALS = re.compile(
    r"^(?:[\w’'&,–-]+ ){1,8}(?:goals|priorities|objectives|initiatives"
    r"|outcomes)\b(?:(?: and|:| [–-])? [\w ]{3,24})?(?: [\d–/-]+)?$",
    re.I,
)
#: What such a line speaks of.
_HEADS = re.compile(
    r"\b(?:Plan|PLAN|Strategy|STRATEGY|Program|Council|COUNCIL|(?:City|Town|Shire) of)\b"
)


def of_government(title: str, place: str | None) -> str:
    """Return a title that names its sort and years alone, with the government before it.

    >>> of_government("2023-2026 Strategic Plan", "Town of Alder")
    'Town of Alder Strategic Plan 2023-2026'
    """
    found = _SORT.fullmatch(title)
    years = found and (found["after"] or found["before"])
    if not (found and years and place and place.replace("’", "'").isascii()):
        return title
    named = place.split()[-1].casefold() == found["sort"].split()[0].casefold()
    sort = found["sort"].split(" ", 1)[1] if named else found["sort"]
    return f"{place} {sort} {years}"


def with_heads(units: list[Unit], rows: list[Row]) -> list[Unit]:
    """Return the units with those lines that only head pages: they name plan and government."""
    held = {line for unit in units for line in range(unit.first, unit.last + 1)}
    left = [row for row in rows if row.number not in held and _HEADS.search(row.text)]
    heads = [Unit(row.text.strip(), row.number, row.number, row.page) for row in left]
    return sorted([*units, *heads], key=lambda unit: unit.first) if heads else units


def at_head(units: list[Unit]) -> str | None:
    """Return a first line that names goals where no plan is named: City Council Priorities 2031."""
    for unit in units[:_FIRST]:
        text = named(unit.text.strip())
        plain = not (unit.prose or unit.mark or unit.code or unit.contents or unit.cells)
        if plain and len(text) <= _MOST and _GOALS.search(text) and not is_clause(text):
            return text
    return None


def on_pages(units: list[Unit]) -> str | None:
    """Return the plan that heads or feet of pages name most, with its years."""
    found: Counter[str] = Counter()
    for unit in units:
        text = unit.text.strip()
        if len(text) <= _MOST and " 20" in text and (head := _HEAD.fullmatch(text)):
            found[" ".join(head["title"].split())] += 1
    return found.most_common(1)[0][0] if found else None
