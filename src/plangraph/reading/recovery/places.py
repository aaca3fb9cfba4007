"""Titles that the width of the page broke: what a place will be, lines in large letters."""

from __future__ import annotations

import re

from plangraph.reading.rows import Unit
from plangraph.reading.terms.lexicon import PLACE, TITLE_END

#: The fields of a goal behind its title.
_FIELDS = re.compile(r"[（(][^（）()]{2,24}[)）]$")
_STATES = re.compile(r"(?:を|に|へと?)[^、。をに]{0,6}(?:ます|する)$")
_PARTICLE = re.compile("[をに]")
#: A line that is broken there has so many letters.
_WIDE = 14
#: Letters of a heading are so much larger than those of the text.
_LARGE = 1.12


def go_on(rest: str, here: str) -> bool:
    """Tell that a title goes on with a line: …暮らせるま / ちをつくります（産業・雇用）."""
    if "ます" not in here and "する" not in here:
        return False
    core = _FIELDS.sub("", here.strip())
    broken = len(rest) >= _WIDE and re.search("[ぁ-ん]$", rest) and not TITLE_END.search(rest)
    states = _STATES.search(core)
    if not broken or "。" in core or len(core) >= len(rest) or states is None:
        return False
    place = _PARTICLE.split(rest + core[: states.start()])[-1]
    return PLACE.search(place) is not None


def in_large_letters(last: Unit, unit: Unit, follows: Unit | None) -> bool:
    """Tell the end of a heading, by letters as large as its own above smaller ones."""
    large = last.size == unit.size > _LARGE and last.page == unit.page
    ends = TITLE_END.search(unit.text) or PLACE.search(unit.text)
    return bool(large and ends and (follows is None or follows.size < unit.size))
