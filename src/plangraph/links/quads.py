"""Links as quads: every method and every curator in graphs of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad

from plangraph.links.counterparts import (
    PLANS,
    Counterpart,
    Gap,
    common,
    counterparts,
    grounds,
)
from plangraph.links.fields import Match, field_scores
from plangraph.links.goals import goal_scores, nearest_targets
from plangraph.links.profile import PLACES, profiles
from plangraph.links.reviewed import Standing
from plangraph.links.terms import decimal, names_of, pair_graph, statements
from plangraph.outline import Outline
from plangraph.vocabulary import DCTERMS, PG, PROV, RDF, RDFS, Names, field, sdg

if TYPE_CHECKING:
    from plangraph.links.corpus import Corpus
    from plangraph.links.nearest import Found

#: The methods with their versions; a change of method or of its weights is a new version.
METHODS = {
    "fields-2": ("政策分野の語彙との照合", "matching against the words of the policy fields"),
    "goals-2": ("政策分野と語彙による SDGs の推定", "inference from policy fields and words"),
    "counterparts-3": (
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
    method = names.method("fields-2")
    yield from _description(method, "fields-2", graph)
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
    method = names.method("goals-2")
    yield from _description(method, "goals-2", graph)
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
    method = names.method("counterparts-3")
    versions = {outline.plan: outline.version for outline in outlines}
    for one in counterparts(known, judged.rejected):
        element = NamedNode(one.one.node.iri)
        if isinstance(one, Counterpart):
            yield from _counterpart(names, one, element)
        elif (one.one.node.iri, versions[one.plan]) not in judged.accepted:
            yield from _gap(names, method, one, element, versions[one.plan])


def counterpart_method(names: Names) -> Iterator[Quad]:
    """Say what the method is that finds counterparts."""
    graph = names.graph("links/counterparts")
    yield from _description(names.method("counterparts-3"), "counterparts-3", graph)


def _nearest(outlines: Sequence[Outline], judged: Standing) -> Iterator[Quad]:
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
        for _row, quads in nearest_quads(corpus, nearest(corpus, range(corpus.size), barred)):
            yield from quads
        del corpus


def barred_rows(number: Mapping[str, int], judged: Standing) -> list[tuple[int, int]]:
    """Return the pairs that persons rejected as pairs of rows; ``number`` has those of IRIs."""
    pairs = (sorted(pair) for pair in judged.rejected if pair <= number.keys())
    return [(number[one], number[other]) for one, other in pairs]


def nearest_quads(corpus: Corpus, found: Found) -> Iterator[tuple[int, list[Quad]]]:
    """Yield rows, and the links to what was found nearest to each, in a graph a version."""
    from plangraph.links.rows import said_of

    ends = set(found.rows.tolist()) | set(found.others[found.others >= 0].tolist())
    known = {row: corpus.element(row) for row in sorted(ends)}
    said = {row: said_of(element.said) for row, element in known.items()}
    for row, others, points in zip(
        found.rows.tolist(), found.others.tolist(), found.points.tolist(), strict=True
    ):
        one = known[row]
        names = Names(one.iri.rpartition("plan/")[0])
        graph = names.graph(f"links/counterparts/{one.version}")
        seen: set[str] = set()
        quads: list[Quad] = []
        for place, point in zip(others, points, strict=True):
            if place >= 0:
                other = known[place]
                words = _longest(common(said[row], said[place]))
                rank = "secondary" if other.version in seen else "primary"
                seen.add(other.version)
                element, target = NamedNode(one.iri), NamedNode(other.iri)
                link = names.part(element, f"counterpart-{other.version}-{other.id}")
                facts = _found(names, element, target, rank, point / 10000, words)
                quads += statements(link, graph, *facts)
        yield row, quads


def _counterpart(names: Names, one: Counterpart, element: NamedNode) -> Iterator[Quad]:
    other = one.other
    words = _longest(grounds(one.one, other))
    rank = "primary" if one.rank == 1 else "secondary"
    yield from statements(
        names.part(element, f"counterpart-{other.version}-{other.node.id}"),
        pair_graph(names, one.one.version, other.version),
        *_found(names, element, NamedNode(other.node.iri), rank, one.score, words),
    )


def _found(
    names: Names,
    element: NamedNode,
    counterpart: NamedNode,
    rank: str,
    score: float,
    words: Sequence[str],
) -> list[tuple[NamedNode, Any]]:
    """Return what is said of a counterpart that the method found."""
    return [
        (RDF.type, PG.CounterpartLink),
        (PG.element, element),
        (PG.counterpart, counterpart),
        (PG.linkStatus, Literal("inferred")),
        (PG.rank, Literal(rank)),
        (PG.score, decimal(score)),
        (PROV.wasGeneratedBy, names.method("counterparts-3")),
        *((PG.matchedTerm, Literal(word, language="ja")) for word in words),
        *((DCTERMS.description, Literal("、".join(words), language="ja")) for _ in words[:1]),
    ]


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
    if len(known) == 1:
        return known
    return [term for term in known if not any(term != one and term in one for one in known)]
