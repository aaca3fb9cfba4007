"""Drafts become elements: what no stage took off a title is taken off at the end."""

from __future__ import annotations

import pytest

from plangraph.reading.assembly import elements
from plangraph.reading.numbering.repeats import Draft


@pytest.mark.parametrize(
    ("printed", "code", "title"),
    [
        ("①学びの充実", "①", "学びの充実"),
        ("◇ 道路の整備", None, "道路の整備"),
        ("（1）水辺の再生", "（1）", "水辺の再生"),
        ("(a) Port programme", "(a)", "Port programme"),
        ("（仮称）木の館の整備", None, "（仮称）木の館の整備"),
        ("2級河川の改修", None, "2級河川の改修"),
        ("①", None, "①"),
        ("①～③の連携", None, "①～③の連携"),
        ("❶❷の連携", None, "❶❷の連携"),
        ("（1）（2）の推進", None, "（1）（2）の推進"),
        ("●●地区の整備", None, "●●地区の整備"),
        ("☆の里の整備", None, "☆の里の整備"),
    ],
)
def test_a_title_begins_with_no_mark_and_no_code(
    printed: str, code: str | None, title: str
) -> None:
    (element,) = elements([Draft("measure", printed, 0, 0, first=1, last=1)])
    assert (element.code, element.title) == (code, title)
    assert element.printed == (None if printed == title else printed)
