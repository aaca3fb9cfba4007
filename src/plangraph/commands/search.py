"""``plangraph search``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.commands import FAILED, language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, output_options, print_table, store_option

if TYPE_CHECKING:
    from plangraph.graph import Graph
    from plangraph.tables import Table


@click.command("search", cls=Command)
@click.argument("text", nargs=-1, required=True)
@click.option("-n", "--limit", type=click.IntRange(min=0), default=100, show_default=True,
              help="Show so many at most; 0: all.")  # fmt: skip
@click.option("--in", "within", metavar="CITY|PLAN|VERSION", multiple=True,
              help="Only here; for more places, --in again.")  # fmt: skip
@output_options()
@store_option
@language_option
def command(
    text: tuple[str, ...],
    limit: int,
    within: tuple[str, ...],
    form: str | None,
    output: str | None,
    store: str | None,
) -> None:
    """Find elements by words in title, keywords or summary, Japanese or English.

    All words must be there. What is called so comes first, then what begins so.

    \b
    plangraph search 防災
    plangraph search 子ども 居場所
    plangraph search 防災 --in kiyose
    plangraph search disaster --format json
    """
    from plangraph.language import tr
    from plangraph.tables import Table

    words = " ".join(text)
    graph = open_graph(store)
    if within:
        table = _inside(graph, graph.search(words), within)
    else:
        table = graph.search(words, limit + 1 if limit else None)
    if not len(table):
        click.echo(tr("nothing found for “{text}”", text=words), err=True)
        raise SystemExit(FAILED)
    more = bool(limit) and len(table) > limit
    print_table(Table(table.columns, table.rows[:limit]) if more else table, form, output)
    if more:
        click.echo(tr("there are more; --limit says how many are shown"), err=True)


def _inside(graph: Graph, table: Table, within: tuple[str, ...]) -> Table:
    """Return the rows of some versions, or of all versions of some plans or cities."""
    from plangraph.tables import Table

    named = {version for name in within for version in graph.lookup.versions_of(name)}
    plans = {version.partition("@")[0] for version in named - {*within}}
    version, plan = table.columns.index("version"), table.columns.index("plan")
    rows = [row for row in table.rows if row[version] in named or row[plan] in plans]
    return Table(table.columns, rows)
