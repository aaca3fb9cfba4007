"""What must not happen: nothing is fetched, nothing is written, nothing runs for ever."""

from __future__ import annotations

import os
import re
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
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangraph import store as stores
from plangraph.errors import QueryError
from plangraph.graph import Graph
from plangraph.serve.engine import refusing
from plangraph.vocabulary import Names

from .conftest import require
from .served import Served, until

DIRECT = {"Content-Type": "application/sparql-query"}
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


class Canary:
    """A server on loopback that must never be called."""

    def __init__(self) -> None:
        self.calls: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.calls.append(connection.recv(1000) or b"connected")
            connection.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    found = Canary()
    yield found
    time.sleep(0.3)
    found.close()
    assert found.calls == []


FETCHING = {
    "service": "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "lower case": "select * { service <%s> { ?s ?p ?o } }",
    "by variable": "SELECT * { VALUES ?x { <%s> } SERVICE ?x { ?s ?p ?o } }",
    "by prefix": "PREFIX x: <%s> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "by base": "BASE <%s> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "in a filter": "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "in a filter not": "ASK { FILTER NOT EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "in a subquery": "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
    "in a minus": "SELECT * { ?s ?p ?o MINUS { SERVICE <%s> { ?s ?p ?o } } }",
    "in a construct": "CONSTRUCT { ?s ?p ?o } { SERVICE <%s> { ?s ?p ?o } }",
    "behind a comment": "SELECT * { # SERVICE\n SERVICE#x\n<%s>#y\n{ ?s ?p ?o } }",
    "behind a false comment": 'SELECT * { FILTER(1<true#c>"""\n) SERVICE <%s> {} #"""\n }',
    "behind a false string": "SELECT * { FILTER(?x = '\\u0027) SERVICE <%s> {} #') }",
    "escaped": "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "without spaces": "SELECT*{SERVICE<%s>{?s ?p ?o}}",
    "in a graph": "SELECT * { GRAPH ?g { SERVICE <%s> { ?s ?p ?o } } }",
    "from": "SELECT * FROM <%s> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "load": "LOAD <%s>",
    "load silent": "LOAD SILENT <%s> INTO GRAPH <a:b>",
    "insert": "INSERT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "delete": "DELETE WHERE { GRAPH ?g { ?s ?p ?o } } # %s",
    "clear": "CLEAR ALL # %s",
    "two operations": "ASK {} ; LOAD <%s>",
}


@pytest.mark.parametrize("name", FETCHING)
def test_nothing_is_fetched(site: Served, canary: Canary, name: str) -> None:
    sparql = FETCHING[name] % canary.address
    for response in (
        site.ask(sparql),
        site.client.get("/sparql", params={"query": sparql}),
        site.client.post("/sparql", data={"query": sparql}),
        site.client.post("/sparql", data={"update": sparql}),
    ):
        assert response.status_code == 400, response.text


@pytest.mark.parametrize("parameter", ["default-graph-uri", "named-graph-uri"])
def test_a_foreign_dataset_is_refused(site: Served, canary: Canary, parameter: str) -> None:
    asked = {"query": "SELECT * { ?s ?p ?o }", parameter: canary.address}
    assert site.client.get("/sparql", params=asked).status_code == 400
    assert site.client.post("/sparql", data=asked).status_code == 400


def test_the_engine_itself_has_no_network(
    store: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The second wall: were the first one passed, nothing would be reached."""
    (tmp_path / "sitecustomize.py").write_text(
        "import plangraph.serve.engine.refusing as r\nr.refuse = lambda *_: None\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Served(store) as served:
        own = os.readlink(f"/proc/{os.getpid()}/ns/net") if os.path.exists("/proc/self/ns") else ""
        engine = served.engines()[0].pid
        if not own or os.readlink(f"/proc/{engine}/ns/net") == own:
            require(False, "a system that lets a process leave the network")
        response = served.ask(FETCHING["service"] % canary.address)
        assert response.status_code >= 500
        assert served.ask("ASK {}").json()["boolean"] is True


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s ?p "social service" FILTER(CONTAINS(?p, "service {")) }',
        "PREFIX service: <http://x/> SELECT ?service { ?service service:from service:service }",
        "SELECT * { ?from ?service 'FROM here' } # from there: service",
    ],
)
def test_words_that_only_look_so_are_harmless(site: Served, sparql: str) -> None:
    response = site.ask(sparql)
    assert response.status_code in (200, 400)
    if response.status_code == 400:  # the engine's own type error, never ours
        assert "SERVICE" not in response.text


def test_graphs_of_the_dataset_may_be_named(site: Served, graph: Graph) -> None:
    catalogue = Names().graph("catalogue").value
    sparql = f"SELECT * FROM <{catalogue}> {{ ?s ?p ?o }}"
    found = site.ask(sparql).json()["results"]["bindings"]
    assert len(found) == len(graph.select(f"SELECT * {{ GRAPH <{catalogue}> {{ ?s ?p ?o }} }}"))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["SERVICE", "service ", "SILENT ", "<http://x/>", "?x", "x:y", "{", "}", "#", "\n", " ",
             '"', "'", '"""', "\\u0053", "\\", "<", ">", "FROM ", "NAMED ", "FILTER(", ")", "a"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_what_the_engine_takes_for_a_service_is_refused(parts: list[str]) -> None:
    """Whatever the engine's parser accepts and calls, our reading finds first."""
    import pyoxigraph

    sparql = "SELECT * { " + "".join(parts) + " }"
    called = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        sparql = sparql.replace("http://x/", f"http://127.0.0.1:{door.getsockname()[1]}/")
        try:
            refusing.refuse(sparql, lambda _iri: True)
        except QueryError:
            return
        door.settimeout(0.02)
        try:
            list(pyoxigraph.Store().query(sparql))  # type: ignore[arg-type]
        except SyntaxError:
            return
        except (OSError, ValueError, TypeError):
            called.append(sparql)
    assert called == []


# -- time and memory -------------------------------------------------------------------


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


# -- faults ------------------------------------------------------------------------------


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
    blocked = tmp_path / "cache"
    blocked.write_text("a file where a folder is needed")
    with Served(store, XDG_CACHE_HOME=str(blocked)) as served:
        response = served.client.get("/dumps/plangraph.nq.gz")
        assert response.status_code == 503
        assert response.headers["retry-after"]
        assert str(tmp_path) not in response.text
        assert served.ask("ASK {}").status_code == 200


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


# -- what comes back ----------------------------------------------------------------------

INSIDE = re.compile(r"Traceback|File \"|site-packages|/tmp/|/home/|\.py\b|generation-[0-9a-f]{6}")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../pyproject.toml",
        "/static/%2e%2e/%2e%2e/settings.py",
        "/static/x/..%2f..%2fsettings.py",
        "/static/x/....//....//etc/passwd",
        "/static//etc/passwd",
        "/dumps/..%2f..%2fetc%2fpasswd",
        "/dumps/.lock",
        "/dumps/files.json",
        "/id/..%2f..%2f..%2fetc/passwd",
        "/id/../../../etc/passwd",
        "/ontology.ttl%00",
        "/ontology./../app.py",
        "/questions/..%2f..%2fpyproject",
        "/questions/%2fetc%2fpasswd.rq",
        "/questions/plans.rq",
        "/api/questions/..%2f..%2f..%2fetc%2fpasswd.rq",
    ],
)
def test_no_path_leads_out(site: Served, path: str) -> None:
    with socket.create_connection(("127.0.0.1", site.port or 0)) as client:
        client.settimeout(10)
        client.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b""
        while piece := client.recv(65536):
            answer += piece
    assert answer.split(b" ")[1] in (b"400", b"404", b"303", b"405"), answer[:200]
    assert b"root:" not in answer
    assert b"[project]" not in answer


