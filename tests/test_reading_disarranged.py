"""Documents whose lines were lost, doubled, cut, mixed up or run together: all of it is placed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangraph.errors import PlangraphError
from plangraph.reading.reader import read_document
from tests.test_reading_robust import lines_of

CORPUS = Path(__file__).parents[1] / "benchmarks" / "corpus"
DOCUMENTS = sorted(
    path for path in CORPUS.glob("set-*/*/document.*") if path.suffix in {".txt", ".md", ".html"}
)
#: More lines are not taken from one document.
MOST = 200

Lines = list[str]


def some_lost(lines: Lines, chance: Random) -> Lines:
    return [line for line in lines if chance.random() < 0.7]


def some_twice(lines: Lines, chance: Random) -> Lines:
    return [line for line in lines for _ in range(1 + (chance.random() < 0.2))]


def some_cut(lines: Lines, chance: Random) -> Lines:
    return [line[: chance.randint(1, 60)] if chance.random() < 0.3 else line for line in lines]


def in_any_order(lines: Lines, chance: Random) -> Lines:
    return chance.sample(lines, len(lines))


def in_one_row(lines: Lines, chance: Random) -> Lines:
    return [chance.choice(["", " ", "　", "\t"]).join(lines)]


def from_the_middle(lines: Lines, chance: Random) -> Lines:
    place = chance.randrange(len(lines) or 1)
    return lines[place : place + chance.randint(1, 40)]


def with_those_of_another(lines: Lines, chance: Random) -> Lines:
    others = lines_in(chance.choice(DOCUMENTS))
    return [line for pair in zip(lines, others, strict=False) for line in pair]


WAYS: list[Callable[[Lines, Random], Lines]] = [
    *(some_lost, some_twice, some_cut, in_any_order),
    *(in_one_row, from_the_middle, with_those_of_another),
]


def lines_in(document: Path) -> Lines:
    return document.read_text(encoding="utf-8", errors="replace").splitlines()[:MOST]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_is_lost(way: Callable[[Lines, Random], Lines], tmp_path: Path) -> None:
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(DOCUMENTS), st.randoms(use_true_random=False))
    def check(document: Path, chance: Random) -> None:
        page = tmp_path / f"page{document.suffix}"
        page.write_text("\n".join(way(lines_in(document), chance)), encoding="utf-8")
        try:
            result = read_document(page)
        except PlangraphError:
            return
        filled = {number for number, row in enumerate(result.rows, 1) if row.strip()}
        assert filled <= lines_of(result.plan)

    check()
