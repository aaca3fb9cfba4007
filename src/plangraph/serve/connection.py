"""uvicorn's protocol with an end to clients that are slow to ask or to read.

uvicorn itself waits for ever for the first request of a connection, and for a reader that
stands still.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

#: Seconds in which a request must be told, and a piece of an answer be taken.
SLOWEST_HEAD, SLOWEST_READER = 20.0, 60.0


class Connection(HttpToolsProtocol):
    """A connection of a client."""

    _asking: asyncio.TimerHandle | None = None
    _reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Start the time in which a request must be told."""
        super().connection_made(transport)
        self._ask_soon()

    def on_message_begin(self) -> None:
        """Start it anew for each request."""
        super().on_message_begin()
        self._ask_soon()

    def on_headers_complete(self) -> None:
        """Stop it."""
        self._asked()
        super().on_headers_complete()

    def pause_writing(self) -> None:
        """Start the time in which the reader must go on."""
        super().pause_writing()
        self._reading = self.loop.call_later(SLOWEST_READER, self._abort)

    def resume_writing(self) -> None:
        """Stop it."""
        if self._reading:
            self._reading.cancel()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget both."""
        self._asked()
        if self._reading:
            self._reading.cancel()
        super().connection_lost(exc)

    def _ask_soon(self) -> None:
        if self._asking is None:
            self._asking = self.loop.call_later(SLOWEST_HEAD, self._abort)

    def _asked(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _abort(self) -> None:
        self.transport.abort()
