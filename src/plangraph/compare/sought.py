"""Counterparts that a comparison seeks itself, where the store keeps none or not all.

A store has them between current versions, and of many plans only the nearest of all. Two
versions that a person names are compared by the same method all the same, each with each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from plangraph.compare.claims import Link
from plangraph.outline import Outline


class Towards(NamedTuple):
    """What links say of the elements of one version towards another."""

    counterparts: list[Link]
    gaps: list[Link]

    def with_judged(self, links: Iterable[Link]) -> Towards:
        """Return these counterparts beside those of persons in ``links``, which win."""
        judged = [link for link in links if link.status == "judged"]
        told = {(link.element, link.target) for link in judged}
        more = [link for link in self.counterparts if (link.element, link.target) not in told]
        return Towards([*judged, *more], self.gaps)


def seek(
    one: Outline, other: Outline, rejected: Collection[frozenset[str]]
) -> tuple[Towards, Towards]:
    """Seek the counterparts of two versions, and the gaps: from ``one`` to ``other``, and back.

    ``rejected`` are the pairs of elements (their IRIs) that a person found to be none.
    The plans have to be two: within a plan elements are the same or have changed.
    """
    from plangraph.links.counterparts import Counterpart, counterparts, reasons
    from plangraph.links.profile import profiles

    there, back = Towards([], []), Towards([], [])
    for found in counterparts([*profiles(one), *profiles(other)], rejected):
        ours = found.one.plan == one.plan
        towards = there if ours else back
        element = found.one.node.id
        if isinstance(found, Counterpart):
            rank = None if found.rank == 1 else "secondary"
            terms = tuple(reasons(found.one, found.other))
            target = found.other.node.iri
            link = Link(element, target, "inferred", rank, found.score, terms)
            towards.counterparts.append(link)
        else:
            version = (other if ours else one).iri
            towards.gaps.append(Link(element, version, "inferred", None, found.score, ()))
    return there, back
