"""An endpoint that is busy, refuses a method or a query, or says what is wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import plangraph
from plangraph.errors import QueryError, StoreError

ANSWER = b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'
#: What a test makes the endpoint do: (method, how many requests before) -> (status, body).
Script = Callable[[str, int], tuple[int, bytes]]


class Endpoint:
    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[str] = []


@pytest.fixture
def serve() -> Iterator[Callable[[Script], tuple[Endpoint, str]]]:
    servers = []

    def start(script: Script) -> tuple[Endpoint, str]:
        endpoint = Endpoint(script)

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                status, body = endpoint.script(self.command, len(endpoint.requests))
                endpoint.requests.append(self.command)
                self.send_response(status)
                self.send_header("Content-Type", "application/sparql-results+json")
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = answer

            def log_message(self, *_arguments: object) -> None:
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        servers.append((server, thread))
        return endpoint, f"http://127.0.0.1:{server.server_port}/sparql"

    yield start
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plangraph.remote.PAUSES", (0.0, 0.0, 0.0))


QUERY = "SELECT ?x { GRAPH ?g { ?x ?p ?o } }"


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_endpoint_is_asked_again(
    status: int, serve: Callable[[Script], tuple[Endpoint, str]]
) -> None:
    endpoint, address = serve(lambda _method, before: (status if before < 2 else 200, ANSWER))
    assert len(plangraph.open(address).query(QUERY)) == 0
    assert endpoint.requests == ["POST"] * 3


def test_an_endpoint_that_stays_busy(serve: Callable[[Script], tuple[Endpoint, str]]) -> None:
    endpoint, address = serve(lambda _method, _before: (503, b""))
    with pytest.raises(StoreError, match="does not answer"):
        plangraph.open(address).query(QUERY)
    assert len(endpoint.requests) == 4


def test_get_where_post_is_refused(serve: Callable[[Script], tuple[Endpoint, str]]) -> None:
    endpoint, address = serve(lambda method, _before: (405 if method == "POST" else 200, ANSWER))
    graph = plangraph.open(address)
    for _ in range(2):
        assert len(graph.query(QUERY)) == 0
    assert endpoint.requests == ["POST", "GET", "GET"]


def test_what_the_endpoint_says_is_told(serve: Callable[[Script], tuple[Endpoint, str]]) -> None:
    endpoint, address = serve(lambda _method, _before: (400, b"Parse error: line 1\nsecond line"))
    with pytest.raises(QueryError, match=r"Parse error: line 1$"):
        plangraph.open(address).query(QUERY)
    assert endpoint.requests == ["POST"]


def test_a_refusal_without_words(serve: Callable[[Script], tuple[Endpoint, str]]) -> None:
    _endpoint, address = serve(lambda _method, _before: (400, b"<html>no</html>"))
    with pytest.raises(QueryError, match="refused the query"):
        plangraph.open(address).query(QUERY)
