"""Counterparts between two cities, and gaps both ways."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from plangraph.compare.facts import Link, Side, Source
from plangraph.outline import Node


class Counterpart(NamedTuple):
    """Two elements that treat the same subject, says the link."""

    node: Node
    other: Node
    link: Link


class Gap(NamedTuple):
    """An element without counterpart, with the score of what came nearest, if known."""

    node: Node
    score: float | None


class Direction(NamedTuple):
    """One way: from the elements of one side to those of the other."""

    side: Side
    other: Side
    #: Of measures (of policies, where a plan has no measures) and projects.
    found: tuple[Counterpart, ...]
    gaps: tuple[Gap, ...]
    #: The same of all other kinds.
    found_beside: tuple[Counterpart, ...]
    gaps_beside: tuple[Gap, ...]

    @property
    def linked(self) -> int:
        """How many elements have a counterpart."""
        return len({one.node.id for one in self.found})

    @property
    def all_of(self) -> int:
        """How many elements were looked at."""
        return self.linked + len(self.gaps)

    @property
    def share(self) -> float | None:
        """The share of elements that have a counterpart."""
        return self.linked / self.all_of if self.all_of else None


class Pair(NamedTuple):
    """Two sides, both ways; ``linked`` is False where the store has no counterparts for them."""

    there: Direction
    back: Direction
    linked: bool


def pairs(sides: list[Side], source: Source, all_levels: bool) -> list[Pair]:
    """Return every two sides that have been read.

    ``all_levels`` puts the kinds beside measures among them.
    """
    read = [side for side in sides if side.outline]
    links = {side.key: (source.counterparts(side), source.gaps(side)) for side in read}
    found = []
    for place, one in enumerate(read):
        for other in read[place + 1 :]:
            there = _direction(one, other, *links[one.key], all_levels)
            back = _direction(other, one, *links[other.key], all_levels)
            found.append(Pair(there, back, bool(there.all_of or back.all_of)))
    return found


def _direction(
    side: Side, other: Side, links: list[Link], said: list[Link], all_levels: bool
) -> Direction:
    assert side.outline is not None
    assert other.outline is not None
    here = {node.id: node for node in side.outline.nodes}
    over = {node.iri: node for node in other.outline.nodes}
    found = [
        Counterpart(here[link.element], over[link.target], link)
        for link in links
        if link.target in over
    ]
    found.sort(key=lambda one: (one.node.order, -(one.link.score or 1), one.other.order))
    linked = {one.node.id for one in found}
    gaps = [
        Gap(here[link.element], link.score)
        for link in said
        if link.target == other.outline.iri and link.element not in linked
    ]
    gaps.sort(key=lambda gap: gap.node.order)
    compared = {one.node.kind for one in found} | {gap.node.kind for gap in gaps}
    kinds = compared if all_levels else _grain(compared)
    return Direction(
        side,
        other,
        tuple(one for one in found if one.node.kind in kinds),
        tuple(gap for gap in gaps if gap.node.kind in kinds),
        tuple(one for one in found if one.node.kind not in kinds),
        tuple(gap for gap in gaps if gap.node.kind not in kinds),
    )


def _grain(compared: set[str]) -> set[str]:
    """Return the kinds that carry what a city does: measures, or policies, and projects."""
    for kind in ("measure", "policy"):
        if kind in compared:
            return {kind, "project"}
    return compared


def best_by_element(found: tuple[Counterpart, ...]) -> list[tuple[Node, list[Counterpart]]]:
    """Return the counterparts of each element, best first."""
    by_element: dict[str, list[Counterpart]] = defaultdict(list)
    for one in found:
        by_element[one.node.id].append(one)
    return [(ones[0].node, ones) for ones in by_element.values()]
