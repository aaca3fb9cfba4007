"""The site under load: 200 clients at a time, and the endpoint beside the engine's own server.

    python benchmarks/serving.py [--seconds 60] [--clients 200] [--idle 10000]

First part: the clients ask, each as quickly as it is answered, a mix of pages, named questions
over SPARQL and the JSON API, and things in several formats. Printed are requests a second,
the times of the middle and of the slowest hundredth, errors, and the memory of all
processes after a tenth of the time and at the end.

Second part: the same named questions by POST to our endpoint and to ``oxigraph serve-read-only``
(the extra ``dev`` has it) on the same store: each query another one (a comment is added), so
that nothing is answered from memory, by short turns; then again with kept answers.

All traffic goes to this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import random
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httptools
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.served import Served, until

import plangraph
from plangraph.graph import Graph
from plangraph.questions import names
from plangraph.store import default_store

#: Seconds after which an answer counts as lost.
PATIENCE = 60
#: Turns by which two servers are asked.
TURNS = 8
SPARQL = "application/sparql-query"
GIVEN = {
    "sectoral-plans": {"city": "kodaira"}, "outline": {"plan": "koganei"},
    "expired": {"city": "kodaira", "on": "2021-04-01"}, "sdg-elements": {"goal": "6"},
    "counterparts": {"city": "kodaira", "other": "koganei"}, "departments": {"city": "kodaira"},
    "gaps": {"city": "koganei", "other": "kiyose"}, "indicators": {"city": "koganei"},
    "sdg-coverage": {}, "field-coverage": {}, "plans": {},
}  # fmt: skip
PAGES = ("/", "/cities", "/fields", "/goals", "/questions", "/about", "/download",
         "/search?q=%E9%98%B2%E7%81%BD", "/questions/sectoral-plans?city=kodaira")  # fmt: skip
DATA = ("text/html", "text/turtle", "application/ld+json", "application/n-triples")


class Reply:
    """Reads one response of a connection."""

    def __init__(self) -> None:
        self.done = False
        self.size = 0
        self._parser = httptools.HttpResponseParser(self)

    def feed(self, piece: bytes) -> None:
        """Take what came."""
        self._parser.feed_data(piece)

    def on_body(self, body: bytes) -> None:
        """Count."""
        self.size += len(body)

    def on_message_complete(self) -> None:
        """End."""
        self.done = True

    @property
    def status(self) -> int:
        """The status."""
        return int(self._parser.get_status_code())


async def client(
    port: int, requests: list[bytes], until_: float, times: list[float], told: Counter[object]
) -> None:
    """Ask until the time is over."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while time.perf_counter() < until_:
            start = time.perf_counter()
            writer.write(random.choice(requests))
            reply = Reply()
            while not reply.done:
                try:
                    async with asyncio.timeout(PATIENCE):
                        piece = await reader.read(1 << 18)
                except (TimeoutError, OSError):
                    piece = b""
                if not piece:
                    told["connection lost"] += 1
                    reader, writer = await asyncio.open_connection("127.0.0.1", port)
                    break
                reply.feed(piece)
            else:
                times.append(time.perf_counter() - start)
                told[reply.status] += 1
    finally:
        writer.close()


def load(
    port: int, requests: list[list[bytes]], seconds: float
) -> tuple[list[float], Counter[object]]:
    """Let as many clients as there are lists ask for some seconds."""
    times: list[float] = []
    told: Counter[object] = Counter()

    async def run() -> None:
        end = time.perf_counter() + seconds
        await asyncio.gather(*(client(port, one, end, times, told) for one in requests))

    asyncio.run(run())
    return times, told


def get(path: str, accept: str = "*/*", ip: str = "127.0.0.1") -> bytes:
    """Return a GET request."""
    return (
        f"GET {path} HTTP/1.1\r\nHost: plans.example.jp\r\nAccept: {accept}\r\n"
        f"X-Forwarded-For: {ip}\r\n\r\n"
    ).encode()


def post(path: str, sparql: str, ip: str = "127.0.0.1") -> bytes:
    """Return a POST request with a query."""
    body = sparql.encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: plans.example.jp\r\nContent-Type: {SPARQL}\r\n"
        f"Accept: application/sparql-results+json\r\nX-Forwarded-For: {ip}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def mixed(graph: Graph, ip: str) -> list[bytes]:
    """Return what a client asks: pages, questions, things, in equal parts."""
    questions = [graph.sparql(name, **GIVEN[name]) for name in GIVEN if name in names()]
    rows = graph.select(
        "SELECT ?thing { GRAPH ?g { ?thing <https://w3id.org/plangraph/ontology#inVersion> ?g } }"
        " ORDER BY ?thing"
    )
    base = "https://w3id.org/plangraph"
    things = ["/id" + str(row["thing"]).removeprefix(base + "/id") for row in rows]
    things = [one for one in things if "#" not in one and one.isascii()]
    random.seed(ip)
    asked = [get(random.choice(PAGES), "text/html", ip) for _ in range(20)]
    asked += [post("/sparql", random.choice(questions), ip) for _ in range(14)]
    asked += [get("/api/questions/plans", "application/json", ip) for _ in range(6)]
    asked += [get(random.choice(things), random.choice(DATA), ip) for _ in range(20)]
    return asked


