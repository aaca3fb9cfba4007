"""Whole pages on one row: all ends of lines lost, or turned into spaces.

Text of web archives and of electronic books comes so: body, contents pages and charts alike.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layouts import contents_charts as charts
from layouts.content import Content
from layouts.contents import apart, beside, leaders, marked
from layouts.contents_body import Body, about, told
from layouts.page import Page


def _on_one_row(page: Page, between: str) -> Page:
    """Put the lines of a page on one row; blanks before them are lost as well."""
    page.lines = [between.join(line.strip() for line in page.lines if line.strip())]
    return page


def _body(random: Random, content: Content, between: str, pages: int) -> Page:
    """Write a body as so many pages, each on one row, with its number before or behind."""
    page = Page()
    body = Body(random, content)
    entries = body.entries(2 if len(body.scheme.kinds) > 2 else 3)
    if random.random() < 0.3:
        entries = about(random, content, body.width) + entries
    lines = [line.strip() for entry in entries for line in entry.lines if line.strip()]
    for entry in entries:
        told(page, entry)
    numbered = random.choice(("", "before", "behind", "- {} -"))
    size = -(-len(lines) // pages)
    first = random.randint(8, 60)
    for place in range(0, len(lines), size):
        part = lines[place : place + size]
        number = str(first + place // size)
        if numbered == "before":
            part = [number, *part]
        elif numbered:
            part = [*part, numbered.format(number) if "{" in numbered else number]
        page.write(between.join(part))
    return page


def spaced(random: Random, content: Content) -> Page:
    """A page of body text on one row: a space where each line ended."""
    return _body(random, content, random.choice((" ", " ", "　")), 1)


def spaced_pages(random: Random, content: Content) -> Page:
    """Several pages of body text, each on one row: a space where each line ended."""
    return _body(random, content, " ", random.randint(2, 5))


def tight(random: Random, content: Content) -> Page:
    """A page of body text on one row, nothing where lines ended."""
    return _body(random, content, "", 1)


def tight_pages(random: Random, content: Content) -> Page:
    """Several pages of body text, each on one row, nothing where lines ended."""
    return _body(random, content, "", random.randint(2, 5))


def contents_row(random: Random, content: Content) -> Page:
    """A contents page on one row, with spaces between its lines."""
    layout = random.choice((leaders, beside, apart, marked))
    return _on_one_row(layout(random, content), random.choice((" ", " ", "　")))


def contents_tight(random: Random, content: Content) -> Page:
    """A contents page on one row without spaces between its lines: leaders and pages part them."""
    return _on_one_row(random.choice((leaders, marked))(random, content), "")


def chart_row(random: Random, content: Content) -> Page:
    """A chart on one row, with spaces between its boxes."""
    layout = random.choice((charts.rows, charts.levels, charts.uncoded, charts.titled))
    return _on_one_row(layout(random, content), random.choice((" ", " ", "　")))


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {
    "spaced": spaced, "spaced_pages": spaced_pages, "tight": tight, "tight_pages": tight_pages,
    "contents_row": contents_row, "contents_tight": contents_tight, "chart_row": chart_row,
}  # fmt: skip
