"""Indicators (指標): name, value now and value aimed at, with years and unit, from tables."""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.fiscal import FiscalYear
from plangraph.reading import flattened, measureheads
from plangraph.reading.codes import narrow, parse
from plangraph.reading.lexicon import role_of
from plangraph.reading.measureheads import Column
from plangraph.reading.quantities import UNIT, YEAR, common_unit, is_value, year_in
from plangraph.reading.rows import Unit
from plangraph.reading.stated import Found, inline, span
from plangraph.reading.tableheads import begins
from plangraph.values import Quantity

#: Without one of these a line starts no table and is no indicator.
_HINT = re.compile(
    r"年間|▶|指|目\s?標|項\s?目|KPI|ＫＰＩ|→|⇒|➡|➔|->|T(?:arget|ARGET)|target|将来値"
)


def collect(units: list[Unit]) -> list[Found]:
    """Return the indicators of a document and mark their lines as a table."""
    found: list[Found] = []
    place = since = 0
    years: tuple[FiscalYear | None, FiscalYear | None] | None = None
    while place < len(units):
        unit = units[place]
        if unit.use or not _HINT.search(unit.text):
            place += 1
            continue
        columns, after = measureheads.read(units, place)
        rows, after = _rows(units, after, columns) if columns else ([], after)
        _unnumber(rows)
        loose, later = flattened.read(units, place)
        if len(loose) > max(len(rows), _below(units, place, later)):
            rows, after = loose, later
        if rows:
            for one in units[place:after]:
                if rows is not loose or not (one.prose or begins(one)):
                    one.use = one.use or "table"
            found += rows
            place = after
            continue
        years = span(unit.text) or years
        if stated := inline(units, place):
            if years and place - since < 12:
                stated.baseline_year = stated.baseline_year or years[0]
                stated.target_year = stated.target_year or years[1]
            found.append(stated)
        if span(unit.text):
            since = place
        place += 1
    return found


def _below(units: list[Unit], place: int, stop: int) -> int:
    """Return how many rows a table with a regular head on one of the next lines has."""
    found = 0
    for head in range(place + 1, min(place + 8, stop)):
        columns, after = measureheads.read(units, head)
        if columns:
            found = max(found, len(_rows(units, after, columns)[0]))
    return found


def _unnumber(rows: list[Found]) -> None:
    """Take the numbers of the rows off their titles: 1 待機児童数, 2 …"""
    numbers = [re.match(r"(\d{1,2})[.．]?[\s　]+(?=\D)", narrow(row.title)) for row in rows]
    if all(found and int(found[1]) == due for due, found in enumerate(numbers, 1)):
        for row, found in zip(rows, numbers, strict=True):
            row.title = row.title[found.end() if found else 0 :]


def _rows(units: list[Unit], place: int, columns: list[Column]) -> tuple[list[Found], int]:
    found: list[Found] = []
    while place < len(units):
        unit = units[place]
        if unit.use == "rule":
            place += 1
            continue
        if unit.use in ("page-number", "running-header") and found:
            place += 1
            continue
        if unit.use and unit.use != "page-number":
            break
        if len(unit.cells) > 1:
            row = _row_of_cells(unit, columns, place)
            if row is None:
                if found and len(unit.cells) == len(columns) and not unit.cells[0]:
                    place += 1
                    continue
                break
            found.append(row)
            place += 1
            continue
        row = _row_of_text(unit, columns, place)
        if row is not None:
            found.append(row)
            place += 1
            continue
        row = _row_of_two(units, place, columns)
        if row is not None:
            found.append(row)
            place += 2
            continue
        row, after = _row_of_lines(units, place, columns)
        if row is None and not found and year_in(unit.text) and len(unit.text) < 50:
            years = [year_in(match[0]) for match in YEAR.finditer(narrow(unit.text))]
            values = [one for one in columns if one.holds in ("baseline", "middle", "target")]
            if len(years) == len(values):
                for one, year in zip(values, years, strict=True):
                    one.year = year
                place += 1
                continue
        if row is None:
            break
        found.append(row)
        place = after
    return found, place


def _row_of_cells(unit: Unit, columns: list[Column], place: int) -> Found | None:
    if len(unit.cells) != len(columns) and len(unit.cells) < len(columns):
        return None
    values: dict[int, str] = {}
    title, measure = "", None
    cells = _in_place(unit.cells, columns)
    for number, (cell, one) in enumerate(zip(cells, columns, strict=False)):
        if one.holds == "title" and cell and not title:
            title = cell
        elif one.holds == "unit":
            measure = cell or None
        elif one.holds in ("baseline", "middle", "target"):
            values[number] = cell
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


