"""What is read of the indicators of a page, in a form that cases can state."""

from __future__ import annotations

from pathlib import Path

from plangraph.reading.reader import read_document


def measured(text: str, folder: Path) -> list[tuple[str, str, str]]:
    """Return name, value now and value aimed at of each indicator on a page of an invented town."""
    path = folder / "plan.txt"
    lines = [line.strip() for line in text.splitlines()]
    path.write_text("鳴砂町まちづくり計画\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    found = read_document(path).plan.indicators
    return [(one.title or "", str(one.baseline), str(one.target)) for one in found]
