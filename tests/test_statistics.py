"""The statistics: well-formed data cubes that count what is there, whole or bit by bit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import Result
from pyoxigraph import Literal, NamedNode, Quad

import plangraph
from plangraph import textindex
from plangraph.graph import Graph
from plangraph.pipeline import names
from plangraph.statements import Said
from plangraph.statistics import Totals, counts, dataset_statistics, version_statistics
from plangraph.statistics.cube import DIMENSIONS, SLICED, measures, observations
from plangraph.tables import Table
from plangraph.vocabulary import KINDS, PG, PROLOGUE, statistics

ONE = "SELECT (COUNT(*) AS ?n) "
STRUCTURES = """
SELECT ?set ?role ?property {
  GRAPH ?g { ?set a qb:DataSet ; qb:structure/qb:component ?component .
    VALUES ?role { qb:dimension qb:measure } ?component ?role ?property .
    FILTER NOT EXISTS { ?component qb:componentAttachment qb:DataSet } }
}
"""


@pytest.fixture(scope="module")
def select(graph: Graph) -> Callable[[str], Table]:
    return lambda sparql: graph.select(PROLOGUE + sparql)


@pytest.fixture(scope="module")
def quads(graph: Graph) -> list[Quad]:
    return list(graph.quads())


def counted(graph: Graph) -> list[Quad]:
    marks = (names().graph("statistics/").value, names().totals().value)
    return [q for q in graph.quads() if getattr(q.graph_name, "value", "").startswith(marks)]


JUDGED = """
kind: sdgs
plan: koganei-5th
by: somebody
judgements:
  - {element: measure-8, primary: [6], secondary: [1], reason: {ja: 試し, en: a trial}}
