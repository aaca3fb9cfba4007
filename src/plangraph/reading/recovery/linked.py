"""What a site adds behind each of its links, in one form on every line: （PDF：1.2MB）(外部リンク).

Files without a number keep it: it tells that they are files, and no part of the outline.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse

#: Sizes, kinds of files, days and what opens: one of them is in all that is added to a link.
_ADDED = re.compile(
    r"(?:[KMG]i?B|[KMG]バイト|(?:キロ|メガ)バイト|バイト)(?![A-Za-z])|PDF|ウ[ィイ]ンドウ|リンク|タブで|日\s?(?:更新|掲載|公開)",
    re.I,
)
#: One of the parts that follow each other behind a title: in brackets, or a few bare words.
_PART = (
    r"\s*[(\[【〔<〈《][^()\[\]【】〔〕<>〈〉《》]{2,40}[)\]】〕>〉》]"
    r"|\s+(?:PDF|Word|Excel)?(?:ファイル|形式)?\s?[:/]?\s?[\d.,]+\s?(?:[KMG]B|[KMG]バイト|(?:キロ|メガ)バイト)"
    r"|\s*(?:\S{1,4}(?:しい)?)?(?:ウ[ィイ]ンドウ|タブ)で(?:開|ひら)(?:きます|く)"
)
_TAIL = re.compile(rf"(?:{_PART})+\s*$", re.I)
#: What differs from line to line: numbers, and the unit of a size.
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*\s?(?:[KMG]i?B|[KMG]バイト|(?:キロ|メガ)?バイト)?", re.I)
#: What such a tail ends with, and what a row without one gives.
_LAST, _NONE = frozenset(")]）］】〕>＞〉》BbＢｂトくす"), ("", 0)
#: So many lines with one form show that it is no part of a title; a title has so many letters.
_LEAST, _SHORTEST = 3, 4


def unlink(rows: list[Row]) -> list[Row]:
    """Return the rows without what stands behind their titles in one form again and again."""
    tails = {place: _tail(row) for place, row in enumerate(rows) if row.text.rstrip()[-1:] in _LAST}
    often = Counter(form for form, _ in tails.values() if form)
    if not any(count >= _LEAST for count in often.values()):
        return rows
    return [
        replace(row, text=row.text[:start].rstrip()) if often[form] >= _LEAST else row
        for place, row in enumerate(rows)
        for form, start in (tails.get(place, _NONE),)
    ]


def _tail(row: Row) -> tuple[str, int]:
    """Return the form of what is added at the end of a row, if anything, and its place."""
    if row.cells or len(row.text) > 160:
        return _NONE
    text = narrow(row.text)
    found = _TAIL.search(text) if len(text) == len(row.text) and _ADDED.search(text) else None
    if found is None or not _ADDED.search(found[0]):
        return _NONE
    _, code, begun = parse(text)
    if code is None or found.start() < begun + _SHORTEST:
        return _NONE
    return re.sub(r"\s+", "", _NUMBERS.sub("0", found[0])), found.start()
