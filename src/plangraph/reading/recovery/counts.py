"""Numbers that count up within rows (行の中で数え上がる番号): where their lines began.

In pages on one row every number may begin a line, and most do not. What stands before and behind
each is weighed, and so is that its turn has come: of all ways to take some numbers of a family
(施策1 … 施策2 …, ア … イ …, 1-1 … 1-2 … 2-1 …) the one with the best sum is found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.counters import is_quantity
from plangraph.reading.terms.lexicon import PLACE, TITLE_END
from plangraph.reading.terms.numerals import value

_CODE_WORDS, _LONGEST_WORD = frozenset(CODE_WORDS), max(map(len, CODE_WORDS))
#: Before a word of codes it belongs to the word: まちづくりの目標1.
_OURS = "まちづくりの"
_NUMBER = re.compile(
    r"第\s?(?P<division>\d{1,2})\s?(?P<named>[編部章節項])"
    r"|第(?P<bare>\d{1,2})(?=\s[^\d\s次期回])"
    r"|(?<![\d.,/\-A-Za-z])(?P<chain>\d{1,2}(?:-\d{1,2}){1,3}(?![\d.,\-])|\d{1,2}の\d{1,2}(?=[\s:]))"
    r"|\((?P<closed>\d{1,2}|[ア-コ])\)"
    r"|(?P<ring>[①-⑳])|(?P<roman>[Ⅰ-Ⅻ])|(?P<kana>[ア-コ])(?=[\s.．]\s?\S{2})"
    r"|(?<![\d.,\-A-Za-z])(?<!\d/)(?P<plain>\d{1,3})(?![\d,/\-]|\.\d)"
)
#: What speaks for a number by its form; with a word of codes before it more does.
_SHAPES = {
    "第": 1.2,
    "N-N": 0.7,
    "(N)": 0.8,
    "①": 0.8,
    "Ⅰ": 0.4,
    "(ア)": 0.8,
    "ア": -0.2,
    "N": -0.9,
}
_WORDED = 1.2
#: What a number that begins a line costs, and what it gains where its turn has come.
_COST, _DUE = 1.0, 1.3
#: The first number that is not 1, and one whose turn it is not.
_LATE, _LEAP = 1.2, 1.0
_CLOSERS = frozenset("」』)】]>〉》:：／/→|■◆●○◇□▼▶")
_PARTICLES, _JOINS = frozenset("のはをがにでとへやな約第的"), frozenset("、,，・~〜～")
_VERBAL = frozenset("るすむう")
#: What only a finished title ends with.
_FINISHED = re.compile(
    r"の(?:推進|充実|整備|振興|形成|支援|創出|確保|強化|育成|保全|活用|向上|促進|構築|展開|解消|促進)$"
)
#: What a number that begins a line is not followed by, where sentences are.
_MENTIONED = re.compile(
    r"\s?(?:[、。・/／~〜～,)）]|及び|から|まで|より|など|のうち)"
    r"|[はがを](?![んじ])|に(?![ぎこ])|の(?![びど])|で(?![きか])|と(?![もき])"
)
_DASHED = re.compile(r"-\s?$")
_SPACED = re.compile(r"[\s:：.．](?=\s?[^\s\d])|[「『【]")
#: A bracket before a word and its number begins the line: 【基本方針1】海を知る.
_OPENED = frozenset("【〔[<《〈≪")
#: So many letters more show whether a word is the end of another.
_OWN = 4
_SECOND = str.maketrans("1①Ⅰア", "2②Ⅱイ")
_DIGIT = re.compile(r"(?<!\d)\d")
#: A number of so many digits counts two levels.
_TWO_LEVELS = 3


class _Number(NamedTuple):
    """A number in a row: where its line would begin, and what speaks for that."""

    row: int
    place: int
    family: tuple[str, str]
    numbers: tuple[int, ...]
    gain: float


#: The best sum of a run of numbers, and which they are, the last one first.
_Run = tuple[float, tuple["_Number", "_Run | None"]]


def rising(folded: dict[int, str], *, spaced: set[int]) -> set[tuple[int, int]]:
    """Return the rows and places of the numbers that begin lines.

    In rows with spaces (``spaced``) bare numbers are told by their words.
    """
    best: dict[tuple[str, str], dict[tuple[int, ...], _Run]] = {}
    top: dict[tuple[str, str], _Run] = {}
    whole = "\n".join(folded.values())
    for row, text in folded.items():
        for one in _numbers(row, text, whole):
            if row in spaced and one.family == ("", "N1") and text[one.place - 1] not in _CLOSERS:
                continue
            run = _longer(one, best.setdefault(one.family, {}), top.get(one.family))
            known = best[one.family].get(one.numbers)
            if known is None or run[0] >= known[0]:
                best[one.family][one.numbers] = run
            if one.family not in top or run[0] > top[one.family][0]:
                top[one.family] = run
    return {(one.row, one.place) for run in top.values() if run[0] > 0 for one in _members(run)}


def _longer(one: _Number, best: dict[tuple[int, ...], _Run], top: _Run | None) -> _Run:
    """Return the best run that ends with a number: one that it goes on, or one of its own."""
    first = one.numbers[-1] == 1
    told = one.family[0] or one.family[1].startswith(("第", "N-N"))  # an excerpt begins anywhere
    ways: list[tuple[float, _Run | None]] = [(0.0 if first or told else -_LATE, None)]
    if top is not None:
        ways.append((top[0] - (0.0 if first else _LEAP), top))
    for before in _due_after(one.numbers):
        if (run := best.get(before)) is not None:
            ways.append((run[0] + _DUE, run))
    value, run = max(ways, key=lambda way: way[0])
    return value + one.gain, (one, run)


def _due_after(numbers: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the numbers after which the turn of another has come: 2 before 3, 1-4 before 2-1."""
    *upper, last = numbers
    if last > 1:
        yield (*upper, last - 1)
    elif upper and upper[-1] > 1:
        yield from ((*upper[:-1], upper[-1] - 1, n) for n in range(1, 10))


