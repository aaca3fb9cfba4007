"""What began the items of English lists, and extraction lost or set apart: bullets, codes.

Items in small letters below a line with a colon had bullets, and codes on lines of their own
(SO1.1) belong to the line below.

    We will:
    collect food waste from every household
    plant a tree for each resident, and care
    for it

Most items begin alike, with a verb or a form in -ing, and none within a sentence: the line before
it was short, or ends as no line does that goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from plangraph.reading.rows import Row
from plangraph.reading.terms.english_verbs import verb

#: A code has so many letters and figures at most.
_SHORT = 12
#: A line that introduces a list, and one of its lines, have so many letters at most.
_LEAD, _LONGEST = 90, 160
#: A list has so many lines at most; so many items make one.
_MOST, _FEWEST = 40, 2
#: A line that fills so much of the longest may go on in the next.
_FULL = 0.8
#: What no item ends with.
_OPEN = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "our",
     "that", "the", "their", "through", "to", "which", "who", "with", "its", "more", "all", "new")
)  # fmt: skip
_STOP = re.compile(r"[;,](?: ?(?:and|or))?$")
#: A code that stands alone: SO1.1, EP-2, A 3.
_CODE = re.compile(r"(?!Q\d|FY|CY|H\d|P\d)[A-Z]{1,4}[- ]?\d{1,2}(?:\.\d{1,2}){0,2}[.:]?")
#: So many different codes are no chance.
_CODES = 3


def restore(rows: list[Row]) -> list[Row]:
    """Return the rows, codes with their titles and items that lost their bullets with bullets."""
    return _bulleted(_coded(rows))


def _coded(rows: list[Row]) -> list[Row]:
    """Return the rows, codes that stand alone together with the line below."""
    alone = [
        place
        for place, (row, below) in enumerate(pairwise(rows))
        if len(row.text) <= _SHORT and row.text[:1].isupper() and _CODE.fullmatch(row.text.strip())
        and below.text[:1].isupper() and not _CODE.fullmatch(below.text.strip())
    ]  # fmt: skip
    if len({rows[place].text for place in alone}) < max(_CODES, len(alone)):
        return rows
    lone = {*alone}
    gone = {place + 1: rows[place] for place in alone}
    return [
        replace(row, text=f"{code.text.strip()} {row.text}") if (code := gone.get(place)) else row
        for place, row in enumerate(rows)
        if place not in lone
    ]


def _bulleted(rows: list[Row]) -> list[Row]:
    """Return the rows, items of lists that lost their bullets with bullets."""
    found: list[Row] | None = None
    leading = [place for place, row in enumerate(rows) if row.text[-1:] == ":"]
    leads = Counter(rows[place].text for place in leading)
    for place in leading:
        row = rows[place]
        if len(row.text) > _LEAD or row.cells:
            continue
        run = _run(rows, place + 1)
        starts = _items(rows, run)
        if len(starts) >= _FEWEST or (starts and leads[row.text] >= _FEWEST):
            found = found if found is not None else list(rows)
            for at in run:
                bullet = "• " if at in starts else ""
                found[at] = replace(rows[at], text=bullet + _STOP.sub("", rows[at].text.strip()))
    return rows if found is None else found


def _run(rows: list[Row], place: int) -> list[int]:
    """Return the places of the lines in small letters from a place on, blank rows among them."""
    run: list[int] = []
    for at in range(place, min(place + _MOST, len(rows))):
        text = rows[at].text.strip()
        if not text:
            continue
        if not text[0].islower() or len(text) > _LONGEST or rows[at].cells or "   " in text:
            break
        run.append(at)
        if text.endswith(":"):
            return []
    return run


def _items(rows: list[Row], run: list[int]) -> list[int]:
    """Return the places at which items begin; none where most do not begin alike."""
    texts = {at: rows[at].text.strip() for at in run}
    forms = {at: _form(text) for at, text in texts.items()}
    form = max(("verb", "ing"), key=list(forms.values()).count)
    wide = max(map(len, texts.values()), default=0)
    starts = run[:1]
    for before, at in pairwise(run):
        last = texts[before]
        stopped = _STOP.search(last) is not None
        goes_on = last.split()[-1].lower() in _OPEN and not stopped
        ended = stopped or at > before + 1 or len(last) < _FULL * wide
        if not goes_on and (forms[at] == form or (ended and len(run) > _FEWEST)):
            starts.append(at)
    alike = sum(forms[at] == form for at in starts)
    return starts if 2 * alike >= len(starts) > 0 else []


def _form(text: str) -> str:
    """Return how a text begins: with a verb, with a form in -ing, or with neither."""
    first = text.split()[0]
    if first.endswith("ing") and len(first) > len("bring"):
        return "ing"
    return "verb" if verb(text.strip()) else ""
