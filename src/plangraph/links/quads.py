"""Links as quads: every method and every curator in graphs of their own.

What all links of a graph have in common, that a method infers them and which, the graph
says once, and also of which version they are (``dcterms:subject``): so a question goes from a
version to its links. Of what class a link is follows from its property.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from plangraph.grounds import told
from plangraph.links.counterparts import (
    PLANS,
    Counterpart,
    Gap,
    common,
    counterparts,
    longest,
    reasons,
)
from plangraph.links.fields import Match, field_scores
from plangraph.links.goals import goal_scores, nearest_targets
from plangraph.links.profile import PLACES, Profile, profiles
from plangraph.links.reviewed import Standing
from plangraph.links.terms import decimal, names_of, pair_graph, statements
from plangraph.outline import Outline
from plangraph.statements import Statement
from plangraph.vocabulary import DCTERMS, PG, PROV, RDF, RDFS, Names, field, sdg

if TYPE_CHECKING:
    from plangraph.links.corpus import Corpus
    from plangraph.links.nearest import Found

#: The methods with their versions; a change of method or of its weights is a new version.
_FIELDS, _GOALS, _COUNTERPARTS = "fields-6", "goals-6", "counterparts-7"
METHODS = {
    _FIELDS: ("政策分野の語彙との照合", "matching against the words of the policy fields"),
    _GOALS: ("政策分野と語彙による SDGs の推定", "inference from policy fields and words"),
    _COUNTERPARTS: (
        "文字 n-gram と政策分野による対応付け",
        "counterparts by character n-grams and policy fields",
    ),
}
_RANKS = Literal("secondary"), Literal("primary")
#: So many words of a place are told as grounds; more say no more.
MOST = 6


def field_quads(outline: Outline, known: Sequence[Profile] | None = None) -> Iterator[Statement]:
    """Yield the links of a version's elements to policy fields, with the words that say so.

    ``known`` are its profiles, if they are known already.
    """
    names = names_of(outline)
    graph = names.graph(f"links/fields/{outline.version}")
    yield from _inferred(names, _FIELDS, graph, outline.version)
    for profile in profiles(outline) if known is None else known:
        element = NamedNode(profile.node.iri)
        for one in field_scores(profile):
            link = names.part(element, f"field-{one.field}")
            yield from statements(
                link,
                graph,
                (PG.element, element),
                (PG.field, field(one.field)),
                (PG.rank, _RANKS[one.primary]),
                (PG.score, decimal(one.score)),
                *_grounds(_matched(one.matches)),
            )


def inferred_goal_quads(
    outline: Outline, known: Sequence[Profile] | None = None
) -> Iterator[Statement]:
    """Yield the links to SDG goals that the method infers; main ones with the targets nearest."""
    names = names_of(outline)
    graph = names.graph(f"links/sdgs/inferred/{outline.version}")
    yield from _inferred(names, _GOALS, graph, outline.version)
    for profile in profiles(outline) if known is None else known:
        element = NamedNode(profile.node.iri)
        targets = nearest_targets(profile)
        for one in goal_scores(profile):
            named = targets.get(one.goal, ()) if one.primary else ()
            yield from statements(
                names.part(element, f"inferred-goal-{one.goal}"),
                graph,
                (PG.element, element),
                (PG.goal, sdg(one.goal)),
                *((PG.goal, sdg(target)) for target in named),
                (PG.rank, _RANKS[one.primary]),
                (PG.score, decimal(one.score)),
                *_grounds(_matched(one.matches)),
            )


def counterpart_quads(outlines: Sequence[Outline], judged: Standing) -> Iterator[Statement]:
    """Yield the counterparts between all versions, and the gaps, a graph a pair of versions.

    What a person rejected is no counterpart; where a person found one there is no gap.
    With more than PLANS plans there are the nearest of all of them, and no gaps.
    """
    known = [profile for outline in outlines for profile in profiles(outline)]
    if not known:
        return
    names = names_of(outlines[0])
    yield from counterpart_method(names)
    if len({outline.plan for outline in outlines}) > PLANS:
        yield from _nearest(outlines, judged)
        return
    versions = {outline.plan: outline.version for outline in outlines}
    graphs: dict[NamedNode, tuple[str, str]] = {}
    for one in counterparts(known, judged.rejected):
        there = one.other.version if isinstance(one, Counterpart) else versions[one.plan]
        element, graph = NamedNode(one.one.node.iri), pair_graph(names, one.one.version, there)
        if isinstance(one, Counterpart):
            graphs[graph] = one.one.version, there
            yield from _counterpart(names, graph, one, element)
        elif (one.one.node.iri, there) not in judged.accepted:
            graphs[graph] = one.one.version, there
            yield from _gap(names, graph, one, element, there)
    for graph, both in graphs.items():
        yield from _of_all(names, _COUNTERPARTS, graph, *sorted(both))


def counterpart_method(names: Names) -> Iterator[Statement]:
    """Say what the method is that finds counterparts."""
    graph = names.graph("links/counterparts")
    yield from _description(names.method(_COUNTERPARTS), _COUNTERPARTS, graph)


def nearest_graph(names: Names, version: str) -> NamedNode:
    """Return the graph of the nearest counterparts of a version."""
    return names.graph(f"links/counterparts/{version}")


def nearest_said(names: Names, version: str) -> Iterator[Statement]:
    """Say what all links in the graph of a version's nearest counterparts have in common."""
    yield from _of_all(names, _COUNTERPARTS, nearest_graph(names, version), version)


