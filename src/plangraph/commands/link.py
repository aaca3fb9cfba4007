"""``plangraph link``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import (
    form_of,
    open_graph,
    print_table,
    progress,
    store_option,
    write,
)


@click.command("link", cls=Command)
@click.option(
    "--judgements",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Folder of judgement files (default: those that come with plangraph).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    help="Write the links to this file (.trig, .nq, .ttl) and leave the store alone.",
)
@store_option
@language_option
def command(judgements: str | None, output: str | None, store: str | None) -> None:
    """Link elements to policy fields, SDG goals and counterparts in other plans.

    Every method and every curator has graphs of its own; what documents state is not
    touched. `plangraph build` links as well: this is to link again, or with judgements
    of your own. Counts and coverage follow.

    \b
    plangraph link
    plangraph link --judgements my-judgements/
    plangraph link -o links.trig
    """
    from pathlib import Path

    from plangraph.errors import PlangraphError
    from plangraph.graph import memory_graph
    from plangraph.language import tr
    from plangraph.links.dataset import counted, link
    from plangraph.links.judgements import Absent, load_judgements
    from plangraph.pipeline import relink
    from plangraph.triples.write import ENDINGS, write_quads

    files = sorted(Path(judgements).glob("*.yaml")) if judgements else None
    if files == []:
        raise PlangraphError(
            tr("there are no judgement files here"),
            place=str(judgements),
            advice=tr("name a folder of .yaml files"),
        )
    judged = load_judgements(files)
    graph = open_graph(store)
    if output:
        form = ENDINGS[form_of(None, output, tuple(ENDINGS))]
        linked = link(graph.select, judged)
        write(write_quads(linked.quads, form), output)
        unused, graph = linked.unused, memory_graph(linked.quads)
    else:
        unused = relink(graph.place, judged, progress())
        graph = open_graph(graph.place)
    print_table(counted(graph.select), None, None)
    for one in unused:
        if files or not isinstance(one, Absent):  # those that come with plangraph need no store
            click.secho(str(one), fg="yellow", err=True)
