"""SHACL: the shapes of ``ontology/shapes.ttl`` against quads.

The engine is Shifty, in Rust; pySHACL where there is no wheel of it. A test holds their
results equal. Neither is asked where a quick look (``sure``) shows that all conforms but what
surely fails.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import pyoxigraph
import rdflib
from rdflib import RDF, RDFS, SH, Graph, URIRef

from plangraph.checks.finding import Finding, Level
from plangraph.checks.sure import Failure, Sure
from plangraph.language import language
from plangraph.planfile import PlanFile
from plangraph.statements import Said
from plangraph.statements import quads as in_quads
from plangraph.vocabulary import PREFIXES, Names

Engine = Literal["shifty", "pyshacl"]
Triples = list[pyoxigraph.Triple]
#: Turns triples, and others that are looked up and need not be reported on, into a SHACL report.
Validate = Callable[[Triples, Triples], Graph]
#: File, line and what it is called there, of every IRI that a plan file makes.
Places = dict[str, tuple[str, int | None, str]]


def engine() -> Engine:
    """Return the engine that is used: the quicker one where it is installed."""
    return "shifty" if find_spec("shifty") else "pyshacl"


class Shapes:
    """The shapes of a Turtle file, ready to check graphs with an engine.

    Where one is named (``by``), it is asked in any case.
    """

    def __init__(self, path: Path, names: Names, by: Engine | None = None) -> None:
        self.shapes = Graph().parse(path)
        self.names = names
        self.sure = Sure(self.shapes) if by is None else None
        self.report = _shifty(path) if (by or engine()) == "shifty" else _pyshacl(self.shapes)

    def check(
        self,
        quads: Iterable[Said],
        files: Iterable[PlanFile] = (),
        around: Iterable[Said] = (),
    ) -> list[Finding]:
        """Return what the shapes find in ``quads``, placed in the plan files that made them.

        ``around`` is looked up but not itself checked.
        """
        quads, around = list(quads), list(around)
        failures = self.sure.look(quads, around) if self.sure else None
        if failures is None:
            found = self._reported(quads, files, around)
        else:
            places = _places(files, self.names) if failures else {}
            found = [_failed(one, self.shapes, places) for one in failures]
        return sorted(found, key=lambda one: (one.file, one.line or 0, one.rule, one.problem))

    def _reported(
        self, quads: list[Said], files: Iterable[PlanFile], around: list[Said]
    ) -> list[Finding]:
        """Return what an engine finds."""
        data = [quad.triple for quad in in_quads(quads)]
        report = self.report(data, [quad.triple for quad in in_quads(around)])
        if not report:
            return []
        checked = _subjects(data)
        places = _places(files, self.names)
        return [
            _finding(report, result, self.shapes, places)
            for result in report.subjects(RDF.type, SH.ValidationResult)
            if str(report.value(result, SH.focusNode)) in checked
        ]


def _subjects(triples: Triples) -> set[str | None]:
    return {getattr(triple.subject, "value", None) for triple in triples}


def _shifty(path: Path) -> Validate:
    """Shifty finds out which shapes fail in half the time that it takes for a report.

    So it reports on those alone, and not at all where none fails.
    """
    import shifty

    prepared: Any = shifty.PreparedValidator(path)

    def report(triples: Triples, around: Triples) -> Graph:
        # Turtle with prefixes is a third of the size of N-Triples, and read the quicker
        form = pyoxigraph.RdfFormat.TURTLE
        data = pyoxigraph.serialize([*triples, *around], format=form, prefixes=PREFIXES) or b""
        asked = {"graph_mode": "data", "infer": False, "sort_results": False}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", shifty.ShaclDiagnosticWarning)
            violations = prepared.validate_algebra(data, **asked).violations
            checked = _subjects(triples) if violations else ()
            failed = {
                one.shape_name
                for one in violations
                if one.focus_node[1:-1] in checked or not one.focus_node.startswith("<")
            }
            if not failed:
                return Graph()
            # a shape without a name cannot be asked for: then all are
            some = None if None in failed else sorted(failed)
            found: Graph = prepared.validate(data, shape_names=some, **asked)[1]
        return found

    return report


def _pyshacl(shapes: Graph) -> Validate:
    import pyshacl

    def report(triples: Triples, around: Triples) -> Graph:
        data = Graph()
        for triple in (*triples, *around):
            data.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
        found: Graph = pyshacl.validate(
            data,
            shacl_graph=shapes,
            inference="none",
            advanced=True,
            allow_warnings=True,
            inplace=True,
        )[1]
        return found

    return report


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == str(rdflib.XSD.string):
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=URIRef(term.datatype.value))
    return rdflib.BNode(getattr(term, "value", str(term)))


def _places(files: Iterable[PlanFile], names: Names) -> Places:
    """Map every IRI that a plan file makes to file, line and what it is called there."""
    places: Places = {}
    for file in files:
        version = file.plan.version_id
        places[names.version(version).value] = (str(file.path), 1, version)
        for entry in file.plan.entries():
            node = names.element(version, entry.id).value
            line = file.line_of(entry.pointer)
            places[node] = (str(file.path), line, f"{version}/{entry.id}")
    return places


def _finding(report: Graph, result: rdflib.term.Node, shapes: Graph, places: Places) -> Finding:
    node = str(report.value(result, SH.focusNode))
    shape = report.value(result, SH.sourceShape)
    problem, advice = _spoken(
        [*shapes.objects(shape, SH.resultMessage), *shapes.objects(shape, SH.message)]
        or list(report.objects(result, SH.resultMessage))
    )
    value = report.value(result, SH.value)
    if value is not None and not isinstance(value, rdflib.BNode) and str(value) != node:
        problem += f" ({str(value)[:80]})"
    severity = report.value(result, SH.resultSeverity)
    return _placed(node, _rule(shape, shapes), severity, (problem, advice), places)


def _failed(failure: Failure, shapes: Graph, places: Places) -> Finding:
    """Return the finding that a quick look has made: in the words that an engine would use."""
    said = _spoken(list(shapes.objects(failure.shape, SH.message)))
    severity = shapes.value(failure.shape, SH.severity, default=SH.Violation)
    return _placed(failure.node, _rule(failure.shape, shapes), severity, said, places)


def _spoken(messages: list[rdflib.term.Node]) -> tuple[str, str]:
    """Return problem and advice in the reader's language, or in another."""
    spoken = [m for m in messages if getattr(m, "language", None) == language()] or messages
    problem, _, advice = str(spoken[0] if spoken else "").partition(" → ")
    return problem, advice


def _rule(shape: rdflib.term.Node | None, shapes: Graph) -> str:
    name = str(shapes.value(shape, RDFS.label) or "")
    return f"shape {re.split(r'[#/]', str(shape))[-1] or name}"


def _placed(
    node: str,
    rule: str,
    severity: rdflib.term.Node | None,
    said: tuple[str, str],
    places: Places,
) -> Finding:
    file, line, element = places.get(node) or places.get(node.partition("#")[0]) or (
        node, None, node,
    )  # fmt: skip
    level: Level = "error" if severity == SH.Violation else "warning"
    return Finding(level, rule, file, line, element, *said)
