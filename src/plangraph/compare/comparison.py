"""Everything that a comparison of cities found, for whatever writes it out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from plangraph.compare.coherence import Coherence, coherence
from plangraph.compare.facts import Field, Side, Source
from plangraph.compare.figures import Figure, Likeness, likeness, make_of, structure
from plangraph.compare.levels import Level, levels
from plangraph.compare.pairs import Pair, pairs
from plangraph.compare.subjects import Choice, Subject, subjects
from plangraph.compare.words import Both

if TYPE_CHECKING:
    from plangraph.graph import Graph


class Comparison(NamedTuple):
    """Cities side by side (市の比較)."""

    #: The day on which periods are looked at.
    on: date
    sides: list[Side]
    kinds: dict[str, Both]
    fields: list[Field]
    goals: dict[str, Both]
    choice: Choice
    levels: list[Level]
    subjects: list[Subject]
    pairs: list[Pair]
    structure: list[Figure]
    likeness: list[list[Likeness]]
    coherence: list[Coherence]


def compare(
    graph: Graph,
    *cities: str,
    on: date | str | None = None,
    field: str | None = None,
    goal: str | None = None,
    department: str | None = None,
    status: str | None = None,
    all_levels: bool = False,
) -> Comparison:
    """Compare cities, plans or versions; all in the graph where none is named.

    ``on`` is the day on which periods are looked at (default: today; a text may be a
    fiscal year). ``field``, ``goal``, ``department`` and ``status`` (of SDG links: stated, judged,
    inferred) narrow the table of subjects; ``all_levels`` compares unlike levels too.
    Raises UnknownNameError, or PlangraphError where a version is named twice.
    """
    on = _day(graph, on)
    source = Source(graph)
    sides = source.sides(cities)
    fields = source.fields()
    choice = Choice(
        field=graph.lookup.term("field", field).value if field else None,
        goal=graph.lookup.term("goal", goal).value.rpartition("/")[2].partition(".")[0]
        if goal
        else None,
        department=_department(sides, department),
        status=graph.lookup.term("status", status).value if status else None,
        all_levels=all_levels,
    )
    found = levels(sides)
    makes = [make_of(side) for side in sides if side.outline]
    return Comparison(
        on=on,
        sides=sides,
        kinds=source.kinds,
        fields=fields,
        goals=source.goals(),
        choice=choice,
        levels=found,
        subjects=subjects(sides, fields, found, choice),
        pairs=pairs(sides, source, all_levels),
        structure=structure(sides, leaves(fields)),
        likeness=[likeness(a, b) for i, a in enumerate(makes) for b in makes[i + 1 :]],
        coherence=[coherence(side, on) for side in sides],
    )


def leaves(fields: list[Field]) -> set[str]:
    """Return the fields that have no narrower ones: what elements are linked to."""
    groups = {field.broader for field in fields}
    return {field.iri for field in fields if field.iri not in groups}


def _day(graph: Graph, on: date | str | None) -> date:
    if isinstance(on, str):
        return date.fromisoformat(graph.lookup.term("date", on).value)
    return on or date.today()


def _department(sides: list[Side], name: str | None) -> str | None:
    """Return the department that is meant; raises UnknownNameError with the nearest."""
    if name is None:
        return None
    known = {
        one
        for side in sides
        for n in (*side.elements, *side.sectoral_plans)
        for one in n.departments
    }
    if name not in known:
        from plangraph.errors import UnknownNameError, nearest
        from plangraph.language import tr

        raise UnknownNameError(
            tr("no department of these cities is called {name}", name=name),
            advice=nearest(name, sorted(known)) or tr("their documents name no departments"),
            value=name,
        )
    return name
