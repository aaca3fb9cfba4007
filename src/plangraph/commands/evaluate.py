"""``plangraph evaluate``: measure what plangraph concludes against what people judged.

An evaluation is a module ``_evaluate_<name>.py`` in this folder that defines a click
command called ``command``; it becomes ``plangraph evaluate <name>``.
"""

from __future__ import annotations

import importlib
import os

import click

from plangraph.commands._help import Group

_PREFIX = "_evaluate_"


class _Evaluations(Group):
    """Finds the evaluations by their file names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = os.listdir(os.path.dirname(__file__))
        return sorted(
            name[len(_PREFIX) : -3].replace("_", "-")
            for name in names
            if name.startswith(_PREFIX) and name.endswith(".py")
        )

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"plangraph.commands.{_PREFIX}{name.replace('-', '_')}")
        found: click.Command = module.command
        return found


@click.command("evaluate", cls=_Evaluations)
def command() -> None:
    """Measure results against judgements.

    \b
    plangraph evaluate read my-plans --documents my-documents
    """
