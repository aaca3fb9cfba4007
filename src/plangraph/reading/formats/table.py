"""Tables as text (CSV, TSV)."""

from __future__ import annotations

import csv
import io

from plangraph.language import tr
from plangraph.reading.formats.text import decode
from plangraph.reading.formats.xlsx import as_row
from plangraph.reading.rows import Row, Source

SUFFIXES = (".csv", ".tsv")
ORDER = 60


def recognises(_head: bytes) -> bool:
    """Tables are known by their file name only."""
    return False


def read(data: bytes, name: str) -> Source:
    """Read with the separator that the first lines use most."""
    text, doubts = decode(data, name)
    head = text[:4000]
    separator = max(",\t;", key=head.count)
    rows: list[Row] = []
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=separator)
    try:
        for values in reader:
            rows.append(as_row(values, len(rows) + 1))
    except csv.Error as error:
        told = tr("the table could be read only up to here: {problem}", problem=error)
        doubts.append((told, len(rows) + 1))
    return Source(rows, doubts=doubts, register=True)
