"""The elements of one version as rows to compare: kept, so that a version is read once.

What a row holds depends on its element alone, never on what else there is. So rows can be
made version by version, wherever that is done, and those of unchanged versions stay.
"""

from __future__ import annotations

import itertools
import math
import zlib
from collections.abc import Mapping, Sequence
from hashlib import blake2b

import msgspec
import numpy as np

from plangraph.links.counterparts import COMPARED, Said, said
from plangraph.links.fields import field_strengths
from plangraph.links.matrices import BY_GRAM, Counts, counts
from plangraph.links.profile import Profile
from plangraph.links.table import field_table

#: Columns of the rough comparison: n-grams by a hash, and behind them the fields.
GRAMS = 1 << 18
#: How much words and fields weigh in the rough comparison (lengths of their vectors).
WORDS, FIELDS = 100, 80

#: Starts of rows, columns and values of a sparse matrix, as bytes of int32.
Sparse = tuple[bytes, bytes, bytes]


class Rows(msgspec.Struct, frozen=True):
    """The rows of a version: of all its elements that are compared with other plans'."""

    version: str
    plan: str
    #: The number of its municipality's code, or 0: of equals, those nearby come first.
    place: int
    ids: list[str]
    iris: list[str]
    #: Places in COMPARED: like is compared with like.
    grains: list[int]
    #: What each row is made of, as a hash: the same hash, the same row.
    digests: list[bytes]
    said: list[bytes]
    #: The names of columns of the parts in BY_GRAM.
    names: list[str]
    parts: dict[str, Sparse]
    starts: bytes
    sure: bytes
    bare: bytes
    rough: Sparse


def rows_of(known: Sequence[Profile], place: int) -> Rows:
    """Return the rows of the profiles of one version, which must not be empty."""
    some = [one for one in known if one.grain in COMPARED]
    strengths = [field_strengths(one) for one in some]
    counted = counts(some, strengths)
    number: dict[str, int] = {}
    for part in BY_GRAM:
        for row in getattr(counted, part):
            for name in row:
                number.setdefault(name, len(number))
    fields = {key: place for place, key in enumerate(field_table().fields)}
    return Rows(
        version=known[0].version,
        plan=known[0].plan,
        place=place,
        ids=[one.node.id for one in some],
        iris=[one.node.iri for one in some],
        grains=[COMPARED.index(one.grain) for one in some],
        digests=[_digest(one, place) for one in some],
        said=[msgspec.msgpack.encode(said(one)) for one in some],
        names=list(number),
        parts={
            part: _sparse(rows, number if part in BY_GRAM else fields)
            for part, rows in counted._asdict().items()
            if part not in ("starts", "sure", "bare")
        },
        starts=_bytes(counted.starts),
        sure=_bytes(counted.sure),
        bare=_bytes(counted.bare),
        rough=_rough(counted, fields),
    )


def place_of(code: str) -> int:
    """Return the number of a municipality's code; 0 for a body that has none."""
    return int(code) if code.isdigit() else 0


def said_of(row: bytes) -> Said:
    """Return what an element says, from ``Rows.said``."""
    return msgspec.msgpack.decode(row, type=Said)


def array(data: bytes) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """Return numbers that ``Rows`` holds as bytes."""
    return np.frombuffer(data, dtype=np.int32)


def _digest(one: Profile, place: int) -> bytes:
    about = msgspec.msgpack.encode((one.node.iri, one.grain, place, one.texts))
    return blake2b(about, digest_size=12).digest()


def _bytes(numbers: Sequence[int]) -> bytes:
    return np.asarray(numbers, dtype=np.int32).tobytes()


def _sparse(rows: Sequence[Mapping[str, int]], number: Mapping[str, int]) -> Sparse:
    starts = [0, *itertools.accumulate(map(len, rows))]
    columns = [number[name] for row in rows for name in row]
    values = [value for row in rows for value in row.values()]
    return _bytes(starts), _bytes(columns), _bytes(values)


def _rough(counted: Counts, fields: Mapping[str, int]) -> Sparse:
    """Return the rows of the rough comparison, in whole numbers: the words and the fields."""
    starts, columns, values = [0], list[int](), list[int]()
    for words, strengths in zip(counted.title, counted.fields, strict=True):
        row: dict[int, int] = {}
        long = math.sqrt(sum(value * value for value in words.values()))
        for gram, value in words.items():
            column = zlib.crc32(gram.encode()) % GRAMS
            row[column] = row.get(column, 0) + round(WORDS * value / long)
        long = math.sqrt(sum(value * value for value in strengths.values()))
        for key, value in strengths.items():
            row[GRAMS + fields[key]] = round(FIELDS * value / long)
        row = {column: value for column, value in row.items() if value}
        columns += row.keys()
        values += row.values()
        starts.append(len(columns))
    return _bytes(starts), _bytes(columns), _bytes(values)
