"""Who is responsible, on lines of its own between a title and its sections: ■担当課 / 福祉課.

Such lines are no titles, and what stands above them and below them is next to each other.
"""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.holding import holds_any
from plangraph.reading.terms.offices import OFFICE, departments_of

#: A label alone, or with the offices beside it.
_LABEL = re.compile(
    r"[^\w\s]?\s?(?:主な?|副|施策)?(?:担当|所管|主管|関係|関連)(?:部?課|部署|部局)(?:名|等)?(?![一-龥ぁ-ん])\s?[^\w\s]?"
    r"(?P<names>\s*\S.*)?"
)
_WORDS = ("担当", "所管", "主管", "関係", "関連")
_OFFICE = re.compile(rf"(?:{OFFICE})$")
#: A line of offices has so many letters, and so many lines may name them.
_LONGEST, _LINES = 60, 4


def put_aside(units: list[Unit]) -> None:
    """Mark labels of responsible offices, and the lines that name these."""
    for place, unit in enumerate(units):
        text = unit.text
        if (
            unit.use not in ("", "table")
            or unit.prose
            or unit.cells
            or not 3 <= len(text) <= _LONGEST
        ):
            continue
        if not holds_any(text[:6], _WORDS):
            continue
        label = _LABEL.fullmatch(narrow(text.strip()))
        if label is None:
            continue
        if label["names"]:
            unit.use = "office" if _named(label["names"]) else unit.use
            continue
        for below in units[place + 1 : place + 1 + _LINES]:
            if below.use or below.prose or below.cells or not _named(below.text):
                break
            unit.use = below.use = "office"


def _named(text: str) -> bool:
    """Tell a line that names offices, and nothing else."""
    names = departments_of(text.strip(" 　・:："))
    return bool(names) and all(map(_OFFICE.search, names))
