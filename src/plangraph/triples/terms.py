"""RDF literals of plain values."""

from __future__ import annotations

import functools
from datetime import date

from pyoxigraph import Literal

from plangraph.vocabulary import XSD


def text_term(value: str, language: str | None = "ja") -> Literal:
    """A text in a language."""
    return Literal(value, language=language)


@functools.lru_cache(maxsize=16384)
def integer_term(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=XSD.integer)


@functools.lru_cache(maxsize=16384)
def date_term(value: date) -> Literal:
    """A day."""
    return Literal(value.isoformat(), datatype=XSD.date)


def year_term(value: int) -> Literal:
    """A year, such as that of 策定年度."""
    return Literal(f"{int(value):04}", datatype=XSD.gYear)


def decimal_term(value: float) -> Literal:
    """A number of an indicator."""
    return Literal(format(value, ".10f").rstrip("0").rstrip("."), datatype=XSD.decimal)
