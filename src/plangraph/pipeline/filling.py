"""The store's new generation: filled from all pieces, or the former one with what changed."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from queue import SimpleQueue
from threading import Thread
from typing import Any

import pyoxigraph
from pyoxigraph import RdfFormat

from plangraph.language import tr
from plangraph.pipeline.ordering import graph_by_graph
from plangraph.pipeline.settings import Progress
from plangraph.pipeline.shelf import Ref, Shelf, Stream, quads_in

#: Bytes that are handed to the engine's loader, which asks for 2 KB at a time.
_AT_ONCE = 1 << 20
#: Seconds after which it is looked again how far the thread is.
_MOMENT = 0.2


class Filling:
    """A new store that a thread fills with pieces while other work goes on.

    Pieces are read one by one and never held together. The store is closed at once: a flush
    would wait until the engine has put the tables of a large one together, which takes longer
    than half the load and leaves them uncompressed.

    Since nothing puts its tables together, they are filled graph by graph (``ordering``).
    """

    def __init__(self, folder: str, shelf: Shelf) -> None:
        self._folder, self._shelf = folder, shelf
        self._waiting: SimpleQueue[list[Ref] | None] = SimpleQueue()
        self._given: set[str] = set()
        self._read, self._refs, self._unwanted = 0, 0, False
        self._failed: BaseException | None = None
        os.makedirs(folder, exist_ok=True)
        self._thread = Thread(target=self._fill)
        self._thread.start()

    def add(self, units: Mapping[str, Iterable[Ref]]) -> None:
        """Fill in units too, by name; those that were added before are not again."""
        refs = [ref for unit, some in units.items() if unit not in self._given for ref in some]
        self._given |= units.keys()
        self._refs += len(refs)
        self._waiting.put(refs)

    def finish(self, progress: Progress | None) -> None:
        """Wait until the store is whole; raises what went wrong."""
        self._waiting.put(None)
        while self._thread.is_alive():
            self._thread.join(_MOMENT)
            if progress:
                progress(tr("load"), min(self._read, self._refs), self._refs)
        if self._failed:
            raise self._failed

    def __enter__(self) -> Filling:
        return self

    def __exit__(self, *_: object) -> None:
        """End the thread; where it is still at work, nobody wants the store."""
        self._unwanted = True
        self._waiting.put(None)
        self._thread.join()

    def _fill(self) -> None:
        try:
            store = pyoxigraph.Store(self._folder)
            stream: Any = io.BufferedReader(Stream(self._texts()), _AT_ONCE)
            store.bulk_load(stream, RdfFormat.N_QUADS, lenient=True)
        except BaseException as error:  # raised where the store is waited for
            self._failed = error

    def _texts(self) -> Iterator[bytes]:
        while (refs := self._waiting.get()) is not None:
            for text in graph_by_graph(self._shelf, refs):
                if self._unwanted:
                    return
                self._read += 1
                yield text


def patch(folder: str, shelf: Shelf, gone: Iterable[Ref], come: Iterable[Ref]) -> None:
    """Take out of a store what is gone, and put in what has come.

    Here too nothing is flushed: what is written stands in the engine's log.
    """
    former, new = (
        {line for ref in refs for line in shelf.part(ref).splitlines(keepends=True)}
        for refs in (gone, come)
    )
    store = pyoxigraph.Store(folder)
    graphs = set()
    for quad in quads_in(b"".join(former - new)):
        store.remove(quad)
        graphs.add(quad.graph_name)
    store.extend(quads_in(b"".join(new - former)))
    for graph in graphs:  # a graph that holds nothing is none
        if next(store.quads_for_pattern(None, None, None, graph), None) is None:
            store.remove_graph(graph)
