"""The tables of a filled store are put together; whatever goes wrong, it stays as it was."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from plangraph.pipeline import build, compacting
from plangraph.pipeline.compacting import compact
from plangraph.simulate import simulate
from plangraph.store import current

from .conftest import require

#: With a third table of a kind the engine itself would begin to put them together.
GRAPHS = ("urn:graph:a", "urn:graph:b")


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take any store for a large one."""
    require(find_spec("rocksdict"), "rocksdict, of the extra `compact`")
    monkeypatch.setattr(compacting, "SMALL", 0)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store whose dictionaries have names in common."""
    for graph in GRAPHS:
        loaded = Store(str(tmp_path))
        loaded.bulk_extend(quads(graph))
        del loaded
    (tmp_path / "ledger").write_text("not the engine's")
    return tmp_path


def quads(graph: str) -> list[Quad]:
    a_name_beyond_any_key = NamedNode("https://example.org/what-stands-in-every-table")
    return [
        Quad(NamedNode(f"urn:{number}"), a_name_beyond_any_key, Literal("文" * 9), NamedNode(graph))
        for number in range(900)
    ]


def everything(folder: Path) -> set[Quad]:
    return set(Store.read_only(str(folder)))


def tables(folder: Path) -> int:
    return len(list(folder.glob("*.sst")))


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if not one.name.startswith("LOG")}


def test_nothing_is_lost_and_there_are_fewer_tables(store: Path) -> None:
    before = tables(store)
    assert compact(str(store))
    assert tables(store) < before
    assert everything(store) == {quad for graph in GRAPHS for quad in quads(graph)}
    assert (store / "ledger").read_text() == "not the engine's"
    assert not [name for name in names(store) if "compact" in name or "rocksdict" in name]


@pytest.mark.parametrize("threads", [1, 2])
def test_what_is_compact_can_be_changed(store: Path, threads: int) -> None:
    compact(str(store), threads)
    changed = Store(str(store))
    changed.remove_graph(NamedNode(GRAPHS[0]))
    changed.add(Quad(NamedNode("urn:new"), NamedNode("urn:p"), Literal("新" * 30)))
    del changed
    kept = {quad for graph in GRAPHS[1:] for quad in quads(graph)}
    new = everything(store) - kept
    assert kept < everything(store)
    assert [str(quad.object) for quad in new] == [f'"{"新" * 30}"']


def unreadable_for_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """RocksDB refuses a layout that it does not know."""
    monkeypatch.setattr(compacting, "LAYOUT", 99)


def unreadable_for_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine has been made without this compression."""
    import rocksdict

    class Unknown:
        lz4 = rocksdict.DBCompressionType.zstd

    monkeypatch.setattr(rocksdict, "DBCompressionType", Unknown)


def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compacting, "find_spec", lambda _: None)


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compacting, "SMALL", 1 << 30)


@pytest.mark.parametrize("why", [unreadable_for_us, unreadable_for_the_engine, missing, small])
def test_otherwise_a_store_stays_as_it_was(
    why: object, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(why)
    why(monkeypatch)
    before, found = names(store), everything(store)
    assert not compact(str(store))
    assert (names(store), everything(store)) == (before, found)


def test_a_build_begins_with_what_a_former_one_made_compact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plangraph.checks.shapes.Shapes.check", lambda *_, **__: [])
    plans, place, fresh = tmp_path / "plans", tmp_path / "store", tmp_path / "fresh"
    simulate(plans, 2)
    build([plans], place)
    file = sorted(plans.glob("*/adopted.yaml"))[0]
    file.write_text(file.read_text(encoding="utf-8").replace("推進", "充実"), encoding="utf-8")
    build([plans], place)
    build([plans], fresh)
    assert dump(place) == dump(fresh)


def dump(place: Path) -> list[bytes]:
    store = Store.read_only(os.path.join(place, current(str(place))))
    return sorted((store.dump(format=RdfFormat.N_QUADS) or b"").splitlines())
