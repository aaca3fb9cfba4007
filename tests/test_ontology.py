"""The ontology, its shapes and the SDGs: complete, in step with the code, refusing what is bad."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, Node, URIRef

from plangraph.vocabulary import KINDS, PG, sdg

ROOT = Path(__file__).parents[1]
ONTOLOGY = ROOT / "ontology"
CASES = ROOT / "tests" / "cases" / "shapes"
SHAPES = Namespace("https://w3id.org/plangraph/shapes#")
SDGO = Namespace("http://metadata.un.org/sdg/ontology#")
#: How many targets each goal has: 169 in all.
TARGETS = [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]


def load(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(ONTOLOGY / f"{name}.ttl")
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load("plangraph")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return load("shapes")


@pytest.fixture(scope="module")
def sdgs() -> Graph:
    return load("sdgs")


def terms(graph: Graph) -> set[URIRef]:
    return {s for s in iris(graph.subjects(RDF.type)) if s.startswith(PG.iri)}


def iris(nodes: Iterable[Node]) -> Iterator[URIRef]:
    return (node for node in nodes if isinstance(node, URIRef))


def languages(graph: Graph, subject: Node, predicate: URIRef) -> list[str]:
    """Return the languages in which ``subject`` has a text that is not empty."""
    texts = (o for o in graph.objects(subject, predicate) if isinstance(o, Literal) and o.strip())
    return sorted(text.language or "" for text in texts)


def local(shape: Node) -> str:
    return str(shape).removeprefix(SHAPES)


def violated(data: Graph, shapes: Graph) -> set[str]:
    """Return the local names of the shapes that ``data`` violates."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    return {local(shape) for shape in report.objects(None, SH.sourceShape)}


def reporting(shapes: Graph) -> set[str]:
    """Return the local names of the shapes that can report: those with a message."""
    return {local(shape) for shape in shapes.subjects(SH.message)}


@pytest.mark.parametrize("path", sorted(ONTOLOGY.glob("*.ttl")), ids=lambda path: path.stem)
def test_both_parsers_read_the_same(path: Path) -> None:
    triples = set(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(triples) == len(Graph().parse(path)) > 0


def test_the_code_has_the_terms_of_the_ontology(ontology: Graph) -> None:
    assert {str(term) for term in terms(ontology)} == {term.value for term in PG.terms.values()}


def test_every_term_is_labelled_and_defined(ontology: Graph) -> None:
    for term in terms(ontology):
        assert languages(ontology, term, RDFS.label) == ["en", "ja"], term
        assert languages(ontology, term, SKOS.definition) == ["en", "ja"], term


def test_the_changelog_counts_the_terms(ontology: Graph) -> None:
    classes = len(terms(ontology) & set(ontology.subjects(RDF.type, OWL.Class)))
    properties = len(terms(ontology)) - classes
    said = (ONTOLOGY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"{classes} classes and {properties} properties" in said


def test_roles_are_kinds_of_elements(ontology: Graph) -> None:
    roles = set(ontology.subjects(RDFS.subClassOf, URIRef(PG.PlanElement.value)))
    kinds = {str(ontology.value(role, SKOS.notation)): str(role) for role in roles}
    assert kinds == {kind: role.value for kind, role in KINDS.items()}
    for role in roles:
        assert set(languages(ontology, role, SKOS.altLabel)) == {"ja"}, role


def test_other_files_use_only_our_terms(ontology: Graph) -> None:
    others = load("shapes", "sdgs", "statistics", "alignments")
    used = {node for triple in others for node in iris(triple) if node.startswith(PG.iri)}
    assert used <= terms(ontology)


def test_the_ontology_conforms_to_the_shapes(shapes: Graph) -> None:
    assert violated(load("plangraph", "sdgs", "alignments"), shapes) == set()


def test_the_shapes_are_shacl(shapes: Graph) -> None:
    assert pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)[0]


def test_every_shape_has_an_iri_and_a_label(shapes: Graph) -> None:
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in shapes.subjects(RDF.type, kind):
            assert str(shape).startswith(SHAPES)
            assert languages(shapes, shape, RDFS.label) == ["en", "ja"], shape


def test_a_shape_that_reports_says_what_is_wrong_and_what_to_do(shapes: Graph) -> None:
    assert {local(shape) for shape in shapes.objects(None, SH.property)} <= reporting(shapes)
    for shape in shapes.subjects(SH.message):
        assert languages(shapes, shape, SH.message) == ["en", "ja"], shape
        assert all(" → " in str(text) for text in shapes.objects(shape, SH.message)), shape
        assert {SH.Violation, SH.Warning} & set(shapes.objects(shape, SH.severity)), shape


def test_every_shape_has_a_case(shapes: Graph) -> None:
    assert {path.parent.name for path in CASES.glob("*/bad.ttl")} == reporting(shapes)


@pytest.mark.parametrize("path", sorted(CASES.glob("*/bad.ttl")), ids=lambda path: path.parent.name)
def test_a_bad_case_violates_its_shape_and_no_other(path: Path, shapes: Graph) -> None:
    assert violated(Graph().parse(path), shapes) == {path.parent.name}


def test_the_good_case_conforms(shapes: Graph) -> None:
    good = Graph().parse(CASES / "good.ttl")
    assert violated(good, shapes) == set()
    assert violated(good + load("plangraph", "sdgs", "alignments"), shapes) == set()


def test_the_goals(sdgs: Graph) -> None:
    goals = {URIRef(sdg(n).value) for n in range(1, 18)}
    assert set(sdgs.subjects(RDF.type, SDGO.Goal)) == goals
    for goal in goals:
        assert languages(sdgs, goal, SKOS.prefLabel) == ["en", "ja"]
        assert re.fullmatch("#[0-9A-F]{6}", str(sdgs.value(goal, URIRef(PG.colour.value))))


def test_the_targets(sdgs: Graph) -> None:
    targets = set(sdgs.subjects(RDF.type, SDGO.Target))
    assert len(targets) == sum(TARGETS) == 169
    for number, count in enumerate(TARGETS, 1):
        assert len(set(sdgs.subjects(SKOS.broader, URIRef(sdg(number).value)))) == count
    for concept in sdgs.subjects(RDF.type, SKOS.Concept):
        notation = sdgs.value(concept, SKOS.notation)
        assert concept == URIRef(sdg(str(notation)).value)
    for target in targets:
        goal, _, _ = str(sdgs.value(target, SKOS.notation)).partition(".")
        assert sdgs.value(target, SKOS.broader) == URIRef(sdg(goal).value)


def test_links_may_name_every_goal_and_target(sdgs: Graph, shapes: Graph) -> None:
    (listed,) = shapes.objects(SHAPES["GoalLink-goal"], SH["in"])
    assert set(shapes.items(listed)) == set(sdgs.subjects(RDF.type, SKOS.Concept))


@pytest.mark.parametrize(
    ("code", "check"), [("13211", "132110"), ("01100", "011002"), ("13210", "132101")]
)
def test_check_digits(code: str, check: str, shapes: Graph) -> None:
    """The published codes of 小平市, 札幌市 and 小金井市 pass, any other digit fails."""
    for digit in "0123456789":
        bad = Graph().parse(CASES / "Municipality-check-digit" / "bad.ttl")
        city = next(bad.objects(None, URIRef(PG.municipality.value)))
        bad.set((city, DCTERMS.identifier, Literal(code)))
        bad.set((city, SKOS.notation, Literal(code + digit)))
        assert (violated(bad, shapes) == set()) == (code + digit == check)
