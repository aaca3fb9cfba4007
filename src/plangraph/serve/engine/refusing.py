"""What a query may not ask for: other services, and graphs that are not in the dataset.

A query is looked at twice. The text is searched for whatever the grammar could read as
a call of a service; this holds whatever a parser thinks a comment or a string is, and
it finds a little more than there is. And a parser reads it wherever the word occurs.
Only a query that both let pass reaches the engine, which has no network on top.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from plangraph.errors import QueryError
from plangraph.language import tr

#: White space and comments, as SPARQL knows them.
_SPACE = r"(?:\s|#[^\r\n]*(?=[\r\n]))*"
_NAMED = r"(?:<[^<>]*>|[^\s<>{}()]*:[^\s<>{}]*)"
_SERVICE = re.compile(
    rf"SERVICE{_SPACE}(?:SILENT{_SPACE})?(?:{_NAMED}|[?$]\w+){_SPACE}\{{", re.IGNORECASE
)
_FROM = re.compile(rf"FROM{_SPACE}(?:NAMED{_SPACE})?(?:<|[^\s<>{{}}]*:)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse(sparql: str, known: Callable[[str], bool]) -> None:
    """Raise QueryError where a query asks for what it may not.

    ``known`` tells whether an IRI names a graph of the dataset.
    """
    services, graphs = _asked(sparql)
    if services:
        raise QueryError(
            tr("other services are not asked from here (SERVICE)"),
            advice=tr("ask them yourself and join the answers"),
            value=sparql,
        )
    for graph in graphs:
        if not known(graph):
            raise foreign(graph)


def foreign(graph: str) -> QueryError:
    """Return the error that says that no graph of the dataset has this name."""
    return QueryError(
        tr("the dataset has no graph <{iri}>; nothing is fetched", iri=graph),
        advice=tr("ask which graphs there are: SELECT DISTINCT ?g …"),
        value=graph,
    )


@lru_cache(maxsize=512)
def _asked(sparql: str) -> tuple[bool, tuple[str, ...]]:
    """Return whether a query calls services, and the graphs of its dataset clause."""
    plain = _ESCAPE.sub(_character, sparql)
    if any(_SERVICE.search(text) for text in (sparql, plain)):
        return True, ()
    words = plain.upper()
    if "SERVICE" not in words and not _FROM.search(plain) and not _FROM.search(sparql):
        return False, ()
    return _parsed(sparql)


def _parsed(sparql: str) -> tuple[bool, tuple[str, ...]]:
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        query = parseQuery(sparql)
        services = any(part.name == "ServiceGraphPattern" for part in _parts(query))
        clause = None if services else translateQuery(query).algebra.datasetClause
    except Exception as error:  # rdflib raises this very class for prefixes that it misses
        from plangraph.syntax.sparql import cause_of

        cause = cause_of(sparql)
        strictly = tr("write SPARQL 1.1; a query with FROM or SERVICE is read strictly")
        raise QueryError(
            cause.problem
            if cause
            else tr("the query is not valid SPARQL: {problem}", problem=str(error)[:200]),
            place=f"{cause.line}:{cause.column}" if cause else "",
            advice=(cause and cause.advice) or strictly,
            value=sparql,
        ) from None
    return services, tuple(str(part.default or part.named) for part in clause or ())


def _parts(value: Any) -> Iterator[Any]:
    """Yield every node of what rdflib's parser makes."""
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, CompValue):
            yield one
            stack.extend(one.values())
        elif isinstance(one, (list, tuple, set, ParseResults)):
            stack.extend(one)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""
