"""Marked titles with sentences of their own (文の付いた見出し), and what they stand below."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.overlists import ITEM_MARKS
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import ends_usually

#: Titles look so much like headings, and are no longer.
_PLAIN, _LONGEST = 0.5, 40
#: Marks of titles that may have sentences of their own.
_TOLD = frozenset("●○◆◇■□◎▶▼・")
#: A line below a title that says it in other words begins so.
_SUBTITLES, _SUBTITLE = "～〜~―—", re.compile("[～〜~―—][^～〜~―—]{4,60}[～〜~―—]")
#: So many of a mark stand right above another one that they head.
_RIGHT = 0.6


def marks(units: list[Unit], headings: list[Heading]) -> None:
    """Marked titles with sentences of their own, again and again, are a family: ■省エネの推進."""
    found: dict[str, list[Heading]] = {}
    for heading in headings:
        if heading.family[0] != "~" or heading.unit.mark not in _TOLD:
            continue
        after = units[heading.end + 1 : heading.end + 4]
        if after and after[0].text[0] in _SUBTITLES:
            after = after[1:]
        if len(after) > 1 and _is_broken(after[0], after[1]):
            after = after[1:]
        told = bool(after) and _tells(after[0], heading.unit.mark)
        plain_item = heading.score > _PLAIN and len(heading.title) <= _LONGEST
        if told and plain_item:
            found.setdefault(_look(heading.unit.mark), []).append(heading)
    for mark, members in found.items():
        usual = sum(ends_usually(one.title) for one in members)
        places = all(lexicon.PLACE.search(one.title) for one in members)
        if len(members) < (2 if places else 3) or usual < 0.6 * len(members):
            continue
        first = members[0].place
        for heading in headings:
            same = heading.family[0] == "~" and _look(heading.unit.mark) == mark
            alike = heading.score > _PLAIN and ends_usually(heading.title)
            if heading in members or (same and alike and heading.place > first):
                heading.family = ("*", mark)
        _above_marks(headings, mark)
    if subtitles := {
        one.end + 1 for one in headings
        if one.family[0] == "*" and units[one.end + 1 : one.end + 2]
        and _SUBTITLE.fullmatch(units[one.end + 1].text)
    }:  # fmt: skip
        headings[:] = [one for one in headings if one.place not in subtitles]
    _below_places(headings)


def _below_places(headings: list[Heading]) -> None:
    """Titles of other marks stand below those that say what a place will be: ■ …まち, ◆ …."""
    families: dict[str, list[Heading]] = {}
    for heading in headings:
        if heading.family[0] == "*":
            families.setdefault(heading.family[1], []).append(heading)
    places = [
        mark for mark, members in families.items()
        if len(members) > 1 and _name_places(members)
    ]  # fmt: skip
    if len(places) != 1:
        return
    (upper,) = places
    first = families.pop(upper)[0].place
    for heading in itertools.chain.from_iterable(families.values()):
        if heading.place > first:
            heading.under = upper


def _name_places(headings: list[Heading]) -> bool:
    """Tell titles of which nearly all say what a place will be."""
    places = sum(lexicon.PLACE.search(one.title) is not None for one in headings)
    return 3 * places >= 2 * len(headings)


def _is_broken(unit: Unit, rest: Unit) -> bool:
    """Tell the first line of a sentence that a column broke: 相談できる / 窓口を増やします。"""
    taken = unit.mark or unit.code or unit.use or unit.cells or unit.prose or rest.gap
    return not taken and rest.prose and lexicon.TITLE_END.search(unit.text) is None


def _tells(unit: Unit, mark: str) -> bool:
    """Tell a sentence, with its full stop or, as magazines print it, without.

    Sentences may be a list of their own, with another mark than the title above them.
    """
    running = unit.prose or (len(unit.text) > 36 and "を" in unit.text)
    listed = unit.prose and unit.mark in ITEM_MARKS and _look(unit.mark) != _look(mark)
    return running and (not unit.mark or listed) and not unit.code and not unit.cells


def _above_marks(headings: list[Heading], mark: str) -> None:
    """Titles of another mark right above marked titles, again and again, stand above them."""
    found: dict[str, list[Heading]] = {}
    for before, heading in itertools.pairwise(headings):
        right = before.end + 1 == heading.place and heading.family == ("*", mark)
        if right and before.family[0] == "~" and before.unit.mark not in ("", mark):
            found.setdefault(before.unit.mark, []).append(before)
    often = Counter(heading.unit.mark for heading in headings)
    for above, members in found.items():
        if len(members) < _RIGHT * often[above]:  # the last items of the lists before
            continue
        usual = sum(bool(lexicon.TITLE_END.search(one.title)) for one in members)
        if len(members) >= 2 and usual >= 0.5 * len(members):
            for one in members:
                one.family = ("^", "A")


def _look(mark: str) -> str:
    """Return the mark that another is printed for: • is a small ●."""
    return "●" if mark == "•" else mark