def test_headers(site: Served) -> None:
    for path in ("/", "/nothing", "/sparql?query=x", "/id/plan/kodaira-4th@draft", "/robots.txt"):
        headers = site.client.get(path).headers
        policy = headers["content-security-policy"]
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
        assert "default-src 'none'" in policy or "default-src 'self'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"]
        assert headers["permissions-policy"]
        assert "server" not in headers
        assert "strict-transport-security" not in headers


def test_a_public_site_answers_to_its_name_only(store: Path) -> None:
    public = ["--public", "--base", "https://plans.example.jp/", "--workers", "1"]
    with Served(store, *public) as served:
        known = {"Host": "plans.example.jp"}
        response = served.client.get("/", headers=known)
        assert response.status_code == 200
        assert response.headers["strict-transport-security"]
        for host in ("evil.example", "plans.example.jp.evil.example", "127.0.0.1", ""):
            assert served.client.get("/", headers={"Host": host}).status_code in (400, 421)


def test_a_site_on_this_machine_has_no_other_name(site: Served) -> None:
    assert site.client.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert site.client.get("/", headers={"Host": f"localhost:{site.port}"}).status_code == 200


def test_too_much_is_refused(site: Served) -> None:
    assert site.client.get("/" + "a" * 20_000).status_code == 414
    assert site.client.get("/", headers={"X-Long": "a" * 40_000}).status_code in (400, 431)
    assert site.client.post("/sparql", content=b"a" * 2_000_000, headers=DIRECT).status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield b"a" * 50_000

    assert site.client.post("/sparql", content=pieces(), headers=DIRECT).status_code == 413


NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["<script>alert(1)</script>", "{{ 977*991 }}", "{% include '/etc/passwd' %}",
         '"><img src=x>', "' OR 1=1 --", '" } SERVICE <http://127.0.0.1:1/> { #', "\\u0022",
         "> } #", "\r\nX: 1", "${977*991}", "\x00", "%00", "../../etc/passwd",
         "javascript:alert(1)", "\udcff"]
    ),
)  # fmt: skip
PLACES = [
    "/?q={}", "/search?q={}", "/search?text={}", "/id/plan/{}", "/id/{}", "/field/{}", "/sdg/{}",
    "/questions/{}", "/questions/sectoral-plans?city={}", "/questions/search?text={}",
    "/questions/expired?city=kodaira&on={}", "/compare?city={}&city=koganei", "/query?query={}",
    "/sparql?query={}", "/sparql?query=ASK{{}}&default-graph-uri={}",
    "/sparql?query=ASK{{}}&format={}",
    "/cities/{}", "/static/{}/site.css", "/dumps/{}", "/sitemap-{}.xml", "/{}?lang={}",
    "/id/municipality/{}", "/id/plan/kodaira-4th@submitted/{}", "/api/search?text={}",
    "/api/questions/sectoral-plans?city={}", "/api/questions/{}",
]  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(PLACES), value=NASTY, accept=NASTY, raw=st.booleans())
def test_nothing_that_is_sent_breaks_out(
    site: Served, place: str, value: str, accept: str, raw: bool
) -> None:
    sent = quote(value.encode("utf-8", "surrogatepass"), safe="" if not raw else "/<>\"'{}")
    try:
        response = site.client.get(
            place.format(sent, sent),
            headers={b"Accept": accept.encode("utf-8", "surrogatepass")},
        )
    except (httpx.LocalProtocolError, httpx.InvalidURL):
        return  # never left the client
    assert response.status_code != 500, (place, value)
    assert response.status_code < 500 or response.status_code == 503
    assert not INSIDE.search(response.text) or "text/html" not in response.headers["content-type"]
    assert "Traceback" not in response.text
    if response.headers.get("content-type", "").startswith("text/html"):
        for tag in ("<script>alert", "<img src=x>"):
            assert tag not in response.text
        assert "968207" not in response.text
    assert "x" not in response.headers
