"""Decisions of persons on counterparts, carried over to versions that are not current.

A person decides on elements of plans, and the dataset says so of their current versions. Of another
version a decision holds where the element is the same, as a diff tells it: title, code, words and
place. What has changed may treat another subject, and on that nobody decided.
"""

from __future__ import annotations

from typing import NamedTuple

from plangraph.compare.claims import Carried, Decision, Link
from plangraph.compare.diff.changes import differences
from plangraph.compare.facts import Source
from plangraph.compare.words import Both
from plangraph.language import counted
from plangraph.outline import Node, Outline


class Decisions(NamedTuple):
    """Decisions on the counterparts of two versions."""

    there: list[Link]
    back: list[Link]
    #: The pairs of elements (their IRIs) that are no counterparts.
    rejected: set[frozenset[str]]
    #: What has to be said of decisions on other versions, if there are any.
    note: Both | None


def decisions(one: Outline, other: Outline, source: Source) -> Decisions:
    """Return the decisions on two plans that hold for these versions of them.

    Links are those that are carried over; what is decided on the versions themselves the
    dataset says.
    """
    sides = [(version, source.current(version)) for version in (one, other)]
    of = ", ".join(now.version for version, now in sides if now.version != version.version)
    home = {node.iri: now.version for _, now in sides for node in now.nodes}
    told = [
        decision
        for decision in source.decisions()
        if {home.get(decision.element), home.get(decision.other)} == {*home.values()}
    ]
    same = {iri: node for side in sides for iri, node in _same(*side, source).items()}
    held = [decision for decision in told if {decision.element, decision.other} <= same.keys()]

    def links(now: Outline) -> list[Link]:
        return [
            Link(same[decision.element].id, same[decision.other].iri, "judged", decision.rank,
                 None, (), Carried(decision.link, of), decision.reason)
            for decision in held
            if of and not decision.rejected and home[decision.element] == now.version
        ]  # fmt: skip

    return Decisions(
        links(sides[0][1]),
        links(sides[1][1]),
        {frozenset((same[x.element].iri, same[x.other].iri)) for x in held if x.rejected},
        _note(of, len(_pairs(told)), len(_pairs(held))),
    )


def _same(version: Outline, current: Outline, source: Source) -> dict[str, Node]:
    """Return the elements that are the same in the current version, by their IRIs there."""
    if version.version == current.version:
        return {node.iri: node for node in version.nodes}
    found = differences(version, current, source.kinds).elements
    return {
        change.new.iri: change.old
        for change in found
        if change.status == "same" and change.old and change.new
    }


def _pairs(told: list[Decision]) -> set[frozenset[str]]:
    """Return what is decided on, each pair once: the dataset says it both ways."""
    return {frozenset((decision.element, decision.other)) for decision in told}


def _note(of: str, every: int, held: int) -> Both | None:
    if not (of and every):
        return None
    left = Both(
        f"ほかの{every - held}件は、ここにないか、変わった要素についてのもので、使っていません。",
        f" Not used, as the elements are not here or have changed: {every - held}.",
    )
    return Both(
        f"編者は {of} について、{every}件の対応を判断しています。このうち{held}件を、"
        f"ここでも変わらない要素について引き継ぎました。{left.ja if held < every else ''}",
        f"Curators decided on {counted(every, 'counterpart(s)')} with {of}. Carried over,"
        f" as the elements are the same here: {held}.{left.en if held < every else ''}",
    )
