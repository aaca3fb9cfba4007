"""How pages are made: templates, two languages, one file that is whole without a network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup, escape

from plangraph.compare.words import Both
from plangraph.language import language


def both(words: Both | str | None, en: str | None = None) -> Markup:
    """Return a text in both languages, of which the page shows one; ``–`` for none."""
    if words is None or words == "":
        return Markup("–")
    pair = Both(words, en if en is not None else words) if isinstance(words, str) else words
    if pair.ja == pair.en:
        return escape(pair.ja)
    return Markup(
        '<span class="ja" lang="ja">{}</span><span class="en" lang="en">{}</span>'
    ).format(*pair)


def plain(words: Both) -> str:
    """Return both languages in one line, for attributes and headings of sheets."""
    return words.ja if words.ja == words.en else f"{words.ja} / {words.en}"


def percent(value: float | None) -> str:
    """Return a share as per cent."""
    return "–" if value is None else f"{value:.0%}"


def decimal(value: float | int | None) -> str:
    """Return a number with two decimals, a whole one with none."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def environment(*loaders: jinja2.BaseLoader) -> jinja2.Environment:
    """Return what renders our templates; those of ``loaders`` stand in for ours of the same name.

    A site that shows them in a frame of its own brings another ``base.html``, another ``t``
    (how a text is said) and ``href`` (the address of a thing, None where it has none).
    """
    found = jinja2.Environment(
        loader=jinja2.ChoiceLoader([*loaders, jinja2.PackageLoader("plangraph.compare")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {"t": both, "href": lambda _iri: None}
    found.filters |= {"percent": percent, "decimal": decimal, "plain": plain}
    return found


_environment = cache(environment)


def asset(name: str) -> str:
    """Return the text of ``style.css`` or ``page.js``."""
    folder = resources.files("plangraph.compare") / "templates"
    return (folder / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() + "'"


def page_of(template: str, **values: object) -> str:
    """Return the page of a template with its style and script inside.

    A policy in the page allows just that style and script, by their hashes, and no
    request to anywhere.
    """
    style, script = asset("style.css"), asset("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    from plangraph import __version__

    return (
        _environment()
        .get_template(template)
        .render(
            policy=policy,
            style=Markup(style),  # noqa: S704  (our own file)
            script=Markup(script),  # noqa: S704
            shown=language(),
            program=__version__,
            **values,
        )
    )
