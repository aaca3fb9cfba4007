"""The page of the ontology, made from its Turtle.

Every term has its local name as anchor, so that ``…/ontology#Plan`` leads to it, and stands in
both languages with what the alignments say. pyLODE was tried first: release 3.4.1 cannot be
imported, and 3.3.4 runs labels of two languages together and gives anchors of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, URIRef

from plangraph.vocabulary import SCHEMA_ORG

#: What is said of a term: heading and properties.
_FACTS = (
    ("Kind of", (RDFS.subClassOf, RDFS.subPropertyOf)),
    ("Of", (RDFS.domain, URIRef(f"{SCHEMA_ORG}/domainIncludes"))),
    ("Value", (RDFS.range, URIRef(f"{SCHEMA_ORG}/rangeIncludes"))),
    ("Inverse of", (OWL.inverseOf,)),
    ("Also called", (SKOS.altLabel,)),
    ("Notation", (SKOS.notation,)),
    ("Example", (SKOS.example,)),
)
_ELSEWHERE = (
    ("Narrower than", (RDFS.subClassOf, RDFS.subPropertyOf)),
    ("Same as", (OWL.equivalentClass, OWL.equivalentProperty)),
    ("Elsewhere", (RDFS.seeAlso,)),
)


def page(folder: Path, files: Mapping[str, str]) -> str:
    """Return the HTML page of the ontology in ``folder``, with links to ``files`` by name."""
    graph = Graph().parse(folder / "plangraph.ttl")
    others = Graph().parse(folder / "alignments.ttl")
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    namespace = str(graph.value(ontology, VANN.preferredNamespaceUri))
    order = _order(folder / "plangraph.ttl")
    terms = sorted(
        {s for s in graph.subjects(RDF.type) if str(s).startswith(namespace)},
        key=lambda term: order.index(str(term).removeprefix(namespace)),
    )
    described = [_describe(graph, others, term, namespace) for term in terms]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return (
        environment.get_template("ontology.html.jinja").render(
            ontology={
                "title": _texts(graph, ontology, DCTERMS.title),
                "description": _texts(graph, ontology, DCTERMS.description),
                "namespace": namespace,
                "version": graph.value(ontology, OWL.versionInfo),
                "version_iri": graph.value(ontology, OWL.versionIRI),
                "license": graph.value(ontology, DCTERMS.license),
            },
            files=files,
            classes=[one for one in described if one["class"]],
            properties=[one for one in described if not one["class"]],
        )
        + "\n"
    )


def _order(path: Path) -> list[str]:
    """Return the local names of the terms in the order of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split()[0][3:] for line in lines if line.startswith("pg:")]


def _texts(graph: Graph, subject: Any, predicate: URIRef) -> dict[str, str]:
    found = {o.language or "": str(o) for o in graph.objects(subject, predicate)}  # type: ignore[attr-defined]
    return {language: found.get(language, "") for language in ("en", "ja")}


def _describe(graph: Graph, others: Graph, term: Any, namespace: str) -> dict[str, Any]:
    texts = [_texts(graph, term, p) for p in (SKOS.definition, SKOS.scopeNote)]
    facts = [_fact(graph, term, name, where, namespace) for name, where in _FACTS]
    facts += [_fact(others, term, name, where, namespace) for name, where in _ELSEWHERE]
    return {
        "name": str(term).removeprefix(namespace),
        "class": (term, RDF.type, OWL.Class) in graph,
        "label": _texts(graph, term, RDFS.label),
        "texts": [text for text in texts if text["en"]],
        "facts": [fact for fact in facts if fact["values"]],
    }


def _fact(
    graph: Graph, term: Any, name: str, predicates: tuple[URIRef, ...], namespace: str
) -> dict[str, Any]:
    found = {o for predicate in predicates for o in graph.objects(term, predicate)}
    languages = {o.language for o in found if isinstance(o, Literal)}
    return {
        "name": name,
        "language": languages.pop() if len(languages) == 1 else None,
        "values": [_value(graph, one, namespace) for one in sorted(found, key=str)],
    }


def _value(graph: Graph, one: Any, namespace: str) -> dict[str, str]:
    if isinstance(one, Literal):
        return {"text": str(one), "href": ""}
    if str(one).startswith(namespace):
        name = str(one).removeprefix(namespace)
        return {"text": f"pg:{name}", "href": f"#{name}"}
    return {"text": graph.namespace_manager.normalizeUri(str(one)), "href": str(one)}
