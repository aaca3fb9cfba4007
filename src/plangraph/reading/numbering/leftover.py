"""Titles of one look that no rule took (残った見出し): the marks of a page weighed as a whole.

Which marks head what is told by lists, sentences and labels around them, each in a form of its
own. What no form took may be a level all the same: where nearly all lines of a mark that stand in
the outline, and not in a section without elements, end as titles do, and below many of their like,
they are one.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms.codes import NOTE
from plangraph.reading.terms.looks import ends_usually, is_whole

Family = tuple[str, str]
#: Titles look so much like headings, and are no longer than this.
_PLAIN, _LONGEST = 0.5, 40
#: So many of a mark are a level, and so large a part of them ends as titles do.
_FEWEST, _USUAL = 3, 0.75
#: Right above so large a part of what they head, marks stand above it.
_ABOVE = 0.6
#: Kinds that hold others; below so large a part of a family of them, lists are a level.
_HOLDING, _HELD = frozenset(("goal", "strategy-goal", "policy", "measure", "philosophy")), 0.3


def marks(headings: Sequence[Heading], drafts: Sequence[Draft]) -> bool:
    """Make families of marked lines in the outline that no stage took; tell whether any are."""
    taken = {one.place for one in drafts}
    found = False
    for mark, members in _left(headings).items():
        left = [one for one, _ in members if one.place not in taken]
        plain = all(one.score > _PLAIN and len(one.title) <= _LONGEST for one in left)
        if mark == NOTE or len(left) < max(_FEWEST, 0.5 * len(members)) or not plain:
            continue
        lower = _headed(headings, left)
        usual = sum((is_whole if lower else ends_usually)(one.title) for one in left)
        if usual < _USUAL * len(left):
            continue
        if lower is None and not _is_held(headings, members):
            continue
        found = True
        for one in left:
            one.family = _family(headings, mark, lower, left)
    return found


def _left(headings: Sequence[Heading]) -> dict[str, list[tuple[Heading, Heading | None]]]:
    """Return the marked lines in the outline by their marks, each with the title above it.

    Of a mark that stands elsewhere more often, there are none.
    """
    found: dict[str, list[tuple[Heading, Heading | None]]] = defaultdict(list)
    often: Counter[str] = Counter()
    above: Heading | None = None
    labelled = False
    for heading, after in itertools.zip_longest(headings, headings[1:]):
        if heading.family[0] != "~":
            labelled = heading.family[0] == "=" and heading.role != "system"
            above = above if heading.family[0] == "=" else heading
        elif heading.unit.mark and not heading.role:
            often[heading.unit.mark] += 1
            first = above is None and _is_right_above(heading, after)
            if (above or first) and not labelled:
                found[heading.unit.mark].append((heading, above))
    return {mark: members for mark, members in found.items() if 2 * len(members) >= often[mark]}


def _headed(headings: Sequence[Heading], members: list[Heading]) -> Family | None:
    """Return the family that stands right below most lines of a mark, each alone above it."""
    after = dict(itertools.pairwise(headings))
    if any(after.get(above) is one for above, one in itertools.pairwise(members)):
        return None
    below = Counter(after[one].family for one in members if _is_right_above(one, after.get(one)))
    family, count = below.most_common(1)[0] if below else (None, 0)
    if family is None or count < _ABOVE * len(members):
        return None
    first = next(one for one in headings if one.family == family)
    return family if family[0] == "*" or members[0].place < first.place else None


def _is_right_above(heading: Heading, after: Heading | None) -> bool:
    """Tell that a number, or a mark of a family, stands right below."""
    right = after is not None and after.place == heading.end + 1
    return right and after is not None and after.family[0] not in ("~", "=")


def _is_held(headings: Sequence[Heading], members: list[tuple[Heading, Heading | None]]) -> bool:
    """Tell lines that stand below many elements of one family, and not below the lowest kinds."""
    often = Counter(one.family for one in headings)
    above = {one for _, one in members if one is not None and one.kind in _HOLDING}
    held = Counter(one.family for one in above)
    return any(count >= _HELD * often[family] for family, count in held.items())


def _family(
    headings: Sequence[Heading], mark: str, lower: Family | None, members: list[Heading]
) -> Family:
    """Return the family of a mark: above what it heads, or beside it where that comes first."""
    if lower is None:
        return "*", mark
    first = next(one for one in headings if one.family == lower)
    return ("^", "A") if members[0].place < first.place else lower
