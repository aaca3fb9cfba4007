"""What sentences of an English-language plan state: its vision, and goals counted up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from plangraph.reading import labels as words
from plangraph.reading.listing import Line
from plangraph.reading.repeats import Draft

_COUNT = {word: count for count, word in enumerate(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}  # fmt: skip


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
    """Yield goals that a sentence counts up: themes: Great Streets, a Safe City and …"""
    for line in lines:
        if line.form != "prose" or len(_LISTED.findall(line.text)) < 2:
            continue
        for found in words.COUNTED_UP.finditer(line.text):
            names = _names(found["names"], line.text[: found.end("names")])
            names = [re.sub(r"^(?:an?|the)\s", "", name) for name in names]
            short = all(len(name.split()) <= 6 and name[:1].isupper() for name in names)
            for name in names if short and len(names) >= 3 else ():
                yield replace(line, text=name, mark="", code=None)


def vision(lines: list[Line]) -> Draft | None:
    """Return the line or the quoted words that the document calls its vision."""
    for line, after in zip_longest(lines, lines[1:]):
        lower = line.text.lower()
        if line.unit.contents or not any(word in lower for word in words.VISION_WORDS):
            continue
        text, place = "", line
        told = words.VISION_TOLD.search(line.text)
        stated = words.VISION_LINE.match(line.text)
        named = words.VISION.match(line.text) or words.VISION_SAID.search(line.text)
        if told:
            text = told["beside"] or told["text"] or told["single"]
        elif stated:
            text = stated["text"]
        elif named and after and after.form != "item" and after.size <= 50 and not after.label:
            text, place = after.text, after
        if text and not words.is_meta(text):
            unit, title = place.unit, text.strip(" “”\"'‘’")
            return Draft("vision", title, place.place, place.place,
                         unit.first, unit.last, unit.page)  # fmt: skip
    return None


def is_no_element(draft: Draft) -> bool:
    """Tell a draft that names a document or only announces: 5 Year Plan, 5 Key Outcomes:."""
    if draft.title.endswith(":") and words.label(draft.title, before_list=False):
        return True
    worded = draft.heading is not None and draft.heading.code and draft.heading.code.word
    return draft.kind != "vision" and not worded and words.is_whole(draft.title)
