"""Titles without code above numbers (番号の上の見出し): what the numbers below them belong to."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codewords import coded_kinds, level_of
from plangraph.reading.terms.looks import plain

#: Titles look so much like headings; each has so many numbers below it, in the mean.
_PLAIN, _NUMBERS = 0.5, 2
#: Families of lines that nothing names, and of titles that stand above numbers.
_UNTOLD = frozenset((("~", ""), ("^", "A")))
_PARTS = frozenset(("第N編", "第N部", "第N章"))
#: The name of a field alone: 健康・福祉.
_FIELD = re.compile("[一-龥ァ-ヶー・、]{2,10}")
_STATING = frozenset(("vision", "philosophy", "ideal"))


def begins(heading: Heading) -> bool:
    """Tell the first of numbers without a role word."""
    code = heading.code
    return code is not None and not code.word and code.numbers == (1,)


def throne(headings: list[Heading]) -> None:
    """The first numbers of a document may belong to a title right above that says of a place."""
    first = next(
        (n for n, one in enumerate(headings) if one.code and one.code.shape not in _PARTS), 0
    )
    if not first or not begins(headings[first]) or headings[first].role:
        return
    above, family = headings[first - 1], headings[first].family
    if first > 1 and headings[first - 2].role in _STATING:
        return
    if any(lexicon.PLACE.search(one.title) for one in headings if one.family == family):
        return
    name = plain(above.title)
    right = above.family[0] == "~" and above.end + 2 >= headings[first].place
    told = lexicon.ABOUT.search(name) or lexicon.ZONES.search(name)
    again = any(one.code and one.title == above.title for one in headings)  # 第3章 …
    plain_line = right and not (again or above.unit.mark or above.unit.hint)
    if plain_line and len(name) >= 8 and not told and lexicon.PLACE.search(name):
        above.family = ("^", "A")


def parting(headings: list[Heading]) -> None:
    """Titles without code right above numbers that start again are what those belong to.

    So are titles of one dress that part a count which runs on: ◆守る, 1 … 6, ◆育てる, 7 … 12.
    """
    starts: Counter[tuple[str, str]] = Counter()
    above: dict[tuple[str, str], list[Heading]] = {}
    within: dict[tuple[tuple[str, str], str], list[Heading]] = {}
    for before, heading in itertools.pairwise(headings):
        if heading.code is None or heading.role or level_of(heading.code.word) == "goal":
            continue
        first = heading.code.numbers == (1,)
        starts[heading.family] += first
        right = before.family in _UNTOLD and before.end + 1 == heading.place
        if not right or before.score <= _PLAIN or len(before.title) < 4:
            continue
        if begins(heading) and not before.unit.mark and before.family[0] == "~":
            above.setdefault(heading.family, []).append(before)
        titled = lexicon.TITLE_END.search(before.title) or lexicon.PLACE.search(before.title)
        if not before.unit.mark and (not titled or _FIELD.fullmatch(before.title)):
            continue
        if first or (heading.family, before.unit.mark) in within:
            within.setdefault((heading.family, before.unit.mark), []).append(before)
    for family, found in above.items():
        named = {re.split(r"[\s：:]", one.title, maxsplit=1)[0] for one in found}
        if len(named) > 1 and len(found) >= 0.6 * starts[family]:  # ねらい：… is a field
            for heading in found:
                heading.family = ("^", "A")
    for (family, _), found in within.items():
        members = [one for one in headings if one.family == family]
        if starts[family] == 1 and _part_a_count(found, members):
            for heading in found:
                heading.family = ("^", "A")


def _part_a_count(titles: list[Heading], members: list[Heading]) -> bool:
    """Tell titles that stand at the beginning of a count and in it, each above some numbers."""
    numbers = [one.code.numbers[-1] for one in members if one.code]
    whole = numbers == list(range(1, len(numbers) + 1))
    places = [bisect.bisect(members, one.place, key=lambda one: one.place) for one in titles]
    steps = [b - a for a, b in itertools.pairwise([*places, len(members)])]
    enough = len(titles) > 1 and min(steps) > 0 and len(members) >= _NUMBERS * len(titles)
    return whole and enough and len({one.title for one in titles}) == len(titles)


def crown(headings: list[Heading]) -> None:
    """The heading without code above 4-1, 4-2 … is what they belong to, where no 4 stands."""
    known = {heading.code.numbers for heading in headings if heading.code}
    for before, heading in itertools.pairwise(headings):
        code = heading.code
        if code is None or code.word or len(code.numbers) != 2 or code.numbers[1] != 1:
            continue
        if code.numbers[:1] in known or before.family[0] != "~" or before.unit.mark:
            continue
        title = re.sub(r"[（(][^（）()]{2,12}[)）]$", "", before.title)
        named = re.match(r"(\S+)[ 　]+\S{1,4}[ 　]+(\S.+)", title)
        if named and coded_kinds(named[1]):
            title = named[2]
        if lexicon.PLACE.search(title) and before.score > 0.8:
            before.title, before.family = title, ("^", "A")
