"""The process that answers queries, one after the other, until it is ended.

It is started with the folder of a store and the port of its pool. It opens the store,
leaves the network, limits its memory, and answers. Whatever goes wrong in it (an
endless query, a crash of the engine, no memory left) ends this process and nothing else.
"""

from __future__ import annotations

import faulthandler
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any, NoReturn, cast

import pyoxigraph

from plangraph.errors import QueryError
from plangraph.graph import DEEPEST, depth
from plangraph.language import speak, tr
from plangraph.serve.engine import wire
from plangraph.serve.engine.cutting import Cut, Cutter
from plangraph.serve.engine.refusing import foreign, refuse
from plangraph.serve.engine.wire import Ask
from plangraph.syntax.sparql import mistake_in
from plangraph.vocabulary import PREFIXES

_RESULTS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
_NOTICES = {
    "turtle": "# limited: {what} {count}\n",
    "ntriples": "# limited: {what} {count}\n",
    "rdfxml": "<!-- limited: {what} {count} -->\n",
}
#: Bytes that are gathered before they are sent, and seconds in which the first are.
_PIECE = 64 << 10
_AT_ONCE = 0.05
#: The engine writes in pieces of 8 KB; a smaller one is the last.
_FULL = 4 << 10
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def main() -> None:
    """Answer the pool that started this process."""
    folder, port, seconds, megabytes = sys.argv[1:5]
    token = sys.stdin.buffer.readline()
    with (
        socket.create_connection(("127.0.0.1", int(port))) as pool,
        open(os.devnull, "w") as nowhere,
    ):
        pool.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        pool.sendall(token)
        _leave_network()
        store = pyoxigraph.Store.read_only(folder)
        _limit_memory(int(megabytes))
        pool.sendall(wire.frame(wire.READY))
        with suppress(ConnectionError):
            while (body := _receive(pool)) is not None:
                # Should nobody be left to end this process, it ends itself.
                faulthandler.dump_traceback_later(float(seconds), exit=True, file=nowhere)
                _answer(store, Ask.from_bytes(body), pool)
                faulthandler.cancel_dump_traceback_later()


def _receive(pool: socket.socket) -> bytes | None:
    """Return the body of the next frame; None where the pool has gone."""

    def exactly(count: int) -> bytes:
        parts = bytearray()
        while len(parts) < count:
            part = pool.recv(count - len(parts))
            if not part:
                return b""
            parts += part
        return bytes(parts)

    head = exactly(wire.HEAD.size)
    if not head:
        return None
    return exactly(wire.HEAD.unpack(head)[1]) or None


def _leave_network() -> None:
    """Go where there is no network, where the system lets us.

    Connections that are open stay. This is a second wall: queries that name services
    are refused before.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _limit_memory(megabytes: int) -> None:
    """Let this process take so much more than it has now (where the system can say so)."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            now = int(file.read().split()[0]) * resource.getpagesize()
        most = now + (megabytes << 20)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _answer(store: pyoxigraph.Store, ask: Ask, pool: socket.socket) -> None:
    speak(ask.language)
    out = _Sender(pool)
    try:
        with suppress(Cut):
            _write(store, ask, out)
        out.end()
    except QueryError as error:
        out.problem("query", error.problem, error.advice, error.place)
    except SyntaxError as error:
        mistake = mistake_in(ask.sparql, error.msg or "")
        place = f"{mistake.line}:{mistake.column}" if mistake.line else ""
        out.problem("query", mistake.briefly, mistake.advice, place)
    except MemoryError:
        out.problem("memory", "", "", "")
    except ConnectionError:
        raise
    except Exception as error:  # whatever it is, it is this query's and not the next one's
        out.problem("engine", str(error)[:300], "", "")


