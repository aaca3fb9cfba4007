"""Indexes of measures (施策一覧) with a column for the office that answers for each.

    番号 施策名 担当課 頁          番号 / 施策名 / 担当課
    1 街灯の見直し 環境課 12       1 / 街灯の見直し / 環境課
    2 吊り橋の改良 道路課 14       2 / 吊り橋の改良 / 道路課

Nothing but a space parts an office from the title before it. That it is one, the rows tell
together: most of them end with an office, whatever page stands behind it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from plangraph.reading.rows import Row, Unit
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.offices import departments_of

#: So many rows at least make an index; each has so many letters at most, a title so many.
_ROWS, _LONGEST, _TITLE = 3, 80, 44
#: The head of a table has so many lines, and each so many letters.
_HEAD, _SHORT = 5, 40
#: How offices end, and how they do without fail (センター and 館 are places as well).
_ENDS = frozenset("課室局部係ー会館署所当")
_SORTS = "課|室|局|部|係|センター|委員会|本部|館|署|事務所|担当"
_ONE = rf"(?>[^\s。、・（）():：]{{1,14}}(?:{_SORTS}))(?=[、・,\s]|$)"
_OFFICES = rf"{_ONE}(?:[、・,]{_ONE})*"
_SURE = re.compile("[課室局部係]$")
_PAGE = re.compile(r"[Pp]?\.?\d{1,3}")
_PAGED = rf"(?P<page>[ 　\t]+{_PAGE.pattern})?"
_CELL = re.compile(rf"(?:(?P<code>\S{{1,12}})[ 　\t]+)?(?P<who>{_OFFICES})")
_BEHIND = re.compile(rf"(?P<title>.*[^\s　])[ 　\t]+(?P<who>{_OFFICES}){_PAGED}")
_BEFORE = re.compile(
    rf"\s*(?P<code>\S{{1,12}})[ 　\t]+(?P<who>{_OFFICES})[ 　\t]+(?P<title>\S.*?){_PAGED}"
)
#: What ends a row of values, or of plans and works, which other stages read with their offices.
_OTHER = re.compile(r"\d\S{0,4}$|[：:]$|^[（(【［\[■◆●]")
_PLANS = re.compile(
    r"(?:計画|プラン|ビジョン|指針|条例|方針|事業)(?:[（(].*[)）])?(?:\s+\d{1,3})?$"
)
#: The office on either side of a title behind its number.
_REST = re.compile(
    rf"(?P<title>.*[^\s　])[ 　\t]+(?P<who>{_OFFICES})|(?P<first>{_OFFICES})[ 　\t]+(?P<other>\S.*)"
)
#: What heads a column of pages, and how long the word above a column is.
_PAGE_HEADS, _WORD = frozenset(("頁", "ページ", "掲載頁", "掲載ページ", "P", "Ｐ")), 10
#: A column of these makes another table: what is told of works, what they cost, how they go on.
_TOLD = frozenset(("other", "plan", "period", "baseline", "target", "title", "revised", "project"))


class _Entry(NamedTuple):
    """A row of the index: which rows it is made of, its title and its offices."""

    first: int
    end: int
    text: str
    offices: str


def part(rows: list[Row]) -> list[Row]:
    """Return the rows, each of an index with its office beside it; all where there is none."""
    may = [place for place, row in enumerate(rows) if "。" not in row.text and _may_end(row)]
    entries = _lines(rows, may, _BEHIND) if len(may) >= _ROWS else []
    if len(entries) < _ROWS and len(may) >= _ROWS:
        entries = _cells(rows, may)
    if len(entries) < _ROWS and (head := _before(rows)):
        entries = _lines(rows, range(head, len(rows)), _BEFORE)
    return _without(rows, entries) if _is_index(rows, entries) else rows


def _before(rows: list[Row]) -> int:
    """Return where the rows begin below a head that names the office before the title; or 0."""
    for place, row in enumerate(rows):
        text = row.text
        if len(text) <= _SHORT and ("担当" in text or "管" in text) and not row.cells:
            kinds = [column(word) for word in text.split()]
            if "department" in kinds[:-1] and kinds[-1] != "project":
                return place + 1
    return 0


def _may_end(row: Row) -> bool:
    """Tell a row that an office may end, or an office and a page."""
    text = row.text
    if row.cells or not 2 <= len(text) <= _LONGEST:
        return False
    return text.rstrip("0123456789０１２３４５６７８９Pp. 　\t")[-1:] in _ENDS


def _lines(rows: list[Row], places: Iterable[int], form: re.Pattern[str]) -> list[_Entry]:
    """Return the rows of an index of the form that has a line for each."""
    found: list[_Entry] = []
    for place in places:
        text = rows[place].text.rstrip()
        line = form.fullmatch(narrow(text)) if len(text) <= _LONGEST else None
        if line is None:
            continue
        start, end = line.span("title")
        code = line.groupdict().get("code")
        title = f"{code} {text[start:end]}" if code else text[:end].replace("\t", " ")
        page = f" ..... {line['page'].strip()}" if line["page"] else ""
        if _is_title(title):
            found.append(_Entry(place, place + 1, title + page, line["who"]))
    return found


def _cells(rows: list[Row], may: list[int]) -> list[_Entry]:
    """Return the rows of an index that has a cell a line: number, title, office, page.

    The office may stand before the title as well.
    """
    found: list[_Entry] = []
    places = [place for place, row in enumerate(rows) if row.text.strip()]
    lines = [rows[place].text.strip() for place in places]
    offices = {place for place in may if _CELL.fullmatch(narrow(rows[place].text.strip()))}
    for at, place in enumerate(places):
        cell = _CELL.fullmatch(narrow(lines[at])) if place in offices and at else None
        if cell is None or (cell["code"] and not _is_code(cell["code"])):
            continue
        first, last = (at, at + 1) if cell["code"] else (at - 1, at)
        if not cell["code"] and _is_code(lines[first]):
            last = at + 1
        if last > at and places[min(last, len(places) - 1)] in offices:
            continue  # 4 / 笛の教室 / 生涯学習課
        number, title = cell["code"] or lines[first], "".join(lines[last : last + 1])
        if last == at:
            number, title = "", lines[first]
            if first and _is_code(lines[first - 1]) and parse(narrow(title))[1] is None:
                first, number = first - 1, lines[first - 1]
        title = f"{number} {title}".strip()
        if column(lines[at - 1]) or not _is_title(title) or parse(narrow(title))[1] is None:
            continue
        below, after = (*map(narrow, lines[last + 1 : last + 3]), "", "")[:2]
        paged = _PAGE.fullmatch(below) and (not after or parse(after)[1] or _is_code(after))
        end = places[last + 1 if paged else last] + 1
        found.append(_Entry(places[first], end, title, cell["who"]))
    return found


def _is_code(text: str) -> bool:
    folded = narrow(text.strip())
    code, end = parse(f"{folded} 名")[1:]
    return code is not None and end >= len(folded)


def _is_title(text: str) -> bool:
    """Tell a title, behind its number or without one, that is no row of another table."""
    folded = narrow(text.strip())
    code, end = parse(folded)[1:]
    rest = folded[end:].strip() if code else folded
    return 3 <= len(rest) <= _TITLE and "。" not in rest and not _OTHER.search(rest)


def _is_index(rows: list[Row], entries: Sequence[_Entry]) -> bool:
    """Tell an index: hardly anything stands between its rows but the levels above them."""
    if len(entries) < _ROWS:
        return False
    inside = {place for one in entries for place in range(one.first, one.end)}
    between = [
        rows[place].text for place in range(entries[0].first, entries[-1].end)
        if place not in inside and rows[place].text.strip()
    ]  # fmt: skip
    if len(between) > len(entries) or any("。" in text for text in between):
        return False
    if any(_heads_acts(text) for text in between):
        return False  # a table of acts below each measure
    head = _head(rows, entries[0].first)
    if not _TOLD.isdisjoint(head):
        return False
    if 2 * sum(_PLANS.search(one.text) is not None for one in entries) > len(entries):
        return False
    coded = sum(parse(narrow(one.text))[1] is not None for one in entries)
    sure = sum(_SURE.search(one.offices) is not None for one in entries)
    return 2 * sure >= len(entries) and ("department" in head or 2 * coded >= len(entries))


def _heads_acts(text: str) -> bool:
    return {"direction", "department"} <= {column(word) for word in text.split()}


def _head(rows: list[Row], place: int) -> set[str | None]:
    """Return what the columns of a table hold, by the lines above its first row."""
    lines = [row.text for row in rows[max(0, place - 2 * _HEAD) : place] if row.text.strip()]
    words = (line.split() for line in lines[-_HEAD:] if parse(narrow(line.strip()))[1] is None)
    return {column(word) for line in words for word in line}


def _without(rows: list[Row], entries: Sequence[_Entry]) -> list[Row]:
    """Return the rows, one for each of the index, its offices beside its title."""
    found: list[Row] = []
    place = _head_end(rows, entries[0].first)
    if any(one.end > one.first + 1 for one in entries):  # a cell a line, those of the head too
        found = rows[: _head_start(rows, place)]
    else:
        place = 0
    for one in entries:
        found += rows[place : one.first]
        last = rows[one.end - 1]
        found.append(
            replace(
                rows[one.first], text=one.text, last=last.last or last.number,
                departments=departments_of(one.offices),
            )
        )  # fmt: skip
        place = one.end
    return found + rows[place:]


def _head_end(rows: list[Row], place: int) -> int:
    """Return the place behind the last word of a head that names the office, above a row."""
    above = range(place - 1, max(-1, place - 2 * _HEAD), -1)
    return next((at + 1 for at in above if _names_column(rows[at].text)), place)


def _head_start(rows: list[Row], place: int) -> int:
    """Return where the words of a head begin, a word a line, that end before a place."""
    while place and (not rows[place - 1].text.strip() or _names_column(rows[place - 1].text)):
        place -= 1
    return place


def _names_column(text: str) -> bool:
    word = text.strip()
    return 0 < len(word) <= _WORD and (word in _PAGE_HEADS or column(word) is not None)


def trim(units: list[Unit]) -> None:
    """Take offices off the titles of a count, where most of them have one beside or below them.

    Pages on one row are known as lines only by now.
    """
    counts: dict[tuple[str, str], list[_Told]] = {}
    for unit, below in itertools.pairwise([*units, Unit("", 0, 0)]):
        if unit.code and unit.rest and not (unit.prose or unit.cells or unit.celled or unit.use):
            rest = narrow(unit.rest)
            may = rest[-1] in _ENDS or rest.split(None, 1)[0][-1] in _ENDS
            beside = _REST.fullmatch(rest) if may and _is_title(rest) else None
            alone = below.text[-1:] in _ENDS and below.first == unit.first
            owned = below if alone and _CELL.fullmatch(narrow(below.text)) else None
            counts.setdefault(unit.code.family, []).append(_Told(unit, beside, owned))
    for members in counts.values():
        told = [one for one in members if one.offices]
        sure = sum(_SURE.search(one.offices) is not None for one in told)
        if len(told) >= max(_ROWS, 0.75 * len(members)) and 2 * sure >= len(told):
            for one in told:
                one.part()


class _Told(NamedTuple):
    """A title behind a number, with the office on its line, or on one of its own below."""

    unit: Unit
    beside: re.Match[str] | None
    below: Unit | None

    @property
    def offices(self) -> str:
        """Who answers for it; nothing where nobody is named."""
        if self.beside:
            return self.beside["who"] or self.beside["first"]
        return self.below.text if self.below else ""

    def part(self) -> None:
        """Give the offices to the unit, and take them off its title."""
        unit = self.unit
        unit.departments = departments_of(self.offices)
        if self.beside:
            title = unit.rest[slice(*self.beside.span("title" if self.beside["who"] else "other"))]
            unit.printed = unit.printed or unit.text
            unit.text, unit.rest = unit.text[: -len(unit.rest)] + title, title
        elif self.below:
            self.below.use = "office"
