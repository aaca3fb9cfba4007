"""Long answers of the endpoint, sent on as they come."""

from __future__ import annotations

import asyncio

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from plangraph.errors import PlangraphError
from plangraph.serve.engine.pool import Answer

#: Seconds in which a client must take a piece of a result.
STALL = 20


class Streamed(Response):
    """A long answer, sent on as it comes.

    Where the engine is ended meanwhile, the connection is closed without an end, by
    which every client knows that something is missing.
    """

    def __init__(self, answer: Answer, headers: dict[str, str], media: str) -> None:
        self._answer = answer
        self.status_code = 200
        self.background = None
        self.init_headers({**headers, "Content-Type": media})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer piece by piece, and close it when the client is gone or too slow."""

        async def gone() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass

        watching = asyncio.ensure_future(gone())
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            if scope["method"] != "HEAD":
                async for piece in self._answer.pieces():
                    if watching.done():
                        return
                    async with asyncio.timeout(STALL):
                        await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except (PlangraphError, TimeoutError):
            return
        finally:
            watching.cancel()
            await self._answer.close()