"""

# -- cubes -------------------------------------------------------------------------------


def test_the_structures_are_those_of_the_code(select: Callable[[str], Table]) -> None:
    said: dict[str, dict[str, set[object]]] = defaultdict(lambda: defaultdict(set))
    for row in select(STRUCTURES):
        said[str(row["set"])][str(row["role"]).rpartition("#")[2]].add(row["property"])
    assert said == {
        statistics(name).value: {
            "dimension": {term.value for term in of},
            "measure": {term.value for term in measures(name)},
        }
        for name, of in DIMENSIONS.items()
    }


@pytest.mark.parametrize(
    "wrong",
    [
        # an observation is of one data set, and a data set has one structure
        "{ GRAPH ?g { ?o pg:elements ?count } "
        "FILTER NOT EXISTS { GRAPH ?g { ?o qb:dataSet ?set } GRAPH ?h { ?set qb:structure ?s } } }",
        "{ GRAPH ?g { ?o qb:dataSet ?one, ?other } FILTER(?one != ?other) }",
        # dimensions and measures have one value each
        "{ GRAPH ?g { ?o qb:dataSet ?set ; ?p ?one, ?other } FILTER(?one != ?other) }",
        # dimensions are declared, with a range; those of concepts have a code list
        "{ GRAPH ?g { ?c qb:dimension ?p } "
        "FILTER NOT EXISTS { GRAPH ?h { ?p a qb:DimensionProperty } "
        "GRAPH ?i { ?p rdfs:range ?r } } }",
        "{ GRAPH ?g { ?p rdfs:range skos:Concept } GRAPH ?h { ?p a qb:DimensionProperty } "
        "FILTER NOT EXISTS { GRAPH ?h { ?p qb:codeList ?list } } }",
        "{ GRAPH ?g { ?p qb:codeList ?list } GRAPH ?h { ?o ?p ?code ; qb:dataSet ?set } "
        "FILTER NOT EXISTS { GRAPH ?i { ?code skos:inScheme ?list } } }",
        # a slice has its key's dimension, which its observations have from it and do not repeat
        "{ GRAPH ?g { ?s a qb:Slice } FILTER NOT EXISTS { GRAPH ?g { ?s pg:refVersion ?v } } }",
        "{ GRAPH ?g { ?s qb:observation ?o . ?o pg:refVersion ?w } }",
        "{ GRAPH ?g { ?s qb:observation ?o . ?t qb:observation ?o } FILTER(?s != ?t) }",
        "{ GRAPH ?g { ?set qb:slice ?s . ?s qb:observation ?o . ?o qb:dataSet ?other } "
        "FILTER(?set != ?other) }",
    ],
)  # fmt: skip
def test_the_cubes_are_well_formed(wrong: str, select: Callable[[str], Table]) -> None:
    assert select(ONE + wrong)[0]["n"] == 0


def test_every_observation_has_its_place_and_no_other_has_it(graph: Graph) -> None:
    found = list(observations(counted(graph)))
    total = graph.select(PROLOGUE + ONE + "{ GRAPH ?g { ?o qb:dataSet ?set } }")[0]["n"]
    assert len(found) == total
    assert len(found) > 300
    about = defaultdict(list)
    for quad in counted(graph):
        about[quad.graph_name].append(quad)
    for quads in about.values():  # of a version each, and the totals
        places = Counter((data_set, of) for data_set, of, _values in observations(quads))
        assert set(places.values()) == {1}
    assert {data_set for data_set, _, _ in found} == DIMENSIONS.keys() - {
        "goals-stated", "total-goals-stated"
    }  # fmt: skip
    sliced = sum(data_set in SLICED for data_set, _, _ in found)
    slices = graph.select(PROLOGUE + ONE + "{ GRAPH ?g { ?s a qb:Slice ; qb:observation ?o } }")
    assert slices[0]["n"] == sliced


# -- counts ------------------------------------------------------------------------------

VERSION, KIND = NamedNode("https://w3id.org/plangraph/id/plan/x@1"), "measure"


def made(*elements: tuple[str, str, str | None]) -> list[Quad]:
    """A version with elements: id, kind, parent."""
    from plangraph.vocabulary import RDF

    found = [Quad(VERSION, RDF.type, PG.PlanVersion, VERSION)]
    for name, kind, parent in elements:
        node = NamedNode(f"{VERSION.value}/{name}")
        found.append(Quad(node, RDF.type, KINDS[kind], VERSION))
        found.append(Quad(node, PG.kind, Literal(kind), VERSION))
        if parent:
            found.append(Quad(node, PG.parent, NamedNode(f"{VERSION.value}/{parent}"), VERSION))
    return found


def values(quads: Sequence[Said], data_set: str) -> dict[tuple[str, ...], tuple[int, ...]]:
    return {
        tuple(term.value.rpartition("/")[2] for term in of): said
        for name, of, said in observations(quads)
        if name == data_set
    }


def test_what_stands_below_is_counted_at_every_depth() -> None:
    found = version_statistics(
        made(("a", "goal", None), ("b", "policy", "a"), ("c", "measure", "b"),
             ("d", "measure", "b"), ("e", "goal", None)),
        names(),
    )  # fmt: skip
    assert values(found, "below") == {
        ("a", "policy"): (1,), ("a", "measure"): (2,), ("b", "measure"): (2,)
    }  # fmt: skip
    assert values(found, "kinds") == {
        ("goal",): (2,), ("policy",): (1,), ("measure",): (2,)
    }  # fmt: skip
    assert values(found, "versions") == {("x@1",): (5, 0)}


def test_an_element_counts_once_and_only_by_its_main_links() -> None:
    from plangraph.vocabulary import sdg

    graph = names().graph("links/sdgs/stated/x@1")
    found = made(("a", "measure", None), ("b", "measure", None))
    for name, element, rank, goals in (
        ("1", "a", "primary", (11, "11.5")),
        ("2", "a", "primary", (11, "11.7")),
        ("3", "b", "secondary", (11,)),
        ("4", "gone", "primary", (11,)),
    ):
        link = NamedNode(f"urn:link:{name}")
        found += [
            Quad(link, PG.element, NamedNode(f"{VERSION.value}/{element}"), graph),
            Quad(link, PG.rank, Literal(rank), graph),
            Quad(link, PG.linkStatus, Literal("stated"), graph),
            *(Quad(link, PG.goal, sdg(goal), graph) for goal in goals),
        ]
    counts = version_statistics(found, names())
    assert values(counts, "goals-stated") == {("11",): (1,)}
    assert values(counts, "versions") == {("x@1",): (2, 3)}


def test_quads_about_no_version_count_nothing() -> None:
    assert version_statistics(made()[1:], names()) == []


def test_totals_are_sums_over_the_current_versions(graph: Graph, quads: list[Quad]) -> None:
    current = {
        names().statistics(q.object.value.rpartition("/")[2])
        for q in quads
        if q.predicate == PG.currentVersion and isinstance(q.object, NamedNode)
    }
    sums: Counter[tuple[object, ...]] = Counter()
    plans: Counter[tuple[object, ...]] = Counter()
    for data_set, of, (number, *_) in (
        one
        for version in current
        for one in observations(q for q in counted(graph) if q.graph_name == version)
    ):
        if data_set in SLICED:
            sums[f"total-{data_set}", of] += number
            plans[f"total-{data_set}", of] += 1
    totals = {
        (data_set, of): said
        for data_set, of, said in observations(counted(graph))
        if data_set.startswith("total-")
    }
    assert totals == {
        key: (number, plans[key]) for key, number in sums.items() if key[0] in DIMENSIONS
    }


def test_totals_kept_bit_by_bit_are_those_counted_at_once() -> None:
    one = counts(version_statistics(made(("a", "goal", None), ("b", "measure", "a")), names()))
    other = counts(version_statistics(made(("a", "measure", None)), names()))
    kept = Totals()
    kept.add(one)
    again = Totals(kept.quads(names()))
    again.subtract(one)
    again.add(other)
    at_once = Totals()
    at_once.add(other)
    assert list(again.quads(names())) == list(at_once.quads(names()))
    again.subtract(other)
    assert list(again.quads(names())) == []


def test_the_statistics_in_the_store_are_those_of_its_quads(
    graph: Graph, quads: list[Quad]
) -> None:
    marks = (names().graph("statistics/").value, names().totals().value)
    others = [q for q in quads if not getattr(q.graph_name, "value", "").startswith(marks)]
    assert set(dataset_statistics(others, names())) == set(counted(graph))


def test_a_changed_plan_changes_its_counts(tmp_path: Path) -> None:
    import shutil

    from plangraph.pipeline import plan_paths

    for path in plan_paths():
        shutil.copy(path, tmp_path)
    plangraph.build([tmp_path], store=tmp_path / "store")
    plan = tmp_path / "koganei-5th-draft.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("version: draft", "version: second", 1), encoding="utf-8")
    plangraph.build([tmp_path], store=tmp_path / "store")
    changed = plangraph.open(tmp_path / "store")
    rest = [
        q for q in changed.quads()
        if "/statistics/" not in str(q.graph_name) and q.graph_name != names().totals()
    ]  # fmt: skip
    assert set(dataset_statistics(rest, names())) == set(counted(changed))
    assert "koganei-5th@second" in {row["version"] for row in changed.query("plans")}


def test_linking_again_renews_the_counts(tmp_path: Path, run: Callable[..., Result]) -> None:
    place, judged = tmp_path / "store", tmp_path / "judged"
    plangraph.build(store=place)
    judged.mkdir()
    (judged / "sdgs.yaml").write_text(JUDGED, encoding="utf-8")
    before = plangraph.open(place)
    assert run("link", "--judgements", judged, "--store", place).exit_code == 0
    after = plangraph.open(place)
    rest = [
        q for q in after.quads()
        if "/statistics/" not in str(q.graph_name) and q.graph_name != names().totals()
    ]  # fmt: skip
    assert set(dataset_statistics(rest, names())) == set(counted(after))
    assert after.query("sdg-coverage", status="judged").rows == [("小金井市", 6, 1)]
    assert after.search("防災").rows == before.search("防災").rows
    assert (place / (place / "CURRENT").read_text().split()[1] / textindex.FILE).exists()
    run("link", "--store", place)
    assert set(plangraph.open(place).quads()) == set(before.quads())


def test_what_cannot_be_linked_again(tmp_path: Path, run: Callable[..., Result]) -> None:
    from plangraph.store import replace

    replace(str(tmp_path), [])
    said = run("link", "--store", tmp_path)
    assert said.exit_code == 1
    assert "build it again with `plangraph build`" in said.stderr
