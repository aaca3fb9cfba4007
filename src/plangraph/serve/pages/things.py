"""Everything that has an IRI: which page shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plangraph.compare.words import Both
from plangraph.errors import UnknownNameError
from plangraph.language import pick, tr
from plangraph.municipalities import municipalities
from plangraph.serve.pages import cities, facts, plans, subjects
from plangraph.serve.pages.html import html
from plangraph.serve.pages.visit import Make, Shown, Visit, press_of
from plangraph.serve.site import Site, View
from plangraph.vocabulary import PREFIXES, PROLOGUE

#: Statements that the page of a thing of no kind of its own shows.
_SHOWN = 300

_SAID = """
SELECT ?p ?o ?g { GRAPH ?g { <%s> ?p ?o } } ORDER BY ?g ?p ?o LIMIT %d
"""
_OF_GRAPH = """
SELECT ?type (COUNT(?s) AS ?n) { GRAPH <%s> { ?s a ?type } } GROUP BY ?type ORDER BY DESC(?n)
"""


async def page(request: Request, iri: str) -> Response:
    """Return the page that shows the thing of an IRI; a 404 where nothing is known of it."""
    site: Site = request.app.state.site
    if iri.startswith(PREFIXES["sdg"]) and "." in iri.rpartition("/")[2]:
        goal = iri.rpartition(".")[0]  # targets stand on the page of their goal
        return RedirectResponse(f"{site.path(goal)}#{iri.rpartition('/')[2]}", 303)
    make = _maker(site.view(), iri)
    return await press_of(site).answer(request, make, key=iri)


def _maker(view: View, iri: str) -> Make:
    """Return what makes the page of a thing, by how it is named."""
    make: Callable[..., Shown] = _anything
    more: dict[str, str] = {}
    names = view.names
    place, _, rest = iri.removeprefix(names.base).partition("/") if iri.startswith(
        names.base) else ("", "", "")  # fmt: skip
    if place == "municipality":
        code, _, part = rest.partition("/")
        if code in municipalities() and not part:
            make, more = cities.city, {"code": code}
        elif code in municipalities() and part.startswith("department/"):
            name = part.removeprefix("department/")
            make, more = cities.department, {"code": code, "name": name}
    elif place == "plan" and rest:
        version, _, element = rest.partition("/")
        if element:
            make, more = plans.element, {"version": names.base + f"plan/{version}"}
        else:
            make = plans.version if "@" in version else plans.work
    elif iri.startswith(PREFIXES["field"]):
        make = subjects.field
    elif iri.startswith(PREFIXES["sdg"]):
        make = subjects.goal
    return partial(make, iri=iri, **more)


def _anything(visit: Visit, iri: str) -> Shown:
    """Show a thing that has no page of its own kind: a document, a method, a graph."""
    view = visit.view
    rows = list(view.graph.select(PROLOGUE + _SAID % (iri, _SHOWN)))
    inside = list(view.graph.select(PROLOGUE + _OF_GRAPH % iri)) if "/graph/" in iri else []
    if not rows and not inside:
        raise UnknownNameError(tr("nothing is known of {name}", name=iri), value=iri)
    mentioned = {str(row[key]) for row in rows for key in ("p", "o", "g")}
    mentioned |= {str(row["type"]) for row in inside}
    names = facts.names_of(
        view, {one for one in mentioned if one.startswith(("http:", "https:")) and _plain(one)}
    )
    short = {one: _short(one, view.names.base) for one in mentioned}
    names = {one: Both(name, name) for one, name in short.items() if name} | names
    own = facts.names_of(view, {iri}).get(iri)
    last = iri.removeprefix(view.names.base)
    return html(
        visit,
        "thing.html",
        title=own or Both(last, last),
        about=pick(f"{iri} について述べられていること。", f"What is said of {iri}."),
        iri=iri,
        rows=rows,
        inside=inside,
        names=names,
        cut=len(rows) == _SHOWN,
    )


def _short(iri: str, base: str) -> str | None:
    """Return the name of a thing of ours below ``base``, or of a vocabulary with its prefix."""
    if iri.startswith(base):
        return iri.removeprefix(base)
    for prefix, base in PREFIXES.items():
        name = iri.removeprefix(base)
        if name != iri and name.isidentifier():
            return f"{prefix}:{name}"
    return None


def _plain(iri: str) -> bool:
    return not any(char in iri for char in ' <>"{}|\\^`\n')
