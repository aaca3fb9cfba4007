"""Reads from the dataset who relates which element to which field, goal or counterpart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from typing import TYPE_CHECKING

from plangraph.draw.picture import Claim, Concept, Sort
from plangraph.vocabulary import OA, PG, PREFIXES, PROLOGUE, PROV, RDFS, SKOS

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from plangraph.tables import Table

    Select = Callable[[str], Table]

_GRAPHS = """
SELECT DISTINCT ?g {
  VALUES ?version { %s } GRAPH ?version { ?element pg:inVersion ?version }
  GRAPH ?g { ?link pg:element ?element }
}
"""
#: One property at a time, and all links with the same value in one row: joining and sorting so
#: many terms, or handing them over one by one, takes three to eight times as long.
_VALUES = """
SELECT ?o (GROUP_CONCAT(STR(?link); separator=" ") AS ?links) {
  VALUES ?g { %s } GRAPH ?g { ?link <%s> ?o }
} GROUP BY ?o
"""
_TARGETS: Mapping[NamedNode, Sort] = {
    PG.field: "field",
    PG.goal: "goal",
    PG.counterpart: "counterpart",
}
_WHO = (PROV.wasAttributedTo, PROV.wasGeneratedBy)
_NOTES = (RDFS.comment, SKOS.note, OA.exact)
_READ = (
    *(PG.element, *_TARGETS, PG.linkStatus, PG.rank, PG.score, PG.matchedTerm),
    *(*_WHO, *_NOTES),
)
#: Why a person or a document says so; what speaks for a method's links are its matched terms.
_REASONS = """
SELECT ?link ?text (LANG(?text) AS ?language) {
  VALUES ?g { %s } GRAPH ?g { ?link pg:linkStatus ?status ; dcterms:description ?text
    FILTER(?status != "inferred") }
}
"""
_PLACES = "SELECT ?g ?link { VALUES ?g { %s } GRAPH ?g { ?link pg:element ?element } }"
_CONCEPTS = """
SELECT DISTINCT ?concept ?label (LANG(?label) AS ?language) ?colour {
  GRAPH ?g { ?concept a skos:Concept ; skos:prefLabel ?label .
    OPTIONAL { ?concept pg:colour ?colour }
    FILTER(STRSTARTS(STR(?concept), STR(sdg:)) || STRSTARTS(STR(?concept), STR(field:))) }
} ORDER BY ?concept ?label
"""
_AGENTS = """
SELECT ?who ?label (LANG(?label) AS ?language) {
  VALUES ?who { %s } GRAPH ?g { ?who rdfs:label|skos:prefLabel|dcterms:title ?label }
} ORDER BY ?who DESC(?label)
"""


class _Links:
    """What links about the elements of some versions say: each value, and which links have it."""

    def __init__(self, select: Select, versions: Iterable[str]) -> None:
        rows = select(PROLOGUE + _GRAPHS % _terms(versions)).rows
        graphs = _terms(sorted(str(row[0]) for row in rows))
        self._said: dict[str, list[tuple[str, list[str]]]] = {}
        self.reasons: dict[str, str] = {}
        self.reasons_en: dict[str, str] = {}
        if not rows:
            return
        queries = [_VALUES % (graphs, predicate.value) for predicate in _READ]
        with ThreadPoolExecutor(2) as pool:  # the engine groups while other threads run
            tables = list(pool.map(select, queries))
        for predicate, table in zip(_READ, tables, strict=True):
            said = [(str(value), str(links).split()) for value, links in table.rows if links]
            self._said[predicate.value] = sorted(said, key=itemgetter(0))
        for link, text, language in select(PROLOGUE + _REASONS % graphs).rows:
            reasons = self.reasons_en if language == "en" else self.reasons
            reasons[str(link)] = min(str(text), reasons.get(str(link), str(text)))
        nameless = self.first(PG.element).keys() - self.first(*_WHO).keys()
        if nameless:
            self._said[_WHO[-1].value] += [
                (_method(graph), [str(link)])
                for graph, link in select(PROLOGUE + _PLACES % graphs).rows
                if link in nameless
            ]

    def all(self, predicate: NamedNode) -> list[tuple[str, list[str]]]:
        """Return the values, sorted, each with the links that have it."""
        return self._said.get(predicate.value, [])

    def first(self, *predicates: NamedNode) -> dict[str, str]:
        """Return one value of each link, the same every time."""
        found: dict[str, str] = {}
        for predicate in reversed(predicates):
            for value, links in reversed(self.all(predicate)):
                found.update(dict.fromkeys(links, value))
        return found


def read_claims(
    select: Select, versions: Iterable[str], places: Mapping[str, int]
) -> tuple[tuple[Concept, ...], tuple[Claim, ...]]:
    """Return concepts and claims about the elements in ``places`` (IRI → place in the picture).

    ``versions`` are the IRIs of the plan versions that the elements stand in.
    """
    links = _Links(select, versions)
    elements, statuses = links.first(PG.element), links.first(PG.linkStatus)
    ranks, agents = links.first(PG.rank), links.first(*_WHO)
    scores = {link: float(score) for link, score in links.first(PG.score).items()}
    notes = links.first(*_NOTES) | links.reasons
    terms: dict[str, list[str]] = {}
    for term, those in links.all(PG.matchedTerm):
        for link in those:
            terms.setdefault(link, []).append(term)

    def weight(link: str) -> tuple[float, str, str]:
        """Of two links that say the same, the surer one is shown."""
        return scores.get(link, 0.0), ranks.get(link, ""), agents.get(link, "")

    found: dict[tuple[int, Sort, str, str], str] = {}
    targets: dict[str, Sort] = {}
    for predicate, sort in _TARGETS.items():
        usual = "stated" if sort == "goal" else "inferred"
        for value, those in links.all(predicate):
            target = _goal(value) if sort == "goal" else value
            for link in those:
                mark = places.get(elements.get(link, ""))
                if mark is None or (sort == "counterpart" and target not in places):
                    continue
                key = mark, sort, target, statuses.get(link, usual)
                if weight(link) >= weight(found.setdefault(key, link)):
                    found[key] = link
                if sort != "counterpart":
                    targets[target] = sort
    concepts = _concepts(select, targets)
    numbers = {concept.key: place for place, concept in enumerate(concepts)}
    aims = {iri: numbers[_key(iri)] for iri in targets}
    names = _agents(select, set(agents.values()))
    return concepts, tuple(
        Claim(
            mark,
            sort,
            places[target] if sort == "counterpart" else aims[target],
            status,
            ranks.get(link),
            scores.get(link),
            names[agents[link]][0] if link in agents else None,
            notes.get(link),
            tuple(terms.get(link, ())),
            names[agents[link]][1] if link in agents else None,
            links.reasons_en.get(link),
        )
        for (mark, sort, target, status), link in sorted(found.items())
    )


def _terms(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _goal(iri: str) -> str:
    """Return the goal of a goal's or target's IRI: that of 11 for 11.5."""
    return PREFIXES["sdg"] + iri.removeprefix(PREFIXES["sdg"]).partition(".")[0]


def _key(iri: str) -> str:
    return iri.removeprefix(PREFIXES["sdg"]).removeprefix(PREFIXES["field"])


def _method(graph: object) -> str:
    """Return what the graph of a claim is called: ``links/goals/inferred``."""
    return str(graph).rpartition("/graph/")[2]


def _concepts(select: Select, targets: Mapping[str, Sort]) -> tuple[Concept, ...]:
    labels: dict[str, dict[str, str]] = {}
    colours: dict[str, str] = {}
    if targets:
        for row in select(PROLOGUE + _CONCEPTS):
            concept = str(row["concept"])
            labels.setdefault(concept, {})[str(row["language"])] = str(row["label"])
            if row["colour"]:
                colours[concept] = str(row["colour"])
    found = []
    for iri, sort in targets.items():
        names = labels.get(iri, {})
        ja = names.get("ja", _key(iri))
        found.append(Concept(_key(iri), sort, ja, names.get("en", ja), colours.get(iri)))
    return tuple(sorted(found, key=lambda c: (c.sort, _number(c.key), c.key)))


def _number(key: str) -> int:
    return int(key) if key.isdigit() else 0


def _agents(select: Select, agents: set[str]) -> dict[str, tuple[str, str]]:
    """Return the names (ja, en) of the persons and methods that make claims."""
    found = {agent: (agent.rpartition("/")[2],) * 2 for agent in agents}
    named = sorted(agent for agent in agents if agent.startswith(("http:", "https:", "urn:")))
    if named:
        for row in select(PROLOGUE + _AGENTS % _terms(named)):
            ja, en = found[str(row["who"])]
            label = str(row["label"])
            english = row["language"] == "en"
            found[str(row["who"])] = (ja, label) if english else (label, en)
    return found
