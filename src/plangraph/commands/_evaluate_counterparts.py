"""``plangraph evaluate counterparts``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, output_options, print_table, store_option


@click.command("counterparts", cls=Command)
@click.argument("gold", type=click.Path(dir_okay=False))
@click.option("--documents", metavar="DIR", type=click.Path(file_okay=False),
              help="Read the running text of the documents in this folder too.")  # fmt: skip
@click.option("--titles", is_flag=True, help="Look at titles and keywords alone.")
@click.option("--errors", is_flag=True, help="List what is wrong: found and expected.")
@output_options()
@store_option
@language_option
def command(
    gold: str,
    documents: str | None,
    titles: bool,
    errors: bool,
    form: str | None,
    output: str | None,
    store: str | None,
) -> None:
    """Counterparts: first-ranked and among three, MRR, none; by the method alone.

    GOLD has pairs of elements with grades (0 to 3; right from 2). Cities that are not in
    the store are compared by titles alone.

    \b
    plangraph evaluate counterparts ../shared/gold/alignment-koganei-kiyose.json
    plangraph evaluate counterparts gold.json --documents ../shared/plans
    """
    from pathlib import Path

    from plangraph.links.dataset import versions
    from plangraph.links.evaluation import evaluate_counterparts, read_sources

    graph = open_graph(store)
    folder = Path(documents) if documents else None
    sources = read_sources(versions(graph.select), graph.select, folder, titles)
    print_table(evaluate_counterparts(Path(gold), sources, errors), form, output)
