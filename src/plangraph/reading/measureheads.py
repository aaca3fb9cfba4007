"""The heads of indicator tables (指標 … 現状値 … 目標値): what each column holds, of which year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.fiscal import FiscalYear
from plangraph.reading.codes import narrow
from plangraph.reading.quantities import VALUE, YEAR, year_in
from plangraph.reading.rows import Unit
from plangraph.reading.tables import column

_WORDS = re.compile(
    r"(?P<unit>単位|unit)|(?P<base>現状値?|現況値?|基準値?|実績値?|現在値?|当初値?|策定時|直近値?"
    r"|Baseline|Current|Result)"
    r"|(?P<middle>中間目標値?|中間値?|参考値?)|(?P<target>(?:目標|目指す|めざす|将来)値?|Target)",
    re.I,
)
_NAME = re.compile(r"指標|KPI|目標項目|項目|数値目標|Indicator|Measure|Metric", re.I)
#: The value that a plan starts from, where later ones stand beside it.
_START = re.compile("基準|策定|当初|[Bb]aseline")
#: A word set with a space between its letters: 指 標 名.
_SPACED = re.compile(r"(?<![一-龥])(?:[一-龥] )+[一-龥](?=  |$)")
#: A year before the word in brackets: 令和4年度（現状）.
_OPENED = re.compile(rf"({YEAR.pattern})\s*\(\s*$")


@dataclass(slots=True)
class Column:
    """A column of an indicator table: what it holds and of which year."""

    holds: str
    year: FiscalYear | None = None


def read(units: list[Unit], place: int) -> tuple[list[Column], int]:
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
    if not {"target", "middle"} & set(kinds) or not {"baseline", "title"} & set(kinds):
        return [], place
    if kinds[0] in ("measure", "target", None) and "title" not in kinds:
        kinds[0] = "title"
    if not {"target", "middle"} & set(kinds):
        return [], place
    known = [number for number, kind in enumerate(kinds) if kind == "baseline"]
    own = next((number for number in known if _START.search(cells[number])), max(known, default=0))
    dated = [n for n in range(min(known, default=0)) if YEAR.fullmatch(narrow(cells[n]))]
    if dated and len(known) > 1:  # the year before those whose results are told
        own = dated[-1]
        known.append(own)
    for number in known:  # the value at the start, or the last one known
        kinds[number] = "baseline" if number == own else "other"
    if "target" not in kinds:  # the only aim is that of a year in the middle
        kinds[len(kinds) - 1 - kinds[::-1].index("middle")] = "target"
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
