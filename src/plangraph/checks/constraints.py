"""What constraints of SHACL Core mean, as functions: for a quick look at data (``sure``).

Each tells whether terms *surely* conform; what it does not understand does not. Which
constraints there are, OF_ONE and OF_ALL say, and ``sure`` for those that hold other shapes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, RDFS, SH, XSD, URIRef

from plangraph.statements import Said

#: Tells whether a term surely conforms.
Test = Callable[[Any, "Data"], bool]
#: Tells whether the values that a path leads to from a node surely conform.
TestOfAll = Callable[[list[Any], Any, "Data"], bool]


#: What shapes say that decides nothing, or is looked at with something else.
TOLD = {
    RDF.type, RDFS.label, SH.message, SH.severity, SH.path, SH.targetClass, SH.targetSubjectsOf,
    SH.targetObjectsOf, SH.qualifiedMinCount, SH.qualifiedMaxCount,
}  # fmt: skip
_TYPE, _SUBCLASS = str(RDF.type), str(RDFS.subClassOf)
#: Texts that surely are values of a datatype.
_WRITTEN = {
    str(XSD.integer): re.compile(r"[+-]?[0-9]{1,15}"),
    str(XSD.decimal): re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?"),
    str(XSD.boolean): re.compile(r"true|false"),
    str(XSD.gYear): re.compile(r"[1-9][0-9]{3}"),
    str(XSD.date): re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}"),
}
_NUMBERS, _DATE = {str(XSD.integer), str(XSD.decimal)}, str(XSD.date)
#: In patterns, these mean the same to all engines; whatever else is escaped might not.
_SAME = re.compile(r"(?:[^\\$]|\\S)*\$?")


class Data:
    """Quads by subject and predicate, whatever their graphs; ``around`` is only looked up."""

    def __init__(self, quads: Iterable[Said], around: Iterable[Said] = ()) -> None:
        self.said: dict[str, dict[str, list[Any]]] = {}
        self.kinds: dict[str, set[str]] = {}
        #: Whether there is nothing that only an engine understands.
        self.plain = True
        self._add(quads)
        self.checked = {name: NamedNode(name) for name in self.said} if self.plain else {}
        self._add(around)
        self._asked: pyoxigraph.Store | None = None
        self._back: dict[str, dict[str, list[Any]]] = {}

    def _add(self, quads: Iterable[Said]) -> None:
        said, kinds = self.said, self.kinds
        for subject, predicate, value, _graph in quads:
            name, about = subject.value, predicate.value
            values = said.setdefault(name, {})
            if about in values:
                values[about].append(value)
            else:
                values[about] = [value]
            if about == _TYPE:
                kinds.setdefault(name, set()).add(value.value)
            if type(subject) is not NamedNode or about == _SUBCLASS:
                self.plain = False

    def objects(self, name: str, predicate: str) -> list[Any]:
        """Return the values of a predicate of a node, each once."""
        values = self.said.get(name, {}).get(predicate, [])
        return values if len(values) < 2 else list(dict.fromkeys(values))

    def subjects(self, name: str, predicate: str) -> list[Any]:
        """Return the nodes that have a node as a value of a predicate."""
        if predicate not in self._back:
            back = self._back[predicate] = defaultdict[str, list[Any]](list)
            for one, said in self.said.items():
                for value in self.objects(one, predicate) if predicate in said else ():
                    back[value.value].append(NamedNode(one))
        return self._back[predicate].get(name, [])

    def store(self, predicates: Iterable[str]) -> pyoxigraph.Store:
        """Return a store of the triples with these predicates; always ask for the same."""
        if self._asked is None:
            self._asked = pyoxigraph.Store()
            self._asked.extend(
                Quad(NamedNode(name), NamedNode(predicate), value)
                for name, values in self.said.items()
                for predicate in predicates
                for value in values.get(predicate, ())
            )
        return self._asked


def unsure(_node: Any, _data: Data) -> bool:
    """Tell that a term does not surely conform."""
    return False


def conjunction(tests: list[Test]) -> Test:
    """Return the function that all of ``tests`` hold."""
    if len(tests) == 1:
        return tests[0]

    def test(node: Any, data: Data) -> bool:
        for one in tests:  # noqa: SIM110  (this is where time goes)
            if not one(node, data):
                return False
        return True

    return test


def term(value: Any) -> Any:
    """Return a term of the shapes as the store has it."""
    if isinstance(value, URIRef):
        return NamedNode(str(value))
    if value.language:
        return Literal(str(value), language=value.language)
    return Literal(str(value), datatype=NamedNode(str(value.datatype or XSD.string)))


# -- constraints on one term --------------------------------------------------------------


def _of_class(kind: str) -> Test:
    return lambda node, data: kind in data.kinds.get(node.value, ())


def _typed(kind: str) -> Test:
    written = _WRITTEN.get(kind)

    def test(node: Any, _data: Data) -> bool:
        if written is None or type(node) is not Literal or node.datatype.value != kind:
            return False
        return written.fullmatch(node.value) is not None and (kind != _DATE or _day(node.value))

    return test


def _day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _number(node: Any) -> Decimal | None:
    """Return the value of a literal that surely is a number."""
    kind = node.datatype.value if type(node) is Literal else ""
    return (
        Decimal(node.value) if kind in _NUMBERS and _WRITTEN[kind].fullmatch(node.value) else None
    )


def _at_least(bound: str) -> Test:
    least = Decimal(bound)
    return lambda node, _data: (value := _number(node)) is not None and value >= least


def _at_most(bound: str) -> Test:
    most = Decimal(bound)
    return lambda node, _data: (value := _number(node)) is not None and value <= most


def _matching(pattern: str) -> Test:
    if not _SAME.fullmatch(pattern):
        return unsure
    search = re.compile(re.sub(r"\$$", r"\\Z", pattern)).search
    return lambda node, _data: type(node) is Literal and search(node.value) is not None


def _long(least: str) -> Test:
    size = int(least)
    return lambda node, _data: type(node) is Literal and len(node.value) >= size


OF_ONE: dict[Any, Callable[[str], Test]] = {
    SH["class"]: _of_class, SH.datatype: _typed, SH.minInclusive: _at_least,
    SH.maxInclusive: _at_most, SH.pattern: _matching, SH.minLength: _long,
}  # fmt: skip


# -- constraints on all values of a path --------------------------------------------------


def _at_least_many(count: str) -> TestOfAll:
    least = int(count)
    return lambda values, _node, _data: len(values) >= least


def _at_most_many(count: str) -> TestOfAll:
    most = int(count)
    return lambda values, _node, _data: len(values) <= most


def _once_a_language(said: str) -> TestOfAll:
    def test(values: list[Any], _node: Any, _data: Data) -> bool:
        if len(values) < 2:
            return True
        spoken = [one.language.lower() for one in values if getattr(one, "language", None)]
        return len(spoken) == len(set(spoken))

    return test if said == "true" else _unsure_of_all


def _unsure_of_all(_values: list[Any], _node: Any, _data: Data) -> bool:
    return False


def having(value: Any) -> TestOfAll:
    """Return the function that one of the values is ``value``."""
    return lambda values, _node, _data: value in values


def _equal(predicate: str) -> TestOfAll:
    return lambda values, node, data: set(values) == set(data.objects(node.value, predicate))


def _disjoint(predicate: str) -> TestOfAll:
    return lambda values, node, data: not set(values) & set(data.objects(node.value, predicate))


def _less(or_equal: bool) -> Callable[[str], TestOfAll]:
    def make(predicate: str) -> TestOfAll:
        def test(values: list[Any], node: Any, data: Data) -> bool:
            return all(
                _before(value, other, or_equal)
                for value in values
                for other in data.objects(node.value, predicate)
            )

        return test

    return make


def _before(one: Any, other: Any, or_equal: bool) -> bool:
    first: Any
    second: Any
    first, second = _number(one), _number(other)
    if first is None or second is None:
        is_day = _typed(_DATE)
        if not (is_day(one, _NOTHING) and is_day(other, _NOTHING)):
            return False
        first, second = one.value, other.value
    return bool(first <= second if or_equal else first < second)


_NOTHING = Data(())
OF_ALL: dict[Any, Callable[[str], TestOfAll]] = {
    SH.minCount: _at_least_many, SH.maxCount: _at_most_many, SH.uniqueLang: _once_a_language,
    SH.equals: _equal, SH.disjoint: _disjoint, SH.lessThan: _less(False),
    SH.lessThanOrEquals: _less(True),
}  # fmt: skip
