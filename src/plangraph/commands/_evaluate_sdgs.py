"""``plangraph evaluate sdgs``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, output_options, print_table, store_option


@click.command("sdgs", cls=Command)
@click.argument("gold", type=click.Path(dir_okay=False))
@click.option("--documents", metavar="DIR", type=click.Path(file_okay=False),
              help="Read the running text of the documents in this folder too.")  # fmt: skip
@click.option("--titles", is_flag=True, help="Look at titles and keywords alone.")
@click.option("--judged", is_flag=True, help="Measure the curators' judgements instead.")
@click.option("--errors", is_flag=True, help="List what is wrong: found and expected.")
@output_options()
@store_option
@language_option
def command(
    gold: str,
    documents: str | None,
    titles: bool,
    judged: bool,
    errors: bool,
    form: str | None,
    output: str | None,
    store: str | None,
) -> None:
    """SDG goals: a main one among the first three, F1 of main ones, calibration.

    GOLD has elements with their primary goals.

    \b
    plangraph evaluate sdgs ../shared/gold/sdgs-koganei.json
    plangraph evaluate sdgs ../shared/gold/sdgs-koganei.json --judged
    """
    from pathlib import Path

    from plangraph.links.dataset import versions
    from plangraph.links.evaluation import evaluate_goals, read_sources

    graph = open_graph(store)
    folder = Path(documents) if documents else None
    sources = read_sources(versions(graph.select), graph.select, folder, titles)
    print_table(evaluate_goals(Path(gold), sources, judged, errors), form, output)
