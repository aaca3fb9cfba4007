"""Codes of headings in English: Goal One, Objective 1.2, ACTION b, Policy LU-3, HO-P2.1."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from plangraph.reading.terms.english_words import ANY_WORD, is_latin
from plangraph.reading.terms.numerals import SPELLED, from_roman, value

#: Initials of a chapter and a number (LU-1.2, LU 1, LU1.2a), but no amount or year: CO2, FY25.
_INITIALS = (
    r"(?!(?:CO|FY|PM|SDG|COVID)[\s-]?\d)"
    r"[A-Z]{2,4}\s?-?\s?\d{1,2}(?:[.\-]\d{1,2})*(?:[.\-]?[a-z]|[.\-][A-Z])?(?![\w%])"
    r"|[A-Z]\s\d{1,2}(?:\.\d{1,2})+(?:\.?[a-z])?(?![\w%])"
)
_WORDED: Final = re.compile(
    rf"(?:(?-i:[A-Z][A-Za-z]+(?:-[A-Za-z]+)?\s){{1,2}})??(?P<word>(?:{ANY_WORD}))"
    rf"(?:\s?[/&]\s?(?:{ANY_WORD})|\s\((?-i:[A-Z]){{2,4}}\))?\s*(?:no\.?\s*|#\s*)?"
    r"(?P<number>\d{1,2}(?:[.\-]\d{1,2})*(?!\d)(?:[.\-]?[a-z](?![a-z])|\([a-z]\))?"
    rf"|(?<=[\s#])(?-i:[IVX]{{1,4}}(?![A-Za-z-])|(?P<initials>{_INITIALS})"
    r"|[A-Z]{1,4}-[A-Z](?![\w-])"
    # … but not the article of what is explained: Permitted Activity | A Permitted Activity is
    r"|(?!A\s(?:[\w-]+\s){1,3}(?:is|are|means?)\b)"
    r"[A-Z](?:[.\-]?\d{1,2})*(?:[.\-][a-z](?![a-z]))?(?![A-Za-z']|\s[a-z])"
    r"|[a-h](?=[.:)]|\s-\s))"
    rf"|(?<=[\s#])(?:{'|'.join(SPELLED)})(?![a-z]))",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\d+|[A-Za-z]")
#: … counted by the word before it: Third Goal.
_ORDINALS: Final = {
    word: count for count, word in enumerate(
        ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"), 1
    )
}  # fmt: skip
_ORDINAL: Final = re.compile(
    rf"(?P<number>{'|'.join(_ORDINALS)})\s(?:Strategic |Key |Core )?"
    r"(?P<word>Goal|Priority|Pillar|Theme|Objective|Direction|Commitment)(?=$|\s?[:–—]\s|\s-\s)"
)
#: The kind of element between the initials of a chapter and a number: LU-G1, TR G1, HO-P2.1.
_CHAPTERED: Final = re.compile(
    r"[A-Z]{1,4}[ -](?P<kind>[GPO])-?(?P<number>\d{1,2}(?:\.\d{1,2})*)(?=[\s:.])"
)
_KINDS = {"G": "goal", "P": "policy", "O": "objective"}
#: … or nothing but the number: TR 1.2.
_CHAPTER: Final = re.compile(
    r"(?!SDG|GOAL|AIM|STEP|TASK)[A-Z]{2,4} (\d{1,2}(?:\.\d{1,2})+)(?=[\s:])"
)


def chaptered(text: str, start: int, stop: int) -> tuple[str, str, int] | None:
    """Return word, numbers and end of a code of initials without role word, or None."""
    if found := _CHAPTERED.match(text, start, stop):
        return _KINDS[found["kind"]], found["number"], found.end()
    if (found := _CHAPTER.match(text, start, stop)) and is_latin(text):
        return "", found[1], found.end()
    return None


#: The parts of a book, which are levels of a plan where no other word tells: Chapter 2, SECTION IV.
_DIVISION: Final = re.compile(
    rf"(?P<name>chapter|section|part)\s(?P<number>\d{{1,2}}(?![\d.,%-])|(?-i:[IVX]{{1,4}})"
    rf"|{'|'.join(SPELLED)})(?=$|\s?[:.–—-]?\s+(?-i:[A-Z“\"])|\s?[:.]\s*$)",
    re.IGNORECASE,
)
_DIVISIONS = {"part": "第N部", "chapter": "第N章", "section": "第N節"}


def division(text: str, start: int, stop: int) -> tuple[str, int, int] | None:
    """Return shape, number and end of the code of a part of a book, or None."""
    found = _DIVISION.match(text, start, stop)
    if found is None:
        return None
    return _DIVISIONS[found["name"].lower()], _dress(found["number"], None)[1][0], found.end()


def worded(text: str, start: int, stop: int) -> tuple[str, str, tuple[int, ...], int] | None:
    """Return role word, shape, numbers and end of a code with a role word, or None."""
    found = _WORDED.match(text, start, stop)
    if found is None:
        return _ordinal(text, start, stop)
    word = re.sub(r"\s+", " ", found["word"].lower())
    shape, numbers = _dress(found["number"], found["initials"])
    return word, shape, numbers, found.end()


def _ordinal(text: str, start: int, stop: int) -> tuple[str, str, tuple[int, ...], int] | None:
    """Return the same of a word that another before it counts: Third Goal."""
    found = _ORDINAL.match(text, start, stop) if text[start : start + 1] in "FSTEN" else None
    return found and (found["word"].lower(), "N", (_ORDINALS[found["number"]],), found.end())


#: What stands behind the code of an element of its own, which a section only numbers.
_PARTED: Final = re.compile(r"\s?[:–—-]\s|\s*$|\.\s+[A-Z]")


def numbered(text: str, start: int) -> bool:
    """Tell a worded code behind the number of its section: 3.1 Priority Area 1: Getting around."""
    found = _WORDED.match(text, start)
    return found is not None and _PARTED.match(text, found.end()) is not None


def _dress(number: str, initials: str | None) -> tuple[str, tuple[int, ...]]:
    if number.lower() in SPELLED:
        return "N", (SPELLED[number.lower()],)
    if number.isalpha() and len(number) > 1:
        return "R", (from_roman(number.upper()),)
    if number in "IVX":
        return "R", (from_roman(number),)
    if number.endswith(".0"):
        number = number[:-2]
    parts = _PARTS.findall(number)
    if initials:  # which are one, however many letters a chapter has
        letters = [*takewhile(str.isalpha, parts)]
        parts = parts[len(letters) :]
        field = sum(value(letter) * 27**place for place, letter in enumerate(reversed(letters)))
        shape = "-".join(["A", *("N" if part.isdigit() else "A" for part in parts)])
        return shape, (field, *map(value, parts))
    return "-".join("N" if part.isdigit() else "A" for part in parts), tuple(map(value, parts))
