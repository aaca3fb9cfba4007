"""What sentences of an English-language plan state: its vision, and goals counted up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from plangraph.reading.english.listing import Line, key
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.english_words import ANY_WORD
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.numerals import SPELLED

_COUNT = {word: count for word, count in SPELLED.items() if count > 1}


def _names(text: str, before: str) -> list[str]:
    """Cut names that a sentence counts up; a number before them says how many they are.

    three goals: Clean Streets, Open and Fair Government, and a Safe, Green and Healthy Town
    are three although the commas part more: lone words go with what follows them.
    """
    names = re.split(r",\s(?:and\s)?|\sand\s(?=[A-Z])", text)
    told = re.findall(rf"\b({'|'.join(_COUNT)}|\d{{1,2}})\b", before[: -len(text)], re.I)[-1:]
    count = _COUNT.get(told[0].lower()) or int(told[0]) if told else len(names)
    if len(names) <= count:
        return names
    parts = re.split(r",\s(?:and\s)?", text)
    if len(parts) == count - 1 and " and " in parts[-1]:
        return [*parts[:-1], *parts[-1].rsplit(" and ", 1)]
    joined: list[str] = []
    for part in parts:
        lone = joined and len(joined[-1].split()) == 1
        joined[-1:] = [f"{joined[-1]}, {part}"] if lone else [*joined[-1:], part]
    return joined if len(joined) == count else names


#: Where the second name of a list may begin, or a later one.
_LISTED = re.compile(r"[,d]\s(?:and\s)?(?:(?:an?|the)\s)?[A-Z]")


def counted_up(lines: list[Line]) -> Iterator[Line]:
    """Yield goals that a sentence counts up: themes: Great Streets, a Safe City and …

    Names without capitals are goals where each heads a section below.
    """
    heads = {key(line.text): line.text for line in lines if line.form == "head"}
    for line in lines:
        lower = line.text.lower() if line.form == "prose" else ""
        if not holds_any(lower, words.COUNTED_WORDS):
            continue
        capital = len(_LISTED.findall(line.text)) > 1
        if not capital and line.text.count(", ") < 2:
            continue
        for found in words.COUNTED_UP.finditer(line.text):
            names = _names(found["names"], line.text[: found.end("names")])
            names = [re.sub(r"^(?:an?|the)\s", "", name) for name in names]
            again = all(key(name) in heads for name in names)
            short = capital and all(len(name.split()) <= 6 and name[:1].isupper() for name in names)
            for name in names if (short or again) and len(names) >= 3 else ():
                title = name if short else heads[key(name)]
                yield replace(line, text=title, mark="", code=None)


#: A statement has so many words, at least where it stands beside its label.
_FEW, _MANY = 3, 50
#: A vision below a heading that is nothing else may be a paragraph.
_PARAGRAPH = 150
_QUOTES = "“”\"'‘’"
_KINDS = {"vision": "vision", "ambition": "vision", "mission": "philosophy"}


def beside(text: str) -> dict[str, str]:
    """Return the vision and the mission that a line states beside their labels.

    >>> beside("VISION A lake that freezes again")
    {'vision': 'A lake that freezes again'}
    """
    labels = list(words.STATEMENTS.finditer(text))
    if not labels or labels[0].start() > 0:
        return {}
    found: dict[str, str] = {}
    for label, after in zip_longest(labels, labels[1:]):
        said = text[label.end() : after.start() if after else None].strip()
        word = label["first"] or label["later"]
        opens = (said.split() or ["-"])[0]
        told = opens[0].isupper() and (len(opens) == 1 or not opens.isupper())
        clear = label["gap"] != " " or word.isupper() or len(labels) > 1
        if clear and (told or opens[0] in _QUOTES) and _FEW <= len(said.split()) <= _MANY:
            said = said.strip(_QUOTES) if opens[0] in _QUOTES else said
            found.setdefault(_KINDS.get(word.lower(), ""), said)
    return found


def _draft(kind: str, text: str, line: Line) -> Draft:
    unit, place = line.unit, line.place
    return Draft(kind, text.strip(f" {_QUOTES}"), place, place, unit.first, unit.last, unit.page)


def with_mission(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the mission of the place, which says what its government is for."""
    for line, after in zip_longest(lines, lines[1:]):
        if line.unit.contents or not holds_any(line.text.lower(), words.MISSION_WORDS):
            continue
        text, place = beside(line.unit.text).get("philosophy", ""), line
        stands = after is not None and after.form in ("head", "prose") and not after.label
        if not text and words.MISSION.match(line.text) and after and stands:
            text, place = after.text, after
        if text and _FEW <= len(text.split()) <= _MANY and not words.is_meta(text):
            above = {one.parent for one in drafts}
            kept = [one for one in drafts if one.place != place.place or one.kind == "vision"
                    or one in above]  # fmt: skip
            found = [*kept, _draft("philosophy", text, place)]
            return sorted(found, key=lambda one: (one.place, one.end, one.first))
    return drafts


