"""How words are read, in brackets behind them again and again: 目標（もくひょう）, 育（そだ）つ.

Editions for children print it with every other word, within labels and codes as within titles.
A document that explains a word here and there keeps what it prints: 凧（たこ）の空.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.rows import Row

#: Kana behind kanji, and behind what of the word is kana already: 育む（はぐくむ）.
_READING = re.compile(
    r"(?<=[一-龥々])(?P<own>[ぁ-ん]{0,3})[（(](?=[ぁ-んー]{1,12}[)）])[ぁ-んー]*?(?P=own)[)）]"
)
_BEGINS = re.compile(r"[（(][ぁ-ん]")
#: So many of them, and one in so many rows, make an edition with readings.
_LEAST, _SHARE = 6, 8


def take_off(rows: list[Row]) -> list[Row]:
    """Return the rows without readings, where the document gives them throughout."""
    places = [
        place for place, row in enumerate(rows)
        if ("（" in row.text or "(" in row.text) and _BEGINS.search(row.text)
    ]  # fmt: skip
    if len(places) * _SHARE < len(rows) / 3:
        return rows
    count = sum(len(_READING.findall(rows[place].text)) for place in places)
    if count < max(_LEAST, len(rows) / _SHARE):
        return rows
    found = list(rows)
    for place in places:
        row = rows[place]
        cells = tuple(_READING.sub(r"\g<own>", cell) for cell in row.cells)
        found[place] = replace(row, text=_READING.sub(r"\g<own>", row.text), cells=cells)
    return found
