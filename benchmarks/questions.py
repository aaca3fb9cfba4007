"""How long each named question takes, beside its plain SPARQL in Virtuoso and in rdflib.

    python benchmarks/questions.py                      # a hundredth of the nation, made for it
    python benchmarks/questions.py --scale 1/10
    python benchmarks/questions.py --store national/    # a store that is there

Over HTTP on loopback, warm, from the same quads. Ours is ``plangraph serve``: its endpoint, made
to find each answer anew (``search``: the index of texts), and its JSON API, which keeps the answers
of a generation of the store. Virtuoso is sent the plain SPARQL: in the same words, whose plan it
keeps, and in other words each time, as our endpoint is. Printed are medians in milliseconds, and
how many times as long Virtuoso takes. ``--whole`` asks of the whole nation at once too, ``--only``
some questions; ``--growth`` compares with three cities. Virtuoso is Debian's
``virtuoso-opensource-7-bin``; without it its columns stay empty. ``--virtuoso`` names one that runs
with the same quads, so that it need not load them again.

``--rdflib`` compares library to library, with nothing kept: each question in a process that is
ended after ``--limit`` seconds; then the limit is told, and counts, as the least it takes.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from http.client import HTTPConnection, RemoteDisconnected
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.asked import WHOLE, Asked, usual
from tests.engines import virtuoso, virtuoso_command
from tests.served import Served

import plangraph
from plangraph import questions
from plangraph.graph import Graph
from plangraph.resources import folder
from plangraph.simulate import share, simulate

#: A question is asked again until so many times, or so many seconds, have passed.
RUNS, SECONDS = 9, 10.0
Ask = Callable[[], Any]


class RefusedError(Exception):
    """An engine did not answer."""


def milliseconds(ask: Ask) -> list[float]:
    """Return the times of a warm question; of one that takes very long, the first."""
    first = _one(ask)
    times: list[float] = []
    while len(times) < RUNS and first + sum(times) < SECONDS * 1000:
        times.append(_one(ask))
    return times or [first]


def _one(ask: Ask) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def over_http(address: str) -> Callable[[str], bytes]:
    """Return a function that sends a query over one connection and reads the whole answer."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=700)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/sparql-results+json",
    }

    def ask(sparql: str) -> bytes:
        return _answer(connection, "POST", parts.path, urlencode({"query": sparql}), headers)

    return ask


def _answer(connection: HTTPConnection, *request: Any) -> bytes:
    for last in (False, True):
        try:
            connection.request(*request)
            answer = connection.getresponse()
            break
        except (ConnectionError, RemoteDisconnected):  # closed while another was asked
            connection.close()
            if last:
                raise
    found = answer.read()
    if answer.status != 200:
        raise RefusedError(found.decode("utf-8", "replace").partition("\n")[0][:80])
    return found


def plain(graph: Graph, name: str, given: dict[str, Any]) -> str | None:
    """Return the plain SPARQL of a question; None where it has not these parameters."""
    path = Path(folder("queries")) / "plain" / f"{name}.rq"
    known = questions.find(str(path) if path.exists() else name)
    return (
        graph.sparql(str(known.path), **given) if given.keys() <= known.parameters.keys() else None
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--scale", default="1/100")
    parser.add_argument("--dump", type=Path, help="the same quads as N-Quads, if they are there")
    parser.add_argument("--buffers", type=int, default=340_000, help="of Virtuoso, 8 KB each")
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--limit", type=float, default=60, help="seconds that rdflib has")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--virtuoso", metavar="ADDRESS")
    parser.add_argument("--only", nargs="*", metavar="NAME")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        place = Path(scratch)
        store = options.store or built(place, share(options.scale))
        graph = plangraph.open(store)
        asked = {"three cities": usual(graph)} | (
            {"the whole nation": WHOLE} if options.whole else {}
        )
        if options.only:
            asked = {
                of: {name: some.get(name, []) for name in options.only}
                for of, some in asked.items()
            }
        print(f"{store}: {graph.query(COUNT)[0]['quads']:,} quads")
        if options.growth:
            growth(graph, plangraph.open(built(place / "three", 3)))
        elif options.rdflib:
            against_rdflib(graph, asked["three cities"], options.limit)
        else:
            peer = options.virtuoso
            if not peer and virtuoso_command():
                dump = options.dump or dumped(graph, place)
                peer = started(dump, place / "v", stack, options.buffers)
            warm(store)
            against_virtuoso(graph, stack.enter_context(Served(store)).address, asked, peer)


