"""Titles of a summary box (章扉の一覧): what one is, where the body states it, all are."""

from __future__ import annotations

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import plain

#: Kinds that a numbered title of a box may have.
_KINDS = frozenset(("goal", "policy", "measure", "direction"))


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
                one.kind = one.kind if lexicon.ABOUT.search(plain(one.title)) else kind


def _follows(before: Heading, heading: Heading) -> bool:
    """Tell the next number of a family on the line below."""
    if before.code is None or heading.code is None or heading.family != before.family:
        return False
    due = heading.code.numbers[-1] == before.code.numbers[-1] + 1
    return due and heading.place == before.end + 1
