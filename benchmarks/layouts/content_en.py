"""What an invented English-language plan says: place, titles of every level, sentences.

All fields, objects, acts and sentences are our own words, in the manner of plans of US cities,
counties and towns, and of councils in the United Kingdom, Ireland, Canada, Australia and New
Zealand.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from layouts.words_en import ACTS, AIMS, FIELDS, MEASURES, SENTENCES, STATEMENTS, Field

_FIRST = (
    "Alder", "Bram", "Copper", "Dun", "Elk", "Fern", "Glen", "Harrow", "Iron", "Juniper", "Kings",
    "Lark", "Maple", "North", "Oak", "Pem", "Quarry", "Red", "Stone", "Thorn", "Wether", "Willow",
)  # fmt: skip
_LAST = (
    "bury", "brook", "dale", "field", "ford", "gate", "ham", "haven", "mere", "mont", "port",
    "ridge", "side", "stead", "ton", "vale", "view", "wick", "wood",
)  # fmt: skip
_GOVERNMENTS = {
    "us": ("City of {}", "Town of {}", "{} County", "Village of {}", "{} Township", "City of {}"),
    "uk": ("{} Borough Council", "{} District Council", "{} City Council", "{} County Council"),
    "au": ("City of {}", "Shire of {}", "{} Shire Council", "{} City Council"),
    "nz": ("{} District Council", "{} City Council", "{} Regional Council"),
    "ca": ("City of {}", "Town of {}", "District of {}", "Municipality of {}", "County of {}"),
    "ie": ("{} County Council", "{} City Council", "{} City and County Council"),
}  # fmt: skip
_PLANS = {
    "us": ("Strategic Plan", "Comprehensive Plan", "Master Plan", "General Plan", "Strategic Plan"),
    "uk": ("Corporate Plan", "Council Plan", "Corporate Strategy", "Our Plan"),
    "au": ("Council Plan", "Community Strategic Plan", "Strategic Community Plan", "Plan"),
    "nz": ("Long-term Plan", "Strategic Plan", "Community Plan"),
    "ca": ("Strategic Plan", "Council Strategic Plan", "Official Community Plan", "Corporate Plan"),
    "ie": ("Corporate Plan", "Local Economic and Community Plan", "Corporate Plan"),
}  # fmt: skip
_SMALL = {"and", "or", "of", "the", "for", "in", "a", "an", "to", "with", "by", "our", "at", "on"}


class Part(NamedTuple):
    """An element of the invented plan, with the field it is about."""

    title: str
    field: Field
    children: list[Part]


class English:
    """One invented government and the words of its plan; every call draws anew."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.region = random.choice(("us", "us", "us", "uk", "uk", "au", "nz", "ca", "ie"))
        self.name = random.choice(_FIRST) + random.choice(_LAST)
        self.place = random.choice(_GOVERNMENTS[self.region]).format(self.name)
        self.start = random.randint(2012, 2026)
        self.end = self.start + random.choice((3, 4, 4, 5, 5, 9, 19))
        years = random.choice((f"{self.start}-{self.end}", f"{self.start}–{self.end}", ""))
        plan = random.choice(_PLANS[self.region])
        self.short = f"{plan} {years}".strip()
        self.title = f"{self.place} {self.short}"
        self.who = random.choice(
            ("the City", "the Town", "the County") if self.region == "us" else ("the Council",)
        )
        self._fields = random.sample(FIELDS, len(FIELDS))
        self._used: set[str] = set()

    def fields(self, count: int) -> list[Field]:
        """Draw fields, each another."""
        return self._fields[:count]

    def tree(self, levels: tuple[str, ...], least: int = 2, most: int = 4) -> list[Part]:
        """Draw goals with what is below: ``levels`` are of name, statement, aim, act, policy."""
        goals = self.fields(self.random.randint(max(3, least), most + 1))
        return [self._part(levels, field, least, most) for field in goals]

    def _part(self, levels: tuple[str, ...], field: Field, least: int, most: int) -> Part:
        count = self.random.randint(least, most) if levels[1:] else 0
        below = [self._part(levels[1:], field, least, most) for _ in range(count)]
        return Part(getattr(self, levels[0])(field), field, below)

    def name_of(self, field: Field) -> str:
        """Draw the name of a goal: Safe and Healthy Neighborhoods."""
        return self._spelled(self.random.choice(field.names))

    def statement(self, field: Field) -> str:
        """Draw a goal that is told in a sentence."""
        return self._new(field, STATEMENTS, field.statements, 0.5)

    def aim(self, field: Field) -> str:
        """Draw an objective, without a full stop."""
        return self._new(field, AIMS, field.aims, 0.4)

    def act(self, field: Field) -> str:
        """Draw what is to be done, without a full stop."""
        return self._new(field, ACTS, field.acts, 0.45)

    def policy(self, field: Field) -> str:
        """Draw a policy: what the government shall do."""
        text = self.act(field)
        shall = self.random.choice(("shall", "will", "should"))
        return f"{self.who[0].upper()}{self.who[1:]} {shall} {text[0].lower()}{text[1:]}"

    def measure(self, field: Field) -> str:
        """Draw what success is measured by; it is no element."""
        return self._new(field, MEASURES, (), 0.0)

    def sentences(self, field: Field, count: int) -> str:
        """Draw a paragraph about a field."""
        some = self.random.sample(SENTENCES, count)
        return " ".join(self._filled(one, field) for one in some)

    def vision(self) -> str:
        """Draw the words of a vision."""
        return self.random.choice(
            (
                f"{self.name} is a welcoming place where people of all ages thrive",
                f"A connected, resilient and creative {self.name}",
                f"{self.name} will be a safe and green community with opportunity for everyone",
                "A thriving community that honours its past and shapes its own future",
                f"By {self.end}, everyone in {self.name} lives well, works well and belongs",
            )
        )

    def mission(self) -> str:
        """Draw the words of a mission."""
        return self.random.choice(
            (
                "To provide responsive services that our residents can rely on every day.",
                f"{self.place} serves its residents with integrity, care and good sense.",
                "We deliver reliable services, protect public resources and build community.",
            )
        )

    def title_case(self, text: str) -> str:
        """Return a title with capitals, as headings have."""
        words = text.split()
        return " ".join(
            word if number and word.lower() in _SMALL else word[:1].upper() + word[1:]
            for number, word in enumerate(words)
        )

    def _new(self, field: Field, forms: tuple[str, ...], own: tuple[str, ...], share: float) -> str:
        for _ in range(99):
            chosen = own if own and self.random.random() < share else forms
            text = self._filled(self.random.choice(chosen), field)
            if text.casefold() not in self._used:
                break
        self._used.add(text.casefold())
        return text

    def _filled(self, form: str, field: Field) -> str:
        chance = self.random
        noun, other = chance.sample(field.nouns, 2)
        text = form.format(
            noun=noun, other=other, department=self.department(field), place=self.name,
            year=chance.randint(self.start + 1, self.end), count=chance.randint(3, 60),
            share=chance.randint(5, 90), who=self.who, city=self.who.removeprefix("the ").lower(),
            people=chance.choice(
                ("older adults", "young families", "small businesses", "newcomers", "youth",
                 "people with disabilities", "visitors", "residents of all incomes")
            ),
            partner=chance.choice(
                ("regional agencies", "local nonprofits", "the school district", "neighbours",
                 "health partners", "developers and landowners", "the chamber of commerce")
            ),
        )  # fmt: skip
        return self._spelled(text[0].upper() + text[1:])

    def department(self, field: Field) -> str:
        """Draw who is responsible."""
        return self.random.choice(field.departments)

    def _spelled(self, text: str) -> str:
        if self.region != "us":
            for here, there in (("eighbor", "eighbour"), ("enter ", "entre "), ("ize", "ise")):
                text = text.replace(here, there)
        return text
