"""How long comparing takes, and how much memory, for a few and for many cities; and a diff.

    python benchmarks/comparing.py [--cities 3,30,100] [--elements 60] [--diff 100,400,1600]

The cities are made up: the measures of the three real plans under numbers of their own,
each with fields and counterparts as `plangraph build` finds them. Times are the best of
three runs in one process, after imports; memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph

from plangraph import statements
from plangraph.compare import compare, render
from plangraph.compare.diff.changes import differences
from plangraph.compare.words import KINDS
from plangraph.graph import Graph, memory_graph
from plangraph.model import Document, Element, Plan
from plangraph.outline import read_outline
from plangraph.pipeline import names
from plangraph.planfile import find, load
from plangraph.resources import folder
from plangraph.triples.plan import plan_quads
from plangraph.triples.reference import catalogue_quads, municipality_quads, ontology_quads


def titles() -> list[str]:
    """Return the titles of the measures and directions of the real plans."""
    plans = [load(path).plan for path in find([Path(folder("data")) / "plans"])]
    return sorted({
        entry.item.title
        for plan in plans
        for entry in plan.entries()
        if entry.kind in ("measure", "direction", "policy") and entry.item.title
    })  # fmt: skip


def made_up(number: int, code: str, elements: int, words: list[str]) -> Plan:
    """Return a plan of goals with measures, its titles drawn from real ones."""
    dice = random.Random(number)
    goals = []
    for goal in range(max(1, elements // 11)):
        below = tuple(
            Element(kind="measure", code=f"施策{goal + 1}-{n}", title=dice.choice(words))
            for n in range(1, 11)
        )
        title = f"{dice.choice(words)}{goal}"
        goals.append(Element(kind="goal", code=f"目標{goal + 1}", title=title, children=below))
    return Plan(
        plan=f"plan-{number}",
        version="draft",
        status="draft",
        title="計画",
        municipality=code,
        document=Document(file=f"{number}.txt", sha256=f"{number:064x}"),
        elements=tuple(goals),
    )


def cities(count: int, elements: int) -> Graph:
    """Return a graph of made-up cities with links to fields."""
    from plangraph.links.quads import field_quads

    words, naming = titles(), names()
    table = Path(folder("data")) / "municipalities.csv"
    quads = list(municipality_quads(table, naming))
    codes = sorted({
        quad.object.value
        for quad in quads
        if isinstance(quad.object, pyoxigraph.Literal) and len(quad.object.value) == 5
        and quad.object.value.isdigit()
    })  # fmt: skip
    plans = [made_up(n, codes[n], elements, words) for n in range(count)]
    quads += [*ontology_quads(folder("ontology"), naming), *catalogue_quads(plans, naming)]
    for plan in plans:
        quads += plan_quads(plan, naming)
    graph = memory_graph(quads)
    for plan in plans:
        outline = read_outline(graph.select, naming.version(plan.version_id).value)
        quads += statements.quads(field_quads(outline))
    return memory_graph(quads)


def best(job: Callable[[], object], runs: int) -> float:
    """Return the seconds of the fastest run."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def peak() -> float:
    """Return the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cities", default="3,30,100")
    options.add_argument("--elements", type=int, default=60)
    options.add_argument("--diff", default="100,400,1600")
    given = options.parse_args()
    heads = ("cities", "elements", "compare s", "page s", "page MB", "peak MB")
    print(" ".join(f"{head:>10}" for head in heads))
    for count in map(int, given.cities.split(",")):
        graph = cities(count, given.elements)
        runs = 3 if count <= 30 else 1
        found = compare(graph)
        elements = sum(len(side.elements) for side in found.sides)
        compared = best(lambda graph=graph: compare(graph), runs)  # type: ignore[misc]
        page = best(lambda found=found: render(found, "html"), runs)  # type: ignore[misc]
        size = len(str(render(found, "html")).encode()) / 1e6
        times = f"{compared:>10.2f} {page:>10.2f}"
        print(f"{count:>10} {elements:>10,} {times} {size:>10.1f} {peak():>10.0f}")
    print(f"\n{'elements':>9} {'diff s':>8}")
    words = titles()
    for size_of in map(int, given.diff.split(",")):
        outlines = []
        for number in (1, 2):
            plan = made_up(number, "13211", size_of, words)
            graph = memory_graph(list(plan_quads(plan, names())))
            outlines.append(read_outline(graph.select, names().version(plan.version_id).value))
        old, new = outlines
        start = time.perf_counter()
        differences(old, new, KINDS)
        print(f"{len(old.nodes):>9,} {time.perf_counter() - start:>8.2f}")


if __name__ == "__main__":
    main()
