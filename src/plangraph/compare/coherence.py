"""Whether a city's plans hang together: periods that ran out, goals that nothing serves."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plangraph.compare.facts import Side
from plangraph.compare.words import Both
from plangraph.outline import Node, Outline

#: How a sectoral plan stands on a day.
STATES = {
    "expired": Both("期間が終わった", "ran out"),
    "ending": Both("1年以内に終わる", "runs out within a year"),
    "in-force": Both("期間中", "in force"),
    "future": Both("これから始まる", "not started yet"),
    "no-period": Both("期間の記載なし", "no period given"),
}


class Planned(NamedTuple):
    """A sectoral plan on a day: how it stands, and what it stands under."""

    node: Node
    state: str
    parent: Node | None
    #: True where it hangs under no goal: under nothing, or under what is no goal.
    adrift: bool


class Lack(NamedTuple):
    """What elements of one kind lack."""

    key: str
    label: Both
    #: The elements that lack it, and how many there are of the kind.
    missing: tuple[Node, ...]
    all_of: int
    #: True where the document gives it for no element at all: not said, rather than lacking.
    nowhere: bool
    #: Sectoral plans that stand above the level, under goals: not lacking, but coarser.
    above: int = 0


class Coherence(NamedTuple):
    """What was found for one side on a day."""

    on: date
    #: None where no version that was read lists sectoral plans.
    plans: tuple[Planned, ...] | None
    source: Outline | None
    lacks: tuple[Lack, ...]
    #: Goals (or what stands for them) that no sectoral plan serves; None as for ``plans``.
    unserved: tuple[Node, ...] | None
    goals: tuple[Node, ...]


def state_of(node: Node, on: date) -> str:
    """Return how a sectoral plan stands on a day, by its printed period.

    An absent end is not an expired end: a plan without one has no period, unless it
    starts later.
    """
    if node.start and date.fromisoformat(node.start) > on:
        return "future"
    if not node.end:
        return "no-period"
    end = date.fromisoformat(node.end)
    if end < on:
        return "expired"
    return "ending" if end < _next_year(on) else "in-force"


def _next_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def coherence(side: Side, on: date) -> Coherence:
    """Return what hangs together and what does not, for one side on a day."""
    source = side.plans_in
    nodes = {node.id: node for node in source.nodes} if source else {}
    goals = main_goals(source if source else side.outline)
    plans = tuple(_planned(node, nodes, goals, on) for node in side.sectoral_plans)
    served = {goal.id for plan in plans for goal in goals if goal.id in _above(plan.node, nodes)}
    return Coherence(
        on=on,
        plans=plans if source else None,
        source=source,
        lacks=_lacks(side),
        unserved=tuple(g for g in goals if g.id not in served) if source else None,
        goals=goals,
    )


def main_goals(outline: Outline | None) -> tuple[Node, ...]:
    """Return the goals of a plan; where it has none, the top elements that others stand under."""
    if outline is None:
        return ()
    goals = tuple(node for node in outline.nodes if node.kind == "goal")
    if goals:
        return goals
    parents = {node.parent for node in outline.nodes}
    return tuple(node for node in outline.nodes if node.depth == 0 and node.id in parents)


def _planned(node: Node, nodes: dict[str, Node], goals: tuple[Node, ...], on: date) -> Planned:
    above = _above(node, nodes)
    adrift = not any(goal.id in above for goal in goals)
    return Planned(node, state_of(node, on), nodes.get(node.parent or ""), adrift)


def _above(node: Node, nodes: dict[str, Node]) -> set[str]:
    found: set[str] = set()
    parent = node.parent
    while parent in nodes and parent not in found:
        found.add(parent)
        parent = nodes[parent].parent
    return found


def _lacks(side: Side) -> tuple[Lack, ...]:
    """Return what measures lack; a plan without measures is looked at by its policies."""
    kind = "measure" if any(n.kind == "measure" for n in side.elements) else "policy"
    nodes = [node for node in side.elements if node.kind == kind]
    if not nodes:
        return ()
    by_plan = {plan.parent for plan in side.sectoral_plans}
    by_indicator = {indicator.parent for indicator in side.indicators}
    tests = (
        ("department", Both("担当課の記載がない", "no department"), lambda n: n.departments),
        ("indicator", Both("指標がない", "no indicator"), lambda n: n.id in by_indicator),
        ("sectoral-plan", Both("個別計画がない", "no sectoral plan"), lambda n: n.id in by_plan),
    )
    own = {node.id for node in nodes}
    above = sum(plan.parent is not None and plan.parent not in own for plan in side.sectoral_plans)
    found = []
    for key, label, has in tests:
        missing = tuple(node for node in nodes if not has(node))
        higher = above if key == "sectoral-plan" else 0
        nowhere = len(missing) == len(nodes)
        found.append(Lack(key, label, missing, len(nodes), nowhere, higher))
    return tuple(found)
