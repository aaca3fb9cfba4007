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


def test_comunica(site: Served) -> None:
    """Comunica, where it is installed: ``npm ci --prefix tests/browser``."""
    tool = Path(__file__).parent / "browser/node_modules/.bin/comunica-sparql"
    require(tool.exists(), "Comunica is not installed (npm ci in tests/browser)")
    source = f"sparql@{site.address}sparql"
    done = subprocess.run(
        [tool, source, ROWS, "-t", "application/sparql-results+json"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    assert len(json.loads(done.stdout)["results"]["bindings"]) == 50


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
