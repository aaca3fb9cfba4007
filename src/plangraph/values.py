"""Small values of a plan file: line numbers, and quantities as printed."""

from __future__ import annotations

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


class Quantity:
    """A value of an indicator (指標) as printed, and the number in it if there is one."""

    __slots__ = ("number", "printed")

    def __init__(self, number: float | None, printed: str) -> None:
        self.number, self.printed = number, printed

    @classmethod
    def parse(cls, value: float | str) -> Quantity:
        """Read ``84.9``, ``84.9%``, ``1,200人以上``, ``現状維持``, ``-``."""
        printed = str(value)
        text = fold(printed).replace(",", "")
        found = re.search(r"[-−△▲]?\d+(?:\.\d+)?", text)
        if not found or set(text) <= NO_VALUE:
            return cls(None, printed)
        return cls(float(re.sub("[−△▲]", "-", found[0])), printed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quantity) and self.printed == other.printed

    def __hash__(self) -> int:
        return hash(self.printed)

    def __str__(self) -> str:
        return self.printed

    def __repr__(self) -> str:
        return f"Quantity.parse({self.printed!r})"
