"""Trees drawn with lines (体系図): 防災 ─┬─ １ 備えの充実, whose branches are titles."""

from __future__ import annotations

import re

from plangraph.reading.terms.codes import narrow, parse

#: What cleaning leaves of the lines that a row draws.
BRANCH = "│"
_BRANCHES = re.compile(rf"\s*{BRANCH}[\s{BRANCH}]*")


def cut(text: str) -> list[str]:
    """Return what stands between the lines of a tree, where a code begins one; else nothing."""
    if BRANCH not in text:
        return []
    parts = [part for part in _BRANCHES.split(text.strip()) if part]
    return parts if any(parse(narrow(part))[1] for part in parts) else []


def bare(text: str) -> str:
    """Return a row with spaces where lines were drawn."""
    return _BRANCHES.sub("  ", text) if BRANCH in text else text
