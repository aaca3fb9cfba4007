"""``plangraph check``."""

from __future__ import annotations

import click

from plangraph.commands import FAILED, language_option
from plangraph.commands._help import Command
from plangraph.commands._output import form_of, print_findings, progress, write

#: So many warnings of a rule are shown; a plan file that was just read has hundreds alike.
MOST_OF_A_KIND = 3


@click.command("check", cls=Command)
@click.argument("plans", nargs=-1, type=click.Path())
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False),
    help="Folder of the documents: check that every title stands at its line.",
)
@click.option(
    "--all", "every", is_flag=True, help="Show every warning, not the first three of a kind."
)
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), help="How to write it."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
@language_option
def command(
    plans: tuple[str, ...],
    documents: str | None,
    every: bool,
    form: str | None,
    output: str | None,
) -> None:
    """Check plan files: findings with file:line; exit code 1 if there are errors.

    Of warnings of one kind the first three are shown, and the others counted; a file
    written with -o and JSON have all.

    \b
    plangraph check
    plangraph check my-plans/ --documents my-documents/
    plangraph check plan.yaml --format json
    """
    from plangraph.errors import NoPlanFilesError
    from plangraph.language import tr
    from plangraph.pipeline import check, plan_paths

    if plans and not plan_paths(plans):
        raise NoPlanFilesError(", ".join(plans))
    findings = check(plans, documents, progress())
    if form_of(form, output, ("text", "json")) == "json":
        import json

        rows = [finding._asdict() for finding in findings]
        write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", output)
    elif output:
        write("".join(f"{finding}\n" for finding in findings), output)
    else:
        more = print_findings(findings, most=None if every else MOST_OF_A_KIND)
        for rule, count in more.items():
            told = tr("… and {count:more warning(s)} of this kind: {rule}", count=count, rule=rule)
            click.secho(told, fg="yellow", err=True)
        if more:
            click.echo(f"  → {tr('see all of them with --all, or in a file with -o')}", err=True)
    errors = sum(finding.level == "error" for finding in findings)
    click.echo(
        tr(
            "{errors:error(s)}, {warnings:warning(s)}",
            errors=errors,
            warnings=len(findings) - errors,
        ),
        err=True,
    )
    if errors:
        raise SystemExit(FAILED)
