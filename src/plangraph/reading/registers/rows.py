"""The rows of a register: elements, sectoral plans and indicators, by what its columns hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from plangraph.fiscal import NO_VALUE, FiscalYear, Period, fold
from plangraph.language import tr
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.registers import columns
from plangraph.reading.registers.columns import ELEMENTS, ORDER, Head
from plangraph.reading.rows import Row, Source, Unit
from plangraph.reading.tables import forms
from plangraph.reading.tables.planrows import (
    TITLE,
    Plan,
    departments_of,
    period_of,
    title_of,
    year_of,
)
from plangraph.reading.tables.stated import Found
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.quantities import UNIT, common_unit, year_in
from plangraph.values import Quantity

#: A row that sums others up, or says something of the table.
_NO_THING = re.compile(r"(?:総?合計|小計|計)|(?:※|\*|注[)）:：\d]|\(注|（注).*")
#: How a matrix says that a row serves a goal.
_MARKS = frozenset("●○◎◯■★✓✔レ主従1")
_DAY = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.]\d{1,2}(?: 0?0:00(?::00)?)?")
_SEVERAL = re.compile(r"[、，,;；\n]\s*|\s*[/／]\s*|\s+(?=・)|(?<=\S)・(?=\S{4,}(?:計画|プラン))")


@dataclass
class Register:
    """What the rows of a register hold."""

    units: list[Unit]
    #: What stands before the tables: the register's own title and date.
    about: list[Unit]
    drafts: list[Draft] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    indicators: list[Found] = field(default_factory=list)
    #: The element that a plan or an indicator stands beside, by the id() of these.
    owners: dict[int, Draft] = field(default_factory=dict)
    #: The heads of columns that nobody knows, each with its line.
    unknown: list[tuple[str, int]] = field(default_factory=list)

    @property
    def title(self) -> str | None:
        """What the register is called above its first table: 個別計画一覧(令和6年4月1日現在)."""
        first = next((unit.text for unit in self.about), "")
        named = re.sub(r"\s*[（(][^（()）]*(?:現在|時点|作成|更新)[)）]$", "", first.strip())
        return named if 4 <= len(named) <= 60 and "。" not in named else None

    @property
    def doubt(self) -> tuple[str, int] | None:
        """The doubt that names the columns that nobody understood."""
        if not self.unknown:
            return None
        told = tr("columns that were not recognised: {heads}; --columns says what they hold",
                  heads=", ".join(dict.fromkeys(head for head, _ in self.unknown)))  # fmt: skip
        return told, self.unknown[0][1]


def read(source: Source) -> Register | None:
    """Read a register whose heads say what its columns hold; None where no head does.

    None for sheets (施策シート) as well, whose rows have labels of their own.
    """
    rows = source.rows
    if any(
        forms.pairs_of(row.cells) and forms.pairs_of(below.cells) for row, below in pairwise(rows)
    ):
        return None
    units = [Unit(row.text, row.number, row.number, row.page) for row in rows]
    found = Register(units, [])
    table: _Table | None = None
    page: int | None = None
    skip = 0
    for place, row in enumerate(rows):
        if skip:
            skip -= 1
            continue
        if row.page != page:
            page, table = row.page, None
        # Another table begins below a row that is none; the same head may come again anywhere.
        begins = table is None or not rows[place - 1].cells or table.heads == row.cells
        head = columns.find(rows, place) if begins else None
        if head and (table is None or _is_head(head, row)):
            table = _Table(found, head)
            found.unknown += [
                (one.head[:30], row.number) for one in head.columns if not one.holds and one.head
            ]
            skip = head.rows - 1
            for unit in units[place : place + head.rows]:
                unit.use = "table"
        elif table is not None and row.cells:
            table.add(row, place)
        elif table is None and row.text:
            found.about.append(units[place])
    return found if found.drafts or found.plans or found.indicators else None


def _is_head(head: Head, row: Row) -> bool:
    """Tell the head of another table from a row."""
    known = sum(bool(one.holds) for one in head.columns)
    return known > 0.6 * len([cell for cell in row.cells if cell])


class _Table:
    """Reads the rows below one head."""

    def __init__(self, found: Register, head: Head) -> None:
        self.found, self.head = found, head
        self.heads = tuple(one.head for one in head.columns)
        self.named: set[str] = set()
        self.above = [""] * len(head.columns)
        self.elements: dict[tuple[int, str, str, str], Draft] = {}
        self.subject = max(head.levels, default=-1)
        #: True for a list of plans, each with its period: elements beside them are what they serve.
        self.listing = bool(head.places("plan") and head.places("period", "start", "revised"))
        #: Cells of these columns hold for the rows below, too, where these are empty.
        first = min(head.places("plan", "title"), default=len(head.columns))
        self.spreads = max(self.subject, first - 1)

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
        above: Draft | None = None
        last: Draft | None = None
        numbers = {one.level: cells[at] for at, one in enumerate(self.head.columns) if one.level}
        new = False
        for at in sorted(self.head.levels, key=lambda at: ORDER.index(self.head.columns[at].holds)):
            cell, kind = cells[at], self.head.columns[at].holds
            if not cell or set(cell) <= NO_VALUE or cell.endswith("。"):
                continue
            code, title = _coded(cell, numbers.get(kind, ""))
            if not title:
                continue
            key = (id(above), kind, fold(code or ""), fold(title))
            draft = self.elements.get(key)
            if draft is None:
                draft = Draft(kind, title, place, place, row.number, row.number, row.page)
                draft.code, draft.parent = code, above
                draft.numbers = tuple(
                    int(number) for number in re.findall(r"\d{1,6}", narrow(code or ""))
                )
                self.elements[key] = draft
                self.found.drafts.append(draft)
                new = True
            above = last = draft
        if last is not None:
            self._beside(row, cells, last, new)
            if not new and last.first != row.number:
                last.also.append((row.number, row.number))
        return last

    def _beside(self, row: Row, cells: list[str], draft: Draft, new: bool) -> None:
        """Give the last element of a row the departments, goals and words beside it."""
        measured = draft.kind in ("goal", "policy") and self._first(cells, "title")
        if not (measured or self.listing):  # who answers for an indicator, or makes a plan
            names = self._departments(cells)
            draft.departments += tuple(name for name in names if name not in draft.departments)
        known = {goal for goal, _, _ in draft.sdgs}
        for one, cell in zip(self.head.columns, cells, strict=True):
            goals: list[int] = []
            if one.holds == "sdgs":
                goals = [int(number) for number in re.findall(r"\d+", narrow(cell))]
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

    def _first(self, cells: list[str], *holds: str) -> str:
        return next((cells[place] for place in self.head.places(*holds) if cells[place]), "")

    def _plan(self, row: Row, cells: list[str], owner: Draft | None) -> None:
        """Read a sectoral plan; beside an element a cell may name several."""
        cell = self._first(cells, "plan")
        names = [cell] if owner is None or self.listing else _SEVERAL.split(cell)
        names = [title_of(name) for name in names if name.strip("-－―・ 　")]
        for name in names:
            if not name or (len(names) > 1 and not TITLE.search(name)):
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
        title = self._first(cells, "title")
        values = {
            role: self._first(cells, role)
            for role in ("baseline", "target", "baseline-year", "target-year", "unit")
        }
        if not title or not (values["baseline"] or values["target"]):
            return
        title, unit = _parted(title)
        one = Found(title, row.number, row.number, place)
        one.baseline, one.baseline_year = self._value(values, "baseline")
        one.target, one.target_year = self._value(values, "target")
        one.unit = (
            values["unit"].strip("".join(NO_VALUE)) or unit or common_unit(one.baseline, one.target)
        )
        if owner:
            self.found.owners[id(one)] = owner
        self.found.indicators.append(one)

    def _value(
        self, values: dict[str, str], role: str
    ) -> tuple[Quantity | None, FiscalYear | None]:
        printed = values[role]
        years = [self.head.columns[place].year for place in self.head.places(role)]
        year = next((year for year in years if year), None)
        if told := values[f"{role}-year"]:
            year = year_in(told) or _year(told) or year
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


def _parted(title: str) -> tuple[str, str | None]:
    """Part the name of an indicator from its unit in brackets."""
    match = re.search(r"\s*[(（\[](?:単位[:：]\s*)?(?P<unit>[^()（）\[\]]{1,8})[)）\]]$", title)
    if match and match.start() and re.fullmatch(UNIT, narrow(match["unit"])):
        return title[: match.start()], match["unit"]
    return title, None


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
