"""Charts as tables (体系表): rows below a head that names the levels, each box above printed once.

基本目標    施策
安心のまち  1 防災の推進
            2 防犯の推進

What stands in which column is told by bars and tabs, by where the columns begin, or by the blanks
before a row. A box may stand in the middle of the rows that it spans: it belongs to their first.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from plangraph.reading.recovery import placed
from plangraph.reading.recovery.layout import Cell, block, cells
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import Code, narrow, parse
from plangraph.reading.terms.columns import LEVELS, column, columns
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import ends_usually, plain

_WORD = re.compile(r"目標|政策|施策|方針|柱|取組|方向|節")
_PARTS = re.compile(r"\s*[|｜]\s*|\s+")
#: So many letters have at most a head, each head of a value, and a row.
_HEAD, _LABEL, _ROW = 60, 8, 160
#: A table has so many rows; below a name alone there are so many columns.
_ROWS, _BOXES = 3, 2
#: What no box ends with, and heads of a table of indicators.
_FIGURE = re.compile(r"(?:^|\s)[\d０-９,.，．]+\S{0,3}\s*$")
#: What may stand behind the columns of levels.
_BESIDE = frozenset(("department", "sdgs"))
_MEASURED = frozenset(("title", "unit", "baseline", "middle", "target"))
_BARS = re.compile(r"[|｜\t]")


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, those of such tables with their cells; without a head, as an outline."""
    begins = [
        place for place, row in enumerate(rows)
        if "。" not in row.text and _may(row) and (_heads(row) or placed.is_name(row))
    ]  # fmt: skip
    if not begins:
        return rows
    found: list[Row] = []
    place = 0
    for begun in begins:
        if begun < place:  # within the table above
            continue
        found += rows[place:begun]
        place = begun
        words = _heads(rows[place])
        stop = block(rows, place + 1, _ends)
        read = _table(rows[place + 1 : stop], len(words) or _BOXES)
        found.append(replace(rows[place], cells=words) if read and words else rows[place])
        place += 1
        for boxes in read:
            row = rows[place]
            place += 1
            if words or not any(boxes):
                found.append(replace(row, cells=tuple(boxes)) if any(boxes) else row)
                continue
            found += [replace(row, text="　" * deep + box) for deep, box in enumerate(boxes) if box]
    return found + rows[place:]


def _may(row: Row) -> bool:
    """Tell a line so short as the head or the name of a chart."""
    return 2 < len(row.text) <= 2 * _HEAD and not row.cells and not row.text.isascii()


def _heads(row: Row) -> tuple[str, ...]:
    """Return the words of a head row, which name levels from above, and no more."""
    text = row.text.strip()
    if not 4 < len(text) <= _HEAD or row.cells or text[0] == "|" or not _WORD.search(text):
        return ()
    words = tuple(_PARTS.split(text))
    if len(words) < 2:
        return ()
    kinds = [kind or "" for kind in columns(words)]
    steps = [LEVELS.index(kind) for kind in kinds if kind in LEVELS]
    rising = len(steps) > 1 and all(a < b for a, b in itertools.pairwise(steps))
    return words if rising and _BESIDE.issuperset(kinds[len(steps) :]) else ()


def _ends(row: Row) -> bool:
    text = row.text
    if row.cells or row.level or "。" in text or len(text) > _ROW or _FIGURE.search(text):
        return True
    short = (word for word in _PARTS.split(text) if len(word) <= _LABEL and word[-1:].isalpha())
    return any(column(word) in _MEASURED for word in short) or bool(_heads(row))


def _table(rows: list[Row], width: int) -> list[list[str]]:
    """Return the cells of each row, none of a blank one; nothing where rows have other ones."""
    filled = [row for row in rows if row.text.strip()]
    read = _barred(filled, width) or _placed(filled, width)
    spans = sum(not one[0] for one in read)
    if len(read) < _ROWS or not spans or sum(bool(one[0]) for one in read) < 2:
        return []
    if any(role_of(plain(one[0])) for one in read if one[0]):  # 基本目標　安心のまち
        return []
    _joined(read)
    _lifted(read)
    found = iter(read)
    return [next(found) if row.text.strip() else [] for row in rows]


def _barred(rows: list[Row], width: int) -> list[list[str]]:
    """Return the cells that bars or tabs part; nothing where they do not part all rows."""
    found = [[part.strip() for part in _BARS.split(row.text)] for row in rows]
    return found if all(len(one) == width for one in found) else []


def _placed(rows: list[Row], width: int) -> list[list[str]]:
    """Return the cells of rows that begin with a blank where the box above stands before."""
    drawn = [cells(row.text) for row in rows]
    edge = min((one[0].start for one in drawn), default=0)
    full = [one for one in drawn if len(one) == width and one[0].start < edge + 2]
    begun = all(row.text[0].isspace() or len(one) > 1 for row, one in zip(rows, drawn, strict=True))
    if not (full and begun) or max(one[0].start for one in full):
        return []
    return [_ragged(one, width) for one in drawn]


def _ragged(row: list[Cell], width: int) -> list[str]:
    """Fill the columns from the right; what there is too much of belongs to the first."""
    texts = [cell.text for cell in row]
    if len(texts) <= width:
        begun = 0 if row[0].start == 0 and len(texts) == width else width - len(texts)
        return [""] * begun + texts
    last = len(texts) - width + 1
    ends = [at for at in range(1, last + 1) if ends_usually(texts[at - 1])]
    at = ends[0] if ends and width == 2 else last
    left, right = texts[:at], texts[at:]
    return [" ".join(left), *(right if len(right) == width - 1 else [" ".join(right)])]


def _joined(read: list[list[str]]) -> None:
    """Put the lines of a box with a number together: 1 水と緑の / まち."""
    first = next((one for one in read if one[0]), None)
    if first is None or _code(first[0]) is None:
        return
    above = first
    for one in read:
        if one[0] and one is not above and _code(one[0]) is None:
            above[0], one[0] = above[0] + one[0], ""
        elif one[0]:
            above = one


def _lifted(read: list[list[str]]) -> None:
    """Put boxes that stand in the middle of their rows to the first of them."""
    if read[0][0]:
        return
    boxes = [place for place, one in enumerate(read) if one[0]]
    begun = [0]
    for above, box in itertools.pairwise(boxes):
        starts = [at for at in range(above + 1, box + 1) if _starts(read[at][1])]
        begun.append(starts[-1] if starts else max(above + 1, min(box, 2 * above - begun[-1] + 1)))
    for place, box in zip(begun, boxes, strict=True):
        if place != box:
            read[place][0], read[box][0] = read[box][0], ""


def _starts(text: str) -> bool:
    code = _code(text)
    return code is not None and code.numbers[-1] == 1


def _code(text: str) -> Code | None:
    return parse(narrow(text))[1]
