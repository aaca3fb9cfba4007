"""The flow of counterparts: two columns of elements and bands between those that match."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from markupsafe import Markup

from plangraph.compare.pairs import Counterpart, Pair
from plangraph.compare.pictures.svg import box, drawing, lines, path, text
from plangraph.compare.words import Both, titled
from plangraph.outline import Node


class _Frame(NamedTuple):
    """The measures of a flow: names stand on one line, or (for phones) on several."""

    row: float
    #: How wide a column of names is, the room between the two, and the room that a name has.
    column: float
    gap: float
    room: float
    #: How wide a band of score 1 is.
    band: float
    class_: str

    @property
    def across(self) -> float:
        """Where the right column begins."""
        return self.column + self.gap


_WIDE = _Frame(20, 460, 260, 420, 7, "wide")
_NARROW = _Frame(45, 126, 78, 113, 4, "narrow")
_HEAD = 30.0
WIDTH = 2 * _WIDE.column + _WIDE.gap


class _Columns(NamedTuple):
    """The elements of both sides in the order in which they stand, and the links between them.

    The shorter column is spread over the height of the longer one, so that bands part.
    """

    left: list[Node]
    right: list[Node]
    links: list[Counterpart]

    @property
    def rows(self) -> int:
        """How many rows the longer column has."""
        return max(len(self.left), len(self.right))

    def height(self, left: bool, frame: _Frame) -> float:
        """Return how much height an element of a column has."""
        return frame.row * self.rows / len(self.left if left else self.right)

    def middle(self, left: bool, place: int, frame: _Frame) -> float:
        """Return how far down an element stands."""
        return _HEAD + (place + 0.5) * self.height(left, frame)


def flow(pair: Pair) -> Markup:
    """Return the picture twice, for wide and for narrow screens: the style sheet shows one."""
    columns = _columns(pair)
    return Markup("\n").join(_drawn(pair, columns, frame) for frame in (_WIDE, _NARROW))


def _columns(pair: Pair) -> _Columns:
    """Order both columns; the right one so that few bands cross."""
    links = _both_ways(pair)
    left = sorted(_nodes(pair, True), key=lambda node: node.order)
    places = {node.id: place for place, node in enumerate(left)}
    near: dict[str, list[float]] = defaultdict(list)
    for one in links:
        near[one.other.id].append(places[one.node.id])

    def middle(node: Node) -> tuple[bool, float, int]:
        found = near.get(node.id, [])
        return (not found, sum(found) / len(found) if found else 0.0, node.order)

    return _Columns(left, sorted(_nodes(pair, False), key=middle), links)


def _drawn(pair: Pair, columns: _Columns, frame: _Frame) -> Markup:
    left, right, links = columns
    linked = {one.node.id for one in links}, {one.other.id for one in links}
    shapes = [*_heads(pair, frame), *_bands(columns, frame)]
    for nodes, known, first in ((left, linked[0], True), (right, linked[1], False)):
        for place, node in enumerate(nodes):
            y, high = columns.middle(first, place, frame), columns.height(first, frame)
            shapes += _name(node, y, high, node.id in known, first, frame)
    height = _HEAD + columns.rows * frame.row
    here, over_there = pair.there.side.name, pair.back.side.name
    title = Both(
        f"{here.ja}と{over_there.ja}の対応", f"Counterparts of {here.en} and {over_there.en}"
    )
    width = frame.across + frame.column
    return drawing(width, height, title, shapes, class_=f"flows {frame.class_}")


def _heads(pair: Pair, frame: _Frame) -> list[Markup]:
    here, over_there = pair.there.side.name, pair.back.side.name
    if frame is _NARROW:
        return [
            text(0, 18, here, room=frame.column, size=13, class_="b"),
            text(frame.across + 8, 18, over_there, room=frame.column, size=13, class_="b"),
        ]
    return [
        text(frame.column - 8, 18, here, size=13, class_="b", anchor="end"),
        text(frame.across + 8, 18, over_there, size=13, class_="b"),
    ]


def _bands(columns: _Columns, frame: _Frame) -> list[Markup]:
    """Return the bands, the surest on top; second choices are weaker."""
    over = {node.id: place for place, node in enumerate(columns.left)}
    across = {node.id: place for place, node in enumerate(columns.right)}
    best: dict[str, float] = defaultdict(float)
    for one in columns.links:
        for key in (one.node.id, one.other.id):
            best[key] = max(best[key], one.link.score or 1.0)
    found: list[Markup] = []
    for one in sorted(columns.links, key=lambda one: one.link.score or 0):
        score = one.link.score if one.link.score is not None else 1.0
        first = score >= best[one.node.id] or score >= best[one.other.id]
        hint = Both(f"{one.node.label} ― {one.other.label} ({score:.2f})",
                    f"{one.node.label_en} ― {one.other.label_en}")  # fmt: skip
        y1 = columns.middle(True, over[one.node.id], frame)
        y2 = columns.middle(False, across[one.other.id], frame)
        x1, x2, half = frame.column + 2, frame.across - 2, frame.column + frame.gap / 2
        curve = f"M{x1:.0f} {y1:.0f}C{half:.0f} {y1:.0f} {half:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        look = "flow" if first else "flow weak"
        found.append(path(curve, look, hint, 1 + frame.band * score))
    return found


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


def _name(
    node: Node, y: float, high: float, linked: bool, left: bool, frame: _Frame
) -> list[Markup]:
    english = f"{node.code} {node.title_en}" if node.code and node.title_en else node.label_en
    name = titled(node.label, english)
    look = "" if linked else "gap"
    bar = box(frame.column - 4 if left else frame.across - 2, y - 8, 6, 16,
              "knob" if linked else "knob empty")  # fmt: skip
    if frame is _NARROW:
        x = 0 if left else frame.across + 8
        return [bar, lines(x, y - high / 2, frame.room, high - 3, name, size=11, class_=look)]
    x = frame.column - 10 if left else frame.across + 10
    anchor = "end" if left else None
    return [bar, text(x, y + 4, name, room=frame.room, size=12, class_=look, anchor=anchor)]
