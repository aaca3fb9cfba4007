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
    #: Whether every element was looked at: of more than twelve plans the store keeps only the
    #: three nearest elements of all, and tells no gaps.
    whole: bool = True

    @property
    def linked(self) -> int:
        """How many elements have a counterpart."""
        return len({one.node.id for one in self.found})

    @property
    def all_of(self) -> int:
        """How many elements were looked at; where not all were, how many of their kinds are."""
        if self.whole:
            return self.linked + len(self.gaps)
        kinds = {one.node.kind for one in self.found}
        return sum(node.kind in kinds for node in self.side.elements)

    @property
    def share(self) -> float | None:
        """The share of elements that have a counterpart, if all were looked at."""
        return self.linked / self.all_of if self.all_of and self.whole else None


class Pair(NamedTuple):
    """Two sides, both ways; ``linked`` is False where the store has no counterparts for them."""

    there: Direction
    back: Direction
    linked: bool

    @property
    def whole(self) -> bool:
        """Whether all elements of both were compared, so that gaps are told."""
        return self.there.whole


def pairs(sides: list[Side], source: Source, all_levels: bool) -> list[Pair]:
    """Return every two sides that have been read.

    ``all_levels`` puts the kinds beside measures among them.
    """
    read = [side for side in sides if side.outline]
    over = {node.iri: (side.key, node) for side in read for node in side.elements}
    known: dict[tuple[str, str], tuple[list[Counterpart], list[Gap]]] = {}
    for side in read:
        here = {node.id: node for node in side.elements}
        towards: dict[str, tuple[list[Counterpart], list[Gap]]] = defaultdict(lambda: ([], []))
        linked: set[tuple[str, str]] = set()
        for link in source.counterparts(side):
            if link.target in over and link.element in here:
                key, other = over[link.target]
                towards[key][0].append(Counterpart(here[link.element], other, link))
                linked.add((key, link.element))
        keys = {one.outline.iri: one.key for one in read if one.outline}
        for link in source.gaps(side):
            gap_key = keys.get(link.target, "")
            if gap_key and link.element in here and (gap_key, link.element) not in linked:
                towards[gap_key][1].append(Gap(here[link.element], link.score))
        known |= {(side.key, key): found for key, found in towards.items()}
    found = []
    for place, one in enumerate(read):
        for another in read[place + 1 :]:
            there = _direction(one, another, known.get((one.key, another.key)), all_levels)
            back = _direction(another, one, known.get((another.key, one.key)), all_levels)
            whole = any(way.gaps or way.gaps_beside for way in (there, back)) or all(
                way.linked == way._replace(whole=False).all_of for way in (there, back)
            )
            there, back = there._replace(whole=whole), back._replace(whole=whole)
            found.append(Pair(there, back, bool(there.all_of or back.all_of)))
    return found


def _direction(
    side: Side, other: Side, known: tuple[list[Counterpart], list[Gap]] | None, all_levels: bool
) -> Direction:
    found, gaps = known or ([], [])
    found.sort(key=lambda one: (one.node.order, -(one.link.score or 1), one.other.order))
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
