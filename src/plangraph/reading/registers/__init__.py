"""Registers (一覧表): documents that are nothing but tables, a row a thing.

``columns`` tells what the heads of a table say that its columns hold, ``rows`` reads the rows
by them, and ``named`` takes what the reader says of columns that nobody knows (``--columns``).
"""

from plangraph.reading.registers.columns import are_answers
from plangraph.reading.registers.named import NAMES, map_columns, parse_columns, unrecognised
from plangraph.reading.registers.rows import Register, read

__all__ = [
    "NAMES",
    "Register",
    "are_answers",
    "map_columns",
    "parse_columns",
    "read",
    "unrecognised",
]
