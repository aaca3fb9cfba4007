"""Style, scripts and pictures of the pages: read once, served for ever under their hash."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from importlib import resources
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from plangraph.compare.html import asset as compared
from plangraph.draw.kinds import LOOKS, ink
from plangraph.serve.site import Site

_MEDIA = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
#: Bundled from npm when the package is built (see the folder ``editor``); the page of queries
#: works without it, with a plain field.
EDITOR = "editor.js"


class Asset(NamedTuple):
    """A file that pages load."""

    body: bytes
    zipped: bytes
    media: str
    version: str


@cache
def assets() -> dict[str, Asset]:
    """Return every file by name."""
    folder = resources.files("plangraph.serve") / "static"
    found: dict[str, str] = {}
    for file in folder.iterdir():
        if file.name.rpartition(".")[2] in _MEDIA:
            found[file.name] = file.read_text(encoding="utf-8")
    # The site looks as the pages of the comparison do, and shows them in its own frame.
    found["site.css"] = compared("style.css") + found["site.css"] + _kinds()
    found["compare.js"] = compared("page.js")
    return {name: _asset(name, text) for name, text in found.items()}


def _asset(name: str, text: str) -> Asset:
    body = text.encode()
    media = f"{_MEDIA[name.rpartition('.')[2]]}; charset=utf-8"
    return Asset(
        body, gzip.compress(body, 9, mtime=0), media, hashlib.sha256(body).hexdigest()[:12]
    )


def _kinds() -> str:
    """Return the colours of the kinds of elements, as in the drawings."""
    return "".join(
        f".kind.{one.kind}{{background:{one.colour};color:{ink(one.colour)}}}" for one in LOOKS
    )


def address(site: Site, name: str) -> str | None:
    """Return where a page loads a file; None where there is no such file."""
    found = assets().get(name)
    return site.url(f"/static/{found.version}/{name}") if found else None


def routes(_site: Site) -> list[BaseRoute]:
    """Return the route of all files."""

    async def static(request: Request) -> Response:
        found = assets().get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        same = request.path_params["version"] == found.version
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if same else "no-cache",
            "Vary": "Accept-Encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(found.zipped, headers=headers, media_type=found.media)
        return Response(found.body, headers=headers, media_type=found.media)

    async def icon(_request: Request) -> Response:
        found = assets()["icon.svg"]
        headers = {"Cache-Control": "public, max-age=86400"}
        return Response(found.body, headers=headers, media_type=found.media)

    return [Route("/static/{version}/{name}", static), Route("/favicon.ico", icon)]
