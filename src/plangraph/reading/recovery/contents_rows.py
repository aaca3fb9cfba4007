"""Contents pages on one row without leaders (一行の目次): 1 策定の背景 2 2 位置づけ 4 3 期間 5.

A number behind a title is its page where another number, the next code, follows it again and
again, and where the pages never fall.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.terms.codes import narrow, parse

#: Shorter rows are no contents pages (letters).
_SHORTEST = 100
_WORD, _NUMBER = re.compile(r"\S+"), re.compile(r"\d{1,3}")
#: A page and the code of the next title, side by side.
_PAIR = re.compile(
    r"[^\d\s]\s\d{1,3}\s(?:\d{1,2}\s?[^\d\s]|\d{1,2}(?:-\d{1,2})+\s|\(\d{1,2}\)|第\d)"
)
#: So many pairs, and so many titles with pages; the largest step from a page to the next.
_PAIRS, _FEWEST, _LEAP = 3, 6, 40
#: A word longer than this is more than a code.
_CODE = 5


def led(text: str) -> str:
    """Return a row with leaders before its pages, where it is such a contents page."""
    if len(text) < _SHORTEST or "。" in text or "…" in text:
        return text
    folded = narrow(text)
    if len(_PAIR.findall(folded)) < _PAIRS:
        return text
    pages: list[re.Match[str]] = []
    titled, last = False, 0
    words = list(_WORD.finditer(folded))
    for place, word in enumerate(words):
        if not _NUMBER.fullmatch(word[0]):
            titled = titled or parse(word[0])[1] is None or len(word[0]) > _CODE
            continue
        number, beside = int(word[0]), place > 0 and _NUMBER.fullmatch(words[place - 1][0])
        if not titled or beside or number == 1 < last:  # the first one below a chapter, no page
            titled = False
            continue
        if not last <= number <= last + _LEAP and pages:
            return text
        pages.append(word)
        titled, last = False, number
    if len(pages) < _FEWEST:
        return text
    edges = [0, *(page.start() for page in pages), len(text)]
    parts = [text[start:stop] for start, stop in itertools.pairwise(edges)]
    return "……… ".join(parts)
