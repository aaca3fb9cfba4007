"""Numbers that ran into the title before them (行末に付いた番号): …の確立(2)計画的な….

A number inside a row begins a line of its own where its turn has come: the one before it
was the last of its kind that began a line.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import MARKS, OPEN, narrow, parse

_INNER = re.compile(
    r"(?<=[^\x00-\x7f])\s{0,2}(?:\((\d{1,2})\)\s?|(\d{1,2})[.．]\s?)(?=[一-龥ァ-ヶぁ-ん「『])"
)
#: What stands beside each of them.
_SIGN = re.compile("[(（.．]")
#: What may stand before a number that begins a line: a title, and no half sentence.
_SHORTEST = 4
_OPEN = re.compile(r"[をのにがはへとでもや、・（(「『]$|[図表注例]$")


def part(rows: list[Row]) -> list[Row]:
    """Return the rows, cut where a number inside is due."""
    may = [row for row in rows if not (row.cells or "。" in row.text or row.text.isascii())]
    signed = (narrow(row.text) for row in may if _SIGN.search(row.text))
    if not any(int(inner[1] or inner[2]) > 1 for text in signed for inner in _INNER.finditer(text)):
        return rows
    held = set(map(id, may))
    last: dict[str, int] = {}
    found: list[Row] = []
    for row in rows:
        if id(row) not in held:
            found.append(row)
            continue
        start = 0
        folded = narrow(row.text)
        _note(folded, last)
        for inner in _INNER.finditer(folded):
            shape = "(N)" if inner[1] else "N"
            number = int(inner[1] or inner[2])
            title = folded[start : inner.start()].rstrip()
            due = number > 1 and last.get(shape) == number - 1
            if due and len(title) >= _SHORTEST and not _OPEN.search(title):
                found.append(replace(row, text=row.text[start : inner.start()].rstrip()))
                start = inner.start()
                last[shape] = number
        found.append(row if not start else replace(row, text=row.text[start:]))
    return found


#: What such a number begins with, behind marks and within brackets.
_FIRST = re.compile(rf"[\s\-–{re.escape(MARKS)}]*[\d({re.escape(OPEN)}]")


def _note(folded: str, last: dict[str, int]) -> None:
    code = parse(folded)[1] if _FIRST.match(folded) else None
    if code and not code.word and code.shape in ("(N)", "N"):
        last[code.shape] = code.numbers[-1]
