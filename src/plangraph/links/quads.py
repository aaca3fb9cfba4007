"""Links as quads: every method and every curator in graphs of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from plangraph.links.counterparts import Counterpart, Gap, counterparts, grounds
from plangraph.links.fields import Match, field_scores
from plangraph.links.goals import goal_scores, nearest_targets
from plangraph.links.profile import PLACES, profiles
from plangraph.links.reviewed import Standing
from plangraph.links.terms import decimal, names_of, pair_graph, statements
from plangraph.outline import Outline
from plangraph.vocabulary import DCTERMS, PG, PROV, RDF, RDFS, Names, field, sdg

#: The methods with their versions; a change of method or of its weights is a new version.
METHODS = {
    "fields-1": ("政策分野の語彙との照合", "matching against the words of the policy fields"),
    "goals-1": ("政策分野と語彙による SDGs の推定", "inference from policy fields and words"),
    "counterparts-2": (
        "文字 n-gram と政策分野による対応付け",
        "counterparts by character n-grams and policy fields",
    ),
}
#: So many words of a place are told as grounds; more say no more.
MOST = 6
#: How places are called where a person reads the grounds.
_PLACE_NAMES = {
    "title": ("題名", "title"),
    "keyword": ("キーワード", "keywords"),
    "subtitle": ("副題", "subtitle"),
    "below": ("下位の題名", "titles below"),
    "summary": ("要約", "summary"),
    "text": ("本文", "text"),
    "above": ("上位の題名", "title above"),
}


def field_quads(outline: Outline) -> Iterator[Quad]:
    """Yield the links of a version's elements to policy fields, with the words that say so."""
    names = names_of(outline)
    graph = names.graph(f"links/fields/{outline.version}")
    method = names.method("fields-1")
    yield from _description(method, "fields-1", graph)
    for profile in profiles(outline):
        element = NamedNode(profile.node.iri)
        for one in field_scores(profile):
            link = names.part(element, f"field-{one.field}")
            yield from statements(
                link,
                graph,
                (RDF.type, PG.FieldLink),
                (PG.element, element),
                (PG.field, field(one.field)),
                (PG.linkStatus, Literal("inferred")),
                (PG.rank, Literal("primary" if one.primary else "secondary")),
                (PG.score, decimal(one.score)),
                (PROV.wasGeneratedBy, method),
                *_matched(one.matches),
            )


def inferred_goal_quads(outline: Outline) -> Iterator[Quad]:
    """Yield the links to SDG goals that the method infers; main ones with the targets nearest."""
    names = names_of(outline)
    graph = names.graph(f"links/sdgs/inferred/{outline.version}")
    method = names.method("goals-1")
    yield from _description(method, "goals-1", graph)
    for profile in profiles(outline):
        element = NamedNode(profile.node.iri)
        targets = nearest_targets(profile)
        for one in goal_scores(profile):
            named = targets.get(one.goal, ()) if one.primary else ()
            yield from statements(
                names.part(element, f"inferred-goal-{one.goal}"),
                graph,
                (RDF.type, PG.GoalLink),
                (PG.element, element),
                (PG.goal, sdg(one.goal)),
                *((PG.goal, sdg(target)) for target in named),
                (PG.linkStatus, Literal("inferred")),
                (PG.rank, Literal("primary" if one.primary else "secondary")),
                (PG.score, decimal(one.score)),
                (PROV.wasGeneratedBy, method),
                *_matched(one.matches),
            )


def counterpart_quads(outlines: Sequence[Outline], judged: Standing) -> Iterator[Quad]:
    """Yield the counterparts between all versions, and the gaps, a graph a pair of versions.

    What a person rejected is no counterpart; where a person found one there is no gap.
    """
    known = [profile for outline in outlines for profile in profiles(outline)]
    if not known:
        return
    names = names_of(outlines[0])
    method = names.method("counterparts-2")
    yield from _description(method, "counterparts-2", names.graph("links/counterparts"))
    versions = {outline.plan: outline.version for outline in outlines}
    for one in counterparts(known, judged.rejected):
        element = NamedNode(one.one.node.iri)
        if isinstance(one, Counterpart):
            yield from _counterpart(names, method, one, element)
        elif (one.one.node.iri, versions[one.plan]) not in judged.accepted:
            yield from _gap(names, method, one, element, versions[one.plan])


def _counterpart(
    names: Names, method: NamedNode, one: Counterpart, element: NamedNode
) -> Iterator[Quad]:
    other = one.other
    words = _longest(grounds(one.one, other))
    yield from statements(
        names.part(element, f"counterpart-{other.version}-{other.node.id}"),
        pair_graph(names, one.one.version, other.version),
        (RDF.type, PG.CounterpartLink),
        (PG.element, element),
        (PG.counterpart, NamedNode(other.node.iri)),
        (PG.linkStatus, Literal("inferred")),
        (PG.rank, Literal("primary" if one.rank == 1 else "secondary")),
        (PG.score, decimal(one.score)),
        (PROV.wasGeneratedBy, method),
        *((PG.matchedTerm, Literal(word, language="ja")) for word in words),
        *((DCTERMS.description, Literal("、".join(words), language="ja")) for _ in words[:1]),
    )


def _gap(
    names: Names, method: NamedNode, one: Gap, element: NamedNode, version: str
) -> Iterator[Quad]:
    nearest = [(PG.nearest, NamedNode(one.nearest.node.iri))] if one.nearest else []
    yield from statements(
        names.part(element, f"gap-{version}"),
        pair_graph(names, one.one.version, version),
        (RDF.type, PG.Gap),
        (PG.element, element),
        (PG.comparedWith, names.version(version)),
        (PG.score, decimal(one.score)),
        (PROV.wasGeneratedBy, method),
        *nearest,
    )


def _matched(matches: Iterable[Match]) -> list[tuple[NamedNode, Any]]:
    """The words that speak for a link, each, and together with where they stand."""
    by_place: dict[str, list[str]] = {}
    for match in matches:
        by_place.setdefault(match.place, []).append(match.term)
    by_place = {place: _longest(by_place[place])[:MOST] for place in PLACES if place in by_place}
    terms = dict.fromkeys(term for found in by_place.values() for term in found)
    facts = [(PG.matchedTerm, Literal(term, language="ja")) for term in terms]
    for number, language, comma in ((0, "ja", "、"), (1, "en", ", ")):
        text = "; ".join(
            f"{_PLACE_NAMES[place][number]}: {comma.join(found)}"
            for place, found in by_place.items()
        )
        facts.append((DCTERMS.description, Literal(text, language=language)))
    return facts


def _description(method: NamedNode, name: str, graph: NamedNode) -> Iterator[Quad]:
    """Say in ``graph`` what a method is."""
    ja, en = METHODS[name]
    yield from statements(
        method,
        graph,
        (RDF.type, PROV.Activity),
        (DCTERMS.identifier, Literal(name)),
        (RDFS.label, Literal(ja, language="ja")),
        (RDFS.label, Literal(en, language="en")),
    )


def _longest(terms: Iterable[str]) -> list[str]:
    """Leave out terms that stand inside longer ones: 男女 beside 男女共同参画."""
    known = list(dict.fromkeys(terms))
    return [term for term in known if not any(term != one and term in one for one in known)]
