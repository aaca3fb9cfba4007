"""What stands behind an English title on its line: a column, timing, ticks, the site's name."""

from __future__ import annotations

import re
from typing import Final

#: Words that say when, who or how far, wherever they stand between brackets.
_TIMED: Final = (
    r"20\d\d|ongoing|annual(?:ly)?|monthly|quarterly|weekly|every \w+|Q[1-4]|FY ?\d+|spring|summer"
    r"|fall|autumn|winter|near|longer?|(?:short|medium|mid|long|near)(?:er)?[- ]term|years? \d"
    r"|continued|cont[’'.]?d|complete[d]?|underway|in progress|not started|on[- ]track|delayed|new"
    r"|department|office|staff|manager|division|works|services|recreation|lead"
)
#: One after the other at the end of a title, until none is left.
_TAILS: Final = (
    # the next column of a page or a table, which wide spaces part
    re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S).*$"),
    # the name of a site: A Shoreline for Everyone | Township of Loonport
    re.compile(
        r"\s[|–—-]\s(?:[A-Z][\w.’'&-]*\s){0,3}(?:City|Town|Township|Village|County|Shire|Borough"
        r"|District|Council|Municipality)\b(?:\sof)?(?:\s[A-Z][\w.’'&-]*){0,4}$"
    ),
    re.compile(rf"\s*[(\[](?=[^()\[\]]*(?<!\w)(?:{_TIMED})\b)[^()\[\]]{{1,60}}[)\]]$", re.I),
    # what it costs: ($4.6m)
    re.compile(r"\s*\((?:NZ|A|C|US)?[$£€]\s?\d[^()]{0,24}\)$"),
    # who and when: (Planning Board; within two years)
    re.compile(r"\s*\((?=[^();]+;)[^()]{3,80}\)$"),
    # whose it is: [Public Works]
    re.compile(r"\s\[[^\[\]]{2,48}\]$"),
    # the sign of a note
    re.compile(r"(?<=\w)\*{1,3}$"),
    re.compile(r"\s*\((?:pdf|\d)[^)]*\)$", re.I),
    # how far it has come: Status: on track (contractor).
    re.compile(r"(?<=[\w.)])\s+(?:Status|Lead|Timing|Timeline|Due|Owner|Budget|Cost)\s?:.{2,60}$"),
    # when, by the letter that a legend explains: (S) short, (M/L) medium to long
    re.compile(r"\s\((?:[SMLO]|ST|MT|LT)(?:\s?[/,–-]\s?(?:[SMLO]|ST|MT|LT))?\)$"),
    # years that are ticked, what a sign marks, and the number of the page behind them
    re.compile(r"\s*[★☆]\s?\[[^\[\]]{2,40}\]$"),
    re.compile(r"(?:\s+[✓✔☑✗✘●■•♥♡❤★☆♪◆⬛⬜▲▼►◄◐◑⚑])+(?:\s+\d{1,3})?$"),
)
#: Every tail has one of these.
_SIGNS: Final = re.compile(r" {3}|\t|[|–—)\]:*✓✔☑✗✘●■•♥♡❤★☆♪◆⬛⬜▲▼►◄◐◑⚑]| -")


def cut(title: str) -> str:
    """Return a title in Latin letters without what stands behind it.

    >>> cut("Widen the quay path (Spring 2031)")
    'Widen the quay path'
    """
    title = title.strip()
    while _SIGNS.search(title):
        for tail in _TAILS:
            found = tail.search(title)
            if found and found.start() > 4:
                title = title[: found.start()].rstrip()
                break
        else:
            break
    return title
