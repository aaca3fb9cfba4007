"""Linked data: every IRI answers, as a page or as RDF, whichever is asked for.

An address of a thing answers directly, with what is known of it in the format that
``Accept`` asks for, or that its ending names (``.ttl``, ``.jsonld``, ``.rdf``, ``.nt``).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from urllib.parse import quote

import pyoxigraph
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from plangraph import store as stores
from plangraph.errors import UnknownNameError
from plangraph.language import tr
from plangraph.serve.description import describe, exists
from plangraph.serve.negotiation import CORS, ENDINGS, GRAPHS, HTML, choose
from plangraph.serve.pages.data import as_data
from plangraph.serve.pages.things import page
from plangraph.serve.pages.visit import Shown, Visit, path_of, press_of
from plangraph.serve.site import Site, View

_OFFERS = {"html": HTML, **GRAPHS}
#: What an IRI may hold in a header, where only ASCII may stand.
_SAFE = "/%@:!$&'()*+,;=~-._?#[]"
#: Statements of a graph that are shown at its own address; a dump has all.
_HELD = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH %s { ?s ?p ?o } } LIMIT 100000"

Answer = Callable[[Request], Awaitable[Response]]


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of things."""
    thing = _thing(site)
    return [Route(place, thing) for place in ("/id/{_:path}", "/field/{_:path}", "/sdg/{_:path}")]


def _thing(site: Site) -> Answer:
    async def answer(request: Request) -> Response:
        path = path_of(request)
        head, dot, ending = path.rpartition(".")
        form = ENDINGS.get(ending) if dot else None
        iri = site.iri(head if form else path)
        if iri is None:
            raise HTTPException(404)
        if gone(site, iri) and not exists(site.view(), iri):
            raise HTTPException(410)
        form = form or wanted(request)
        if form == "html":
            return _shared(await page(request, iri))
        return await _described(site, request, iri, form)

    return answer


def wanted(request: Request) -> str:
    """Return the format that a request asks for; raises a 406 where we have none of them."""
    form = choose(request.headers.get("accept"), _OFFERS)
    if form is None:
        raise HTTPException(406, headers={"Vary": "Accept"} | CORS)
    return form


def gone(site: Site, iri: str) -> bool:
    """Tell whether a thing, or what it is a part of, is listed as withdrawn."""
    listed = stores.withdrawn(site.settings.store)
    return any(iri == one or iri.startswith((one + "/", one + "#")) for one in listed)


async def _described(site: Site, request: Request, iri: str, form: str) -> Response:
    make = partial(_data, iri=iri, form=form)
    return await press_of(site).answer(request, make, key=("linked", iri, form))


def _data(visit: Visit, iri: str, form: str) -> Shown:
    quads = describe(visit.view, iri) or _graph(visit.view, iri)
    if not quads:
        raise UnknownNameError(tr("nothing is known of {name}", name=iri), value=iri)
    path = visit.site.path(iri) or ""
    shown = as_data(visit, quads, form, path)
    link = {"Link": f'<{quote(iri, safe=_SAFE)}>; rel="describes"'}
    return shown._replace(headers={**shown.headers, **link})


def _graph(view: View, iri: str) -> list[pyoxigraph.Quad]:
    """Return what a graph of that name holds."""
    graph = pyoxigraph.NamedNode(iri)
    triples = view.graph.run(_HELD % graph)
    return [pyoxigraph.Quad(t.subject, t.predicate, t.object, graph) for t in triples]


def _shared(response: Response) -> Response:
    response.headers.setdefault("Access-Control-Allow-Origin", "*")
    return response
