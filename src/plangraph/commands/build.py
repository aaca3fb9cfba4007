"""``plangraph build``."""

from __future__ import annotations

import click

from plangraph.commands import FAILED, language_option, say_error
from plangraph.commands._help import Command
from plangraph.commands._output import print_findings, progress, store_option

#: So many plan versions that a store held before are named.
MOST_GONE = 5


@click.command("build", cls=Command)
@click.argument("plans", nargs=-1, type=click.Path())
@store_option
@click.option("--jobs", type=click.IntRange(1), help="Processes that work (default: one a core).")
@click.option(
    "--scheduler", metavar="tcp://HOST:PORT", help="Work on the Dask cluster of this scheduler."
)
@click.option("--bundled", is_flag=True, help="Also build the plans that come with plangraph.")
@language_option
def command(
    plans: tuple[str, ...],
    store: str | None,
    jobs: int | None,
    scheduler: str | None,
    bundled: bool,
) -> None:
    """Build the store: plan files → checked graph.

    PLANS are plan files or folders; none means the plans that come with plangraph. The
    store holds these and nothing else afterwards. Only what has changed since the last
    build is worked on. The former store stays in force until the new one is whole.

    \b
    plangraph build
    plangraph build my-plans/ --bundled
    plangraph build my-plans/ --store my-store
    plangraph build nation/ --store national --scheduler tcp://host:8786
    """
    from plangraph.language import tr
    from plangraph.pipeline import CheckFailedError, build, plan_paths

    try:
        paths = plan_paths(plans, bundled=bundled) if bundled else plans
        built = build(paths, store, progress(), jobs, scheduler)
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
    if built.gone:
        _tell_gone(built.gone)


def _tell_gone(gone: tuple[str, ...]) -> None:
    """Tell which versions the store held until now: who names one plan file may mean to add it."""
    from plangraph.language import tr

    more = ["…"] if len(gone) > MOST_GONE else []
    told = tr(
        "no longer in the store: {count:plan version(s)} ({names})",
        count=len(gone),
        names=", ".join([*gone[:MOST_GONE], *more]),
    )
    click.secho(told, err=True, fg="yellow")
    advice = tr("to keep them, name their plan files as well (--bundled: those of plangraph)")
    click.echo(f"  → {advice}", err=True)
