"""Heads that a site which shows a file prints above its pages: Page 3: 第2次花町総合計画 · ….

They say of each page how the whole document begins, as far as it fits: no more than its name.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from plangraph.reading.rows import Row

_WORD = "Page "
_HEAD = re.compile(r"Page \d{1,4}: (?P<name>\S.*)")
#: What of a head is the name; what is left of one that the site cut off.
_NAME = re.compile(r"(?:(?!\s[·•|]\s|\s*\d*(?:\.{3}|…)|20\d\d/\d).)*")
_ENDS = "….· "
#: A head stands above so many pages, and has so many letters where no page stands before it.
_PAGES, _LETTERS = 2, 12


def without_heads(rows: list[Row]) -> list[Row]:
    """Return the rows, such heads left out; of the first the name is kept."""
    above = {
        place: head["name"].strip()
        for place, row in enumerate(rows)
        if row.text.lstrip().startswith(_WORD) and (head := _HEAD.match(row.text.strip()))
    }
    names = {name for name, count in Counter(above.values()).items() if count >= _PAGES}
    if not names:
        return rows
    found = list(rows)
    told: set[str] = set()
    for place, row in enumerate(rows):
        name = above.get(place) or _begun(row.text, names)
        if name in names and not row.text.isascii():
            text = (_NAME.match(name) or [""])[0] if name not in told else ""
            told.add(name)
            found[place] = replace(row, text=text.strip(), cells=())
    return found


def _begun(text: str, names: set[str]) -> str:
    """Return the head that a row says without the page; nothing where it says none."""
    text = text.strip().rstrip(_ENDS)
    if len(text) < _LETTERS:
        return ""
    return next((name for name in names if name.rstrip(_ENDS) == text), "")
