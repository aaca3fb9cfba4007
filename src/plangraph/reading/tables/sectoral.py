"""Lists of sectoral plans (個別計画): title, year of making, period and department."""

from __future__ import annotations

import re

from plangraph.fiscal import NO_VALUE, Period, fold
from plangraph.reading.rows import Unit
from plangraph.reading.tables import planlists
from plangraph.reading.tables.planrows import (
    DASH,
    NAMED,
    ONE_YEAR,
    PERIOD,
    TITLE,
    Plan,
    is_cut,
    made_in,
    period_of,
    title_of,
    year_of,
)
from plangraph.reading.terms import lexicon
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.columns import LEVELS, column
from plangraph.reading.terms.looks import plain
from plangraph.reading.terms.offices import DEPARTMENT, departments_of

__all__ = ["Plan", "collect"]

#: What is done with a plan, and names none: 計画の策定, 計画案の公表.
_DONE = re.compile(
    r"(?:[本当]|この|次期)?(?:計画|プラン|構想)の?(?:素?案の?)?"
    r"(?:策定|作成|決定|公表|見直し|改定|周知|推進|検討|審議|承認|確定)?"
)
#: What is said of the years of a plan, and names none: 計画最終年度.
_OF_YEARS = re.compile(r"(?:年度|期間|年次|時点)$")
#: The plan itself, whose name a running header prints.
_WHOLE = re.compile(
    r"(?:総合計画|総合振興計画|基本構想)$"
    r"|^\W*(?:第?\S{1,2}[次期])?(?:\S{1,6}[市町村区])?(?:総合計画)?(?:前期|後期)?基本計画$"
)
#: A label with the names of plans on its line: 【関連する個別計画】○○計画(R4~R13)、○○計画.
_LABELLED = re.compile(
    r"\W*(?:(?:関連|関係)(?:する)?(?:主な)?(?:個別|分野別)?の?計画等?|(?:主な)?個別計画)"
    r"(?:[】\]］〕〉＞>:：\s　])+(?P<names>\S.+)"
)
#: What the brackets behind a name tell.
_FACTS_BEHIND = re.compile(r"\((?P<facts>(?:[^()]|\([^()]*\))*)\)$")
#: The name of an office has so many letters at most, that of a plan so many.
_OFFICE, _LONGEST_NAME = 16, 40
#: Columns that say of a plan what they say of little else.
_FACTS = frozenset(("period", "revised", "department"))
_HEADER = re.compile(r"計画期間|策定.{0,6}年度|所管課|担当課|計画名|主な個別計画|関連計画|個別計画")
_HEAD_WORDS = re.compile(r"計画名|策定|改定|年度|計画期間|所管課|担当課|個別計画")
#: So many lines are the head of a page.
_COVER = 6


def collect(units: list[Unit]) -> list[Plan]:
    """Return the sectoral plans of a document and mark their lines as a table."""
    _gather(units)
    found: list[Plan] = []
    inside = 0.0
    head: list[str | None] = []
    under: Unit | None = None
    for place, unit in enumerate(units):
        if unit.use:
            continue
        text = unit.text
        if found and is_cut(found[-1].title, text) and found[-1].last + 1 >= unit.first:
            _rejoin(found[-1], units[place - 1], unit)
            continue
        if unit.prose and "。" in text and not unit.cells:
            inside = max(0.0, inside - 1.5) if inside else inside
            if not inside:
                under, head = None, []
            continue
        if beside := _beside(unit):
            found += beside
            unit.use = "table"
            continue
        if len(unit.cells) > 1:
            kinds = [column(cell) if len(cell) < 20 else None for cell in unit.cells]
            if "plan" in kinds and {*_FACTS, "other"} & set(kinds):
                head, inside, under, unit.use = kinds, 3.0, None, "table"
                continue
            if head and len(unit.cells) == len(head):
                plan = _from_cells(unit, head)
                if plan:
                    plan.under = under
                    found.append(plan)
                    unit.use = "table"
                    continue
        if len(text) <= 40 and not unit.prose:
            role = lexicon.role_of(plain(unit.rest or text))
            if role == "plans":
                inside, under = 3.0, None
                if bare := _named(units, place):
                    found += bare
                    unit.use = "table"  # the list is whole: what follows it is none of it
                continue
            head_word = role in (None, "zone") and _HEADER.search(text)
            if head_word and not PERIOD.search(narrow(text)):
                hits = _heads(text)
                if not hits:
                    continue
                inside = max(inside, 1.5 + hits)
                if not unit.code and len(text) < 26:
                    unit.use = "table"
                continue
        plan = _from_line(unit, inside >= 1.5) if len(text) < 160 else None
        plan = plan or (_next_item(unit, found[-1]) if inside and found else None)
        if plan is None:
            if inside:
                if unit.code or (
                    not unit.prose and lexicon.role_of(plain(text)) is None and len(text) < 40
                ):
                    under = unit
                if unit.prose or (unit.code and unit.code.shape.startswith("第")):
                    inside = max(0.0, inside - 1.5)
                if not inside:
                    under, head = None, []
            continue
        plan.under = under if inside else None
        found.append(plan)
        unit.use = "table"
        inside = max(inside, 1.6)
    return planlists.refine(units, _confirmed(found))


