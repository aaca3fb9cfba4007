"""Kinds that one heading has from another: what a chart lists and the body tells."""

from __future__ import annotations

from plangraph.reading.headings import vouched
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.rows import Unit
from plangraph.reading.terms.codes import parse


def heading(place: int, text: str, kind: str, children: int = 0) -> Heading:
    _, code, end = parse(text)
    assert code is not None
    one = Heading(place, Unit(text, place, place), text[end:], code, code.family, kind=kind)
    one.children = [heading(place + at, f"({at}) 受付", "measure") for at in range(1, children + 1)]
    return one


def test_a_chart_calls_its_lines_what_the_body_calls_them() -> None:
    chart, body = heading(1, "1-1 福祉の充実", "measure"), heading(5, "1-1 福祉の充実", "policy", 2)
    vouched.repeats([chart, body])
    assert (chart.kind, body.kind) == ("policy", "policy")


def test_headings_that_hold_as_much_keep_their_kinds() -> None:
    first, second = heading(1, "1-1 福祉の充実", "measure"), heading(5, "1-1 福祉の充実", "policy")
    vouched.repeats([first, second])
    assert (first.kind, second.kind) == ("measure", "policy")


def test_one_title_with_other_numbers_is_another() -> None:
    first, second = heading(1, "1-1 福祉", "measure"), heading(5, "2-1 福祉", "policy", 2)
    vouched.repeats([first, second])
    assert (first.kind, second.kind) == ("measure", "policy")


def test_what_is_of_the_kind_of_its_parts_says_nothing_of_others() -> None:
    outline, body = heading(1, "1 献立の工夫", "policy"), heading(5, "1 献立の工夫", "measure", 2)
    vouched.repeats([outline, body])
    assert (outline.kind, body.kind) == ("policy", "measure")
