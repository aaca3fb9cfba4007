"""Families of codes and how they nest: one choice for the whole document.

Every pair of families is scored for "a stands above b": by convention (章 above 節),
by numbering that starts again under each a, by codes that repeat the number of the
heading above (施策2-214 under 2), and by counts. The order of all families that
together scores best is found exactly (dynamic programming over subsets).
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections import Counter, defaultdict

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.asides import dress
from plangraph.reading.numbering.depths import STATED
from plangraph.reading.numbering.nesting import nest
from plangraph.reading.terms.codes import Code
from plangraph.reading.terms.codewords import coded_kinds

#: Families taken into the exact search; the rest keep their conventional place.
MOST = 12

_SHAPES = {
    "第N編": 0.0, "第N部": 0.4, "第N篇": 0.0, "第N章": 2.0, "第N章-N": 2.8, "第N節": 3.0,
    "第N項": 4.0,
    "題": 5.2, "第N": 2.2, "第N款": 4.5, "第Nの柱": 3.4, "字N": 4.6, "字N-N": 5.2, "字N-N-N": 6.1,
    "R": 2.3, "K": 2.6, "N": 3.1, "A": 5.0, "N-N": 5.0, "N-N-N": 6.0,
    "N-N-N-N": 6.6, "N-①": 4.6, "N-(N)": 5.2, "N-N-(N)": 6.3, "R-N": 4.4, "A-N": 5.4, "N-A": 5.4,
    "(N)": 6.5, "(N-N)": 6.4, "A-N-N": 6.2,
    "(K)": 6.2, "N)": 7.0, "①": 7.3, "a": 7.4, "(a)": 7.6, "ア": 8.0, "(ア)": 8.4, "R-N-N": 5.6,
}  # fmt: skip
_KINDS = {
    "vision": 2.6, "philosophy": 3.0, "goal": 3.4, "strategy-goal": 3.5, "viewpoint": 4.3,
    "project": 4.2, "policy": 4.5, "measure": 5.6, "direction": 7.0, "perspective": 6.6,
}  # fmt: skip
_LABELS = {
    "part": 0.1,
    "philosophy": 3.3, "vision": 3.3, "goal": 3.3, "policy": 3.6, "project": 3.6, "strategy": 3.3,
    "viewpoint": 4.2, "measure": 5.3, "zone": 3.2, "perspective": 6.4,
    "system": 2.2,
}  # fmt: skip
Family = tuple[str, str]
#: Fewer headings of the upper family than these may be chance.
_UPPER = 2
#: So many runs that start below one number are no chance.
_RUNS = 3
#: So many of the upper have something below them before the next.
_HELD = 0.8


def base_rank(family: Family) -> float:
    """Return the conventional depth of a family (0 = part of a document)."""
    word, shape = family
    if shape.endswith("'"):
        return base_rank((word, shape[:-1])) + 0.9
    if word == "=":
        return _LABELS.get(shape, 6.35)
    if word == "|":
        return 7.1 if shape == "project" else _KINDS[shape]
    if word == STATED:
        return 2.6 + 0.9 * int(shape[1:])
    if word in ("*", "^"):
        return 7.6 if word == "*" else 3.5 if shape == "A" else 5.4
    if word == "~":
        return 9.0
    if word and not shape.startswith("字"):
        kinds = coded_kinds(word)
        best = max(kinds, key=lambda kind: kinds[kind]) if kinds else "measure"
        return _KINDS[best] + 0.3 * shape.count("-") + (0.2 if word.startswith("施策の") else 0)
    return _SHAPES.get(shape, 5.0 + 0.5 * shape.count("-"))


def rank(headings: list[Heading]) -> None:
    """Give every heading its rank, and the tree of headings its parents and children."""
    _look_back(headings)
    members = _members(headings)
    depths = {family: _depth(family, found) for family, found in members.items()}
    order = _order(members, depths)
    places = {family: float(place) for place, family in enumerate(order)}
    within = _within(headings, places)
    for heading in headings:
        family = heading.family
        if family in places:
            heading.rank = places[family]
        else:
            base = base_rank(family)
            above = sum(1 for known in order if depths[known] <= base)
            label = dress(heading) or family if family[0] == "=" else family
            if label in within:
                above = max(above, order.index(within[label]) + 1)
            heading.rank = above - 0.5 + base / 1000
    nest(headings)


def _within(headings: list[Heading], places: dict[Family, float]) -> dict[str | Family, Family]:
    """Return the numbers below which a label stands: 【現状と課題】 below (1), if (2) comes later.

    A label behind a heading with a number stands below it where the same numbers go on
    afterwards, and above them where they start again below the same heading.
    """
    votes: dict[str | Family, Counter[Family]] = defaultdict(Counter)
    last: dict[Family, Code] = {}
    waiting: dict[Family, list[str | Family]] = defaultdict(list)
    for heading in headings:
        family, after = heading.family, heading.after
        if family[0] == "=" and after in last:
            waiting[after].append(dress(heading) or family)
        if family not in places:
            continue
        for one in [one for one in waiting if places[one] > places[family]]:
            del waiting[one]
        if heading.code is None:
            continue
        now = heading.code.numbers
        for label in waiting.pop(family, []):
            votes[label][family] += (now == last[family].following) - (now == (1,))
        last[family] = heading.code
    found = {label: max(counts, key=lambda one: counts[one]) for label, counts in votes.items()}
    return {label: family for label, family in found.items() if votes[label][family] > 1}


def _look_back(headings: list[Heading]) -> None:
    """Note of which family the last coded heading before each heading is."""
    last: Family | None = None
    for heading in headings:
        heading.after = last
        if heading.family[0] not in ("~", "="):
            last = heading.family


def _members(headings: list[Heading]) -> dict[Family, list[Heading]]:
    """Return the headings of each family, those of the body before those of the contents.

    What an index of indicators prints again says nothing of what stands above what.
    """
    members: dict[Family, list[Heading]] = defaultdict(list)
    listed: dict[Family, list[Heading]] = defaultdict(list)
    told: set[tuple[Family, str]] = set()
    index = False
    for heading in headings:
        word, shape = heading.family
        again = (heading.family, heading.title) in told
        told.add((heading.family, heading.title))
        index = _is_index(heading) or (index and (again or heading.role == "indicator"))
        if index and again:
            continue
        known = heading.code or shape in ("題", "?") or word in ("|", "^", STATED)
        if word not in ("~", "=") and known:
            (listed if heading.unit.contents else members)[heading.family].append(heading)
    return {**listed, **members}


def _is_index(heading: Heading) -> bool:
    return heading.role == "indicator" and heading.title.endswith("一覧")


def _order(members: dict[Family, list[Heading]], depths: dict[Family, float]) -> list[Family]:
    counts = Counter({family: len(found) for family, found in members.items()})
    families = sorted(
        (family for family, _ in counts.most_common(MOST)), key=lambda f: (base_rank(f), f)
    )
    size = len(families)
    above = [[0.0] * size for _ in range(size)]
    for (a, upper), (b, lower) in itertools.permutations(enumerate(families), 2):
        deeper = depths[lower] - depths[upper]
        above[a][b] = _stands_above(upper, members[upper], members[lower], deeper)
    return [families[place] for place in _best_order(above, size)]


def _best_order(above: list[list[float]], size: int) -> list[int]:
    """Return the order with the highest sum of scores of its pairs (Held-Karp style)."""
    best: list[tuple[float, int, int]] = [(0.0, -1, 0)] + [(-math.inf, -1, 0)] * ((1 << size) - 1)
    for chosen in range(1 << size):
        value = best[chosen][0]
        if value == -math.inf:
            continue
        for following in range(size):
            if chosen >> following & 1:
                continue
            gain = sum(above[a][following] for a in range(size) if chosen >> a & 1)
            target = chosen | 1 << following
            if value + gain > best[target][0] + 1e-9:
                best[target] = (value + gain, following, chosen)
    order: list[int] = []
    state = (1 << size) - 1
    while state:
        _, last, state_before = best[state]
        order.append(last)
        state = state_before
    return order[::-1]


def _stands_above(a: Family, upper: list[Heading], lower: list[Heading], deeper: float) -> float:
    value = 1.6 * math.tanh(deeper / 1.2)
    if not all(one.unit.celled for one in upper):  # a row of a table ends with its table
        value += _restarts(upper, lower) + _starts(a, lower)
    value += _prefixes(upper, lower)
    value += _runs_through(upper, lower)
    value += 0.3 * math.tanh(math.log(len(lower) / len(upper)))
    if upper[0].place < lower[0].place:
        value += 0.3
    return value


def _depth(family: Family, members: list[Heading]) -> float:
    """Return the conventional depth of a family; deeper where its runs start below one other.

    Bare numbers that start again right below each 施策 are below it, whatever else is above.
    Below a number, as in 1-1, more of them tell it.
    """
    base = base_rank(family)
    if family[0]:
        return base
    runs = Counter(one.after for one in members if one.code and one.code.numbers[-1] == 1)
    starts = runs.total()
    only, count = runs.most_common(1)[0] if runs else (None, 0)
    if only is None or only == family:
        return base
    worded = only[0].isalpha() and starts >= _UPPER and count == starts
    numbered = not only[0] and count >= _HELD * starts and _RUNS <= starts < len(members)
    return max(base, base_rank(only) + 0.5) if worded or numbered else base


def _restarts(upper: list[Heading], lower: list[Heading]) -> float:
    """Numbering of the lower family that starts again below each of the upper."""
    places = [heading.place for heading in upper]
    hits = restarts = position = 0
    previous: Heading | None = None
    for heading in lower:
        if heading.code is None:
            return 0.0
        again = (
            previous is not None
            and previous.code is not None
            and heading.code.numbers[-1] <= previous.code.numbers[-1]
        )
        if previous is not None and again:
            restarts += 1
            while position < len(places) and places[position] < previous.place:
                position += 1
            if position < len(places) and places[position] < heading.place:
                hits += 1
        previous = heading
    return 2.6 * hits / restarts * min(1.0, restarts / 2) if restarts else 0.0


def _starts(a: Family, lower: list[Heading]) -> float:
    """Runs of the lower family that start right below a heading of the upper."""
    starts = [one for one in lower if one.code and one.code.numbers[-1] == 1]
    return 3.4 * sum(one.after == a for one in starts) / len(starts) if starts else 0.0


def _runs_through(upper: list[Heading], lower: list[Heading]) -> float:
    """Numbers of the lower family that go on from each of the upper to the next: Ⅰ 1 2, Ⅱ 3 4.

    One that is next to none of them counts nothing: the 100 of an address.
    """
    lower = _counting(lower)
    numbers = [one.code.numbers[-1] for one in lower if one.code]
    begin = numbers[0] if numbers else 0
    if not _UPPER <= len(upper) < len(lower) or numbers != [*range(begin, begin + len(lower))]:
        return 0.0
    edges = [bisect.bisect(lower, one.place, key=lambda below: below.place) for one in upper]
    held = sum(after > place for place, after in itertools.pairwise([*edges, len(lower)]))
    share = held / len(upper)
    return 3.2 * share if edges[0] == 0 and share >= _HELD else 0.0


def _counting(headings: list[Heading]) -> list[Heading]:
    counted = {one.code.numbers[-1] for one in headings if one.code}
    next_to = {number + step for number in counted for step in (-1, 1)}
    return [one for one in headings if one.code and one.code.numbers[-1] in next_to]


def _prefixes(upper: list[Heading], lower: list[Heading]) -> float:
    """Codes of the lower family that begin with the number of the heading above.

    A number that the codes began with before that heading came is chance: 3-1-1, (3), 3-1-2.
    """
    if lower[0].code is None or len(lower[0].code.numbers) < 2:
        return 0.0
    hits = total = position = 0
    before: tuple[int, ...] = ()
    hit = True
    for heading in lower:
        last, was = before, hit
        before, hit = heading.code.numbers if heading.code else (), False
        while position + 1 < len(upper) and upper[position + 1].place < heading.place:
            position += 1
        one = upper[position]
        if one.place > heading.place or one.code is None or heading.code is None:
            continue
        if len(one.code.numbers) >= len(heading.code.numbers):
            continue
        total += 1
        numbers = heading.code.numbers
        size = len(one.code.numbers)
        hit = numbers[:size] == one.code.numbers and (was or last[:size] != numbers[:size])
        hits += hit
    return 3.0 * hits / len(lower) if total else 0.0
