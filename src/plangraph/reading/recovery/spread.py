"""Tables in English with a column for each level of a plan, whose columns only places part.

``Goal area      Directions      Lead`` tells where columns begin. A row begins where the column of
the lowest level does; what stands further left names what it is part of, and long cells go on
below. Rows get bars between their cells, as those of other tables have.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from plangraph.reading.recovery.aligned import Head, cells_of
from plangraph.reading.rows import Row
from plangraph.reading.terms import english_columns, labels
from plangraph.reading.terms.codes import narrow, parse

_NAME = re.compile(r"\S+(?: \S+)*")
_LEVELS = ("goal", "policy", "measure", "direction")
#: A table has so many columns at most, and so many rows at least.
_MOST_COLUMNS, _LEAST = 6, 3
_MOST_WIDE, _SEEN = 240, 40


def barred(rows: list[Row]) -> list[Row]:
    """Return the rows of a document with bars in those of such tables."""
    heads = [(place, found) for place, row in enumerate(rows)
             if "   " in row.text and not row.cells and (found := _head(rows, place))]  # fmt: skip
    tables = [(place, head, *_records(rows, head, below)) for place, (head, below) in heads]
    counts: Counter[tuple[str, ...]] = Counter()
    for _, head, table, _ in tables:
        counts[head.names] += len(table)
    for place, head, table, after in reversed(tables):
        if table and counts[head.names] >= _LEAST:
            rows = [*rows[:place], _row(rows[place], head.names), *table, *rows[after:]]
    return rows


def _head(rows: list[Row], place: int) -> tuple[Head, int] | None:
    """Return the columns that a line heads, or two lines where names go on, and what is below."""
    text = rows[place].text
    if len(text) > _MOST_WIDE or not text.strip()[:1].isalpha():
        return None
    found = {one.start(): one[0] for one in _NAME.finditer(text)}
    below = rows[place + 1].text if place + 1 < len(rows) else ""
    more = {one.start(): one[0] for one in _NAME.finditer(below)}
    if not 2 <= len(found) <= _MOST_COLUMNS:
        return None
    if more and more.keys() <= found.keys():
        both = {start: f"{name} {more.get(start, '')}".strip() for start, name in found.items()}
        if head := _columns(both):
            return head, place + 2
    head = _columns(found)
    return (head, place + 1) if head else None


def _columns(found: dict[int, str]) -> Head | None:
    """Return columns of which two or more that stand side by side are levels of a plan."""
    names = tuple(found.values())
    kinds = [english_columns.level(name) for name in names]
    levels = [n for n, kind in enumerate(kinds) if kind in _LEVELS]
    known = all(kind or english_columns.is_column(name)
                for kind, name in zip(kinds, names, strict=True))  # fmt: skip
    below = [_LEVELS.index(kinds[n] or "") for n in levels]
    twice = kinds.count("direction") == 2 and "measure" not in kinds  # Action, Deliverable
    falling = below[twice:] == sorted(set(below))  # no cards side by side: Objective, Objective
    falling = falling and len({names[n] for n in levels}) == len(levels)
    if len(levels) < 2 or not (known and falling):
        return None
    if levels[0] > 1 or levels[-1] - levels[0] >= len(levels):
        return None
    return Head(names, tuple(found), levels[-1])


def _records(rows: list[Row], head: Head, start: int) -> tuple[list[Row], int]:
    """Return the rows of cells below a head, and what follows them."""
    found: list[list[list[str]]] = []
    places: list[int] = []
    room = _room(rows, head, start)
    blank = False
    after = start
    for place in range(start, len(rows)):
        text = rows[place].text.rstrip()
        if not text.strip():
            blank = True
            continue
        cells = cells_of(text, head)
        if cells is None or sum(map(bool, cells)) != len(_NAME.findall(text)):
            break
        act = cells[head.act]
        behind = head.act + 1
        full = all((*cells[behind:], *(found[-1][behind:] if found else ()), len(cells) > behind))
        new = full and not act[:1].islower()  # each row has its own of all that stands behind
        same = found and (not act or (not new and _goes_on(found[-1][head.act], act, room, blank)))
        if same and not (blank and cells[0]):
            for lines, cell in zip(found[-1], cells, strict=True):
                lines += [cell] if cell else []
        elif act:
            cells = _given_back(found, cells, head) if found and not blank else cells
            found.append([[cell] if cell else [] for cell in cells])
            places.append(place)
        else:
            break
        blank = False
        after = place + 1
    told = [tuple(" ".join(lines) for lines in one) for one in found]
    return [_row(rows[place], cells) for place, cells in zip(places, told, strict=True)], after


def _given_back(found: list[list[list[str]]], cells: list[str], head: Head) -> list[str]:
    """Return the cells of a row without what goes on cells above, which is given to these."""
    left = list(cells)
    for column, cell in enumerate(cells[: head.act]):
        above = next((one[column] for one in reversed(found) if one[column]), [])
        room = head.starts[column + 1] - head.starts[column] - 1
        begun = above and (cell[:1].islower() or parse(narrow(above[0]))[1])
        if cell and begun and _goes_on(above, cell, room, blank=False):
            above.append(cell)
            left[column] = ""
    return left


def _room(rows: list[Row], head: Head, start: int) -> int:
    """Return how many letters the lowest level has room for; the longest tells it of the last."""
    if head.act + 1 < len(head.starts):
        return head.starts[head.act + 1] - head.starts[head.act] - 1
    below = (cells_of(row.text.rstrip(), head) for row in rows[start : start + _SEEN])
    return max((len(cells[-1]) for cells in below if cells), default=0)


def _goes_on(lines: list[str], cell: str, room: int, blank: bool) -> bool:
    """Tell a line of a cell that goes on: the next word had no room on the line before."""
    if blank or not lines or labels.CODED.match(cell) or parse(narrow(cell))[1]:
        return False
    if cell[0].islower() or cell[0].isdigit():
        return True
    return len(lines[-1]) + 1 + len(cell.split(" ", 1)[0]) > room


def _row(row: Row, cells: tuple[str, ...]) -> Row:
    return replace(row, text=f"| {' | '.join(cells)} |")
