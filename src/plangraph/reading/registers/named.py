"""Columns that the reader of a register names, with ``--columns``."""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.errors import at, nearest
from plangraph.fiscal import fold
from plangraph.language import tr
from plangraph.reading.registers.columns import find
from plangraph.reading.rows import DocumentError, Row, Source

#: What a column may hold, and the head under which the stages know it.
HEADS = {
    "plan": "計画名", "revised": "策定年度", "period": "計画期間", "department": "所管課",
    "goal": "基本目標", "policy": "政策", "measure": "施策", "direction": "取組",
    "project": "事業名", "number": "番号", "sdgs": "SDGs",
    "indicator": "指標名", "unit": "単位", "baseline": "現状値", "target": "目標値",
}  # fmt: skip
#: ``title`` is a plan or an indicator, as the other columns tell; ``start`` and ``end``
#: are the two ends of a period.
NAMES = ("title", *HEADS, "start", "end")
_NUMBERED = frozenset(("baseline", "target"))


def parse_columns(text: str) -> dict[str, str]:
    """Read ``title=計画名,department=所管課``; raises DocumentError."""
    parts = re.split(r"(?:^|,)\s*(\w+)\s*[=＝]", text)
    if len(parts) < 3 or parts[0].strip():
        raise DocumentError(
            tr("“{text}” names no columns", text=text),
            advice=tr("write --columns title=HEAD,department=HEAD,period=HEAD"),
            value=text,
        )
    found = {}
    for name, head in zip(parts[1::2], parts[2::2], strict=True):
        if name not in NAMES:
            raise DocumentError(
                tr("no column is called {name}", name=name),
                advice=nearest(name, NAMES),
                value=name,
            )
        if not head.strip() or name in found:
            raise DocumentError(
                tr("the column {name} needs one head", name=name),
                advice=tr("write --columns title=HEAD,department=HEAD,period=HEAD"),
                value=text,
            )
        found[name] = head.strip()
    return found


def map_columns(source: Source, columns: dict[str, str], name: str) -> Source:
    """Return the document with the columns that are named, under heads that are known.

    A table begins at a row that has all the heads and ends with its sheet; what stands
    before stays as it is. Raises DocumentError where no row has the heads.
    """
    wanted = {key: fold(head) for key, head in columns.items()}
    titled = "indicator" if _NUMBERED & columns.keys() else "plan"
    rows: list[Row] = []
    places: dict[str, int] = {}
    page: int | None = None
    found = False
    for row in source.rows:
        if row.page != page:
            places, page = {}, row.page
        folded = [fold(cell) for cell in row.cells]
        if all(head in folded for head in wanted.values()):
            places = {key: folded.index(head) for key, head in wanted.items()}
            rows.append(_row(row, _heads(row, places, titled)))
            found = True
        elif places and len(row.cells) > 1:
            rows.append(_row(row, _values(row, places, titled)))
        else:
            rows.append(row)
    if not found:
        raise _unknown_heads(source, columns, name)
    return replace(source, rows=rows)


def unrecognised(source: Source, name: str) -> DocumentError:
    """Return the error for a table of which no column is recognised."""
    heads = ", ".join(_heads_of(source))
    if not heads or any(find(source.rows, place) for place in range(len(source.rows))):
        return DocumentError(
            tr("the table has no rows that can be read"),
            place=at(name),
            advice=tr("a register has a row of heads, and below it a row for each thing"),
        )
    return DocumentError(
        tr("the columns of the table are not recognised: {heads}", heads=heads),
        place=at(name),
        advice=tr("say what they hold, as in --columns title=HEAD,department=HEAD; known: {names}",
                  names=", ".join(NAMES)),
        value=heads,
    )  # fmt: skip


def _row(row: Row, cells: dict[str, str]) -> Row:
    values = tuple(cells.values())
    return replace(row, text="\t".join(values), cells=values)


def _heads(row: Row, places: dict[str, int], titled: str) -> dict[str, str]:
    heads = {}
    for key, place in places.items():
        known = {"title": titled, "start": "period", "end": "period"}.get(key, key)
        printed = row.cells[place]
        year = f"（{printed}）" if known in _NUMBERED and re.search(r"\d|元", printed) else ""
        heads[known] = HEADS[known] + year
    return heads


def _values(row: Row, places: dict[str, int], titled: str) -> dict[str, str]:
    values: dict[str, str] = {}
    ends = {"start": "", "end": ""}
    for key, place in places.items():
        cell = row.cells[place] if place < len(row.cells) else ""
        known = {"title": titled, "start": "period", "end": "period"}.get(key, key)
        if key in ends:
            ends[key] = cell
            cell = "～".join(ends.values()) if ends["start"] else ""
        values[known] = cell
    return values


def _heads_of(source: Source) -> list[str]:
    """Return the cells of the first row that looks like the head of a table."""
    row = _head_row(source)
    return [" ".join(cell.split())[:30] for cell in row.cells if cell] if row else []


def _head_row(source: Source) -> Row | None:
    for row in source.rows:
        filled = [cell for cell in row.cells if cell]
        if len(filled) > 1 and not any(cell.isdigit() for cell in filled):
            return row
    return None


def _unknown_heads(source: Source, columns: dict[str, str], name: str) -> DocumentError:
    heads = _heads_of(source)
    if not heads:
        return DocumentError(
            tr("the document has no table with heads"),
            place=at(name),
            advice=tr("--columns is for registers: CSV, XLSX and the tables of a document"),
        )
    known = {fold(head) for head in heads}
    missing = [head for head in columns.values() if fold(head) not in known]
    wanted = ", ".join(missing or columns.values())
    return DocumentError(
        tr("no row of the table has the heads {heads}", heads=wanted),
        place=at(name),
        advice=tr("its heads are: {heads}", heads=", ".join(heads)),
    )
