"""Charts and contents pages (体系図・目次): which titles stand in them, and below what."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from plangraph.model import Element
from plangraph.reading.reader import read_document


def _outline(elements: Iterable[Element], depth: int = 0) -> list[str]:
    """Return the elements of a plan, one a line, each below what it belongs to."""
    found = []
    for one in elements:
        found += [f"{'  ' * depth}{one.kind} {one.title}", *_outline(one.children, depth + 1)]
    return found


def _read(text: str, folder: Path) -> list[str]:
    """Read a text whose lines end at strokes."""
    path = folder / "chart.txt"
    path.write_text(text.replace("/", "\n") + "\n", encoding="utf-8")
    return _outline(read_document(path).plan.elements)


_TWO_LEVELS = [
    "goal 水と緑のまち",
    "  measure 湧水の保全",
    "  measure 里山の再生",
    "goal 手をつなぐまち",
    "  measure 自治会の支援",
    "  measure 祭りの継承",
]


@pytest.mark.parametrize(
    "chart",
    [
        "施策の体系/■水と緑のまち/・湧水の保全/・里山の再生/■手をつなぐまち/・自治会の支援/・祭りの継承",
        "施策体系図/【水と緑のまち】/湧水の保全/里山の再生/【手をつなぐまち】/自治会の支援/祭りの継承",
        "体系図/基本目標　施策/水と緑のまち/　湧水の保全/　里山の再生/"
        "手をつなぐまち/　自治会の支援/　祭りの継承",
        "計画の体系/水と緑のまち/湧水の保全/里山の再生//手をつなぐまち/自治会の支援/祭りの継承",
        "施策体系 ■水と緑のまち ○湧水の保全 ○里山の再生 ■手をつなぐまち ○自治会の支援 ○祭りの継承",
        "体系図■水と緑のまち○湧水の保全○里山の再生■手をつなぐまち○自治会の支援○祭りの継承",
    ],
    ids=["marks", "brackets", "indents", "blank-lines", "one-row", "one-row-without-spaces"],
)
def test_a_chart_without_numbers_is_read_by_its_looks(chart: str, tmp_path: Path) -> None:
    assert _read(chart, tmp_path) == _TWO_LEVELS


def test_a_list_of_one_look_below_a_chart_s_name_is_not_guessed(tmp_path: Path) -> None:
    assert _read("施策の体系/湧水の保全/里山の再生/自治会の支援/祭りの継承", tmp_path) == []


@pytest.mark.parametrize(
    "table",
    [
        "基本目標    施策/水と緑のまち    湧水の保全/                里山の再生/"
        "手をつなぐまち  自治会の支援/                祭りの継承",
        "基本目標 | 施策/水と緑のまち | 湧水の保全/ | 里山の再生/"
        "手をつなぐまち | 自治会の支援/ | 祭りの継承",
        "基本目標\t施策/水と緑のまち\t湧水の保全/\t里山の再生/手をつなぐまち\t自治会の支援/\t祭りの継承",
        "基本目標　施策/水と緑のまち　湧水の保全/　里山の再生/"
        "手をつなぐまち　自治会の支援/　祭りの継承",
    ],
    ids=["places", "bars", "tabs", "blanks"],
)
def test_a_box_that_stands_once_holds_for_the_rows_below_it(table: str, tmp_path: Path) -> None:
    assert _read(f"施策体系/{table}", tmp_path) == _TWO_LEVELS


def test_a_box_amid_its_rows_belongs_to_the_first_of_them(tmp_path: Path) -> None:
    rows = "\t1 湧水の保全/水と緑のまち\t2 里山の再生/\t1 自治会の支援/手をつなぐまち\t2 祭りの継承"
    assert _read(f"基本目標\t施策/{rows}", tmp_path) == _TWO_LEVELS


def test_boxes_of_two_levels_on_one_row_are_parted_by_their_numbers(tmp_path: Path) -> None:
    rows = (
        "基本目標1　水と緑のまち (1) 湧水の保全/(2) 里山の再生/"
        "基本目標2　手をつなぐまち (1) 自治会の支援/(2) 祭りの継承"
    )
    assert _read(f"施策体系/{rows}", tmp_path) == _TWO_LEVELS
