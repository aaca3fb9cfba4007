"""Plans on a page: the cells of its tiers, which text extraction gives one after the other.

``Healthy`` / ``People``, a blank line, ``Strong`` / ``Infrastructure``, a blank line …: names as
wide as their columns, each a block; below them as many blocks are what is done for each.
"""

from __future__ import annotations

from itertools import groupby, pairwise

from plangraph.reading.rows import Unit
from plangraph.reading.terms import labels as words
from plangraph.reading.terms.looks import is_english

#: So many blocks one after the other are no chance; a name has so many lines, a line so many
#: letters; what a name means has so many lines.
_LEAST, _MOST_LINES, _LONGEST, _SAID, _LONGEST_SAID = 3, 3, 45, 4, 90
#: A line ends so near to the width of its column, which is not the same for all.
_NEAR = 0.75
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "our", "the", "to", "with",
     "&", "that")
)  # fmt: skip

_Block = list[Unit]


def join(units: list[Unit]) -> list[Unit]:
    """Return the units with names in one that the width of their columns cut."""
    if not is_english(units):
        return units
    blocks = _blocks([unit for unit in units if not unit.use])
    sizes = [_name_lines(block) for block in blocks]
    lists = [not size and _is_list(block) for block, size in zip(blocks, sizes, strict=True)]
    gone: set[int] = set()
    for block in blocks:
        if len(block) > 2 and _is_statement(block):
            _put_together(block[1:], gone)
    place = 0
    while place < len(blocks):
        names, below, after = _tiers(sizes, lists, place)
        if len(names) >= _LEAST:
            _settle(
                [(blocks[one], sizes[one]) for one in names], [blocks[one] for one in below], gone
            )
        place = max(after, place + 1)
    return [unit for unit in units if id(unit) not in gone] if gone else units


def _tiers(sizes: list[int], lists: list[bool], place: int) -> tuple[list[int], list[int], int]:
    """Return the blocks of names from a place on, those of their lists, and what follows.

    As many lists as names below the last name, or a list below each name.
    """
    after = place
    while after < len(sizes) and sizes[after]:
        after += 1
    below = after
    while below < len(sizes) and lists[below]:
        below += 1
    names, count = list(range(place, after)), below - after
    if _LEAST <= count <= len(names):
        return names[-count:], list(range(after, below)), below
    turns = place
    while turns + 1 < len(sizes) and sizes[turns] and lists[turns + 1]:
        turns += 2
    if turns - place >= 2 * _LEAST:
        return list(range(place, turns, 2)), list(range(place + 1, turns, 2)), turns
    if count == 1 and len(names) > 1:  # the last of the names may be the first of turns
        return [], [], after - 1
    return names, [], after


def _blocks(units: list[Unit]) -> list[_Block]:
    """Return the lines between blank lines."""
    number = 0
    numbers = []
    for unit in units:
        number += unit.gap > 0
        numbers.append(number)
    pairs = groupby(zip(numbers, units, strict=True), key=lambda one: one[0])
    return [[unit for _, unit in some] for _, some in pairs]


def _name_lines(block: _Block) -> int:
    """Return how many lines at the beginning of a block are a name, what it means below; or 0."""
    if not all(map(_is_plain, block)) or len(block) > _MOST_LINES + _SAID:
        return 0
    size = 0
    while size < min(len(block), _MOST_LINES) and _is_titled(block[size].text):
        size += 1
    name = " ".join(one.text for one in block[:size])
    return 0 if words.label(name, before_list=False) or words.VISION.match(name) else size


def _is_plain(unit: Unit) -> bool:
    short = len(unit.text) <= _LONGEST_SAID and not unit.text.endswith((":", ";"))
    coded = unit.mark or unit.code or unit.cells or unit.level or words.CODED.match(unit.text)
    return short and not coded


def _is_titled(text: str) -> bool:
    """Tell a line of words with capitals: Trusted, and Safe Streets."""
    short = len(text) <= _LONGEST and not text.endswith(".")
    return short and all(one[0].isupper() or one in _SMALL for one in text.split())


def _settle(found: list[tuple[_Block, int]], below: list[_Block], gone: set[int]) -> None:
    """Put names of several lines into one, and say that they are goals where lists follow."""
    width = _NEAR * max(len(unit.text) for block, size in found for unit in block[:size])
    several = sum(size > 1 for _, size in found)
    listed = len(below) == len(found)
    if not all(_is_cut(block[:size], width) for block, size in found) or not (
        listed or several > 1
    ):
        return
    for block, size in found:
        _put_together(block[:size], gone)
        if listed:
            block[0].hint = "goal"
            for one in block[size:]:
                one.use = "said"
    for block in below if listed else ():
        _list(block, gone)


def _list(block: _Block, gone: set[int]) -> None:
    """Say that the items of a block are measures; lines without a mark go on in small letters."""
    begun = [number for number, one in enumerate(block) if not one.text[0].islower()]
    for first, after in pairwise([*begun, len(block)]):
        _put_together(block[first:after], gone)
        block[first].hint = "measure"


def _put_together(lines: _Block, gone: set[int]) -> None:
    """Make lines one, which the first of them then is."""
    if len(lines) > 1:
        first = lines[0]
        more = " ".join(one.text for one in lines[1:])
        first.text, first.rest = f"{first.text} {more}", f"{first.rest or first.text} {more}"
        first.last = lines[-1].last
        gone |= {id(one) for one in lines[1:]}


def _is_statement(block: _Block) -> bool:
    """Tell a label of a vision or mission and below it some short lines, which are one."""
    label = block[0].text.strip()
    if not (words.VISION.match(label) or words.MISSION.match(label)):
        return False
    lines = block[1:]
    plain = all(_is_plain(one) and len(one.text) <= _LONGEST for one in lines)
    return plain and not any(one.text.endswith(".") for one in lines[:-1])


def _is_cut(lines: _Block, width: float) -> bool:
    """Tell lines of which each ends where the first word of the next has no room."""
    return all(
        len(one.text) + 1 + len(after.text.split()[0]) >= width for one, after in pairwise(lines)
    )


def _is_list(block: _Block) -> bool:
    """Tell lines that say what is done: items, or acts one below the other."""
    begun = [one for one in block if not one.text[0].islower()]
    items = sum(bool(one.mark or one.code or words.CODED.match(one.text)) for one in begun)
    if items:
        return items * 2 >= len(begun)
    return len(begun) > 1 and 2 * sum(words.is_act(one.text) for one in begun) >= len(begun)
