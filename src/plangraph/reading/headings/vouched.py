"""Headings that others of their kind tell: those of a summary box (章扉の一覧), and the first."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import plain

#: Kinds that a numbered title of a box may have.
_UPPER = ("goal", "policy", "measure", "direction")
_KINDS = frozenset(_UPPER)
#: So many headings of one kind tell what their family is.
_SURE = 3


def agree(headings: list[Heading]) -> None:
    """Give numbered titles, one below the other, the kind that one of them has elsewhere."""
    stated = {(one.family, one.title): one.kind for one in headings if one.kind in _KINDS}
    run: list[Heading] = []
    for heading in headings:
        if heading.code is None or heading.role or heading.kind not in (None, "structure"):
            run = []
            continue
        if not run or not _follows(run[-1], heading):
            run = []
        run.append(heading)
        kinds = {stated.get((one.family, one.title)) for one in run} - {None}
        if len(run) > 1 and len(kinds) == 1:
            (kind,) = kinds
            for one in run:
                name = plain(one.title)
                names_section = lexicon.ABOUT.search(name) or lexicon.BARE.search(name)
                one.kind = one.kind if names_section else kind


def _follows(before: Heading, heading: Heading) -> bool:
    """Tell the next number of a family on the line below."""
    if before.code is None or heading.code is None or heading.family != before.family:
        return False
    due = heading.code.numbers[-1] == before.code.numbers[-1] + 1
    return due and heading.place == before.end + 1


def settle_first(headings: list[Heading]) -> None:
    """An excerpt may begin within a section: its first headings are what their like are later on.

    Nothing stands above them that says so. Their family must be of one kind wherever it does.
    """
    first = [*itertools.takewhile(lambda one: _is_bare(one) or one.family[0] == "~", headings)]
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for heading in headings[len(first) :]:
        if heading.kind and heading.parent is not None:
            kinds[heading.family][heading.kind] += 1
    for heading in first:
        known = kinds[heading.family]
        alike = len(known) == 1 and known.total() >= _SURE
        low = heading.kind in ("policy", "measure")  # what is a goal says so itself
        if low and heading.parent is None and alike:
            heading.kind = next(iter(known))


def _is_bare(heading: Heading) -> bool:
    """Tell a heading by a number or a mark alone."""
    return heading.code is not None and not heading.code.word and heading.role is None


def repeats(headings: list[Heading]) -> None:
    """What a chart lists and the body tells, by one number and title, is of one kind.

    Each was judged where it stands; the heading that holds more says what both are. What only
    names a section there names it in the contents too. The numbers may be of another dress
    (1) and ①) where so many titles are told twice that they are one list.
    """
    alike: dict[tuple[object, ...], list[Heading]] = defaultdict(list)
    for heading in headings:
        if heading.code and (heading.kind in _KINDS or heading.kind == "structure"):
            key = heading.code.numbers, plain(heading.title)
            alike[key].append(heading)
    twice: dict[_Pair, tuple[list[list[Heading]], list[list[Heading]]]]
    twice = defaultdict(lambda: ([], []))
    for found in alike.values():
        same: dict[tuple[str, str], list[Heading]] = defaultdict(list)
        for one in found:
            same[one.family].append(one)
        for every in same.values():
            _settle(every)
        for pair in itertools.combinations(same, 2):
            for family, printed in zip(pair, twice[pair], strict=True):
                printed.append(same[family])
    for first, second in twice.values():
        if len(first) >= _SURE:
            _settle_lists([*itertools.chain(*first)], [*itertools.chain(*second)])


_Pair = tuple[tuple[str, str], tuple[str, str]]


def _settle(found: list[Heading]) -> None:
    """Give headings of one number and title the kind of the one that holds most."""
    if len({one.kind for one in found}) < 2:
        return
    *others, fullest = sorted(found, key=lambda one: len(one.children))
    above = fullest.kind not in {child.kind for child in fullest.children}
    if above and len(fullest.children) > len(others[-1].children):
        for one in others:
            one.kind = fullest.kind


def _settle_lists(one: list[Heading], other: list[Heading]) -> None:
    """Give two lists of the same titles one kind: that of the fuller one, or the upper one."""
    kinds = [found[0].kind or "" for found in (one, other)]
    mixed = any(len({heading.kind for heading in found}) > 1 for found in (one, other))
    if mixed or not _KINDS.issuperset(kinds) or any(below.parent in one for below in other):
        return
    held = [sum(len(heading.children) for heading in found) for found in (one, other)]
    upper = min(kinds, key=_UPPER.index)
    kind = upper if held[0] == held[1] else kinds[held[1] > held[0]]
    for heading in (*one, *other):
        heading.kind = kind
