"""Titles that go on in a line set in deeper than any paragraph."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import is_whole

#: So deep a line is set in below a title; so long is the end of a title, and a line of a paragraph.
_DEEP, _LONGEST, _PARAGRAPH = 2, 40, 24
#: What begins no word: つく / り、, 安心 / して.
_WITHIN = re.compile("[をんりるれろっゃゅょー、」）]|し[てた]|する|され|でき")
#: What stands below a title and is no end of it: a subtitle, who answers for it, a note.
_OTHER = re.compile(
    r"[～〜~―—–\-※〇○]|[(（［\[【〔「『].*[)）］\]】〕」』]$|.*(?:[課室局係]|委員会|センター)$"
)


def join(units: list[Unit]) -> list[Unit]:
    """Return the units, titles with a number or mark and the lines that hang below them as one.

    A paragraph begins with one space, its other lines with none; only what goes on from a title
    is set in to where the words of the title begin.
    """
    if not [unit for unit in units if unit.indent >= _DEEP]:
        return units
    deepest = max((unit.indent for unit in units if _is_of_paragraph(unit)), default=0)
    found: list[Unit] = []
    for unit in units:
        deep = bool(found) and unit.indent >= _DEEP and unit.indent > deepest
        last = found[-1] if deep and _is_title(found) else None
        if last and last.indent < unit.indent and _goes_on(last, unit):
            last.printed = (last.printed or last.text) + unit.text
            last.text, last.rest = last.text + unit.text, last.rest + unit.text
            last.last = unit.last
        else:
            found.append(unit)
    return found


def _is_of_paragraph(unit: Unit) -> bool:
    """Tell a line of a paragraph; what has a mark or a number is set in with its list."""
    return len(unit.text) >= _PARAGRAPH and not (unit.mark or unit.code or unit.cells)


def _is_title(units: list[Unit]) -> bool:
    """Tell that the last line bears a number or a mark, or stands below a number alone."""
    unit, above = units[-1], units[-2] if len(units) > 1 else None
    if not unit.rest or unit.prose or unit.cells or unit.contents or unit.level:
        return False
    return bool(unit.code or unit.mark or (above and above.code and not above.rest))


def _goes_on(title: Unit, unit: Unit) -> bool:
    if unit.gap or unit.code or unit.mark or unit.cells or unit.contents or unit.level:
        return False
    text = unit.text
    if len(text) > _LONGEST or "。" in text or text.isascii() or _OTHER.match(text):
        return False
    if role_of(narrow(text)) or role_of(narrow(title.rest)):
        return False
    begins = not _WITHIN.match(text)
    return is_whole(text) and not (begins and is_whole(title.rest))
