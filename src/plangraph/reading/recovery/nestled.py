"""Boxes of two levels on one row (体系図): 1 安心のまち　(1) 防災の推進, below it (2) 防犯の推進.

Where extraction prints the box above on the row of the first box below it, the row holds the codes
of both. A code behind a space begins a box where codes of its family begin other rows, or count
up behind the title of a row (政策1 安心のまち ①防災 ②防犯), and its turn has come: it is the first
of its kind, or the one after the last. Rows that hold a page are cut as such.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from plangraph.reading.recovery import runs
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import Code, narrow, parse

#: A row has so many letters at most; a title before a code so many at least.
_ROW, _TITLE = 200, 3
#: So many rows that begin with a family, and so many that hold it within, are no chance.
_FAMILY, _INNER = 2, 2
#: A place behind a space where a code may begin.
_PLACE = re.compile(r"(?<=\s)(?=[\d(①-⑳Ⅰ-Ⅻ第一-龥ァ-ヶA-Z【\[<])")
#: What a title before a code does not end with.
_OPEN = re.compile(r"[をにがはへとでもや、・·•:：|（(「『]$|(?:^|\s)[図表注例]$|[年月]$")
#: What a code has, and what a row with a code within has.
_NUMBER, _WITHIN = re.compile(r"[\d①-⑳Ⅰ-Ⅻ第]"), re.compile(r"[ 　]\S{0,10}[\d①-⑳Ⅰ-Ⅻ第]")
#: What counts up within a row, by its first two numbers.
_COUNTS = ((" ①", " ②"), (" (1)", " (2)"))
#: A row of a table, whose office stands in the last column.
_OFFICE = re.compile(r"\s\S{1,14}[課室局係部]$")
Found = list[tuple[int, Code]]


def part(rows: list[Row]) -> list[Row]:
    """Return the rows, cut where a box of a lower level begins."""
    short = [number for number, row in enumerate(rows) if "。" not in row.text and _may(row)]
    codes = {number: parse(narrow(rows[number].text))[1] for number in short}
    begun = Counter(code.family for code in codes.values() if code)
    known = {family for family, count in begun.items() if count >= _FAMILY}
    counted = _counted([rows[number].text for number, code in codes.items() if code]) - known
    if not (known or counted):
        return rows
    inner = {
        number: found
        for number in short
        if (found := _codes(rows[number].text, known | counted if codes[number] else known))
    }
    if not inner:
        return rows
    often = Counter(code.family for found in inner.values() for _, code in found)
    last: dict[tuple[str, str], int] = {}
    result: list[Row] = []
    for number, row in enumerate(rows):
        if code := codes.get(number):
            last[code.family] = code.numbers[-1]
        if number in inner and runs.is_run(row.text):
            last.update((code.family, code.numbers[-1]) for _, code in inner.pop(number))
        start = 0
        for place, code in inner.get(number, ()):
            turn = code.numbers[-1] in (1, last.get(code.family, 0) + 1)
            if turn and often[code.family] >= _INNER:
                result.append(replace(row, text=row.text[start:place].rstrip()))
                start, last[code.family] = place, code.numbers[-1]
        result.append(replace(row, text=row.text[start:]) if start else row)
    return result


def _may(row: Row) -> bool:
    text = row.text
    if row.cells or row.level or len(text) > _ROW or text.isascii():
        return False
    return not ("\t" in text or "|" in text) and _NUMBER.search(text) is not None


def _counted(texts: list[str]) -> set[tuple[str, str]]:
    """Return the families of numbers in circles or brackets that count up within rows."""
    folded = [narrow(text) for text in texts if "②" in text or "2" in text or "２" in text]
    return {
        code.family
        for first, second in _COUNTS
        if any(first in text and second in text for text in folded) and (code := parse(first)[1])
    }


def _codes(text: str, known: set[tuple[str, str]]) -> Found:
    """Return where codes of known families begin within a row, each behind a title."""
    text = text.rstrip()
    body = text.lstrip()
    if not _WITHIN.search(body) or _OFFICE.search(body):
        return []
    folded = narrow(text)
    _, above, start = parse(folded)
    found: Found = []
    for place in (one.start() for one in _PLACE.finditer(folded, start + _TITLE)):
        title = folded[start:place].rstrip()
        if len(title.strip()) < _TITLE or _OPEN.search(title):
            continue
        mark, code, end = parse(folded[place:])
        if code is None or mark or code.family not in known or len(folded) < place + end + _TITLE:
            continue
        goes_on = above is not None and code.numbers == above.following
        if above is None or code.family != above.family or goes_on:
            found.append((place, code))
            above, start = code, place + end
    return found
