"""What the other stages found in an English-language plan, and what of it stays."""

from __future__ import annotations

from plangraph.reading.english.listing import Line
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.terms import labels as words


def beside(lines: list[Line]) -> set[int]:
    """Return the places of lists below headings of what surrounds the plan."""
    places: set[int] = set()
    below = said = False
    for line in lines:
        said = said or line.form == "prose"
        if line.form == "item":
            places |= {line.place} if below else set()
        elif line.form != "prose" or line.label:
            below = line.label == words.ASIDE or (
                line.form == "head" and (line.meta or words.is_aside(line.text)) and not line.label
                and (said or not words.names_plan(line.text))
            )  # fmt: skip
            places |= {line.place} if below and line.follows == "list" else set()
    return places


def suffices(drafts: list[Draft], found: list[Draft], lines: list[Line]) -> bool:
    """Tell that the other stages read all lists and headings, and more than one level."""
    known = {one.place: one.kind for one in drafts}
    raised = any(one.kind == "goal" and known.get(one.place) == "measure" for one in found)
    items = {line.place for line in lines if line.form == "item"}
    new = [one for one in found if one.place not in known]
    kinds = ({one.kind for one in some} - {"vision"} for some in (drafts, found))
    levels, own = (len(one) for one in kinds)
    return (
        not raised
        and len(new) <= 0.1 * len(found)
        and not any(one.place in items or one.kind == "vision" for one in new)
        and levels >= own
    )


def is_vision(title: str) -> bool:
    """Tell the words of a vision from its label."""
    named = title.endswith(":") or words.MISSION.match(title)
    return title[:1].isalnum() and not named and words.label(title, before_list=False) is None


def loose(draft: Draft, labels: set[int]) -> bool:
    """Tell a draft that is a label or a line of what surrounds the plan."""
    return draft.code is None and draft.place in labels and draft.kind not in ("vision",)
