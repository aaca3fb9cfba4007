"""Works with what they cost year by year: 区分 事業名 令和4年度 令和5年度 担当課 （単位：千円）.

A row is its name and at least one amount behind it, whether its cells stand on one line, each on
a line of its own, or a name above its amounts. What a year brings in or costs as a whole
(歳入, 款) has another head and is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plangraph.reading.tables.workheads import Head
from plangraph.reading.tables.worklines import NOTHING, OFFICES, STATE, Line, Work, is_label
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import ELEMENTS, column
from plangraph.reading.terms.offices import DEPARTMENT

#: A name has so many letters and pieces at most, an office so many letters.
_NAME, _PIECES, _OFFICE = 44, 6, 20
#: What a year holds: an amount, nothing, or how far the work is then.
_AMOUNT = re.compile(
    r"[△▲\-]?\d[\d,]*(?:\.\d+)?(?:[億万千百]?円)?|[\-−–—―－ー]{1,3}|[→⇒○◎●◯]+|未定|調整中|皆増"
    r"|(?:検討|調査|設計|工事|着手|完了|準備|策定|導入|開始)(?:[・、](?:検討|調査|設計|工事|実施))*"
)
_TOTAL = re.compile(r"(?:施策|政策|目標)?(?:小|合|総|累)?計")
_FLAG = re.compile(rf"{STATE.pattern}|[新継拡改](?:・[新継拡改])?|主要|重点|その他")
#: Columns whose heads are no words of a name.
_HEADS = ELEMENTS | {"number", "department"}
_NUMBER = re.compile(r"(?:No\.?)?\d{1,4}(?:-\d{1,3}){0,3}\.?")


class _Word(NamedTuple):
    """A word of a row, or all of a line or a cell where nothing parts it."""

    text: str
    line: Line
    #: The number of the line below the head; whether the word begins it.
    place: int
    begins: bool


class _Row(NamedTuple):
    """A row: its words by what they are, and where the next one begins."""

    number: str
    names: list[_Word]
    told: list[_Word]
    amounts: list[_Word]
    #: Offices and flags.
    others: list[_Word]
    offices: list[str]
    end: int


def rows(lines: Sequence[Line], head: Head) -> tuple[list[Work], int]:
    """Return the works below the head of such a table, and how many lines they take."""
    words = [
        _Word(text, line, place, not before)
        for place, line in enumerate(lines)
        if not line.aside or NOTHING.fullmatch(narrow(line.text))
        for before, text in enumerate(_cells(line))
    ]
    works: list[Work] = []
    place = taken = 0
    while row := _row(words, place, head):
        place = row.end
        taken = words[place - 1].place + 1
        if _TOTAL.fullmatch("".join(word.text for word in row.names)):
            for word in (*row.names, *row.amounts):
                word.line.unit.use = word.line.unit.use or "table"
        else:
            works.append(_work(row))
    return works, taken


def _cells(line: Line) -> list[str]:
    cells = line.unit.cells
    return [" ".join(cell.split()) for cell in cells if cell.strip()] or line.text.split()


def _row(words: Sequence[_Word], place: int, head: Head) -> _Row | None:
    """Return the row that begins at a word, or None where none does."""
    row = _Row("", [], [], [], [], [], place)
    number = ""
    begin: list[_Word] = []
    while place < len(words):
        word, place = words[place], place + 1
        text = narrow(word.text)
        if not begin and head.numbered and not number and _NUMBER.fullmatch(text):
            number = text
        elif not begin and head.flagged and _FLAG.fullmatch(text):
            row.others.append(word)
        elif begin and len(row.amounts) < head.costs and _is_amount(word):
            row.amounts.append(word)
        elif begin and head.owned and _is_office(word.text):
            row.others.append(word)
            row.offices.append(word.text)
        elif row.amounts:
            place -= 1
            break
        elif _is_heading(word, _cells(word.line)[-1]) or row.offices or len(begin) == _PIECES:
            return None
        else:
            begin.append(word)
    names, told = _parted(begin, head)
    whole = place == len(words) or words[place].begins
    if not (names and row.amounts and whole):
        return None
    return row._replace(number=number, names=names, told=told, end=place)


def _is_amount(word: _Word) -> bool:
    text = narrow(word.text)
    return _AMOUNT.fullmatch(text) is not None or STATE.fullmatch(text) is not None


def _is_office(word: str) -> bool:
    text = narrow(word)
    if len(text) > _OFFICE or text.endswith("教室"):
        return False
    return bool(OFFICES.fullmatch(text) or DEPARTMENT.search(text))


def _is_heading(word: _Word, last: str) -> bool:
    """Tell a line that ends the table: a label, a code and no amounts, the next head."""
    unit = word.line.unit
    if unit.use or (len(word.text) <= _OFFICE and column(word.text) in _HEADS):
        return True
    if not word.begins or _TOTAL.fullmatch(word.text):
        return False
    return (unit.code is not None and not _ends_row(last)) or is_label(word.line.text)


def _ends_row(text: str) -> bool:
    return _AMOUNT.fullmatch(narrow(text)) is not None or _is_office(text)


def _parted(words: Sequence[_Word], head: Head) -> tuple[list[_Word], list[_Word]]:
    """Part the words of a row before its amounts in its name and what is told of it."""
    names, told = list(words), []
    if head.told and len(words) > 1 and words[-1].text.endswith("。"):
        names, told = names[:1], names[1:]
    text = "".join(word.text for word in names)
    return ([], []) if len(text) > _NAME or "。" in text else (names, told)


def _work(row: _Row) -> Work:
    work = Work(row.names[0].line.number, row.number)
    work.names, work.told = _lines(row.names), _lines(row.told)
    figures = {word.place: word.line for word in (*row.amounts, *row.others)}
    work.figures = [line for line in figures.values() if not line.aside]
    work.beside = "、".join(row.offices)
    return work


def _lines(words: Sequence[_Word]) -> list[Line]:
    """Return the words of each line together, as a line."""
    found: dict[int, list[_Word]] = {}
    for word in words:
        found.setdefault(word.place, []).append(word)
    return [
        Line(" ".join(word.text for word in some), some[0].line.number, some[0].line.unit)
        for some in found.values()
    ]
