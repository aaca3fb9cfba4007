"""Counterparts between two cities, and gaps both ways."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

from plangraph.compare.carried import decisions
from plangraph.compare.claims import Link
from plangraph.compare.facts import Side, Source
from plangraph.compare.sought import Towards, seek
from plangraph.compare.words import Both
from plangraph.links.counterparts import PLANS
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
    """Two sides, both ways; ``linked`` is False where no counterparts are known for them."""

    there: Direction
    back: Direction
    linked: bool
    #: Whether they were sought for this comparison, as the store keeps none, or not all.
    sought: bool = False
    #: What has to be said of decisions on other versions of the plans.
    note: Both | None = None

    @property
    def whole(self) -> bool:
        """Whether all elements of both were compared, so that gaps are told."""
        return self.there.whole

    @property
    def bare(self) -> str:
        """The versions that have no elements to compare."""
        return ", ".join(way.side.key for way in (self.there, self.back) if not way.side.elements)


def pairs(sides: list[Side], source: Source, all_levels: bool) -> list[Pair]:
    """Return every two sides that have been read.

    What the store does not keep (counterparts of former versions, and in a nation all but the
    nearest) is sought by the same method, among as many sides as a store would keep all of.
    ``all_levels`` puts the kinds beside measures among them.
    """
    read = [side for side in sides if side.outline]
    known = _kept(read, source)
    found = []
    for one, another in combinations(read, 2):
        ways = known[one.key, another.key], known[another.key, one.key]
        pair = _pair(one, another, ways, all_levels)
        if not (pair.linked and pair.whole) and len(read) <= PLANS:
            pair = _sought(one, another, ways, source, all_levels) or pair
        found.append(pair)
    return found


def _kept(read: list[Side], source: Source) -> dict[tuple[str, str], Towards]:
    """Return what the store has, by side and other side."""
    sides = {node.iri: side.key for side in read for node in side.elements}
    versions = {side.outline.iri: side.key for side in read if side.outline}
    found: dict[tuple[str, str], Towards] = defaultdict(lambda: Towards([], []))
    for side in read:
        for link in source.counterparts(side):
            if link.target in sides:
                found[side.key, sides[link.target]].counterparts.append(link)
        for link in source.gaps(side):
            if link.target in versions:
                found[side.key, versions[link.target]].gaps.append(link)
    return found


def _sought(
    one: Side, another: Side, kept: tuple[Towards, Towards], source: Source, all_levels: bool
) -> Pair | None:
    """Return the pair with counterparts that are sought now; None for versions of one plan."""
    if not (one.outline and another.outline) or one.outline.plan == another.outline.plan:
        return None
    decided = decisions(one.outline, another.outline, source)
    there, back = seek(one.outline, another.outline, decided.rejected)
    judged = there.with_judged(kept[0].counterparts), back.with_judged(kept[1].counterparts)
    ways = judged[0].with_judged(decided.there), judged[1].with_judged(decided.back)
    return _pair(one, another, ways, all_levels)._replace(sought=True, note=decided.note)


def _pair(one: Side, another: Side, ways: tuple[Towards, Towards], all_levels: bool) -> Pair:
    there = _direction(one, another, ways[0], all_levels)
    back = _direction(another, one, ways[1], all_levels)
    whole = any(way.gaps or way.gaps_beside for way in (there, back)) or all(
        way.linked == way._replace(whole=False).all_of for way in (there, back)
    )
    there, back = there._replace(whole=whole), back._replace(whole=whole)
    return Pair(there, back, bool(there.all_of or back.all_of))


def _direction(side: Side, other: Side, towards: Towards, all_levels: bool) -> Direction:
    here = {node.id: node for node in side.elements}
    there = {node.iri: node for node in other.elements} if towards.counterparts else {}
    found = [
        Counterpart(here[link.element], there[link.target], link)
        for link in towards.counterparts
        if link.element in here and link.target in there
    ]
    linked = {one.node.id for one in found}
    gaps = [
        Gap(here[link.element], link.score)
        for link in towards.gaps
        if link.element in here and link.element not in linked
    ]
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


def only_back(pair: Pair) -> tuple[Counterpart, ...]:
    """Return what is a counterpart on the way back, and not on the way there."""
    told = {(one.other.iri, one.node.iri) for one in pair.there.found}
    return tuple(one for one in pair.back.found if (one.node.iri, one.other.iri) not in told)


def best_by_element(found: tuple[Counterpart, ...]) -> list[tuple[Node, list[Counterpart]]]:
    """Return the counterparts of each element, best first."""
    by_element: dict[str, list[Counterpart]] = defaultdict(list)
    for one in found:
        by_element[one.node.id].append(one)
    return [(ones[0].node, ones) for ones in by_element.values()]