def memory(process: psutil.Process) -> int:
    """Return the megabytes that a process and those below it have for themselves."""
    every = [process, *process.children(recursive=True)]
    return int(sum(one.memory_full_info().uss for one in every)) >> 20


def site_under_load(store: str, seconds: float, clients: int, idle: int) -> None:
    """Print how the site does with many clients."""
    graph = plangraph.open(store)
    options = ["--public", "--base", "https://plans.example.jp/", "--workers", "2"]
    with Served(store, *options) as site:
        process = psutil.Process(site.process.pid)
        port = site.port or 0
        asked = [mixed(graph, f"10.0.{n // 250}.{n % 250 + 1}") for n in range(clients)]
        load(port, asked, seconds / 10)
        early = memory(process)
        times, told = load(port, asked, seconds)
        times.sort()
        slow = times[len(times) * 99 // 100] * 1000
        errors = sum(n for what, n in told.items() if what != 200)
        rate = len(times) / seconds
        print(f"{clients} clients, {seconds:g} s: {rate:,.0f} requests a second", flush=True)
        half = times[len(times) // 2] * 1000
        print(f"  p50 {half:.0f} ms, p99 {slow:.0f} ms, slowest {times[-1]:.2f} s")
        print(f"  errors {errors} of {len(times)}  {dict(told)}")
        print(f"  memory {early} MB after a tenth of it, {memory(process)} MB at the end")
        if idle:
            _idle(port, idle)


def _idle(port: int, count: int) -> None:
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    opened = []
    start = time.perf_counter()
    for number in range(count):
        # Addresses of loopback, since one of them has ports for some 28,000 connections only.
        one = socket.socket()
        one.bind((f"127.0.0.{number % 4 + 2}", 0))
        one.connect(("127.0.0.1", port))
        opened.append(one)
    _times, told = load(port, [[get("/about", "text/html")]] * 4, 2)
    print(f"{count} connections open ({time.perf_counter() - start:.1f} s to open): "
          f"{sum(told.values())} requests of others, {dict(told)}")  # fmt: skip
    for one in opened:
        one.close()


def beside_the_engine(store: str, seconds: float, clients: int) -> None:
    """Print requests a second for the same SPARQL, of ours and of the engine's own server."""
    graph = plangraph.open(store)
    questions = [graph.sparql(name, **GIVEN[name]) for name in GIVEN if name in names()]
    fresh = itertools.count()

    class Other(list[bytes]):
        """Queries of which no two are alike."""

        def __init__(self, path: str, ip: str) -> None:
            super().__init__([b""])
            self._path, self._ip = path, ip

        def __getitem__(self, _place: object) -> bytes:  # type: ignore[override]
            text = f"{random.choice(questions)}\n#{next(fresh)}"
            return post(self._path, text, self._ip)

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    generation = (Path(store) / "CURRENT").read_text().split()[1]
    tool = Path(sys.executable).with_name("oxigraph")
    command = [str(tool), "serve-read-only", "-l", os.path.join(store, generation)]
    engine = subprocess.Popen(
        [*command, "-b", f"127.0.0.1:{port}", "--timeout-s", "30"], stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: socket.socket().connect_ex(("127.0.0.1", port)) == 0, 10)
        with Served(
            store, "--public", "--base", "https://plans.example.jp/", "--workers", "2"
        ) as site:
            ours = site.port or 0
            ips = [f"10.1.0.{n + 1}" for n in range(clients)]
            # By short turns, so that whatever else this machine does hits both; the first warms up.
            done = [0, 0]
            for turn in range(TURNS + 1):
                for place, (where, path) in enumerate(((port, "/query"), (ours, "/sparql"))):
                    asked: list[list[bytes]] = [Other(path, ip) for ip in ips]
                    times, told = load(where, asked, seconds / TURNS)
                    assert set(told) == {200}, told
                    done[place] += len(times) if turn else 0
            rates = [count / seconds for count in done]
            same = [[post("/sparql", one, ip) for one in questions] for ip in ips]
            times, told = load(ours, same, seconds)
            kept = len(times) / seconds
        print(f"the same SPARQL, {clients} clients, {seconds:g} s each:")
        print(f"  oxigraph serve-read-only {rates[0]:,.0f}/s, ours {rates[1]:,.0f}/s:"
              f" {rates[1] / rates[0]:.2f} times; answers that are kept {kept:,.0f}/s")  # fmt: skip
    finally:
        engine.kill()
        engine.wait()


def main() -> None:
    """Run both parts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--clients", type=int, default=200)
    options.add_argument("--idle", type=int, default=0)
    options.add_argument("--store", default=None)
    given = options.parse_args()
    store = given.store or default_store()
    site_under_load(store, given.seconds, given.clients, given.idle)
    beside_the_engine(store, min(given.seconds / 4, 15), 16)


if __name__ == "__main__":
    main()
