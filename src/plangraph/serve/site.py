"""The site as its parts see it: settings, the graph as it stands now, and addresses."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote, unquote, urlsplit

from pyoxigraph import NamedNode

from plangraph import store as stores
from plangraph.errors import PlangraphError
from plangraph.graph import Graph
from plangraph.pipeline import names as names_of_settings
from plangraph.serve.settings import Settings
from plangraph.vocabulary import PG, PREFIXES, PROLOGUE, Names, segment

Value = TypeVar("Value")

_BASE = "SELECT ?g { GRAPH ?g { ?plan pg:currentVersion ?version } } LIMIT 1"
_CATALOGUE = "graph/catalogue"
#: Characters of an IRI beyond which none is ours.
_LONGEST = 1_000
#: What a path may hold as it stands (RFC 3986, pchar and "/").
_SAFE = "/%@:!$&'()*+,;=~-._"


class View(NamedTuple):
    """One generation of the store: whoever holds it sees that and no other.

    A request takes one at its start and asks nothing else, so that it sees the graph
    before or after a rebuild and never a mixture.
    """

    #: The name of the generation, for caches and ETags.
    generation: str
    #: The folder of the generation on disk, for engines of their own.
    folder: str
    graph: Graph
    #: How things are named in this store.
    names: Names
    #: Seconds since the epoch when the generation was written.
    built: float
    #: What was computed once for this generation; see ``kept``.
    memory: dict[Any, Any]
    #: Its holder may take it again: what is kept is made of what else is kept.
    lock: threading.RLock

    def kept(self, key: object, make: Callable[[], Value]) -> Value:
        """Return what ``make`` returns, computed once a generation: for small things."""
        if key not in self.memory:
            with self.lock:
                if key not in self.memory:
                    self.memory[key] = make()
        value: Value = self.memory[key]
        return value


class Site:
    """What the parts of a site share; one in each process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        #: The path under which a proxy shows the site, without the last slash: ``/plans``.
        self.prefix = urlsplit(settings.base or "").path.rstrip("/")
        #: What parts of the site keep for as long as the process runs, by a name of theirs.
        self.shared: dict[str, Any] = {}
        self._lock = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._view = self._open()

    # -- the graph -----------------------------------------------------------------

    def view(self) -> View:
        """Return the generation in force; opens it where a build has replaced the former.

        Where the new one cannot be opened, the former stays.
        """
        if self._stamp() != self._seen:
            with self._lock:
                if self._stamp() != self._seen:
                    try:
                        self._view = self._open()
                    except PlangraphError:
                        return self._view
        return self._view

    def _stamp(self) -> tuple[int, int, int] | None:
        """Return what changes whenever the pointer of the store is replaced."""
        try:
            found = os.stat(os.path.join(self.settings.store, stores.POINTER))
        except OSError:  # no store for now: what is open stays open
            return self._seen
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _open(self) -> View:
        stamp = self._stamp()
        generation, store = stores.open_current(self.settings.store)
        folder = os.path.join(self.settings.store, generation)
        graph = Graph(store.query, self.settings.store, folder)
        view = View(
            generation, folder, graph, _names(graph), os.stat(folder).st_mtime, {},
            threading.RLock(),
        )  # fmt: skip
        self._seen = stamp
        return view

    # -- addresses -----------------------------------------------------------------

    def path(self, iri: str) -> str | None:
        """Return the path at which the site shows a thing; None where it is not ours.

        ``<base>plan/x`` is shown at ``/id/plan/x``, whatever
        the base of the data is; a part of a thing (``…#evidence``) on the page of the thing.
        """
        whole, mark, part = iri.partition("#")
        view = self._view
        for base, place in (
            (view.names.base, "/id/"),
            (PREFIXES["field"], "/field/"),
            (PREFIXES["sdg"], "/sdg/"),
        ):
            if whole.startswith(base):
                return self.prefix + place + _quoted(whole[len(base) :]) + _quoted(mark + part)
        if iri.startswith(PG.iri.rstrip("#")):
            return f"{self.prefix}/ontology{_quoted(mark + part)}"
        return None

    def url(self, path: str) -> str:
        """Return a link to ``path`` of this site (``/search``), relative to its host."""
        return self.prefix + path

    def absolute(self, path: str) -> str:
        """Return the whole address of a path of ``url`` or ``path``, where the base is known."""
        base = self.settings.base
        if base is None:
            return path
        parts = urlsplit(base)
        return f"{parts.scheme}://{parts.netloc}{path}"

    def iri(self, path: str) -> str | None:
        """Return the IRI of the thing at a path as requested (``/id/plan/x``, percent-encoded).

        ``%2F`` in an IRI is no slash: give the raw path. None where nothing has such a path.
        """
        for place, base in (
            ("/id/", self._view.names.base),
            ("/field/", PREFIXES["field"]),
            ("/sdg/", PREFIXES["sdg"]),
        ):
            if path.startswith(place):
                try:
                    rest = [
                        unquote(part, errors="strict") for part in path[len(place) :].split("/")
                    ]
                except UnicodeDecodeError:
                    return None
                found = base + "/".join(segment(part) for part in rest)
                return found if len(found) < _LONGEST and is_iri(found) else None
        return PG.iri.rstrip("#") if path == "/ontology" else None


def is_iri(text: str) -> bool:
    """Tell whether a text can be an IRI."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _quoted(text: str) -> str:
    """Return what of an IRI stands in an address: beyond ASCII percent-encoded."""
    head, mark, part = text.partition("#")
    return quote(head, safe=_SAFE) + (f"#{quote(part, safe=_SAFE)}" if mark else "")


def _names(graph: Graph) -> Names:
    """Return how the things of a store are named, by the name of its catalogue."""
    for row in graph.select(PROLOGUE + _BASE):
        found = re.sub(f"{_CATALOGUE}$", "", str(row["g"]))
        return Names(found)
    return names_of_settings()
