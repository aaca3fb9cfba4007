"""The graph of plans, as a Python programmer meets it.

>>> import plangraph
>>> graph = plangraph.open()                                  # doctest: +SKIP
>>> for row in graph.query("sectoral-plans", city="kodaira"): # doctest: +SKIP
...     print(row["title"], row["end"])
"""

from __future__ import annotations

import os

from plangraph import questions
from plangraph.errors import QueryError, StoreError, at
from plangraph.language import tr
from plangraph.lookup import Lookup
from plangraph.tables import Table, rows_of

TYPE_CHECKING = False  # as typing has it, without importing typing
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    import pyoxigraph
    import rdflib

    from plangraph.textindex import Index

#: Brackets in each other beyond which a query is refused: the engine has no limit but its stack.
DEEPEST = 200

#: What the engine raises where a SERVICE does not answer, or a store is damaged.
_BROKEN = (OSError, RuntimeError)


class Graph:
    """A dataset of plans: a store on disk, one in memory, or a SPARQL endpoint."""

    def __init__(self, run: Callable[[str], Any], place: str, texts: str | None = None) -> None:
        """``run`` answers SPARQL; ``texts`` is the folder with the index of texts, if any."""
        self._run = run
        self.place = place
        self.lookup = Lookup(self.select)
        self._texts = texts

    def query(self, name: str, /, **parameters: object) -> Table:
        """Answer a named question, a ``.rq`` file or SPARQL text (SELECT or ASK).

        Raises UnknownNameError, ParameterError or QueryError.
        """
        if name == "search" and parameters.keys() == {"text"} and self._index():
            return self.search(str(parameters["text"]))
        return self.select(self.sparql(name, **parameters), file_of(name))

    def search(self, text: str, limit: int | None = None) -> Table:
        """Return the elements that hold every word of ``text``, best ones first.

        With the columns of the question ``search``, by the index of texts that a build
        makes; at an endpoint by that question. Raises ParameterError where there is no word.
        """
        from plangraph.textindex import by_questions, words_of

        words_of(text)
        index = self._index()
        if index:
            return index.search(text, limit)
        return by_questions(lambda word: self.select(self.sparql("search", text=word)), text, limit)

    def _index(self) -> Index | None:
        """Return the index of texts, where there is one."""
        if self._texts is None:
            return None
        from plangraph.textindex import FILE, Index

        path = os.path.join(self._texts, FILE)
        return Index(path) if os.path.isfile(path) else None

    def sparql(self, name: str, /, **parameters: object) -> str:
        """Return the SPARQL that ``query`` would run, its parameters bound."""
        if any(char in name for char in " \n{"):
            return name
        return questions.find(name).bind(parameters, self._resolve)

    def select(self, sparql: str, file: str | None = None) -> Table:
        """Run a SELECT or ASK query (of a ``file``, if it is named) and return its rows."""
        return self.rows(self.run(sparql, file), sparql)

    def rows(self, found: Any, sparql: str) -> Table:
        """Return the rows that ``run`` found for ``sparql``."""
        import pyoxigraph

        if isinstance(found, pyoxigraph.QueryBoolean):
            return Table(["answer"], [(bool(found),)])
        if isinstance(found, pyoxigraph.QueryTriples):
            raise QueryError(
                tr("this query makes triples, not rows"),
                advice=tr("ask for Turtle with --format turtle, or use run()"),
            )
        try:
            return rows_of(found)
        except (*_BROKEN, SyntaxError) as error:
            raise _failed(error, sparql) from None

    def run(self, sparql: str, file: str | None = None) -> Any:
        """Run any query and return pyoxigraph's solutions, boolean or triples.

        Where it is not valid, QueryError names the place (in ``file``, if it is of one), shows
        the line and says what is likely meant.
        """
        if depth(sparql) > DEEPEST:
            raise QueryError(
                tr("the query is nested too deeply"),
                advice=tr("no more than {count} brackets in each other", count=DEEPEST),
                value=sparql,
            )
        try:
            return self._run(sparql)
        except _BROKEN as error:
            raise _failed(error, sparql) from None
        except SyntaxError as error:
            from plangraph.syntax.sparql import mistake_in

            mistake = mistake_in(sparql, error.msg or "")
            see = tr("see the SPARQL of a named question with `plangraph query NAME --show`")
            raise QueryError(
                mistake.shown,
                place=at(file, mistake.line) if file else "",
                advice=mistake.advice or see,
                value=sparql,
            ) from None

    def _resolve(self, kind: str, text: str) -> Any:
        return self.lookup.term(kind, text)

    def quads(self, *what: str) -> Iterator[pyoxigraph.Quad]:
        """Yield the quads of the dataset, or of the graphs of some cities, plans or versions."""
        if not what:
            yield from self._local().quads_for_pattern(None, None, None, None)
        for graph in self.graphs(*what) if what else ():
            yield from self.contents(graph)

    def graphs(self, *what: str) -> list[pyoxigraph.NamedNode]:
        """Return the named graphs of the dataset, or of some cities, plans or versions, sorted."""
        import pyoxigraph

        if not what:
            named = self._local().named_graphs()
            return sorted((g for g in named if isinstance(g, pyoxigraph.NamedNode)), key=str)
        versions = dict.fromkeys(one for name in what for one in self.lookup.versions_of(name))
        return [graph for version in versions for graph in self.lookup.graphs_of(version)]

    def contents(self, graph: pyoxigraph.NamedNode) -> Iterator[pyoxigraph.Quad]:
        """Yield the quads of one named graph."""
        quads: Iterator[pyoxigraph.Quad] = self._local().quads_for_pattern(None, None, None, graph)
        return quads

    def _local(self) -> pyoxigraph.Store:
        store = getattr(self._run, "__self__", None)
        if store is None:
            raise QueryError(
                tr("a remote endpoint cannot be exported here"),
                advice=tr("ask its operator for a dump, or query it"),
            )
        local: pyoxigraph.Store = store
        return local

    def dataset(self) -> rdflib.Dataset:
        """Return an rdflib Dataset over the same data (local stores only)."""
        import rdflib
        from oxrdflib import OxigraphStore

        store = getattr(self._run, "__self__", None)
        if store is None:
            raise QueryError(
                tr("a remote endpoint gives no rdflib Dataset"),
                advice=tr("export it, or use query()"),
            )
        return rdflib.Dataset(store=OxigraphStore(store=store))


