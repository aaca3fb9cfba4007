"""The JSON API: the same rows as the command, described so that programs can read it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openapi_spec_validator
import pytest

from plangraph.graph import Graph
from plangraph.questions import find, names
from plangraph.serve import api
from plangraph.serve.pages.asking import rows
from plangraph.serve.pages.visit import Visit
from plangraph.show import describe
from plangraph.tables import Table, render

from .pages import visitor
from .served import Served, required


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[Served]:
    with Served(store) as served:
        yield served


@pytest.fixture(scope="module")
def described(site: Served) -> Any:
    return site.client.get("/api/openapi.json").json()


@pytest.mark.parametrize("name", names())
def test_the_rows_are_those_of_the_command(
    site: Served, graph: Graph, described: Any, name: str
) -> None:
    question = find(name)
    given = required(name)
    expected = graph.query(name, **given)
    response = site.client.get(f"/api/questions/{name}", params=given)
    assert response.headers["content-type"] == "application/json"
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.json() == json.loads(render(expected, "json"))
    # … and have the columns and parameters that the description promises.
    operation = described["paths"][f"/api/questions/{name}"]["get"]
    rows = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert rows["items"]["required"] == list(expected.columns)
    assert {p["name"] for p in operation["parameters"]} == set(question.parameters)


def test_the_description_is_openapi(described: Any) -> None:
    assert described["openapi"] == "3.1.0"
    for path, methods in described["paths"].items():
        assert set(methods) == {"get"}
        for parameter in methods["get"]["parameters"]:
            assert (f"{{{parameter['name']}}}" in path) == (parameter["in"] == "path")
    ids = [methods["get"]["operationId"] for methods in described["paths"].values()]
    assert len(ids) == len(set(ids))


def test_the_description_passes_a_validator(described: Any) -> None:
    openapi_spec_validator.validate(described)


def test_other_formats(site: Served) -> None:
    found = site.client.get("/api/questions/plans", headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(found.text)))
    assert len(rows) == len(site.client.get("/api/questions/plans").json())
    again = site.client.get("/api/questions/plans?format=csv")
    assert again.text == found.text
    assert site.client.get("/api/questions/plans?format=exe").status_code == 406
    picture = site.client.get("/api/questions/plans", headers={"Accept": "image/png"})
    assert picture.status_code == 406


def test_one_thing(site: Served, graph: Graph) -> None:
    name = "kodaira-4th@submitted/policy-4"
    found = site.client.get(f"/api/things/{name}", headers={"Accept-Language": "en"}).json()
    expected = json.loads(json.dumps(describe(graph, name)))
    assert found["evidence"] == expected["evidence"]
    assert found["iri"] == expected["iri"]
    assert site.client.get(f"/api/things/{name}-not").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/questions/nothing", 404),
        ("/api/questions/sectoral-plans", 400),
        ("/api/questions/sectoral-plans?city=atlantis", 400),
        ("/api/questions/sectoral-plans?city=kodaira&colour=red", 400),
        ("/api/questions/sdg-elements?goal=99", 400),
        ("/api/questions/plans.rq", 404),
        ("/api/questions/..%2Fplans", 404),
    ],
)
def test_problems_are_told(site: Served, path: str, status: int) -> None:
    response = site.client.get(path)
    assert response.status_code == status
    if response.headers["content-type"] == "application/problem+json":
        assert response.json()["status"] == status
        assert response.json()["title"]
    else:
        assert "%2F" in path


def test_an_answer_that_is_known_is_not_sent_again(site: Served) -> None:
    first = site.client.get("/api/questions/plans")
    tag = {"If-None-Match": first.headers["etag"]}
    assert site.client.get("/api/questions/plans", headers=tag).status_code == 304


def test_an_answer_is_made_once(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counting(visit: Visit, sparql: str) -> Table:
        made.append(sparql)
        return rows(visit, sparql)

    monkeypatch.setattr(api, "rows", counting)
    with visitor(store) as client:
        answers = [client.get("/api/questions/plans?format=json").text for _ in range(3)]
    assert len(made) == 1
    assert len(set(answers)) == 1


def test_problems_are_told_in_the_language_of_the_reader(site: Served) -> None:
    for path in ("/api/questions/nothing", "/api/questions/expired?on=2026&city=atlantis",
                 "/api/questions/plans?format=exe", "/sparql?query=ASK{", "/sparql?query=A&query=B",
                 "/api/questions/plans?x=" + "a" * 5000):  # fmt: skip
        told = {
            language: site.client.get(path, headers={"Accept-Language": language}).text
            for language in ("ja", "en")
        }
        japanese = re.compile("[ぁ-ん]")
        assert japanese.search(told["ja"]), told
        assert not japanese.search(told["en"].replace("atlantis", "")), told
