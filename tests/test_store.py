"""The store is replaced whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest
from filelock import FileLock

import plangraph
from plangraph import store as stores
from plangraph.errors import PlangraphError, StoreError
from plangraph.graph import Graph
from plangraph.planfile import find
from plangraph.vocabulary import PROLOGUE


def quads(count: int) -> list[pyoxigraph.Quad]:
    node = pyoxigraph.NamedNode
    return [
        pyoxigraph.Quad(
            node(f"urn:s:{n}"), node("urn:p"), pyoxigraph.Literal(str(n)), node("urn:g")
        )
        for n in range(count)
    ]


def count(place: Path) -> int:
    return sum(1 for _ in stores.open_store(str(place)).quads_for_pattern(None, None, None, None))


def test_a_new_generation_replaces_the_former(tmp_path: Path) -> None:
    for number in (3, 5, 7):
        assert stores.replace(str(tmp_path), quads(number)) == number
        assert count(tmp_path) == number
    assert len([p for p in tmp_path.iterdir() if p.is_dir()]) <= 2


def test_a_reader_keeps_the_generation_it_opened(tmp_path: Path) -> None:
    stores.replace(str(tmp_path), quads(3))
    reader = stores.open_store(str(tmp_path))
    stores.replace(str(tmp_path), quads(5))
    assert len(reader) == 3


def test_a_failing_build_leaves_the_former_store(tmp_path: Path) -> None:
    def broken() -> object:
        yield from quads(2)
        raise OSError(28, "No space left on device")

    stores.replace(str(tmp_path), quads(3))
    with pytest.raises(StoreError, match="the disk is full"):
        stores.replace(str(tmp_path), broken())  # type: ignore[arg-type]
    assert count(tmp_path) == 3


def test_killed_at_any_moment_the_former_store_is_there(tmp_path: Path) -> None:
    plangraph.build(store=tmp_path)
    before = len(plangraph.open(tmp_path).query("plans"))
    script = f"import plangraph; plangraph.build(store={str(tmp_path)!r})"
    for delay in (0.3, 1.0, 2.0):
        process = subprocess.Popen([sys.executable, "-c", script])
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert len(plangraph.open(tmp_path).query("plans")) == before
    plangraph.build(store=tmp_path)
    assert len(plangraph.open(tmp_path).query("plans")) == before


def test_the_same_plans_give_the_same_dump(tmp_path: Path, graph: Graph) -> None:
    from plangraph.triples.write import FORMATS, write_quads

    plangraph.build(store=tmp_path)
    again = plangraph.open(tmp_path)
    for form in FORMATS:
        assert write_quads(again.quads(), form) == write_quads(graph.quads(), form)


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        (None, "there is no store here"),
        ("plangraph-store-0 generation-1", "another version of plangraph"),
        ("nonsense", "another version of plangraph"),
        (f"{stores.FORMAT} ../../etc", "another version of plangraph"),
        (f"{stores.FORMAT} generation-gone", "cannot be opened"),
    ],
)
def test_what_is_no_store(pointer: str | None, message: str, tmp_path: Path) -> None:
    if pointer:
        (tmp_path / "CURRENT").write_text(pointer)
    with pytest.raises(StoreError, match=message) as caught:
        plangraph.open(tmp_path)
    assert "plangraph build" in caught.value.advice


def test_a_store_that_is_being_written(tmp_path: Path) -> None:
    with FileLock(tmp_path / ".lock"), pytest.raises(StoreError, match="in use"):
        stores.replace(str(tmp_path), quads(1))


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file" / "store", Path("/proc/store")):
        if place.parts[1] == "proc" and os.name == "nt":
            continue
        with pytest.raises(StoreError, match="cannot be written"):
            stores.replace(str(place), quads(1))


def test_an_rdflib_dataset_over_the_same_data(graph: Graph) -> None:
    dataset = graph.dataset()
    found = dataset.query(PROLOGUE + "SELECT ?g { GRAPH ?g { ?g a pg:PlanVersion } }")
    assert len(list(found)) >= 5


def test_a_damaged_store(tmp_path: Path) -> None:
    stores.replace(str(tmp_path), quads(1))
    for manifest in tmp_path.glob("generation-*/MANIFEST-*"):
        manifest.write_bytes(b"\0" * 40)
    with pytest.raises(StoreError, match="cannot be opened"):
        plangraph.open(tmp_path)


def test_a_base_that_is_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANGRAPH_BASE", "not an address")
    with pytest.raises(PlangraphError, match="PLANGRAPH_BASE is no address"):
        plangraph.build(store=tmp_path)


def test_a_plan_file_named_twice_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.touch()
    assert find([path, tmp_path, tmp_path / "." / "plan.yaml"]) == [path]


def test_judgements_beside_plan_files_are_none(tmp_path: Path) -> None:
    plan, judged = tmp_path / "plans" / "one.yaml", tmp_path / "judgements" / "two.yaml"
    for path in (plan, judged):
        path.parent.mkdir()
        path.touch()
    assert find([tmp_path]) == [plan]
    assert find([judged.parent]) == [judged]  # what is named is not left out in silence
