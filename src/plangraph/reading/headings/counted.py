"""Numbers that count something, and are no codes: 3法人, 4法人; the ones of a charter."""

from __future__ import annotations

import itertools
import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.english_words import is_latin

_LONGEST = 6
#: So many sentences with one and the same number are vows (一つ), no headings.
_VOWS = 3
#: So many questions make a dialogue.
_QUESTIONS = 2
_ASKS = frozenset("QＱ")
#: Parts of a book; so many of one sort are levels, so many elements that a word counts too.
_DIVISIONS, _LEAST = ("第N部", "第N章", "第N節"), 2
_ASKED = re.compile(r"Q\s?\d{0,2}[\s.:]*[^\s\d\x00-\x7f]")


def uncode(units: list[Unit]) -> None:
    """Take the codes off lines that count one and the same short word, each otherwise."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        code = unit.code
        bare = code is not None and not code.word and not code.parted and code.shape == "N"
        if bare and not unit.use and not unit.mark and len(unit.rest) <= _LONGEST:
            found.setdefault(unit.rest, []).append(unit)
    for counted in found.values():
        if len({unit.text for unit in counted}) > 1:
            for unit in counted:
                unit.code, unit.use = None, "quantity"
    _vows(units)
    _answers(units)
    _divisions(units)


def _divisions(units: list[Unit]) -> None:
    """Take the codes off chapters and sections in English that only divide the document.

    They are levels of the plan where nothing else is, or below what a word counts (Goal 1), and
    more than one; numbers of their own below them (Chapter 4, 4.2) are those of a book.
    """
    found = [(place, unit) for place, unit in enumerate(units)
             if unit.code and unit.code.shape in _DIVISIONS
             and unit.code.printed.isascii() and is_latin(unit.text)]  # fmt: skip
    if not found:
        return
    worded = [place for place, unit in enumerate(units) if unit.code and unit.code.word]
    numbered = {unit.code.numbers[0] for unit in units
                if unit.code and len(unit.code.numbers) > 1 and not unit.use}  # fmt: skip
    for shape in _DIVISIONS:
        some = [(place, unit) for place, unit in found if unit.code and unit.code.shape == shape]
        numbers = {unit.code.numbers[0] for _, unit in some if unit.code}
        alone = len({unit.text for _, unit in some}) < _LEAST
        over = len(worded) >= _LEAST and bool(some) and some[0][0] < worded[0]
        if alone or over or numbers & numbered:
            for _, unit in some:
                unit.code, unit.rest = None, unit.text


def _answers(units: list[Unit]) -> None:
    """Take the codes off questions and answers: Q1 …? A …."""
    asked = sum(
        not unit.use and _ASKED.match(narrow(unit.text)) is not None
        for unit in units
        if unit.text[:1] in _ASKS
    )
    for unit in units if asked >= _QUESTIONS else ():
        if unit.code and not unit.code.word and unit.text[0] in "AQＡＱ":
            unit.code, unit.rest = None, unit.text


def _vows(units: list[Unit]) -> None:
    """Take the codes off the sentences of a charter, which all have the number one."""
    coded = [unit for unit in units if unit.code and not unit.use]
    for family, run in itertools.groupby(coded, key=lambda unit: unit.code and unit.code.family):
        vows = list(run)
        told = sum(unit.text.endswith("。") for unit in vows)
        ones = {unit.code.numbers for unit in vows if unit.code} == {(1,)}
        if family in (("", "N"), ("", "K")) and ones and told >= _VOWS and told + 1 >= len(vows):
            for unit in vows:
                unit.code, unit.use = None, "vow"
