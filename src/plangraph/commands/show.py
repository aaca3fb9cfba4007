"""``plangraph show``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import form_of, open_graph, store_option, write


@click.command("show", cls=Command)
@click.argument("name", metavar="ID")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), help="How to write it."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
@store_option
@language_option
def command(name: str, form: str | None, output: str | None, store: str | None) -> None:
    """Show one element: parents, children, links and who says so, evidence.

    ID is plan@version/element as `search` prints it, or its IRI; the name of the city and
    the code of the element do, where they are clear.

    \b
    plangraph show kodaira-4th@submitted/policy-1
    plangraph show koganei/施策8
    plangraph show koganei-5th@draft/measure-8 --format json
    """
    from plangraph.show import as_text, describe

    described = describe(open_graph(store), name)
    if form_of(form, output, ("text", "json")) == "json":
        import json

        write(json.dumps(described, ensure_ascii=False, indent=1) + "\n", output)
    else:
        write(as_text(described), output)
