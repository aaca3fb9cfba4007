"""What a label holds, by the form of its section (施策の方向の下): titles, each with its own text.

Below a label that says what follows, titles come without a number or with one mark, and below
each a paragraph or a list of another mark. The form is the evidence, not the words: titles
that no mark tells need a paragraph or a list each, and lists below marked titles come again.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import NamedTuple

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.asides import dress
from plangraph.reading.rows import Unit
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.lexicon import TITLE_END
from plangraph.reading.terms.looks import plain

#: Roles of labels, and what stands below them.
_HOLDS = {
    "direction": "direction", "action": "direction", "project": "project",
    "viewpoint": "viewpoint", "philosophy": "philosophy", "goal": "goal",
}  # fmt: skip
#: What the items of lists below titles are.
_BELOW = {"goal": "policy", "direction": "project", "project": "direction"}
#: The longest title, in letters, and how much it must look like one.
_LONGEST, _LEAST = 40, 0.4
#: So many titles make a form, and so many sentences may stand above the first.
_FORM, _OPENING = 2, 2
#: What titles of something to be done end with.
_USUAL = re.compile(rf"{TITLE_END.pattern}|[るすくう]$")


class _Section(NamedTuple):
    """A label with the titles below it, and the items of lists below these."""

    label: Heading
    titles: list[Heading]
    items: list[Heading]
    #: Whether a mark tells the titles.
    marked: bool


def settle(units: list[Unit], headings: list[Heading]) -> None:
    """Say of titles below labels, and of lists below these, what they are."""
    sections = []
    for place, label in enumerate(headings):
        if label.role in _HOLDS and not (label.unit.contents or label.body):
            section = _section(units, headings, place)
            if section and section.titles:
                sections.append(section)
    often = Counter(plain(one.label.title) for one in sections if len(one.titles) >= _FORM)
    for one in sections:
        if len(one.titles) >= _FORM or often[plain(one.label.title)]:
            kind = _HOLDS[one.label.role or ""]
            for title in one.titles:
                _name(title, kind)
            for item in one.items:
                _name(item, _BELOW[kind])


def _name(heading: Heading, kind: str) -> None:
    heading.unit.hint, heading.family = kind, ("|", kind)


def _section(units: list[Unit], headings: list[Heading], place: int) -> _Section | None:
    """Read the uncoded headings below a label as titles with what each has below it."""
    label = headings[place]
    after = (headings[at] for at in range(place + 1, len(headings)))
    below = [*itertools.takewhile(lambda one: _is_free(one, label), after)]
    past = headings[place + 1 + len(below) : place + 2 + len(below)]
    if below and past and past[0].family[0] == "=" and past[0].place == below[-1].end + 1:
        past = [below.pop()]  # the title that the next labels stand below
    if not below or not _opens(units, label, below[0]):
        return None
    stop = past[0].place if past else len(units)
    mark, other = below[0].unit.mark, ""
    titles: list[Heading] = []
    items: list[Heading] = []
    for one, following in itertools.zip_longest(below, below[1:]):
        end = following.place if following else stop
        if one.unit.mark == mark:
            listed = following is not None and following.unit.mark not in (mark, "")
            if not mark and not _told(units, one, end, listed):
                break
            if not _is_title(one):
                return None
            titles.append(one)
        elif one.unit.mark and other in ("", one.unit.mark) and _lists(label):
            other = one.unit.mark
            items.append(one)
        else:
            break
    if label.role == "goal" and not (mark and items):
        return None
    if mark and not items:
        return None  # one plain list, which the label itself says what it is
    usual = sum(bool(_USUAL.search(one.title)) for one in titles)
    if _lists(label) and 2 * usual < len(titles):
        return None  # groups, whose lists are what the label says
    return _Section(label, titles, items, bool(mark))


def _lists(label: Heading) -> bool:
    """Tell a label below whose titles lists name what is done."""
    return _HOLDS[label.role or ""] in _BELOW


def _is_free(heading: Heading, label: Heading) -> bool:
    """Tell a heading that nothing has named yet, and that is no label in the dress of this one."""
    free = heading.family[0] == "~" and not heading.unit.hint and not heading.unit.contents
    return free and (not dress(label) or dress(heading) != dress(label))


def _opens(units: list[Unit], label: Heading, first: Heading) -> bool:
    """Tell that nothing but a sentence or two stands between a label and the first title."""
    between = [unit for unit in units[label.end + 1 : first.place] if not unit.use]
    return len(between) <= _OPENING and all(one.prose and not one.mark for one in between)


def _told(units: list[Unit], title: Heading, end: int, listed: bool) -> bool:
    """Tell a title with sentences of its own, or with a list, up to the next heading."""
    below = [unit for unit in units[title.end + 1 : end] if not unit.use]
    if not below:
        return listed
    return all(unit.prose and not unit.code for unit in below)


def _is_title(heading: Heading) -> bool:
    title = heading.title
    fits = 3 <= len(title) <= _LONGEST and heading.score > _LEAST
    whole = heading.unit.text[0] not in "(（" and title[-1] not in "。、" and "　" not in title
    return fits and whole and column(title) is None
