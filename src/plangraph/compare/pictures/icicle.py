"""An icicle of a plan: each element a bar, to the right of what it stands under."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from plangraph.compare.facts import Side
from plangraph.compare.pictures.svg import box, drawing, lines
from plangraph.compare.words import Both, titled
from plangraph.outline import Node

#: Height of an element with nothing below it: the one scale of all cities.
LEAF = 11.5
WIDTH = 420.0
#: What a printed page (A4 across) holds from top to bottom, beside a heading.
PAGE = 580.0


def icicle(side: Side, deepest: int) -> Markup:
    """Return the icicle of a side; ``deepest`` is the depth of the deepest of all sides."""
    nodes = side.elements
    known = {node.id for node in nodes}
    below: dict[str | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent if node.parent in known else None, []).append(node)
    sizes: dict[str, int] = {}

    def size(node: Node) -> int:
        if node.id not in sizes:
            sizes[node.id] = sum(size(child) for child in below.get(node.id, ())) or 1
        return sizes[node.id]

    step = WIDTH / (deepest + 1)
    shapes: list[Markup] = []

    def draw(node: Node, top: float) -> None:
        height, left = size(node) * LEAF, node.depth * step
        end = WIDTH if not below.get(node.id) else left + step
        hint = Both(_full(node), f"{node.label_en}\n{node.term or node.kind}")
        shapes.append(box(left, top, end - left - 1, height - 1, f"k k-{node.kind}", hint))
        size_of = 8.5 if height <= LEAF else 11.0
        words = titled(node.label, _english(node))
        shapes.append(
            lines(left + 4, top, end - left - 8, height - 1, words, size=size_of, class_="on")
        )
        for child in below.get(node.id, ()):
            draw(child, top)
            top += size(child) * LEAF

    top = 0.0
    for node in below.get(None, ()):
        draw(node, top)
        top += size(node) * LEAF
    title = Both(f"{side.name.ja}の計画の構造", f"Structure of the plan of {side.name.en}")
    return drawing(WIDTH, max(top, LEAF), title, shapes)


def on_paper(sides: Sequence[Side]) -> int:
    """Return the tenths of their size at which the icicles of all sides fit a printed page."""
    leaves = 0
    for side in sides:
        above = {node.parent for node in side.elements}
        leaves = max(leaves, sum(node.id not in above for node in side.elements))
    return next((size for size in (8, 6, 4) if leaves * LEAF * size / 10 <= PAGE), 2)


def _full(node: Node) -> str:
    line = f" l.{node.line}" if node.line else ""
    return f"{node.term or ''} {node.label}{line}".strip()


def _english(node: Node) -> str:
    return f"{node.code} {node.title_en}" if node.code and node.title_en else node.label_en
