"""What the pages say where something is wrong; what is asked never becomes markup."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient

import plangraph
from plangraph.serve.app import application
from plangraph.serve.pages import home
from plangraph.serve.settings import Settings

from .pages import HOST, Page, visitor


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[TestClient]:
    """The site of the real plans."""
    with visitor(store) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/nothing", 404),
        ("/id/nothing", 404),
        ("/id/plan/kodaira-4th@submitted/nothing", 404),
        ("/id/municipality/99999", 404),
        ("/field/nothing", 404),
        ("/sdg/18", 404),
        ("/cities/48", 404),
        ("/questions/nothing", 404),
        ("/questions/..%2F..%2Fetc%2Fpasswd", 404),
        ("/questions/plans.exe", 404),
        ("/static/x/nothing.js", 404),
        ("/static/x/..%2Fsite.py", 404),
        ("/diff", 400),
        ("/diff?older=kodaira-4th@draft&newer=nowhere", 404),
        ("/compare?city=nowhere", 404),
        ("/compare?" + urlencode([("city", str(n)) for n in range(20)]), 400),
        ("/compare?city=koganei&on=never", 404),
        ("/picture?of=nowhere", 404),
        ("/search?q=" + "a" * 300, 400),
        ("/?" + "a" * 13_000, 414),
    ],
)
def test_what_is_wrong_is_said_without_the_inside(
    site: TestClient, store: Path, path: str, code: int
) -> None:
    answer = site.get(path)
    assert answer.status_code == code
    assert "Traceback" not in answer.text
    assert str(store) not in answer.text
    assert ".py" not in answer.text
    assert len(Page(answer.text).all("h1")) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "path",
    [
        "/compare?city=13202",
        "/diff?older=koganei-5th@draft&newer=koganei-5th@draft",
        "/compare?" + urlencode([("city", str(n)) for n in range(20)]),
    ],
)
def test_readers_are_not_told_to_run_commands(site: TestClient, path: str, language: str) -> None:
    for accept in ("text/html", "text/plain"):
        answer = site.get(path, headers={"Accept-Language": language, "Accept": accept})
        assert answer.status_code == 400
        assert "`plangraph" not in answer.text


def test_a_fault_of_ours_tells_nothing_of_the_inside(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_visit: object) -> None:
        raise RuntimeError("secret at /home/somebody")

    monkeypatch.setattr(home, "home", broken)
    app = application(Settings(store=str(store)))
    with TestClient(app, base_url=HOST, raise_server_exceptions=False) as client:
        answer = client.get("/", headers={"accept": "text/html"})
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "RuntimeError" not in answer.text
        plain = client.get("/", headers={"accept": "application/json"})
        assert plain.headers["content-type"].startswith("text/plain")
        assert plain.text.startswith("500 ")


def test_nothing_is_written(site: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert site.request(method, "/").status_code == 405


NASTY = "\"><script>alert(1)</script>&amp;\u2028{{977*991}}'--"


@pytest.mark.parametrize(
    "path",
    ["/search?q=", "/questions/search?text=", "/questions/expired?on=2026&city=", "/query?query=",
     "/nothing/", "/id/plan/", "/field/", "/compare?city=", "/diff?newer=x&older=", "/?x=",
     "/about?page=", "/sdg/11?prefecture="],
)  # fmt: skip
def test_what_is_asked_cannot_become_markup(site: TestClient, path: str) -> None:

    body = site.get(path + quote(NASTY, safe="")).text
    assert "<script>alert" not in body
    assert '"><script' not in body
    assert "968207" not in body


def test_titles_cannot_become_markup(tmp_path: Path) -> None:
    source = next((Path(__file__).parents[1] / "data" / "plans").rglob("koganei*draft*.yaml"))
    text = source.read_text(encoding="utf-8")
    title = re.search(r"title: (.*防災.*)", text)
    assert title
    nasty = '"<img src=x onerror=alert(1)></script><b>{{7*7}}"'
    (tmp_path / source.name).write_text(text.replace(title[0], f"title: {nasty}"), encoding="utf-8")
    plangraph.build([tmp_path / source.name], store=tmp_path / "store")
    graph = plangraph.open(tmp_path / "store")
    element = next(str(r["id"]) for r in graph.query("search", text="onerror"))
    with TestClient(application(Settings(store=str(tmp_path / "store"))), base_url=HOST) as client:
        for path in (f"/id/plan/{element}", "/id/plan/koganei-5th@draft", "/search?q=onerror",
                     "/compare?city=koganei", "/questions/search?text=onerror"):  # fmt: skip
            body = client.get(path, headers={"accept": "text/html"}).text
            assert "onerror" in body
            assert "<img src=x" not in body
            assert "{{7*7}}" in html.unescape(body)
            for attributes, content in Page(body).scripts:
                if content:
                    assert attributes["type"].endswith("json")
                    json.loads(content)


def test_a_goal_that_nothing_serves_offers_no_picture(site: TestClient) -> None:
    offered = {
        goal: "/picture?goal=" in site.get(f"/sdg/{goal}", headers={"Accept": "text/html"}).text
        for goal in range(1, 18)
    }
    drawn = {
        goal: site.get(f"/picture?goal={goal}", headers={"Accept": "text/html"}).status_code
        for goal in offered
    }
    assert {drawn[goal] for goal in offered if offered[goal]} == {200}
    assert any(offered.values())
    assert not all(offered.values())
