"""Indicators (指標): name, value now and value aimed at, with years and unit, from tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plangraph.fiscal import FiscalYear
from plangraph.reading import flattened
from plangraph.reading.codes import narrow, parse
from plangraph.reading.lexicon import role_of
from plangraph.reading.quantities import UNIT, VALUE, YEAR, is_value, unit_of, year_in
from plangraph.reading.rows import Unit
from plangraph.reading.stated import Found, inline, span
from plangraph.reading.tableheads import begins
from plangraph.reading.tables import column
from plangraph.values import Quantity

_WORDS = re.compile(
    r"(?P<unit>単位|unit)|(?P<base>現状値?|現況値?|基準値?|実績値?|現在値?|当初値?|策定時|直近値?"
    r"|Baseline|Current|Result)"
    r"|(?P<middle>中間目標値?|中間値?|参考値?)|(?P<target>(?:目標|目指す|めざす|将来)値?|Target)",
    re.I,
)
_NAME = re.compile(r"指標|KPI|目標項目|項目|数値目標|Indicator|Measure|Metric", re.I)
#: Without one of these a line starts no table and is no indicator.
_HINT = re.compile(r"年間|▶|指|目\s?標|項\s?目|KPI|ＫＰＩ|→|⇒|➡|➔|->|[Tt]arget|TARGET|将来値")
#: A word set with a space between its letters: 指 標 名.
_SPACED = re.compile(r"(?<![一-龥])(?:[一-龥] )+[一-龥](?=  |$)")
#: A year before the word in brackets: 令和4年度（現状）.
_OPENED = re.compile(rf"({YEAR.pattern})\s*\(\s*$")


@dataclass(slots=True)
class Column:
    """A column of an indicator table: what it holds and of which year."""

    holds: str
    year: FiscalYear | None = None


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
        columns, after = _head(units, place)
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
        columns, after = _head(units, head)
        if columns:
            found = max(found, len(_rows(units, after, columns)[0]))
    return found


def _unnumber(rows: list[Found]) -> None:
    """Take the numbers of the rows off their titles: 1 待機児童数, 2 …"""
    numbers = [re.match(r"(\d{1,2})[.．]?[\s　]+(?=\D)", narrow(row.title)) for row in rows]
    if all(found and int(found[1]) == due for due, found in enumerate(numbers, 1)):
        for row, found in zip(rows, numbers, strict=True):
            row.title = row.title[found.end() if found else 0 :]


def _head(units: list[Unit], place: int) -> tuple[list[Column], int]:
    """Read the head of an indicator table that starts at ``place``: columns, next unit."""
    unit = units[place]
    if len(unit.cells) > 1:
        return _head_of_cells(units, place)
    text = _SPACED.sub(lambda found: found[0].replace(" ", ""), narrow(unit.text))
    if len(text) > 110 or "。" in text:
        return [], place
    words = list(_WORDS.finditer(text))
    names = _NAME.search(text)
    if names and any(w["base"] for w in words) and any(w["target"] for w in words):
        return [Column("title"), *_columns_of(text, words)], _skip_rules(units, place + 1)
    if names and not words and (dated := _only_years(text, names)):
        return dated, _skip_rules(units, place + 1)
    if (names and len(text) <= 16) or (text in ("指標", "指標名", "項目")):
        return _head_of_lines(units, place)
    return [], place


def _only_years(text: str, name: re.Match[str]) -> list[Column]:
    """A head that names only the years: 項目 平成26年度 令和2年度."""
    years = [year_in(token) for token in text[name.end() :].split()]
    if len(years) < 2 or None in years or years[0] == years[-1]:
        return []
    holds = ["baseline", *["middle"] * (len(years) - 2), "target"]
    return [Column("title"), *(Column(hold, year) for hold, year in zip(holds, years, strict=True))]


def _columns_of(text: str, words: list[re.Match[str]]) -> list[Column]:
    columns = []
    name = _NAME.search(text)
    start = name.end() if name else 0
    values = [word for word in words if not word["unit"] and word.start() >= start]
    leading = bool(values and re.search(rf"(?:{YEAR.pattern})\s*$", text[: values[0].start()]))
    for place, word in enumerate(words):
        if name and word.start() < name.end() and word["target"]:
            continue
        stop = words[place + 1].start() if place + 1 < len(words) else len(text)
        year = None if leading else year_in(text[word.end() : stop])
        if opened := _OPENED.search(text[: word.start()]):
            year = year_in(opened[1]) or year
        before = text[words[place - 1].end() if place else 0 : word.start()]
        if year is None and (leading or re.search(r"(?:年度?の?|\d)\s*$", before)):
            year = year_in(before)
        columns.append(Column(_holds(word), year))
    last = text[words[-1].end() :]
    tail = YEAR.sub("", last).split() if columns else []
    return columns + [Column("other") for word in tail if not re.search(r"[()\d]|^値$", word)]


def _holds(word: re.Match[str]) -> str:
    return next(
        name for name, group in (
            ("unit", "unit"), ("baseline", "base"), ("middle", "middle"), ("target", "target")
        ) if word[group]
    )  # fmt: skip


def _column(cell: str) -> str | None:
    """Among the columns of an indicator table 目標 is the value aimed at, not a goal."""
    kind = column(cell)
    return "target" if kind == "goal" else kind


def _head_of_cells(units: list[Unit], place: int) -> tuple[list[Column], int]:
    cells = units[place].cells
    kinds = [_column(cell) if len(cell) < 34 else None for cell in cells]
    if not {"target"} & set(kinds) or not (
        {"baseline", "title"} & set(kinds) or kinds[0] in ("measure", None)
    ):
        return [], place
    if "baseline" not in kinds and "title" not in kinds:
        return [], place
    if kinds[0] in ("measure", "target", None) and "title" not in kinds:
        kinds[0] = "title"
    columns = [Column(kind or "", year_in(cell)) for kind, cell in zip(kinds, cells, strict=True)]
    after = place + 1
    while after < len(units) and units[after].use == "rule":
        after += 1
    if after < len(units) and len(units[after].cells) == len(cells):
        years = [year_in(cell) for cell in units[after].cells]
        if any(years) and not any(
            VALUE.fullmatch(narrow(cell)) and not year
            for cell, year in zip(units[after].cells, years, strict=True)
            if cell
        ):
            for one, year in zip(columns, years, strict=True):
                one.year = year or one.year
            after += 1
    return columns, after


def _head_of_lines(units: list[Unit], place: int) -> tuple[list[Column], int]:
    """A head whose cells stand one a line: 指標名, 単位, 現状値, (令和元年度), 目標値 …"""
    columns = [Column("title")]
    after = place + 1
    while after < len(units) and after < place + 12:
        text = narrow(units[after].text)
        if (units[after].use and units[after].use != "page-number") or len(text) > 24:
            break
        word = _WORDS.search(text)
        if word:
            columns.append(Column(_holds(word), year_in(text)))
        elif (year := year_in(text)) and len(columns) > 1 and len(text) < 18:
            blank = next(
                (one for one in columns[1:] if one.year is None and one.holds != "unit"), None
            )
            if blank is None:
                break
            blank.year = year
        else:
            break
        after += 1
    holds = {one.holds for one in columns}
    return (columns, after) if {"baseline", "target"} <= holds else ([], place)


def _skip_rules(units: list[Unit], after: int) -> int:
    while after < len(units) and units[after].use == "rule":
        after += 1
    return after


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
    for number, (cell, one) in enumerate(zip(unit.cells, columns, strict=False)):
        if one.holds == "title" and cell and not title:
            title = cell
        elif one.holds == "unit":
            measure = cell or None
        elif one.holds in ("baseline", "middle", "target"):
            values[number] = cell
    if not title or not any(is_value(cell) for cell in values.values() if cell):
        return None
    return _make(title, values, columns, measure, unit, place)


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
        found.unit = unit_of(found.target) or unit_of(found.baseline)
    return found
