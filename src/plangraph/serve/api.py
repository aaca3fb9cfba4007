"""The named questions as a JSON API, described by OpenAPI 3.1 at ``/api/openapi.json``.

Rows are those of ``plangraph query NAME --format json``: the same columns, null where
nothing is known. What is wrong is said as a problem document (RFC 9457).
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from plangraph import __version__
from plangraph.errors import PlangraphError
from plangraph.language import speak, tr
from plangraph.questions import Parameter, Question, find, names
from plangraph.serve import catalog
from plangraph.serve.language import language_of
from plangraph.serve.negotiation import CORS, RESULTS, Offer, choose
from plangraph.serve.pages.asking import rows
from plangraph.serve.pages.trouble import meaning, told
from plangraph.serve.pages.visit import Make, Shown, Visit, press_of
from plangraph.serve.site import Site
from plangraph.show import describe
from plangraph.tables import Table, render
from plangraph.vocabulary import LICENCE

_OFFERS = {"json": Offer("application/json"), "csv": RESULTS["csv"], "tsv": RESULTS["tsv"]}
_PROBLEM = "application/problem+json"
#: Schemas of the types of parameters (see docs/reference/questions.md).
_TYPES: dict[str, dict[str, Any]] = {
    "city": {"type": "string", "examples": ["13211", "小平市", "kodaira"]},
    "plan": {"type": "string", "examples": ["kodaira-4th@submitted", "kodaira-4th", "kodaira"]},
    "field": {"type": "string", "examples": ["防災"]},
    "goal": {"type": "string", "examples": ["11", "11.5"]},
    "status": {"type": "string", "enum": ["stated", "judged", "inferred"]},
    "date": {"type": "string", "examples": ["2026-04-01", "令和8年度"]},
    "integer": {"type": "integer"},
}
_TEXT = {"type": "string"}

Answer = Callable[[Request], Awaitable[Response]]


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the API."""
    return [
        Route("/api/openapi.json", _described(site)),
        Route("/api/questions", _answer(site, lambda _request: _list)),
        Route(
            "/api/questions/{name}",
            _answer(site, lambda request: partial(_asked, name=_named(request))),
        ),
        Route("/api/search", _answer(site, lambda _request: partial(_asked, name="search"))),
        Route(
            "/api/things/{id:path}",
            _answer(site, lambda request: partial(_thing, name=request.path_params["id"])),
        ),
    ]


def _answer(site: Site, make_of: Callable[[Request], Make]) -> Answer:
    """Return an endpoint whose answers are kept a generation, and whose problems are JSON."""

    async def answer(request: Request) -> Response:
        speak(language_of(request, site.settings.language))
        try:
            make = make_of(request)
            form = choose(request.headers.get("accept"), _OFFERS)
            form = request.query_params.get("format") or form
            if form not in _OFFERS:
                problem = tr("the answer comes in none of the formats asked for")
                return _problem(406, problem, ", ".join(_OFFERS))
            response = await press_of(site).answer(
                request,
                partial(_in_form, make=make, form=form),
                key=("api", request.url.path, form),
            )
        except PlangraphError as error:
            return _problem(*told(error))
        except HTTPException as error:
            return _problem(error.status_code)
        response.headers.update(CORS)
        return response

    return answer


def _named(request: Request) -> str:
    """Return the name at the end of an address; never that of a file."""
    return str(request.path_params["name"]).replace(".", "_")


def _in_form(visit: Visit, make: Make, form: str) -> Shown:
    """Return what ``make`` makes: a table in the format asked for, or JSON as it is."""
    made: Any = make(visit)
    headers = {"Vary": "Accept, Accept-Encoding, Accept-Language, Cookie"}
    if isinstance(made, Table):
        return Shown(render(made, form), _OFFERS[form].media, headers)
    body = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    return Shown(body, _OFFERS["json"].media, headers)


def _asked(visit: Visit, name: str) -> Any:
    """Return the rows of a named question."""
    name, graph = find(name).name, visit.view.graph
    given = {key: value for key, value in visit.asked.items() if key not in ("format", "lang")}
    if name == "search" and given.keys() == {"text"}:  # the index of texts knows, and is quick
        return graph.query(name, **given)
    return rows(visit, graph.sparql(name, **given))


