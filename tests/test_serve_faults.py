"""Nothing runs for ever: limits of time and memory, and what breaks while the site is up."""

from __future__ import annotations

import shutil
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import psutil
import pytest

from plangraph import store as stores
from plangraph.graph import Graph

from .conftest import require
from .served import DIRECT, Served, until

ENDLESS = "SELECT (COUNT(*) AS ?n) { GRAPH ?a {?b ?c ?d} GRAPH ?e {?f ?g ?h} GRAPH ?i {?j ?k ?l} }"
SORTED = "SELECT * { GRAPH ?a {?b ?c ?d} GRAPH ?e {?f ?g ?h} GRAPH ?i {?j ?k ?l} } ORDER BY ?d ?l"
STREAM = "SELECT * { GRAPH ?a {?b ?c ?d} GRAPH ?e {?f ?g ?h} GRAPH ?i {?j ?k ?l} }"


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[Served]:
    with Served(store, "--timeout", "3") as served:
        yield served


@pytest.fixture
def patient(store: Path) -> Iterator[Served]:
    """A site that lets a query take long."""
    with Served(store, "--timeout", "60") as served:
        yield served


def _busy(served: Served, seconds: float = 1.0) -> float:
    """Return how much of a core the engines use."""
    processes = served.engines()

    def used() -> float:
        return sum(sum(one.cpu_times()[:2]) for one in processes if one.is_running())

    before = used()
    time.sleep(seconds)
    return (used() - before) / seconds


def _working(served: Served) -> int:
    """Return how many engines have worked for a while."""
    return sum(sum(one.cpu_times()[:2]) > 1 for one in served.engines())


@pytest.mark.parametrize("sparql", [ENDLESS, SORTED], ids=["counting", "sorting"])
def test_a_query_that_would_take_an_hour_is_stopped(site: Served, sparql: str) -> None:
    start = time.monotonic()
    response = site.ask(sparql)
    took = time.monotonic() - start
    assert response.status_code == 503
    assert response.headers["retry-after"]
    assert took < 8, "three seconds are allowed"
    until(lambda: _busy(site, 0.5) < 0.1, 5)


def test_a_question_that_takes_too_long_is_stopped(store: Path, tmp_path: Path) -> None:
    """On its page and in the API, as what a user writes; here each question is an endless one."""
    (tmp_path / "sitecustomize.py").write_text(
        f"from plangraph.graph import Graph\nGraph.sparql = lambda *_, **__: {ENDLESS!r}\n"
    )
    with Served(store, "--timeout", "1", PYTHONPATH=str(tmp_path)) as served:
        for place in ("/questions/plans", "/questions/plans.csv", "/api/questions/plans"):
            response = served.client.get(place)
            assert response.status_code == 503
            assert response.headers["retry-after"]
            assert "stopped after 1 second" in response.text
        until(lambda: _busy(served, 0.3) < 0.1, 5)


def test_a_query_whose_client_has_gone_is_stopped(site: Served) -> None:
    with pytest.raises(httpx.ReadTimeout):
        site.ask(ENDLESS, timeout=0.5)
    until(lambda: _busy(site, 0.3) < 0.1, 2)


def test_a_stream_whose_reader_has_gone_is_stopped(site: Served) -> None:
    with site.client.stream("POST", "/sparql", content=STREAM, headers=DIRECT) as response:
        next(response.iter_bytes())
    until(lambda: _busy(site, 0.3) < 0.1, 4)


def test_a_stream_that_takes_too_long_ends_without_an_end(store: Path) -> None:
    """Whoever reads a cut stream is told: the last chunk is missing."""
    with (
        Served(store, "--timeout", "1", "--max-rows", "1000000000") as served,
        pytest.raises(httpx.RemoteProtocolError),
        served.client.stream("POST", "/sparql", content=STREAM, headers=DIRECT) as response,
    ):
        for _piece in response.iter_bytes():
            pass


def test_memory_stays_flat_while_much_is_sent(patient: Served) -> None:
    site = patient
    process = psutil.Process(site.process.pid)
    site.ask("ASK {}")
    before = process.memory_info().rss
    size = 0
    with site.client.stream("POST", "/sparql", content=STREAM, headers=DIRECT) as response:
        for piece in response.iter_bytes():
            size += len(piece)
            if size > 60_000_000:
                break
    assert size > 60_000_000
    assert process.memory_info().rss - before < 40_000_000


