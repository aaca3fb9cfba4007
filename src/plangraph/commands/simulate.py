"""``plangraph simulate``."""

from __future__ import annotations

from typing import Literal

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import progress


@click.command("simulate", cls=Command)
@click.argument("out", type=click.Path(file_okay=False))
@click.option("--municipalities", type=int, help="How many, 1 to 1741 (default: all).")
@click.option("--scale", help="The same as a share of the nation: full, 1/10, 1/100.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, other plans.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["yaml", "json"]), default="yaml",
    show_default=True, help="How the plan files are written.",
)  # fmt: skip
@language_option
def command(
    out: str,
    municipalities: int | None,
    scale: str | None,
    seed: int,
    form: Literal["yaml", "json"],
) -> None:
    """Write a nation of invented plan files, for tests and benchmarks.

    Real municipalities, invented plans: two versions each, marked as simulated in every
    file. The same seed gives the same bytes, and a smaller nation is part of a larger one.

    \b
    plangraph simulate nation/
    plangraph simulate --municipalities 17 --seed 1 small/
    plangraph simulate --scale 1/10 tenth/
    """
    from plangraph.language import tr
    from plangraph.simulate import share, simulate
    from plangraph.simulate.nation import NATION

    if scale and municipalities:
        raise click.UsageError(tr("say --municipalities or --scale, not both"))
    count = share(scale) if scale else NATION if municipalities is None else municipalities
    made = simulate(out, count, seed, form, progress())
    click.echo(
        tr(
            "simulated {places:municipality|municipalities}: {files:plan file(s)}, {size} → {out}",
            places=made.municipalities,
            files=made.files,
            size=f"{made.size / 1e6:,.1f} MB" if made.size >= 1e6 else f"{made.size / 1e3:,.0f} kB",
            out=out,
        )
    )
