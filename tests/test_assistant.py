"""What an assistant is told: the same answers, with what is needed to cite them."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from plangraph.assistant import Assistant
from plangraph.errors import PlangraphError
from plangraph.graph import Graph


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
        server = StdioServerParameters(
            command=sys.executable, args=["-m", "plangraph", "mcp", "--store", str(store)]
        )
        async with Client(server) as client:
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

    with ThreadPoolExecutor(1) as other:  # the browser's tests keep a loop in this thread
        other.submit(anyio.run, talk).result()
