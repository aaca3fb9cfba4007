"""A comparison on paper: no empty page, no heading alone on one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2

from plangraph.compare import compare, render
from plangraph.graph import Graph


def test_no_page_is_empty_or_a_heading_alone(chromium: Any, graph: Graph, tmp_path: Path) -> None:
    page = tmp_path / "compare.html"
    found = compare(graph, "kodaira", "koganei", "kiyose", on="2026-04-01")
    page.write_text(str(render(found, "html")), encoding="utf-8")
    context = chromium.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    shown.goto(page.as_uri())
    paper = shown.pdf(format="A4", prefer_css_page_size=True)
    context.close()
    texts = [one.get_textpage().get_text_range().split() for one in pypdfium2.PdfDocument(paper)]
    assert len(texts) > 10
    assert min(len(words) for words in texts) > 3
