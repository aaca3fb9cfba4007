"""The SPARQL 1.1 Protocol by the letter.

The W3C's tests are in ``w3c_protocol``; those of query evaluation go through the same endpoint
in ``benchmarks/w3c.py``, which lists all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pyoxigraph
import pytest

from plangraph import store as stores
from plangraph.graph import Graph

from .served import ROWS, Served
from .w3c_protocol import DIRECT, FORM, W3C, dataset, wrong


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[Served]:
    with Served(store) as served:
        yield served


@pytest.fixture(scope="module")
def kasei(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dataset of the W3C's protocol tests."""
    place = tmp_path_factory.mktemp("kasei")
    stores.replace(str(place), dataset())
    with Served(place) as served:
        yield served


@pytest.mark.parametrize("name", W3C)
def test_w3c(kasei: Served, name: str) -> None:
    assert wrong(kasei, W3C[name]) is None


@pytest.mark.parametrize(
    ("language", "problem"),
    [
        ("ja", "1:7 SPARQL の文法に誤りがあります: 接頭辞 pg: が宣言されていません"),
        ("en", "1:7 the query is not valid SPARQL: the prefix pg: is not declared"),
    ],
)
def test_a_mistake_is_told_at_its_place(site: Served, language: str, problem: str) -> None:
    asked = {"query": "ASK { pg:Plan ?p ?o }"}
    answer = site.client.get("/sparql", params=asked, headers={"Accept-Language": language})
    assert answer.status_code == 400
    first, advice = answer.text.strip().splitlines()
    assert first.startswith(problem)
    assert advice.endswith("PREFIX pg: <https://w3id.org/plangraph/ontology#>")


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
