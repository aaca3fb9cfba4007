"""What the pages of the site say: the same as the graph, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlencode

import pytest
from starlette.testclient import TestClient

from plangraph.compare import compare
from plangraph.compare.coherence import coherence
from plangraph.compare.facts import Source
from plangraph.graph import Graph
from plangraph.questions import find
from plangraph.questions import names as question_names
from plangraph.serve.app import application
from plangraph.serve.language import preferred
from plangraph.serve.pages import search
from plangraph.serve.pages.heads import HEADS
from plangraph.serve.settings import Settings
from plangraph.show import describe
from plangraph.vocabulary import BASE, PREFIXES, SKOS
from tests.browser.test_site import PAGES

from .pages import HOST, text_of, visitor
from .served import required


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[TestClient]:
    """The site of the real plans."""
    with visitor(store) as client:
        yield client


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


@pytest.mark.parametrize(
    ("field", "city"),
    [("disaster-prevention", "koganei"), ("disaster-prevention", ""), ("welfare", ""),
     ("health", ""), ("culture", "kodaira")],
)  # fmt: skip
def test_a_field_lists_what_the_question_lists(
    site: TestClient, graph: Graph, field: str, city: str
) -> None:
    """Sectoral plans by the newest version that lists them, too."""
    (label,) = graph.select(
        f"SELECT ?ja {{ GRAPH ?g {{ <{PREFIXES['field']}{field}> {SKOS.prefLabel} ?ja }}"
        " FILTER(LANG(?ja) = 'ja') }"
    )
    given = {"field": label["ja"], **({"city": city} if city else {})}
    rows = list(graph.query("field-elements", **given))
    main = {str(row["id"]) for row in rows if row["rank"] == "primary"}
    code = {"koganei": "13210", "kodaira": "13211", "": ""}[city]
    body = site.get(f"/field/{field}?city={code}").text
    listed = set(re.findall(r'href="/id/plan/([^"#/]+/[^"#/]+)"', unquote(body)))
    assert main
    assert listed == main


def test_the_page_about_the_site_counts_kinds(site: TestClient, graph: Graph) -> None:
    cities = ("kodaira", "koganei", "kiyose")
    now = [version for city in cities for version in graph.lookup.versions_of(city)]
    kinds = Counter(str(row["kind"]) for one in now for row in graph.query("outline", plan=one))
    body = site.get("/about").text
    shown = dict(re.findall(r'class="kind (\S+)".*?<td class="n">([\d,]+)</td>', body))
    assert {kind: int(count) for kind, count in shown.items()} == kinds


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
    parameters = required(name)
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


def test_what_changed_can_be_taken_away_as_a_workbook(site: TestClient) -> None:
    import openpyxl

    asked = "older=kodaira-4th%40draft&newer=kodaira-4th%40submitted"
    assert f'href="/diff.xlsx?{asked.replace("&", "&amp;")}"' in site.get(f"/diff?{asked}").text
    file = site.get(f"/diff.xlsx?{asked}")
    assert openpyxl.load_workbook(io.BytesIO(file.content)).sheetnames[0] == "変更点"
    assert "plangraph-kodaira-4th-draft-" in file.headers["content-disposition"]
    assert site.get("/diff.xlsx?older=kodaira-4th%40draft").status_code == 400


def test_a_picture_brings_the_policy_that_lets_it_run(site: TestClient) -> None:
    answer = site.get("/picture?of=koganei")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "sha256-" in policy
    assert "frame-ancestors 'self'" in policy


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


def test_an_answer_has_heads_in_the_language_of_its_page(site: TestClient) -> None:
    columns = {column for name in question_names() for column in find(name).columns}
    assert columns <= HEADS.keys(), "say in serve/pages/heads.py what they are called in Japanese"
    path = "/questions/expired?city=kodaira&on=2026-04-01"
    said = {one: site.get(path, headers={"accept-language": one}).text for one in ("ja", "en")}
    assert '<th scope="col" title="department">所管課</th>' in said["ja"]
    assert '<th scope="col" title="department">department</th>' in said["en"]
    assert '<option value="13211" selected>' in said["ja"]
    assert '<option value="kodaira"' not in said["ja"]


def test_a_search_speaks_the_language_of_its_page(site: TestClient) -> None:
    english = text_of(site.get("/search?q=防災体制", headers={"accept-language": "en"}).text)
    assert "Improving Disaster Preparedness" in english
    assert "防災体制 の整備" in english  # the words that were looked for are marked
    assert "Koganei ・ koganei-5th@draft" in english
    japanese = text_of(site.get("/search?q=防災体制", headers={"accept-language": "ja"}).text)
    assert "Improving Disaster Preparedness" not in japanese
    assert "小金井市 ・ koganei-5th@draft" in japanese
