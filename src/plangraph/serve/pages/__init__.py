"""The pages that people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from plangraph.serve.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of all pages."""

    async def home(_request: Request) -> Response:
        return PlainTextResponse(f"plangraph {site.view().generation}")

    return [Route("/", home)]


def error_pages(_site: Site) -> Mapping[Any, Any]:
    """Return what answers where something went wrong, by status."""
    return {}
