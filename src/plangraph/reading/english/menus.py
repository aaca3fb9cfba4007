"""Menus of English-language pages: the names of other pages that stand above the first sentence.

``Mission``, ``Goals and Objectives``, ``Committee``, one below the other, and then the page
that is called ``Goals and Objectives``: what announces a list in a menu announces nothing.
"""

from __future__ import annotations

from itertools import groupby

from plangraph.reading.rows import Row
from plangraph.reading.terms import labels
from plangraph.reading.terms.english_codes import worded
from plangraph.reading.terms.english_words import is_latin

#: A menu stands within so many rows; its names have so many words, and are so many.
_HEAD, _WORDS, _NAMES = 40, 5, 3


def leave_out(rows: list[Row]) -> list[Row]:
    """Return the rows without menus that name the page which they stand on."""
    head = [row.text.strip() for row in rows[:_HEAD]]
    if not is_latin("".join(head[:12])):
        return rows
    said = next((place for place, text in enumerate(head) if _is_said(text)), len(head))
    gone: set[int] = set()
    for named, run in groupby(range(said), key=lambda place: _is_name(head[place])):
        places = list(run)
        label = any(_names_page(head, place) for place in places[1:])
        coded = any(head[place] and worded(head[place], 0, len(head[place])) for place in places)
        if named and label and not coded and len(places) >= _NAMES:
            gone.update(places)
    return [row for place, row in enumerate(rows) if place not in gone] if gone else rows


def _names_page(head: list[str], place: int) -> bool:
    """Tell a name that comes again, once: as the heading of the page, and no part of sections."""
    text = head[place]
    once = head.count(text) == 2 and text in head[place + 1 :]
    return once and labels.label(text, before_list=True) == labels.TOP


def _is_said(text: str) -> bool:
    """Tell a sentence."""
    return text.endswith((".", ":")) and text.count(" ") > _WORDS


def _is_name(text: str) -> bool:
    """Tell what may be the name of a page."""
    plain = text[:1].isupper() and text.count(" ") < _WORDS and text[-1].isalpha()
    return plain and text.replace(" ", "").replace("&", "").replace("'", "").isalpha()
