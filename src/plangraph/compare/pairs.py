"""Counterparts between two cities, and gaps both ways."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from plangraph.compare.facts import Link, Side, Source
from plangraph.compare.levels import Level, is_comparable
from plangraph.outline import Node


class Counterpart(NamedTuple):
    """Two elements that treat the same subject, says the link."""

    node: Node
    other: Node
    link: Link


class Direction(NamedTuple):
    """One way: from the elements of one side to those of the other."""

    side: Side
    other: Side
    found: tuple[Counterpart, ...]
    #: Elements at compared kinds with no counterpart over there.
    gaps: tuple[Node, ...]
    #: How many elements were looked at.
    all_of: int

    @property
    def share(self) -> float | None:
        """The share of elements that have a counterpart."""
        return 1 - len(self.gaps) / self.all_of if self.all_of else None


class Pair(NamedTuple):
    """Two sides, both ways; ``linked`` is False where the store has no counterparts for them."""

    there: Direction
    back: Direction
    linked: bool


def pairs(sides: list[Side], source: Source, levels: list[Level], all_levels: bool) -> list[Pair]:
    """Return every two sides that have been read."""
    read = [side for side in sides if side.outline]
    links = {side.key: source.counterparts(side) for side in read}
    found = []
    for place, one in enumerate(read):
        for other in read[place + 1 :]:
            there = _direction(one, other, links[one.key], levels, all_levels)
            back = _direction(other, one, links[other.key], levels, all_levels)
            found.append(Pair(there, back, bool(there.found or back.found)))
    return found


def _direction(
    side: Side, other: Side, links: list[Link], levels: list[Level], all_levels: bool
) -> Direction:
    here = {node.id: node for node in side.outline.nodes} if side.outline else {}
    over = {node.iri: node for node in other.outline.nodes} if other.outline else {}
    found = [
        Counterpart(here[link.element], over[link.target], link)
        for link in links
        if link.target in over
    ]
    found.sort(key=lambda one: (one.node.order, -(one.link.score or 0), one.other.order))
    # What the method looked at: the kinds that carry links, where like stands with like.
    kinds = {one.node.kind for one in found}
    nodes = [
        node
        for node in side.elements
        if node.kind in kinds and (all_levels or is_comparable(node, levels) or node.kind in kinds)
    ]
    linked = {one.node.id for one in found}
    gaps = tuple(node for node in nodes if node.id not in linked)
    return Direction(side, other, tuple(found), gaps, len(nodes))


def best_by_element(direction: Direction) -> dict[str, list[Counterpart]]:
    """Return the counterparts of each element, best first."""
    found: dict[str, list[Counterpart]] = defaultdict(list)
    for one in direction.found:
        found[one.node.id].append(one)
    return found
