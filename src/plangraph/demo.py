"""The main job, shown: build, check, three answers, a picture, a side by side."""

from __future__ import annotations

import os
import sys

import click

_QUESTIONS = (
    ("expired", "-p", "city=kodaira", "-p", "on=令和3年度"),
    ("counts-below", "-p", "plan=kiyose", "-p", "kind=vision"),
    ("indicators", "-p", "city=koganei"),
)


def main(out: str) -> None:
    """Run the main job on the plans that come with plangraph; write to the folder ``out``."""
    from plangraph.commands import plangraph
    from plangraph.language import pick, tr
    from plangraph.questions import find

    def run(*arguments: str) -> None:
        click.secho(f"\n$ plangraph {' '.join(arguments)}", bold=True)
        plangraph.main(list(arguments), prog_name="plangraph", standalone_mode=False)

    run("build")
    for name, *parameters in _QUESTIONS:
        click.echo(f"\n{find(name).text[pick('ja', 'en')]}")
        run("query", name, *parameters)
    picture, table = os.path.join(out, "graph.html"), os.path.join(out, "compare.html")
    run("draw", "-o", picture)
    run("compare", "kodaira", "koganei", "kiyose", "-o", table)
    store = os.environ.get("PLANGRAPH_STORE", "")
    setting = f"PLANGRAPH_STORE={store} " if store else ""
    click.echo(
        "\n"
        + tr(
            "Open {picture} and {table} in a browser. Then try:\n"
            "  {run} check\n"
            "  {run} query\n"
            "  {run} search 防災\n"
            "  {run} show kodaira-4th@submitted/policy-1\n"
            "  {run} diff kodaira-4th@draft kodaira-4th@submitted",
            picture=picture,
            table=table,
            run=f"{setting}.venv/bin/plangraph",
        )
    )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "out")
