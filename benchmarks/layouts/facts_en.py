"""What a document in English says of itself: covers, heads of pages, sites, years."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.content_en import English
from layouts.page import Page

_OTHERS = (
    "the Local Transport Plan 2015-2040",
    "the Climate Action Plan",
    "the regional growth strategy",
    "the Capital Improvement Plan (2011-2016)",
    "the Housing Strategy 2010-2019",
)
_SORTS = (
    "Climate Action Plan",
    "Parks Master Plan",
    "Housing Strategy",
    "Economic Development Strategy",
    "Active Transport Strategy",
    "Library Strategic Plan",
    "Digital Strategy",
)


class Told:
    """A plan with its years, and the ways in which they are printed."""

    def __init__(self, random: Random) -> None:
        self.random, self.plan = random, English(random)
        self.start, self.end = self.plan.start, self.plan.end
        sort = self.plan.short.rstrip("0123456789-– ")
        self.sort = random.choice(_SORTS) if random.random() < 0.25 or len(sort) < 9 else sort
        self.place = self.plan.place

    def years(self) -> str:
        """Write the years of the plan."""
        start, end, chance = self.start, self.end, self.random
        ways = [
            f"{start}-{end}",
            f"{start}–{end}",
            f"{start} to {end}",
            f"{start} – {end}",
            f"FY{start}–FY{end}",
            f"FY {start} - FY {end}",
            f"FY{start}-{end}",
            f"{start}/{(start + 1) % 100:02} to {end}/{(end + 1) % 100:02}",
        ]
        if end - start > 1:
            ways += [
                f"{start}-{end % 100:02}",
                f"{start}–{end % 100:02}",
                f"FY{start % 100:02}–FY{end % 100:02}",
            ]
        return chance.choice(ways)

    def stated(self) -> list[str]:
        """State the period in a sentence."""
        start, end, count = self.start, self.end, self.end - self.start + 1
        return [
            self.random.choice(
                (
                    f"This plan covers the period {self.years()}.",
                    f"The plan sets out what we will do from {start} to {end}.",
                    f"The {count}-year plan runs from {start} through {end}.",
                    f"This is a {count}-year plan, beginning in {start}.",
                    f"It guides our work between {start} and {end}.",
                    f"Plan period: {self.years()}",
                    f"Timeframe: {start} – {end}",
                    f"It will be in place from 1 April {start} to 31 March {end + 1}.",
                    f"Our priorities for {self.years()}",
                )
            )
        ]

    def expected(self, page: Page, dated: str = "") -> None:
        """Note title and place; the years may be part of the title or not."""
        title = f"{self.place} {self.sort}"
        page.expected |= {
            "title": f"{title} {dated}".strip(),
            "municipality": self.place,
            "alt_title": [title, f"{title}, {dated}"],
        }

    def body(self, page: Page) -> None:
        """Write goals with objectives."""
        for number, goal in enumerate(self.plan.tree(("name_of", "act"), 1, 2)[:2], 1):
            page.write(f"Goal {number}: {goal.title}", self.plan.sentences(goal.field, 1))
            page.element("goal", goal.title)
            for below, child in enumerate(goal.children, 1):
                page.write(f"Objective {number}.{below}: {child.title}")
                page.element("policy", child.title)


def covers(random: Random, _: Content) -> Page:
    """A cover: government, plan and years on lines of their own or on one."""
    page, told = Page(), Told(random)
    dated = told.years() if random.random() < 0.7 else ""
    upper = random.random() < 0.4
    place, sort = (told.place.upper(), told.sort.upper()) if upper else (told.place, told.sort)
    told.expected(page, dated)
    lines = random.choice(
        (
            [place, sort, dated],
            [f"{place} {sort} {dated}"],
            [f"{place} {sort}", dated],
            [place, f"{sort} {dated}"],
            [f"{dated} {sort}", place],
            [sort, place, dated],
            [place, f"{dated} {sort}"],
            [f"{sort} {dated}", place],
            [place, "", sort, "", dated],
        )
    )
    state = random.choice(("Draft", "DRAFT FOR CONSULTATION", "Executive Summary", "", "", "", ""))
    if state.upper().startswith("DRAFT"):
        page.expected["status"] = "draft"
    page.write(*[line.strip() for line in lines], *[one for one in (state,) if one])
    page.write(
        *random.choice(
            (
                [f"Adopted by {told.plan.who} on 12 March {told.start}"],
                [told.plan.vision()],
                [],
                [f"March {told.start}"],
                ["www.example.org"],
            )
        )
    )
    if dated:
        page.period(told.start, told.end)
    else:
        page.write("", *told.stated())
        page.period(told.start, told.end)
    page.write("", f"This plan builds on {random.choice(_OTHERS)}.")
    told.body(page)
    return page


def inside(random: Random, _: Content) -> Page:
    """Pages from the middle, whose plan heads or feet of pages name."""
    page, told = Page(), Told(random)
    dated = told.years() if random.random() < 0.5 else ""
    told.expected(page, dated)
    name = f"{told.place} {told.sort} {dated}".strip()
    first = random.randint(4, 60)
    form = random.choice(
        (
            "{t} | {n}",
            "{n} | {t}",
            "{t} {n}",
            "{n} {t}",
            "{t} | Page {n}",
            "{t} - Page {n}",
            "{t}",
            "Page {n} of 88 {t}",
            "{t} – {n}",
            "{t} · {n}",
            "{t}\n{n}",
            "{c} | {t} | {n}",
            "{t}\t{n}",
        )
    )
    at_foot = random.random() < 0.4
    for number in range(random.randint(1, 3)):
        head = form.format(t=name, n=first + number, c="Our goals").split("\n")
        inner = Page()
        told.body(inner)
        if number == 0:
            page.expected["elements"] = inner.expected["elements"]
        body = inner.lines if number == 0 else [told.plan.sentences(told.plan.fields(3)[number], 2)]
        body = [*body, f"It was written alongside {random.choice(_OTHERS)}."]
        foot = ["", *head] if random.random() < 0.8 else head
        page.write(*([] if at_foot else [*head, ""]), *body, *(foot if at_foot else []), "\f")
    return page


def site(random: Random, _: Content) -> Page:
    """A page of a site: menu, path, heading, words about the plan, contact."""
    page, told = Page(), Told(random)
    dated = told.years() if random.random() < 0.5 else ""
    title = f"{told.sort} {dated}".strip()
    page.expected |= {
        "title": title,
        "municipality": told.place,
        "alt_title": [f"{told.place} {title}", told.sort, f"{told.place} {told.sort}"],
    }
    page.write(
        *random.choice(
            (
                ["Skip to main content", told.place],
                [told.place, "Menu Search"],
                [f"{title} | {told.place}"],
                [f"{told.place} - {title}"],
                ["Skip to content", "Home", "Services", "Your Council", told.place],
            )
        )
    )
    page.write(
        *random.choice(
            (
                [f"Home > Government > Plans > {title}"],
                [f"Home / Departments / {title}"],
                [f"You are here: Home » Council » {title}"],
                [],
            )
        )
    )
    page.write(title, *random.choice(([f"Last updated: 12 March {told.start}"], [])))
    page.write(f"{told.place} adopted this plan after listening to residents.", *told.stated())
    page.period(told.start, told.end)
    told.body(page)
    page.write(
        *random.choice(
            (
                [f"© {told.start} {told.place}. All rights reserved."],
                ["Contact us", told.place, "1 High Street"],
                [f"Download the {told.sort} (PDF, 2.1 MB)"],
                [f"Copyright {told.place}"],
            )
        )
    )
    return page


def unnamed(random: Random, _: Content) -> Page:
    """A page from the middle that does not say whose it is; works that name plans are none."""
    page, told = Page(), Told(random)
    page.expected |= {"title": "document"}
    page.write("What we will do", "")
    told.body(page)
    page.write(
        *random.sample(
            (
                "• Adopt a new Local Plan",
                "- Update the Climate Action Plan",
                "Prepare a Housing Strategy",
                "Develop a Parks and Trails Master Plan by the end of next year",
                "b. Review the Emergency Operations Plan",
                "Deliver the actions of the Tree Strategy",
            ),
            3,
        )
    )
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "english_fronts": covers,
    "english_insides": inside,
    "english_sites": site,
    "english_unnamed": unnamed,
}
