"""Registers (一覧表): documents that are nothing but tables, a row a thing.

``columns`` tells what the heads of a table say that its columns hold, ``rows`` reads the rows
by them, and ``named`` takes what the reader says of columns that nobody knows (``--columns``).
"""

from plangraph.reading.registers.columns import are_answers, are_foreign
from plangraph.reading.registers.found import Register
from plangraph.reading.registers.named import NAMES, map_columns, parse_columns, unrecognised
from plangraph.reading.registers.rows import read

__all__ = [
    "NAMES",
    "Register",
    "are_answers",
    "are_foreign",
    "map_columns",
    "parse_columns",
    "read",
    "unrecognised",
]
