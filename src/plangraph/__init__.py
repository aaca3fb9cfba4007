"""A knowledge graph of Japanese municipalities' plans (総合計画・個別計画).

>>> import plangraph
>>> graph = plangraph.open()                        # doctest: +SKIP
>>> graph.query("plans").to_pandas()                # doctest: +SKIP
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # as typing has it, without importing typing
if TYPE_CHECKING:
    from typing import Any

    from plangraph.errors import PlangraphError
    from plangraph.graph import Graph
    from plangraph.graph import open_graph as open
    from plangraph.model import Plan
    from plangraph.pipeline import build, check
    from plangraph.planfile import load
    from plangraph.tables import Table

__all__ = ["Graph", "Plan", "PlangraphError", "Table", "build", "check", "load", "open"]

_HOME = {
    "Graph": ("plangraph.graph", "Graph"),
    "Plan": ("plangraph.model", "Plan"),
    "PlangraphError": ("plangraph.errors", "PlangraphError"),
    "Table": ("plangraph.tables", "Table"),
    "build": ("plangraph.pipeline", "build"),
    "check": ("plangraph.pipeline", "check"),
    "load": ("plangraph.planfile", "load"),
    "open": ("plangraph.graph", "open_graph"),
}


def __getattr__(name: str) -> Any:
    """Import a part of the API when it is first used."""
    if name not in _HOME:
        raise AttributeError(f"module 'plangraph' has no attribute {name!r}")
    import importlib

    module, attribute = _HOME[name]
    return getattr(importlib.import_module(module), attribute)
