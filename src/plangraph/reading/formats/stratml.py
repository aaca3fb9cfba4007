"""StratML (ISO 17469) XML: goals, objectives and their indicators become coded lines."""

from __future__ import annotations

from typing import Any

from plangraph.reading.formats import _zip
from plangraph.reading.rows import Row, Source

SUFFIXES = (".xml", ".stratml")
ORDER = 10


def recognises(head: bytes) -> bool:
    """StratML names its root element or namespace."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<?xml", b"<")) and (
        b"StrategicPlan" in head or b"stratml" in head.lower() or b"PerformancePlan" in head
    )


def read(data: bytes, name: str) -> Source:
    """Write the plan out as lines: a goal or objective a line, its text below."""
    root = _zip.xml(data, name)
    lines: list[str] = []
    title = _child(root, "Name")
    lines.append(title or "Strategic Plan")
    core = _first(root, "StrategicPlanCore")
    core = core if core is not None else root
    if (vision := _first(core, "Vision")) is not None and _child(vision, "Description"):
        lines += ["Vision", _child(vision, "Description")]
    for number, goal in enumerate(_all(core, "Goal"), 1):
        _write(lines, f"Goal {number}", goal)
        for place, objective in enumerate(_all(goal, "Objective"), 1):
            _write(lines, f"Objective {number}.{place}", objective)
    return Source([Row(number, line) for number, line in enumerate(lines, 1)], title=title or None)


def _write(lines: list[str], code: str, node: Any) -> None:
    name = _child(node, "Name") or _child(node, "Description")
    lines.append(f"{code}: {name}")
    description = _child(node, "Description")
    if description and description != name:
        lines.append(description)


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _first(node: Any, name: str) -> Any:
    return next((one for one in node.iter() if _local(one.tag) == name), None)


def _all(node: Any, name: str) -> list[Any]:
    return [one for one in node if _local(one.tag) == name]


def _child(node: Any, name: str) -> str:
    for one in node:
        if _local(one.tag) == name and one.text:
            return " ".join(one.text.split())
    return ""
