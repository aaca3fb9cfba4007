"""What the pages ask the graph, once a generation where it is about all of it."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from plangraph.compare.words import Both, titled
from plangraph.errors import UnknownNameError
from plangraph.language import tr
from plangraph.municipalities import Municipality, municipalities
from plangraph.outline import Outline, read_outline
from plangraph.serve.site import View
from plangraph.vocabulary import PREFIXES, PROLOGUE

#: Versions that a process keeps as they were read.
_OUTLINES = 200

_VERSIONS = """
SELECT ?version ?id ?work ?plan ?status ?title ?en ?date ?start ?end ?excerpt ?owner ?name
  ?before ?elements (BOUND(?now) AS ?current) {
  GRAPH ?version {
    ?version a pg:PlanVersion ; dcterms:identifier ?id ; dcterms:isVersionOf ?work ;
      pg:municipality ?owner ; pg:status ?status ; dcterms:title ?title .
    ?work dcterms:identifier ?plan . ?owner skos:prefLabel ?name .
    OPTIONAL { ?version dcterms:date ?date } OPTIONAL { ?version pg:excerpt ?excerpt }
    OPTIONAL { ?version prov:wasRevisionOf ?before }
    OPTIONAL { ?version pg:period/pg:start ?start } OPTIONAL { ?version pg:period/pg:end ?end }
  }
  OPTIONAL { GRAPH ?counts { ?o qb:dataSet pgst:versions ; pg:refVersion ?version ;
    pg:elements ?elements } }
  OPTIONAL { GRAPH ?catalogue { ?work pg:currentVersion ?version BIND(true AS ?now) } }
  OPTIONAL { GRAPH ?curation { ?version dcterms:title ?en FILTER(LANG(?en) = "en") } }
} ORDER BY ?id
"""
_FIELDS = """
SELECT ?field ?ja ?en ?broader ?mark ?defja ?defen ?elements ?plans {
  GRAPH ?g { ?field a skos:Concept ; skos:prefLabel ?ja . FILTER(LANG(?ja) = "ja")
    FILTER(STRSTARTS(STR(?field), STR(field:)))
    OPTIONAL { ?field skos:prefLabel ?en FILTER(LANG(?en) = "en") }
    OPTIONAL { ?field skos:broader ?broader } OPTIONAL { ?field skos:notation ?mark }
    OPTIONAL { ?field skos:definition ?defja FILTER(LANG(?defja) = "ja") }
    OPTIONAL { ?field skos:definition ?defen FILTER(LANG(?defen) = "en") } }
  OPTIONAL { GRAPH ?totals { ?o qb:dataSet pgst:total-fields ; pg:refField ?field ;
    pg:elements ?elements ; pg:plans ?plans } }
} ORDER BY ?mark ?field
"""
_GOALS = """
SELECT ?goal ?ja ?en ?colour {
  GRAPH ?g { ?goal skos:prefLabel ?ja, ?en ; pg:colour ?colour .
    FILTER(LANG(?ja) = "ja" && LANG(?en) = "en") } }
"""
_GOAL_TOTALS = """
SELECT ?set ?goal ?elements {
  VALUES ?set { pgst:total-goals-stated pgst:total-goals-judged pgst:total-goals-inferred }
  GRAPH ?totals { ?o qb:dataSet ?set ; pg:refGoal ?goal ; pg:elements ?elements } }
