"""The site as an ASGI application, put together of its parts."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from types import ModuleType

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plangraph.serve import api, dumps, guard, linked, pages, protocol, signposts
from plangraph.serve.settings import Settings
from plangraph.serve.site import Site

#: Modules with ``routes(site)``, and where they need it ``middleware(site)`` and
#: ``lifespan(site)``. Earlier ones win where two have the same path.
PARTS: tuple[ModuleType, ...] = (guard, protocol, linked, signposts, dumps, api, pages)


def application(settings: Settings) -> Starlette:
    """Return the site; raises StoreError where there is no store to serve."""
    site = Site(settings)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            for part in PARTS:
                if hasattr(part, "lifespan"):
                    await stack.enter_async_context(part.lifespan(site))
            yield

    routes: list[BaseRoute] = [route for part in PARTS for route in part.routes(site)]
    middleware = [Middleware(Ending)]
    middleware += [
        one for part in PARTS if hasattr(part, "middleware") for one in part.middleware(site)
    ]
    app = Starlette(
        routes=routes,
        middleware=middleware,
        exception_handlers=pages.error_pages(site),
        lifespan=lifespan,
    )
    app.state.site = site
    return app


def from_environment() -> Starlette:
    """Return the site of a worker process."""
    return application(Settings.from_environment())


class Ending:
    """Who presses Ctrl-C twice ends the site as who presses it once: all is closed, in silence."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take the end of the server's task for the request to close."""

        async def until_ended() -> Message:
            try:
                return await receive()
            except CancelledError:
                return {"type": "lifespan.shutdown"}

        await self.app(scope, until_ended if scope["type"] == "lifespan" else receive, send)
