"""How tests ask what is read: the text of a page, and the outline of its plan."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plangraph.model import Element, Plan
from plangraph.reading.reader import read_document


def plan_of(text: str, folder: Path, suffix: str = ".txt") -> Plan:
    """Read a page that says ``text``."""
    page = folder / f"page{suffix}"
    page.write_text(text, encoding="utf-8")
    return read_document(page).plan


def nested(elements: Iterable[Element], depth: int = 0) -> list[str]:
    """Return elements by kind and title, one a line, each below what it belongs to."""
    found = []
    for one in elements:
        title = f" {one.title}" if one.title else ""
        found += [f"{'  ' * depth}{one.kind}{title}", *nested(one.children, depth + 1)]
    return found


def outline(text: str, folder: Path) -> list[str]:
    """Read a text whose lines end at strokes, as lines of its elements."""
    return nested(plan_of(text.replace("/", "\n") + "\n", folder).elements)


def named(plan: Plan) -> list[tuple[str, str]]:
    """Return kind and title of all that a plan states under a title, in its order."""
    return [(one.kind, one.item.title) for one in plan.entries() if one.item.title]
