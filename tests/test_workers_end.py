"""Processes that a build starts end with it, even where it is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

_BUILD = """
import os, time
from plangraph.pipeline.workers import Processes
if __name__ == "__main__":
    some = Processes(2)
    for _, pid in some.map(eval, ["__import__('os').getpid()"] * 2):
        print(pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are asked for as POSIX has it")
def test_workers_end_when_the_build_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(_BUILD, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        workers = {int(build.stdout.readline()) for _ in range(2)}
        build.kill()
    until = time.monotonic() + 10
    while time.monotonic() < until and any(_runs(pid) for pid in workers):
        time.sleep(0.05)
    assert not any(_runs(pid) for pid in workers)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and ") Z " in state.read_text())  # ended, and nobody asked how
