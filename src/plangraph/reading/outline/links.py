"""What stands beside the elements: SDG goals, departments, and whose a table is."""

from __future__ import annotations

import re
from itertools import takewhile

from plangraph.fiscal import fold
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.rows import Unit
from plangraph.reading.tables import sectoral, stated
from plangraph.reading.terms import sdgs
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import column
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.offices import OFFICE, departments_of

_SDGS = re.compile(
    r"(?:SDGs?(?:の|との)?(?:関連|関係|関連する)?(?:目標|ゴール|goals?)?|関連(?:する)?SDGs?(?:の?(?:目標|ゴール))?|ゴール|"
    r"(?:SDG )?Goals? of the 2030 Agenda)\s*[:：】\])]?\s*"
    r"(?P<list>(?:(?:目標|ゴール|Goals?)?\s*\d{1,2}\s*(?:[,、・/と&]|and|\s)?\s*)+)(?P<after>.?)",
    re.I,
)
#: Without one of these a text names no goal by its number.
_HINTS = ("SDG", "ＳＤＧ", "ゴール", "sdg")
_HINT = re.compile("|".join(_HINTS))
_ANY = (*_HINTS, *sdgs.NAMES)
_NAMED = re.compile("|".join(sdgs.NAMES))
_DEPARTMENTS = re.compile(
    r"^(?:[【\[(]?(?:主な)?(?:担当|所管|主管|関係)(?:部?課|部署|部局|課名)?[】\])]?\s*[:：]?|問い?\s*[:：]?)"
    r"\s*(?P<names>.+)$"
)
#: The label of a line in English, which the head of a column may be as well: Lead agency: …
_LABELLED = re.compile(r"(?P<label>[A-Za-z ]{4,24}):\s*(?P<names>\S.*)")
_DEPARTMENT = re.compile(rf"(?:{OFFICE})$")
#: A label alone, whose departments stand on the next lines: ■担当課.
_LABEL = re.compile(
    r"[^\w\s]?\s*(?:主な)?(?:担当|所管|主管|関係)(?:部?課|部署|部局)(?:名|等)?\s*[^\w\s]?"
)
#: Departments in brackets, on a line of their own.
_BRACKETED = re.compile(r"[(（【\[〔［](?P<names>[^()（）【】\[\]]{2,60})[)）】\]〕］]")
#: So many lines below a label may name departments.
_MOST = 6
_MATRIX = frozenset("●○◎◯■★✓✔レ")


def find(units: list[Unit], drafts: list[Draft]) -> None:
    """Give drafts the SDG goals and departments that the lines below them state."""
    starts = {draft.place: draft for draft in drafts}
    stated = holds_any("\n".join([unit.text for unit in units]), _ANY)
    current: Draft | None = None
    goals: list[int | None] = []
    for place, unit in enumerate(units):
        goals = (unit.cells and _matrix_head(unit)) or goals
        if place in starts:
            current = starts[place]
            _marked(unit, goals, current)
            current.sdgs += [(goal, unit.first, "") for goal in unit.sdgs]
            if current.heading and current.heading.sdgs:
                _stated(current.heading.sdgs, unit.first, current)
            continue
        if (unit.code and unit.code.shape.startswith("第")) or len(unit.text) > 200:
            continue
        if current is None or unit.use == "table" or (unit.prose and len(unit.text) > 120):
            continue
        if stated:
            _stated(unit.text, unit.first, current)
        if not current.departments and len(unit.text) < 80:
            current.departments = _departments(units, place, right_below=place - 1 in starts)


