"""A SPARQL 1.1 endpoint as a dataset, through SPARQLWrapper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError, URLError

import pyoxigraph
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from plangraph.errors import QueryError, StoreError
from plangraph.language import tr

_HEADER = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)+")
#: Seconds after which an endpoint that does not answer is given up.
TIMEOUT = 60


def endpoint(address: str) -> Callable[[str], Any]:
    """Return a function that runs a query at ``address``, with pyoxigraph's results."""

    def run(sparql: str) -> Any:
        client = SPARQLWrapper(address)
        # SPARQLWrapper takes a word of the header (“added”) for the kind of the query.
        client.setQuery(_HEADER.sub("", sparql))
        client.setMethod(POST)
        client.setTimeout(TIMEOUT)
        triples = client.queryType in ("CONSTRUCT", "DESCRIBE")
        client.setReturnFormat(TURTLE if triples else JSON)
        try:
            body = client.query().response.read()
        except SPARQLWrapperException as error:
            raise QueryError(
                tr("the endpoint refused the query: {problem}", problem=error.msg),
                place=address,
                value=sparql,
            ) from None
        except (HTTPError, URLError, OSError) as error:
            raise StoreError(
                tr("the endpoint does not answer: {problem}", problem=error),
                place=address,
                advice=tr("check the address; it must be that of the SPARQL service itself"),
            ) from None
        if triples:
            return pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.TURTLE)
        return pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)

    return run
