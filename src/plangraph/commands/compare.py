"""``plangraph compare``."""

from __future__ import annotations

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import columns, form_of, open_graph, store_option, write

_FORMS = ("table", "csv", "tsv", "json", "html", "xlsx", "ttl")
_WHOLE = ("html", "xlsx", "ttl")
_TABLES = ("subjects", "counterparts", "gaps", "versions", "levels", "structure", "likeness",
           "fields", "goals", "sectoral-plans", "coherence", "indicators", "outline")  # fmt: skip


@click.command("compare", cls=Command)
@click.argument("cities", nargs=-1, metavar="[CITY…]")
@click.option("--field", metavar="FIELD", help="Only elements of this policy field (防災).")
@click.option("--goal", metavar="GOAL", help="Only elements that serve this SDG goal (11).")
@click.option("--department", metavar="NAME", help="Only what this department answers for.")
@click.option(
    "--status", metavar="STATUS", help="Only SDG links that are stated, judged or inferred."
)
@click.option("--all-levels", is_flag=True, help="Compare unlike levels as well.")
@click.option("--on", metavar="DATE", help="Look at periods on this day (default: today).")
@click.option("--table", "name", type=click.Choice(_TABLES), help="Print this table alone.")
@click.option("-f", "--format", "form", type=click.Choice(_FORMS),
              help="How to write it (default: by the file's ending, else table).")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
@store_option
@language_option
def command(
    cities: tuple[str, ...],
    field: str | None,
    goal: str | None,
    department: str | None,
    status: str | None,
    all_levels: bool,
    on: str | None,
    name: str | None,
    form: str | None,
    output: str | None,
    store: str | None,
) -> None:
    """Put the plans of cities side by side: structure, counterparts, gaps, fields, SDGs.

    CITY is a city, a plan or a version; none means all that are in the store.

    \b
    plangraph compare kodaira koganei kiyose
    plangraph compare kodaira koganei kiyose -o compare.html
    plangraph compare koganei kiyose --table counterparts -o pairs.csv
    plangraph compare --field 防災
    plangraph compare kodaira --on 2026-04-01 --table coherence
    """
    from plangraph.compare import compare, render
    from plangraph.compare.tables import why_empty
    from plangraph.language import tr

    form = form_of(form, output, _FORMS)
    if name and form in _WHOLE:
        raise click.UsageError(tr("--table is for {forms}; {form} holds all of them",
                                  forms="table, csv, tsv, json", form=form))  # fmt: skip
    found = compare(
        open_graph(store),
        *cities,
        on=on,
        field=field,
        goal=goal,
        department=department,
        status=status,
        all_levels=all_levels,
    )
    write(render(found, form, name, columns(output)), output)
    if name and (reason := why_empty(found, name)):
        click.echo(reason, err=True)
