"""Who is meant: from what a user types to the thing in the dataset.

A city is its code, its name or its roman name; a version is ``plan@version``, and a
plan or city without a version is the newest whole one.
"""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from plangraph.errors import UnknownNameError, nearest
from plangraph.language import language, tr
from plangraph.vocabulary import PROLOGUE, XSD, Names, sdg

TYPE_CHECKING = False  # as typing has it, without importing typing
if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.tables import Table

_CITIES = """
SELECT DISTINCT ?city ?name ?code (BOUND(?plan) AS ?planned) {
  VALUES ?said { %s }
  GRAPH ?g { ?city a pg:Municipality ;
    dcterms:identifier|skos:notation|skos:prefLabel|pg:romanName ?said }
  GRAPH ?g { ?city skos:prefLabel ?name ; dcterms:identifier ?code . FILTER(LANG(?name) = "ja") }
  OPTIONAL { GRAPH ?v { ?plan a pg:PlanVersion ; pg:municipality ?city } }
}
"""
#: Whoever else a plan is of: a council abroad, a place that no list of municipalities holds.
_OWNERS = """
SELECT DISTINCT ?city ?name {
  GRAPH ?g { ?city a org:Organization ; skos:prefLabel ?name }
}
"""
_CITY_NAMES = """
SELECT DISTINCT ?name ?roman {
  GRAPH ?v { ?plan a pg:PlanVersion ; pg:municipality ?city }
  GRAPH ?g { ?city skos:prefLabel ?name ; pg:romanName ?roman . FILTER(LANG(?name) = "ja") }
}
"""
_VERSION = """
SELECT ?version {
  GRAPH ?version { ?version dcterms:identifier %s ; a pg:PlanVersion }
}
"""
#: The current versions of a plan by its name, or of a city's plans.
_CURRENT = """
SELECT DISTINCT ?id {
  GRAPH ?version { %s ?version dcterms:isVersionOf ?plan ; dcterms:identifier ?id }
  GRAPH ?catalogue { ?plan pg:currentVersion ?version }
} ORDER BY ?id
"""
_OF_PLAN, _OF_CITY = "?plan dcterms:identifier %s .", "?version pg:municipality %s ."
_NAMES = """
SELECT ?id ?work {
  GRAPH ?version { ?version a pg:PlanVersion ; dcterms:identifier ?id ;
    dcterms:isVersionOf/dcterms:identifier ?work }
}
"""
#: By the words as they are written an engine finds a field at once; all fields have many words.
_FIELD = """
SELECT ?field { VALUES ?label { %s }
  GRAPH ?g { ?field skos:%s ?label FILTER(STRSTARTS(STR(?field), STR(field:))) }
} ORDER BY ?field LIMIT 1
"""
_FIELDS = """
SELECT DISTINCT ?field ?label ?own ?language {
  GRAPH ?g { ?field a skos:Concept ; skos:prefLabel|skos:altLabel ?label ; skos:prefLabel ?own .
    FILTER(STRSTARTS(STR(?field), STR(field:))) }
  BIND(LANG(?own) AS ?language)
}
"""
_STATUSES = ("stated", "judged", "inferred")


