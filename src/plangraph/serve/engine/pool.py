"""Workers kept ready, one query each; whoever exceeds the time or dies is replaced."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from typing import Any, NamedTuple

import plangraph
from plangraph.errors import PlangraphError, QueryError
from plangraph.language import language, tr
from plangraph.serve.engine import wire
from plangraph.serve.engine.wire import Ask

#: Seconds in which a worker must have opened the store.
START = 20.0
#: A result may take so many times the limit in all, if its reader is slow.
PATIENCE = 4
_WORKER = "from plangraph.serve.engine.worker import run; run()"


class UnavailableError(PlangraphError):
    """No worker can answer now; ``retry`` says in how many seconds one may."""

    def __init__(self, problem: str, retry: int, advice: str = "") -> None:
        super().__init__(problem, advice=advice or tr("try again in a moment"))
        self.retry = retry


class TimeLimitError(UnavailableError):
    """The query took longer than it may and was stopped."""


class Limits(NamedTuple):
    """How far the queries of a pool may go."""

    #: Queries that run at a time.
    workers: int = 4
    #: Seconds that the engine may work on one.
    seconds: float = 30.0
    #: Seconds that a query waits for a worker.
    wait: float = 10.0
    #: Megabytes that a query may take.
    memory: int = 2048


class Answer:
    """An answer that arrives.

    ``kind`` is what it is (``solutions``, ``boolean``, ``triples``), ``form`` the format, None
    where none was acceptable. A short one is there at once as ``whole``; a long one comes as
    ``pieces()``. Whoever has it must ``close`` it.
    """

    def __init__(self, worker: _Worker, pool: Pool, kind: str, form: str | None) -> None:
        self._worker, self._pool = worker, pool
        self.kind, self.form = kind, form
        #: Which limit cut it (``rows``, ``bytes``); known when it is complete.
        self.limited: str | None = None
        self.complete = False
        self.whole: bytes | None = None
        self._first = b""

    async def begin(self) -> None:
        """Wait for its beginning."""
        kind, body = await self._worker.hear()
        if kind == wire.WHOLE:
            self.limited, self.whole = wire.LIMITED[body[:1]], body[1:]
            self.complete = True
        elif kind == wire.DATA:
            self._first = body
        else:
            raise _problem(body)

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the result. Raises TimeLimitError, UnavailableError or QueryError."""
        yield self.whole if self.whole is not None else self._first
        while not self.complete:
            kind, body = await self._worker.hear()
            if kind == wire.DATA:
                yield body
            elif kind == wire.END:
                self.limited = json.loads(body)["limited"]
                self.complete = True
            else:
                raise _problem(body)

    async def close(self) -> None:
        """Give the worker back; end it where it is still busy."""
        self._pool.take_back(self._worker, idle=self.complete)


