"""Titles of English-language plans that no list of verbs and topics foresees.

Statements instead of names, phrases without a verb, sentences of three lines, commitments in
the first person: what residents and consultants write when they write together.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.content_en import English
from layouts.page import Page
from layouts.words_en import Field

_NAMES = (
    "{topic}", "{topic} for All", "Our {topic}", "{topic} that Lasts", "Living Well in {town}",
    "A {adjective} {town}", "{adjective} and {adjective2}", "{topic} & {topic2}", "Growing Up Here",
    "{adjective} People, {adjective2} Places", "No One Left Behind", "Open for Business",
    "{noun} First", "Looking After What We Have", "Ready for What Comes", "Close to Home",
    "Better {noun}, Better Lives", "Where Paths Meet", "{adjective} Town Centres",
    "Roots and Reach",
)  # fmt: skip
_ADJECTIVES = (
    "Connected", "Resilient", "Caring", "Vibrant", "Fair", "Green", "Proud", "Healthy", "Bold",
    "Welcoming", "Thriving", "Liveable", "Inclusive", "Prosperous", "Safe", "Trusted", "Curious",
)  # fmt: skip
_AIMS = (
    "Our residents feel proud of {noun}", "People can count on {noun}, whatever the weather",
    "{noun} are easy to reach, safe and well looked after", "Everyone is able to enjoy {noun}",
    "We are known for {noun} that {people} can rely on", "{noun} and {other} that fit who we are",
    "A place where {people} find {noun} close to home", "More {noun} in more places",
    "{people} have a say in how {noun} are planned", "Fewer barriers between {people} and {noun}",
    "People of all ages and backgrounds can enjoy {noun} without having to travel far or to pay"
    " more than they can afford", "Our {noun} are ready for a warmer and wetter future",
    "To be a place that {people} choose because of {noun}", "Lively, well used {noun}",
    "{town} protects {noun} and {other} so that those who come after us inherit more than we did",
    "Growth pays its way", "Young people stay, return and build their lives here",
)  # fmt: skip
_ACTS = (
    "{noun} renewal program", "Stage two of {noun}", "A grant scheme for {people}",
    "Design guide for {noun}", "Half-price entry to {noun} for {people}",
    "{count} new homes for {people} by {year}", "Advocate to the State for {noun}",
    "More shade, seats and water at {noun}", "Developing {noun} with {partner}",
    "Ensuring that {noun} reflect the needs of {people}", "Open days at {noun}",
    "Work with {partner} and {people} to design, fund and deliver improvements to {noun}, including"
    " better signs, lighting and access for all", "Deliver the upgrade of {noun} at Weir Street",
    "Be first in the region to trial {noun} without fees", "Lobby for {noun}",
    "Keep {noun} in public hands", "Cut the time that {people} wait for {noun}",
    "Undertake a feasibility study of {noun} and report to {who} by June {year}",
    "Partner with {partner} on {noun}", "To extend {noun} to all villages over five hundred people",
    "Facilitate, through planning controls and incentives, {noun} that {people} can afford, and"
    " monitor the results each year", "Investigate options for {noun}", "{noun} officer, two years",
    "Roll out {noun} in the outer suburbs", "Leverage {noun} to attract {people}",
    "Leave {noun} better than we found them", "Weekly drop-in on {noun} at the library",
    "Commit at least {share} per cent of the capital budget to {noun}", "Digital {noun}",
)  # fmt: skip
_KPIS = (
    "Residents satisfied with {noun}", "Visits to {noun}", "Share of {noun} in good condition",
    "Complaints about {noun}", "Days to answer a request about {noun}", "Cost of {noun} per head",
    "People who say they can reach {noun}", "{noun} completed", "Volunteers at {noun}",
    "{people} helped through {noun}", "Greenhouse gas emissions from {noun}",
)  # fmt: skip
_HEARD = (
    "You want more {noun}", "Traffic near {noun} worries you", "{people} feel left out",
    "We love {noun}", "{share}% of you use {noun} every week", "Look after what we have got",
    "{noun} cost too much", "Nothing happens without {partner}", "Stop talking and fix {noun}",
)  # fmt: skip
_FACTS = (
    "{share} per cent of households use {noun}", "{count},410 visits to {noun} in {year}",
    "{count} km of {noun}", "One in four of us depends on {noun}", "${count} million for {noun}",
    "{noun}: ranked third in the region", "{share}% renters", "Median age {share}",
)  # fmt: skip


class Wild(English):
    """An invented government whose plan is written in its own way."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        #: How often a title is one of these, and not one of those all plans have.
        self.wildness = random.choice((0.3, 0.6, 0.9))

    def name_of(self, field: Field) -> str:
        """Draw the name of a goal, short and of any form."""
        if self.random.random() > self.wildness:
            return super().name_of(field)
        return self.title_case(self._drawn(_NAMES, field))

    def aim(self, field: Field) -> str:
        """Draw an outcome: often a statement of how things are to be."""
        if self.random.random() > self.wildness:
            return super().aim(field)
        return self._drawn(_AIMS, field)

    def act(self, field: Field) -> str:
        """Draw what is to be done: a phrase, or a sentence of some lines."""
        if self.random.random() > self.wildness:
            return super().act(field)
        return self._drawn(_ACTS, field)

    def kpi(self, field: Field) -> str:
        """Draw the name of an indicator."""
        return self._drawn(_KPIS, field)

    def heard(self, field: Field) -> str:
        """Draw what residents said; it is no element."""
        return self._drawn(_HEARD, field)

    def fact(self, field: Field) -> str:
        """Draw a figure about the place; it is no element."""
        return self._drawn(_FACTS, field)

    def _drawn(self, forms: tuple[str, ...], field: Field) -> str:
        one, two = self.random.sample(_ADJECTIVES, 2)
        form = self.random.choice(forms)
        for key, value in (
            ("{town}", self.name), ("{topic}", field.topic), ("{adjective}", one),
            ("{adjective2}", two), ("{topic2}", self.random.choice(self._fields).topic),
        ):  # fmt: skip
            form = form.replace(key, value)
        return self._new(field, (form, form.rstrip(".")), (), 0.0)


def in_wild(write: Callable[[Random, Wild], Page]) -> Callable[[Random, Content], Page]:
    """Return a layout that draws its own words in English."""
    return lambda random, _: write(random, Wild(random))
