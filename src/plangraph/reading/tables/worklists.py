"""Tables of works that text extraction flattened: each name becomes a line that says its kind.

番号 事業名 事業内容 担当課, and below it the cells of a row after the other: what the head calls
the first column is what each row names. What is told of a work is a paragraph below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Row, Unit
from plangraph.reading.tables import costed, workheads, worklines
from plangraph.reading.tables.workheads import Head
from plangraph.reading.tables.worklines import Work
from plangraph.reading.terms.codes import parse
from plangraph.reading.terms.offices import departments_of

#: A table has so many units at most.
_LONGEST = 400


def name(units: list[Unit], rows: Sequence[Row]) -> list[Unit]:
    """Return the units, rows of such tables as a unit for the name and one for its text."""
    heads = {
        place: head
        for place, unit in enumerate(units)
        if not unit.prose and (head := workheads.at(units, place))
    }
    if not heads:
        return units
    found: list[Unit] = []
    place = 0
    by_number: dict[int, Row] = {}
    often: set[str] | None = None
    last, count = None, 0
    while place < len(units):
        head = heads.get(place)
        if head is None and last and worklines.counts_on(units[place], count):
            head = last._replace(length=0, numbered=True)  # the head stands above others only
        begin = place + head.length if head else 0
        celled = head is not None and any(unit.cells for unit in units[begin : begin + 1])
        if head is None or (celled and not head.costs):
            found.append(units[place])
            place += 1
            continue
        if often is None:
            by_number = {row.number: row for row in rows}
            texts = Counter(unit.text for unit in units)
            often = {text for text, count in texts.items() if count > 1}
        lines = worklines.lines_of(units[begin : begin + _LONGEST], by_number, often)
        works, taken = _works(lines, head)
        if not works:
            found.append(units[place])
            place += 1
            continue
        above = found[-1:] if found and workheads.is_unit(found[-1]) else []
        for unit in (*above, *units[place:begin]):
            unit.use = "table"
        if works[-1].number:
            last, count = head, int(works[-1].number)
        end = _end(units, begin, lines, taken)
        found += units[place:begin] + _units(works, units[begin:end], head)
        place = end
    return found


def _works(lines: list[worklines.Line], head: Head) -> tuple[list[Work], int]:
    """Return the rows below a head in the form that they have, and how many lines they take."""
    works, taken = costed.rows(lines, head) if head.costs else ([], 0)
    if not works and head.told:
        works, taken = worklines.spaced(lines, head)
    return (works, taken) if works else worklines.stacked(lines, head)


def _end(units: list[Unit], begin: int, lines: list[worklines.Line], taken: int) -> int:
    """Return the place behind the unit that the last line of the rows belongs to."""
    last = lines[taken - 1].unit
    return next(place for place in range(begin, len(units)) if units[place] is last) + 1


def _units(works: list[Work], before: list[Unit], head: Head) -> list[Unit]:
    """Return the units of the rows; what stands between pages stays where it is."""
    inside = {id(one.unit) for work in works for one in work.lines}
    found: list[Unit] = [unit for unit in before if unit.use or id(unit) not in inside]
    for work in works:
        found += _row(work, head)
    return sorted(found, key=lambda unit: unit.first)


def _row(work: Work, head: Head) -> list[Unit]:
    like = work.names[0].unit
    text = "".join(one.text for one in work.names)
    named = Unit(text, work.first, work.names[-1].number, like.page, None, like.size)
    parse_unit(named)
    named.text = named.rest = text
    named.code = parse(f"{work.number} {text}")[1] if work.number else work.code
    named.hint, named.prose, named.mark = head.kind, False, ""
    named.celled = True
    named.departments = departments_of(
        work.beside or "、".join(one.text for one in work.offices if not _is_state(one))
    )
    found = [named]
    if work.told:
        told = Unit(
            "".join(one.text for one in work.told), work.told[0].number, work.told[-1].number,
            like.page, None, like.size,
        )  # fmt: skip
        told.prose = True
        found.append(told)
    for one in (*work.offices, *(one for one in work.figures if one.unit is not like)):
        found.append(Unit(one.text, one.number, one.number, like.page, use="table"))
    return found


def _is_state(line: worklines.Line) -> bool:
    return worklines.STATE.fullmatch(line.text) is not None
