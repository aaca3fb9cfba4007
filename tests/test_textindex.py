"""The index of texts finds what the question ``search`` finds, in a sensible order, and quickly."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import plangraph
from plangraph import textindex
from plangraph.errors import ParameterError
from plangraph.graph import Graph
from plangraph.show import describe
from plangraph.textindex import Entries, Entry, Index, by_questions, tokens, writing

TEXTS = ("防災", "子ども", "施策3-331", "計画", "道", "道路", "多文化共生", "disaster", "safety")


def entry(order: int, title: str, *keywords: str, more: str = "") -> Entry:
    names, rest = (title,), (more,) if more else ()
    return Entry(order, f"x@1/e{order}", "measure", None, title, order, names, keywords, rest)


def filled(folder: Path, *entries: Entry, version: str = "x@1") -> Index:
    with writing(str(folder)) as index:
        index.put(Entries(version, "x", "例市", entries))
    return Index(str(folder / textindex.FILE))


def found(index: Index, text: str, limit: int | None = None) -> list[object]:
    return [row["title"] for row in index.search(text, limit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("防災計画", ["防災", "災計", "計画", "画"]),
        ("ＩＣＴの活用", ["ict", "の活", "活用", "用"]),
        ("施策3-331", ["施策", "策", "3", "331"]),
        ("・（）", []),
        ("㌔", ["キロ", "ロ"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_every_string_of_a_japanese_title_is_found(tmp_path: Path) -> None:
    title = "みどりと水の環境整備"
    index = filled(tmp_path, entry(1, title), entry(2, "別の題名"))
    for start in range(len(title)):
        for end in range(start + 1, len(title) + 1):
            assert title in found(index, title[start:end])
    assert found(index, "境環") == []
    assert found(index, "環境の整備") == []


@given(st.text(alphabet="防災計画の推進道路ABab12 -・", min_size=1, max_size=12))
def test_a_title_finds_itself(title: str) -> None:
    if not tokens(title):
        return
    with tempfile.TemporaryDirectory() as folder:
        assert found(filled(Path(folder), entry(1, title)), title) == [title]


def test_the_best_come_first(tmp_path: Path) -> None:
    index = filled(
        tmp_path,
        entry(1, "安全なまち", more="防災の推進"),
        entry(2, "地域の力", "防災"),
        entry(3, "地域防災計画"),
        entry(4, "防災体制の整備"),
        entry(5, "防災"),
    )
    best = ["防災", "防災体制の整備", "地域防災計画", "地域の力", "安全なまち"]
    assert found(index, "防災") == best
    assert found(index, "防災", 2) == best[:2]
    assert index.count("防災") == 5
    assert found(index, "地域 防災") == ["地域防災計画", "地域の力"]


def test_latin_words_are_found_by_their_beginning(tmp_path: Path) -> None:
    index = filled(tmp_path, entry(1, "Disaster preparedness"), entry(2, "SDGsの推進"))
    assert found(index, "DISAST prep") == ["Disaster preparedness"]
    assert found(index, "aster") == []
    assert found(index, "sdgsの") == ["SDGsの推進"]
    assert found(index, "ｓｄｇｓ推進") == []


def test_a_version_is_replaced_and_removed(tmp_path: Path) -> None:
    filled(tmp_path, entry(1, "防災の推進"), entry(2, "道路の整備"))
    index = filled(tmp_path, entry(1, "公園の整備"), version="y@1")
    filled(tmp_path, entry(1, "防犯の推進"))
    assert found(index, "整備") == ["公園の整備"]
    assert found(index, "推進") == ["防犯の推進"]
    assert found(index, "防災") == []
    with writing(str(tmp_path)) as writer:
        writer.remove("x@1")
        writer.remove("never there")
    assert found(index, "推進") == []
    assert index.count("の整") == 1


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.none() | st.lists(st.sampled_from(("防災の推進", "防災", "道路の整備")), max_size=4),
        ),
        max_size=8,
    )
)
def test_what_several_elements_say_stands_once(changes: list[tuple[str, list[str] | None]]) -> None:
    """Whichever of them come and go, what is found is what an index holds that is written anew."""
    versions: dict[str, list[str]] = {}

    def entries(version: str) -> Entries:
        some = (
            entry(place, title)._replace(id=f"{version}@1/e{place}")
            for place, title in enumerate(versions[version])
        )
        return Entries(f"{version}@1", version, "例市", tuple(some))

    import tempfile

    with tempfile.TemporaryDirectory() as changed, tempfile.TemporaryDirectory() as anew:
        with writing(changed) as index:
            for version, titles in changes:
                if titles is None:
                    versions.pop(version, None)
                    index.remove(f"{version}@1")
                else:
                    versions[version] = titles
                    index.put(entries(version))
        with writing(anew) as index:
            for version in versions:
                index.put(entries(version))
        one, other = (Index(str(Path(folder, textindex.FILE))) for folder in (changed, anew))
        for text, limit in (("防災", None), ("防災", 2), ("推進", 1), ("の", 3), ("道", None)):
            assert one.search(text, limit) == other.search(text, limit)
            assert one.count(text) == other.count(text) == len(one.search(text))


@pytest.mark.parametrize("text", TEXTS)
def test_index_and_question_find_the_same(text: str, graph: Graph) -> None:
    asked = graph.select(graph.sparql("search", text=text))
    indexed = graph.query("search", text=text)
    assert asked.columns == indexed.columns == textindex.COLUMNS
    assert set(asked.rows) == set(indexed.rows)
    assert len(asked)


def test_titles_of_a_plan_in_english(tmp_path: Path) -> None:
    """One row an element, though it is called the same twice; an opinion's is a curator's."""
    case = Path(__file__).parent / "cases" / "compare" / "english.yaml"
    title = "Prepare for flooding and emergencies"
    text = case.read_text(encoding="utf-8").replace(title, f"{title}, title_en: {title}")
    asked_for = "Asks for a gauge against flooding"
    text += f"opinions:\n  - {{title: {asked_for}, by: Residents, line: 6, on: measure-2}}\n"
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    plangraph.build([tmp_path / "plan.yaml"], store=tmp_path / "store")
    graph = plangraph.open(tmp_path / "store")
    indexed = graph.query("search", text="flooding")
    assert sorted(str(row["title"]) for row in indexed) == [asked_for, title]
    asked = graph.select(graph.sparql("search", text="flooding"))
    assert Counter(asked.rows) == Counter(indexed.rows)
    opinion = describe(graph, "anytown-2030@adopted/opinion-1")
    assert (opinion["title"], opinion["title_en"]) == (asked_for, None)


def test_words_at_an_endpoint(graph: Graph) -> None:
    """Where there is only SPARQL: the same, in the same classes of order."""
    remote = by_questions(lambda word: graph.select(graph.sparql("search", text=word)), "防災 体制")
    assert remote.rows == graph.search("防災 体制").rows


def test_a_build_without_fts5_searches_all_the_same(
    tmp_path: Path, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plangraph.pipeline.texts.available", lambda: False)
    plangraph.build(store=tmp_path)
    without = plangraph.open(tmp_path)
    assert not list(tmp_path.rglob(textindex.FILE))
    assert set(without.search("防災").rows) == set(graph.search("防災").rows)


def test_a_changed_plan_changes_the_index(tmp_path: Path) -> None:
    from plangraph.pipeline import plan_paths

    for path in plan_paths():
        shutil.copy(path, tmp_path)
    plangraph.build([tmp_path], store=tmp_path / "store")
    plan = tmp_path / "koganei-5th-draft.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("title: 防災体制の整備", "title: 気球体制の整備"), encoding="utf-8"
    )
    plangraph.build([tmp_path], store=tmp_path / "store")
    changed = plangraph.open(tmp_path / "store")
    assert [row["code"] for row in changed.search("気球")] == ["施策8"]
    assert "防災体制の整備" not in [row["title"] for row in changed.search("防災")]


@pytest.mark.parametrize("text", ["", "  ", "・・", "？"])
def test_nothing_to_look_for(text: str, graph: Graph, run: Callable[..., Result]) -> None:
    with pytest.raises(ParameterError, match="no word"):
        graph.search(text)
    said = run("search", text)
    assert said.exit_code == 1
    assert "name one or more" in said.stderr


def test_the_command_says_when_there_are_more(run: Callable[..., Result]) -> None:
    said = run("search", "計画", "--limit", 3, "--format", "csv")
    assert len(said.stdout.splitlines()) == 4
    assert "there are more" in said.stderr
    assert "there are more" not in run("search", "計画", "--limit", 0).stderr
