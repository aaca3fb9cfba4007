"""Where programs find their way: catalogue, VoID, site map, robots, the ontology."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pyoxigraph
from anyio import to_thread
from pyoxigraph import NamedNode, RdfFormat
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from plangraph.resources import folder
from plangraph.serve import catalog, dumps
from plangraph.serve.keeping import unchanged
from plangraph.serve.linked import wanted
from plangraph.serve.negotiation import CORS, ENDINGS, GRAPHS, Offer, choose
from plangraph.serve.site import Site, View
from plangraph.vocabulary import PROLOGUE, SITEMAP

#: Plan versions in one file of the site map, and addresses at most (sitemaps.org).
_VERSIONS, _ADDRESSES = 100, 50_000
_PAGES = ("", "cities", "fields", "goals", "questions", "about", "download", "ontology")
#: Where crawlers would ask for ever, and for nothing new.
_CLOSED = ("sparql", "api/", "compare", "diff", "picture", "search", "query")
_ELEMENTS = """
SELECT ?thing { VALUES ?version { %s } GRAPH ?version { ?thing pg:inVersion ?version } }
ORDER BY ?thing LIMIT %d
"""
_ALL_VERSIONS = "SELECT ?version { GRAPH ?version { ?version a pg:PlanVersion } } ORDER BY ?version"

Answer = Callable[[Request], Awaitable[Response]]


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes."""
    return [
        *(Route(place, _described(site, "dcat")) for place in ("/catalog", "/catalog.{ending}")),
        Route("/.well-known/void", _described(site, "void")),
        Route("/ontology", _ontology),
        Route("/ontology.{ending}", _ontology),
        Route("/robots.txt", _robots(site)),
        Route("/sitemap.xml", _sitemap(site)),
        Route("/sitemap-{number:int}.xml", _sitemap(site)),
    ]


def _described(site: Site, what: str) -> Answer:
    """Return what answers with the catalogue or with VoID, in the format asked for."""

    async def answer(request: Request) -> Response:
        offers = GRAPHS | ({"html": Offer("text/html")} if what == "dcat" else {})
        form = choose(request.headers.get("accept"), offers)
        if ending := request.path_params.get("ending"):
            if ending not in ENDINGS:
                raise HTTPException(404)
            form = ENDINGS[ending]
        if form is None:
            raise HTTPException(406, headers={"Vary": "Accept"} | CORS)
        if form == "html":
            return RedirectResponse(site.url("/download"), 303, headers={"Vary": "Accept"})
        view, address = site.view(), catalog.root(site, request)
        files = await dumps.ready(view)

        def make() -> bytes:
            described = (
                catalog.void(view, address, files)
                if what == "void"
                else catalog.dcat(site, view, address, files)
            )
            return catalog.written(described, form)

        body = await to_thread.run_sync(make)
        return _sent(request, view, body, GRAPHS[form].media, {"Vary": "Accept"})

    return answer


def _sent(request: Request, view: View, body: bytes, media: str, more: dict[str, str]) -> Response:
    headers = {
        **CORS,
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:24]}"',
        "Last-Modified": dumps.modified(view),
        "Cache-Control": "no-cache",
        **more,
    }
    if unchanged(request.headers, headers):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media)


async def _ontology(request: Request) -> Response:
    """Answer with the ontology: its page, or its Turtle in the format asked for."""
    ending = request.path_params.get("ending")
    if ending is not None and ending not in ENDINGS:
        raise HTTPException(404)
    site: Site = request.app.state.site
    form = ENDINGS[ending] if ending else wanted(request)
    body = await to_thread.run_sync(
        lambda: site.view().kept(("ontology", form), lambda: _made(form))
    )
    if form != "html":
        return _sent(request, site.view(), body, GRAPHS[form].media, {"Vary": "Accept"})
    style = re.search(rb"<style>(.*?)</style>", body, re.S)
    allowed = base64.b64encode(hashlib.sha256(style[1] if style else b"").digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{allowed}'; frame-ancestors 'none'; base-uri 'none'"
    )
    headers = {"Vary": "Accept", "Content-Security-Policy": policy}
    return _sent(request, site.view(), body, "text/html; charset=utf-8", headers)


def _made(form: str) -> bytes:
    place = Path(folder("ontology"))
    if form == "html":
        from plangraph.serve import ontology_page

        return ontology_page.page(
            place, {f"ontology.{e}": f"ontology.{e}" for e in ENDINGS}
        ).encode()
    source = (place / "plangraph.ttl").read_bytes()
    if form == "turtle":
        return source
    parsed = (quad.triple for quad in pyoxigraph.parse(source, format=RdfFormat.TURTLE))
    return catalog.written(parsed, form)


def _robots(site: Site) -> Answer:
    async def answer(request: Request) -> Response:
        lines = ["User-agent: *", *(f"Disallow: {site.url('/' + path)}" for path in _CLOSED)]
        lines += [f"Sitemap: {catalog.root(site, request)}sitemap.xml", ""]
        return PlainTextResponse("\n".join(lines))

    return answer


def _sitemap(site: Site) -> Answer:
    """Return what answers with the index of the site map, or with one of its files."""

    async def answer(request: Request) -> Response:
        view, address = site.view(), catalog.root(site, request)
        number = request.path_params.get("number")
        body = await to_thread.run_sync(lambda: _mapped(site, view, address, number))
        if body is None:
            raise HTTPException(404)
        return _sent(request, view, body, "application/xml", {})

    return answer


def _mapped(site: Site, view: View, address: str, number: int | None) -> bytes | None:
    versions = view.kept("sitemap versions", lambda: _versions(view))
    built = datetime.fromtimestamp(int(view.built), tz=UTC).date().isoformat()
    files = 1 + -(-len(versions) // _VERSIONS)
    if number is None:
        places = [f"{address}sitemap-{one}.xml" for one in range(files)]
        kind, entry = "sitemapindex", "sitemap"
    elif number < files:
        places = (
            [f"{address}{page}" for page in _PAGES]
            if number == 0
            else _things(site, view, address, versions[(number - 1) * _VERSIONS :][:_VERSIONS])
        )
        kind, entry = "urlset", "url"
    else:
        return None
    entries = "".join(
        f"<{entry}><loc>{escape(place)}</loc><lastmod>{built}</lastmod></{entry}>\n"
        for place in places
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{kind} xmlns="{SITEMAP}">\n{entries}</{kind}>\n'.encode()


def _versions(view: View) -> list[str]:
    return [str(row["version"]) for row in view.graph.select(PROLOGUE + _ALL_VERSIONS)]


def _things(site: Site, view: View, address: str, versions: list[str]) -> list[str]:
    values = " ".join(str(NamedNode(one)) for one in versions)
    rows = view.graph.select(PROLOGUE + _ELEMENTS % (values, _ADDRESSES - len(versions)))
    things = [*versions, *(str(row["thing"]) for row in rows)]
    host = address.rstrip("/").removesuffix(site.prefix)
    return [f"{host}{path}" for one in things if "#" not in one and (path := site.path(one))]
