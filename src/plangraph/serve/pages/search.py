"""Searching: elements by words, and cities and fields by name."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from plangraph.compare.words import Both
from plangraph.errors import ParameterError
from plangraph.language import pick, tr
from plangraph.municipalities import fold_roman, municipalities
from plangraph.serve.pages import facts
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.visit import Shown, Visit, no_more
from plangraph.tables import Value
from plangraph.vocabulary import PROLOGUE

#: Elements on a page, pages, names of cities and fields at most, characters of a search.
_ROWS, PAGES, _NAMES, _LONGEST = 50, 200, 12, 200
_TITLES = """
SELECT ?element ?title {
  VALUES ?element { %s }
  GRAPH ?version { ?element dcterms:title ?title . FILTER(LANG(?title) = "en") }
}
"""


def search(visit: Visit) -> Shown:
    """Show what a search finds."""
    text = words(visit)
    page = visit.number("page", PAGES)
    rows: list[dict[str, Value]] = []
    problem = None
    if text:
        try:
            rows = elements(visit, text, page)
        except ParameterError as error:  # no word in it: said where the results would stand
            problem = error
    return html(
        visit,
        "search.html",
        title=Both(f"「{text}」の検索", f"Search: {text}") if text else Both("検索", "Search"),
        about=pick("計画の検索結果。", "Search results."),
        steps=[Step(pick("検索", "Search"), None)],
        text=text,
        problem=problem,
        rows=rows[:_ROWS],
        english=_english(visit, rows[:_ROWS]) if visit.language == "en" else {},
        city_of={one.id: one.city for one in facts.versions(visit.view)},
        more=len(rows) > _ROWS,
        page=page,
        first=(page - 1) * _ROWS + 1,
        cities=_cities(visit, text) if page == 1 else [],
        fields=_fields(visit, text) if page == 1 else [],
        marked=lambda said: marked(str(said), text),
        element=lambda found: facts.element(visit.view, str(found)),
    )


def marked(said: str, text: str) -> Markup:
    """Return a text with the words that were looked for marked."""
    words = sorted({re.escape(word) for word in text.split()}, key=len, reverse=True)
    if not words:
        return escape(said)
    pieces = re.split(f"({'|'.join(words)})", said, flags=re.IGNORECASE)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )


def words(visit: Visit) -> str:
    """Return what is looked for; raises ParameterError where that is too much."""
    text = visit.one("q")
    said = tr("these are too many words to look for")
    no_more(text, _LONGEST, said, tr("no more than {count} characters", count=_LONGEST))
    return text


def elements(visit: Visit, text: str, page: int) -> list[dict[str, Value]]:
    """Return a page of elements, best ones first, and one more where there is more.

    Raises ParameterError where no word is looked for.
    """
    found = visit.view.graph.search(text, limit=page * _ROWS + 1)
    return [dict(row) for row in found][(page - 1) * _ROWS :]


def _english(visit: Visit, rows: list[dict[str, Value]]) -> dict[Value, str]:
    """Return the English titles of elements, by their ids; one query for all."""
    by_iri = {facts.element(visit.view, str(row["id"])): row["id"] for row in rows}
    if not by_iri:
        return {}
    found = visit.view.graph.select(PROLOGUE + _TITLES % " ".join(f"<{iri}>" for iri in by_iri))
    return {by_iri[str(row["element"])]: str(row["title"]) for row in found}


def _cities(visit: Visit, text: str) -> list[tuple[str, Both, bool]]:
    """Return the cities that are called so: (IRI, name, whether they have plans)."""
    wanted, roman = text.lower(), fold_roman(text) if text.isascii() else ""
    read = facts.by_city(visit.view)
    found = [
        (code not in read, code)
        for code, one in municipalities().items()
        if wanted in one.name
        or wanted in one.kana
        or wanted == one.prefecture
        or code == wanted
        or (len(roman) > 2 and fold_roman(one.roman).startswith(roman))
    ]
    return [
        (
            visit.view.names.municipality(code).value,
            facts.city_name(municipalities()[code]),
            not unread,
        )
        for unread, code in sorted(found)[:_NAMES]
    ] if wanted else []  # fmt: skip


def _fields(visit: Visit, text: str) -> list[facts.Field]:
    wanted = text.lower()
    if not wanted:
        return []
    every = facts.fields(visit.view).values()
    return [one for one in every if wanted in one.label.ja or wanted in one.label.en.lower()][
        :_NAMES
    ]
