"""Titles of one look that no rule took (残った見出し): the lines of a page weighed as a whole.

What lines without a number head is told by lists, sentences and labels around them, each in a form
of its own. What no form took may be a level all the same: where nearly all lines of a mark, or all
without one, that stand in the outline, and not in a section without elements, end as titles do,
below many of their like or above numbers, they are one.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms.codes import NOTE
from plangraph.reading.terms.looks import ends_usually, is_whole

#: What stands before a title and no title begins with.
_LEADING = re.compile(r"[^\w「『【（(〔]|\S{2,8}\s?[\d０-９]+[\s:：]")
Family = tuple[str, str]
#: A line and the title above it.
_Member = tuple[Heading, Heading | None]
#: Titles look so much like headings, and are no longer than this.
_PLAIN, _LONGEST = 0.5, 40
#: So many of a mark are a level, and so large a part of them ends as titles do.
_FEWEST, _USUAL = 3, 0.75
#: … and of lines without a mark, of which there are so many below each title.
_BARE, _BARE_USUAL, _LISTED = 5, 0.8, 1.5
#: Right above so large a part of what they head, marks stand above it.
_ABOVE = 0.6
#: Kinds that hold others; below so large a part of a family of them, lists are a level.
_HOLDING, _HELD = frozenset(("goal", "strategy-goal", "policy", "measure", "philosophy")), 0.3


def titles(headings: Sequence[Heading], drafts: Sequence[Draft]) -> bool:
    """Make families of lines in the outline that no stage took; tell whether there are any."""
    taken = {one.place for one in drafts}
    found = False
    for mark, members in _left(headings).items():
        left = [one for one, _ in members if one.place not in taken]
        lower = _headed(headings, left)
        if lower is None:  # what stands before all titles is below none
            members = [(one, above) for one, above in members if above is not None]
            left = [one for one, _ in members if one.place not in taken]
        if mark == NOTE or 2 * len(left) < len(members) or not _are_many(left):
            continue
        if not _are_usual(left, mark, lower) or not _are_placed(headings, members, mark, lower):
            continue
        found = True
        for one in left:
            one.family = _family(headings, mark, lower, left)
    return found


def _are_many(left: list[Heading]) -> bool:
    """Tell lines that all look like titles, more of them where no mark tells them."""
    plain = all(one.score > _PLAIN and len(one.title) <= _LONGEST for one in left)
    return plain and bool(left) and len(left) >= (_FEWEST if left[0].unit.mark else _BARE)


def _are_usual(left: list[Heading], mark: str, lower: Family | None) -> bool:
    """Tell lines of which nearly all end as titles do; a verb ends an item of a list as well.

    One in the polite form is a sentence: 夜の窓口を始めます.
    """
    tells = ends_usually if mark and lower is None else is_whole
    usual = sum(tells(one.title) and not one.title.endswith("ます") for one in left)
    return usual >= (_USUAL if mark else _BARE_USUAL) * len(left)


def _are_placed(
    headings: Sequence[Heading], members: list[_Member], mark: str, lower: Family | None
) -> bool:
    """Tell lines that stand where a level does: below many of their like, or above numbers."""
    if lower is None:
        return _is_held(headings, members, 1 if mark else _LISTED)
    return bool(mark) or not _are_mottos(members)


def _left(headings: Sequence[Heading]) -> dict[str, list[_Member]]:
    """Return the lines in the outline by their marks, each with the title above it.

    Of a mark that stands elsewhere more often, there are none.
    """
    found: dict[str, list[_Member]] = defaultdict(list)
    often: Counter[str] = Counter()
    above: Heading | None = None
    labelled = False
    for heading, after in itertools.zip_longest(headings, headings[1:]):
        if heading.family[0] != "~":
            labelled = heading.family[0] == "=" and heading.role != "system"
            above = above if heading.family[0] == "=" else heading
        elif not heading.role and (heading.unit.mark or _is_bare(heading)):
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


def _is_bare(heading: Heading) -> bool:
    """Tell a line of words alone, not behind an arrow or a word that counts: ⇒ 学び, 課題1 学び."""
    return _LEADING.match(heading.title) is None


def _is_right_above(heading: Heading, after: Heading | None) -> bool:
    """Tell that a number, or a mark of a family, stands right below."""
    right = after is not None and after.place == heading.end + 1
    return right and after is not None and after.family[0] not in ("~", "=")


def _is_held(headings: Sequence[Heading], members: list[_Member], most: float) -> bool:
    """Tell lines that stand below many elements of one family, and not below the lowest kinds.

    There are ``most`` times as many of them: one below each title says it in other words.
    """
    often = Counter(one.family for one in headings)
    above = {one for _, one in members if one is not None and one.kind in _HOLDING}
    held = Counter(one.family for one in above)
    return len(members) >= most * len(above) and any(
        count >= _HELD * often[family] for family, count in held.items()
    )


def _are_mottos(members: list[_Member]) -> bool:
    """Tell lines right below titles, which say them in other words above what they hold."""
    below = sum(above is not None and above.end + 1 == one.place for one, above in members)
    return 2 * below > len(members)


def _family(
    headings: Sequence[Heading], mark: str, lower: Family | None, members: list[Heading]
) -> Family:
    """Return the family of a mark: above what it heads, or beside it where that comes first."""
    if lower is None:
        return "*", mark or "¶"
    first = next(one for one in headings if one.family == lower)
    return ("^", "A") if members[0].place < first.place else lower
