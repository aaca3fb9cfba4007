"""Numbers that Word prints before paragraphs and does not keep in their text.

``第%1章`` over ``%1-%2`` of ``word/numbering.xml``, ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from plangraph.reading.formats._word import W, value

#: Lists without numbers, and the mark that stands for theirs.
BULLET = "・"
_KANJI = "〇一二三四五六七八九"
_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_DEEPEST = 9


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    space: str = " "


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, number: str, depth: int) -> str:
        """Return what stands before the next paragraph of a list, with the space after it."""
        name = self.lists.get(number)
        levels = self.levels.get(name or "", {})
        level = levels.get(depth)
        if name is None or level is None or number == "0":
            return ""
        if level.form == "bullet":
            return BULLET
        counts = self.counts[name]
        again = self.starts.pop((number, depth), None)
        counts[depth] = counts.get(depth, level.start - 1) + 1 if again is None else again
        for below in [one for one in counts if one > depth]:
            del counts[below]
        if level.form == "none":
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            one = levels.get(place, level)
            return numeral(counts.get(place, one.start), one.form)

        text = re.sub(r"%(\d)", shown, level.text)
        return text + level.space if text else ""


def read(root: Any) -> Numbering:
    """Read ``word/numbering.xml``."""
    found = Numbering()
    for one in root.findall(f"{W}abstractNum"):
        levels = found.levels.setdefault(one.get(f"{W}abstractNumId", ""), {})
        for level in one.findall(f"{W}lvl"):
            depth = _int(level.get(f"{W}ilvl"), 0)
            if depth < _DEEPEST:
                levels[depth] = _Level(
                    _int(value(level, "start"), 1),
                    value(level, "numFmt") or "decimal",
                    value(level, "lvlText") or "",
                    "" if value(level, "suff") == "nothing" else " ",
                )
    for one in root.findall(f"{W}num"):
        number = one.get(f"{W}numId", "")
        found.lists[number] = value(one, "abstractNumId") or ""
        for override in one.findall(f"{W}lvlOverride"):
            if start := value(override, "startOverride"):
                found.starts[number, _int(override.get(f"{W}ilvl"), 0)] = _int(start, 1)
    return found


def numeral(number: int, form: str) -> str:
    """Write a number in one of Word's forms; unknown ones in digits.

    >>> [numeral(12, form) for form in ("decimal", "upperRoman", "decimalEnclosedCircle")]
    ['12', 'XII', '⑫']
    >>> numeral(23, "japaneseCounting"), numeral(3, "aiueoFullWidth")
    ('二十三', 'ウ')
    """
    if "Roman" in form:
        return _roman(number).lower() if form.startswith("lower") else _roman(number)
    if "Letter" in form:
        letter = chr(ord("A") + (number - 1) % 26)
        return letter.lower() if form.startswith("lower") else letter
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x245F + number)
    if form.startswith("aiueo"):
        return _KANA[(number - 1) % len(_KANA)]
    if form.startswith("iroha"):
        return _IROHA[(number - 1) % len(_IROHA)]
    if "Counting" in form and 0 < number < 100:
        tens, ones = divmod(number, 10)
        ten = ("" if tens == 1 else _KANJI[tens]) + "十" if tens else ""
        return ten + (_KANJI[ones] if ones else "")
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
             (4, "IV"), (1, "I"))  # fmt: skip
    text = ""
    for size, sign in signs:
        count, number = divmod(number, size)
        text += sign * min(count, 40)
    return text


def _int(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else default
