"""Statements: quads that no engine has seen yet, as tuples.

A plan version is thousands of them, looked at by one stage after another. To make a quad of the
engine's with a literal in it takes 2 to 5 µs, and whatever is looked at in one is made anew each
time; a tuple costs next to nothing. So statements are handed on as tuples, and become quads or
lines where they leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

#: Subject, predicate, object and graph.
Statement = tuple[NamedNode, NamedNode, NamedNode | Literal, NamedNode]
#: Both are taken apart in the same way: ``for subject, predicate, value, graph in …``.
Said = Statement | Quad


def quads(said: Iterable[Said]) -> Iterator[Quad]:
    """Yield statements as quads of the engine's."""
    for one in said:
        yield one if isinstance(one, Quad) else Quad(*one)


def lines(said: Iterable[Said]) -> bytes:
    """Return statements as sorted lines of N-Quads, each once."""
    return b"".join(sorted(dict.fromkeys(_lines(said))))


def _lines(said: Iterable[Any]) -> Iterator[bytes]:
    """Yield a line for each statement; neighbours mostly share subject and graph."""
    former = last = about = where = None
    for subject, predicate, value, graph in said:
        if subject is not former:
            former, about = subject, str(subject)
        if graph is not last:
            last, where = graph, str(graph)
        what = f"<{value.value}>" if type(value) is NamedNode else str(value)
        yield f"{about} <{predicate.value}> {what} {where} .\n".encode()
