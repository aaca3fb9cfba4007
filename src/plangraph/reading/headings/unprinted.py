"""Numbers of which nothing is left (数字の抜けた番号): 第 章 …, () …, 施策 - …, 【基本目標〓】….

Some fonts lose their digits in extraction, and what dressed them stays. The numbers are
counted again: from one on below each heading of a level that the document shows before them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.looks import ends_usually, plain

_LOST = "\ufffd\ue000-\uf8ff〓"
_GONE = rf"[\s{_LOST}]*"
_DIVISION = re.compile(rf"第{_GONE}([編部章節])\s+(?=\S)")
_BRACKETS = re.compile(rf"\({_GONE}\)\s*(?=[^\s)])")
_CHAINED = re.compile(
    rf"(?P<word>[一-龥]{{2,6}})?{_GONE}-{_GONE}(?=[一-龥ぁ-んァ-ヶー「『])|[{_LOST}]+\s*-(?!.)"
)
#: A word of codes, and a sign where its number was.
_WORDED = re.compile(
    rf"[【<\[「]?\s*(?P<cut>[{_LOST}]*)(?P<word>[一-龥ァ-ヶー]{{2,8}})\s*\(?\s*[{_LOST}]+\s*\)?\s*[】>\]」]?[\s:.]*(?=\S)"
)
#: A word of codes, and nothing where its number was: 基本施策　…の推進, 【基本目標】…のまち.
_GAPPED = re.compile(
    r"(?:[【<\[「](?P<held>[一-龥]{2,6})[】>\]」]\s?|(?P<word>[一-龥]{2,6})(?P<gap>:\s?|\s*\(\s*\)\s*|\s+))(?P<title>[^\s\d]\S*.*)"
)
#: The shortest title behind a gap.
_TITLE = 5
_FIRST = frozenset("第(（")
#: So many lines without their number show that the document has lost them.
_FEWEST = 2
_KANJI = re.compile("[【<\\[「〔《\ufffd〓\ue000-\uf8ff一-龥]")


def restore(units: list[Unit]) -> None:
    """Give lines the codes of which only the dress was extracted."""
    found = [(unit, *seen) for unit in units if not unit.prose and (seen := _seen(unit))]
    often = Counter((word, shape) for _, word, shape, _ in found)
    if not any(count >= _FEWEST for count in often.values()):
        return
    lost = {
        id(unit): (word, shape, rest)
        for unit, word, shape, rest in found
        if often[word, shape] >= _FEWEST
    }
    order: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], int] = {}
    divisions: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for unit in units:
        if id(unit) not in lost and (unit.code is None or unit.use):
            continue
        word, shape, rest = lost.get(id(unit)) or (*unit.code.family, "")  # type: ignore[union-attr]
        family = word, shape
        place = order.setdefault(family, len(order))
        if id(unit) not in lost:
            if word or shape.startswith("第"):
                last = {one: number for one, number in last.items() if order[one] <= place}
                last[family] = unit.code.numbers[-1]  # type: ignore[union-attr]
            continue
        last = {one: number for one, number in last.items() if order[one] <= place}
        number = last.get(family, 0) + 1
        if shape.startswith("第"):  # running heads say it again
            number = divisions[family].setdefault(plain(rest), number)
        last[family] = number
        above = max(
            (one for one in last if order[one] < place), key=order.__getitem__, default=None
        )
        numbers = (number,) if shape != "N-N" else (last[above] if above else 1, number)
        unit.code, unit.rest = Code(word, shape, numbers, ""), rest


def _seen(unit: Unit) -> tuple[str, str, str] | None:
    """Return word and shape of the code that a line has lost, and what stands behind it."""
    text = unit.text
    if unit.code or unit.use or unit.cells or not text:
        return None
    if not _KANJI.match(text) and text[0] not in _FIRST:
        return None
    folded = narrow(text)
    if text[0] in _FIRST:
        if division := _DIVISION.match(folded):
            return "", f"第N{division[1]}", text[division.end() :].strip()
        if brackets := _BRACKETS.match(folded):
            return "", "(N)", text[brackets.end() :].strip()
        return None
    if "-" in folded[:9] and (chained := _CHAINED.match(folded)):
        word = chained["word"] or ""
        if word.endswith(CODE_WORDS) if word else folded[0] in "\ufffd〓":
            return word, "N-N", text[chained.end() :].strip()
    worded = _WORDED.match(folded)
    if worded and worded["word"].endswith(CODE_WORDS):
        word = _whole(worded["word"]) if worded["cut"] else worded["word"]
        return word, "N", text[worded.end() :].strip()
    return _apart(folded)


def _whole(word: str) -> str:
    """Return the word of codes of which the first letter is lost: 基本方針 for 本方針."""
    found = {one for one in CODE_WORDS if one[1:] == word}
    return found.pop() if len(found) == 1 else word


def _apart(text: str) -> tuple[str, str, str] | None:
    """Return what a word of codes and a title behind it tell, where no number stands between."""
    found = _GAPPED.match(text)
    word = found["held"] or found["word"] if found else None
    if found is None or word is None or not word.endswith(CODE_WORDS):
        return None
    wide = found["gap"] is not None and len(found["gap"]) > 1
    title = found["title"]
    if not wide and (word not in _LEVELS or " " in title or "、" in title):
        return None
    usual = ends_usually(title)
    return (word, "N", title) if usual and len(title) >= _TITLE else None


#: Words that stand with a number and hardly ever without.
_LEVELS = frozenset(("基本目標", "基本施策", "施策", "政策", "基本政策", "政策目標"))
