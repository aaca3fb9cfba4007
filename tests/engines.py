"""Peer engines on loopback, started by hand for tests and benchmarks: Oxigraph, Virtuoso."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Seconds that an engine has to come up, and to load what it is given.
START, LOAD = 60, 3600

_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
DirsAllowed = {data}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
CheckpointInterval = 0
DisableTcpSocket = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 600
"""


def oxigraph_command() -> str | None:
    """Return the program of the package ``oxigraph``, if it is installed."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def virtuoso_command() -> str | None:
    """Return the server of Debian's ``virtuoso-opensource-7-bin``, if it is installed."""
    return shutil.which("virtuoso-t") if shutil.which("isql-vt") else None


@contextmanager
def oxigraph(generation: Path) -> Iterator[str]:
    """Serve the folder of a store's generation, read only; yield the endpoint's address."""
    port = _free_port()
    command = [str(oxigraph_command()), "serve-read-only", "--location", str(generation)]
    with _running([*command, "--bind", f"127.0.0.1:{port}"], generation.parent):
        address = f"http://127.0.0.1:{port}/query"
        _wait_for(address)
        yield address


@contextmanager
def virtuoso(dump: Path, folder: Path, buffers: int = 60_000) -> Iterator[str]:
    """Load the N-Quads in ``dump`` into a Virtuoso in ``folder``; yield the endpoint's address.

    A buffer is a page of 8 KB.
    """
    sql, http = _free_port(), _free_port()
    folder.mkdir(parents=True, exist_ok=True)
    settings = _INI.format(
        folder=folder, data=dump.parent, sql=sql, http=http, buffers=buffers, dirty=buffers * 3 // 4
    )
    (folder / "virtuoso.ini").write_text(settings)
    command = [str(virtuoso_command()), "-f", "-c", "virtuoso.ini"]
    with _running(command, folder):
        address = f"http://127.0.0.1:{http}/sparql"
        _wait_for(address)
        for statement in (
            f"ld_dir('{dump.parent}', '{dump.name}', 'urn:default');",
            "rdf_loader_run();",
            "checkpoint;",
        ):
            subprocess.run(
                ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"EXEC={statement}"],
                check=True, timeout=LOAD, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        yield address


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[None]:
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(START * 10):
        try:
            with urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} does not answer")
