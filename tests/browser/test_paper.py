"""A comparison on paper: few pages, none of them empty, and of a filtered table its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from plangraph.compare import compare, render
from plangraph.compare.diff import diff
from plangraph.compare.diff import render as rendered
from plangraph.graph import Graph


@pytest.fixture(scope="module")
def comparison(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("paper") / "compare.html"
    found = compare(graph, "kodaira", "koganei", "kiyose", on="2026-04-01")
    page.write_text(str(render(found, "html")), encoding="utf-8")
    return page


@pytest.fixture
def shown(chromium: Any, comparison: Path) -> Iterator[Any]:
    context = chromium.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(comparison.as_uri() + "#lang=ja")
    yield page
    context.close()


def printed(page: Any) -> list[str]:
    """Return the text of each printed page."""
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(paper)]


def test_pages_are_few_and_none_is_empty_or_a_heading_alone(shown: Any) -> None:
    texts = printed(shown)
    assert 10 < len(texts) <= 26
    # The foot of a page has three words: plangraph, its number and how many there are.
    assert min(len(text.split()) for text in texts) > 6
    assert f"1 / {len(texts)}" in texts[0]


def test_a_pair_is_not_printed_from_both_sides(shown: Any) -> None:
    text = "\n".join(printed(shown))
    assert "小平市 → 小金井市 の表" in text
    assert "小金井市 → 小平市 の表" not in text
    assert "そのほか、小金井市 → 小平市" in text
    assert "施策18 国際交流・都市間交流の推進" in text  # which has no counterpart


def test_what_is_folded_is_counted_apart_from_the_lines(shown: Any) -> None:
    text = "\n".join(printed(shown))
    assert re.search(r"\d行 \d+件", text)
    assert not re.search(r"\d行\d+件", text)


def test_on_a_phone_the_table_of_levels_fits_in_both_languages(
    chromium: Any, comparison: Path
) -> None:
    for language in ("ja", "en"):
        context = chromium.new_context(viewport={"width": 390, "height": 800})
        page = context.new_page()
        page.goto(f"{comparison.as_uri()}#lang={language}")
        wide, room = page.evaluate(
            "(e => [e.scrollWidth, e.clientWidth])(document.querySelector('.levels').parentNode)"
        )
        assert wide <= room, language
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        context.close()


def test_on_a_phone_changes_are_read_without_scrolling_sideways(
    chromium: Any, graph: Graph, tmp_path: Path
) -> None:
    page = tmp_path / "diff.html"
    found = diff(graph, "kodaira-4th@draft", "kodaira-4th@submitted")
    page.write_text(str(rendered(found, "html")), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    shown = context.new_page()
    shown.goto(page.as_uri() + "#lang=en")
    wide, room = shown.evaluate(
        "(e => [e.scrollWidth, e.clientWidth])(document.querySelector('.changes').parentNode)"
    )
    assert wide <= room
    context.close()


def test_of_a_filtered_table_its_rows_are_printed_with_what_was_chosen(shown: Any) -> None:
    every = len(printed(shown))
    names = shown.locator("select[name=field] option").all_inner_texts()
    shown.select_option("select[name=field]", label=next(n for n in names if "防災" in n))
    texts = printed(shown)
    assert len(texts) <= 3
    text = "\n".join(texts)
    assert "絞り込み: 分野 = 防災・減災" in text
    assert "施策8 防災体制の整備" in text
    assert "施策11 都市農業の振興" not in text
    assert "出典" in text
    shown.click("button[type=reset]")
    shown.wait_for_selector("#chosen[hidden]", state="attached")
    assert len(printed(shown)) == every
