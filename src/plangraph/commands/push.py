"""``plangraph push``."""

from __future__ import annotations

import os

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import open_graph, print_table, progress, store_option
from plangraph.errors import ParameterError


@click.command("push", cls=Command)
@click.argument("address", metavar="URL")
@click.argument("what", nargs=-1, metavar="[CITY|PLAN|VERSION…]")
@click.option("--update", is_flag=True,
              help="URL takes SPARQL Update, instead of the Graph Store Protocol.")  # fmt: skip
@click.option("--query", "query_address", metavar="URL",
              help="Where the store is queried, as --update needs to know.")  # fmt: skip
@click.option("--user", metavar="NAME",
              help="Sign in; the password is asked, or read from PLANGRAPH_PASSWORD.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be pushed, and push nothing.")
@store_option
@language_option
def command(
    address: str,
    what: tuple[str, ...],
    update: bool,
    query_address: str | None,
    user: str | None,
    dry_run: bool,
    store: str | None,
) -> None:
    """Fill a remote store, graph by graph: only what changed since the last push.

    Graphs of others at the same place stay as they are. A push that is broken off goes on
    where it stopped.

    \b
    plangraph push http://localhost:7878/store
    plangraph push http://localhost:7878/store kodaira --dry-run
    plangraph push --update http://localhost:7878/update --query http://localhost:7878/query
    """
    from plangraph.endpoints import Client, GraphStore, UpdateStore
    from plangraph.language import tr
    from plangraph.pipeline import names
    from plangraph.push import changes, push, refuse_local
    from plangraph.tables import Table

    refuse_local(address)
    if update and not query_address:
        raise ParameterError(
            tr("--update needs --query: the address where the same store answers queries"),
            advice=tr("often {address}, sometimes the same one", address="…/query, …/sparql"),
        )
    if query_address and not update:
        raise ParameterError(
            tr("--query goes with --update"),
            advice=tr("the Graph Store Protocol reads and writes at one address"),
        )
    password = os.environ.get("PLANGRAPH_PASSWORD")
    if user is not None and password is None:
        password = click.prompt(tr("Password"), hide_input=True, err=True)
    client = Client(address, user, password)
    remote: GraphStore | UpdateStore = GraphStore(client)
    if query_address:
        refuse_local(query_address)
        remote = UpdateStore(client, Client(query_address, user, password))
    graph = open_graph(store)
    if dry_run:
        found = changes(graph, remote, names(), what)
        rows = [
            (change, node.value)
            for change in ("added", "changed", "removed")
            for node in getattr(found, change)
        ]
        print_table(Table(["change", "graph"], rows), None, None)
    else:
        found = push(graph, remote, names(), what, progress())
    counts = {name: len(nodes) for name, nodes in found._asdict().items()}
    click.echo(
        tr(
            "graphs: {added} added, {changed} changed, {removed} removed, {same} as before",
            **counts,
        ),
        err=dry_run,
    )