def _members(run: _Run | None) -> Iterator[_Number]:
    while run is not None:
        one, run = run[1]
        yield one


def _numbers(row: int, text: str, whole: str) -> Iterator[_Number]:
    """Yield the numbers of a row that may begin a line, each with what speaks for it."""
    told, usual = "。" in text, _usual(text)
    for found in _NUMBER.finditer(text):
        kind = found.lastgroup or ""
        start, end = found.span()
        shape = _shape(found, kind)
        word = "" if kind in ("named", "bare", "kana") else _word(text, start)
        numbers = _value(found)
        alone = numbers == (1,) and (kind in ("closed", "ring") or text[start - 1] == " ")
        listed = numbers == (1,) and f"。{found[0].translate(_SECOND)}" in text
        if word and (alone or listed) and not _goes_on(whole, word, found[0]):
            word = ""  # a label, and the first of what it says: 主要施策 Ⅰ … Ⅱ …
        if usual and not word and kind == "plain" and text.startswith(usual, start - 2):
            continue
        if word:
            start = text.rindex(word, 0, start)
        start -= text[start - 1 : start] in _OPENED
        if is_quantity(text, end, word=word, shape=shape) or _MENTIONED.match(text, end):
            continue
        if kind == "plain" and _DASHED.search(text, max(0, start - 2), start):  # - 31 -
            continue
        gain = _SHAPES[shape if word or shape in _SHAPES else "N"] - _COST
        gain += (
            (_WORDED if word else 0.0) + _before(text, start, word, told=told) + _behind(text, end)
        )
        yield _Number(row, start, (word, f"{shape}{found['named'] or len(numbers)}"), numbers, gain)


def _goes_on(text: str, word: str, first: str) -> bool:
    """Tell that a word stands before a second number of a form as well."""
    second = first.translate(_SECOND)
    return f"{word} {second}" in text or f"{word}{second}" in text


def _shape(found: re.Match[str], kind: str) -> str:
    if kind == "closed":
        return "(N)" if found["closed"].isdigit() else "(ア)"
    shapes = {"named": "第", "bare": "第", "chain": "N-N", "ring": "①", "roman": "Ⅰ", "kana": "ア"}
    return shapes.get(kind, "N")


def _value(found: re.Match[str]) -> tuple[int, ...]:
    if found["chain"]:
        return tuple(map(int, re.split("[-の]", found["chain"])))
    printed = next(one for one in found.groups() if one)
    if printed.isdecimal() and len(printed) == _TWO_LEVELS:  # 施策101, 施策102
        return int(printed[0]), int(printed[1:])
    return (value(printed),)


def _before(text: str, start: int, word: str, *, told: bool) -> float:
    """Weigh what stands before a number and its word."""
    before = text[start - 1] if start else "\n"
    if before == "。":
        return 3.2
    if before == "\n":
        return 1.5
    if before.isspace():
        joined = text[start - 2 : start - 1]
        return -1.0 if joined and joined in _JOINS else 3.0 if joined == "。" else 0.8
    if before in _CLOSERS:
        return 0.8
    if before in _JOINS:
        return -2.5 if told else 0.3
    title = text[max(0, start - 14) : start]
    if _FINISHED.search(title) or PLACE.search(title):
        return 1.3
    if TITLE_END.search(title):
        return 0.8
    if before in _PARTICLES:
        return -2.0
    if word and len(word) < _OWN and "一" <= before <= "龥":  # the end of a longer word
        return -2.0
    if before in _VERBAL:
        return 0.5
    return -0.5 if before.isdigit() else 0.0 if told else 0.6


def _behind(text: str, end: int) -> float:
    """Weigh what stands behind a number."""
    if end >= len(text):
        return -1.0
    if text[end] in ".．" and not text[end + 1 : end + 2].isdigit():
        return 1.0
    return 0.5 if _SPACED.match(text, end) else 0.0


def _usual(text: str) -> str:
    """Return the word before most numbers of a row, which no list knows: 行動1 … 行動2 …."""
    before = [text[one.start() - 2 : one.start()] for one in _DIGIT.finditer(text, 2)]
    word, count = Counter(before).most_common(1)[0] if before else ("", 0)
    return word if word.isalpha() and 2 * count > len(before) and word not in CODE_WORDS else ""


def _word(folded: str, place: int) -> str:
    """Return the word of codes right before a place, the longest there is."""
    before = folded[max(0, place - _LONGEST_WORD - len(_OURS) - 3) : place].removesuffix(" ")
    before = before.removesuffix("その")
    lengths = range(min(len(before), _LONGEST_WORD), 0, -1)
    word = next((before[-size:] for size in lengths if before[-size:] in _CODE_WORDS), "")
    if word and before[: -len(word)].endswith(_OURS):
        return _OURS + word
    if word and TITLE_END.search(word):  # …の推進事業(2): the end of the title before
        above = before[: -len(word)][-1:]
        return word if not above or above in "。 \n" or above in _CLOSERS else ""
    if word and before[: -len(word)].endswith("の"):  # 交通の方針 4-1, but まちづくりの目標1, 2, …
        return word if folded.count(before[-len(word) - _OWN :]) > 1 else ""
    return word
