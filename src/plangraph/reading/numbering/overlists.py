"""Titles without code above lists of items (箇条書きの上の見出し): families of their own."""

from __future__ import annotations

import itertools

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.english_words import is_latin

#: Items of a family look so much like headings; what is above two lists may be one.
_PLAIN, _LISTED = 0.5, 2
#: Marks of lists.
ITEM_MARKS = frozenset("・●○◎◆◇■□•-*＊▶▷►▸★☆➢➤✓✔◼◾▪▫‣❖")


def bulleted(headings: list[Heading]) -> None:
    """Headings without code above lists of items, again and again, are a family."""
    _unlist(headings)
    found: list[Heading] = []
    for place, heading in enumerate(headings[:-2]):
        items = headings[place + 1 : place + 3]
        if heading.family[0] != "~" or heading.unit.mark or heading.score < 0.8:
            continue
        if heading.title.endswith("."):
            continue
        due = heading.end + 1
        marked = all(one.unit.mark in ITEM_MARKS for one in items)
        if marked and items[0].place == due and items[0].unit.mark == items[1].unit.mark:
            found.append(heading)
    usual = sum(
        is_latin(heading.title) or bool(lexicon.TITLE_END.search(heading.title))
        for heading in found
    )
    if len(found) >= 3 and usual >= 0.6 * len(found):
        for heading in found:
            heading.family = ("^", "B")
        _beside_lists(headings, found)


def _beside_lists(headings: list[Heading], found: list[Heading]) -> None:
    """Take titles above one item for titles above lists, and what stands right above both.

    What stands above them twice or more is what they belong to.
    """
    above: list[Heading] = []
    for place, heading in enumerate(headings[:-1]):
        if heading.family[0] != "~" or heading.unit.mark or heading.score < _PLAIN:
            continue
        after = headings[place + 1]
        if after.place != heading.end + 1 or heading.unit.contents or len(heading.title) < 4:
            continue
        if after in found:
            above.append(heading)
        usual = heading.unit.gap or lexicon.TITLE_END.search(heading.title)
        if after not in found and after.unit.mark in ITEM_MARKS and usual:
            heading.family = ("^", "B")
    for heading in above if len(above) >= _LISTED else ():
        heading.family = ("^", "A")


def _unlist(headings: list[Heading]) -> None:
    """An item of a list that only sounds like a section (- 新町の施策) opens none.

    One that says something beside its label (- 目指す社会　支え合うまち) is a statement.
    """
    for place, (before, heading) in enumerate(itertools.pairwise(headings), 2):
        mark = heading.unit.mark
        if not heading.role or not mark or mark not in "-・•" or heading.code or heading.body:
            continue
        after = headings[place] if place < len(headings) else None
        above = before.end + 1 == heading.place and before.unit.mark == mark
        below = after and heading.end + 1 == after.place and after.unit.mark == mark
        if after and after.code and after.code.numbers[-1] == 1 and heading.role != "zone":
            below = None  # - 基本的な視点, - (1) …
        if above and (below or heading.role == "zone"):
            heading.role, heading.family = None, ("~", "")
