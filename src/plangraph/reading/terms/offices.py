"""Departments (担当課): what their names end with, and which a cell names."""

from __future__ import annotations

import re

from plangraph.fiscal import NO_VALUE

#: What the names of departments end with, mostly.
OFFICE = "課|室|局|部|係|センター|事務局|委員会|館|担当|署|保健所|事務所|支所|病院"
DEPARTMENT = re.compile(
    r"(?:課|室|局|部|係|担当|センター|図書館|公民館|博物館|事務局|委員会|署|本部|館|院"
    r"|所)(?:[、・,]|$)"
)


def departments_of(text: str) -> tuple[str, ...]:
    """Return the departments that a cell names: 企画課、子ども・子育て課; Fire, Public Works."""
    text = text.strip()
    if not text or set(text) <= NO_VALUE:
        return ()
    if text.isascii():
        return tuple(part for part in re.split(r"\s*[,;/]\s*|\s{2,}", text) if 0 < len(part) <= 60)
    found: list[str] = []
    for part in re.split(r"[、,，/／\s]+", text):
        names = part.split("・")
        found += names if all(DEPARTMENT.search(name) for name in names) else [part]
    return tuple(name for name in found if 0 < len(name) <= 30)
