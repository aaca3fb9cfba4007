"""Titles of a list that read like labels (列挙の中の題名): ・血圧を下げる減塩の取組.

A label has something below it. An item that stands between the items of a list, line below
line, is a title as they are, whatever its words announce elsewhere.
"""

from __future__ import annotations

from plangraph.reading.headings.candidates import Heading
from plangraph.reading.terms.looks import plain

#: What titles of other kinds end like as well.
_WEAK = frozenset(("zone", "action", "roles", "plans", "mention"))
#: The shortest title that is one, and the fewest items of a list.
_SHORTEST, _FEWEST = 6, 3


def settle(headings: list[Heading]) -> None:
    """Take the role from items of a list of which most have none."""
    run: list[Heading] = []
    for heading in headings:
        if run and not _goes_on(run[-1], heading):
            _settle(run)
            run = []
        run.append(heading)
    _settle(run)


def _goes_on(before: Heading, heading: Heading) -> bool:
    """Tell the next item of a list, on the line below, with nothing behind the title."""
    if heading.place != before.end + 1 or before.body or heading.unit.level:
        return False
    return _dress(heading) is not None and _dress(heading) == _dress(before)


def _dress(heading: Heading) -> tuple[str, ...] | None:
    code = heading.unit.code
    if heading.unit.contents:
        return None
    if code is not None:  # numbers without brackets count sections
        return None if code.word or code.shape not in ("①", "(N)") else code.family
    return (heading.unit.mark,) if heading.unit.mark else None


def _settle(run: list[Heading]) -> None:
    if len(run) < _FEWEST or 2 * sum(one.role is None for one in run) < len(run):
        return
    for one in run:
        if one.role in _WEAK and len(plain(one.title)) >= _SHORTEST and not one.body:
            one.role = None
            one.family = one.code.family if one.code else ("~", "")
            one.stated = False
