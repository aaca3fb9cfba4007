"""``plangraph evaluate counterparts``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.commands._judged import errors_option, evaluation

if TYPE_CHECKING:
    from plangraph.links.sides import Sources
    from plangraph.tables import Table


@evaluation("counterparts")
@errors_option
def command(gold: Path, sources: Sources, errors: bool) -> Table:
    """Counterparts: first-ranked and among three, MRR, none; by the method alone.

    GOLD has pairs of elements with grades (0 to 3; right from 2). Cities that are not in
    the store are compared by titles alone.

    \b
    plangraph evaluate counterparts gold.json
    plangraph evaluate counterparts gold.json --documents documents/ --errors
    """
    from plangraph.links.evaluation import evaluate_counterparts

    return evaluate_counterparts(gold, sources, errors)
