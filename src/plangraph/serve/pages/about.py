"""What this site is, where its data come from, and how to take it all away."""

from __future__ import annotations

from datetime import UTC, datetime

from plangraph.compare.words import Both
from plangraph.language import pick
from plangraph.serve.pages import facts
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.visit import Shown, Visit
from plangraph.vocabulary import LICENCE, PROLOGUE

#: Versions on a page.
_ROWS = 100

_SOURCES = """
SELECT ?version ?file ?sha ?url {
  VALUES ?version { %s }
  GRAPH ?version { ?version dcterms:source ?document . ?document dcterms:identifier ?file .
    OPTIONAL { ?document spdx:checksumValue ?sha } OPTIONAL { ?document rdfs:seeAlso ?url } }
}
"""
_KINDS = """
SELECT ?kind ?elements ?plans {
  GRAPH ?totals { ?o qb:dataSet pgst:total-kinds ; pg:refKind ?kind ; pg:elements ?elements ;
    pg:plans ?plans }
} ORDER BY DESC(?elements)
"""
_METHODS = """
SELECT DISTINCT ?method ?ja ?en { GRAPH ?g { ?method a prov:Activity ; rdfs:label ?ja, ?en .
  FILTER(LANG(?ja) = "ja" && LANG(?en) = "en") } } ORDER BY ?method
"""


def about(visit: Visit) -> Shown:
    """Show sources, licences, counts, when it was built."""
    view = visit.view
    page = visit.number("page")
    every = facts.versions(view)
    part = every[(page - 1) * _ROWS : page * _ROWS]
    values = " ".join(f"<{one.iri}>" for one in part)
    rows = view.graph.select(PROLOGUE + _SOURCES % values) if part else ()
    sources = {str(row["version"]): row for row in rows}
    return html(
        visit,
        "about.html",
        data="/catalog",
        title=Both("このサイトについて", "About this site"),
        about=pick("出典・ライセンス・件数・作成日時。", "Sources, licences, counts, build time."),
        steps=[Step(pick("このサイトについて", "About"), None)],
        versions=[(one, sources.get(one.iri)) for one in part],
        page=page,
        pages=max(1, -(-len(every) // _ROWS)),
        kinds_in=list(view.graph.select(PROLOGUE + _KINDS)),
        goals=facts.goals(view),
        methods=list(view.graph.select(PROLOGUE + _METHODS)),
        built=datetime.fromtimestamp(view.built, tz=UTC),
        cities=len(facts.by_city(view)),
        plans=len({one.plan for one in every}),
        count=len(every),
        elements=sum(one.elements for one in every),
    )  # fmt: skip


def download(visit: Visit) -> Shown:
    """Show how to take the data away."""
    view = visit.view
    page = visit.number("page")
    every = facts.versions(view)
    return html(
        visit,
        "download.html",
        data="/catalog",
        title=Both("データを受け取る", "Take the data away"),
        about=pick(
            "計画のデータを Turtle・JSON-LD・CSV・Excel で。",
            "The data of the plans as Turtle, JSON-LD, CSV and Excel.",
        ),
        steps=[Step(pick("データ", "Data"), None)],
        versions=every[(page - 1) * _ROWS : page * _ROWS],
        page=page,
        pages=max(1, -(-len(every) // _ROWS)),
        endpoint=visit.site.absolute(visit.site.url("/sparql")),
        built=datetime.fromtimestamp(view.built, tz=UTC),
        schema={
            "@type": "Dataset",
            "name": "plangraph",
            "description": pick(
                "市区町村の総合計画・個別計画のリンクトデータ。",
                "Linked data of the plans of Japanese municipalities.",
            ),
            "license": LICENCE,
            "dateModified": datetime.fromtimestamp(view.built, tz=UTC).isoformat(),
        },
    )
