"""``plangraph list``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, output_options, print_table, store_option


@click.command("list", cls=Command)
@output_options()
@store_option
@language_option
def command(form: str | None, output: str | None, store: str | None) -> None:
    """List the municipalities, plans and versions in the store."""
    print_table(open_graph(store).query("plans"), form, output)
