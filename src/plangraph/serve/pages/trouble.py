"""What went wrong, said so that a reader can go on; never where or how it went wrong inside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from plangraph.compare.words import Both
from plangraph.errors import (
    ParameterError,
    PlangraphError,
    QueryError,
    StoreError,
    UnknownNameError,
)
from plangraph.language import language, speak
from plangraph.serve.engine.pool import UnavailableError
from plangraph.serve.language import language_of
from plangraph.serve.pages.html import filled
from plangraph.serve.pages.visit import HTML
from plangraph.serve.site import Site

Handler = Callable[[Request, Any], Awaitable[Response]]

#: What each status means, and what a reader can do.
_SAID = {
    400: (
        Both("この指定では答えられません", "This cannot be answered as it is asked"),
        Both("アドレスの指定を確かめてください。", "Check what the address asks for."),
    ),
    404: (
        Both("このページはありません", "There is no such page"),
        Both(
            "アドレスが違うか、まだ読んでいない計画のものです。検索してみてください。",
            "The address is wrong, or belongs to a plan that has not been read yet. Try a search.",
        ),
    ),
    405: (
        Both("このページは読むだけです", "This page is only read"),
        Both("書き込みは受け付けていません。", "Nothing can be written here."),
    ),
    410: (
        Both("このページはなくなりました", "This page is gone"),
        Both(
            "以前はありましたが、取り下げられました。検索してみてください。",
            "It was here and has been withdrawn. Try a search.",
        ),
    ),
    414: (
        Both("アドレスが長すぎます", "The address is too long"),
        Both("指定を減らしてください。", "Ask for less."),
    ),
    500: (
        Both("うまくいきませんでした", "Something went wrong"),
        Both(
            "こちらの不具合です。少し待ってからもう一度お試しください。",
            "The fault is ours. Wait a moment, then try again.",
        ),
    ),
    503: (
        Both("いまは答えられません", "No answer just now"),
        Both(
            "混み合っているか、データを入れ替えています。少し待ってからもう一度お試しください。",
            "Too many ask at once, or the data is being replaced. Wait a moment, then try again.",
        ),
    ),
}
_STATUS = (
    (UnknownNameError, 404), (ParameterError, 400), (QueryError, 400), (StoreError, 503),
    (UnavailableError, 503),
)  # fmt: skip
#: How advice names a command.
_COMMAND = "`plangraph "
#: Seconds after which it is worth to ask again.
RETRY_AFTER = 5


def error_pages(site: Site) -> dict[Any, Handler]:
    """Return what answers where something went wrong, by the exception."""

    async def refused(request: Request, error: HTTPException) -> Response:
        return answer(site, request, error.status_code, headers=dict(error.headers or {}))

    async def ours(request: Request, error: PlangraphError) -> Response:
        return answer(site, request, *told(error))

    async def fault(request: Request, _error: Exception) -> Response:
        return answer(site, request, 500)

    return {HTTPException: refused, PlangraphError: ours, Exception: fault}


def told(error: PlangraphError) -> tuple[int, str, str, dict[str, str]]:
    """Return what an error of ours is in HTTP: status, problem, advice, headers.

    Without a problem where its own text may name folders of this machine, and without advice
    to run a command: readers of the site have none.
    """
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
    if status != 503:
        return status, error.problem, "" if _COMMAND in error.advice else error.advice, {}
    if isinstance(error, UnavailableError):
        return status, error.problem, error.advice, {"Retry-After": str(error.retry)}
    return status, "", "", {"Retry-After": str(RETRY_AFTER)}


def meaning(status: int) -> tuple[Both, Both]:
    """Return what a status means, and what a reader can do."""
    return _SAID.get(status, _SAID[500] if status >= 500 else _SAID[400])


def answer(
    site: Site,
    request: Request,
    status: int,
    problem: str = "",
    advice: str = "",
    headers: dict[str, str] | None = None,
) -> Response:
    """Return a page, or a line for programs, that says what is wrong and what to do."""
    spoken = language()
    speak(language_of(request, site.settings.language))
    try:
        title, help_ = meaning(status)
        headers = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language, Cookie"} | (
            headers or {}
        )
        if status == 503:
            headers.setdefault("Retry-After", str(RETRY_AFTER))
        if "text/html" not in request.headers.get("accept", "text/html"):
            lines = [f"{status} {title}", problem, advice or str(help_)]
            text = "\n".join(line for line in lines if line) + "\n"
            return PlainTextResponse(text, status, headers=headers)
        body = filled(
            site, "trouble.html", title=title, status=status, problem=problem, advice=advice,
            help=help_,
        )  # fmt: skip
        headers["Content-Language"] = language()
        return Response(body.encode("utf-8", "replace"), status, headers, HTML)
    finally:
        speak(spoken)
