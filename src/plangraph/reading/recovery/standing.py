"""Boxes of a column (囲み), and whose rows they are: a title of several lines, in its place.

A box begins with a number or a mark where most do; else it goes on while its lines are full. A box
above stands at the top of the rows that it spans, or in the middle of them: the rows are dealt
so that boxes stand as near to such places as can be, at blank rows and where numbers start again.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plangraph.reading.recovery.corridors import Line, is_number
from plangraph.reading.terms.codes import Code, narrow, parse
from plangraph.reading.terms.looks import ends_usually

#: A line that is more than so much narrower than the widest has room for a letter (half letters).
_ROOM = 2
#: A line stands in from its title by so much at least.
_HANGS = 2
#: So many of the boxes begin with a number, where the others go on with theirs.
_CODED = 0.5
#: A word upright has so many letters at least.
_UPRIGHT = 3
#: What speaks for a box above: numbers that start again, and blank rows.
_AGAIN, _BLANK = 6.0, 2.0
#: What no title begins with, and a word that a verb ends with.
_GOES_ON = re.compile(r"[、。・をがはへのに）」』ー]|(?:し|り)?ます$|[るすうくぐむぶ]$|.$")


@dataclass(slots=True)
class Box:
    """A title with the rows that it stands on, then with those that it spans."""

    text: str
    first: int
    last: int
    code: Code | None = None

    @property
    def middle(self) -> float:
        """Where its middle stands."""
        return (self.first + self.last) / 2


def boxes(column: Sequence[Line], blanks: frozenset[int]) -> list[Box]:
    """Return the boxes of a column; ``blanks`` are the rows of the block with nothing on them."""
    wide = max((line.stop for line in column), default=0)
    begins = [_begins(line.text) for line in column]
    coded = sum(begins) >= _CODED * len(column) or _are_coded(column, begins)
    found: list[Box] = []
    last: Line | None = None
    for line, begun in zip(column, begins, strict=True):
        apart = last is None or any(row in blanks for row in range(last.row, line.row))
        on = last is not None and not begun and (
            is_number(found[-1].text)
            or (not apart and line.row == last.row + 1
                and (coded or _goes_on(last, line, found[-1].text, wide)))
        )  # fmt: skip
        if on:
            found[-1].text += (" " if is_number(found[-1].text) else "") + line.text
            found[-1].last = line.row
        else:
            found.append(Box(line.text, line.row, line.row))
        last = line
    for box in found:
        box.code = parse(narrow(box.text))[1]
    return found


def _begins(text: str) -> bool:
    mark, code, _ = parse(narrow(text))
    return bool(mark or code)


def _are_coded(column: Sequence[Line], begins: Sequence[bool]) -> bool:
    """Tell a column whose first line, and no other behind a line with room, begins with none."""
    wide = max(line.stop for line in column)
    return bool(begins[0]) and all(
        begun or above.stop >= wide - 4 * _ROOM
        for above, begun in zip(column, begins[1:], strict=False)
    )


def _goes_on(last: Line, line: Line, text: str, wide: int) -> bool:
    """Tell a line that a title goes on with, as its last one is full."""
    if last.stop < wide - _ROOM:
        return False
    if line.start >= last.start + _HANGS:
        return True
    return not ends_usually(text) or _GOES_ON.match(line.text) is not None


def is_upright(column: Sequence[Line]) -> bool:
    """Tell words that run down a column, a letter a row."""
    return len(column) >= _UPRIGHT and all(len(line.text) == 1 for line in column)


def whole(column: Sequence[Line]) -> Box:
    """Return all that a column says as one statement, which a blank row parts like a space."""
    upright = is_upright(column)
    text = column[0].text
    for above, line in itertools.pairwise(column):
        text += "　" * (upright and line.row > above.row + 1) + line.text
    return Box(text, column[0].row, column[-1].row)


def deal(above: Sequence[Box], below: Sequence[Box], blanks: frozenset[int]) -> list[int] | None:
    """Return the first box below each of those above; None where there are too few."""
    if not above or len(above) > len(below):
        return None
    seams = [_seam(below, place, blanks) for place in range(len(below))]
    ways = [_dealt(above, below, seams, middle=middle) for middle in (False, True)]
    return min(ways, key=lambda way: way[0])[1]  # at the top where both are as near


def _seam(below: Sequence[Box], place: int, blanks: frozenset[int]) -> float:
    """Return what speaks for (or against) a box above that begins with a box below."""
    if not place:
        return 0.0
    last, box = below[place - 1], below[place]
    weight = _BLANK if any(row in blanks for row in range(last.last, box.first)) else 0.0
    if not (last.code and box.code and last.code.family == box.code.family):
        return weight
    if box.code.numbers[-1] == 1 or box.code.numbers[:-1] != last.code.numbers[:-1]:
        return weight + _AGAIN
    ones = sum(1 for one in below if one.code and one.code.numbers[-1] == 1)
    return weight - (_AGAIN if ones > 1 else 0.0)


def _dealt(
    above: Sequence[Box], below: Sequence[Box], seams: list[float], *, middle: bool
) -> tuple[float, list[int]]:
    """Return how far boxes above stand from where they should, and where each begins."""

    def distance(box: Box, first: int, stop: int) -> float:
        if not middle:
            return abs(box.first - below[first].first)
        return abs(box.middle - (below[first].first + below[stop - 1].last) / 2)

    @functools.cache
    def best(at: int, first: int) -> tuple[float, tuple[int, ...]]:
        """Deal the boxes below from ``first`` on to those above from ``at`` on."""
        if at == len(above) - 1:
            return distance(above[at], first, len(below)), (first,)
        ways = []
        for stop in range(first + 1, len(below) - (len(above) - at - 2)):
            rest, begun = best(at + 1, stop)
            cost = distance(above[at], first, stop) - seams[stop] + rest
            ways.append((cost, (first, *begun)))
        return min(ways)

    cost, begun = best(0, 0)
    return cost, list(begun)


def spanned(above: Sequence[Box], below: Sequence[Box], begun: Sequence[int]) -> None:
    """Let boxes above span the rows of those below them."""
    for box, (first, stop) in zip(above, itertools.pairwise([*begun, len(below)]), strict=True):
        box.first = min(box.first, below[first].first)
        box.last = max(box.last, below[stop - 1].last)