def _nearest(outlines: Sequence[Outline], judged: Standing) -> Iterator[Statement]:
    import tempfile

    from plangraph.links.corpus import Corpus, add_rows, open_corpus
    from plangraph.links.nearest import nearest
    from plangraph.links.rows import place_of, rows_of

    found = [(one, profiles(one)) for one in outlines]
    rows = [rows_of(known, place_of(one.city_code)) for one, known in found if known]
    number = {iri: row for row, iri in enumerate(iri for one in rows for iri in one.iris)}
    barred = barred_rows(number, judged)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(open_corpus(folder, add_rows(folder, rows, {})))
        versions: dict[str, None] = {}
        for row, quads in nearest_quads(corpus, nearest(corpus, range(corpus.size), barred)):
            if quads:
                versions[corpus.element(row).version] = None
            yield from quads
        del corpus
    for version in versions:
        yield from nearest_said(names_of(outlines[0]), version)


def barred_rows(number: Mapping[str, int], judged: Standing) -> list[tuple[int, int]]:
    """Return the pairs that persons rejected as pairs of rows; ``number`` has those of IRIs."""
    pairs = (sorted(pair) for pair in judged.rejected if pair <= number.keys())
    return [(number[one], number[other]) for one, other in pairs]


def nearest_quads(corpus: Corpus, found: Found) -> Iterator[tuple[int, list[Statement]]]:
    """Yield rows, and the links to what was found nearest to each, in a graph a version."""
    from plangraph.links.rows import said_of

    ends = set(found.rows.tolist()) | set(found.others[found.others >= 0].tolist())
    known = {row: corpus.element(row) for row in sorted(ends)}
    said = {row: said_of(element.said) for row, element in known.items()}
    nodes = {row: NamedNode(element.iri) for row, element in known.items()}
    graphs: dict[str, NamedNode] = {}
    for row, others, points in zip(
        found.rows.tolist(), found.others.tolist(), found.points.tolist(), strict=True
    ):
        one = known[row]
        if one.version not in graphs:
            names = Names(one.iri.rpartition("plan/")[0])
            graphs[one.version] = nearest_graph(names, one.version)
        seen: set[str] = set()
        quads: list[Statement] = []
        for place, point in zip(others, points, strict=True):
            if place >= 0:
                other = known[place]
                words = longest(common(said[row], said[place]))
                rank = "secondary" if other.version in seen else "primary"
                seen.add(other.version)
                link = Names.part(nodes[row], f"counterpart-{other.version}-{other.id}")
                facts = _found(nodes[row], nodes[place], rank, point / 10000, words)
                quads += statements(link, graphs[one.version], *facts)
        yield row, quads


def _counterpart(
    names: Names, graph: NamedNode, one: Counterpart, element: NamedNode
) -> Iterator[Statement]:
    other = one.other
    words = reasons(one.one, other)
    rank = "primary" if one.rank == 1 else "secondary"
    yield from statements(
        names.part(element, f"counterpart-{other.version}-{other.node.id}"),
        graph,
        *_found(element, NamedNode(other.node.iri), rank, one.score, words),
    )


def _found(
    element: NamedNode, counterpart: NamedNode, rank: str, score: float, words: Sequence[str]
) -> list[tuple[NamedNode, Any]]:
    """Return what is said of a counterpart that the method found."""
    return [
        (PG.element, element),
        (PG.counterpart, counterpart),
        *([(PG.rank, Literal(rank))] if rank != "primary" else ()),
        (PG.score, decimal(score)),
        *_grounds({"": words} if words else {}),
    ]


def _gap(
    names: Names, graph: NamedNode, one: Gap, element: NamedNode, version: str
) -> Iterator[Statement]:
    nearest = [(PG.nearest, NamedNode(one.nearest.node.iri))] if one.nearest else []
    yield from statements(
        names.part(element, f"gap-{version}"),
        graph,
        (PG.element, element),
        (PG.comparedWith, names.version(version)),
        (PG.score, decimal(one.score)),
        *nearest,
    )


def _matched(matches: Iterable[Match]) -> dict[str, list[str]]:
    """Return the words that speak for a link, by where they stand."""
    by_place: dict[str, list[str]] = {}
    for match in matches:
        by_place.setdefault(match.place, []).append(match.term)
    return {place: longest(by_place[place])[:MOST] for place in PLACES if place in by_place}


def _grounds(words: Mapping[str, Sequence[str]]) -> list[tuple[NamedNode, Any]]:
    return [(DCTERMS.description, Literal(told(words), language="ja"))] if words else []


def _inferred(names: Names, name: str, graph: NamedNode, version: str) -> Iterator[Statement]:
    """Say in ``graph`` that a method made all its links, and what the method is."""
    yield from _of_all(names, name, graph, version)
    yield from _description(names.method(name), name, graph)


def _of_all(names: Names, name: str, graph: NamedNode, *versions: str) -> Iterator[Statement]:
    """Say of a graph what holds for all links in it, and of which versions their elements are."""
    yield from statements(
        graph,
        graph,
        (PG.linkStatus, Literal("inferred")),
        (PROV.wasGeneratedBy, names.method(name)),
        *((DCTERMS.subject, names.version(version)) for version in versions),
    )


def _description(method: NamedNode, name: str, graph: NamedNode) -> Iterator[Statement]:
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
