"""Cities side by side: like with like, every cell with its source, nothing invented."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyoxigraph
import pytest
import yaml
from click.testing import Result
from pyoxigraph import Literal, NamedNode, Quad

from plangraph.compare import Comparison, compare, render
from plangraph.compare.figures import evenness, overlap
from plangraph.compare.tables import tables
from plangraph.errors import PlangraphError
from plangraph.graph import Graph, memory_graph
from plangraph.model import Document, Element, Plan
from plangraph.resources import folder
from plangraph.triples.plan import plan_quads
from plangraph.triples.reference import catalogue_quads, municipality_quads, ontology_quads
from plangraph.vocabulary import PG, RDF, XSD, Names, field, sdg
from tests.conftest import CASES

Run = Callable[..., Result]
NAMES = Names()
HOSTILE = '=HYPERLINK("x") <script>alert(1)</script>\n"引用" & 葛󠄀城 🌳\ue000'
CASE = yaml.safe_load((CASES / "compare" / "two-cities.yaml").read_text(encoding="utf-8"))


def plan(code: str, name: str, rows: list[list[Any]], *, excerpt: bool = False) -> Plan:
    return Plan(
        plan=name,
        version="draft",
        status="draft",
        title="計画",
        municipality=code,
        document=Document(file=f"{name}.txt", sha256=name * 64, lines=9, excerpt=excerpt),
        elements=tuple(
            Element(kind=kind, id=key, code=said, title=title, parent=parent)
            for kind, key, said, title, parent in rows
        ),
    )


def element(said: str) -> NamedNode:
    city, _, key = said.partition("/")
    return NAMES.element(f"{city}@draft", key)


def link_quads(case: dict[str, Any]) -> list[Quad]:
    quads: list[Quad] = []

    def link(cls: NamedNode, on: str, **values: Any) -> None:
        node = NamedNode(f"{NAMES.base}link/{len(quads)}")
        said = {"type": cls, "element": element(on), **values}
        for name, value in said.items():
            if isinstance(value, float):
                value = Literal(str(value), datatype=XSD.decimal)
            elif isinstance(value, str):
                value = Literal(value)
            predicate = RDF.type if name == "type" else PG[name]
            quads.append(Quad(node, predicate, value, NAMES.graph("links")))

    for on, key, rank in case["fields"]:
        link(PG.FieldLink, on, field=field(key), linkStatus="inferred", rank=rank)
    for on, goal, status, rank in case["goals"]:
        link(PG.GoalLink, on, goal=sdg(goal), linkStatus=status, rank=rank)
    for on, other, status, score in case["counterparts"]:
        link(PG.CounterpartLink, on, counterpart=element(other), linkStatus=status, score=score)
    for on, other, score in case["gaps"]:
        link(PG.Gap, on, comparedWith=NAMES.version(f"{other}@draft"), score=score)
    return quads


def graph_of(plans: list[Plan], links: list[Quad] | None = None) -> Graph:
    quads = list(ontology_quads(folder("ontology"), NAMES))
    codes = {"13211", "13210", "13203"}
    quads += municipality_quads(Path(folder("data")) / "municipalities.csv", NAMES, codes)
    quads += catalogue_quads(plans, NAMES)
    for one in plans:
        quads += plan_quads(one, NAMES)
    return memory_graph(quads + (links or []))


@pytest.fixture(scope="module")
def two() -> Graph:
    plans = [
        plan("13211", "a", CASE["plans"]["13211"]),
        plan("13210", "b", CASE["plans"]["13210"]),
    ]
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


# -- what is written ------------------------------------------------------------------------


def hostile() -> Comparison:
    rows = [["measure", "m1", "施策1", HOSTILE, None], ["measure", "m2", "+1", "-2+3", None]]
    plans = [plan("13211", "a", rows), plan("13210", "b", rows)]
    case = CASE | {"fields": [["a/m1", "sports", "primary"]], "goals": [], "counterparts": []}
    return compare(graph_of(plans, link_quads(case | {"gaps": []})), "a", "b")


def test_page_is_whole_without_a_network(three: Comparison) -> None:
    page = str(render(three, "html"))
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//|@import|url\(|style=""", page)
    assert page.count("<script>") == page.count("<style>") == 1
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(ids)
    for words in ("これは公式の文書ではありません", "This is not an official document"):
        assert words in page
    for side in three.sides:
        assert side.outline is not None
        assert side.outline.sha256 in page


