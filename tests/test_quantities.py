"""Numbers of values as plans write them: 84.9%, 3万2千人, 1億1,500万円."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal

from plangraph.model import Document, Indicator, Plan
from plangraph.reading.terms.quantities import VALUE, common_unit, unit_of
from plangraph.triples.plan import plan_quads
from plangraph.values import Lines, Quantity
from plangraph.vocabulary import PG


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("3万2千人", 32_000),
        ("３万２千人", 32_000),
        ("2万5,000人", 25_000),
        ("1億1,500万円", 115_000_000),
        ("１億１，５００万円", 115_000_000),
        ("△1億1,500万円", -115_000_000),
        ("2千5百万円", 25_000_000),
        ("1億5百万円", 105_000_000),
        ("3億2千万5百円", 320_000_500),
        ("年間3万2千人", 32_000),
        ("5年間で250件", 250),
        ("１人当たり30冊", 30),
        ("1兆2,000億円", 1_200_000_000_000),
        ("32,000人", 32_000),
        ("5万人", 5),
        ("1.5万人", 1.5),
        ("1,230千人", 1_230),
        ("8百万円", 8),
        ("3千2万円", 30_020_000),
        ("3万2億", 3),  # steps that do not fall are no number
        ("5件(令和2千年)", 5),
        ("0", 0),
        ("現状維持", None),
        ("-", None),
    ],
)
def test_steps_between_digits_make_one_number(printed: str, number: float | None) -> None:
    assert Quantity.parse(printed).number == number


@pytest.mark.parametrize(
    ("printed", "unit", "number"),
    [
        ("3万2千人", "人", 32_000),
        ("3万2千人", "万人", 3.2),
        ("1億1,500", "万円", 11_500),  # the unit of the column stands behind what is printed
        ("5万人", "人", 50_000),
        ("5万人", "万人", 5),
        ("32,000人", "千人", 32),
        ("1,230千人", "千人", 1_230),
        ("1,230", "千人", 1_230),
        ("△5万人", "人", -50_000),
        ("5万人", None, 5),
        ("5万人", "", 50_000),
        ("84.9%", "千人", 84.9),  # no share of a thousand
        ("84.9", "百分率", 84.9),
        ("現状維持", "人", None),
    ],
)
def test_a_number_is_counted_in_the_unit_of_its_indicator(
    printed: str, unit: str | None, number: float | None
) -> None:
    assert Quantity.parse(printed).counted_in(unit) == number


@pytest.mark.parametrize(
    ("baseline", "target", "unit"),
    [
        ("3万2千人", "3万5千人", "人"),
        ("3万2千人", "5万人", "人"),
        ("5万人", "5万2千人", "人"),
        ("9,500万円", "1億1,500万円", "円"),
        ("3万2千張", "5万張", "張"),
        ("4万人", "5万人", "万人"),
        ("1,230千人", "1,300千人", "千人"),
    ],
)
def test_the_unit_of_two_values(baseline: str, target: str, unit: str) -> None:
    assert common_unit(Quantity.parse(baseline), Quantity.parse(target)) == unit


@pytest.mark.parametrize(
    "printed", ["3万2千人", "2万5,000人", "1億1,500万円", "2千5百万円", "5千2百人"]
)
def test_it_is_a_value_as_a_whole(printed: str) -> None:
    assert VALUE.fullmatch(printed)
    assert unit_of(Quantity.parse(printed)) == printed[-1]


@pytest.mark.parametrize(
    ("unit", "numbers"), [(None, {32_000, 50_000}), ("人", {32_000, 50_000}), ("万人", {3.2, 5})]
)
def test_both_values_of_an_indicator_are_counted_alike(
    unit: str | None, numbers: set[float]
) -> None:
    visitors = Indicator(
        title="日帰り客数", line=Lines(1), unit=unit,
        baseline=Quantity.parse("3万2千人"), target=Quantity.parse("5万人"),
    )  # fmt: skip
    plan = Plan(
        plan="p", version="v", status="draft", title="p", municipality="13211",
        document=Document(file="f.txt", sha256="0" * 64), indicators=(visitors,),
    )  # fmt: skip
    said = [one.object for one in plan_quads(plan) if one.predicate == PG.value]
    assert {float(one.value) for one in said if isinstance(one, Literal)} == numbers
