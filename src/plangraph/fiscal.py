"""Fiscal years (年度) and plan periods (計画期間) as Japanese documents print them.

A fiscal year starts on 1 April and ends on 31 March of the next year.
A year beyond an era's end is a projection made before the era changed
(平成36年度 = 2024) and is read as such.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

#: Gregorian year before the first year of each era (元号).
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_INITIALS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_YEAR = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和|[MTSHR])?(?P<number>元|\d{1,4})"
    r"(?:\((?P<inner>\d{4})(?:年度?)?\))?(?:年度|年)?(?:\((?P<outer>\d{4})(?:年度?)?\))?"
)
_SPAN = re.compile(r"[~〜～\-－–—―ー‐]|から")
_LENGTH = re.compile(r"(\d{1,2})(?:年間?|[かカヵケヶ箇]年間?)(?:計画)?")
#: How documents print that there is no value.
NO_VALUE = frozenset("-－–—―ー‐−")


def fold(text: str) -> str:
    """Return ``text`` in NFKC without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


class FiscalYear(int):
    """会計年度: the fiscal year from 1 April of this number to 31 March.

    >>> FiscalYear.parse("令和元年度"), FiscalYear.parse("平成36年度").end.isoformat()
    (FiscalYear(2019), '2025-03-31')
    """

    printed: str

    def __new__(cls, year: int, printed: str = "") -> FiscalYear:
        """Make the fiscal year that starts in ``year``, with the text that it was read from."""
        self = super().__new__(cls, year)
        self.printed = printed
        return self

    @classmethod
    def parse(cls, text: str | int, era: str | None = None) -> FiscalYear:
        """Read ``令和元年度``, ``R1``, ``2019``, ``平成31(2019)年度``.

        ``era`` stands in where the text has a number of one or two digits only, as
        the end of ``令和3～12年度`` does. Raises ValueError where there is no year.
        """
        match = _YEAR.fullmatch(fold(str(text)))
        if not match:
            raise ValueError(f"no fiscal year: {text}")
        number = 1 if match["number"] == "元" else int(match["number"])
        named = _INITIALS.get(match["era"], match["era"])
        if named is None and number < 100:
            named = era
        year = ERAS[named] + number if named else number
        both = match["inner"] or match["outer"]
        if both and int(both) != year:
            raise ValueError(f"era and Gregorian year differ: {text}")
        if not 1868 <= year <= 2200:
            raise ValueError(f"no fiscal year: {text}")
        return cls(year, "" if str(text) == str(year) else str(text))

    @property
    def start(self) -> date:
        """The first day, 1 April."""
        return date(int(self), 4, 1)

    @property
    def end(self) -> date:
        """The last day, 31 March of the next year."""
        return date(int(self) + 1, 3, 31)

    def __repr__(self) -> str:
        return f"FiscalYear({int(self)})"

    def __str__(self) -> str:
        return self.printed or str(int(self))


def era_of(text: str) -> str | None:
    """Return the era that ``text`` names last, or None."""
    found = re.findall(r"明治|大正|昭和|平成|令和|[MTSHR](?=[\d元])", fold(text))
    return _INITIALS.get(found[-1], found[-1]) if found else None


class Period:
    """計画期間: whole fiscal years from ``start`` to ``end``, as far as stated.

    An absent end is not an expired end: it is unknown. ``years`` is a length that
    the document states; ``printed`` is how it prints the period.

    >>> period = Period.parse("令和3～12年度")
    >>> period.start, period.end
    (FiscalYear(2021), FiscalYear(2030))
    """

    __slots__ = ("end", "printed", "start", "years")

    def __init__(
        self,
        start: FiscalYear | None = None,
        end: FiscalYear | None = None,
        years: int | None = None,
        printed: str = "",
    ) -> None:
        self.start, self.end, self.years, self.printed = start, end, years, printed

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``令和3年度～令和12年度``, ``令和3～12年度``, ``12年間`` or ``―`` (none).

        Raises ValueError where the text is no period.
        """
        folded = fold(text)
        if not folded or set(folded) <= NO_VALUE:
            return cls(printed=text)
        if length := _LENGTH.fullmatch(folded):
            return cls(years=int(length[1]), printed=text)
        years = None
        if tail := re.search(r"[(の]?(\d{1,2})[かカヵケヶ箇]?年間\)?$", folded):
            years, folded = int(tail[1]), folded[: tail.start()]
        sides = _SPAN.split(folded.removesuffix("まで"))
        if len(sides) != 2 or not any(sides):
            raise ValueError(f"no period: {text}")
        start = FiscalYear.parse(sides[0]) if sides[0] else None
        end = FiscalYear.parse(sides[1], era_of(folded)) if sides[1] else None
        return cls(start, end, years, text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return (self.start, self.end, self.years, self.printed)

    def __str__(self) -> str:
        return self.printed or f"{self.start or ''}～{self.end or ''}"

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"
