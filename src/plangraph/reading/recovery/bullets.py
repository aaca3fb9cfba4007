"""Lists in two dresses: • and ・ are one mark, and ② 3 ④ one count, where a list mixes them.

So are ● and ○ where they part new from old, or buildings from lessons, and no level from another.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import plain

_POINTS = frozenset("•・")
#: Marks that differ by their filling alone.
_FILLED = (frozenset("●○◎◯"), frozenset("■□"), frozenset("◆◇"), frozenset("★☆"), frozenset("▲△"))
#: What two marks mean, side by side: ●はハード対策、○はソフト対策; a title may stand before it.
_MEANS = r"[●○◎◯■□◆◇★☆▲△]\s?(?:印?は|[:=…-])\s?[^●○◎◯■□◆◇★☆▲△()]{2,24}?"
_LEGEND = re.compile(rf"(?P<open>[(\[])?[※*]?\s?{_MEANS}(?:[、,/\s]\s?{_MEANS})+(?(open)[)\]]|$)")
_SIGN = re.compile("[●○◎◯■□◆◇★☆▲△]")
_USUAL = "○●◎■□◆◇★☆▲△◯"
#: Numbers that differ by their dress alone.
_DRESSES = frozenset(("N", "①", "(N)", "N)"))


def unify(units: list[Unit]) -> None:
    """Give the items of a list one dress, where fonts or hands gave them two."""
    _count(units)
    _point(units)
    _mean(units)


def _count(units: list[Unit]) -> None:
    """Give a number the dress of those around it, which it counts between: ② 3 ④."""
    coded = [unit for unit in units if unit.code and not unit.use]
    for before, unit, after in zip(coded, coded[1:], coded[2:], strict=False):
        first, code, last = before.code, unit.code, after.code
        if not (first and code and last) or first.family == code.family or first.word or code.word:
            continue
        due = first.following == code.numbers and code.following == last.numbers
        if due and first.family == last.family and {first.shape, code.shape} <= _DRESSES:
            unit.code = code._replace(shape=first.shape)


def _point(units: list[Unit]) -> None:
    """Give the items of lists one mark where some lists begin with ・ and go on with •.

    A small point never stands above a large one, so that such a list has no levels: two fonts, or
    two hands, printed it.
    """
    if not {unit.mark for unit in units} >= _POINTS:
        return
    lists = itertools.groupby(units, lambda unit: unit.mark in _POINTS)
    marks = [[unit.mark for unit in items] for marked, items in lists if marked]
    if any(one[0] == "・" and "•" in one for one in marks):
        for unit in units:
            if unit.mark == "•":
                unit.mark = "・"


def _mean(units: list[Unit]) -> None:
    """Give the items of lists one mark where marks of one form part no levels.

    A line says what they mean, or lists begin with either and go on with the other.
    """
    often = Counter(unit.mark for unit in units if unit.mark)
    forms = [form & often.keys() for form in _FILLED]
    for place, legend in _legends(units) if any(len(form) > 1 for form in forms) else ():
        meant = set(_SIGN.findall(legend))
        for unit in units[place + 1 :]:
            unit.mark = min(meant, key=_USUAL.find) if unit.mark in meant else unit.mark
    for form in forms:
        if len(form) > 1 and _is_mixed(units, form):
            usual = max(form, key=lambda mark: often[mark])
            for unit in units:
                unit.mark = usual if unit.mark in form else unit.mark


def _legends(units: list[Unit]) -> Iterator[tuple[int, str]]:
    """Yield what says what marks mean, and where; a title loses it."""
    for place, unit in enumerate(units):
        if len(unit.text) > _LONGEST or len(_SIGN.findall(unit.text)) < _MEANT:
            continue
        if found := _LEGEND.search(narrow(unit.text)):
            yield place, found[0]
            if title := unit.text[: found.start()].strip():
                unit.rest = unit.rest[: len(unit.rest) - len(unit.text) + found.start()].rstrip()
                unit.text = title
            else:
                unit.use = "legend"


#: A legend has so many marks, and a line with one so many letters at most.
_MEANT, _LONGEST = 2, 120


def _is_mixed(units: list[Unit], form: frozenset[str]) -> bool:
    """Tell that some lists right below titles begin with one of the marks, and some with another.

    Lists of lists begin with the mark of the upper ones.
    """
    first: set[str] = set()
    items: list[str] = []
    for unit in (*units, None):
        if unit is None or _heads(unit):
            if len(set(items)) > 1:
                first.add(items[0])
            items = []
        elif unit.mark in form:
            items.append(unit.mark)
    return len(first) > 1


def _heads(unit: Unit) -> bool:
    """Tell a title above a list, by its number or by what it is called."""
    if unit.prose or unit.use:
        return False
    return unit.code is not None or role_of(plain(unit.rest or unit.text)) is not None
