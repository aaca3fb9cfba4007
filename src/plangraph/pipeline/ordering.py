"""The order in which quads reach the engine's loader: graph by graph, as the engine sorts them.

The loader writes a table for each million quads, and nothing puts them together afterwards. In
any other order the keys of each table lie among those of all others, and what is looked up in a
graph is looked for in every one of them; in this order it is looked for in one or two.

Tables that have no graph in common the engine keeps as one level, in which it goes straight to the
right one. If a single graph lies in two of them, both and all that follow are beside each other,
and each is opened for whatever is looked up. So a million ends between two graphs.
"""

from __future__ import annotations

import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from plangraph.pipeline.shelf import Ref, Shelf

#: Bytes at the beginning of a part that tell which graph it is about.
_BEGINNING = 8 << 10
#: Fewer parts make so few tables that their order makes no difference.
FEW = 200
#: Quads of which the engine's loader makes a table.
TABLE = 1_000_000

_T = TypeVar("_T")


def graph_by_graph(shelf: Shelf, refs: Sequence[Ref]) -> Iterator[bytes]:
    """Yield what stands in parts: lines of N-Quads, each in a named graph.

    Most of a part is in one graph. Lines in others wait, compressed, until all parts are
    through, and come in order then.
    """
    if len(refs) < FEW:
        yield from map(shelf.part, refs)
        return
    about: dict[bytes, list[Ref]] = defaultdict(list)
    for ref in refs:
        lines = shelf.beginning(ref, _BEGINNING).rpartition(b"\n")[0].splitlines()
        most = Counter(map(_graph, lines)).most_common(1)
        about[most[0][0] if most else b""].append(ref)
    rest: dict[bytes, list[bytes]] = defaultdict(list)
    for graph, some in _in_order(about):
        for ref in some:
            yield from _apart(shelf.part(ref), graph, rest)
    for _graph_of_them, packed in _in_order(rest):
        yield from map(zlib.decompress, packed)


def whole_graphs(texts: Iterable[bytes], table: int = TABLE) -> Iterator[bytes]:
    """Yield texts of whole lines so that no graph lies in two tables of the loader.

    Where a graph would, the line before it is said again until its table is full: the loader
    counts lines, and keeps what is said twice once. Were its tables of another size, this would
    help nothing and harm nothing. What is larger than a table is as it is.
    """
    place, last = 0, b""
    for text in _runs(texts):
        lines = text.count(b"\n")
        if last and lines <= table < place + lines:
            yield last * (table - place)
            place = 0
        yield text
        place = (place + lines) % table
        last = _last(text)


def _runs(texts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield texts that follow each other and are in the same graph as one."""
    run: list[bytes] = []
    graph = b""
    for text in filter(None, texts):
        if run and _graph(text[: text.index(b"\n")]) != graph:
            yield b"".join(run)
            run.clear()
        run.append(text)
        graph = _graph(_last(text))
    if run:
        yield b"".join(run)


def _last(text: bytes) -> bytes:
    """Return the last line of a text of whole lines."""
    return text[text.rfind(b"\n", 0, -1) + 1 :]


def _graph(line: bytes) -> bytes:
    """Return the end of a line from its graph on."""
    return line[line.rindex(b" <") :].rstrip(b"\n")


def _apart(text: bytes, graph: bytes, rest: dict[bytes, list[bytes]]) -> Iterator[bytes]:
    """Yield the lines that are in ``graph``; put those in each other graph into ``rest``."""
    end = graph + b"\n"
    if text.count(end) == text.count(b"\n"):
        yield text
        return
    lines = text.splitlines(keepends=True)
    yield b"".join([line for line in lines if line.endswith(end)])
    others: dict[bytes, list[bytes]] = defaultdict(list)
    for line in lines:
        if not line.endswith(end):
            others[_graph(line)].append(line)
    for other, some in others.items():
        rest[other].append(zlib.compress(b"".join(some), 1))


def _in_order(graphs: Mapping[bytes, list[_T]]) -> Iterator[tuple[bytes, list[_T]]]:
    """Yield the items in the order in which the engine keeps graphs; it says so itself.

    Graphs are named as lines end with them; what is in none (or too long to tell) is last.
    """
    nodes = {NamedNode(graph[2:-3].decode()): graph for graph in graphs if graph}
    with tempfile.TemporaryDirectory() as folder:
        store = pyoxigraph.Store(folder)
        store.bulk_extend(Quad(node, node, node, node) for node in nodes)
        found = [nodes[node] for node in store.named_graphs() if isinstance(node, NamedNode)]
        del store  # its files are in the way on some systems
    for graph in (*found, b""):
        if graph in graphs:
            yield graph, graphs[graph]
