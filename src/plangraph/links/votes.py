"""What the title of an element, the items below it and the heading above vote it to be about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plangraph.links.fields import MAIN, only_terms, text_strengths
from plangraph.links.profile import Profile
from plangraph.links.table import field_table

#: Votes of a title, of each segment and of the heading above.
TITLE, SEGMENT, ABOVE = 2.0, 1.0, 0.3
#: How far what the heading above names is held to be named by the element.
HELD_ABOVE = 0.4


class Poll(NamedTuple):
    """What title, segments and the heading above vote an element to be about."""

    #: Thousandths of all votes, by field.
    votes: dict[str, int]
    #: In tenths, how clearly one of the voters names a field.
    voted: dict[str, int]
    sure: int


def poll(profile: Profile) -> Poll:
    """Ask the title, the segments and, a little, the heading above."""
    votes: dict[str, float] = {}
    voted: dict[str, float] = {}
    cast = 0.0
    voters = [(profile.title, TITLE, 1.0)]
    voters += [(segment, SEGMENT, 1.0) for segment in profile.segments]
    voters += [(above, ABOVE, HELD_ABOVE) for above in profile.texts["above"]]
    for text, worth, held in voters:
        strengths = text_strengths(text)
        most = max(strengths.values(), default=0.0)
        main = {key: value for key, value in strengths.items() if value >= MAIN * most}
        clear = 1.0 if only_terms(text) else min(1.0, most)
        weight = worth * clear
        whole = sum(main.values())
        cast += weight if main else 0.0
        for key, value in main.items():
            votes[key] = votes.get(key, 0.0) + weight * value / whole
            voted[key] = max(voted.get(key, 0.0), held * clear)
    return Poll(
        {key: round(1000 * value / cast) for key, value in votes.items()},
        {key: round(10 * value) for key, value in voted.items()},
        round(10 * min(1.0, cast / 2)),
    )


def kin_of(voted: Mapping[str, int]) -> dict[str, int]:
    """Return the fields voted for, and at most 0.7 as clearly those near to them."""
    kin = field_table().kin
    found = dict(voted)
    for key, value in voted.items():
        for other, weight in kin.get(key, ()):
            found[other] = max(found.get(other, 0), round(0.7 * weight * value))
    return found


def with_parts(voted: Mapping[str, int]) -> dict[str, int]:
    """Return the fields voted for, and as clearly as they are parts of one what belongs to it."""
    parts = field_table().parts
    found = dict(voted)
    for key, value in voted.items():
        for part, weight in parts.get(key, ()):
            found[part] = max(found.get(part, 0), round(weight * value))
    return found
