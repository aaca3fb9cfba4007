"""The flow of counterparts: two columns of elements and bands between those that match."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from plangraph.compare.pairs import Counterpart, Pair
from plangraph.compare.pictures.svg import box, drawing, path, text
from plangraph.compare.words import Both, titled
from plangraph.outline import Node

_ROW, _COLUMN, _GAP, _HEAD = 20.0, 460.0, 260.0, 30.0
WIDTH = 2 * _COLUMN + _GAP


def flow(pair: Pair) -> Markup:
    """Return the picture; the right column is ordered so that few bands cross."""
    links = _both_ways(pair)
    left = sorted(_nodes(pair, True), key=lambda node: node.order)
    places = {node.id: place for place, node in enumerate(left)}
    near: dict[str, list[float]] = defaultdict(list)
    for one in links:
        near[one.other.id].append(places[one.node.id])

    def middle(node: Node) -> tuple[bool, float, int]:
        found = near.get(node.id, [])
        return (not found, sum(found) / len(found) if found else 0.0, node.order)

    right = sorted(_nodes(pair, False), key=middle)
    over = {node.id: place for place, node in enumerate(right)}
    linked = {one.node.id for one in links}, {one.other.id for one in links}
    shapes: list[Markup] = [
        text(_COLUMN - 8, 18, pair.there.side.name, size=13, class_="b", anchor="end"),
        text(_COLUMN + _GAP + 8, 18, pair.back.side.name, size=13, class_="b"),
    ]
    best: dict[str, float] = defaultdict(float)
    for one in links:
        for key in (one.node.id, one.other.id):
            best[key] = max(best[key], one.link.score or 1.0)
    for one in sorted(links, key=lambda one: one.link.score or 0):
        score = one.link.score if one.link.score is not None else 1.0
        first = score >= best[one.node.id] or score >= best[one.other.id]
        hint = Both(f"{one.node.label} ― {one.other.label} ({score:.2f})",
                    f"{one.node.label_en} ― {one.other.label_en}")  # fmt: skip
        y1, y2 = _y(places[one.node.id]), _y(over[one.other.id])
        x1, x2, half = _COLUMN + 2, _COLUMN + _GAP - 2, _COLUMN + _GAP / 2
        curve = f"M{x1:.0f} {y1:.0f}C{half:.0f} {y1:.0f} {half:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        shapes.append(path(curve, "flow" if first else "flow weak", hint, 1 + 7 * score))
    for place, node in enumerate(left):
        shapes += _name(node, place, node.id in linked[0], True)
    for place, node in enumerate(right):
        shapes += _name(node, place, node.id in linked[1], False)
    height = _HEAD + max(len(left), len(right)) * _ROW
    here, over_there = pair.there.side.name, pair.back.side.name
    title = Both(
        f"{here.ja}と{over_there.ja}の対応", f"Counterparts of {here.en} and {over_there.en}"
    )
    return drawing(WIDTH, height, title, shapes, class_="flows")


def _both_ways(pair: Pair) -> list[Counterpart]:
    """Return the links of both ways from the left side's point of view, the surer of two."""
    found: dict[tuple[str, str], Counterpart] = {}
    turned = [Counterpart(one.other, one.node, one.link) for one in pair.back.found]
    for one in (*pair.there.found, *turned):
        key = one.node.id, one.other.id
        if key not in found or (one.link.score or 0) > (found[key].link.score or 0):
            found[key] = one
    return list(found.values())


def _nodes(pair: Pair, left: bool) -> list[Node]:
    way = pair.there if left else pair.back
    found = {one.node.id: one.node for one in way.found}
    other = pair.back if left else pair.there
    found |= {one.other.id: one.other for one in other.found}
    found |= {gap.node.id: gap.node for gap in way.gaps}
    return list(found.values())


def _y(place: int) -> float:
    return _HEAD + (place + 0.5) * _ROW


def _name(node: Node, place: int, linked: bool, left: bool) -> list[Markup]:
    y = _y(place)
    x = _COLUMN - 10 if left else _COLUMN + _GAP + 10
    english = f"{node.code} {node.title_en}" if node.code and node.title_en else node.label_en
    bar = box(_COLUMN - 4 if left else _COLUMN + _GAP - 2, y - 8, 6, 16,
              "knob" if linked else "knob empty")  # fmt: skip
    words = text(x, y + 4, titled(node.label, english), room=_COLUMN - 40, size=12,
                 class_="" if linked else "gap", anchor="end" if left else None)  # fmt: skip
    return [bar, words]
