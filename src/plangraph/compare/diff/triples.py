"""A diff as RDF: which element is a revision of which, and what changed."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from plangraph.compare.diff.changes import ASPECTS, STATUSES, Change, Diff
from plangraph.compare.diff.wording import marked
from plangraph.compare.triples import described, written
from plangraph.vocabulary import PROV, RDF, SKOS, Names


def turtle(found: Diff, changed_only: bool) -> str:
    """Return the elements of both versions, and a note on each change, as Turtle.

    An element is a revision of what it was before; of a split or a merger it is derived.
    """
    return written(
        triple for change in found.told(changed_only) for triple in _change(found, change)
    )


def _change(found: Diff, change: Change) -> Iterator[Triple]:
    old, new = change.old, change.new
    for node, home in ((old, found.old), (new, found.new)):
        if node:
            yield from described(node, home)
    if old and new:
        derived = change.status in ("split", "merged")
        how = PROV.wasDerivedFrom if derived else PROV.wasRevisionOf
        yield Triple(NamedNode(new.iri), how, NamedNode(old.iri))
    element = NamedNode(change.node.iri)
    note = Names.part(element, _name(found, change))
    yield Triple(element, SKOS.changeNote, note)
    yield Triple(note, SKOS.notation, Literal(change.status))
    for language in ("ja", "en"):
        yield Triple(note, RDF.value, Literal(_said(change, language), language=language))
    for version in (found.old, found.new):
        yield Triple(note, PROV.wasDerivedFrom, NamedNode(version.iri))


def _name(found: Diff, change: Change) -> str:
    """Return the name of a note: what the element is compared with; of parts, with which one."""
    other = found.old if change.new else found.new
    part = f"-{change.old.id}" if change.status in ("split", "merged") and change.old else ""
    return f"change-{other.version}{part}"


def _said(change: Change, language: str) -> str:
    """Return what became of an element in a sentence."""
    parts = [
        f"{getattr(ASPECTS[aspect.name], language)}: {marked(aspect.runs, aspect.between)}"
        for aspect in change.aspects
    ]
    if change.reason:
        parts.append(getattr(change.reason, language))
    between = "。" if language == "ja" else ". "
    return between.join([getattr(STATUSES[change.status], language), *parts])