def vision(lines: list[Line]) -> Draft | None:
    """Return the line or the quoted words that the document calls its vision."""
    for line, after in zip_longest(lines, lines[1:]):
        lower = line.text.lower()
        if line.unit.contents or not any(word in lower for word in words.VISION_WORDS):
            continue
        text, place = "", line
        own = line.unit.rest if line.form == "coded" else line.text
        told = words.VISION_TOLD.search(own)
        stated = (beside(line.unit.text) or beside(own)).get("vision", "")
        label = words.VISION.match(own)
        named = label or words.VISION_SAID.search(own)
        most = _PARAGRAPH if label and after and after.form == "prose" else _MANY
        if told:
            text = told["beside"] or told["text"] or told["single"]
        elif stated:
            text = stated
        elif named and after and after.form != "item" and after.size <= most and not after.label:
            text, place = after.text, after
        elif line.form != "item" and (said := words.VISION_STATED.search(own)):
            text = re.sub(r"[\s;,:]+(?:through|by)?[\s;,:]*$", "", said["text"])
        if text and (stated or not words.is_meta(text)):
            return _draft("vision", text, place)
    return None


def named_alike(drafts: list[Draft]) -> None:
    """Cut what short names mean off them, where longer meanings were cut off their neighbours.

    2. Quality of Life: Serve the public …   5. Trust: Keep our word
    """
    groups: dict[tuple[tuple[str, str], int], list[Draft]] = {}
    for one in drafts:
        if one.heading and one.code:
            groups.setdefault((one.heading.family, id(one.parent)), []).append(one)
    for group in groups.values():
        cut = sum(bool(one.heading and one.heading.body) for one in group)
        rest = [(one, words.NAMED_AIM.match(one.title)) for one in group
                if one.heading and not one.heading.body]  # fmt: skip
        for one, named in rest if cut > 1 and all(named for _, named in rest) else ():
            one.title = named["name"].strip() if named else one.title


#: The first sentence of an item, and another behind it; no stop of an abbreviation.
_FIRST = re.compile(r"(?P<title>\S+ .{2,140}?[^\W\d_A-Z]{2}[)”’]?)[.!]\s(?=[A-Z“]\S* \S+ \S)")
_SHORT = re.compile(r"\b(?:St|Mt|Ave|Rd|No|Nos|Dr|Mr|Mrs|Ms|vs|etc|incl|approx|Inc|Co|Ltd)$")


#: What parts an item from the next of its list.
_PARTED = re.compile(r"\s*[;,]\s*(?:and|or)?$|\s*:$")


def unpunctuated(title: str) -> str:
    """Return an item without what parts it from the next: Open two halls; and."""
    return _PARTED.sub("", title)