def _row_of_text(unit: Unit, columns: list[Column], place: int) -> Found | None:
    """A row whose cells are set apart by white space only: read from the right."""
    text = unit.rest if unit.mark and not unit.code else unit.text
    wanted = [n for n, one in enumerate(columns) if one.holds in ("baseline", "middle", "target")]
    has_unit = any(one.holds == "unit" for one in columns)
    if "。" in text or len(text) > 140:
        return None
    tokens = re.split(r"[\s　]+", text.strip())
    beside = sum(one.holds == "other" for one in columns)
    if beside and len(tokens) > beside + len(wanted):
        tokens = tokens[:-beside]
    if len(tokens) > len(wanted) + 1 and tokens[-1].isdigit() and len(tokens[-1]) <= 3 and all(
        is_value(token) and not token[-1].isdigit() for token in tokens[-1 - len(wanted) : -1]
    ):  # fmt: skip
        tokens = tokens[:-1]
    values: list[str] = []
    while tokens and len(values) < len(wanted):
        if is_value(tokens[-1]):
            values.append(tokens.pop())
        elif len(tokens) > 1 and is_value(tokens[-2] + tokens[-1]) and re.search(r"\d", tokens[-2]):
            values.append(tokens.pop(-2) + tokens.pop())
        else:
            break
    if len(values) < len(wanted) or not tokens:
        return None
    _, code, end = parse(narrow(tokens[0]))
    if len(tokens) > 1 and code and code.word and end >= len(tokens[0]):
        tokens = tokens[1:]
    measure = None
    if has_unit and len(tokens) > 1 and len(tokens[-1]) <= 8:
        measure = tokens.pop()
    title = " ".join(tokens)
    if len(title) < 3 or not any(re.search(r"[\d０-９]|維持|増|減", value) for value in values):
        return None
    return _make(title, dict(zip(wanted, values[::-1], strict=True)), columns, measure, unit, place)


def _row_of_two(units: list[Unit], place: int, columns: list[Column]) -> Found | None:
    """A row whose title is longer than its column: the values stand on the second line."""
    first, second = units[place], units[place + 1] if place + 1 < len(units) else None
    if second is None or second.use or second.cells or second.gap > 1 or first.prose:
        return None
    if len(first.text) > 60 or re.search(r"\d\S{0,3}$", narrow(first.text)) or role_of(first.text):
        return None
    whole = _row_of_text(second, columns, place)
    words = second.text.split()
    bare = all(is_value(token) for token in words) or re.fullmatch(UNIT, narrow(words[0]))
    between = " " if whole is None or bare or first.text.isascii() else ""
    text = first.text + between + second.text
    joined = replace(first, text=text, rest=first.rest + between + second.text, last=second.last)
    return _row_of_text(joined, columns, place)


def _row_of_lines(units: list[Unit], place: int, columns: list[Column]) -> tuple[Found | None, int]:
    """A row whose cells stand one a line."""
    unit = units[place]
    if (
        unit.prose
        or is_value(unit.text)
        or len(unit.text) > 60
        or (unit.mark and unit.mark in "■◆")
    ):
        return None, place
    values: dict[int, str] = {}
    measure = None
    after = place + 1
    for number, one in enumerate(columns):
        if one.holds in ("title", "other"):
            continue
        if after >= len(units) or units[after].prose or units[after].gap > 2:
            return None, place
        cell = units[after].text.strip()
        if one.holds == "unit" and not is_value(cell) and len(cell) <= 10:
            measure = cell
        elif one.holds in ("baseline", "middle", "target") and is_value(cell):
            values[number] = cell
        else:
            return None, place
        after += 1
    row = _make(unit.rest or unit.text, values, columns, measure, unit, place)
    if row:
        row.last = units[after - 1].last
    return row, after


def _make(
    title: str, values: dict[int, str], columns: list[Column], measure: str | None,
    unit: Unit, place: int,
) -> Found | None:  # fmt: skip
    title = re.sub(r"^[・●○■□◆◇\-*①-⑳\s]+", "", title).strip()
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
    named = re.search(r"[(（\[]\s*(?:単位[:：]\s*)?([%％]|\S{1,6})\s*[)）\]]$", title)
    if named and found.unit is None and re.fullmatch(UNIT, narrow(named[1])):
        found.unit, found.title = named[1], title[: named.start()].strip()
    if found.unit is None:
        found.unit = common_unit(found.baseline, found.target)
    return found
