"""Words that changed: two texts as runs that stayed, went and came."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Op = Literal["same", "del", "ins"]


class Run(NamedTuple):
    """A run of characters that stayed, went or came."""

    op: Op
    text: str


def folded(text: str | None) -> str:
    """Return a text as it counts for sameness: NFKC, no white space, no final full stop.

    >>> folded("方針４ 取り組みます。") == folded("方針4取り組みます")
    True
    """
    return re.sub(r"\s+|。$", "", unicodedata.normalize("NFKC", (text or "").strip()))


def pairs_of(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a folded text."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset((text,))


def within(part: str, whole: str) -> float:
    """Return which share of the pairs of characters of ``part`` occurs in ``whole``."""
    a = pairs_of(part)
    return len(a & pairs_of(whole)) / len(a) if part and whole else 0.0


def runs(old: str, new: str) -> list[Run]:
    """Return what became of ``old``: joined without ``ins`` it is old, without ``del`` new.

    Single characters that happen to stay between two changes count as changed, so
    that a person reads words and not letters.

    >>> [tuple(run) for run in runs("様々な絆で支えあう", "地域の絆で支えあう")]
    [('del', '様々な'), ('ins', '地域の'), ('same', '絆で支えあう')]
    """
    blocks: list[tuple[str, str, str]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        blocks.append(("same" if what == "equal" else "change", old[i:j], new[k:m]))
    merged: list[list[str]] = []
    for place, (op, gone, come) in enumerate(blocks):
        inner = 0 < place < len(blocks) - 1
        if op == "same" and not (inner and len(gone) == 1):
            merged.append(["same", gone, gone])
        elif merged and merged[-1][0] == "change":
            merged[-1][1] += gone
            merged[-1][2] += come
        else:
            merged.append(["change", gone, come])
    found: list[Run] = []
    for op, gone, come in merged:
        if op == "same":
            found.append(Run("same", gone))
            continue
        if gone:
            found.append(Run("del", gone))
        if come:
            found.append(Run("ins", come))
    return found


def list_runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Return what became of a list of words: those that stayed, went and came."""
    kept = {folded(word) for word in old} & {folded(word) for word in new}
    found = [Run("same" if folded(word) in kept else "del", word) for word in old]
    return found + [Run("ins", word) for word in new if folded(word) not in kept]


def marked(found: Sequence[Run], between: str = "") -> str:
    """Return runs as plain text: ``[-gone-]{+come+}``."""
    signs = {"same": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    return between.join(signs[run.op].format(run.text) for run in found)
