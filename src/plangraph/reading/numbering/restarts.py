"""Numbers of one dress on two levels: the lower ones start again below each upper one."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.families import base_rank
from plangraph.reading.numbering.nesting import HOLDERS
from plangraph.reading.terms.codes import MARKS, OPEN

#: So many numbers within others of their dress, and so many headings that they go on through.
_INNER, _ABOVE = 3, 2


#: Numbers without a word, whatever else they are dressed with.
_BARE = ("", "N")


def dressed(headings: list[Heading]) -> None:
    """Numbers of another dress than the bare ones are another family, where both count.

    So are those in brackets (【１】), before a mark (25◇), and above their titles.
    """
    numbered = [one for one in headings if one.family == _BARE and one.code]
    families = {one: ("", f"{_dress(one)}N") for one in numbered}
    counted = Counter(families.values())
    if counted[_BARE] >= _ABOVE:
        for one, family in families.items():
            if counted[family] >= _ABOVE:
                one.family = family


def _dress(heading: Heading) -> str:
    """Return what tells a number from bare ones: a bracket, a mark behind it, a line of its own."""
    printed = heading.code.printed if heading.code else ""
    text = heading.unit.text
    if printed[:1] in OPEN:
        return printed[:1]
    if printed not in text[: len(printed) + 2]:
        return "/"
    after = text.partition(printed)[2].lstrip(" 　")[:1]
    return after if after in MARKS else ""


def around(headings: list[Heading]) -> None:
    """Numbers above and below others, all of one dress: 1 (1) 1 2, (2) 1, 2 (1) 1 2 3.

    The upper ones count on, and the first of the others stands right below each; the lower ones
    start again right below the others.
    """
    coded = [one for one in headings if one.code]
    pairs = Counter(
        (one.family, below.family)
        for one, below in itertools.pairwise(coded)
        if one.code and below.code and one.family != below.family
        and _is_first(below) and not (one.code.word or below.code.word)
    )  # fmt: skip
    for (family, between), count in pairs.items():
        if count < _ABOVE or pairs[between, family] < _ABOVE:
            continue
        upper, lower = _levels(coded, family, between)
        numbers = [one.code.numbers[0] for one in upper if one.code]
        counted = [*range(numbers[0], numbers[0] + len(numbers))] if numbers else []
        if len(numbers) < _ABOVE or numbers != counted or len(lower) < len(upper):
            continue
        for one in lower:
            one.family = (family[0], f"{family[1]}'")


def _is_first(heading: Heading) -> bool:
    return heading.code is not None and heading.code.numbers == (1,)


def _levels(
    coded: list[Heading], family: tuple[str, str], between: tuple[str, str]
) -> tuple[list[Heading], list[Heading]]:
    """Return the numbers of a family right above the first of another, and those below it."""
    upper: list[Heading] = []
    lower: list[Heading] = []
    inner = False
    for above, one, below in zip([None, *coded], coded, [*coded[1:], None], strict=False):
        if one.family != family:
            inner = False
        elif below is not None and below.family == between and _is_first(below):
            upper.append(one)
            inner = False
        elif inner or (above is not None and above.family == between and _is_first(one)):
            lower.append(one)
            inner = True
    return upper, lower


def part_restarts(headings: list[Heading]) -> None:
    """Numbers that start again below a heading of their own family are a family below it.

    ``3 施策の大綱`` followed by ``1 …, 2 …``: the second run ends where the first goes on.
    """
    runs: dict[tuple[str, str], tuple[int, bool]] = {}
    last: Heading | None = None
    for heading in headings:
        code = heading.code
        if code is None or code.word or len(code.numbers) != 1:
            if code is not None:
                runs.clear()
                last = None
            continue
        family = heading.family
        depth = base_rank(family)
        for other in [one for one in runs if base_rank(one) > depth]:
            del runs[other]
        number, (outer, nested) = code.numbers[0], runs.get(family, (0, False))
        if nested and number == outer + 1 and number > 1 and heading.role:
            runs[family] = (number, False)
        elif nested:
            heading.family = (family[0], family[1] + "'")
        elif (
            number == 1
            and outer >= 1
            and last is not None
            and last.role in HOLDERS
            and (last.family == family)
        ):
            runs[family] = (outer, True)
            heading.family = (family[0], family[1] + "'")
        else:
            runs[family] = (number, False)
        last = heading


def through(headings: list[Heading]) -> None:
    """Numbers that go on through other headings, between two of their own dress, are below those.

    1, 2, 3 (柱Ⅰ 1 2, 柱Ⅱ 3 4 5), 4: the inner run ends where the outer one goes on.
    """
    runs: dict[tuple[str, str], list[int]] = {}
    for place, heading in enumerate(headings):
        code = heading.code
        if code is not None and not code.word and len(code.numbers) == 1:
            runs.setdefault(heading.family, []).append(place)
    for family, places in runs.items():
        codes = [headings[place].code for place in places]
        inner = _inner([code.numbers[0] for code in codes if code])
        between = Counter(
            one.family for one in headings[places[inner.start - 1] : places[inner.stop - 1]]
            if one.code and one.family != family
        ) if inner else Counter()  # fmt: skip
        if between and max(between.values()) >= _ABOVE:
            for place in places[inner.start : inner.stop]:
                headings[place].family = (family[0], family[1] + "'")


def _inner(numbers: list[int]) -> range:
    """Return the places of a second run of numbers that stands within a first; or none."""
    start = next((place for place in range(1, len(numbers)) if numbers[place] == 1), 0)
    stop = start
    while stop < len(numbers) and numbers[stop] == stop - start + 1:
        stop += 1
    outer = numbers[:start] + numbers[stop:]
    whole = outer == list(range(1, len(outer) + 1)) and stop < len(numbers)
    parted = stop - start >= _INNER and numbers[stop : stop + 1] != [stop - start + 1]
    return range(start, stop) if start and whole and parted else range(0)


def deal(headings: list[Heading]) -> None:
    """Give runs of lower numbers that stand below all upper ones to these, one run to each.

    An outline printed column by column has 1, 2, 3 first, and then (1) (2), (1), (1) (2).
    """
    place = 0
    while place < len(headings):
        upper = _column(headings, place)
        lower = _column(headings, place + len(upper)) if len(upper) >= _ABOVE else []
        starts = [n for n, one in enumerate(lower) if one.code and one.code.numbers[-1] == 1]
        below = all(one.parent is upper[-1] for one in lower)
        if lower and starts[:1] == [0] and len(starts) == len(upper) and below:
            for number, one in enumerate(lower):
                above = upper[bisect.bisect(starts, number) - 1]
                upper[-1].children.remove(one)
                above.children.append(one)
                one.parent = above
        place += max(1, len(upper))


def _column(headings: list[Heading], place: int) -> list[Heading]:
    """Return the numbered headings of one family from a place on, one line below the other."""
    found: list[Heading] = []
    for one in (headings[at] for at in range(place, len(headings))):
        after = not found or (one.family == found[0].family and one.place == found[-1].end + 1)
        if one.code is None or one.role or one.body or not after:
            break
        found.append(one)
    return found