def _heads(text: str) -> int:
    """Count what the head of a list of plans says of them; 0 for one of works, or another text.

    What acts or measures have beside them (事業 計画期間 担当課) is told of these, not of plans.
    """
    kinds = {column(word) for word in text.split()}
    if "plan" not in kinds and not kinds.isdisjoint(LEVELS):
        return 0
    hits = len(_HEAD_WORDS.findall(text))
    return hits if hits > 1 or kinds <= {"plan", "revised", "period", "department"} else 0


def _rejoin(plan: Plan, row: Unit, rest: Unit) -> None:
    """Put the end of a name, which stands on the line below its row, to the row."""
    whole = plan.title + rest.text
    row.text = row.text.replace(plan.title, whole, 1)
    row.cells = tuple(cell.replace(plan.title, whole, 1) for cell in row.cells)
    plan.title, plan.last, rest.use = whole, rest.last, "joined"


def _named(units: list[Unit], place: int) -> list[Plan]:
    """Take the bare names of plans below a label: 関連する個別計画."""
    found: list[Plan] = []
    for unit in units[place + 1 : place + 40]:
        text = unit.rest or unit.text
        if unit.use in ("page-number", "running-header", "joined"):
            continue
        names = [name.strip(" 　・") for name in re.split(r"[、，\t]|[ 　/／]+(?=\S{4})", text)]
        names = [name for name in names if name]
        if names and all(re.search(r"(?:条例|要綱|要領)$", name) for name in names):
            continue
        whole = _WHOLE.search(text) or (
            lexicon.META_TITLES.match(plain(text)) and not text.endswith("基本計画")
        )
        if (
            unit.use
            or unit.code
            or whole
            or "。" in text
            or not names
            or sum(bool(NAMED.search(name)) for name in names) < _least(names)
        ):
            break
        if any(len(name) > 40 or PERIOD.search(narrow(name)) for name in names):
            break
        found += [
            Plan(title_of(name), unit.first, unit.last, revised=made_in(name)) for name in names
        ]
        unit.use = "table"
    return found


def _least(names: list[str]) -> float:
    """Return how many of the names on one line must be those of plans."""
    return len(names) if len(names) < 3 else 0.6 * len(names)


def _beside(unit: Unit) -> list[Plan]:
    """Take the names of plans behind their label on one line."""
    text = unit.text
    if "計画" not in text[:14] or len(text) > 200 or "。" in text:
        return []
    labelled = _LABELLED.fullmatch(text)
    if not labelled:
        return []
    found: list[Plan] = []
    for part in re.split(r"[、，,／/\t 　]+", labelled["names"]):
        span = PERIOD.search(narrow(part))
        name = re.split(r"[（(]", part)[0] if span else part
        if not NAMED.search(name) or not 4 <= len(name) <= 40:
            return []
        if not _WHOLE.search(name):
            plan = Plan(title_of(name), unit.first, unit.last)
            plan.period = period_of(span[0]) if span else None
            found.append(plan)
    return found


def _gather(units: list[Unit]) -> None:
    """Give cells to lists that print one cell a line, as their head does."""
    place = 0
    while place < len(units):
        first = units[place]
        if len(first.text) > 14 or first.use or column(first.text) != "plan":
            place += 1
            continue
        lines = [unit for unit in units[place : place + 7] if unit.use != "page-number"]
        kinds: list[str] = []
        for unit in lines:
            kind = column(unit.text) if len(unit.text) < 20 and not unit.cells else None
            if kind not in ("plan", "revised", "period", "department") or kind in kinds:
                break
            kinds.append(kind)
        place += 1
        least = 2 if len(kinds) > 2 else 3
        if len(kinds) < 2:
            continue
        rows: list[list[Unit]] = []
        row: list[Unit] = []
        for unit in units[place + len(kinds) - 1 :]:
            if unit.use in ("page-number", "running-header"):
                continue
            if unit.use or unit.prose or unit.cells or not _fits(kinds[len(row)], unit.text):
                break
            row.append(unit)
            if len(row) == len(kinds):
                rows.append(row)
                row = []
        if len(rows) < least:
            continue
        lines[0].cells = tuple(unit.text for unit in lines[: len(kinds)])
        for used in (lines[: len(kinds)], *rows):
            used[0].cells = tuple(unit.text.strip() for unit in used)
            used[0].last = used[-1].last
            for unit in used[1:]:
                unit.use = "table"


