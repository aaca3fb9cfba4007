"""What a view of the page's picture holds, and that its address brings it back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from tests.browser.conftest import Open

VIEW = """() => { const { state, view } = window.plangraph;
  return { ...state, noVersion: [...state.noVersion], noKind: [...state.noKind],
    folded: [...state.folded].sort(), outline: null,
    places: view.forest.places.length, matches: view.forest.matches }; }"""
LIT = """() => { const { view } = window.plangraph;
  return [...view.lit].filter((place) => place.m >= 0).map((place) => place.m); }"""


def ids(page: Any, places: list[int]) -> set[str]:
    """The identifiers of elements."""
    columns = page.evaluate("window.plangraph.data.marks")
    versions = page.evaluate("window.plangraph.data.versions.map((one) => one.id)")
    return {f"{versions[columns['version'][n]]}/{columns['id'][n]}" for n in places}


def test_the_address_brings_back_all_that_was_chosen(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities)
    page.fill("#q", "地域")
    page.press("#q", "Enter")
    page.select_option("#f-status", "inferred")
    page.select_option("#f-goal", "11")
    page.locator(".cities label").nth(0).click()
    page.locator(".kinds label").nth(0).click()
    page.click("button[data-layout=radial]")
    page.click("button[data-pane=table]")
    page.click("#twin thead button >> nth=1")
    page.click("#theme")
    page.click("#lang")
    page.locator("#twin tbody .chooser").nth(2).click()
    page.click("#filters .row button >> nth=1")
    before = page.evaluate(VIEW)
    assert before["matches"]
    assert before["folded"]
    again = open_page(three_cities, page.evaluate("location.hash"))
    assert again.evaluate(VIEW) == before
    assert again.input_value("#q") == "地域"


def test_what_is_around_the_chosen_element_lights_up(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities, "#id=koganei-5th@draft/measure-8")
    lit = ids(page, page.evaluate(LIT))
    held = page.locator("#panel .claims").last.locator(".chooser").count()
    assert {"koganei-5th@draft/measure-8", "koganei-5th@draft/policy-5-2"} <= lit
    others = {one for one in lit if not one.startswith("koganei")}
    assert held
    assert len(others) >= held  # counterparts, and what stands above them
    page.keyboard.press("Escape")
    page.focus("#canvas")
    page.keyboard.press("Escape")
    assert page.evaluate("window.plangraph.view.lit") is None


def test_branches_fold_and_unfold(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities)
    whole = page.evaluate("window.plangraph.view.forest.places.length")
    page.click("#filters .row button >> nth=1")
    folded = page.evaluate("window.plangraph.view.forest.places.length")
    assert folded < whole / 3
    page.click("#filters .row button >> nth=2")
    assert page.evaluate("window.plangraph.view.forest.places.length") == whole


def test_nothing_moves_by_itself(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities, reduced_motion="reduce")
    page.click("#in")
    page.wait_for_timeout(200)
    frames, at = page.evaluate("[plangraph.view.frames, plangraph.view.ky]")
    page.wait_for_timeout(300)
    assert page.evaluate("[plangraph.view.frames, plangraph.view.ky]") == [frames, at]
    assert page.evaluate("document.getAnimations().length") == 0


def test_csv_is_in_the_language_of_the_page(open_page: Open, three_cities: Path) -> None:
    heads = {
        "ja": ["id", "計画", "種別", "番号", "題名"],
        "en": ["id", "Plan", "Kind", "Code", "Title"],
    }
    found = {}
    for language, head in heads.items():
        page = open_page(three_cities, f"#pane=table&lang={language}")
        with page.expect_download() as download:
            page.click("#csv")
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text)))
        assert rows[0][:5] == head
        found[language] = {row[0]: row[4] for row in rows[1:]}
    element = "kodaira-4th@submitted/policy-1"
    assert found["ja"][element] == "全ての子どもの育ちと自立を支援する"
    assert found["en"][element] == "Supporting Every Child's Growth and Independence"


def test_a_keyboard_alone_reaches_everything(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities, "#pane=table&id=koganei-5th@draft/measure-8")
    wanted = page.locator(
        "button:visible, input:visible, select:visible, summary:visible, canvas:visible, "
        "[tabindex='0']:visible"
    ).count()
    page.evaluate("document.body.focus()")
    reached = set()
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                """() => { const all = [...document.querySelectorAll(
                  "button, input, select, summary, canvas, [tabindex='0']")];
                return all.indexOf(document.activeElement); }"""
            )
        )
    assert len(reached - {-1}) >= wanted
