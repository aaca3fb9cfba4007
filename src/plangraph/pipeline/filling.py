"""The store's new generation: filled from all pieces, or the former one with what changed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph
from pyoxigraph import RdfFormat

from plangraph.language import tr
from plangraph.pipeline.ledger import Ledger
from plangraph.pipeline.settings import Progress
from plangraph.pipeline.shelf import Ref, Shelf, Stream, quads_in

#: Bytes that are handed to the engine's loader, which asks for 2 KB at a time.
_AT_ONCE = 1 << 20


def fill(folder: str, shelf: Shelf, ledger: Ledger, progress: Progress | None) -> None:
    """Load all pieces into a new store; they are read one by one and never held together.

    The store is closed at once: a flush would wait until the engine has put the tables of a
    large one together, which takes longer than half the load and leaves them uncompressed.
    """
    store = pyoxigraph.Store(folder)
    texts = _texts(shelf, ledger, progress)
    stream: Any = io.BufferedReader(Stream(texts), _AT_ONCE)
    store.bulk_load(stream, RdfFormat.N_QUADS, lenient=True)


def _texts(shelf: Shelf, ledger: Ledger, progress: Progress | None) -> Iterator[bytes]:
    for number, refs in enumerate(ledger.units.values(), 1):
        for ref in refs:
            yield shelf.part(ref)
        if progress:
            progress(tr("load"), number, len(ledger.units))


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
