"""How links are named and stated, whoever makes them."""

from __future__ import annotations

import functools
from typing import Any

from pyoxigraph import Literal, NamedNode

from plangraph.outline import Outline
from plangraph.statements import Statement
from plangraph.vocabulary import XSD, Names


def names_of(outline: Outline) -> Names:
    """Return how things are named in the dataset that ``outline`` was read from."""
    return Names(outline.iri.rpartition("plan/")[0])


def pair_graph(names: Names, one: str, other: str, reviewed: bool = False) -> NamedNode:
    """Return the graph of the counterparts between two versions, in whatever order."""
    first, second = sorted((one, other))
    return names.graph(f"links/counterparts/{first}/{second}{'/reviewed' * reviewed}")


def statements(
    subject: NamedNode, graph: NamedNode, *facts: tuple[NamedNode, Any]
) -> list[Statement]:
    """Return facts about ``subject`` in ``graph``."""
    return [(subject, predicate, value, graph) for predicate, value in facts]


@functools.lru_cache(maxsize=16384)
def decimal(value: float) -> Literal:
    """Return a score as a decimal, to four places."""
    return Literal(f"{value:.4f}".rstrip("0").ljust(3, "0"), datatype=XSD.decimal)
