"""What stands between the site and whoever asks: limits, the Host check, strict headers.

Nothing here knows what a page or a query is. A response that brings a
``Content-Security-Policy`` of its own keeps it.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections import Counter
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plangraph.serve.settings import Settings
from plangraph.serve.site import Site

#: Bytes of an address, of all header fields, and of what is sent to us.
LONGEST_ADDRESS, LARGEST_HEAD, LARGEST_BODY = 16_000, 32_000, 1 << 20
#: Seconds in which the next piece of a request must come.
SLOWEST_BODY = 20.0
#: Requests of one client that are answered at a time, where everybody may ask.
PER_CLIENT = 24
#: Files and connections that a process may have open.
OPEN_FILES = 65_536

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: How long browsers keep to https (RFC 6797).
_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}
_LOCAL = {"localhost", "127.0.0.1", "::1"}


def routes(_site: Site) -> list[BaseRoute]:
    """Return no routes: this part only stands before the others."""
    return []


def middleware(site: Site) -> list[Middleware]:
    """Return what every request passes through."""
    return [Middleware(Guard, settings=site.settings)]


def hosts(settings: Settings) -> set[str] | None:
    """Return the names by which the site may be called; None for any.

    A site on this machine only answers to the names of this machine, so that no page of
    somebody else reaches it under a name of theirs (DNS rebinding).
    """
    if settings.base:
        named = urlsplit(settings.base).hostname or ""
        return {named.lower()} | (set() if settings.public else _LOCAL)
    if settings.host in _LOCAL:
        return _LOCAL
    with suppress(ValueError):
        if ipaddress.ip_address(settings.host).is_unspecified:
            return None
    return _LOCAL | {settings.host.lower()}


class Guard:
    """Refuses what goes too far, and adds headers to every response."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = hosts(settings)
        self._public = settings.public
        https = (settings.base or "").startswith("https:") and settings.public
        self._headers = HEADERS | (_HTTPS if https else {})
        self._at_work: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                shared = "access-control-allow-origin" in headers
                headers.setdefault(
                    "Cross-Origin-Resource-Policy", "cross-origin" if shared else "same-origin"
                )
            await send(message)

        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, guarded)
            return
        client = client_of(scope)
        if self._public and self._at_work[client] >= PER_CLIENT:
            problem = PlainTextResponse("too many requests at a time\n", 429, {"Retry-After": "1"})
            await problem(scope, receive, guarded)
            return
        self._at_work[client] += 1
        try:
            await self._app(scope, _limited(receive), guarded)
        except _TooMuchError as error:
            with suppress(RuntimeError):  # the answer has begun
                await PlainTextResponse(error.problem, error.status)(scope, receive, guarded)
        finally:
            self._at_work[client] -= 1
            if not self._at_work[client]:
                del self._at_work[client]

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        address = len(scope.get("raw_path") or b"") + len(scope.get("query_string", b""))
        if address > LONGEST_ADDRESS:
            return PlainTextResponse("the address is too long\n", 414)
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        if sum(len(name) + len(value) for name, value in headers) > LARGEST_HEAD:
            return PlainTextResponse("the header fields are too long\n", 431)
        named = [value for name, value in headers if name == b"host"]
        if self._hosts is not None and (len(named) != 1 or _host(named[0]) not in self._hosts):
            return PlainTextResponse("this site has another name\n", 421)
        lengths = [value for name, value in headers if name == b"content-length"]
        if any(not one.isdigit() or int(one[:20]) > LARGEST_BODY for one in lengths):
            return PlainTextResponse("the request is too large\n", 413)
        return None


class _TooMuchError(Exception):
    def __init__(self, status: int, problem: str) -> None:
        super().__init__(problem)
        self.status, self.problem = status, problem


def _limited(receive: Receive) -> Receive:
    """Return ``receive`` with limits to the size of a body, and to the wait for it."""
    taken, whole = 0, False

    async def limited() -> Message:
        nonlocal taken, whole
        if whole:  # only the end of the connection may still be told
            return await receive()
        try:
            async with asyncio.timeout(SLOWEST_BODY):
                message = await receive()
        except TimeoutError:
            raise _TooMuchError(408, "the request did not come to its end\n") from None
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise _TooMuchError(413, "the request is too large\n")
        whole = not message.get("more_body", False)
        return message

    return limited


def _host(value: bytes) -> str:
    """Return the name in a Host header, without its port."""
    text = value.decode("latin-1").strip().lower()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0]


def client_of(scope: Scope) -> str:
    """Return who asks: an address, of IPv6 the network that one customer has."""
    address = (scope.get("client") or ("",))[0]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return str(address)
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def open_files() -> None:
    """Let this process have as many connections open as the system allows it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, OPEN_FILES)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
