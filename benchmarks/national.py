"""The nation: how long it takes to build, to build again, and to link; and what it takes.

    python benchmarks/national.py [build|rebuild|link|validate|kill|dask …]
        [--scale 1/100|1/10|full] [--folder DIR] [--jobs 2] [--kills 50] [--seed 1]
        [--without-shapes]

Everything stands in one folder (a new one, removed at the end, unless it is named). ``build``
also loads the same N-Quads with ``oxigraph load``, from the package oxigraph; ``link`` needs
scikit-learn, ``dask`` needs distributed. ``--without-shapes`` leaves out the check with SHACL.
Times are wall-clock seconds on whatever else the machine does: read the ratios.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from random import Random

PARTS = ("build", "rebuild", "link", "validate", "kill", "dask")
_NO_SHAPES = """
import importlib.abc, importlib.util, sys
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "plangraph.checks.shapes":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        run = spec.loader.exec_module
        def patched(module):
            run(module)
            module.Shapes.__init__ = lambda self, *rest: None
            module.Shapes.check = lambda self, *rest, **more: []
        spec.loader.exec_module = patched
        return spec
sys.meta_path.insert(0, Finder())
"""


class Bench:
    """A folder with a simulated nation and its stores, and how to run commands on them."""

    def __init__(self, folder: Path, scale: str, jobs: int, shapes: bool) -> None:
        self.folder, self.scale, self.jobs = folder, scale, jobs
        self.plans, self.store = folder / "plans", folder / "store"
        self.environment = dict(os.environ, PLANGRAPH_STORE=str(self.store), PLANGRAPH_LANG="en")
        if not shapes:
            (folder / "python").mkdir(exist_ok=True)
            (folder / "python" / "sitecustomize.py").write_text(_NO_SHAPES)
            paths = [str(folder / "python"), *filter(None, [os.environ.get("PYTHONPATH")])]
            self.environment["PYTHONPATH"] = os.pathsep.join(paths)

    def command(self, *words: object) -> list[str]:
        return [sys.executable, "-m", "plangraph", *map(str, words)]

    def run(self, *words: object) -> tuple[float, float]:
        """Run a command; return its seconds and the most memory of all its processes (GB)."""
        return measured([*map(str, words)], self.environment)

    def build(self, store: Path | None = None, *more: object) -> tuple[float, float]:
        words = ("build", self.plans, "--store", store or self.store, "--jobs", self.jobs)
        return self.run(*self.command(*words, *more))


def measured(words: list[str], environment: dict[str, str]) -> tuple[float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
    most = [0.0]
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.2):
            most[0] = max(most[0], memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    ended.set()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"failed ({process.returncode}): {' '.join(words)}")
    for line in output.splitlines():
        print(f"    {line}", flush=True)
    return seconds, most[0]


def memory(root: int) -> float:
    """Return the memory of a process and those below it (GB); shared pages count once each."""
    parents, sizes = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                status = (entry / "status").read_text()
            except OSError:
                continue
            parents[int(entry.name)] = int(stat[1])
            fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
            sizes[int(entry.name)] = sum(
                int(fields.get(name, "0").split()[0]) for name in ("RssAnon", "RssShmem")
            )
    total, below = 0, {root}
    while below:
        total += sum(sizes.get(one, 0) for one in below)
        below = {one for one, parent in parents.items() if parent in below}
    return total / 1e6


def tell(what: str, value: str) -> None:
    print(f"{what:<58} {value}", flush=True)


def megabytes(path: Path, which: str = "*") -> float:
    return sum(p.stat().st_size for p in path.rglob(which) if p.is_file()) / 1e6


def generation(store: Path) -> Path:
    return store / (store / "CURRENT").read_text().split()[1]


def pieces(store: Path) -> Iterator[bytes]:
    """The N-Quads that a store was filled with."""
    from plangraph.pipeline.ledger import read_ledger
    from plangraph.pipeline.shelf import Shelf

    ledger, shelf = read_ledger(str(generation(store))), Shelf(str(store / "work"))
    assert ledger is not None
    for refs in ledger.units.values():
        for ref in refs:
            yield shelf.part(ref)


def simulate(bench: Bench) -> None:
    seconds, _ = bench.run(*bench.command("simulate", "--scale", bench.scale, bench.plans))
    tell("simulate", f"{seconds:.1f} s, {megabytes(bench.plans):.0f} MB of YAML")


def build(bench: Bench) -> None:
    ours, most = bench.build()
    tell(f"full build, {bench.jobs} jobs", f"{ours:.1f} s, at most {most:.2f} GB")
    (bench.folder / "seconds").write_text(str(ours))
    quads = write_dump(bench)
    theirs = load(bench)
    tell("oxigraph load of the same N-Quads", f"{theirs:.1f} s, {quads:,} quads")
    tell("full build / oxigraph load (at most 2.5)", f"{ours / theirs:.2f}")
    tell(
        "store, statistics and text index included", f"{megabytes(generation(bench.store)):.0f} MB"
    )
    tell("of it the index of texts", f"{megabytes(generation(bench.store), 'texts*'):.0f} MB")
    tell("oxigraph's store", f"{megabytes(bench.folder / 'oxigraph'):.0f} MB")
    tell("pieces kept for the next build", f"{megabytes(bench.store / 'work'):.0f} MB")
    (bench.folder / "dump" / "all.nq").unlink()
    shutil.rmtree(bench.folder / "oxigraph")


def write_dump(bench: Bench) -> int:
    """Write what the store was filled with as N-Quads; return how many."""
    dump = bench.folder / "dump" / "all.nq"
    dump.parent.mkdir(exist_ok=True)
    count = 0
    with dump.open("wb") as file:
        for text in pieces(bench.store):
            count += text.count(b"\n")
            file.write(text)
    os.sync()  # else the disk is busy with it while something else is timed
    return count


def load(bench: Bench) -> float:
    """Load the dump with ``oxigraph load``; return its seconds."""
    target, dump = bench.folder / "oxigraph", bench.folder / "dump" / "all.nq"
    shutil.rmtree(target, ignore_errors=True)
    return _oxigraph(bench, "load", "--location", target, "--file", dump)


def optimize(bench: Bench) -> float:
    """Let oxigraph put the tables of its store together; return its seconds."""
    return _oxigraph(bench, "optimize", "--location", bench.folder / "oxigraph")


def _oxigraph(bench: Bench, *words: object) -> float:
    oxigraph = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    return measured([oxigraph, *map(str, words)], bench.environment)[0]


def rebuild(bench: Bench) -> None:
    if not bench.store.exists():
        build(bench)
    full = float((bench.folder / "seconds").read_text())
    nothing, middle = rebuilt(bench)
    tell("build again, nothing changed", f"{nothing:.2f} s")
    tell("rebuild after one changed plan (median of 3)", f"{middle:.2f} s")
    tell("full build / rebuild (at least 200)", f"{full / middle:.0f}")


def rebuilt(bench: Bench) -> tuple[float, float]:
    """Return the seconds of a build when nothing, and when one plan has changed (of three)."""
    nothing, _ = bench.build()
    files = sorted(bench.plans.glob("*/adopted.yaml"))
    times = []
    for number in range(3):
        change(files[(number + 1) * len(files) // 4], number)
        seconds, _ = bench.build()
        times.append(seconds)
    return nothing, sorted(times)[1]


def change(path: Path, number: int) -> None:
    """Word a measure otherwise, and move the target of an indicator."""
    lines = path.read_text(encoding="utf-8").splitlines()
    measure = next(n for n, line in enumerate(lines) if 'kind: "measure"' in line)
    title = next(n for n in range(measure, len(lines)) if " title: " in lines[n])
    lines[title] = (
        lines[title].partition("title: ")[0] + f"title: 防災訓練と避難所の充実その{number}"
    )
    target = next(n for n, line in enumerate(lines) if " target: " in line)
    lines[target] = lines[target].partition("target: ")[0] + f'target: "{100 + number}人"'
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def link(bench: Bench) -> None:
    from national_linking import against_scikit_learn

    if not bench.store.exists():
        build(bench)
    against_scikit_learn(bench.store, bench.plans, tell)


def validate(bench: Bench) -> None:
    from national_validation import against_pyshacl

    against_pyshacl(bench.plans, tell)


def kill(bench: Bench, times: int, seed: int) -> None:
    """Kill builds at random moments: the former store stays, and the end is the same."""
    former, whole, broken = (bench.folder / name for name in ("former", "whole", "broken"))
    if not bench.plans.exists():
        simulate(bench)
    seconds, _ = bench.build(whole)
    expected = dump(whole)
    few = bench.folder / "few"
    shutil.copytree(sorted(bench.plans.iterdir())[0], few / "one", dirs_exist_ok=True)
    bench.run(*bench.command("build", few, "--store", former))
    before = dump(former)
    chance, killed, resumed, ended, finished = Random(seed), 0, 0, 0, True
    while killed < times:
        if killed % 5 == 0 or finished:
            shutil.rmtree(broken, ignore_errors=True)
            shutil.copytree(former, broken)
        words = bench.command("build", bench.plans, "--store", broken, "--jobs", bench.jobs)
        process = subprocess.Popen(
            words, env=bench.environment, stdout=subprocess.DEVNULL, start_new_session=True
        )
        try:
            process.wait(chance.uniform(0.05, 0.95) * seconds)
            ended, finished = ended + 1, True
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed, finished = killed + 1, False
        now = dump(broken)
        if now not in (before, expected):
            raise SystemExit(f"kill {killed}: neither the former store nor the new one")
        if not finished and (killed % 5 == 0 or killed == times):
            bench.build(broken)
            if dump(broken) != expected:
                raise SystemExit(f"kill {killed}: the resumed build is not the same")
            resumed += 1
    tell(f"{killed} builds killed", f"the former store whole each time; {ended} ended before")
    tell(f"{resumed} resumed builds", "equal byte for byte to one that was not interrupted")


def dump(store: Path) -> bytes:
    """A hash of the sorted N-Quads of a store."""
    from hashlib import sha256

    from pyoxigraph import RdfFormat

    from plangraph.store import open_store

    text = open_store(str(store)).dump(format=RdfFormat.N_QUADS) or b""
    return sha256(b"\n".join(sorted(text.splitlines()))).digest()


def dask(bench: Bench) -> None:
    from national_dask import cluster

    if not bench.plans.exists():
        simulate(bench)
    local, spread = bench.folder / "local", bench.folder / "spread"
    ours, _ = bench.build(local)
    with cluster(bench.environment) as (address, kind):
        words = ("build", bench.plans, "--store", spread, "--scheduler", address)
        theirs, _ = bench.run(*bench.command(*words))
    same = dump(local) == dump(spread)
    tell(f"two Dask workers ({kind}) / --jobs 2 (at most 1.3)", f"{theirs / ours:.2f}")
    tell("the same quads", str(same))


def versions() -> str:
    names = ("plangraph", "pyoxigraph", "oxigraph", "numpy", "scipy", "scikit-learn", "distributed",
             "pyshifty", "pyshacl", "rocksdict")  # fmt: skip
    found = [f"Python {platform.python_version()}"]
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} –")
    return ", ".join(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, if none is named")
    parser.add_argument("--scale", default="1/100")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the kills")
    parser.add_argument("--without-shapes", action="store_true")
    said = parser.parse_args()
    folder = said.folder or Path(tempfile.mkdtemp(prefix="plangraph-national-"))
    folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(folder, said.scale, said.jobs, not said.without_shapes)
    load = "/".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{versions()}; {os.cpu_count()} cores, load {load}; scale {said.scale}", flush=True)
    if said.without_shapes:
        print("the shapes are left out")
    if not bench.plans.exists():
        simulate(bench)
    jobs: dict[str, Callable[[Bench], None]] = {
        "build": build,
        "rebuild": rebuild,
        "link": link,
        "validate": validate,
        "kill": lambda one: kill(one, said.kills, said.seed),
        "dask": dask,
    }
    for part in said.parts or PARTS:
        jobs[part](bench)
    if not said.folder:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
