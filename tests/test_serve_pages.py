"""The pages of the site, every kind of them: whole, light, and told to programs."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from plangraph.graph import Graph
from plangraph.vocabulary import Names
from tests.browser.test_site import PAGES, status

from .pages import HOST, Page, visitor

#: Bytes that a page may have, packed, without its pictures.
LARGEST = 100_000


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[TestClient]:
    """The site of the real plans."""
    with visitor(store) as client:
        yield client


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole(site: TestClient, name: str, language: str) -> None:
    answer = site.get(PAGES[name], headers={"accept-language": language})
    assert answer.status_code == status(name)
    assert answer.headers["content-language"] == language
    page = Page(answer.text)
    assert (page.open, page.unclosed) == ([], [])
    assert page.all("html") == [{"lang": language, "data-lang": language}]
    assert len(page.all("h1")) == 1
    assert answer.text.partition("</head>")[0].count("<title>") == 1
    assert page.all("a", **{"class": "skip"})[0]["href"] == "#main"
    assert [one["id"] for one in page.all("main")] == ["main"]
    ids = [found["id"] for _tag, found in page.tags if "id" in found]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_neither_style_nor_script_in_it(site: TestClient, name: str) -> None:
    page = Page(site.get(PAGES[name]).text)
    assert not page.all("style")
    for attributes, content in page.scripts:
        data = attributes.get("type", "").endswith("json")
        assert data or not content.strip()
    for tag, attributes in page.tags:
        wrong = [key for key in attributes if key == "style" or key.startswith("on")]
        assert not wrong, f"{tag} {attributes}"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_tells_programs_what_it_is(site: TestClient, name: str) -> None:
    page = Page(site.get(PAGES[name]).text)
    if status(name) != 200:
        assert page.all("meta", name="robots")[0]["content"] == "noindex"
        return
    (canonical,) = page.all("link", rel="canonical")
    assert unquote(canonical["href"]) == PAGES[name].split("&city")[0] or "city=" in PAGES[name]
    assert {one["hreflang"] for one in page.all("link") if "hreflang" in one} == {"ja", "en"}
    told = [json.loads(text) for attributes, text in page.scripts
            if attributes.get("type") == "application/ld+json"]  # fmt: skip
    assert told[0]["@context"] == "https://schema.org"
    assert told[0]["inLanguage"] == "en"
    assert told[0]["name"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(site: TestClient, name: str) -> None:
    body = site.get(PAGES[name]).text
    without = re.sub(r"<svg\b.*?</svg>", "", body, flags=re.S)
    assets = [
        site.get(found.get("href") or found["src"]).content
        for tag, found in Page(body).tags
        if tag in ("link", "script") and "/static/" in (found.get("href") or found.get("src", ""))
    ]
    packed = sum(len(gzip.compress(part)) for part in [without.encode(), *assets])
    assert packed < LARGEST


def test_every_link_of_every_page_leads_somewhere(site: TestClient) -> None:
    seen: dict[str, str] = {}
    for place in PAGES.values():
        body = Page(site.get(place).text)
        links = [found["href"] for _tag, found in body.tags if found.get("href")]
        links += [found["src"] for _tag, found in body.tags if found.get("src")]
        for link in links:
            parts = urlsplit(urljoin(HOST + place, link))
            if parts.netloc == "localhost" and not link.startswith("#"):
                seen.setdefault(parts._replace(fragment="").geturl(), place)
    # Of each kind of address some, evenly, and the longest; elements alone are hundreds.
    kinds: dict[str, list[str]] = {}
    for link in sorted(seen):
        path = urlsplit(link).path
        key = re.sub(r"[@%\w.-]+$", "", path) + str("." in path[-8:]) + str("?" in link)
        kinds.setdefault(key, []).append(link)
    chosen = [link for links in kinds.values() for link in links[:: max(1, len(links) // 5)]]
    chosen += [max(links, key=len) for links in kinds.values()]
    wrong = {}
    for link in chosen:
        answer = site.get(link, follow_redirects=True)
        if answer.status_code != 200:
            wrong[link] = (answer.status_code, seen[link])
    assert wrong == {}
    assert len(chosen) > 100


def test_data_of_a_page_says_the_same_as_the_graph(site: TestClient, graph: Graph) -> None:
    page = Page(site.get(PAGES["element"]).text)
    links = {one["type"]: one["href"] for one in page.all("link", rel="alternate")
             if "type" in one}  # fmt: skip
    assert set(links) == {"text/turtle", "application/ld+json"}
    turtle = site.get(links["text/turtle"], headers={"accept": "*/*"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    iri = Names().element("kodaira-4th@submitted", "policy-4").value
    said = graph.select(f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ <{iri}> ?p ?o }} }}")[0]["n"]

    read = list(pyoxigraph.parse(turtle.content, format=pyoxigraph.RdfFormat.TURTLE))
    own = [triple for triple in read if str(triple.subject) == f"<{iri}>"]
    assert len(own) == said
