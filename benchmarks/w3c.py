"""The W3C's tests of the SPARQL 1.1 Protocol, query evaluation and results, through our endpoint.

    python benchmarks/w3c.py [FOLDER] [--only TEXT]

FOLDER is that of rdf-tests' ``sparql11`` and ``data-r2``; without one the tests are taken from
the source package of rdflib, which carries them (fetched by pip into the user's cache). Every
test is listed as passed or failed. For each, the data becomes a store of its own, put in
force while the site is up, and the query goes over HTTP; the result of a SELECT is asked for
in JSON, XML and TSV, which must all say the same.

The tests of the protocol (part query) come first; ``tests/test_serve_protocol.py`` runs them too.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph
import rdflib
from platformdirs import user_cache_dir
from pyoxigraph import DefaultGraph, Quad
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef, Variable
from rdflib.compare import isomorphic
from rdflib.query import Result

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests import w3c_protocol
from tests.served import Served

from plangraph import store as stores

RDFLIB = "rdflib==7.6.0"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
#: Manifests that are about queries; entailment regimes and federation are not offered.
PARTS = (
    "dawg-data-r2/*", "sparql11/aggregates", "sparql11/bind", "sparql11/bindings",
    "sparql11/construct", "sparql11/csv-tsv-res", "sparql11/exists", "sparql11/functions",
    "sparql11/grouping", "sparql11/json-res", "sparql11/negation", "sparql11/project-expression",
    "sparql11/property-path", "sparql11/subquery",
)  # fmt: skip
MEDIA = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "tsv": "text/tab-separated-values",
    "csv": "text/csv",
}


class Test(NamedTuple):
    """A query, its data and the file of its result."""

    name: str
    part: str
    query: Path
    data: list[Path]
    graphs: list[tuple[Path, str]]
    result: Path


def main() -> None:
    """Run the tests and list them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--only", default="")
    given = options.parse_args()
    folder = given.folder or fetched()
    told: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        stores.replace(place, [])
        with Served(place) as site:
            stores.replace(place, w3c_protocol.dataset())
            for name, case in w3c_protocol.W3C.items():
                if given.only in f"protocol/{name}":
                    _tell(told, f"protocol/{name}", w3c_protocol.wrong(site, case))
            for test in tests(folder):
                if given.only not in f"{test.part}/{test.name}":
                    continue
                try:
                    problem = run(site, place, test)
                except FileNotFoundError as error:
                    told["not there"] += 1
                    print(f"left out  {test.part}/{test.name}: no {Path(str(error.filename)).name}")
                    continue
                if problem and _engine_alone(site, place, test):
                    problem += " (as the engine alone answers)"
                    told["as the engine alone"] += 1
                _tell(told, f"{test.part}/{test.name}", problem)
    same = told["as the engine alone"]
    print(f"{same} of those that failed are answered so by the engine alone too")
    print(f"{told['passed']} passed, {told['failed']} failed")


def _tell(told: Counter[str], name: str, problem: str | None) -> None:
    """Count and list a test."""
    word = "failed" if problem else "passed"
    told[word] += 1
    print(f"{word}  {name}{f': {problem}' if problem else ''}")


def fetched() -> Path:
    """Return the folder with the tests of the source package of rdflib."""
    above = Path(user_cache_dir("plangraph", appauthor=False)) / "w3c"
    found = above / RDFLIB.replace("==", "-") / "test/data/suites/w3c"
    if not found.exists():
        above.mkdir(parents=True, exist_ok=True)
        command = ["download", "-q", "--no-deps", "--no-binary", ":all:", "-d", str(above)]
        subprocess.run([sys.executable, "-m", "pip", *command, RDFLIB], check=True)
        with tarfile.open(next(above.glob("rdflib-*.tar.gz"))) as packed:
            packed.extractall(above, filter="data")
    return found