def _departments(units: list[Unit], place: int, *, right_below: bool) -> tuple[str, ...]:
    """Return the departments that a line names, or the lines below it where it is their label."""
    text = units[place].text.strip()
    if _LABEL.fullmatch(text):
        found: list[str] = []
        for unit in units[place + 1 : place + 1 + _MOST]:
            names = departments_of(unit.text.strip(" 　・"))
            if (
                unit.use not in ("", "office")
                or unit.prose
                or not names
                or not all(map(_DEPARTMENT.search, names))
            ):
                break
            found += names
        return tuple(found)
    labelled = _LABELLED.fullmatch(text) if text.isascii() else None
    if labelled and column(labelled["label"]) == "department":
        told = departments_of(labelled["names"])
        return tuple(takewhile(lambda name: ":" not in name, told))  # Lead: Fire; Timing: 2030
    named = _DEPARTMENTS.match(text)
    if named:
        told = departments_of(named["names"])
        return tuple(filter(_DEPARTMENT.search, told))
    bracketed = _BRACKETED.fullmatch(text) if right_below else None
    names = departments_of(bracketed["names"]) if bracketed else ()
    return names if all(map(_DEPARTMENT.search, names)) else ()


def _stated(text: str, line: int, draft: Draft) -> None:
    known = {goal for goal, _, _ in draft.sdgs}
    if _HINT.search(text):
        folded = narrow(text)
        for match in _SDGS.finditer(folded):
            numbers = [int(number) for number in re.findall(r"\d+", match["list"])]
            if match["after"] in ("年", "つ", "の", "個", "%") or not numbers:
                continue
            if numbers == [17] or max(numbers) > 17:
                continue
            for goal in numbers:
                if 1 <= goal <= 17 and goal not in known:
                    draft.sdgs.append((goal, line, match[0].strip()))
                    known.add(goal)
    for match in _NAMED.finditer(text):
        goal = sdgs.NAMES.index(match[0]) + 1
        if goal not in known:
            draft.sdgs.append((goal, line, match[0]))
            known.add(goal)


def _matrix_head(unit: Unit) -> list[int | None]:
    """Return the goal of each column where a row heads a matrix of SDGs."""
    if len(unit.cells) < 8:
        return []
    found: list[int | None] = []
    for cell in unit.cells:
        number = re.search(r"\d{1,2}", narrow(cell))
        found.append(int(number[0]) if number and len(cell) <= 12 else None)
    numbers = [number for number in found if number]
    if len(numbers) >= 8 and numbers == sorted(set(numbers)) and numbers[-1] <= 17:
        unit.use = unit.use or "table"
        return found
    return []


def _marked(unit: Unit, goals: list[int | None], draft: Draft) -> None:
    if not goals or not unit.cells:
        return
    for goal, cell in zip(goals, unit.cells, strict=False):
        if goal and cell and set(cell) <= _MATRIX:
            draft.sdgs.append((goal, unit.first, cell))


def owner(first: int, drafts: list[Draft], kinds: tuple[str, ...]) -> Draft | None:
    """Return the last draft of these kinds that stands before a line."""
    found: Draft | None = None
    for draft in drafts:
        if draft.kind in kinds and draft.first < first and not draft.contents:
            deeper = found is None or draft.first >= found.first or _stands_below(draft, found)
            found = draft if deeper else found
    return found


def _stands_below(draft: Draft, other: Draft) -> bool:
    """Tell an element below another one, which a sheet may name only after it."""
    above = draft.parent
    while above is not None and above is not other:
        above = above.parent
    return above is other


def of_list(plan: sectoral.Plan, drafts: list[Draft]) -> Draft | None:
    """Return the goal or policy under which a list of sectoral plans puts a plan."""
    under = plan.under
    if under is None:
        return None
    title = fold(under.rest or under.text)
    for draft in drafts:
        numbers = draft.heading.code if draft.heading else None
        if under.code and numbers and under.code[:3] == numbers[:3]:
            return draft
        if fold(draft.title) == title:
            return draft
    return None


def of_indicator(one: stated.Found, drafts: list[Draft]) -> Draft | None:
    """Return the element whose section holds an indicator."""
    kinds = ("goal", "strategy-goal", "policy", "measure")
    beside = [draft for draft in drafts if draft.first == one.first and draft.kind in kinds]
    return beside[0] if len(beside) == 1 else owner(one.first, drafts, kinds)
