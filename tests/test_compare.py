"""Cities side by side: like with like, every cell with its source, nothing invented."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from plangraph.compare import Comparison, compare, render
from plangraph.compare.carried import decisions
from plangraph.compare.claims import Link
from plangraph.compare.facts import Source
from plangraph.compare.figures import evenness, overlap
from plangraph.compare.sought import seek
from plangraph.compare.tables import tables, why_empty
from plangraph.compare.words import NEAREST
from plangraph.errors import nearest
from plangraph.fiscal import fold
from plangraph.graph import Graph
from tests.compared import CASE, graph_of, link_quads, plan
from tests.conftest import CASES

Run = Callable[..., Result]
CITIES = {"13211": "a", "13210": "b"}


@pytest.fixture(scope="module")
def two() -> Graph:
    plans = [plan(code, name, CASE["plans"][code]) for code, name in CITIES.items()]
    return graph_of(plans, link_quads(CASE))


@pytest.fixture(scope="module")
def three(graph: Graph) -> Comparison:
    return compare(graph, "kodaira", "koganei", "kiyose", on="2026-04-01")


# -- like with like, and what a cell says ------------------------------------------------


def test_like_is_compared_with_like(three: Comparison) -> None:
    found = {(x.layer, x.kind): x.counts for x in three.levels if x.comparable}
    assert found == {
        ("basic-concept", "philosophy"): (1, 0, 1),
        ("basic-concept", "vision"): (1, 1, 4),
        ("basic-concept", "viewpoint"): (4, 3, 0),
        ("basic-concept", "policy"): (10, 6, 0),
        ("basic-concept", "direction"): (4, 17, 0),
        ("basic-plan", "measure"): (0, 29, 27),
    }


def cells(found: Comparison) -> dict[str | None, list[list[Any]]]:
    return {
        row.field.iri.rpartition("/")[2] if row.field else None: [
            [c.state, [e.node.id for e in c.like], [e.node.id for e in c.other]] for c in row.cells
        ]
        for row in found.subjects
    }


def test_cells_as_worked_out_by_hand(two: Graph) -> None:
    assert cells(compare(two, "a", "b")) == CASE["expected"]


def test_not_read_yet_is_not_nothing_found(two: Graph) -> None:
    found = compare(two, "a", "武蔵野市")
    assert {row.cells[1].state for row in found.subjects} == {"unread"}
    assert found.coherence[1].plans is None
    page = render(found, "html")
    assert "未読" in str(page)


def test_an_excerpt_has_not_nothing() -> None:
    plans = [
        plan("13211", "a", CASE["plans"]["13211"]),
        plan("13210", "b", CASE["plans"]["13210"][:2], excerpt=True),
    ]
    case = CASE | {"fields": CASE["fields"][:3], "counterparts": [], "gaps": [], "goals": []}
    found = compare(graph_of(plans, link_quads(case)), "a", "b")
    assert cells(found)["disaster-prevention"][1][0] == "excerpt"


def test_without_links_the_page_says_so() -> None:
    plans = [
        plan("13211", "a", CASE["plans"]["13211"]),
        plan("13210", "b", CASE["plans"]["13210"]),
    ]
    found = compare(graph_of(plans), "a", "b")
    assert [row.field for row in found.subjects] == [None]
    assert "no links to policy fields" in str(render(found, "html"))
    assert str(render(found, "table"))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"field": "disaster-prevention"}, {"m1", "m2", "p1", "k1"}),
        ({"goal": "11"}, {"m1"}),
        ({"goal": "2"}, set()),  # only touched on
        ({"status": "judged"}, {"k1"}),
        ({"goal": "13", "status": "inferred"}, set()),
    ],
)
def test_filters(two: Graph, filters: dict[str, str], expected: set[str]) -> None:
    found = compare(two, "a", "b", **filters)  # type: ignore[arg-type]
    shown = {e.node.id for row in found.subjects for c in row.cells for e in c.entries}
    assert shown == expected


def test_counterparts_both_ways_and_a_persons_word_wins(two: Graph) -> None:
    pair = compare(two, "a", "b").pairs[0]
    there = [(x.node.id, x.other.id, x.link.status, x.link.score) for x in pair.there.found]
    assert there == [("m1", "k1", "judged", 1.0)]
    assert [(gap.node.id, gap.score) for gap in pair.there.gaps] == [("m2", 0.2)]
    assert [(gap.node.id, gap.score) for gap in pair.back.gaps] == [("k2", 0.1)]
    assert pair.there.share == pair.back.share == 0.5


def test_where_only_the_nearest_of_many_plans_are_kept_no_gap_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("plangraph.compare.pairs.PLANS", 1)
    case = CASE | {"gaps": []}
    plans = [plan(code, name, CASE["plans"][code]) for code, name in CITIES.items()]
    found = compare(graph_of(plans, link_quads(case)), "a", "b")
    (pair,) = found.pairs
    assert pair.linked
    assert not pair.whole
    assert (pair.there.linked, pair.there.all_of, pair.there.share) == (1, 2, None)
    assert "only the nearest of all" in (why_empty(found, "gaps") or "")
    assert why_empty(found, "counterparts") is None
    for form in ("table", "html"):
        assert str(NEAREST) in str(render(found, form))


def test_what_is_sought_is_what_a_store_of_few_plans_keeps(three: Comparison, graph: Graph) -> None:
    source = Source(graph)
    for kept in three.pairs:
        one, other = kept.there.side.outline, kept.back.side.outline
        assert one
        assert other
        both = seek(one, other, decisions(one, other, source).rejected)
        for way, sought in zip((kept.there, kept.back), both, strict=True):
            there = [*way.found, *way.found_beside]
            told = {link_of(x.link) for x in there if x.link.status == "inferred"}
            judged = {(x.node.id, x.other.iri) for x in there if x.link.status == "judged"}
            tree = {node.id for node in way.side.elements}
            found = [link for link in sought.counterparts if link.element in tree]
            assert told == {link_of(x) for x in found if (x.element, x.target) not in judged}
            linked = {x.node.id for x in there}
            gaps = {(x.node.id, x.score) for x in (*way.gaps, *way.gaps_beside)}
            mine = {(x.element, x.score) for x in sought.gaps if x.element in tree - linked}
            assert gaps == mine


def link_of(link: Link) -> tuple[str, str, str | None, float | None, tuple[str, ...]]:
    return (link.element, link.target, link.rank, link.score, link.terms)


def test_versions_that_no_store_links_are_compared_in_full(graph: Graph) -> None:
    (pair,) = compare(graph, "kodaira-4th@draft", "koganei").pairs
    (current,) = compare(graph, "kodaira", "koganei").pairs
    assert pair.sought
    assert not current.sought
    assert pair.whole
    former, now = (
        {fold(x.node.code or "") for x in one.there.found if x.node.kind == "policy"}
        for one in (pair, current)
    )
    assert former == now  # the titles of the 方針 were reworded, their subjects stayed
    (same,) = compare(graph, "kodaira-4th@draft", "kodaira").pairs
    assert not same.linked
    assert not same.sought


def test_a_former_version_has_the_decisions_on_what_did_not_change(graph: Graph) -> None:
    """Of six, those on 自治体経営方針 and on プロジェクト2 hold in the draft."""
    found = compare(graph, "kodaira-4th@draft", "koganei")
    (pair,) = found.pairs
    there, back = (
        [(x.node.id, x.other.id, x.link) for x in (*way.found, *way.found_beside)]
        for way in (pair.there, pair.back)
    )
    judged = [(one, other) for one, other, link in there if link.status == "judged"]
    assert judged == [("management-policy", "measure-29")]
    assert [(x, y) for y, x, link in back if link.status == "judged"] == judged
    said = next(link for *_, link in there if link.status == "judged")
    assert said.said_by.en == "judged by a curator (carried over from kodaira-4th@submitted)"
    assert (said.score, said.terms) == (None, ())
    assert said.reason == ("市政の経営という同じ事柄を扱う", "Both treat the running of the city")
    for one, other, link in there:
        assert (link.carried is not None) == ((one, other) in judged)
    assert pair.note
    assert "decided on 6 counterparts with kodaira-4th@submitted" in pair.note.en
    assert "same here: 2. Not used, as the elements are not here or have changed: 4" in pair.note.en
    for form in ("table", "html"):
        assert str(pair.note) in str(render(found, form))
    rows = [row for row in tables(found)["counterparts"] if row["carried_from"]]
    assert {row["status"] for row in rows} == {"judged"}
    assert {row["carried_from"] for row in rows} == {"kodaira-4th@submitted"}
    assert "reviewed-counterpart-koganei-5th@draft-measure-29>" in str(render(found, "ttl"))


def test_what_a_person_rejected_is_rejected_where_it_did_not_change(graph: Graph) -> None:
    """方向性1 reads in the printed chapters as in what was submitted."""
    found = compare(graph, "kodaira-4th@printed", "koganei", all_levels=True)
    printed, koganei = (side.outline for side in found.sides)
    assert printed
    assert koganei
    alone, _ = seek(printed, koganei, ())
    rejected = "direction-1", "measure-28"
    ends = {(link.element, link.target.rpartition("/")[2]) for link in alone.counterparts}
    assert rejected in ends
    there = {(x.node.id, x.other.id): x.link.status for x in found.pairs[0].there.found}
    assert rejected not in there
    assert there["direction-1", "measure-27"] == "judged"  # which a person added


def test_decisions_on_the_versions_themselves_are_not_carried_over(graph: Graph) -> None:
    (pair,) = compare(graph, "kodaira", "koganei").pairs
    judged = [x.link for x in pair.there.found if x.link.status == "judged"]
    assert judged
    assert {link.carried for link in judged} == {None}
    assert all(link.reason for link in judged)
    assert "Both treat the running of the city" in str(
        render(compare(graph, "kodaira", "koganei"), "html")
    )
    assert pair.note is None


def test_what_a_person_rejected_is_not_sought(two: Graph) -> None:
    one, other = (side.outline for side in compare(two, "a", "b").sides)
    assert one
    assert other
    there, _ = seek(one, other, ())
    link = there.counterparts[0]
    iri = next(node.iri for node in one.nodes if node.id == link.element)
    barred, _ = seek(one, other, {frozenset((iri, link.target))})
    assert (link.element, link.target) not in {(x.element, x.target) for x in barred.counterparts}


# -- figures ------------------------------------------------------------------------------


def test_figures_of_kodaira_by_hand(three: Comparison) -> None:
    value = {figure.key: figure.values[0] for figure in three.structure}
    # 8 top elements, 28 below: 4 under each of three goals, 8 under 自治体経営方針, 4 under
    # each of two projects; nothing below those.
    assert [value[key] for key in ("elements", "depth", "breadth")] == [36, 2, 28]
    assert value["branching"] == pytest.approx(28 / 6)
    assert value["balance"] == pytest.approx(0.9755, abs=0.0001)
    assert (value["departments"], value["load"]) == (23, 3)


def test_measures_of_evenness_and_overlap() -> None:
    assert evenness([3, 3, 3]) == pytest.approx(1)
    assert evenness([7]) is None
    assert overlap(Counter(a=1, b=1), Counter(b=2)) == pytest.approx((0 + 0.5) / (0.5 + 1))
    assert overlap(Counter(a=2), Counter(a=9)) == 1
    assert overlap(Counter(), Counter(a=1)) is None


def test_likeness_is_the_same_both_ways(graph: Graph) -> None:
    there = compare(graph, "koganei", "kiyose").likeness[0]
    back = compare(graph, "kiyose", "koganei").likeness[0]
    assert [x.value for x in there] == pytest.approx([x.value for x in back])


# -- coherence ----------------------------------------------------------------------------

STATES = {
    # Counted by hand from lines 1091-1161 of kodaira-4th-draft.txt.
    "2026-04-01": {"expired": 15, "ending": 5, "in-force": 7, "no-period": 5},
    "2021-04-01": {"expired": 3, "ending": 1, "in-force": 23, "no-period": 5},
    "2020-04-01": {"ending": 3, "in-force": 17, "no-period": 5, "future": 7},
}


@pytest.mark.parametrize(("on", "expected"), STATES.items())
def test_sectoral_plans_of_kodaira(graph: Graph, on: str, expected: dict[str, int]) -> None:
    one = compare(graph, "kodaira", on=on).coherence[0]
    assert one.source is not None
    assert one.source.version == "kodaira-4th@draft"
    counts = Counter(found.state for found in one.plans or ())
    assert counts == Counter(expected)
    assert [found.node.title for found in one.plans or () if found.adrift] == [
        "協働の推進に関する指針",
        "公共施設マネジメント基本方針",
        "公共施設マネジメント推進計画",
        "公共施設等総合管理計画",
    ]
    assert one.unserved == ()


def test_what_no_document_lists_is_not_counted_as_none(three: Comparison) -> None:
    assert [one.plans is None for one in three.coherence] == [False, True, True]
    koganei = {lack.key: lack for lack in three.coherence[1].lacks}
    assert koganei["department"].nowhere
    assert len(koganei["department"].missing) == 29


def test_leap_day() -> None:
    graph = graph_of([plan("13211", "a", CASE["plans"]["13211"])])
    assert compare(graph, "a", on=date(2028, 2, 29)).on == date(2028, 2, 29)


def test_elements_are_counted_as_the_list_of_versions_counts_them(graph: Graph) -> None:
    listed = {row["version"]: row["elements"] for row in graph.query("plans")}
    rows = list(tables(compare(graph, "kodaira", "koganei"))["versions"])
    assert {row["version"]: row["elements"] for row in rows} == {
        row["version"]: listed[row["version"]] for row in rows
    }
    koganei = next(row for row in rows if row["version"] == "koganei-5th@draft")
    assert (koganei["elements"], koganei["in_tree"]) == (63, 61)  # its two indicators stand apart


def test_a_plan_in_english_beside_a_japanese_one(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "store"
    plans = Path(__file__).parents[1] / "data" / "plans" / "koganei"
    assert run("build", CASES / "compare" / "english.yaml", plans, "--store", store).exit_code == 0
    ways = run("compare", "anytown-2030", "koganei", "--table", "counterparts", "-f", "csv",
               "--store", store).stdout  # fmt: skip
    pairs = {(row["title"], row["other_title"]) for row in csv.DictReader(ways.splitlines())}
    assert pairs >= {
        ("Reduce waste and increase recycling", "循環型社会の形成"),
        ("Prepare for flooding and emergencies", "防災体制の整備"),
        ("Support for people with disabilities", "障がい者福祉の充実"),
        ("生涯学習の振興", "Lifelong learning and libraries"),
    }
    assert "Port and cruise terminal" not in {title for pair in pairs for title in pair}


def test_a_council_that_no_list_of_municipalities_holds_is_asked_by_its_name(
    run: Run, tmp_path: Path
) -> None:
    plan = (CASES / "compare" / "english.yaml").read_text("utf-8")
    abroad = tmp_path / "abroad.yaml"
    abroad.write_text(
        plan.replace('municipality: "13101"', "organization: Town of Alder Bay"), "utf-8"
    )
    store = tmp_path / "store"
    assert run("build", abroad, "--store", store).exit_code == 0
    asked = run("query", "outline", "-p", "plan=Town of Alder Bay", "--store", store)
    assert "Port and cruise terminal" in asked.stdout
    small = run("query", "outline", "-p", "plan=town of alder bay", "--store", store)
    assert small.stdout == asked.stdout
    other = run("query", "outline", "-p", "plan=Town of Elder Bay", "--store", store)
    assert other.exit_code == 1
    assert "did you mean Town of Alder Bay" in other.stderr


def test_a_plan_without_elements_is_compared_all_the_same() -> None:
    plans = [plan("13211", "a", CASE["plans"]["13211"]), plan("13210", "b", [])]
    graph = graph_of(plans)
    for cities in (("a", "b"), ("b",)):
        for form in ("table", "html", "xlsx", "json", "csv"):
            assert render(compare(graph, *cities), form)
    found = compare(graph, "a", "b")
    assert "b@draft has no elements" in str(render(found, "html"))
    assert why_empty(found, "gaps") == "b@draft has no elements"


def test_two_plans_of_a_city_are_told_apart() -> None:
    plans = [plan("13211", name, CASE["plans"][code]) for code, name in CITIES.items()]
    found = compare(graph_of(plans))
    assert len({side.city for side in found.sides}) == 1
    names = [str(side.name) for side in found.sides]
    assert all(side.key in name for side, name in zip(found.sides, names, strict=True))
    for form in ("table", "html"):
        assert all(name in str(render(found, form)) for name in names)


def test_names_that_are_left_out_are_counted() -> None:
    assert nearest("x", [f"name-{number:02}" for number in range(23)]).endswith("and 3 more")
    assert "more" not in nearest("x", [f"name-{number:02}" for number in range(20)])


def test_a_name_of_two_towns_is_advised_once() -> None:
    assert nearest("kawanish", ["kawanishi", "atami", "kawanishi"]).count("kawanishi") == 1
    assert nearest("x", ["kawanishi", "atami", "kawanishi"]).count("kawanishi") == 1
