"""The page of a picture, in a real browser."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from plangraph.draw import Picture, draw
from plangraph.draw.layout import hierarchy, radial
from plangraph.draw.select import gather
from plangraph.graph import Graph
from tests.browser.conftest import Open
from tests.conftest import require
from tests.drawn import awkward, made_up

AXE = Path(
    os.environ.get("AXE", Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js")
)
TYPES = Path(__file__).parent / "node_modules" / "typescript" / "bin" / "tsc"
VIEWS = {
    "tree": "",
    "matrix": "#layout=matrix&rows=goal",
    "dark-table": "#pane=table&theme=dark",
    "outline": "#pane=tree&lang=en",
    "panel": "#id=koganei-5th@draft/measure-9",
    "dark-panel": "#id=kodaira-4th@submitted/policy-1&theme=dark&lang=en",
}


def shown(page: Any) -> int:
    """How many elements the page says that it shows."""
    return int("".join(c for c in page.inner_text("#shown") if c.isdigit()))


def chosen(page: Any) -> str:
    return str(page.inner_text("#panel h2")) if page.is_visible("#panel") else ""


def search(page: Any, text: str) -> int:
    page.fill("#q", text)
    page.press("#q", "Enter")
    return shown(page)


def test_search_finds_words_in_both_languages(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities)
    whole = shown(page)
    assert 0 < search(page, "防災") < whole
    assert 0 < search(page, "disaster") < whole
    assert search(page, "どこにもない語") == 0
    assert search(page, "") == whole


def test_filters_narrow_the_picture_and_reset_brings_it_back(
    open_page: Open, three_cities: Path
) -> None:
    page = open_page(three_cities)
    whole = shown(page)
    page.locator(".cities label").nth(2).click()
    two_cities = shown(page)
    page.select_option("#f-goal", "11")
    by_goal = shown(page)
    page.select_option("#f-status", "inferred")
    assert 0 < shown(page) <= by_goal < two_cities < whole
    page.click("#reset")
    assert shown(page) == whole


def test_the_panel_says_what_is_known_and_from_where(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities, "#id=kodaira-4th@submitted/policy-1&lang=ja")
    panel = page.inner_text("#panel")
    for text in (
        "方針1 全ての子どもの育ちと自立を支援する",
        "kodaira-4th-submitted.txt",
        "基本目標Ⅰ",
        "手法による推定",
        "確からしさ",
    ):
        assert text in panel
    assert page.inner_text("#panel h2 + p[lang=en]")
    page.click("#panel .chooser >> nth=0")
    assert "基本目標Ⅰ" in chosen(page)


def test_a_click_on_a_card_opens_its_panel_and_the_address_brings_it_back(
    open_page: Open, three_cities: Path
) -> None:
    page = open_page(three_cities)
    x, y = page.evaluate(
        """() => { const { view } = window.plangraph;
        const box = document.getElementById("canvas").getBoundingClientRect();
        const item = view.items.find((item) => item.readable && item.place.m >= 0);
        return [box.left + item.x + 10, box.top + item.y + item.h / 2]; }"""
    )
    page.mouse.click(x, y)
    first = chosen(page)
    assert first
    again = open_page(three_cities, page.evaluate("location.hash"))
    assert chosen(again) == first


def test_the_picture_is_walked_with_the_keyboard_alone(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities)
    page.focus("#canvas")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    goal = chosen(page)
    page.keyboard.press("ArrowRight")
    child = chosen(page)
    assert goal
    assert child != goal
    page.keyboard.press("ArrowLeft")
    assert chosen(page) == goal
    before = page.evaluate("window.plangraph.view.forest.places.length")
    page.keyboard.press(" ")
    assert page.evaluate("window.plangraph.view.forest.places.length") < before
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.keyboard.press("Escape")
    assert chosen(page) == ""
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "canvas"


def test_the_language_and_the_colours_change_in_the_page(
    open_page: Open, three_cities: Path
) -> None:
    page = open_page(three_cities)
    page.evaluate("document.documentElement.dataset.theme")
    first = page.get_attribute("html", "lang")
    page.click("#lang")
    assert page.get_attribute("html", "lang") != first
    dark = page.get_attribute("html", "data-theme")
    page.click("#theme")
    assert page.get_attribute("html", "data-theme") != dark


def test_the_table_sorts_and_leaves_as_csv(open_page: Open, three_cities: Path) -> None:
    page = open_page(three_cities, "#pane=table&lang=ja")
    search(page, "防災")
    page.click("#twin thead button:text('題名')")
    assert page.get_attribute("#twin th:has-text('題名')", "aria-sort") == "ascending"
    with page.expect_download() as download:
        page.click("#csv")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][:3] == ["id", "計画", "種別"]
    assert len(rows) - 1 == shown(page)
    assert any(row[0] == "koganei-5th@draft/measure-8" for row in rows)


@pytest.mark.parametrize("address", VIEWS.values(), ids=VIEWS)
def test_axe_finds_no_violation(open_page: Open, three_cities: Path, address: str) -> None:
    require(AXE.is_file(), "axe-core is missing (npm ci --prefix tests/browser)")
    page = open_page(three_cities, address)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
        "wcag22aa", "best-practice"] }).then((found) =>
          found.violations.map((v) => v.id + ": " + v.nodes[0].html))"""
    )
    assert found == []


