"""``plangraph mcp``."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, store_option
from plangraph.errors import PlangraphError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from plangraph.commands._apart import Apart

_INSTRUCTIONS = """Plans of Japanese municipalities as a knowledge graph. Answers carry sources:
cite the document, its line and the IRI for whatever you say. `status` tells who says that an
element serves an SDG goal: stated by the city, judged by a curator, or inferred by a method; never
present the latter two as the city's own statement. A value of null is not known: it is not no."""


@click.command("mcp", cls=Command)
@click.option("--timeout", type=click.FloatRange(0.1, 3600), default=60, show_default=True,
              metavar="SECONDS", help="Stop an answer after so long.")  # fmt: skip
@store_option
@language_option
def command(timeout: float, store: str | None) -> None:
    """Let an assistant ask the graph, over the Model Context Protocol on standard input.

    It may list, search, query, show and compare; nothing can be changed.

    \b
    plangraph mcp
    plangraph mcp --store my-store
    """
    from plangraph.language import tr

    try:
        server = _server(store, timeout)
    except ModuleNotFoundError as error:
        raise PlangraphError(
            tr("this needs what is not installed: {name}", name=error.name),
            advice=tr("install it with `pip install 'plangraph[mcp]'`"),
        ) from None
    server.run("stdio")


def _server(store: str | None, timeout: float) -> MCPServer:
    from mcp.server.mcpserver import MCPServer
    from mcp_types import ToolAnnotations

    from plangraph import __version__
    from plangraph.assistant import Assistant
    from plangraph.commands._apart import Apart

    place = open_graph(store).place  # built first where there is none, and said so
    apart = Apart(place, timeout)
    server = MCPServer("plangraph", instructions=_INSTRUCTIONS, version=__version__)
    reads = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    tools = Assistant(lambda: open_graph(place))  # asked for what they take, not for answers
    for one in (tools.plans, tools.search, tools.questions, tools.query, tools.show, tools.compare):
        server.add_tool(_told(one, apart), annotations=reads)
    return server


def _told(tool: Callable[..., dict[str, Any]], apart: Apart) -> Callable[..., dict[str, Any]]:
    """Return ``tool``, answered apart, with our errors as what the assistant is told."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def answer(**values: Any) -> dict[str, Any]:
        try:
            return apart.call(tool.__name__, values)
        except PlangraphError as error:
            raise ToolError(f"{error.problem} → {error.advice}") from None

    return answer
