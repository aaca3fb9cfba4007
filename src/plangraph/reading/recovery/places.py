"""Titles that say what a place will be, broken by the width of the page within their words."""

from __future__ import annotations

import re

from plangraph.reading.terms.lexicon import PLACE, TITLE_END

#: The fields of a goal behind its title.
_FIELDS = re.compile(r"[（(][^（）()]{2,24}[)）]$")
_STATES = re.compile(r"(?:を|に|へと?)[^、。をに]{0,6}(?:ます|する)$")
_PARTICLE = re.compile("[をに]")
#: A line that is broken there has so many letters.
_WIDE = 14


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
