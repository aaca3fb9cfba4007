"""What surely fails: the few forms of shapes of which a quick look can say so without an engine.

A plan that nobody has translated fails such a shape at every element, and an engine needs ten
times as long to say it. Understood is a property shape whose path is a predicate and that asks
one thing of its values (``sh:minCount``, ``sh:hasValue``, ``sh:qualifiedMinCount`` of a shape),
and a node shape that asks for one of these (``sh:or``). Each is one result an engine would
give, with the focus node alone. Whatever else a shape says, this module is silent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pyoxigraph import Literal
from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection

from plangraph.checks.constraints import TOLD, Data, Test, TestOfAll, term

#: Tells whether a value surely is not what a shape asks for.
_Not = Callable[[Any], bool]


class Failing:
    """Shapes, ready to tell which nodes surely fail them."""

    def __init__(self, shapes: Graph) -> None:
        self._shapes = shapes

    def of(self, shape: Any) -> Test | None:
        """Return the function that a node surely fails a shape; None where nobody can tell.

        A shape without a message has the engine's, which nobody else knows.
        """
        return self._fails(shape) if (shape, SH.message, None) in self._shapes else None

    def _fails(self, shape: Any) -> Test | None:
        said = [pair for pair in self._shapes.predicate_objects(shape) if pair[0] not in TOLD]
        if len(said) != 1:
            return None
        predicate, value = said[0]
        path = self._shapes.value(shape, SH.path)
        if path is None:
            return self._none_of(value) if predicate == SH["or"] else None
        counts = self._misses(shape, predicate, value)
        if counts is None or not isinstance(path, URIRef):
            return None
        about = str(path)
        return lambda node, data: counts(data.objects(node.value, about), node, data)

    def _none_of(self, some: Any) -> Test | None:
        """Return the function that all of some shapes surely fail."""
        tests = [self._fails(one) for one in Collection(self._shapes, some)]
        known = [test for test in tests if test is not None]
        if len(known) < len(tests):
            return None
        return lambda node, data: all(test(node, data) for test in known)

    def _misses(self, shape: Any, predicate: Any, value: Any) -> TestOfAll | None:
        """Return the function that values surely are not what a constraint asks for."""
        if predicate == SH.minCount:
            few = int(str(value))
            return lambda values, _node, _data: len(values) < few
        if predicate == SH.hasValue:
            wanted = term(value)
            return lambda values, _node, _data: wanted not in values
        least = self._shapes.value(shape, SH.qualifiedMinCount)
        most = self._shapes.value(shape, SH.qualifiedMaxCount)
        if predicate != SH.qualifiedValueShape or least is None or most is not None:
            return None
        is_not, some = self._not(value), int(str(least))
        return lambda values, _node, _data: sum(not is_not(one) for one in values) < some

    def _not(self, shape: Any) -> _Not:
        """Return the function that a value surely fails a shape: by its language alone."""
        parts = [
            self._not(one)
            for listed in self._shapes.objects(shape, SH["and"])
            for one in Collection(self._shapes, listed)
        ]
        for listed in self._shapes.objects(shape, SH.languageIn):
            parts.append(_in_none_of([str(one) for one in Collection(self._shapes, listed)]))
        return lambda value: any(part(value) for part in parts)


def _in_none_of(languages: list[str]) -> _Not:
    """Return the function that a value is in none of some languages, nor in a part of one."""
    ranges = [one.lower() for one in languages]

    def test(value: Any) -> bool:
        spoken = (value.language or "").lower() if type(value) is Literal else ""
        return not any(spoken == one or spoken.startswith(f"{one}-") for one in ranges)

    return test


def surely(fails: Test | None, node: Any, data: Data) -> bool:
    """Tell whether a node surely fails."""
    return fails is not None and fails(node, data)
