"""The rows of all versions together, on disk: read where they are needed, held by nobody.

A corpus is a folder of plain arrays. They are mapped into memory, so that any number of
processes on a machine share them, and their size does not count against any one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from scipy import sparse

from plangraph.links.matrices import BY_GRAM, Counts, Matrices, Vectors
from plangraph.links.rows import GRAMS, Rows, array
from plangraph.links.table import field_table

#: The parts that are sparse matrices.
PARTS = tuple(part for part in Counts._fields if part not in ("starts", "sure", "bare"))
#: Arrays with a number a row.
COLUMNS = ("version", "plan", "place", "grain", "sure", "bare")

Arrays = dict[str, Any]


class _Files:
    """Arrays that grow, each a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}

    def add(self, name: str, values: Any, dtype: Any = np.int32) -> None:
        if name not in self._files:
            self._files[name] = (self._folder / name).open("wb")
        self._files[name].write(np.ascontiguousarray(values, dtype=dtype).tobytes())

    def close(self) -> None:
        for file in self._files.values():
            file.close()


def write_corpus(folder: str | os.PathLike[str], versions: Iterable[Rows]) -> None:
    """Write the rows of ``versions``, in their order, as arrays into ``folder``."""
    files = _Files(Path(folder))
    number: dict[str, int] = {}
    plans: dict[str, int] = {}
    ends = dict.fromkeys((*PARTS, "rough", "segment"), 0)
    text = 0
    try:
        for part in (*PARTS, "rough"):
            files.add(f"{part}.starts", [0], np.int64)
        files.add("segments.of", [0], np.int64)
        files.add("text.starts", [0], np.int64)
        for place, rows in enumerate(versions):
            count = len(rows.ids)
            known = np.asarray(
                [number.setdefault(name, len(number)) for name in rows.names], np.int32
            )
            files.add("version", np.full(count, place))
            files.add("plan", np.full(count, plans.setdefault(rows.plan, len(plans))))
            files.add("place", np.full(count, rows.place))
            files.add("grain", rows.grains)
            files.add("sure", array(rows.sure))
            files.add("bare", array(rows.bare))
            files.add("segments.of", array(rows.starts)[1:] + ends["segment"], np.int64)
            ends["segment"] += int(array(rows.starts)[-1])
            for part, (starts, columns, values) in (*rows.parts.items(), ("rough", rows.rough)):
                mine = known[array(columns)] if part in BY_GRAM else array(columns)
                of = np.repeat(np.arange(len(array(starts)) - 1), np.diff(array(starts)))
                order = np.lexsort((mine, of))  # sorted columns are multiplied faster
                files.add(f"{part}.starts", array(starts)[1:] + ends[part], np.int64)
                files.add(f"{part}.columns", mine[order])
                files.add(f"{part}.values", array(values)[order])
                ends[part] += len(mine)
            for one, iri, said in zip(rows.ids, rows.iris, rows.said, strict=True):
                head = f"{rows.version}\t{one}\t{iri}\t".encode()
                text += len(head) + len(said)
                files.add("text.starts", [text], np.int64)
                files.add("text", np.frombuffer(head + said, np.uint8), np.uint8)
        files.add("names", [len(number)])
    finally:
        files.close()


def open_corpus(folder: str | os.PathLike[str]) -> Corpus:
    """Map a corpus into memory."""
    arrays: Arrays = {}
    for path in Path(folder).iterdir():
        kind: Any = np.int64 if path.name.endswith((".starts", ".of")) else np.int32
        kind = np.uint8 if path.name == "text" else kind
        if path.stat().st_size:
            arrays[path.name] = np.asarray(np.memmap(path, dtype=kind, mode="r"))
        else:
            arrays[path.name] = np.zeros(0, dtype=kind)
    return Corpus(arrays)


class Element(NamedTuple):
    """Who an element is, and what it says (``rows.said_of``)."""

    version: str
    id: str
    iri: str
    said: bytes


class Corpus:
    """The rows of all versions; a row is called by its number."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.size = len(arrays["version"])

    def __getattr__(self, name: str) -> Any:
        if name in COLUMNS:
            return self.arrays[name]
        raise AttributeError(name)

    def element(self, row: int) -> Element:
        """Return who stands in a row."""
        start, end = self.arrays["text.starts"][row : row + 2]
        version, name, iri, said = self.arrays["text"][start:end].tobytes().split(b"\t", 3)
        return Element(version.decode(), name.decode(), iri.decode(), said)

    def rough(self, rows: Any = None) -> Any:
        """Return the matrix of the rough comparison: all rows, or some."""
        width = GRAMS + len(field_table().fields)
        if rows is None:
            starts, columns, values = (
                np.asarray(self.arrays[f"rough.{kind}"]) for kind in ("starts", "columns", "values")
            )
            return sparse.csr_matrix((values, columns, starts), shape=(self.size, width))
        return self._take("rough", rows, width)

    def matrices(self, rows: Any) -> Matrices:
        """Return what the method compares, for some rows."""
        rows = np.asarray(rows, dtype=np.int64)
        of = self.arrays["segments.of"]
        sizes = of[rows + 1] - of[rows]
        segments = _spans(of[rows], sizes)
        width = {True: int(self.arrays["names"][0]), False: len(field_table().fields)}
        made: dict[str, Any] = {}
        for part in PARTS:
            taken = self._take(
                part, segments if part == "segments" else rows, width[part in BY_GRAM]
            )
            squares = np.asarray(taken.multiply(taken).sum(axis=1)).ravel().astype(np.float64)
            made[part] = Vectors(taken, squares)
        made["starts"] = np.concatenate([[0], np.cumsum(sizes)])
        for part in ("sure", "bare"):
            made[part] = self.arrays[part][rows].astype(np.int64)
        return Matrices(**made)

    def _take(self, part: str, rows: Any, width: int) -> Any:
        starts = self.arrays[f"{part}.starts"]
        first = starts[rows]
        sizes = starts[rows + 1] - first
        at = _spans(first, sizes)
        ends = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
        values, columns = self.arrays[f"{part}.values"][at], self.arrays[f"{part}.columns"][at]
        found = sparse.csr_matrix((values, columns, ends), shape=(len(rows), width))
        found.has_canonical_format = True
        return found


def _spans(starts: Any, sizes: Any) -> Any:
    """Return the places ``start``, ``start + 1`` … of every span, one after another."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - (ends - sizes), sizes)
