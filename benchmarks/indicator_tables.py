"""Indicators read from random tables, by layout: names and values of no city, words of chance.

    python benchmarks/indicator_tables.py [--each 20] [--seed 1]

A table is invented as data (names, units, values, what else stands in its columns) and printed
in each of the ways that text extraction prints tables (``invented_tables``). Prints the F1 of
indicators (name, baseline, target) by layout, and how many are found in tables that hold none
(population, budget, schedule).
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from invented_tables import LAYOUTS, NONE, Table, document, invent
from plangraph.reading.reader import read_document
from reading_corpus import f1, fold, number


def read(text: str, folder: Path) -> list[tuple[str, str, str]]:
    """Return name, baseline and target of the indicators that the reader finds in a text."""
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    plan = read_document(path).plan
    return [(fold(one.title), number(one.baseline), number(one.target)) for one in plan.indicators]


def wanted(table: Table) -> list[tuple[str, str, str]]:
    """Return name, baseline and target of the indicators of a table."""
    return [(fold(one.name), number(one.values[0]), number(one.values[-1])) for one in table.lines]


def score(layout: str, each: int, seed: int, folder: Path) -> float:
    """Return the F1 of indicators of so many random tables in a layout."""
    right = found = due = 0
    for one in range(each):
        dice = random.Random(f"{seed} {one} {layout}")
        table = invent(dice)
        got = read(document(LAYOUTS[layout](table), dice), folder)
        right += sum(indicator in got for indicator in wanted(table))
        found, due = found + len(got), due + len(table.lines)
    return f1(right, found, due)


def invented(make: Callable[[random.Random], list[str]], each: int, seed: int, folder: Path) -> int:
    """Return how many indicators are found in so many tables that hold none."""
    dice = random.Random(seed)
    return sum(len(read(document(make(dice), dice), folder)) for _ in range(each))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        given = options.each, options.seed, Path(name)
        figures = {layout: score(layout, *given) for layout in LAYOUTS}
        for layout, figure in figures.items():
            print(f"{layout:<16}{figure:>7.3f}")
        print(f"{'mean':<16}{sum(figures.values()) / len(figures):>7.3f}")
        for kind, make in NONE.items():
            print(f"{kind:<16}{invented(make, *given):>7} found, none there")


if __name__ == "__main__":
    main()
