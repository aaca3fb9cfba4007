"""A store is read before it is asked, as far as it fits in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.serve import warming


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(warming, "_SMALL", 10)
    for name, size in (("000001.sst", 30), ("000002.sst", 50), ("LOG", 1000)):
        (tmp_path / name).write_bytes(b"x" * size)
    return tmp_path


@pytest.mark.parametrize(("most", "read"), [(None, 80), (79, 30), (0, 0)])
def test_tables_are_read_as_far_as_they_fit(tables: Path, most: int | None, read: int) -> None:
    assert warming.warm(str(tables), most) == read


def test_a_small_store_is_not_worth_it(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "_SMALL", 1000)
    assert warming.warm(str(tables)) == 0


def test_a_store_that_has_gone_ends_it(tmp_path: Path) -> None:
    assert warming.warm(str(tmp_path / "generation-gone")) == 0
