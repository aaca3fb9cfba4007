"""Small values of a plan file: line numbers, and quantities as printed."""

from __future__ import annotations

import math
import re

from plangraph.fiscal import NO_VALUE, fold

#: What the name of a plan, a version or an element may be, so that it can stand in an address.
NAME = re.compile(r"[\w.~-]+")


class Lines:
    """Line numbers of a document, 1-based and inclusive: ``75`` or ``289-291``."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int | None = None) -> None:
        self.start, self.end = start, end if end is not None else start
        if not 1 <= self.start <= self.end:
            raise ValueError(f"no line numbers: {start}-{end}")

    @classmethod
    def parse(cls, value: int | str) -> Lines:
        """Read ``75`` or ``"289-291"``; raises ValueError."""
        match = re.fullmatch(r"(\d+)(?:\s*-\s*(\d+))?", str(value).strip())
        if not match:
            raise ValueError(f"no line numbers: {value}")
        return cls(int(match[1]), int(match[2]) if match[2] else None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lines) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end}"

    def __repr__(self) -> str:
        return f"Lines.parse({str(self)!r})"


#: The steps in which long numbers are written: 3万2千, 1億1,500万.
_SMALL = {"百": 1e2, "千": 1e3}
_LARGE = {"万": 1e4, "億": 1e8, "兆": 1e12}
STEPS = "[百千万億兆]"
#: A number written with a step between its digits, as printed (with commas and spaces).
MIXED = re.compile(rf"\d[\d,.]*(?:\s?{STEPS}+\s?\d[\d,.]*)+(?:\s?{STEPS}+)?")
_DIGITS = r"\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<sign>[-−△▲]?)(?P<number>{_DIGITS}(?:{STEPS}+{_DIGITS})*)(?P<steps>{STEPS}*)(?P<unit>.*)"
)
_PLAIN = re.compile(rf"(?P<sign>[-−△▲]?)(?P<number>{_DIGITS})(?P<steps>{STEPS}*)(?P<unit>.*)")
_UNIT = re.compile(rf"(?P<steps>{STEPS}*)(?P<of>.*)")
#: In how many years, or for how many, before the number itself: 5年間で250件, 1人当たり30冊.
TERM = re.compile(r"(?:\d{1,2}[かカヵヶ]?年間?で|1[人日]当?たり)\s?(?=\D{0,4}\d)")


def _amount(written: str) -> float | None:
    """Return what digits and steps come to; None unless each step is smaller than the last."""
    total = section = number = 0.0
    small = large = math.inf
    for token in re.findall(rf"{_DIGITS}|{STEPS}", written):
        if token in _LARGE and _LARGE[token] < large:
            large, small = _LARGE[token], math.inf
            total, section, number = total + (section + number) * large, 0.0, 0.0
        elif token in _SMALL and _SMALL[token] < small:
            small = _SMALL[token]
            section, number = section + (number or 1) * small, 0.0
        elif token[0].isdigit() and float(token) < min(small, large):
            number = float(token)
        else:
            return None
    return total + section + number


def _number(printed: str) -> re.Match[str] | None:
    """Find the first number of a value, in parts: its sign, digits, last steps and unit."""
    text = fold(printed).replace(",", "")
    term = TERM.match(text)
    begin = term.end() if term else 0
    found = _NUMBER.search(text, begin)
    if not found or set(text) <= NO_VALUE:
        return None
    whole = _amount(found["number"] + found["steps"]) is not None
    return found if whole else _PLAIN.search(text, begin)


def _mixed(found: re.Match[str]) -> bool:
    return re.search(STEPS, found["number"]) is not None


class Quantity:
    """A value of an indicator (指標) as printed, and the number in it if there is one.

    A step (万, 千) between digits makes one number of them, 32000 in 3万2千人; one behind the last
    digit is taken for a part of the unit, as in 5万人, 5 of the unit 万人.
    """

    __slots__ = ("number", "printed")

    def __init__(self, number: float | None, printed: str) -> None:
        self.number, self.printed = number, printed

    @classmethod
    def parse(cls, value: float | str) -> Quantity:
        """Read ``84.9``, ``84.9%``, ``1,200人以上``, ``3万2千人``, ``現状維持``, ``-``."""
        printed = str(value)
        found = _number(printed)
        if found is None:
            return cls(None, printed)
        steps = found["steps"] if _mixed(found) else ""
        number = _amount(found["number"] + steps)
        return cls(-number if found["sign"] and number else number, printed)

    @property
    def mixed(self) -> bool:
        """Whether the number is written with steps between its digits: 3万2千人."""
        found = _number(self.printed)
        return found is not None and _mixed(found)

    def counted_in(self, unit: str | None) -> float | None:
        """Return the number in a unit: 3万2千人 is 32000 人, and 3.2 万人; "" counts by ones.

        The number as it is where no unit is given, or not that of what the value counts.
        """
        found = _number(self.printed)
        if found is None or unit is None:
            return self.number
        asked = _UNIT.fullmatch(fold(unit))
        assert asked is not None  # both parts may be empty
        steps = found["steps"]
        if not steps and not found["unit"]:
            if not _mixed(found):
                return self.number
            steps = asked["steps"]  # 1億1,500 in a column of 万円
        elif not found["unit"].startswith(asked["of"]):
            return self.number
        amount, one = _amount(found["number"] + steps), _amount(f"1{asked['steps']}")
        if amount is None or one is None:
            return self.number
        return (-amount if found["sign"] else amount) / one

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quantity) and self.printed == other.printed

    def __hash__(self) -> int:
        return hash(self.printed)

    def __str__(self) -> str:
        return self.printed

    def __repr__(self) -> str:
        return f"Quantity.parse({self.printed!r})"
