"""The pages of the site: every kind, in both languages, and that they say what the graph says."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode, urljoin, urlsplit

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

import plangraph
from plangraph.compare import compare
from plangraph.compare.coherence import coherence
from plangraph.compare.facts import Source
from plangraph.graph import Graph
from plangraph.questions import names as question_names
from plangraph.serve.language import preferred
from plangraph.serve.prefectures import PREFECTURES
from plangraph.serve.settings import Settings
from plangraph.serve.site import Site
from plangraph.show import describe
from plangraph.vocabulary import BASE, Names
from tests.browser.test_site import PAGES, status

pytest.importorskip("starlette")
from starlette.testclient import TestClient

from plangraph.serve.app import application
from plangraph.serve.pages import home, search

HOST = "http://localhost"
#: Bytes that a page may have, packed, without its pictures.
LARGEST = 100_000


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[TestClient]:
    """The site of the real plans."""
    with TestClient(application(Settings(store=str(store))), base_url=HOST) as client:
        client.headers["accept"] = "text/html,*/*;q=0.8"
        client.headers["accept-language"] = "en"
        yield client


@pytest.fixture(autouse=True)
def _no_cookies(site: TestClient) -> None:
    """Forget what language an earlier test chose."""
    site.cookies.clear()


class Page(HTMLParser):
    """What of a page a test looks at."""

    VOID = frozenset(
        ["meta", "link", "br", "hr", "img", "input", "circle", "rect", "path", "line", "col", "wbr"]
    )

    def __init__(self, body: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self.unclosed: list[str] = []
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attributes}))
        if tag == "script":
            self.scripts.append((self.tags[-1][1], ""))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        while self.open and self.open[-1] != tag and self.open[-1] in ("p", "li", "option"):
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            found
            for name, found in self.tags
            if name == tag and all(found.get(key) == value for key, value in wanted.items())
        ]


def text_of(body: str) -> str:
    """The words of a page, without its tags."""
    without = re.sub(r"<(script|style)\b.*?</\1>", " ", body, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", without)).split())


# -- every kind of page ---------------------------------------------------------------------


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
    # Of each kind of address some, evenly; elements alone are hundreds.
    kinds: dict[str, list[str]] = {}
    for link in sorted(seen):
        path = urlsplit(link).path
        key = re.sub(r"[@%\w.-]+$", "", path) + str("." in path[-8:]) + str("?" in link)
        kinds.setdefault(key, []).append(link)
    chosen = [link for links in kinds.values() for link in links[:: max(1, len(links) // 5)]]
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
    import pyoxigraph

    read = list(pyoxigraph.parse(turtle.content, format=pyoxigraph.RdfFormat.TURTLE))
    own = [triple for triple in read if str(triple.subject) == f"<{iri}>"]
    assert len(own) == said


# -- what pages say -------------------------------------------------------------------------


def test_the_first_page_counts_what_there_is(site: TestClient, graph: Graph) -> None:
    rows = list(graph.query("plans"))
    text = text_of(site.get("/").text)
    assert f"{len({row['city'] for row in rows})} municipalities with plans" in text
    assert f"{len(rows)} versions" in text
    assert f"{sum(int(row['elements'] or 0) for row in rows)} goals, measures" in text


def test_an_element_shows_what_is_known_and_who_says_so(site: TestClient, graph: Graph) -> None:
    known = describe(graph, "kodaira-4th@submitted/policy-4")
    body = site.get(PAGES["element"]).text
    text = text_of(body)
    for part in (known["title"], known["title_en"], known["iri"], known["summary"]["en"]):
        assert part in text
    assert f"line {known['evidence']['line']}" in text
    assert known["evidence"]["quotation"] in text
    assert known["evidence"]["sha256"][:16] in text
    for parent in known["parents"]:
        assert parent["title"] in text or "Community" in text
    for status_name, label in (("judged", "judged by a curator"), ("inferred", "inferred by")):
        claimed = any(link["status"] == status_name for link in known["links"])
        assert (label in text) == claimed
    goals = {link["to"].rpartition("/")[2].partition(".")[0] for link in known["links"]
             if link["kind"] == "GoalLink"}  # fmt: skip
    assert goals == set(re.findall(r'class="el" href="/sdg/(\d+)"', body))
    others = [link for link in known["links"] if link["kind"] == "CounterpartLink"]
    for link in others:
        assert link["to"].removeprefix(BASE) in unquote(body)


def test_a_city_shows_which_of_its_plans_ran_out(site: TestClient, graph: Graph) -> None:
    from datetime import date

    side = Source(graph).sides(("kodaira",))[0]
    found = coherence(side, date.today())
    assert found.plans
    expired = sum(plan.state == "expired" for plan in found.plans)
    text = text_of(site.get("/id/municipality/13211").text)
    assert f"{expired} ran out" in text
    assert "has been read yet" in text_of(site.get("/id/municipality/01100").text)


def test_a_field_lists_what_the_question_lists(site: TestClient, graph: Graph) -> None:
    rows = list(graph.query("field-elements", field="disaster-prevention", city="koganei"))
    main = {str(row["id"]) for row in rows if row["rank"] == "primary"}
    body = site.get("/field/disaster-prevention?city=13210").text
    listed = set(re.findall(r'href="/id/plan/([^"#/]+/[^"#/]+)"', unquote(body)))
    assert main
    assert listed == main


def test_a_goal_keeps_apart_who_says_so(site: TestClient, graph: Graph) -> None:
    text = text_of(site.get("/sdg/11").text)
    for said, label in (("stated", "stated by the document"), ("judged", "judged by a curator")):
        count = len(graph.query("sdg-elements", goal=11, status=said))
        assert f"{count} {label}" in text


def test_a_target_leads_to_its_goal(site: TestClient) -> None:
    answer = site.get("/sdg/11.5", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sdg/11#11.5")


@pytest.mark.parametrize("name", question_names())
def test_a_question_answers_on_its_page_as_elsewhere(
    site: TestClient, graph: Graph, name: str
) -> None:
    from plangraph.questions import find

    likely = {
        "city": "koganei",
        "other": "kiyose",
        "plan": "koganei",
        "field": "disaster-prevention",
        "goal": "11",
        "on": "2026-04-01",
        "text": "防災",
        "kind": "policy",
        "department": "文化スポーツ課",
        "topic": "sdgs",
        "former": "kodaira-4th@draft",
        "newer": "kodaira-4th@submitted",
    }
    parameters = {
        one.name: likely[one.name] for one in find(name).parameters.values() if one.required
    }
    rows = graph.query(name, **parameters)
    page = site.get(f"/questions/{name}?{urlencode(parameters)}")
    assert page.status_code == 200
    assert len(re.findall("<tr>", page.text)) == (min(len(rows), 200) + 1 if len(rows) else 0)
    file = site.get(f"/questions/{name}.csv?{urlencode(parameters)}")
    assert file.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    read = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert read[0] == list(rows.columns)
    assert len(read) == len(rows) + 1
    told = site.get(f"/questions/{name}.json?{urlencode(parameters)}").json()
    asked = graph.select(graph.sparql(name, **parameters))
    assert told == json.loads(json.dumps(list(asked)))


def test_a_question_says_what_is_wrong_beside_its_form(site: TestClient) -> None:
    answer = site.get("/questions/expired?city=nowhere&on=2026")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    assert 'value="nowhere"' in answer.text
    assert "<table" not in answer.text


def test_search_pages_through_what_it_finds(
    site: TestClient, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = 7
    monkeypatch.setattr(search, "_ROWS", rows)
    every = [str(row["id"]) for row in graph.search("市民")]
    assert len(every) > 20
    found: list[str] = []
    for page in range(1, -(-len(every) // rows) + 1):
        body = unquote(site.get(f"/search?q=市民&page={page}").text)
        part = body.partition('<ol class="plainlist">')[2].partition("</ol>")[0]
        found += re.findall(r'href="/id/plan/([^"]+)"', part)
        assert ('rel="next"' in body) == (page * rows < len(every))
    assert found == every


def test_the_comparison_is_the_one_that_compare_makes(site: TestClient, graph: Graph) -> None:
    import openpyxl

    found = compare(graph, "koganei", "kiyose")
    body = site.get("/compare?city=koganei&city=kiyose").text
    for side in found.sides:
        assert side.outline
        assert side.outline.document in body
        assert side.outline.sha256 in body
    assert 'href="/id/plan/koganei-5th@draft/measure-8"' in body
    file = site.get("/compare.xlsx?city=koganei&city=kiyose")
    book = openpyxl.load_workbook(io.BytesIO(file.content))
    assert book.sheetnames[0] == "分野ごと"
    assert "koganei" in file.headers["content-disposition"]


def test_a_picture_brings_the_policy_that_lets_it_run(site: TestClient) -> None:
    answer = site.get("/picture?of=koganei")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "sha256-" in policy
    assert "frame-ancestors 'self'" in policy


# -- languages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        ("ja", "ja"),
        ("en-US,en;q=0.9,ja;q=0.8", "en"),
        ("fr, en-GB;q=0.8, ja;q=0.9", "ja"),
        ("ja;q=0, en;q=0.1", "en"),
        ("de", None),
        ("", None),
        ("ja;q=x, en", "en"),
        ("*", None),
    ],
)
def test_the_language_that_a_browser_prefers(accept: str, best: str | None) -> None:
    assert preferred(accept) == best


def test_a_language_that_is_chosen_is_kept(store: Path) -> None:
    with TestClient(application(Settings(store=str(store))), base_url=HOST) as client:
        first = client.get("/?lang=en", headers={"accept-language": "ja"})
        assert first.headers["content-language"] == "en"
        cookie = first.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        again = client.get("/about", headers={"accept-language": "ja"})
        assert again.headers["content-language"] == "en"
        assert client.get("/about?lang=xx").headers["content-language"] == "en"


# -- going wrong ----------------------------------------------------------------------------


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
        ("/?" + "a" * 5000, 414),
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


NASTY = "\"><script>alert(1)</script>&amp;\u2028{{7*7}}'--"


@pytest.mark.parametrize(
    "path",
    ["/search?q=", "/questions/search?text=", "/questions/expired?on=2026&city=", "/query?query=",
     "/nothing/", "/id/plan/", "/field/", "/compare?city=", "/diff?newer=x&older=", "/?x=",
     "/about?page=", "/sdg/11?prefecture="],
)  # fmt: skip
def test_what_is_asked_cannot_become_markup(site: TestClient, path: str) -> None:
    from urllib.parse import quote

    body = site.get(path + quote(NASTY, safe="")).text
    assert "<script>alert" not in body
    assert '"><script' not in body
    assert "{{" not in body or "&#34;" in body
    assert "49" not in re.findall(r"\{\{7\*7\}\}|(?<=;)49(?=')", body)


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


# -- caches and rebuilds --------------------------------------------------------------------


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
        assert client.get("/id/plan/kiyose-5th@draft").status_code == 404
        # Who began before goes on with what was there.
        assert len(view.graph.query("plans")) == 5
        # A pointer that leads nowhere leaves the last graph in force.
        (place / "CURRENT").write_text("plangraph-store-1 generation-lost\n")
        assert client.get("/about?lang=en").text == after
        (place / "CURRENT").unlink()
        assert client.get("/?lang=en").status_code == 200


# -- addresses ------------------------------------------------------------------------------


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1)
                .filter(lambda text: text not in (".", "..")), min_size=1, max_size=3))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_every_name_has_an_address_and_back(parts: list[str]) -> None:
    from plangraph.vocabulary import segment

    site = Site.__new__(Site)
    site.prefix = "/plans"
    site._view = type("V", (), {"names": Names()})()
    iri = BASE + "/".join(segment(part) for part in parts)
    path = site.path(iri)
    if path is not None and len(iri) < 1000:
        assert path.isascii()
        assert site.iri(path.removeprefix("/plans")) in (iri, None)


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
    from plangraph.municipalities import municipalities

    for code, one in municipalities().items():
        assert PREFECTURES[code[:2]].ja == one.prefecture


# -- the command ----------------------------------------------------------------------------


def test_settings_reach_worker_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Settings(store="/x", base="https://example.jp/", workers=3, language="en")
    monkeypatch.setenv("PLANGRAPH_SERVE", "")
    told.to_environment()
    assert Settings.from_environment() == told


def test_a_port_that_is_taken_is_said(run: Callable[..., Result]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", taken.getsockname()[1], "--no-browser")
    assert result.exit_code == 1
    assert "is in use" in result.output
    assert "--port" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--public"], "--base"),
        (["--base", "nowhere"], "no address"),
        (["--base", "https://x.example/?a=b"], "no address"),
        (["--store", "http://localhost/sparql"], "remote endpoint"),
        (["--host", "203.0.113.1", "--no-browser", "--port", "0"], "at this address"),
        (["--store", "/nonexistent/store"], "no store"),
    ],
)
def test_what_cannot_be_served_is_said(
    run: Callable[..., Result], arguments: list[str], said: str
) -> None:
    result = run("serve", *arguments)
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("workers", [1, 2])
def test_serving_begins_says_where_and_ends_cleanly(store: Path, workers: int) -> None:
    from urllib.request import urlopen

    environment = os.environ | {"PLANGRAPH_STORE": str(store), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "plangraph", "serve", "--port", "0", "--workers", str(workers)],
        env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    try:
        assert server.stdout
        line = server.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, line
        with urlopen(address[0], timeout=30) as answer:
            assert b"plangraph" in answer.read()
        os.killpg(server.pid, signal.SIGINT)  # as Ctrl-C in a terminal does
        out, err = server.communicate(timeout=20)
    finally:
        server.kill()
    assert (server.returncode, out.strip(), err) == (0, "ended", "")


def test_no_part_of_the_site_is_loaded_with_the_command_line() -> None:
    code = "import sys, plangraph.commands.serve; print('starlette' in sys.modules)"
    said: Any = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert said.stdout.strip() == "False"
