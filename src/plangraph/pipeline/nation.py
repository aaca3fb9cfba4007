"""Counterparts over a whole nation: the nearest of each element, kept right when plans change.

The rows of all current versions are a corpus on disk. Finding the nearest of some rows is a
task of its own. When plans change, their rows are added to the corpus, and only those rows
are looked at again whose candidates the changed ones are, were or would be.
"""

from __future__ import annotations

import functools
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from plangraph.language import tr
from plangraph.links.corpus import Corpus, Element, add_rows, open_corpus
from plangraph.links.nearest import NEAREST, Found, nearest, touched
from plangraph.links.quads import nearest_quads, nearest_said
from plangraph.links.rows import Rows
from plangraph.pipeline.ledger import Nearest
from plangraph.pipeline.settings import Progress
from plangraph.pipeline.shelf import Ref, Shelf, count
from plangraph.pipeline.workers import Here, Workers, uncollected
from plangraph.statements import lines
from plangraph.vocabulary import Names

#: Versions whose rows are one task.
BATCH = 24
#: With more than this part of the rows new or gone, all is done anew.
MOST_CHANGED = 0.05

#: What stands in the address of a link to a counterpart behind that of its element.
_LINK = b"#counterpart-"

Sizes = tuple[tuple[str, int], ...]


class Nation(NamedTuple):
    """The refs of the counterparts by version, and where things stand."""

    refs: dict[str, tuple[Ref, int]]
    nearest: Nearest


class _Table:
    """What was found for every row of the corpus."""

    def __init__(self, others: Any, points: Any, last: Any) -> None:
        self.others, self.points, self.last = others, points, last

    @classmethod
    def empty(cls, size: int) -> _Table:
        return cls(
            np.full((size, NEAREST), -1, dtype=np.int32),
            np.zeros((size, NEAREST), dtype=np.int32),
            np.full(size, -1, dtype=np.int64),
        )

    def grown(self, size: int) -> _Table:
        """Return the table with room for more rows."""
        more = self.empty(size - len(self.last))
        return _Table(
            np.concatenate([self.others, more.others]),
            np.concatenate([self.points, more.points]),
            np.concatenate([self.last, more.last]),
        )

    def put(self, found: Found) -> None:
        self.others[found.rows] = found.others
        self.points[found.rows] = found.points
        self.last[found.rows] = found.last

    def move(self, moved: Mapping[int, int]) -> None:
        """Call rows by other numbers: what was found for them, and where they were found."""
        if moved:
            to = np.arange(len(self.last), dtype=np.int32)
            old, new = np.asarray(list(moved)), np.asarray(list(moved.values()))
            to[old] = new
            self.others = np.where(self.others >= 0, to[self.others], -1).astype(np.int32)
            for values in (self.others, self.points, self.last):
                values[new] = values[old]

    def parts(self) -> dict[str, bytes]:
        return {name: getattr(self, name).tobytes() for name in ("others", "points", "last")}

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> _Table:
        last = np.frombuffer(zlib.decompress(parts["last"]), np.int64).copy()
        others, points = (
            np.frombuffer(zlib.decompress(parts[name]), np.int32).reshape(len(last), -1).copy()
            for name in ("others", "points")
        )
        return cls(others, points, last)


def link_rows(
    rows: Sequence[int], corpus: Any, sizes: Sizes, alive: bytes, barred: list[tuple[int, int]]
) -> tuple[Found, dict[int, bytes]]:
    """Find the nearest of ``rows`` in a corpus (a folder or its arrays), and say it in quads."""
    arrays = _opened(corpus, sizes) if isinstance(corpus, str) else corpus
    everyone = Corpus(arrays, np.frombuffer(alive, dtype=bool))
    with uncollected():
        found = nearest(everyone, rows, barred)
        texts = {row: lines(quads) for row, quads in nearest_quads(everyone, found) if quads}
    return found, texts


@functools.lru_cache(maxsize=1)
def _opened(folder: str, sizes: Sizes) -> Any:
    return open_corpus(folder, dict(sizes))


