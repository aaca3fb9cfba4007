"""Lists of sectoral plans that text extraction took apart: titles, periods, departments.

What stands in a cell tells its column: a plan, a span of years, a department, a dash.
After a head (計画名 計画期間 所管課) the cells are put together to rows where they stand row by
row, and given out in order where they stand column by column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.reading.rows import Unit
from plangraph.reading.tables.planrows import (
    DASH,
    ONE_YEAR,
    PERIOD,
    TITLE,
    Plan,
    is_cut,
    is_state,
    period_of,
    title_of,
    year_of,
)
from plangraph.reading.tables.tableheads import begins
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.offices import DEPARTMENT, departments_of

_HEADS = ("plan", "revised", "period", "department", "number", "other")
_WORD = re.compile(r"[^\s　|]+")
#: A list ends where so many letters are none of its cells.
_LONGEST_GAP = 90
#: The head of a column has at most so many letters; a column that is a list, so many cells.
_SHORT, _FEWEST = 14, 3
_OFFICE = re.compile(r"(?:課|室|局|係|担当|センター)$")
_NUMBER = re.compile(r"\d{1,3}|[①-⑳]")
_ENCLOSED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")


@dataclass(slots=True)
class _Cell:
    kind: str
    text: str
    place: int


def refine(units: list[Unit], found: list[Plan]) -> list[Plan]:
    """Read again the lists of which only some plans, or no years and departments, were found."""
    place = 0
    while place < len(units):
        if len(units[place].text) > _SHORT and "。" in units[place].text:
            place += 1
            continue
        head, start, letters = _head(units, place)
        if head:
            plans, after = _read(units, head, start, letters)
        elif len(units[place].text) <= _SHORT and column(units[place].text.strip()) in _HEADS:
            plans, after = _below_heads(units, place)
        else:
            plans, after = [], place
        if not plans:
            place = max(after, place + 1)
            continue
        first, last = units[place].first, units[after - 1].last
        known = [plan for plan in found if plan.first <= last and first <= plan.last]
        if _facts(plans) > _facts(known):
            under = next((plan.under for plan in known), None)
            for plan in plans:
                plan.under = under
            kept = [plan for plan in found if all(plan is not one for one in known)]
            found = sorted([*kept, *plans], key=lambda plan: plan.first)
            for unit in units[place:after]:
                unit.use = unit.use or ("" if unit.prose or begins(unit) else "table")
        place = max(after, place + 1)
    return found


def _below_heads(units: list[Unit], place: int) -> tuple[list[Plan], int]:
    """Read a list printed column by column, the head of each above it, and where it ends."""
    columns: dict[str, list[_Cell]] = {}
    cells: list[_Cell] = []
    for number, unit in enumerate(units[place:], place):
        text = unit.text.strip()
        kind = column(text) if len(text) <= 14 else None
        if kind in columns or "。" in text or len(text) > _LONGEST_GAP:
            break
        if kind in _HEADS:
            cells = columns[kind] = []
        elif not columns or unit.level:
            break
        elif cells and cells[0].kind == "plan" and is_cut(cells[-1].text, text):
            cells[-1].text += text
        else:
            sort = next(iter(_cells(text, number, ["plan", ""], [])), None)
            cells.append(_Cell(sort.kind if sort else "none", text, number))
    titles = columns.pop("plan", [])
    told = [one for one in columns.values() if len(one) == len(titles)]
    kinds = ("years", "none"), ("department", "none")
    alike = [one for one in told if any({cell.kind for cell in one} <= {*kind} for kind in kinds)]
    if len(titles) < _FEWEST or not alike or any(cell.kind != "plan" for cell in titles):
        return [], place
    rows = [list(row) for row in zip(titles, *alike, strict=True)]
    return [_plan(row, units) for row in rows], max(cell.place for row in rows for cell in row) + 1


def _facts(plans: list[Plan]) -> int:
    """Count what is known of plans; a title counts most."""
    return sum(
        3 + (plan.period is not None) + (plan.revised is not None) + bool(plan.departments)
        for plan in plans
    )


def _head(units: list[Unit], place: int) -> tuple[list[str], int, int]:
    """Return what the columns of a list hold that begins at ``place``, and where its head ends."""
    head: list[str] = []
    end = (place, 0)
    for number, unit in enumerate(units[place : place + 8]):
        if "。" in unit.text or unit.use in ("joined", "garbled", "foreign"):
            break
        if unit.use == "rule":
            continue
        for word in _WORD.finditer(unit.text):
            kind = column(word[0]) if len(word[0]) <= 14 else None
            if kind not in _HEADS or kind in head:
                return (*_checked(head), *end)
            head.append(kind)
            end = (place + number, word.end())
    return (*_checked(head), *end)


def _checked(head: list[str]) -> tuple[list[str]]:
    told = "plan" in head and {"period", "revised", "department"} & set(head)
    return (head if told else [],)


def _read(units: list[Unit], head: list[str], place: int, letters: int) -> tuple[list[Plan], int]:
    cells: list[_Cell] = []
    gap, first = 0, place
    while place < len(units):
        unit = units[place]
        text = unit.text[letters:] if place == first else unit.text
        told = "。" in unit.text
        ends = begins(unit) or (told and "other" not in head) or _head(units, place)[0]
        if place > first and ends:
            break
        aside = told or unit.use in ("page-number", "joined")
        new = [] if aside else _cells(text, place, head, cells)
        gap = 0 if new else gap + len(text)
        if gap > _LONGEST_GAP:
            break
        if new and new[0].kind == "rest":
            above = next(cell for cell in reversed(cells) if cell.kind == "plan")
            above.text += new.pop(0).text
        cells += new
        place += 1
    kinds = [kind for kind in head if kind not in ("number", "other")]
    rows = _by_row(cells, kinds)
    plans = [_plan(row, units) for row in rows]
    last = max((cell.place for row in rows for cell in row), default=first)
    return plans, (last + 1 if plans else place)


def _cells(text: str, place: int, head: list[str], above: list[_Cell]) -> list[_Cell]:
    """Cut a line into cells: years and dashes first, then what names plans and departments.

    What goes on with the name at the end of the line ``above`` is a cell of its own (rest).
    """
    folded = narrow(text)
    marks = [(found.span(), "years") for found in PERIOD.finditer(folded)]
    for pattern, kind in ((ONE_YEAR, "years"), (DASH, "none")):
        for found in pattern.finditer(folded):
            span = found.span()
            if kind == "years" and span[0] and folded[span[0] - 1] not in " \t(|":
                continue
            if all(span[1] <= start or span[0] >= end for (start, end), _ in marks):
                marks.append((span, kind))
    found_cells: list[_Cell] = []
    start = 0
    for (begin, end), kind in [*sorted(marks), ((len(text), len(text)), "")]:
        before = above if not start and not found_cells else []
        found_cells += _names(_bare(text[start:begin]), place, before)
        if kind:
            found_cells.append(_Cell(kind, text[begin:end].strip(), place))
        start = end
    return [cell for cell in found_cells if cell.kind != "none" or len(head) > 1]


def _bare(text: str) -> str:
    """Return a text without bars, and brackets around all of it or that lack the other one."""
    text = text.strip(" 　|")
    folded = narrow(text)
    if folded.count("(") != folded.count(")"):
        text = text.strip("()（）")
    elif _ENCLOSED.fullmatch(folded):
        text = text[1:-1]
    return text.strip()


def _names(text: str, place: int, above: list[_Cell]) -> list[_Cell]:
    found: list[_Cell] = []
    name = next((cell.text for cell in reversed(above) if cell.kind == "plan"), "")
    for number, word in enumerate(_WORD.findall(text)):
        if _NUMBER.fullmatch(narrow(word)):
            continue
        if name and not number and is_cut(name, word):
            found.append(_Cell("rest", word, place))
            continue
        if is_state(word) and found and found[-1].kind == "plan":
            continue
        office = DEPARTMENT.search(word) and not re.search("計画|プラン", word)
        if office or _OFFICE.search(word):
            if found and found[-1].kind == "department":
                found[-1].text += f"、{word}"
            else:
                found.append(_Cell("department", word, place))
        elif TITLE.search(word):
            found.append(_Cell("plan", word, place))
        elif found and found[-1].kind == "plan":
            found[-1].text += word
    return found


def _by_row(cells: list[_Cell], head: list[str]) -> list[list[_Cell]]:
    """Rows one after the other: each begins with what the first column holds."""
    rows: list[list[_Cell]] = []
    for cell in cells:
        kind = _of(cell)
        full = not rows or kind in [_of(one) for one in rows[-1]]
        if kind == head[0] or (full and kind == "plan"):
            rows.append([])
        if rows:
            rows[-1].append(cell)
    return [row for row in rows if any(cell.kind == "plan" for cell in row)]


def _of(cell: _Cell) -> str:
    return "years" if cell.kind == "none" else cell.kind


def _plan(row: list[_Cell], units: list[Unit]) -> Plan:
    title = next(cell for cell in row if cell.kind == "plan")
    first, last = (pick(cell.place for cell in row) for pick in (min, max))
    plan = Plan(title_of(title.text), units[first].first, units[last].last)
    for cell in row:
        if cell.kind == "years" and PERIOD.search(narrow(cell.text)):
            plan.period = plan.period or period_of(cell.text)
        elif cell.kind == "years":
            plan.revised = plan.revised or year_of(cell.text)
        elif cell.kind == "none" and plan.period is None:
            plan.period = period_of(cell.text)
        elif cell.kind == "department":
            plan.departments = plan.departments or departments_of(cell.text)
    return plan
