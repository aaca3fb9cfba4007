"""Filling templates: what every page needs, in the language of who reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup, escape

from plangraph import __version__
from plangraph.compare.html import environment
from plangraph.compare.words import LAYERS, LINK_STATUSES, STATUSES, Both
from plangraph.draw.kinds import LOOKS, ink, look
from plangraph.draw.safe import page_json
from plangraph.language import language, pick
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
    if isinstance(words, str):
        return escape(words if en is None else pick(words, en))
    return escape(pick(words.ja, words.en))


def said(words: Both | str, en: str | None = None) -> str:
    """Return a text in the language of the reader, for titles and data."""
    if isinstance(words, str):
        return words if en is None else pick(words, en)
    return pick(words.ja, words.en)


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
    found.filters |= {"plain": lambda words: said(words), "grouped": lambda number: f"{number:,}"}
    found.tests["municipal"] = lambda code: bool(code)
    return found


def html(
    visit: Visit,
    template: str,
    *,
    title: Both,
    about: str = "",
    steps: Sequence[Step] = (),
    data: str | None = None,
    schema: Mapping[str, Any] | None = None,
    script: str | None = None,
    notice: str | None = None,
    **values: Any,
) -> Shown:
    """Return a page.

    ``about`` is one sentence for search engines, ``steps`` the way to the page,
    ``data`` the path of the same as data (``.ttl`` and ``.jsonld`` are added),
    ``schema`` what the page is in the words of schema.org, ``script`` a script of its
    own, ``notice`` a template that stands above what the page shows.
    """
    site = visit.site
    canonical = site.absolute(visit.here())
    body = (
        _environment()
        .get_template(template)
        .render(
            visit=visit,
            site=site,
            view=visit.view,
            lang=language(),
            url=site.url,
            href=site.path,
            asset=lambda name: assets.address(site, name),
            title=title,
            about=about,
            steps=steps,
            data=data,
            script=script,
            notice=notice,
            canonical=canonical,
            schema=_schema(site, canonical, said(title), about, schema, steps),
            **values,
        )
    )
    return Shown(body)


def bare(site: Site, template: str, **values: Any) -> str:
    """Return a page that says that something went wrong."""
    return (
        _environment()
        .get_template(template)
        .render(
            site=site,
            visit=None,
            lang=language(),
            url=site.url,
            href=site.path,
            asset=lambda name: assets.address(site, name),
            about="",
            steps=(),
            data=None,
            script=None,
            notice=None,
            canonical=None,
            schema=None,
            **values,
        )
    )


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


def as_json(value: object) -> str:
    """Return a value as JSON for a file."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
