"""What surely conforms to shapes: a quick look, so that an engine is asked only where it may find.

Shapes of SHACL Core are turned into functions once (``constraints``); these look at a node in
plain dictionaries and say whether it surely conforms. Understood are targets by class, subjects
and objects; paths that are a predicate, an inverse, a choice or a sequence of predicates; and
and, class, datatype, disjoint, equals, hasValue, in, languageIn, lessThan, lessThanOrEquals,
maxCount, maxInclusive, minCount, minInclusive, minLength, node, nodeKind (of IRIs), or, pattern,
property, qualifiedValueShape, uniqueLang. Whatever else shapes or data say, nothing that a shape
says it of surely conforms. So this module can cost time, and tests hold that it costs no finding.

Queries of node shapes (SHACL-SPARQL) are asked of the triples whose predicates they name: a
query must name them with prefixes, and have no variable in their place. A test holds that ours do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode, Variable
from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection

from plangraph.checks.constraints import (
    OF_ALL,
    OF_ONE,
    TOLD,
    Data,
    Test,
    TestOfAll,
    conjunction,
    having,
    term,
    unsure,
)
from plangraph.checks.failing import Failing, surely
from plangraph.statements import Said

Path = Callable[[str, Data], list[Any]]


class _Property(NamedTuple):
    """What a property shape whose path is one predicate says of its values."""

    predicate: str
    of_all: list[TestOfAll]
    of_each: Test
    #: Whether a node surely conforms that has no value.
    silent: bool


class _Part(NamedTuple):
    """A part of a shape that is a shape itself: whether a node surely conforms, or surely fails."""

    shape: Any
    conforms: Test
    fails: Test | None


class _Target(NamedTuple):
    """A shape that nodes are held against, whole and in its parts."""

    shape: Any
    conforms: Test
    parts: list[_Part]


class Failure(NamedTuple):
    """A node that surely fails a shape."""

    shape: Any
    node: str


class Sure:
    """Shapes, ready to look at data."""

    def __init__(self, shapes: Graph) -> None:
        self._shapes = shapes
        self._known: dict[Any, Test] = {}
        self._of_property: dict[Test, _Property] = {}
        self._asked: set[str] = set()
        self._failing = Failing(shapes)
        self._of_class: dict[str, list[_Target]] = {}
        self._of_subjects: list[tuple[str, _Target]] = []
        self._of_objects: list[tuple[str, _Target]] = []
        #: Whether all targets are understood.
        self._all = not {SH.target, SH.targetNode} & set(shapes.predicates())
        self._all &= (None, RDF.type, RDFS.Class) not in shapes
        for shape, kind in shapes.subject_objects(SH.targetClass):
            self._of_class.setdefault(str(kind), []).append(self._target(shape))
        for shape, predicate in shapes.subject_objects(SH.targetSubjectsOf):
            self._of_subjects.append((str(predicate), self._target(shape)))
        for shape, predicate in shapes.subject_objects(SH.targetObjectsOf):
            self._of_objects.append((str(predicate), self._target(shape)))

    def look(self, quads: Iterable[Said], around: Iterable[Said] = ()) -> list[Failure] | None:
        """Return what surely fails, if all else that ``quads`` speak of surely conforms.

        None where that is not sure, so that an engine has to be asked. ``around`` is looked up
        but not itself checked.
        """
        data = Data(quads, around)
        if not (self._all and data.plain):
            return None
        failures: dict[tuple[Any, Failure], None] = {}
        for node, target in self._aimed(data):
            if target.conforms(node, data):
                continue
            for part in target.parts:
                if part.conforms(node, data):
                    continue
                if not surely(part.fails, node, data):
                    return None
                failures[target.shape, Failure(part.shape, node.value)] = None
        return [failure for _, failure in failures]

    def _aimed(self, data: Data) -> Iterator[tuple[Any, _Target]]:
        """Yield the nodes that are to be checked, each with the shapes it is held against."""
        for name, node in data.checked.items():
            for kind in data.kinds.get(name, ()):
                for target in self._of_class.get(kind, ()):
                    yield node, target
            for predicate, target in self._of_subjects:
                if predicate in data.said[name]:
                    yield node, target
        for predicate, target in self._of_objects:
            found = {value for said in data.said.values() for value in said.get(predicate, ())}
            for value in found:
                if value.value in data.checked:
                    yield value, target

    # -- shapes and their parts ---------------------------------------------------------

    def _target(self, shape: Any) -> _Target:
        """Return a shape with its parts: its property shapes, and what else it says."""
        fails, properties = self._failing.of(shape), list(self._shapes.objects(shape, SH.property))
        if fails or not properties:
            return _Target(shape, self._test(shape), [_Part(shape, self._test(shape), fails)])
        parts = [_Part(one, self._test(one), self._failing.of(one)) for one in properties]
        rest = [
            self._constraint(predicate, value)
            for predicate, value in self._shapes.predicate_objects(shape)
            if predicate not in TOLD | {SH.property}
        ]
        parts.append(_Part(shape, conjunction(rest), None))
        return _Target(shape, self._test(shape), parts)

    # -- shapes as functions ------------------------------------------------------------

    def _test(self, shape: Any) -> Test:
        if shape not in self._known:
            path = self._shapes.value(shape, SH.path)
            make = self._node_shape if path is None else self._property_shape
            self._known[shape] = make(shape)
        return self._known[shape]

    def _node_shape(self, shape: Any) -> Test:
        """Return the function of a node shape; where a path is a predicate, it asks no other."""
        tests = [
            self._constraint(predicate, value)
            for predicate, value in self._shapes.predicate_objects(shape)
            if predicate not in TOLD
        ]
        properties = [self._of_property[one] for one in tests if one in self._of_property]
        rest = conjunction([one for one in tests if one not in self._of_property])

        def test(node: Any, data: Data) -> bool:
            said = data.said.get(node.value, {})
            for predicate, of_all, of_each, silent in properties:
                values = said.get(predicate)
                if values is None:
                    if silent:
                        continue
                    return False
                values = values if len(values) < 2 else list(dict.fromkeys(values))
                for one in of_all:
                    if not one(values, node, data):
                        return False
                for value in values:
                    if not of_each(value, data):
                        return False
            return rest(node, data)

        return test if properties else rest

    def _property_shape(self, shape: Any) -> Test:
        path = self._shapes.value(shape, SH.path)
        reach = self._path(path)
        if reach is None:
            return unsure
        of_all, of_each = list[TestOfAll](), list[Test]()
        for predicate, value in self._shapes.predicate_objects(shape):
            if predicate == SH.qualifiedValueShape:
                of_all.append(self._qualified(shape, value))
            elif predicate == SH.hasValue:
                of_all.append(having(term(value)))
            elif predicate in OF_ALL:
                of_all.append(OF_ALL[predicate](str(value)))
            elif predicate == SH.sparql:  # asked of the node and not of its values
                return unsure
            elif predicate not in TOLD:
                of_each.append(self._constraint(predicate, value))
        if unsure in of_each:  # it might ask for something where there is no value, too
            return unsure
        each = conjunction(of_each)

        def test(node: Any, data: Data) -> bool:
            values = reach(node.value, data)
            for one in of_all:
                if not one(values, node, data):
                    return False
            for value in values:  # noqa: SIM110  (this is where time goes)
                if not each(value, data):
                    return False
            return True

        if isinstance(path, URIRef) and (shape, SH.equals, None) not in self._shapes:
            node, nothing = NamedNode(str(path)), Data(())
            silent = all(one([], node, nothing) for one in of_all)
            self._of_property[test] = _Property(str(path), of_all, each, silent)
        return test

    def _constraint(self, predicate: Any, value: Any) -> Test:
        """Return the function of a constraint on one term."""
        if predicate in (SH.property, SH.node):
            return self._test(value)
        if predicate == SH["and"]:
            return conjunction([self._test(one) for one in Collection(self._shapes, value)])
        if predicate == SH["or"]:
            tests = [self._test(one) for one in Collection(self._shapes, value)]
            return lambda node, data: any(test(node, data) for test in tests)
        if predicate == SH["in"]:
            some = frozenset(term(one) for one in Collection(self._shapes, value))
            return lambda node, _data: node in some
        if predicate == SH.languageIn:
            spoken = frozenset(map(str, Collection(self._shapes, value)))
            return lambda node, _data: type(node) is Literal and node.language in spoken
        if predicate == SH.sparql:
            return self._query(value)
        if predicate == SH.nodeKind and value == SH.IRI:
            return lambda node, _data: type(node) is NamedNode
        return OF_ONE[predicate](str(value)) if predicate in OF_ONE else unsure

    def _qualified(self, shape: Any, of: Any) -> TestOfAll:
        """Return the function that counts values: at most so many only where it surely knows."""
        test = self._test(of)
        at_least, at_most = (
            self._shapes.value(shape, said) for said in (SH.qualifiedMinCount, SH.qualifiedMaxCount)
        )
        least = 0 if at_least is None else int(str(at_least))
        most = None if at_most is None else int(str(at_most))
        constraints = set(self._shapes.predicates(of)) - TOLD
        exact = constraints == {SH["in"]}

        def count(values: list[Any], _node: Any, data: Data) -> bool:
            found = sum(test(value, data) for value in values)
            return found >= least and (most is None or (exact and found <= most))

        return count

    def _path(self, path: Any) -> Path | None:
        """Return the function that follows a path; None where it is not understood."""
        if isinstance(path, URIRef):
            predicate = str(path)
            return lambda name, data: data.objects(name, predicate)
        back = self._shapes.value(path, SH.inversePath)
        if isinstance(back, URIRef):
            said = str(back)
            return lambda name, data: data.subjects(name, said)
        ways = self._shapes.value(path, SH.alternativePath)
        listed = path if ways is None else ways
        if (listed, RDF.first, None) not in self._shapes:
            return None
        steps = [str(one) for one in Collection(self._shapes, listed) if isinstance(one, URIRef)]
        if len(steps) < len(Collection(self._shapes, listed)):
            return None
        if ways is not None:
            return lambda name, data: list(
                {value: None for step in steps for value in data.objects(name, step)}
            )

        def along(name: str, data: Data) -> list[Any]:
            found = data.objects(name, steps[0])
            for step in steps[1:]:
                found = [value for one in found for value in data.objects(one.value, step)]
            return found if len(found) < 2 else list(dict.fromkeys(found))

        return along

    def _query(self, constraint: Any) -> Test:
        """Return the function of a query: it must find nothing."""
        text = str(self._shapes.value(constraint, SH.select))
        prefixes = {
            str(self._shapes.value(one, SH.prefix)): str(self._shapes.value(one, SH.namespace))
            for one in self._shapes.objects(None, SH.declare)
        }
        for prefix, local in re.findall(r"\b(\w+):([\w-]+)", text):
            if prefix in prefixes:
                self._asked.add(prefixes[prefix] + local)
        this = Variable("this")

        def test(node: Any, data: Data) -> bool:
            store = data.store(self._asked)
            found: Any = store.query(text, prefixes=prefixes, substitutions={this: node})
            return next(found, None) is None

        return test
