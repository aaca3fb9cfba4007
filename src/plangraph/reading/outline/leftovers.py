"""Lines that no stage took and that look like titles (残った見出し): a second opinion.

What was found tells how titles of this document look and where they stand; what is left is judged
by it. Each line that is taken is told with the doubt that its look alone speaks for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from plangraph.language import tr
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import likeness, stating
from plangraph.reading.outline.surroundings import Dress, Left, Run, title_of
from plangraph.reading.rows import Unit
from plangraph.reading.terms.looks import plain

#: The odds (as a logarithm) from which on a line is taken; where few are, as much more is asked.
SURE: Final = 0.5
_FEW, _MORE = 0.25, 1.0
#: So many are of one dress, and so large a share of them ends as titles do.
_FEWEST, _MOSTLY = 2, 0.5
#: A page or an excerpt has so many logical lines at most: what stands between the elements of a
#: whole plan is mostly other lists, and its own marks and numbers tell enough.
_MOST = 400
#: Levels from the highest to the lowest.
_RANKS: Final = {
    "vision": 0, "philosophy": 0, "goal": 1, "strategy-goal": 1, "policy": 2, "measure": 3,
    "direction": 4, "project": 5,
}  # fmt: skip
_LOWEST = max(_RANKS.values()) + 1
#: What most cities have right below an element, and right above one.
_BELOW: Final = {
    "vision": "goal", "philosophy": "goal", "viewpoint": "goal", "measure": "direction",
    "direction": "direction", "project": "project",
}  # fmt: skip
_ABOVE: Final = {"measure": "goal", "policy": "goal"}
_USUAL = "measure"
#: Items of lists below these are what they consist of, and no level of their own.
_LEAVES = frozenset(("direction", "project"))


def add(units: list[Unit], headings: list[Heading], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, with those of lines that are left and more likely titles than not."""
    if not drafts or len(units) > _MOST:
        return drafts
    left = Left(units, headings, drafts)
    if not left.runs or not (chosen := _chosen(left)):
        return drafts
    new = list(_drafts(left, chosen, {plain(one.title) for one in drafts}))
    every = list(drafts)
    for one in new:
        above = max((up for up in every if up.place < one.place), key=_place, default=None)
        every.insert(every.index(above) + 1 if above else 0, one)
    _adopt(every, new)
    return every


def _place(draft: Draft) -> int:
    return draft.place


def _chosen(left: Left) -> frozenset[int]:
    """Return the places of the lines that are taken."""
    scores = {place: likeness.score(signs) for place, signs in left.signs()}
    sure = {place for place, score in scores.items() if score > SURE}
    if len(sure) < _FEW * len(left.kinds):
        sure = {place for place in sure if scores[place] > SURE + _MORE}
    usual = _usual_dresses(left, sure)
    return frozenset(
        place
        for run in left.runs
        if run.dress in usual and not (run.is_marked and left.kind_above(run) in _LEAVES)
        for place in run.places
        if place in sure
    )


def _usual_dresses(left: Left, sure: set[int]) -> set[Dress]:
    """Return the dresses of which most lines that are sure end as titles do."""
    ends: defaultdict[Dress, list[bool]] = defaultdict(list)
    for run in left.runs:
        ends[run.dress] += [likeness.is_usual(left.words[one]) for one in run.places if one in sure]
    return {
        dress for dress, usual in ends.items()
        if len(usual) >= _FEWEST and sum(usual) >= _MOSTLY * len(usual)
    }  # fmt: skip


def _drafts(left: Left, chosen: frozenset[int], titles: set[str]) -> Iterable[Draft]:
    """Return a draft of each line, once; lines of one dress are of one kind."""
    votes: defaultdict[Dress, Counter[str]] = defaultdict(Counter)
    for run in left.runs:
        votes[run.dress].update(_kind(left, run, one) for one in run.places if one in chosen)
    for run in left.runs:
        for place in run.places:
            unit = left.units[place]
            name = plain(title_of(unit))
            if place not in chosen or name in titles:
                continue
            titles.add(name)
            kind = votes[run.dress].most_common(1)[0][0]
            one = stating.draft(unit, kind, title_of(unit), place, "")
            one.term = None
            one.doubts.append(tr("nothing but its look says that this is a title"))
            yield one


def _kind(left: Left, run: Run, place: int) -> str:
    """Return the kind of a line: by its words, by what stands below it, by what above."""
    words = left.words[place]
    if "place" in words:
        return "goal"
    if "works" in words:
        return "project"
    above, below = left.kind_above(run), left.kind_below(run)
    holds = below and len(run.places) == 1 and _rank(above) >= _rank(below)
    if below and holds:
        return _ABOVE.get(below, _USUAL)
    return _BELOW.get(above or left.last_kind(run), _USUAL)


def _rank(kind: str) -> int:
    return _RANKS.get(kind, _LOWEST)


def _adopt(every: list[Draft], new: list[Draft]) -> None:
    """Put each new draft below the next higher one above it."""
    added = frozenset(new)
    above: list[Draft] = []
    for one in every:
        if one.kind not in _RANKS:
            continue
        while above and _rank(above[-1].kind) >= _rank(one.kind):
            above.pop()
        if one in added:
            one.parent = above[-1] if above else None
        above.append(one)
