"""``plangraph schema``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import write


@click.command("schema", cls=Command)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
@language_option
def command(output: str | None) -> None:
    """Print the JSON Schema of plan files, for completion in an editor.

    \b
    plangraph schema -o plan.schema.json
    """
    import json

    from plangraph.planfile import schema

    write(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", output)
