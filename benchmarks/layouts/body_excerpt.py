"""Some forty lines out of the body text of a plan: one measure or two, and what is around."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from layouts.body import LAYOUTS as NUMBERED
from layouts.body_free import LAYOUTS as FREE
from layouts.content import Content
from layouts.page import Page

_HEADS = frozenset(("goal", "policy", "measure"))
_GOES_ON = re.compile("[のをにはがとやで]")


def excerpt(random: Random, content: Content) -> Page:
    """Cut a page or two out of a plan of any other layout, from a heading on."""
    known = {**NUMBERED, **{name: one for name, one in FREE.items() if name != "lead"}}
    whole = known[random.choice(sorted(known))](random, content)
    begins = [
        place
        for place in range(len(whole.lines))
        if any(_stands(whole.lines, place, one) for one in whole.expected["elements"]
               if one["kind"] in _HEADS)
    ]  # fmt: skip
    first = random.choice(begins[: max(1, len(begins) - 3)])
    while first and whole.lines[first - 1].strip() and len(whole.lines[first - 1]) < 8:
        first -= 1  # the number above a title
    page = Page()
    page.write(*whole.lines[first : first + random.randint(25, 70)])
    left = list(whole.expected["elements"])
    for place in range(len(page.lines)):
        for element in left:
            if _stands(page.lines, place, element):
                page.expected["elements"].append(element)
                left.remove(element)
                break
    text = page.text
    page.expected["indicators"] = [
        one for one in whole.expected["indicators"] if f"{one['title']} {one['baseline']}" in text
    ]
    return page


def _stands(lines: list[str], place: int, element: dict[str, Any]) -> bool:
    """Tell whether the title of an element begins on a line, alone or beside its number."""
    joined = lines[place].strip() + "".join(line.strip() for line in lines[place + 1 : place + 3])
    at = joined.find(element["title"])
    after = joined[at + len(element["title"]) :]
    on_line = 0 <= at < len(lines[place].strip())
    return on_line and at < 16 and "。" not in joined[:at] and not _GOES_ON.match(after)


LAYOUTS: dict[str, Callable[[Random, Content], Page]] = {"excerpt": excerpt}
