"""A plan version as it stands in the dataset, read back for comparing and drawing.

Only SPARQL goes in, only frozen values come out: the rooms that compare, link and draw
see neither RDF terms nor plan files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plangraph.tables import Table
from plangraph.vocabulary import DCTERMS, OA, PG, PROLOGUE, SKOS, SPDX, Names

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

Select = Callable[[str], Table]


class Node(NamedTuple):
    """An element of a version, with where the document says so."""

    id: str
    iri: str
    kind: str
    term: str | None
    code: str | None
    title: str | None
    title_en: str | None
    subtitle: str | None
    summary_ja: str | None
    summary_en: str | None
    parent: str | None
    order: int
    depth: int
    line: int | None
    end_line: int | None
    quotation: str | None
    layer: str | None
    revised: int | None
    start: str | None
    end: str | None
    period_printed: str | None
    unit: str | None
    baseline: str | None
    baseline_year: int | None
    target: str | None
    target_year: int | None
    keywords: tuple[str, ...]
    departments: tuple[str, ...]
    #: Running text, only where the user's own plan file holds it.
    text: str

    @property
    def label(self) -> str:
        """Code and title, or what else there is to call it by."""
        named = " ".join(part for part in (self.code, self.title) if part)
        return named or f"({self.term or self.kind})"

    @property
    def label_en(self) -> str:
        """The English title, or the Japanese one."""
        return self.title_en or self.label


class Outline(NamedTuple):
    """A version of a plan: who made it, what state it is in, and its elements in order."""

    version: str
    iri: str
    plan: str
    city: str
    city_en: str
    city_code: str
    status: str
    title: str
    title_en: str | None
    date: str | None
    start: str | None
    end: str | None
    period_printed: str | None
    #: First and last day as a curator concluded them, where the document states none.
    inferred_start: str | None
    inferred_end: str | None
    document: str
    sha256: str
    excerpt: bool
    nodes: tuple[Node, ...]

    def children(self) -> dict[str | None, list[Node]]:
        """Return the nodes below each node id, and the top ones under None."""
        found: dict[str | None, list[Node]] = defaultdict(list)
        known = {node.id for node in self.nodes}
        for node in self.nodes:
            found[node.parent if node.parent in known else None].append(node)
        return found


#: What is read of a version, and of what curators add to it: asking for no more is twice as fast.
_STATED = (
    *(DCTERMS.identifier, DCTERMS.title, DCTERMS.date, DCTERMS.source, DCTERMS.isVersionOf),
    *(PG.municipality, PG.status, PG.excerpt, PG.period, PG.start, PG.end, PG.printed),
    *(PG.kind, PG.order, PG.depth, PG.parent, PG.code, PG.localTerm, PG.subtitle, PG.keyword),
    *(PG.line, PG.endLine, OA.exact, PG.inPart, PG.layer, PG.passage, PG.text, PG.department),
    *(PG.revised, PG.unit, PG.baseline, PG.target, PG.year, SKOS.prefLabel, SPDX.checksumValue),
)
_CURATED = (DCTERMS.title, DCTERMS.abstract, PG.inference, PG.aboutProperty, PG.inferredValue)
_STATEMENTS = "SELECT ?s ?p ?o { VALUES ?p { %s } GRAPH <%s> { ?s ?p ?o } }"
_TRANSLATIONS = (
    "SELECT ?s ?p ?o (LANG(?o) AS ?language) { VALUES ?p { %s } GRAPH <%s> { ?s ?p ?o } }"
)
_OWNER = """
SELECT ?code ?city (LANG(?city) AS ?language) {
  GRAPH ?g { <%s> dcterms:identifier ?code ; skos:prefLabel ?city }
}
"""


class _Facts:
    """The statements of one graph, by predicate (with the language, if it was asked for)."""

    def __init__(
        self, select: Select, query: str, predicates: Sequence[NamedNode], graph: str
    ) -> None:
        self._facts: dict[str, dict[str, list[str]]] = defaultdict(dict)
        asked = query % (" ".join(f"<{one.value}>" for one in predicates), graph)
        for subject, predicate, value, *language in select(asked).rows:
            key = f"{predicate}@{language[0]}" if language and language[0] else str(predicate)
            text = str(value).lower() if isinstance(value, bool) else str(value)
            self._facts[key].setdefault(str(subject), []).append(text)
        # sorted here: an engine sorts terms many times slower
        for values in self._facts.values():
            for several in values.values():
                several.sort()

    def subjects(self, predicate: NamedNode) -> Iterable[str]:
        """Return what has a value for ``predicate``."""
        return self._facts.get(predicate.value, {})

    def all(self, subject: str | None, predicate: NamedNode) -> list[str]:
        """Return the values, sorted."""
        return self._facts.get(predicate.value, {}).get(subject or "", [])

    def text(
        self, subject: str | None, predicate: NamedNode, language: str | None = None
    ) -> str | None:
        """Return the first value (in ``language``, if one is named); None if there is none."""
        key = f"{predicate.value}@{language}" if language else predicate.value
        held = self._facts.get(key)
        found = held.get(subject or "") if held else None
        return found[0] if found else None

    def number(self, subject: str | None, predicate: NamedNode) -> int | None:
        """Return the first value as a whole number."""
        value = self.text(subject, predicate)
        return None if value is None else int(value)


def read_outline(select: Select, iri: str) -> Outline:
    """Read the version with the IRI ``iri`` from a dataset."""
    stated = _Facts(select, _STATEMENTS, _STATED, iri)
    version = stated.text(iri, DCTERMS.identifier) or ""
    names = Names(iri.rpartition("plan/")[0])
    curated = _Facts(select, _TRANSLATIONS, _CURATED, names.curation(version).value)
    owner = stated.text(iri, PG.municipality) or ""
    organization = stated.text(owner, SKOS.prefLabel) or "?"
    labels = {str(row["language"]): row for row in select(PROLOGUE + _OWNER % owner)}
    inferred = {
        curated.text(node, PG.aboutProperty): curated.text(node, PG.inferredValue)
        for node in curated.all(iri, PG.inference)
    }
    period, source = stated.text(iri, PG.period), stated.text(iri, DCTERMS.source)
    nodes = [_node(subject, stated, curated) for subject in stated.subjects(PG.kind)]
    return Outline(
        version=version,
        iri=iri,
        plan=stated.text(stated.text(iri, DCTERMS.isVersionOf), DCTERMS.identifier) or "",
        city=str(labels["ja"]["city"]) if "ja" in labels else organization,
        city_en=str(labels["en"]["city"]) if "en" in labels else organization,
        city_code=str(labels["ja"]["code"]) if "ja" in labels else "",
        status=stated.text(iri, PG.status) or "",
        title=stated.text(iri, DCTERMS.title) or "",
        title_en=curated.text(iri, DCTERMS.title, "en"),
        date=stated.text(iri, DCTERMS.date),
        start=stated.text(period, PG.start),
        end=stated.text(period, PG.end),
        period_printed=stated.text(period, PG.printed),
        inferred_start=inferred.get(PG.start.value),
        inferred_end=inferred.get(PG.end.value),
        document=stated.text(source, DCTERMS.identifier) or "",
        sha256=stated.text(source, SPDX.checksumValue) or "",
        excerpt=stated.text(iri, PG.excerpt) == "true",
        nodes=tuple(sorted(nodes, key=lambda node: (node.order, node.iri))),
    )


def _node(iri: str, stated: _Facts, curated: _Facts) -> Node:
    period, part = stated.text(iri, PG.period), stated.text(iri, PG.inPart)
    baseline, target = stated.text(iri, PG.baseline), stated.text(iri, PG.target)
    passages = sorted(
        stated.all(iri, PG.passage), key=lambda node: stated.number(node, PG.order) or 0
    )
    texts = [stated.text(passage, PG.text) for passage in passages]
    departments = stated.all(iri, PG.department)
    return Node(
        id=_local(stated.text(iri, DCTERMS.identifier)) or "",
        iri=iri,
        kind=stated.text(iri, PG.kind) or "",
        term=stated.text(iri, PG.localTerm),
        code=stated.text(iri, PG.code),
        title=stated.text(iri, DCTERMS.title),
        title_en=curated.text(iri, DCTERMS.title, "en"),
        subtitle=stated.text(iri, PG.subtitle),
        summary_ja=curated.text(iri, DCTERMS.abstract, "ja"),
        summary_en=curated.text(iri, DCTERMS.abstract, "en"),
        parent=_local(stated.text(stated.text(iri, PG.parent), DCTERMS.identifier)),
        order=stated.number(iri, PG.order) or 0,
        depth=stated.number(iri, PG.depth) or 0,
        line=stated.number(iri, PG.line),
        end_line=stated.number(iri, PG.endLine),
        quotation=stated.text(f"{iri}#evidence", OA.exact),
        layer=stated.text(part, PG.layer),
        revised=stated.number(iri, PG.revised),
        start=stated.text(period, PG.start),
        end=stated.text(period, PG.end),
        period_printed=stated.text(period, PG.printed),
        unit=stated.text(iri, PG.unit),
        baseline=stated.text(baseline, PG.printed),
        baseline_year=stated.number(baseline, PG.year),
        target=stated.text(target, PG.printed),
        target_year=stated.number(target, PG.year),
        keywords=tuple(stated.all(iri, PG.keyword)),
        departments=tuple(stated.text(d, SKOS.prefLabel) or "" for d in departments),
        text="\n".join(text for text in texts if text),
    )


def _local(identifier: str | None) -> str | None:
    return identifier.partition("/")[2] if identifier else None
