"""Every IRI that plangraph writes: vocabulary terms and the names of things.

No other module spells an IRI. A term that is not listed here raises AttributeError,
and a test holds ``PG`` equal to the terms of ``ontology/plangraph.ttl``.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from pyoxigraph import NamedNode


class Vocabulary:
    """A namespace with a closed list of terms: ``PG.Plan``, ``DCTERMS["title"]``."""

    def __init__(self, iri: str, terms: str) -> None:
        self.terms = {term: NamedNode(iri + term) for term in terms.split()}
        vars(self).update(self.terms)  # so that a term is found like any attribute
        self.iri = iri

    def __getattr__(self, term: str) -> NamedNode:
        try:
            return self.terms[term]
        except KeyError:
            raise AttributeError(f"{self.iri} has no term {term}") from None

    __getitem__ = __getattr__


#: Our ontology. Classes first, then properties.
PG = Vocabulary(
    "https://w3id.org/plangraph/ontology#",
    """
    Municipality Department Plan PlanVersion PlanPart FiscalPeriod Document
    PlanElement Philosophy Vision Viewpoint Goal Policy Measure Direction Project
    Perspective IdealState StrategyGoal SectoralPlan Indicator Opinion
    Passage Evidence Observation Submission Mention Inference
    Link GoalLink FieldLink CounterpartLink Gap Rejection

    prefecture romanName
    municipality department status layer period start end years printed
    inVersion inPart kind parent order depth code subtitle keyword localTerm undecided
    line endLine page passage heading mark text evidence repair
    revised baseline target value unit year
    opinionBy theme about
    submission submittedBy submittedTo role legalBasis requests
    mention topic statesLinks excerpt currentVersion
    inference aboutProperty inferredValue
    element goal field counterpart notCounterpart nearest comparedWith linkStatus rank score
    colour
    elements plans statedLinks
    refVersion refKind refField refGoal refStatus refDepartment refElement
    """,
)
RDF = Vocabulary("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type value")
RDFS = Vocabulary("http://www.w3.org/2000/01/rdf-schema#", "label comment seeAlso")
XSD = Vocabulary(
    "http://www.w3.org/2001/XMLSchema#",
    "integer int long nonNegativeInteger decimal double float date dateTime gYear boolean string",
)
SKOS = Vocabulary(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel hiddenLabel definition notation note broader"
    " inScheme related exactMatch closeMatch relatedMatch changeNote",
)
DCTERMS = Vocabulary(
    "http://purl.org/dc/terms/",
    "title abstract date isVersionOf source description language identifier isPartOf"
    " license modified subject",
)
PROV = Vocabulary(
    "http://www.w3.org/ns/prov#",
    "wasRevisionOf wasDerivedFrom wasAttributedTo wasGeneratedBy wasAssociatedWith"
    " atTime SoftwareAgent Activity Agent",
)
ORG = Vocabulary("http://www.w3.org/ns/org#", "Organization unitOf")
OA = Vocabulary("http://www.w3.org/ns/oa#", "exact TextQuoteSelector")
SPDX = Vocabulary(
    "http://spdx.org/rdf/terms#",
    "checksumValue checksum algorithm Checksum checksumAlgorithm_sha256",
)
OWL = Vocabulary("http://www.w3.org/2002/07/owl#", "sameAs")
QB = Vocabulary(
    "http://purl.org/linked-data/cube#",
    "Slice dataSet slice sliceStructure observation",
)
#: What a server says of itself: its service, its data set, its catalogue.
SD = Vocabulary(
    "http://www.w3.org/ns/sparql-service-description#",
    "Service Dataset Graph NamedGraph SPARQL11Query EmptyGraphs UnionDefaultGraph endpoint"
    " supportedLanguage resultFormat feature defaultDataset defaultGraph namedGraph name graph"
    " defaultEntailmentRegime",
)
VOID = Vocabulary(
    "http://rdfs.org/ns/void#",
    "Dataset DatasetDescription Linkset dataDump sparqlEndpoint uriSpace vocabulary triples"
    " exampleResource subset classPartition class entities feature openSearchDescription"
    " inDataset",
)
DCAT = Vocabulary(
    "http://www.w3.org/ns/dcat#",
    "Catalog Dataset Distribution DataService dataset service distribution downloadURL"
    " accessURL accessService endpointURL endpointDescription servesDataset mediaType"
    " compressFormat byteSize keyword landingPage",
)
FOAF = Vocabulary("http://xmlns.com/foaf/0.1/", "primaryTopic")
#: Queries that a server offers as examples.
SHACL = Vocabulary("http://www.w3.org/ns/shacl#", "SPARQLExecutable SPARQLSelectExecutable select")
SCHEMA = Vocabulary("https://schema.org/", "target")
#: Formats of files, as the service description and VoID name them.
W3C_FORMATS = Vocabulary(
    "http://www.w3.org/ns/formats/",
    "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV"
    " Turtle N-Triples JSON-LD RDF_XML",
)
ENTAILMENT = Vocabulary("http://www.w3.org/ns/entailment/", "Simple")
#: Media types as things.
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
#: The namespace of site maps.
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: CC0, under which the data is.
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"

#: Prefixes of everything that plangraph writes as Turtle or TriG, and of its queries.
PREFIXES = {
    "pg": PG.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "xsd": XSD.iri,
    "skos": SKOS.iri,
    "dcterms": DCTERMS.iri,
    "prov": PROV.iri,
    "org": ORG.iri,
    "oa": OA.iri,
    "owl": OWL.iri,
    "spdx": SPDX.iri,
    "sdg": "http://metadata.un.org/sdg/",
    "field": "https://w3id.org/plangraph/field/",
    "qb": QB.iri,
    "pgst": "https://w3id.org/plangraph/statistics#",
}

#: Prefixes of what a server says of itself.
SERVER_PREFIXES = {
    "sd": SD.iri,
    "void": VOID.iri,
    "dcat": DCAT.iri,
    "foaf": FOAF.iri,
    "formats": W3C_FORMATS.iri,
    **{name: PREFIXES[name] for name in ("dcterms", "rdf", "rdfs", "spdx", "xsd")},
}

#: Prefixes that queries use for the same, or take from elsewhere.
COMMON_PREFIXES = {
    **SERVER_PREFIXES,
    **PREFIXES,
    "dct": DCTERMS.iri,
    "schema": SCHEMA.iri,
}

#: The context of what pages say of themselves to search engines.
SCHEMA_ORG = SCHEMA.iri.rstrip("/")

#: The prefixes as the head of a SPARQL query.
PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

#: The class of each kind; a class has its kind as skos:notation in the ontology.
KINDS = {
    "philosophy": PG.Philosophy,
    "vision": PG.Vision,
    "viewpoint": PG.Viewpoint,
    "goal": PG.Goal,
    "policy": PG.Policy,
    "measure": PG.Measure,
    "direction": PG.Direction,
    "project": PG.Project,
    "perspective": PG.Perspective,
    "ideal-state": PG.IdealState,
    "strategy-goal": PG.StrategyGoal,
    "sectoral-plan": PG.SectoralPlan,
    "indicator": PG.Indicator,
    "opinion": PG.Opinion,
}

#: Where things are named, unless the setting PLANGRAPH_BASE says otherwise.
BASE = "https://w3id.org/plangraph/id/"


_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|\\^`%/?#\[\]\x7f-\x9f\ue000-\uf8ff]|[^\x00-\uffff]")


@functools.lru_cache(maxsize=4096)
def segment(text: str) -> str:
    """Return ``text`` as one segment of an IRI: NFC, what IRIs forbid percent-encoded."""
    return _FORBIDDEN.sub(
        lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()),
        unicodedata.normalize("NFC", text),
    )


class Names:
    """The one gate through which things get their IRIs."""

    def __init__(self, base: str = BASE) -> None:
        self.base = base

    def municipality(self, code: str) -> NamedNode:
        """市区町村, by its five-digit code."""
        return NamedNode(f"{self.base}municipality/{segment(code)}")

    def organization(self, name: str) -> NamedNode:
        """A body that is no Japanese municipality, by its name."""
        return NamedNode(f"{self.base}organization/{segment(name)}")

    def department(self, owner: NamedNode, name: str) -> NamedNode:
        """担当課 of a municipality."""
        return NamedNode(f"{owner.value}/department/{segment(name)}")

    def plan(self, plan: str) -> NamedNode:
        """計画 as a work."""
        return NamedNode(f"{self.base}plan/{segment(plan)}")

    def version(self, version: str) -> NamedNode:
        """計画の版, by ``plan@version``; also the name of its graph of statements."""
        return NamedNode(f"{self.base}plan/{segment(version)}")

    def element(self, version: str, element: str) -> NamedNode:
        """Anything that a version lists."""
        return NamedNode(f"{self.version(version).value}/{segment(element)}")

    def document(self, sha256: str) -> NamedNode:
        """A document, by the sha256 of its bytes."""
        return NamedNode(f"{self.base}document/{segment(sha256)}")

    def graph(self, name: str) -> NamedNode:
        """A named graph that is no plan version: ``ontology``, ``links/sdgs/judged`` …"""
        return NamedNode(f"{self.base}graph/{name}")

    def curation(self, version: str) -> NamedNode:
        """The graph of what curators add to a version: translations, inferences."""
        return NamedNode(f"{self.base}graph/curation/{segment(version)}")

    def statistics(self, version: str) -> NamedNode:
        """The graph of what is counted in a version."""
        return NamedNode(f"{self.base}graph/statistics/{segment(version)}")

    def totals(self) -> NamedNode:
        """The graph of what is counted over all plans."""
        return self.graph("totals")

    def method(self, name: str) -> NamedNode:
        """A method, by its name and version: ``fields-1``."""
        return NamedNode(f"{self.base}method/{segment(name)}")

    def curator(self, name: str) -> NamedNode:
        """Who judged links, by a name."""
        return NamedNode(f"{self.base}curator/{segment(name)}")

    @staticmethod
    def part(of: NamedNode, name: str) -> NamedNode:
        """A thing that exists only as a part of another: ``…#evidence``."""
        mark = "." if "#" in of.value else "#"
        return NamedNode(f"{of.value}{mark}{segment(name)}")


@functools.lru_cache(maxsize=4096)
def sdg(goal: int | str) -> NamedNode:
    """An SDG goal (``5``) or target (``5.1``) under its United Nations IRI."""
    return NamedNode(f"{PREFIXES['sdg']}{goal}")


@functools.lru_cache(maxsize=4096)
def field(name: str) -> NamedNode:
    """政策分野, by its key in ``ontology/policy-fields.ttl``."""
    return NamedNode(PREFIXES["field"] + segment(name))


@functools.lru_cache(maxsize=4096)
def statistics(name: str) -> NamedNode:
    """A data set of statistics, by its name in ``ontology/statistics.ttl``."""
    return NamedNode(PREFIXES["pgst"] + segment(name))


def estat_area(code: str) -> NamedNode:
    """The e-Stat standard area code (標準地域コード) of a municipality."""
    return NamedNode(f"http://data.e-stat.go.jp/lod/sac/C{segment(code)}")