class Linking:
    """Links the current versions: their names, and the keys of the work on each."""

    def __init__(
        self,
        shelf: Shelf,
        workers: Workers,
        names: Names,
        keys: Mapping[str, str],
        rejected: Iterable[frozenset[str]],
        progress: Progress | None,
    ) -> None:
        self.shelf, self.workers, self.progress = shelf, workers, progress
        self.names = names
        self.keys = dict(sorted(keys.items()))
        self.rejected = sorted(sorted(pair) for pair in rejected)
        self.barred_key = sha256(repr(self.rejected).encode()).hexdigest()[:24]

    def run(self, former: Nearest | None, refs: Mapping[str, tuple[Ref, int]]) -> Nation:
        """Link; ``former`` and ``refs`` are what there was before."""
        if former and former.barred == self.barred_key:
            if {version: key for version, (_, _, key) in former.spans.items()} == self.keys:
                return Nation(dict(refs), former)
            found = self._again(former, refs)
            if found:
                return found
        return self._anew()

    # -- all of it --------------------------------------------------------------------

    def _anew(self) -> Nation:
        name = "corpus-" + sha256(repr((self.keys, self.barred_key)).encode()).hexdigest()[:24]
        folder, sizes, spans = self._corpus(name)
        total = sum(size for _, size, _ in spans.values())
        alive = np.ones(total, dtype=bool)
        table = _Table.empty(total)
        refs: dict[str, tuple[Ref, int]] = {}
        versions = list(self.keys)
        batches = [versions[start : start + BATCH] for start in range(0, len(versions), BATCH)]
        left = []
        for number, batch in enumerate(batches):
            kept = self.shelf.get(f"l-{name}-{number}")
            if kept is None:
                left.append((number, [row for one in batch for row in _rows(spans[one])]))
            else:
                table.put(_found(kept))
                refs |= msgspec.msgpack.decode(
                    zlib.decompress(kept["refs"]), type=dict[str, tuple[Ref, int]]
                )
        number_of = {tuple(rows[:1]): number for number, rows in left}
        done = len(batches) - len(left)
        for rows, (found, texts) in self._map([rows for _, rows in left], folder, sizes, alive):
            number = number_of[tuple(rows[:1])]
            table.put(found)
            mine: dict[str, tuple[Ref, int]] = {}
            for version in batches[number]:
                text = b"".join(texts.get(row, b"") for row in _rows(spans[version]))
                mine[version] = self._put(version, text.splitlines(keepends=True))
            refs |= mine
            self.shelf.put(
                f"l-{name}-{number}",
                {
                    **{part: getattr(found, part).tobytes() for part in Found._fields},
                    "refs": msgspec.msgpack.encode(mine),
                },
            )
            done += 1
            if self.progress:
                self.progress(tr("link"), done, len(batches))
        return Nation(refs, self._keep(name, sizes, spans, table))

    def _corpus(self, name: str) -> tuple[str, dict[str, int], dict[str, tuple[int, int, str]]]:
        """Return the folder of a corpus of all versions, its sizes, and where each stands."""
        folder = os.path.join(self.shelf.folder, name)
        note = Path(folder, "sizes")
        if not note.exists():
            made = f"{folder}.part"
            shutil.rmtree(made, ignore_errors=True)
            os.makedirs(made)
            spans: dict[str, tuple[int, int, str]] = {}
            sizes = add_rows(made, self._counted(self.keys, spans), {})
            Path(made, "sizes").write_bytes(msgspec.msgpack.encode((sizes, spans)))
            shutil.rmtree(folder, ignore_errors=True)
            os.rename(made, folder)
        known = msgspec.msgpack.decode(
            note.read_bytes(), type=tuple[dict[str, int], dict[str, tuple[int, int, str]]]
        )
        return folder, *known

    def _counted(
        self, versions: Iterable[str], spans: dict[str, tuple[int, int, str]], start: int = 0
    ) -> Iterator[Rows]:
        """Yield the rows of versions, and note in ``spans`` where they will stand."""
        for version in versions:
            rows = self._rows_of(self.keys[version])
            size = len(rows.ids) if rows else 0
            spans[version] = (start, size, self.keys[version])
            start += size
            if rows:
                yield rows

    def _rows_of(self, key: str) -> Rows | None:
        data = self.shelf.part(f"{key}#rows")
        return msgspec.msgpack.decode(data, type=Rows) if data else None

    # -- what has changed -------------------------------------------------------------

    def _again(self, former: Nearest, refs: Mapping[str, tuple[Ref, int]]) -> Nation | None:
        """Link what has changed since; None where that is too much, or not all is there."""
        kept = self.shelf.get(former.piece)
        folder = os.path.join(self.shelf.folder, former.corpus)
        leaving = [v for v, span in former.spans.items() if self.keys.get(v) != span[2]]
        coming = [v for v in self.keys if v in leaving or v not in former.spans]
        if kept is None or not os.path.isdir(folder):
            return None
        if any(not self.shelf.has(former.spans[version][2]) for version in leaving):
            return None
        table = _Table.of(kept)
        size = len(table.last)
        fresh: dict[str, tuple[int, int, str]] = {}
        sizes = add_rows(folder, self._counted(coming, fresh, size), former.sizes)
        spans = {v: span for v, span in former.spans.items() if v not in leaving} | fresh
        arrays = open_corpus(folder, sizes)
        alive = np.zeros(len(arrays["plan"]), dtype=bool)
        for start, length, _ in spans.values():
            alive[start : start + length] = True
        if len(alive) - np.count_nonzero(alive) > 4 * MOST_CHANGED * len(alive):
            return None
        table = table.grown(len(alive))
        moved, new, old = self._moved(former, leaving, fresh)
        if len(new) + len(old) > MOST_CHANGED * size:
            return None
        table.move(moved)
        corpus = Corpus(arrays, alive)
        again = np.union1d(touched(corpus, table.last, [*new, *old]), new).astype(np.int64)
        parts = np.array_split(again, self.workers.count if len(again) > BATCH * 50 else 1)
        texts: dict[int, bytes] = {}
        for _, (found, said) in self._map([p.tolist() for p in parts], folder, sizes, alive):
            table.put(found)
            texts |= said
        gone = [corpus.element(row) for row in old]
        refs = {version: ref for version, ref in refs.items() if version in self.keys}
        refs = self._said_again(refs, corpus, again.tolist(), texts, gone)
        return Nation(refs, self._keep(former.corpus, sizes, spans, table))

    def _moved(
        self, former: Nearest, leaving: Iterable[str], fresh: Mapping[str, tuple[int, int, str]]
    ) -> tuple[dict[int, int], list[int], list[int]]:
        """Return where unchanged rows of changed versions stand now, new rows, and old ones."""
        before: dict[bytes, int] = {}
        for version in leaving:
            start, _, key = former.spans[version]
            rows = self._rows_of(key)
            before |= {digest: start + n for n, digest in enumerate(rows.digests if rows else ())}
        moved: dict[int, int] = {}
        new = []
        for start, _, key in fresh.values():
            rows = self._rows_of(key)
            for number, digest in enumerate(rows.digests if rows else ()):
                if digest in before:
                    moved[before[digest]] = start + number
                else:
                    new.append(start + number)
        return moved, new, [row for row in before.values() if row not in moved]

    def _said_again(
        self,
        refs: dict[str, tuple[Ref, int]],
        corpus: Corpus,
        rows: Sequence[int],
        texts: Mapping[int, bytes],
        gone: Iterable[Element],
    ) -> dict[str, tuple[Ref, int]]:
        """Return the refs with what is said of ``rows`` replaced, and of what is gone removed."""
        dropped: dict[str, set[bytes]] = {}
        said: dict[str, list[bytes]] = {}
        for element in gone:
            dropped.setdefault(element.version, set()).add(element.iri.encode())
        for row in rows:
            element = corpus.element(row)
            dropped.setdefault(element.version, set()).add(element.iri.encode())
            said.setdefault(element.version, []).append(texts.get(row, b""))
        found = dict(refs)
        for version in sorted(self.keys.keys() & dropped.keys()):
            text = self.shelf.part(refs[version][0]) if version in refs else b""
            links = [line for line in text.splitlines(keepends=True) if _LINK in line]
            kept = [one for one in links if one[1 : one.index(_LINK)] not in dropped[version]]
            kept += b"".join(said.get(version, ())).splitlines(keepends=True)
            found[version] = self._put(version, kept)
        return {version: found.get(version) or self._put(version, []) for version in self.keys}

    # -- both -------------------------------------------------------------------------

    def _map(
        self, tasks: list[list[int]], folder: str, sizes: Mapping[str, int], alive: Any
    ) -> Iterator[tuple[list[int], tuple[Found, dict[int, bytes]]]]:
        if not tasks:
            return
        barred = self._barred(folder, sizes)
        few = len(tasks) == 1
        workers = Here() if few else self.workers
        corpus = workers.share(folder, lambda: open_corpus(folder, sizes))
        yield from workers.map(
            link_rows, tasks, corpus, tuple(sorted(sizes.items())), alive.tobytes(), barred
        )

    def _barred(self, folder: str, sizes: Mapping[str, int]) -> list[tuple[int, int]]:
        """Return the pairs that persons rejected, as rows."""
        if not self.rejected:
            return []
        corpus = Corpus(open_corpus(folder, sizes))
        wanted = {iri for pair in self.rejected for iri in pair}
        number = {}
        for row in range(corpus.size):
            iri = corpus.element(row).iri
            if iri in wanted:
                number[iri] = row
        return [
            (number[one], number[other])
            for one, other in self.rejected
            if one in number and other in number
        ]

    def _put(self, version: str, links: list[bytes]) -> tuple[Ref, int]:
        """Keep the lines about the links of a version, with what all of them have in common."""
        common = lines(nearest_said(self.names, version)) if links else b""
        text = b"".join(sorted([*links, *common.splitlines(keepends=True)]))
        name = f"c-{sha256(text).hexdigest()[:32]}"
        if not self.shelf.has(name):
            self.shelf.put(name, {"quads": text})
        return f"{name}#quads", count(text)

    def _keep(
        self,
        corpus: str,
        sizes: dict[str, int],
        spans: dict[str, tuple[int, int, str]],
        table: _Table,
    ) -> Nearest:
        parts = table.parts()
        name = f"n-{sha256(b''.join(parts.values())).hexdigest()[:32]}"
        self.shelf.put(name, parts, level=0)  # whatever changes, all of it is written
        return Nearest(corpus, sizes, dict(sorted(spans.items())), name, self.barred_key)


def _rows(span: tuple[int, int, str]) -> range:
    return range(span[0], span[0] + span[1])


def _found(kept: Mapping[str, bytes]) -> Found:
    """Return what was found, from a piece."""
    rows, others, points, last = (
        np.frombuffer(zlib.decompress(kept[part]), np.int64) for part in Found._fields
    )
    shape = (len(rows), -1)
    return Found(rows, others.reshape(shape), points.reshape(shape), last)
