"""Titles that fill the width of the page (行いっぱいの題名), and go on in the line below.

    （1）困難を抱える家庭への支援の推
    進

The lines of a paragraph that go on below each other are as long as the page is wide. A title as
long as they are, which does not end as titles do, was broken there like any of them.
"""

from __future__ import annotations

import itertools
import re
from statistics import median

from plangraph.reading.recovery.layout import width_of
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow
from plangraph.reading.terms.lexicon import role_of
from plangraph.reading.terms.looks import ends_usually, is_whole

#: So many lines before and behind a title tell the width; so many at least (half letters).
_AROUND, _LINES, _SHORTEST = 24, 3, 20
#: So few letters are no line of their own.
_REST = 4
#: Stops do not begin a line, so that it may be shorter than the page is wide, or longer.
_SHORT, _LONG = 3, 2
#: What stands below a title and is no end of it: who answers for it, a note, another label.
_OTHER = re.compile(r"[～〜~―—–\-※〇○(（［\[【〔「『■◆]|.*(?:[課室局係部]|委員会|センター)$")
#: What no word begins with.
_WITHIN = re.compile("[をんりるれろっゃゅょー、」）]")


def goes_on(title: str, found: list[Unit], place: int) -> bool:
    """Tell whether the line at a place ends the title that the line before it is, or ends."""
    line, here = found[place - 1], found[place]
    if here.prose or "。" in here.text or _OTHER.match(here.text) or role_of(narrow(here.text)):
        return False
    if ends_usually(title) and not _WITHIN.match(here.text):
        return False
    whole = title + here.text
    if len(here.text) > _REST and not is_whole(whole):
        return False
    width, gap = _page(found[max(0, place - _AROUND) : place + _AROUND])
    fills = width - _SHORT <= _width_of(line) <= width + _LONG
    return bool(width) and here.gap <= gap and fills and _width_of(here) < width - _SHORT


def _page(lines: list[Unit]) -> tuple[float, int]:
    """Return how wide the lines of paragraphs are, and how many blank lines part them.

    Nothing is as wide as no lines are, so that 0 tells that the width is not known.
    """
    pairs = [
        (line, below) for line, below in itertools.pairwise(lines)
        if not (line.code or line.mark or line.cells or below.code or below.mark or below.cells)
        and ("。" in below.text or "、" in line.text) and line.text[-1] != "。"
    ]  # fmt: skip
    widths = [_width_of(line) for line, _ in pairs]
    if len(pairs) < _LINES or (width := median(widths)) < _SHORTEST:
        return 0, 0
    even = sum(abs(one - width) <= _SHORT for one in widths)
    return (width, max(below.gap for _, below in pairs)) if 3 * even >= 2 * len(widths) else (0, 0)


def _width_of(line: Unit) -> int:
    return width_of(line.text) + 2 * line.indent
