"""What an assistant is told: the same answers, with what is needed to cite them."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import psutil
import pytest
from mcp import Client, StdioServerParameters

from plangraph.assistant import Assistant
from plangraph.errors import PlangraphError
from plangraph.graph import Graph

from .served import until
from .test_serve_faults import ENDLESS


@pytest.fixture(scope="module")
def assistant(graph: Graph) -> Assistant:
    return Assistant(lambda: graph)


def test_rows_can_be_cited(assistant: Assistant) -> None:
    answer = assistant.search("防災体制")
    row = next(row for row in answer["rows"] if row["id"] == "koganei-5th@draft/measure-8")
    assert row["line"] == 117
    assert row["iri"].endswith("/plan/koganei-5th@draft/measure-8")
    sources = {source["version"]: source for source in answer["sources"]}
    assert sources["koganei-5th@draft"]["document"] == "koganei-5th-draft-slides.txt"
    assert len(sources["koganei-5th@draft"]["sha256"]) == 64


def test_what_is_left_out_is_said(assistant: Assistant) -> None:
    few = assistant.query("outline", {"plan": "kodaira-4th@submitted"}, limit=2)
    assert len(few["rows"]) == 2
    assert few["complete"] is False
    assert assistant.plans()["complete"] is True


def test_gaps_of_a_comparison_can_be_cited(assistant: Assistant) -> None:
    gaps = assistant.compare(["koganei", "kiyose"], table="gaps")
    assert all(row["line"] and row["iri"] for row in gaps["rows"])
    assert gaps["sources"]


def test_questions_say_what_they_need(assistant: Assistant) -> None:
    expired = next(row for row in assistant.questions()["rows"] if row["name"] == "expired")
    assert [(one["name"], one["required"]) for one in expired["parameters"]] == [
        ("city", True),
        ("on", True),
    ]


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("query", {"question": "nothing"}, "no question is called nothing"),
        ("query", {"question": "/etc/passwd.rq"}, "no question is called"),
        ("query", {"question": "SELECT * {}"}, "no question is called"),
        ("compare", {"cities": []}, "name one to"),
        ("compare", {"cities": ["koganei"], "table": "x"}, "no table called x"),
        ("show", {"element": "nowhere"}, "is called nowhere"),
    ],
)
def test_what_cannot_be_answered(
    tool: str, arguments: dict[str, Any], says: str, assistant: Assistant
) -> None:
    with pytest.raises(PlangraphError, match=says):
        getattr(assistant, tool)(**arguments)


def test_the_command_speaks_the_protocol(store: Path) -> None:
    async def talk() -> None:
        async with Client(server_of(store)) as client:
            tools = (await client.list_tools()).tools
            assert [tool.name for tool in tools] == [
                "plans", "search", "questions", "query", "show", "compare",
            ]  # fmt: skip
            assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
            shown = await client.call_tool("show", {"element": "kodaira-4th@submitted/policy-1"})
            told = json.loads(getattr(shown.content[0], "text", ""))
            assert told["sources"][0]["line"] == told["element"]["evidence"]["line"]
            wrong = await client.call_tool("show", {"element": "nowhere"})
            assert wrong.is_error

    in_a_loop(talk)


def test_an_answer_that_takes_too_long_is_stopped(store: Path, tmp_path: Path) -> None:
    """Here each question is an endless one; what answers it is ended, and another goes on."""
    (tmp_path / "sitecustomize.py").write_text(
        f"from plangraph.graph import Graph\nGraph.sparql = lambda *_, **__: {ENDLESS!r}\n"
    )
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])

    async def talk() -> None:
        server = server_of(store, "--timeout", "1.5", PYTHONPATH=path, PLANGRAPH_LANG="en")
        async with Client(server) as client:
            (running,) = [one for one in psutil.Process().children() if "mcp" in one.cmdline()]
            await client.call_tool("questions", {})
            before = {one.pid for one in running.children()}
            stopped = await client.call_tool("query", {"question": "plans"})
            assert stopped.is_error
            assert "stopped after 1.5 seconds" in getattr(stopped.content[0], "text", "")
            assert before - {one.pid for one in running.children()}
            until(lambda: _idle(running), 5)
            shown = await client.call_tool("questions", {})
            assert not shown.is_error
            for one in (ended := running.children()):
                one.kill()
            until(lambda: all(map(_gone, ended)), 5)
            killed = await client.call_tool("questions", {})
            assert not killed.is_error

    in_a_loop(talk)


def _gone(process: psutil.Process) -> bool:
    """Tell whether a process has ended; who started it may not have looked yet."""
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def _idle(process: psutil.Process) -> bool:
    """Tell whether nothing below a process works."""

    def used() -> float:
        return float(sum(sum(one.cpu_times()[:2]) for one in process.children()))

    before = used()
    time.sleep(0.3)
    return used() - before < 0.05


def server_of(store: Path, *options: str, **environment: str) -> StdioServerParameters:
    return StdioServerParameters(
        command=sys.executable,
        args=["-m", "plangraph", "mcp", "--store", str(store), *options],
        env={**os.environ, **environment},
    )


def in_a_loop(talk: Callable[[], Awaitable[None]]) -> None:
    with ThreadPoolExecutor(1) as other:  # the browser's tests keep a loop in this thread
        other.submit(anyio.run, talk).result()
