"""The pages of the site, in a real browser: on a screen, on a phone, without a script."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import require

pytest.importorskip("uvicorn")

AXE = Path(
    os.environ.get("AXE", Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js")
)
EDITOR = Path(__file__).parents[2] / "src" / "plangraph" / "serve" / "static" / "editor.js"
#: A page of every kind.
PAGES = {
    "home": "/",
    "cities": "/cities",
    "prefecture": "/cities/13",
    "city": "/id/municipality/13211",
    "city-unread": "/id/municipality/01100",
    "department": "/id/municipality/13211/department/文化スポーツ課",
    "work": "/id/plan/kodaira-4th",
    "version": "/id/plan/kodaira-4th@submitted",
    "version-sectoral": "/id/plan/kodaira-4th@draft",
    "element": "/id/plan/kodaira-4th@submitted/policy-4",
    "indicator": "/id/plan/koganei-5th@draft/indicator-1",
    "fields": "/fields",
    "field": "/field/disaster-prevention",
    "goals": "/goals",
    "goal": "/sdg/11",
    "search": "/search?q=防災",
    "search-nothing": "/search?q=zzzz",
    "choose": "/compare",
    "comparison": "/compare?city=13211&city=13210&city=13221",
    "diff": "/diff?older=kodaira-4th@draft&newer=kodaira-4th@submitted",
    "questions": "/questions",
    "question": "/questions/expired?city=13211&on=2026-04-01",
    "question-rows": "/questions/sdg-elements?goal=11",
    "query": "/query",
    "about": "/about",
    "download": "/download",
    "thing": "/id/curator/plangraph",
    "not-found": "/id/plan/nothing",
    "wrong": "/diff",
}
LOOKS = {
    "screen": {"viewport": {"width": 1280, "height": 900}, "locale": "ja-JP"},
    "phone-dark": {
        "viewport": {"width": 360, "height": 780},
        "locale": "en-GB",
        "color_scheme": "dark",
    },
}
Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    """A site of the real plans on a free port of this machine."""
    import uvicorn

    from plangraph.serve.app import application
    from plangraph.serve.settings import Settings

    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        application(Settings(store=str(store))), log_level="error", lifespan="on", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Visit]:
    """Open a page; afterwards nothing may have gone wrong in it or left the machine."""
    wrong: list[str] = []
    contexts = []

    def opened(path: str, *, expect: int = 200, **options: Any) -> Any:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = chromium.new_context(accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()

        def hear(said: Any) -> None:
            if said.type == "error" and (expect == 200 or "status of" not in said.text):
                wrong.append(said.text)

        page.on("console", hear)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                wrong.append(request.url)
                if not request.url.startswith((address, "data:", "blob:"))
                else None
            ),
        )
        answer = page.goto(address + path)
        assert answer.status == expect
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def status(name: str) -> int:
    return {"not-found": 404, "wrong": 400}.get(name, 200)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_fits(visit: Visit, name: str, look: str) -> None:
    require(AXE.exists(), "axe-core is not installed (npm ci in tests/browser)")
    page = visit(PAGES[name], expect=status(name), **LOOKS[look])
    page.evaluate(AXE.read_text(encoding="utf-8"))  # not as a tag, which the policy forbids
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']})"
    )
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look]["viewport"]["width"]  # type: ignore[index]


def test_the_keyboard_leads_to_the_content_and_on(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#main').contains(document.activeElement)")
    page.keyboard.type("防災")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator("mark").first.inner_text() == "防災"


def test_the_language_and_the_look_are_kept(visit: Visit) -> None:
    page = visit("/about", locale="ja-JP")
    page.click("header.site .tools a")
    assert page.get_attribute("html", "lang") == "en"
    page.click("button.theme")
    assert page.get_attribute("html", "data-theme") == "dark"
    page.goto(page.url.partition("?")[0].replace("/about", "/fields"))
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute("html", "data-theme") == "dark"


def test_cities_are_chosen_by_ticking_and_taken_away_as_a_sheet(visit: Visit) -> None:
    page = visit("/compare?with=kodaira-4th", locale="ja-JP")
    assert page.is_checked("input[value='13211']")
    page.fill("input[data-narrows]", "清瀬")
    assert page.is_visible("text=清瀬市")
    assert not page.is_visible("text=小金井市")
    page.check("input[value='13221']")
    assert "2 市を選択中" in page.inner_text("output")
    page.click("button.go")
    page.wait_for_url("**/compare?city=*")
    assert "小平市・清瀬市" in page.inner_text("h1")
    with page.expect_download() as download:
        page.click("a[href*='compare.xlsx']")
    assert download.value.suggested_filename == "plangraph-kodaira-4th-kiyose-5th.xlsx"


def test_a_page_of_a_plan_shows_its_picture_and_stays_where_it_is(visit: Visit) -> None:
    page = visit("/id/plan/kodaira-4th@draft")
    page.wait_for_timeout(800)
    assert page.evaluate("scrollY") == 0
    page.locator("iframe.frame").scroll_into_view_if_needed()
    frame = page.frame_locator("iframe.frame")
    frame.locator("html[data-ready=true]").wait_for()
    assert "Kodaira" in frame.locator("h1").inner_text()


def test_the_editor_comes_offers_terms_and_asks(visit: Visit) -> None:
    require(EDITOR.exists(), "the editor is not built (make editor)")
    page = visit("/query", locale="en-GB")
    assert page.locator(".cm-editor").count() == 0
    page.click("#query")
    page.locator(".cm-editor").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type("SELECT ?e { GRAPH ?g { ?e pg:opinionB", delay=5)
    page.locator(".cm-tooltip-autocomplete li").first.wait_for()
    page.wait_for_timeout(300)  # the editor takes no keys for a list that has only just appeared
    page.keyboard.press("Enter")
    text = page.input_value("#query")
    assert "pg:opinionBy" in text
    assert text.startswith("PREFIX pg: <")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text("SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 3")
    page.keyboard.press("Control+Enter")
    page.locator("#answer table").wait_for()
    assert page.locator("#answer tbody tr").count() == 3
    assert "LIMIT+3" in page.url
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "go"


def test_a_query_that_is_wrong_is_said_and_one_that_is_right_is_a_file(visit: Visit) -> None:
    page = visit("/query?query=SELECT+*+%7B", expect=200, locale="en-GB")
    page.on("response", lambda _answer: None)
    page.click("#query")
    if EDITOR.exists():  # it comes when the field is entered, with what stands there
        page.locator(".cm-editor").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type("ASK { GRAPH ?g { ?s ?p ?o } }")
    page.click("button.go")
    page.locator("#answer b").wait_for()
    assert page.inner_text("#answer b") == "true"
    page.click("a.example >> nth=0")
    page.locator("#answer table").wait_for()
    with page.expect_download() as download:
        page.click("#answer button >> text=CSV")
    assert Path(download.value.path()).read_text(encoding="utf-8").count("\n") > 1


def test_everything_works_without_a_script(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False, locale="ja-JP")
    page.fill(".hero input", "防災")
    page.click(".hero button")
    assert page.locator("ol.plainlist a").count() > 3
    page.click("ol.plainlist a >> nth=0")
    assert page.is_visible("#evidence blockquote")
    page.click("nav.primary a[href='/compare']")
    page.check("input[value='13210']")
    page.check("input[value='13221']")
    page.click("button.go")
    assert "小金井市・清瀬市" in page.inner_text("h1")
    page.click("nav.primary a[href='/questions']")
    page.click("a[href='/questions/expired']")
    page.select_option("select[name=city]", "13211")
    page.fill("input[name=on]", "2026-04-01")
    page.click("button.go")
    assert page.locator("table.rows tbody tr").count() > 5
    page.click("nav.primary a[href='/query']")
    page.fill("#query", "SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 4")
    page.click("button.go")
    assert page.locator("#answer tbody tr").count() == 4


@pytest.mark.parametrize("name", ["version-sectoral", "comparison", "element"])
def test_pages_print_on_paper_without_what_is_for_screens(visit: Visit, name: str) -> None:
    page = visit(PAGES[name], locale="ja-JP")
    page.emulate_media(media="print")
    assert not page.is_visible("nav.primary")
    assert not page.is_visible("form.find")
    assert page.is_visible("h1")
    assert len(page.pdf()) > 10_000


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["city", "version", "version-sectoral"])
def test_periods_are_in_view_with_what_their_marks_mean(
    name: str, width: int, visit: Visit
) -> None:
    page = visit(PAGES[name], viewport={"width": width, "height": 900}, locale="ja-JP")
    bars = page.locator(".pic svg:visible rect.g")
    assert bars.count() > 20
    places = bars.evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert max(places) <= width
    shown = page.locator(".legend:visible", has_text="期間が終わった")
    assert "策定・改定の年度" in shown.inner_text()
    listed_elsewhere = page.get_by_text("出典は kodaira-4th@draft").count()
    assert listed_elsewhere == (name != "version-sectoral")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_who_says_so_of_goals_is_in_view_beside_the_fields(lang: str, visit: Visit) -> None:
    page = visit(f"{PAGES['city']}?lang={lang}")
    assert page.locator(".goals3").evaluate(
        "one => one.scrollWidth <= one.parentElement.clientWidth"
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_on_a_phone_a_flow_of_counterparts_is_read_without_scrolling(
    lang: str, visit: Visit
) -> None:
    page = visit(f"{PAGES['comparison']}&lang={lang}", viewport={"width": 390, "height": 844})
    flow = page.locator("#counterparts .pic svg:visible").first
    edges = flow.locator("text:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert len(edges) > 40
    assert min(left for left, _ in edges) >= 0
    assert max(right for _, right in edges) <= 390
    sizes = flow.locator("text:visible").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 11


def test_on_a_phone_a_map_of_fields_shows_each_city(visit: Visit) -> None:
    page = visit(PAGES["comparison"], viewport={"width": 390, "height": 844}, locale="ja-JP")
    cells = page.locator("#coverage .pic svg:visible").first.locator("rect")
    lefts = cells.evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
    assert max(lefts) < 370
