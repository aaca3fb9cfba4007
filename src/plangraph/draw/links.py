"""Reads from the dataset what links say about the elements of plan versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from plangraph.draw.picture import Sort
from plangraph.vocabulary import DCTERMS, OA, PG, PROLOGUE, PROV, RDFS, SKOS

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from plangraph.tables import Table, Value

    Select = Callable[[str], Table]

#: The graphs of links about the elements of some versions, and what each says of all its links.
_GRAPHS = """
SELECT ?g ?status ?who {
  { SELECT DISTINCT ?g {
    VALUES ?version { %s } GRAPH ?version { ?element pg:inVersion ?version }
    GRAPH ?g { ?link pg:element ?element } } }
  OPTIONAL { GRAPH ?g { ?g pg:linkStatus ?status } }
  OPTIONAL { GRAPH ?g { ?g prov:wasGeneratedBy ?who } }
} ORDER BY ?g ?status ?who
"""
#: One property at a time, and all links with the same value in one row: joining and sorting so
#: many terms, or handing them over one by one, takes three to eight times as long.
_LINKS = '(GROUP_CONCAT(STR(?link); separator=" ") AS ?links)'
_VALUES = f"SELECT ?o {_LINKS} {{ VALUES ?g {{ %s }} GRAPH ?g {{ ?link <%s> ?o }} }} GROUP BY ?o"
_TARGETS = _VALUES.replace("SELECT ?o", "SELECT ?g ?o").replace("BY ?o", "BY ?g ?o")
_TEXTS = _VALUES.replace("SELECT ?o", "SELECT ?o (LANG(?o) AS ?language)")
#: A link that says nothing of its rank is a main one, and most say so.
_SECONDARY = f'SELECT {_LINKS} {{ VALUES ?g {{ %s }} GRAPH ?g {{ ?link <%s> "secondary" }} }}'
#: What few links say, in one go.
_RARE = f"""
SELECT ?p ?o {_LINKS} {{
  VALUES ?p {{ %s }} VALUES ?g {{ %s }} GRAPH ?g {{ ?link ?p ?o }}
}} GROUP BY ?p ?o
"""
_WHO = (PROV.wasAttributedTo, PROV.wasGeneratedBy)
_NOTES = (RDFS.comment, SKOS.note, OA.exact)
_SORTS: Mapping[NamedNode, Sort] = {
    PG.field: "field",
    PG.goal: "goal",
    PG.counterpart: "counterpart",
}


class Links(NamedTuple):
    """What links say, by their IRIs."""

    #: The sort of some links, the graph they stand in, the IRI that they lead to, and they.
    targets: list[tuple[Sort, str, str, list[str]]]
    #: The IRIs of elements, each with its links.
    elements: list[tuple[str, list[str]]]
    #: Status, and method or person, as a graph says them of all its links.
    common: Mapping[str, tuple[str | None, str | None]]
    #: The same as links say them of themselves.
    statuses: Mapping[str, str]
    agents: Mapping[str, str]
    #: What the document prints, and what else is noted.
    notes: Mapping[str, str]
    #: Those that are not the main ones of their element.
    secondary: frozenset[str]
    scores: Mapping[str, float]
    #: Reasons that persons give, or the words that speak for a method's links.
    reasons: Mapping[str, str]
    reasons_en: Mapping[str, str]


def read_links(select: Select, versions: Iterable[str]) -> Links:
    """Read the links about the elements of ``versions`` (IRIs).

    In threads: the engine groups without Python's lock, so that others can work meanwhile.
    """
    common = {
        str(graph): (_text(status), _text(who))
        for graph, status, who in select(PROLOGUE + _GRAPHS % _terms(versions)).rows
    }
    graphs = _terms(common)
    with ThreadPoolExecutor(2) as pool:

        def ask(query: str, predicate: NamedNode) -> Callable[[], Table]:
            return pool.submit(select, query % (graphs, predicate.value)).result

        texts, scores = ask(_TEXTS, DCTERMS.description), ask(_VALUES, PG.score)
        elements, secondary = ask(_VALUES, PG.element), ask(_SECONDARY, PG.rank)
        targets = [(sort, ask(_TARGETS, predicate)) for predicate, sort in _SORTS.items()]
        rare = _rare(select, graphs)
        reasons: dict[bool, dict[str, str]] = {False: {}, True: {}}
        for text, language, links in _falling(texts()):
            reasons[language == "en"].update(dict.fromkeys(_split(links), str(text)))
        return Links(
            targets=[
                (sort, str(graph), str(target), _split(links))
                for sort, asked in targets
                for graph, target, links in asked().rows
            ],
            elements=[(str(element), _split(links)) for element, links in elements().rows],
            common=common,
            statuses=_first(rare, PG.linkStatus),
            agents=_first(rare, *_WHO),
            notes=_first(rare, *_NOTES),
            secondary=frozenset(link for row in secondary().rows for link in _split(row[0])),
            scores={
                link: float(score or 0) for score, links in scores().rows for link in _split(links)
            },
            reasons=reasons[False],
            reasons_en=reasons[True],
        )


def _rare(select: Select, graphs: str) -> dict[str, list[tuple[str, list[str]]]]:
    """Return, by property, the values that few links have, the last one first."""
    predicates = _terms(one.value for one in (PG.linkStatus, *_WHO, *_NOTES))
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for predicate, value, links in _falling(select(_RARE % (predicates, graphs)), 1):
        found.setdefault(str(predicate), []).append((str(value), _split(links)))
    return found


def _first(
    rare: Mapping[str, list[tuple[str, list[str]]]], *predicates: NamedNode
) -> dict[str, str]:
    """Return one value of each link, the same every time, of the first property that it has."""
    found: dict[str, str] = {}
    for predicate in reversed(predicates):
        for value, links in rare.get(predicate.value, ()):
            found.update(dict.fromkeys(links, value))
    return found


def _falling(table: Table, column: int = 0) -> list[tuple[Value, ...]]:
    """Return the rows with the last value first: what comes later then wins."""
    return sorted(table.rows, key=lambda row: str(row[column]), reverse=True)


def _split(links: Value) -> list[str]:
    return str(links or "").split()


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _terms(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)
