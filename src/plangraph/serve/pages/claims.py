"""Who relates an element to what, and why: to policy fields, SDG goals, other cities' elements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plangraph.compare.words import Both, titled
from plangraph.grounds import in_english
from plangraph.serve.pages import facts
from plangraph.serve.pages.visit import Visit
from plangraph.serve.site import View
from plangraph.tables import Value
from plangraph.vocabulary import DCTERMS, OA, PG, PREFIXES, PROLOGUE, PROV

#: First which links there are, then what each says: an engine would join the two slowly.
_LINKS = """
SELECT ?link { { GRAPH ?g { ?link pg:element <%(iri)s> } } UNION
  { GRAPH ?g { ?link pg:counterpart <%(iri)s> } } } LIMIT 2000
"""
_SAID = """
SELECT ?link ?p ?o (LANG(?o) AS ?lang) ?g { VALUES ?link { %s } GRAPH ?g { ?link ?p ?o } }
"""
#: What a link leads to, by what it is about.
_TO = {"goal": PG.goal, "field": PG.field, "counterpart": PG.counterpart}
_STATUSES = ("stated", "judged", "inferred")


class Claim(NamedTuple):
    """Somebody relates an element to a goal, a field or an element of another plan."""

    to: str
    label: Both
    status: str
    rank: str | None
    score: float | None
    who: Both
    who_iri: str | None
    why: str | None
    #: For counterparts: the city of the other plan.
    city: Both | None = None


class _Link:
    """What is said of one link."""

    def __init__(self) -> None:
        self.said: dict[str, list[tuple[Value, str]]] = defaultdict(list)
        #: What its graph says of all its links.
        self.common: _Link | None = None

    def all(self, predicate: object) -> list[str]:
        return [str(value) for value, _ in self.said.get(_name(predicate), [])]

    def one(self, predicate: object, language: str | None = None) -> str | None:
        for value, spoken in self.said.get(_name(predicate), []):
            if language in (None, spoken):
                return str(value)
        return None

    def own_or_common(self, predicate: object) -> str | None:
        return self.one(predicate) or (self.common.one(predicate) if self.common else None)


def claims(visit: Visit, iri: str) -> dict[str, list[Claim]]:
    """Return the claims about an element: ``goal``, ``field``, ``counterpart``.

    What documents state comes first, then judgements, then what methods infer; main
    ones before others.
    """
    view = visit.view
    links = _links(view, iri)
    agents = {name for link in links for name in (_agent(link),) if name}
    others = {_other(link, iri) for link in links if link.one(PG.counterpart)}
    names = facts.names_of(view, agents | others)
    homes = view.kept("by-iri", lambda: {one.iri: one for one in facts.versions(view)})
    found: dict[str, dict[tuple[str, str], Claim]] = {sort: {} for sort in _TO}
    for link in links:
        sort = next((name for name, to in _TO.items() if link.one(to)), None)
        if sort is None:
            continue
        to, label = _target(view, link, sort, iri, names)
        score, agent = link.one(PG.score), _agent(link)
        status = link.own_or_common(PG.linkStatus) or "inferred"
        home = homes.get(to.rpartition("/")[0])
        found[sort].setdefault(
            (to, status),
            Claim(
                to,
                label,
                status,
                link.one(PG.rank),
                float(score) if score else None,
                names.get(agent or "", Both("", "")),
                agent,
                _why(link, visit.language),
                home.city if home and sort == "counterpart" else None,
            ),
        )
    return {sort: sorted(ones.values(), key=_order) for sort, ones in found.items()}


def _links(view: View, iri: str) -> list[_Link]:
    rows = view.graph.select(PROLOGUE + _LINKS % {"iri": iri})
    found = {str(row["link"]): _Link() for row in rows}
    graphs: dict[str, _Link] = {}
    for link, graph in _tell(view, found):
        link.common = graphs.setdefault(graph, _Link())
    for _ in _tell(view, graphs):
        pass
    return list(found.values())


def _tell(view: View, things: Mapping[str, _Link]) -> Iterator[tuple[_Link, str]]:
    """Gather what is said of ``things``; yield each, with the graph that says so."""
    if things:
        for row in view.graph.select(PROLOGUE + _SAID % " ".join(f"<{iri}>" for iri in things)):
            thing = things[str(row["link"])]
            thing.said[str(row["p"])].append((row["o"], str(row["lang"] or "")))
            yield thing, str(row["g"])


def _why(link: _Link, language: str) -> str | None:
    """Return the reason that is given, the words of a method, or what the document prints."""
    given = link.one(DCTERMS.description, language)
    if given:
        return given
    words = link.one(DCTERMS.description, "ja")
    return in_english(words) if words and language == "en" else link.one(OA.exact)


def _name(predicate: object) -> str:
    return str(getattr(predicate, "value", predicate))


def _agent(link: _Link) -> str | None:
    return link.one(PROV.wasAttributedTo) or link.own_or_common(PROV.wasGeneratedBy)


def _other(link: _Link, iri: str) -> str:
    """Return the element that a link relates to ``iri``, whichever way it was written."""
    to = link.one(PG.counterpart) or ""
    return (link.one(PG.element) or "") if to == iri else to


def _target(
    view: View, link: _Link, sort: str, iri: str, names: dict[str, Both]
) -> tuple[str, Both]:
    """Return what a link leads to, and what that is called."""
    if sort == "counterpart":
        other = _other(link, iri)
        return other, names.get(other) or titled(other.rpartition("/")[2], None)
    if sort == "field":
        to = link.one(PG.field) or ""
        known = facts.fields(view).get(to)
        return to, known.label if known else titled(to.rpartition("/")[2], None)
    numbers = sorted(one.removeprefix(PREFIXES["sdg"]) for one in link.all(PG.goal))
    goal = numbers[0].partition(".")[0]
    targets = [number for number in numbers if "." in number]
    named = facts.goals(view).get(goal)
    ja, en = (named.label.ja, named.label.en) if named else ("", "")
    more_ja = f"（{'、'.join(targets)}）" if targets else ""
    more_en = f" ({', '.join(targets)})" if targets else ""
    return PREFIXES["sdg"] + goal, Both(f"{goal} {ja}{more_ja}", f"{goal} {en}{more_en}")


def _order(claim: Claim) -> tuple[int, bool, float, str]:
    place = _STATUSES.index(claim.status) if claim.status in _STATUSES else len(_STATUSES)
    return place, claim.rank == "secondary", -(claim.score or 0.0), claim.to
