"""Columns of a block whose letters keep their places: what white runs down between parts them.

A corridor is as wide as two letters at least, and no row of the block stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from plangraph.reading.recovery.layout import width_of
from plangraph.reading.terms.codes import narrow, parse

#: Words that one space parts, in either width.
_CELL = re.compile(r"\S+(?:[ 　]\S+)*")
#: Lines and arrows that lead from box to box, each as wide as it is printed.
_STROKES = re.compile(r"[─-╿→⇒➡▶►]|-{4,}|(?<=\s)[>＞](?=\s)")
_SPACE = re.compile(r"[ 　]")
#: So wide is a corridor at least (half letters); so many lines begin where a column does.
_CORRIDOR, _STEADY = 2, 2


class Line(NamedTuple):
    """A line of a column: its row in the block, its text, and where it begins and ends."""

    row: int
    text: str
    start: int
    stop: int


def lines_of(row: int, text: str, measure: Callable[[str], int] = width_of) -> list[Line]:
    """Return what stands between wide spaces, or lines from box to box, of a row."""
    text = _STROKES.sub(lambda found: " " * measure(found[0]), text)
    found: list[Line] = []
    width = place = 0
    for cell in _CELL.finditer(text):
        width += measure(text[place : cell.start()])
        stop = width + measure(cell[0])
        found.append(Line(row, cell[0], width, stop))
        width, place = stop, cell.end()
    return found


def columns(rows: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the columns from left to right, each with its lines from above."""
    begun = Counter(line.start for row in rows for line in row[1:])
    seams = {start for start, count in begun.items() if count >= _STEADY}
    rows = [[part for line in row for part in _parts(line, seams)] for row in rows]
    edges = _edges([line for row in rows for line in row], seams)
    found: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        places = [sum(line.start >= edge for edge in edges) for line in row]
        for at in dict.fromkeys(places):
            lines = [line for line, place in zip(row, places, strict=True) if place == at]
            found[at].append(_together(lines))
    return found


def _parts(line: Line, seams: set[int]) -> list[Line]:
    """Part a line that fills its column, so that one space is left before the next one.

    Where so many others begin behind wide spaces, a line begins behind one.
    """
    spaces = [one for one in _SPACE.finditer(line.text)
              if line.start + width_of(line.text[: one.end()]) in seams]  # fmt: skip
    begins = [0, *(one.end() for one in spaces)]
    ends = [*(one.start() for one in spaces), len(line.text)]
    starts = [line.start + width_of(line.text[:begin]) for begin in begins]
    return [
        Line(line.row, text, start, start + width_of(text))
        for begin, end, start in zip(begins, ends, starts, strict=True)
        if (text := line.text[begin:end])
    ]


def _edges(lines: Sequence[Line], seams: set[int]) -> list[int]:
    """Return where columns begin behind a corridor, which may be narrow before a seam."""
    edges: list[int] = []
    reach: int | None = None
    for line in sorted(lines, key=lambda line: line.start):
        wide = 1 if line.start in seams else _CORRIDOR
        if reach is not None and line.start - reach >= wide:
            edges.append(line.start)
        reach = max(reach or 0, line.stop)
    return edges


def _together(lines: list[Line]) -> Line:
    first, last = lines[0], lines[-1]
    return Line(first.row, "　".join(line.text for line in lines), first.start, last.stop)


def is_number(text: str) -> bool:
    """Tell a code alone."""
    folded = narrow(text)
    _, code, place = parse(folded)
    return code is not None and not folded[place:].strip()
