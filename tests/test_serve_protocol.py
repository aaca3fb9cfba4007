"""The SPARQL 1.1 Protocol by the letter.

The names of the tests in ``W3C`` are those of the manifest of the W3C (protocol, part query);
what they send and expect is theirs, told in our own words. The tests of query
evaluation of the W3C go through the same endpoint in ``benchmarks/w3c.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode

import httpx
import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad

from plangraph import store as stores
from plangraph.graph import Graph

from .served import ROWS, Served

DATA = "http://kasei.us/2009/09/sparql/data/data"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[Served]:
    with Served(store) as served:
        yield served


@pytest.fixture(scope="module")
def kasei(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dataset of the W3C's protocol tests: four graphs, each saying that it is a document."""
    place = tmp_path_factory.mktemp("kasei")
    graphs = [NamedNode(f"{DATA}{number}.rdf") for number in range(4)]
    document = NamedNode("http://purl.org/dc/terms/BibliographicResource")
    stores.replace(str(place), [Quad(graph, TYPE, document, graph) for graph in graphs])
    with Served(place) as served:
        yield served


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


@pytest.mark.parametrize("name", W3C)
def test_w3c(kasei: Served, name: str) -> None:
    case = W3C[name]
    headers = {"Content-Type": case.media} if case.media else {}
    content = case.body.encode() if isinstance(case.body, str) else case.body
    path = "/sparql/?" + urlencode(case.parameters)
    response = kasei.client.request(case.method, path, content=content, headers=headers)
    assert f"{response.status_code // 100}xx" == case.status, response.text
    media = response.headers["content-type"]
    if isinstance(case.answer, bool):
        assert response.json()["boolean"] is case.answer
    elif case.answer == "results":
        assert media == "application/sparql-results+json"
    elif case.answer == "triples":
        assert media.startswith("text/turtle")
        assert list(pyoxigraph.parse(response.content, format=pyoxigraph.RdfFormat.TURTLE))


STATUSES: dict[str, tuple[int, str, str | bytes, dict[str, str]]] = {
    "no query": (400, "POST", "", {"Content-Type": FORM}),
    "update as parameter": (400, "POST", "update=CLEAR+ALL", {"Content-Type": FORM}),
    "update as body": (415, "POST", "CLEAR ALL", {"Content-Type": "application/sparql-update"}),
    "update as query": (400, "POST", "CLEAR ALL", {"Content-Type": DIRECT}),
    "not UTF-8": (400, "POST", b"ASK { ?s ?p '\xff' }", {"Content-Type": DIRECT}),
    "not UTF-8 in a form": (400, "POST", "query=%FF", {"Content-Type": FORM}),
    "another charset": (415, "POST", "ASK {}", {"Content-Type": f"{DIRECT};charset=euc-jp"}),
    "no acceptable format": (406, "POST", "ASK {}", {"Content-Type": DIRECT, "Accept": "image/*"}),
    "triples as rows": (
        406, "POST", "DESCRIBE <a:b>", {"Content-Type": DIRECT, "Accept": "text/csv"}),
    "too long": (413, "POST", "#" * 200_000, {"Content-Type": DIRECT}),
    "deleting": (405, "DELETE", "", {}),
}  # fmt: skip


@pytest.mark.parametrize("name", STATUSES)
def test_statuses(site: Served, name: str) -> None:
    status, method, body, headers = STATUSES[name]
    content = body.encode() if isinstance(body, str) else body
    response = site.client.request(method, "/sparql", content=content, headers=headers)
    assert response.status_code == status, response.text
    assert response.headers["access-control-allow-origin"] == "*"
    if status == 405:
        assert response.headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0.9, application/sparql-results+xml;q=0.8", "text/csv"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("text/*, application/sparql-results+xml;q=0.5", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
         "application/sparql-results+xml"),
        ("nonsense, text/csv;q=high", "text/csv"),
    ],
)  # fmt: skip
def test_accept(site: Served, accept: str | None, media: str) -> None:
    request = site.client.build_request("GET", "/sparql", params={"query": "SELECT * {}"})
    if accept is None:
        del request.headers["accept"]
    else:
        request.headers["accept"] = accept
    assert site.client.send(request).headers["content-type"].startswith(media)


def test_a_format_can_be_named_in_the_address(site: Served) -> None:
    found = site.client.get("/sparql", params={"query": "ASK {}", "format": "xml"})
    assert found.headers["content-type"] == "application/sparql-results+xml"
    assert site.client.get("/sparql?query=ASK{}&format=x").status_code == 400


def test_the_default_graph_is_empty_unless_all_is_asked_for(site: Served, graph: Graph) -> None:
    count = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
    assert site.ask(count).json()["results"]["bindings"][0]["n"]["value"] == "0"
    merged = site.client.get("/sparql", params={"query": count, "union-default-graph": "true"})
    told = int(merged.json()["results"]["bindings"][0]["n"]["value"])
    distinct = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"
    assert told == graph.select(distinct)[0]["n"]
    assert told > 10_000


def test_the_description_of_the_service(site: Served, graph: Graph) -> None:
    response = site.client.get("/sparql", headers={"Accept": "text/turtle"})
    store = pyoxigraph.Store()
    store.load(response.content, format=pyoxigraph.RdfFormat.TURTLE)
    sd = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
    assert bool(store.query(sd + "ASK { ?s a sd:Service ; sd:endpoint ?s ;"
                            " sd:supportedLanguage sd:SPARQL11Query }"))  # fmt: skip
    listed = {str(row[0]) for row in store.query(sd + "SELECT ?g { ?x sd:name ?g }")}  # type: ignore[union-attr]
    there = {f"<{row['g']}>" for row in graph.select("SELECT DISTINCT ?g { GRAPH ?g { } }")}
    assert listed == there
    assert site.client.get("/sparql", headers={"Accept": "text/html"}).status_code == 303


def test_pages_of_others_may_ask(site: Served) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    preflight = site.client.options("/sparql", headers=asked)
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert site.ask("ASK {}").headers["access-control-allow-origin"] == "*"


def test_an_answer_that_is_known_is_not_sent_again(site: Served) -> None:
    first = site.client.get("/sparql", params={"query": ROWS})
    again = site.client.get(
        "/sparql", params={"query": ROWS}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert (
        "etag"
        not in site.client.get("/sparql", params={"query": "SELECT (NOW() AS ?n) {}"}).headers
    )


def test_long_queries_go_by_address_too(site: Served) -> None:
    padded = "ASK {} #" + "x" * 8000
    assert site.client.get(f"/sparql?query={quote(padded)}").json()["boolean"] is True
    assert site.client.get("/sparql?query=" + "x" * 20_000).status_code == 414


def test_httpx_closes_nothing_it_should_not(site: Served) -> None:
    """Many questions over one connection."""
    with httpx.Client(base_url=site.address) as client:
        for number in range(50):
            assert client.get(f"/sparql?query=SELECT({number} AS ?n){{}}").status_code == 200
