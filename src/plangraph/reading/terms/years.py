"""A year as documents print it: 令和７年度, R7, 2025(令和7)年度, 平成36年度(2024年度)."""

from __future__ import annotations

_BESIDE = r"\(\s?(?:\d{4}|(?:平成|令和|[HR])\s?(?:元|\d{1,2}))\s?(?:年度?)?\s?\)"
#: The pattern of one year, for narrowed text; the same year in brackets may stand within it.
YEAR = (
    r"(?:(?:明治|大正|昭和|平成|令和|[HRS])\s?(?:元|\d{1,2})|(?:19|20)\d\d)(?!\d)"
    rf"\s?(?:{_BESIDE})?\s?(?:年度?)?(?:\s?{_BESIDE})?度?"
)
#: What counts years behind a number: 5年, 5か年.
YEARS = "[かカヵヶ箇]?年"
