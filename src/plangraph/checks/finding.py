"""A finding: what a check has to say, where, and what to do."""

from __future__ import annotations

from typing import Literal, NamedTuple

from plangraph.language import pick

Level = Literal["error", "warning"]


class Finding(NamedTuple):
    """One thing that a rule or shape found."""

    level: Level
    rule: str
    file: str
    line: int | None
    #: The element (``plan@version/element``), or None for the file as a whole.
    element: str | None
    problem: str
    advice: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        about = f" [{self.element}]" if self.element else ""
        advice = f"\n  → {self.advice}" if self.advice else ""
        level = pick("エラー", "error") if self.level == "error" else pick("警告", "warning")
        return f"{place}: {level}: {self.problem}{about} ({self.rule}){advice}"
