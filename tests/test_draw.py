"""Pictures: what is selected, where it stands, and that every format survives every title."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import networkx
import pytest
from click.testing import Result
from defusedxml import ElementTree

from plangraph.draw import Picture, draw
from plangraph.draw.claims import with_claims
from plangraph.draw.formats import FORMATS, save
from plangraph.draw.kinds import LOOKS, ink
from plangraph.draw.layout import LAYOUTS, ROW, hierarchy, layout
from plangraph.draw.links import Links
from plangraph.draw.page import page_data
from plangraph.draw.select import gather
from plangraph.draw.svg import _cells, _free_texts, svg
from plangraph.errors import OutputError, ParameterError, PlangraphError, UnknownNameError
from plangraph.graph import Graph
from plangraph.tables import Table, text_width
from plangraph.vocabulary import KINDS, PREFIXES
from tests.drawn import awkward, made_up

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = [form for form in FORMATS if form != "png"]
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def cities(graph: Graph) -> Picture:
    return draw(graph, ["kodaira", "小金井市", "13221"])


def held(page: str) -> dict[str, object]:
    """The data inside a page."""
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert match
    found: dict[str, object] = json.loads(match[1])
    return found


# -- what is drawn ---------------------------------------------------------------------------


def test_cities_come_in_the_order_asked_for_with_all_their_elements(cities: Picture) -> None:
    assert [v.version for v in cities.versions] == [
        "kodaira-4th@submitted", "koganei-5th@draft", "kiyose-5th@draft",
    ]  # fmt: skip
    assert len(cities.marks) == sum(len(v.nodes) for v in cities.versions)
    by_id = {mark.id: mark for mark in cities.marks}
    child = by_id["kodaira-4th@submitted/policy-1"]
    assert cities.marks[child.parent].id == "kodaira-4th@submitted/goal-I"


def test_a_field_and_a_goal_keep_what_they_match_and_what_stands_above(graph: Graph) -> None:
    picture = draw(graph, field="防災")
    assert picture.focus
    matched = {picture.marks[place].id for place in picture.focus}
    assert "koganei-5th@draft/measure-8" in matched  # 施策8 防災体制
    above = {picture.marks[place].parent for place in picture.focus} - {-1}
    assert above <= set(range(len(picture.marks)))
    assert draw(graph, ["koganei"], goal="11").focus
    assert draw(graph, ["防災"]).focus == picture.focus


def test_a_broad_field_is_what_the_fields_within_it_are(graph: Graph) -> None:
    broad, within = (
        {picture.marks[place].id for place in picture.focus or ()}
        for picture in (draw(graph, field=name) for name in ("健康・医療", "健康づくり"))
    )
    assert "kiyose-5th@draft/measure-2-221" in within  # 施策2-221 健康づくりの支援
    assert within <= broad


def test_counterparts_that_are_left_out_are_not_missing(graph: Graph, cities: Picture) -> None:
    paired = {
        cities.marks[place].id
        for claim in cities.claims
        if claim.sort == "counterpart"
        for place in (claim.mark, claim.target)
    }
    part = draw(graph, ["kodaira", "koganei", "kiyose"], field="防災")
    shown = {
        part.marks[place].id
        for claim in part.claims
        if claim.sort == "counterpart"
        for place in (claim.mark, claim.target)
    }
    elsewhere = {part.marks[place].id for place in part.elsewhere}
    assert elsewhere
    assert shown | elsewhere == paired & {mark.id for mark in part.marks}
    assert page_data(part)["elsewhere"] == sorted(part.elsewhere)


def test_around_an_element_goes_up_down_and_across(graph: Graph) -> None:
    near = draw(graph, around="kodaira-4th@submitted/policy-1", depth=1)
    ids = {mark.id for mark in near.marks}
    assert "kodaira-4th@submitted/goal-I" in ids
    assert any(one.startswith("koganei") for one in ids)  # a counterpart
    alone = draw(graph, around="kodaira-4th@submitted/policy-1", depth=0)
    assert alone.focus is not None
    assert [alone.marks[place].id for place in alone.focus] == ["kodaira-4th@submitted/policy-1"]


def test_a_question_chooses_elements_by_its_ids(graph: Graph) -> None:
    picture = draw(graph, query='SELECT ("kiyose-5th@draft/vision-1" AS ?id) {}')
    assert [mark.id for mark in picture.marks] == ["kiyose-5th@draft/vision-1"]


def test_a_question_takes_its_parameters(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "found.cyjs"
    assert run("draw", "--query", "search", "-p", "text=防災", "-o", path).exit_code == 0
    ids = {node["data"]["id"] for node in json.loads(path.read_text("utf-8"))["elements"]["nodes"]}
    assert "koganei-5th@draft/measure-8" in ids
    result = run("draw", "kodaira", "-p", "text=防災", "-o", path)
    assert "a parameter is for a question" in result.output
    assert run("draw", "--query", "search", "-p", "name=x").exit_code == 1


def test_unknown_things_and_empty_selections_are_said(graph: Graph) -> None:
    with pytest.raises(UnknownNameError, match="no city, plan or version is called 小平区"):
        draw(graph, ["小平区"])
    for name in ("kodaira-4th@submitted/nope", "nope"):
        with pytest.raises(UnknownNameError, match=f"no element is called {name}"):
            draw(graph, around=name)
    with pytest.raises(PlangraphError, match="nothing to draw"):
        draw(graph, query='SELECT ("x@y/z" AS ?id) { FILTER(false) }')
    with pytest.raises(PlangraphError, match="there is no column id"):
        draw(graph, query="SELECT (1 AS ?one) {}")


def test_links_name_who_makes_them_and_why(cities: Picture) -> None:
    assert {claim.sort for claim in cities.claims} >= {"field", "goal", "counterpart"}
    assert all(claim.who for claim in cities.claims)
    reasons = {(c.note, c.note_en) for c in cities.claims if c.status == "judged" and c.note}
    assert ("汚水の処理と浸水への備え", "Treats waste water and guards against flooding") in reasons
    methods = {claim.who for claim in cities.claims if claim.status == "inferred"}
    assert not methods & {claim.who for claim in cities.claims if claim.status != "inferred"}
    assert all(claim.terms or claim.score for claim in cities.claims if claim.who in methods)
    colours = {c.key: c.colour for c in cities.concepts if c.sort == "goal"}
    assert colours["11"] == "#FD9D24"
    assert len(colours) == 17  # also what nothing serves: a matrix shows its row of noughts


def test_nobody_is_said_to_state_what_is_not_stated() -> None:
    picture = made_up(["a", "b"], [None, 0])
    one, other = (mark.node.iri for mark in picture.marks)
    goal = PREFIXES["sdg"] + "11"
    links = Links(
        targets=[
            ("goal", "g:stated", goal, ["#1"]),
            ("goal", "g:said by links", goal + ".5", ["#2", "#3"]),
            ("goal", "g:said by nobody", goal, ["#4", "#5", "#6"]),
        ],
        elements=[(one, ["#1", "#3", "#4", "#5"]), (other, ["#2"]), ("elsewhere", ["#6"])],
        common={"g:stated": ("stated", None), "g:said by nobody": (None, "m:guess")},
        statuses={"#2": "judged", "#3": "judged"},
        agents={"#2": "p:eve", "#3": "p:eve"},
        notes={"#1": "printed"},
        secondary=frozenset({"#3"}),
        scores={"#4": 0.5, "#5": 0.75},
        reasons={"#2": "weil", "#5": "題名: 川、水"},
        reasons_en={"#2": "because"},
    )
    claims = with_claims(lambda _: Table([], []), picture, links).claims
    assert [(c.mark, c.status, c.rank, c.score, c.who, c.note, c.terms) for c in claims] == [
        (0, "inferred", "primary", 0.75, "m:guess", None, ("川", "水")),
        (0, "judged", "secondary", None, "p:eve", None, ()),
        (0, "stated", "primary", None, "test.txt", "printed", ()),
        (1, "judged", "primary", None, "p:eve", "weil", ()),
    ]
    assert claims[3].note_en == "because"


# -- how it looks ----------------------------------------------------------------------------


def test_every_kind_has_its_own_colour_and_signs() -> None:
    assert {look.kind for look in LOOKS} == set(KINDS)
    for one in ("colour", "sign_ja", "sign_en"):
        assert len({getattr(look, one) for look in LOOKS}) == len(LOOKS), one
    assert ink("#ffffff") == "#000000"
    assert ink("#005aff") == "#ffffff"


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_the_same_every_time_and_sets_nothing_on_another(
    name: str, cities: Picture
) -> None:
    placed = layout(cities, name)
    assert placed == layout(cities, name)
    assert len(set(placed.marks)) == len(cities.marks)


def test_force_needs_no_igraph(cities: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plangraph.draw.layout.has_igraph", lambda: False)
    assert layout(cities, "force") == layout(cities, "force") != layout(cities, "radial")


def test_the_hierarchy_keeps_the_order_of_the_plan(cities: Picture) -> None:
    placed = hierarchy(cities)
    for children in cities.children().values():
        for one, other in pairwise(children):
            if cities.marks[one].version == cities.marks[other].version:
                assert placed.marks[other][1] - placed.marks[one][1] >= ROW


def test_a_cycle_of_parents_and_ten_thousand_children_are_drawn() -> None:
    cycle = made_up(["a", "b", "c"], [1, 0, 1])
    assert sum(mark.parent == -1 for mark in cycle.marks) == 1
    broad = made_up(["top"] + ["child"] * 10_000, [None] + [0] * 10_000)
    assert len(set(hierarchy(broad).marks)) == 10_001
    tail = made_up(["a", "b", "c", "d"], [3, 0, 1, 2])
    assert [mark.parent for mark in tail.marks] == [-1, 0, 1, 2]
    itself = made_up(["a", "b"], [0, 0])
    assert [mark.parent for mark in itself.marks] == [-1, 0]
    deep = made_up(["x"] * 3000, [None, *range(2999)])
    assert [mark.parent for mark in deep.marks] == [-1, *range(2999)]
    assert len(hierarchy(deep).marks) == 3000


# -- how it is written -----------------------------------------------------------------------


@pytest.mark.parametrize("form", TEXTS)
def test_every_format_holds_every_title(form: str, tmp_path: Path) -> None:
    picture = awkward()
    path = tmp_path / "new" / f"picture.{form}"
    save(picture, path, form)
    text = path.read_text(encoding="utf-8")
    assert "𠮷野家" in text
    if form == "cyjs":
        json.loads(text)
        return
    assert "<img src=x" not in text
    assert "document.title='taken'</script>" not in text
    if form in ("svg", "graphml", "gexf"):
        ElementTree.fromstring(text)


def test_the_page_holds_titles_as_they_are() -> None:
    picture = awkward()
    columns = held(picture.html())["marks"]
    assert isinstance(columns, dict)
    assert columns["title"] == [mark.node.title or "" for mark in picture.marks]
    assert "\u2028" not in picture.html()


def test_the_page_loads_nothing_and_allows_only_its_own_script(cities: Picture) -> None:
    page = cities.html()
    outside = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.S)
    assert not re.search(r"(?:src|href)\s*=\s*[\"']?https?:", outside)
    policy = re.search(r'Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert len(page.encode()) < 1_500_000


def test_the_same_input_gives_the_same_page(
    cities: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert cities.html() == cities.html()
    assert page_data(cities)["made"] == "1970-01-01"


def test_graph_formats_keep_links_with_their_status(cities: Picture, tmp_path: Path) -> None:
    cities.save(tmp_path / "x.graphml")
    graph = networkx.read_graphml(tmp_path / "x.graphml")
    policy = graph.nodes["kodaira-4th@submitted/policy-1"]
    assert policy["title"] == "全ての子どもの育ちと自立を支援する"
    assert policy["kind"] == "policy"
    assert graph.nodes["goal:11"]["colour"] == "#FD9D24"
    relations = {"contains", "field", "goal", "counterpart"}
    assert {data["relation"] for _, _, data in graph.edges(data=True)} == relations
    cities.save(tmp_path / "x.gexf")
    again = networkx.read_gexf(tmp_path / "x.gexf")
    assert again.nodes["kodaira-4th@submitted/policy-1"]["title"] == policy["title"]
    assert {data["relation"] for _, _, data in again.edges(data=True)} == relations


@pytest.mark.parametrize("names", [["kodaira", "koganei"], ["kodaira", "koganei", "kiyose"]])
def test_no_card_of_an_svg_stands_on_another(graph: Graph, names: list[str]) -> None:
    picture = draw(graph, names)
    root = ElementTree.fromstring(svg(picture))
    cards = [one for one in root.iter(f"{SVG}g") if one.find(f"{SVG}title") is not None]
    boxes = []
    for card in cards:
        frame = card.find(f"{SVG}rect")
        assert frame is not None
        boxes.append([float(frame.attrib[key]) for key in ("x", "y", "width", "height")])
    assert len(boxes) == len(picture.marks)
    for one, (x, y, wide, high) in enumerate(boxes):
        for a, b, w, h in boxes[one + 1 :]:
            assert x >= a + w or a >= x + wide or y >= b + h or b >= y + high
    dashed = sum("stroke-dasharray" in one.attrib for one in root.iter(f"{SVG}rect"))
    assert dashed == len(picture.alone()) > 0


def test_no_label_of_a_force_svg_stands_on_a_dot_or_another(graph: Graph) -> None:
    picture = draw(graph, ["kiyose"])
    placed = layout(picture, "force")
    texts = _free_texts(picture, placed)
    assert len(texts) > len(picture.marks) / 2
    covered = [cell for x, y in placed.marks for cell in _cells(x - 5, x + 5, y)]
    free = set(covered)
    for place, text in texts.items():
        x, y = placed.marks[place]
        long = 6 * text_width(re.sub("<[^>]*>", "", text))
        left, right = (x - 9 - long, x - 15) if 'anchor="end"' in text else (x + 15, x + 9 + long)
        cells = _cells(left, right, y)
        assert free.isdisjoint(cells)
        free.update(cells)


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    picture = made_up(["<b>"], [None])
    shown = picture._repr_html_()
    assert shown.startswith("<iframe")
    assert "<script" not in shown
    assert repr(picture) == "<Picture 試験市総合計画: 1 element, 1 version>"


def test_a_dash_is_standard_output(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("draw", "kodaira", "--as", "cyjs", "-o", "-")
    assert json.loads(result.stdout)["elements"]["nodes"]
    assert run("draw", "kodaira", "-o", "-").stdout.startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_or_layout_is_said(run: Run, tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="no format called docx"):
        save(gather([]), tmp_path / "x.docx")
    with pytest.raises(ParameterError, match="no layout called spiral"):
        layout(awkward(), "spiral")
    result = run("draw", "kodaira", "--as", "svgg")
    assert result.exit_code == 1
    assert "did you mean svg" in result.output
    result = run("draw", "kodaira", "--layout", "radial", "-o", tmp_path / "x.html")
    assert result.exit_code == 1
    assert "html lays itself out" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        save(awkward(), tmp_path / "file" / "x.html")


def test_the_command_names_its_file_after_what_it_draws(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("draw", "小平市", "koganei").exit_code == 0
    assert (tmp_path / "小平市-koganei.html").is_file()
    assert run("draw", "kiyose", "-o", "deep/er/k.svg").exit_code == 0
    assert (tmp_path / "deep/er/k.svg").read_text(encoding="utf-8").startswith("<svg")
