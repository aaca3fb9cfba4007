"""A diff as one HTML page."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from plangraph.compare.diff.changes import ASPECTS, STATUSES, Change, Diff
from plangraph.compare.html import page_of
from plangraph.compare.words import STATUSES as VERSION_STATUSES
from plangraph.compare.words import Both, titled
from plangraph.outline import Node

#: How each status is coloured; a word and a sign stand beside the colour.
LOOKS = {"added": "good", "removed": "bad", "split": "warn", "merged": "warn", "moved": "warn",
         "renamed": "warn", "reworded": "warn", "settled": "good", "same": "plain",
         "renumbered": "warn", "not-in-part": "plain"}  # fmt: skip
SIGNS = {"added": "＋", "removed": "－", "same": "＝", "not-in-part": "…"}


def page(found: Diff, changed_only: bool = False) -> str:
    """Return the page of a diff: one file, without scripts or fonts of others."""
    return page_of("diff.html", **values(found, changed_only))


def values(found: Diff, changed_only: bool = False) -> dict[str, Any]:
    """Return what the template of a diff shows."""
    told = set(found.told(changed_only))
    order = sorted(
        (change for change in found.listed if change in told),
        key=lambda c: (c.node.kind, c.status),
    )
    listed = [
        (kind, status, list(changes))
        for (kind, status), changes in groupby(order, key=lambda c: (c.node.kind, c.status))
    ]
    return {
        "found": found,
        "title": Both(
            f"{found.new.city}：{found.old.version} → {found.new.version} の変更点",
            f"{found.new.city_en}: what changed from {found.old.version} to {found.new.version}",
        ),
        "rows": [change for change in found.elements if change in told],
        "counts": [(key, name, found.count(key)) for key, name in STATUSES.items()],
        "change_names": STATUSES,
        "aspects": ASPECTS,
        "looks": LOOKS,
        "signs": SIGNS,
        "version_names": VERSION_STATUSES,
        "listed": listed,
        "orders": [c for c in found.elements if any(a.name == "order" for a in c.aspects)],
        "name": _name,
        "depth": _depth,
    }


def _name(node: Node) -> Both:
    return titled(node.title or f"（{node.term or node.kind}）", node.title_en)


def _depth(change: Change) -> int:
    return change.node.depth