def _write(store: pyoxigraph.Store, ask: Ask, out: _Sender) -> None:
    if depth(ask.sparql) > DEEPEST:
        raise QueryError(
            tr("the query is nested too deeply"),
            advice=tr("no more than {count} brackets in each other", count=DEEPEST),
        )

    def known(iri: str) -> bool:
        try:
            return store.contains_named_graph(pyoxigraph.NamedNode(iri))
        except ValueError:
            return False

    refuse(ask.sparql, known)
    for graph in (*ask.default_graphs, *ask.named_graphs):
        if not known(graph):
            raise foreign(graph)
    options: dict[str, Any] = {}
    if ask.default_graphs or ask.named_graphs:
        # A dataset that the request names is the whole dataset (SPARQL protocol, 2.1.4).
        options["default_graph"] = [pyoxigraph.NamedNode(g) for g in ask.default_graphs]
        options["named_graphs"] = [pyoxigraph.NamedNode(g) for g in ask.named_graphs]
    elif ask.union:
        options["use_default_graph_as_union"] = True
    found = store.query(ask.sparql, **options)
    if isinstance(found, pyoxigraph.QueryTriples):
        _triples(found, ask, out)
        return
    kind = "boolean" if isinstance(found, pyoxigraph.QueryBoolean) else "solutions"
    form = ask.forms.get(kind)
    out.begin(kind, form)
    if form:
        if kind == "solutions":
            out.cutter = Cutter(form, ask.rows, ask.size)
        found.serialize(cast(IO[bytes], out), format=_RESULTS[form])
        out.finish()


def _triples(found: pyoxigraph.QueryTriples, ask: Ask, out: _Sender) -> None:
    form = ask.forms.get("triples")
    out.begin("triples", form)
    if not form:
        return

    def within() -> Iterator[pyoxigraph.Triple]:
        for number, triple in enumerate(found):
            if number >= ask.rows:
                out.limited = "rows"
            elif out.size > ask.size:
                out.limited = "bytes"
            if out.limited:
                return
            yield triple

    prefixes = PREFIXES if form in ("turtle", "rdfxml") else None
    pyoxigraph.serialize(within(), cast(IO[bytes], out), format=_GRAPHS[form], prefixes=prefixes)
    if out.limited:
        count = ask.rows if out.limited == "rows" else ask.size
        out.write(_NOTICES.get(form, "").format(what=out.limited, count=count).encode())


class _Sender:
    """What the engine writes into; sends it in pieces, the first of them at once."""

    def __init__(self, pool: socket.socket) -> None:
        self._pool = pool
        self._beginning = b""
        self._gathered = bytearray()
        self._sent = 0
        self._start = time.monotonic()
        self.size = 0
        self.cutter: Cutter | None = None
        self.limited: str | None = None

    def begin(self, kind: str, form: str | None) -> None:
        """Say what is coming: together with the first of it, so that the pool is woken once."""
        self._beginning = wire.said(wire.ANSWER, kind=kind, form=form)

    def _say(self, frame: bytes) -> None:
        self._pool.sendall(self._beginning + frame)
        self._beginning = b""

    def write(self, piece: bytes) -> int:
        """Take a piece of the result; raises Cut where a limit is reached."""
        self.size += len(piece)
        within = self.cutter.feed(piece) if self.cutter else piece
        self._gathered += within
        if self.cutter and self.cutter.limited:
            self.limited = self.cutter.limited
            raise Cut
        if len(self._gathered) >= _PIECE or (
            not self._sent and len(piece) >= _FULL and time.monotonic() - self._start > _AT_ONCE
        ):
            self._send()
        return len(piece)

    def flush(self) -> None:
        """Do nothing: the engine asks for it at the end, when it is not known what is cut."""

    def _send(self) -> None:
        if self._gathered:
            self._say(wire.frame(wire.DATA, bytes(self._gathered)))
            self._sent += len(self._gathered)
            self._gathered.clear()

    def finish(self) -> None:
        """Take what the cutter held back."""
        if self.cutter:
            self._gathered += self.cutter.finish()

    def end(self) -> None:
        """Say that the result is complete."""
        if self._sent:
            self._send()
            self._say(wire.said(wire.END, limited=self.limited))
            return
        code = next(code for code, limit in wire.LIMITED.items() if limit == self.limited)
        self._say(wire.frame(wire.WHOLE, code + self._gathered))

    def problem(self, kind: str, problem: str, advice: str, place: str) -> None:
        """Say why there is no result."""
        self._gathered.clear()
        self._say(wire.said(wire.PROBLEM, kind=kind, problem=problem, advice=advice, place=place))


def run() -> NoReturn:
    """Be a worker, and end as quickly as possible."""
    main()
    os._exit(0)
