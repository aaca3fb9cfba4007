"""Which elements are compared at all: those that share a field, once there are many.

Up to LIMIT elements everything is compared with everything. Beyond that a block is
split by field, then by finer keys, until it is small enough, so that the work grows
with n log n and not with n².
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plangraph.links.profile import Profile
from plangraph.links.table import field_table
from plangraph.links.text import grams

LIMIT = 1000


def blocks(
    known: Sequence[Profile], strengths: Sequence[Mapping[str, float]], limit: int = LIMIT
) -> Iterator[list[int]]:
    """Yield groups of places in ``known`` that are to be compared with one another."""
    if len(known) <= limit:
        yield list(range(len(known)))
        return
    keys = [_keys(profile, one) for profile, one in zip(known, strengths, strict=True)]
    yield from _split(list(range(len(known))), keys, 0, limit)


def _split(
    members: list[int], keys: Sequence[tuple[tuple[str, ...], ...]], depth: int, limit: int
) -> Iterator[list[int]]:
    if len(members) <= limit:
        if len(members) > 1:
            yield members
    elif depth == len(keys[members[0]]):
        # Alike in every key: any neighbours will do.
        for start in range(0, len(members), limit):
            yield members[start : start + limit]
    else:
        groups: dict[str, list[int]] = {}
        for member in members:
            for key in keys[member][depth]:
                groups.setdefault(key, []).append(member)
        for key in sorted(groups):
            yield from _split(groups[key], keys, depth + 1, limit)


def _keys(profile: Profile, found: Mapping[str, float]) -> tuple[tuple[str, ...], ...]:
    """Return the keys of a profile, coarse to fine; each level has at least one."""
    table = field_table()
    strengths = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    fields = [key for key, value in strengths if value * 2 >= strengths[0][1]][:3] or ["-"]
    tops = list(dict.fromkeys(table.top(key) if key != "-" else key for key in fields))[:2]
    said = sorted(grams(profile.title).items(), key=lambda one: (-one[1], one[0]))
    first = said[0][0] if said else "-"
    second = said[1][0] if len(said) > 1 else "-"
    return tuple(tops), tuple(fields[:2]), ("+".join(sorted(fields)),), (first,), (second,)
