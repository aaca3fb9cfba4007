"""A visit to a page: who asks for what, and how the answer is made, kept and sent."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sized
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from plangraph.errors import ParameterError
from plangraph.language import speak
from plangraph.serve.keeping import Kept, unchanged
from plangraph.serve.language import COOKIE, chosen, language_of
from plangraph.serve.site import Site, View

HTML = "text/html; charset=utf-8"
#: Pages that are made at the same time, and among them those that take long.
_AT_ONCE, _LONG_AT_ONCE = 8, 2
#: Beyond so many characters a query string is none of ours: the longest named question, written
#: into an address by the page of SPARQL, has a third of them.
_LONGEST = 12_000


class Visit(NamedTuple):
    """What a page is made of: the same visit gives the same page."""

    site: Site
    view: View
    language: str
    today: date
    #: Below the prefix of the site, percent-encoded as it came.
    path: str
    asked: QueryParams

    def one(self, name: str, default: str = "") -> str:
        """Return what the address says for ``name``, trimmed."""
        return str(self.asked.get(name, default)).strip()

    def many(self, name: str) -> list[str]:
        """Return all that the address says for ``name``, each once."""
        return list(dict.fromkeys(one.strip() for one in self.asked.getlist(name) if one.strip()))

    def number(self, name: str, most: int = 100_000) -> int:
        """Return a number of a page, from 1; 1 for anything else."""
        said = self.one(name)
        return min(max(int(said), 1), most) if said.isascii() and said.isdigit() else 1

    def here(self, **changed: object) -> str:
        """Return the address of this page with parameters changed; None leaves one out."""
        kept = [(key, value) for key, value in self.asked.multi_items()
                if key not in changed and key != "lang"]  # fmt: skip
        kept += [(key, str(value)) for key, value in changed.items() if value is not None]
        return self.site.url(self.path) + (f"?{urlencode(kept)}" if kept else "")


class Shown(NamedTuple):
    """A finished page or file."""

    body: str | bytes
    media: str = HTML
    headers: Mapping[str, str] = {}


class _Ready(NamedTuple):
    """A page as it is sent."""

    body: bytes
    zipped: bytes | None
    etag: str
    media: str
    headers: Mapping[str, str]


def no_more(asked: Sized, most: int, problem: str, advice: str) -> None:
    """Raise ParameterError with what is said where more is asked than a page shows."""
    if len(asked) > most:
        raise ParameterError(problem, advice=advice, value=asked)


Make = Callable[[Visit], Shown]
Endpoint = Callable[[Request], Awaitable[Response]]


class Press:
    """Makes pages in threads, each once a generation of the store; one in each process."""

    def __init__(self, site: Site) -> None:
        self._site = site
        most = site.settings.cache * 1_000_000
        self._kept = Kept[_Ready](most, most // 8)
        self._making: dict[object, asyncio.Task[_Ready]] = {}
        self._short: CapacityLimiter | None = None
        self._long: CapacityLimiter | None = None

    def page(self, make: Make, *, long: bool = False) -> Endpoint:
        """Return the endpoint of pages that ``make`` makes; ``long`` ones wait for each other."""

        async def endpoint(request: Request) -> Response:
            return await self.answer(request, make, long=long)

        return endpoint

    async def answer(
        self, request: Request, make: Make, *, key: object = None, long: bool = False
    ) -> Response:
        """Return the page that ``make`` makes for a request.

        ``key`` names what is made, where ``make`` is another object each time.
        """
        if len(request.url.query) > _LONGEST:
            raise HTTPException(414)
        visit = visit_of(self._site, request)
        name = (
            key or make, visit.view.generation, visit.language, visit.today, visit.path,
            tuple(visit.asked.multi_items()),
        )  # fmt: skip
        ready = self._kept.get(name)
        if ready is None:
            task = self._making.get(name)
            if task is None:  # whoever asks for the same meanwhile waits for the same
                task = asyncio.ensure_future(self._make(name, make, visit, long))
                self._making[name] = task
                task.add_done_callback(lambda _task: self._making.pop(name, None))
            ready = await asyncio.shield(task)
        return _sent(self._site, request, ready, visit.language)

    async def _make(self, name: object, make: Make, visit: Visit, long: bool) -> _Ready:
        if self._short is None or self._long is None:
            self._short, self._long = CapacityLimiter(_AT_ONCE), CapacityLimiter(_LONG_AT_ONCE)

        def work() -> _Ready:
            speak(visit.language)
            return _ready(make(visit))

        ready = await to_thread.run_sync(work, limiter=self._long if long else self._short)
        self._kept.put(name, ready, len(ready.body) + len(ready.zipped or b""))
        return ready


def press_of(site: Site) -> Press:
    """Return the press of a site."""
    if "press" not in site.shared:
        site.shared["press"] = Press(site)
    found: Press = site.shared["press"]
    return found


def visit_of(site: Site, request: Request) -> Visit:
    """Return the visit that a request is."""
    return Visit(
        site,
        site.view(),
        language_of(request, site.settings.language),
        date.today(),
        path_of(request),
        request.query_params,
    )


def path_of(request: Request) -> str:
    """Return the path of a request below the prefix of the site, percent-encoded as it came."""
    raw = request.scope.get("raw_path")
    path = raw.decode("latin-1") if raw else request.url.path
    prefix = request.scope.get("root_path", "").rstrip("/")
    path = path.partition("?")[0]
    return path[len(prefix) :] if prefix and path.startswith(f"{prefix}/") else path


def _ready(shown: Shown) -> _Ready:
    body = shown.body.encode("utf-8", "replace") if isinstance(shown.body, str) else shown.body
    text = shown.media.startswith(("text/", "application/json", "application/ld+json", "image/svg"))
    zipped = gzip.compress(body, 6, mtime=0) if text and len(body) > 800 else None
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
    return _Ready(body, zipped, etag, shown.media, shown.headers)


def _sent(site: Site, request: Request, ready: _Ready, language: str) -> Response:
    headers = {
        "Cache-Control": "no-cache",  # kept, but asked about: a rebuild shows at once
        "ETag": ready.etag,
        "Vary": "Accept, Accept-Encoding, Accept-Language, Cookie",
        **ready.headers,
    }
    if ready.media == HTML:
        headers["Content-Language"] = language
    if unchanged(request.headers, headers):
        response = Response(status_code=304, headers=headers)
    elif ready.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        response = Response(ready.zipped, headers=headers, media_type=ready.media)
    else:
        response = Response(ready.body, headers=headers, media_type=ready.media)
    if chosen(request):
        response.set_cookie(
            COOKIE,
            language,
            max_age=365 * 24 * 3600,
            path=site.prefix or "/",
            samesite="lax",
            httponly=True,
            secure=(site.settings.base or "").startswith("https:"),
        )
    return response
