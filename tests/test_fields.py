"""The policy fields and the spelling variants: complete, two levels, no idle words, stable."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from plangraph.links.fields import text_strengths
from plangraph.links.text import fold
from plangraph.vocabulary import PREFIXES

ONTOLOGY = Path(__file__).parents[1] / "ontology"
FIELDS = ONTOLOGY / "policy-fields.ttl"
SCHEME = PREFIXES["field"].rstrip("/")
SKOS = "http://www.w3.org/2004/02/skos/core#"
#: Words of any plan: they say how a city acts and speak for no field.
GENERIC = re.compile(
    "推進|整備|充実|支援|まちづくり|強化|促進|振興|向上|確保|形成|実現|活用|創出|創造|取組|対策|体制|"
    "計画|施策|事業|政策|方針|基本|総合|総合的|計画的|効果的|効率的|積極的|適切|適正|仕組み|基盤|連携|"
    "活動|運営|管理|構築|展開|地域|市民|住民|社会|暮らし|生活|まち|都市|改革|見直し|評価|更新|活性化|未来|"
    "plans?|planning|services|support|development|people|local|residents|strategy|quality|"
    "improvement|programs?|projects?|goals"
)

#: Local name of a SKOS property → the values it has, each with its language, in file order.
Facts = dict[str, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def concepts() -> dict[str, Facts]:
    """What the file says of each concept, by key."""
    found: dict[str, Facts] = {}
    for quad in parse(path=str(FIELDS), format=RdfFormat.TURTLE):
        subject = quad.subject.value
        if subject.startswith(PREFIXES["field"]):
            facts = found.setdefault(subject.removeprefix(PREFIXES["field"]), defaultdict(list))
            language = getattr(quad.object, "language", None) or ""
            value = getattr(quad.object, "value", "")
            facts[quad.predicate.value.removeprefix(SKOS)].append((value, language))
    return found


@pytest.fixture(scope="module")
def variants() -> list[tuple[str, str]]:
    with (ONTOLOGY / "spelling-variants.csv").open(encoding="utf-8", newline="") as file:
        return [(row["variant"], row["standard"]) for row in csv.DictReader(file)]


def keys(facts: Facts, name: str) -> list[str]:
    return [value.removeprefix(PREFIXES["field"]) for value, _ in facts.get(name, [])]


def labels(facts: Facts, name: str, language: str) -> list[str]:
    return [value for value, spoken in facts.get(name, []) if spoken == language]


def goals(facts: Facts, name: str) -> set[str]:
    return {value.removeprefix(PREFIXES["sdg"]) for value, _ in facts.get(name, [])}


def terms(concepts: dict[str, Facts], language: str) -> Iterator[tuple[str, str]]:
    for key, facts in concepts.items():
        for name in ("altLabel", "hiddenLabel"):
            for term in labels(facts, name, language):
                yield key, term


def fields(concepts: dict[str, Facts]) -> dict[str, Facts]:
    return {key: facts for key, facts in concepts.items() if facts.get("broader")}


def test_every_concept_is_named_and_defined_in_both_languages(
    concepts: dict[str, Facts],
) -> None:
    for key, facts in concepts.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", key)
        for name in ("prefLabel", "definition"):
            assert sorted(language for _, language in facts[name]) == ["en", "ja"], (key, name)
            assert all(re.fullmatch(r"\S.*\S", value) for value, _ in facts[name]), (key, name)
        assert keys(facts, "inScheme") == [SCHEME], key
    for language in ("ja", "en"):
        named = Counter(labels(facts, "prefLabel", language)[0] for facts in concepts.values())
        assert max(named.values()) == 1


def test_two_levels(concepts: dict[str, Facts]) -> None:
    below = fields(concepts)
    groups = concepts.keys() - below.keys()
    assert (len(below), len(groups)) == (92, 14)  # as ontology/CHANGELOG.md says
    for key, facts in below.items():
        (group,) = keys(facts, "broader")
        assert group in groups, f"{key} is below {group}, which is no group"
        assert key in keys(concepts[group], "narrower")
        assert not {"narrower", "topConceptOf"} & facts.keys(), key
        for near in keys(facts, "related"):
            assert near in below.keys() - {key}
            assert key in keys(below[near], "related"), f"{key} is related to {near}, not back"
    for group in groups:
        assert keys(concepts[group], "narrower")
        has = {"altLabel", "hiddenLabel", "related"} & concepts[group].keys()
        assert not has, f"{group} is a group and has {has}"


def test_notations_follow_the_order_of_the_file(concepts: dict[str, Facts]) -> None:
    notations = [facts["notation"][0][0] for facts in concepts.values()]
    assert notations == sorted(set(notations))
    for key, facts in fields(concepts).items():
        group = concepts[keys(facts, "broader")[0]]["notation"][0][0]
        assert re.fullmatch(rf"{group}\.\d\d", facts["notation"][0][0]), key


def test_sdgs_and_cofog(concepts: dict[str, Facts]) -> None:
    known = {
        quad.subject.value.removeprefix(PREFIXES["sdg"])
        for quad in parse(path=str(ONTOLOGY / "sdgs.ttl"), format=RdfFormat.TURTLE)
    }
    for key, facts in concepts.items():
        main, also = goals(facts, "closeMatch"), goals(facts, "relatedMatch")
        assert 1 <= len(main) <= 3, key
        assert all(goal.isdigit() for goal in main), key
        assert main.isdisjoint(also), key
        assert main | also <= known, key
        served = {goal for goal in main | also if goal.isdigit()}
        assert {goal.split(".")[0] for goal in also} <= served, f"{key}: a target without its goal"
        assert facts["editorialNote"], key
        for note, _ in facts["editorialNote"]:
            assert re.fullmatch(r"COFOG \d\d(\.\d)?", note), key


def test_every_goal_is_somebodys_main_goal(concepts: dict[str, Facts]) -> None:
    served = {goal for facts in fields(concepts).values() for goal in goals(facts, "closeMatch")}
    assert served == {str(number) for number in range(1, 18)}


def test_enough_words_each_given_once(concepts: dict[str, Facts]) -> None:
    for key, facts in fields(concepts).items():
        names = ("prefLabel", "altLabel", "hiddenLabel")
        words = [fold(word) for name in names for word in labels(facts, name, "ja")]
        assert [word for word, times in Counter(words).items() if times > 1] == [], key
        words = [word.lower() for name in names for word in labels(facts, name, "en")]
        assert [word for word, times in Counter(words).items() if times > 1] == [], key
        assert len(labels(facts, "altLabel", "ja")) >= 20, key
        assert len(labels(facts, "altLabel", "en")) >= 10, key


def test_no_generic_and_no_stray_words(concepts: dict[str, Facts]) -> None:
    for key, term in [*terms(concepts, "ja"), *terms(concepts, "en")]:
        assert not GENERIC.fullmatch(term), (key, term)
        assert term == unicodedata.normalize("NFC", term).strip(), (key, term)
    for key, term in terms(concepts, "en"):
        assert len(term) >= 2, (key, term)
        assert re.fullmatch(r"[a-z0-9&+/,.'-]+( [a-z0-9&+/,.'-]+)*", term), (key, term)
    # A single kanji counts where it stands alone; a single kana never does.
    single = {fold(term) for _, term in terms(concepts, "ja") if len(fold(term)) < 2}
    assert all("\u4e00" <= term <= "\u9fff" for term in single)


def test_words_are_sorted(concepts: dict[str, Facts]) -> None:
    for key, facts in concepts.items():
        for name in ("altLabel", "hiddenLabel"):
            for language in ("ja", "en"):
                words = labels(facts, name, language)
                assert words == sorted(words), (key, name)


def test_variants_are_clean(variants: list[tuple[str, str]]) -> None:
    assert variants == sorted(variants, key=lambda row: (row[1], row[0]))
    folded = [unicodedata.normalize("NFKC", variant).lower() for variant, _ in variants]
    assert len(folded) == len(set(folded))
    for variant, standard in variants:
        assert fold(standard), variant
        assert fold(variant) == fold(standard), f"{variant} does not become {standard}"


def test_folding_twice_is_folding_once(
    concepts: dict[str, Facts], variants: list[tuple[str, str]]
) -> None:
    texts = [term for language in ("ja", "en") for _, term in terms(concepts, language)]
    texts += [word for row in variants for word in row]
    texts += [
        line for file in sorted((ONTOLOGY.parent / "data" / "plans").rglob("*.yaml"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]  # fmt: skip
    assert [text for text in texts if fold(fold(text)) != fold(text)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("障がいのある人の就労支援", "障害者の就労支援"),
        ("こども・子育て", "子供・子育て"),
        ("街づくりへの町民参画", "まちづくりへの市民参加"),
        ("にぎわいのあるまちなか", "賑わいのある街なか"),
        ("ワーク・ライフ・バランス", "ワークライフバランス"),
        ("ジェンダー平等", "男女平等"),
        ("農村民泊", "農家民泊"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "name", ["熊本地震", "アイヌ文化", "全国保育士会", "鹿児島", "公共にかかわる"]
)
def test_spellings_keep_names(name: str) -> None:
    assert fold(name) == name


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Empty shops", "commerce"),  # the table has the singular
        ("A splash pad", "parks-greenery"),
        ("道と橋を守る", "roads"),
        ("猫と犬のいるくらし", "animals"),
    ],
)
def test_a_word_counts_in_both_numbers_and_alone(title: str, field: str) -> None:
    assert field in text_strengths(fold(title))


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Training", "public-transport"),  # train
        ("Private gardens", "city-promotion"),  # pr
        ("橋本の道具", "roads"),
        ("猫背の矯正", "animals"),
    ],
)
def test_a_word_does_not_count_within_another(title: str, field: str) -> None:
    assert field not in text_strengths(fold(title))