"""


class Version(NamedTuple):
    """計画の版, as lists show it."""

    id: str
    iri: str
    plan: str
    work: str
    #: Five digits, or "" where the owner is no municipality.
    code: str
    city: Both
    owner: str
    status: str
    title: Both
    date: str | None
    start: str | None
    end: str | None
    excerpt: bool
    current: bool
    elements: int
    #: The version that it revises.
    before: str | None


class Field(NamedTuple):
    """政策分野, with how many elements and plans mainly belong to it."""

    iri: str
    key: str
    label: Both
    definition: Both
    broader: str | None
    elements: int
    plans: int


class Goal(NamedTuple):
    """SDGs の目標, with how many elements mainly serve it, by who says so."""

    number: str
    iri: str
    label: Both
    colour: str
    counts: dict[str, int]


def versions(view: View) -> tuple[Version, ...]:
    """Return every plan version, in the order of their ids."""
    return view.kept("versions", lambda: tuple(_versions(view)))


def _versions(view: View) -> Iterator[Version]:
    known = municipalities()
    for row in view.graph.select(PROLOGUE + _VERSIONS):
        owner = str(row["owner"])
        code = owner.rpartition("/")[2] if "/municipality/" in owner else ""
        named = known.get(code)
        yield Version(
            str(row["id"]),
            str(row["version"]),
            str(row["plan"]),
            str(row["work"]),
            code,
            city_name(named) if named else Both(str(row["name"]), str(row["name"])),
            owner,
            str(row["status"]),
            titled(str(row["title"]), str(row["en"]) if row["en"] else None),
            _text(row["date"]),
            _text(row["start"]),
            _text(row["end"]),
            bool(row["excerpt"]),
            bool(row["current"]),
            int(row["elements"] or 0),
            _text(row["before"]),
        )


def in_order(ones: Iterable[Version]) -> list[Version]:
    """Return versions of a plan from the first to the last: each after the one it revises."""
    known = {one.iri: one for one in ones}

    def place(one: Version) -> tuple[int, str, str]:
        steps, at = 0, one
        while at.before in known and steps < len(known):
            at, steps = known[at.before], steps + 1
        return steps, one.date or "", one.id

    return sorted(known.values(), key=place)


def version_of(view: View, iri: str) -> Version:
    """Return the version of an IRI; raises UnknownNameError."""
    found = view.kept("by-iri", lambda: {one.iri: one for one in versions(view)}).get(iri)
    if found is None:
        raise UnknownNameError(tr("no city, plan or version is called {name}", name=iri))
    return found


def element(view: View, name: str) -> str:
    """Return the IRI of an element (``plan@version/element``)."""
    return view.names.element(*name.split("/", 1)).value


def by_city(view: View) -> dict[str, tuple[Version, ...]]:
    """Return the versions of each municipality that has any, by its code."""

    def gather() -> dict[str, tuple[Version, ...]]:
        found: dict[str, list[Version]] = defaultdict(list)
        for one in versions(view):
            if one.code:
                found[one.code].append(one)
        return {code: tuple(found[code]) for code in sorted(found)}

    return view.kept("by-city", gather)


def city_name(one: Municipality) -> Both:
    """Return the name of a municipality in both languages."""
    return Both(one.name, one.roman.title())


def outline(view: View, iri: str) -> Outline:
    """Return a version with all its elements; the last ones read are kept."""
    kept: OrderedDict[str, Outline] = view.kept("outlines", OrderedDict)
    found = kept.get(iri)
    if found is None:
        found = read_outline(view.graph.select, iri)
        with view.lock:
            kept[iri] = found
            while len(kept) > _OUTLINES:
                kept.popitem(last=False)
    return found


def fields(view: View) -> dict[str, Field]:
    """Return the policy fields by IRI, each broad one before its narrower ones."""

    def read() -> dict[str, Field]:
        found: dict[str, Field] = {}
        for row in view.graph.select(PROLOGUE + _FIELDS):
            iri = str(row["field"])
            found.setdefault(
                iri,
                Field(
                    iri,
                    iri.removeprefix(PREFIXES["field"]),
                    titled(_text(row["ja"]), _text(row["en"])),
                    titled(_text(row["defja"]), _text(row["defen"])),
                    _text(row["broader"]),
                    int(row["elements"] or 0),
                    int(row["plans"] or 0),
                ),
            )
        return found

    return view.kept("fields", read)


def groups(view: View) -> list[tuple[Field, list[Field]]]:
    """Return the broad fields, each with its narrower ones."""
    every = fields(view)
    return [
        (top, [one for one in every.values() if one.broader == top.iri])
        for top in every.values()
        if top.broader not in every
    ]


def goals(view: View) -> dict[str, Goal]:
    """Return the SDG goals by number."""

    def read() -> dict[str, Goal]:
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for row in view.graph.select(PROLOGUE + _GOAL_TOTALS):
            status = str(row["set"]).rpartition("-")[2]
            counts[str(row["goal"])][status] = int(row["elements"] or 0)
        found = {}
        for row in view.graph.select(PROLOGUE + _GOALS):
            iri = str(row["goal"])
            number = iri.rpartition("/")[2]
            if number.isdigit():
                label = Both(str(row["ja"]), str(row["en"]))
                found[number] = Goal(number, iri, label, str(row["colour"]), counts[iri])
        return dict(sorted(found.items(), key=lambda pair: int(pair[0])))

    return view.kept("goals", read)


def names_of(view: View, iris: set[str]) -> dict[str, Both]:
    """Return what things are called: labels and titles, of those that have any."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    values = " ".join(str(NamedNode(iri)) for iri in sorted(iris))
    rows = view.graph.select(
        PROLOGUE + "SELECT ?s ?o (LANG(?o) AS ?language) { VALUES ?s { " + values + " }"
        " GRAPH ?g { ?s skos:prefLabel|rdfs:label|dcterms:title ?o } }"
    ) if iris else ()  # fmt: skip
    for row in rows:
        found[str(row["s"])].setdefault(str(row["language"] or "ja"), str(row["o"]))
    return {iri: titled(one.get("ja"), one.get("en")) for iri, one in found.items()}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
