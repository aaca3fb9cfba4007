"""``plangraph draw``."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import (
    open_graph,
    parameter_option,
    parameters_of,
    size_of,
    store_option,
    write,
)


@click.command("draw", cls=Command)
@click.argument("what", nargs=-1, metavar="[CITY|PLAN|FIELD|GOAL]...")
@click.option("-o", "--output", type=click.Path(dir_okay=False),
              help="Write to this file, or - (default: named after what is drawn).")  # fmt: skip
@click.option("--as", "form", metavar="FORMAT",
              help="html, svg, png, graphml, gexf, cyjs, vis (default: by ending).")  # fmt: skip
@click.option("--layout", metavar="LAYOUT",
              help="hierarchy, radial or force: in formats other than html and vis.")  # fmt: skip
@click.option("--goal", metavar="N", help="Only what serves this SDG goal (11).")
@click.option("--field", metavar="FIELD", help="Only what belongs to this policy field (防災).")
@click.option("--around", metavar="ID", help="Only what is near this element.")
@click.option("--depth", type=click.IntRange(0, 20), default=2, show_default=True,
              help="How many steps are near, for --around.")  # fmt: skip
@click.option(
    "--query", metavar="NAME|FILE.rq", help="Only what this question's rows name (column id)."
)
@parameter_option
@store_option
@language_option
def command(
    what: tuple[str, ...],
    output: str | None,
    form: str | None,
    layout: str | None,
    query: str | None,
    parameters: tuple[str, ...],
    store: str | None,
    **about: Any,
) -> None:
    """Draw plans as an interactive picture: one HTML file that needs no network.

    Without a name, all cities. Several cities stand side by side.

    \b
    plangraph draw kodaira -o kodaira.html
    plangraph draw kodaira koganei kiyose
    plangraph draw --field 防災
    plangraph draw --around kodaira-4th@submitted/policy-1 --depth 2
    plangraph draw --query search -p text=子ども
    plangraph draw kiyose --as svg -o kiyose.svg
    """
    from plangraph.draw import draw
    from plangraph.draw.formats import ENDINGS, form_of, rendered, save
    from plangraph.draw.layout import check_layout
    from plangraph.errors import ParameterError
    from plangraph.language import tr

    form = form_of(None if output == "-" else output, form)
    if layout and form in ("html", "vis"):
        raise ParameterError(
            tr("--layout is for pictures that stand still: {form} lays itself out", form=form),
            advice=tr("leave it out, or write another format with --as"),
            value=layout,
        )
    layout = layout or "hierarchy"
    check_layout(layout)
    given = parameters_of(parameters)
    if given and not query:
        raise ParameterError(
            tr("a parameter is for a question, and none is asked"),
            advice=tr("name one with --query"),
        )
    with _without_collector():
        picture = draw(open_graph(store), what, query=query, parameters=given, **about)
        if output == "-":
            write(rendered(picture, form, layout), output)
            return
        if output is None:
            named = [*what, about["goal"], about["field"], about["around"], query, *given.values()]
            output = f"{_name([text for text in named if text])}.{ENDINGS.get(form, form)}"
        save(picture, output, form, layout)
    click.echo(
        tr(
            "elements: {marks}, plan versions: {versions} → {output} ({size})",
            marks=len(picture.marks),
            versions=len(picture.versions),
            output=output,
            size=size_of(output),
        )
    )


@contextmanager
def _without_collector() -> Iterator[None]:
    """Leave garbage be: a picture is many small values without cycles, and nothing else is."""
    collects = gc.isenabled()
    gc.disable()  # looking for cycles takes an eighth of the time at 5,000 elements
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _name(named: list[str]) -> str:
    """Return a file name made of what was asked for."""
    text = "-".join(named) or "plans"
    return (
        "".join(c if c.isalnum() or c in "-@_." else "-" for c in text)[:80].strip(".-") or "plans"
    )
