"""Numbers as codes print them: 3, ③, Ⅳ, 十二, IV, b."""

from __future__ import annotations

import re

KANJI = "一二三四五六七八九十"
#: ① … ㊿ and their numbers.
CIRCLED = {
    chr(first + place): number + place
    for first, number, count in ((0x2460, 1, 20), (0x3251, 21, 15), (0x32B1, 36, 15))
    for place in range(count)
}
#: Numbers as English spells them.
SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "eight": 8, "nine": 9, "ten": 10}  # fmt: skip

#: Two levels written as one number, and what counts below: 3101, 3101-1; no year.
LONG = re.compile(r"(?!1[89]|20)([1-9]\d)(\d\d)(?:\s?-\s?(\d{1,2}))?(?=[\s:「]|$)")


def value(text: str) -> int:
    """Return the number that a digit, numeral or letter of a code stands for.

    >>> value("③"), value("Ⅳ"), value("十二"), value("b")
    (3, 4, 12, 2)
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if text in CIRCLED:
        return CIRCLED[text]
    if "Ⅰ" <= text <= "Ⅻ":
        return ord(text) - 0x215F
    if text.isascii() and text.isalpha():
        return ord(text.upper()) - 64
    if text in "アイウエオカキクケコ":
        return "アイウエオカキクケコ".index(text) + 1
    tens, _, ones = text.rpartition("十")
    if "十" in text:
        return (KANJI.find(tens) + 1 if tens else 1) * 10 + (KANJI.find(ones) + 1 if ones else 0)
    return KANJI.find(text[0]) + 1


_PARTS = re.compile(r"\(\d+\)|\d+|[①-⑳]|[Ⅰ-Ⅻ]|[A-Za-z]")


def chained(chain: str) -> tuple[str, tuple[int, ...]]:
    """Return the dress of numbers that signs part, and the numbers.

    >>> chained("2-214"), chained("1-1-(1)"), chained("010203")
    (('N-N', (2, 214)), ('N-N-(N)', (1, 1, 1)), ('N-N-N', (1, 2, 3)))
    """
    if chain.isascii() and chain.isdigit():
        pairs = re.findall("..", chain) if len(chain) > 4 else [chain]  # 施策010203
        return "-".join("N" * len(pairs)), tuple(map(int, pairs))
    parts = _PARTS.findall(chain)
    shapes = []
    for part in parts:
        if part.isdigit() and part.isascii():
            shapes.append("N")
        elif part[0] == "(":
            shapes.append("(N)")
        else:
            shapes.append("①" if "①" <= part <= "⑳" else "R" if part >= "Ⅰ" else "A")
    return "-".join(shapes), tuple(value(part.strip("()")) for part in parts)


def positional(text: str) -> int:
    """Return the number that kanji print, with or without 十: pages of a contents page.

    >>> positional("十一"), positional("二三"), positional("一〇五")
    (11, 23, 105)
    """
    if "十" in text:
        return value(text)
    return int("".join(str(KANJI.find(letter) + 1) for letter in text))


def from_roman(text: str) -> int:
    """Return the number that a Roman numeral stands for.

    >>> from_roman("XIV"), from_roman("Ⅶ")
    (14, 7)
    """
    if len(text) == 1 and "Ⅰ" <= text <= "Ⅻ":
        return ord(text) - 0x215F
    values = {"I": 1, "V": 5, "X": 10}
    total = 0
    for here, following in zip(text, [*text[1:], "I"], strict=True):
        one = values.get(here, 0)
        total += -one if one < values.get(following, 0) and following != "I" else one
    return total
