"""Levels that the format states (見出しの水準): tags, signs of Markdown, inner lists.

A page whose titles have no number says by its form which stands below which. A level holds
elements where its titles end as titles do, or where most of them stand above such a level; what a
page has besides (downloads, contacts) is known by its words and holds nothing.
"""

from __future__ import annotations

from collections import defaultdict

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.overlists import ITEM_MARKS
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import ends_usually, plain

#: What families of levels begin with, which no code does.
STATED = "<h>"
#: Items of lists stand below all headings, those of inner lists below those of outer ones.
_ITEM, _INNER = 10, 11
#: So many titles make a level; so large a part ends usually or has something below it.
_TITLES, _USUAL = 2, 0.4
#: Titles look so much like headings, and are no longer than this.
_SCORE, _LONGEST = 0.5, 40


def settle(units: list[Unit], headings: list[Heading]) -> None:
    """Make families of the titles without number that stand on levels of their own."""
    if not any(one.unit.level for one in headings) or any(map(_is_counted, headings)):
        return
    depths = [_depth(one) for one in headings]
    above = _above(units, headings, depths)
    aside = _aside(headings, depths, above)
    levels: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(headings):
        if depths[place] and place not in aside and _is_free(one):
            levels[depths[place]].append(place)
    kept = {place for place, one in enumerate(headings) if one.code and not one.role}
    chosen: list[int] = []
    for depth in sorted(levels, reverse=True):
        holding = _holding(above, kept)
        found = [
            place for place in levels[depth]
            if ends_usually(headings[place].title) or place in holding
        ]  # fmt: skip
        if len(found) >= max(_TITLES, _USUAL * len(levels[depth])):
            chosen.append(depth)
            kept.update(found)
    if chosen in ([_ITEM], [_INNER]):
        return  # one plain list, or what stands below titles that are told otherwise
    for number, depth in enumerate(reversed(chosen), 1):
        # the page itself is no such section: it has others besides
        sections = {above[place] for place in kept.intersection(levels[depth])} | kept
        inner = {at for at in sections if at is not None and at >= 0 and depths[at] > 1}
        kept.update(place for place in levels[depth] if above[place] in inner)
        for place in kept.intersection(levels[depth]):
            headings[place].family = (STATED, f"#{number}")
    for place in _holding(above, kept):
        if headings[place].family[0] == "~" and depths[place] > 1:
            headings[place].family, headings[place].role = ("=", "system"), "system"


def _above(units: list[Unit], headings: list[Heading], depths: list[int]) -> list[int | None]:
    """Return the heading that the section of each heading begins with, by their places.

    A section whose title is no candidate, as that of downloads, holds headings of none (-1).
    """
    found: list[int | None] = []
    stack: list[tuple[int, int]] = []
    start = 0
    for place, heading in enumerate(headings):
        others = [(unit.level, -1) for unit in units[start : heading.place] if unit.level]
        for depth, at in [*others, (depths[place], place)]:
            while stack and stack[-1][0] >= (depth or _ITEM):  # a bare line ends the list above
                stack.pop()
            if at == place:
                found.append(stack[-1][1] if stack else None)
            if depth:
                stack.append((depth, at))
        start = heading.end + 1
    return found


def _aside(headings: list[Heading], depths: list[int], above: list[int | None]) -> set[int]:
    """Return the headings in sections without elements, and on pages that list other plans."""
    found = {-1}
    for place, (one, at) in enumerate(zip(headings, above, strict=True)):
        if at in found or one.role == "plans" or (one.role in lexicon.BARREN and depths[place] > 1):
            found.add(place)
    return found


def _holding(above: list[int | None], kept: set[int]) -> set[int]:
    """Return the headings that a chosen one stands below, at whatever distance."""
    found: set[int] = set()
    for place in kept:
        at = above[place]
        while at is not None and at >= 0 and at not in found:
            found.add(at)
            at = above[at]
    return found


def _is_counted(heading: Heading) -> bool:
    """Tell a heading whose number says more of its level than the format does."""
    return bool(heading.unit.level and heading.code and not heading.role)


def _depth(heading: Heading) -> int:
    """Return how deep a heading stands, 0 where the format does not say it."""
    unit = heading.unit
    if unit.level or unit.mark not in ITEM_MARKS or heading.code:
        return unit.level or 0
    return _INNER if unit.indent else _ITEM


def _is_free(heading: Heading) -> bool:
    """Tell a title that nothing else has named, and that does not speak of the plan itself."""
    if heading.family[0] != "~" or heading.unit.contents or heading.score < _SCORE:
        return False
    name = plain(heading.title)
    about = lexicon.ABOUT.search(name) or lexicon.META_TITLES.match(name)
    return len(heading.title) <= _LONGEST and not about and not heading.title.isascii()
