"""Measuring links against what people judged, in the form of ``../shared/gold``."""

from __future__ import annotations

from pathlib import Path

from plangraph.outline import Outline, Select
from plangraph.vocabulary import PROLOGUE

_LINES = """
SELECT ?element ?first ?last {
  GRAPH <%s> { ?element pg:passage ?passage . ?passage pg:line ?first ; pg:order ?order
    OPTIONAL { ?passage pg:endLine ?last } }
} ORDER BY ?element ?order
"""


def with_documents(outline: Outline, select: Select, folder: Path) -> Outline:
    """Return ``outline`` with the running text of its document, if it is in ``folder``."""
    path = folder / outline.document
    if not outline.document or not path.is_file():
        return outline
    lines = path.read_text(encoding="utf-8").split("\n")
    texts: dict[str, list[str]] = {}
    for row in select(PROLOGUE + _LINES % outline.iri):
        first = int(str(row["first"]))
        last = int(str(row["last"])) if row["last"] else first
        texts.setdefault(str(row["element"]), []).append("".join(lines[first - 1 : last]))
    nodes = (
        node._replace(text="\n".join(texts[node.iri])) if node.iri in texts else node
        for node in outline.nodes
    )
    return outline._replace(nodes=tuple(nodes))
