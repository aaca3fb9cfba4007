"""The W3C's tests of the SPARQL 1.1 Protocol, part query.

The names are those of its manifest; what the tests send and expect is theirs, in our own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from .served import Served

DATA = "http://kasei.us/2009/09/sparql/data/data"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class Case(NamedTuple):
    """A request, and what must come back: ``2xx``, ``4xx``, and the boolean or kind."""

    method: str
    parameters: list[tuple[str, str]]
    body: str | bytes = b""
    media: str = ""
    status: str = "2xx"
    answer: bool | str | None = None


def default(*numbers: int) -> list[tuple[str, str]]:
    return [("default-graph-uri", f"{DATA}{number}.rdf") for number in numbers]


def named(*numbers: int) -> list[tuple[str, str]]:
    return [("named-graph-uri", f"{DATA}{number}.rdf") for number in numbers]


def typed(number: int) -> str:
    return f"<{DATA}{number}.rdf> a ?type"


BOTH = f"ASK {{ {typed(1)} . {typed(2)} }}"

GRAPHS = f"ASK {{ GRAPH ?g1 {{ {typed(1)} }} GRAPH ?g2 {{ {typed(2)} }} }}"

FULL = f"ASK {{ {typed(3)} GRAPH ?g1 {{ {typed(1)} }} GRAPH ?g2 {{ {typed(2)} }} }}"

LATIN = 'ASK { ?s ?p "é" }'.encode("utf-16")

W3C = {
    "query_post_form": Case("POST", default(0), urlencode({"query": "ASK {}"}), FORM, answer=True),
    "query_dataset_default_graphs_get": Case(
        "GET", [("query", BOTH), *default(1, 2)], answer=True),
    "query_dataset_default_graphs_post": Case("POST", default(1, 2), BOTH, DIRECT, answer=True),
    "query_dataset_named_graphs_post": Case("POST", named(1, 2), GRAPHS, DIRECT, answer=True),
    "query_dataset_named_graphs_get": Case(
        "GET", [("query", GRAPHS), *named(1, 2)], answer=True),
    "query_dataset_full": Case("POST", [*default(3), *named(1, 2)], FULL, DIRECT, answer=True),
    # The dataset of the protocol wins over that of the query.
    "query_multiple_dataset": Case(
        "POST", default(2), f"ASK FROM <{DATA}1.rdf> {{ {typed(1)} }}", DIRECT, answer=False),
    "query_get": Case("GET", [("query", "ASK {}")], answer=True),
    "query_content_type_select": Case(
        "GET", [("query", "SELECT (1 AS ?value) {}")], answer="results"),
    "query_content_type_ask": Case("GET", [("query", "ASK {}")], answer="results"),
    "query_content_type_describe": Case(
        "GET", [("query", f"DESCRIBE <{DATA}1.rdf>"), *default(1)], answer="triples"),
    "query_content_type_construct": Case(
        "GET", [("query", "CONSTRUCT { <s> <p> 1 } WHERE {}".replace("<s>", "<a:s>")
                 .replace("<p>", "<a:p>"))], answer="triples"),
    "query_post_direct": Case("POST", [], "ASK {}", DIRECT, answer=True),
    "bad_query_method": Case("PUT", [], "ASK {}", DIRECT, status="4xx"),
    "bad_multiple_queries": Case(
        "GET", [("query", "ASK {}"), ("query", "SELECT * {}")], status="4xx"),
    "bad_query_wrong_media_type": Case("POST", [], "ASK {}", "text/plain", status="4xx"),
    "bad_query_missing_form_type": Case(
        "POST", [], urlencode({"query": "ASK {}"}), status="4xx"),
    "bad_query_missing_direct_type": Case("POST", [], "ASK {}", status="4xx"),
    "bad_query_non_utf8": Case("POST", [], LATIN, f"{DIRECT}; charset=UTF-16", status="4xx"),
    "bad_query_syntax": Case("GET", [("query", "ASK {")], status="4xx"),
}  # fmt: skip


def dataset() -> Iterator[Quad]:
    """Yield what the tests ask: four graphs, each saying that it is a document."""
    document = NamedNode("http://purl.org/dc/terms/BibliographicResource")
    for graph in (NamedNode(f"{DATA}{number}.rdf") for number in range(4)):
        yield Quad(graph, TYPE, document, graph)


def wrong(site: Served, case: Case) -> str | None:
    """Send what a test sends; return what is wrong with the answer, or None."""
    headers = {"Content-Type": case.media} if case.media else {}
    content = case.body.encode() if isinstance(case.body, str) else case.body
    path = "/sparql/?" + urlencode(case.parameters)
    response = site.client.request(case.method, path, content=content, headers=headers)
    if f"{response.status_code // 100}xx" != case.status:
        return f"{response.status_code} {response.text[:100]}"
    media = response.headers["content-type"]
    if isinstance(case.answer, bool):
        right = response.json()["boolean"] is case.answer
    elif case.answer == "results":
        right = media == "application/sparql-results+json"
    elif case.answer == "triples":
        turtle = pyoxigraph.parse(response.content, format=pyoxigraph.RdfFormat.TURTLE)
        right = media.startswith("text/turtle") and bool(list(turtle))
    else:
        right = True
    return None if right else f"another answer: {media} {response.text[:100]}"
