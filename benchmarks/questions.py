"""How long each named question takes, beside its plain SPARQL in Virtuoso and in rdflib.

    python benchmarks/questions.py                      # a hundredth of the nation, made for it
    python benchmarks/questions.py --scale 1/10
    python benchmarks/questions.py --store national/    # a store that is there

Ours and Virtuoso over HTTP on loopback, warm, from the same quads; ours is an Oxigraph
server on the store, and the index of texts for ``search``. Printed are medians in
milliseconds, and how many times as long the peer takes. ``--rdflib`` compares library to
library, ``--growth`` with three cities; ``--whole`` asks of the whole nation at once.
Virtuoso is Debian's ``virtuoso-opensource-7-bin``; without it its column stays empty.
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
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.asked import WHOLE, usual
from tests.engines import oxigraph, oxigraph_command, virtuoso, virtuoso_command

import plangraph
from plangraph import questions
from plangraph.graph import Graph
from plangraph.resources import folder
from plangraph.simulate import share, simulate
from plangraph.store import current

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
    from http.client import HTTPConnection, RemoteDisconnected
    from urllib.parse import urlencode, urlsplit

    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=700)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/sparql-results+json",
    }

    def ask(sparql: str) -> bytes:
        body = urlencode({"query": sparql})
        try:
            connection.request("POST", parts.path, body, headers)
            answer = connection.getresponse()
        except (ConnectionError, RemoteDisconnected):  # closed while the other was asked
            connection.close()
            connection.request("POST", parts.path, body, headers)
            answer = connection.getresponse()
        found = answer.read()
        if answer.status != 200:
            raise RefusedError(found.decode("utf-8", "replace").partition("\n")[0][:80])
        return found

    return ask


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
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--whole", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        place = Path(scratch)
        store = options.store or built(place, share(options.scale))
        graph = plangraph.open(store)
        asked = WHOLE if options.whole else usual(graph)
        print(f"{store}: {graph.query(COUNT)[0]['quads']:,} quads")
        if options.growth:
            growth(graph, plangraph.open(built(place / "three", 3)))
        elif options.rdflib:
            against_rdflib(graph, asked)
        else:
            dump = options.dump or dumped(graph, place)
            against_virtuoso(graph, store, asked, dump, place / "v", stack, options.buffers)


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


def against_virtuoso(
    graph: Graph,
    store: Path,
    asked: Any,
    dump: Path,
    place: Path,
    stack: ExitStack,
    buffers: int,
) -> None:
    assert oxigraph_command(), "install the package oxigraph"
    generation = store / current(str(store))
    ours = over_http(stack.enter_context(oxigraph(generation)))
    peer: Callable[[str], bytes] | None = None
    if virtuoso_command():
        start = time.perf_counter()
        address = stack.enter_context(virtuoso(dump, place, buffers))
        print(f"Virtuoso has loaded them in {time.perf_counter() - start:.0f} s")
        peer = over_http(address)

    def pair(name: str, given: dict[str, Any]) -> tuple[Ask, Ask | None]:
        text = str(given.get("text"))
        sparql, other = graph.sparql(name, **given), plain(graph, name, given)
        mine = (lambda: graph.search(text)) if name == "search" else lambda: ours(sparql)
        return mine, (lambda: peer(other)) if peer and other else None

    compare("Virtuoso", graph, asked, pair)


def against_rdflib(graph: Graph, asked: Any) -> None:
    import rdflib

    dataset = rdflib.Dataset()
    start = time.perf_counter()
    for quad in graph.quads():
        s, p, o = (_rdflib(term) for term in (quad.subject, quad.predicate, quad.object))
        dataset.add((s, p, o, _rdflib(quad.graph_name)))
    print(f"rdflib has loaded them in {time.perf_counter() - start:.0f} s")

    def pair(name: str, given: dict[str, Any]) -> tuple[Ask, Ask | None]:
        other = plain(graph, name, given)
        return (
            lambda: graph.query(name, **given),
            (lambda: list(dataset.query(other))) if other else None,
        )

    compare("rdflib", graph, asked, pair)


def _rdflib(term: Any) -> Any:
    import rdflib

    if hasattr(term, "datatype"):
        kind = None if term.language else rdflib.URIRef(term.datatype.value)
        if kind == rdflib.XSD.string:
            kind = None
        return rdflib.Literal(term.value, lang=term.language, datatype=kind)
    return rdflib.URIRef(term.value)


def compare(
    peer: str,
    graph: Graph,
    asked: Any,
    pair: Callable[[str, dict[str, Any]], tuple[Ask, Ask | None]],
) -> None:
    """Print a line a question: the median over its parameters, and the ratio to the peer."""
    print(f"{'question':<18} {'rows':>7} {'ours ms':>9} {'p95':>8} {peer + ' ms':>12} {'times':>8}")
    ratios, every = [], []
    for name in questions.names():
        ours: list[float] = []
        theirs: list[float] = []
        rows, refused = 0, ""
        for given in asked.get(name, []):
            mine, other = pair(name, given)
            rows += len(graph.query(name, **given))
            ours += milliseconds(mine)
            if other:
                try:
                    theirs += milliseconds(other)
                except RefusedError as error:
                    refused = str(error)
        if not ours:
            continue
        every += ours
        middle = statistics.median(ours)
        told = f"{name:<18} {rows / len(asked[name]):>7.0f} {middle:>9.2f} {p95(ours):>8.2f}"
        if theirs:
            ratios.append(statistics.median(theirs) / middle)
            told += f" {statistics.median(theirs):>12.2f} {ratios[-1]:>8.1f}"
        print(told + (f"  refused: {refused}" if refused else ""), flush=True)
    print(f"p95 of all: {p95(every):.2f} ms")
    if ratios:
        mean = math.exp(statistics.mean(map(math.log, ratios)))
        print(f"{peer} takes {mean:.1f} times as long (geometric mean); least {min(ratios):.1f}")


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
