"""Ideal states (目指す姿, 10年後の姿): named by what they say where that is one short sentence."""

from __future__ import annotations

from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import mottos, slogans
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import plain

#: The longest sentence that names a state, and the share of states that must be told so.
_LONGEST, _SHARE = 80, 0.75
#: So many lines the end of a page may put between a label and what stands below it.
_FEET = 4


def settle(units: list[Unit], drafts: list[Draft]) -> None:
    """Name the states of a document by their sentences, where nearly all are single short ones.

    Where they are paragraphs, a sentence is but the beginning of what a state says, and all
    keep their label. What stands beside a label, or alone below it as a motto does, is its
    name anyway.
    """
    states = [one for one in drafts if _is_labelled(one)]
    below = [_below(units, one.end + 1) for one in states]
    told = [_sentence(units, place) for place in below]
    sole = [mottos.is_sole(units, place, len(units)) for place in below]
    short = sum(map(any, zip(told, sole, strict=True))) >= _SHARE * len(states)
    for state, place, sentence, alone in zip(states, below, told, sole, strict=True):
        body = state.heading.body if state.heading else ""
        vowed = state.title.endswith("ます")  # こんな姿をめざします, which is no name
        if body or alone or (vowed and place < len(units)):
            state.title = slogans.clean(body or units[place].text.split("。")[0])
        elif short and sentence:
            state.title = slogans.clean(sentence)


def _is_labelled(draft: Draft) -> bool:
    """Tell the states whose heading is a label, not a name that a column gives."""
    heading = draft.heading
    return draft.kind == "ideal-state" and heading is not None and heading.role == "ideal"


def _below(units: list[Unit], place: int) -> int:
    """Return the place of what stands below a label, the foot of its page aside."""
    reach = range(place, min(place + _FEET, len(units)))
    return next((one for one in reach if not units[one].use), place)


def _sentence(units: list[Unit], place: int) -> str:
    """Return the short sentence that is all that stands below a label, if it is."""
    if place >= len(units):
        return ""
    unit, after = units[place], units[place + 1 : place + 2]
    text = unit.text.lstrip(unit.mark).strip()
    if not unit.prose or unit.code or unit.use or unit.contents or len(text) > _LONGEST:
        return ""
    goes_on = bool(after) and after[0].prose and not after[0].code and after[0].mark == unit.mark
    if goes_on or "。" in text.rstrip("。") or lexicon.role_of(plain(text)):
        return ""
    return text
