"""The review page of a reading, in a real browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plangraph.reading.reader import read_document
from plangraph.reading.review import page
from tests.browser.conftest import Open
from tests.conftest import require

AXE = Path(
    os.environ.get("AXE", Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js")
)
LONG = 400


def write(folder: Path, measures: int) -> Path:
    """Write the page of a document with a doubt and a line that belongs to nothing."""
    lines = ["はじめに"]
    for number in range(1, measures):
        lines += [f"施策{number} 地域づくりの推進{number}", "地域の活動を支えます。"]
    lines.append(f"施策{measures} 防\ufffdの推進")
    (folder / "plan.txt").write_text("\n".join(lines), "utf-8")
    result = read_document(folder / "plan.txt")
    (folder / "review.html").write_text(page(result.plan, result.rows, result.pages), "utf-8")
    return folder / "review.html"


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a long document."""
    return write(tmp_path_factory.mktemp("review"), LONG)


def test_a_line_leads_to_its_element_and_back(open_page: Open, review: Path) -> None:
    shown = open_page(review)
    shown.locator("#L600").scroll_into_view_if_needed()
    shown.click("#L600")
    target = shown.locator("li:target")
    assert "地域づくりの推進300" in target.inner_text()
    assert target.locator(".title").evaluate("node => node.classList.contains('on')")
    top = target.bounding_box()["y"]
    assert shown.locator("#outline h2").bounding_box()["y"] < top < 900
    target.locator("a.ref").click()
    assert shown.locator("#L600").evaluate("node => node.matches(':target')")
    assert 0 < shown.locator("#L600").bounding_box()["y"] < 900


def test_the_language_is_switched(open_page: Open, review: Path) -> None:
    shown = open_page(review)
    assert shown.inner_text("#document-title") == "Document"
    shown.click("button[data-lang=ja]")
    assert shown.inner_text("#document-title") == "文書"
    assert shown.get_attribute("html", "lang") == "ja"
    assert "ファイル名で代えています" in shown.inner_text("#outline")
    assert "file name stands in" not in shown.inner_text("#outline")


def test_doubts_and_unplaced_lines_are_stepped_through(open_page: Open, review: Path) -> None:
    shown = open_page(review)
    assert shown.inner_text("#next-doubt") == "Next doubt (4)"
    for _ in range(4):
        shown.click("#next-doubt")
    assert "letters of the title are lost" in shown.inner_text(".doubt:focus")
    assert 0 < shown.locator("#L800").bounding_box()["y"] < 900
    shown.click("#next-unplaced")
    assert shown.locator("#L1").evaluate("node => node.classList.contains('on')")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 420])
def test_axe_finds_no_violation(
    open_page: Open, tmp_path: Path, language: str, theme: str, width: int
) -> None:
    require(AXE.is_file(), "axe-core is missing (npm ci --prefix tests/browser)")
    shown = open_page(write(tmp_path, 12), color_scheme=theme)
    shown.set_viewport_size({"width": width, "height": 900})
    shown.click(f"button[data-lang={language}]")
    shown.evaluate(AXE.read_text(encoding="utf-8"))
    found = shown.evaluate(
        """() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
        "wcag22aa", "best-practice"] }).then(r => r.violations.map(v => v.id))"""
    )
    assert found == []
