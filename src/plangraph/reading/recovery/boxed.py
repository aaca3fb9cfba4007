"""Titles that a box broke: all titles of one count that fill its width go on in the next line.

    基本目標1 自然と共に暮らせ / るまち      基本目標2 学びのまち

One line alone does not tell whether a title ends with it. Several of one count do: no line is
longer than the box is wide, those as long as that go on, and what they come to ends as titles do.
Where a number stands alone above the lines of each box, and blank lines or the numbered titles
below it part the boxes, all lines of a box are its title, but for a field (教育, 福祉) that each
box begins with.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import Code, narrow
from plangraph.reading.terms.lexicon import TITLE_END, role_of
from plangraph.reading.terms.looks import JOINING, ends_with_verb, is_whole

#: A box is so many letters wide; so many titles of a count, and of broken ones, are no chance.
_NARROWEST, _WIDEST, _TITLES, _BROKEN = 5, 22, 3, 2
#: A title has so many lines at most.
_LINES = 3
#: A box below a number has so many lines at most; a field has so many letters.
_STACKED, _FIELD = 5, re.compile(r"[一-龥・]{1,5}")
#: A word above a title of several lines: ひと, くらし.
_WORD = re.compile(r"[一-龥ぁ-んァ-ヶー・]{1,5}")
#: No title is so: a word has to stand before.
_HANGS = re.compile(r"(?:づくり|[のをにへとがはで、・ー])[^ぁ-ん]{0,8}(?:づくり)?$")
#: No title ends so: a word has to follow.
_OPEN = re.compile(rf"(?:[がをにでへ、]|{JOINING})$")


def join(units: list[Unit]) -> list[Unit]:
    """Return the units, the lines of titles that a box broke as one."""
    units = _stacked(units)
    families: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        above = units[place - 1] if place else None
        if unit.code:
            if unit.rest and _is_line(unit):
                families[(*unit.code.family, False)].append(place)
        elif above and above.code and not above.rest and _is_line(unit):
            families[(*above.code.family, True)].append(place)
    taken: dict[int, int] = {}
    for places in families.values():
        taken |= _broken(units, places)
    gone = {place + below for place, count in taken.items() for below in range(1, count)}
    for place, count in taken.items():
        put_together(units[place : place + count])
    return [unit for place, unit in enumerate(units) if place not in gone]


def _stacked(units: list[Unit]) -> list[Unit]:
    """Return the units, boxes below numbers that count from one as one line each."""
    boxes: list[list[Unit]] = []
    taken: set[int] = set()
    for place, unit in enumerate(units):
        code = unit.code
        if code is None or unit.rest or code.word or code.numbers != (len(boxes) + 1,):
            continue
        rest = itertools.islice(units, place + 1, place + 2 + _STACKED)
        lines = list(itertools.takewhile(lambda one: not one.gap and _may_stand(one), rest))
        after = units[place + 1 + len(lines)] if place + 1 + len(lines) < len(units) else None
        before = units[place - 1] if boxes and not unit.gap else None
        apart = (not place or unit.gap) and (after is None or after.gap)
        if not lines or not (apart or _is_among(lines, before, after, code)):
            continue
        boxes.append([unit, *lines])
        taken.update(range(place + 1, place + 1 + len(lines)))
    if len(boxes) < _TITLES or sum(len(box) > 2 for box in boxes) < _BROKEN:
        return units
    fields = all(len(box) > 2 and _FIELD.fullmatch(box[1].text) for box in boxes)
    fields = fields or all(len(box) > 3 and _WORD.fullmatch(box[1].text) for box in boxes)
    titles = ["".join(one.text for one in box[1 + fields :]) for box in boxes]
    if 3 * sum(map(is_whole, titles)) < 2 * len(titles):
        return units
    for (number, *lines), title in zip(boxes, titles, strict=True):
        number.printed = number.text + "".join(one.text for one in lines)
        number.text, number.rest, number.last = f"{number.text} {title}", title, lines[-1].last
        number.keywords = (lines[0].text,) if fields else ()
    return [unit for place, unit in enumerate(units) if place not in taken]


def _is_among(lines: list[Unit], before: Unit | None, after: Unit | None, number: Code) -> bool:
    """Tell the lines of one title amid titles with other numbers: no line before its last ends."""
    for beside in (before, after):
        if beside is not None and not beside.gap:
            other = beside.code is not None and beside.rest and beside.code.family != number.family
            if not other:
                return False
    *first, last = [narrow(line.text) for line in lines]
    if len(first) > 1 and _WORD.fullmatch(first[0]):
        del first[0]
    return is_whole(last) and not any(TITLE_END.search(text) or role_of(text) for text in first)


def _may_stand(unit: Unit) -> bool:
    return _is_line(unit) and unit.code is None and len(unit.text) <= _WIDEST


def _broken(units: list[Unit], places: list[int]) -> dict[int, int]:
    """Return where titles of one count begin that go on, and how many lines each has."""
    if len(places) < _TITLES:
        return {}
    width = max(len(_title(units[place])) for place in places)
    if not _NARROWEST <= width <= _WIDEST:
        return {}
    found: dict[int, int] = {}
    for place in places:
        count = 1
        while count < _LINES and _goes_on(units, place + count - 1, width):
            count += 1
        if count > 1:
            found[place] = count
    whole = ["".join(map(_title, units[place : place + count])) for place, count in found.items()]
    ended = sum(map(is_whole, whole))
    return found if len(found) >= _BROKEN and 3 * ended >= 2 * len(whole) else {}


def _goes_on(units: list[Unit], place: int, width: int) -> bool:
    """Tell a line that fills the box, or ends with an open word, above one that may end it."""
    line, below = _title(units[place]), units[place + 1] if place + 1 < len(units) else None
    if below is None or below.code or below.gap or not _is_line(below):
        return False
    here = below.text
    if len(here) > _WIDEST or role_of(narrow(here)):
        return False
    if _OPEN.search(line):
        return True
    if _HANGS.match(here):
        return True
    if len(line) < width - 1 or len(here) > width or TITLE_END.search(line):
        return False
    two_verbs = ends_with_verb(line) and ends_with_verb(here)
    return len(here) == 1 or not two_verbs  # each a title of its own


def _is_line(unit: Unit) -> bool:
    taken = unit.use or unit.mark or unit.prose or unit.cells or unit.contents or unit.level
    return not taken and not unit.text.isascii()


def _title(unit: Unit) -> str:
    return unit.rest if unit.code else unit.text


def put_together(lines: Iterable[Unit]) -> None:
    """Make one unit, the first, of the lines of a box."""
    first, *below = lines
    first.printed = first.printed or first.text
    for line in below:
        first.text += line.text
        first.rest += line.text
        first.printed += line.text
        first.last = line.last


def is_broken(last: Unit, found: list[Unit], place: int) -> bool:
    """Tell a title that a narrow box broke: short lines of one width up to a usual end."""
    here = found[place]
    first = last.text if last.first == last.last else (last.printed or last.text)
    if not last.rest or len(first) > 26 or TITLE_END.search(last.rest) or len(here.text) > 10:
        return False
    whole_line = len(here.text) > 0.75 * len(last.rest)
    if whole_line and (TITLE_END.search(here.text) or abs(len(here.text) - len(last.rest)) > 1):
        return False
    if here.gap or role_of(narrow(here.text)) or len(last.rest) > 24 or len(last.rest) < 4:
        return False
    following = found[place + 1] if place + 1 < len(found) else None
    whole = here.text
    if not TITLE_END.search(whole) and following is not None and not following.code:
        whole += following.text if len(following.text) <= 10 and not following.gap else ""
    return bool(TITLE_END.search(whole)) and len(whole) < 20 and "。" not in whole
