"""The store's new generation: filled from all pieces, or the former one with what changed."""

from __future__ import annotations

import io
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import RdfFormat

from plangraph.language import tr
from plangraph.pipeline.compacting import compact
from plangraph.pipeline.ordering import FEW, graph_by_graph, whole_graphs
from plangraph.pipeline.settings import Progress
from plangraph.pipeline.shelf import Ref, Shelf, Stream, quads_in
from plangraph.pipeline.workers import alone, lost

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: Bytes that are handed to the engine's loader, which asks for 2 KB at a time.
_AT_ONCE = 1 << 20
#: Seconds between two words of the loader on how far it is.
_MOMENT = 0.2
#: What the loader says when it has read all.
_READ = "read"


class Filling:
    """A new store that is filled with pieces while other work goes on.

    Pieces are read one by one and never held together. The store is closed at once: a flush
    would wait until the engine has put the tables of a large one together, which takes longer
    than half the load and leaves them uncompressed.

    Its tables are filled graph by graph (``ordering``), and some of them put together when all
    are there (``compacting``).

    A thread does it, or where it may be ``apart`` and there is much to fill in, a process: the
    engine asks for its quads in small bites, and in one process each would wait until the
    interpreter is free.
    """

    def __init__(self, folder: str, shelf: Shelf, apart: bool = False) -> None:
        self._folder, self._shelf, self._apart = folder, shelf, apart
        self._given: set[str] = set()
        self._refs = 0
        self._worker: Any = None
        os.makedirs(folder, exist_ok=True)

    def add(self, units: Mapping[str, Iterable[Ref]]) -> None:
        """Fill in units too, by name; those that were added before are not again."""
        refs = [ref for unit, some in units.items() if unit not in self._given for ref in some]
        self._given |= units.keys()
        self._refs += len(refs)
        if self._worker is None:
            self._start(self._apart and len(refs) >= FEW)
        self._say(refs)

    def finish(
        self, progress: Progress | None, meanwhile: Callable[[], object] | None = None
    ) -> None:
        """Wait until the store is whole; raises what went wrong.

        Once all is read, the engine mostly writes, and there is time to do something ``meanwhile``.
        """
        if self._worker is None:
            self._start(False)
        self._say(None)
        while True:
            try:
                said = self._line.recv()
            except (EOFError, OSError):
                raise lost() from None
            if isinstance(said, BaseException):
                raise said
            if said is None:
                break
            if said == _READ:
                if meanwhile:
                    meanwhile()
            elif progress:
                progress(tr("load"), min(said, self._refs), self._refs)
        self._worker.join()
        if progress:
            progress(tr("load"), self._refs, self._refs)

    def __enter__(self) -> Filling:
        return self

    def __exit__(self, *_: object) -> None:
        """End the work; where it is not done, nobody wants the store."""
        if self._worker is not None:
            self._line.close()
            self._worker.join()

    def _start(self, apart: bool) -> None:
        from multiprocessing import Pipe, get_context

        self._line, theirs = Pipe()
        given = (self._folder, self._shelf.folder, theirs)
        if apart:
            self._worker = get_context("spawn").Process(target=_fill_alone, args=given)
        else:
            self._worker = Thread(target=_fill, args=given)
        self._worker.start()
        if apart:
            theirs.close()  # the process has it now; when it dies, nobody has

    def _say(self, what: list[Ref] | None) -> None:
        with suppress(OSError):  # it ended early, and has said why
            self._line.send(what)


def _fill_alone(folder: str, shelf: str, line: Connection) -> None:
    alone()
    _fill(folder, shelf, line, threads=os.cpu_count() or 1)


def _fill(folder: str, shelf: str, line: Connection, threads: int = 1) -> None:
    """Fill a store with what is named over ``line``; say how far it is, and how it ended."""
    try:
        _load(folder, Shelf(shelf), line)
        compact(folder, threads)
        said: Any = None
    except BaseException as error:  # raised where the store is waited for
        said = error
    with suppress(OSError):  # where nobody waits for it
        line.send(said)
    line.close()


def _load(folder: str, shelf: Shelf, line: Connection) -> None:
    store = pyoxigraph.Store(folder)
    stream: Any = io.BufferedReader(Stream(whole_graphs(_texts(shelf, line))), _AT_ONCE)
    store.bulk_load(stream, RdfFormat.N_QUADS, lenient=True)


def _texts(shelf: Shelf, line: Connection) -> Iterator[bytes]:
    """Yield the texts of the refs that come over ``line``, list by list, until None comes.

    Where nobody is at its other end any more, EOFError is raised and ends the work.
    """
    waiting: deque[list[Ref] | None] = deque([line.recv()])
    read, told = 0, time.monotonic()
    while (refs := waiting.popleft()) is not None:
        for text in graph_by_graph(shelf, refs):
            while line.poll():
                waiting.append(line.recv())
            read += 1
            yield text
            if None in waiting and time.monotonic() - told > _MOMENT:  # else nobody listens
                told = time.monotonic()
                line.send(read)
        if not waiting:
            waiting.append(line.recv())
    with suppress(OSError):
        line.send(_READ)


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