def test_titles_are_only_ever_text(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "awkward.html"
    awkward().save(path)
    for address in (
        "#pane=table",
        "#pane=tree",
        "#id=p@draft/e1",
        "#layout=radial",
        "#id=p@draft/e10",
    ):
        page = open_page(path, address)
        assert page.title() in ("試験市総合計画", "Plan of Test City")
        assert page.query_selector("img") is None
    page = open_page(path, "#id=p@draft/e1")
    assert "<img src=x onerror" in chosen(page)
    page = open_page(path, "#id=p@draft/e8&lang=ja")
    assert "名称なし" in chosen(page)


def test_page_and_python_put_everything_in_the_same_place(
    graph: Graph, open_page: Open, tmp_path: Path
) -> None:
    for cities in (["kodaira", "koganei", "kiyose"], ["kodaira", "kiyose"], ["kiyose"]):
        picture = draw(graph, cities)
        picture.save(tmp_path / "page.html")
        for name, placed in (("hierarchy", hierarchy(picture)), ("radial", radial(picture))):
            page = open_page(tmp_path / "page.html", f"#layout={name}")
            there = page.evaluate(
                "window.plangraph.data.marks.version.map((_, i) => "
                "{ const p = window.plangraph.view.forest.of.get(i); return [p.x, p.y]; })"
            )
            for one, other in zip(placed.marks, there, strict=True):
                assert one == pytest.approx(other, abs=0.01)


def many_plans() -> Picture:
    """Two thousand elements in ten plans, that is, below each other."""
    parents = [None, 0, 1, *[2] * 20, 1, *[23] * 20, 0, *[44] * 155]
    titles = [f"地域の防災と子育てを支える施策の推進その{n}" for n in range(len(parents))]
    plans = [made_up(titles, parents, f"p{number}").versions[0] for number in range(10)]
    return gather(plans)


@pytest.mark.parametrize("address", ["#lang=ja", "#lang=en", "#groupBy=goal", "many"])
def test_no_text_stands_on_another_at_first_sight(
    open_page: Open, three_cities: Path, tmp_path: Path, address: str
) -> None:
    if address == "many":
        many_plans().save(tmp_path / "many.html")
        page = open_page(tmp_path / "many.html")
    else:
        page = open_page(three_cities, address)
    found = page.evaluate(
        """() => { const { items, W } = window.plangraph.view, gap = 0.01;
        const cards = items.filter((item) => item.readable);
        const clash = (a, b) => a.x + gap < b.x + b.w && b.x + gap < a.x + a.w
          && a.y + gap < b.y + b.h && b.y + gap < a.y + a.h;
        return { cards: cards.length,
          clashes: cards.filter((a, n) => cards.some((b, k) => k > n && clash(a, b))).length,
          cut: cards.filter((a) => a.x < 0 || a.x + a.w > W).length }; }"""
    )
    assert found["cards"] > 5
    assert (found["clashes"], found["cut"]) == (0, 0)


def test_a_tree_too_large_to_unfold_fills_the_width(open_page: Open, tmp_path: Path) -> None:
    titles = ["基本目標", *["地域の防災と子育てを支える施策の推進"] * 40]
    plans = [made_up(titles, [None] + [0] * 40, f"p{n}").versions[0] for n in range(60)]
    gather(plans).save(tmp_path / "page.html")
    reach = open_page(tmp_path / "page.html").evaluate(
        """() => { const { items, W, kx } = window.plangraph.view;
        const right = (item) => item.x + item.w + (item.more ? 270 * kx : 0); // its block
        return [items.length, Math.max(...items.map(right)) / W]; }"""
    )
    assert reach[0] < 60 * 41
    assert 0.75 < reach[1] <= 1


def test_a_phone_shows_the_chosen_element_above_its_panel(
    open_page: Open, three_cities: Path
) -> None:
    page = open_page(three_cities, "#id=kiyose-5th@draft/vision-3")
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(300)
    seen = page.evaluate(
        """() => { const { view, state } = window.plangraph;
        const { x, y, w, h } = view.items.find((item) => item.place.m === state.chosen);
        const stage = document.getElementById("canvas").getBoundingClientRect();
        const panel = document.getElementById("panel").getBoundingClientRect();
        return x >= 0 && x < view.W && y >= 0 && stage.top + y + h <= panel.top; }"""
    )
    assert seen


def test_large_broad_and_empty_pictures_open(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    made_up(["上"] + [f"下{n}" for n in range(10_000)], [None] + [0] * 10_000).save(path)
    page = open_page(path)
    assert page.evaluate("window.plangraph.view.items.length") < 5000
    assert search(page, "下9999") == 1
    made_up([], []).save(path)
    assert shown(open_page(path)) == 0


def test_the_types_of_the_page_s_script_hold() -> None:
    node = shutil.which("node")
    require(node and TYPES.is_file(), "TypeScript is missing (npm ci --prefix tests/browser)")
    command = [str(node), str(TYPES), "-p", str(Path(__file__).parent)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_a_character_of_two_halves_is_never_cut_in_two(open_page: Open, tmp_path: Path) -> None:
    made_up(["𠮷" * 300, "a" + "𠮷" * 300], [None, None]).save(tmp_path / "page.html")
    page = open_page(tmp_path / "page.html")
    cuts = page.evaluate(
        """() => { const { clip } = window.plangraph, found = [];
        for (const text of ["𠮷野家で𩸽を食べる", "a𠮷b𠮷c𠮷"])
          for (let room = 0; room < 140; room++) found.push(clip(text, room));
        return found; }"""
    )
    assert "𠮷野…" in cuts
    assert not any("\ud800" <= char <= "\udfff" for text in cuts for char in text)


def test_on_paper_the_picture_keeps_its_shape_and_the_sources_show(
    open_page: Open, three_cities: Path
) -> None:
    page = open_page(three_cities, "#theme=dark&pane=table&lang=ja")
    whole, before = shown(page), page.evaluate("[plangraph.view.ky, plangraph.view.W]")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn, shown_as, fits = page.evaluate(
        """() => { const one = document.getElementById("canvas");
        const box = one.getBoundingClientRect(), fits = getComputedStyle(one).objectFit;
        return [one.width / one.height, box.width / box.height, fits]; }"""
    )
    assert drawn == pytest.approx(shown_as, rel=0.02) or fits == "contain"
    assert page.get_attribute("html", "data-theme") == "light"
    assert page.locator("#twin tbody tr").count() == whole
    assert page.is_visible("#sources")
    assert page.is_visible(".kinds")
    assert not page.is_visible("#q")
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.get_attribute("html", "data-theme") == "dark"
    assert not page.is_visible("#sources")
    assert page.evaluate("[plangraph.view.ky, plangraph.view.W]") == before
