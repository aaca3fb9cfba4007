"""Links that nobody states in a plan: fields, SDG goals, counterparts.

Each comes with who says so and on what grounds, and stands in a graph of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from plangraph.outline import Outline


def link_quads(outlines: Iterable[Outline]) -> list[Quad]:
    """Return all links of the current versions ``outlines``: fields, goals, counterparts."""
    from plangraph.links import quads

    ordered = sorted(outlines, key=lambda outline: outline.version)
    found: list[Quad] = []
    for outline in ordered:
        found += quads.field_quads(outline)
        found += quads.inferred_goal_quads(outline)
    found += quads.counterpart_quads(ordered)
    return found
