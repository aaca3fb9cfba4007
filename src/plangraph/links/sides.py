"""What a file of judgements speaks of: elements of a store, or titles alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plangraph.links.profile import Profile, profiles
from plangraph.links.text import fold
from plangraph.outline import Node, Outline, Select
from plangraph.vocabulary import PROLOGUE

_LINES = """
SELECT ?element ?first ?last {
  GRAPH <%s> { ?element pg:passage ?passage . ?passage pg:line ?first ; pg:order ?order
    OPTIONAL { ?passage pg:endLine ?last } }
} ORDER BY ?element ?order
"""


class Sources(NamedTuple):
    """The current versions of a store, with the running text of documents or with titles alone."""

    outlines: tuple[Outline, ...]
    titles_only: bool = False

    def profiles(self, outline: Outline) -> list[Profile]:
        """Return the profiles of ``outline``, cut down to titles and keywords where asked."""
        found = profiles(outline)
        return [titles_only(one) for one in found] if self.titles_only else found


def with_documents(outline: Outline, select: Select, folder: Path) -> Outline:
    """Return ``outline`` with the running text of its document, if it is in ``folder``."""
    path = folder / outline.document
    if not outline.document or not path.is_file():
        return outline
    lines = path.read_text(encoding="utf-8").split("\n")
    texts: dict[str, list[str]] = {}
    for row in select(PROLOGUE + _LINES % outline.iri):
        first = int(str(row["first"]))
        last = int(str(row["last"])) if row["last"] else first
        texts.setdefault(str(row["element"]), []).append("".join(lines[first - 1 : last]))
    nodes = (
        node._replace(text="\n".join(texts[node.iri])) if node.iri in texts else node
        for node in outline.nodes
    )
    return outline._replace(nodes=tuple(nodes))


def titles_only(profile: Profile) -> Profile:
    """Return ``profile`` with nothing but title and keywords."""
    kept = ("title", "keyword")
    texts = {place: one if place in kept else () for place, one in profile.texts.items()}
    return profile._replace(texts=texts)


class Side:
    """One city's elements: those to choose among, and how judged ones are found there."""

    def __init__(
        self,
        candidates: list[Profile],
        named: Sequence[dict[str, Any]],
        titles_only: bool = False,
    ) -> None:
        self.candidates = candidates
        self.titles_only = titles_only
        self._by_title: dict[str, list[Profile]] = {}
        for profile in candidates:
            self._by_title.setdefault(profile.title, []).append(profile)
        self.missing = [one for one in named if self.profile(one) is None]

    def profile(self, one: dict[str, Any]) -> Profile | None:
        """Return the element of this title, by its code where several bear it."""
        found = self._by_title.get(fold(one["title"]), [])
        code = fold(one.get("code") or "")
        coded = [profile for profile in found if fold(profile.node.code or "") == code]
        return next(iter(coded or found), None)

    def find(self, one: dict[str, Any]) -> str:
        """Return the IRI of the element of this title, or nothing."""
        profile = self.profile(one)
        return profile.node.iri if profile else ""


def side_of(
    city: str | None, named: list[dict[str, Any]], sources: Sources, every_kind: bool = False
) -> Side:
    """Return the elements of the version that holds most of ``named``, or titles alone.

    Without ``every_kind`` only units of the kinds that are named are to choose among; where
    no ``city`` is named, at least half of ``named`` must be there.
    """
    best: Side | None = None
    for outline in sources.outlines:
        if (
            city
            and city not in (outline.plan, outline.city, outline.city_en.lower())
            and not (outline.plan.startswith(f"{city}-"))
        ):
            continue
        candidates = sources.profiles(outline)
        titles = {fold(one["title"]) for one in named}
        if not every_kind:
            kinds = {one.node.kind for one in candidates if one.title in titles}
            candidates = [
                one for one in candidates if one.node.kind in kinds and one.grain == "unit"
            ]
        side = Side(candidates, named)
        if best is None or len(side.missing) < len(best.missing):
            best = side
    # Where no city is named, a few titles that another city uses too are no sign that it is meant.
    most = len(named) if city else len(named) // 2 + 1
    if best is None or len(best.missing) >= most:
        return Side(profiles(_outline_of(city or "-", named)), named, titles_only=True)
    return best


def _outline_of(plan: str, named: Sequence[dict[str, Any]]) -> Outline:
    """Return an outline of elements of which only code and title are known."""
    nodes: dict[tuple[Any, Any], Node] = {}
    for one in named:
        facts: dict[str, Any] = dict.fromkeys(Node._fields)
        facts |= {"keywords": (), "departments": (), "text": "", "depth": 0, "kind": "measure"}
        facts |= {"code": one.get("code"), "title": one["title"], "order": len(nodes) + 1}
        facts |= {"id": f"measure-{len(nodes) + 1}", "iri": f"{plan}/{len(nodes) + 1}"}
        facts |= {"passage_summaries": ()}
        nodes.setdefault((one.get("code"), one["title"]), Node(**facts))
    head: dict[str, Any] = dict.fromkeys(Outline._fields)
    head |= {"plan": plan, "version": plan, "iri": plan, "nodes": tuple(nodes.values())}
    return Outline(**head)


def read_sources(
    outlines: Sequence[Outline], select: Select, documents: Path | None, titles_only: bool
) -> Sources:
    """Return what to measure on: current versions, with texts of ``documents`` if given."""
    if documents:
        outlines = [with_documents(one, select, documents) for one in outlines]
    return Sources(tuple(outlines), titles_only)
