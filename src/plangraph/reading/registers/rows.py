"""The rows of a register: elements, sectoral plans and indicators, by what its columns hold."""

from __future__ import annotations

import re

from plangraph.fiscal import NO_VALUE, FiscalYear, Period, fold
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.registers import columns
from plangraph.reading.registers.columns import ORDER, Head
from plangraph.reading.registers.found import Register, draft_of, element_over, stands_above
from plangraph.reading.rows import Row, Source, Unit
from plangraph.reading.tables import forms
from plangraph.reading.tables.planrows import TITLE, Plan, period_of, title_of, year_of
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.columns import ELEMENTS, column
from plangraph.reading.terms.offices import departments_of
from plangraph.reading.terms.quantities import common_unit, part, year_in
from plangraph.values import Quantity

#: A row that sums others up, or says something of the table.
_NO_THING = re.compile(
    r"(?:総?\s*合\s*計|小\s*計|計)(?:\s*[（(].*)?|(?:※|\*|注[)）:：\d]|[(（]注|出典|資料[:：]).*"
    r"|(?:(?:sub|grand )?total\b|notes?:|sources?:).*",
    re.I,
)
#: How a matrix says that a row serves a goal.
_MARKS = frozenset("●○◎◯■★✓✔レ主従1")
#: What a row of the values that are aimed at says of itself, beside one of results.
_AIMS = ("目標", "計画", "target", "Target")
_DAY = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.]\d{1,2}(?: 0?0:00(?::00)?)?")
#: The goals that a cell names, also by a target of theirs: 3, 3.4.
_GOALS = re.compile(r"(?<![\d.])\d+")
_SEVERAL = re.compile(
    r"[、，,;；\n]\s*+|(?:(?<!\s)\s++)?[/／]\s*+|(?<!\s)\s++(?=・)"
    r"|(?<=\S)・(?=\S{4,}(?:計画|プラン))"
)


def read(source: Source) -> Register | None:
    """Read a register whose heads say what its columns hold; None where no head does.

    None for sheets (施策シート) as well, whose rows have labels of their own.
    """
    rows = source.rows
    units = [Unit(row.text, row.number, row.number, row.page) for row in rows]
    found = Register(units, [])
    table: _Table | None = None
    page: int | None = None
    skip = 0
    for place, row in enumerate(rows):
        if skip:
            skip -= 1
            continue
        leveled = table is not None and table.head.places("level")
        if not leveled and _begins_sheet(rows[place : place + 2]):
            return None
        if row.page != page:
            page, table = row.page, None
            found.over.clear()
        # Another table begins below a row that is none; the same head may come again anywhere.
        begins = table is None or not rows[place - 1].cells or table.heads == row.cells
        head = columns.find(rows, place) if begins else None
        over = element_over(row, place) if head is None else None
        if head and (table is None or _is_head(head, row)):
            table = _Table(found, head)
            found.unknown += [
                (one.head[:30], row.number) for one in head.columns if not one.holds and one.head
            ]
            skip = head.rows - 1
            for unit in units[place : place + head.rows]:
                unit.use = "table"
        elif over is not None and (table is None or table.is_below(over)):
            found.put_over(over)
        elif table is not None and row.cells:
            above = rows[place - 1]
            if above.text and not above.cells and element_over(above, place) is None:
                found.over.clear()  # another group begins, of which no more is known
            table.add(row, place)
        elif table is None and row.text:
            found.about.append(units[place])
    found.drop_unused()
    return found if found.drafts or found.plans or found.indicators else None


def _begins_sheet(rows: list[Row]) -> bool:
    return len(rows) > 1 and all(forms.pairs_of(row.cells) for row in rows)


def _is_head(head: Head, row: Row) -> bool:
    """Tell the head of another table from a row."""
    known = sum(bool(one.holds) for one in head.columns)
    return known > 0.6 * len([cell for cell in row.cells if cell])


