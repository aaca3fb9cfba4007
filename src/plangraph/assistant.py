"""What an assistant may ask of the graph: to list, search, query, show and compare.

Everything only reads. Every answer is a dictionary with ``rows`` (or an ``element``) and
``sources``: the documents that the rows are from, by plan version. A row that names an
element carries its ``line`` where the answer has one, and its ``iri``, so that whatever is
said of it can be cited.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plangraph.errors import ParameterError, nearest
from plangraph.graph import Graph
from plangraph.language import pick, tr
from plangraph.tables import Table
from plangraph.vocabulary import PROLOGUE

#: Rows of an answer, unless more are asked for, and at most.
ROWS, MOST_ROWS = 50, 500
#: Cities that are put side by side at most.
MOST_CITIES = 8

Answer = dict[str, Any]

_SOURCES = """
SELECT ?version ?title ?status ?document ?sha256 {
  VALUES ?version { %s }
  GRAPH ?graph {
    ?graph a pg:PlanVersion ; dcterms:identifier ?version .
    OPTIONAL { ?graph dcterms:title ?title . FILTER(LANG(?title) = "ja") }
    OPTIONAL { ?graph pg:status ?status }
    OPTIONAL { ?graph dcterms:source ?source . ?source dcterms:identifier ?document .
      OPTIONAL { ?source spdx:checksumValue ?sha256 } }
  }
} ORDER BY ?version
"""
_OF_ELEMENTS = """
SELECT ?element ?line { VALUES ?id { %s }
  GRAPH ?graph { ?element dcterms:identifier ?id ; pg:evidence/pg:line ?line } }
"""


class Assistant:
    """Answers with citations; ``open_graph`` is called for each answer, so that it is of today."""

    def __init__(self, open_graph: Callable[[], Graph]) -> None:
        self._open = open_graph

    def plans(self) -> Answer:
        """List the cities, plans and versions in the graph, with status, period and size."""
        graph = self._open()
        return _answer(graph, graph.query("plans"), MOST_ROWS)

    def search(self, text: str, limit: int = ROWS) -> Answer:
        """Find elements (policies, measures, projects, sectoral plans, …) by words.

        ``text`` holds words in Japanese or English, all of which must be there.
        """
        graph = self._open()
        limit = _limit(limit)
        return _answer(graph, graph.search(text, limit + 1), limit)

    def questions(self) -> Answer:
        """List the named questions that ``query`` answers, with their parameters."""
        from plangraph.questions import find, names

        rows = []
        for name in names():
            question = find(name)
            rows.append(
                {
                    "name": name,
                    "question": question.text.get(pick("ja", "en")),
                    "columns": question.columns,
                    "parameters": [
                        {
                            "name": one.name,
                            "type": one.type,
                            "required": one.required,
                            "default": one.default,
                            "meaning": pick(one.ja, one.en),
                        }
                        for one in question.parameters.values()
                    ],
                }
            )
        return {"rows": rows}

    def query(
        self, question: str, parameters: dict[str, str] | None = None, limit: int = ROWS
    ) -> Answer:
        """Answer a named question (see ``questions``), with its parameters by name.

        A city is its name (小平市), roman name (kodaira) or code (13211).
        """
        from plangraph.questions import names

        if question not in names():
            raise ParameterError(
                tr("no question is called {name}", name=question),
                advice=nearest(question, names()),
                value=question,
            )
        graph = self._open()
        return _answer(graph, graph.query(question, **(parameters or {})), _limit(limit))

    def show(self, element: str) -> Answer:
        """Show one element by its id (``plan@version/element``) or IRI, with all that is known.

        Parents, children, links to fields, SDG goals and counterparts with who says so, and
        where in which document it stands.
        """
        from plangraph.show import describe

        described = describe(self._open(), element)
        return {
            "element": described,
            "sources": [{"version": described["version"], **described["evidence"]}],
        }

    def compare(
        self, cities: list[str], table: str = "subjects", field: str = "", limit: int = ROWS
    ) -> Answer:
        """Put cities side by side; ``field`` (such as 防災) narrows it to a policy field.

        ``table`` is one of subjects, counterparts, gaps, versions, levels, structure,
        likeness, fields, goals, sectoral-plans, coherence, indicators, outline.
        """
        from plangraph.compare import compare
        from plangraph.compare.tables import tables

        if not 1 <= len(cities) <= MOST_CITIES:
            raise ParameterError(
                tr("name one to {count} cities", count=MOST_CITIES),
                advice=tr("`plans` lists them"),
                value=cities,
            )
        graph = self._open()
        found = tables(compare(graph, *cities, field=field or None))
        if table not in found:
            raise ParameterError(
                tr("there is no table called {name}", name=table),
                advice=", ".join(found),
                value=table,
            )
        return _answer(graph, found[table], _limit(limit))


def _limit(limit: int) -> int:
    return max(1, min(limit, MOST_ROWS))


def _answer(graph: Graph, table: Table, limit: int) -> Answer:
    """Return the first rows with what a citation needs."""
    rows: list[dict[str, Any]] = [table[place] for place in range(min(len(table), limit))]
    _cite(graph, rows)
    versions = sorted({str(row["version"]) for row in rows if row.get("version")})
    versions = [one if "@" in one else f"{_plan(rows, one)}@{one}" for one in versions]
    answer: Answer = {"rows": rows, "complete": len(table) <= limit}
    if versions:
        listed = " ".join(_quoted(version) for version in versions)
        answer["sources"] = list(graph.select(PROLOGUE + _SOURCES % listed))
    return answer


def _plan(rows: list[dict[str, Any]], version: str) -> str:
    return next((str(row["plan"]) for row in rows if row.get("version") == version), "")


def _cite(graph: Graph, rows: list[dict[str, Any]]) -> None:
    """Add the IRI of each element that a row names, and its line in the document."""
    ids = {str(row["id"]) for row in rows if row.get("id")}  # in some tables IRIs
    named = sorted(one.rpartition("plan/")[2] for one in ids)
    if not named:
        return
    listed = " ".join(_quoted(name) for name in named)
    lines: dict[str, tuple[str, Any]] = {}
    for row in graph.select(PROLOGUE + _OF_ELEMENTS % listed):
        iri = str(row["element"])
        lines[iri.rpartition("plan/")[2]] = (iri, row["line"])
    for row in rows:
        name = str(row.get("id", ""))
        if name.rpartition("plan/")[2] in lines:
            row["iri"], line = lines[name.rpartition("plan/")[2]]
            row.setdefault("line", line)


def _quoted(text: str) -> str:
    from pyoxigraph import Literal

    return str(Literal(text))
