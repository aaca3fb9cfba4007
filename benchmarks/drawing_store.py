"""How long ``plangraph draw`` takes from a store, end to end; part of drawing.py.

The best of five runs: seconds on the clock, and those that the processors worked.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path

import plangraph
from invented import cities
from plangraph.draw import draw
from plangraph.draw.layout import force
from plangraph.model import Document, Element, Kind, Plan, Words
from plangraph.pipeline import dataset_quads
from plangraph.planfile import PlanFile
from plangraph.store import replace
from plangraph.values import Lines

#: Elements of a plan, about: those of large cities have several hundred.
PLAN = 700
#: What makes titles differ without giving them a subject.
FORMS = ("{}", "{}の推進", "{}の充実", "これからの{}", "{}に向けた取組", "計画的な{}", "{}の見直し")
KINDS: tuple[Kind, ...] = ("goal", "policy", "measure", "direction")
#: How many stand below one of the level above.
BELOW = (8, 4, 4, 4)


def invented_plan(code: str, elements: int, dice: random.Random) -> Plan:
    """Return a plan with goals, policies, measures and directions, all on subjects of a city."""
    titles = sorted({one.title for measures in cities().values() for one in measures})
    numbers = count(1)

    def below(level: int, above: str) -> Iterator[Element]:
        for place in range(1, BELOW[level] + 1 if level else elements):
            number = next(numbers)
            if number > elements:
                return
            here = f"{above}-{place}" if above else str(place)
            inner = tuple(below(level + 1, here)) if level + 1 < len(KINDS) else ()
            yield Element(
                kind=KINDS[level],
                code=here,
                title=dice.choice(FORMS).format(dice.choice(titles)),
                title_en=f"Invented {KINDS[level]} {here}",
                line=Lines(number),
                departments=(f"第{place}課",) if KINDS[level] == "measure" else (),
                summary=Words(ja="作った要約", en="An invented summary") if inner else None,
                children=inner,
            )

    return Plan(
        plan=f"p{code}",
        version="draft",
        status="draft",
        title="総合計画",
        municipality=code,
        document=Document(file=f"{code}.txt", sha256="0" * 64),
        elements=tuple(below(0, "")),
    )


def build(size: int, store: str) -> int:
    """Build a store of plans with ``size`` elements in all, linked; return how many there are."""
    plans = max(3, round(size / PLAN))
    dice = random.Random(size)
    made = [invented_plan(str(13101 + n), size // plans, dice) for n in range(plans)]
    replace(store, dataset_quads([PlanFile(Path(plan.plan), plan, {}) for plan in made]))
    return sum(len(plan.entries()) for plan in made)


def row(size: int) -> list[str]:
    """Measure one size: the command as a user runs it, and the layout that is part of it."""
    with tempfile.TemporaryDirectory() as folder:
        store, page = f"{folder}/store", f"{folder}/page.html"
        elements = build(size, store)
        command = [sys.executable, "-m", "plangraph", "draw", "-o", page, "--store", store]
        taken, worked = [], []
        for _ in range(5):
            start, before = time.perf_counter(), processor()
            subprocess.run(command, check=True, capture_output=True)
            taken.append(time.perf_counter() - start)
            worked.append(processor() - before)
        picture = draw(plangraph.open(store))
        start = time.process_time()
        force(picture)
        layout = time.process_time() - start
        megabytes = Path(page).stat().st_size / 1e6
    cells = [f"{elements:,}", f"{len(picture.claims):,}", f"{min(taken):.2f}", f"{min(worked):.2f}"]
    return [*cells, f"{layout:.2f}", f"{min(taken) - layout:.2f}", f"{megabytes:.2f}"]


def processor() -> float:
    """Return the processor seconds of all ended children: others at work hardly change them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def print_table(sizes: list[int]) -> None:
    """Print the table, in Markdown."""
    heads = (
        "elements",
        "links",
        "command s",
        "processor s",
        "layout s",
        "without layout s",
        "file MB",
    )
    print("| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|")
    # a process for each, so that each layout pays for its imports as the command does
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        for cells in pool.map(row, sizes):
            print("| " + " | ".join(cells) + " |", flush=True)
