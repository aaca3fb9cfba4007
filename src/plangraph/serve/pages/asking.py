"""Questions whose answers pages show: they go to the engine, where they can be ended."""

from __future__ import annotations

from anyio import from_thread
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from plangraph.errors import QueryError
from plangraph.language import tr
from plangraph.serve.engine.pool import Answer
from plangraph.serve.engine.wire import Ask
from plangraph.serve.pages.visit import Visit
from plangraph.serve.protocol import pool_of
from plangraph.tables import Table, rows_of

_JSON: dict[str, str | None] = {"solutions": "json"}


async def whole(visit: Visit, ask: Ask) -> tuple[Answer, bytes]:
    """Return an answer of the engine and all of its text; raises as ``Pool.ask`` does."""
    answer = await pool_of(visit.site).ask(visit.view.folder, ask)
    try:
        return answer, b"".join([piece async for piece in answer.pieces()])
    finally:
        await answer.close()


def table_of(body: bytes) -> Table:
    """Return the rows of a result in JSON."""
    found = parse_query_results(body, format=QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    return rows_of(found)


def rows(visit: Visit, sparql: str) -> Table:
    """Return the rows of a SELECT; for makers of pages, which run in threads of the press.

    Raises UnavailableError where no worker is free, or where it took too long and was ended,
    and QueryError where there is more than an answer may hold.
    """
    answer, body = from_thread.run(whole, visit, Ask(sparql, _JSON))
    if answer.limited:
        raise QueryError(
            tr("the answer is too long"), advice=tr("ask for less: one city, one plan"),
            value=sparql,
        )  # fmt: skip
    return table_of(body)
