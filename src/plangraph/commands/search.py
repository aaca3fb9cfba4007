"""``plangraph search``."""

from __future__ import annotations

import click

from plangraph.commands import FAILED, language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, output_options, print_table, store_option


@click.command("search", cls=Command)
@click.argument("text", nargs=-1, required=True)
@output_options()
@store_option
@language_option
def command(text: tuple[str, ...], form: str | None, output: str | None, store: str | None) -> None:
    """Find elements by words in title, keywords or summary, Japanese or English.

    \b
    plangraph search 防災
    plangraph search disaster --format json
    """
    from plangraph.language import tr

    words = " ".join(text)
    table = open_graph(store).query("search", text=words)
    if not len(table):
        click.echo(tr("nothing found for “{text}”", text=words), err=True)
        raise SystemExit(FAILED)
    print_table(table, form, output)
