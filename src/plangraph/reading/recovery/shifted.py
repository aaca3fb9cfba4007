"""Numbers that lost their first byte (丸数字の文字化け): ``@`` for ①, ``第T章`` for 第Ⅰ章.

Shift_JIS as NEC extended it has ①…⑳ at 8740–8753 and Ⅰ…Ⅹ at 8754–875D. A program that does
not know this row leaves the second byte: ``@`` to ``S`` and ``T`` to ``]``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.rows import Row

_CIRCLED, _ROMAN = 0x40, 0x54
#: A letter where a circled digit may have stood: before Japanese, where a line or an item begins.
_ITEM = re.compile(r"(?:(?<=^)|(?<=[^\x00-\x7f])|(?<=\s))([@-S])(?=[^\x00-\x7f])")
_DIVISION = re.compile(r"第([T-\]])(?=[章節編部期次])")


def restore(rows: list[Row]) -> list[Row]:
    """Return the rows with their numbers, where the document has lost them so."""
    if not _is_damaged(rows):
        return rows
    due = 1
    found: list[Row] = []
    for row in rows:
        text = _DIVISION.sub(lambda seen: f"第{_digit(seen[1])}", row.text)
        edges = [0]
        kept = ""
        for seen in _ITEM.finditer(text):
            number = ord(seen[1]) - _CIRCLED + 1
            if number not in (1, due):
                continue
            due = number + 1
            kept += text[edges[-1] : seen.start()] + chr(0x2460 + number - 1)
            edges.append(seen.end())
        text = kept + text[edges[-1] :]
        found.append(row if text == row.text else replace(row, text=text))
    return found


def _is_damaged(rows: list[Row]) -> bool:
    """Tell a document in which ``@`` and, after it, ``A`` begin items, or one with a 第T章."""
    text = "\n".join([row.text for row in rows])
    if "第T章" in text:
        return True
    if "@" not in text:
        return False
    firsts = [seen[1] for row in rows if (seen := _ITEM.match(row.text.lstrip()))]
    return "@" in firsts and "A" in firsts


def _digit(letter: str) -> str:
    return chr(0x2160 + ord(letter) - _ROMAN)
