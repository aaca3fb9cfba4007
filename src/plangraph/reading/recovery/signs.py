"""Signs of which a font kept no letter (記号・外字): marks and numbers, told by where they stand.

Fonts of signs leave the letter that draws the sign (``n`` for ■, U+F06E), other fonts the number
of the sign in the font (``(cid:843)``) or a letter of private use. The first kind is known by its
table. Of the second, each sign is the same throughout a document: signs before titles that count
on are circled numbers, others are marks; a sign behind a word of codes, in brackets or in a chain
is a number, and the first of its place is 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache

from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import MARKS
from plangraph.reading.terms.codewords import CODE_WORDS
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

#: What the letters of the usual fonts of signs draw (Wingdings, and • of Symbol).
_DRAWN = {
    "l": "●", "m": "○", "n": "■", "o": "□", "p": "□", "q": "□", "r": "□", "s": "◆", "t": "◆",
    "u": "◆", "v": "❖", "w": "◆", "¡": "○", "§": "▪", "¨": "□", "Ø": "➢", "Ü": "➢", "à": "→",
    "è": "→", "ð": "→", "ó": "→", "ü": "✓", "þ": "✓", "·": "•", "x": "✓", "R": "✓",
    **{chr(0x80 + number): chr(0x245F + number) for number in range(1, 11)},
    **{chr(0x8B + number): chr(0x245F + number) for number in range(1, 11)},
}  # fmt: skip
_SIGN_FONT = {0xF000 + ord(letter): sign for letter, sign in _DRAWN.items()}
_JAPANESE = "一-龥々ぁ-んァ-ヶ「『（"
#: A letter of such a font where a mark stands; some of them begin lines of text as well.
_LETTER = re.compile(rf"\s*(?P<letter>[lmnopqruvw§¨ØÜüþ])\s{{0,3}}(?=[{_JAPANESE}])")
_LETTERS = frozenset("lmnopqruvw§¨ØÜüþ")
_OFTEN = 3
#: A sign that a font counts.
_SIGN = r"(?:\(cid:\d{1,5}\)|[\ue000-\uf8ff])"
_ANY, _PRIVATE = re.compile(_SIGN), re.compile("[\ue000-\uf8ff]")
_BEFORE = re.compile(rf"\s*(?P<sign>{_SIGN})\s{{0,3}}(?=[{_JAPANESE}A-Z])(?!章|節|編)")
_CODED = re.compile(
    rf"\s*[【〔《<\[（(]?\s*(?P<word>[一-龥ァ-ヶー]{{0,10}})\s*[（(]?"
    rf"(?P<chain>{_SIGN}+(?:\s?[-－−‐ー・.．]\s?{_SIGN}+)*)"
)
_LINKS = re.compile(r"(\s?[-－−‐ー・.．]\s?)")
_PARTED = " 　】）)〕》>:：.．章節編-"
#: What numbers look like that no sign is left of: 基本目標□, 施策?, 【基本目標〓】.
_STANDS_FOR_NUMBERS = "□?？"
_BLANK = re.compile(
    r"(?P<head>\s*[【〔《<\[]?\s*(?P<word>[一-龥]{2,8})[\s　（(]?)[□?？](?=[\s　】〕》>\])）:：-])"
)
#: A mark of which only the sign of lost letters is left.
_GONE_SIGNS = frozenset("\ufffd〓?？")
_GONE = re.compile(
    rf"\s{{0,3}}(?P<sign>\ufffd{{1,6}}|〓|[?？])\s{{0,3}}(?=[{_JAPANESE}])(?![一-龥]{{1,7}}\s?[\ufffd〓])"
)
_LABEL, _ITEM = "■", "○"
#: A sign that begins line after line (small circles, ticks, flowers, wide dashes) is a mark too.
_UNKNOWN = re.compile(
    rf"\s*(?P<sign>\S)(?<!ー(?=[ァ-ヶー]))[\ufe0e\ufe0f]?\s{{0,3}}(?=[{_JAPANESE}A-Z])"
)
_SIGNS = frozenset(("So", "Sm", "Sk", "Pd"))
#: What frames a line or begins a second title; ㋐ and ㊤ count.
_NO_MARK = frozenset("©®™＝=～~〜<＜≪≫〓\ufffd|｜+＋¬–№℡")
#: What leads from a value to the next, but line after line below a title to what belongs to it.
_LEADS, _BESIDE = frozenset("→⇒➡⇨"), 0.8
_CIRCLED_KANA = range(0x3200, 0x3400)
#: Points that are nothing but marks, however few there are.
_POINTS = frozenset("◦∙⋅⦁⚬")
#: Marks for such signs: the first that begins no line of the document; in English the last.
_FREE = "・○◇▪•"
_HIGHEST = 20


def restore(rows: list[Row]) -> list[Row]:
    """Return the rows with the marks and numbers that their signs stand for."""
    text = "\n".join([row.text for row in rows])
    if any(sign in text for sign in _STANDS_FOR_NUMBERS):
        rows = _blanks(rows)
    heads = {row.text.lstrip()[:1] for row in rows}
    if not heads.isdisjoint(_GONE_SIGNS):
        rows = _lost(rows)
    if not (text.isascii() or heads.isdisjoint(_LETTERS)):
        rows = _letters(rows)
    if any(head > "~" and _may_mark(head) for head in heads):
        rows = _unknown(rows)
    if "(cid:" not in text and not _PRIVATE.search(text):
        return rows
    rows = [_with(row, row.text.translate(_SIGN_FONT)) for row in rows]
    return _marks(_numbers(rows))


def _with(row: Row, text: str) -> Row:
    return row if text == row.text else replace(row, text=text)


def _letters(rows: list[Row]) -> list[Row]:
    """Read the letters that stand where marks do: n 現状と課題, Ø 相談窓口の充実."""
    found = [
        (row, match) for row in rows
        if row.text.lstrip()[:1] in _LETTERS and (match := _LETTER.match(row.text))
    ]  # fmt: skip
    often = Counter(match["letter"] for _, match in found)
    mended = {
        id(row): replace(row, text=_DRAWN[match["letter"]] + row.text[match.end() :])
        for row, match in found
        if often[match["letter"]] >= _OFTEN
    }
    return [mended.get(id(row), row) for row in rows] if mended else rows


def _blanks(rows: list[Row]) -> list[Row]:
    """Write one sign for all that stands for a number behind a word of codes."""
    found: list[Row] = []
    for row in rows:
        text = row.text
        may = any(sign in text for sign in _STANDS_FOR_NUMBERS)
        if may and (blank := _BLANK.match(text)) and blank["word"].endswith(CODE_WORDS):
            row = replace(row, text=f"{blank['head']}〓{text[blank.end() :]}")
        found.append(row)
    return found


def _lost(rows: list[Row]) -> list[Row]:
    """Write marks where the sign of lost letters begins line after line."""
    found: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.text[:3].strip()[:1] in _GONE_SIGNS and (match := _GONE.match(row.text)):
            found[match["sign"][0]].append((place, match))
    mended = list(rows)
    for sign, members in found.items():
        often = sum(row.text.count(sign) for row in rows)
        if len(members) < _OFTEN or often > 2 * sum(len(one["sign"]) for _, one in members):
            continue
        for place, match in members:
            rest = rows[place].text[match.end() :]
            mended[place] = replace(rows[place], text=_mark(rest) + rest)
    return mended


def _unknown(rows: list[Row]) -> list[Row]:
    """Write a known mark for a sign that begins line after line and stands hardly elsewhere."""
    found: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    begun = set()
    for place, row in enumerate(rows):
        head = row.text.lstrip()[:1]
        begun.add(head)
        if head > "~" and _may_mark(head) and (match := _UNKNOWN.match(row.text)):
            found[head].append((place, match))
    mended = list(rows)
    for sign, members in found.items():
        often = sum(row.text.count(sign) for row in rows)
        if len(members) < (1 if sign in _POINTS else _OFTEN) or often > 2 * len(members):
            continue
        if sign in _LEADS and not _is_list(rows, [place for place, _ in members]):
            continue
        english = all(rows[place].text[match.end() :].isascii() for place, match in members)
        mark = next((one for one in _FREE[-english:] if one not in begun), _FREE[-english])
        begun.add(mark)
        for place, match in members:
            mended[place] = replace(rows[place], text=mark + rows[place].text[match.end() :])
    return mended


def _is_list(rows: list[Row], places: list[int]) -> bool:
    """Tell arrows that begin lines one below the other, none of which tells a value."""
    beside = sum(place + 1 in places or place - 1 in places for place in places)
    valued = any(any(map(str.isdigit, rows[place].text)) for place in places)
    return beside >= _BESIDE * len(places) and not valued


@lru_cache(maxsize=4096)
def _may_mark(sign: str) -> bool:
    """Tell a sign that no stage knows as a mark and that means nothing else."""
    if sign in MARKS or sign in _NO_MARK or ord(sign) in _CIRCLED_KANA:
        return False
    return sign == "ー" or unicodedata.category(sign) in _SIGNS


def _mark(rest: str) -> str:
    """Return the mark that stands for a lost one: labels and items have each their own."""
    return _ITEM if role_of(plain(rest)) is None else _LABEL


def _value(sign: str) -> int:
    return int(sign[5:-1]) if sign.startswith("(") else ord(sign)


def _numbers(rows: list[Row]) -> list[Row]:
    """Read signs within codes as the digits that they are, counted from the first of a place."""
    found: list[tuple[int, re.Match[str]]] = []
    first: dict[tuple[str, int], int] = {}
    values: dict[tuple[str, int], set[int]] = defaultdict(set)
    for place, row in enumerate(rows):
        coded = _CODED.match(row.text)
        if coded is None or not _is_number(row.text, coded):
            continue
        found.append((place, coded))
        for slot, sign in _slots(coded):
            base = first.setdefault((coded["word"], slot), _value(sign))
            values[coded["word"], slot].add(_value(sign) - base + 1)
    counted = {key for key, seen in values.items() if all(0 <= one <= _HIGHEST for one in seen)}
    mended = list(rows)
    for place, coded in found:
        if not all((coded["word"], slot) in counted for slot, _ in _slots(coded)):
            continue
        text = rows[place].text
        pieces = _LINKS.split(coded["chain"])
        for number in range(0, len(pieces), 2):
            base = first[coded["word"], number // 2] - 1
            pieces[number] = "".join(
                str(_value(one) - base) for one in _ANY.findall(pieces[number])
            )
        start, end = coded.span("chain")
        after = "" if text[end : end + 1] in _PARTED else " "
        mended[place] = _with(rows[place], text[:start] + "".join(pieces) + after + text[end:])
    return mended


def _slots(coded: re.Match[str]) -> list[tuple[int, str]]:
    """Return the signs of a code with the place in the chain where each stands."""
    parts = _LINKS.split(coded["chain"])[::2]
    return [(slot, sign) for slot, part in enumerate(parts) for sign in _ANY.findall(part)]


def _is_number(text: str, coded: re.Match[str]) -> bool:
    """Tell a sign that numbers something from a mark before a title."""
    if coded["word"]:
        return coded["word"].endswith(CODE_WORDS) or coded["word"] == "第"
    start, end = coded.span("chain")
    chained = len(_ANY.findall(coded["chain"])) > 1
    enclosed = text[start - 1 : start] in "（(" and start > 0 and text[end : end + 1] in "）)"
    return chained or enclosed or text[end : end + 1] in tuple(".．")


def _marks(rows: list[Row]) -> list[Row]:
    """Read signs before titles: numbers in circles where they count on, else marks.

    What stands within words more often than before them is a letter that begins a line by chance.
    """
    often = Counter(sign for row in rows for sign in _ANY.findall(row.text))
    heads = [(place, match) for place, row in enumerate(rows) if (match := _BEFORE.match(row.text))]
    first = Counter(match["sign"] for _, match in heads)
    found = [one for one in heads if often[one[1]["sign"]] <= 2 * first[one[1]["sign"]]]
    order = [_value(match["sign"]) for _, match in found]
    numbers = _counting(order)
    labels: dict[str, list[bool]] = defaultdict(list)
    for place, match in found:
        named = role_of(plain(rows[place].text[match.end() :])) is not None
        labels[match["sign"]].append(named)
    mended = list(rows)
    for place, match in found:
        value = _value(match["sign"])
        told = labels[match["sign"]]
        mark = _LABEL if 2 * sum(told) > len(told) else _ITEM
        sign = chr(0x245F + numbers[value]) if value in numbers else mark
        mended[place] = _with(rows[place], sign + rows[place].text[match.end() :])
    return mended


def _counting(order: list[int]) -> dict[int, int]:
    """Return the numbers of signs that count: every list goes on by one from the first."""
    numbers: dict[int, int] = {}
    for base in sorted(set(order)):
        if base in numbers or base + 1 not in order:
            continue
        end = base
        while end + 1 in order:
            end += 1
        last, right = base - 1, True
        for value in (one for one in order if base <= one <= end):
            right = right and value in (base, last + 1)
            last = value
        if right and end - base < _HIGHEST:
            numbers.update({value: value - base + 1 for value in range(base, end + 1)})
    return numbers
