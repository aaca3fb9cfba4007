"""The data of pages: what a page shows, as RDF, at its address with ``.ttl`` or ``.jsonld``.

The page of a thing has the description of the thing (``serve.linked``). A page that shows
several has theirs; that of a question has its rows, named as the W3C's "Generating RDF from
Tabular Data on the Web" (2015, minimal mode) names them; the list of questions has them as
executables of SHACL (W3C 2017, 5), which editors of SPARQL offer as examples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from plangraph import questions as named
from plangraph.errors import UnknownNameError
from plangraph.language import tr
from plangraph.municipalities import municipalities
from plangraph.serve import catalog, dumps
from plangraph.serve.description import about, describe, written
from plangraph.serve.negotiation import CORS, ENDINGS, GRAPHS, HTML, choose
from plangraph.serve.pages import comparing, facts, questions
from plangraph.serve.pages import search as searching
from plangraph.serve.pages.visit import Make, Press, Shown, Visit, path_of
from plangraph.serve.site import Site, View
from plangraph.vocabulary import RDF, RDFS, SCHEMA, SHACL

#: What an address may hold in an IRI.
_SAFE = "/:?&=%@!$'()*+,;~-._"

Found = Iterable[Quad]
#: Makes the data of a page, of which ``address`` is that of the site.
Data = Callable[[Visit, str], Found]


def routes(
    site: Site, press: Press, path: str, make: Make, data: Data, *, long: bool = False
) -> list[BaseRoute]:
    """Return the routes of a page and of its data: by ``Accept``, or by an ending."""

    async def answer(request: Request, form: str) -> Response:
        address = catalog.root(site, request)
        found = partial(_shown, data=data, form=form, address=address)
        return await press.answer(request, found, key=(data, form, address), long=long)

    async def either(request: Request) -> Response:
        form = choose(request.headers.get("accept"), {"html": HTML, **GRAPHS}) or "html"
        if form == "html":
            return await press.answer(request, make, long=long)
        return await answer(request, form)

    async def ended(request: Request) -> Response:
        return await answer(request, ENDINGS[path_of(request).rpartition(".")[2]])

    ends = [Route(f"{path}.{ending}", ended) for ending in ENDINGS]
    return [*ends, Route(path, either)]


def as_data(visit: Visit, quads: Found, form: str, path: str, asked: str = "") -> Shown:
    """Return statements in a format; ``path`` is where they stand, without its ending."""
    ending = next(name for name, one in ENDINGS.items() if one == form)
    headers = CORS | {
        "Vary": "Accept, Accept-Encoding",
        "Last-Modified": dumps.modified(visit.view),
        "Content-Location": f"{path}.{ending}" + (f"?{asked}" if asked else ""),
    }
    return Shown(written(quads, form), GRAPHS[form].media, headers)


def _shown(visit: Visit, data: Data, form: str, address: str) -> Shown:
    head, _, ending = visit.path.rpartition(".")
    visit = visit._replace(path=head if ending in ENDINGS else visit.path)
    path, _, asked = visit.here().partition("?")
    return as_data(visit, data(visit, address), form, path, asked)


def cities(visit: Visit, _address: str) -> Found:
    """Return what is said of municipalities and their plans: of all that are read, or nearby."""
    view, number = visit.view, visit.path.rpartition("/")[2]
    codes: Iterable[str] = facts.by_city(view)
    if number.isdigit():
        codes = [code for code in municipalities() if code.startswith(number.zfill(2))]
        if not codes:
            raise UnknownNameError(tr("there is no such prefecture"), value=number)
    wanted = set(codes)
    plans = (one.work for one in facts.versions(view) if one.code in wanted)
    return _said(view, [*(view.names.municipality(code).value for code in wanted), *plans])


def fields(visit: Visit, _address: str) -> Found:
    """Return the scheme of policy fields."""
    return _said(visit.view, facts.fields(visit.view))


def goals(visit: Visit, _address: str) -> Found:
    """Return the goals of the SDGs."""
    return _said(visit.view, (one.iri for one in facts.goals(visit.view).values()))


def search(visit: Visit, _address: str) -> Found:
    """Return what is said of the elements that a search finds."""
    words = searching.words(visit)
    page = visit.number("page", searching.PAGES)
    rows = searching.elements(visit, words, page) if words else ()
    return _said(visit.view, (facts.element(visit.view, str(row["id"])) for row in rows))


def comparison(visit: Visit, address: str) -> Found:
    """Return all that the graphs of the plans hold that are put side by side."""
    names = comparing.cities_asked(visit)
    if not names:
        return cities(visit, address)
    return _of_versions(visit.view, names)


def diff(visit: Visit, _address: str) -> Found:
    """Return all that the graphs of two versions hold."""
    return _of_versions(visit.view, comparing.versions_asked(visit))


def question_list(_visit: Visit, address: str) -> Found:
    """Yield the named questions with their SPARQL, as SHACL and schema.org call them."""
    for question in map(named.find, named.names()):
        here = NamedNode(f"{address}questions/{question.name}")
        yield Quad(here, RDF.type, SHACL.SPARQLExecutable)
        yield Quad(here, RDF.type, SHACL.SPARQLSelectExecutable)
        yield Quad(here, SHACL.select, Literal(questions.body_of(question.sparql)))
        yield Quad(here, SCHEMA.target, NamedNode(f"{address}sparql"))
        for language in ("ja", "en"):
            yield Quad(here, RDFS.label, Literal(question.title[language], language=language))
            yield Quad(here, RDFS.comment, Literal(question.text[language], language=language))


def question(visit: Visit, address: str) -> Found:
    """Yield the rows of a question; the columns are its properties, things have their IRIs."""
    name = visit.path.rpartition("/")[2]
    place = f"{address}questions/{name}"
    asked = visit.here().partition("?")[2]
    table = questions.every_row(visit, name)
    for number, row in enumerate(table.rows, 1):
        here = NamedNode(f"{place}?{quote(asked, safe=_SAFE)}#row={number}")
        for column, value in zip(table.columns, row, strict=True):
            if value is not None:
                thing = questions.thing(visit, column, value)
                said = NamedNode(thing) if thing else Literal(value)
                yield Quad(here, NamedNode(f"{place}#{column}"), said)


def _said(view: View, things: Iterable[str]) -> Found:
    return about(view, map(NamedNode, things))


def _of_versions(view: View, names: Iterable[str]) -> Found:
    for name in names:
        try:
            versions = view.graph.lookup.versions_of(name)
        except UnknownNameError:  # a city whose plans nobody has read; else nothing at all
            yield from _said(view, [view.graph.lookup.term("city", name).value])
            continue
        for version in versions:
            yield from describe(view, view.names.version(version).value)
