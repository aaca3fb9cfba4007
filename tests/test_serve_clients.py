"""The endpoint as the clients of others ask it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import plangraph
from plangraph.graph import Graph
from plangraph.questions import names
from plangraph.vocabulary import BASE

from .conftest import require
from .served import ROWS, Served, required


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[Served]:
    with Served(store) as served:
        yield served


def test_sparqlwrapper(site: Served) -> None:
    from SPARQLWrapper import GET, JSON, POST, XML, SPARQLWrapper

    for method in (GET, POST):
        client = SPARQLWrapper(site.address + "sparql")
        client.setMethod(method)
        client.setQuery(ROWS)
        client.setReturnFormat(JSON)
        found: Any = client.queryAndConvert()
        assert len(found["results"]["bindings"]) == 50
        client.setReturnFormat(XML)
        found = client.queryAndConvert()
        assert len(found.getElementsByTagName("result")) == 50


def test_rdflib(site: Served) -> None:
    from rdflib import Graph as RdflibGraph
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    for method in ("GET", "POST"):
        found = RdflibGraph(SPARQLStore(site.address + "sparql", method=method)).query(ROWS)
        assert len(list(found)) == 50


def test_curl(site: Served) -> None:
    command = ["curl", "-sf", "-H", "Accept: text/csv", "--data-urlencode", f"query={ROWS}"]
    try:
        done = subprocess.run([*command, site.address + "sparql"], capture_output=True, check=True)
    except FileNotFoundError:
        require(False, "curl")
    assert done.stdout.count(b"\r\n") == 51


def comunica(*arguments: str) -> Any:
    """Return what Comunica answers, as JSON; it comes with ``npm ci --prefix tests/browser``."""
    tool = Path(__file__).parent / "browser/node_modules/.bin/comunica-sparql"
    require(tool.exists(), "Comunica is not installed (npm ci in tests/browser)")
    done = subprocess.run(
        [tool, *arguments, "-t", "application/sparql-results+json"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_comunica_asks_the_endpoint(site: Served) -> None:
    found = comunica(f"sparql@{site.address}sparql", ROWS)
    assert len(found["results"]["bindings"]) == 50


def test_comunica_follows_an_iri(site: Served, graph: Graph) -> None:
    """It chooses among the formats that it is offered; an @ it would take for its own."""
    thing = "plan/kodaira-4th@submitted/policy-4"
    title = f"SELECT ?title {{ <{BASE}{thing}> <http://purl.org/dc/terms/title> ?title }}"
    found = comunica(f"{site.address}id/{thing.replace('@', '%40')}", title)
    expected = graph.select(title.replace("{", "{ GRAPH ?g {") + "}")
    assert expected
    assert {row["title"]["value"] for row in found["results"]["bindings"]} == {
        row["title"] for row in expected
    }


@pytest.mark.parametrize("name", names())
def test_a_named_question_has_the_same_rows_over_http(
    site: Served, graph: Graph, name: str
) -> None:
    given = required(name)
    there = plangraph.open(site.address + "sparql")
    # Rows that nothing orders may come in any order.
    key = repr
    assert sorted(there.query(name, **given).rows, key=key) == sorted(
        graph.query(name, **given).rows, key=key
    )
