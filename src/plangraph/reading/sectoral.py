"""Lists of sectoral plans (個別計画): title, year of making, period and department."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangraph.fiscal import NO_VALUE, FiscalYear, Period, fold
from plangraph.reading import lexicon
from plangraph.reading.codes import narrow
from plangraph.reading.headings import plain
from plangraph.reading.rows import Unit
from plangraph.reading.tables import column

_YEAR = (
    r"(?:(?:明治|大正|昭和|平成|令和)\s?(?:元|\d{1,2})|[MTSHR]\s?(?:元|\d{1,2})|(?:19"
    r"|20)\d\d)\s?(?:\(\d{4}(?:年度?)?\)|\((?:平成|令和|H|R)\s?(?:元"
    r"|\d{1,2})(?:年度?)?\))?\s?(?:年度?)?"
)
_PERIOD = re.compile(
    rf"(?:{_YEAR})\s?(?:[~〜～\-]|から)\s?(?:{_YEAR}|\d{{1,2}}\s?年度?)(?:まで)?"
    rf"|(?:{_YEAR})\s?[~〜～](?=\s|$)"
)
_ONE = re.compile(rf"(?:{_YEAR})(?:\d{{1,2}}月)?(?=[\s\t)]|$)")
_DASH = re.compile(r"(?:(?<=\s)|^)[-―－ー–—−](?=\s|$)")
_TITLE = re.compile(
    r"計画|プラン|方針|指針|ビジョン|戦略|構想|マスタープラン|プログラム|大綱|計画等"
    r"|ガイドライン|Plan\b|Strategy\b"
)
_DEPARTMENT = re.compile(
    r"(?:課|室|局|部|係|担当|センター|図書館|公民館|博物館|事務局|委員会|署|本部|館|院"
    r"|所)(?:[、・,]|$)"
)
_NAMED = re.compile(
    r"(?:計画|プラン|方針|指針|ビジョン|戦略|構想|プログラム|大綱|ガイドライン)(?:[（(][^（）()]{1,16}[)）])?[」』]?$"
)
#: The plan itself, whose name a running header prints.
_WHOLE = re.compile(r"(?:総合計画|総合振興計画|基本構想|基本計画)$")
_HEADER = re.compile(r"計画期間|策定.{0,6}年度|所管課|担当課|計画名|主な個別計画|関連計画|個別計画")


@dataclass(slots=True)
class Plan:
    """A sectoral plan as a list states it."""

    title: str
    first: int
    last: int
    revised: FiscalYear | None = None
    period: Period | None = None
    departments: tuple[str, ...] = ()
    #: The heading of the group in the list that it stands under.
    under: Unit | None = None


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
        if unit.prose and "。" in text and not unit.cells:
            inside = max(0.0, inside - 1.5) if inside else inside
            if not inside:
                under, head = None, []
            continue
        if len(unit.cells) > 1:
            kinds = [column(cell) if len(cell) < 20 else None for cell in unit.cells]
            if "plan" in kinds and {"period", "revised", "department"} & set(kinds):
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
                bare = _named(units, place)
                found += bare
                continue
            if _HEADER.search(text) and not _PERIOD.search(narrow(text)):
                hits = len(
                    re.findall(r"計画名|策定|改定|年度|計画期間|所管課|担当課|個別計画", text)
                )
                named = column(text.strip()) in ("plan", "revised", "period", "department")
                if hits < 2 and not named:
                    continue
                inside = max(inside, 1.5 + hits)
                if not unit.code and len(text) < 26:
                    unit.use = "table"
                continue
        plan = _from_line(unit, inside >= 1.5) if len(text) < 160 else None
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
    return _confirmed(found)


def _named(units: list[Unit], place: int) -> list[Plan]:
    """Take the bare names of plans below a label: 関連する個別計画."""
    found: list[Plan] = []
    for unit in units[place + 1 : place + 40]:
        text = unit.rest or unit.text
        if unit.use in ("page-number", "running-header"):
            continue
        names = [name.strip(" 　・") for name in re.split(r"[、，\t]|[ 　]+(?=\S{4})", text)]
        names = [name for name in names if name]
        whole = lexicon.META_TITLES.match(plain(text)) or _WHOLE.search(text)
        if (
            unit.use
            or unit.code
            or whole
            or "。" in text
            or not names
            or not all(_NAMED.search(name) for name in names)
        ):
            break
        if any(len(name) > 40 or _PERIOD.search(narrow(name)) for name in names):
            break
        found += [Plan(name.strip("「」『』"), unit.first, unit.last) for name in names]
        unit.use = "table"
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
        return bool(_TITLE.search(text)) and len(text) <= 70
    if set(text.strip()) <= NO_VALUE:
        return True
    return bool(_DEPARTMENT.search(text) if kind == "department" else re.search(r"[\d元]", text))


def _confirmed(found: list[Plan]) -> list[Plan]:
    known: set[str] = set()
    kept = []
    for plan in found:
        key = fold(plan.title)
        if key not in known:
            known.add(key)
            kept.append(plan)
    return kept


def _from_cells(unit: Unit, head: list[str | None]) -> Plan | None:
    values = {kind: cell for kind, cell in zip(head, unit.cells, strict=True) if kind and cell}
    title = values.get("plan", "")
    if not title or not (_TITLE.search(title) or len(values) > 1):
        return None
    plan = Plan(title.lstrip("・ "), unit.first, unit.last)
    plan.revised = _year(values.get("revised", ""))
    plan.period = _period(values.get("period", ""))
    plan.departments = _departments(values.get("department", ""))
    return plan


def _from_line(unit: Unit, inside: bool) -> Plan | None:
    text = (unit.rest if unit.mark or unit.code else unit.text).replace("\t", " ").strip()
    if (unit.prose and "。" in text) or not _TITLE.search(text):
        return None
    folded = narrow(text)
    span = _PERIOD.search(folded)
    one = None
    for match in _ONE.finditer(folded):
        if (
            (span is None or match.start() < span.start())
            and match.start() > 3
            and folded[match.start() - 1] in " \t("
        ):
            one = match
            break
    dash = _DASH.search(folded, 3)
    first = min((m.start() for m in (span, one, dash) if m), default=-1)
    if first < 4 or not (span or one):
        return None
    title = text[:first].rstrip(" 　(（[【:：・")
    if not _TITLE.search(title) or len(title) > 70 or "。" in title:
        return None
    if not inside and not (span and (one or _DEPARTMENT.search(text[span.end() :]))):
        return None
    if not inside and re.search(r"第\s?\d+\s?次.*(?:総合計画|基本構想)|基本計画$|基本構想$", title):
        return None
    plan = Plan(title, unit.first, unit.last)
    plan.revised = _year(folded[one.start() : one.end()]) if one else None
    plan.period = _period(folded[span.start() : span.end()]) if span else None
    if span is None and dash and (one is None or dash.start() > one.start()):
        plan.period = Period(printed=text[dash.start() : dash.end()])
    ends = [m.end() for m in (span, one, dash) if m]
    rest = text[max(ends) :].strip(" 　()（）[]【】:：")
    plan.departments = _departments(rest) if _DEPARTMENT.search(rest) else ()
    return plan


def _departments(text: str) -> tuple[str, ...]:
    text = text.strip()
    if not text or set(text) <= NO_VALUE:
        return ()
    parts = [part.strip() for part in re.split(r"[、,，/\s　]+", text) if part.strip()]
    return tuple(part for part in parts if len(part) <= 30)


def _year(text: str) -> FiscalYear | None:
    text = re.sub(r"\s+|\d{1,2}月.*$", "", narrow(text))
    text = re.sub(r"\((?:平成|令和|H|R)(?:元|\d+)(?:年度?)?\)", "", text)
    try:
        return FiscalYear.parse(text) if text else None
    except ValueError:
        return None


def _period(text: str) -> Period | None:
    text = re.sub(r"\s+", "", text)
    if not text:
        return None
    for tried in (
        text,
        re.sub(r"\((?:\d{4}|平成\d+|令和(?:元|\d+)|[HR]\d+)(?:年度?)?\)", "", narrow(text)),
    ):
        try:
            return Period.parse(tried)
        except ValueError:
            continue
    return None
