"""Which lines below the head of a table make a row, where a cell has several of them.

All rows are chosen together: a cell goes on as long as its lines are full, and begins with the
others or in the middle of them; a number, an amount or an office is there once in a row.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plangraph.reading.recovery.layout import width_of

#: The names of offices end so.
OFFICE = re.compile(r"(?:課|室|局|部|係|センター|館|署|所|院|会|等)$")
#: A row has so many lines at most.
_HIGH = 14
#: How much shorter than the widest of its column a full line may be.
_ROOM = 4
#: What it costs that a cell goes on behind a line that is not full, or behind the end of a sentence
#: or of the name of an office.
_SHORT, _PAST = -2.0, -0.5
#: … that it does not begin where its row does, that its text ends with none, that there is none,
#: that a row goes on where all cells are filled, and behind a blank one.
_AWAY, _OPEN, _EMPTY, _FULL, _BLANK = -1.0, -1.0, -2.5, -0.3, -1.5
#: Kinds of columns whose cells may be empty, and those whose cells have one line.
_OPTIONAL, _SINGLE = frozenset(("period", "sdgs", "flag", "unit")), frozenset(("number", "cost"))
#: Offices in a column of their own, or below the names.
_OFFICES = frozenset(("department", "owner"))


@dataclass(frozen=True)
class Grid:
    """The lines of a table by columns: what these hold, and where a blank row stands before."""

    kinds: Sequence[str]
    cells: Sequence[Sequence[str]]
    blanks: Sequence[bool]

    @functools.cached_property
    def widths(self) -> list[int]:
        """How wide the columns are."""
        return [max(map(width_of, column)) for column in zip(*self.cells, strict=True)]


def segmented(grid: Grid) -> list[int]:
    """Return the lines that rows begin with, and behind them where the last one ends."""
    return max((_segmented(grid, middle=one) for one in (False, True)), key=lambda one: one[0])[1]


def _segmented(grid: Grid, *, middle: bool) -> tuple[float, list[int]]:
    """Return the best ends of the rows, and their score."""
    best: list[tuple[float, list[int]]] = [(0.0, [0])]
    for end in range(1, len(grid.cells) + 1):
        ways = (
            (best[begin][0] + _row(grid, begin, end, middle=middle), begin)
            for begin in range(max(0, end - _HIGH), end)
        )
        value, begin = max(ways)
        best.append((value, [*best[begin][1], end]))
    return best[-1]


def _row(grid: Grid, begin: int, end: int, *, middle: bool) -> float:
    """Return what speaks for a row of so many lines."""
    value = _BLANK * sum(grid.blanks[begin + 1 : end])
    value += _FULL * sum(map(all, grid.cells[begin + 1 : end]))
    for at, kind in enumerate(grid.kinds):
        value += _cell(grid, at, kind, range(begin, end), middle=middle)
    return value


def _cell(grid: Grid, at: int, kind: str, within: range, *, middle: bool) -> float:
    """Return what speaks for the lines of a cell."""
    filled = [place for place in within if grid.cells[place][at]]
    if not filled:
        return 0.0 if kind in _OPTIONAL else _EMPTY
    texts = [grid.cells[place][at] for place in filled]
    if kind in _SINGLE:
        value = _SHORT * (len(texts) - 1)
    else:
        value = _SHORT * (filled[-1] - filled[0] + 1 - len(filled))
        value += sum(_on(text, kind, grid.widths[at]) for text in texts[:-1])
    if kind != "owner" and _away(filled, within, middle=middle):
        value += _AWAY
    return value if _closes(texts[-1], kind) else value + _OPEN


def _away(filled: Sequence[int], within: range, *, middle: bool) -> bool:
    """Tell a cell that does not stand where its row begins, or in the middle of it."""
    before, below = filled[0] - within[0], within[-1] - filled[-1]
    return abs(before - below) > 1 if middle else before > 0


def _on(text: str, kind: str, width: int) -> float:
    """Return what it costs that a cell goes on behind a line."""
    if text.endswith("。"):
        return _PAST
    value = _SHORT if width_of(text) < width - _ROOM else 0.0
    return value + _PAST if kind in _OFFICES and OFFICE.search(text) else value


def _closes(text: str, kind: str) -> bool:
    if kind in _OFFICES:
        return OFFICE.search(text) is not None
    return kind != "other" or text.endswith("。")