def tests(folder: Path) -> Iterator[Test]:
    """Yield the evaluation tests of the manifests."""
    for part in PARTS:
        for manifest in sorted(folder.glob(f"{part}/manifest.ttl")):
            graph = Graph().parse(manifest, publicID=manifest.as_uri())
            for entry in sorted(graph.subjects(RDF.type, MF.QueryEvaluationTest), key=str):
                yield from _test(graph, entry, manifest)
            for entry in sorted(graph.subjects(RDF.type, MF.CSVResultFormatTest), key=str):
                yield from _test(graph, entry, manifest)


def _test(graph: Graph, entry: Any, manifest: Path) -> Iterator[Test]:
    action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
    query = graph.value(action, QT.query)
    if query is None or result is None:
        return
    graphs = []
    for node in graph.objects(action, QT.graphData):
        file = graph.value(node, QT.graph) or node
        label = graph.value(node, URIRef("http://www.w3.org/2000/01/rdf-schema#label"))
        graphs.append((_path(file), str(label) if isinstance(file, BNode) and label else str(file)))
    yield Test(
        str(graph.value(entry, MF.name)),
        manifest.parent.name,
        _path(query),
        [_path(one) for one in graph.objects(action, QT.data)],
        graphs,
        _path(result),
    )


def _path(iri: Any) -> Path:
    return Path(str(iri).removeprefix("file://"))


def run(site: Served, place: str, test: Test) -> str | None:
    """Run a test; return what is wrong, or None."""
    sparql = f"BASE <{test.query.as_uri()}>\n{test.query.read_text(encoding='utf-8')}"
    quads: list[Quad] = []
    for file in test.data:
        quads += _quads(file, DefaultGraph())
    for file, name in [*test.graphs, *_named(sparql)]:
        quads += _quads(file, pyoxigraph.NamedNode(name))
    stores.replace(place, quads)
    expected = _expected(test.result)
    if isinstance(expected, Graph):
        response = site.ask(sparql, "application/n-triples")
        if response.status_code != 200:
            return f"{response.status_code} {response.text[:100]}"
        found = Graph().parse(data=response.text, format="nt")
        return None if isomorphic(found, expected) else "another graph"
    if test.result.suffix in (".csv", ".tsv"):
        response = site.ask(sparql, MEDIA[test.result.suffix[1:]])
        form = test.result.suffix[1:]
        same = _table(response.text, form) == _table(test.result.read_text(encoding="utf-8"), form)
        return None if same else f"another table: {response.text[:100]!r}"
    for form in ("json", "xml", "tsv"):
        response = site.ask(sparql, MEDIA[form])
        if response.status_code != 200:
            return f"{response.status_code} {response.text[:100]}"
        if form == "tsv" and expected.type == "ASK":
            continue
        read = _read(response.content, form)
        if not _same(read, expected, test):
            return f"another result in {form}"
    return None


def _engine_alone(site: Served, place: str, test: Test) -> bool:
    """Tell whether the engine, asked in this process, answers byte by byte the same."""
    sparql = f"BASE <{test.query.as_uri()}>\n{test.query.read_text(encoding='utf-8')}"
    form = test.result.suffix[1:] if test.result.suffix in (".csv", ".tsv") else "json"
    response = site.ask(sparql, MEDIA[form])
    store = pyoxigraph.Store.read_only(str(Path(place) / stores.current(place)))
    try:
        found = store.query(sparql)
    except SyntaxError:
        return response.status_code == 400
    if isinstance(found, pyoxigraph.QueryTriples):
        return False
    kind = getattr(pyoxigraph.QueryResultsFormat, form.upper())
    return bool(found.serialize(format=kind) == response.content)


def _named(sparql: str) -> list[tuple[Path, str]]:
    """Return the files that a dataset clause names: they are graphs of the dataset."""
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    if "FROM" not in sparql.upper():
        return []
    try:
        clause = translateQuery(parseQuery(sparql)).algebra.datasetClause or ()
    except Exception:
        return []
    names = {str(part.default or part.named) for part in clause}
    return [(_path(name), name) for name in sorted(names) if name.startswith("file:")]


