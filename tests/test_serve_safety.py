"""What must not happen: nothing is fetched, nothing is written, nothing breaks out."""

from __future__ import annotations

import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangraph.errors import QueryError
from plangraph.graph import Graph
from plangraph.serve.engine import refusing
from plangraph.vocabulary import Names

from .conftest import require
from .served import DIRECT, Served


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[Served]:
    with Served(store, "--timeout", "3") as served:
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
    assert site.ask(sparql).status_code == 200


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
    "/search.ttl?q={}", "/questions/{}.ttl", "/questions/search.jsonld?text={}", "/catalog.{}",
    "/compare.ttl?city={}", "/diff.rdf?older={}&newer={}",
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
    assert not INSIDE.search(response.text.replace(value, ""))
    if response.headers.get("content-type", "").startswith("text/html"):
        for tag in ("<script>alert", "<img src=x>"):
            assert tag not in response.text
        assert "968207" not in response.text
    assert "x" not in response.headers
