"""Indicators (指標): name, value now and value aimed at, with years and unit, from tables."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.tables import (
    aims,
    arrows,
    changes,
    columned,
    fields,
    flattened,
    indexes,
    keyed,
    measurecells,
    measurefields,
    measureheads,
    measures,
    turned,
)
from plangraph.reading.tables.extraction import heads, is_led
from plangraph.reading.tables.headwords import VALUE_HEADS
from plangraph.reading.tables.measureheads import Column
from plangraph.reading.tables.stated import OTHER_WORDS, Found, told
from plangraph.reading.tables.tableheads import CHANGE, begins, ends_table
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.looks import is_english
from plangraph.reading.terms.quantities import (
    ARROWS,
    UNIT,
    YEAR,
    common_unit,
    is_value,
    part,
    year_in,
)
from plangraph.values import Quantity

#: Without one of these a line starts no table and is no indicator.
_HINTS = re.compile(
    "年間|年後|▶|現状値|現況値|基準値|当初値|指|目[ 　]?標|項[ 　]?目|ＫＰＩ|→|⇒|➡|➔|将来値"
    "|めざす値|めざそう値|KPI|->|Target|TARGET|target|Indicator|INDICATOR|Measure|MEASURE"
)
#: What a value is called, and no indicator.
_OF_VALUE = re.compile(r"(?:現[状況]|基準|実績|当初|目標)値?\s?(?:[(（][^()（）]{1,12}[)）])?")
_UNIT_FIRST = re.compile(rf"{UNIT}\s?(?:\([^()]*\))?\s\D{{0,3}}\d")
#: So many names end with their unit in brackets where that is the plan's way to print it.
_EVERY = 0.75
#: Columns of elements beside their indicators: 事業名 | 担当課 | 指標 | 現況 | 目標.
_NAMED = frozenset(("project", "direction"))
#: So many rows begin with the number of what they measure; a row has more cells.
_LED = 2
#: What a sentence has that tells of a value now and aimed at.
_TOLD = re.compile(
    r"\d\s?\S{0,6}(?:[(（][^。]{2,20}[)）])?から.{0,24}\d| from .{0,6}\d.{0,24} to .{0,6}\d"
)


def collect(units: list[Unit]) -> list[Found]:
    """Return the indicators of a document and mark their lines as a table."""
    arrows.join(units)
    found = _in_english(units) if is_english(units) else []
    stated = {one.place for one in found}
    found += [*turned.collect(units), *columned.collect(units)]
    found += [*fields.collect(units), *keyed.collect(units)]
    place = 0
    while place < len(units):
        unit = units[place]
        taken = place in stated or (unit.use and unit.text.strip() not in ARROWS)
        if taken or not (unit.cells or _HINTS.search(unit.text)):
            if not taken and _tells(unit.text) and (sentence := told(unit, place)):
                found.append(sentence)
            place += 1
            continue
        columns, after = measureheads.read(units, place)
        rows, after = _rows(units, after, columns) if columns else ([], after)
        loose, later = flattened.read(units, place)
        below = _below(units, place, later) if loose and not rows else 0
        if len(loose) > max(len(rows), below) or (loose and any(map(_is_torn, rows))):
            rows, after = loose, later
        elif below:
            place += 1  # the label of a table with a regular head
            continue
        if rows:
            named = _NAMED & set(heads(units[place])) or _lead(units[place:after])
            if rows is loose or not named:
                _mark(units, place, after, rows if rows is loose else None)
            found += rows
            place = after
            continue
        if changed := changes.read(units, place):
            found += changed
        else:
            loose, after = flattened.pairs(units, place)
            if not loose:
                loose, after = flattened.labelled(units, place)
            if not loose:
                loose, after = aims.read(units, place)
            if loose:
                _mark(units, place, after, loose)
                found += loose
                place = after
                continue
        if not changed and _tells(unit.text) and (sentence := told(unit, place)):
            found.append(sentence)
        place += 1
    found = [one for one in found if _is_named(one, units)]
    _part_units(found)
    indexes.by_measure(units)
    return indexes.without(sorted(found, key=lambda one: one.place))


def _in_english(units: list[Unit]) -> list[Found]:
    """Return the measures of a document in English, by fields, by cells of a line, by lines."""
    found = [*measurefields.collect(units), *measurecells.collect(units)]
    return [*found, *measures.collect(units)]


def _is_named(one: Found, units: list[Unit]) -> bool:
    """Know the name before the label of a value (満足度 現状値(R5)); a label alone is none."""
    if not _OF_VALUE.fullmatch(one.title):
        return True
    text = units[one.place].text
    name, _, rest = text.partition(one.title)
    one.title = changes.clean(name)
    return bool(one.title) and not rest.strip()


def _part_units(found: list[Found]) -> None:
    """Know units in brackets behind names; they are cut off where they say 単位, or all have one.

    Of what no list names, a short word is one where most names of a plan have a unit so.
    """
    parts = [part(one.title) for one in found]
    united = sum(unit is not None for _, unit in parts)
    most, every = united * 2 > len(found) > 2, united >= _EVERY * len(found)
    for one, (name, unit) in zip(found, parts, strict=True):
        if unit is None and most:
            name, unit = part(one.title, known=False)
        one.unit = one.unit or unit
        if every or "単位" in one.title[len(name) :]:
            one.title = name


def _tells(text: str) -> bool:
    if ("から" in text or " from " in text) and _TOLD.search(text):
        return True
    may = "った" in text or "現" in text or ")" in text or "）" in text or "とする" in text
    return may and any(word in text for word in OTHER_WORDS)


def _mark(units: list[Unit], place: int, stop: int, loose: list[Found] | None) -> None:
    """Mark the lines of a table; of ``loose`` rows not the text and headings between them."""
    rows = {row.place for row in loose or ()}
    held = {line for row in loose or () for line in range(row.first, row.last + 1)}
    begun = False
    for number, unit in enumerate(units[place:stop], place):
        begun = begun or number in rows
        between = begun and loose is not None and unit.first not in held
        if between and (unit.mark or (unit.code and unit.rest) or ends_table(unit)):
            continue  # what stands between the tables of two sections
        if loose is None or not (unit.prose or (begins(unit) and number not in rows)):
            unit.use = unit.use or "table"


def _lead(table: list[Unit]) -> bool:
    """Tell rows that begin with the number of what they measure: 第2項 | 地域福祉の推進 | …."""
    if column(*table[0].cells[1:2] or [""]) not in (None, "other"):
        return False
    rows = [unit for unit in table[1:] if len(unit.cells) > _LED and unit.cells[0]]
    led = [unit for unit in rows if is_led(unit.cells)]
    return len(led) >= _LED and 2 * len(led) >= len(rows)


def _is_torn(row: Found) -> bool:
    """Tell a row of which a cell begins with the unit of the one before: 70.0 | % 82.4 %."""
    return any(one and _UNIT_FIRST.match(narrow(one.printed)) for one in (row.baseline, row.target))


def _below(units: list[Unit], place: int, stop: int) -> int:
    """Return how many rows a table with a regular head on one of the next lines has."""
    found = 0
    for head in range(place + 1, min(place + 8, stop)):
        columns, after = measureheads.read(units, head)
        if columns:
            found = max(found, len(_rows(units, after, columns)[0]))
    return found


def _rows(units: list[Unit], place: int, columns: list[Column]) -> tuple[list[Found], int]:
    """Return the rows of cells from a place on, and what follows them."""
    found: list[Found] = []
    while place < len(units):
        unit = units[place]
        if unit.use == "rule" or (found and unit.use in ("page-number", "running-header")):
            place += 1
            continue
        if unit.use and unit.use != "page-number":
            break
        if rows := _rows_of_cells(unit, columns, place):
            found += rows
        elif _heads_group(units, place, columns):
            pass
        elif begins(unit) or not (
            (found and "|" in unit.text)
            or (len(unit.cells) == len(columns) and not measureheads.read(units, place)[0])
        ):
            break
        place += 1
    return found, place


def _heads_group(units: list[Unit], place: int, columns: list[Column]) -> bool:
    """Tell the title of a group of rows between rows of cells."""
    unit, after = units[place], units[place + 1] if place + 1 < len(units) else None
    titled = unit.code is not None and unit.code.word and unit.rest and not unit.cells
    if not titled or after is None or after.use or len(after.cells) < 2:
        return False
    return bool(_rows_of_cells(after, columns, place + 1))


def _rows_of_cells(unit: Unit, columns: list[Column], place: int) -> list[Found]:
    """Return the row of a line, or those of tables side by side; none of more cells than heads."""
    width = len(columns)
    more, rest = divmod(len(unit.cells), width)
    if more and rest and any(unit.cells[width:]):
        return []
    starts = range(0, more * width, width) if more > 1 and not rest else range(1)
    rows = (_row_of_cells(unit, unit.cells[start:], columns, place) for start in starts)
    return [row for row in rows if row]


def _row_of_cells(
    unit: Unit, cells: tuple[str, ...], columns: list[Column], place: int
) -> Found | None:
    if len(cells) < max(2, len(columns)):
        return None
    values: dict[int, str] = {}
    title, measure = "", None
    placed = _in_place(tuple(cell.strip(" |") for cell in cells), columns)
    if placed[0] != cells[0].strip(" |") and len(unit.cells) == len(columns):
        unit.cells = placed
    cells = placed
    for number, (cell, one) in enumerate(zip(cells, columns, strict=False)):
        if one.holds == "title" and cell and not title:
            title = cell
        elif one.holds == "unit":
            measure = cell or None
        elif one.holds in VALUE_HEADS:
            values[number] = cell
    wanted = [n for n, one in enumerate(columns) if one.holds in ("baseline", "target")]
    if len(wanted) == 1 and (change := CHANGE.fullmatch(narrow(values[wanted[0]]).strip())):
        found = _make(title, {wanted[0]: change["aim"]}, columns, measure, unit, place)
        if found and title:
            found.baseline = Quantity.parse(change["now"])
            return found
    if not title or not any(is_value(cell) for cell in values.values() if cell):
        return None
    return _make(title, values, columns, measure, unit, place)


def _in_place(cells: tuple[str, ...], columns: list[Column]) -> tuple[str, ...]:
    """Move the cells of a row to the right whose first cells are those of the row above."""
    empty = len(cells) - len("\t".join(cells).rstrip("\t").split("\t"))
    for right in range(min(empty, len(columns) - 1) + 1):
        moved = ("",) * right + cells[: len(cells) - right]
        held = zip(moved, columns, strict=False)
        if all(is_value(cell) for cell, one in held if one.holds in ("baseline", "target")):
            return moved
    return cells


def _make(
    title: str, values: dict[int, str], columns: list[Column], measure: str | None,
    unit: Unit, place: int,
) -> Found | None:  # fmt: skip
    title = re.sub(r"^[・●○■□◆◇\-*①-⑳\s]+|^[(（]?\d{1,2}[)）]\s*", "", title).strip()
    found = Found(title, unit.first, unit.last, place, unit=measure)
    for number, text in values.items():
        if not text:
            continue
        one = columns[number]
        own = re.search(rf"\(?({YEAR.pattern})\)?\s*$", narrow(text))
        year = one.year
        if own and own.start() > 0:
            year = year_in(own[1]) or year
            text = text[: own.start()].rstrip(" 　(（")
        quantity = Quantity.parse(text.strip())
        if one.holds == "baseline":
            found.baseline, found.baseline_year = quantity, year
        elif one.holds == "target":
            found.target, found.target_year = quantity, year
    if found.unit is None:
        found.unit = common_unit(found.baseline, found.target)
    return found
