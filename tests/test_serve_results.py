"""Results of the endpoint: every format says the same, and a large one is cut at whole rows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from plangraph import store as stores
from plangraph.graph import Graph

from .served import DIRECT, ROWS, Served


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[Served]:
    with Served(store) as served:
        yield served


FORMATS = {
    "application/sparql-results+json": pyoxigraph.QueryResultsFormat.JSON,
    "application/sparql-results+xml": pyoxigraph.QueryResultsFormat.XML,
    "text/tab-separated-values; charset=utf-8": pyoxigraph.QueryResultsFormat.TSV,
}


def rows(body: bytes, form: pyoxigraph.QueryResultsFormat) -> list[list[str]]:
    found = pyoxigraph.parse_query_results(body, format=form)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return [[str(term) for term in solution] for solution in found]


def test_every_format_of_rows_says_the_same(site: Served, graph: Graph) -> None:
    expected = [[str(term) for term in solution] for solution in graph.run(ROWS)]
    assert expected
    for media, form in FORMATS.items():
        response = site.ask(ROWS, media.partition(";")[0])
        assert response.headers["content-type"] == media
        assert rows(response.content, form) == expected
    response = site.ask(ROWS, "text/csv")
    assert response.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert len(response.text.split("\r\n")) == len(expected) + 2


@pytest.mark.parametrize(
    ("media", "form"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
    ],
)
def test_every_format_of_triples_says_the_same(
    site: Served, graph: Graph, media: str, form: pyoxigraph.RdfFormat
) -> None:
    sparql = "CONSTRUCT { ?s <http://purl.org/dc/terms/title> ?o }" + ROWS.partition("?o")[2]
    expected = {str(triple) for triple in graph.run(sparql)}
    response = site.ask(sparql, media)
    assert response.headers["content-type"].startswith(media)
    assert {
        str(quad.triple) for quad in pyoxigraph.parse(response.content, format=form)
    } == expected


PRODUCT = "SELECT * { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?a ?b ?c } }"


@pytest.fixture(scope="module")
def small(store: Path) -> Iterator[Served]:
    """A site that cuts results after 5,000 rows."""
    with Served(store, "--max-rows", "5000", "--timeout", "20") as served:
        yield served


def test_the_first_row_of_a_large_result_comes_at_once(site: Served) -> None:
    with site.client.stream("POST", "/sparql", content=PRODUCT, headers=DIRECT) as response:
        start = time.monotonic()
        first = next(response.iter_bytes())
        assert b'"bindings":[{' in first
        assert time.monotonic() - start < 5


@pytest.mark.parametrize(("media", "form"), FORMATS.items())
def test_a_result_without_end_is_cut_and_says_so(
    small: Served, media: str, form: pyoxigraph.QueryResultsFormat
) -> None:
    response = small.ask(PRODUCT, media)
    assert len(rows(response.content, form)) == 5000
    assert response.headers["plangraph-max-rows"] == "5000"
    if "xml" in media:
        assert b"<!-- limited: rows 5000 -->" in response.content


def test_of_ten_million_rows_the_first_million_come(site: Served, graph: Graph) -> None:
    """A query with so many rows, within the limits that a site has where nobody sets others."""
    order = "GRAPH ?{0} {{ ?of{0} <https://w3id.org/plangraph/ontology#order> ?{1} }}"
    (one,) = graph.select(f"SELECT (COUNT(*) AS ?n) {{ {order.format('g', 'a')} }}")
    assert int(str(one["n"])) ** 3 > 10_000_000
    product = "SELECT ?a ?b ?c {" + "".join(map(order.format, "ghi", "abc")) + "}"
    lines = 0
    with site.client.stream(
        "POST", "/sparql", content=product, headers=DIRECT | {"Accept": "text/csv"}
    ) as response:
        assert response.headers["plangraph-max-rows"] == "1000000"
        for piece in response.iter_bytes():
            lines += piece.count(b"\n")
    assert lines == 1 + 1_000_000


def test_csv_and_triples_are_cut_at_whole_rows(small: Served) -> None:
    assert small.ask(PRODUCT, "text/csv").text.count("\r\n") == 5001
    made = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
    for media, form in (
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
    ):
        body = small.ask(made, media).content
        assert 4500 < len(set(pyoxigraph.parse(BytesIO(body), format=form))) <= 5000


def test_a_short_result_that_is_cut_says_so_in_its_head(store: Path) -> None:
    with Served(store, "--max-rows", "3") as served:
        response = served.ask(ROWS)
        assert response.headers["plangraph-limited"] == "rows"
        assert len(response.json()["results"]["bindings"]) == 3
        whole = served.ask(ROWS.replace("LIMIT 50", "LIMIT 3"))
        assert "plangraph-limited" not in whole.headers


def test_literals_that_look_like_the_end_of_a_row(tmp_path: Path) -> None:
    """What is cut is counted in rows, whatever stands in them."""
    nasty = [
        '"},{"',
        "}},{",
        "\r\n",
        '","\r\n"',
        "</result>",
        "\\",
        '\\"},{\\"',
        "\t\n",
        "é日本\U0001f600",
    ]
    thing = NamedNode("a:s")
    graph = NamedNode("a:g")
    quads = [
        Quad(NamedNode(f"a:{number}"), NamedNode("a:p"), Literal(text * times), graph)
        for number, text in enumerate(nasty * 40)
        for times in (number % 7 + 1,)
    ]
    quads.append(Quad(thing, thing, thing, graph))
    stores.replace(str(tmp_path), quads)
    sparql = "SELECT ?s ?o { GRAPH ?g { ?s <a:p> ?o } } ORDER BY ?s"
    local = pyoxigraph.Store.read_only(str(tmp_path / stores.current(str(tmp_path))))
    expected = [[str(t) for t in row] for row in local.query(sparql)]  # type: ignore[union-attr]
    for limit in (1, 2, 99, 359, 360, 361):
        with Served(tmp_path, "--max-rows", str(limit)) as served:
            for media, form in FORMATS.items():
                response = served.ask(sparql, media)
                assert rows(response.content, form) == expected[:limit]
                assert ("plangraph-limited" in response.headers) == (limit < 360)


def test_a_short_answer_comes_as_a_whole(site: Served) -> None:
    """With its length, so that it can be kept, and the connection used again."""
    few = ROWS.replace("LIMIT 50", "LIMIT 5")
    for media in FORMATS:
        assert "content-length" in site.ask(few, media).headers
