"""The words of a row that holds a page: what stands between two of its spaces."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from plangraph.reading.terms.codes import MARKS, Code, narrow, parse
from plangraph.reading.terms.codewords import CODED
from plangraph.reading.terms.lexicon import PLAN_NAME, role_of
from plangraph.reading.terms.looks import JOINING

#: Stands before what begins a line, until the row is cut.
SEAM = "\x02"
_CJK = "一-龥ぁ-んァ-ヶー々〆"
LETTER = re.compile(rf"[{_CJK}]")
NUMBER = re.compile(r"[(（]?[\d,.]+[)）]?")
_COUNTED = re.compile(
    r"(?:年|月|日|人|名|%|％|件|億|万|千|百|円|歳|次|回|期|つ|か|ヵ|カ|ヶ|箇|世帯|戸|km|ha|条|号|項|倍|割|㎡|㎢|地区|校|市)"
)
#: What goes on after a number at the end of a word.
_YEARED = re.compile(r"(?:年[)）度のにをか、~〜～]|月|日|人[をの、]|%|％)")
OPEN_TAIL = re.compile(
    rf"(?:[、，,・のをにがはへでもや約第]|{JOINING}|平成|令和|昭和|から|まで|より)$"
)
#: The number of a page beside the name of the plan.
_PAGE, _PAGED = re.compile(r"-?\d{1,3}(?:-|ページ|頁)?"), re.compile(r"-\d{1,3}-")
_PART = re.compile(r"(?:前期|中期|後期)?(?:基本構想|基本計画|実施計画)")
#: How plans and their parts are called.
_NAMED = ("計画", "構想", "プラン", "ビジョン", "戦略")
_LABEL = re.compile(r".{0,16}[【\[〔<＜《≪].{1,16}[】\]〕>＞》≫]")


@dataclass(slots=True)
class Word:
    """What stands between two spaces."""

    text: str
    #: Part of a sentence.
    prose: bool = False
    code: Code | None = None
    #: How many words the code takes.
    takes: int = 0
    accepted: bool = False
    label: bool = False
    #: A line begins here.
    begins: bool = False
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.begins = self.text.startswith(SEAM)
        self.text = self.text.removeprefix(SEAM)
        self.folded = narrow(self.text)


def upright(words: list[Word]) -> tuple[list[Word], list[str]]:
    """Put aside letters of a label that stands upright beside a title: 目 …の推進 標."""
    stray = [
        place for place, word in enumerate(words)
        if len(word.text) == 1 and "一" <= word.text <= "龥" and word.text not in "年月日人第町市村"
    ]  # fmt: skip
    pairs = [
        pair for pair in itertools.pairwise(stray)
        if (name := words[pair[0]].text + words[pair[1]].text) in CODED or role_of(name)
    ]  # fmt: skip
    aside = {place for pair in pairs for place in pair}
    return (
        [word for place, word in enumerate(words) if place not in aside],
        [words[place].text for place in sorted(aside)],
    )


def split(text: str) -> list[Word]:
    """Split at white space; letters set apart and counted numbers stay in one word."""
    raw = _once(text.split())
    found: list[str] = []
    place = 0
    while place < len(raw):
        end = place
        while end < len(raw) and len(raw[end]) == 1 and LETTER.match(raw[end]):
            end += 1
        if end - place >= 2:
            letters = "".join(raw[place:end])
            tail = found[-1][-1] if found else ""
            if found and len(found[-1]) > 1 and tail + letters in CODED:
                found[-1] += letters
            else:
                found.append(letters)
            place = end
            continue
        word = raw[place]
        if _PAGED.fullmatch(narrow("".join(raw[place : place + 3]))):  # - 31 -
            found.append("".join(raw[place : place + 3]))
            place += 3
            continue
        following = raw[place + 1] if place + 1 < len(raw) else ""
        if word + following in CODED and len(word) > 1:
            found.append(word + following)
            place += 2
            continue
        counted = found and re.search(r"\d[)）]?$", found[-1]) and _YEARED.match(word)
        if counted and not _is_worded(found[-1]):
            found[-1] += f" {word}"
            place += 1
            continue
        if NUMBER.fullmatch(narrow(word)) and _COUNTED.match(following):
            word, place = f"{word} {following}", place + 1
            while (
                place + 2 < len(raw)
                and NUMBER.fullmatch(narrow(raw[place + 1]))
                and _COUNTED.match(raw[place + 2])
                and (OPEN_TAIL.search(word) or _COUNTED.search(word[-1:]))
            ):
                word, place = f"{word} {raw[place + 1]} {raw[place + 2]}", place + 2
            ordinal = following[:1] in "次回期"
            if found and OPEN_TAIL.search(found[-1]) and (found[-1] != "第" or ordinal):
                found[-1] += f" {word}"
                place += 1
                continue
        found.append(word)
        place += 1
    words = [Word(one) for one in found if one != SEAM]
    heads = _heads(words)
    for number, head in itertools.pairwise(words) if heads else ():
        number.begins |= _PAGE.fullmatch(number.folded) is not None and head.text in heads
    for one in words:
        name = one.folded.strip("■◆●○◇□▼★:：【】<>[]「」『』()")
        role = role_of(name)
        named = (len(name) <= 16 and role is not None) or one.text in heads
        one.label = named or bool(_LABEL.fullmatch(one.text))
    return words


def _heads(words: list[Word]) -> set[str]:
    """Return the names of plans that stand alone again and again, as heads of pages.

    Names of parts (前期基本計画) begin a line of their own, whatever stands before them.
    """
    often = Counter(one.text for one in words if one.text.endswith(_NAMED) and "。" not in one.text)
    return {
        text
        for text, count in often.items()
        if count > 1 and PLAN_NAME.search(text) and not _PART.fullmatch(text)
    }


def _is_worded(word: str) -> bool:
    """Tell a code with a word, which counts no people: 施策1-2 人を育てる."""
    code = parse(narrow(word))[1]
    return code is not None and code.word != ""


def _once(words: list[str]) -> list[str]:
    """Print once what a bold font printed three times or more: 目標 目標 目標 目標のまち."""
    found: list[str] = []
    place = 0
    while place < len(words):
        word, end = words[place], place
        while end + 1 < len(words) and words[end + 1] == word and not word.isdigit():
            end += 1
        many = end - place + 1
        last = words[end + 1] if end + 1 < len(words) else ""
        ends = bool(found) and found[-1].endswith(word)
        goes_on = last.startswith(word) and last != word
        if many >= 2 and many + ends + goes_on >= 3 and len(word) > 1:
            whole = found.pop() if ends else word
            found.append(whole + last[len(word) :] if goes_on else whole)
            place = end + 1 + goes_on
            continue
        found.append(word)
        place += 1
    return found


#: A label has so many letters; what leads from a value to the one aimed at.
_SHORT, _ARROWS = 10, frozenset("→⇒➡")


def label_lists(words: list[Word]) -> None:
    """Know a short word as a label that stands before a list again and again: 施策目標 ・…."""
    above = [
        word for word, item in itertools.pairwise(words)
        if item.text[0] in MARKS and word.text[0] not in MARKS and 1 < len(word.text) <= _SHORT
        and not (word.prose or word.code) and LETTER.match(word.text)
    ]  # fmt: skip
    often = Counter(word.text for word in above)
    for word in above:
        word.label = word.label or often[word.text] > 1


def leads(words: list[Word], place: int) -> bool:
    """Tell an arrow from a value, whatever stands behind it, to another: 12 人（R4） → 20 人."""
    at = place if words[place].text in _ARROWS else place - 1
    if words[at].text not in _ARROWS:
        return False
    to = words[at + 1].folded if at + 1 < len(words) else ""
    since = "".join(word.folded for word in words[max(0, at - 2) : at])
    return to[:1].isdecimal() and any(map(str.isdecimal, since))


#: What leads from the first year of a period to its last.
_THROUGH = frozenset("-－−–―ー~〜～")
_YEAR = re.compile(r"(?:(?:平成|令和|昭和).{1,4}|20\d\d(?:\(.{3,8}\))?)年")


def is_through(words: list[Word], place: int) -> bool:
    """Tell what leads from a year to another: 令和5年度 － 令和9年度."""
    if words[place].text not in _THROUGH or not 0 < place < len(words) - 1:
        return False
    return all(_YEAR.match(words[one].folded) for one in (place - 1, place + 1))
