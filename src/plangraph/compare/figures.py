"""Figures about the structure of plans; docs/explanation/measures.md defines each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from plangraph.compare.facts import Side
from plangraph.compare.words import LINK_STATUSES, Both
from plangraph.outline import Node

Number = float | int | None


class Figure(NamedTuple):
    """A figure of each side; None where it cannot be computed."""

    key: str
    label: Both
    #: What was computed, in half a sentence.
    how: Both
    values: tuple[Number, ...]
    #: ``share`` (0 to 1), ``count`` or ``number``.
    unit: str


class Likeness(NamedTuple):
    """How alike two sides are in one respect, 0 to 1; None where data are missing."""

    aspect: str
    label: Both
    how: Both
    value: float | None


def evenness(sizes: Iterable[int]) -> float | None:
    """Return Pielou's evenness: Shannon's entropy over its maximum, 0 to 1.

    >>> evenness([5, 5]), round(evenness([9, 1]), 3), evenness([7])
    (1.0, 0.469, None)
    """
    sizes = [size for size in sizes if size > 0]
    if len(sizes) < 2:
        return None
    whole = sum(sizes)
    entropy = -sum(size / whole * math.log(size / whole) for size in sizes)
    return entropy / math.log(len(sizes))


def overlap(one: Counter[str], other: Counter[str]) -> float | None:
    """Return the weighted Jaccard (Ružička) similarity of two profiles of shares.

    >>> overlap(Counter(a=1, b=1), Counter(a=1))
    0.3333333333333333
    """
    if not one or not other:
        return None
    all_one, all_other = sum(one.values()), sum(other.values())
    pairs = [(one[k] / all_one, other[k] / all_other) for k in sorted({*one, *other})]
    return sum(min(p) for p in pairs) / sum(max(p) for p in pairs)


def branches(side: Side) -> list[int]:
    """Return how many elements stand below each top element that has any below it."""
    if side.outline is None:
        return []
    own = {node.id for node in side.elements}
    parents = {node.id: node.parent for node in side.elements if node.parent in own}
    sizes: Counter[str] = Counter()
    for node in side.elements:
        top, seen = node.id, {node.id}
        while top in parents and parents[top] not in seen:
            top = str(parents[top])
            seen.add(top)
        if top != node.id:
            sizes[top] += 1
    return [sizes[node.id] for node in side.elements if sizes[node.id]]


def field_profile(side: Side, above: dict[str, str] | None = None) -> Counter[str]:
    """Return how many elements of the tree mainly treat each field.

    ``above`` gives for each field the group to count it under.
    """
    up = above or {}
    links = {k: [up.get(x.target, x.target) for x in v if x.main] for k, v in side.fields.items()}
    return _profile(side.elements, links)


def goal_profile(side: Side, status: str) -> Counter[str]:
    """Return how many elements mainly serve each SDG goal, by links of one status."""
    links = {
        k: [x.target for x in v if x.main and x.status == status] for k, v in side.goals.items()
    }
    return _profile(side.elements, links)


def _profile(nodes: Iterable[Node], links: dict[str, list[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for node in nodes:
        found.update(set(links.get(node.id, ())))
    return found


def departments(side: Side) -> Counter[str]:
    """Return how many elements and sectoral plans each department answers for."""
    nodes = (*side.elements, *side.sectoral_plans)
    return Counter(name for node in nodes for name in node.departments)


def statuses(sides: Iterable[Side]) -> list[str]:
    """Return the statuses of SDG links that occur, stated first."""
    found = {x.status for side in sides for links in side.goals.values() for x in links}
    return [status for status in LINK_STATUSES if status in found]


def structure(sides: list[Side], fields: set[str]) -> list[Figure]:
    """Return the figures of structure; ``fields`` are the fields without narrower ones."""
    rows = [_of_side(side, fields) for side in sides]
    found = [
        Figure(key, label, how, tuple(row[key] for row in rows), unit)
        for key, label, how, unit in _FIGURES
    ]
    for status in statuses(sides):
        name = LINK_STATUSES[status]
        shares = (len(goal_profile(side, status)) / 17 if side.outline else None for side in sides)
        found.append(
            Figure(
                f"goals_{status}",
                Both(f"SDGsの目標の割合（{name.ja}）", f"share of the SDGs ({name.en})"),
                Both("関連する要素のある目標 ÷ 17", "goals with a linked element ÷ 17"),
                tuple(shares),
                "share",
            )
        )
    return found


_FIGURES = (
    ("elements", Both("木の要素の数", "elements of the tree"),
     Both("計画の木の要素（個別計画・指標・意見は別）",
          "elements of the plan's tree (without sectoral plans, indicators, opinions)"), "count"),
    ("depth", Both("深さ", "depth"),
     Both("最も深い要素までの段数", "levels down to the deepest element"), "count"),
    ("breadth", Both("幅", "breadth"),
     Both("最も要素の多い段の要素数", "elements on the fullest level"), "count"),
    ("branching", Both("枝分かれ", "branching"),
     Both("下に要素を持つ要素の、直下の要素数の平均",
          "mean number of elements directly below those that have any"), "number"),
    ("balance", Both("枝の均衡", "balance of branches"),
     Both("最上位の枝の大きさの正規化エントロピー（1=均等）",
          "normalised entropy of the sizes of the top branches (1 = even)"), "share"),
    ("fields", Both("政策分野の割合", "share of policy fields"),
     Both("要素のある分野 ÷ 分野の総数", "fields with an element ÷ fields in the scheme"), "share"),
    ("cross", Both("分野横断度", "cross-cutting degree"),
     Both("分野の付いた要素1つ当たりの分野数の平均",
          "mean number of fields of the elements that have one"), "number"),
    ("crossing", Both("横断する要素の割合", "cross-cutting elements"),
     Both("2分野以上の要素 ÷ 分野の付いた要素",
          "elements with two fields or more ÷ elements with one"), "share"),
    ("reach", Both("分野のつながり", "fields joined"),
     Both("同じ要素が扱う分野の組 ÷ 扱う分野のすべての組",
          "pairs of fields that share an element ÷ all pairs of treated fields"), "share"),
    ("departments", Both("担当課の数", "departments"),
     Both("要素・個別計画の所管として挙がる課",
          "departments named for elements or sectoral plans"), "count"),
    ("load", Both("担当課の負荷", "department load"),
     Both("最も多くを担当する課の件数", "items of the department that has most"), "count"),
)  # fmt: skip


def _of_side(side: Side, fields: set[str]) -> dict[str, Number]:
    if side.outline is None:
        return {key: None for key, *_ in _FIGURES}
    nodes = side.elements
    own = {node.id for node in nodes}
    depths = Counter(node.depth for node in nodes)
    below = Counter(node.parent for node in nodes if node.parent in own)
    linked = [
        len(targets)
        for node in nodes
        if (targets := {link.target for link in side.fields.get(node.id, ()) if link.main})
    ]
    load = departments(side)
    touched = field_profile(side)
    return {
        "elements": len(nodes),
        "depth": max(depths, default=-1) + 1,
        "breadth": max(depths.values(), default=0),
        "branching": sum(below.values()) / len(below) if below else None,
        "balance": evenness(branches(side)),
        "fields": len(fields & set(touched)) / len(fields) if fields and touched else None,
        "cross": sum(linked) / len(linked) if linked else None,
        "crossing": sum(n > 1 for n in linked) / len(linked) if linked else None,
        "reach": _joined(side),
        "departments": len(load) or None,
        "load": max(load.values(), default=None),
    }


def _joined(side: Side) -> float | None:
    """Return the density of the graph of fields that share an element."""
    import networkx

    graph = networkx.Graph()
    for node in side.elements:
        targets = sorted({x.target for x in side.fields.get(node.id, ()) if x.main})
        graph.add_nodes_from(targets)
        graph.add_edges_from((a, b) for i, a in enumerate(targets) for b in targets[i + 1 :])
    return float(networkx.density(graph)) if len(graph) > 1 else None


class Make(NamedTuple):
    """What a side is made of, as far as likeness looks at it."""

    roles: Counter[str]
    shape: dict[str, Number]
    fields: Counter[str]
    goals: dict[str, Counter[str]]


def make_of(side: Side) -> Make:
    """Return what a side is made of: once a side, for all its pairs."""
    return Make(
        Counter(node.kind for node in side.elements),
        _of_side(side, set()),
        field_profile(side),
        {status: goal_profile(side, status) for status in statuses([side])},
    )


def likeness(one: Make, other: Make) -> list[Likeness]:
    """Return how alike two sides are in each respect, and overall (the plain mean)."""
    aspects = [
        Likeness("roles", Both("種別の構成", "roles"), _OVERLAP, overlap(one.roles, other.roles)),
        Likeness("shape", Both("木の形", "shape"), _SHAPE, _alike(one.shape, other.shape)),
        Likeness("fields", Both("政策分野", "policy fields"), _OVERLAP,
                 overlap(one.fields, other.fields)),
    ]  # fmt: skip
    for status in [s for s in LINK_STATUSES if s in one.goals or s in other.goals]:
        name = LINK_STATUSES[status]
        value = overlap(one.goals.get(status, Counter()), other.goals.get(status, Counter()))
        label = Both(f"SDGs（{name.ja}）", f"SDGs ({name.en})")
        aspects.append(Likeness(f"goals_{status}", label, _OVERLAP, value))
    known = [aspect.value for aspect in aspects if aspect.value is not None]
    mean = sum(known) / len(known) if known else None
    how = Both(
        "上の値の単純平均（値のないものを除く）", "plain mean of those above that have a value"
    )
    return [*aspects, Likeness("overall", Both("全体", "overall"), how, mean)]


_OVERLAP = Both("構成比の重なり Σmin÷Σmax", "overlap of shares Σmin ÷ Σmax")
_SHAPE = Both("深さ・枝分かれ・均衡の比（小÷大）の平均",
              "mean ratio (smaller ÷ larger) of depth, branching and balance")  # fmt: skip


def _alike(one: dict[str, Number], other: dict[str, Number]) -> float | None:
    ratios = []
    for key in ("depth", "branching", "balance"):
        a, b = one[key], other[key]
        if a and b:
            ratios.append(min(a, b) / max(a, b))
    return sum(ratios) / len(ratios) if ratios else None
