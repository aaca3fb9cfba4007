"""Matrices (施策とSDGsの関係): marks below the numbers of goals, told by where they stand.

施策名        担当課    1   2   3
防災の推進    防災課        ◎
"""

from __future__ import annotations

from dataclasses import replace

from plangraph.reading.recovery.layout import Cell, cells
from plangraph.reading.rows import Row

#: A head numbers so many goals at least, one for each of seventeen at most.
_FEWEST, _GOALS = 8, 17
#: Marks of a matrix, and how far from its column one stands (half letters).
_MARKS = frozenset("●○◎◯〇■□★☆△▲✓✔レ")
_NEAR = 2


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, those of matrices with their cells."""
    if not [row for row in rows if "  " in row.text]:
        return rows
    found: list[Row] = []
    head: list[Cell] = []
    for row in rows:
        drawn = [] if row.cells or "  " not in row.text else cells(row.text, numbered=False)
        if columns := _columns(drawn):
            head, texts = columns, [cell.text for cell in columns]
        else:
            texts = _placed(drawn, head) if head else []
        found.append(replace(row, cells=tuple(texts)) if texts else row)
        if "。" in row.text:
            head = []
    return found


def _columns(drawn: list[Cell]) -> list[Cell]:
    """Return the columns of a head row: names, then numbers of goals that rise."""
    numbers = [int(cell.text) for cell in drawn if cell.text.isdecimal()]
    names = len(drawn) - len(numbers)
    if not names or len(numbers) < _FEWEST or drawn[names - 1].text.isdecimal():
        return []
    return drawn if numbers == sorted(set(numbers)) and 0 < numbers[-1] <= _GOALS else []


def _placed(drawn: list[Cell], head: list[Cell]) -> list[str]:
    """Return a row with a mark below a number, its cells in the columns of the head."""
    texts = [""] * len(head)
    names = [at for at, column in enumerate(head) if not column.text.isdecimal()]
    marked = False
    for cell in drawn:
        mark = set(cell.text) <= _MARKS
        among = [at for at in range(len(head)) if (at in names) is not mark]
        at = min(among, key=lambda one: abs(head[one].start - cell.start))
        if texts[at] or (mark and abs(head[at].start - cell.start) > _NEAR):
            return []
        texts[at], marked = cell.text, marked or mark
    return texts if marked and any(texts[at] for at in names) else []
