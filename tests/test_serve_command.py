"""``plangraph serve`` as a command."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from plangraph.serve.settings import Settings


def test_settings_reach_worker_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Settings(store="/x", base="https://example.jp/", workers=3, language="en")
    monkeypatch.setenv("PLANGRAPH_SERVE", "")
    told.to_environment()
    assert Settings.from_environment() == told


def test_a_port_that_is_taken_is_said(run: Callable[..., Result]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", taken.getsockname()[1], "--no-browser")
    assert result.exit_code == 1
    assert "is in use" in result.output
    assert "--port" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--public"], "--base"),
        (["--base", "nowhere"], "no address"),
        (["--base", "https://x.example/?a=b"], "no address"),
        (["--store", "http://localhost/sparql"], "remote endpoint"),
        (["--host", "203.0.113.1", "--no-browser", "--port", "0"], "at this address"),
        (["--store", "/nonexistent/store"], "no store"),
        (["--proxies", "127.0.0.1,foo"], "no address of a proxy"),
        (["--proxies", "10.0.0.1/8"], "no address of a proxy"),
        (["--proxies", "127.0.0.1,*"], "no address of a proxy"),
    ],
)
def test_what_cannot_be_served_is_said(
    run: Callable[..., Result], arguments: list[str], said: str
) -> None:
    result = run("serve", *arguments)
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize(("workers", "times"), [(1, 1), (1, 2), (2, 1)])
def test_serving_begins_says_where_and_ends_cleanly(store: Path, workers: int, times: int) -> None:
    from urllib.request import urlopen

    environment = os.environ | {"PLANGRAPH_STORE": str(store), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "plangraph", "serve", "--port", "0", "--workers", str(workers)],
        env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    try:
        assert server.stdout
        line = server.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, line
        with urlopen(address[0], timeout=30) as answer:
            assert b"plangraph" in answer.read()
        for _ in range(times):
            os.killpg(server.pid, signal.SIGINT)  # as Ctrl-C in a terminal does
            time.sleep(0.05)
        out, err = server.communicate(timeout=20)
    finally:
        server.kill()
    assert (server.returncode, out.strip(), err) == (0, "ended", "")


def test_no_part_of_the_site_is_loaded_with_the_command_line() -> None:
    code = "import sys, plangraph.commands.serve; print('starlette' in sys.modules)"
    said: Any = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert said.stdout.strip() == "False"
