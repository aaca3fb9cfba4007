"""Text recovery: from the rows of a document to its logical lines (units).

Sentences that a page width or a page break cut are joined, pages that came out as one
line are cut at their codes, letters set apart (``S o c i e t y``) or one a line are put
together, and what is invisible (bidi marks, zero-width spaces) is left out.
"""

from __future__ import annotations

import itertools
import re

from plangraph.reading.recovery import (
    abreast,
    apart,
    boxed,
    branches,
    broken,
    cleaning,
    cuts,
    feet,
    hanging,
    layouts,
    longnumbers,
    ownwords,
    seams,
    tails,
    uttered,
)
from plangraph.reading.recovery.branches import BRANCH
from plangraph.reading.recovery.cells import cells_of
from plangraph.reading.recovery.parsed import parse_unit
from plangraph.reading.rows import Row, Unit
from plangraph.reading.terms.codes import narrow

#: Longer lines are not searched for headings inside (characters).
LONGEST_LINE = 1_000_000


def units(rows: list[Row]) -> list[Unit]:
    """Turn rows into logical lines, in the order of the document."""
    found: list[Unit] = []
    gap = width = 0
    ready = layouts.mend(rows)
    bare = [branches.bare(row.text) if BRANCH in row.text else row.text for row in ready]
    whole = [
        row.text[-1:] == "。" and not row.cells and cuts.is_sentence(row.text) for row in ready
    ]
    asked = [
        not (told or row.cells or row.text.isascii())
        for row, told in zip(ready, whole, strict=True)
    ]
    begins = seams.places(bare, asked)
    for row, text, begun, told in zip(ready, bare, begins, whole, strict=True):
        if told:
            found.append(_sentence(row, gap))
            gap = width = 0
            continue
        if drawn := branches.cut(row.text) if text is not row.text else []:
            text = row.text
        if not text.strip():
            gap += 1
            continue
        if not row.cells and cuts.is_plain(text):
            found.append(_line(row, gap))
            gap = width = 0
            continue
        inner = [] if row.cells else abreast.levels(text)
        cells = () if inner else row.cells or cells_of(text, width)
        width = len(cells)
        whole_line = bool(cells) or len(text) >= LONGEST_LINE
        pieces = (
            [text]
            if whole_line
            else inner or drawn or abreast.parts(text) or cuts.pieces(text, begun)
        )
        if len(text) > cuts.LONGEST:
            pieces = [part for piece in pieces for part in cuts.bounded(piece)]
        for piece in filter(str.strip, pieces):  # of a stroke nothing is left
            unit = _unit(piece, row, cells)
            unit.contents = unit.contents or bool(drawn)
            unit.gap, gap = gap, 0
            found.append(unit)
    ownwords.learn(found, english=feet.are_english(rows))
    longnumbers.learn(found)
    return _alone(broken.join(boxed.join(hanging.join(uttered.join(found)))))


def _sentence(row: Row, gap: int) -> Unit:
    last = row.last or row.number
    unit = Unit(row.text, row.number, last, row.page, row.level, row.size, gap=gap)
    unit.departments = row.departments
    parse_unit(unit)
    return unit


def _line(row: Row, gap: int) -> Unit:
    """Return a row of plain English text, of which only its ends may be those of contents."""
    text = row.text
    short = len(text) <= _SHORT
    roman = not short and text[-1] in _ROMAN_ENDS and text[-2] in _ROMAN_LEADS
    if short or roman or text[-1] in _NUMBER_ENDS or text[0] in _PAGE or text != text.strip():
        unit = _unit(text, row, ())
        unit.gap = gap
        return unit
    return _sentence(row, gap)


#: What a plain line ends with that may be a page, a file or a leader, and what before it.
_NUMBER_ENDS, _ROMAN_ENDS = frozenset("0123456789)]"), frozenset("ivxl.")
_ROMAN_LEADS = frozenset("ivxl.-_ ")
#: Letters stand apart in no longer ones.
_SHORT = 60
#: A line of contents that begins with its page: P28 柱1 …
_PAGE_FIRST = re.compile(r"[Pp]\.?\s?\d{1,3}\s+(?=\S)(?!-)")
_PAGE = frozenset("PpＰｐ")


def _unit(text: str, row: Row, cells: tuple[str, ...]) -> Unit:
    stripped = text.strip()
    contents = False
    if not cells and stripped[:1] in _PAGE and (paged := _PAGE_FIRST.match(narrow(stripped))):
        text = stripped = stripped[paged.end() :]
        contents = True
    if (not cells or len(cells) == 2) and (titled := tails.without_page(text, cells)):
        stripped, contents, cells = titled, True, ()
    if not contents and not cells and (titled := tails.without_leader(stripped)):
        stripped, contents = titled, True
    if cells and len(cells) > 1:
        stripped = "\t".join(cell for cell in cells)
    stripped = apart.together(stripped)
    stripped = cleaning.unframed(stripped)
    unit = Unit(stripped, row.number, row.last or row.number, row.page, row.level, row.size, cells)
    unit.departments = row.departments
    unit.contents = contents
    unit.indent = len(row.text) - len(row.text.lstrip())
    parse_unit(unit)
    return unit


def _alone(units: list[Unit]) -> list[Unit]:
    """An English line between blank lines and without a stop is no sentence, long or not."""
    for unit, after in itertools.pairwise(units):
        if unit.prose and unit.gap and after.gap and len(unit.text) <= 150:
            unit.prose = not (unit.text.isascii() and unit.text[-1].isalpha())
    return units