def test_the_engine_is_killed_while_it_works(store: Path) -> None:
    with Served(store, "--timeout", "30") as served:
        answers: list[httpx.Response] = []

        def ask() -> None:
            with httpx.Client(base_url=served.address, timeout=60) as client:
                answers.append(client.post("/sparql", content=ENDLESS, headers=DIRECT))

        asking = [threading.Thread(target=ask) for _ in range(3)]
        for one in asking:
            one.start()
        until(lambda: _working(served) == 3, 20)
        for engine in served.engines():
            engine.send_signal(signal.SIGKILL)
        start = time.monotonic()
        for one in asking:
            one.join(10)
        assert [one.status_code for one in answers] == [503] * 3
        assert all(one.headers["retry-after"] == "1" for one in answers)
        until(lambda: served.ask("ASK {}").status_code == 200, 2)
        assert time.monotonic() - start < 2


def test_engines_end_with_the_site(store: Path) -> None:
    served = Served(store)
    served.ask("ASK {}")
    engines = served.engines()
    assert engines
    served.process.kill()
    served.process.wait()
    until(lambda: not any(one.is_running() for one in engines), 3)
    served.close()


def test_a_rebuild_while_serving(store: Path, tmp_path: Path) -> None:
    """Readers see the old graph or the new one, never neither; engines of the old one end."""
    place = tmp_path / "store"
    shutil.copytree(store, place)
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    quads = [*Graph(stores.open_store(str(place)).query, "").quads()]
    with Served(place) as served:
        old = {one.pid for one in served.engines()}

        def number() -> int:
            response = served.ask(count)
            assert response.status_code == 200, response.text
            return int(response.json()["results"]["bindings"][0]["n"]["value"])

        assert number() == len(quads)
        seen = set()
        builder = threading.Thread(target=stores.replace, args=(str(place), quads[:5000]))
        builder.start()
        while builder.is_alive():
            seen.add(number())
        seen.add(number())
        assert seen <= {len(quads), 5000}
        assert number() == 5000
        until(lambda: not old & {one.pid for one in served.engines()}, 5)


def test_a_full_disk_stops_the_dumps_and_nothing_else(store: Path, tmp_path: Path) -> None:
    """A limit to the size of its files is to the site what a full disk is, and can be lifted."""
    require(hasattr(psutil, "RLIMIT_FSIZE"), "a system that limits files of another process")
    with Served(store, XDG_CACHE_HOME=str(tmp_path)) as served:
        process = psutil.Process(served.process.pid)
        process.rlimit(psutil.RLIMIT_FSIZE, (50_000, psutil.RLIM_INFINITY))
        response = served.client.get("/dumps/plangraph.nq.gz")
        assert response.status_code == 503
        assert response.headers["retry-after"]
        assert str(tmp_path) not in response.text
        assert [path for path in tmp_path.rglob("*") if "plangraph." in path.name] == []
        assert served.ask("ASK {}").status_code == 200
        assert served.client.get("/about").status_code == 200
        process.rlimit(psutil.RLIMIT_FSIZE, (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY))
        assert len(served.client.get("/dumps/plangraph.nq.gz").content) > 50_000


def test_slow_clients_are_let_go(store: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import plangraph.serve.guard as g\ng.SLOWEST_BODY = 1\n"
        "import plangraph.serve.connection as c\nc.SLOWEST_HEAD = 1\nc.SLOWEST_READER = 1\n"
    )
    with Served(store, PYTHONPATH=str(tmp_path)) as served:
        head = f"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n"
        body = "Content-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\nASK"
        for said, status in ((b"", b""), (b"GET / HT", b""), ((head + body).encode(), b"408")):
            with socket.create_connection(("127.0.0.1", served.port or 0)) as client:
                client.sendall(said)
                client.settimeout(5)
                answer = client.recv(1000)
                assert answer.split(b" ")[1:2] == ([status] if status else [])
        # A reader that stands still loses its connection, and frees the engine.
        with socket.create_connection(("127.0.0.1", served.port or 0)) as client:
            asked = quote(STREAM)
            client.sendall(
                f"GET /sparql?query={asked} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
            )
            time.sleep(3)
            assert _busy(served, 0.3) < 0.1
        assert served.ask("ASK {}").status_code == 200


def test_a_thousand_idle_connections(site: Served) -> None:
    """More are opened by ``benchmarks/serving.py --idle 10000``."""
    idle = [socket.create_connection(("127.0.0.1", site.port or 0)) for _ in range(1000)]
    try:
        assert site.ask("ASK {}").status_code == 200
        assert site.client.get("/").status_code == 200
    finally:
        for one in idle:
            one.close()
