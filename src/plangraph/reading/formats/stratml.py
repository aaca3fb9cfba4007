"""StratML (ISO 17469) XML: goals and objectives become coded lines, indicators tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plangraph.reading.formats import _zip
from plangraph.reading.rows import Row, Source

SUFFIXES = (".xml", ".stratml")
ORDER = 10

#: What is for programs, not for readers.
_ASIDE = frozenset(("Identifier", "SequenceIndicator"))


def recognises(head: bytes) -> bool:
    """StratML names its root element or namespace."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<?xml", b"<")) and (
        b"StrategicPlan" in head or b"stratml" in head.lower() or b"PerformancePlan" in head
    )


def read(data: bytes, name: str) -> Source:
    """Write the plan out as lines: a goal or objective a line, what is said of it below."""
    root = _zip.xml(data, name)
    title = _child(root, "Name")
    writer = _Writer()
    writer.add(title or "Strategic Plan")
    for node in root:
        if _local(node) != "Name":
            writer.write(node)
    return Source(writer.rows, title=title or None)


class _Writer:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._goals = self._objectives = 0

    def add(self, *cells: str) -> None:
        """Add a line, or a row of a table."""
        row = Row(len(self.rows) + 1, "\t".join(cells))
        row.cells = cells if len(cells) > 1 else ()
        self.rows.append(row)

    def write(self, node: Any) -> None:
        """Write out a node with all that it holds, in order."""
        kind = _local(node)
        if kind in _ASIDE:
            return
        if kind in ("Goal", "Objective"):
            self._heading(node, kind)
        elif kind == "PerformanceIndicator":
            self._indicator(node)
        elif len(node):
            named = [one for one in node if _local(one) in ("Name", "Description") and _text(one)]
            if kind in ("Vision", "Mission", "Value") and named:
                self.add(kind)
            for one in node:
                self.write(one)
        elif text := _text(node):
            self.add(text)

    def _heading(self, node: Any, kind: str) -> None:
        if kind == "Goal":
            self._goals, self._objectives = self._goals + 1, 0
            code = f"Goal {self._goals}"
        else:
            self._objectives += 1
            code = f"Objective {self._goals or 1}.{self._objectives}"
        name, description = _child(node, "Name"), _child(node, "Description")
        self.add(f"{code}: {name or description}")
        if description and name and description != name:
            self.add(description)
        for one in node:
            if _local(one) not in ("Name", "Description"):
                self.write(one)

    def _indicator(self, node: Any) -> None:
        """A measure with its unit, and the first result before and the last aimed at."""
        title = _child(node, "MeasurementDimension") or _child(node, "Name")
        unit = _child(node, "UnitOfMeasurement")
        found = {"ActualResult": ("", ""), "TargetResult": ("", "")}
        for one in node.iter():
            if _local(one) in found and (value := _child(one, "NumberOfUnits")):
                year = re.match(r"\d{4}", _child(one, "EndDate") or _child(one, "StartDate"))
                if _local(one) == "TargetResult" or not found["ActualResult"][0]:
                    found[_local(one)] = (value, f" ({year[0]})" if year else "")
        (actual, now), (target, then) = found.values()
        if title and (actual or target):
            self.add("Indicator", "Unit", f"Baseline{now}", f"Target{then}")
            self.add(title, unit, actual, target)
        told = {title, unit, actual, target, ""}
        for text in dict.fromkeys(_leaves(node)):
            if text not in told:
                self.add(text)


def _leaves(node: Any) -> Iterator[str]:
    return (_text(one) for one in node.iter() if not len(one) and _local(one) not in _ASIDE)


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _text(node: Any) -> str:
    return " ".join((node.text or "").split())


def _child(node: Any, name: str) -> str:
    found = (_text(one) for one in node if _local(one) == name)
    return next((text for text in found if text), "")
