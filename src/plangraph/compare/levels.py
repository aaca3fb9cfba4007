"""Like with like: which levels of the plans may stand beside each other.

A level is a layer (基本構想, 基本計画 …) and a kind (政策, 施策 …). It is compared where at
least two of the sides have it; what only one side has is shown apart.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from plangraph.compare.facts import LISTED, Side
from plangraph.outline import Node
from plangraph.vocabulary import KINDS

#: Kinds whose titles name no subject of their own (「10年後の姿」「ひとづくりの視点」).
WITHOUT_SUBJECT = ("ideal-state", "perspective", "opinion")
_LAYERS = ("basic-concept", "basic-plan", "implementation-plan", "strategy", "promotion", None)
_KINDS = list(KINDS)


class Level(NamedTuple):
    """階層と種別: a layer and a kind, with how many elements each side has there."""

    layer: str | None
    kind: str
    counts: tuple[int, ...]
    #: The words of the cities for it, one tuple a side.
    terms: tuple[tuple[str, ...], ...]
    #: True where at least two sides have it (or there is one side only).
    comparable: bool


def levels(sides: list[Side]) -> list[Level]:
    """Return every level that a side has, in the order of layers and kinds."""
    counts: list[Counter[tuple[str | None, str]]] = []
    terms: list[dict[tuple[str | None, str], dict[str, None]]] = []
    for side in sides:
        counts.append(Counter((node.layer, node.kind) for node in side.elements))
        words: dict[tuple[str | None, str], dict[str, None]] = {}
        for node in side.elements:
            if node.term:
                words.setdefault((node.layer, node.kind), {})[node.term] = None
        terms.append(words)
    read = sum(side.outline is not None for side in sides)
    found = []
    for key in sorted(set().union(*counts), key=_place):
        numbers = tuple(count[key] for count in counts)
        shared = sum(number > 0 for number in numbers) >= min(2, read)
        spoken = tuple(tuple(words.get(key, ())) for words in terms)
        found.append(Level(*key, numbers, spoken, shared))
    return found


def is_comparable(node: Node, found: list[Level]) -> bool:
    """Tell whether an element stands at a level that is compared, and names a subject."""
    if node.kind in WITHOUT_SUBJECT or node.kind in LISTED:
        return False
    return any(one.comparable and (one.layer, one.kind) == (node.layer, node.kind) for one in found)


def _place(key: tuple[str | None, str]) -> tuple[int, int]:
    layer, kind = key
    known = _LAYERS.index(layer) if layer in _LAYERS else len(_LAYERS)
    return known, _KINDS.index(kind)
