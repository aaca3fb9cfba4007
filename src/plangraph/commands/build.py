"""``plangraph build``."""

from __future__ import annotations

import click

from plangraph.commands import FAILED, language_option, say_error
from plangraph.commands._help import Command
from plangraph.commands._output import print_findings, progress, store_option


@click.command("build", cls=Command)
@click.argument("plans", nargs=-1, type=click.Path())
@store_option
@click.option("--jobs", type=click.IntRange(1), help="Processes that work (default: one a core).")
@click.option(
    "--scheduler", metavar="tcp://HOST:PORT", help="Work on the Dask cluster of this scheduler."
)
@language_option
def command(
    plans: tuple[str, ...], store: str | None, jobs: int | None, scheduler: str | None
) -> None:
    """Build the store: plan files → checked graph.

    PLANS are plan files or folders; none means the plans that come with plangraph.
    Only what has changed since the last build is worked on. The former store stays in
    force until the new one is whole.

    \b
    plangraph build
    plangraph build my-plans/ --store my-store
    plangraph build nation/ --store national --scheduler tcp://host:8786
    """
    from plangraph.language import tr
    from plangraph.pipeline import CheckFailedError, build

    try:
        built = build(plans, store, progress(), jobs, scheduler)
    except CheckFailedError as error:
        print_findings(error.findings)
        say_error(error)
        raise SystemExit(FAILED) from None
    more = built.more + sum(print_findings(built.findings, most=3).values())
    if more:
        told = tr("… and {count:more warning(s)}: see `plangraph check`", count=more)
        click.echo(told, err=True)
    click.echo(
        tr(
            "checked {plans:plan file(s)} with rules and shapes: 0 errors, {warnings:warning(s)}",
            plans=built.plans,
            warnings=len(built.findings) + built.more,
        )
    )
    click.echo(
        tr(
            "built {plans:plan version(s)}, {elements:element(s)}, {quads:statement(s)} → {store}",
            plans=built.plans,
            elements=built.elements,
            quads=built.quads,
            store=built.store,
        )
    )