COUNT = "SELECT (COUNT(*) AS ?quads) { GRAPH ?g { ?s ?p ?o } }"


def built(place: Path, municipalities: int) -> Path:
    """Return a store of a simulated nation."""
    simulate(place / "plans", municipalities=municipalities)
    plangraph.build([place / "plans"], store=place / "store", jobs=None)
    return place / "store"


def dumped(graph: Graph, place: Path) -> Path:
    from pyoxigraph import RdfFormat, serialize

    path = place / "dump" / "nation.nq"
    path.parent.mkdir()
    with path.open("wb") as file:
        serialize(graph.quads(), file, format=RdfFormat.N_QUADS)
    return path


def started(dump: Path, place: Path, stack: ExitStack, buffers: int) -> str:
    """Return the address of a Virtuoso that has loaded ``dump``."""
    start = time.perf_counter()
    address = stack.enter_context(virtuoso(dump, place, buffers))
    seconds, size = time.perf_counter() - start, (place / "virtuoso.db").stat().st_size / 1e6
    print(f"Virtuoso has loaded them in {seconds:.0f} s, {size:.0f} MB")
    return address


def warm(store: Path) -> None:
    """Read a store once: a large one has left the memory while Virtuoso loaded its own."""
    for file in store.rglob("*.sst"):
        with file.open("rb", buffering=0) as stream:
            while stream.read(1 << 22):
                pass


def against_virtuoso(graph: Graph, served: str, asked: dict[str, Asked], peer: str | None) -> None:
    address = served.rstrip("/")
    endpoint, api = over_http(f"{address}/sparql"), over_api(address)
    for of, some in asked.items():
        print(f"asked of {of}", flush=True)
        ask_both(graph, some, endpoint, api, over_http(peer) if peer else None)


def ask_both(
    graph: Graph,
    asked: Any,
    endpoint: Callable[[str], bytes],
    api: Callable[[str, dict[str, Any]], bytes],
    peer: Callable[[str], bytes] | None,
) -> None:
    """Print a line a question, and how many times as long the peer takes."""
    print("milliseconds: ours found, kept, p95 of both; Virtuoso for the same text, for a new one;")
    print("times as long as found, as kept; for a new text as found")
    ratios: dict[str, list[float]] = {"found": [], "kept": [], "new": []}
    every: dict[str, list[float]] = {"found": [], "kept": []}
    for name in questions.names():
        ours: dict[str, list[float]] = {"found": [], "kept": []}
        theirs: dict[str, list[float]] = {"same": [], "new": []}
        rows, refused = 0, ""
        for given in asked.get(name, []):
            text, sparql = str(given.get("text")), graph.sparql(name, **given)
            find = partial(graph.search, text) if name == "search" else anew(endpoint, sparql)
            try:
                ours["found"] += milliseconds(find)
                ours["kept"] += milliseconds(partial(api, name, given))
            except RefusedError as error:  # it takes longer than serve allows
                refused = f"plangraph: {error}"
                continue
            rows += len(graph.query(name, **given))
            other = plain(graph, name, given)
            if peer and other:
                try:
                    same = milliseconds(partial(peer, other))
                    long = min(same) > SECONDS * 1000  # what planning takes is nothing then
                    theirs["same"] += same
                    theirs["new"] += same if long else milliseconds(anew(peer, other))
                except RefusedError as error:
                    refused = str(error)
        if not ours["kept"]:
            if refused:
                print(f"{name:<18}  refused: {refused}", flush=True)
            continue
        told = f"{name:<18} {rows / len(asked[name]):>7.0f}"
        for when, times in ours.items():
            every[when] += times
            told += f" {statistics.median(times):>9.2f} {p95(times):>8.2f}"
        if theirs["new"]:
            known, new = (statistics.median(theirs[text]) for text in ("same", "new"))
            told += f" {known:>10.2f} {new:>9.2f}"
            found, kept = (statistics.median(ours[when]) for when in ("found", "kept"))
            for what, ratio in (
                ("found", known / found),
                ("kept", known / kept),
                ("new", new / found),
            ):
                ratios[what].append(ratio)
                told += f" {ratio:>7.1f}"
        print(told + (f"  refused: {refused}" if refused else ""), flush=True)
    for when, all_of_them in every.items():
        told = f"{when}: p95 of all {p95(all_of_them):.1f} ms"
        if ratios[when]:
            told += f"; Virtuoso takes {mean(ratios[when]):.1f} times as long (geometric mean),"
            told += f" least {min(ratios[when]):.1f}"
        print(told)
    if ratios["new"]:
        told = f"{mean(ratios['new']):.1f} times as long (geometric mean)"
        print(f"found: for a new text Virtuoso takes {told}, least {min(ratios['new']):.1f}")


