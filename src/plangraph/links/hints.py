"""What a text hints at, by the n-grams that it shares with the words of fields.

No table has every word of every plan. But 路線バス tells what 路線図 is about, which is not there:
each n-gram hints at the fields in whose words it stands, the more so the fewer they are.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable

from plangraph.links.profile import Profile
from plangraph.links.table import field_table
from plangraph.links.text import grams

#: How much an n-gram that one word alone has says, and each further word.
ONCE, AGAIN = 0.8, 0.5
#: A character alone says half of what two say.
ALONE = 0.5
#: Fields that an n-gram names less surely than this (thousandths) are left out.
FAINT = 5
#: How much summaries and the heading above say, beside a title; segments share SEGMENTS.
SUMMARY, ABOVE, SEGMENTS = 0.3, 0.2, 0.5


@functools.cache
def _speaks() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the fields that each n-gram of the Japanese words of fields hints at."""
    counts: dict[str, dict[str, float]] = {}
    for term, ways in sorted(field_table().terms.items()):
        for gram in () if term.isascii() else grams(term):
            said = counts.setdefault(gram, {})
            for field, weight in ways:
                said[field] = said.get(field, 0.0) + weight
    found = {}
    for gram, said in counts.items():
        whole = sum(said.values())
        own = sum(value * value for value in said.values()) / (whole * whole)
        worth = 1000 * own * min(1.0, ONCE - AGAIN + AGAIN * whole) / whole
        worth *= ALONE if len(gram) == 1 else 1.0
        told = ((field, round(worth * value)) for field, value in sorted(said.items()))
        found[gram] = tuple(one for one in told if one[1] >= FAINT)
    return found


@functools.lru_cache(maxsize=65536)
def hints(text: str) -> dict[str, int]:
    """Return how much the n-grams of a folded text hint at each field; do not change it."""
    speaks, found = _speaks(), dict[str, int]()
    for gram in grams(text):
        for field, worth in speaks.get(gram, ()):
            found[field] = found.get(field, 0) + worth
    return found


def hinted(profile: Profile) -> dict[str, int]:
    """Return what a profile hints at, in thousandths of the field that it hints at most."""
    total: dict[str, float] = {}
    share = SEGMENTS / math.sqrt(len(profile.segments) or 1)
    _add(total, profile.texts["title"], 1.0)
    _add(total, profile.segments, share)
    _add(total, profile.texts["summary"], SUMMARY)
    _add(total, profile.texts["above"], ABOVE)
    most = max(total.values(), default=0.0)
    found = {field: round(1000 * value / most) for field, value in total.items()}
    return {field: value for field, value in found.items() if value}


def _add(total: dict[str, float], texts: Iterable[str], worth: float) -> None:
    for text in texts:
        for field, value in hints(text).items():
            total[field] = total.get(field, 0.0) + worth * value
