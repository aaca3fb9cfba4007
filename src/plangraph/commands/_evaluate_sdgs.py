"""``plangraph evaluate sdgs``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.commands._judged import errors_option, evaluation

if TYPE_CHECKING:
    from plangraph.links.sides import Sources
    from plangraph.tables import Table


@evaluation("sdgs")
@click.option("--judged", is_flag=True, help="Measure the curators' judgements instead.")
@errors_option
def command(gold: Path, sources: Sources, judged: bool, errors: bool) -> Table:
    """SDG goals: a main one among the first three, F1 of main ones, calibration.

    GOLD has elements with their primary goals, and, where they say so, with the targets that
    may rightly stand beside them.

    \b
    plangraph evaluate sdgs gold.json
    plangraph evaluate sdgs gold.json --judged
    """
    from plangraph.links.evaluation import evaluate_goals

    return evaluate_goals(gold, sources, judged, errors)
