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


def _names(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from plangraph.questions import names

    return [name for name in names() if name.startswith(incomplete)]


@click.command("query", cls=Command)
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
    form = form_of(form, output, (*TABLES, *_RESULTS))
    if form in _RESULTS:
        from plangraph.graph import file_of

        _write_results(graph.run(sparql, file_of(name)), form, output)
    else:
        table = graph.select(sparql) if name == "-" else graph.query(name, **given)
        print_table(table, form, output)
        if not len(table):
            _say_what_empty_means(graph, name, given)


def _say_what_empty_means(graph: Graph, name: str, given: dict[str, str]) -> None:
    from plangraph.language import pick, tr
    from plangraph.questions import find, names

    question = find(name) if name in names() else None
    said = question.empty.get(pick("ja", "en")) if question else None
    for parameter in question.parameters.values() if question else ():
        city = given.get(parameter.name)
        if parameter.type == "city" and city and not len(graph.query("plans", city=city)):
            said = tr("no plan of {city} is in the store", city=city)
    click.echo(said or tr("no row answers this"), err=True)


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


def _write_results(found: Any, form: str, output: str | None) -> None:
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
