"""Which element of an older version became which of a newer one.

Certain things first: the same title below the same parent; then titles that resemble
each other closely; then the same code; then looser likeness; last what is left over at
the same place. An element is matched once; splits and mergers are found afterwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from plangraph.compare.diff.wording import folded, pairs_of
from plangraph.outline import Node

#: Titles this much alike are one title reworded: whatever their codes; whatever their
#: parents; below the same parent; and at the same place.
CLOSE, ALIKE, ALIKE_BELOW, ALIKE_HERE = 0.5, 0.45, 0.4, 0.2


class Matcher:
    """Matches the nodes of two versions; ``pairs`` maps old ids to new ids."""

    def __init__(self, old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
        self.old = {node.id: node for node in old}
        self.new = {node.id: node for node in new}
        self.pairs: dict[str, str] = {}
        self._back: dict[str, str] = {}
        titles = {folded(node.title) for node in (*old, *new) if node.title}
        usual = Counter(pair for title in titles for pair in pairs_of(title))
        #: What a pair of characters says of sameness: 「の振興」, which many titles have, little.
        self._weights = {pair: 1 / max(1, count - 1) for pair, count in usual.items()}
        self._by_title()
        self._by_likeness(CLOSE, CLOSE)
        self._by_code()
        self._by_likeness(ALIKE, ALIKE_BELOW)
        self._by_place()

    def partner(self, old: str | None) -> str | None:
        """Return the id of the new element that an old one became."""
        return self.pairs.get(old or "")

    # -- the steps ---------------------------------------------------------------------

    def _by_title(self) -> None:
        """Match equal titles: below matching parents from the top, then those found once."""
        title: Callable[[Node], object] = lambda node: (node.kind, folded(node.title))  # noqa: E731
        for _round in range(1 + max((node.depth for node in self.old.values()), default=0)):
            here = lambda node, old: (title(node), self._parent(node, old))  # noqa: E731
            self._match_unique(here, lambda node: bool(node.title))
        self._match_unique(lambda node, _old: title(node), lambda node: bool(node.title))

    def _by_code(self) -> None:
        """Match equal codes below matching parents, unless the numbers have shifted there."""
        shifted = self._shifted()
        self._match_unique(
            lambda node, old: (node.kind, folded(node.code), self._parent(node, old)),
            lambda node: bool(node.code) and folded(node.code) not in shifted,
        )
        # The only one of its kind: the vision that had no title yet, say.
        alone = self._alone()
        self._match_unique(lambda node, _old: node.kind, lambda node: node.kind in alone)

    def _by_likeness(self, anywhere: float, below: float) -> None:
        """Match titles that resemble each other, most alike first.

        ``anywhere`` is how alike they must be, ``below`` where their parents match.
        """
        index: dict[tuple[str, str], list[str]] = defaultdict(list)
        heavy: dict[str, float] = {}
        for new in self._free(self.new):
            pairs = self._pairs(new)
            heavy[new.id] = self._weight(pairs)
            for pair in pairs:
                index[new.kind, pair].append(new.id)
        found = []
        for old in self._free(self.old):
            pairs, shared = self._pairs(old), defaultdict[str, float](float)
            for pair in sorted(pairs):  # sorted: a sum must not hang on the order of a set
                for new_id in index.get((old.kind, pair), ()):
                    shared[new_id] += self._weights[pair]
            here = self._parent(old, True)
            weight = self._weight(pairs)
            for new_id, both in shared.items():
                new = self.new[new_id]
                score, same_parent = 2 * both / (weight + heavy[new_id]), here == new.parent
                if score >= (below if same_parent else anywhere):
                    place = (-score, not same_parent, old.order, new.order)
                    found.append((*place, old.id, new_id))
        for *_rest, old_id, new_id in sorted(found):
            if old_id not in self.pairs and new_id not in self._back:
                self._match(old_id, new_id)

    def _by_place(self) -> None:
        """Match what is left over at the same place, if it has something in common."""
        places = {(new.kind, new.parent, place): new for new, place in _places(self.new)}
        for old, place in _places(self.old):
            new = places.get((old.kind, self._parent(old, True), place))
            free = new is not None and old.id not in self.pairs and new.id not in self._back
            if new is not None and free and self._some(old, new):
                self._match(old.id, new.id)

    # -- what the steps ask ------------------------------------------------------------

    def _match(self, old: str, new: str) -> None:
        self.pairs[old] = new
        self._back[new] = old

    def _free(self, nodes: dict[str, Node]) -> Iterator[Node]:
        taken = self.pairs if nodes is self.old else self._back
        return (node for node in nodes.values() if node.id not in taken)

    def _parent(self, node: Node, old: bool) -> str | None:
        """Return the parent, as an id of the newer version where it is matched."""
        if not old:
            return node.parent
        return self.pairs.get(node.parent, f"old {node.parent}") if node.parent else None

    def _match_unique(
        self, key: Callable[[Node, bool], object], counts: Callable[[Node], bool]
    ) -> None:
        """Match free nodes whose key occurs once on either side."""
        sides: list[dict[object, list[str]]] = []
        for nodes in (self.old, self.new):
            found: dict[object, list[str]] = defaultdict(list)
            for node in self._free(nodes):
                if counts(node):
                    found[key(node, nodes is self.old)].append(node.id)
            sides.append(found)
        for value, ones in sides[0].items():
            others = sides[1].get(value, [])
            if len(ones) == len(others) == 1:
                self._match(ones[0], others[0])

    def _shifted(self) -> set[str]:
        """Return codes that now stand for another element: no evidence of sameness."""
        found = set()
        for old_id, new_id in self.pairs.items():
            old, new = folded(self.old[old_id].code), folded(self.new[new_id].code)
            if old and new and old != new:
                found |= {old, new}
        return found

    def _alone(self) -> set[str]:
        """Return kinds that each version has once."""
        kinds = []
        for nodes in (self.old, self.new):
            every = [node.kind for node in nodes.values()]
            kinds.append({kind for kind in every if every.count(kind) == 1})
        return kinds[0] & kinds[1]

    def _some(self, old: Node, new: Node) -> bool:
        """Tell whether two elements have something in common: a keyword, or words."""
        if old.keywords and set(old.keywords) & set(new.keywords):
            return True
        one, other = self._pairs(old), self._pairs(new)
        if not one or not other:
            return False
        both = 2 * self._weight(one & other)
        return both / (self._weight(one) + self._weight(other)) >= ALIKE_HERE

    @staticmethod
    def _pairs(node: Node) -> frozenset[str]:
        return pairs_of(folded(node.title)) if node.title else frozenset()

    def _weight(self, pairs: frozenset[str]) -> float:
        return sum(self._weights[pair] for pair in sorted(pairs))


def _places(nodes: dict[str, Node]) -> Iterator[tuple[Node, int]]:
    """Yield each node with its place among the nodes of its kind below its parent."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for node in sorted(nodes.values(), key=lambda node: node.order):
        counts[node.kind, node.parent] += 1
        yield node, counts[node.kind, node.parent]
