"""Fiscal years and periods as documents print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangraph.fiscal import ERAS, FiscalYear, Period


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("令和元年度", 2019), ("令和３年度", 2021), ("R8", 2026), ("平成31(2019)年度", 2019),
        ("平成36年度", 2024), ("2030年度", 2030), ("昭和64年度", 1989), ("令和 12 年度", 2030),
        ("令和12年度（2030年度）", 2030), ("2019", 2019),
    ],
)  # fmt: skip
def test_years(printed: str, year: int) -> None:
    assert FiscalYear.parse(printed) == year


@pytest.mark.parametrize("printed", ["近年", "", "令和", "99", "令和3年4月", "平成31(2020)年度"])
def test_what_is_no_year(printed: str) -> None:
    with pytest.raises(ValueError, match="year"):
        FiscalYear.parse(printed)


def test_a_fiscal_year_runs_from_april_to_march() -> None:
    assert FiscalYear.parse("令和3年度").start == date(2021, 4, 1)
    assert FiscalYear.parse("令和12年度").end == date(2031, 3, 31)


@pytest.mark.parametrize(
    ("printed", "start", "end", "years"),
    [
        ("令和2年度～令和6年度", 2020, 2024, None), ("令和3～12年度", 2021, 2030, None),
        ("平成28年度~令和44年度", 2016, 2062, None),
        ("令和3年度から令和12年度まで", 2021, 2030, None),
        ("令和3年度～", 2021, None, None), ("～令和6年度", None, 2024, None),
        ("2021-2030", 2021, 2030, None), ("12年間", None, None, 12), ("10か年", None, None, 10),
        ("令和3年度～令和12年度（10年間）", 2021, 2030, 10), ("―", None, None, None),
        ("平成29～令和8年度", 2017, 2026, None),
    ],
)  # fmt: skip
def test_periods(printed: str, start: int | None, end: int | None, years: int | None) -> None:
    period = Period.parse(printed)
    assert (period.start, period.end, period.years) == (start, end, years)
    assert str(period) == printed


@pytest.mark.parametrize("printed", ["未定", "令和3年度", "1～2～3", "令和99"])
def test_what_is_no_period(printed: str) -> None:
    with pytest.raises(ValueError, match=r"no (period|fiscal year)"):
        Period.parse(printed)


@given(st.integers(1, 60), st.sampled_from(["平成", "令和"]))
def test_every_year_of_an_era(number: int, era: str) -> None:
    assert FiscalYear.parse(f"{era}{number}年度") == ERAS[era] + number
