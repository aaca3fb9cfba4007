"""What was read as plain values: ``plangraph read --format json``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plangraph.fiscal import FiscalYear, Period
from plangraph.model import Doubt, Element, Entry, Indicator, Plan, SectoralPlan


def as_json(plan: Plan) -> str:
    """Return ``{plan, elements, sectoral_plans, indicators, doubts, unplaced}`` as JSON."""
    return json.dumps(outline(plan), ensure_ascii=False, indent=1) + "\n"


def outline(plan: Plan) -> dict[str, Any]:
    """Return what was read as plain values, the elements flat with their parents."""
    entries = plan.entries()
    titles = {entry.id: entry.item.title for entry in entries}

    def common(entry: Entry) -> dict[str, Any]:
        item = entry.item
        return {
            "id": entry.id, "code": item.code, "title": item.title,
            "line": str(item.line) if item.line else None, "page": item.page,
            "departments": list(item.departments),
            "sdgs": sorted({one.goal for one in item.sdgs}),
        }  # fmt: skip

    return {
        "plan": {
            "plan": plan.plan, "version": plan.version, "title": plan.title,
            "municipality": plan.municipality, "status": plan.status,
            "date": plan.date.isoformat() if plan.date else None,
            "period": _period(plan.period), "document": plan.document.file,
            "sha256": plan.document.sha256, "language": plan.document.language,
        },
        "elements": [
            {"kind": entry.kind, **common(entry), "subtitle": item.subtitle,
             "keywords": list(item.keywords), "term": item.term,
             "parent": entry.parent, "parent_title": titles.get(entry.parent or "")}
            for entry in entries if isinstance(item := entry.item, Element)
        ],
        "sectoral_plans": [
            {**common(entry), "parent": entry.parent,
             "revised": _year(item.revised), "period": _period(item.period)}
            for entry in entries if isinstance(item := entry.item, SectoralPlan)
        ],
        "indicators": [
            {**common(entry), "parent": entry.parent,
             "parent_title": titles.get(entry.parent or ""),
             "baseline": _text(item.baseline), "baseline_year": _year(item.baseline_year),
             "target": _text(item.target), "target_year": _year(item.target_year),
             "unit": item.unit}
            for entry in entries if isinstance(item := entry.item, Indicator)
        ],
        "doubts": [
            {"reason": doubt.reason, "line": _text(doubt.line), "element": where}
            for where, doubt in _doubts(plan, entries)
        ],
        "unplaced": [str(lines) for lines in plan.unplaced],
    }  # fmt: skip


def _doubts(plan: Plan, entries: list[Entry]) -> Iterator[tuple[str | None, Doubt]]:
    for doubt in plan.doubts:
        yield None, doubt
    for entry in entries:
        for doubt in entry.item.doubts:
            yield entry.id, doubt


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _year(year: FiscalYear | None) -> dict[str, Any] | None:
    return None if year is None else {"year": int(year), "printed": str(year)}


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "start": int(period.start) if period.start else None,
        "end": int(period.end) if period.end else None,
        "years": period.years, "printed": str(period),
    }  # fmt: skip
