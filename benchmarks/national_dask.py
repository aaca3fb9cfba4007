"""Two Dask workers: each in a network namespace of its own where that is allowed.

Namespaces need root and the command ``ip``; elsewhere the workers are on loopback.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_BRIDGE, _NETWORK = "plangraph-br", "10.199.7"
_WORKERS = ("plangraph-w1", "plangraph-w2")


@contextmanager
def cluster(environment: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the address of a scheduler with two workers, and what kind of network they have."""
    apart = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("ip") is not None
    host = f"{_NETWORK}.1" if apart else "127.0.0.1"
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str, inside: str | None = None) -> None:
        enter = ["ip", "netns", "exec", inside] if inside else []
        started.append(
            subprocess.Popen(
                [*enter, sys.executable, "-m", *words],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    try:
        if apart:
            _connect()
        address = f"tcp://{host}:8786"
        start(
            "distributed.cli.dask_scheduler", "--host", host, "--port", "8786", "--no-dashboard"
        )  # fmt: skip
        for number, name in enumerate(_WORKERS, 2):
            mine = f"{_NETWORK}.{number}" if apart else host
            start(
                *("distributed.cli.dask_worker", address, "--host", mine, "--nthreads", "1"),
                *("--no-dashboard", "--no-nanny", "--local-directory", f"/tmp/{name}"),
                inside=name if apart else None,
            )
        _wait(address)
        yield address, "network namespaces" if apart else "loopback"
    finally:
        for process in reversed(started):  # workers first: without a scheduler they wait for one
            _end(process)
        if apart:
            _disconnect()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(address: str) -> None:
    import distributed

    connect: Any = distributed.Client
    client = connect(address, timeout=30)
    client.wait_for_workers(len(_WORKERS), timeout=60)
    client.close()
    time.sleep(0.5)


def _connect() -> None:
    _disconnect()
    _ip("link", "add", _BRIDGE, "type", "bridge")
    _ip("addr", "add", f"{_NETWORK}.1/24", "dev", _BRIDGE)
    _ip("link", "set", _BRIDGE, "up")
    for number, name in enumerate(_WORKERS, 2):
        ours, theirs = f"{name[-2:]}-pgo", f"{name[-2:]}-pgi"
        _ip("netns", "add", name)
        _ip("link", "add", ours, "type", "veth", "peer", "name", theirs)
        _ip("link", "set", ours, "master", _BRIDGE, "up")
        _ip("link", "set", theirs, "netns", name)
        _ip("-n", name, "addr", "add", f"{_NETWORK}.{number}/24", "dev", theirs)
        _ip("-n", name, "link", "set", theirs, "up")
        _ip("-n", name, "link", "set", "lo", "up")


def _disconnect() -> None:
    for name in _WORKERS:
        _ip("netns", "del", name, check=False)
    _ip("link", "del", _BRIDGE, check=False)


def _ip(*words: str, check: bool = True) -> None:
    subprocess.run(["ip", *words], check=check, capture_output=not check)
