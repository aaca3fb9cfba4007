"""The commands: one module each, found by being in this folder.

A module defines a click command called ``command``. It imports click and our errors at
its head and everything else where it is used, so that ``--help`` stays quick.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from plangraph.commands._help import Group, speak
from plangraph.errors import PlangraphError
from plangraph.language import pick, tr

#: The exit code of findings and of a failed job; wrong use is click's own 2.
FAILED = 1


class _Commands(Group):
    """Finds the commands and turns our errors into messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (name[:-3] for name in os.listdir(os.path.dirname(__file__)))
        return sorted(
            n.replace("_", "-") for n in names if n and not n.startswith("_") and "." not in n
        )

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"plangraph.commands.{name.replace('-', '_')}")
        found: click.Command = module.command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from plangraph.errors import nearest

            advice = nearest(args[0], self.list_commands(ctx))
            raise click.UsageError(f"{error.message} {advice}", ctx) from None

    def main(self, *args: Any, **kwargs: Any) -> Any:
        speak()
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get("NO_COLOR"):  # as no-color.org has it
            ctx.color = False
        try:
            return super().invoke(ctx)
        except PlangraphError as error:
            say_error(error)
            ctx.exit(FAILED)
        except RecursionError:
            click.secho(_error(tr("the input is nested too deeply")), err=True, fg="red")
            ctx.exit(FAILED)


def say_error(error: PlangraphError) -> None:
    """Print an error: what, where, and what to do."""
    place = f"{error.place}: " if error.place else ""
    click.secho(_error(f"{place}{error.problem}"), err=True, fg="red")
    if error.advice:
        click.echo(f"  → {error.advice}", err=True)


def _error(text: str) -> str:
    return f"{pick('エラー', 'error')}: {text}"


def _speak(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    from plangraph.language import choose

    if value and not ctx.resilient_parsing:
        choose(value)
        speak()


language_option = click.option(
    "--lang",
    type=click.Choice(["ja", "en"]),
    callback=_speak,
    expose_value=False,
    is_eager=True,
    help="Speak Japanese or English (default: the locale).",
)


def _version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        from plangraph import __version__

        click.echo(f"plangraph {__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, callback=_version, expose_value=False, is_eager=True,
              help="Show the version and exit.")  # fmt: skip
@language_option
def plangraph() -> None:
    """A knowledge graph of Japanese municipalities' plans (総合計画・個別計画).

    \b
    plangraph build
    plangraph query sectoral-plans -p city=kodaira
    plangraph draw kodaira -o kodaira.html
    """
