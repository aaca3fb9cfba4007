"""Elements that sentences state (文で述べられた将来像・理念): drafts without a heading."""

from __future__ import annotations

from plangraph.fiscal import fold
from plangraph.reading import slogans
from plangraph.reading.repeats import Draft
from plangraph.reading.rows import Unit

#: Role words of sentences and what they call a name.
_KINDS = {"理念": "philosophy", "目標": "goal", "柱": "goal", "視点": "viewpoint"}


def draft(unit: Unit, kind: str, title: str, place: int, term: str) -> Draft:
    """Return the draft of an element that the unit at ``place`` states."""
    found = Draft(kind, title, place, place, unit.first, unit.last, unit.page)
    found.term, found.bodied = term, True
    return found


def told(units: list[Unit], drafts: list[Draft]) -> None:
    """Add the visions and philosophies that no heading, but a sentence states."""
    known = {fold(one.title) for one in drafts if not one.code}
    for place, role, title in slogans.told(units):
        kind = next((kind for end, kind in _KINDS.items() if role.endswith(end)), "vision")
        above = any(one.kind == kind and one.place != place for one in drafts)
        if not above and fold(title) not in known:
            drafts.append(draft(units[place], kind, title, place, role))
    stated = any(one.kind in ("vision", "philosophy") for one in drafts)
    if not stated and (hint := slogans.hinted(units)):
        drafts.append(draft(units[hint[0]], "vision", hint[1], hint[0], "将来像"))
