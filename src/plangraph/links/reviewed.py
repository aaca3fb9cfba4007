"""What people judged, as quads in graphs of their own, and as exceptions to the method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from plangraph.links.judgements import (
    Absent,
    Decision,
    GoalJudgement,
    Gone,
    Judgements,
    Unused,
)
from plangraph.links.terms import names_of, pair_graph, statements
from plangraph.outline import Outline
from plangraph.statements import Statement
from plangraph.vocabulary import DCTERMS, PG, PROV, RDF, RDFS, Names, sdg


class Standing(NamedTuple):
    """The judgements about elements that exist, with their IRIs, and those that are not used."""

    goals: tuple[tuple[GoalJudgement, Outline, str], ...]
    decisions: tuple[tuple[Decision, tuple[Outline, str], tuple[Outline, str]], ...]
    unused: tuple[Unused, ...]

    @property
    def rejected(self) -> frozenset[frozenset[str]]:
        """Pairs of elements that are no counterparts, whatever the method says."""
        return frozenset(
            frozenset((one, other))
            for decision, (_, one), (_, other) in self.decisions
            if decision.decision == "reject"
        )

    @property
    def accepted(self) -> frozenset[tuple[str, str]]:
        """Elements that have a counterpart in a version, because a person says so."""
        found = set()
        for decision, (first, one), (second, other) in self.decisions:
            if decision.decision != "reject":
                found |= {(one, second.version), (other, first.version)}
        return frozenset(found)


def standing(judgements: Judgements, outlines: Sequence[Outline]) -> Standing:
    """Sort judgements into those about elements of ``outlines`` and those about none."""
    by_plan = {outline.plan: outline for outline in outlines}
    known = {
        (outline.plan, node.id): (outline, node.iri)
        for outline in outlines
        for node in outline.nodes
    }
    goals, decisions = [], []
    gone: list[Gone] = []
    absent: dict[Absent, None] = {}
    for goal in judgements.goals:
        place = known.get((goal.plan, goal.element))
        if place:
            goals.append((goal, *place))
        elif goal.plan in by_plan:
            gone.append(Gone(goal.place, goal.plan, goal.element))
        else:
            absent[Absent(_file(goal.place), goal.plan)] = None
    for decision in judgements.decisions:
        sides = (decision.one, decision.other)
        if missing := [plan for plan, _ in sides if plan not in by_plan]:
            absent |= dict.fromkeys(Absent(_file(decision.place), plan) for plan in missing)
            continue
        lost = [side for side in sides if side not in known]
        gone += [Gone(decision.place, plan, element) for plan, element in lost]
        if not lost:
            decisions.append((decision, known[decision.one], known[decision.other]))
    return Standing(tuple(goals), tuple(decisions), (*absent, *gone))


def _file(place: str) -> str:
    """Return the file of a place, which ends in its line."""
    return place.rpartition(":")[0]


def judged_goal_quads(judged: Standing) -> Iterator[Statement]:
    """Yield the links to SDG goals that curators judged, a graph a version."""
    for one, outline, iri in judged.goals:
        names = names_of(outline)
        graph = names.graph(f"links/sdgs/judged/{outline.version}")
        element = NamedNode(iri)
        yield from _curator(names, one.by, graph)
        yield from _of_all(names, graph, outline.version)
        for rank, goals in (("primary", one.primary), ("secondary", one.secondary)):
            for goal in goals:
                yield from statements(
                    names.part(element, f"judged-goal-{goal}"),
                    graph,
                    (PG.element, element),
                    (PG.goal, sdg(goal)),
                    (PG.linkStatus, Literal("judged")),
                    (PG.rank, Literal(rank)),
                    (PROV.wasAttributedTo, names.curator(one.by)),
                    *_reason(one.reason),
                )


def reviewed_quads(judged: Standing) -> Iterator[Statement]:
    """Yield the counterparts that persons accepted or added, and those they rejected, both ways."""
    for decision, one, other in judged.decisions:
        names = names_of(one[0])
        graph = pair_graph(names, one[0].version, other[0].version, reviewed=True)
        yield from _curator(names, decision.by, graph)
        yield from _of_all(names, graph, one[0].version, other[0].version)
        rejects = decision.decision == "reject"
        said = "rejected" if rejects else "reviewed"
        for (_, here), (there, iri) in ((one, other), (other, one)):
            local = iri.rpartition("/")[2]
            target = NamedNode(iri)
            yield from statements(
                names.part(NamedNode(here), f"{said}-counterpart-{there.version}-{local}"),
                graph,
                (PG.element, NamedNode(here)),
                *(
                    [(PG.notCounterpart, target)]
                    if rejects
                    else [(PG.counterpart, target), (PG.rank, Literal("primary"))]
                ),
                (PG.linkStatus, Literal("judged")),
                (PROV.wasAttributedTo, names.curator(decision.by)),
                *_reason(decision.reason),
            )


def _of_all(names: Names, graph: NamedNode, *versions: str) -> Iterator[Statement]:
    """Say of a graph that persons judged all its links (each names who), and of which versions."""
    yield from statements(
        graph,
        graph,
        (PG.linkStatus, Literal("judged")),
        *((DCTERMS.subject, names.version(version)) for version in versions),
    )


def _curator(names: Names, name: str, graph: NamedNode) -> Iterator[Statement]:
    yield from statements(
        names.curator(name), graph, (RDF.type, PROV.Agent), (RDFS.label, Literal(name))
    )


def _reason(reason: tuple[str, str]) -> list[tuple[NamedNode, Literal]]:
    return [
        (DCTERMS.description, Literal(text, language=language))
        for text, language in zip(reason, ("ja", "en"), strict=True)
    ]
