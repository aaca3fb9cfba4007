"""Numbers of sections in English documents that name the levels of their elements by words.

``3. Proposed objectives`` above ``Objective 1: …``, ``2.1 To seek approval …`` beside them: a
report counts its sections, the plan within it its objectives. A bare number that stands below
a worded one (``1.1.1 …`` below ``Outcome 1.1``) is an element, and so are several that each
hold worded ones.
"""

from __future__ import annotations

import re

from plangraph.reading.english.listing import Line, key
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms import labels as words

#: So many elements of a word make a document name its levels so.
_WORDED = 3
_TOP = ("goal", "policy")
#: A higher number is an address or an amount where those next to it count nothing.
_LONE = 20
#: Codes that are one letter.
_LETTERS = ("A", "a", "(A)", "(a)")


def drop_sections(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the sections that bare numbers count."""
    worded = {id(one) for one in drafts if _word(one)}
    if len(worded) < _WORDED:
        return drafts
    holders = {id(one.parent) for one in drafts if id(one) in worded and one.parent}
    counted = {one.numbers for one in drafts if id(one) in worded}
    bare = [one for one in drafts if _bare(one) and not any(map(_word, _above(one)))]
    bare = [one for one in bare if len(one.numbers) < 3 or one.numbers[:-1] not in counted]
    if sum(id(one) in holders for one in bare) > 1:
        return drafts
    return without(drafts, bare)


def drop_fixed(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the list of what is fixed to a report: A. Resolution 24-18."""
    places: set[int] = set()
    below = False
    for line in lines:
        if line.form in ("head", "coded"):
            below = words.is_fixed(line.text)
        elif below and line.form == "item":
            places.add(line.place)
    return without(drafts, [one for one in drafts if one.place in places])


#: A day: 07.01.2028.
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")


def drop_lone(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without numbers that count nothing: 100 Civic Plaza.

    One alone above what a word counts is no level of the plan: 1. Measure, Objective 1.1.
    """
    bare = [one for one in drafts if _bare(one) and len(one.numbers) == 1]
    counted = {one.numbers[0] for one in bare}
    next_to = {number + step for number in counted for step in (-1, 1)}
    over = {id(one.parent) for one in drafts if _word(one)}
    lone = [one for one in bare if one.numbers[0] not in next_to and (
        one.numbers[0] > _LONE or id(one) in over)]  # fmt: skip
    dated = [one for one in drafts if one.code and _DATE.fullmatch(one.code)]
    return without(drafts, [*lone, *dated, *_lettered(drafts)])


def _lettered(drafts: list[Draft]) -> list[Draft]:
    """Return what a letter alone begins that counts nothing: (C) Harbour Town Council."""
    marked = [(one, one.heading.code) for one in drafts if one.heading and one.heading.code]
    letters = [(one, code) for one, code in marked if not code.word and code.shape in _LETTERS]
    known = {(code.shape, code.numbers[0]) for _, code in letters}
    return [one for one, code in letters if code.numbers[0] > 1 and not {
        (code.shape, code.numbers[0] - 1), (code.shape, code.numbers[0] + 1)} & known]  # fmt: skip


#: The name of a person, as it goes on behind an initial: P. Lindqvist, District 3.
_PERSON = re.compile(r"(?:[A-Z]\. ?)?[A-Z][\w’'-]+(?:,.*)?")


#: How one may be called or written to.
_CONTACT = re.compile(r"\(\d{3}\) ?\d{3}|\b\d{3}[-.]\d{4}\b|\S@\S|\bwww\.")


#: What stands behind the number of a day: 10 February 2031.
_MONTH = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December),? (?:19|20)\d\d"
)


def drop_contacts(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without addresses, and persons whose initial is no letter that counts.

    160 Main Street | (555) 010-0144; J. Dunstan.
    """
    letters = {one.code.rstrip(".") for one in drafts if one.code}
    numbers = {one.numbers[0] for one in drafts if one.numbers and _bare(one)}
    gone = [one for one in drafts if one.kind not in ("vision", "philosophy") and (
        _CONTACT.search(one.title) or _MONTH.fullmatch(one.title) or _is_person(one, letters)
        or _is_address(one, numbers))]  # fmt: skip
    return without(drafts, gone)


#: Where a government sits, behind the number of its house.
_STREET = re.compile(
    r"(?:[A-Z][\w’'.-]*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Boulevard|Blvd"
    r"|Plaza|Square|Terrace|Quay|Parade|Highway)\b\.?\s?(?:$|[|,•·]).*"
)


def _is_address(draft: Draft, numbers: set[int]) -> bool:
    """Tell the number of a house and its street: 1 County Plaza, but 5. Repair Mill Road."""
    bare = draft.code is not None and draft.code.isdecimal() and bool(draft.numbers)
    lone = bare and not {draft.numbers[0] - 1, draft.numbers[0] + 1} & numbers
    return lone and bool(_STREET.fullmatch(draft.title)) and not words.is_act(draft.title)


def _is_person(draft: Draft, letters: set[str]) -> bool:
    code = draft.code or ""
    if len(code) != 2 or not code[0].isalpha() or code[1] != ".":
        return False
    beside = {chr(ord(code[0]) + step) for step in (-1, 1)} & letters
    return not beside and _PERSON.fullmatch(draft.title) is not None


def without(drafts: list[Draft], dropped: list[Draft]) -> list[Draft]:
    """Return the drafts without some, what stood below these below what was above them."""
    gone = {id(one) for one in dropped}
    kept = [one for one in drafts if id(one) not in gone]
    for one in kept:
        while one.parent is not None and id(one.parent) in gone:
            one.parent = one.parent.parent
    return kept


def told_before(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without names of those that have codes: they are the same, one level up.

    ``Roads`` beside ``Water`` on top of a page, ``1. Water`` above its objectives below; or
    ``1. Water`` in a list, ``Objective 1: Water`` below.
    """
    plain = {key(one.title): one for one in reversed(drafts) if one.kind in _TOP
             and (not one.code or one.code.rstrip(".)").isdecimal())}  # fmt: skip
    holds = {id(one.parent) for one in drafts}
    pairs = [(first, one) for one in drafts if one.code and id(one) in holds
             and (first := plain.get(key(one.title))) and first.place <= one.place
             and first is not one and (_word(one) or not first.code)]  # fmt: skip
    highest = "goal" if any(first.kind == "goal" for first, _ in pairs) else "policy"
    kept_as: dict[int, Draft] = {}
    for first, one in pairs:
        one.kind, one.parent = highest, None if highest == "goal" else first.parent
        kept_as.setdefault(id(first), one)
    for one in drafts:
        above = kept_as.get(id(one.parent), one.parent)
        one.parent = None if above is one else above
    return [one for one in drafts if id(one) not in kept_as]


def _above(draft: Draft) -> list[Draft]:
    found: list[Draft] = []
    while draft.parent is not None and draft.parent not in found:
        draft = draft.parent
        found.append(draft)
    return found


def _word(draft: Draft) -> bool:
    code = draft.heading.code if draft.heading else None
    return bool(code and code.word)


def _bare(draft: Draft) -> bool:
    code = draft.heading.code if draft.heading else None
    return bool(code and not code.word and set(code.shape) <= set("N-"))
