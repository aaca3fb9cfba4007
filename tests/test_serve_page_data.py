"""The data of pages: every page has what it shows beside it, in Turtle and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat
from starlette.testclient import TestClient

from plangraph.graph import Graph
from plangraph.questions import names
from plangraph.vocabulary import DCTERMS, PG, RDF, SCHEMA, SHACL, SKOS, Names
from tests.browser.test_site import PAGES, status

from .pages import HOST, Page, visitor
from .served import required

FORMATS = {"text/turtle": RdfFormat.TURTLE, "application/ld+json": RdfFormat.JSON_LD}


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[TestClient]:
    """The site of the real plans."""
    with visitor(store) as client:
        yield client


def told(site: TestClient, path: str, **headers: str) -> pyoxigraph.Store:
    answer = site.get(path, headers=headers)
    assert answer.status_code == 200, (path, answer.text[:300])
    media = answer.headers["content-type"].partition(";")[0]
    found = pyoxigraph.Store()
    found.load(answer.content, format=FORMATS[media])
    return found


def subjects(found: pyoxigraph.Store, kind: NamedNode) -> set[str]:
    return {
        str(quad.subject.value)  # type: ignore[union-attr]
        for quad in found.quads_for_pattern(None, RDF.type, kind, None)
    }


@pytest.mark.parametrize("name", [name for name in PAGES if status(name) == 200])
def test_every_page_has_its_data_beside_it(site: TestClient, name: str) -> None:
    page = Page(site.get(PAGES[name]).text)
    links = {one["type"]: one["href"] for one in page.all("link", rel="alternate")
             if "type" in one}  # fmt: skip
    assert links.keys() == FORMATS.keys()
    assert {one["href"] for one in page.all("a")} >= set(links.values())
    turtle, other = (told(site, link) for link in links.values())
    assert {str(quad) for quad in turtle} == {str(quad) for quad in other}
    assert len(turtle) > 0 or name == "search-nothing"
    if links["text/turtle"].partition(".")[0] == PAGES[name].partition("?")[0]:
        negotiated = told(site, PAGES[name], accept="text/turtle")
        assert {str(quad) for quad in negotiated} == {str(quad) for quad in turtle}


def test_a_form_has_the_data_of_its_question(site: TestClient) -> None:
    for path in ("/questions/expired", "/questions/expired?city=13211&on=never"):
        page = Page(site.get(path).text)
        (turtle,) = page.all("link", type="text/turtle")
        assert turtle["href"] == "/questions.ttl"
    assert len(told(site, "/search.ttl")) == 0


def test_lists_hold_what_they_list(site: TestClient, graph: Graph) -> None:
    ours = Names()
    read = {ours.municipality(code).value for code in ("13210", "13211", "13221")}
    assert subjects(told(site, "/cities.ttl"), PG.Municipality) == read
    tokyo = subjects(told(site, "/cities/13.ttl"), PG.Municipality)
    assert len(tokyo) == 62
    assert read < tokyo
    assert len(subjects(told(site, "/fields.ttl"), SKOS.Concept)) == len(
        graph.select("SELECT ?f { GRAPH ?g { ?f a ?concept } FILTER(STRSTARTS(STR(?f),"
                     " 'https://w3id.org/plangraph/field/')) VALUES ?concept {"
                     f" {SKOS.Concept} }} }}")
    )  # fmt: skip
    found = told(site, f"/search.ttl?q={quote('防災体制')}")
    ids = {quad.object.value for quad in found.quads_for_pattern(None, DCTERMS.identifier, None)}  # type: ignore[union-attr]
    assert {str(row["id"]) for row in graph.search("防災体制")} == ids
    versions = {f"{one}@{state}" for one, state in
                (("kodaira-4th", "draft"), ("kodaira-4th", "submitted"))}  # fmt: skip
    both = told(site, "/diff.ttl?older=kodaira-4th@draft&newer=kodaira-4th@submitted")
    assert subjects(both, PG.PlanVersion) >= {ours.version(one).value for one in versions}
    assert len(both) > 4_000


@pytest.mark.parametrize("name", names())
def test_rows_of_a_question_as_rdf(site: TestClient, graph: Graph, name: str) -> None:
    given = required(name)
    address = "&".join(f"{key}={quote(value)}" for key, value in given.items())
    found = told(site, f"/questions/{name}.ttl?{address}")
    rows = graph.query(name, **given)
    cells = [value for row in rows.rows for value in row if value is not None]
    assert len(found) == len(cells)
    lines = {str(quad.subject.value).rpartition("=")[2] for quad in found}
    assert len(lines) == len(rows)
    plain = {str(value) for value in cells if isinstance(value, str) and "@" not in value}
    said = {quad.object.value for quad in found}
    assert plain <= said
    for quad in found:
        if str(quad.predicate.value).endswith("#id"):
            assert str(quad.object.value).startswith(Names().base)


def test_the_questions_are_examples_for_editors_of_sparql(site: TestClient) -> None:
    found = told(site, "/questions.ttl")
    asked = subjects(found, SHACL.SPARQLSelectExecutable)
    assert asked == {f"{HOST}/questions/{name}" for name in names()}
    for quad in found.quads_for_pattern(None, SHACL.select, None):
        assert isinstance(quad.object, Literal)
        pyoxigraph.Store().query(quad.object.value)  # is SPARQL
    targets = {quad.object for quad in found.quads_for_pattern(None, SCHEMA.target, None)}
    assert targets == {NamedNode(f"{HOST}/sparql")}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/cities/48.ttl", 404),
        ("/diff.ttl", 400),
        ("/diff.ttl?older=a&newer=b", 404),
        ("/compare.ttl?city=atlantis", 404),
        ("/questions/nothing.ttl", 404),
        ("/questions/expired.ttl", 400),
        ("/catalog.exe", 404),
        ("/search.ttl?q=%22", 400),
    ],
)
def test_data_that_is_not_there(site: TestClient, path: str, code: int) -> None:
    assert site.get(path).status_code == code
