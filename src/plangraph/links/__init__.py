"""Links that nobody states in a plan: fields, SDG goals, counterparts.

Each comes with who says so and on what grounds, and stands in a graph of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from plangraph.links.judgements import Judgements, Unused
    from plangraph.outline import Outline
    from plangraph.statements import Said


def link_quads(
    outlines: Iterable[Outline],
    current: Collection[str] | None = None,
    judgements: Judgements | None = None,
    unused: list[Unused] | None = None,
) -> list[Quad]:
    """Return all links of the versions ``outlines``: fields, SDG goals, counterparts.

    Fields are found for every version, the rest for the ``current`` ones (by their
    names, ``plan@version``; all, if not said). ``judgements`` are by default those in
    ``data/judgements``; to ``unused`` is added which of them are on plans or elements
    that are not there.
    """
    from plangraph import statements
    from plangraph.links import quads, reviewed
    from plangraph.links.judgements import load_judgements

    ordered = sorted(outlines, key=lambda outline: outline.version)
    newest = [one for one in ordered if current is None or one.version in current]
    judged = reviewed.standing(judgements or load_judgements(), newest)
    found: list[Said] = []
    for outline in ordered:
        found += quads.field_quads(outline)
    for outline in newest:
        found += quads.inferred_goal_quads(outline)
    found += reviewed.judged_goal_quads(judged)
    found += quads.counterpart_quads(newest, judged)
    found += reviewed.reviewed_quads(judged)
    if unused is not None:
        unused += judged.unused
    return list(statements.quads(found))
