"""What changed between two versions of a plan, element by element."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from plangraph.compare.diff.matching import Matcher
from plangraph.compare.diff.wording import Run, folded, list_runs, runs, within
from plangraph.compare.facts import LISTED, Source
from plangraph.compare.words import LAYERS, Both
from plangraph.compare.words import STATUSES as VERSION_STATUSES
from plangraph.errors import PlangraphError
from plangraph.language import tr
from plangraph.outline import Node, Outline

if TYPE_CHECKING:
    from plangraph.graph import Graph

Status = Literal[
    "same", "renamed", "reworded", "settled", "renumbered", "moved", "split", "merged",
    "added", "removed", "not-in-part",
]  # fmt: skip

STATUSES: dict[str, Both] = {
    "same": Both("変更なし", "same"),
    "renamed": Both("名称変更", "renamed"),
    "settled": Both("未定から確定", "settled"),
    "reworded": Both("文言変更", "reworded"),
    "renumbered": Both("番号変更", "renumbered"),
    "moved": Both("移動", "moved"),
    "split": Both("分割", "split"),
    "merged": Both("統合", "merged"),
    "added": Both("追加", "added"),
    "removed": Both("削除", "removed"),
    "not-in-part": Both("この文書の範囲外", "not in this part"),
}
ASPECTS: dict[str, Both] = {
    "title": Both("題名", "title"),
    "subtitle": Both("副題", "subtitle"),
    "keywords": Both("分野の語", "field keywords"),
    "code": Both("コード", "code"),
    "term": Both("呼び名", "term"),
    "parent": Both("上位", "parent"),
    "order": Both("並び（直前の要素）", "place (comes after)"),
    "period": Both("期間", "period"),
    "revised": Both("策定年度", "year made"),
    "departments": Both("所管課", "departments"),
    "baseline": Both("現状値", "baseline"),
    "target": Both("目標値", "target"),
}
#: How much of each new title must stand in the old one for a split (and the reverse for
#: a merger), and how much of the old one the new ones cover together.
PART_OF, COVERED = 0.6, 0.6


class Aspect(NamedTuple):
    """One thing that differs, with the words that went and came."""

    name: str
    runs: tuple[Run, ...]
    #: What stands between the runs: 、 in lists.
    between: str = ""


class Change(NamedTuple):
    """What became of one element."""

    status: Status
    old: Node | None
    new: Node | None
    aspects: tuple[Aspect, ...] = ()
    #: Why it is judged so, where that is not plain.
    reason: Both | None = None

    @property
    def node(self) -> Node:
        """The element in the newer version, or in the older where it is gone."""
        found = self.new or self.old
        assert found is not None
        return found


class Diff(NamedTuple):
    """Two versions (版の差分) and what changed between them."""

    old: Outline
    new: Outline
    kinds: dict[str, Both]
    #: Elements in the order of the newer version, those that are gone where they stood.
    elements: tuple[Change, ...]
    #: Sectoral plans, indicators and opinions, which are listed beside the elements.
    listed: tuple[Change, ...]

    @property
    def note(self) -> Both | None:
        """What has to be said before the rest: versions of two plans, or the newer one first."""
        if self.old.plan == self.new.plan:
            return self._in_order()
        return Both(
            "二つの別の計画の版です。「変更」は、偶然に似た題名を含む、文言の違いにすぎません。"
            f"計画どうしは plangraph compare {self.old.version} {self.new.version} で比べます。",
            "These are versions of two different plans: what is told here is likeness of words, "
            "not change. To put plans side by side: "
            f"plangraph compare {self.old.version} {self.new.version}",
        )

    def _in_order(self) -> Both | None:
        """Return the hint that the version said to be older is the newer one, where it is."""
        old, new = self.old, self.new
        if not _newer(old, new):
            return None
        return Both(
            f"順序が逆のようです。{old.version} は {new.version} より後の版です。"
            f"前の版から見るには plangraph diff {new.version} {old.version}",
            f"These seem to be in the wrong order: {old.version} is newer than {new.version}. "
            f"From the older one on: plangraph diff {new.version} {old.version}",
        )

    def told(self, changed_only: bool) -> list[Change]:
        """Return what became of all elements, and of what is listed beside them."""
        every = [*self.elements, *self.listed]
        return [one for one in every if not (changed_only and one.status == "same")]

    def count(self, status: str) -> int:
        """Return how many elements have a status."""
        return sum(change.status == status for change in self.elements)


def _newer(one: Outline, other: Outline) -> bool:
    """Tell by the dates, or else by the way from draft to print, that ``one`` is newer."""
    if one.date and other.date and one.date != other.date:
        return one.date > other.date
    way = {status: place for place, status in enumerate(VERSION_STATUSES)}
    return way.get(one.status, 0) > way.get(other.status, len(way))


def diff(graph: Graph, older: str, newer: str) -> Diff:
    """Compare two versions of a plan (``plan@version``), the older one first.

    Raises UnknownNameError, or PlangraphError where both are the same version.
    """
    source = Source(graph)
    old, new = source.version(older), source.version(newer)
    if old.version == new.version:
        raise PlangraphError(
            tr("both are the same version: {version}", version=old.version),
            advice=tr("name two versions; `plangraph list` shows them"),
            value=newer,
        )
    return differences(old, new, source.kinds)


def differences(old: Outline, new: Outline, kinds: dict[str, Both]) -> Diff:
    """Compare two versions that have been read."""
    matcher = Matcher(old.nodes, new.nodes)
    changes = [*_matched(matcher), *_unmatched(matcher, old, new)]
    changes = _split_and_merged(changes)
    changes.sort(key=_reading_order(matcher, new))
    return Diff(
        old=old,
        new=new,
        kinds=kinds,
        elements=tuple(c for c in changes if c.node.kind not in LISTED),
        listed=tuple(c for c in changes if c.node.kind in LISTED),
    )


def _matched(matcher: Matcher) -> list[Change]:
    shifted = _out_of_order(matcher)
    found = []
    for old_id, new_id in matcher.pairs.items():
        one, other = matcher.old[old_id], matcher.new[new_id]
        aspects = list(_aspects(one, other))
        parent = matcher.partner(one.parent)
        if one.parent in matcher.pairs or one.parent is None:
            moved = parent != other.parent
        else:
            moved = other.parent in matcher.pairs.values()
        if moved:
            before = matcher.old[one.parent].label if one.parent in matcher.old else "–"
            after = matcher.new[other.parent].label if other.parent in matcher.new else "–"
            aspects.append(Aspect("parent", (Run("del", before), Run("ins", after))))
        elif new_id in shifted:
            before, after = shifted[new_id]
            aspects.append(Aspect("order", (Run("del", before), Run("ins", after))))
        names = {aspect.name for aspect in aspects}
        found.append(Change(_status(one, other, names), one, other, tuple(aspects)))
    return found


def _status(old: Node, new: Node, names: set[str]) -> Status:
    if "title" in names:
        return "renamed" if old.title else "settled"
    if "parent" in names:
        return "moved"
    if names - {"code", "order"}:
        return "reworded"
    return "renumbered" if "code" in names and old.code and new.code else "same"


def _aspects(old: Node, new: Node) -> list[Aspect]:
    found = []
    for name in ("title", "subtitle", "code", "term"):
        before, after = getattr(old, name), getattr(new, name)
        if folded(before) != folded(after):
            # Codes and terms are replaced whole; of titles the words that changed show.
            if name in ("title", "subtitle"):
                parts = runs(before or "", after or "")
            else:
                parts = _replaced(before, after)
            found.append(Aspect(name, tuple(parts)))
    if {folded(word) for word in old.keywords} != {folded(word) for word in new.keywords}:
        found.append(Aspect("keywords", tuple(list_runs(old.keywords, new.keywords)), "、"))
    for name, before, after in (
        ("period", old.period_printed, new.period_printed),
        ("revised", old.revised, new.revised),
        ("baseline", old.baseline, new.baseline),
        ("target", old.target, new.target),
    ):
        if folded(str(before or "")) != folded(str(after or "")):
            found.append(Aspect(name, tuple(_replaced(before, after))))
    if set(old.departments) != set(new.departments):
        found.append(
            Aspect("departments", tuple(list_runs(old.departments, new.departments)), "、")
        )
    return found


def _replaced(before: object, after: object) -> list[Run]:
    """Return a value replaced whole."""
    gone = [Run("del", str(before))] if before else []
    return gone + ([Run("ins", str(after))] if after else [])


def _unmatched(matcher: Matcher, old: Outline, new: Outline) -> list[Change]:
    found = []
    gained = set(matcher.pairs.values())
    for node in old.nodes:
        if node.id not in matcher.pairs:
            reason = _outside(node, new, matcher.partner(node.parent), matcher.new)
            found.append(Change("not-in-part" if reason else "removed", node, None, (), reason))
    back = {new_id: old_id for old_id, new_id in matcher.pairs.items()}
    for node in new.nodes:
        if node.id not in gained:
            reason = _outside(node, old, back.get(node.parent or ""), matcher.old)
            found.append(Change("not-in-part" if reason else "added", None, node, (), reason))
    return found


def _outside(
    node: Node, other: Outline, parent: str | None, others: dict[str, Node]
) -> Both | None:
    """Return why the other document cannot be expected to hold ``node``; None if it can."""
    layers = {one.layer for one in other.nodes}
    if node.layer is not None and node.layer not in layers:
        name = LAYERS.get(node.layer, Both(node.layer, node.layer))
        return Both(
            f"{other.version} の文書に{name.ja}の編がない",
            f"the document of {other.version} holds no {name.en}",
        )
    if not other.excerpt:
        return None
    # An excerpt that holds the parent with others of the kind holds that section whole.
    if parent and any(one.parent == parent and one.kind == node.kind for one in others.values()):
        return None
    return Both(
        f"{other.version} の文書は抜粋で、この部分を含まない",
        f"the document of {other.version} is an excerpt without this part",
    )


def _out_of_order(matcher: Matcher) -> dict[str, tuple[str, str]]:
    """Return matched siblings that changed places: as few as explain the new order."""
    groups: dict[str | None, list[Node]] = defaultdict(list)
    for old in sorted(matcher.old.values(), key=lambda node: node.order):
        new = matcher.new.get(matcher.partner(old.id) or "")
        if new and matcher.partner(old.parent) == new.parent and old.kind not in LISTED:
            groups[new.parent].append(old)
    found: dict[str, tuple[str, str]] = {}
    for group in groups.values():
        orders = [matcher.new[matcher.pairs[node.id]].order for node in group]
        stayed = _longest_rising(orders)
        now = sorted(group, key=lambda node: matcher.new[matcher.pairs[node.id]].order)
        for place, node in enumerate(group):
            if place not in stayed:
                before = _after(group, node)
                after = _after(now, node)
                found[matcher.pairs[node.id]] = before, after
    return found


def _after(group: list[Node], node: Node) -> str:
    """Return what stands just before ``node`` among its siblings."""
    place = group.index(node)
    return group[place - 1].label if place else "–"


def _longest_rising(numbers: list[int]) -> set[int]:
    """Return the places of a longest rising subsequence."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
        places[at : at + 1] = [place]
        before.append(places[at - 1] if at else None)
    found: set[int] = set()
    last = places[-1] if places else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _split_and_merged(changes: list[Change]) -> list[Change]:
    """Turn a rename with additions into a split, with removals into a merger."""
    changes = _grouped(changes, "split")
    return _grouped(changes, "merged")


