"""What an element says about its subject, and where: the input of every method.

A profile gathers the texts of an element and of what stands below it. Headings weigh
most; running text is there only where the user's own plan files hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plangraph.links.text import fold, sentences
from plangraph.outline import Node, Outline

#: Kinds that carry policy content. Slogans, ideal states and opinions do not.
CONTENT = (
    "goal", "policy", "measure", "direction", "project", "perspective", "strategy-goal",
    "sectoral-plan",
)  # fmt: skip
#: Where a word stands → how much it says about the subject.
PLACES = {
    "title": 1.0, "keyword": 1.0, "subtitle": 0.6, "below": 0.3, "passage": 0.3, "summary": 0.6,
    "text": 0.2, "above": 0.15,
}  # fmt: skip


#: What the names of projects end with: it says how they are paid and run, not what they are about.
_PAID = re.compile(
    r"(?<=..)(?:(?:特別|事業)会計|繰出金|負担金|補助金|交付金|助成金|積立金|貸付金|事務|事業)+$"
)


class Profile(NamedTuple):
    """An element as the methods see it; texts are folded, by place, in document order."""

    node: Node
    plan: str
    version: str
    #: Which elements it is compared with: ``unit``, ``theme``, ``detail``, ``sectoral-plan``.
    grain: str
    texts: dict[str, tuple[str, ...]]

    @property
    def title(self) -> str:
        """The folded title."""
        return self.texts["title"][0] if self.texts["title"] else ""

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts that may correspond to another's title: keywords, items below, passages."""
        return self.texts["keyword"] + self.texts["below"] + self.texts["passage"]


def profiles(outline: Outline) -> list[Profile]:
    """Return the profiles of the elements of ``outline`` that carry policy content."""
    below = outline.children()
    by_id = {node.id: node for node in outline.nodes}
    grains = _grains(outline.nodes, below)
    found = []
    for node in outline.nodes:
        if node.kind not in CONTENT or not node.title:
            continue
        under = _descendants(node, below)
        above = by_id.get(node.parent or "")
        found.append(
            Profile(
                node,
                outline.plan,
                outline.version,
                grains[node.id],
                {
                    "title": (fold(node.title),),
                    "keyword": _folded(node.keywords),
                    "subtitle": _folded([node.subtitle]),
                    "summary": _folded([node.summary_ja]),
                    "below": _below(under),
                    "passage": _folded(node.passage_summaries),
                    "text": tuple(
                        sentence for one in (node, *under) for sentence in sentences(one.text)
                    ),
                    "above": _folded([above.title if above and above.kind in CONTENT else None]),
                },
            )
        )
    return found


def _below(under: Iterable[Node]) -> tuple[str, ...]:
    """Return the titles of what stands below an element; how projects are paid is left out."""
    found = ((one.kind, fold(one.title)) for one in under if one.kind in CONTENT and one.title)
    return tuple(_PAID.sub("", title) if kind == "project" else title for kind, title in found)


def _folded(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(fold(text) for text in texts if text)


def _descendants(node: Node, below: dict[str | None, list[Node]]) -> list[Node]:
    found, seen = [], {node.id}
    waiting = list(below.get(node.id, ()))
    while waiting:
        one = waiting.pop(0)
        if one.id not in seen:
            seen.add(one.id)
            found.append(one)
            waiting += below.get(one.id, ())
    return found


def _grains(nodes: Sequence[Node], below: dict[str | None, list[Node]]) -> dict[str, str]:
    """Tell units from what groups them and what details them.

    Units are measures and projects, and where a branch has none, what stands lowest
    in it among policies, goals and directions (Kodaira's 方針 carry no 施策).
    """
    by_id = {node.id: node for node in nodes}
    found = {}
    for node in nodes:
        lineage = _lineage(node, by_id)
        under = {one.kind for one in _descendants(node, below)}
        if node.kind in ("measure", "project"):
            found[node.id] = "unit"
        elif node.kind == "sectoral-plan":
            found[node.id] = "sectoral-plan"
        elif node.kind == "strategy-goal":
            found[node.id] = "theme"
        elif "measure" in lineage or "project" in lineage or node.kind == "perspective":
            found[node.id] = "detail"
        elif under & {"measure", "project"} or (node.kind == "goal" and "policy" in under):
            found[node.id] = "theme"
        elif node.kind == "direction":
            beside = below.get(node.parent if node.parent in by_id else None, ())
            grouping = any(one.kind == "measure" for one in beside)
            found[node.id] = "theme" if grouping else "unit"
        else:
            found[node.id] = "unit"
    return found


def _lineage(node: Node, by_id: dict[str, Node]) -> set[str]:
    kinds: set[str] = set()
    seen = {node.id}
    above = by_id.get(node.parent or "")
    while above and above.id not in seen:
        seen.add(above.id)
        kinds.add(above.kind)
        above = by_id.get(above.parent or "")
    return kinds
