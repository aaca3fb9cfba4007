"""Lines that begin with the name of their field, which a list before them names.

``Housing`` in a list of goals, and later ``Housing Build homes for young families``: the
line is a measure of the goal Housing.
"""

from __future__ import annotations

import re
from collections import Counter

from plangraph.reading.english.listing import Line, lines_of
from plangraph.reading.numbering import repeats
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.rows import Unit
from plangraph.reading.terms.looks import is_english

#: So many such lines, below so many names, are no chance.
_LINES, _NAMES = 4, 2
_MOST_WORDS = 40
#: Where a name may end, and what stands behind it: a title of two words or more.
_MAY_END = re.compile(r"[\s:–—-]")
_BEHIND_NAME = re.compile(r"(?:\s*+[-–—:])?\s++[A-Z]\S*\s\S")


def refine(units: list[Unit], drafts: list[Draft]) -> list[Draft]:
    """Add the lines that begin with the name of a draft, as measures below it."""
    names = {one.title: one for one in drafts if one.code is None and one.parent is None}
    if len(names) < _NAMES or not is_english(units):
        return drafts
    lines = lines_of(units)
    found = [(line, above, rest) for line in lines if (split := _split(line, names))
             for above, rest in [split]]  # fmt: skip
    counts = Counter(above.title for _, above, _ in found)
    if len(found) < _LINES or len(counts) < _NAMES:
        return drafts
    taken = {line.place for line, _, _ in found}
    kept = [one for one in drafts if one.place not in taken]
    listed = {one.kind for one in kept if one.title in counts} - {"vision", "philosophy"}
    for one in kept:
        if one.title in names and one.kind in listed:
            one.kind = "goal"
    kept += [_measure(line, above, rest) for line, above, rest in found if above in kept]
    return repeats.merge(sorted(kept, key=lambda one: (one.place, one.end, one.first)))


def _split(line: Line, names: dict[str, Draft]) -> tuple[Draft, str] | None:
    """Return the draft that a line begins with the name of, and what follows the name."""
    if line.size > _MOST_WORDS:
        return None
    for end in reversed([found.start() for found in _MAY_END.finditer(line.text)]):
        above = names.get(line.text[:end])
        if above and _BEHIND_NAME.match(line.text, end):
            return (above, line.text[end:].strip(" -–—:")) if line.place > above.place else None
    return None


def _measure(line: Line, above: Draft, title: str) -> Draft:
    unit = line.unit
    found = Draft(
        "measure", title, line.place, line.place, unit.first, unit.last, unit.page
    )  # fmt: skip
    found.parent = above
    return found