def _fits(kind: str, text: str) -> bool:
    if kind == "plan":
        return bool(TITLE.search(text)) and len(text) <= 70
    if set(text.strip()) <= NO_VALUE:
        return True
    return bool(DEPARTMENT.search(text) if kind == "department" else re.search(r"[\d元]", text))


def _confirmed(found: list[Plan]) -> list[Plan]:
    """Return each plan once; one alone at the head of a page in English is the document's own."""
    if len(found) == 1 and found[0].last <= _COVER and found[0].title.isascii():
        return []
    known: set[str] = set()
    kept = []
    for plan in found:
        key = fold(plan.title)
        if key not in known and not _DONE.fullmatch(plan.title):
            known.add(key)
            kept.append(plan)
    return kept


def _from_cells(unit: Unit, head: list[str | None]) -> Plan | None:
    values = {kind: cell for kind, cell in zip(head, unit.cells, strict=True) if kind and cell}
    title = values.get("plan", "")
    if not title or not (TITLE.search(title) or values.keys() & _FACTS):
        return None
    plan = Plan(title_of(title), unit.first, unit.last)
    plan.revised = year_of(values.get("revised", ""))
    plan.period = period_of(values.get("period", ""))
    plan.departments = departments_of(values.get("department", ""))
    return plan


def _next_item(unit: Unit, last: Plan) -> Plan | None:
    """Return the bare name of a plan in a list of others that have their years: ○ …計画."""
    name = unit.rest
    right = unit.mark and unit.first == last.last + 1 and len(name) <= _LONGEST_NAME
    if not right or unit.prose or unit.cells or not (NAMED.search(name) and TITLE.search(name)):
        return None
    return None if _WHOLE.search(name) else Plan(title_of(name), unit.first, unit.last)


def _with_facts(unit: Unit, text: str) -> Plan | None:
    """Return the plan of which the brackets behind its name tell who, when and what."""
    aside = _FACTS_BEHIND.search(narrow(text))
    if aside is None or not TITLE.search(text[: aside.start()]):
        return None
    facts = text[slice(*aside.span("facts"))]
    parts = re.split("[、,]", facts)
    offices = [one for one in parts if len(one) <= _OFFICE and DEPARTMENT.search(one)]
    span = PERIOD.search(narrow(facts))
    if not offices or len(parts) == len(offices):
        return None
    plan = Plan(title_of(text[: aside.start()]), unit.first, unit.last)
    plan.period = period_of(facts[slice(*span.span())]) if span else None
    plan.departments = departments_of("、".join(offices))
    return plan


def _from_line(unit: Unit, inside: bool) -> Plan | None:
    text = (unit.rest if unit.mark or unit.code else unit.text).replace("\t", " ").strip()
    if (unit.prose and "。" in text) or not TITLE.search(text):
        return None
    if inside and (made := made_in(text)):
        return Plan(title_of(text), unit.first, unit.last, revised=made)
    folded = narrow(text)
    if inside and (aside := _with_facts(unit, text)):
        return aside
    span = PERIOD.search(folded)
    one = None
    for match in ONE_YEAR.finditer(folded):
        if (
            (span is None or match.start() < span.start())
            and match.start() > 3
            and folded[match.start() - 1] in " \t("
        ):
            one = match
            break
    dash = DASH.search(folded, 3)
    first = min((m.start() for m in (span, one, dash) if m), default=-1)
    if first < 4 or not (span or one):
        return None
    title = text[:first].rstrip(" 　(（[【:：・")
    if not TITLE.search(title) or len(title) > 70 or "。" in title or _OF_YEARS.search(title):
        return None
    if not inside and not (span and (one or DEPARTMENT.search(text[span.end() :]))):
        return None
    plan = Plan(title_of(title), unit.first, unit.last)
    plan.revised = year_of(folded[one.start() : one.end()]) if one else None
    plan.period = period_of(folded[span.start() : span.end()]) if span else None
    if span is None and dash and (one is None or dash.start() > one.start()):
        plan.period = Period(printed=text[dash.start() : dash.end()])
    ends = [m.end() for m in (span, one, dash) if m]
    rest = text[max(ends) :].strip(" 　()（）[]【】:：")
    plan.departments = departments_of(rest) if DEPARTMENT.search(rest) else ()
    return plan
