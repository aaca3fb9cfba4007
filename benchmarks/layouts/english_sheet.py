"""A plan on a page: names of pillars side by side, and below them the lists of each.

Text extraction gives the cells of each tier one after the other, every cell cut to the width of
its column: first all names, then all lists.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from random import Random

from layouts.english_paper import Paper
from layouts.english_wild import ACTS, GOALS
from layouts.page import Page
from layouts.wild_en import Wild, in_wild
from layouts.words_en import Field

_VALUES = (
    "Integrity", "Respect", "Teamwork", "Openness", "Public service", "Courage", "Equity",
    "Stewardship", "Innovation", "Kindness", "Accountability", "Inclusion", "Excellence",
)  # fmt: skip
_CALLED = ("Our values", "Core Values", "VALUES", "OUR VALUES", "Our behaviours", "Our Core Values",
           "Guiding Principles", "What we value")  # fmt: skip
_HEADS = ("STRATEGIC PRIORITIES", "Our priorities", "Strategic Goals", "OUR GOALS", "Focus Areas",
          "Our Pillars", "")  # fmt: skip
_CROSS = ("Tackling depopulation", "Digital by choice", "Climate ready", "Equity in all we do")
_UNDER = ("Workforce Plan 2031-34", "Financial Strategy 2030-39", "Asset Management Plan 2031-36")
_FEET = ("www.example.org", "(555) 010-0144", "Adopted March 12, 2031 | Resolution 31-024",
         "If you would like this document in another language please contact us.",
         "Commissioners\nDale Whitcomb, District 1\nRenee Ortega, District 2")  # fmt: skip


def _wrapped(text: str, width: int, mark: str = "") -> list[str]:
    hang = " " * len(mark) if mark.strip() and mark[0] in "•-" else ""
    return textwrap.wrap(mark + text, width, subsequent_indent=hang, break_on_hyphens=False)


def _values(random: Random, paper: Paper) -> None:
    """Write the values of the government, below each other or on a line."""
    some = random.sample(_VALUES, random.randint(3, 5))
    way = random.choice(("lines", "lines", "bullets", "bar", "dots", "commas"))
    paper.raw(random.choice(_CALLED), *([""] if random.random() < 0.3 else []))
    paper.raw(*{
        "lines": some, "bullets": [f"• {one}" for one in some], "bar": ["  |  ".join(some)],
        "dots": [" • ".join(some)], "commas": [", ".join(some)],
    }[way], "")  # fmt: skip
    for one in some:
        paper.note(("viewpoint", "philosophy"), one)


def _statements(random: Random, plan: Wild, paper: Paper) -> None:
    width, colon = random.choice((24, 60, 90)), random.choice(("", ":"))
    loud = random.choice((str, str.upper))
    said = plan.vision()
    paper.raw(loud(random.choice(("Our Vision", "Vision"))) + colon, *_wrapped(said, width), "")
    paper.note(("vision",), said)
    if random.random() < 0.6:
        said = plan.mission()
        head = random.choice(("Our Mission", "Mission", "Our Purpose", "Why we exist"))
        paper.raw(loud(head) + colon, *_wrapped(said, max(width, 40)), "")
        paper.note(("philosophy", "vision"), said)


def _coded(random: Random) -> Callable[[str, int], str]:
    """Draw how the items of a list begin."""
    form = random.choice(("• ", "• ", "- ", "letter", "none"))
    if form == "letter":
        return lambda name, place: f"{name[0].upper()}{place} "
    return lambda _, __: "" if form == "none" else form


def onepage(random: Random, plan: Wild) -> Page:
    """Write a plan on a page."""
    paper = Paper(random, plan, web=True)
    paper.raw(plan.place, random.choice(("Strategic Plan at a Glance", "Plan on a Page")))
    paper.raw(plan.short, "")
    _statements(random, plan, paper)
    parts: list[Callable[[], None]] = [lambda: _tiers(random, plan, paper)]
    if random.random() < 0.6:
        parts.insert(random.randint(0, 1), lambda: _values(random, paper))
    for part in parts:
        part()
    for one in random.sample(_FEET, random.randint(0, 3)):
        paper.raw("", *one.split("\n"))
    return paper.finish()


def _tiers(random: Random, plan: Wild, paper: Paper) -> None:
    """Write the names of all pillars, then the list of each, or name and list by turns."""
    fields, width = plan.fields(random.randint(3, 5)), random.choice((14, 18, 24))
    names: list[str] = []
    for field in fields:
        names.append(_name(random, plan, field, names))
    before, told = _coded(random), random.random() < 0.25
    lists = [[plan.act(field) for _ in range(random.randint(2, 4))] for field in fields]
    head = random.choice(_HEADS)
    if head:
        paper.raw(head, "")
    tiers = random.random() < 0.75

    def name(place: int) -> None:
        paper.raw(*_wrapped(names[place], width))
        paper.note(GOALS, names[place])
        if told:
            said = random.choice(fields[place].statements).rstrip(".")
            paper.raw(*_wrapped(said, 26))
        paper.raw("")

    def listed(place: int) -> None:
        initial = names[place]
        for number, act in enumerate(lists[place], 1):
            paper.raw(*_wrapped(act, width + 14, before(initial, number)))
            paper.note((*ACTS, "ideal-state"), act)
        paper.raw("")

    places = range(len(fields))
    if tiers:
        for place in places:
            name(place)
        for place in places:
            listed(place)
    else:
        for place in places:
            name(place)
            listed(place)


def _name(random: Random, plan: Wild, field: Field, known: list[str]) -> str:
    """Draw a short name, which begins with another letter than those before it."""
    for _ in range(99):
        name = plan.name_of(field) if random.random() < 0.7 else random.choice(
            ("Fairer", "Greener", "Stronger", "People", "Place", "Prosperity", "Healthy People")
        )  # fmt: skip
        if name[0] not in {one[0] for one in known}:
            break
    return name


LAYOUTS = {"onepage": in_wild(onepage)}
