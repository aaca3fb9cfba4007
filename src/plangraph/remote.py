"""A SPARQL 1.1 endpoint as a dataset, through SPARQLWrapper."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError, URLError

import pyoxigraph
from SPARQLWrapper import GET, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from plangraph.errors import QueryError, StoreError, why
from plangraph.language import tr

_HEADER = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)+")
#: Seconds after which an endpoint that does not answer is given up.
TIMEOUT = 60
#: Seconds to wait before an endpoint that is busy, or lost the connection, is asked again.
PAUSES = (0.5, 1.0, 2.0)
#: A pause that the endpoint asks for is kept up to so many seconds.
LONGEST = 30.0
#: Busy: too many requests, a gateway without its server, overload.
_BUSY = frozenset((429, 502, 503, 504))
#: POST is not allowed or not known.
_NO_POST = frozenset((405, 415, 501))


def endpoint(address: str) -> Callable[[str], Any]:
    """Return a function that runs a query at ``address``, with pyoxigraph's results.

    Queries go by POST, which has no limit of length; by GET where POST is refused. A
    query changes nothing, so it is asked again where the endpoint was only busy.
    """
    methods = [POST]

    def run(sparql: str) -> Any:
        client = SPARQLWrapper(address)
        # SPARQLWrapper takes a word of the header (“added”) for the kind of the query.
        client.setQuery(_HEADER.sub("", sparql))
        client.setTimeout(TIMEOUT)
        triples = client.queryType in ("CONSTRUCT", "DESCRIBE")
        client.setReturnFormat(TURTLE if triples else JSON)
        try:
            body = _asked(client, methods)
        except SPARQLWrapperException as error:
            raise QueryError(
                tr("the endpoint refused the query: {problem}", problem=_said(error)),
                place=address,
                advice=_cause(sparql),
                value=sparql,
            ) from None
        except (HTTPError, URLError, OSError) as error:
            raise StoreError(
                tr("the endpoint does not answer: {problem}", problem=why(error)),
                place=address,
                advice=tr("check the address; it must be that of the SPARQL service itself"),
            ) from None
        if triples:
            return pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.TURTLE)
        return pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)

    return run


def _asked(client: SPARQLWrapper, methods: list[str]) -> bytes:
    """Return the answer's body; ``methods`` holds the method that the endpoint knows."""
    for pause in (*PAUSES, None):
        client.setMethod(methods[0])
        try:
            found: bytes = client.query().response.read()
            return found
        except HTTPError as error:
            if error.code in _NO_POST and methods[0] == POST:
                methods[0] = GET
            elif error.code in _BUSY and pause is not None:
                time.sleep(_pause(error, pause))
            else:
                raise
        except (ConnectionResetError, ConnectionAbortedError, BrokenPipeError):
            if pause is None:
                raise
            time.sleep(pause)
    raise URLError("busy")  # only where the method was changed in the last try


def _pause(error: HTTPError, pause: float) -> float:
    """Return how long to wait: as the endpoint says in seconds, or ``pause``."""
    asked = error.headers.get("Retry-After", "") if error.headers else ""
    return min(float(asked), LONGEST) if asked.isdigit() else pause


def _cause(sparql: str) -> str:
    """Return what is plainly wrong in a query that an endpoint refused, and what to do."""
    from plangraph.syntax.sparql import cause_of

    found = cause_of(sparql)
    if found is None:
        return ""
    place = tr("line {line}, column {column}", line=found.line, column=found.column)
    return f"{place}: {found.problem} → {found.advice}"


def _said(error: SPARQLWrapperException) -> str:
    """Return what an endpoint says of a query, or what kind of refusal it is."""
    _, _, response = str(error).partition("Response:\n")
    try:
        response = ast.literal_eval(response).decode("utf-8", "replace")
    except (SyntaxError, ValueError, AttributeError):
        response = ""
    first = next((line.strip() for line in response.splitlines() if line.strip()), "")
    return first[:300] if first and not first.startswith("<") else error.msg
