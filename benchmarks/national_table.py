"""The whole table of the nation, stage by stage; what is done is kept and not done again.

    python benchmarks/national_table.py --folder DIR [--scale full|1/10|1/100] [STAGE …]

Stages, in order: simulate, build, rebuild, load, optimize, validate, link, questions, growth,
rdflib, dask, kill; all, if none is named. Those that ask for a part of the nation (rdflib and dask
a tenth, kill a hundredth) make it for themselves. Results stand in DIR/results.json; a stage
whose results are there is passed over, so the command goes on where it was ended. A stage that is
removed from the file is measured again. At the end the table is printed, with what is there.
Run it alone on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import national
from national import Bench, generation, megabytes, versions

Said = dict[str, Any]
#: Lines of other benchmarks that say what was found.
_TOLD = ("rdflib takes", "two Dask", "the same N-Quads", "50 builds", "10 resumed")


def simulate(bench: Bench) -> Said:
    national.simulate(bench)
    return {"plan files, MB": round(megabytes(bench.plans))}


def build(bench: Bench) -> Said:
    seconds, most = bench.build()
    return {"s": round(seconds, 1), "at most, GB": round(most, 2)}


def rebuild(bench: Bench) -> Said:
    store = generation(bench.store)
    sizes = {"store, MB": megabytes(store), "index of texts, MB": megabytes(store, "texts*"),
             "pieces, MB": megabytes(bench.store / "work")}  # fmt: skip
    quads = national.write_dump(bench)
    nothing, one = national.rebuilt(bench)
    said = {"nothing changed, s": round(nothing, 2), "one plan changed, s": round(one, 2)}
    return said | {name: round(size, 1) for name, size in sizes.items()} | {"quads": quads}


def load(bench: Bench) -> Said:
    if not (bench.folder / "dump" / "all.nq").exists():  # as `rebuild` leaves it
        national.write_dump(bench)
    seconds = national.load(bench)
    return {"s": round(seconds, 1), "MB": round(megabytes(bench.folder / "oxigraph"), 1)}


def validate(bench: Bench) -> Said:
    from national_validation import against_pyshacl

    return _told(lambda tell: against_pyshacl(bench.plans, tell))


def link(bench: Bench) -> Said:
    from national_linking import against_scikit_learn

    return _told(lambda tell: against_scikit_learn(bench.store, bench.plans, tell))


def questions(bench: Bench) -> Said:
    """Ask of three cities, then of the whole nation."""
    national.write_dump(bench)  # of the store as it is now
    dump = bench.folder / "dump" / "all.nq"
    words = ("--whole", "--store", bench.store, "--dump", dump, "--buffers", 1_000_000)
    return _said_by(bench, "questions", *words)


def optimize(bench: Bench) -> Said:
    """What ``oxigraph load`` advises at its end, and what ``oxigraph serve`` does by itself."""
    seconds = national.optimize(bench)
    return {"s": round(seconds, 1), "MB": round(megabytes(bench.folder / "oxigraph"), 1)}


def growth(bench: Bench) -> Said:
    return _said_by(bench, "questions", "--store", bench.store, "--growth")


def rdflib(bench: Bench) -> Said:
    return _said_by(bench, "questions", "--scale", "1/10", "--rdflib", "--limit", 12)


def dask(bench: Bench) -> Said:
    return _said_by(bench, "national", "dask", "--scale", "1/10")


def kill(bench: Bench) -> Said:
    return _said_by(bench, "national", "kill", "--scale", "1/100", "--kills", 50, "--seed", 7)


def _said_by(bench: Bench, script: str, *options: object) -> Said:
    """Run a benchmark beside this one; return the lines that it prints."""
    words = [sys.executable, str(Path(__file__).with_name(f"{script}.py")), *map(str, options)]
    said: list[str] = []
    with subprocess.Popen(
        words, env=bench.environment, stdout=subprocess.PIPE, text=True
    ) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            said.append(line.rstrip())
    if running.returncode:
        raise SystemExit(f"failed ({running.returncode}): {' '.join(words)}")
    return {"said": said}


STAGES: dict[str, Callable[[Bench], Said]] = {
    one.__name__: one
    for one in (
        *(simulate, build, rebuild, load, optimize, validate, link),
        *(questions, growth, rdflib, dask, kill),
    )
}


def _told(work: Callable[[Callable[[str, str], None]], None]) -> Said:
    said: Said = {}

    def tell(what: str, value: str) -> None:
        national.tell(what, value)
        said[what] = value

    work(tell)
    return said


def table(results: dict[str, Said]) -> None:
    """Print what is known, each figure beside what was asked for."""
    built, again, loaded = (results.get(stage, {}) for stage in ("build", "rebuild", "load"))

    def row(what: str, value: Any, least: str = "") -> None:
        print(f"| {what} | {value} | {least} |")

    print("| what | figure | asked for |\n|---|---|---|")
    if again:
        row("quads", f"{again['quads']:,}", "15 to 20 million")
    if built:
        row("full build", f"{built['s']} s")
        row("peak memory of the build", f"{built['at most, GB']} GB", "< 3 GB")
    if built and loaded:
        row("full build / `oxigraph load`", f"{built['s'] / loaded['s']:.2f}", "≤ 2.5")
    if built and again:
        ratio = built["s"] / again["one plan changed, s"]
        row("rebuild after one changed plan", f"{again['one plan changed, s']} s")
        row("full build / rebuild", f"{ratio:.0f}", "≥ 200")
        row("build again, nothing changed", f"{again['nothing changed, s']} s")
    if again and loaded:
        row("store on disk", f"{again['store, MB']} MB", f"≤ {loaded['MB']} MB (`oxigraph load`)")
        if "optimize" in results:
            row("`oxigraph load` and `optimize`", f"{results['optimize']['MB']} MB")
        row("of it the index of texts", f"{again['index of texts, MB']} MB")
        row("besides, pieces for the next build", f"{again['pieces, MB']} MB")
    for stage in ("validate", "link"):
        for what, value in results.get(stage, {}).items():
            row(what, value)
    of = ""
    for line in results.get("questions", {}).get("said", ()):
        if line.startswith("asked of"):
            of = line.removeprefix("asked ")
        elif line.startswith(("found:", "kept:")):
            row(f"questions {of}", line, "10 times, none slower; p95 < 100 ms")
        elif line.startswith("Virtuoso has"):
            row("the same quads in Virtuoso", line)
    for stage, asked in (("rdflib", "≥ 50 times"), ("dask", "≤ 1.3"), ("kill", "whole, equal")):
        for line in results.get(stage, {}).get("said", ()):
            if line.startswith(_TOLD):
                row(stage, line, asked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", choices=[*STAGES, []])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--scale", default="full")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(options.folder, options.scale, options.jobs, shapes=True)
    kept = options.folder / "results.json"
    results: dict[str, Said] = json.loads(kept.read_text()) if kept.exists() else {}
    for stage in options.stages or STAGES:
        if stage in results:
            continue
        load_before = "/".join(f"{one:.1f}" for one in os.getloadavg())
        start = time.perf_counter()
        said = STAGES[stage](bench)
        took = time.perf_counter() - start
        results[stage] = said
        kept.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n")
        print(f"-- {stage}: {took:.0f} s in all, load before {load_before}: {said}", flush=True)
    print(f"\n{versions()}; {os.cpu_count()} cores; scale {options.scale}\n")
    table(results)


if __name__ == "__main__":
    main()