def first(title: str) -> str:
    """Return the first sentence of an item that says more of it in others.

    >>> first("Open two halls. They have been shut since the flood.")
    'Open two halls'
    """
    found = _FIRST.match(title) if ". " in title or "! " in title else None
    return found["title"] if found and not _SHORT.search(found["title"]) else title


#: A paragraph that begins with what a government will do; so many are the parts of its plan.
_PROMISED = re.compile(
    r"(?:We|(?:The )?(?:Council|City|Town|County|Borough|Shire)) will [a-z]+ .{12}"
)
_PROMISES = 3


def promised(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the promises that paragraphs begin with.

    They are the goals of a plan that tells no others, or what is done for goals that have
    nothing below them.
    """
    known = {one.kind for one in drafts} - {"vision", "philosophy", "viewpoint"}
    if known - {"goal"}:
        return drafts
    goals = [one for one in drafts if one.kind == "goal"]
    found: list[Draft] = []
    for line in lines:
        title = first(line.text)
        told = line.form == "prose" or line.mark == "to"
        if told and _PROMISED.match(title) and len(title.split()) <= _MANY:
            one = _draft("measure" if goals else "goal", title.rstrip("."), line)
            one.parent = next((goal for goal in reversed(goals) if goal.place < line.place), None)
            found.append(one)
    if len(found) < max(_PROMISES, len(goals)) or (goals and not all(one.parent for one in found)):
        return drafts
    places = {one.place for one in found}
    kept = [one for one in drafts if one.place not in places]
    return sorted([*kept, *found], key=lambda one: (one.place, one.end, one.first))


#: What is said of a goal behind or below such a label is the state that it is to bring about.
_MEANT = re.compile(
    r"(?:(?:Our|The|Overall) (?:Goal|Aim|Ambition|Aspiration)(?: Statement)?"
    r"|(?:Goal|Aim) Statement)\s?(?::|$)",
    re.I,
)


def meant(lines: list[Line], drafts: list[Draft]) -> None:
    """Make what a label says of the goal above it an ideal state: Our Goal: Roads for all."""
    labels = {below.place for line, below in pairwise(lines) if _MEANT.fullmatch(line.text)}
    labels |= {line.place for line in lines if ":" in line.text and _MEANT.match(line.text)}
    for one in drafts:
        told = one.place in labels and not one.code and one.kind == "policy"
        if told and one.parent is not None and one.parent.kind == "goal" and one.parent.code:
            one.kind = "ideal-state"


def astray(lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the visions that stand elsewhere than what the document calls so."""
    visions = [one for one in drafts if one.kind == "vision" and not one.code]
    stated = vision(lines) if visions else None
    if stated is None:
        return []
    labelled = {line.place for line in lines if words.VISION.match(line.text)}
    near = {place + below for place in (*labelled, stated.place) for below in (0, 1, 2)}
    return [one for one in visions if one.place not in near and one.place > stated.place]


#: What a menu has behind its first number.
_NUMBERS = re.compile(rf"(?:(?:{ANY_WORD}) #?(?:\d{{1,2}}|[IVX]{{1,4}}|[A-H])\b\W*)+", re.I)


def is_no_element(draft: Draft, listed: bool = False) -> bool:
    """Tell a draft that names a document or only announces: 5 Year Plan, 5 Key Outcomes:.

    A menu names nothing but numbers: Priority 1 Priority 2 Priority 3. What is numbered in a list
    may be a plan to be made.
    """
    if _NUMBERS.fullmatch(draft.title):
        return True
    pointed = draft.title.endswith(".") and words.points(draft.title)
    if not draft.code and (pointed or words.is_edition(draft.title)):
        return True
    if draft.title.endswith(":"):
        return not draft.code or bool(words.label(draft.title, before_list=False))
    worded = draft.heading is not None and draft.heading.code and draft.heading.code.word
    if not draft.code and draft.kind != "vision" and words.is_label(draft.title):
        return True
    return not (listed or worded) and draft.kind != "vision" and words.is_whole(draft.title)
