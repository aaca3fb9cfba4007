"""Boxes amid their rows (体系図): extraction gives a box where half of its rows are told.

A chart without a head whose boxes stand in the middle of their rows comes as rows, the box, more
rows. Rows that start to count again, or begin every part of the chart, tell that the box was to
stand above them. A number on a line of its own, with its title below, is that of a box.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from plangraph.reading.recovery.layout import runs
from plangraph.reading.rows import Unit
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import ends_usually, plain

#: So many boxes make a chart, and where the rows do not start again, so many rows to a box.
_BOXES, _ROWS = 3, 2
#: A box has so many lines below its number, each of so many letters.
_LINES, _LONGEST = 3, 40
#: The fewest lines of a chart; so many titles at least to one that names a section: 役割分担.
_FEWEST, _NAMED = 8, 5

#: What an entry looks like: its word and dress or its mark, and whether its number stood alone.
Look = tuple[str, str, bool]


@dataclass(slots=True, eq=False)
class _Entry:
    """A title of the chart: its units, the first of which has the code, and what it looks like."""

    units: list[Unit]
    look: Look
    numbers: tuple[int, ...]


def lift(units: list[Unit]) -> list[Unit]:
    """Return the units, boxes above the rows that they hold."""
    lines = [place for place, unit in enumerate(units) if not unit.prose and _is_line(unit)]
    found: list[Unit] = []
    end = 0
    for run in runs(lines):
        if len(run) >= _FEWEST:
            found += units[end : run.start] + _lifted(units[run.start : run.stop])
            end = run.stop
    return found + units[end:]


def _is_line(unit: Unit) -> bool:
    if unit.cells or unit.contents or unit.level:
        return False
    return unit.use == "joined" or _is_text(unit) or unit.use == "page-number"


def _is_text(unit: Unit) -> bool:
    """Tell a line with letters, the last one of a title included."""
    return not unit.use or (unit.use == "rule" and unit.text.isalpha())


def _lifted(lines: list[Unit]) -> list[Unit]:
    """Return the lines of a chart in the order of its levels; others as they are."""
    head, entries = _entries(lines)
    looks = Counter(one.look for one in entries).most_common()
    for boxes, count in looks[1:]:
        rows, most = looks[0]
        if not _BOXES <= count < most or boxes[0] == "*":
            continue
        if ordered := _ordered(entries, boxes, rows):
            for one in filter(_is_titled, ordered):
                _settle(one, boxes, rows)
            return [*head, *(unit for one in ordered for unit in one.units)]
    return lines


def _entries(lines: list[Unit]) -> tuple[list[Unit], list[_Entry]]:
    """Return what stands before the first title, and the titles, each with its lines."""
    found: list[_Entry] = []
    head: list[Unit] = []
    for unit in lines:
        if unit.use == "joined" or not (unit.code or unit.mark):
            (found[-1].units if found else head).append(unit)
        elif unit.code:
            look = (unit.code.word, unit.code.shape, not unit.rest)
            found.append(_Entry([unit], look, unit.code.numbers))
        else:
            found.append(_Entry([unit], ("*", unit.mark, False), ()))
    for one in found:  # the number of a page
        if one.look[2] and not any(map(_is_text, one.units[1:])):
            one.look = ("=", "", False)
    numbers: dict[Look, set[tuple[int, ...]]] = defaultdict(set)
    for one in found:
        numbers[one.look].add(one.numbers)
    for one in found:  # stood alone or not, it is one count
        word, shape, alone = one.look
        if alone and not numbers[one.look] & numbers[word, shape, False]:
            one.look = (word, shape, False)
    return head, found


def _ordered(entries: list[_Entry], boxes: Look, rows: Look) -> list[_Entry] | None:
    """Return the entries with each box above its rows; None where they are no boxes and rows."""
    parts = [list(part) for _, part in _parts(entries, {boxes, rows})]
    inner = [part for part in parts if part[0].look in (boxes, rows)]
    counts = any(len(_blocks([one for one in part if one.look == rows])) > 1 for part in inner)
    found: list[_Entry] = []
    last = number = held = right = 0
    for part in parts:
        numbers = [one.numbers[-1] for one in part if one.look == boxes]
        ordered = _part(part, boxes, counts) if _count_on(numbers, last) else None
        if ordered:
            last, number, right = numbers[-1], number + len(numbers), right + 1
            held += len(part) - len(numbers)
        found += ordered or part
    enough = (
        number >= _BOXES
        and (counts or held >= _ROWS * number)
        and 2 * right > len(inner)
        and (counts or right > 1)
    )
    alone = any(not one.units[0].rest for one in found if one.look == boxes)
    return found if enough and (alone or found != entries) else None


def _count_on(numbers: list[int], last: int) -> bool:
    """Tell the numbers of boxes, which go on from those before or start again."""
    counted = [*range(numbers[0], numbers[-1] + 1)] if numbers else []
    return bool(numbers) and numbers == counted and numbers[0] in (1, last + 1)


def _part(part: list[_Entry], boxes: Look, counts: bool) -> list[_Entry] | None:
    named = sum(role_of(plain(one.units[0].rest)) is not None for one in part)
    if _NAMED * named > len(part) or not all(map(_is_titled, part)):
        return None
    if part[0].look == boxes and not (counts or boxes[2]):
        return None
    return _by_count(part, boxes) if counts else _by_place(part, boxes)


def _parts(entries: list[_Entry], looks: set[Look]) -> Iterator[tuple[bool, Iterator[_Entry]]]:
    return itertools.groupby(entries, lambda one: one.look in looks)


def _is_titled(entry: _Entry) -> bool:
    """Tell an entry with a title, that of a box on one line or a few."""
    unit, *below = entry.units
    told = [one.text for one in below if _is_text(one)]
    lines = bool(unit.rest) or 1 <= len(told) <= _LINES
    return lines and all(len(one) <= _LONGEST for one in (unit.rest, *told))


def _blocks(rows: list[_Entry]) -> list[list[_Entry]]:
    """Return the rows of each box: their numbers start again, or are those of another box."""
    found: list[list[_Entry]] = []
    for one in rows:
        above = found[-1][-1].numbers if found else ()
        goes_on = above and one.numbers[:-1] == above[:-1] and one.numbers[-1] > above[-1]
        if found and (goes_on or not one.numbers):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _by_count(part: list[_Entry], boxes: Look) -> list[_Entry] | None:
    """Put each box above the rows that count from one around it."""
    blocks = _blocks([one for one in part if one.look != boxes])
    places = [place for place, one in enumerate(part) if one.look == boxes]
    if len(blocks) != len(places):
        return None
    found: list[_Entry] = []
    end = 0
    for number, (place, block) in enumerate(zip(places, blocks, strict=True)):
        above = place - number - end  # rows of this block that stand above its box
        if not 0 <= above <= len(block):
            return None
        end += len(block)
        found += [part[place], *block]
    return found


def _by_place(part: list[_Entry], boxes: Look) -> list[_Entry] | None:
    """Put each box above as many rows before it as behind it, if the part begins with rows."""
    runs = [list(run) for _, run in _parts(part, {boxes})]
    above = runs.pop(0) if part[0].look != boxes else []
    middle = bool(above)
    found: list[_Entry] = []
    for place in range(0, len(runs), 2):
        box, below = [*runs[place : place + 2], []][:2]
        if len(box) != 1 or not (above or below):
            return None
        last = place + 2 >= len(runs)
        kept = max(1, min(len(above), len(below) - 1)) if middle and not last else len(below)
        found += [*box, *above, *below[:kept]]
        above = below[kept:]
    return found


def _settle(entry: _Entry, boxes: Look, rows: Look) -> None:
    """Make one unit of a box whose number stood alone; rows of the same dress are another count."""
    unit, *below = entry.units
    if entry.look == boxes and not unit.rest:
        lines = _whole([one for one in below if _is_text(one)])
        unit.rest = "".join(one.text for one in lines)
        unit.text = f"{unit.text} {unit.rest}"
        unit.use, unit.last = "", lines[-1].last
        for one in lines:
            one.use = "joined"
    if entry.look == rows and rows[:2] == boxes[:2] and unit.code:
        unit.code = unit.code._replace(shape=f"{unit.code.shape}'")


def _whole(lines: list[Unit]) -> list[Unit]:
    """Return the lines of a title up to one with which titles end; all where none does."""
    text = ""
    for count, one in enumerate(lines, 1):
        text += one.text
        if ends_usually(text):
            return lines[:count]
    return lines
