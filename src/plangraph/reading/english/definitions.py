"""Pages that say what the words of a plan mean: their headings name no elements.

``Objective`` above ``An objective says what the plan aims to achieve``, ``Method`` above ``Is a
tool for carrying out policies``, and lines such as ``Goal: a broad statement of what we want``.
"""

from __future__ import annotations

import re

from plangraph.reading.english.listing import Line

#: So many words that are explained make a glossary.
_LEAST = 2
_SAYS = (
    r"(?:is|are|says?|means?|describes?|sets? out|refers? to|represents?|provides?|has|have|will"
    r"|may|must)\b"
)
#: A sentence whose subject is the heading above it.
_MEANT = re.compile(
    r"^(?:is an?\b|is the\b|are (?:an?|the)\b|means? "
    r"|(?:this|it|they|these) (?:is|are) (?:an?|the)\b)",
    re.I,
)
#: The heading of a page that explains words, and what stands below it: Infill: Building on lots.
_GLOSSARY = re.compile(
    r"(?:appendix \w[:.]? )?(?:glossary|(?:key )?(?:terms|definitions))(?: of (?:key )?terms)?",
    re.I,
)
_TERM = re.compile(r"[A-Z][^:–—]{2,48}\s?[:–—-]\s+\S")


def explained(lines: list[Line]) -> set[int]:
    """Return the places of the lines that explain words, of headings and what is below them."""
    places = _glossary(lines)
    told = [number for number in range(len(lines) - 1) if _explains(lines, number)]
    if len(told) >= _LEAST:
        for number in range(told[0], len(lines) - 1):
            line, below = lines[number], lines[number + 1]
            if line.form == "head" and below.form == "prose" and not below.label:
                places.add(line.place)
            elif number > told[-1] and line.form != "prose":
                break
    return places


def _glossary(lines: list[Line]) -> set[int]:
    """Return the places of the words that a glossary explains, each with its meaning beside it."""
    places: set[int] = set()
    below = False
    for line in lines:
        if line.form == "head" and _GLOSSARY.fullmatch(line.text):
            below = True
        elif below and _TERM.match(line.unit.text):
            places.add(line.place)
        elif below and line.form != "prose":
            below = False
    return places


def _explains(lines: list[Line], number: int) -> bool:
    """Tell a heading whose meaning the sentence below it tells."""
    line, below = lines[number], lines[number + 1]
    if line.form != "head" or below.form != "prose" or line.size > 5:
        return False
    stem = re.escape(line.text.rstrip(":").removesuffix("s")).lower()
    subject = rf"(?:(?:an?|the|each|every|all) )?{stem}(?:s|es)? {_SAYS}"
    return bool(_MEANT.match(below.text) or re.match(subject, below.text.lower()))
