"""The review page: every line of the document, what it belongs to, both languages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from plangraph.language import choose, filled
from plangraph.messages_ja.reading import MESSAGES
from plangraph.reading.batch import Options, read_one
from plangraph.reading.reader import Result, read_document
from plangraph.reading.review import BLOCK, LONGEST, page
from plangraph.reading.review.told import both
from tests.written import pdf

PLAN = (
    "基本目標1 支えあうまち\n健康づくりを進めます。\n"
    "施策1 地域福祉の推進\n支えあいます。\n\n図表の見出し\n"
)


def read(path: Path, text: str) -> Result:
    path.write_text(text, "utf-8")
    return read_document(path)


def shown(result: Result) -> str:
    return page(result.plan, result.rows, result.pages)


def tag(html: str, number: int) -> str:
    found = re.search(rf'<[^>]*id="L{number}"[^>]*>', html)
    assert found
    return found[0]


def test_lines_are_coloured_by_what_they_belong_to(tmp_path: Path) -> None:
    result = read(tmp_path / "plan.txt", "はじめに\n" + PLAN)
    html = shown(result)
    assert 'class="line unplaced"' in tag(html, 1)
    assert 'class="line k-goal head"' in tag(html, 2)
    assert 'class="line k-goal"' in tag(html, 3)
    assert 'class="line k-measure head"' in tag(html, 4)
    assert 'class="line"' in tag(html, 6)
    anchors = re.findall(r'<a class="line[^>]*href="#(e\d+)"', html)
    assert set(anchors) == set(re.findall(r'<li id="(e\d+)"', html))


def test_the_page_and_the_command_count_the_same_lines(tmp_path: Path) -> None:
    """A run of lines without a place goes over blank ones, which nobody misses."""
    document = tmp_path / "plan.txt"
    document.write_text("はじめに\n\nごあいさつ\n" + PLAN, "utf-8")
    told = read_one(document, tmp_path / "plan.yaml", Options()).unplaced
    html = shown(read_document(document))
    assert told == len(re.findall(r'class="line unplaced"', html)) == 2


def test_the_page_is_escaped_and_needs_nothing_else(tmp_path: Path) -> None:
    result = read(tmp_path / "<b>.txt", "施策1 <script>alert(1)</script>の推進\n")
    html = shown(result)
    assert "<script>alert" not in html
    assert "<b>.txt" not in html
    assert "default-src 'none'; style-src 'sha256-" in unescape(html)
    assert re.findall(r"https?:", html) == []


def test_the_page_shows_first_the_language_that_is_spoken(tmp_path: Path) -> None:
    result = read(tmp_path / "plan.txt", PLAN)
    assert '<html lang="en" data-lang="en">' in shown(result)
    choose("ja")
    html = shown(read_document(tmp_path / "plan.txt"))
    assert '<html lang="ja" data-lang="ja">' in html
    for text in ("文書に題名がないため、ファイル名で代えています", "does not state its title"):
        assert text in html


def test_pages_of_the_document_are_named(tmp_path: Path) -> None:
    document = tmp_path / "plan.pdf"
    document.write_bytes(pdf([["施策1 地域福祉の推進"], ["施策2 健康づくりの推進"]]))
    assert re.findall(r"page (\d+)</span>", shown(read_document(document))) == ["1", "2"]


def test_a_long_document_is_drawn_in_blocks(tmp_path: Path) -> None:
    result = read(tmp_path / "plan.txt", PLAN * 200 + "あ" * (LONGEST + 5))
    html = shown(result)
    assert html.count('class="block"') == -(-len(result.rows) // BLOCK)
    assert "あ" * LONGEST + "…" in html


@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_is_found_again_in_both_languages(message: str) -> None:
    numbers = re.findall(r"\{(\w+):", message)
    values: dict[str, object] = {
        name: 3 if name in numbers else "3" for name in re.findall(r"\{(\w+)", message)
    }
    wanted = (filled(MESSAGES[message], values), filled(message, values))
    assert both(wanted[0]) == both(wanted[1]) == wanted


def test_what_is_no_message_stays_as_it_is() -> None:
    assert both("written by a person") == ("written by a person", "written by a person")