def _text(text: str) -> str:
    """Return ``text`` trimmed, with bytes that are no UTF-8 (a terminal's) as question marks."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


class Lookup:
    """Finds things in a dataset, given ``select``: SPARQL text to Table."""

    def __init__(self, select: Callable[[str], Table]) -> None:
        self._select = select

    def term(self, kind: str, text: str) -> NamedNode | Literal:
        """Return the RDF term of a parameter of type ``kind``; raises UnknownNameError."""
        method = getattr(self, f"_{kind}", None)
        if method is None:
            raise UnknownNameError(
                tr("there is no type of parameter called {kind}", kind=kind), value=kind
            )
        found: NamedNode | Literal = method(_text(text))
        return found

    def city(self, text: str) -> NamedNode:
        """Return the municipality that is meant."""
        return self._city(_text(text))

    def versions_of(self, text: str) -> list[str]:
        """Return version ids of a city's plans, a plan or a version: what ``text`` means.

        A city gives the current version of each of its plans.
        """
        text = _text(text)
        if self._version(text):
            return [text]
        found = self._current(_OF_PLAN % Literal(text))
        if found:
            return found
        try:
            city = self._city(text)
        except UnknownNameError as error:
            rows = self._select(PROLOGUE + _NAMES).rows
            known = sorted({str(name) for row in rows for name in row})
            advice = nearest(text, known) if "@" in text or "-" in text else error.advice
            raise UnknownNameError(
                tr("no city, plan or version is called {name}", name=text),
                advice=advice,
                value=text,
            ) from None
        found = self._current(_OF_CITY % city)
        if not found:
            raise UnknownNameError(
                tr("no plan of {name} has been read yet", name=text),
                advice=tr("read one with `plangraph read`, then `plangraph build`"),
                value=text,
            )
        return found

    def _version(self, name: str) -> NamedNode | None:
        """Return the version of exactly this name."""
        for row in self._select(PROLOGUE + _VERSION % Literal(name)):
            return NamedNode(str(row["version"]))
        return None

    def _current(self, of: str) -> list[str]:
        return [str(row["id"]) for row in self._select(PROLOGUE + _CURRENT % of)]

    def graphs_of(self, version: str) -> list[NamedNode]:
        """Return the graphs about one version: its own, its curation, its stated links."""
        iri = self._plan(version).value
        names = Names(iri.rpartition("plan/")[0])
        stated = names.graph(f"links/sdgs/stated/{version}")
        return [NamedNode(iri), names.curation(version), stated]

    # -- one method a type of parameter ----------------------------------------------

    def _city(self, text: str) -> NamedNode:
        spoken = Literal(text), Literal(text, language="ja"), Literal(text.lower())
        rows = list(self._select(PROLOGUE + _CITIES % " ".join(str(term) for term in spoken)))
        planned = [row for row in rows if row["planned"]]
        candidates = {str(row["city"]): row for row in (planned or rows)}
        if len(candidates) == 1:
            return NamedNode(next(iter(candidates)))
        if candidates:
            raise UnknownNameError(
                tr("more than one municipality is called {name}", name=text),
                advice=", ".join(f"{row['code']} {row['name']}" for row in candidates.values()),
                value=text,
            )
        rows = list(self._select(PROLOGUE + _OWNERS))
        owners = {str(row["name"]).casefold(): row for row in rows}
        if text.casefold() in owners:
            return NamedNode(str(owners[text.casefold()]["city"]))
        if ours := self._planned(text):
            return ours
        from plangraph.municipalities import find

        try:
            code = find(text).code
        except UnknownNameError as error:
            from difflib import get_close_matches

            if close := get_close_matches(text.casefold(), owners, n=1):
                error.advice = nearest(text, [str(owners[close[0]]["name"])])
            raise
        rows = list(self._select(PROLOGUE + _CITIES % Literal(code)))
        if not rows:
            known = [str(name) for row in self._select(PROLOGUE + _CITY_NAMES).rows for name in row]
            raise UnknownNameError(
                tr("no municipality is called {name}", name=text),
                advice=nearest(text, known),
                value=text,
            )
        return NamedNode(str(rows[0]["city"]))

    def _planned(self, text: str) -> NamedNode | None:
        """Return the only one with a plan among the municipalities that bear a name, if so."""
        from plangraph.municipalities import bearing

        codes = " ".join(str(Literal(one.code)) for one in bearing(text))
        rows = self._select(PROLOGUE + _CITIES % codes) if codes else ()
        planned = {str(row["city"]) for row in rows if row["planned"]}
        return NamedNode(planned.pop()) if len(planned) == 1 else None

    def _plan(self, text: str) -> NamedNode:
        found = self.versions_of(text)
        if len(found) > 1:
            raise UnknownNameError(
                tr("{name} has more than one plan", name=text),
                advice=tr("name one of them: {plans}", plans=", ".join(found)),
                value=text,
            )
        version = self._version(found[0])
        assert version is not None
        return version

    def _goal(self, text: str) -> NamedNode:
        match = re.fullmatch(r"(?:sdgs?|goal|目標)?\s*(\d{1,2})(\.[0-9a-c]{1,2})?", text.lower())
        if not match or not 1 <= int(match[1]) <= 17:
            raise UnknownNameError(
                tr("no SDG goal is called {name}", name=text),
                advice=tr("goals are 1 to 17, targets such as 11.5"),
                value=text,
            )
        return sdg(f"{int(match[1])}{match[2] or ''}")

    def _field(self, text: str) -> NamedNode:
        spoken = " ".join(str(Literal(text, language=one)) for one in ("ja", "en"))
        for label in ("prefLabel", "altLabel"):
            for row in self._select(PROLOGUE + _FIELD % (spoken, label)):
                return NamedNode(str(row["field"]))
        rows = list(self._select(PROLOGUE + _FIELDS))
        wanted = text.lower()
        for key in ("own", "label"):
            for row in rows:
                if str(row[key]).lower() == wanted:
                    return NamedNode(str(row["field"]))
        for row in rows:
            if str(row["field"]).rpartition("/")[2] == wanted:
                return NamedNode(str(row["field"]))
        raise UnknownNameError(
            tr("no policy field is called {name}", name=text),
            advice=nearest(
                text, sorted({str(row["own"]) for row in rows if row["language"] == language()})
            ),
            value=text,
        )

    def _status(self, text: str) -> Literal:
        if text not in _STATUSES:
            raise UnknownNameError(
                tr("no status is called {name}", name=text),
                advice=", ".join(_STATUSES),
                value=text,
            )
        return Literal(text)

    def _kind(self, text: str) -> Literal:
        from plangraph.vocabulary import KINDS

        if text not in KINDS:
            raise UnknownNameError(
                tr("no kind is called {name}", name=text),
                advice=nearest(text, list(KINDS)),
                value=text,
            )
        return Literal(text)

    def _date(self, text: str) -> Literal:
        from datetime import date

        try:
            day = date.fromisoformat(text)
        except ValueError:
            from plangraph.fiscal import FiscalYear

            try:
                day = FiscalYear.parse(text).start
            except ValueError:
                raise UnknownNameError(
                    tr("{text} is no date and no fiscal year", text=text),
                    advice=tr("write 2026-04-01, 2026 or 令和8年度"),
                    value=text,
                ) from None
        return Literal(day.isoformat(), datatype=XSD.date)

    def _integer(self, text: str) -> Literal:
        if not re.fullmatch(r"-?\d+", text):
            raise UnknownNameError(
                tr("{text} is no whole number", text=text), advice=tr("write digits"), value=text
            )
        return Literal(text, datatype=XSD.integer)

    def _text(self, text: str) -> Literal:
        return Literal(text)
