"""A page that is written line by line, and what a careful person would read on it."""

from __future__ import annotations

from typing import Any


class Page:
    """Lines of a document with what they say, in the form of ``expected.yaml``."""

    def __init__(self, suffix: str = ".txt") -> None:
        self.suffix = suffix
        self.lines: list[str] = []
        self.expected: dict[str, Any] = {
            "elements": [], "indicators": [], "sectoral_plans": [], "period_optional": True,
        }  # fmt: skip

    @property
    def text(self) -> str:
        """The whole document."""
        return "\n".join(self.lines) + "\n"

    def write(self, *lines: str) -> None:
        """Add lines that hold no element."""
        self.lines += lines

    def element(self, kind: str, title: str, *also_kinds: str, **more: Any) -> None:
        """Note an element: its kind, other kinds that are as right, ``alt``, ``optional``."""
        found = {"kind": kind, "title": title, **more}
        self.expected["elements"].append(
            found | ({"also_kinds": list(also_kinds)} if also_kinds else {})
        )

    def indicator(self, title: str, baseline: str | None, target: str | None, **more: Any) -> None:
        """Note an indicator with its values as printed; years (``baseline_year``), ``unit``."""
        found = {"title": title, "baseline": baseline, "target": target, **more}
        self.expected["indicators"].append(found)

    def sectoral_plan(self, title: str, **more: Any) -> None:
        """Note a sectoral plan; ``start`` and ``end`` of its period, its ``departments``."""
        self.expected["sectoral_plans"].append({"title": title, **more})

    def period(self, start: int, end: int) -> None:
        """Note the period that the page states."""
        self.expected["period"] = {"start": start, "end": end}
        del self.expected["period_optional"]
