"""The page where anybody writes SPARQL; with a script it asks the endpoint itself."""

from __future__ import annotations

import json
from typing import Any

from anyio import to_thread
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from plangraph import questions as named
from plangraph.compare.words import Both
from plangraph.draw.safe import page_json
from plangraph.errors import PlangraphError
from plangraph.language import pick, speak
from plangraph.serve import assets
from plangraph.serve.engine.wire import Ask
from plangraph.serve.pages.asking import table_of, whole
from plangraph.serve.pages.html import Step, html
from plangraph.serve.pages.questions import body_of
from plangraph.serve.pages.visit import HTML, Press, Shown, Visit, visit_of
from plangraph.serve.site import Site
from plangraph.tables import Table
from plangraph.vocabulary import PG, PREFIXES

#: Characters of triples that the page shows.
_TRIPLES = 100_000
#: What the field holds at first.
_FIRST = f"""PREFIX pg: <{PREFIXES["pg"]}>
PREFIX dcterms: <{PREFIXES["dcterms"]}>

SELECT ?version ?title ?status {{
  GRAPH ?version {{
    ?version a pg:PlanVersion ; dcterms:title ?title ; pg:status ?status .
  }}
}}
LIMIT 20"""


def endpoint(site: Site, press: Press) -> Any:
    """Return the endpoint of the page: empty, or (without a script) with an answer."""

    async def writing(request: Request) -> Response:
        if "run" not in request.query_params:
            return await press.answer(request, page)
        visit = visit_of(site, request)
        speak(visit.language)
        try:
            answer = await _ask(visit)
        except PlangraphError as error:
            answer = {"problem": f"{error.place} {error.problem}".strip(), "advice": error.advice}

        shown = await to_thread.run_sync(lambda: page(visit, **answer))
        headers = {"Cache-Control": "no-store", "Content-Language": visit.language}
        return Response(str(shown.body).encode("utf-8", "replace"), 200, headers, HTML)

    return writing


def page(visit: Visit, **answer: Any) -> Shown:
    """Show the page, with an answer where there is one."""
    known = {
        "terms": sorted(f"pg:{term}" for term in PG.terms),
        "prefixes": PREFIXES,
        "label": pick("SPARQL の問い合わせ", "SPARQL query"),
        "mistake": pick("SPARQL の文法に合いません", "this is not SPARQL"),
        "keys": pick("Ctrl+Enter で実行", "Ctrl+Enter runs it"),
    }
    return html(
        visit,
        "query.html",
        data="/questions",
        title=Both("SPARQL で尋ねる", "Ask in SPARQL"),
        about=pick("SPARQL 1.1 で計画のグラフに尋ねる。", "Ask the graph of plans in SPARQL 1.1."),
        steps=[Step("SPARQL", None)],
        query=visit.one("query") or _FIRST,
        examples=_examples(visit),
        prefixes=PREFIXES,
        known=Markup(page_json(known)),  # noqa: S704  (escaped there)
        script="query.js",
        editor=assets.address(visit.site, assets.EDITOR),
        endpoint=visit.site.absolute(visit.site.url("/sparql")),
        limit=visit.site.settings,
        answer={"problem": None, "advice": None, "table": None, "triples": None, "cut": False}
        | answer,
    )


def _examples(visit: Visit) -> list[tuple[str, str]]:
    """Return the questions that need nothing, with their SPARQL."""
    found = map(named.find, named.names())
    return [
        (one.title[visit.language], body_of(visit.view.graph.sparql(one.name)))
        for one in found
        if not any(parameter.required for parameter in one.parameters.values())
    ]


async def _ask(visit: Visit) -> dict[str, Any]:
    """Return what the engine answers, as the page shows it."""
    forms: dict[str, str | None] = {"solutions": "json", "boolean": "json", "triples": "turtle"}
    most = visit.site.settings.page_rows
    answer, body = await whole(visit, Ask(visit.one("query"), forms, rows=most))
    cut = answer.limited is not None
    if answer.kind == "triples":
        text = body.decode("utf-8", "replace")
        return {"triples": text[:_TRIPLES], "cut": cut or len(text) > _TRIPLES}
    if answer.kind == "boolean":
        said = bool(json.loads(body)["boolean"])
        return {"table": Table(["answer"], [(said,)])}
    return {"table": table_of(body), "cut": cut}
