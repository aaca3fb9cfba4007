"""Lists within a cell: what a browser or a word processor prints on lines of its own there.

``・海岸の清掃 ・藻場の再生``, ``(1) … (2) …``, ``1 … 2 …``, ``基本目標1 … 基本目標2 …``: marks that
come again and numbers that count from the first letter on part a cell into its items.
"""

from __future__ import annotations

import re

from plangraph.reading.terms.codes import MARKS, narrow
from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.looks import ends_usually
from plangraph.reading.terms.numerals import value

#: How a numbered item begins.
_WORDS = "|".join(sorted(map(re.escape, CODE_WORDS), key=len, reverse=True))
_NUMBERED = re.compile(
    r"(?:(?<=\s)|^)(?:\((?P<a>\d{1,2})\)|(?P<b>[①-⑳])|(?P<c>\d{1,2})(?:\.(?=\s|\D)|(?=\s\D))"
    rf"|\d{{1,2}}-(?P<d>\d{{1,2}})(?=\s)|(?:{_WORDS})\s?(?P<e>\d{{1,2}})(?=[\s:「]))\s*"
)
#: The mark before an item; one within a word has no space before it.
_MARKED = re.compile(rf"(?:^|[\s　])(?P<mark>[{MARKS}])[\s　]*(?=[^\s　])")
_MARKS = tuple(MARKS)
#: Works have names of so many letters.
_SHORTEST = 5
#: Levels of which a cell may name several one after the other.
_DONE = frozenset(("direction", "project"))


def items(cell: str) -> list[str]:
    """Return the items of a cell that lists several titles; nothing where it is one title.

    >>> items("・海岸の清掃 ・藻場の再生"), items("(1) 塔の修理 (2) 橋の塗装"), items("灯台の塗装")
    (['海岸の清掃', '藻場の再生'], ['(1) 塔の修理', '(2) 橋の塗装'], [])
    """
    return _marked(cell) if cell.startswith(_MARKS) else _numbered(cell)


def below(cell: str) -> list[str]:
    """Return what a cell beside a numbered title lists below it, each with its mark or number."""
    if cell.startswith(_MARKS) and "。" not in cell:
        alone = [cell] if len(cell) >= _SHORTEST else []
        return [f"{cell[0]} {item}" for item in _marked(cell)] or alone
    return _numbered(cell)


def _marked(cell: str) -> list[str]:
    points = [one for one in _MARKED.finditer(cell) if one["mark"] == cell[0]]
    if len(points) < 2 or "。" in cell:
        return []
    ends = [*(one.start() for one in points[1:]), len(cell)]
    return [cell[one.end() : end].strip() for one, end in zip(points, ends, strict=True)]


def _numbered(cell: str) -> list[str]:
    found = list(_NUMBERED.finditer(narrow(cell)))
    if len(found) < 2 or found[0].start():
        return []
    numbers = [value(one[one.lastgroup or 0]) for one in found]
    first = numbers[0] or 0
    if numbers != list(range(first, first + len(found))):
        return []
    ends = [*(one.start() for one in found[1:]), len(cell)]
    return [cell[one.start() : end].strip() for one, end in zip(found, ends, strict=True)]


def named(cell: str, kind: str) -> list[str]:
    """Return the works that a cell names one after the other: 保育士の確保、園舎の改修.

    What stood on lines of their own in the cell is parted by a space, as a field and its goal are.
    """
    if kind not in _DONE and (kind != "measure" or "、" in cell):
        return []
    parts = cell.split("、" if "、" in cell else None)
    whole = all(len(part) >= _SHORTEST and ends_usually(part) for part in parts)
    return parts if len(parts) > 1 and whole else []
