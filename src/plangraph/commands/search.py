"""``plangraph search``."""

from __future__ import annotations

import click

from plangraph.commands import FAILED, language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, output_options, print_table, store_option


@click.command("search", cls=Command)
@click.argument("text", nargs=-1, required=True)
@click.option("-n", "--limit", type=click.IntRange(min=0), default=100, show_default=True,
              help="Show so many at most; 0: all.")  # fmt: skip
@output_options()
@store_option
@language_option
def command(
    text: tuple[str, ...], limit: int, form: str | None, output: str | None, store: str | None
) -> None:
    """Find elements by words in title, keywords or summary, Japanese or English.

    All words must be there. What is called so comes first, then what begins so.

    \b
    plangraph search 防災
    plangraph search 子ども 居場所
    plangraph search disaster --format json
    """
    from plangraph.language import tr
    from plangraph.tables import Table

    words = " ".join(text)
    table = open_graph(store).search(words, limit + 1 if limit else None)
    if not len(table):
        click.echo(tr("nothing found for “{text}”", text=words), err=True)
        raise SystemExit(FAILED)
    more = bool(limit) and len(table) > limit
    print_table(Table(table.columns, table.rows[:limit]) if more else table, form, output)
    if more:
        click.echo(tr("there are more; --limit says how many are shown"), err=True)
