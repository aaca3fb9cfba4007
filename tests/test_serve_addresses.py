"""Addresses of pages, and what is kept of them until the next build."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

import plangraph
from plangraph.municipalities import municipalities
from plangraph.serve.app import application
from plangraph.serve.prefectures import PREFECTURES
from plangraph.serve.settings import Settings
from plangraph.serve.site import Site
from plangraph.vocabulary import BASE, Names, segment

from .pages import HOST, Page, visitor


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[TestClient]:
    """The site of the real plans."""
    with visitor(store) as client:
        yield client


def test_a_page_that_did_not_change_is_not_sent_again(site: TestClient) -> None:
    first = site.get("/about")
    assert first.headers["content-encoding"] == "gzip"
    again = site.get("/about", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content
    other = site.get("/about", headers={"if-none-match": first.headers["etag"],
                                        "accept-language": "ja"})  # fmt: skip
    assert other.status_code == 200


def test_files_are_kept_for_ever_under_their_hash(site: TestClient) -> None:
    sheet = Page(site.get("/").text).all("link", rel="stylesheet")[0]["href"]
    answer = site.get(sheet)
    assert "immutable" in answer.headers["cache-control"]
    assert "header.site" in answer.text
    assert ".kind.policy" in answer.text


def test_readers_see_the_old_graph_or_the_new_one(store: Path, tmp_path: Path) -> None:
    place = tmp_path / "store"
    shutil.copytree(store, place)
    app = application(Settings(store=str(place)))
    with TestClient(app, base_url=HOST) as client:
        before = client.get("/about?lang=en").text
        view = app.state.site.view()
        plans = sorted((Path(__file__).parents[1] / "data" / "plans").rglob("koganei*.yaml"))
        plangraph.build(plans, store=place)
        after = client.get("/about?lang=en").text
        assert "koganei-5th-draft" in before
        assert "kiyose-5th-draft.txt" in before
        assert "kiyose-5th-draft.txt" not in after
        assert client.get("/id/plan/kiyose-5th@draft").status_code == 410
        # Who began before goes on with what was there.
        assert len(view.graph.query("plans")) == 5
        # A pointer that leads nowhere leaves the last graph in force.
        (place / "CURRENT").write_text("plangraph-store-2 generation-lost\n")
        assert client.get("/about?lang=en").text == after
        (place / "CURRENT").unlink()
        assert client.get("/?lang=en").status_code == 200


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1)
                .filter(lambda text: text not in (".", "..")), min_size=1, max_size=3))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_every_name_has_an_address_and_back(parts: list[str]) -> None:

    site = Site.__new__(Site)
    site.prefix = "/plans"
    site._view = type("V", (), {"names": Names()})()
    iri = BASE + "/".join(segment(part) for part in parts)
    path = site.path(iri)
    if path is not None and len(iri) < 1000:
        assert path.isascii()
        assert site.iri(path.removeprefix("/plans")) == iri


def test_a_site_below_a_path_links_below_it(store: Path) -> None:
    base = "https://example.jp/plans/"
    app = application(Settings(store=str(store), base=base, public=True))
    with TestClient(app, base_url="https://example.jp", root_path="/plans") as client:
        answer = client.get("/plans/id/plan/kodaira-4th@submitted", headers={"accept": "text/html"})
        assert answer.status_code == 200
        page = Page(answer.text)
        links = [one["href"] for one in page.all("a") if one["href"].startswith("/")]
        assert links
        assert all(link.startswith("/plans/") for link in links)
        (canonical,) = page.all("link", rel="canonical")
        assert canonical["href"] == f"{base}id/plan/kodaira-4th@submitted"


def test_prefectures_are_those_of_the_municipalities() -> None:

    for code, one in municipalities().items():
        assert PREFECTURES[code[:2]].ja == one.prefecture
