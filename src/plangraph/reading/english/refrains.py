"""Lines that come again in every section of a plan: what stands above them are its elements.

``Warm homes``, a paragraph, ``We will:`` and a list, ``How we will know`` and a list, then
``Streets to be proud of`` and all of it again: a template. What comes again are the names of
its parts, the heading above the first of them is the element, and the lists below those that
say what is wanted or done (:data:`labels.TOP`, :data:`labels.LOW`) are what it holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from plangraph.reading.english import layouts
from plangraph.reading.english.listing import Line, key, run_of
from plangraph.reading.terms import labels as words

_MOST_WORDS = 10
#: What is the name of an element where parts stand below it.
_OWN = re.compile(r"our (?:people|city|council|communit(?:y|ies)|region)|communities", re.I)
#: A line that no word explains is a part of a template where it comes so often.
_UNKNOWN = 3
#: Sentences between a heading and the first part below it.
_INTRO = 5
#: What is to be done, in a sentence on a line of its own, has so many words at most.
_SAID = 30


@dataclass
class Block:
    """An element with what stands below it: the level of each list, and its lines."""

    title: Line
    parts: list[tuple[str, list[Line]]] = field(default_factory=list)
    #: The places of all its lines.
    places: set[int] = field(default_factory=set)


def blocks(lines: list[Line]) -> list[Block]:
    """Return the sections of the template that a document repeats, or nothing."""
    parts = _parts(lines)
    if not any(part in (words.TOP, words.LOW) for part in parts.values()):
        return []
    headed = _titles(lines, parts)
    by_title = {title: Block(lines[title]) for title in headed.values()}
    for number, title in headed.items():
        block = by_title[title]
        below = list(_below(lines, number, parts, by_title))
        block.places |= {lines[number].place, *(one.place for one in below)}
        items = _items(below)
        if not items and words.single(lines[number].text):
            items = below[:1]  # a goal, told in a sentence
        if parts[number] != words.ASIDE and items:
            block.parts.append((parts[number], items))
    found = [block for block in by_title.values() if block.parts]
    distinct = {key(block.title.text) for block in found}
    return found if len(distinct) > 1 and len(distinct) == len(found) else []


def _parts(lines: list[Line]) -> dict[int, str]:
    """Return the lines that come again, and what each announces."""
    names = {
        number: key(line.text)
        for number, line in enumerate(lines)
        if line.form in ("head", "prose") and line.size <= _MOST_WORDS and not line.unit.contents
    }
    counts = Counter(names.values())
    found: dict[int, str] = {}
    for number, name in names.items():
        line = lines[number]
        if counts[name] < 2 or not name:
            continue
        if line.label:
            found[number] = line.label
        elif line.meta or words.is_aside(line.text) or words.is_label(line.text):
            found[number] = words.ASIDE
        elif counts[name] >= _UNKNOWN and line.form == "head":
            run = run_of(lines[number + 1 :])
            acts = sum(words.is_work(one.text) for one in run)
            if run:
                found[number] = words.LOW if acts >= 0.5 * len(run) else words.ASIDE
    return found


def _titles(lines: list[Line], parts: dict[int, str]) -> dict[int, int]:
    """Return the heading of the section that each part stands in, if there is one."""
    found: dict[int, int] = {}
    for number in parts:
        above = _above(lines, number, parts)
        found[number] = found.get(above, above)
    return {number: title for number, title in found.items() if title >= 0}


def _above(lines: list[Line], number: int, parts: dict[int, str]) -> int:
    """Return the heading above a part, or the part before it in its section; or -1."""
    said = 0
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if above in parts or line.form == "coded":
            return above
        if line.form == "item":
            first = _first_of(lines, above)
            return first - 1 if first - 1 in parts else above
        if line.form == "head":
            gap, first = lines[number].unit.gap, above
            while gap and first > 0 and lines[first].form == "head" and not lines[first].unit.gap:
                first -= 1
                if first in parts:  # of a list without marks
                    return first
            line.among = line.among or bool(_OWN.fullmatch(line.text))
            named = not line.label and not line.meta and layouts.titled(line)
            return above if named else -1
        said += line.form == "prose"
        if said > _INTRO:
            return -1
    return -1


def _first_of(lines: list[Line], item: int) -> int:
    """Return the first item of the list of an item, sentences that say what one means between."""
    first = item
    while first > 0:
        back = first - 1
        if back > 0 and lines[back].form == "prose" and not lines[back].unit.gap:
            back -= 1
        if lines[back].mark != lines[item].mark:
            break
        first = back
    return first


def _below(
    lines: list[Line], number: int, parts: dict[int, str], titles: Container[int]
) -> Iterator[Line]:
    """Yield what stands below a part, up to the next part or section."""
    last = None
    for place in range(number + 1, len(lines)):
        line = lines[place]
        heading = line.form == "head" and (line.label or line.unit.level or _ends(line))
        if place in parts or place in titles or line.form == "coded" or heading:
            return
        if line.form == "head" and last is not None and line.unit.gap > last.unit.gap:
            return
        if last is None or line.form != "prose":
            last = line
        yield line


def _ends(line: Line) -> bool:
    """Tell a heading of what surrounds the plan; its name may go on for several lines."""
    return line.meta and (line.unit.gap > 0 or not words.names_plan(line.text))


def _items(below: list[Line]) -> list[Line]:
    """Return the items below a part: those with marks, or else lines one below the other."""
    marked = [one for one in below if one.form == "item"]
    if marked:
        return [one for one in marked if one.mark == marked[0].mark]
    plain = [one for one in below if one.form == "head"]
    if len(plain) == len(below):
        return plain
    below = list(takewhile(lambda one: not (one.unit.gap and one.form == "prose"
                                            and not words.is_act(one.text)), below))  # fmt: skip
    told = all(one.size <= _SAID and not words.STOP.search(one.text[:-1]) for one in below)
    acts = sum(words.is_work(one.text) for one in below)
    return below if told and acts * 2 >= len(below) > 1 else []
