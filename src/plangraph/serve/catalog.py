"""What the server says of itself: the service, the data set, its files and versions.

SPARQL 1.1 Service Description at the endpoint, VoID at ``/.well-known/void``, DCAT at
``/catalog``; all of them from what the store holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple
from starlette.requests import Request

from plangraph.serve.dumps import Dump
from plangraph.serve.site import Site, View
from plangraph.triples.write import FORMATS, with_sorted_prefixes
from plangraph.vocabulary import (
    DCAT,
    DCTERMS,
    ENTAILMENT,
    FOAF,
    LICENCE,
    MEDIA_TYPES,
    PG,
    PREFIXES,
    PROLOGUE,
    PROV,
    RDF,
    SD,
    SERVER_PREFIXES,
    SKOS,
    SPDX,
    VOID,
    W3C_FORMATS,
    XSD,
)

_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
_CLASSES = """
SELECT ?class (COUNT(*) AS ?n) { GRAPH ?g { ?s a ?class } } GROUP BY ?class ORDER BY ?class
"""
_VERSIONS = """
SELECT ?version ?id ?title ?city ?current {
  GRAPH ?version { ?version a pg:PlanVersion ; dcterms:identifier ?id ; dcterms:title ?title ;
    pg:municipality ?city FILTER(LANG(?title) = "ja") }
  OPTIONAL { GRAPH ?catalogue { ?plan pg:currentVersion ?version . BIND(true AS ?current) } }
} ORDER BY ?id
"""
_RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip
_TITLE = {"ja": "市区町村の計画のグラフ", "en": "A graph of the plans of Japanese municipalities"}
_DESCRIPTION = {
    "ja": "総合計画と個別計画の題名・構成・期間・指標・SDGs とその典拠。公式の文書ではありません。",
    "en": "Titles, structure, periods, indicators and SDGs of comprehensive and sectoral plans,"
    " with the lines they come from. Not an official document.",
}

Described = list[Triple]
Files = Mapping[str, Dump]


def root(site: Site, request: Request) -> str:
    """Return the address of the site, with a slash at its end: as set, or as it was asked."""
    return site.settings.base or f"{request.url.scheme}://{request.url.netloc}{site.prefix}/"


def written(triples: Iterable[Triple], form: str) -> bytes:
    """Return a description in one of the formats of ``negotiation.GRAPHS``."""
    kind = {**FORMATS, "rdfxml": pyoxigraph.RdfFormat.RDF_XML}[form]
    prefixes = SERVER_PREFIXES | PREFIXES if form in ("turtle", "rdfxml") else None
    body = pyoxigraph.serialize(triples, format=kind, prefixes=prefixes) or b""
    return with_sorted_prefixes(body) if form == "turtle" else body


def counts(view: View) -> dict[str, int]:
    """Return how many statements each graph holds; counted once a generation."""

    def count() -> dict[str, int]:
        return {str(row["g"]): int(str(row["n"])) for row in view.graph.select(_GRAPHS)}

    return view.kept("catalog counts", count)


class _Triples:
    """Gathers statements; texts become literals, in both languages where there are two."""

    def __init__(self) -> None:
        self.found: Described = []

    def say(self, subject: NamedNode, predicate: NamedNode, *objects: Any) -> None:
        """Add statements of one subject and predicate."""
        for value in objects:
            if isinstance(value, dict):
                texts = [Literal(text, language=tag) for tag, text in value.items()]
                self.say(subject, predicate, *texts)
                continue
            term = value if isinstance(value, (NamedNode, Literal)) else Literal(value)
            self.found.append(Triple(subject, predicate, term))


def service(view: View, address: str) -> Described:
    """Return the description of the endpoint at ``address``/sparql."""
    say = (out := _Triples()).say
    here, dataset = NamedNode(f"{address}sparql"), NamedNode(f"{address}sparql#dataset")
    empty = NamedNode(f"{address}sparql#default-graph")
    say(here, RDF.type, SD.Service)
    say(here, SD.endpoint, here)
    say(here, SD.supportedLanguage, SD.SPARQL11Query)
    say(here, SD.resultFormat, *(W3C_FORMATS[name] for name in _RESULT_FORMATS))
    say(here, SD.defaultEntailmentRegime, ENTAILMENT.Simple)
    say(here, SD.defaultDataset, dataset)
    say(dataset, RDF.type, SD.Dataset)
    say(dataset, SD.defaultGraph, empty)
    say(empty, RDF.type, SD.Graph)
    say(empty, VOID.triples, 0)
    for number, (graph, count) in enumerate(counts(view).items(), 1):
        named = NamedNode(f"{address}sparql#graph-{number}")
        held = NamedNode(f"{address}sparql#statements-{number}")
        say(dataset, SD.namedGraph, named)
        say(named, RDF.type, SD.NamedGraph)
        say(named, SD.name, NamedNode(graph))
        say(named, SD.graph, held)
        say(held, RDF.type, SD.Graph)
        say(held, VOID.triples, count)
    return out.found


def void(view: View, address: str, files: Files) -> Described:
    """Return the description of the data set, for ``/.well-known/void``."""
    say = (out := _Triples()).say
    here, data = NamedNode(f"{address}.well-known/void"), NamedNode(f"{address}catalog#dataset")
    say(here, RDF.type, VOID.DatasetDescription)
    say(here, FOAF.primaryTopic, data)
    say(data, RDF.type, VOID.Dataset)
    _common(say, data, view)
    say(data, VOID.triples, sum(counts(view).values()))
    say(data, VOID.sparqlEndpoint, NamedNode(f"{address}sparql"))
    say(data, VOID.uriSpace, view.names.base)
    say(data, VOID.vocabulary, *(NamedNode(v.iri) for v in (PG, SKOS, DCTERMS, PROV)))
    say(
        data, VOID.feature, *(W3C_FORMATS[n] for n in ("Turtle", "N-Triples", "JSON-LD", "RDF_XML"))
    )
    say(data, VOID.dataDump, *(NamedNode(f"{address}dumps/{name}") for name in files))
    for row in view.graph.select(PROLOGUE + _VERSIONS):
        if row["current"]:
            say(data, VOID.exampleResource, NamedNode(str(row["version"])))
            break
    for number, row in enumerate(view.kept("catalog classes", lambda: _classes(view)), 1):
        part = NamedNode(f"{address}catalog#class-{number}")
        say(data, VOID.classPartition, part)
        say(part, VOID["class"], NamedNode(str(row["class"])))
        say(part, VOID.entities, int(str(row["n"])))
    return out.found


def _classes(view: View) -> list[dict[str, Any]]:
    return list(view.graph.select(_CLASSES))


def dcat(site: Site, view: View, address: str, files: Files) -> Described:
    """Return the catalogue: the data set, its versions, its files, the service."""
    say = (out := _Triples()).say
    here, data = NamedNode(f"{address}catalog"), NamedNode(f"{address}catalog#dataset")
    endpoint = NamedNode(f"{address}sparql")
    say(here, RDF.type, DCAT.Catalog)
    say(here, DCTERMS.title, _TITLE)
    say(here, DCTERMS.license, NamedNode(LICENCE))
    say(here, DCAT.dataset, data)
    say(here, DCAT.service, endpoint)
    say(endpoint, RDF.type, DCAT.DataService)
    say(endpoint, DCTERMS.title, {"ja": "SPARQL エンドポイント", "en": "SPARQL endpoint"})
    say(endpoint, DCAT.endpointURL, endpoint)
    say(endpoint, DCAT.endpointDescription, endpoint)
    say(endpoint, DCAT.servesDataset, data)
    say(data, RDF.type, DCAT.Dataset)
    _common(say, data, view)
    say(data, DCAT.landingPage, NamedNode(f"{address}download"))
    say(data, DCAT.keyword, {"ja": "総合計画"}, {"ja": "個別計画"}, {"ja": "SDGs"})
    for dump in files.values():
        file = NamedNode(f"{address}dumps/{dump.name}")
        sum_ = NamedNode(f"{file.value}#checksum")
        say(data, DCAT.distribution, file)
        say(file, RDF.type, DCAT.Distribution)
        say(file, DCAT.downloadURL, file)
        say(file, DCAT.mediaType, NamedNode(MEDIA_TYPES + dump.media))
        say(file, DCAT.compressFormat, NamedNode(MEDIA_TYPES + "application/gzip"))
        say(file, DCAT.byteSize, Literal(str(dump.size), datatype=XSD.nonNegativeInteger))
        say(file, SPDX.checksum, sum_)
        say(sum_, RDF.type, SPDX.Checksum)
        say(sum_, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
        say(sum_, SPDX.checksumValue, dump.sha256)
    for row in view.graph.select(PROLOGUE + _VERSIONS):
        version = NamedNode(str(row["version"]))
        file = NamedNode(
            f"{address.rstrip('/').removesuffix(site.prefix)}{site.path(version.value)}.ttl"
        )
        say(here, DCAT.dataset, version)
        say(version, RDF.type, DCAT.Dataset)
        say(version, DCTERMS.isPartOf, data)
        say(version, DCTERMS.identifier, str(row["id"]))
        say(version, DCTERMS.title, {"ja": str(row["title"])})
        say(version, DCTERMS.license, NamedNode(LICENCE))
        say(version, DCTERMS.subject, NamedNode(str(row["city"])))
        say(version, DCAT.distribution, file)
        say(file, RDF.type, DCAT.Distribution)
        say(file, DCAT.downloadURL, file)
        say(file, DCAT.mediaType, NamedNode(MEDIA_TYPES + "text/turtle"))
    return out.found


def _common(say: Any, data: NamedNode, view: View) -> None:
    built = datetime.fromtimestamp(int(view.built), tz=UTC).isoformat()
    say(data, DCTERMS.title, _TITLE)
    say(data, DCTERMS.description, _DESCRIPTION)
    say(data, DCTERMS.license, NamedNode(LICENCE))
    say(data, DCTERMS.language, Literal("ja"), Literal("en"))
    say(data, DCTERMS.modified, Literal(built[:19] + "Z", datatype=XSD.dateTime))
