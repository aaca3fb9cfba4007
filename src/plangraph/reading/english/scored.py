"""Goals of scorecards in English: the headings above the measures of each.

``Safe Streets`` above a table of measures, ``Clean Water`` above another: where nothing else is
a goal, what stands right above measures again and again is, sentences and labels passed over.
"""

from __future__ import annotations

from plangraph.reading.english import layouts
from plangraph.reading.english.listing import Line, key
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.rows import Unit

#: So many are no chance; a name has so many words.
_LEAST, _MOST_WORDS = 2, 9
#: So many lines between a heading and the first of its measures hold no heading.
_BETWEEN = 3


def head(units: list[Unit], lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the goals that headings above measures name."""
    if not any(unit.use == "table" for unit in units) or any(map(_is_worded, drafts)):
        return drafts
    heads = _heads(units, lines)
    places = {line.place for line in heads}
    others = [one for one in drafts if one.place not in places and one.kind in ("goal", "policy")]
    if others or len({key(line.text) for line in heads}) < max(_LEAST, len(heads)):
        return drafts
    kept = [one for one in drafts if one.place not in places]
    goals = [_goal(line) for line in heads]
    return sorted([*kept, *goals], key=lambda one: (one.place, one.end, one.first))


def _heads(units: list[Unit], lines: list[Line]) -> list[Line]:
    """Return the headings above measures, each once."""
    found: list[Line] = []
    for number, line in enumerate(lines):
        below = line.place + 1
        if below >= len(units) or units[below].use != "table":
            continue
        for above in reversed(lines[max(0, number - _BETWEEN) : number + 1]):
            if above.form == "prose" or above.label or layouts.is_part(above):
                continue
            if _is_name(above):
                found.append(above)
            break
    return found


def _is_name(line: Line) -> bool:
    heading = line.form == "head" or (line.form == "item" and line.mark == "N")
    return heading and line.size <= _MOST_WORDS and layouts.titled(line)


def _is_worded(draft: Draft) -> bool:
    code = draft.heading.code if draft.heading else None
    return bool(code and code.word)


def _goal(line: Line) -> Draft:
    unit = line.unit
    found = Draft("goal", line.text, line.place, line.place, unit.first, unit.last, unit.page)
    found.code = line.code
    return found
