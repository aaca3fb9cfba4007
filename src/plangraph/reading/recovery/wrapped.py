"""Latin lines that the width of a page or of a column broke, columns beside them or not.

A line was broken where the next word had no room: what begins with a capital goes on an item
only there. Where columns stand behind a title (``Lead``, ``Timing``), each goes on below itself.
"""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.english_words import is_latin
from plangraph.reading.terms.labels import CODED, label

#: Words that an English phrase does not end with.
OPEN_WORD = re.compile(
    r"(?:[,&–]|\b(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|our|that|the|their|through|to"
    r"|with|within))$",
    re.I,
)
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
_STOP = tuple(".!?:;")
#: Begins an item of its own: b) to plan.
_LETTERED = re.compile(r"\(?[a-z][.)]\s|o\s")
#: A title that is broken before a capital fills so much of a line, in lines of so many letters.
_FULL, _LEAST = 0.8, 56
#: What goes on an item before a capital is a part of a line: a whole one is a sentence of its own.
_TAIL = 0.7
#: What stands below a column begins so near to it.
_SHIFT = 2
#: A line of a paragraph has so many letters; what may end it, a row of values or a sentence.
_PARAGRAPH, _ENDS = 40, frozenset("。！？!?」』）)]】:：→⇒➡○◎●◯課室局係%0123456789")
#: Begins what is told of a title below it.
_OPENING = tuple('([“"‘')


def columns(unit: Unit) -> list[str]:
    """Return what wide spaces part behind mark and code: a title and the columns beside it."""
    if not _may_gape(unit.text):
        return [unit.text]
    begin = _begin(unit)
    cells = _GAP.split(unit.text[begin:])
    return [unit.text[:begin] + cells[0], *cells[1:]]


def _may_gape(text: str) -> bool:
    return "   " in text or "\t" in text


def _begin(unit: Unit) -> int:
    """Return where the title begins, behind mark and code and the spaces after them."""
    if unit.mark or unit.code:
        return max(0, len(unit.text) - len(unit.rest))
    found = CODED.match(unit.text)
    return found.end() if found else 0


def _columns(unit: Unit) -> list[int]:
    """Return where the columns of a row begin behind its title."""
    if not _may_gape(unit.text):
        return []
    return [unit.indent + found.end() for found in _GAP.finditer(unit.text, _begin(unit))]


def _beside(unit: Unit, starts: list[int]) -> bool:
    """Tell a line that stands below one of the columns."""
    return any(abs(unit.indent - start) <= _SHIFT for start in starts)


def runs_on(last: Unit, unit: Unit, above: Unit) -> bool:
    """Tell the next line of a paragraph in English; what needs a closer look is left open.

    ``last`` is the paragraph so far, ``above`` the line right above.
    """
    here, text = unit.text, last.text
    return (
        "a" <= here[:1] <= "z"
        and len(here) >= _PARAGRAPH <= len(above.text)
        and not (unit.gap or unit.mark or unit.code or unit.level or last.level)
        and last.size == unit.size
        and is_latin(here)
        and text[-1] not in _ENDS
        and not (last.mark or last.code or last.contents or last.cells or unit.cells)
        and not ("(" in text or "『" in text or _may_gape(above.text) or "how to " in here)
        and last.first != unit.first
        and not CODED.match(text)
    )


def goes_on(last: Unit, found: list[Unit], place: int, lengths: list[int]) -> bool | None:
    """Tell whether a line right below goes on an item or a title; None where nothing speaks.

    ``last`` is what the lines before it were joined to, ``lengths`` are those of the rows.
    """
    above, unit = found[place - 1], found[place]
    starts = _columns(above)
    if not (last.code or last.mark or starts or CODED.match(last.text)):
        return True if _numbered_above(found, place - 1) and unit.text[:1].islower() else None
    if CODED.match(unit.text):
        return False
    if _beside(unit, starts):
        return True
    column = starts[0] if starts else 0
    stem, here = columns(above)[0], columns(unit)[0]
    if stem.endswith(_STOP):
        return False if column else None
    if here[:1].islower() and not _LETTERED.match(here):
        return True
    if OPEN_WORD.search(stem) and unit.indent >= last.indent:
        return label(here, before_list=False) is None
    near = range(max(0, place - 6), min(place + 6, len(found)))
    wide = max(min(lengths[one], len(columns(found[one])[0])) for one in near)
    room = column - above.indent - 1 if column else wide
    if here[:1] in _OPENING:
        return None
    fits = len(stem) + 1 + len(here.split(" ", 1)[0]) <= room
    if fits or (not column and (wide < _LEAST or len(stem) < _FULL * wide)):
        return False if starts and _columns(unit) else None
    short = column or last.code or len(here) < _TAIL * wide
    return True if short and here.endswith(".") else None


#: What is counted, at the beginning of a line: 100-foot setbacks, 15 percent of homes.
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?(?:%|-?\s?[a-z]{2,})")


def is_amount(last: Unit, unit: Unit) -> bool:
    """Tell a number that is no code: the line before it ends with a word that waits for it."""
    code = unit.code
    bare = code is not None and not code.word and not unit.gap and last.text[-1].isalpha()
    return bare and bool(OPEN_WORD.search(last.text)) and _AMOUNT.match(unit.text) is not None


def _numbered_above(found: list[Unit], place: int) -> bool:
    """Tell a title right below its number, which has a line of its own: Goal 1 / Every street."""
    above, unit = found[place - 1], found[place]
    named = above.code is not None and bool(above.code.word) and not above.rest
    return place > 0 and named and not (unit.gap or unit.prose)


def spliced(last: Unit, unit: Unit) -> str | None:
    """Return the text of a row with columns that a line goes on, each column in its place."""
    cells = columns(last)
    if len(cells) < 2:
        return None
    if _beside(unit, _columns(last)):
        return f"{last.text} {unit.text}"
    more = columns(unit)
    if more[0].endswith(_STOP) and len(more) > len(cells):
        return None
    cells[0] = f"{cells[0]} {more[0]}"
    for place, cell in enumerate(more[1:], 1):
        cells[min(place, len(cells) - 1)] += f" {cell}"
    return "   ".join(cells)
