"""What sentences of an English-language plan state: its vision, and goals counted up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from plangraph.reading import labels as words
from plangraph.reading.listing import Line
from plangraph.reading.repeats import Draft


def counted_up(lines: list[Line]) -> Iterator[Line]:
    """Yield goals that a sentence counts up: themes: Great Streets, a Safe City and …"""
    for line in lines:
        for found in words.COUNTED_UP.finditer(line.text) if line.form == "prose" else ():
            names = re.split(r",\s(?:and\s)?|\sand\s(?=[A-Z])", found["names"])
            names = [re.sub(r"^(?:an?|the)\s", "", name) for name in names]
            short = all(len(name.split()) <= 6 and name[:1].isupper() for name in names)
            for name in names if short and len(names) >= 3 else ():
                yield replace(line, text=name, mark="", code=None)


def vision(lines: list[Line]) -> Draft | None:
    """Return the line or the quoted words that the document calls its vision."""
    for line, after in zip_longest(lines, lines[1:]):
        text, place = "", line
        told = words.VISION_TOLD.search(line.text)
        stated = words.VISION_LINE.match(line.text)
        named = words.VISION.match(line.text) or words.VISION_SAID.search(line.text)
        if told:
            text = told["text"] or told["single"]
        elif stated:
            text = stated["text"]
        elif named and after and after.form != "item" and after.size <= 50 and not after.label:
            text, place = after.text, after
        if text and not words.is_meta(text):
            unit, title = place.unit, text.strip(" “”\"'‘’")
            return Draft("vision", title, place.place, place.place,
                         unit.first, unit.last, unit.page)  # fmt: skip
    return None
