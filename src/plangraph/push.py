"""Fill a remote store: graph by graph, only what changed.

What is at the remote is known by a graph of its own there, which holds the SHA-256 of each
graph that was pushed (of its N-Triples, sorted). A graph leaves that record before it is
touched and returns when it is whole: a push that is broken off goes on where it stopped.
Graphs of others at the same place are neither read nor removed.

Two protocols: the SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013), and SPARQL 1.1 Update.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from plangraph.errors import StoreError
from plangraph.graph import Graph
from plangraph.language import tr
from plangraph.vocabulary import SPDX, Names

#: Called with how many graphs are done, of all.
Progress = Callable[[str, int, int], None]


class Remote(Protocol):
    """A place whose graphs can be replaced."""

    def read(self, graph: NamedNode) -> list[Triple]:
        """Return the triples of a graph; none where there is no such graph."""

    def replace(self, graph: NamedNode, triples: bytes) -> None:
        """Put N-Triples in the place of a graph."""

    def add(self, graph: NamedNode, triples: bytes) -> None:
        """Add N-Triples to a graph."""

    def drop(self, graph: NamedNode) -> None:
        """Remove a graph."""


class Changes(NamedTuple):
    """Which graphs a push would touch."""

    added: list[NamedNode]
    changed: list[NamedNode]
    removed: list[NamedNode]
    same: list[NamedNode]


class _Plan(NamedTuple):
    changes: Changes
    #: The sums of local graphs and of what the record says of the remote.
    here: dict[NamedNode, str]
    there: dict[NamedNode, str]


def changes(graph: Graph, remote: Remote, names: Names, what: tuple[str, ...] = ()) -> Changes:
    """Return what a push would do, and do nothing."""
    return _compare(graph, remote, names, what).changes


def push(
    graph: Graph,
    remote: Remote,
    names: Names,
    what: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Changes:
    """Bring the remote to what ``graph`` holds; of the cities, plans or versions ``what`` alone.

    Graphs are removed only where everything is pushed, and only those that a push put
    there. Raises StoreError where the remote does not answer or refuses.
    """
    plan = _compare(graph, remote, names, what)
    touched = [*plan.changes.added, *plan.changes.changed, *plan.changes.removed]
    if not touched:
        return plan.changes
    record = names.graph("pushed")
    left = {node: total for node, total in plan.there.items() if node not in set(touched)}
    remote.replace(record, _lines(_sum(node, total) for node, total in left.items()))
    for done, node in enumerate(touched):
        if progress:
            progress(tr("push"), done, len(touched))
        if node in plan.here:
            remote.replace(node, _contents(graph, node))
            remote.add(record, _lines([_sum(node, plan.here[node])]))
        else:
            remote.drop(node)
    if progress:
        progress(tr("push"), len(touched), len(touched))
    return plan.changes


def _compare(graph: Graph, remote: Remote, names: Names, what: tuple[str, ...]) -> _Plan:
    there = {
        triple.subject: triple.object.value
        for triple in remote.read(names.graph("pushed"))
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal)
    }
    here = {
        node: hashlib.sha256(_contents(graph, node)).hexdigest() for node in graph.graphs(*what)
    }
    removed = [] if what else [node for node in there if node not in here]
    found = Changes(
        added=[node for node in here if node not in there],
        changed=[node for node in here if node in there and there[node] != here[node]],
        removed=sorted(removed, key=str),
        same=[node for node in here if there.get(node) == here[node]],
    )
    return _Plan(found, here, there)


def _contents(graph: Graph, node: NamedNode) -> bytes:
    return _lines(quad.triple for quad in graph.contents(node))


def _lines(triples: Iterator[Triple] | list[Triple]) -> bytes:
    """Return triples as N-Triples, a line each, sorted."""
    body = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(body.splitlines(keepends=True)))


def _sum(node: NamedNode, total: str) -> Triple:
    return Triple(node, SPDX.checksumValue, Literal(total))


def refuse_local(address: str) -> None:
    """Raise StoreError where ``address`` is no web address."""
    if not address.startswith(("http://", "https://")):
        raise StoreError(
            tr("this is no address"),
            place=address,
            advice=tr("write http://host:port/path"),
        )
