"""A comparison as tables with stable columns, for csv, tsv, json and sheets."""

from __future__ import annotations

from collections.abc import Callable

from plangraph.compare.claims import Link
from plangraph.compare.comparison import Comparison
from plangraph.compare.facts import Side, field_key
from plangraph.compare.pairs import Direction
from plangraph.language import tr
from plangraph.outline import Node
from plangraph.tables import Table, Value

#: Columns of every row that names an element.
ELEMENT = ("city", "plan", "version", "kind", "code", "title", "id")


def tables(found: Comparison) -> dict[str, Table]:
    """Return all tables of a comparison by name, the main one first."""
    return {name: table(found, name) for name in NAMES}


def table(found: Comparison, name: str) -> Table:
    """Return one of the tables of NAMES."""
    return _MAKERS[name](found)


def why_empty(found: Comparison, name: str) -> str | None:
    """Say why a table has no rows, or nothing where it has some."""
    if table(found, name).rows:
        return None
    if name in ("counterparts", "gaps", "likeness") and len(found.sides) < 2:
        return tr("one city alone is compared with nothing: name another one beside it")
    if name in ("counterparts", "gaps", "likeness") and not found.pairs:
        return tr("of these cities only one has been read: there is nothing to compare it with")
    if name in ("counterparts", "gaps") and all(pair.bare for pair in found.pairs):
        return tr("{versions} has no elements", versions=found.pairs[0].bare)
    unknown = not any(pair.linked and (pair.whole or name != "gaps") for pair in found.pairs)
    if name in ("counterparts", "gaps") and unknown:
        return tr(
            "no counterparts between these versions are known: those of one plan have none"
            " (`plangraph diff` tells what changed), and of more than twelve plans at once only"
            " the nearest of all are kept"
        )
    return tr("nothing in these plans belongs in the table {name}", name=name)


def element(side: Side, node: Node) -> tuple[Value, ...]:
    """Return the values of ELEMENT for an element."""
    outline = side.home(node)
    plan, version = (outline.plan, outline.version) if outline else (None, None)
    return (side.city.ja, plan, version, node.kind, node.code, node.title, node.iri)


def _goal_text(links: tuple[Link, ...]) -> str | None:
    return " ".join(f"{link.target}:{link.status}" for link in links) or None


def _subjects(found: Comparison) -> Table:
    columns = ("field", "field_label", "cell", *ELEMENT, "layer", "comparable", "document", "line")
    rows: list[tuple[Value, ...]] = []
    for subject in found.subjects:
        key = field_key(subject.field.iri) if subject.field else None
        label = subject.field.label.ja if subject.field else None
        for side, cell in zip(found.sides, subject.cells, strict=True):
            shown = [e for e in cell.entries if e.comparable or found.choice.narrow]
            if not shown:
                city = (side.city.ja, None, side.outline and side.key, None, None, None, None)
                rows.append((key, label, cell.state, *city, *[None] * 10))
            for entry in shown:
                node, link = entry.node, entry.link
                state = "found" if entry.comparable and entry.main else "beside"
                rows.append(
                    (key, label, state, *element(side, node), node.layer, entry.comparable,
                     _document(side, node), node.line, "、".join(node.departments) or None,
                     _goal_text(entry.goals),
                     link and link.rank, link and link.status, link and link.score,
                     "、".join(link.terms) or None if link else None)
                )  # fmt: skip
    return Table((*columns, "departments", "goals", "rank", "status", "score", "evidence"), rows)


def _document(side: Side, node: Node) -> str | None:
    outline = side.home(node)
    return outline.document if outline else None


def _counterparts(found: Comparison) -> Table:
    wanted = _wanted(found)
    columns = (*ELEMENT, "other_city", "other_code", "other_title", "other_id")
    rows: list[tuple[Value, ...]] = [
        (*element(way.side, one.node), way.other.name.ja, one.other.code, one.other.title,
         one.other.iri, one.link.score, one.link.status,
         "、".join(one.link.terms) or (one.link.reason and one.link.reason.ja),
         one.link.carried and one.link.carried.versions)
        for way in _ways(found)
        for one in (*way.found, *way.found_beside)
        if wanted is None or one.node.iri in wanted
    ]  # fmt: skip
    return Table((*columns, "score", "status", "evidence", "carried_from"), rows)


def _gaps(found: Comparison) -> Table:
    wanted = _wanted(found)
    rows: list[tuple[Value, ...]] = [
        (*element(way.side, gap.node), way.other.name.ja, gap.score, gap.node.line)
        for way in _ways(found)
        for gap in (*way.gaps, *way.gaps_beside)
        if wanted is None or gap.node.iri in wanted
    ]
    return Table((*ELEMENT, "other_city", "best_score", "line"), rows)


def _wanted(found: Comparison) -> set[str] | None:
    """Return the elements that mainly treat what the comparison is narrowed to, if it is."""
    if not found.choice.narrow:
        return None
    return {
        entry.node.iri
        for subject in found.subjects
        for cell in subject.cells
        for entry in cell.entries
        if entry.main
    }


def _ways(found: Comparison) -> list[Direction]:
    return [way for pair in found.pairs for way in (pair.there, pair.back)]


