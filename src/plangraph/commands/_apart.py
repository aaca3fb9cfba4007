"""What an assistant asks, answered in a process of its own: one that takes too long is ended.

The RDF engine cannot be told to stop a query, and a comparison may be large; a process can
be ended whatever it does. It is kept from one call to the next, and replaced when it is gone.
"""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from plangraph.errors import PlangraphError
from plangraph.language import language, speak, tr


class Apart:
    """Answers for the graph at ``place``, one after the other; each may take ``seconds``."""

    _ready: bool

    def __init__(self, place: str, seconds: float) -> None:
        self._place, self._seconds = place, seconds
        self._lock = threading.Lock()
        self._start()

    def call(self, tool: str, values: dict[str, Any]) -> dict[str, Any]:
        """Return what a tool of the assistant answers; raises PlangraphError."""
        with self._lock:
            if not self._process.is_alive():
                self._start()
            try:
                if not self._ready:
                    self._ours.recv()
                    self._ready = True
                self._ours.send((tool, values, language()))
                if not self._ours.poll(self._seconds):
                    self.end()
                    raise PlangraphError(
                        tr("the query was stopped after {seconds:second(s)}",
                           seconds=self._seconds),
                        advice=tr("ask for less: one city, one plan"),
                    )  # fmt: skip
                answer, error = self._ours.recv()
            except (EOFError, OSError):
                self.end()
                raise PlangraphError(
                    tr("the engine ended while it worked on this query"),
                    advice=tr("try again in a moment"),
                ) from None
        if error is not None:
            raise PlangraphError(error[0], advice=error[1])
        return dict(answer)

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._ours.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_answer, args=(theirs, self._place, self._seconds), daemon=True
        )
        self._process.start()
        theirs.close()
        self._ready = False  # it says so when it has loaded what it needs, which is not counted


def _answer(ours: Connection, place: str, seconds: float) -> None:
    """Answer until nobody asks any more."""
    import faulthandler
    import os
    import signal
    import sys

    from plangraph.assistant import Assistant
    from plangraph.graph import open_graph

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for who started it, which ends it
    sys.stdout = sys.stderr  # the other one carries the protocol
    ask = Assistant(lambda: open_graph(place))
    ours.send("ready")
    with suppress(EOFError), open(os.devnull, "w") as nowhere:
        while True:
            tool, values, spoken = ours.recv()
            # Should nobody be left to end this process, it ends itself.
            faulthandler.dump_traceback_later(2 * seconds, exit=True, file=nowhere)
            speak(spoken)
            try:
                ours.send((getattr(ask, tool)(**values), None))
            except PlangraphError as error:
                ours.send((None, (error.problem, error.advice)))
            faulthandler.cancel_dump_traceback_later()
