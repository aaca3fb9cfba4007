"""What is searched of a plan version, taken from its quads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.vocabulary import DCTERMS, PG, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.statements import Said


class Entry(NamedTuple):
    """An element as it is searched and shown; ``names`` and the rest are texts to find it by."""

    order: int
    id: str
    kind: str
    code: str | None
    title: str | None
    line: int | None
    names: tuple[str, ...]
    keywords: tuple[str, ...]
    more: tuple[str, ...]


class Entries(NamedTuple):
    """The elements of one plan version."""

    version: str
    plan: str
    city: str
    entries: tuple[Entry, ...]


def _title(terms: list[Any]) -> str | None:
    """Return the title to show: the Japanese one, or that of a document in English."""
    terms.sort(key=lambda term: term.language == "en")
    return terms[0].value if terms else None


def entries_of(quads: Iterable[Said]) -> Entries | None:
    """Return what is searched of the plan version that ``quads`` are about.

    ``quads`` are those of its graph and its curation; others may be among them.
    """
    wanted = {
        term.value: name
        for name, term in {
            "id": DCTERMS.identifier, "title": DCTERMS.title, "abstract": DCTERMS.abstract,
            "work": DCTERMS.isVersionOf, "owner": PG.municipality, "label": SKOS.prefLabel,
            "kind": PG.kind, "code": PG.code, "order": PG.order, "line": PG.line,
            "subtitle": PG.subtitle, "keyword": PG.keyword, "passage": PG.passage,
            "heading": PG.heading, "text": PG.text,
        }.items()
    }  # fmt: skip
    facts: dict[str, dict[str, list[Any]]] = {}
    versions = []
    for subject, predicate, value, graph in quads:
        name = wanted.get(predicate.value)
        if name:
            iri = subject.value
            facts.setdefault(iri, {}).setdefault(name, []).append(value)
            if name == "work" and subject == graph:
                versions.append(iri)
    if len(versions) != 1:
        return None

    def texts(iri: str, *names: str) -> tuple[str, ...]:
        said = facts.get(iri, {})
        return tuple(sorted({term.value for name in names for term in said.get(name, ())}))

    def text(iri: str, name: str) -> str | None:
        return next((term.value for term in facts.get(iri, {}).get(name, ())), None)

    version = versions[0]
    entries = []
    for iri, said in facts.items():
        if "kind" not in said:
            continue
        passages = texts(iri, "passage")
        below = [part for one in passages for part in texts(one, "heading", "text", "abstract")]
        line = text(iri, "line")
        entries.append(
            Entry(
                order=int(text(iri, "order") or 0),
                id=text(iri, "id") or "",
                kind=text(iri, "kind") or "",
                code=text(iri, "code"),
                title=_title(list(said.get("title", ()))),
                line=int(line) if line else None,
                names=texts(iri, "title", "code"),
                keywords=texts(iri, "keyword", "subtitle"),
                more=(*texts(iri, "abstract"), *below),
            )
        )
    return Entries(
        version=text(version, "id") or "",
        plan=text(text(version, "work") or "", "id") or "",
        city=text(text(version, "owner") or "", "label") or "",
        entries=tuple(sorted(entries)),
    )
