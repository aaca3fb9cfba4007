"""How the time of each named question grows with its answer, from a small nation to a larger one.

    python benchmarks/growth.py                        # a hundredth and a tenth, made for it
    python benchmarks/growth.py small/ large/          # stores that are there
    python benchmarks/growth.py small/ large/ --only sdg-elements

Each question is asked with what is usually asked of one city, and with every choice of its
parameters that need not be given left out, library to library, with nothing kept. Printed are
rows, milliseconds (processor time, the least of some tries) and microseconds a row in both,
and by how much time and rows grow. A question grows no faster than its answer where time grows
no more than rows. One that takes more than ``--limit`` seconds is ended.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.asked import WHOLE, usual

import plangraph
from plangraph import questions
from plangraph.graph import Graph
from plangraph.simulate import share
from questions import built  # the module beside this one

#: A question is asked again until so many times, or so many seconds, have passed.
TRIES, SECONDS = 5, 3.0


class Taken(NamedTuple):
    """What a question took: rows, and milliseconds."""

    rows: int
    time: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stores", nargs="*", type=Path)
    parser.add_argument("--only", nargs="*", default=questions.names())
    parser.add_argument("--limit", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        stores = options.stores or [
            built(Path(scratch, str(part)), share(f"1/{part}")) for part in (100, 10)
        ]
        small, large = map(plangraph.open, stores)
        print(f"{'question, parameters':<38} {'rows':>7} {'ms':>8} {'µs/row':>7}"
              f" {'rows':>8} {'ms':>9} {'µs/row':>7} {'rows ×':>7} {'time ×':>7}")  # fmt: skip
        usually = usual(small, 1), usual(large, 1)
        for name in options.only:
            for names in choices(name):
                taken = []
                for graph, asked in zip((small, large), usually, strict=True):
                    given = given_of(name, names, asked)
                    taken.append(
                        None if given is None else least(graph, name, given, options.limit)
                    )
                print(line(name, names, taken), flush=True)


def choices(name: str) -> Iterator[tuple[str, ...]]:
    """Yield which parameters are given: all, and then fewer of those that need not be."""
    parameters = questions.find(name).parameters.values()
    free = [one.name for one in parameters if not one.required and not one.default]
    for left_out in range(len(free) + 1):
        for gone in combinations(free, left_out):
            yield tuple(one.name for one in parameters if one.name not in gone)


def given_of(name: str, names: tuple[str, ...], asked: Any) -> dict[str, Any] | None:
    """Return values of parameters; None where nothing is usually asked."""
    known: dict[str, Any] = {}
    for some in (*WHOLE.get(name, []), *asked.get(name, [])[:1]):
        known |= some
    needed = {one.name for one in questions.find(name).parameters.values() if one.required}
    if not needed <= known.keys():
        return None
    if "status" in names:
        known["status"] = "inferred"
    return {one: known[one] for one in names if one in known}


def least(graph: Graph, name: str, given: dict[str, Any], limit: float) -> Taken | None:
    """Return what a question takes at least, in a process of its own; None where it is ended."""
    from multiprocessing import get_context

    if name == "search":  # what answers it on a store is the index of texts

        def answer() -> int:
            return len(graph.query(name, **given))
    else:
        sparql = graph.sparql(name, **given)

        def answer() -> int:
            return sum(1 for _ in graph.run(sparql))

    fork: Any = get_context("fork")  # the store is open there
    ours, theirs = fork.Pipe(duplex=False)

    def ask() -> None:
        times: list[float] = []
        while len(times) < TRIES and sum(times) < SECONDS * 1000:
            start = time.process_time()
            rows = answer()
            times.append((time.process_time() - start) * 1000)
            theirs.send(Taken(rows, min(times)))
        theirs.send(None)

    process = fork.Process(target=ask)
    process.start()
    found = None
    while ours.poll(limit) and (told := ours.recv()):
        found = told
    process.kill()
    process.join()
    return found


def line(name: str, names: tuple[str, ...], taken: list[Taken | None]) -> str:
    """Return a line of the table; – where nothing was asked, or it had to be ended."""
    told = f"{name} {' '.join(names)}"[:38].ljust(38)
    for one, wide in zip(taken, (7, 8), strict=True):
        if one is None:
            told += f" {'–':>{wide}} {'–':>{wide + 1}} {'–':>7}"
        else:
            each = f"{one.time * 1000 / one.rows:.0f}" if one.rows else "–"
            told += f" {one.rows:>{wide}} {one.time:>{wide + 1}.1f} {each:>7}"
    small, large = taken
    if small and large and small.rows and large.rows:
        told += f" {large.rows / small.rows:>7.1f} {large.time / small.time:>7.1f}"
    return told


if __name__ == "__main__":
    main()
