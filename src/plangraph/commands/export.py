"""``plangraph export``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import form_of, open_graph, store_option, write

_FORMATS = ("trig", "turtle", "nquads", "ntriples", "jsonld")


@click.command("export", cls=Command)
@click.argument("what", nargs=-1, metavar="[CITY|PLAN|VERSION…]")
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS),
              help="How to write it (default: by the file's ending, else trig).")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
@store_option
@language_option
def command(what: tuple[str, ...], form: str | None, output: str | None, store: str | None) -> None:
    """Write the dataset, or the graphs of some plans, as RDF; the same data, the same bytes.

    \b
    plangraph export -o plans.trig
    plangraph export kodaira-4th@submitted --format turtle
    plangraph export koganei kiyose -o two.jsonld
    """
    from plangraph.triples.write import ENDINGS, write_quads

    graph = open_graph(store)
    if form is None:
        form = ENDINGS[form_of(None, output, tuple(ENDINGS))]
    write(write_quads(graph.quads(*what), form), output)
