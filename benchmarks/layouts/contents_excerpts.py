"""Excerpts: 10 to 60 lines cut out of the middle of a plan, within a sentence or a measure.

What stands above is not there; an element is wanted where its title stands in the excerpt.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts.content import Content
from layouts.contents import leaders
from layouts.contents_body import Body, Entry
from layouts.contents_charts import rows
from layouts.page import Page


def _cut(random: Random, entries: list[Entry], size: int) -> Page:
    """Return a window of so many lines with at least two elements, numbered on or not."""
    page = Page()
    lines = [(line, place) for place, entry in enumerate(entries) for line in entry.lines]
    for _ in range(50):
        start = random.randint(0, max(0, len(lines) - size))
        window = lines[start : start + size]
        inside = {place for _, place in window}
        whole = [
            place for place in sorted(inside)
            if sum(one == place for _, one in window) == len(entries[place].lines)
        ]  # fmt: skip
        if sum(len(entries[place].elements) for place in whole) > 1:
            break
    page.write(*(line for line, _ in window))
    for place in sorted(inside):
        for (kind, *others), title in entries[place].elements:
            if place in whole:
                page.element(kind, title, *others)
    return page


def body(random: Random, content: Content) -> Page:
    """A window of body text: it begins wherever it begins."""
    return _cut(random, Body(random, content).entries(), random.randint(10, 60))


def page_body(random: Random, content: Content) -> Page:
    """A window of body text with running heads and numbers of pages in it."""
    entries = Body(random, content).entries()
    head = random.choice(("第3部　基本計画", "総合計画", content.title, "基本計画", ""))
    number, size = random.randint(10, 90), random.randint(8, 14)
    found: list[Entry] = []
    for place, entry in enumerate(entries, 1):
        found.append(entry)
        if place % size == 0:
            form = random.choice(("{}", "- {} -", "{}"))
            found.append(Entry([form.format(number), *([head] if head else [])]))
            number += 1
    return _cut(random, found, random.randint(20, 60))


def _window(random: Random, page: Page, least: int, most: int) -> Page:
    """Cut a window out of a page whose lines each hold their titles."""
    size = random.randint(least, most)
    start = random.randint(0, max(0, len(page.lines) - size))
    page.lines = page.lines[start : start + size]
    text = "\n".join(page.lines)
    page.expected["elements"] = [
        one for one in page.expected["elements"] if one["title"] in text
    ]  # fmt: skip
    return page


def contents_page(random: Random, content: Content) -> Page:
    """A window of a contents page."""
    return _window(random, leaders(random, content), 8, 20)


def chart(random: Random, content: Content) -> Page:
    """A window of a chart of the system, row by row."""
    return _window(random, rows(random, content), 6, 20)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "body": body, "page_body": page_body, "contents_page": contents_page, "chart": chart,
}  # fmt: skip
