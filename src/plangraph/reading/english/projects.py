"""Lists that their label calls projects: Key projects, Project beside Cost and When."""

from __future__ import annotations

import re

from plangraph.reading.english.listing import Line
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms.english_columns import heads_acts

_NAMED = re.compile(r"projects?\s?:?$", re.I)
_KINDS = ("measure", "direction")


def name(lines: list[Line], drafts: list[Draft]) -> None:
    """Make what stands in a list below such a label projects, up to the next heading."""
    kinds = {one.place: one for one in drafts if one.kind in _KINDS and not _is_worded(one)}
    below = False
    for line in lines:
        if line.form == "item":
            if below and line.place in kinds:
                kinds[line.place].kind = "project"
        elif line.form != "prose" or line.label:
            below = bool(_NAMED.search(line.text)) and heads_acts(line.text.rstrip(" :"))


def _is_worded(draft: Draft) -> bool:
    code = draft.heading.code if draft.heading else None
    return bool(code and code.word)
