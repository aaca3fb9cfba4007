"""A site that is served for tests: a process of its own, on a free port."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import httpx
import psutil

from plangraph.questions import find

DIRECT = {"Content-Type": "application/sparql-query"}
ROWS = (
    "SELECT ?s ?o { GRAPH ?g { ?s <http://purl.org/dc/terms/title> ?o } } ORDER BY ?s ?o LIMIT 50"
)
#: A value for each parameter that a named question may require.
_LIKELY = {
    "city": "koganei", "other": "kiyose", "plan": "koganei", "field": "防災", "goal": "11",
    "on": "2026-04-01", "text": "防災", "kind": "policy", "topic": "sdgs",
    "former": "kodaira-4th@draft", "newer": "kodaira-4th@submitted",
}  # fmt: skip


def required(question: str) -> dict[str, str]:
    """Return parameters with which a named question can be asked of the real plans."""
    return {one.name: _LIKELY[one.name] for one in find(question).parameters.values()
            if one.required}  # fmt: skip


class Served:
    """``plangraph serve`` on a store; ``get`` and ``post`` ask it."""

    def __init__(self, store: Path | str, *options: str, **environment: str) -> None:
        command = [sys.executable, "-m", "plangraph", "serve", "--port", "0", "--no-browser"]
        # A pipe that nobody reads would fill up with the log, and hold the site up.
        number, name = tempfile.mkstemp(".log", "served-")
        self._log = Path(name)
        self.process = subprocess.Popen(
            [*command, "--store", str(store), *options],
            stdout=number,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PLANGRAPH_LANG": "en", **environment},
        )
        os.close(number)
        until(lambda: "http://" in self.log() or self.process.poll() is not None, 30)
        if "http://" not in self.log():
            raise RuntimeError(self.close())
        self.address = "http://" + self.log().split("http://")[1].split()[0]
        self.port = httpx.URL(self.address).port
        self.client = httpx.Client(base_url=self.address, timeout=60)
        until(lambda: self._answers(), 20)

    def _answers(self) -> bool:
        try:
            return self.client.get("/robots.txt").status_code in (200, 421)
        except httpx.TransportError:
            return False

    def ask(self, sparql: str, accept: str = "*/*", **more: object) -> httpx.Response:
        """Put a query by POST."""
        return self.client.post(
            "/sparql",
            content=sparql.encode(),
            headers={"Content-Type": "application/sparql-query", "Accept": accept},
            **more,  # type: ignore[arg-type]
        )

    def engines(self) -> list[psutil.Process]:
        """Return the processes that answer queries."""
        below = psutil.Process(self.process.pid).children(recursive=True)
        return [one for one in below if "serve.engine" in " ".join(_command(one))]

    def log(self) -> str:
        """Return what it wrote."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def close(self) -> str:
        """End it; return what it wrote."""
        if hasattr(self, "client"):
            self.client.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        log = self.log()
        self._log.unlink()
        return log

    def __enter__(self) -> Served:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()


def _command(process: psutil.Process) -> list[str]:
    try:
        found: list[str] = process.cmdline()
    except psutil.Error:
        return []
    return found


def until(true: Callable[[], object], seconds: float) -> float:
    """Wait until something is so; return how long it took; fail after ``seconds``."""
    start = time.monotonic()
    while not true():
        if time.monotonic() - start > seconds:
            raise AssertionError(f"not so after {seconds} s")
        time.sleep(0.02)
    return time.monotonic() - start
