"""Where everything stands: positions computed beforehand, the same for the same picture.

``hierarchy`` and ``radial`` give every end of a branch a row of its own, in the plan's own
order, and put what stands above in the middle of what it holds: O(n), nothing overlaps.
``force`` starts from the radial picture and pulls what belongs together closer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from plangraph.draw.picture import Picture
from plangraph.errors import ParameterError, nearest
from plangraph.language import tr

Point = tuple[float, float]
#: Width of a level and height of a row.
LEVEL, ROW = 270.0, 30.0
#: Up to so many plan versions stand beside each other, more below each other.
LANES = 4
#: A lane of few rows is stretched up to so many times, to stand as tall as the others.
STRETCH = 3.0
#: The last level of a lane is wider by this part of a level: ends of branches have long titles.
LAST = 0.5
#: Beyond so many elements a force-directed picture is a ball of wool, and slow to make.
FORCE_LIMIT = 10_000
#: The same where only networkx is there, which compares every pair.
FORCE_LIMIT_NETWORKX = 1_000


class Layout(NamedTuple):
    """Positions of plan versions and marks, in the order of the picture."""

    versions: list[Point]
    marks: list[Point]


class _Tree(NamedTuple):
    """Levels and rows: the tree before it is laid out on paper."""

    version_rows: list[float]
    #: Level of each mark, its version being level 0, and its row.
    levels: list[int]
    rows: list[float]
    #: How many rows and levels each version takes.
    sizes: list[int]
    depths: list[int]
    #: Whether nothing stands below a mark.
    ends: list[bool]


def _tree(picture: Picture) -> _Tree:
    children = picture.children()
    count = len(picture.marks)
    levels, rows = [0] * count, [0.0] * count
    version_rows: list[float] = []
    sizes: list[int] = []
    depths = [0] * len(picture.versions)
    tops: list[list[int]] = [[] for _ in picture.versions]
    for place in children.get(-1, ()):
        tops[picture.marks[place].version].append(place)
    for version, top in enumerate(tops):
        row = 0
        stack = [(place, 1, False) for place in reversed(top)]
        while stack:
            place, level, done = stack.pop()
            below = children.get(place, [])
            if done:
                first, last = below[0], below[-1]
                rows[place] = (rows[first] + rows[last]) / 2
                continue
            levels[place] = level
            depths[version] = max(depths[version], level)
            if below:
                stack.append((place, level, True))
                stack += [(child, level + 1, False) for child in reversed(below)]
            else:
                rows[place] = row
                row += 1
        version_rows.append((rows[top[0]] + rows[top[-1]]) / 2 if top else 0.0)
        sizes.append(max(row, 1))
    ends = [place not in children for place in range(count)]
    return _Tree(version_rows, levels, rows, sizes, depths, ends)


def hierarchy(picture: Picture) -> Layout:
    """A tidy tree from left to right; up to four versions in lanes, more below each other.

    Lanes are stretched towards the tallest; of two, the right one is turned round, so that
    the ends of the branches face each other. A lane's version stands at its head.
    """
    tree = _tree(picture)
    lanes = len(picture.versions) <= LANES
    tallest = max(tree.sizes, default=1)
    versions: list[Point] = []
    places: list[tuple[float, float, float, bool]] = []
    x, y = 0.0, 0.0
    for number, (size, depth) in enumerate(zip(tree.sizes, tree.depths, strict=True)):
        stretch = min(tallest / size, STRETCH) if lanes else 1.0
        top = (tallest - size * stretch) * ROW / 2 if lanes else y
        places.append((x, top, ROW * stretch, lanes and number == 1 and len(tree.sizes) == 2))
        if lanes:
            versions.append((x, -1.5 * ROW))
            x += (max(depth, 1) + LAST + 0.25) * LEVEL
        else:
            versions.append((x, top + (tree.version_rows[number] + 0.5) * ROW))
            y += (size + 0.6) * ROW
    marks: list[Point] = []
    for mark, level, row in zip(picture.marks, tree.levels, tree.rows, strict=True):
        left, top, high, turned = places[mark.version]
        column: float = level - 1 if lanes else level
        if turned:
            column = LAST + tree.depths[mark.version] - 1 - column
        marks.append((left + column * LEVEL, top + (row + 0.5) * high))
    return Layout(versions, marks)


def radial(picture: Picture) -> Layout:
    """The same tree around a centre, the ends of branches on the outer ring.

    Every version takes the share of the circle that it needs.
    """
    tree = _tree(picture)
    gap = 1.5 if len(picture.versions) > 1 else 0.5
    total = sum(size + gap for size in tree.sizes) or 1.0
    deepest = max(tree.depths, default=1) + 1
    ring = max(150.0, total * 16 / (2 * math.pi) / deepest)
    starts, at = [], 0.0
    for size in tree.sizes:
        starts.append(at + (gap + 1) / 2)
        at += size + gap

    def point(level: int, row: float) -> Point:
        angle = 2 * math.pi * row / total - math.pi / 2
        radius = ring * level if len(picture.versions) == 1 else ring * (level + 0.6)
        return radius * math.cos(angle), radius * math.sin(angle)

    return Layout(
        [point(0, start + row) for start, row in zip(starts, tree.version_rows, strict=True)],
        [
            point(deepest - 1 if leaf else level, starts[mark.version] + row)
            for mark, level, row, leaf in zip(
                picture.marks, tree.levels, tree.rows, tree.ends, strict=True
            )
        ],
    )


def has_igraph() -> bool:
    """Tell whether python-igraph is installed."""
    from importlib.util import find_spec

    return find_spec("igraph") is not None


def has_force(picture: Picture) -> bool:
    """Tell whether a force-directed layout can be made of so many elements."""
    return len(picture.marks) <= (FORCE_LIMIT if has_igraph() else FORCE_LIMIT_NETWORKX)


def force(picture: Picture) -> Layout:
    """Pull together what belongs together, from the radial picture on.

    By python-igraph, or networkx where that is missing; beyond what they can do in good
    time (see ``has_force``) the radial picture is given back.
    """
    start = radial(picture)
    if not has_force(picture):
        return start
    count = len(picture.versions)
    pairs = [
        (mark.version if mark.parent < 0 else count + mark.parent, count + place)
        for place, mark in enumerate(picture.marks)
    ]
    weights = [1.0] * len(pairs)
    for claim in picture.claims:
        if claim.sort == "counterpart":
            pairs.append((count + claim.mark, count + claim.target))
            weights.append(0.25 * (claim.score or 0.5))
    seed = [*start.versions, *start.marks]
    reach = max((math.hypot(x, y) for x, y in seed), default=1.0) or 1.0
    scale = math.sqrt(len(seed)) / reach
    seed = [(x * scale, y * scale) for x, y in seed]
    pull = _by_igraph if has_igraph() else _by_networkx
    points = [(round(x * 60, 1), round(y * 60, 1)) for x, y in pull(seed, pairs, weights)]
    return Layout(points[:count], points[count:])


def _by_igraph(
    seed: list[Point], pairs: list[tuple[int, int]], weights: list[float]
) -> Sequence[Point]:
    import random

    import igraph  # type: ignore[import-untyped, unused-ignore]

    igraph.set_random_number_generator(random.Random(0))  # noqa: S311 - a picture, no secret
    # Graph would import numpy and wrap the points; this is the same graph without
    found = igraph.GraphBase(n=len(seed), edges=pairs).layout_fruchterman_reingold(
        weights=weights,
        seed=seed,
        niter=300 if len(seed) < 3000 else 100,
        start_temp=math.sqrt(len(seed)) / 10,
        grid="nogrid" if len(seed) < 1500 else "grid",
    )
    points: list[Point] = found
    return points


def _by_networkx(
    seed: list[Point], pairs: list[tuple[int, int]], weights: list[float]
) -> Sequence[Point]:
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(len(seed)))
    graph.add_weighted_edges_from(
        (one, other, weight) for (one, other), weight in zip(pairs, weights, strict=True)
    )
    found = networkx.spring_layout(
        graph, k=1.0, pos=dict(enumerate(seed)), iterations=80, seed=0, scale=None, method="force"
    )
    return [(float(found[place][0]), float(found[place][1])) for place in range(len(seed))]


LAYOUTS: dict[str, Callable[[Picture], Layout]] = {
    "hierarchy": hierarchy,
    "radial": radial,
    "force": force,
}


def check_layout(name: str) -> None:
    """Raise ParameterError where there is no layout of this name."""
    if name not in LAYOUTS:
        raise ParameterError(
            tr("there is no layout called {name}", name=name),
            advice=nearest(name, list(LAYOUTS)),
            value=name,
        )


def layout(picture: Picture, name: str = "hierarchy") -> Layout:
    """Lay a picture out; raises ParameterError where there is no such layout."""
    check_layout(name)
    return LAYOUTS[name](picture)


def frame(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
