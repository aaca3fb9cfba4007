"""Contents pages in two columns (二段組みの目次): the left column is read before the right one.

Leaders are of no steady width in extracted text, so that the right column does not begin at
one place. That the pages of all left parts come before those of the right ones tells it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plangraph.reading.recovery.layout import block
from plangraph.reading.rows import Row
from plangraph.reading.terms.codes import narrow

#: A title that leads to its page, another title beside it; or two titles a wide gap apart.
_LED = re.compile(
    r"\s*+\S(?:[^…・.‥･]|(?:[…・.‥･]\s?)++)*?(?:[…・.‥･]\s?){3,}+\s*+\d{1,3}\s{2,}+(?P<right>.+)"
)
#: … or to a page behind a wide gap.
_GAPPED = re.compile(r"\s*+\S.*?\s{2,}\d{1,3}\s{2,}(?P<right>\S.*[^\d\s]\s+\d{1,3})\s*$")
_APART = re.compile(r"\s{0,8}\S.*?\S\s{5,}(?P<right>\S.*)")
_RIGHT = re.compile(r"\s{24,}(?P<right>\S.*)")
_PAGE = re.compile(r"[…・.‥･]\s?[…・.‥･]\s*+(\d{1,3})$|\s(\d{1,3})$")
#: So many rows with leaders side by side, the fewest pages of a column.
_ROWS, _FEWEST = 3, 3
#: A longer row is no line of a page (characters).
_LONGEST = 400


def read(rows: list[Row]) -> list[Row]:
    """Return the rows, contents pages of two columns as one."""
    wide = [row for row in rows if "  " in row.text]
    form = next((one for one in (_LED, _GAPPED) if _count(wide, one) >= _ROWS), None)
    if form is None:
        return rows
    led = [_is_led(row, form) for row in rows]
    found: list[Row] = []
    place = 0
    while place < len(rows):
        stop = block(rows, place, _ends) if _both(rows[place], form) else place
        columns = _columns(rows[place:stop], form) if sum(led[place:stop]) >= _ROWS else []
        found += columns or rows[place : max(stop, place + 1)]
        place = max(stop, place + 1)
    return found


def _count(rows: list[Row], form: re.Pattern[str]) -> int:
    return sum(_is_led(row, form) for row in rows)


def _is_led(row: Row, form: re.Pattern[str]) -> bool:
    text = row.text
    may = "  " in text and len(text) <= _LONGEST and not row.cells
    return may and form.match(narrow(text)) is not None


def _both(row: Row, form: re.Pattern[str]) -> re.Match[str] | None:
    if row.cells or row.level or len(row.text) > _LONGEST or "  " not in (text := narrow(row.text)):
        return None
    return form.match(text) or _APART.match(text)


def _ends(row: Row) -> bool:
    """Tell what no page of contents holds."""
    return bool(row.cells) or len(row.text) > _LONGEST or "。" in row.text


def _columns(rows: list[Row], form: re.Pattern[str]) -> list[Row]:
    """Return the left parts of the rows and then the right ones; nothing where they are none."""
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        text = narrow(row.text)
        both = _both(row, form)
        cut = both.start("right") if both else None
        if cut is None and (alone := _RIGHT.match(text)):
            cut = alone.start("right")
        left.append(replace(row, text=row.text[:cut].rstrip() if cut is not None else row.text))
        right.append(replace(row, text=row.text[cut:] if cut is not None else ""))
    pages = [_pages(column) for column in (left, right)]
    told = min(map(len, pages)) >= _FEWEST and pages[0] + pages[1] == sorted(pages[0] + pages[1])
    return [*left, *(one for one in right if one.text)] if told else []


def _pages(column: list[Row]) -> list[int]:
    found = (_PAGE.search(narrow(row.text).rstrip()) for row in column)
    return [int(one[1] or one[2]) for one in found if one]
