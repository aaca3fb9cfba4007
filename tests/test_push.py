"""Filling a remote store: a server of the peer that the wheels carry, on loopback."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pyoxigraph
import pytest
from click.testing import Result

from plangraph import endpoints
from plangraph.endpoints import Client, GraphStore, UpdateStore
from plangraph.errors import StoreError
from plangraph.graph import Graph
from plangraph.push import Remote, changes, push
from plangraph.vocabulary import Names
from tests.conftest import require

NAMES = Names()
FOREIGN = pyoxigraph.NamedNode("https://example.org/of-others")


def binary() -> str | None:
    """The peer's server, beside this Python or on the path."""
    beside = Path(sys.executable).parent / "oxigraph"
    return str(beside) if beside.exists() else shutil.which("oxigraph")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of an empty store that can be written."""
    program = binary()
    require(program, "the server of the package oxigraph")
    assert program
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = f"127.0.0.1:{port}"
    running = subprocess.Popen(
        [program, "serve", "--location", str(tmp_path / "remote"), "--bind", place],
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://{place}"
    finally:
        running.kill()
        running.wait()


def remote(kind: str, server: str) -> Remote:
    if kind == "graph store":
        return GraphStore(Client(f"{server}/store"))
    return UpdateStore(Client(f"{server}/update"), Client(f"{server}/query"))


@pytest.mark.parametrize("kind", ["graph store", "update"])
def test_what_changed_is_pushed_and_nothing_else(kind: str, server: str, graph: Graph) -> None:
    there = remote(kind, server)
    there.add(FOREIGN, b"<https://example.org/a> <https://example.org/b> <https://example.org/c> .")
    everything = len(graph.graphs())

    planned = changes(graph, there, NAMES)
    first = push(graph, there, NAMES)
    assert planned == first
    assert (len(first.added), first.changed, first.removed) == (everything, [], [])
    for node in graph.graphs():
        assert set(there.read(node)) == {quad.triple for quad in graph.contents(node)}

    assert push(graph, there, NAMES).same == graph.graphs()  # nothing to do

    there.replace(NAMES.graph("pushed"), changed_record(there, graph))
    again = push(graph, there, NAMES)
    assert [node.value for node in again.changed] == [graph.graphs()[0].value]
    assert [node.value for node in again.removed] == ["https://example.org/left-by-us"]
    assert len(there.read(FOREIGN)) == 1  # of others: untouched


def changed_record(there: Remote, graph: Graph) -> bytes:
    """The record with another sum for the first graph, and a graph that is no more."""
    record = there.read(NAMES.graph("pushed"))
    first = graph.graphs()[0]
    sums = {str(t.subject): t for t in record}
    predicate = record[0].predicate
    sums[str(first)] = pyoxigraph.Triple(first, predicate, pyoxigraph.Literal("another"))
    gone = pyoxigraph.NamedNode("https://example.org/left-by-us")
    there.add(gone, b"<https://example.org/a> <https://example.org/b> <https://example.org/c> .")
    sums["gone"] = pyoxigraph.Triple(gone, predicate, pyoxigraph.Literal("old"))
    return pyoxigraph.serialize(sums.values(), format=pyoxigraph.RdfFormat.N_TRIPLES) or b""


class Breaks(GraphStore):
    """Breaks off after some graphs."""

    left = 5

    def replace(self, graph: pyoxigraph.NamedNode, triples: bytes) -> None:
        if self.left == 0:
            raise StoreError("the line is down")
        self.left -= 1
        super().replace(graph, triples)


def test_a_push_that_breaks_off_goes_on_where_it_stopped(server: str, graph: Graph) -> None:
    with pytest.raises(StoreError):
        push(graph, Breaks(Client(f"{server}/store")), NAMES)
    rest = push(graph, GraphStore(Client(f"{server}/store")), NAMES)
    assert len(rest.same) == 4  # of five replaced, the first was the record
    assert len(rest.same) + len(rest.added) == len(graph.graphs())


def test_the_command_pushes_one_plan(server: str, run: Callable[..., Result]) -> None:
    dry = run("push", f"{server}/store", "kiyose", "--dry-run")
    assert dry.exit_code == 0
    assert "plan/kiyose-5th@draft" in dry.stdout
    said = run("push", f"{server}/store", "kiyose")
    assert said.exit_code == 0, said.stderr
    assert "0 changed, 0 removed" in said.stdout
    again = run("push", f"{server}/store", "kiyose")
    assert "graphs: 0 added, 0 changed, 0 removed" in again.stdout


def test_an_update_endpoint_is_read_where_the_user_says(
    server: str, run: Callable[..., Result]
) -> None:
    update = ("push", f"{server}/update", "kiyose", "--update")
    said = run(*update)
    assert said.exit_code == 1
    assert "--query" in said.stderr
    assert "added" in run(*update, "--query", f"{server}/query").stdout
    assert "graphs: 0 added" in run(*update, "--query", f"{server}/query").stdout
    lost = run("push", f"{server}/store", "--query", f"{server}/query")
    assert lost.exit_code == 1
    assert "--update" in lost.stderr


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/tmp/x", "this is no address"),
        ("http://127.0.0.1:9/store", "does not answer"),
        ("http://[bad", "this is no address"),
    ],
)
def test_wrong_addresses_get_one_message(
    address: str, says: str, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoints, "PAUSE", 0)
    said = run("push", address)
    assert said.exit_code == 1
    assert says in said.stderr


@pytest.fixture
def refusing() -> Iterator[Callable[[int], str]]:
    """A server that answers with a status; it notes who signs in."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(int(self.path.split("/")[1].split("?")[0]))
            self.send_header("Retry-After", "0")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        yield lambda status: f"http://127.0.0.1:{listening.server_port}/{status}"
        listening.shutdown()


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "--user"), (403, "may not write"), (405, "--update"), (503, "refused: 503")],
)
def test_a_refusal_says_what_to_do(
    status: int,
    says: str,
    refusing: Callable[[int], str],
    run: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(endpoints, "PAUSE", 0)
    said = run("push", refusing(status))
    assert said.exit_code == 1
    assert says in said.stderr
