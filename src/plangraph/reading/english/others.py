"""What the other stages found in an English-language plan, and what of it stays."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from plangraph.reading.english import layouts
from plangraph.reading.english.listing import Line, subtitles
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms import labels as words

#: So many goals that a word counts are all that a plan has.
_GOALS = 2
_KINDS = ("goal", "policy", "measure")


def beside(lines: list[Line]) -> dict[int, int]:
    """Return the places of lists below headings of what surrounds the plan.

    Each with the place of its heading, where that is no name of a part and may be an element.
    """
    places: dict[int, int] = {}
    above = -1
    below = said = under = False
    grouped = False
    for line, after in zip_longest(lines, lines[1:]):
        said = said or line.form == "prose"
        if line.form in ("head", "coded"):
            grouped = groups(line, [after] if after else []) or (
                grouped and not line.label and not line.meta and line.follows == "list"
            )
        plain = under and line.form == "head" and not (line.label or line.unit.gap)
        under = plain or line.label == words.ASIDE
        if line.form == "item" or plain:
            places |= {line.place: above} if below else {}
        elif line.form != "prose" or line.label:
            below = line.label == words.ASIDE or (
                line.form == "head" and (line.meta or words.is_aside(line.text)) and not line.label
                and (said or not words.names_plan(line.text))
            )  # fmt: skip
            above = -1 if words.is_label(line.text) else line.place
            below = below or grouped
            places |= {line.place: -1} if below and line.follows == "list" else {}
    return places


def groups(label: Line, body: list[Line]) -> bool:
    """Tell a heading of what holds no element, and stands above headings with lists of their own.

    What We Heard / Housing / - Rents are too high / Roads / - Mind the potholes.
    """
    under = body[0] if body else None
    if under is None or label.label != words.ASIDE or not words.is_label(label.text):
        return False
    return under.form == "head" and under.follows == "list" and not (under.label or under.meta)


def said(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts that are sentences below the title of a section, or below a promise.

    Homes / Rents rise.   We will buy a sweeper / It will be out each day.

    What a label of one statement (Goal, Our aim) has below it is no such sentence.
    """
    titles = {
        line.place
        for above, line in pairwise(lines)
        if line.form == "prose" and line.text.endswith(".") and not line.label
        and above.form == "head" and above.follows == "prose" and not above.label
        and not above.meta and layouts.titled(above) and not words.single(above.text)
    }  # fmt: skip
    titles |= {
        line.place
        for above, line in pairwise(lines)
        if above.mark == "to" and line.form == "prose" and not line.unit.gap
        and line.text.endswith(".")
    }  # fmt: skip
    titles |= subtitles(lines)
    return [one for one in drafts if one.place in titles and not one.code and one.kind in _KINDS]


#: What a field of a form says has so many words; it stands in so many lists.
_FIELD_WORDS, _FIELDS = 5, 3


def fields(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts that are fields which every list has: Evidence:, Review Date #2: May."""
    named: dict[str, list[Draft]] = {}
    for one in drafts:
        name, _, said = one.title.partition(":")
        short = len(said.split()) <= _FIELD_WORDS and len(name.split()) <= (3 if said else 1)
        if not one.code and one.kind in (*_KINDS, "direction") and short:
            named.setdefault(re.sub(r"\d+", "#", name).strip(), []).append(one)
    return [one for some in named.values() for one in some if len(some) >= _FIELDS]


def suffices(drafts: list[Draft], found: list[Draft], lines: list[Line]) -> bool:
    """Tell that the other stages read all lists and headings, and more than one level."""
    known = {one.place: one.kind for one in drafts}
    lower = ("measure",) if "goal" in known.values() else ("measure", "policy")
    raised = any(one.kind == "goal" and known.get(one.place) in lower for one in found)
    items = {line.place for line in lines if line.form == "item"}
    new = [one for one in found if one.place not in known]
    kinds = ({one.kind for one in some} - {"vision"} for some in (drafts, found))
    levels, own = (len(one) for one in kinds)
    return (
        not raised
        and len(new) <= 0.1 * len(found)
        and not any(one.place in items or one.kind == "vision" for one in new)
        and levels >= own
    )


def is_vision(title: str) -> bool:
    """Tell the words of a vision from its label."""
    named = title.endswith(":") or words.MISSION.match(title)
    return title[:1].isalnum() and not named and words.label(title, before_list=False) is None


def crowned(draft: Draft) -> bool:
    """Tell a line that is a vision for nothing but what stands below it: numbers that begin."""
    return draft.heading is not None and draft.heading.family[0] == "^" and not draft.heading.role


def beside_goals(drafts: list[Draft]) -> list[Draft]:
    """Return what only stands above lists, where goals with a word and a number are told."""
    codes = [one.heading.code for one in drafts if one.heading and one.kind == "goal"]
    if sum(code is not None and bool(code.word) for code in codes) < _GOALS:
        return []
    return [one for one in drafts if one.kind == "goal" and not one.code and crowned(one)]


def loose(draft: Draft, labels: set[int]) -> bool:
    """Tell a draft that is a label or a line of what surrounds the plan."""
    return draft.code is None and draft.place in labels and draft.kind not in ("vision",)
