"""Outlines drawn as columns (体系図): cells of several lines, below heads that name the levels.

Extraction that keeps the place of every letter prints one line of each cell a row. Where a head
of role words stands above (【基本理念】 【基本目標】 【施策の方向】), each column is read down
to its end, and what has no code goes on with the cell above it.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from plangraph.reading.recovery.layout import Cell, block, cells, gapped
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

_ROLES = frozenset(("philosophy", "vision", "goal", "policy", "measure", "direction", "action",
                    "project"))  # fmt: skip
#: So many rows and codes below a head make an outline.
_ROWS, _CODES = 4, 4
_LONGEST = 120


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, outlines of columns as one column after the other."""
    found: list[Row] = []
    place = 0
    for head in gapped(rows):
        heads = _heads(rows[head]) if head >= place else []
        stop = block(rows, head + 1, _ends, _LONGEST) if heads else head
        if columns := _columns(heads, rows[head + 1 : stop]) if heads else []:
            found += rows[place:head]
            found += [replace(rows[head], text=one.text) for one in heads]
            found += columns
            place = stop
    return found + rows[place:] if place else rows


def _heads(row: Row) -> list[Cell]:
    """Return the heads of columns on a row that holds nothing but role words."""
    text = row.text.rstrip()
    if row.cells or len(text) > 200 or "  " not in text.strip().replace("　", "  "):
        return []
    found = cells(text)
    roles = {role_of(plain(cell.text)) for cell in found}
    words = {cell.text for cell in found}
    return found if len(roles) > 1 and roles <= _ROLES and len(words) == len(found) else []


def _ends(row: Row) -> bool:
    """Tell what ends an outline: text, or another head."""
    return bool(row.cells or row.level or "。" in row.text or _heads(row))


def _columns(heads: list[Cell], rows: list[Row]) -> list[Row]:
    """Return the cells below the heads, column by column; nothing where none is broken."""
    edges = [(left.stop + right.start) / 2 for left, right in itertools.pairwise(heads)]
    columns: list[list[Row]] = [[] for _ in heads]
    states = [_states(head) for head in heads]
    broken = filled = coded = 0
    for row in rows:
        taken = set()
        for cell in cells(row.text):
            number = sum(cell.start >= edge for edge in edges)
            column = columns[number]
            mark, code, _ = parse(narrow(cell.text))
            if number in taken:
                return []
            taken.add(number)
            coded += code is not None
            goes_on = bool(column) and code is None and not mark
            if goes_on and (_is_coded(column) or states[number]):
                space = " " if states[number] else ""
                column[-1] = replace(column[-1], text=f"{column[-1].text}{space}{cell.text}")
                broken += 1
            else:
                column.append(replace(row, text=cell.text))
        filled += len(taken) > 1
    if filled < _ROWS or coded < _CODES or not broken or not all(columns):
        return []
    return [row for column in columns for row in column]


def _is_coded(column: list[Row]) -> bool:
    return parse(narrow(column[0].text))[1] is not None


def _states(head: Cell) -> bool:
    return role_of(plain(head.text)) in ("philosophy", "vision")
