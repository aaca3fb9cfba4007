"""``plangraph diff``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import columns, form_of, open_graph, store_option, write

_FORMS = ("table", "csv", "tsv", "json", "html", "xlsx", "ttl")


@click.command("diff", cls=Command)
@click.argument("older", metavar="PLAN@VERSION")
@click.argument("newer", metavar="PLAN@VERSION")
@click.option("--changed", is_flag=True, help="Leave out what stayed the same.")
@click.option("-f", "--format", "form", type=click.Choice(_FORMS),
              help="How to write it (default: by the file's ending, else table).")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
@store_option
@language_option
def command(
    older: str, newer: str, changed: bool, form: str | None, output: str | None, store: str | None
) -> None:
    """Show what changed between two versions of a plan: same, renamed, moved, added, …

    \b
    plangraph diff kodaira-4th@draft kodaira-4th@submitted
    plangraph diff kodaira-4th@submitted kodaira-4th@printed --changed
    plangraph diff kodaira-4th@draft kodaira-4th@submitted -o diff.html
    plangraph diff kodaira-4th@draft kodaira-4th@submitted -o diff.xlsx
    """
    from plangraph.compare.diff import diff, render

    found = diff(open_graph(store), older, newer)
    form = form_of(form, output, _FORMS)
    write(render(found, form, changed, columns(output)), output)
