"""Rows of English text that hold several pages: their contents, and what every page ends with.

``Contents Our Vision 4 Theme 1: Dry Cellars 17 Walls 18 …`` is a list of titles whose pages rise;
``Council Plan 2031-2035 /19`` comes again with another page and is no part of what stands before.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from plangraph.reading.recovery.leaders import LEADER
from plangraph.reading.terms.english_words import ANY_WORD

_HEAD = re.compile(r"(?<!\S)(?:Table of )?(?:Contents|CONTENTS)\b:?\s")
_PAGE = re.compile(r"(?<=\s)\d{1,3}(?=\s+[A-Z\d“\"(&]|\s*$)")
#: What a number counts that is no page: Theme 1, Part 2, Appendix 3.
_COUNTS = re.compile(
    rf"(?:\b(?!vision)(?:{ANY_WORD}|part|chapter|section|appendix|stage|phase|year|table|figure)|^)\s*$",
    re.I,
)
#: What leads to a page.
_LED = re.compile(r"[\s.…·_]+$")
#: So many titles are a contents page; a title has so many letters; pages leap by no more.
_FEWEST, _LONGEST, _LEAP = 5, 110, 60
#: The words before the page that every page ends with, so many of them the same.
_FOOT = re.compile(
    r"(?<!\S)(?P<name>(?:\S+ ){3}\S+)\s(?:[/|–-]\s?|[Pp]age |P )?(?P<page>\d{1,3})(?=\s|$)"
)
_FEET = 2


def parts(text: str) -> list[str]:
    """Return the parts of a row: titles of its contents, and what stands between feet of pages."""
    if len(found := _contents(text)) > 1:
        return found
    edges = [0, *(edge for span in _feet(text) for edge in span), len(text)]
    between = [text[begun:end].strip() for begun, end in zip(edges[::2], edges[1::2], strict=True)]
    return [one for one in between if one]


def _contents(text: str) -> list[str]:
    """Return what stands before a list of contents, its titles with their pages, and the rest."""
    head = _HEAD.search(text)
    if head is None:
        return [text]
    found: list[str] = []
    last, begun = 0, head.end()
    for page in _PAGE.finditer(text, head.end()):
        title = text[begun : page.start()]
        if _COUNTS.search(title) or len(title) < 3:
            continue
        number = int(page[0])
        if not last <= number <= last + _LEAP or len(title) > _LONGEST:
            break
        found.append(f"{_LED.sub('', title)}{LEADER}{number}")
        last, begun = number, page.end() + 1
    if len(found) < _FEWEST:
        return [text]
    return [one for one in (text[: head.start()], *found, text[begun:]) if one.strip()]


def _feet(text: str) -> list[tuple[int, int]]:
    """Return where the name of the plan stands with a page behind it, but for the first time."""
    names: dict[str, list[re.Match[str]]] = defaultdict(list)
    for found in _FOOT.finditer(text):
        names[found["name"]].append(found)
    spans: list[tuple[int, int]] = []
    for same in names.values():
        pages = [int(one["page"]) for one in same]
        rises = all(before < after for before, after in itertools.pairwise(pages))
        if len(same) >= _FEET and rises and any(map(str.isupper, same[0]["name"])):
            shared = _shared([text[: one.start()] for one in same])
            spans += [(one.start() - shared, one.end()) for one in same]
    return sorted(spans)


def _shared(before: list[str]) -> int:
    """Return how many letters, from the beginning of a word on, texts have the same end."""
    size = 0
    while all(one[-size - 1 :][:1] == before[0][-size - 1 :][:1] != "" for one in before):
        size += 1
    end = before[0][len(before[0]) - size :]
    word = re.search(r"(?:^|\s)(?=\S)", end)
    return len(end) - word.end() if word else 0
