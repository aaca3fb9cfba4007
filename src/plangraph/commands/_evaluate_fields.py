"""``plangraph evaluate fields``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.commands._judged import evaluation

if TYPE_CHECKING:
    from plangraph.links.sides import Sources
    from plangraph.tables import Table


@evaluation("fields")
def command(gold: Path, sources: Sources) -> Table:
    """Policy fields: a main one among the first three, F1 of main ones.

    GOLD has elements with their main fields (`primary`, keys or Japanese names).

    \b
    plangraph evaluate fields gold.json
    """
    from plangraph.links.evaluation import evaluate_fields

    return evaluate_fields(gold, sources)
