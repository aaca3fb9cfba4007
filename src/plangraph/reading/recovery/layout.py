"""What holds on pages whose text keeps its places: the widths of letters, blocks of rows."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse

#: A cell: words that one space parts.
_CELL = re.compile(r"\S+(?: \S+)*")

#: So many blank rows may stand between two rows of one block.
_BLANKS = 2


def size_of(letter: str) -> int:
    """Return how wide a letter is printed (half letters); what a font may print wide is wide."""
    return 2 if unicodedata.east_asian_width(letter) in "WFA" else 1


def width_of(text: str) -> int:
    """Return how wide a text is printed (half letters)."""
    return len(text) if text.isascii() else sum(map(size_of, text))


def gapped(rows: Sequence[Row]) -> list[int]:
    """Return the places of rows with a gap that may part columns: the only ones to look at."""
    return [
        place for place, row in enumerate(rows)
        if "  " in row.text or "　" in row.text or "\t" in row.text
    ]  # fmt: skip


def runs(places: Iterable[int]) -> Iterator[range]:
    """Yield the places that follow each other, one run after the other."""
    for _, run in itertools.groupby(enumerate(places), lambda one: one[1] - one[0]):
        found = [place for _, place in run]
        yield range(found[0], found[-1] + 1)


def block(
    rows: Sequence[Row], place: int, ends: Callable[[Row], bool], most: int | None = None,
    apart: int = _BLANKS,
) -> int:  # fmt: skip
    """Return where the rows from a place on end: at one that ``ends`` them, or at blank rows.

    No more than ``most`` rows are looked at, and no more than ``apart`` blank ones passed.
    """
    stop, blanks = place, 0
    for number in range(place, len(rows) if most is None else min(len(rows), place + most)):
        row = rows[number]
        if not row.text.strip():
            blanks += 1
            if blanks > apart:
                break
            continue
        if ends(row):
            break
        stop, blanks = number + 1, 0
    return stop


@dataclass(slots=True)
class Cell:
    """What stands between wide spaces of a row: text, and where it begins and ends."""

    text: str
    start: int
    stop: int


def cells(text: str, *, numbered: bool = True) -> list[Cell]:
    """Return the cells of a row whose text keeps its places.

    A number belongs to its title, where they are ``numbered``: １  …の推進.
    """
    found: list[Cell] = []
    width = place = 0
    for cell in _CELL.finditer(text):
        width += width_of(text[place : cell.start()])
        stop = width + width_of(cell[0])
        if numbered and found and _is_code(last := found[-1]):
            last.text, last.stop = f"{last.text} {cell[0]}", stop
        else:
            found.append(Cell(cell[0], width, stop))
        width, place = stop, cell.end()
    return found


def _is_code(cell: Cell) -> bool:
    folded = narrow(cell.text)
    _, code, place = parse(folded)
    return code is not None and not folded[place:].strip()
