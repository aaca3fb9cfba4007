"""Heads of an outline (体系の見出し): role words side by side name the levels of what follows."""

from __future__ import annotations

import itertools
from collections import Counter

from plangraph.reading import tables
from plangraph.reading.headings import Heading, plain
from plangraph.reading.lexicon import coded_kinds
from plangraph.reading.rows import Unit

#: Roles that name a level of the plan.
_LEVELS = frozenset(("vision", "philosophy", "goal", "policy", "measure", "direction", "project"))


def put_aside(headings: list[Heading]) -> None:
    """Three labels and more in a row are the heads of columns, and announce nothing."""
    run: list[Heading] = []
    for heading in [*headings, None]:
        label = heading is not None and heading.role in _LEVELS and heading.family[0] == "="
        if label and heading and (not run or run[-1].end + 1 == heading.place):
            run.append(heading)
            continue
        if len(run) >= 3 and len({one.role for one in run}) == len(run):
            for one in run:
                one.family, one.role = ("~", ""), None
                one.score = 0.0
        run = [heading] if label and heading else []


def name_levels(units: list[Unit], headings: list[Heading]) -> None:
    """Say of the families below a head row (基本目標 施策の方向) what it calls them.

    The outermost family is what the first word says, the next what the second says; only
    where there are as many families as words.
    """
    for place, unit in enumerate(units):
        kinds = [kind for kind in tables.heads(unit) if kind] if unit.use == "table" else []
        if len(kinds) < 2 or len(set(kinds)) < len(kinds) or not tables.ELEMENTS.issuperset(kinds):
            continue
        below = _section(headings, place)
        ranks = {one.family: one.rank for one in below}
        families = sorted(ranks, key=lambda family: ranks[family])
        if len(families) != len(kinds) or any(one.unit.hint for one in below):
            continue
        for one in below:
            if not coded_kinds(one.family[0]):
                one.unit.hint = kinds[families.index(one.family)]


def _section(headings: list[Heading], place: int) -> list[Heading]:
    """Return the headings with a family below a place, up to the next label."""
    found: list[Heading] = []
    for heading in headings:
        if heading.place > place and heading.family[0] == "=":
            break
        if heading.place > place and heading.family[0] != "~":
            found.append(heading)
    return found


def inner_systems(headings: list[Heading]) -> None:
    """An outline (施策の体系) below each element only says before what its section says."""
    labels = [one for one in headings if one.role == "system" and one.code is None]
    again = Counter(plain(one.title) for one in labels)
    before = {id(one): above for above, one in itertools.pairwise(headings)}
    for one in labels:
        above = before.get(id(one))
        below = above is not None and above.code and not above.role and above.end + 1 == one.place
        if below or again[plain(one.title)] > 1:
            one.role, one.family = "issues", ("=", "issues")
