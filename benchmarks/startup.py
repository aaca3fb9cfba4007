"""How long the command line takes beside the least that could answer.

Each pair is run in turn, whole processes; printed are medians and the median ratio.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import plangraph
from plangraph import questions

RUNS = 21
EMPTY = "import click\n@click.group()\ndef main(): pass\nmain()"
DIRECT = """
import sys, pyoxigraph
store = pyoxigraph.Store.read_only(sys.argv[1])
found = store.query(open(sys.argv[2], encoding="utf-8").read())
print(*(v.value for v in found.variables), sep="\\t")
for row in found:
    print(*("" if t is None else t.value for t in row), sep="\\t")
"""


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def compare(name: str, ours: list[str], other: list[str], environment: dict[str, str]) -> None:
    pairs = [(seconds(ours, environment), seconds(other, environment)) for _ in range(RUNS)][1:]
    mine, theirs = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"{name:<44} {mine:>8.1f} {theirs:>8.1f} {ratio:>7.2f}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        plangraph.build(store=store)
        graph = plangraph.open(store)
        environment = os.environ | {"PLANGRAPH_STORE": str(store)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a user's machine
        python, ours = sys.executable, str(Path(sys.executable).with_name("plangraph"))
        generation = str(store / (store / "CURRENT").read_text().split()[1])
        print(f"{'what':<44} {'ours ms':>8} {'least ms':>8} {'ratio':>7}")
        compare(
            "--help / an empty click program",
            [ours, "--help"],
            [python, "-c", EMPTY, "--help"],
            environment,
        )
        demo = seconds([python, "-m", "plangraph.demo", folder], environment)
        print(f"{'the main job (make demo, set up), s':<44} {demo:>8.1f}")
        asked = {
            "plans": {},
            "sectoral-plans": {"city": "kodaira"},
            "outline": {"plan": "kiyose-5th@draft"},
            "expired": {"city": "13211", "on": "2021-04-01"},
            "sdg-coverage": {"status": "judged"},
        }
        for name, parameters in asked.items():
            if name not in questions.names():
                continue
            query = Path(folder) / f"{name}.rq"
            query.write_text(graph.sparql(name, **parameters), encoding="utf-8")
            given = [part for key, value in parameters.items() for part in ("-p", f"{key}={value}")]
            compare(
                f"query {name} / the same through pyoxigraph",
                [ours, "query", name, *given, "--format", "tsv"],
                [python, "-c", DIRECT, generation, str(query)],
                environment,
            )


if __name__ == "__main__":
    main()
