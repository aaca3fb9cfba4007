"""``plangraph evaluate read``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import output_options


@click.command("read", cls=Command)
@click.argument("folder", type=click.Path())
@click.option("--documents", metavar="DIR", type=click.Path(file_okay=False),
              help="Where the documents are (default: beside the plan files).")  # fmt: skip
@output_options()
@language_option
def command(folder: str, documents: str | None, form: str | None, output: str | None) -> None:
    """Precision, recall and F1 of `plangraph read` by document and kind.

    FOLDER holds reviewed plan files; their documents are read again and compared. Those of
    the plans that come with plangraph are not part of it.

    \b
    plangraph evaluate read my-plans --documents my-documents
    """
    from pathlib import Path

    from plangraph.commands._output import print_table
    from plangraph.errors import NoPlanFilesError
    from plangraph.reading.evaluation import evaluate, folded, table

    scores = evaluate(Path(folder), Path(documents) if documents else None)
    if not scores:
        raise NoPlanFilesError(folder)
    print_table(table(scores), form, output)
    for note in folded(scores):
        click.echo(note, err=True)