class _Table:
    """Reads the rows below one head."""

    def __init__(self, found: Register, head: Head) -> None:
        self.found, self.head = found, head
        self.places = {one.holds: head.places(one.holds) for one in head.columns}
        self.heads = tuple(one.head for one in head.columns)
        self.named: set[str] = set()
        self.measured: Found | None = None
        #: In a register whose rows state their own level: the element that the last rows name.
        self.branch: list[Draft] = []
        self.by_code: dict[str, Draft] = {}
        self.above = [""] * len(head.columns)
        self.levels = sorted(head.levels, key=lambda at: ORDER.index(head.columns[at].holds))
        self.subject = max(head.levels, default=-1)
        #: True for a list of plans, each with its period: elements beside them are what they serve.
        self.listing = bool(head.places("plan") and head.places(*columns.SPANS))
        #: Cells of these columns hold for the rows below, too, where these are empty.
        first = min(head.places("plan", "title"), default=len(head.columns))
        self.spreads = max(self.subject, first - 1)

    def is_below(self, draft: Draft) -> bool:
        """Tell whether the elements of the rows, if any, stand below this one."""
        return not self.levels or stands_above(draft.kind, self.head.columns[self.levels[0]].holds)

    def add(self, row: Row, place: int) -> None:
        """Read a row into elements, a plan, an indicator."""
        cells = [cell.strip() for cell in row.cells[: len(self.head.columns)]]
        cells += [""] * (len(self.head.columns) - len(cells))
        filled = [cell for cell in cells if cell]
        if not filled or _NO_THING.fullmatch(filled[0]):
            return
        self._fill(cells)
        self.found.units[place].use = "table"
        owner = self._elements(row, place, cells)
        self._plan(row, cells, owner)
        self._indicator(row, place, cells, owner)

    def _fill(self, cells: list[str]) -> None:
        """Take what merged cells and columns on the left said above."""
        begun = False
        for place, one in enumerate(self.head.columns[: self.spreads + 1]):
            if cells[place] and cells[place] != self.above[place]:
                begun = True  # a new group: what stood right of here above, is that group's
            elif not cells[place] and not begun and one.holds != "aside":
                cells[place] = self.above[place]
        self.above = list(cells)

    def _elements(self, row: Row, place: int, cells: list[str]) -> Draft | None:
        if self.head.places("level"):
            return self._own(row, place, cells)
        above = next((one for one in self.found.over[::-1] if self.is_below(one)), None)
        last: Draft | None = None
        numbers = {
            one.level: cell
            for one, cell in zip(self.head.columns, cells, strict=True)
            if one.level and not (one.serial and cell.isdigit())
        }
        new = False
        for at in self.levels:
            cell, kind = cells[at], self.head.columns[at].holds
            if not cell or set(cell) <= NO_VALUE or cell.endswith("。"):
                continue
            code, title = _coded(cell, numbers.get(kind, ""))
            if not title:
                continue
            last, new = self._stated(above, kind, code, title, row, place)
            above = last
        if last is not None:
            self._beside(row, cells, last, new)
        return last or above

    def _stated(
        self, above: Draft | None, kind: str, code: str | None, title: str, row: Row, place: int
    ) -> tuple[Draft, bool]:
        """Return the element that a row states, and whether it is the first to do so."""
        draft = self.found.element(above, kind, code, title)
        if draft is not None:
            return draft, False
        draft = draft_of(kind, code, title, row, place)
        draft.parent = above
        self.found.add(draft)
        return draft, True

    def _own(self, row: Row, place: int, cells: list[str]) -> Draft | None:
        """Read a row that states its own level, and maybe the code of what it stands below."""
        kind = column(self._first(cells, "level")) or ""
        code, title = _coded(self._first(cells, "name"), self._first(cells, "code"))
        if kind not in ELEMENTS or not title:
            return None
        told = fold(self._first(cells, "above"))
        while self.branch and not stands_above(self.branch[-1].kind, kind):
            self.branch.pop()
        above = self.by_code.get(told) if told else next(reversed(self.branch), None)
        draft, new = self._stated(above, kind, code, title, row, place)
        self.by_code.setdefault(fold(code or ""), draft)
        self.branch.append(draft)
        self._beside(row, cells, draft, new)
        return draft

    def _beside(self, row: Row, cells: list[str], draft: Draft, new: bool) -> None:
        """Give the last element of a row the departments, goals and words beside it."""
        if not new and draft.first != row.number:
            draft.also.append((row.number, row.number))
        measured = draft.kind in ("goal", "policy") and self._first(cells, "title")
        if not (measured or self.listing):  # who answers for an indicator, or makes a plan
            names = self._departments(cells)
            draft.departments += tuple(name for name in names if name not in draft.departments)
        known = {goal for goal, _, _ in draft.sdgs}
        for one, cell in zip(self.head.columns, cells, strict=True):
            goals: list[int] = []
            if one.holds == "sdgs":
                goals = [int(number) for number in _GOALS.findall(narrow(cell))]
            elif one.goal and cell and set(cell) <= _MARKS:
                goals = [one.goal]
            elif new and _is_told(one.holds, cell):
                draft.passages.append((one.head, Unit(cell, row.number, row.number, row.page)))
            draft.sdgs += [
                (goal, row.number, cell) for goal in goals if 1 <= goal <= 17 and goal not in known
            ]

    def _departments(self, cells: list[str]) -> tuple[str, ...]:
        division, section = self._first(cells, "division"), self._first(cells, "section")
        if section and division and division not in section:
            return tuple(division + name for name in departments_of(section))
        told = section or self._first(cells, "department") or division
        return departments_of(re.sub(r"(?<=[部局])\s+(?=\S+[課室係])", "", told))

    def _first(self, cells: list[str], role: str) -> str:
        return next((cells[place] for place in self.places.get(role, ()) if cells[place]), "")

    def _plan(self, row: Row, cells: list[str], owner: Draft | None) -> None:
        """Read a sectoral plan; beside an element a cell may name several."""
        cell = self._first(cells, "plan")
        names = [cell] if owner is None or self.listing else _SEVERAL.split(cell)
        names = [title_of(name) for name in names if name.strip("-－―・ 　")]
        bare = self.head.columns[self.head.places("plan")[0]].head == "名称" if names else False
        alone = sum(map(bool, cells)) == 1
        vague = len(names) > 1 or alone or (bare and not self.listing)
        for name in names:
            if not name or (vague and not TITLE.search(name)):
                continue
            if not self.listing and fold(name) in self.named:
                continue
            self.named.add(fold(name))
            plan = Plan(name, row.number, row.number)
            if len(names) == 1:
                plan.period = self._period(cells)
                plan.revised = _year(self._first(cells, "revised"))
            if owner is None or self.listing:
                plan.departments = self._departments(cells)
            if owner is not None:
                self.found.owners[id(plan)] = owner
            self.found.plans.append(plan)

    def _period(self, cells: list[str]) -> Period | None:
        if printed := self._first(cells, "period"):
            return period_of(printed)
        start, end = (_shown(self._first(cells, role)) for role in ("start", "end"))
        return period_of(f"{start}～{end}") if start or end else None

    def _indicator(self, row: Row, place: int, cells: list[str], owner: Draft | None) -> None:
        title, unit = part(self._first(cells, "title"))
        values = {
            role: self._first(cells, role)
            for role in ("baseline", "target", "baseline-year", "target-year", "unit")
        } | self._yearly(cells)
        one = self.measured
        if one is None or not self.head.places("sort") or title not in ("", one.title):
            self.measured = one = Found(title, row.number, row.number, place)
        if not one.title.strip("".join(NO_VALUE)) or not (values["baseline"] or values["target"]):
            return
        one.last = row.number
        if one.baseline is None:
            one.baseline, one.baseline_year = self._value(values, "baseline")
        if one.target is None:
            one.target, one.target_year = self._value(values, "target")
        stated = values["unit"].strip("".join(NO_VALUE)) or unit
        one.unit = one.unit or stated or common_unit(one.baseline, one.target)
        if self.found.indicators[-1:] != [one]:
            self.found.indicators.append(one)
            if owner:
                self.found.owners[id(one)] = owner

    def _yearly(self, cells: list[str]) -> dict[str, str]:
        """Return the last aim of a row of aims, where rows of results stand below them."""
        if not self._first(cells, "sort").startswith(_AIMS):
            return {}
        aims = [(cells[at], self.head.columns[at].head) for at in self.head.places("yearly")]
        aims = [(cell, head) for cell, head in aims if not set(cell) <= NO_VALUE]
        return dict(zip(("target", "target-year"), aims[-1], strict=True)) if aims else {}

    def _value(
        self, values: dict[str, str], role: str
    ) -> tuple[Quantity | None, FiscalYear | None]:
        printed = values[role]
        years = [self.head.columns[place].year for place in self.head.places(role)]
        year = next((year for year in years if year), None)
        if told := values[f"{role}-year"]:
            year = year_in(_shown(told)) or _year(told) or year
        own = re.search(r"[(（]([^()（）]*)[)）]$", printed)
        if own and own.start() and (stated := year_in(own[1])):
            printed, year = printed[: own.start()].strip(), stated
        return (Quantity.parse(printed) if printed else None), (year if printed else None)


def _coded(cell: str, number: str) -> tuple[str | None, str]:
    """Part code and title of a cell; ``number`` stands in a column of its own."""
    mark, code, end = parse(narrow(cell))
    if code is not None and cell[end:].strip():
        return code.printed.strip() or None, cell[end:].strip(" 　:：.．")
    title = cell[len(mark) :].strip(" 　") if mark and not mark.isalnum() else cell
    return number or None, title


def _is_told(holds: str, cell: str) -> bool:
    """Tell the words of a column that plangraph has no place for: they are the element's."""
    sentence = holds in ELEMENTS and cell.endswith("。")
    return sentence or (holds in ("aside", "") and len(re.findall(r"[^\W\d_]", cell)) > 7)


def _year(text: str) -> FiscalYear | None:
    return year_of(re.sub(r"(?<=\d)[./]\d{1,2}(?:[./]\d{1,2})?$", "", _shown(text)))


def _shown(text: str) -> str:
    """Return a day of a spreadsheet as its fiscal year, a dash as nothing; other text as it is."""
    if set(text) <= NO_VALUE:
        return ""
    day = _DAY.fullmatch(text)
    if day is None:
        return text
    year = int(day["year"]) - (int(day["month"]) < 4)
    return f"{year}年度"
