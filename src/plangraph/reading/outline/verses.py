"""Slogans in verse: which short lines below a label are one statement, line by line."""

from __future__ import annotations

import re

from plangraph.reading.outline.mottos import LEADS
from plangraph.reading.rows import Unit
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.looks import plain

#: What opens a label on a line of its own.
_LABELS = frozenset("〔【［[＜<〈《■◆")
#: A line in quotes, and nothing else.
ALONE = re.compile(r"\s*[「『]([^「」『』]{8,40})[」』]\s*")
#: A question, or what somebody says, below a slogan: どんなことをするの？, 市長の思い.
_OTHER = re.compile(r"[?？！!]$|の(?:思い|声|ことば|言葉|メッセージ)$|メッセージ$|インタビュー$")


def leads(units: list[Unit], place: int) -> bool:
    """Tell that a slogan began on the short line above."""
    above, unit = units[place - 1], units[place]
    plain_line = not (above.use or above.code or above.mark or above.prose or above.contents)
    return plain_line and not unit.gap and len(above.text) <= 26 and bool(LEADS.search(above.text))


def is_second(units: list[Unit], place: int, start: int, stop: int) -> bool:
    """Tell the second of two short lines that stand alone in a section, or among sentences."""
    above, unit = units[place - 1], units[place]
    if above.use or above.code or above.mark or above.prose or above.contents or unit.gap:
        return False
    before = units[place - 2] if place - 1 > start else None
    after = units[place + 1] if place + 1 < stop else None
    apart = before is None or before.prose or above.gap > 0
    ends = after is None or after.prose or after.gap > 0 or after.code is not None
    name = plain(above.text)
    told = lexicon.role_of(name) or lexicon.META_TITLES.match(name) or lexicon.ABOUT.search(name)
    fits = 3 <= len(name) <= _HALF and "。" not in name and above.text[0] not in "～~「『(（"
    return apart and ends and fits and not told


#: A line of two that are one slogan has so many letters.
_HALF = 24


def continues(units: list[Unit], end: int, title: str) -> bool:
    """Tell that a slogan goes on with the line behind one of its lines."""
    following = units[end + 1]
    after = units[end + 2] if end + 2 < len(units) else None
    if following.use or following.code or following.mark or following.prose:
        return False
    if following.text[0] in _LABELS:
        return False
    if following.level and not units[end].level:
        return False
    name = plain(following.text)
    if following.gap > 0 or lexicon.role_of(name) or len(name) > 26 or lexicon.BARE.search(name):
        return False
    other = ALONE.fullmatch(following.text) or _OTHER.search(following.text)
    if re.search(r"[」』”]$", title) or other:
        return False
    if re.search(r"[（(]", following.text):
        return False
    if after is None or after.prose or after.gap > 0 or after.code:
        return True
    going = not lexicon.TITLE_END.search(title) or _is_name(following.text)
    return (
        going and not units[end].cells and not following.cells and _is_last(units, end + 1, _LINES)
    )


#: A slogan has so many lines at most below its first.
_LINES = 3
#: The name of a place has so many letters.
_NAME = 5


def _is_name(text: str) -> bool:
    """Tell what may be the place's name below what it will be."""
    return len(text) <= _NAME and not lexicon.TITLE_END.search(text)


def _is_last(units: list[Unit], place: int, most: int) -> bool:
    """Tell a line with which a slogan ends, or goes on up to where another part begins."""
    after = units[place + 1] if place + 1 < len(units) else None
    if after is None or after.prose or after.gap > 0 or after.code:
        return True
    if lexicon.role_of(plain(after.text)):
        return True
    bare = not (after.use or after.mark or after.cells) and len(after.text) <= _HALF
    going = not lexicon.TITLE_END.search(units[place].text) or _is_name(after.text)
    return bare and going and most > 1 and _is_last(units, place + 1, most - 1)
