"""Whole books of comprehensive plans, cover to annex, and some pages out of their middle."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from layouts import book_back as back
from layouts import book_front as front
from layouts import book_plan as middle
from layouts.book_lines import WholeBook
from layouts.content import Content
from layouts.page import Page


def book(random: Random, content: Content) -> Page:
    """Write a book: what repeats the plan is written when the plan stands."""
    page, opening = _written(random, content)
    page.expected["title"], page.expected["municipality"] = content.title, content.place
    for one in [*page.expected["elements"], *page.expected["indicators"]]:
        del one["at"]
    if opening.stated:
        page.period(content.start, content.end)
    if not opening.stated:
        del page.expected["title"], page.expected["municipality"]
    return page


def _written(random: Random, content: Content) -> tuple[Page, front.Introduction]:
    whole = WholeBook(random, content)
    #: Whether the chart belongs to the concept, or stands before the plan.
    charted = random.choice(("concept", "before", "no", "no"))
    order = ["introduction", "concept", "plan"]
    for name, chance in (
        ("projects", 0.35),
        ("strategy", 0.25),
        ("progress", 0.55),
        ("annex", 0.7),
    ):
        if random.random() < chance:
            order.append(name)
    if "projects" in order and random.random() < 0.5:
        order.remove("projects")
        order.insert(2, "projects")
    if random.random() < 0.1:
        order.remove("introduction")
    if random.random() < 0.1:
        order.remove("concept")
    numbers = {name: place for place, name in enumerate(order, 1)}
    opening = front.Introduction(random, content, whole)
    whole.begin("plan")
    middle.plan(random, content, whole, numbers["plan"])
    writers: dict[str, Callable[[int], None]] = {
        "concept": middle.BookConcept(random, content, whole).part,
        "projects": lambda place: middle.projects(random, content, whole, place),
        "strategy": lambda place: middle.strategy(random, content, whole, place),
        "progress": lambda place: back.progress(random, content, whole, place),
        "introduction": opening.write,
        "annex": back.Annex(random, content, whole).write,
    }
    whole._counts = {1: 0, 2: 0}
    whole.begin("nothing")
    for name in order:
        if name == "plan":
            continue
        whole.begin(name)
        writers[name](numbers[name])
        if name == charted:
            middle.chart(random, whole, random.choice(("計画の体系", "施策の体系", "施策体系図")))
    if charted == "before":
        whole.begin("chart")
        middle.chart(random, whole, random.choice(("計画の体系", "施策の体系", "施策体系図")))
        order.insert(order.index("plan"), "chart")
    if random.random() < 0.7:
        whole.begin("contents")
        front.contents(random, whole, order)
        order.insert(0, "contents")
    for name, chance in (("greeting", 0.5), ("charter", 0.2), ("cover", 0.85)):
        if random.random() < chance:
            whole.begin(name)
            getattr(front, name)(random, content, whole)
            order.insert(0, name)
    return whole.assembled(order), opening


def window(random: Random, content: Content) -> Page:
    """Cut three to ten pages out of a book, anywhere."""
    whole, _ = _written(random, content)
    size = random.randint(100, 350)
    first = random.randint(0, max(0, len(whole.lines) - size))
    page = Page()
    page.write(*whole.lines[first : first + size])

    def within(one: dict[str, Any]) -> bool:
        return any(first <= place < first + size - 1 for place in one.pop("at"))

    page.expected["elements"] = [one for one in whole.expected["elements"] if within(one)]
    page.expected["indicators"] = [one for one in whole.expected["indicators"] if within(one)]
    text = page.text.replace("\n", "")
    page.expected["sectoral_plans"] = [
        one for one in whole.expected["sectoral_plans"] if one["title"] in text
    ]
    return page


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"book": book, "window": window}
