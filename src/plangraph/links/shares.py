"""Shares of what was judged, each with how far chance may have moved it."""

from __future__ import annotations

import math

from plangraph.tables import Value

#: A figure: its name, value, of how many, and the ends of its interval where it is a share.
Row = tuple[Value, Value, Value, Value, Value]
#: Standard deviations on either side that hold 95 % of a normal distribution.
DEVIATIONS = 1.959964


def interval(part: int, whole: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share (Wilson 1927).

    It takes the cases for independent. Elements of one pair of cities are a little less so:
    the true interval is somewhat wider.

    >>> interval(17, 20)
    (0.64, 0.948)
    """
    share, square = part / whole, DEVIATIONS**2
    middle = share + square / (2 * whole)
    spread = DEVIATIONS * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    low, high = ((middle + side) / (1 + square / whole) for side in (-spread, spread))
    return round(max(0.0, low), 3), round(min(1.0, high), 3)


def counted(name: str, part: int, whole: int) -> Row:
    """Return the figure of a share: so many cases of so many."""
    if not whole:
        return name, None, 0, None, None
    return (name, round(part / whole, 3), whole, *interval(part, whole))


def measured(name: str, part: float, whole: float, of: int | None = None) -> Row:
    """Return a figure that is no share of cases and has no interval: MRR, F1."""
    return name, round(part / whole, 3) if whole else None, whole if of is None else of, None, None


def remark(text: str) -> Row:
    """Return a line that only says something."""
    return text, None, None, None, None