def _versions(found: Comparison) -> Table:
    columns = ("city", "city_code", "plan", "version", "status", "title", "date", "start", "end",
               "period", "inferred_start", "inferred_end", "excerpt", "document", "sha256",
               "elements", "in_tree")  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for side in found.sides:
        o = side.outline
        if o is None:
            rows.append((side.city.ja, side.key, *[None] * 15))
            continue
        rows.append(
            (o.city, o.city_code, o.plan, o.version, o.status, o.title, o.date, o.start, o.end,
             o.period_printed, o.inferred_start, o.inferred_end, o.excerpt, o.document, o.sha256,
             side.everything, len(side.elements))
        )  # fmt: skip
    return Table(columns, rows)


def _headings(found: Comparison) -> tuple[str, ...]:
    return tuple(side.key for side in found.sides)


def _levels(found: Comparison) -> Table:
    rows: list[tuple[Value, ...]] = [
        (one.layer, one.kind, one.comparable, *one.counts) for one in found.levels
    ]
    return Table(("layer", "kind", "comparable", *_headings(found)), rows)


def _structure(found: Comparison) -> Table:
    rows: list[tuple[Value, ...]] = [
        (one.key, *one.label, *one.how, *(_round(v) for v in one.values)) for one in found.structure
    ]
    return Table(("figure", "label", "label_en", "how", "how_en", *_headings(found)), rows)


def _round(value: float | int | None) -> float | int | None:
    return round(value, 4) if isinstance(value, float) else value


def _likeness(found: Comparison) -> Table:
    rows: list[tuple[Value, ...]] = []
    for pair, aspects in zip(found.pairs, found.likeness, strict=True):
        keys = pair.there.side.key, pair.back.side.key
        rows += [(*keys, one.aspect, _round(one.value), *one.how) for one in aspects]
    return Table(("one", "other", "aspect", "likeness", "how", "how_en"), rows)


def _fields(found: Comparison) -> Table:
    from plangraph.compare.figures import field_profile

    profiles = [field_profile(side) for side in found.sides]
    rows: list[tuple[Value, ...]] = [
        (field_key(field.iri), field.label.ja, field.label.en,
         *(p[field.iri] if side.fields else None
           for side, p in zip(found.sides, profiles, strict=True)))
        for field in found.fields
    ]  # fmt: skip
    return Table(("field", "ja", "en", *_headings(found)), rows)


def _goals(found: Comparison) -> Table:
    from plangraph.compare.figures import goal_profile
    from plangraph.compare.words import LINK_STATUSES

    rows: list[tuple[Value, ...]] = []
    for status in LINK_STATUSES:
        profiles = [goal_profile(side, status) for side in found.sides]
        rows += [
            (status, int(goal), label.ja, label.en,
             *(p[goal] if side.outline else None
               for side, p in zip(found.sides, profiles, strict=True)))
            for goal, label in found.goals.items()
        ]  # fmt: skip
    return Table(("status", "goal", "ja", "en", *_headings(found)), rows)


def _sectoral_plans(found: Comparison) -> Table:
    columns = (*ELEMENT, "revised", "start", "end", "period", "department", "parent", "state",
               "under_no_goal", "on", "line")  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for side, one in zip(found.sides, found.coherence, strict=True):
        for plan in one.plans or ():
            n = plan.node
            rows.append(
                (*element(side, n), n.revised, n.start, n.end, n.period_printed,
                 "、".join(n.departments) or None, plan.parent and plan.parent.label, plan.state,
                 plan.adrift, one.on.isoformat(), n.line)
            )  # fmt: skip
    return Table(columns, rows)


def _coherence(found: Comparison) -> Table:
    """Return one row a finding."""
    rows: list[tuple[Value, ...]] = []
    for side, one in zip(found.sides, found.coherence, strict=True):
        for plan in one.plans or ():
            if plan.state in ("expired", "ending", "no-period"):
                rows.append((plan.state, *element(side, plan.node), plan.node.line))
            if plan.adrift:
                rows.append(("under-no-goal", *element(side, plan.node), plan.node.line))
        rows += [
            ("no-sectoral-plan-serves", *element(side, goal), goal.line)
            for goal in one.unserved or ()
        ]
        rows += [
            (f"without-{lack.key}", *element(side, node), node.line)
            for lack in one.lacks
            for node in lack.missing
        ]
    return Table(("finding", *ELEMENT, "line"), rows)


def _indicators(found: Comparison) -> Table:
    columns = (*ELEMENT, "baseline", "baseline_year", "target", "target_year", "unit", "line")
    rows: list[tuple[Value, ...]] = [
        (*element(side, n), n.baseline, n.baseline_year, n.target, n.target_year, n.unit, n.line)
        for side in found.sides
        for n in side.indicators
    ]
    return Table(columns, rows)


def _outline(found: Comparison) -> Table:
    columns = (*ELEMENT, "title_en", "order", "depth", "term", "parent", "document", "line")
    rows: list[tuple[Value, ...]] = [
        (*element(side, n), n.title_en, n.order, n.depth, n.term, n.parent,
         _document(side, n), n.line)
        for side in found.sides
        for n in side.elements
    ]  # fmt: skip
    return Table(columns, rows)


_MAKERS: dict[str, Callable[[Comparison], Table]] = {
    "subjects": _subjects,
    "counterparts": _counterparts,
    "gaps": _gaps,
    "versions": _versions,
    "levels": _levels,
    "structure": _structure,
    "likeness": _likeness,
    "fields": _fields,
    "goals": _goals,
    "sectoral-plans": _sectoral_plans,
    "coherence": _coherence,
    "indicators": _indicators,
    "outline": _outline,
}
NAMES = tuple(_MAKERS)