def anew(ask: Callable[[str], bytes], sparql: str) -> Ask:
    """Return what asks a query in words never used before: our endpoint keeps answers too."""
    numbers = count(time.time_ns())
    return lambda: ask(f"{sparql}\n# {next(numbers)}")


def over_api(address: str) -> Callable[[str, dict[str, Any]], bytes]:
    """Return a function that asks a named question over one connection."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=700)

    def ask(name: str, given: dict[str, Any]) -> bytes:
        return _answer(connection, "GET", f"/api/questions/{name}?{urlencode(given)}")

    return ask


def mean(ratios: list[float]) -> float:
    return math.exp(statistics.mean(map(math.log, ratios)))


def against_rdflib(graph: Graph, asked: Any, limit: float) -> None:
    import rdflib

    dataset = rdflib.Dataset()
    start = time.perf_counter()
    for quad in graph.quads():
        s, p, o = (_rdflib(term) for term in (quad.subject, quad.predicate, quad.object))
        dataset.add((s, p, o, _rdflib(quad.graph_name)))
    print(f"rdflib has loaded them in {time.perf_counter() - start:.0f} s")
    print(f"{'question':<18} {'rows':>7} {'ours ms':>9} {'rdflib ms':>11} {'times':>9}")
    ratios, ended = [], 0
    for name in questions.names():
        for given in asked.get(name, [])[:1]:
            other = plain(graph, name, given)
            if other is None:
                continue
            ours = statistics.median(milliseconds(lambda: graph.query(name, **given)))  # noqa: B023
            theirs = within(limit, lambda: list(dataset.query(other)))  # noqa: B023
            more = "" if theirs else ">"
            ended += theirs is None
            ratios.append((theirs or limit * 1000) / ours)
            print(f"{name:<18} {len(graph.query(name, **given)):>7} {ours:>9.2f}"
                  f" {more + format(theirs or limit * 1000, '.0f'):>11}"
                  f" {more + format(ratios[-1], '.0f'):>9}", flush=True)  # fmt: skip
    told = f"at least {mean(ratios):.0f}" if ended else f"{mean(ratios):.0f}"
    print(f"rdflib takes {told} times as long (geometric mean), least {min(ratios):.1f};"
          f" {ended} of {len(ratios)} were ended after {limit:.0f} s")  # fmt: skip


def within(limit: float, ask: Ask) -> float | None:
    """Return the milliseconds that a process of its own takes; None if it has to be ended."""
    from multiprocessing import get_context

    fork: Any = get_context("fork")  # the data is there already
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=lambda: theirs.send(_one(ask)))
    process.start()
    found: float | None = ours.recv() if ours.poll(limit) else None
    process.kill()
    process.join()
    return found


def _rdflib(term: Any) -> Any:
    import rdflib

    if hasattr(term, "datatype"):
        kind = None if term.language else rdflib.URIRef(term.datatype.value)
        if kind == rdflib.XSD.string:
            kind = None
        return rdflib.Literal(term.value, lang=term.language, datatype=kind)
    return rdflib.URIRef(term.value)


def growth(large: Graph, small: Graph) -> None:
    """Print how time and rows of each question grow from three cities to the nation."""
    print(f"{'question':<18} {'3 cities':>9} {'nation':>9} {'time ×':>8} {'rows ×':>8}")
    few = {"small": usual(small) | WHOLE, "large": usual(large) | WHOLE}
    for name in questions.names():
        sides = []
        for graph, asked in ((small, few["small"]), (large, few["large"])):
            times, rows = [], 0
            for given in asked.get(name, []):
                rows += len(graph.query(name, **given))
                times += milliseconds(partial(graph.query, name, **given))
            sides.append((statistics.median(times) if times else math.nan, rows))
        (before, few_rows), (after, many) = sides
        more = many / few_rows if few_rows else math.nan
        print(f"{name:<18} {before:>9.2f} {after:>9.2f} {after / before:>8.1f} {more:>8.1f}")


def p95(times: list[float]) -> float:
    return sorted(times)[math.ceil(len(times) * 0.95) - 1]


if __name__ == "__main__":
    main()