def _quads(file: Path, graph: Any) -> Iterator[Quad]:
    form = pyoxigraph.RdfFormat.from_extension(file.suffix[1:])
    parsed = pyoxigraph.parse(path=file, format=form, base_iri=file.as_uri())
    names: dict[Any, Any] = {}  # blank nodes of different files are different

    def own(term: Any) -> Any:
        if isinstance(term, pyoxigraph.BlankNode):
            return names.setdefault(term, pyoxigraph.BlankNode())
        return term

    for quad in parsed:
        yield Quad(own(quad.subject), quad.predicate, own(quad.object), graph)


def _read(body: bytes, form: str) -> Result:
    """Read a result with rdflib; TSV with pyoxigraph, since rdflib stumbles over numbers there."""
    if form != "tsv":
        return Result.parse(io.BytesIO(body), format=form)
    read = pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.TSV)
    assert isinstance(read, pyoxigraph.QuerySolutions)
    result = Result("SELECT")
    result.vars = [Variable(one.value) for one in read.variables]
    result.bindings = [
        {name: _term(row[name]) for name in result.vars if row[name] is not None} for row in read
    ]
    return result


def _term(term: Any) -> Any:
    if isinstance(term, pyoxigraph.Literal):
        language = term.language
        return Literal(term.value, language, None if language else term.datatype.value)
    return URIRef(term.value) if isinstance(term, pyoxigraph.NamedNode) else BNode(term.value)


def _expected(file: Path) -> Any:
    kind = file.suffix[1:]
    if kind in ("ttl", "rdf", "nt"):
        graph = Graph().parse(file, publicID=file.as_uri())
        if (None, RDF.type, RS.ResultSet) not in graph:
            return graph
        from rdflib.plugins.sparql.results.rdfresults import RDFResult

        return RDFResult(graph)
    if kind in ("csv", "tsv"):
        return None
    return Result.parse(file.open("rb"), format={"srx": "xml", "srj": "json"}[kind])


def _table(text: str, form: str) -> list[list[tuple[str, str]]]:
    """Return the rows of a table by column: their order is free where all variables are asked."""
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=",")) if form == "csv" else [
        line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")
    ]  # fmt: skip
    # Numbers may stand in their short form or quoted (SPARQL 1.1 TSV, 4).
    number = r'"([-+.\deE]+)"\^\^<http://www.w3.org/2001/XMLSchema#(?:integer|decimal|double)>'
    rows = [[_blank(re.sub(number, r"\1", cell)) for cell in line] for line in lines]
    return sorted(sorted(zip(rows[0], row, strict=True)) for row in rows[1:])


def _blank(row: str) -> str:
    return re.sub(r"_:\w+", "_:b", row)


def _same(found: Result, expected: Result, test: Test) -> bool:
    if found.type != expected.type:
        return False
    if found.type == "ASK":
        return bool(found.askAnswer) == bool(expected.askAnswer)
    if "reduced" in str(test.query):  # REDUCED may leave out duplicates, or not
        told = [{frozenset(row.items()) for row in one.bindings} for one in (found, expected)]
        return told[0] == told[1]
    return isomorphic(_as_graph(found), _as_graph(expected))


def _as_graph(result: Result) -> Graph:
    """Return a result as a graph, so that blank nodes may have any name."""
    graph = Graph()
    for row in result.bindings:
        node = BNode()
        graph.add((node, RDF.type, RS.ResultSet))
        for variable, value in row.items():
            graph.add((node, URIRef(f"x:{variable}"), _normal(value)))
    return graph


def _normal(value: Any) -> Any:
    """Return numbers by value: ``1.0`` and ``1.00`` are the same decimal."""
    if isinstance(value, Literal) and value.datatype:
        if str(value.datatype).endswith("#string"):
            return Literal(str(value))
        try:
            number = float(str(value))
        except ValueError:
            return value
        if str(value.datatype).startswith("http://www.w3.org/2001/XMLSchema#"):
            return Literal(f"{value.datatype} {number!r}")
    return value


rdflib.NORMALIZE_LITERALS = False

if __name__ == "__main__":
    main()
