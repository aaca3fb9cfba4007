"""The rows of all versions together, on disk: read where they are needed, held by nobody.

A corpus is a folder of plain arrays that only grow: rows of a version that has changed are
added, and the former ones are no more counted. The arrays are mapped into memory, so that
any number of processes on a machine share them.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from scipy import sparse

from plangraph.links.matrices import BY_GRAM, Counts, Matrices, Vectors, row_sums
from plangraph.links.rows import GRAMS, Rows, Sparse, array
from plangraph.links.table import field_table

#: The parts that are sparse matrices.
PARTS = tuple(part for part in Counts._fields if part not in ("starts", "sure", "bare"))
#: Arrays with a number a row. ``order`` decides between rows that are alike in all else.
COLUMNS = ("plan", "place", "grain", "order", "sure", "bare")
#: Names of n-grams and of plans, one a line: their places are their numbers.
_NAMES, _PLANS = "names", "plans"

#: How the names of arrays end whose numbers are long; those of the others are not.
_WIDE = (".starts", ".of", ".hash", ".squares")

Arrays = dict[str, Any]


class _Files:
    """Arrays that grow, each a file of its own, from the sizes that count (in bytes)."""

    def __init__(self, folder: Path, sizes: Mapping[str, int]) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self.sizes = dict(sizes)

    def add(self, name: str, values: Any, dtype: Any = np.int32) -> None:
        self.write(name, np.ascontiguousarray(values, dtype=dtype).tobytes())

    def write(self, name: str, data: bytes) -> None:
        if name not in self._files:
            path = self._folder / name
            path.touch()
            self._files[name] = path.open("r+b")
            self._files[name].truncate(self.sizes.get(name, 0))  # what an interrupted build left
            self._files[name].seek(0, os.SEEK_END)
        self._files[name].write(data)
        self.sizes[name] = self.sizes.get(name, 0) + len(data)

    def close(self) -> None:
        for file in self._files.values():
            file.close()


def add_rows(
    folder: str | os.PathLike[str], versions: Iterable[Rows], sizes: Mapping[str, int]
) -> dict[str, int]:
    """Add the rows of ``versions``, in their order, to the corpus in ``folder``.

    ``sizes`` are those of its files as far as they count (bytes; none for a new corpus);
    returns the new ones. What stands behind them is overwritten.
    """
    files = _Files(Path(folder), sizes)
    grams, plans = (_numbers(Path(folder) / name, sizes.get(name, 0)) for name in (_NAMES, _PLANS))
    had = len(grams), len(plans)
    ends = {part: sizes.get(f"{part}.columns", 0) // 4 for part in (*PARTS, "rough")}
    text, segments = sizes.get("text", 0), sizes.get("segments.starts", 8) // 8 - 1
    try:
        if not sizes:
            for name in (*PARTS, "rough", "text"):
                files.add(f"{name}.starts", [0], np.int64)
            files.add("segments.of", [0], np.int64)
        for rows in versions:
            known = np.asarray([grams.setdefault(name, len(grams)) for name in rows.names])
            files.add("plan", np.full(len(rows.ids), plans.setdefault(rows.plan, len(plans))))
            files.add("place", np.full(len(rows.ids), rows.place))
            files.add("grain", rows.grains)
            files.add("order", [zlib.crc32(iri.encode()) >> 1 for iri in rows.iris])
            files.add("sure", array(rows.sure))
            files.add("bare", array(rows.bare))
            files.add("segments.of", array(rows.starts)[1:] + segments, np.int64)
            segments += int(array(rows.starts)[-1])
            for part, (starts, columns, values) in (*rows.parts.items(), ("rough", rows.rough)):
                mine = known[array(columns)] if part in BY_GRAM else array(columns)
                of = np.repeat(np.arange(len(array(starts)) - 1), np.diff(array(starts)))
                order = np.lexsort((mine, of))  # sorted columns are multiplied faster
                files.add(f"{part}.starts", array(starts)[1:] + ends[part], np.int64)
                files.add(f"{part}.columns", mine[order])
                files.add(f"{part}.values", array(values)[order])
                squares = row_sums(array(values) * array(values), array(starts))
                files.add(f"{part}.squares", squares, np.int64)
                ends[part] += len(mine)
                if part == "rough":
                    files.add("rough.hash", _hashes(rows.rough), np.int64)
            for one, iri, said in zip(rows.ids, rows.iris, rows.said, strict=True):
                element = f"{rows.version}\t{one}\t{iri}\t".encode() + said
                text += len(element)
                files.add("text.starts", [text], np.int64)
                files.write("text", element)
        files.write(_NAMES, "".join(f"{name}\n" for name in list(grams)[had[0] :]).encode())
        files.write(_PLANS, "".join(f"{name}\n" for name in list(plans)[had[1] :]).encode())
    finally:
        files.close()
    return files.sizes


def _hashes(rough: Sparse) -> Any:
    """Return a hash of each row: the same for those that the rough comparison cannot tell."""
    starts, columns, values = map(array, rough)
    pairs = np.stack([columns, values], axis=1)
    found = [
        blake2b(np.sort(pairs[start:end].view("i4,i4"), axis=0).tobytes(), digest_size=8).digest()
        for start, end in pairwise(starts)
    ]
    return np.frombuffer(b"".join(found), dtype=np.int64)


def _numbers(path: Path, size: int) -> dict[str, int]:
    if not size:
        return {}
    with path.open("rb") as file:
        names = file.read(size).decode().split("\n")[:-1]
    return {name: number for number, name in enumerate(names)}


def open_corpus(folder: str | os.PathLike[str], sizes: Mapping[str, int]) -> Arrays:
    """Map the arrays of a corpus into memory, as far as they count."""
    arrays: Arrays = {"width": np.asarray([len(_numbers(Path(folder) / _NAMES, sizes[_NAMES]))])}
    for name, size in sizes.items():
        kind: Any = np.int64 if name.endswith(_WIDE) else np.int32
        kind = np.uint8 if name == "text" else kind
        count = size // np.dtype(kind).itemsize
        if name in (_NAMES, _PLANS):
            continue
        if count:
            mapped: Any = np.memmap(Path(folder) / name, dtype=kind, mode="r", shape=(count,))
            arrays[name] = np.asarray(mapped)
        else:
            arrays[name] = np.zeros(0, dtype=kind)
    return arrays


class Element(NamedTuple):
    """Who an element is, and what it says (``rows.said_of``)."""

    version: str
    id: str
    iri: str
    said: bytes


class Corpus:
    """The rows of all versions; a row is called by its number.

    ``alive`` tells which rows count (all, if not said).
    """

    def __init__(self, arrays: Arrays, alive: Any = None) -> None:
        self.arrays = arrays
        self.size = len(arrays["plan"])
        self.alive = np.ones(self.size, dtype=bool) if alive is None else alive
        self._known: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name in COLUMNS:
            return self.arrays[name]
        raise AttributeError(name)

    @property
    def alike(self) -> Any:
        """A number for each row, the same for those that are alike in the rough comparison."""
        return self.arrays["rough.hash"]

    def element(self, row: int) -> Element:
        """Return who stands in a row."""
        start, end = self.arrays["text.starts"][row : row + 2]
        version, name, iri, said = self.arrays["text"][start:end].tobytes().split(b"\t", 3)
        return Element(version.decode(), name.decode(), iri.decode(), said)

    def rough(self, rows: Any = None) -> Any:
        """Return the matrix of the rough comparison: all rows, or some."""
        width = GRAMS + len(field_table().fields)
        return self._whole("rough", width) if rows is None else self._take("rough", rows, width)

    def matrices(self, rows: Any) -> Matrices:
        """Return what the method compares, for some rows."""
        rows = np.asarray(rows, dtype=np.int64)
        of = self.arrays["segments.of"]
        sizes = of[rows + 1] - of[rows]
        segments = spans(of[rows], sizes)
        width = {True: int(self.arrays["width"][0]), False: len(field_table().fields)}
        made: dict[str, Any] = {}
        for part in PARTS:
            mine = segments if part == "segments" else rows
            squares = self.arrays[f"{part}.squares"][mine].astype(np.float64)
            made[part] = Vectors(self._take(part, mine, width[part in BY_GRAM]), squares)
        made["starts"] = np.concatenate([[0], np.cumsum(sizes)])
        for part in ("sure", "bare"):
            made[part] = self.arrays[part][rows].astype(np.int64)
        return Matrices(**made)

    def _take(self, part: str, rows: Any, width: int) -> Any:
        found = self._whole(part, width)[rows]
        found.has_canonical_format = True
        return found

    def _whole(self, part: str, width: int) -> Any:
        """Return the matrix of all rows: it is mapped into memory, not read."""
        if part not in self._known:
            starts, columns, values = (
                self.arrays[f"{part}.{kind}"] for kind in ("starts", "columns", "values")
            )
            shape = (len(starts) - 1, width)
            self._known[part] = sparse.csr_matrix((values, columns, starts), shape=shape)
        return self._known[part]


def spans(starts: Any, sizes: Any) -> Any:
    """Return the places ``start``, ``start + 1`` … of every span, one after another."""
    ends = sizes.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + (starts - (ends - sizes)).repeat(sizes)
