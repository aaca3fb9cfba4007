"""Heads and feet of the pages of English documents, left out so that sentences go on past them.

``Millbrook Master Plan   37`` stands between two lines of a sentence. It is no text where it
says again what the cover says, or where the same words count pages; a number alone is none where
the sentence before it goes on behind it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from plangraph.reading.recovery import wrapped
from plangraph.reading.rows import Row
from plangraph.reading.terms import labels
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.looks import EAST_LETTER

_SAMPLE, _COVER = 200, 4
_PAGE = r"(?:page\s|p\.\s?|[a-z]{1,3}-)?(?P<page>\d{1,3})"
_PAGE_LAST = re.compile(rf"(?P<name>.*?)[\s|–-]*(?<![\w.]){_PAGE}", re.I)
_PAGE_FIRST = re.compile(rf"{_PAGE}(?![\w.])[\s|–-]*(?P<name>.*)", re.I)
_MOST, _LEAST_WORDS, _LEAST_LETTERS, _DIGITS = 110, 3, 12, 3
_PAGES = ("Page", "page", "PAGE", "p.", "P.")
#: So many rows at least are on a page.
_APART = 12
#: A line of a sentence that goes on is so long.
_LONG = 40


def are_english(rows: list[Row]) -> bool:
    """Tell rows in Latin letters."""
    return EAST_LETTER.search("".join(row.text for row in rows[:_SAMPLE])) is None


def without(rows: list[Row]) -> list[Row]:
    """Return the rows without the heads and feet of pages that are printed among sentences."""
    names = _cover(rows)
    cover, ends = {_key(name) for name in names}, tuple(name.split()[-1] for name in names)
    texts = [row.text.strip() for row in rows]
    gone: set[int] = set()
    counted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, text in enumerate(texts):
        if not text or len(text) > _MOST:
            continue
        if not (text[-1].isdecimal() or text[0].isdecimal() or text.startswith(_PAGES)):
            if ends and place >= _COVER and text.endswith(ends) and _is_of(_key(text), cover):
                gone.add(place)
            continue
        found = _paged(text)
        if found is None:
            if ends and place >= _COVER and text.endswith(ends) and _is_of(_key(text), cover):
                gone.add(place)
        elif not (name := _key(found["name"])):
            if text.startswith(_PAGES) or _between(rows, place):
                gone.add(place)
            gone |= _beside(texts, place)
        elif place >= _COVER and _is_of(name, cover):
            gone.add(place)
        elif _names(found["name"], text):
            counted[name].append((place, int(found["page"])))
    for places in counted.values():
        gone |= _pages(places)
    return _left(rows, gone) if gone else rows


def _paged(text: str) -> re.Match[str] | None:
    """Return the name and the number that a line may hold of a page."""
    found = _PAGE_LAST.fullmatch(text) if text[-1].isdecimal() else None
    return found or _PAGE_FIRST.fullmatch(text)


def _beside(texts: list[str], place: int) -> set[int]:
    """Return the places of a number alone and of the name of the plan above or below it."""
    if len(texts[place]) > _DIGITS:
        return set()
    near = [one for one in (place - 1, place + 1) if 0 < one < len(texts)]
    named = {one for one in near if _is_name(texts[one])}
    return {place, *named} if named else named


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _cover(rows: list[Row]) -> set[str]:
    """Return the names that the first lines give the plan, alone and one behind the other."""
    lines = [row.text.strip() for row in rows[:_COVER] if row.text.strip()]
    return {
        text
        for size in (1, 2)
        for first in range(3)
        for text in (" ".join(lines[first : first + size]),)
        if len(text) <= _MOST and _is_name(text)
    }


def _is_of(name: str, cover: set[str]) -> bool:
    """Tell the name of the plan, or its end (Master Plan 2030 of Ashmere Master Plan 2030)."""
    if name in cover:
        return True
    ends = any(name.endswith(one) or one.endswith(name) for one in cover)
    return ends and len(name) >= _LEAST_LETTERS


def _is_name(text: str) -> bool:
    text = text.rstrip()
    return bool(labels.names_plan(text)) and not text.endswith((".", ":")) and " " in text


def _names(name: str, text: str) -> bool:
    """Tell words that may stand beside the number of a page, no code of a heading."""
    code = parse(narrow(text))[1]
    worded = code is not None and code.word
    return not worded and (len(name.split()) >= _LEAST_WORDS or _is_name(name))


def _pages(places: list[tuple[int, int]]) -> set[int]:
    """Return the places of numbers that count pages, one for each or for every second."""
    found = set()
    for (before, page), (after, then) in pairwise(places):
        if after - before >= _APART and 0 < then - page <= 2:
            found |= {before, after}
    return found


def _between(rows: list[Row], place: int) -> bool:
    """Tell a number alone behind which the sentence before it goes on."""
    before = next((row.text for row in rows[place - 1 : place] if row.text.strip()), "")
    after = next((row.text for row in rows[place + 1 : place + 2] if row.text.strip()), "")
    if not before or not after or before.rstrip().endswith((".", ":", ";", "!", "?")):
        return False
    goes_on = len(before) >= _LONG or wrapped.OPEN_WORD.search(before.rstrip())
    return bool(goes_on) and after.lstrip()[0].islower()


def _left(rows: list[Row], gone: set[int]) -> list[Row]:
    """Return the rows that stay, without blank lines behind those that do not."""
    found: list[Row] = []
    skipped = False
    for place, row in enumerate(rows):
        if place in gone:
            skipped = True
            continue
        blank = not row.text.strip()
        if blank and skipped and found and not found[-1].text.strip():
            continue
        skipped = skipped and blank
        found.append(row)
    return found
