"""``plangraph query``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from plangraph.commands import language_option
from plangraph.commands._help import Command
from plangraph.commands._output import (
    TABLES,
    form_of,
    open_graph,
    output_options,
    parameter_option,
    parameters_of,
    print_table,
    store_option,
    write,
)

if TYPE_CHECKING:
    from plangraph.graph import Graph

_RESULTS = ("sparql-json", "sparql-xml", "turtle", "nt")
#: Formats by the endings of their files, where these are called otherwise.
_ENDINGS = {"srj": "sparql-json", "srx": "sparql-xml", "ttl": "turtle"}


def _names(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from plangraph.questions import names

    return [name for name in names() if name.startswith(incomplete)]


class _Query(Command):
    """Tells who writes a parameter as an option how it is written."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            from plangraph.language import tr

            if error.possibilities:
                raise
            name = error.option_name.lstrip("-").partition("=")[0]
            told = tr("A parameter of a question is written -p {name}=…", name=name)
            raise click.UsageError(f"{error.format_message()} {told}", ctx) from None


@click.command("query", cls=_Query)
@click.argument("name", required=False, metavar="NAME|FILE.rq|-", shell_complete=_names)
@parameter_option
@click.option("--show", is_flag=True, help="Print the SPARQL instead of running it.")
@output_options(*_RESULTS)
@store_option
@language_option
def command(
    name: str | None,
    parameters: tuple[str, ...],
    show: bool,
    form: str | None,
    output: str | None,
    store: str | None,
) -> None:
    """Ask a named question, a file or standard input; without a name, list the questions.

    \b
    plangraph query
    plangraph query sectoral-plans -p city=kodaira
    plangraph query expired -p city=小平市 -p on=令和3年度 --format csv -o expired.csv
    plangraph query mine.rq
    echo 'SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 3' | plangraph query -
    """
    if name is None:
        _list(form, output)
        return
    given = parameters_of(parameters)
    import pyoxigraph

    from plangraph.graph import file_of

    text = _standard_input() if name == "-" else name
    if show and not store:
        from plangraph.questions import find

        if not given and name != "-":
            write(find(name).sparql, output)
            return
    graph = open_graph(store)
    sparql = graph.sparql(text if name != "-" else text + "\n", **given)
    if show:
        write(sparql, output)
        return
    form = form_of(form, output, (*TABLES, *_RESULTS, *_ENDINGS))
    form = _ENDINGS.get(form, form)
    if form not in _RESULTS and _is_named(name):
        table = graph.query(name, **given)
    else:
        found = graph.run(sparql, file_of(name))
        if form == "table" and isinstance(found, pyoxigraph.QueryTriples):
            form = "turtle"
        if form in _RESULTS:
            if not _write_results(found, form, output):
                _say_where_all_stands(sparql)
            return
        table = graph.rows(found, sparql)
    print_table(table, form, output)
    if not len(table):
        _say_what_empty_means(graph, name, given, sparql)


def _is_named(name: str) -> bool:
    from plangraph.questions import names

    return name in names()


def _say_what_empty_means(graph: Graph, name: str, given: dict[str, str], sparql: str) -> None:
    from plangraph.language import pick, tr
    from plangraph.questions import find, names

    question = find(name) if name in names() else None
    said = question.empty.get(pick("ja", "en")) if question else None
    for parameter in question.parameters.values() if question else ():
        city = given.get(parameter.name)
        if parameter.type == "city" and city and not len(graph.query("plans", city=city)):
            said = tr("no plan of {city} is in the store", city=city)
    click.echo(said or tr("no row answers this"), err=True)
    _say_where_all_stands(sparql)


def _say_where_all_stands(sparql: str) -> None:
    """Tell who found nothing outside of named graphs that nothing is there."""
    import re

    from plangraph.language import tr

    if re.search(r"\bDESCRIBE\b", sparql, re.IGNORECASE):
        hint = tr(
            "DESCRIBE looks into no named graph, where everything stands: write"
            " CONSTRUCT {{ {iri} ?p ?o }} {{ GRAPH ?g {{ {iri} ?p ?o }} }}",
            iri="<…>",
        )
    elif not re.search(r"\b(GRAPH|FROM)\b", sparql, re.IGNORECASE):
        hint = tr("everything stands in a named graph: put patterns inside GRAPH ?g { … }")
    else:
        return
    click.echo(f"  → {hint}", err=True)


def _standard_input() -> str:
    from plangraph.errors import QueryError
    from plangraph.language import tr

    problem = tr("standard input is closed")
    if sys.stdin is not None:
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problem = tr("standard input is not UTF-8 text (byte {byte})", byte=error.start)
    raise QueryError(problem, advice=tr("pipe SPARQL into it, or name a file"))


def _list(form: str | None, output: str | None) -> None:
    from plangraph.language import pick
    from plangraph.questions import find, names
    from plangraph.tables import Table

    rows: list[tuple[Any, ...]] = []
    for name in names():
        question = find(name)
        parameters = ", ".join(
            f"{p.name}{'' if p.required else '?'}" for p in question.parameters.values()
        )
        rows.append((name, parameters or None, question.text.get(pick("ja", "en"))))
    print_table(Table(["name", "parameters", "question"], rows), form, output)


def _write_results(found: Any, form: str, output: str | None) -> bool:
    """Write results as an engine has them; return whether there is any triple, row or answer."""
    import pyoxigraph

    from plangraph.errors import QueryError
    from plangraph.language import tr

    solutions = isinstance(found, (pyoxigraph.QuerySolutions, pyoxigraph.QueryBoolean))
    if solutions != form.startswith("sparql"):
        raise QueryError(
            tr("this query's results cannot be written as {form}", form=form),
            advice=tr(
                "sparql-json and sparql-xml are for SELECT and ASK, turtle and nt for CONSTRUCT"
            ),
        )
    if solutions:
        kind = "JSON" if form == "sparql-json" else "XML"
        body = found.serialize(format=getattr(pyoxigraph.QueryResultsFormat, kind))
    else:
        from plangraph.triples.write import FORMATS, with_sorted_prefixes
        from plangraph.vocabulary import PREFIXES

        rdf = FORMATS["turtle" if form == "turtle" else "ntriples"]
        prefixes = PREFIXES if form == "turtle" else None
        text = pyoxigraph.serialize(found, format=rdf, prefixes=prefixes)
        body = with_sorted_prefixes(text or b"")
        write(body, output)
        return bool(text and text.strip())
    write(body, output)
    return True
