"""Sheets of cells (施策シート, 個票): rows that hold a label and beside it what it says.

``施策番号 | 3-2 | 施策名 | 観光の振興`` above ``担当課 | 観光課`` and ``主な取組 | (1) …``: no row
is the head of those below it. Each cell becomes a line of its own, names first, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Unit
from plangraph.reading.tables import listed
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import LEVELS, column
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.offices import departments_of

#: A sheet has so many rows of labels at least; a label has so many letters at most.
_ROWS, _LONGEST = 2, 16
#: Labels of what a sheet tells besides.
_TOLD = re.compile(
    r"対象者?|手段|意図|区分|背景|評価|成果|経緯|備考|根拠法令|位置付け|その他|予算額?|担当者?"
)
#: Columns whose label names an element, and does not head a list of them: 施策名, 基本目標.
_LISTED = re.compile(
    r"主な|主要な|具体的|今後の|取組(?:内容|の?方向性?|方針)?$|方向性?$|展開$|内容$|事業$"
)
_ITEMS = re.compile(r"(?<=\S)\s*(?=[・●○■◆□◇▪▶]\s*\S|[①-⑳]|[(（]\d{1,2}[)）]\s*\S)")


#: The labels of a row, each with the number behind it, where there is one, and what it says.
_Pairs = list[tuple[str, str, str]]


@dataclass
class _Sheet:
    """What the rows of a sheet say: names by their level, what else in order."""

    names: dict[str, Unit] = field(default_factory=dict)
    departments: tuple[str, ...] = ()
    rest: list[Unit] = field(default_factory=list)

    def units(self) -> list[Unit]:
        """Return the lines of the sheet; who answers for it stays with its last name."""
        named = [self.names[level] for level in LEVELS if level in self.names]
        if named:
            named[-1].departments = self.departments
        return named + self.rest


def unfold(units: list[Unit]) -> list[Unit]:
    """Turn rows of labels and what they say into lines: a name, a label, a text each."""
    if not any(unit.cells for unit in units):
        return units
    found: list[Unit] = []
    place = 0
    while place < len(units):
        rows = _rows(units, place) if units[place].cells else []
        if sum(bool(row) for row in rows) >= _ROWS:
            found += _sheet(units[place : place + len(rows)], rows)
            place += len(rows)
        else:
            found.append(units[place])
            place += 1
    return found


def _rows(units: list[Unit], place: int) -> list[_Pairs | None]:
    """Return the pairs of the rows of a sheet that begins at ``place``.

    A row that goes on with the one above has none; one of a table within the sheet is None.
    """
    rows: list[_Pairs | None] = []
    for number in range(place, len(units)):
        unit = units[number]
        pairs = pairs_of(unit.cells) if unit.cells and not unit.use else []
        if rows and not pairs and not unit.use and number + 1 < len(units):
            pairs = _unknown(unit.cells) if pairs_of(units[number + 1].cells) else []
        goes_on = unit.cells[:1] == ("",) and sum(map(bool, unit.cells)) == 1
        if pairs or (rows and goes_on and not unit.use):
            rows.append(pairs)
        elif rows and unit.cells and unit.use == "table":
            rows.append(None)
        else:
            break
    while rows and rows[-1] is None:
        rows.pop()
    return rows


def pairs_of(cells: Sequence[str]) -> _Pairs:
    """Return the labels of a row with what they say; nothing where a cell is neither."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    pairs: _Pairs = []
    place = 0
    while place < len(filled):
        label = filled[place]
        values = filled[place + 1 : place + 3]
        if not _is_label(label) or not values or _is_label(values[0]):
            return []
        if column(_plain(label)) in LEVELS and _is_bare(values[-1]):
            return []  # 基本施策 ②, whose title stands on the next line
        bare = len(values) > 1 and _is_bare(values[0]) and not _is_label(values[1])
        pairs.append((label, values[0], values[1]) if bare else (label, "", values[0]))
        place += 3 if bare else 2
    return pairs


def _unknown(cells: Sequence[str]) -> _Pairs:
    """Return the one pair of a row whose label nobody knows, among rows of known ones."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) != 2 or not cells[0] or len(filled[0]) > _LONGEST or "。" in filled[0]:
        return []
    return [] if parse(narrow(filled[0]))[1] else [(filled[0], "", filled[1])]


def _is_label(cell: str) -> bool:
    text = re.sub(r"\s", "", narrow(cell)).strip("【】[]<>《》■◆●○:：")
    if not 2 <= len(text) <= _LONGEST or text.isascii() or _is_title(text):
        return False
    return bool(column(text) or role_of(text) or _TOLD.fullmatch(text))


def _is_title(text: str) -> bool:
    """Tell a title behind its word and number: 基本目標1 海を守る."""
    _, code, end = parse(text)
    return code is not None and bool(code.word) and bool(text[end:])


def _plain(label: str) -> str:
    """Return a label without its dress and white space."""
    return re.sub(r"\s", "", label).strip("【】[]<>《》■◆●○:：")


def _is_bare(cell: str) -> bool:
    text = narrow(cell)
    _, code, end = parse(text)
    return len(text) < 10 and (text.isdigit() or (code is not None and not text[end:].strip()))


def _sheet(units: list[Unit], rows: list[_Pairs | None]) -> list[Unit]:
    sheet = _Sheet()
    number = ""
    for unit, pairs in zip(units, rows, strict=True):
        if pairs is None:
            sheet.rest.append(unit)
            continue
        if not pairs:
            sheet.rest += _items(unit, next(cell for cell in unit.cells if cell))
        for place, (label, code, value) in enumerate(pairs):
            text = _plain(label)
            kind = column(text)
            after = _plain(pairs[place + 1][0]) if place + 1 < len(pairs) else ""
            if kind == "number" or (_is_bare(value) and after == f"{text}名"):
                number = value
            elif kind == "department":
                names = departments_of(value)
                sheet.departments += tuple(n for n in names if n not in sheet.departments)
            elif kind in LEVELS and not (
                kind in sheet.names or _LISTED.search(text) or listed.items(value)
            ):
                sheet.names[kind] = _name(unit, kind, code or number, value)
                number = ""
            else:
                sheet.rest.append(_line(unit, text))
                sheet.rest += _items(unit, f"{code} {value}".strip())
    return sheet.units()


def _name(unit: Unit, kind: str, number: str, value: str) -> Unit:
    one = _line(unit, value)
    if one.code is None and number:
        one = _line(unit, f"{number} {value}")
    one.hint = kind
    return one


def _items(unit: Unit, text: str) -> list[Unit]:
    """Return the items of a cell, a line each; text without marks is one line."""
    parts = _ITEMS.split(text)
    if len(parts) == 1:
        parts = listed.items(text) or parts
    return [_line(unit, part) for part in parts if part.strip()]


def _line(unit: Unit, text: str) -> Unit:
    line = Unit(text, unit.first, unit.last, unit.page, celled=True)
    parse_unit(line)
    line.prose = text.endswith("。")
    return line
