"""Options that several commands share, and how they print."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from plangraph.errors import OutputError, ParameterError, why

if TYPE_CHECKING:
    from plangraph.checks.finding import Finding
    from plangraph.graph import Graph
    from plangraph.pipeline import Progress
    from plangraph.tables import Table

#: How every table can be written.
TABLES = ("table", "csv", "tsv", "json", "xlsx")

Function = TypeVar("Function", bound=Callable[..., Any])


def store_option(function: Function) -> Function:
    """``--store``: which store or endpoint."""
    return click.option(
        "--store",
        metavar="DIR|URL",
        help="Store folder or SPARQL endpoint (default: PLANGRAPH_STORE, or your data folder).",
    )(function)


def parameter_option(function: Function) -> Function:
    """``-p``: parameters of a question, for ``parameters_of``."""
    return click.option(
        "-p",
        "--parameter",
        "parameters",
        multiple=True,
        metavar="NAME=VALUE",
        help="A parameter of the question; for more, -p again.",
    )(function)


def parameters_of(parameters: tuple[str, ...]) -> dict[str, str]:
    """Return the parameters that ``-p NAME=VALUE`` gives; raises ParameterError."""
    from plangraph.language import tr

    given = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise ParameterError(
                tr("“{text}” is no parameter", text=parameter),
                advice=tr("write -p name=value"),
                value=parameter,
            )
        if key in given:
            raise ParameterError(
                tr("the parameter {name} is given twice", name=key),
                advice=tr("a parameter takes one value"),
                value=parameter,
            )
        given[key] = value
    return given


def output_options(*more: str) -> Callable[[Function], Function]:
    """``--format`` and ``-o``: the same for every table; ``more`` adds formats."""
    forms = (*TABLES, *more)

    def add(function: Function) -> Function:
        function = click.option(
            "-o", "--output", type=click.Path(dir_okay=False), help="Write to this file."
        )(function)
        return click.option(
            "-f",
            "--format",
            "form",
            type=click.Choice(forms),
            help="How to write it (default: by the file's ending, else table).",
        )(function)

    return add


def open_graph(store: str | None) -> Graph:
    """Open the store that is meant; say so where it is built first."""
    from plangraph.graph import open_graph
    from plangraph.language import tr
    from plangraph.store import default_store, exists

    if store is None and not exists(default_store()):
        click.echo(tr("No store yet: building the plans that come with plangraph …"), err=True)
    return open_graph(store)


def form_of(form: str | None, output: str | None, known: tuple[str, ...]) -> str:
    """Return the format that is meant: as said, or by the ending of the file, or the first.

    Raises ParameterError where the ending is that of another format, such as .docx.
    """
    from plangraph.errors import nearest
    from plangraph.language import tr

    if form:
        return form
    ending = os.path.splitext(output or "")[1].lstrip(".").lower()
    if ending in ("", "txt"):
        return known[0]
    if ending not in known:
        raise ParameterError(
            tr("there is no format called {name}", name=ending),
            place=output or "",
            advice=nearest(ending, known),
            value=ending,
        )
    return ending


def print_table(table: Table, form: str | None, output: str | None) -> None:
    """Print a table, or write it to a file."""
    form = form_of(form, output, TABLES)
    if form == "xlsx":
        from plangraph.compare.workbooks import workbook_of

        write(workbook_of(table), output)
        return
    from plangraph.tables import render

    write(render(table, form, columns(output)), output)


def columns(output: str | None) -> int | None:
    """Return how wide a table may be: as the terminal is, or as it likes in files and pipes."""
    if output is None and sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return None


def write(text: str | bytes, output: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output (``-`` too).

    Which file was written is told on standard error.
    """
    from plangraph.language import tr

    if output is None or output == "-":
        if isinstance(text, bytes) and b"\0" in text[:1000] and sys.stdout.isatty():
            raise OutputError(
                tr("this is no text that a terminal can show"),
                advice=tr("write it to a file with -o"),
            )
        _print(text)
        return
    from plangraph.files import InUseError, write_whole

    try:
        write_whole(output, text)
    except OSError as error:
        advice = tr("check that the folder exists, is writable and has space")
        if isinstance(error, PermissionError) and os.path.isfile(output):
            advice = tr("close the file where it is open (in Excel), or choose another name")
        if isinstance(error, InUseError):
            advice = tr(
                "close the file where it is open; remove {mark} if no program has it open",
                mark=error.filename2,
            )
        raise OutputError(
            tr("the file cannot be written: {problem}", problem=why(error)),
            place=output,
            advice=advice,
        ) from None
    if os.path.isfile(output):
        click.echo(f"→ {output} ({size_of(output)})", err=True)


def size_of(path: str) -> str:
    """Return how large a file is, in kB."""
    kilobytes = os.path.getsize(path) / 1000
    return f"{kilobytes:,.0f} kB" if kilobytes >= 10 else f"{kilobytes:.1f} kB"


def make_folder(path: str) -> None:
    """Make a folder, with those above it; raises OutputError."""
    from plangraph.language import tr

    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise OutputError(
            tr("the folder cannot be made: {problem}", problem=why(error)),
            place=path,
            advice=tr("choose another place with -o"),
            value=path,
        ) from None


def _print(text: str | bytes) -> None:
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        from plangraph.language import tr

        # What is left in the buffer would be tried again, and fail again, at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            tr("the output cannot be written: {problem}", problem=why(error)),
            advice=tr("check that the folder exists, is writable and has space"),
        ) from None


class ProgressLine:
    """Shows how far a job is, on one line of a terminal; silent where output is piped."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, step: str, done: int, all_of: int) -> None:
        """Show that ``done`` of ``all_of`` of a step are done."""
        if self.shown:
            bar = "█" * (20 * done // max(all_of, 1))
            click.echo(f"\r{step:<8} {bar:<20} {done}/{all_of}\x1b[K", nl=done == all_of, err=True)


def progress() -> Progress:
    """Return what shows the progress of a job."""
    return ProgressLine()


def print_findings(findings: list[Finding], most: int | None = None) -> dict[str, int]:
    """Print findings with their places, errors in red; at ``most`` so many warnings a rule.

    Returns how many warnings of each rule were left out.
    """
    warned: dict[str, int] = {}
    for finding in findings:
        if finding.level == "warning":
            warned[finding.rule] = warned.get(finding.rule, 0) + 1
        if finding.level == "error" or most is None or warned[finding.rule] <= most:
            colour = "red" if finding.level == "error" else "yellow"
            click.secho(str(finding), fg=colour, err=True)
    left = {rule: count - most for rule, count in warned.items()} if most is not None else {}
    return {rule: count for rule, count in left.items() if count > 0}
