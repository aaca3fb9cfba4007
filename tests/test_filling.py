"""Filling a store: by a thread, or by a process that takes nobody's turn."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pyoxigraph
import pytest

from plangraph.pipeline import filling
from plangraph.pipeline.filling import Filling
from plangraph.pipeline.shelf import Shelf
from plangraph.pipeline.workers import WorkerError

APART = pytest.mark.parametrize("apart", [False, True], ids=["thread", "process"])


@pytest.fixture(autouse=True)
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a single piece for much."""
    monkeypatch.setattr(filling, "FEW", 1)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    found = Shelf(str(tmp_path / "work"))
    for name in "ab":
        found.put(name, {"quads": f'<urn:{name}> <urn:p> "1" <urn:g> .\n'.encode()})
    return found


@APART
def test_units_are_filled_in_once_and_one_that_holds_nothing_ends_nothing(
    shelf: Shelf, tmp_path: Path, apart: bool
) -> None:
    told: list[tuple[int, int]] = []
    done: list[str] = []
    with Filling(str(tmp_path / "store"), shelf, apart) as one:
        one.add({"one": ["a#quads"], "none": []})
        one.add({"one": ["a#quads"], "none": [], "two": ["b#quads"]})
        one.finish(lambda _, so_far, of: told.append((so_far, of)), lambda: done.append("once"))
    store = pyoxigraph.Store.read_only(str(tmp_path / "store"))
    found = sorted(str(quad.subject) for quad in store.quads_for_pattern(None, None, None, None))
    assert found == ["<urn:a>", "<urn:b>"]
    assert told[-1] == (2, 2)
    assert done == ["once"]


@APART
def test_what_goes_wrong_is_raised(shelf: Shelf, tmp_path: Path, apart: bool) -> None:
    with Filling(str(tmp_path / "store"), shelf, apart) as one:
        one.add({"lost": ["gone#quads"]})
        with pytest.raises(KeyError):
            one.finish(None)


@APART
def test_work_that_nobody_wants_ends(shelf: Shelf, tmp_path: Path, apart: bool) -> None:
    with Filling(str(tmp_path / "store"), shelf, apart) as one:
        one.add({"one": ["a#quads"]})
    assert not one._worker.is_alive()


def test_a_process_that_is_killed_is_told(shelf: Shelf, tmp_path: Path) -> None:
    with Filling(str(tmp_path / "store"), shelf, apart=True) as one:
        one.add({"one": ["a#quads"]})
        os.kill(one._worker.pid, signal.SIGTERM)
        with pytest.raises(WorkerError):
            one.finish(None)


def test_lines_set_apart_do_not_hide_that_all_is_read(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plangraph.pipeline.ordering.FEW", 1)
    of = [*["<urn:g>"] * 3, "<urn:h>", "<urn:i>"]
    lines = (f"<urn:c> <urn:p> <urn:{n}> {graph} .\n" for n, graph in enumerate(of))
    shelf.put("c", {"quads": "".join(lines).encode()})
    done: list[str] = []
    with Filling(str(tmp_path / "store"), shelf) as one:
        one.add({"three": ["a#quads", "b#quads", "c#quads"]})
        one.finish(None, lambda: done.append("once"))
    assert done == ["once"]
    assert len(pyoxigraph.Store.read_only(str(tmp_path / "store"))) == 7
