"""Numbers of which nothing is left (数字の抜けた番号): 第 章 …, () …, 施策 - ….

Some fonts lose their digits in extraction, and what dressed them stays. The numbers are
counted again: from one on below each heading that stands above them.
"""

from __future__ import annotations

import re
from collections import Counter

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.lexicon import CODE_WORDS, PLACE, TITLE_END
from plangraph.reading.terms.looks import plain

_GONE = r"[\s\ufffd\ue000-\uf8ff〓]*"
_DIVISION = re.compile(rf"第{_GONE}([編部章節])\s+(?=\S)")
_BRACKETS = re.compile(rf"\({_GONE}\)\s*(?=[^\s)])")
_CHAINED = re.compile(r"([一-龥]{2,6})\s*-\s*(?=[一-龥ぁ-んァ-ヶー「『])")
_GAPPED = re.compile(r"(?P<word>[一-龥]{2,6}) {2,}(?P<title>[^\s\d]\S*)")
#: The shortest title behind a gap.
_TITLE = 5
_FIRST = frozenset("第(（")
#: So many lines without their number show that the document has lost them.
_FEWEST = 2
_DEPTHS = {"第N編": 0, "第N部": 1, "第N章": 2, "第N節": 3, "N": 4, "N-N": 5, "(N)": 6}


def restore(units: list[Unit]) -> None:
    """Give lines the codes of which only the dress was extracted."""
    found = [(unit, *seen) for unit in units if (seen := _seen(unit))]
    often = Counter((word, shape) for _, word, shape, _ in found)
    if not any(count >= _FEWEST for count in often.values()):
        return
    lost = {id(unit): (word, shape, rest) for unit, word, shape, rest in found}
    last: dict[str, int] = {}
    above = 1
    divisions: dict[tuple[str, str], int] = {}
    for unit in units:
        if unit.code is not None and unit.code.word:
            last = {shape: number for shape, number in last.items() if _DEPTHS[shape] < 4}
            above = unit.code.numbers[0]
        if id(unit) not in lost:
            continue
        word, shape, rest = lost[id(unit)]
        if often[word, shape] < _FEWEST:
            continue
        last = {one: number for one, number in last.items() if _DEPTHS[one] <= _DEPTHS[shape]}
        number = last.get(shape, 0) + 1
        if shape.startswith("第"):  # running heads say it again
            number = divisions.setdefault((shape, plain(rest)), number)
        last[shape] = number
        numbers = (number,) if shape != "N-N" else (last.get("N", above), number)
        unit.code, unit.rest = Code(word, shape, numbers, ""), rest


def _seen(unit: Unit) -> tuple[str, str, str] | None:
    """Return word and shape of the code that a line has lost, and what stands behind it."""
    if unit.code or unit.use or unit.cells or unit.prose:
        return None
    text, folded = unit.text, narrow(unit.text)
    if text[0] in _FIRST:
        if division := _DIVISION.match(folded):
            return "", f"第N{division[1]}", text[division.end() :].strip()
        if brackets := _BRACKETS.match(folded):
            return "", "(N)", text[brackets.end() :].strip()
        return None
    if "-" not in folded[:9]:
        return _apart(folded) if "  " in folded[2:10] else None
    chained = _CHAINED.match(folded)
    if chained and chained[1].endswith(CODE_WORDS):
        return chained[1], "N-N", text[chained.end() :].strip()
    return None


def _apart(text: str) -> tuple[str, str, str] | None:
    """Return what a word of codes and a title behind a wide gap tell: 基本施策    …の推進."""
    found = _GAPPED.match(text)
    if found is None or not found["word"].endswith(CODE_WORDS):
        return None
    title = found["title"]
    usual = TITLE_END.search(title) or PLACE.search(title)
    return (found["word"], "N", title) if usual and len(title) >= _TITLE else None
