"""A comparison as one HTML page, with its pictures and a table beside each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from plangraph.compare.coherence import STATES, Coherence
from plangraph.compare.comparison import Comparison
from plangraph.compare.facts import Side
from plangraph.compare.figures import field_profile, goal_profile, statuses
from plangraph.compare.html import page_of
from plangraph.compare.pairs import best_by_element, only_back
from plangraph.compare.pictures.flow import flow
from plangraph.compare.pictures.heat import HeatRow, heat
from plangraph.compare.pictures.icicle import icicle, on_paper
from plangraph.compare.pictures.timeline import Bar, timeline
from plangraph.compare.words import (
    CELLS,
    LAYERS,
    LINK_STATUSES,
    NEAREST,
    SOUGHT,
    STATUSES,
    Both,
    titled,
)
from plangraph.outline import Node, Outline

#: Up to so many pairs of cities the counterparts of each are listed and drawn.
_PAIRS = 10


class HeatMap(NamedTuple):
    """A heat map with the rows it shows, and whose links they are."""

    picture: Markup
    rows: list[HeatRow]
    status: str | None


def page(found: Comparison) -> str:
    """Return the page of a comparison: one file, without scripts or fonts of others."""
    return page_of("compare.html", **values(found))


def values(found: Comparison) -> dict[str, Any]:
    """Return what the template of a comparison shows."""
    read = [side for side in found.sides if side.outline]
    deepest = max((node.depth for side in read for node in side.elements), default=0)
    return {
        "found": found,
        "title": _title(found),
        "layers": LAYERS,
        "statuses": STATUSES,
        "link_statuses": LINK_STATUSES,
        "cells": CELLS,
        "nearest": NEAREST,
        "sought": SOUGHT,
        "states": STATES,
        "trees": {side.key: _tree(side) for side in read},
        "icicles": {side.key: icicle(side, deepest) for side in read if side.elements},
        "on_paper": on_paper(read),
        "field_maps": _field_maps(found) if any(side.fields for side in read) else [],
        "goal_maps": [_goal_map(found, status) for status in statuses(found.sides)],
        "few": len(found.pairs) <= _PAIRS,
        "flows": [
            flow(pair) if pair.linked and len(found.pairs) <= _PAIRS else None
            for pair in found.pairs
        ],
        "best": [
            [
                (way, best_by_element(way.found), best_by_element(way.found_beside))
                for way in (pair.there, pair.back)
            ]
            for pair in found.pairs
        ],
        "only_back": [best_by_element(only_back(pair)) for pair in found.pairs],
        "timelines": {
            side.key: periods(side, one, found.on)
            for side, one in zip(found.sides, found.coherence, strict=True)
            if side.outline
        },
        "options": _options(found),
        "field_names": {field.iri: field.label for field in found.fields},
        "anchor": _anchor,
        "where": _cite,
        "likeness_rows": _likeness_rows(found),
        "name": name_of,
        "documents": _documents(found),
    }


def name_of(node: Node) -> Both:
    """Return code and title of an element in both languages."""
    ja = node.title or f"（{node.term or node.kind}）"
    return titled(ja, node.title_en)


def _title(found: Comparison) -> Both:
    ja = "・".join(side.name.ja for side in found.sides)
    en = ", ".join(side.name.en for side in found.sides)
    if len(found.sides) == 1:
        return Both(f"{ja}の計画", f"The plan of {en}")
    return Both(f"計画の比較：{ja}", f"Plans compared: {en}")


def _anchor(side: Side, node: Node) -> str:
    return f"{side.key}/{node.id}".replace(" ", "_")


def _cite(side: Side, node: Node) -> Both:
    """Return where the document says so: its lines."""
    outline = side.home(node)
    if outline is None or node.line is None:
        return Both("行不明", "line unknown")
    lines = str(node.line) if node.end_line is None else f"{node.line}–{node.end_line}"
    older = outline is not side.outline
    mark = f" ({outline.version})" if older else ""
    return Both(f"{lines}行{mark}", f"line {lines}{mark}")


def _tree(side: Side) -> list[tuple[Node, list[object]]]:
    """Return the elements nested: a list of (node, children) of the same form."""
    known = {node.id for node in side.elements}
    below: dict[str | None, list[Node]] = {}
    for node in side.elements:
        below.setdefault(node.parent if node.parent in known else None, []).append(node)

    def nested(parent: str | None) -> list[tuple[Node, list[object]]]:
        return [(node, list(nested(node.id))) for node in below.get(parent, ())]

    return nested(None)


def _field_maps(found: Comparison) -> list[HeatMap]:
    """Return the map of groups of fields, and the map of all fields that occur."""
    cities = [side.name for side in found.sides]
    profiles = [field_profile(side) for side in found.sides]
    sizes = [
        sum(any(x.main for x in side.fields.get(n.id, ())) for n in side.elements)
        for side in found.sides
    ]
    above = {field.iri: field.broader or field.iri for field in found.fields}
    groups = [field_profile(side, above) for side in found.sides]
    tops = [field for field in found.fields if field.broader is None]
    broad = [_row(field.label, groups, sizes, field.iri, False) for field in tops]
    fine: list[HeatRow] = []
    for top in tops:
        below = [field for field in found.fields if field.broader == top.iri]
        fine.append(_row(top.label, groups, sizes, top.iri, True))
        fine += [
            _row(field.label, profiles, sizes, field.iri, False)
            for field in below
            if any(profile[field.iri] for profile in profiles)
        ]
    title = Both("政策分野と市", "Policy fields by city")
    every = Both("すべての政策分野と市", "All policy fields by city")
    return [
        HeatMap(heat(title, cities, broad), broad, None),
        HeatMap(heat(every, cities, fine), fine, None),
    ]


def _goal_map(found: Comparison, status: str) -> HeatMap:
    profiles = [goal_profile(side, status) for side in found.sides]
    sizes = [
        sum(
            any(x.main and x.status == status for x in side.goals.get(n.id, ()))
            for n in side.elements
        )
        for side in found.sides
    ]
    rows = [
        _row(Both(f"{key} {label.ja}", f"{key} {label.en}"), profiles, sizes, key, False)
        for key, label in found.goals.items()
    ]
    name = LINK_STATUSES[status]
    title = Both(f"SDGsと市（{name.ja}）", f"SDGs by city ({name.en})")
    return HeatMap(heat(title, [side.name for side in found.sides], rows), rows, status)


def _row(
    label: Both, profiles: list[Counter[str]], sizes: list[int], key: str, top: bool
) -> HeatRow:
    counts: list[int | None] = []
    shares: list[float | None] = []
    for profile, size in zip(profiles, sizes, strict=True):
        count = profile[key]
        counts.append(count if size else None)
        shares.append(count / size if size else None)
    return HeatRow(label, tuple(counts), tuple(shares), top)


def periods(side: Side, found: Coherence, on: date) -> Markup:
    """Return the timeline of a city's plans: of its comprehensive plan and the sectoral ones."""
    outline = side.outline
    assert outline is not None
    bars = [Bar(Both("総合計画", "Comprehensive plan"), None, None, "", heading=True)]
    start, end = outline.start, outline.end
    look = "plan"
    if not (start or end):
        start, end, look = outline.inferred_start, outline.inferred_end, "inferred"
    mark = Both("（推定）", " (inferred)") if look == "inferred" and start else Both("", "")
    name = titled(outline.title, outline.title_en)
    bars.append(Bar(Both(name.ja + mark.ja, name.en + mark.en), _day(start), _day(end), look))
    bars += [
        Bar(part.title, _day(part.start), _day(part.end), "plan")
        for part in side.parts
        if part.start
    ]
    group: str | None = ""
    for plan in found.plans or ():
        key = plan.parent.id if plan.parent else None
        if key != group:
            group = key
            label = Both("どこにも属さない", "Under nothing")
            if plan.parent:
                ja, en = name_of(plan.parent)
                code = f"{plan.parent.code} " if plan.parent.code else ""
                label = Both(f"個別計画：{code}{ja}", f"Sectoral plans: {code}{en}")
            bars.append(Bar(label, None, None, "", heading=True))
        node = plan.node
        bars.append(Bar(name_of(node), _day(node.start), _day(node.end), plan.state, node.revised))
    title = Both(f"{side.name.ja}の計画の期間", f"Periods of the plans of {side.name.en}")
    return timeline(title, bars, on)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _options(found: Comparison) -> dict[str, list[tuple[str, Both]]]:
    """Return what the page can be filtered by: only what occurs in the table of subjects."""
    fields: list[tuple[str, Both]] = []
    goals: set[str] = set()
    states: set[str] = set()
    departments: set[str] = set()
    for row in found.subjects:
        if row.field:
            fields.append((row.field.iri, row.field.label))
        for cell in row.cells:
            for entry in cell.entries:
                goals |= {link.target for link in entry.goals}
                states |= {link.status for link in entry.goals}
                departments |= set(entry.node.departments)
    label: Callable[[str], Both] = lambda key: found.goals.get(key, Both(key, key))  # noqa: E731
    return {
        "field": fields,
        "goal": [
            (g, Both(f"{g} {label(g).ja}", f"{g} {label(g).en}")) for g in sorted(goals, key=int)
        ],
        "status": [(key, name) for key, name in LINK_STATUSES.items() if key in states],
        "department": [(name, Both(name, name)) for name in sorted(departments)],
    }


def _documents(found: Comparison) -> list[Outline]:
    """Return every version that the page draws on, each once."""
    seen: dict[str, Outline] = {}
    for side in found.sides:
        for outline in (side.outline, side.plans_in, side.indicators_in):
            if outline:
                seen[outline.version] = outline
    return list(seen.values())


def _likeness_rows(found: Comparison) -> list[tuple[str, Both, Both, list[float | None]]]:
    """Return a row an aspect, a column a pair."""
    rows: dict[str, tuple[str, Both, Both, list[float | None]]] = {}
    for place, aspects in enumerate(found.likeness):
        for one in aspects:
            row = rows.setdefault(
                one.aspect, (one.aspect, one.label, one.how, [None] * len(found.likeness))
            )
            row[3][place] = one.value
    overall = rows.pop("overall", None)
    return [*rows.values(), *([overall] if overall else [])]
