"""Tables of web pages whose cells end with a bar: rows cut over lines, one cell a line, no rule.

A rule (``---|---|``) says how many bars a row has; rows are put together, and their head, by
counting them. Without a rule, a run of lines with one bar each is a table where its cells
come in columns of like kind: the width at which values stand below values is taken.
"""

from __future__ import annotations

import re
from collections import Counter

from plangraph.reading.rows import Row
from plangraph.reading.terms.quantities import is_value

_RULED = re.compile(r"\s*+(?:\|\s*+)?:?-{3,}+:?\s*+(?:\|\s*+:?-{3,}+:?\s*+)++(?:\|\s*+)?")
#: A cell may hold so many lines, a head so many more than one.
_LINES, _HEAD_LINES = 4, 12
#: So many lines of one cell each, of so many columns, are a table.
_LEAST, _MOST_COLUMNS = 9, 12
_LEAST_LIKE = 0.9
_NUMBER = re.compile(r"[\d０-９][\d０-９,.，．]*[%％]?")


def bars(rows: list[Row]) -> list[Row]:
    """Give cells to the rows of tables whose bars stand at the ends of cells."""
    if len([row for row in rows if "|" in row.text]) < 2:
        return rows
    rows = list(rows)
    for rule in [place for place, row in enumerate(rows) if _RULED.fullmatch(row.text)]:
        if rule:
            _ruled(rows, rule)
    _unruled(rows)
    return _lone(rows)


def _ruled(rows: list[Row], rule: int) -> None:
    """Put the rows of a table together whose rule stands at ``rule``."""
    text = rows[rule].text.strip()
    most, opened = text.count("|"), text.startswith("|")
    place = rule + 1
    if not text.endswith("|") or place >= len(rows):
        return
    if opened and not 0 < rows[place].text.count("|") < most:
        return  # whole rows between bars
    table: list[int] = []
    while place < len(rows) and "|" in rows[place].text:
        end = _end(rows, place, most)
        if end is None:
            break
        _join(rows, place, end, opened=opened)
        table.append(place)
        place = end
    _head(rows, rule, most, [rows[one].cells for one in table], opened=opened)


def _end(rows: list[Row], place: int, most: int) -> int | None:
    """Return where the row that begins at ``place`` has all its bars; None if nowhere."""
    count, without = 0, 0
    for end in range(place, min(len(rows), place + _LINES * most)):
        bars_here = rows[end].text.count("|")
        without = 0 if bars_here else without + 1
        count += bars_here
        if count == most:
            return end + 1
        if count > most or without > _LINES or _RULED.fullmatch(rows[end].text):
            return None
    return None


def _join(rows: list[Row], place: int, end: int, *, opened: bool) -> None:
    text = " ".join(row.text.strip() for row in rows[place:end] if row.text.strip())
    first = rows[place]
    rows[place] = Row(first.number, text, first.page, cells=_split(text, opened=opened))
    for row in range(place + 1, end):
        rows[row] = Row(rows[row].number, "", rows[row].page)


def _split(text: str, *, opened: bool) -> tuple[str, ...]:
    inner = text.strip().removesuffix("|")
    return tuple(cell.strip() for cell in (inner[1:] if opened else inner).split("|"))


def _head(
    rows: list[Row], rule: int, most: int, table: list[tuple[str, ...]], *, opened: bool
) -> None:
    """Put the head above a rule together; a column of running numbers may have none."""
    start, count = rule, 0
    while start and count < most and rule - start < _HEAD_LINES:
        above = rows[start - 1].text
        if not above.strip().endswith("|") or count + above.count("|") > most:
            break
        start, count = start - 1, count + above.count("|")
    if count == most:
        _join(rows, start, rule, opened=opened)
        if start < rule - 1:  # the row of the head stands right above the rule
            rows[rule - 1], rows[start] = rows[start], Row(rows[start].number, "")
    elif not rows[rule - 1].text.count("|"):
        return
    cells = rows[rule - 1].cells or _split(rows[rule - 1].text, opened=opened)
    if not table or len(cells) < 2:
        return
    if not cells[-1] and all(row[0].isdigit() for row in table):
        cells = ("", *cells[:-1])
    width = len(table[0])
    cells = (*cells, *[""] * (width - len(cells)))[:width]
    head = rows[rule - 1]
    rows[rule - 1] = Row(head.number, head.text, head.page, cells=cells)


def _unruled(rows: list[Row]) -> None:
    """Give cells to tables without a rule that print one cell, and its bar, a line."""
    place = 0
    while place < len(rows):
        end = place
        while end < len(rows) and _is_cell(rows[end]):
            end += 1
        if end - place >= _LEAST:
            _grid(rows, place, end)
        place = end + 1


def _is_cell(row: Row) -> bool:
    text = row.text.strip()
    return not row.cells and text.count("|") == 1 and text.endswith("|") and len(text) < 90


def _grid(rows: list[Row], place: int, end: int) -> None:
    texts = [row.text.strip().rstrip("|").strip() for row in rows[place:end]]
    best = max(
        ((width, start) for width in range(2, _MOST_COLUMNS + 1) for start in range(2)),
        key=lambda one: (_alike(texts[one[1] :], one[0]), -one[0]),
    )
    width, start = best
    if _alike(texts[start:], width) < _LEAST_LIKE:
        return
    for first in range(place + start, end - width + 1, width):
        head = rows[first]
        cells = tuple(texts[first - place : first - place + width])
        rows[first] = Row(head.number, "\t".join(cells), head.page, cells=cells)
        for row in range(first + 1, first + width):
            rows[row] = Row(rows[row].number, "", rows[row].page)


def _alike(texts: list[str], width: int) -> float:
    """Tell how regularly values and other texts stand in columns below a head (0 to 1)."""
    body = texts[width : len(texts) - len(texts) % width]
    if len(body) < 2 * width or len(texts) % width > 2:
        return 0.0
    kinds = [is_value(text) or bool(_NUMBER.fullmatch(text)) for text in body]
    columns = [kinds[column::width] for column in range(width)]
    valued = [sum(column) >= 0.5 * len(column) for column in columns]
    if not any(valued) or all(valued) or any(_NUMBER.fullmatch(text) for text in texts[:width]):
        return 0.0
    most = [Counter(column).most_common(1)[0][1] for column in columns]
    return sum(most) / len(body)


def _lone(rows: list[Row]) -> list[Row]:
    """Take away the bar at the end of a line that is no row of a table (基本目標 |)."""
    if any(_RULED.fullmatch(row.text) for row in rows):
        return rows
    open_row = False
    found: list[Row] = []
    for row in rows:
        text = row.text.strip()
        if text.count("|") == 1 and text.endswith("|") and len(text) > 4 and not open_row:
            text = text[:-1].rstrip()
            found.append(Row(row.number, text, row.page, row.level, row.size, row.cells))
        else:
            found.append(row)
        open_row = text.startswith("|") and not text.endswith("|")
    return found