def file_of(name: str) -> str | None:
    """Return the file that a query is named by, if it is one."""
    return name if name.endswith(".rq") and "{" not in name else None


def _failed(error: Exception, sparql: str) -> QueryError:
    return QueryError(
        tr("the query cannot be answered: {problem}", problem=error),
        advice=tr("check what it asks of other services; if the store is damaged, build it again"),
        value=sparql,
    )


def _remote(ask: Callable[[str], Any], place: str) -> Callable[[str], Any]:
    """Return ``ask`` with an error of ours where what the endpoint says is no answer."""
    from http.client import HTTPException

    def run(sparql: str) -> Any:
        try:
            return ask(sparql)
        except (SyntaxError, ValueError, HTTPException) as error:
            raise StoreError(
                tr("the endpoint's answer cannot be read: {problem}", problem=error),
                place=place,
                advice=tr("check the address; it must be that of the SPARQL service itself"),
            ) from None

    return run


def depth(sparql: str) -> int:
    """Return how many brackets stand in each other, at most (those in strings counted too)."""
    if sparql.count("{") + sparql.count("(") + sparql.count("[") <= DEEPEST:
        return 0
    depth = deepest = 0
    for char in sparql:
        if char in "{([":
            depth += 1
            deepest = max(depth, deepest)
        elif char in "})]":
            depth -= 1
    return deepest


def open_graph(store: str | os.PathLike[str] | None = None) -> Graph:
    """Open a store, a SPARQL endpoint (``http…``), or the default store.

    The default store is built from the plans that come with plangraph when it is
    opened for the first time.
    """
    place = os.fspath(store) if store is not None else None
    if place and place.startswith(("http://", "https://")):
        from urllib.parse import urlsplit

        from plangraph.remote import endpoint

        try:
            told = urlsplit(place)
            whole = bool(told.hostname) and told.port != 0 and place.isprintable()
        except ValueError:
            whole = False
        if not whole or " " in place:
            raise StoreError(
                tr("this is no address"), place=place, advice=tr("write http://host:port/path")
            )
        return Graph(_remote(endpoint(place), place), place)
    from plangraph.store import default_store, exists

    if place is None:
        place = default_store()
        if not exists(place):
            from plangraph.pipeline import build

            build(store=place)
    return stored_graph(place)


def stored_graph(place: str) -> Graph:
    """Open the store in a folder; raises StoreError."""
    from plangraph.store import open_current

    generation, store = open_current(place)
    return Graph(store.query, place, os.path.join(place, generation))


def memory_graph(quads: list[pyoxigraph.Quad]) -> Graph:
    """Return a graph over ``quads`` held in memory."""
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_extend(quads)
    return Graph(store.query, "memory")
