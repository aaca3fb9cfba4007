"""The Python API: open, ask, and take the answer elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph
import pytest

import plangraph
from plangraph.errors import QueryError, StoreError
from plangraph.graph import Graph
from plangraph.municipalities import check_digit


def test_rows_are_dicts_with_plain_values(graph: Graph) -> None:
    table = graph.query("indicators", city="小金井市")
    assert table[0]["baseline"] == 84.9
    assert [row["target_year"] for row in table] == [2025, 2025]
    assert table.to_pandas()["target"].sum() == 200.0
    assert "<td>84.9</td>" in table._repr_html_()


def test_sparql_text_and_files_are_questions_too(graph: Graph, tmp_path: Path) -> None:
    assert graph.query("ASK { GRAPH ?g { ?s ?p ?o } }")[0] == {"answer": True}
    (tmp_path / "mine.rq").write_text("SELECT (1 AS ?one) {}", encoding="utf-8")
    assert graph.query(str(tmp_path / "mine.rq"))[0] == {"one": 1}
    with pytest.raises(QueryError, match="triples"):
        graph.query("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")


def test_a_city_is_its_code_its_name_or_its_roman_name(graph: Graph) -> None:
    said = [
        "13211",
        f"13211{check_digit('13211')}",
        "小平市",
        "kodaira",
        "東京都小平市",
        "こだいらし",
    ]
    assert {graph.lookup.city(name).value.rpartition("/")[2] for name in said} == {"13211"}


def test_the_default_store_is_built_when_first_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGRAPH_STORE", str(tmp_path / "new"))
    assert len(plangraph.open().query("plans")) >= 5


def test_another_base_for_the_names_of_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGRAPH_BASE", "https://data.example.jp/id/")
    plangraph.build(store=tmp_path)
    graph = plangraph.open(tmp_path)
    assert len(graph.query("outline", plan="kodaira-4th@draft")) == 99
    assert graph.lookup.city("kodaira").value == "https://data.example.jp/id/municipality/13211"


@pytest.fixture
def endpoint(store: Path) -> Iterator[str]:
    """A SPARQL endpoint on loopback that answers from the store."""
    from plangraph.store import open_store

    dataset = open_store(str(store))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            try:
                found = dataset.query(parse_qs(body)["query"][0])
            except SyntaxError:
                self.send_error(400)
                return
            if isinstance(found, pyoxigraph.QueryTriples):
                kind = "text/turtle"
                answer = pyoxigraph.serialize(found, format=pyoxigraph.RdfFormat.TURTLE)
            else:
                kind = "application/sparql-results+json"
                answer = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(answer or b"")

        def log_message(self, *_arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_same_questions_at_an_endpoint(endpoint: str, graph: Graph) -> None:
    remote = plangraph.open(endpoint)
    for name, given in [
        ("plans", {}),
        ("outline", {"plan": "koganei"}),
        ("expired", {"city": "kodaira", "on": "令和3年度"}),
    ]:
        assert remote.query(name, **given) == graph.query(name, **given)
    assert remote.query("ASK { GRAPH ?g { ?s ?p ?o } }")[0] == {"answer": True}
    with pytest.raises(QueryError, match="refused"):
        remote.query("SELECT * {")


def test_an_endpoint_that_is_not_there() -> None:
    with pytest.raises(StoreError, match="does not answer"):
        plangraph.open("http://127.0.0.1:9/sparql").query("plans")
