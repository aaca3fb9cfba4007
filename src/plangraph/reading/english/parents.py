"""Whose part an element is: by the numbers of its code, or by the label above its list."""

from __future__ import annotations

import re
from bisect import bisect_left

from plangraph.reading.english.listing import Line
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms.english_words import ANY_WORD

#: The role word of a code, no initials: ACTION 1.2, but LU 1.2.
_ROLE = re.compile(rf"\b(?:{ANY_WORD})(?![A-Za-z])", re.I)
_PARTS = re.compile(r"\d+|[A-Z]{1,4}(?![a-z])|(?<=[\d.-])[a-z](?![a-z])")
_KINDS = ("goal", "policy", "measure", "direction", "project")


def settle(lines: list[Line], drafts: list[Draft]) -> None:
    """Set the parents of elements that stand below another than the one they are part of."""
    _by_code(drafts)
    _by_label(lines, drafts)
    _by_level(drafts)


def _by_level(drafts: list[Draft]) -> None:
    """What stands above policies is none of the measures: Goal 1.1 above Objective 1.1.1."""
    over = {id(one.parent): one.parent for one in drafts if one.kind == "policy" and one.parent}
    wrong = [one for one in over.values() if one.kind in ("measure", "direction")]
    kinds = {id(one) for one in wrong}
    for one in drafts:
        if one.kind == "policy" and id(one.parent) in kinds:
            one.kind = "measure"
    for one in wrong:
        one.kind = "policy"


def _numbers(draft: Draft) -> tuple[str, ...]:
    return tuple(_PARTS.findall(_ROLE.sub("", draft.code))) if draft.code else ()


def _by_code(drafts: list[Draft]) -> None:
    """Action 1.2.1.3 is part of 1.2.1 wherever it stands."""
    known: dict[tuple[str, ...], Draft] = {}
    for one in drafts:
        numbers = _numbers(one) if one.kind in _KINDS else ()
        for size in range(len(numbers) - 1, 1, -1):
            above = known.get(numbers[:size])
            if above is not None:
                if above.kind != one.kind:
                    one.parent = above
                break
        if numbers:
            known[numbers] = one


def _by_label(lines: list[Line], drafts: list[Draft]) -> None:
    """A list below a label is no part of the last item of the list below the label before."""
    labels = sorted(line.place for line in lines if line.label)
    places = [one.place for one in drafts]
    parents = [one.parent for one in drafts]
    above_of = {id(one): one.parent for one in drafts}
    for number, one in enumerate(drafts):
        last = parents[number]
        above = above_of.get(id(last)) if last is not None else None
        if last is None or above is None or one.kind not in _KINDS:
            continue
        label = bisect_left(labels, last.place) - 1
        if label < 0 or labels[label] <= above.place:
            continue
        begun = bisect_left(places, labels[label])
        listed = drafts[begun] is not last and drafts[begun].kind == last.kind
        if listed and parents[begun] is above and bisect_left(labels, one.place) - 1 > label:
            one.parent = above