def test_titles_are_escaped_as_each_format_asks() -> None:
    found = hostile()
    page = str(render(found, "html"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert json.loads(render(found, "json"))["outline"][0]["title"] == HOSTILE
    turtle = render(found, "ttl")
    titles = {
        triple.object.value
        for triple in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
        if isinstance(triple.object, Literal)
    }
    assert HOSTILE in titles


def test_workbook_holds_text_not_formulas() -> None:
    body = render(hostile(), "xlsx")
    assert isinstance(body, bytes)
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book.worksheets[0].freeze_panes == "B6"
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    values = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert HOSTILE in values
    assert "-2+3" in values


def test_workbook_of_the_three_cities(three: Comparison) -> None:
    body = render(three, "xlsx")
    assert isinstance(body, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]
    head = next(row for row in sheet.iter_rows() if str(row[0].value).startswith("政策分野"))
    assert [cell.value for cell in head][1::2] == [
        "小平市 / Kodaira",
        "小金井市 / Koganei",
        "清瀬市 / Kiyose",
    ]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 50


@pytest.mark.parametrize("form", ["html", "xlsx", "json", "ttl", "csv"])
def test_the_same_from_run_to_run(graph: Graph, form: str) -> None:
    once, again = (compare(graph, "koganei", "kiyose", on="2026-04-01") for _ in range(2))
    assert render(once, form) == render(again, form)


def test_rows_that_name_an_element_have_the_same_columns(three: Comparison) -> None:
    for name, table in tables(three).items():
        if "id" in table.columns:
            place = table.columns.index("city")
            wanted = ("city", "plan", "version", "kind", "code", "title", "id")
            assert table.columns[place : place + 7] == wanted, name


# -- the command, and bad input ----------------------------------------------------------------


def test_command_on_the_screen(run: Run) -> None:
    output = run("compare", "kodaira", "koganei", "kiyose", "--on", "2026-04-01").output
    for words in ("kodaira-4th@submitted", "施策1-111", "ran out (2026-04-01)", "100.0%"):
        assert words in output
    assert "kiyose-5th@draft" in run("compare", "--field", "防災", "-f", "csv").output


@pytest.mark.parametrize("ending", ["html", "xlsx", "csv", "tsv", "json", "ttl"])
def test_command_writes_files(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"compared.{ending}"
    assert run("compare", "koganei", "kiyose", "-o", path).exit_code == 0
    assert path.stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("kodaira", "小平市"), "are the same version"),
        (("武蔵野市",), "no plan of these cities has been read yet"),
        (("武蔵野市", "13203", "kodaira"), "a city is named twice"),
        (("kodairra", "koganei"), "did you mean kodaira"),
        (("kodaira", "--field", "防災対策課"), "no policy field is called"),
        (("kodaira", "--goal", "18"), "no SDG goal is called 18"),
        (("kodaira", "--department", "産業課"), "did you mean 産業振興課"),
        (("kodaira", "--status", "guessed"), "no status is called guessed"),
        (("kodaira", "--on", "someday"), "is no date"),
    ],
)
def test_bad_input_is_answered(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("compare", *arguments)
    assert result.exit_code == 1
    assert message in result.output


def test_a_workbook_that_is_open_stays_as_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "open.xlsx"
    path.write_bytes(b"in use")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "The process cannot access the file: it is in use")

    monkeypatch.setattr("os.replace", refuse)
    result = run("compare", "koganei", "kiyose", "-o", path)
    assert result.exit_code == 1
    assert "cannot be written" in result.output
    assert "close the file where it is open" in result.output
    assert path.read_bytes() == b"in use"
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_store_is_answered() -> None:
    with pytest.raises(PlangraphError, match="no plans"):
        compare(graph_of([]))


def test_elements_are_counted_as_the_list_of_versions_counts_them(graph: Graph) -> None:
    listed = {row["version"]: row["elements"] for row in graph.query("plans")}
    rows = list(tables(compare(graph, "kodaira", "koganei"))["versions"])
    assert {row["version"]: row["elements"] for row in rows} == {
        row["version"]: listed[row["version"]] for row in rows
    }
    koganei = next(row for row in rows if row["version"] == "koganei-5th@draft")
    assert (koganei["elements"], koganei["in_tree"]) == (63, 61)  # its two indicators stand apart
