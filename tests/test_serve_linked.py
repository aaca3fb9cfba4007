"""Linked data: every IRI answers, in every format, and the server describes itself."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

import plangraph
from plangraph.graph import Graph
from plangraph.serve.negotiation import GRAPHS, choose
from plangraph.store import WITHDRAWN, withdrawn
from plangraph.vocabulary import BASE

from .served import Served

FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
ENDINGS = {"ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json",
           "rdf": "application/rdf+xml"}  # fmt: skip
THING = "/id/plan/kodaira-4th@submitted/policy-4"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site keeps files."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def site(store: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    place = tmp_path_factory.mktemp("linked")
    shutil.copytree(store, place / "store")
    listed = ("plan/old@draft", "plan/koganei-5th@draft")  # the second is there again
    lines = "".join(f"{BASE}{one}\n" for one in listed)
    (place / "store" / WITHDRAWN).write_text(lines, encoding="utf-8")
    with Served(place / "store", XDG_CACHE_HOME=str(cache)) as served:
        yield served


def triples(body: bytes, form: RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in pyoxigraph.parse(body, format=form)}


@pytest.mark.parametrize("media", FORMATS)
def test_every_format_says_the_same(site: Served, media: str) -> None:
    response = site.client.get(THING, headers={"Accept": media})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(media)
    assert "Accept" in response.headers["vary"]
    assert response.headers["access-control-allow-origin"] == "*"
    turtle = site.client.get(THING, headers={"Accept": "text/turtle"}).content
    found = triples(response.content, FORMATS[media])
    assert found == triples(turtle, RdfFormat.TURTLE)
    assert any(f"<{BASE}{THING.removeprefix('/id/')}>" in triple for triple in found)
    quads = pyoxigraph.parse(response.content, format=FORMATS[media])
    assert {quad.graph_name for quad in quads} == {pyoxigraph.DefaultGraph()}
    same = site.client.get(response.headers["content-location"])
    assert triples(same.content, FORMATS[media]) == found


def test_a_browser_gets_a_page(site: Served) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    for header in ({"Accept": accept}, {"Accept": "*/*"}, {}):
        response = site.client.get(THING, headers=header)
        assert response.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("ending", ENDINGS)
def test_endings(site: Served, ending: str) -> None:
    response = site.client.get(f"{THING}.{ending}", headers={"Accept": "text/html"})
    assert response.headers["content-type"].startswith(ENDINGS[ending])


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/id/plan/nothing", "text/turtle", 404),
        ("/id/plan/nothing", "text/html", 404),
        ("/id/plan/kodaira-4th@submitted/policy-4/more", "text/turtle", 404),
        ("/id/plan/old@draft", "text/turtle", 410),
        ("/id/plan/old@draft", "text/html", 410),
        ("/id/plan/old@draft/goal-1", "text/turtle", 410),
        ("/id/plan/old@draft2", "text/turtle", 404),
        ("/id/plan/koganei-5th@draft", "text/turtle", 200),
        ("/id/plan/koganei-5th@draft/measure-8", "text/html", 200),
        (THING, "image/png", 406),
        (THING, "text/turtle;q=0", 406),
        ("/catalog", "image/png", 406),
    ],
)
def test_statuses(site: Served, path: str, accept: str, status: int) -> None:
    assert site.client.get(path, headers={"Accept": accept}).status_code == status


def test_a_version_that_leaves_the_store_is_gone_and_may_come_back(tmp_path: Path) -> None:
    one, other, version = "plan/kiyose-5th", "plan/koganei-5th", "plan/kiyose-5th@draft"
    folder = Path(__file__).parents[1] / "data" / "plans"
    koganei, kiyose = (
        next(folder.rglob(f"{name}*.yaml")) for name in ("koganei-5th", "kiyose-5th")
    )
    plangraph.build([koganei, kiyose], store=tmp_path)
    with Served(tmp_path) as served:

        def status(iri: str) -> int:
            return served.client.get(f"/id/{iri}", headers={"Accept": "text/turtle"}).status_code

        assert [status(iri) for iri in (one, other, version)] == [200, 200, 200]
        plangraph.build([koganei], store=tmp_path)
        assert withdrawn(str(tmp_path)) == {BASE + one, BASE + version}
        assert [status(iri) for iri in (one, other, version)] == [410, 200, 410]
        assert status(f"{version}/measure-1-122") == 410
        plangraph.build([koganei, kiyose], store=tmp_path)
        assert [status(iri) for iri in (one, other, version)] == [200, 200, 200]


def test_every_iri_of_every_kind_answers(site: Served, graph: Graph) -> None:
    """One thing of each class, wherever it stands in the graph."""
    rows = graph.select(
        "SELECT ?class (SAMPLE(?s) AS ?thing) { GRAPH ?g { ?s a ?class FILTER(ISIRI(?s)) } }"
        " GROUP BY ?class"
    )
    asked = 0
    for row in rows:
        iri = str(row["thing"])
        path = iri.replace(BASE, "/id/").replace("https://w3id.org/plangraph/field/", "/field/")
        path = path.replace("http://metadata.un.org/sdg/", "/sdg/").partition("#")[0]
        if not path.startswith("/"):
            continue
        asked += 1
        response = site.client.get(path, headers={"Accept": "application/n-triples"})
        assert response.status_code == 200, (row, path)
        assert f"<{iri}>" in response.text, (row, path)
        page = site.client.get(path, headers={"Accept": "text/html"})
        assert page.status_code in (200, 303), (row, path)
    assert asked > 15


def test_what_is_known_is_not_sent_again(site: Served) -> None:
    first = site.client.get(THING, headers={"Accept": "text/turtle"})
    for header in (
        {"If-None-Match": first.headers["etag"]},
        {"If-Modified-Since": first.headers["last-modified"]},
    ):
        again = site.client.get(THING, headers={"Accept": "text/turtle", **header})
        assert (again.status_code, again.content) == (304, b"")
    tag = {"If-Modified-Since": first.headers["last-modified"], "Accept": "text/turtle"}
    assert site.client.get("/id/plan/nothing", headers=tag).status_code == 404
    older = {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    assert site.client.get(THING, headers={"Accept": "text/turtle", **older}).status_code == 200


# -- what the server says of itself ----------------------------------------------------

PREFIXES = """
PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX void: <http://rdfs.org/ns/void#>
PREFIX spdx: <http://spdx.org/rdf/terms#> PREFIX dcterms: <http://purl.org/dc/terms/>
"""


def described(site: Served, path: str, media: str = "text/turtle") -> pyoxigraph.Store:
    response = site.client.get(path, headers={"Accept": media})
    assert response.headers["content-type"].startswith(media)
    store = pyoxigraph.Store()
    store.load(response.content, format=FORMATS[media])
    return store


def rows(store: pyoxigraph.Store, sparql: str) -> list[Any]:
    return list(store.query(PREFIXES + sparql))  # type: ignore[arg-type]


@pytest.mark.parametrize("media", FORMATS)
def test_void(site: Served, graph: Graph, media: str) -> None:
    store = described(site, "/.well-known/void", media)
    ((triples_, endpoint),) = rows(
        store, "SELECT ?n ?e { ?d void:triples ?n ; void:sparqlEndpoint ?e ; void:dataDump ?f }"
        " GROUP BY ?n ?e",
    )  # fmt: skip
    count = graph.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")[0]["n"]
    assert int(triples_.value) == count
    assert site.client.get(endpoint.value, params={"query": "ASK {}"}).json()["boolean"]
    (example,) = rows(store, "SELECT ?x { ?d void:exampleResource ?x }")
    assert example[0].value.startswith(BASE)


def test_every_file_of_the_catalogue_is_there(site: Served, graph: Graph) -> None:
    store = described(site, "/catalog")
    files = rows(
        store, "SELECT ?file ?size ?sum { ?d dcat:distribution ?file . ?file dcat:byteSize ?size ;"
        " spdx:checksum/spdx:checksumValue ?sum }",
    )  # fmt: skip
    assert len(files) == 2
    for file, size, sum_ in files:
        body = site.client.get(file.value).content
        assert len(body) == int(size.value)
        assert hashlib.sha256(body).hexdigest() == sum_.value
    versions = rows(
        store, "SELECT ?id ?file { ?v dcterms:isPartOf ?d ; dcterms:identifier ?id ;"
        " dcat:distribution ?file }",
    )  # fmt: skip
    assert {one[0].value for one in versions} == {r["version"] for r in graph.query("plans")}
    for _id, file in versions:
        body = site.client.get(file.value).content
        assert len(triples(body, RdfFormat.TURTLE)) > 50


def test_the_catalogue_is_not_sent_again(site: Served) -> None:
    first = site.client.get("/catalog.ttl")
    assert first.headers["content-type"].startswith("text/turtle")
    again = site.client.get("/catalog.ttl", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_dumps_hold_the_dataset(site: Served, graph: Graph, cache: Path) -> None:
    expected = {str(quad) for quad in graph.quads()}
    packed = site.client.get("/dumps/plangraph.nq.gz")
    body = gzip.decompress(packed.content)
    assert {str(q) for q in pyoxigraph.parse(body, format=RdfFormat.N_QUADS)} == expected
    trig = gzip.decompress(site.client.get("/dumps/plangraph.trig.gz").content)
    assert {str(q) for q in pyoxigraph.parse(trig, format=RdfFormat.TRIG)} == expected
    sums = dict(
        line.split()[::-1] for line in site.client.get("/dumps/SHA256SUMS").text.splitlines()
    )
    assert sums["plangraph.nq.gz"] == hashlib.sha256(packed.content).hexdigest()
    tag = packed.headers["etag"]
    assert tag == f'"{sums["plangraph.nq.gz"]}"'
    again = site.client.get("/dumps/plangraph.nq.gz", headers={"If-None-Match": tag})
    assert again.status_code == 304
    for file in cache.rglob("plangraph.*"):
        file.unlink()  # as who clears a cache does
    assert site.client.get("/dumps/plangraph.nq.gz").content == packed.content
    part = site.client.get("/dumps/plangraph.nq.gz", headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, packed.content[:10])


def test_the_site_map_leads_to_pages(site: Served, graph: Graph) -> None:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"

    def places(path: str) -> list[str]:
        body = site.client.get(path).content
        return [str(one.text) for one in ElementTree.fromstring(body).iter(name)]

    found = [place for file in places("/sitemap.xml") for place in places(file)]
    assert len(found) == len(set(found))
    versions = graph.query("plans")
    assert len(found) > sum(int(str(row["elements"])) for row in versions)
    for place in found[::40]:
        assert site.client.get(place).status_code == 200, place
    assert "sitemap.xml" in site.client.get("/robots.txt").text
    assert site.client.get("/sitemap-99.xml").status_code == 404


@pytest.mark.parametrize("media", [*FORMATS, "text/html"])
def test_the_ontology_at_its_own_address(site: Served, media: str) -> None:
    response = site.client.get("/ontology", headers={"Accept": media})
    assert response.headers["content-type"].startswith(media)
    if media == "text/html":
        assert 'id="PlanVersion"' in response.text
        assert "unsafe-inline" not in response.headers["content-security-policy"]
    else:
        assert any("ontology#PlanVersion>" in t for t in triples(response.content, FORMATS[media]))


def test_follow_your_nose_with_a_client_of_others(site: Served) -> None:
    """rdflib finds the description of a thing by itself."""
    from rdflib import Graph as RdflibGraph

    found = RdflibGraph().parse(site.address + THING.lstrip("/"))
    assert len(found) > 10


def test_curl_follows(site: Served) -> None:
    done = subprocess.run(
        ["curl", "-sfL", "-H", "Accept: application/ld+json", site.address + THING.lstrip("/")],
        capture_output=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)


def test_negotiation() -> None:
    assert choose("text/turtle;q=0.5, application/rdf+xml", GRAPHS) == "rdfxml"
    assert choose("application/ld+json;profile=x;q=0.9, text/turtle;q=0.1", GRAPHS) == "jsonld"
    assert choose("*/*;q=0", GRAPHS) is None
    assert choose("text/*;q=0.3, */*;q=0.1", GRAPHS) == "turtle"
    assert choose("a" * 100_000, GRAPHS) is None
