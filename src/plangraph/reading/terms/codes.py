"""Codes of headings (番号): 第1章, 基本目標Ⅰ, 施策2-214, 1-1-(1), ①, Goal 4.1 …

A grammar, not a list: a code is a role word with a number, a numbered division, or a
number in one of the usual dresses. ``shape`` is the dress (``N-N``, ``(N)``, ``①``,
``R``), so that the codes of one family share ``(word, shape)``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from plangraph.reading.terms import english_codes
from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.counters import is_english_amount, is_quantity
from plangraph.reading.terms.numerals import CIRCLED, KANJI, LONG, chained, from_roman, value

#: One-to-one, so that a place in the folded text is the same place in the printed one.
_NARROW = {
    **{0xFF01 + i: chr(0x21 + i) for i in range(94)},
    **dict.fromkeys(map(ord, "‐–—―−─━﹣‑"), "-"),
    **dict.fromkeys(map(ord, "　\xa0\u2002\u2003\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "∼∾"), "~"),
    **dict.fromkeys(map(ord, "〈《≪＜"), "<"),
    **dict.fromkeys(map(ord, "〉》≫＞"), ">"),
    **{ord(c): chr(0x2460 + i) for i, c in enumerate("❶❷❸❹❺❻❼❽❾❿")},
    **{ord(c): chr(0x2460 + i) for i, c in enumerate("⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾")},
    **{ord(c): chr(0x2460 + i) for i, c in enumerate("➀➁➂➃➄➅➆➇➈➉")},
    **{ord(c): chr(0x2460 + i) for i, c in enumerate("➊➋➌➍➎➏➐➑➒➓")},
    **{ord(c): chr(0x2160 + i) for i, c in enumerate("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ")},
}

MARKS = "●○◆◇■□▶▷►▸★☆◎・◼◾▪▫•‣➢➤✓✔※〇◯▼▽▲△⚫⚪❖⬛⬤＊*"
_BULLETS = frozenset(MARKS + "-–")
#: Marks of items in English plans.
_POINTERS = frozenset("→➔➜➙➞⇒›»❏❑☐✦✧")
#: Signs that are printed for the usual one of their form.
_ALIKE = dict(zip("〇◯⚪⚫⬤⬛◼◾", "○○○●●■■■", strict=True))
#: Begins a note; a number after it counts notes, no headings.
NOTE = "※"
OPEN, _CLOSE = "【[<「『〔(〖", "】]>」』〕)〗"
_ROMAN = re.compile(r"[Ⅰ-Ⅻ]|(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X))(?![A-Za-z])")
_CHAIN = re.compile(
    r"(?:0\d(?:\d\d){1,3}(?!\d)|\d{1,3}|[Ⅰ-Ⅻ]|[A-Z](?=\s?[-.]\s?\d)|[①-⑳](?=-[\d(①-⑳]))"
    r"(?:\s?[-ー.・_]\s?(?:\d{1,4}(?!\d)|\(\d{1,2}\)|[①-⑳])|の\d{1,2}(?=[\s:]))*(?:[-ー.・_][A-Za-z](?![A-Za-z]))?"
    r"(?:\(\d{1,2}\)|[①-⑳]|[a-fh-k](?![a-z]))?"
)
_SPACED = re.compile(r"\d(?: ?\d){0,2}(?: ?[-ー] ?\d(?: ?\d){0,3})*(?=[\s|]|$)")
_DIVISION = re.compile(
    rf"第\s?(\d{{1,2}}|[Ⅰ-Ⅻ]|[{KANJI}]{{1,3}})\s?(編|部|章|節|項|款|篇|の柱)"
    rf"(?:\s?[(【<]({'|'.join(CODE_WORDS)})[)】>](?=\s?\S))?"  # 第1節（政策）
)
#: What stands in a division, counted: 第3章-1.
_WITHIN = re.compile(r"\s?-\s?(\d{1,2})(?=[\s:.「]|$|[一-龥ぁ-んァ-ヶ])(?![編部章節項年月日])")
#: 第1 産業の振興: a division without a name.
_BARE_DIVISION = re.compile(rf"第\s?(\d{{1,2}}|[{KANJI}]{{1,3}})(?=\s[^\d\s次期回]|$)")
_SHORT_DIVISION = re.compile(r"(\d{1,2}|[Ⅰ-Ⅻ])\s?(章|節|編)(?=[\s:]|[一-龥ァ-ヶ]|$)")
_RUNNING = (*"をはがのにでともへやか、。，）)」』％%", "から", "まで", "より", "及び", "など")
#: Words that begin as particles do.
_KANA_WORDS = (
    "がん", "はじ", "はぐ", "はたら", "はつらつ", "にぎ", "にこにこ", "ともに", "とも育", "とき",
    "やさし", "やすら", "やりがい", "やる気", "もの", "もり", "もてなし", "かがや", "かけがえ",
    "のび", "のどか", "でかけ")  # fmt: skip
#: What goes on after a number in brackets: 目標(1)を, but 目標(1)やめる.
_PARTICLES = ("を", "は", "の", "に", "、", "。")
#: A sentence that begins with a word, its number and a particle names no heading: 施策2の.
_MENTION = re.compile(
    rf"(?![第{KANJI}])[一-龥ぁ-んァ-ヶー]{{1,16}}+[0-9]{{1,3}}(?!の\d{{1,2}}[\s:]|{'|'.join(_KANA_WORDS)})"
    rf"(?:{'|'.join(re.escape(word) for word in _RUNNING if word != '、')})"
)
_AFTER = re.compile(
    r"\s*[:：.．、…‥︙=＝]*\s*(?:[-~〜](?=[\s「『]|$)|[◇◆■●](?=\s?\w)|□(?=\s\w))?\s*"
)
_LETTERED = re.compile(r"[A-Z](\d{1,2}(?:\.\d{1,2})+)(?=\.?[\s:])")
#: The lower of two codes printed as one: 政策1-施策2.
_BELOW = re.compile(r"\s?[-ー_・/]\s?([一-龥]{2,4})\s?(\d{1,2})(?=[\s:：「]|$)")
#: A running number of entries: No.1, NO. 12, №3.
_NUMBERED = re.compile(r"(?:N[oO]\.?\s?|№\s?)(\d{1,3})(?=[\s:：]|$)")
#: A date of an era, no code: H30.10.3.
_ERA_DATE = re.compile(r"[MTSHR]\s?\d{1,2}\s?[./]\s?\d{1,2}|[MTSHR]\d{1,2}\s?年")
#: E1-1, EP-01: initials of a field and numbers.
_INITIALLED = re.compile(r"[A-Z]\d{1,2}(?:-\d{1,2})+(?=[\s:：]|$)|[A-Z]{2,3}-?\d{1,2}(?=:)")
#: Letters alone: A. b) C (before Japanese) ア.
_INITIAL = re.compile(r"[A-Z][.)]\s|[A-Z]\s?-\s?\d|[A-Z]\.\d")
_LOWER = re.compile(r"[a-h][.)]\s+\S")
_LOWER_ROMAN = re.compile(r"(i{1,3}|iv|vi{0,3}|ix|x)[.)](?=\s+\S)")
_CAPITAL = re.compile(r"[A-Z]\s(?=[^\x00-\x7f])")
_KANA = re.compile(r"[アイウエオカキクケコ](?:[.、)]|\s{1,2}(?=\S)|$)")
_WORDED_KANJI = re.compile(rf"([一-龥ァ-ヶー]{{2,8}})\s?([{KANJI}])(?=[\s:「]|$)")
_LETTER_NUMBER = re.compile(r"([A-Z])(\d{1,2})(?=[\s:：「]|$)")
#: A word that only ends in a role word has no higher numbers: 下水道事業 61 is a page.
_MOST = 40
_NUMERIC_START = frozenset("0123456789(ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX第" + KANJI)
_STARTS = re.compile(r"[0-9①-⑳㉑-㉟㊱-㊿Ⅰ-ⅫA-Z。、（()「」【\[<]")
_SUPERSCRIPT = {c: i for i, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}


class Code(NamedTuple):
    """A code: its role word (or ""), the dress of its number, and the numbers in it."""

    word: str
    shape: str
    numbers: tuple[int, ...]
    printed: str
    #: True where something (a space, a colon, a bracket) parts code and title.
    parted: bool = True

    @property
    def family(self) -> tuple[str, str]:
        """What the codes of one family have in common."""
        return self.word, self.shape

    @property
    def following(self) -> tuple[int, ...]:
        """The numbers of the code whose turn is next: 1-2 → 1-3."""
        return (*self.numbers[:-1], self.numbers[-1] + 1)


_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _NARROW)))}]")


@lru_cache(maxsize=60_000)
def narrow(text: str) -> str:
    """Fold widths, dashes and circled digits, one character for one (found, as they are few)."""
    return text if text.isascii() else _FOLDED.sub(lambda found: _NARROW[ord(found[0])], text)


@lru_cache(maxsize=20_000)
def parse(text: str) -> tuple[str, Code | None, int]:
    """Split the start of ``text`` (narrowed) into mark, code and the place of the rest.

    >>> parse("施策2-214 障害者の支援")[1].printed
    '施策2-214'
    """
    start = len(text) - len(text.lstrip())
    mark = ""
    while start < len(text) and _is_mark(text, start):
        mark = _ALIKE.get(text[start], text[start])
        start += 1
        while start < len(text) and text[start] == " ":
            start += 1
    if mark == NOTE or (mark == "*" and text[start : start + 1].isdecimal() and "* " not in text):
        return NOTE, None, start
    code, end = _code(text, start)
    return mark, code, end if code else start


def _is_mark(text: str, start: int) -> bool:
    """Tell the mark of an item: - 見守り, -見守り, → Plant trees, but not -見守りの輪- nor -5."""
    if text[start] in _POINTERS:  # in Japanese an arrow leads on from the line before
        return text[start + 1 : start + 3].isascii() and text[start + 2 : start + 3].isalpha()
    if text[start] != "-":
        return text[start] in _BULLETS
    after = text[start + 1 : start + 2]
    return after in (" ", "・", "") or ("ぁ" <= after <= "龥" and text.rstrip()[-1:] != "-")


def _code(text: str, start: int) -> tuple[Code | None, int]:
    if start >= len(text):
        return None, start
    first = text[start]
    if first in OPEN:
        closing = text.find(_CLOSE[OPEN.index(first)], start, start + 24)
        if closing > 0:
            inner, end = _plain(text, start + 1, closing)
            if inner and end == closing:
                return _finish(text, inner, start, closing + 1, True)
            if inner and inner.word and first in "【[<〔" and text[closing + 1 :].strip() == "":
                return _finish(text, inner, start + 1, end, True)
    if _MENTION.match(text, start):
        return None, start
    found, end = _plain(text, start, len(text))
    if found is None:
        return None, start
    code, after = _finish(text, found, start, end, False)
    bare = code is not None and not code.word and first.isdecimal()
    return _code(text, after) if bare and english_codes.numbered(text, after) else (code, after)


def _finish(text: str, code: Code, start: int, end: int, closed: bool) -> tuple[Code | None, int]:
    """Take the separator after a code; refuse what only looks like one."""
    rest = _AFTER.match(text, end)
    after = rest.end() if rest else end
    parted = closed or after > end or after >= len(text)
    if not parted and text[end] in "「『<【(":
        parted = bool(code.word) or text[end] in "「『"
    parted = parted or (bool(code.word) and text[end - 1] in ")]】>")
    if not parted and _runs_on(text, end):
        return None, start
    if not closed and is_quantity(text, end, word=code.word, shape=code.shape):
        return None, start
    if not (closed or code.word) and is_english_amount(text, end, code.shape):
        return None, start
    printed = text[start:end]
    return code._replace(printed=printed, parted=parted), after


def _runs_on(text: str, end: int) -> bool:
    """Tell that a sentence goes on after a number: 施策2は, but not 施策2がん対策."""
    return text.startswith(_RUNNING, end) and not text.startswith(_KANA_WORDS, end)


def _plain(text: str, start: int, stop: int) -> tuple[Code | None, int]:
    first = text[start]
    if first in _NUMERIC_START or first in CIRCLED:
        found = _number(text, start, stop)
        if found[0]:
            return found
    if first == "№" or (first.isascii() and first.isalpha()):
        if first in "N№" and (numbered := _NUMBERED.match(text, start, stop)):
            return Code("No", "N", (int(numbered[1]),), ""), numbered.end()
        if first in "ivx" and (counted := _LOWER_ROMAN.match(text, start, stop)):
            return Code("", "i", (from_roman(counted[1].upper()),), ""), counted.end()
        if text[start + 1 : start + 2].islower():  # a word
            return _english(text, start, stop)
        if _ERA_DATE.match(text, start, stop):
            return None, start
        if chaptered := english_codes.chaptered(text, start, stop):
            word, number, end = chaptered
            return _from_chain(word, number), end
        if initialled := _INITIALLED.match(text, start, stop):
            numbers = (ord(first) - 64, *map(int, re.findall(r"\d+", initialled[0])))
            return Code("", "A" + "-N" * (len(numbers) - 1), numbers, ""), initialled.end()
        if lettered := _LETTERED.match(text, start, stop):
            numbers = (ord(first) - 64, *map(int, lettered[1].split(".")))
            return Code("", "A" + "-N" * (len(numbers) - 1), numbers, ""), lettered.end()
        if (english := _english(text, start, stop))[0]:
            return english
        if _INITIAL.match(text, start, stop):
            chain = _CHAIN.match(text, start, stop)
            if chain and len(chain[0]) > 1:
                return _from_chain("", chain[0]), chain.end()
            return Code("", "A", (ord(first) - 64,), ""), start + 2
        if _LOWER.match(text, start, stop):
            return Code("", "a", (ord(first) - 96,), ""), start + 2
        if _CAPITAL.match(text, start, stop):
            return Code("", "A", (ord(first) - 64,), ""), start + 1
        return None, start
    if "ア" <= first <= "コ" and _KANA.match(text, start, stop):
        end = start + (2 if text[start + 1 : start + 2] == ")" else 1)
        return Code("", "ア", ("アイウエオカキクケコ".find(first) + 1,), ""), end
    if first in _SUPERSCRIPT:
        return Code("", "①", (_SUPERSCRIPT[first],), ""), start + 1
    return _worded(text, start, stop)


def _worded(text: str, start: int, stop: int) -> tuple[Code | None, int]:
    """A role word and its number: the word must end where the number starts."""
    limit = min(stop, start + 22)
    found = _STARTS.search(text, start, limit)
    place = found.start() if found else limit
    if found and text[place] in "。、（()「」【[<":
        if text[place] in "([【<" and text[start:place].rstrip().endswith(CODE_WORDS):
            inner = re.match(r"[(\[【<](\d{1,2})[)\]】>]", text[place:stop])
            if inner and text[place + inner.end() :][:1] not in _PARTICLES:
                word = text[start:place].rstrip()
                return Code(word, "(N)", (int(inner[1]),), ""), place + inner.end()
        return None, start
    if place >= limit:
        return _worded_kanji(text, start, stop)
    word = text[start:place].rstrip(" \t-・.:「[(")
    word = word.removesuffix("その").rstrip().removesuffix("名")  # 施策名 2-3
    if not word.endswith(CODE_WORDS) or len(word) > 16:
        return None, start
    if text[place].isalpha() and text[place].isascii():
        if roman := _ROMAN.match(text, place, stop):
            return Code(word, "R", (from_roman(roman[0]),), ""), roman.end()
        if initial := _LETTER_NUMBER.match(text, place, stop):
            numbers = (ord(initial[1]) - 64, int(initial[2]))
            return Code(word, "A-N", numbers, ""), initial.end()
        chain = _CHAIN.match(text, place, stop)
        if chain and len(chain[0]) > 1:
            return _from_chain(word, chain[0]), chain.end()
        if (text[place].isupper() and not text[place + 1 : place + 2].isascii()) or re.match(
            r"[A-Z](?:[\s:.]|$)", text[place:stop]
        ):
            return Code(word, "A", (ord(text[place]) - 64,), ""), place + 1
        return None, start
    if text[place] in CIRCLED:
        return _ringed(word, text, place, stop)
    if long := LONG.match(text, place, stop):
        return _from_chain(word, "-".join(filter(None, long.groups()))), long.end()
    spaced = _SPACED.match(text, place, stop)
    if spaced and " " in spaced[0]:
        return _from_chain(word, spaced[0].replace(" ", "")), spaced.end()
    chain = _CHAIN.match(text, place, stop)
    if chain is None:
        return None, start
    found_code = _from_chain(word, chain[0])
    if text[chain.end() : chain.end() + 1].isdigit():
        return None, start
    if found_code.numbers[0] > _MOST and word not in CODE_WORDS:
        return None, start
    below = _BELOW.match(text, chain.end(), stop)
    if below and below[1].endswith(CODE_WORDS) and word.endswith(CODE_WORDS):
        shape = f"{found_code.shape}-N"
        return Code(below[1], shape, (*found_code.numbers, int(below[2])), ""), below.end()
    return found_code, chain.end()


def _worded_kanji(text: str, start: int, stop: int) -> tuple[Code | None, int]:
    found = _WORDED_KANJI.match(text, start, stop)
    if found and found[1].endswith(CODE_WORDS):
        return Code(found[1], "K", (KANJI.index(found[2]) + 1,), ""), found.end()
    return None, start


def _number(text: str, start: int, stop: int) -> tuple[Code | None, int]:
    """Numbers without a role word."""
    first = text[start]
    if first == "第":
        division = _DIVISION.match(text, start, stop)
        if division is None:
            bare = _BARE_DIVISION.match(text, start, stop)
            return (Code("", "第N", (value(bare[1]),), ""), bare.end()) if bare else (None, start)
        numbers, end = (value(division[1]),), division.end()
        if inner := _WITHIN.match(text, end, stop):
            return Code("", f"第N{division[2]}-N", (*numbers, int(inner[1])), ""), inner.end()
        return Code(division[3] or "", f"第N{division[2]}", numbers, ""), end
    if first.isdecimal() and (long := LONG.match(text, start, stop)) and long[3]:
        return _from_chain("", "-".join(long.groups())), long.end()
    if first in CIRCLED:
        return _ringed("", text, start, stop)
    if first == "(":
        chained = re.match(r"\(\s?(\d{1,2}(?:-\d{1,2}){1,2})\s?\)", text[start:stop])
        if chained:
            parts = tuple(map(int, chained[1].split("-")))
            return Code("", f"({'-'.join('N' * len(parts))})", parts, ""), start + chained.end()
        inner = re.match(rf"\(\s?(\d{{1,2}}|[{KANJI}]|[ア-コ]|[A-Za-z])\s?\)", text[start:stop])
        if inner is None:
            return None, start
        shape = "(N)" if inner[1].isdigit() else "(K)" if inner[1] in KANJI else "(ア)"
        if inner[1].isascii() and shape == "(ア)" and text[start + inner.end() :][1:2].isascii():
            shape = "(a)"
        return Code("", shape, (value(inner[1]),), ""), start + inner.end()
    if first in KANJI:
        kanji = re.match(rf"[{KANJI}]{{1,3}}(?=[\s、.．])", text[start:stop])
        if kanji is None:
            return None, start
        return Code("", "K", (value(kanji[0]),), ""), start + kanji.end()
    if short := _SHORT_DIVISION.match(text, start, stop):
        return Code("", f"第N{short[2]}", (value(short[1]),), ""), short.end()
    if first.isdigit():
        chain = _CHAIN.match(text, start, stop)
        if chain is None or re.match(r"\d|\.\d|,\d{3}", text[chain.end() : chain.end() + 4]):
            return None, start
        end = chain.end()
        if re.fullmatch(r"\d+\.(?:\d\d[a-z]|0)", chain[0]):
            if chain[0].endswith(".0") and _SECTION.match(text, end):
                return _from_chain("", chain[0][:-2]), end
            return None, start
        if chain[0].isdigit() and _NO_CODE.match(text, end):
            return None, start
        code = _from_chain("", chain[0])
        if text[end : end + 1] == ")" or (text[end : end + 1] == "]" and not start):
            return code._replace(shape="N)" if code.shape == "N" else code.shape), end + 1
        return code, end
    if roman := _ROMAN.match(text, start, stop):
        if roman[0].isascii() and not re.match(r"[\s.\-:、)]", text[roman.end() : roman.end() + 1]):
            return None, start
        chain = _CHAIN.match(text, start, stop)
        if chain and chain.end() > roman.end():
            return _from_chain("", chain[0]), chain.end()
        return Code("", "R", (from_roman(roman[0]),), ""), roman.end()
    return None, start


#: A letter that belongs to its number, or the number that it leads to: 5Gの整備, 3～4か月児.
_NO_CODE = re.compile(r"[A-Z](?=[ぁ-龥])|[~〜]\d")
#: Behind the number of a section, 5.0 HOUSING, but not of an amount.
_SECTION = re.compile(r"\s{1,8}[A-Z][A-Za-z]{3,}(?:\s|$)")


def _from_chain(word: str, chain: str) -> Code:
    """Read ``2-214`` or ``1-1-(1)`` into shape and numbers."""
    return Code(word, *chained(chain), "")


def _ringed(word: str, text: str, place: int, stop: int) -> tuple[Code, int]:
    """Read a number in a ring, and what is counted below it: ①, ①-1, ①-(1)."""
    chain = _CHAIN.match(text, place, stop)
    code = _from_chain(word, chain[0]) if chain else Code(word, "①", (CIRCLED[text[place]],), "")
    return code, chain.end() if chain else place + 1


def _english(text: str, start: int, stop: int) -> tuple[Code | None, int]:
    """Read a role word and its number in English: Goal One, ACTION 1.2a, Policy LU-3."""
    found = english_codes.worded(text, start, stop)
    if found is None:
        divided = english_codes.division(text, start, stop) if text[start] in "CcPpSs" else None
        return (Code("", divided[0], divided[1:2], ""), divided[2]) if divided else (None, start)
    word, shape, numbers, end = found
    return Code(word, shape, numbers, ""), end
