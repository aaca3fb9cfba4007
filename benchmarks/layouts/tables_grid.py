"""A table of cells, and the lines that text extraction makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

#: Rows of cells; a cell holds the lines that it has in its column.
Cells = list[list[list[str]]]


def wrap(text: str, width: int) -> list[str]:
    """Cut a text into lines of so many letters; a number and what it counts stay whole."""
    lines = [""]
    for part in _parts(text):
        if lines[-1] and len(lines[-1]) + len(part) > width and part not in "、。）)」":
            lines.append("")
        lines[-1] += part
    return lines


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for letter in text:
        if parts and parts[-1][-1].isdigit() and (letter.isdigit() or letter in ",.%％"):
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


def narrowed(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Cells:
    """Wrap each cell at the width of its column; 0 leaves it whole."""
    return [
        [wrap(cell, width) if width else [cell] for cell, width in zip(row, widths, strict=True)]
        for row in rows
    ]


def by_row(cells: Cells, between: str) -> list[str]:
    """A row a line, its cells whole."""
    return [between.join("".join(cell) for cell in row if cell != [""]) for row in cells]


def as_seen(cells: Cells, between: str, place: str) -> list[str]:
    """The lines as they are seen: short cells stand in the middle of a row, or at its top.

    In the ``middle`` of two lines is that above; ``between`` them is a line of its own.
    """
    found: list[str] = []
    for row in cells:
        height = max(map(len, row))
        if place == "between" and not height % 2:
            row = [_spread(cell, height) for cell in row]
            height += 1
        shown: list[list[str]] = [[] for _ in range(height)]
        for cell in row:
            above = (height - len(cell)) // 2 if place != "top" else 0
            for number, line in enumerate(cell):
                if line:
                    shown[above + number].append(line)
        found += [between.join(line) for line in shown if line]
    return found


def _spread(cell: list[str], height: int) -> list[str]:
    """Leave a line free in the middle of a cell that has all lines of its row."""
    half = height // 2
    return [*cell[:half], "", *cell[half:]] if len(cell) == height else cell


def cell_after_cell(cells: Cells, between: str) -> list[str]:
    """Each cell with all its lines before the next, which begins where the last one ends."""
    found: list[str] = []
    for row in cells:
        line = ""
        for cell in row:
            for number, text in enumerate(cell):
                if not text:
                    continue
                if number:
                    found.append(line)
                    line = text
                else:
                    line = line + between + text if line else text
        found.append(line)
    return found


def by_cell(cells: Cells) -> list[str]:
    """Each line of each cell on a line of its own."""
    return [line for row in cells for cell in row for line in cell if line]


def by_column(cells: Cells) -> list[str]:
    """All cells of a column before those of the next."""
    return [line for column in zip(*cells, strict=True) for cell in column for line in cell if line]


def abreast(left: Sequence[str], right: Sequence[str], random: Random) -> list[str]:
    """Two tables side by side, as a line runs through both."""
    width = max(map(len, left)) + random.choice((2, 4))
    longest = max(len(left), len(right))
    both = zip(
        [*left, *[""] * (longest - len(left))], [*right, *[""] * (longest - len(right))],
        strict=True,
    )  # fmt: skip
    return [(one.ljust(width, "　") + other).strip() for one, other in both]
