"""Pages on one row (行の切れ目が失われた文書): which titles stand in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document

_GOALS = ["goal 星の見える村", "goal 橋のかかる村"]
_MEASURES = ["街灯の見直し", "天文台の開放", "吊り橋の点検", "渡し船の復活"]
_STARS = "夜の明るさを測り、村民とともに空を守ります。観光にも生かします。"
_BRIDGES = "古い橋を直し、谷をまたぐ道を保ちます。通学の安全を確かめます。"

#: The two goals with two measures each, as pages on one row print them.
_PAGES = {
    "numbers within numbers": (
        f"第2章 基本計画 基本目標1 星の見える村 {_STARS} 施策1の1 街灯の見直し 灯りを減らします。"
        f" 施策1の2 天文台の開放 週に一度開きます。 基本目標2 橋のかかる村 {_BRIDGES}"
        " 施策2の1 吊り橋の点検 年に二度行います。 施策2の2 渡し船の復活 船頭を育てます。"
    ),
}


@pytest.mark.parametrize("page", _PAGES.values(), ids=[name.replace(" ", "-") for name in _PAGES])
def test_titles_are_found_within_a_row(page: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(page + "\n", encoding="utf-8")
    goals = read_document(path).plan.elements
    assert [f"{one.kind} {one.title}" for one in goals] == _GOALS
    assert [below.title for one in goals for below in one.children] == _MEASURES
