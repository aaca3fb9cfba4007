"""The SPARQL 1.1 Protocol for queries, at ``/sparql``.

What a request asks is read by the letter of the protocol, answered by the engine in a
process that can be ended, and sent on as it comes. The default graph is empty, as
everywhere in plangraph: a query says ``GRAPH ?g``, names its dataset, or asks for
``union-default-graph``.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Awaitable, Iterable
from contextlib import asynccontextmanager, suppress
from typing import NamedTuple, TypeVar
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from plangraph.errors import ParameterError, PlangraphError, QueryError
from plangraph.language import speak, tr
from plangraph.serve import catalog
from plangraph.serve.engine.pool import Answer, Limits, Pool, TimeLimitError, UnavailableError
from plangraph.serve.engine.wire import Ask
from plangraph.serve.keeping import Kept, unchanged
from plangraph.serve.language import language_of
from plangraph.serve.negotiation import CORS, GRAPHS, RESULTS, Offer, choose
from plangraph.serve.site import Site
from plangraph.serve.streaming import Streamed

Value = TypeVar("Value")

#: Bytes of a query, and of a request that carries one.
LONGEST_QUERY, LONGEST_BODY = 128 << 10, 1 << 20
#: Bytes after which a result is cut.
LARGEST = 256 << 20
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_FORM, _DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
_UPDATE = "application/sparql-update"
#: Functions whose value is another one each time: such answers are not kept.
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
#: Line and column of a query.
_IN_QUERY = re.compile(r"\d+:\d+")
_UPDATES = re.compile(
    r"^\s*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE | re.M
)
#: Bytes of answers that are kept in each process, and of the largest among them.
_KEPT, _LARGEST_KEPT = 32 << 20, 256 << 10


class Asked(NamedTuple):
    """What a request asks; all of it is part of the name of its answer."""

    sparql: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    union: bool
    #: The formats that are wanted of rows, of yes or no, and of triples.
    rows: str | None
    boolean: str | None
    triples: str | None


class Whole(NamedTuple):
    """A short answer, complete."""

    body: bytes
    media: str
    limited: str | None


class _RefusedError(Exception):
    """A request that is answered with a status and a line of text."""

    def __init__(self, status: int, problem: str, advice: str = "", **headers: str) -> None:
        super().__init__(problem)
        self.status, self.problem, self.advice = status, problem, advice
        self.headers = headers


def routes(site: Site) -> list[BaseRoute]:
    """Return the route of the endpoint."""
    kept = Kept[Whole](_KEPT, _LARGEST_KEPT)

    async def endpoint(request: Request) -> Response:
        speak(language_of(request, site.settings.language))
        try:
            return await _respond(site, kept, request)
        except _RefusedError as error:
            return said(error.status, error.problem, error.advice, error.headers)
        except PlangraphError as error:
            return _failed(error)
        except ClientDisconnect:
            return Response(status_code=499)

    # Every method comes here: the answer to a wrong one is the protocol's business.
    paths = ("/sparql", "/sparql/")
    return [Route(path, _Any(endpoint)) for path in paths]


class _Any:
    """An endpoint that takes every method (Starlette lets only classes do so)."""

    def __init__(self, answer: object) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response: Response = await self._answer(request)  # type: ignore[operator]
        await response(scope, receive, send)


@asynccontextmanager
async def lifespan(site: Site) -> AsyncIterator[None]:
    """Have workers as long as the site is up."""
    pool = pool_of(site)
    with suppress(UnavailableError):  # the first request says what is wrong
        await pool.warm(site.view().folder)
    try:
        yield
    finally:
        await pool.close()
        site.shared.pop("pool", None)


def pool_of(site: Site) -> Pool:
    """Return the workers of this process."""
    if "pool" not in site.shared:
        site.shared["pool"] = Pool(Limits(seconds=site.settings.timeout))
    pool: Pool = site.shared["pool"]
    return pool


async def _respond(site: Site, kept: Kept[Whole], request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=CORS | _PREFLIGHT)
    if request.method not in _METHODS:
        raise _RefusedError(405, tr("only GET and POST ask"), Allow=", ".join(_METHODS))
    parameters = await _parameters(request)
    if not any(name in ("query", "update") for name, _value in parameters):
        if request.method == "POST":
            raise _RefusedError(400, tr("the request has no query"))
        return await _described(site, request)
    asked = read(parameters, request.headers.get("accept"))
    view = site.view()
    steady = not _CHANGING.search(asked.sparql)
    etag = f'"{hashlib.sha256(repr((view.generation, asked)).encode()).hexdigest()[:24]}"'
    headers = _headers(site)
    if steady:
        headers["ETag"] = etag
        if request.method != "POST" and unchanged(request.headers, headers):
            return Response(status_code=304, headers=headers)
    name = (view.generation, asked)
    ready = kept.get(name) if steady else None
    if ready is None:
        answer = await _unless_gone(request, ask(site, view.folder, asked))
        if answer.form is None:
            await answer.close()
            raise _not_acceptable(answer.kind)
        media = _offers(answer.kind)[answer.form].media
        if answer.whole is None:
            return Streamed(answer, headers, media)
        ready = Whole(answer.whole, media, answer.limited)
        if steady:
            kept.put(name, ready, len(ready.body))
    if ready.limited:
        headers["Plangraph-Limited"] = ready.limited
    return Response(ready.body, headers=headers, media_type=ready.media)


async def ask(site: Site, folder: str, asked: Asked) -> Answer:
    """Put a query to the engine, within the limits of the site."""
    forms = {"solutions": asked.rows, "boolean": asked.boolean, "triples": asked.triples}
    question = Ask(
        asked.sparql,
        forms,
        asked.default_graphs,
        asked.named_graphs,
        asked.union,
        rows=site.settings.max_rows,
        size=LARGEST,
    )
    try:
        return await pool_of(site).ask(folder, question)
    except QueryError as error:
        error.value = error.value or asked.sparql
        raise


def read(parameters: Iterable[tuple[str, str]], accept: str | None) -> Asked:
    """Return what the parameters of a request ask. Raises _RefusedError."""
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        given.setdefault(name, []).append(value)
    if "update" in given:
        raise _RefusedError(400, tr("this endpoint is only read: updates are refused"))
    if len(given["query"]) > 1:
        raise _RefusedError(400, tr("the request has more than one query"))
    sparql = given["query"][0]
    if len(sparql.encode("utf-8", "replace")) > LONGEST_QUERY:
        raise _RefusedError(413, tr("the query is longer than {count} bytes", count=LONGEST_QUERY))
    form = given.get("format", [""])[0]
    if form and form not in RESULTS and form not in GRAPHS:
        names = ", ".join((*RESULTS, *GRAPHS))
        raise _RefusedError(400, tr("no format is called {name}", name=form[:40]), names)
    union = given.get("union-default-graph", ["false"])[0].lower()
    rows = (form if form in RESULTS else None) if form else choose(accept, RESULTS)
    triples = (form if form in GRAPHS else None) if form else choose(accept, GRAPHS)
    return Asked(
        sparql,
        tuple(dict.fromkeys(given.get("default-graph-uri", []))),
        tuple(dict.fromkeys(given.get("named-graph-uri", []))),
        union in ("", "true", "1"),
        rows,
        rows,
        triples,
    )


async def _parameters(request: Request) -> list[tuple[str, str]]:
    """Return the parameters of a request, those of its address first. Raises _RefusedError."""
    found = _pairs(request.scope.get("query_string", b""))
    if request.method != "POST":
        return found
    media, _, rest = request.headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    if media == _UPDATE:
        raise _RefusedError(415, tr("this endpoint is only read: updates are refused"))
    if media not in (_FORM, _DIRECT):
        raise _RefusedError(
            415,
            tr("a query is sent as {types}", types=f"{_DIRECT}, {_FORM}"),
            **{"Accept-Post": f"{_DIRECT}, {_FORM}"},
        )
    charset = re.search(r"charset\s*=\s*\"?([\w-]+)", rest, re.IGNORECASE)
    if charset and charset[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise _RefusedError(415, tr("a query is sent as UTF-8"))
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_BODY:
            raise _RefusedError(
                413, tr("the query is longer than {count} bytes", count=LONGEST_QUERY)
            )
    if media == _FORM:
        return found + _pairs(bytes(body))
    try:
        return [*found, ("query", bytes(body).decode("utf-8"))]
    except UnicodeDecodeError:
        raise _RefusedError(400, tr("the request is not UTF-8 text")) from None


def _pairs(text: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=200
        )
    except UnicodeError:
        raise _RefusedError(400, tr("the request is not UTF-8 text")) from None
    except ValueError:
        raise _RefusedError(400, tr("the request has too many parameters")) from None


async def _described(site: Site, request: Request) -> Response:
    """Return the description of the service, or to a browser the page where one asks."""
    offers = {**GRAPHS, "html": Offer("text/html")}
    form = choose(request.headers.get("accept"), offers)
    if form is None:
        raise _not_acceptable("triples")
    if form == "html":
        return RedirectResponse(site.url("/query"), 303, headers={"Vary": "Accept"} | CORS)
    view, address = site.view(), catalog.root(site, request)
    body = await to_thread.run_sync(lambda: catalog.written(catalog.service(view, address), form))
    return Response(body, headers=_headers(site), media_type=GRAPHS[form].media)


def _headers(site: Site) -> dict[str, str]:
    return {
        **CORS,
        "Cache-Control": "no-cache",  # kept, but asked about: a rebuild shows at once
        "Vary": "Accept",
        "Plangraph-Max-Rows": str(site.settings.max_rows),
        "Plangraph-Max-Bytes": str(LARGEST),
    }


def _offers(kind: str) -> dict[str, Offer]:
    return GRAPHS if kind == "triples" else RESULTS


def _not_acceptable(kind: str) -> _RefusedError:
    kinds = ", ".join(offer.media for offer in _offers(kind).values())
    return _RefusedError(406, tr("the answer comes in none of the formats asked for"), kinds)


def _failed(error: PlangraphError) -> Response:
    """Return what an error of ours is in HTTP; what it says never names a place of ours."""
    if isinstance(error, UnavailableError):
        headers = {"Retry-After": str(error.retry), "Cache-Control": "no-store"}
        if isinstance(error, TimeLimitError):
            headers["Plangraph-Limited"] = "time"
        return said(503, error.problem, error.advice, headers)
    if isinstance(error, (QueryError, ParameterError)):
        problem, advice = error.problem, error.advice
        if _IN_QUERY.fullmatch(error.place):
            problem = f"{error.place} {problem}"
        if _UPDATES.search(str(error.value or "")):
            advice = tr("this endpoint is only read: updates are refused")
        return said(400, problem, advice)
    return said(503, tr("the engine cannot answer this query"), "", {"Retry-After": "5"})


def said(
    status: int, problem: str, advice: str = "", headers: dict[str, str] | None = None
) -> Response:
    """Return a problem as lines of text."""
    text = "".join(f"{line}\n" for line in (problem, advice) if line)
    return PlainTextResponse(text, status, headers=CORS | (headers or {}))


async def _unless_gone(request: Request, work: Awaitable[Value]) -> Value:
    """Return what ``work`` gives; end it where the client goes before. Raises ClientDisconnect."""

    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    working, watching = asyncio.ensure_future(work), asyncio.ensure_future(gone())
    try:
        await asyncio.wait({working, watching}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise ClientDisconnect
    finally:
        watching.cancel()
        working.cancel()