class Pool:
    """Answers queries, each in a process that it has for itself."""

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - a tuple
        self.limits = limits
        self._places = asyncio.Semaphore(limits.workers)
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._closed = False

    async def warm(self, folder: str) -> None:
        """Have a worker ready for the first query."""
        if not self._idle:
            self._idle.append(await _Worker.start(folder, self.limits))

    async def ask(self, folder: str, ask: Ask) -> Answer:
        """Ask the generation of a store in ``folder``; return once the answer begins.

        Raises QueryError where the query cannot be answered, TimeLimitError where it took
        too long, UnavailableError where there is no worker for it.
        """
        if self._closed:
            raise UnavailableError(tr("the server is ending"), retry=5)
        try:
            await asyncio.wait_for(self._places.acquire(), self.limits.wait)
        except TimeoutError:
            raise UnavailableError(
                tr("all {count} workers are busy", count=self.limits.workers), retry=5
            ) from None
        try:
            worker = await self._worker(folder)
        except BaseException:
            self._places.release()
            raise
        self._busy.add(worker)
        try:
            await worker.say(ask)
            kind, body = await worker.hear()
            if kind == wire.PROBLEM:
                raise _problem(body)
            told = json.loads(body)
            answer = Answer(worker, self, told["kind"], told["form"])
            await answer.begin()
            if answer.complete:
                self.take_back(worker, idle=True)
            return answer
        except QueryError:
            self.take_back(worker, idle=True)
            raise
        except BaseException:
            self.take_back(worker, idle=False)
            raise

    async def _worker(self, folder: str) -> _Worker:
        """Return an idle worker on this generation, or a new one; end those on another."""
        for worker in [w for w in self._idle if w.folder != folder or not w.alive]:
            self._idle.remove(worker)
            self._end(worker)
        if self._idle:
            return self._idle.pop()
        return await _Worker.start(folder, self.limits)

    def take_back(self, worker: _Worker, idle: bool) -> None:
        """Take a worker back; one that is not idle is ended."""
        if worker not in self._busy:
            return
        self._busy.discard(worker)
        self._places.release()
        if idle and worker.alive and not self._closed:
            self._idle.append(worker)
        else:
            self._end(worker)

    def _end(self, worker: _Worker) -> None:
        task = asyncio.ensure_future(worker.end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        for worker in (*self._idle, *self._busy):
            self._end(worker)
        self._idle.clear()
        await asyncio.gather(*self._ending, return_exceptions=True)


class _Worker:
    """A process of ``plangraph.serve.engine.worker`` and the connection to it."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        folder: str,
        limits: Limits,
        streams: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self.process, self.folder, self._limits = process, folder, limits
        self._reader, self._writer = streams
        self._left = limits.seconds
        self._until = 0.0

    @classmethod
    async def start(cls, folder: str, limits: Limits) -> _Worker:
        """Start a worker; raises UnavailableError where none comes up."""
        token = secrets.token_bytes(16).hex().encode() + b"\n"
        loop = asyncio.get_running_loop()
        process = None
        with socket.create_server(("127.0.0.1", 0), backlog=8) as door:
            door.setblocking(False)
            try:
                process = await loop.run_in_executor(
                    None, _spawn, folder, door.getsockname()[1], limits, token
                )
                async with asyncio.timeout(START):
                    streams = await _welcome(loop, door, token)
                    worker = cls(process, folder, limits, streams)
                    kind, _body = await worker._frame()
                    if kind == wire.READY:
                        return worker
            except (OSError, TimeoutError, asyncio.IncompleteReadError):
                pass
            except BaseException:
                _kill(process)
                raise
        _kill(process)
        raise UnavailableError(tr("the engine cannot be started"), retry=2)

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        return self.process.poll() is None and not self._reader.at_eof()

    async def say(self, ask: Ask) -> None:
        """Put a query; its time starts."""
        self._left = self._limits.seconds
        self._until = time.monotonic() + self._limits.seconds * PATIENCE
        with contextlib.suppress(ConnectionError):  # hear() says that it is gone
            spoken = ask._replace(language=language())
            self._writer.write(wire.frame(b"Q", spoken.to_bytes()))
            await self._writer.drain()

    async def hear(self) -> tuple[bytes, bytes]:
        """Return the next frame; raises TimeLimitError, or UnavailableError at its death.

        Only the time in which the engine is waited for counts, up to a limit for all.
        """
        start = time.monotonic()
        try:
            async with asyncio.timeout(min(self._left, self._until - start)):
                return await self._frame()
        except TimeoutError:
            raise TimeLimitError(
                tr("the query was stopped after {seconds:second(s)}",
                   seconds=self._limits.seconds),
                retry=60,
                advice=tr("ask for less: fewer patterns, a LIMIT, one graph"),
            ) from None  # fmt: skip
        except (asyncio.IncompleteReadError, ConnectionError):
            raise UnavailableError(
                tr("the engine ended while it worked on this query"), retry=1
            ) from None
        finally:
            self._left -= time.monotonic() - start

    async def _frame(self) -> tuple[bytes, bytes]:
        kind, length = wire.HEAD.unpack(await self._reader.readexactly(wire.HEAD.size))
        return kind, await self._reader.readexactly(length)

    async def end(self) -> None:
        """End the process, whatever it does."""
        _kill(self.process)
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self.process.wait)


def _spawn(folder: str, port: int, limits: Limits, token: bytes) -> subprocess.Popen[bytes]:
    # The package is found where this process has it, wherever that is.
    home = os.path.dirname(os.path.dirname(plangraph.__file__))
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "MALLOC_ARENA_MAX": "2",
    }
    last = f"{limits.seconds * PATIENCE + 10:g}"
    arguments = [folder, str(port), last, str(limits.memory)]
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _WORKER, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # Ctrl-C in a terminal is for the site, which ends them
    )
    assert process.stdin
    with contextlib.suppress(OSError), process.stdin as pipe:
        pipe.write(token)
    return process


async def _welcome(
    loop: asyncio.AbstractEventLoop, door: socket.socket, token: bytes
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Return the connection of who knows the token; anybody else is turned away."""
    while True:
        guest, _address = await loop.sock_accept(door)
        guest.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader, writer = await asyncio.open_connection(sock=guest, limit=1 << 20)
        try:
            if secrets.compare_digest(await reader.readexactly(len(token)), token):
                return reader, writer
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        writer.close()


def _kill(process: subprocess.Popen[bytes] | None) -> None:
    if process is not None:
        with contextlib.suppress(OSError):
            process.kill()


def _problem(body: bytes) -> PlangraphError:
    told: dict[str, Any] = json.loads(body)
    if told["kind"] == "query":
        return QueryError(told["problem"], advice=told["advice"], place=told["place"])
    if told["kind"] == "memory":
        return UnavailableError(
            tr("the query needs more memory than it may take"),
            retry=60,
            advice=tr("ask for less: fewer patterns, a LIMIT, one graph"),
        )
    return UnavailableError(tr("the engine cannot answer this query"), retry=5)
