"""``plangraph read``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.commands import FAILED, language_option, say_error
from plangraph.commands._help import Command

if TYPE_CHECKING:
    from plangraph.reading.batch import Done

#: So many doubts of a document are told; all are in its plan file.
MOST_DOUBTS = 12


@click.command("read", cls=Command)
@click.argument("documents", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    help="Where the plan file goes; without an ending a folder; - is standard output.",
)
@click.option(
    "-f", "--format", "form", type=click.Choice(("yaml", "json")),
    help="Plan file, or what was found as JSON (default: by the file's ending).",
)  # fmt: skip
@click.option("--municipality", metavar="CODE|NAME", help="Whose plan it is.")
@click.option("--plan", metavar="ID", help="Id of the plan (default: the name of the document).")
@click.option("--version", metavar="ID", help="Id of the version (default: its status).")
@click.option("--columns", metavar="NAME=HEAD,…",
              help="What the columns of a register hold, by their heads.")  # fmt: skip
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
@click.option("--review", metavar="FILE|DIR", help="Also write a page to review what was read.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Documents read at the same time.")
@click.option("--limit", type=click.FloatRange(0), default=300, show_default=True,
              metavar="SECONDS", help="What a document may take; 0: no limit.")  # fmt: skip
@language_option
def command(
    documents: tuple[str, ...], output: str | None, form: str | None, municipality: str | None,
    plan: str | None, version: str | None, columns: str | None, force: bool, review: str | None,
    jobs: int | None, limit: float,
) -> None:  # fmt: skip
    """Read plan documents into plan files.

    DOCUMENTS are PDF, DOCX, HTML, Markdown, text, CSV, XLSX or StratML files, or folders
    of them, which need -o FOLDER. What was found and what is doubtful is told on standard
    error.

    \b
    plangraph read plan.pdf
    plangraph read plans/*.pdf -o data/plans/
    plangraph read plan.pdf --format json -o - | jq .indicators
    plangraph read register.xlsx --columns title=計画名,department=所管課,period=計画期間
    """
    import math
    import os
    from pathlib import Path

    from plangraph.commands._output import ProgressLine, form_of, make_folder
    from plangraph.errors import ParameterError
    from plangraph.language import tr
    from plangraph.reading.batch import Options, read_documents
    from plangraph.reading.registers import parse_columns
    from plangraph.values import NAME

    for name in filter(None, (plan, version)):
        if not NAME.fullmatch(name):
            raise ParameterError(
                tr("the name `{name}` holds more than letters, digits and . _ ~ -", name=name),
                advice=tr("use a short name such as kodaira-4th"),
                value=name,
            )
    if math.isnan(limit):
        raise ParameterError(tr("--limit is no number of seconds"), value=limit)
    limit = 0 if math.isinf(limit) else limit
    files = [os.path.realpath(one) for one in (output, review) if one and Path(one).suffix]
    if len(files) > len({*files}) and not os.path.isdir(files[0]):
        raise ParameterError(
            tr("the plan file and the page to review it would be one file"),
            place=output or "",
            advice=tr("name another file with --review"),
            value=output,
        )
    alone = len(documents) == 1 and not any(map(os.path.isdir, (documents[0], output or "")))
    form = form_of(form, output if alone else None, ("yaml", "yml", "json"))
    options = Options(
        Path(output) if output else None, form, municipality, plan, version,
        parse_columns(columns) if columns is not None else None, force,
        Path(review) if review else None, jobs or min(4, os.cpu_count() or 1), limit or None,
    )  # fmt: skip
    if output and output.endswith(("/", os.sep)):
        make_folder(output)
    done = 0
    bar = ProgressLine()

    def step(one: Done, total: int) -> None:
        nonlocal done
        done += 1
        if total > 1 and bar.shown:
            click.echo("\r\x1b[K", nl=False, err=True)
        elif total > 1:
            click.echo(f"[{done}/{total}] ", nl=False, err=True)
        report(one, in_full=total == 1)
        if total > 1:
            bar(tr("reading"), done, total)

    failed = [one for one in read_documents(documents, options, step) if one.error]
    if failed:
        if len(failed) > 1 or done > 1:
            told = tr(
                "{failed} of {all} documents could not be read:", failed=len(failed), all=done
            )
            click.secho(told, err=True, fg="red")
            for one in failed:
                click.echo(f"  {one.document}", err=True)
        raise SystemExit(FAILED)


def report(done: Done, *, in_full: bool = True) -> None:
    """Tell on standard error what was found in one document; of many on one line each.

    A plan file that is for standard output is written there.
    """
    from plangraph.commands._output import write
    from plangraph.language import tr
    from plangraph.reading.review import name_of

    if done.error:
        say_error(done.error)
        return
    if done.skipped:
        told = tr("{document}: read before, kept {target}", document=done.document,
                  target=done.target)  # fmt: skip
        click.echo(told, err=True)
        return
    if done.content is not None:
        write(done.content, None)
    counted = ", ".join(f"{name_of(kind)} {count}" for kind, count in done.counts.items())
    line = f"{done.document} → {done.target}: {counted or tr('no element')}"
    if not in_full and done.doubts:
        line += f" ({tr('{count:doubt(s)}', count=len(done.doubts))})"
    click.echo(line, err=True)
    if not in_full:
        return
    if done.unplaced:
        told = tr("lines that belong to no element: {count} (see `unplaced`)", count=done.unplaced)
        click.echo(f"  {told}", err=True)
    for doubt in done.doubts[:MOST_DOUBTS]:
        click.secho(f"  ? {doubt}", err=True, fg="yellow")
    if len(done.doubts) > MOST_DOUBTS:
        told = tr(
            "and {count:more doubt(s)} in the plan file",
            count=len(done.doubts) - MOST_DOUBTS,
        )
        click.echo(f"  {told}", err=True)
