"""The outline of English-language plans: lists, headings above lists, and what announces them.

Japanese plans number their headings; English ones mostly do not: a line or a sentence
(``Our four priorities are:``) says what the list, or the headings, below it are. The
document is cut at such labels. In each section all ways to give its forms of lines
(headings by what follows them, items by mark) a level are scored, and the best is taken.
Lines that have a code with a role word stay with the other stages.
"""

from __future__ import annotations

from plangraph.reading.english import (
    crowned,
    definitions,
    numbered,
    others,
    parents,
    projects,
    refrains,
    scored,
    sentences,
    valued,
)
from plangraph.reading.english.listing import Line, lines_of
from plangraph.reading.english.sections import KINDS, Sections
from plangraph.reading.numbering import repeats
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.rows import Unit
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.looks import is_english


def refine(units: list[Unit], drafts: list[Draft]) -> list[Draft]:
    """Add what labels, lists and headings of an English document state to its drafts."""
    if not is_english(units):
        return drafts
    drafts = numbered.drop_sections(numbered.drop_lone(drafts))
    lines = lines_of(units, {one.place for one in drafts})
    drafts = scored.head(units, lines, crowned.crown(lines, drafts))
    drafts = numbered.drop_contacts(numbered.drop_fixed(lines, _refined(lines, drafts)))
    drafts = numbered.without(drafts, others.fields(drafts))
    drafts = sentences.promised(lines, drafts)
    sentences.meant(lines, drafts)
    sentences.named_alike(drafts)
    parents.settle(lines, drafts)
    projects.name(lines, drafts)
    coded = {line.place: line for line in lines if line.mark == "A-N" and line.code}
    items = {line.place: line.text for line in lines if line.form == "item"}
    for one in drafts:
        if one.title.startswith(f"{items.get(one.place, one.title)}, "):  # and what it does
            one.title = items[one.place]
        own = coded.get(one.place)
        if own and own.code and one.title.startswith(own.code):  # SS2.1, which no list knows
            one.title, one.code = own.text, own.code
        if one.kind in ("vision", "philosophy"):
            one.title = sentences.beside(one.title).get(one.kind, one.title)
        elif one.kind != "viewpoint":
            clause = "." in (one.code or "").rstrip(".")  # 3.3.1, printed as it is
            title = one.title if clause else sentences.unpunctuated(one.title)
            one.title = sentences.first(title)
    return valued.with_values(units, sentences.with_mission(lines, drafts))


def _refined(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    told = definitions.explained(lines)
    lines = [line for line in lines if line.place not in told]
    drafts = numbered.without(drafts, [one for one in drafts if one.place in told])
    listed = {line.place for line in lines if line.form == "item"}
    drafts = [
        one
        for one in drafts
        if one.kind != "vision"
        or (others.is_vision(one.title) and one.place not in listed and not others.crowned(one))
    ]
    drafts = numbered.without(drafts, others.beside_goals(drafts))
    drafts = _without_parts(lines, drafts)
    blocks = refrains.blocks(lines)
    found = Sections(lines, drafts, blocks).read()
    if not found or others.suffices(drafts, found, lines):
        return numbered.told_before(drafts)
    claimed = {draft.place for draft in found}
    places = {draft.place for draft in drafts}
    labels = {line.place for line in lines if line.label or (line.place in places and line.meta)}
    kept = [one for one in drafts if one.place not in claimed and not others.loose(one, labels)]
    visions = [one for one in kept if one.kind == "vision"]
    if visions:
        found = [one for one in found if one.kind != "vision"]
    joined = sorted([*kept, *found], key=lambda one: (one.place, one.end, one.first))
    by_id = {id(one) for one in joined}
    for one in joined:
        if one.parent is not None and id(one.parent) not in by_id:
            one.parent = next((new for new in found if new.place == one.parent.place), None)
    return repeats.merge(numbered.told_before(joined))


def _without_parts(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without names of parts, what stands below those that hold no element,
    and sentences; what is done below the name of a part is done for the goal above it."""
    drafts = numbered.without(drafts, _outside(lines, drafts))
    asides = {line.place for line in lines if line.form == "head" and words.is_aside(line.text)}
    counted = {(one.place, one.kind) for one in drafts if one.code}
    listed = {one.place for one in drafts if one.code and counted & {
        (one.place - 1, one.kind), (one.place + 1, one.kind)}}  # fmt: skip
    wrong = [one for one in drafts if sentences.is_no_element(one, one.place in listed) or (
        not one.code and one.place in asides and one.kind in KINDS)]  # fmt: skip
    wrong += others.said(lines, drafts)
    wrong += sentences.astray(lines, drafts)
    gone = {id(one) for one in wrong}
    below = [one for one in drafts if one.kind == "direction" and id(one.parent) in gone]
    drafts = numbered.without(drafts, wrong)
    for one in below:
        if one.parent is None or one.parent.kind in KINDS[:2]:
            one.kind = "measure"
    return drafts


def _outside(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts below what holds no element, but for the list of one that is an element."""
    aside = others.beside(lines)
    found: dict[int, Draft] = {}
    for one in drafts:
        if one.code or one.kind == "viewpoint" or one.place not in aside:
            continue
        above = one.parent
        if above is None or above.place != aside[one.place] or id(above) in found:
            found[id(one)] = one
    return [*found.values()]
