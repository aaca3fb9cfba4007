"""Fields, SDG goals and counterparts: on what grounds, the same every time, reviewed ones first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from plangraph.errors import PlangraphError
from plangraph.graph import Graph, memory_graph, open_graph
from plangraph.links import link_quads
from plangraph.links.counterparts import Counterpart, Gap, counterparts, cut
from plangraph.links.dataset import versions
from plangraph.links.fields import MAIN, field_scores, only_terms, text_strengths
from plangraph.links.goals import goal_scores
from plangraph.links.judgements import Judgements, Unused, load_judgements
from plangraph.links.matrices import FEATURES, compare, matrices
from plangraph.links.profile import Profile, profiles
from plangraph.links.sides import Sources, side_of
from plangraph.links.table import field_table
from plangraph.links.text import fold, grams
from plangraph.links.words import Words
from plangraph.outline import Outline
from plangraph.triples.write import merged, write_quads
from plangraph.vocabulary import PG, PROLOGUE, PROV
from tests.conftest import CASES

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def outlines(graph: Graph) -> list[Outline]:
    return versions(graph.select)


@pytest.fixture(scope="module")
def known(outlines: list[Outline]) -> dict[str, Profile]:
    return {p.node.title or "": p for outline in outlines for p in profiles(outline)}


def test_folding_and_grams() -> None:
    assert fold("障がい者 福祉") == fold("障害者福祉")
    assert set(grams(fold("防災体制の整備"))) == {"防", "災", "防災"}
    assert grams(fold("地域の活性化")) == {}


def test_words_take_the_longest_and_latin_words_only_whole() -> None:
    words = Words(["医療", "医療保険", "ict"])
    assert list(words.find("公的医療保険")) == [(2, "医療保険")]
    assert list(words.find("district, ict")) == [(10, "ict")]


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("農林業の振興", {"agriculture", "forestry"}),  # 林業 within it adds nothing
        ("商工業の振興", {"industry", "commerce"}),  # の振興 takes nothing away
        ("林業の振興", {"forestry"}),
        ("上下水道の整備", {"water-supply", "sewerage"}),
    ],
)
def test_compounds_name_all_of_their_fields_alike(text: str, main: set[str]) -> None:
    strengths = text_strengths(fold(text))
    most = max(strengths.values())
    assert {key for key, value in strengths.items() if value >= MAIN * most} == main


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("学校の給食", 0.5),  # 学校 only tells whose 給食
        ("学校と給食", 1),
        ("学校の人材", 1),  # 人材 names no field
    ],
)
def test_what_only_tells_whose_the_next_word_is_says_less(text: str, school: float) -> None:
    assert text_strengths(fold(text))["school-education"] == school


def test_a_plan_of_few_elements_asks_for_less() -> None:
    assert [round(cut(size), 3) for size in (1, 17, 30, 70, 500)] == [0.2, 0.2, 0.3, 0.5, 0.5]


def test_a_text_of_terms_alone_is_clear() -> None:
    assert only_terms("環境")
    assert only_terms(fold("環境の整備"))
    assert not only_terms("河童")
    assert not only_terms(fold("河童の里の環境"))


def test_parts_of_fields_are_fields() -> None:
    table = field_table()
    parts = [(part, whole) for whole, some in table.parts.items() for part, _ in some]
    assert {key for pair in parts for key in pair} <= table.fields.keys()
    assert all(table.fields[key].parent for pair in parts for key in pair)  # of the second level
    assert all(part != whole for part, whole in parts)


def bare(plan: str, titles: list[str]) -> list[Profile]:
    named = [{"code": None, "title": title} for title in titles]
    return side_of(plan, named, Sources(())).candidates


def test_a_title_means_what_is_part_of_its_field() -> None:
    ones = bare("one", ["治水対策の推進", "水産業の振興", "消防力の強化"])
    others = bare("other", ["防災対策の推進", "農業の振興", "学校教育の充実"])
    found = {one.one.title: one for one in counterparts([*ones, *others]) if one.one in ones}
    for part in ("治水対策の推進", "消防力の強化"):
        link = found[part]
        assert isinstance(link, Counterpart)
        assert link.other.title == "防災対策の推進"
    assert isinstance(found["水産業の振興"], Gap)  # beside it is not part of it


def test_only_a_whole_that_is_a_title_alone_means_all_of_its_parts() -> None:
    part, whole = bare("one", ["消防力の強化"]) + bare("other", ["防災対策の推進"])

    def told(one: Profile, other: Profile) -> float:
        both = matrices([one, other])
        features = compare(both.take([0]), both.take([1]))
        return float(features[FEATURES.index("part"), 0, 0])

    assert told(part, whole) > 0.5
    assert told(unfolded(part, "消防団の活動"), whole) > 0.5  # what the part says is no matter
    assert told(part, unfolded(whole, "避難所の備え")) == 0  # the whole has said what it means
    assert told(unfolded(whole, "避難所の備え"), part) == 0


def unfolded(one: Profile, item: str) -> Profile:
    return one._replace(texts={**one.texts, "below": (fold(item),)})


def test_an_exact_match_goes_before_the_whole_that_it_is_part_of() -> None:
    ones = bare("one", ["治水対策の推進"])
    others = bare("other", ["防災対策の推進", "河川・治水の整備"])
    best = next(iter(counterparts([*ones, *others])))
    assert isinstance(best, Counterpart)
    assert best.other.title == "河川・治水の整備"


def test_a_field_link_names_its_terms_and_where_they_stand(known: dict[str, Profile]) -> None:
    best = field_scores(known["スポーツの振興"])[0]
    assert best.field == "sports"
    assert best.primary
    assert ("title", "スポーツ") in best.matches


def test_what_curators_say_of_passages_speaks_too(
    known: dict[str, Profile], outlines: list[Outline]
) -> None:
    wide = known["安全安心で快適な、住みやすいまちを形成する"]
    assert len(wide.texts["passage"]) == 5
    sewers = next(one for one in field_scores(wide) if one.field == "sewerage")
    assert ("passage", "下水道") in sewers.matches
    assert "下水道" not in "".join((*wide.texts["title"], *wide.texts["keyword"]))
    best = next(
        one
        for one in counterparts([p for outline in outlines for p in profiles(outline)])
        if one.one.node.title == "汚水・雨水の処理"
        and (one.other.plan if isinstance(one, Counterpart) else one.plan) == "kodaira-4th"
    )
    nearest = best.other if isinstance(best, Counterpart) else best.nearest
    assert nearest is not None
    assert nearest.node.title == wide.node.title


def test_words_of_anyone_s_life_do_not_mean_older_people() -> None:
    alone, named = (text_strengths(fold(text)) for text in ("生きがいを持つ", "高齢者の生きがい"))
    assert alone["elderly-welfare"] < 1 < named["elderly-welfare"]


def test_only_policy_content_is_linked(known: dict[str, Profile]) -> None:
    kinds = {profile.node.kind for profile in known.values()}
    assert kinds.isdisjoint({"vision", "philosophy", "opinion", "ideal-state", "indicator"})


def test_grains(known: dict[str, Profile]) -> None:
    assert known["防災体制の整備"].grain == "unit"
    assert known["地域の絆で支えあう"].grain == "unit"  # Kodaira's 方針 carry no 施策
    assert known["環境と都市基盤"].grain == "theme"
    assert known["消防団機能の充実・強化を図ります"].grain == "detail"


@pytest.mark.parametrize(
    ("title", "goals"),
    [
        ("ジェンダー平等社会の推進", {5}),
        ("学校教育の充実", {4}),
        ("都市農業の振興", {2}),
        ("健康の維持・増進", {3}),
    ],
)
def test_main_goals(title: str, goals: set[int], known: dict[str, Profile]) -> None:
    scores = goal_scores(known[title])
    assert {one.goal for one in scores if one.primary} == goals
    assert all(one.matches and 0 < one.score <= 1 for one in scores)


def test_counterparts_and_gaps_of_the_three_cities(outlines: list[Outline]) -> None:
    found = counterparts([p for outline in outlines for p in profiles(outline)])
    ranked = {
        (one.one.node.title, one.other.plan, one.rank): one.other.node.title
        for one in found
        if isinstance(one, Counterpart)
    }
    assert ranked["スポーツの振興", "kiyose-5th", 1] == "生涯学習・文化・芸術・スポーツの支援"
    assert {ranked["高齢者の支援", "koganei-5th", rank] for rank in (1, 2)} == {
        "高齢者が暮らし続ける仕組みの充実",
        "高齢者の生きがいの充実",
    }
    assert max(rank for _, _, rank in ranked) == 3
    gaps = {(one.one.node.title, one.plan) for one in found if isinstance(one, Gap)}
    assert ("国際交流・都市間交流の推進", "kiyose-5th") in gaps
    assert not gaps & {(title, plan) for title, plan, _ in ranked}


def test_the_same_quads_whatever_the_order_of_the_versions(outlines: list[Outline]) -> None:
    once, again = link_quads(outlines), link_quads(reversed(outlines))
    assert write_quads(once, "nquads") == write_quads(again, "nquads")


def test_a_graph_says_once_who_makes_its_links_and_merged_each_link_does(
    outlines: list[Outline],
) -> None:
    quads = link_quads(outlines)
    links = {quad.subject: str(quad.graph_name) for quad in quads if quad.predicate == PG.element}
    said = {str(q.subject): str(q.object) for q in quads if q.predicate == PG.linkStatus}
    assert all(graph in said for graph in links.values())
    each = {one.subject: str(one.object) for one in merged(quads) if one.predicate == PG.linkStatus}
    assert {link: each[link] for link in links} == {
        link: said[graph] for link, graph in links.items()
    }
    inferred = [link for link in links if each[link] == '"inferred"']
    assert len(inferred) > 300
    made = {one.subject for one in merged(quads) if one.predicate == PROV.wasGeneratedBy}
    assert made >= set(inferred)


def test_reviewed_decisions_win_and_what_is_gone_is_reported(outlines: list[Outline]) -> None:
    judgements = load_judgements([CASES / "links" / "good" / "gone.yaml"])
    unused: list[Unused] = []
    graph = memory_graph(link_quads(outlines, None, judgements, unused))
    (gone,) = unused
    assert "koganei-5th has no element measure-99 any more" in str(gone)
    rows = graph.select(
        PROLOGUE + "SELECT ?status { GRAPH ?g { ?link pg:element ?one ; pg:counterpart ?other ;"
        ' pg:linkStatus ?status FILTER(STRENDS(STR(?one), "/measure-18") &&'
        ' STRENDS(STR(?other), "/measure-participation-peace")) } }'
    )
    assert rows.rows == [("judged",)]
    rejected = graph.select(
        PROLOGUE + "ASK { GRAPH ?g { ?link pg:element ?one ; pg:counterpart ?other FILTER("
        'STRENDS(STR(?one), "koganei-5th@draft/measure-8") &&'
        ' STRENDS(STR(?other), "/measure-3-331")) } }'
    )
    assert rejected.rows == [(False,)]
    told = graph.select(
        PROLOGUE
        + "SELECT ?one ?status { GRAPH ?g { ?link pg:element ?one ; pg:notCounterpart ?other"
        " ; pg:linkStatus ?status } }"
    )
    assert sorted(str(one).rpartition("/")[2] for one, _ in told.rows) == [
        "measure-3-331",
        "measure-8",
    ]
    assert {status for _, status in told.rows} == {"judged"}


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("contradictory", 9, "both rejected and accepted"),
        ("same-plan", 2, "between two plans"),
        ("unknown-decision", 5, "no decision called acept"),
        ("wrong-goal", 6, "no SDG goal is called 18"),
        ("twice", 8, "judged twice"),
        ("both-ranks", 7, "both primary and secondary"),
        ("no-reason", 5, "reason is missing"),
        ("reason-in-no-language", 7, "reason is not in two languages"),
        ("broken", 2, "the bracket that opens here is not closed"),
    ],
)
def test_bad_judgements_name_file_and_line(name: str, line: int, message: str) -> None:
    path = CASES / "links" / f"{name}.yaml"
    with pytest.raises(PlangraphError) as raised:
        load_judgements([path])
    assert message in str(raised.value)
    assert raised.value.place == f"{path}:{line}"


def test_judgements_that_come_with_plangraph_are_about_what_is_there(
    outlines: list[Outline],
) -> None:
    unused: list[Unused] = []
    link_quads(outlines, None, load_judgements(), unused)
    assert unused == []


def test_no_versions_no_links() -> None:
    assert link_quads([], None, Judgements((), ())) == []


def test_the_command_links_again_and_leaves_stated_links_alone(tmp_path: Path, run: Run) -> None:
    said = run("link", "-o", tmp_path / "links.trig")
    assert said.exit_code == 0
    assert "links/sdgs/judged/koganei-5th@draft" in said.stdout
    assert "pg:counterpart " in (tmp_path / "links.trig").read_text(encoding="utf-8")


def test_linking_again_changes_nothing_but_what_judgements_change(
    store: Path, graph: Graph, tmp_path: Path, run: Run
) -> None:
    copy = shutil.copytree(store, tmp_path / "store")
    assert run("link", "--store", copy).exit_code == 0
    assert write_quads(open_graph(copy).quads(), "nquads") == write_quads(graph.quads(), "nquads")

    own = tmp_path / "own"
    own.mkdir()
    (own / "sdgs-koganei.yaml").write_text(
        "kind: sdgs\nplan: koganei-5th\nby: test\njudgements:\n"
        "  - {element: measure-8, primary: [14], reason: {ja: 例, en: an example}}\n",
        encoding="utf-8",
    )
    assert run("link", "--judgements", own, "--store", copy).exit_code == 0
    rows = list(open_graph(copy).query("sdg-coverage", status="judged"))
    assert rows == [{"city": "小金井市", "goal": 14, "elements": 1}]


def test_where_links_cannot_be_written(tmp_path: Path, run: Run) -> None:
    said = run("link", "--store", "http://localhost:1/sparql")
    assert (said.exit_code, "an endpoint cannot be built into" in said.output) == (1, True)
    said = run("link", "-o", tmp_path / "links.docx")
    assert (said.exit_code, "there is no format called docx" in said.output) == (1, True)
    assert not (tmp_path / "links.docx").exists()


def test_evaluating_titles_of_cities_that_are_not_in_the_store(run: Run) -> None:
    said = run("evaluate", "counterparts", CASES / "links" / "gold.json", "--format", "csv")
    assert "aoi → midori: first-ranked is right,1.0,2" in said.stdout
    assert '"aoi → midori: none, recall",1.0,1' in said.stdout


def test_evaluating_what_is_no_judgement(tmp_path: Path, run: Run) -> None:
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    said = run("evaluate", "sdgs", tmp_path / "gold.json")
    assert said.exit_code == 1
    assert "no list “elements”" in said.stderr
