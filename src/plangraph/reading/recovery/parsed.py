"""Mark, code and rest of a logical line, and whether it is a sentence."""

from __future__ import annotations

from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import narrow, parse
from plangraph.reading.terms.english_words import is_latin


def parse_unit(unit: Unit) -> None:
    """Fill mark, code, rest and prose from the text."""
    text = unit.text
    folded = narrow(text.replace("\t", " ") if unit.cells else text)
    unit.mark, unit.code, place = parse(folded)
    if unit.code:
        printed = unit.code.printed
        start = folded.find(printed)
        unit.code = unit.code._replace(printed=text[start : start + len(printed)].strip())
    unit.rest = text[place:].strip().replace("\t", " ").lstrip("|｜ ")
    unit.prose = is_prose(unit)


def is_prose(unit: Unit) -> bool:
    """Tell a whole sentence or a paragraph."""
    text, most = unit.text, 160 if unit.mark and not unit.code else 90
    if len(text) > 60 and "   " in text and is_latin(text):
        text = max(text.split("   "), key=len).strip()
    return "。" in text or len(text) > most or (len(text) > 60 and text.endswith("."))
