"""What the evaluations against judgements share: their options, and how they are run."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, output_options, print_table, store_option

if TYPE_CHECKING:
    from plangraph.links.sides import Sources
    from plangraph.tables import Table

    #: What measures: the file of judgements and what to measure on, and options of its own.
    Measure = Callable[..., Table]


def evaluation(name: str) -> Callable[[Measure], click.Command]:
    """Make a command of a function of GOLD, the sources and its own options that gives a table."""

    def make(function: Measure) -> click.Command:
        @click.argument("gold", type=click.Path(dir_okay=False))
        @click.option(
            "--documents",
            metavar="DIR",
            type=click.Path(file_okay=False),
            help="Read the running text of the documents in this folder too.",
        )
        @click.option("--titles", is_flag=True, help="Look at titles and keywords alone.")
        @output_options()
        @store_option
        @language_option
        @functools.wraps(function)
        def run(
            gold: str,
            documents: str | None,
            titles: bool,
            form: str | None,
            output: str | None,
            store: str | None,
            **own: Any,
        ) -> None:
            print_table(
                function(Path(gold), _sources(store, documents, titles), **own), form, output
            )

        return click.command(name, cls=Command)(run)

    return make


def errors_option(function: Measure) -> Measure:
    """``--errors``: what is wrong, one by one."""
    return click.option("--errors", is_flag=True, help="List what is wrong: found and expected.")(
        function
    )


def _sources(store: str | None, documents: str | None, titles: bool) -> Sources:
    from plangraph.errors import PlangraphError
    from plangraph.language import tr
    from plangraph.links.dataset import versions
    from plangraph.links.sides import read_sources

    folder = Path(documents) if documents else None
    if folder and not folder.is_dir():
        raise PlangraphError(
            tr("there is no such file or folder"), place=str(folder), advice=tr("check the path")
        )
    graph = open_graph(store)
    return read_sources(versions(graph.select), graph.select, folder, titles)
