"""Reads from the dataset who relates which element to which field, goal or counterpart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from plangraph.draw.picture import Claim, Concept, Sort
from plangraph.vocabulary import PREFIXES, PROLOGUE

if TYPE_CHECKING:
    from plangraph.tables import Table

    Select = Callable[[str], Table]

_CLAIMS = """
SELECT ?link ?element ?target ?status ?rank ?score ?who ?note ?g {
  GRAPH ?g {
    ?link pg:%s ?target ; pg:element ?element .
    OPTIONAL { ?link pg:linkStatus ?status }
    OPTIONAL { ?link pg:rank ?rank }
    OPTIONAL { ?link pg:score ?score }
    OPTIONAL { ?link prov:wasAttributedTo|prov:wasGeneratedBy ?who }
    OPTIONAL { ?link rdfs:comment|skos:note|oa:exact ?note }
  }
} ORDER BY ?element DESC(?score) ?target ?link ?who ?note
"""
_TERMS = "SELECT ?link ?term { GRAPH ?g { ?link pg:matchedTerm ?term } } ORDER BY ?link ?term"
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


def read_claims(
    select: Select, places: Mapping[str, int]
) -> tuple[tuple[Concept, ...], tuple[Claim, ...]]:
    """Return concepts and claims about the elements in ``places`` (IRI → place in the picture)."""
    terms: dict[str, list[str]] = {}
    for row in select(PROLOGUE + _TERMS):
        terms.setdefault(str(row["link"]), []).append(str(row["term"]))
    found: dict[tuple[int, Sort, str, str], Claim] = {}
    targets: dict[str, Sort] = {}
    sorts: tuple[Sort, ...] = ("field", "goal", "counterpart")
    for sort in sorts:
        for row in select(PROLOGUE + _CLAIMS % sort):
            mark, target = places.get(str(row["element"])), str(row["target"])
            if mark is None or (sort == "counterpart" and target not in places):
                continue
            if sort == "goal":
                target = PREFIXES["sdg"] + _goal(target)
            if sort != "counterpart":
                targets[target] = sort
            status = str(row["status"] or ("stated" if sort == "goal" else "inferred"))
            link = str(row["link"])
            key = mark, sort, target, status
            if key not in found:
                score = row["score"]
                found[key] = Claim(
                    mark,
                    sort,
                    places.get(target, -1),
                    status,
                    str(row["rank"]) if row["rank"] else None,
                    float(score) if score is not None else None,
                    str(row["who"]) if row["who"] else _method(row["g"]),
                    str(row["note"]) if row["note"] else None,
                    tuple(terms.get(link, ())),
                )
    concepts = _concepts(select, targets)
    numbers = {concept.key: place for place, concept in enumerate(concepts)}
    names = _agents(select, {claim.who for claim in found.values() if claim.who})
    return concepts, tuple(
        claim._replace(
            target=claim.target if sort == "counterpart" else numbers[_key(target)],
            who=names[claim.who][0] if claim.who else None,
            who_en=names[claim.who][1] if claim.who else None,
        )
        for (_mark, sort, target, _status), claim in sorted(
            found.items(), key=lambda item: item[0][:1] + item[0][1:]
        )
    )


def _goal(iri: str) -> str:
    """Return the goal of a goal's or target's IRI: ``11`` of ``…/11.5``."""
    return iri.removeprefix(PREFIXES["sdg"]).partition(".")[0]


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
        for row in select(PROLOGUE + _AGENTS % " ".join(f"<{agent}>" for agent in named)):
            ja, en = found[str(row["who"])]
            label = str(row["label"])
            english = row["language"] == "en"
            found[str(row["who"])] = (ja, label) if english else (label, en)
    return found
