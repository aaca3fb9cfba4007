"""Filling templates: what every page needs, in the language of who reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup, escape

from plangraph import __version__
from plangraph.compare.html import environment
from plangraph.compare.words import LAYERS, LINK_STATUSES, STATUSES, Both
from plangraph.draw.kinds import LOOKS, ink, look
from plangraph.draw.safe import page_json
from plangraph.language import counted, language, pick
from plangraph.serve import assets
from plangraph.serve.pages.visit import Shown, Visit
from plangraph.serve.site import Site
from plangraph.vocabulary import SCHEMA_ORG


class Step(NamedTuple):
    """A step of the way to a page: what it is called, where it is."""

    label: str
    path: str | None


def spoken(words: Both | str | None, en: str | None = None) -> Markup:
    """Return a text in the language of the reader; ``–`` for none."""
    if words is None or words == "":
        return Markup("–")
    return escape(words if en is None else pick(str(words), en))


@cache
def _environment() -> jinja2.Environment:
    found = environment(jinja2.PackageLoader("plangraph.serve"))
    found.globals |= {
        "t": spoken,
        "kinds": {one.kind: Both(one.ja, one.en) for one in LOOKS},
        "sign": lambda kind: pick(look(kind).sign_ja, look(kind).sign_en),
        "version_states": STATUSES,
        "link_states": LINK_STATUSES,
        "ink": ink,
        "layers": LAYERS,
        "program": __version__,
    }
    found.filters |= {"plain": str, "grouped": lambda number: f"{number:,}", "counted": counted}
    return found


def html(
    visit: Visit,
    template: str,
    *,
    title: Both,
    about: str = "",
    steps: Sequence[Step] = (),
    iri: str | None = None,
    data: str | None = None,
    schema: Mapping[str, Any] | None = None,
    **values: Any,
) -> Shown:
    """Return a page.

    ``about`` is one sentence for search engines, ``steps`` the way to the page, ``iri`` that
    of the thing that it shows (whose data stand beside it), ``data`` where else they stand,
    ``schema`` what that is in the words of schema.org. A template may also be told a
    ``script`` of its own, and as ``notice`` a template that stands above what the page shows.
    """
    site = visit.site
    canonical = site.absolute(visit.here())
    if schema and iri:
        schema = {"@id": iri, **schema}
    return Shown(
        filled(
            site,
            template,
            visit=visit,
            view=visit.view,
            title=title,
            about=about,
            steps=steps,
            iri=iri,
            data=partial(_beside, visit, site.url(data) if data else iri and site.path(iri)),
            canonical=canonical,
            schema=_schema(site, canonical, str(title), about, schema, steps),
            **values,
        )
    )


def _beside(visit: Visit, other: str | None, ending: str) -> str:
    """Return where the data of a page stand: beside it, or at another place."""
    if other:
        return f"{other}.{ending}"
    return visit._replace(path=f"{visit.path}.{ending}").here()


#: What a page has where nothing is said of it.
_NOTHING: dict[str, Any] = {
    "visit": None, "about": "", "steps": (), "data": None, "script": None, "notice": None,
    "canonical": None, "schema": None,
}  # fmt: skip


def filled(site: Site, template: str, **values: Any) -> str:
    """Return a page of a site, which need not be of a visit: what went wrong is one, too."""
    always = {
        "site": site,
        "lang": language(),
        "url": site.url,
        "href": site.path,
        "asset": lambda name: assets.address(site, name),
    }
    return _environment().get_template(template).render(_NOTHING | always | values)


def _schema(
    site: Site,
    canonical: str,
    name: str,
    about: str,
    more: Mapping[str, Any] | None,
    steps: Sequence[Step],
) -> Markup:
    page: dict[str, Any] = {
        "@type": "WebPage",
        "@id": canonical,
        "name": name,
        "inLanguage": language(),
        "isPartOf": {"@type": "WebSite", "name": "plangraph", "url": site.absolute(site.url("/"))},
    }
    if about:
        page["description"] = about
    if steps:
        page["breadcrumb"] = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": step.label,
                 **({"item": site.absolute(step.path)} if step.path else {})}
                for number, step in enumerate(steps, 1)
            ],
        }  # fmt: skip
    if more:
        page["mainEntity"] = dict(more)
    return Markup(page_json({"@context": SCHEMA_ORG, **page}))  # noqa: S704  (escaped there)