def _thing(visit: Visit, name: str) -> Any:
    """Return all that is known of an element."""
    return describe(visit.view.graph, name)


def _list(_visit: Visit) -> Any:
    """Return the questions, with their parameters and columns."""
    return [
        {
            "name": one.name,
            "title": one.title,
            "question": one.text,
            "parameters": [
                {
                    "name": parameter.name,
                    "type": parameter.type,
                    "required": parameter.required,
                    "default": parameter.default,
                    "meaning": {"ja": parameter.ja, "en": parameter.en},
                }
                for parameter in one.parameters.values()
            ],
            "columns": one.columns,
        }
        for one in map(find, names())
    ]


def _problem(
    status: int, problem: str = "", advice: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    """Return a problem document; where nothing else is said, with what its status means."""
    if not problem:
        problem, advice = map(str, meaning(status))
    body = json.dumps({"status": status, "title": problem, "detail": advice}, ensure_ascii=False)
    return Response(
        body, status, {**CORS, "Cache-Control": "no-store", **(headers or {})}, _PROBLEM
    )


def _described(site: Site) -> Answer:
    async def answer(request: Request) -> Response:
        body = json.dumps(openapi(catalog.root(site, request)), ensure_ascii=False, indent=1)
        return Response(body, headers=CORS, media_type="application/json")

    return answer


def openapi(address: str) -> dict[str, Any]:
    """Return the description of the API at ``address`` (OpenAPI 3.1)."""
    paths = {f"/api/questions/{one.name}": _path(one) for one in map(find, names())}
    paths["/api/questions"] = {
        "get": _operation("questions", "The named questions", [], {"type": "array"})
    }
    paths["/api/search"] = _path(find("search"), "searchElements")
    paths["/api/things/{id}"] = {
        "get": _operation(
            "thing",
            "One element: parents, children, links, evidence",
            [
                {
                    "name": "id", "in": "path", "required": True,
                    "description": "plan@version/element, as rows have it in `id`",
                    "schema": {"type": "string", "examples": ["kodaira-4th@submitted/policy-4"]},
                }
            ],
            {"type": "object"},
        )
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "plangraph",
            "version": __version__,
            "summary": "The plans of Japanese municipalities",
            "description": "Read only. Rows as `plangraph query NAME --format json` prints them.",
            "license": {"name": "CC0 1.0", "url": LICENCE},
        },
        "servers": [{"url": address.rstrip("/")}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": {
                "Problem": {
                    "type": "object",
                    "description": "What is wrong (RFC 9457)",
                    "properties": {
                        "status": {"type": "integer"}, "title": _TEXT, "detail": _TEXT,
                    },
                    "required": ["status", "title"],
                }
            }
        },
    }  # fmt: skip


def _path(one: Question, name: str | None = None) -> dict[str, Any]:
    parameters = [
        {
            "name": parameter.name,
            "in": "query",
            "required": parameter.required,
            "description": f"{parameter.en} / {parameter.ja}",
            "schema": _schema(parameter),
        }
        for parameter in one.parameters.values()
    ]
    value = {"type": ["string", "number", "boolean", "null"]}
    columns = dict.fromkeys(one.columns, value)
    schema = {
        "type": "array",
        "items": {"type": "object", "properties": columns, "required": one.columns},
    }
    told = f"{one.text.get('en', '')}\n\n{one.text.get('ja', '')}"
    return {"get": _operation(name or one.name, one.title["en"], parameters, schema, told)}


def _schema(parameter: Parameter) -> dict[str, Any]:
    schema = dict(_TYPES.get(parameter.type, _TEXT))
    if parameter.default:
        whole = parameter.type == "integer"
        schema["default"] = int(parameter.default) if whole else parameter.default
    return schema


def _operation(
    name: str,
    summary: str,
    parameters: list[dict[str, Any]],
    schema: dict[str, Any],
    told: str = "",
) -> dict[str, Any]:
    problem = {_PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if schema["type"] == "array" and "items" in schema:
        content |= {"text/csv": {"schema": _TEXT}, "text/tab-separated-values": {"schema": _TEXT}}
    return {
        "operationId": name,
        "summary": summary,
        "description": told or summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "The answer", "content": content},
            "400": {"description": "A parameter is wrong", "content": problem},
            "404": {"description": "A name that nobody knows", "content": problem},
        },
    }
