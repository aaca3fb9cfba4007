"""Writing a diff out: for the screen, as a table, as JSON, as a page."""

from __future__ import annotations

from typing import Any

from plangraph.compare.diff.changes import ASPECTS, STATUSES, Change, Diff
from plangraph.compare.diff.wording import marked
from plangraph.compare.words import STATUSES as VERSION_STATUSES
from plangraph.language import pick
from plangraph.outline import Node, Outline
from plangraph.tables import Table, Value
from plangraph.tables import render as render_table

COLUMNS = (
    "city", "plan", "version", "kind", "code", "title", "id", "status", "former_version",
    "former_code", "former_title", "former_id", "changes", "words", "reason", "line", "former_line",
)  # fmt: skip


def render(
    found: Diff, form: str = "table", changed_only: bool = False, width: int | None = None
) -> str | bytes:
    """Return a diff in one of the forms table, csv, tsv, json, html, xlsx, ttl.

    A ``table`` is cut to ``width`` columns if given.
    """
    if form == "html":
        from plangraph.compare.diff.page import page

        return page(found, changed_only)
    if form == "xlsx":
        from plangraph.compare.diff.sheets import workbook

        return workbook(found, changed_only)
    if form == "ttl":
        from plangraph.compare.diff.triples import turtle

        return turtle(found, changed_only)
    if form == "json":
        import json

        return json.dumps(_plain(found, changed_only), ensure_ascii=False, indent=1) + "\n"
    if form == "table":
        return _screen(found, width, changed_only)
    return render_table(table(found, changed_only), form)


def table(found: Diff, changed_only: bool = False) -> Table:
    """Return one row an element; ``id`` is the newer one, or the older where it is gone."""
    return Table(COLUMNS, [_row(found, change) for change in found.told(changed_only)])


def _row(found: Diff, change: Change) -> tuple[Value, ...]:
    node, old = change.node, change.old
    words = "; ".join(f"{a.name}: {marked(a.runs, a.between)}" for a in change.aspects)
    return (
        found.new.city, found.new.plan, (found.new if change.new else found.old).version,
        node.kind, node.code, node.title, node.iri, change.status,
        found.old.version if old else None, old.code if old else None,
        old.title if old else None, old.iri if old else None,
        " ".join(a.name for a in change.aspects) or None, words or None,
        change.reason.en if change.reason else None,
        change.new.line if change.new else None, old.line if old else None,
    )  # fmt: skip


def _plain(found: Diff, changed_only: bool) -> dict[str, Any]:
    def one(change: Change) -> dict[str, Any]:
        return {
            "status": change.status,
            "kind": change.node.kind,
            "old": _named(change.old),
            "new": _named(change.new),
            "changes": [
                {"what": a.name, "words": [{"op": r.op, "text": r.text} for r in a.runs]}
                for a in change.aspects
            ],
            "reason": change.reason._asdict() if change.reason else None,
        }

    told = set(found.told(changed_only))
    return {
        "note": found.note._asdict() if found.note else None,
        "old": _version(found.old),
        "new": _version(found.new),
        "counts": {status: found.count(status) for status in STATUSES if found.count(status)},
        "elements": [one(change) for change in found.elements if change in told],
        "listed": [one(change) for change in found.listed if change in told],
    }


def _named(node: Node | None) -> dict[str, Any] | None:
    if node is None:
        return None
    return {"id": node.iri, "code": node.code, "title": node.title, "line": node.line}


def _version(outline: Outline) -> dict[str, Any]:
    return {
        "version": outline.version, "status": outline.status, "title": outline.title,
        "date": outline.date, "document": outline.document, "sha256": outline.sha256,
        "excerpt": outline.excerpt,
    }  # fmt: skip


def _screen(found: Diff, width: int | None, changed_only: bool) -> str:
    heads = [
        f"{sign} {o.version}  {o.title}  {VERSION_STATUSES[o.status]}  {o.date or '–'}"
        f"  {o.document}{pick('（抜粋）', ' (excerpt)') if o.excerpt else ''}"
        for sign, o in (("-", found.old), ("+", found.new))
    ]
    counts = [f"{name} {found.count(key)}" for key, name in STATUSES.items() if found.count(key)]
    told = set(found.told(changed_only))
    rows = [_line(change) for change in found.elements if change in told]
    columns = [
        pick("変化", "change"),
        pick("要素", "element"),
        pick("違い", "difference"),
        pick("行", "line"),
    ]
    if found.note:
        heads += ["", f"! {found.note}"]
    text = "\n".join([*heads, "", pick("、", ", ").join(counts), "", ""])
    text += render_table(Table(columns, rows), "table", width)
    if found.listed:
        text += "\n" + _listed(found)
    return text


def _line(change: Change) -> tuple[Value, ...]:
    parts = [
        f"{ASPECTS[a.name]}: {marked(a.runs, a.between)}"
        if a.name != "title"
        else marked(a.runs, a.between)
        for a in change.aspects
    ]
    if change.reason:
        parts.append(str(change.reason))
    lines = [str(node.line) if node and node.line else "–" for node in (change.old, change.new)]
    node = change.node
    english = " ".join(part for part in (node.code, node.title_en) if part)
    label = pick(node.label, english or node.label)
    return (str(STATUSES[change.status]), label, "  ".join(parts) or None, "→".join(lines))


def _listed(found: Diff) -> str:
    """Return a line a kind of listed things: how many of each status, and why."""
    lines = []
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in found.listed:
        groups.setdefault((change.node.kind, change.status), []).append(change)
    for (kind, status), changes in groups.items():
        reason = f" ({changes[0].reason})" if changes[0].reason else ""
        lines.append(f"{found.kinds[kind]}: {STATUSES[status]} {len(changes)}{reason}")
    return "\n".join(lines) + "\n"
