"""A plan version as it stands in the dataset, read back for comparing and drawing.

Only SPARQL goes in, only frozen values come out: the rooms that compare, link and draw
see neither RDF terms nor plan files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plangraph.tables import Table, Value
from plangraph.vocabulary import DCTERMS, OA, PG, PROLOGUE, SKOS, SPDX, Names

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from plangraph.statements import Said

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
    #: What curators say of its passages, in Japanese, in their order.
    passage_summaries: tuple[str, ...]

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
    """The statements of one graph, by predicate (with the language, if it is known)."""

    def __init__(self, statements: Iterable[Sequence[Value]]) -> None:
        self._facts: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._firsts: dict[str, dict[str, str]] = {}
        for subject, predicate, value, *language in statements:
            key = f"{predicate}@{language[0]}" if language and language[0] else str(predicate)
            text = str(value).lower() if isinstance(value, bool) else str(value)
            held = self._facts[key]
            if subject in held:
                held[str(subject)].append(text)
            else:
                held[str(subject)] = [text]

    def all(self, subject: str | None, predicate: NamedNode) -> list[str]:
        """Return the values, sorted (here: an engine sorts terms many times slower)."""
        return sorted(self._facts.get(predicate.value, {}).get(subject or "", ()))

    def first(self, predicate: NamedNode, language: str | None = None) -> Mapping[str, str]:
        """Return the first value (in ``language``, if one is named) of everything that has one."""
        key = f"{predicate.value}@{language}" if language else predicate.value
        found = self._firsts.get(key)
        if found is None:
            found = {subject: min(those) for subject, those in self._facts.get(key, {}).items()}
            self._firsts[key] = found
        return found

    def text(
        self, subject: str | None, predicate: NamedNode, language: str | None = None
    ) -> str | None:
        """Return the first value (in ``language``, if one is named); None if there is none."""
        return self.first(predicate, language).get(subject or "")

    def number(self, subject: str | None, predicate: NamedNode) -> int | None:
        """Return the first value as a whole number."""
        return _number(self.text(subject, predicate))


def read_outline(select: Select, iri: str) -> Outline:
    """Read the version with the IRI ``iri`` from a dataset."""
    stated = _Facts(select(_asked(_STATEMENTS, _STATED, iri)).rows)
    version = stated.text(iri, DCTERMS.identifier) or ""
    names = Names(iri.rpartition("plan/")[0])
    curation = names.curation(version).value
    curated = _Facts(select(_asked(_TRANSLATIONS, _CURATED, curation)).rows)
    owner = stated.text(iri, PG.municipality) or ""
    city = [tuple(row.values()) for row in select(PROLOGUE + _OWNER % owner)]
    return _outline(iri, stated, curated, city)


def outline_of(quads: Iterable[Said], iri: str) -> Outline:
    """Return the outline of the version with the IRI ``iri`` from quads that are at hand.

    These are its own, those of its curation, and those about its municipality.
    """
    wanted = {one.value for one in (*_STATED, *_CURATED)}
    graphs: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for subject, predicate, value, graph in quads:
        about = predicate.value
        if about in wanted:
            language = getattr(value, "language", None) or ""
            graphs[graph.value][subject.value, about, value.value, language] = None
    stated = _Facts(one[:3] for one in graphs.pop(iri, ()))
    version = stated.text(iri, DCTERMS.identifier) or ""
    curation = Names(iri.rpartition("plan/")[0]).curation(version).value
    curated = _Facts(graphs.pop(curation, ()))
    owner = stated.text(iri, PG.municipality)
    about = [one for those in graphs.values() for one in those if one[0] == owner]
    codes = [value for _, predicate, value, _ in about if predicate == DCTERMS.identifier.value]
    labels = [one[2:] for one in about if one[1] == SKOS.prefLabel.value]
    return _outline(iri, stated, curated, [(code, *label) for code in codes for label in labels])


def _asked(query: str, predicates: Iterable[NamedNode], graph: str) -> str:
    return query % (" ".join(f"<{one.value}>" for one in predicates), graph)


def _outline(
    iri: str, stated: _Facts, curated: _Facts, owner: Iterable[tuple[Value, ...]]
) -> Outline:
    """Return the outline; ``owner`` are code, name and language of its municipality."""
    labels = {str(language): (str(code), str(city)) for code, city, language in owner}
    version = stated.text(iri, DCTERMS.identifier) or ""
    organization = stated.text(stated.text(iri, PG.municipality), SKOS.prefLabel) or "?"
    inferred = {
        curated.text(node, PG.aboutProperty): curated.text(node, PG.inferredValue)
        for node in curated.all(iri, PG.inference)
    }
    code, city = labels.get("ja", ("", organization))
    period, source = stated.text(iri, PG.period), stated.text(iri, DCTERMS.source)
    nodes = _nodes(stated, curated)
    return Outline(
        version=version,
        iri=iri,
        plan=stated.text(stated.text(iri, DCTERMS.isVersionOf), DCTERMS.identifier) or "",
        city=city,
        city_en=labels.get("en", ("", organization))[1],
        city_code=code,
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


def _nodes(stated: _Facts, curated: _Facts) -> Iterator[Node]:
    """Yield the elements: value by value from one table each, since there may be thousands."""
    title_ja, title_en = (curated.first(DCTERMS.title, one) for one in ("ja", "en"))
    summary_ja, summary_en = (curated.first(DCTERMS.abstract, one) for one in ("ja", "en"))
    identifier, parent, code = map(stated.first, (DCTERMS.identifier, PG.parent, PG.code))
    title, subtitle, term = map(stated.first, (DCTERMS.title, PG.subtitle, PG.localTerm))
    order, depth, line, end_line = map(stated.first, (PG.order, PG.depth, PG.line, PG.endLine))
    exact, layer, part = map(stated.first, (OA.exact, PG.layer, PG.inPart))
    revised, unit, period = map(stated.first, (PG.revised, PG.unit, PG.period))
    start, end, printed = map(stated.first, (PG.start, PG.end, PG.printed))
    baseline, target, year = map(stated.first, (PG.baseline, PG.target, PG.year))
    department = stated.first(SKOS.prefLabel)
    for iri, kind in stated.first(PG.kind).items():
        called = title.get(iri) or title_ja.get(iri)  # curators call what the document does not
        during, before, after = period.get(iri, ""), baseline.get(iri, ""), target.get(iri, "")
        yield Node(
            id=_local(identifier.get(iri)) or "",
            iri=iri,
            kind=kind,
            term=term.get(iri),
            code=code.get(iri),
            title=called or title_en.get(iri),
            title_en=title_en.get(iri) if called else None,
            subtitle=subtitle.get(iri),
            summary_ja=summary_ja.get(iri),
            summary_en=summary_en.get(iri),
            parent=_local(identifier.get(parent.get(iri, ""))),
            order=_number(order.get(iri)) or 0,
            depth=_number(depth.get(iri)) or 0,
            line=_number(line.get(iri)),
            end_line=_number(end_line.get(iri)),
            quotation=exact.get(f"{iri}#evidence"),
            layer=layer.get(part.get(iri, "")),
            revised=_number(revised.get(iri)),
            start=start.get(during),
            end=end.get(during),
            period_printed=printed.get(during),
            unit=unit.get(iri),
            baseline=printed.get(before),
            baseline_year=_number(year.get(before)),
            target=printed.get(after),
            target_year=_number(year.get(after)),
            keywords=tuple(stated.all(iri, PG.keyword)),
            departments=tuple(department.get(d, "") for d in stated.all(iri, PG.department)),
            text=_running_text(iri, stated),
            passage_summaries=_summaries(iri, stated, summary_ja),
        )


def _running_text(iri: str, stated: _Facts) -> str:
    texts = (stated.text(passage, PG.text) for passage in _passages(iri, stated))
    return "\n".join(text for text in texts if text)


def _summaries(iri: str, stated: _Facts, summaries: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(summaries[one] for one in _passages(iri, stated) if one in summaries)


def _passages(iri: str, stated: _Facts) -> list[str]:
    passages = stated.all(iri, PG.passage)
    return sorted(passages, key=lambda node: stated.number(node, PG.order) or 0)


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _local(identifier: str | None) -> str | None:
    return identifier.partition("/")[2] if identifier else None
