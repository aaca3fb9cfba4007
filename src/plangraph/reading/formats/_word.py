"""Word's XML: names and values."""

from __future__ import annotations

from typing import Any

#: The namespace of elements and attributes (ECMA-376).
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def value(node: Any, path: str) -> str | None:
    """Return the value of a child that is nothing but a value: ``<w:start w:val="1"/>``."""
    found = node.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val", "")
