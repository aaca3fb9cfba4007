"""Who relates which element of a picture to which field, goal or counterpart, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from plangraph.draw.picture import Claim, Concept, Picture, Sort
from plangraph.grounds import words
from plangraph.vocabulary import PREFIXES, PROLOGUE

if TYPE_CHECKING:
    from plangraph.draw.links import Links
    from plangraph.tables import Table

    Select = Callable[[str], Table]

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
#: Place of an element, sort of link, IRI that it leads to, and its status.
_Key = tuple[int, Sort, str, str]


def with_claims(select: Select, picture: Picture, links: Links) -> Picture:
    """Return the picture with what ``links`` say of its elements.

    Of several links that say the same, the surest is shown. A link whose status nobody
    says counts as inferred: never is a city said to state what it may not have stated.
    """
    found = _surest(picture, links)
    targets = {target: sort for _, sort, target, _ in found if sort != "counterpart"}
    concepts = _concepts(select, targets)
    numbers = {concept.key: place for place, concept in enumerate(concepts)}
    aims = {iri: numbers[_key(iri)] for iri in targets}
    aims |= {mark.node.iri: place for place, mark in enumerate(picture.marks)}
    names = _agents(
        select, {who for link, graph in found.values() if (who := _who(links, link, graph))}
    )
    terms: dict[str, tuple[str, ...]] = {}
    claims = []
    for (mark, sort, target, status), (link, graph) in sorted(found.items()):
        reason, reason_en = links.reasons.get(link), None
        spoken: tuple[str, ...] = ()
        if status != "inferred":
            reason_en = links.reasons_en.get(link)
        elif reason:
            spoken = terms.get(reason) or terms.setdefault(reason, tuple(words(reason)))
            reason = None
        who, who_en = names.get(_who(links, link, graph) or "", (None, None))
        if who is None and status == "stated":
            who = who_en = picture.versions[picture.marks[mark].version].document
        rank = "secondary" if link in links.secondary else "primary"
        claims.append(
            Claim(
                mark, sort, aims[target], status, rank, links.scores.get(link),
                who, reason or links.notes.get(link), spoken, who_en, reason_en,
            )
        )  # fmt: skip
    return picture._replace(concepts=concepts, claims=tuple(claims))


def _surest(picture: Picture, links: Links) -> dict[_Key, tuple[str, str]]:
    """Return, for what is claimed, the link that is shown, and its graph."""
    places = {mark.node.iri: place for place, mark in enumerate(picture.marks)}
    about = {
        link: places[element]
        for element, those in links.elements
        if element in places
        for link in those
    }

    def weight(link: str) -> tuple[float, bool, str]:
        return links.scores.get(link, 0.0), link not in links.secondary, link

    found: dict[_Key, tuple[str, str]] = {}
    for sort, graph, iri, those in links.targets:
        if sort == "counterpart" and iri not in places:
            continue
        target = _goal(iri) if sort == "goal" else iri
        usual = links.common.get(graph, (None, None))[0] or "inferred"
        for link in those:
            if (mark := about.get(link)) is not None:
                key = mark, sort, target, links.statuses.get(link, usual)
                other = found.setdefault(key, (link, graph))[0]
                if other != link and weight(link) > weight(other):
                    found[key] = link, graph
    return found


def _who(links: Links, link: str, graph: str) -> str | None:
    return links.agents.get(link) or links.common.get(graph, (None, None))[1]


def _goal(iri: str) -> str:
    """Return the goal of a goal's or target's IRI: that of 11 for 11.5."""
    return PREFIXES["sdg"] + iri.removeprefix(PREFIXES["sdg"]).partition(".")[0]


def _key(iri: str) -> str:
    return iri.removeprefix(PREFIXES["sdg"]).removeprefix(PREFIXES["field"])


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
    if "goal" in targets.values():  # of the 17, also those that nothing serves
        all_goals: dict[str, Sort] = {
            iri: "goal" for iri in colours if iri.startswith(PREFIXES["sdg"])
        }
        targets = all_goals | dict(targets)
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
        iris = " ".join(f"<{iri}>" for iri in named)
        for row in select(PROLOGUE + _AGENTS % iris):
            ja, en = found[str(row["who"])]
            label = str(row["label"])
            english = row["language"] == "en"
            found[str(row["who"])] = (ja, label) if english else (label, en)
    return found