def _grouped(changes: list[Change], status: Literal["split", "merged"]) -> list[Change]:
    splits = status == "split"

    def whole_of(change: Change) -> Node | None:
        return change.old if splits else change.new

    def part_of(change: Change) -> Node | None:
        return change.new if splits else change.old

    lone, loose = ("removed", "added") if splits else ("added", "removed")
    for change in [c for c in changes if c.status in ("renamed", lone)]:
        whole = whole_of(change)
        if whole is None:
            continue
        title = folded(whole.title)
        parts = [
            (c, part)
            for c in changes
            if (c is change or c.status == loose)
            and (part := part_of(c)) is not None
            and part.kind == whole.kind
            and title
            and within(folded(part.title), title) >= PART_OF
        ]
        together = "\n".join(folded(part.title) for _, part in parts)
        if len(parts) < 2 or within(title, together) < COVERED:
            continue
        gone = {id(c) for c in (change, *(c for c, _ in parts))}
        changes = [c for c in changes if id(c) not in gone]
        for _, part in parts:
            old, new = (whole, part) if splits else (part, whole)
            changes.append(Change(status, old, new, tuple(_aspects(old, new))))
    return changes


def _reading_order(matcher: Matcher, new: Outline) -> Callable[[Change], tuple[float, int]]:
    """Return the sort key: the newer version's order, what is gone after what it followed."""
    last = len(new.nodes) + 1
    after: dict[str, float] = {}
    at = 0.0
    for node in sorted(matcher.old.values(), key=lambda node: node.order):
        partner = matcher.partner(node.id)
        at = float(matcher.new[partner].order) if partner else at + 0.001
        after[node.id] = at

    def key(change: Change) -> tuple[float, int]:
        if change.new is not None:
            return float(change.new.order), change.old.order if change.old else 0
        assert change.old is not None
        return after.get(change.old.id, last), change.old.order

    return key
