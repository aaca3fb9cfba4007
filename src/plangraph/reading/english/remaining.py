"""A second opinion on the lines that no stage took: are groups of them titles, too?

Every form of list that is read has a rule of its own, and a plan that prints another is read in
part or not at all. What all have in common is weighed here (:mod:`signs`): that a line says what is
to be done, that others of its dress stand beside it, what stands above and below it, what was found
in the document and what was not. Lines of one run, and headings above like things, decide together;
what is added is told with the doubt that its look alone speaks for it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from plangraph.language import tr
from plangraph.reading.english import signs, standing
from plangraph.reading.english.listing import Line, key
from plangraph.reading.english.standing import Page
from plangraph.reading.numbering.repeats import LEVEL, Draft
from plangraph.reading.rows import Unit
from plangraph.reading.terms.looks import EAST_LETTER, is_english

#: A longer document prints its forms so often that other stages learn them.
_MOST_LINES = 600
#: A text in English has so many words, and so many of them are these.
_FEWEST, _SHARE, _ANY = 15, 0.02, re.compile("[A-Za-z]{2,}")
_COMMON = re.compile(r"\b(?:the|and|of|to|for|in|our|with|by|on)\b", re.I)
#: The odds (their logarithm) from which lines are titles; a line alone needs better ones.
ODDS, ALONE = 0.5, 1.2
#: So much of what speaks for a line is what speaks for its group.
_SHARED = 0.6


def refine(units: list[Unit], drafts: list[Draft]) -> list[Draft]:
    """Add the lines that look like titles to the drafts of an English document."""
    if len(units) > _MOST_LINES or not is_english(units) or not _is_worded(units):
        return drafts
    page = standing.page(units, drafts)
    added = list(
        {key(one.title): one for one in reversed([
            _draft(page.lines[number], kind) for number, kind in opinion(page)])}.values()
    )  # fmt: skip
    if not added:
        return drafts
    joined = sorted([*drafts, *added], key=lambda one: (one.place, one.end, one.first))
    _put_below(joined, {id(one) for one in added})
    return joined


def _is_worded(units: list[Unit]) -> bool:
    """Tell a document in English words, not one whose Japanese letters are lost."""
    text = " ".join(unit.text for unit in units)
    some = len(_ANY.findall(text))
    common = len(_COMMON.findall(text))
    return EAST_LETTER.search(text) is None and some >= _FEWEST and common > _SHARE * some


def opinion(page: Page) -> list[tuple[int, str]]:
    """Return the lines that no stage took and that look like titles, each with its kind."""
    groups: dict[object, list[int]] = {}
    for number, stance in enumerate(page.stances):
        if stance in standing.OPEN and not _says_what(page, number):
            run = page.run_of[number]
            alone = len(page.runs[run]) == 1
            groups.setdefault(page.alike(number) if alone else run, []).append(number)
    return sorted(one for group in groups.values() for one in _titles(page, group))


def _says_what(page: Page, number: int) -> bool:
    """Tell a line alone below a title that was found, above its list: it says what that means."""
    below = page.stance(number + 1)
    return (
        len(page.runs[page.run_of[number]]) == 1
        and page.stance(number - 1) in standing.FOUND
        and (below in standing.FOUND or below.startswith("label"))
    )


def _titles(page: Page, group: list[int]) -> Iterable[tuple[int, str]]:
    own = [signs.scores(page, number) for number in group]
    shared = [sum(of) / len(group) for of in zip(*own, strict=True)]
    for number, scores in zip(group, own, strict=True):
        told = [_SHARED * both + (1 - _SHARED) * one
                for both, one in zip(shared, scores, strict=True)]  # fmt: skip
        if _odds(told) > (ODDS if len(group) > 1 else ALONE):
            yield number, signs.KINDS[told.index(max(told))]


def _odds(scores: list[float]) -> float:
    """Return the logarithm of the odds that a line is any of the kinds."""
    best = max(scores)
    return best + math.log(sum(math.exp(one - best) for one in scores))


def _draft(line: Line, kind: str) -> Draft:
    unit = line.unit
    found = Draft(
        kind, standing.title(line), line.place, line.place, unit.first, unit.last, unit.page
    )
    found.code = line.code
    found.doubts.append(tr("nothing but its look says that this is a title"))
    return found


def _put_below(drafts: list[Draft], added: set[int]) -> None:
    """Put what was added below the nearest element above it of a higher level."""
    for number, one in enumerate(drafts):
        if id(one) in added and one.kind != "goal":
            level = LEVEL[one.kind]
            one.parent = next(
                (above for above in reversed(drafts[:number])
                 if above.kind in signs.KINDS and LEVEL[above.kind] < level), None)  # fmt: skip
