"""The table of subjects: a row a policy field, a column a city, a cell its elements."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from plangraph.compare.claims import Link
from plangraph.compare.facts import Field, Side
from plangraph.compare.levels import WITHOUT_SUBJECT, Level, is_comparable
from plangraph.outline import Node


class Choice(NamedTuple):
    """What to show: filters by field, SDG goal, department and status of links."""

    field: str | None = None
    goal: str | None = None
    department: str | None = None
    status: str | None = None
    all_levels: bool = False

    @property
    def narrow(self) -> bool:
        """Tell whether anything is filtered."""
        return any((self.field, self.goal, self.department, self.status))


class Entry(NamedTuple):
    """An element in a cell, with the link that puts it there and its SDG links."""

    node: Node
    link: Link | None
    goals: tuple[Link, ...]
    #: False for elements at a level that no other side has.
    comparable: bool

    @property
    def main(self) -> bool:
        """Tell whether the element mainly treats the subject."""
        return self.link is None or self.link.main


class Cell(NamedTuple):
    """What a side has on a subject; ``state`` says why there is nothing."""

    state: str
    entries: tuple[Entry, ...]

    @property
    def like(self) -> tuple[Entry, ...]:
        """The elements at compared levels that mainly treat the subject."""
        return tuple(entry for entry in self.entries if entry.comparable and entry.main)

    @property
    def other(self) -> tuple[Entry, ...]:
        """The elements at other levels, and those that only touch on the subject."""
        return tuple(entry for entry in self.entries if not (entry.comparable and entry.main))


class Subject(NamedTuple):
    """A row: a field (None: elements without one), and a cell a side."""

    field: Field | None
    cells: tuple[Cell, ...]

    @property
    def found(self) -> bool:
        """Tell whether any side has something."""
        return any(cell.entries for cell in self.cells)


def subjects(
    sides: list[Side], fields: list[Field], found: list[Level], choice: Choice
) -> list[Subject]:
    """Return a row for each field that a side treats, and one for what has no field.

    Without a filter every field that no side treats falls away; with a filter by field
    its row stays, empty.
    """
    grids = [_entries(side, found, choice) for side in sides]
    wanted = _wanted(fields, choice.field)
    rows = []
    for field in [*fields, None]:
        key = field.iri if field else None
        if wanted is not None and key not in wanted:
            continue
        cells = tuple(
            _cell(side, grid.get(key, []), found, choice)
            for side, grid in zip(sides, grids, strict=True)
        )
        row = Subject(field, cells)
        if row.found or (choice.field and key == choice.field):
            rows.append(row)
    return rows


def _wanted(fields: list[Field], chosen: str | None) -> set[str] | None:
    """Return the chosen field and those below it; None where none is chosen."""
    if chosen is None:
        return None
    return {chosen} | {field.iri for field in fields if field.broader == chosen}


def _entries(side: Side, found: list[Level], choice: Choice) -> dict[str | None, list[Entry]]:
    grid: dict[str | None, list[Entry]] = defaultdict(list)
    for node in (*side.elements, *side.sectoral_plans, *side.indicators):
        if node.kind in WITHOUT_SUBJECT:
            continue
        goals = side.goals.get(node.id, ())
        if choice.status:
            goals = tuple(link for link in goals if link.status == choice.status)
        if choice.goal and not any(link.target == choice.goal and link.main for link in goals):
            continue
        if choice.department and choice.department not in node.departments:
            continue
        if choice.status and not choice.goal and not goals:
            continue
        links = side.fields.get(node.id, ())
        like = choice.all_levels or is_comparable(node, found)
        for link in links:
            grid[link.target].append(Entry(node, link, goals, like))
        if not links:
            grid[None].append(Entry(node, None, goals, like))
    for entries in grid.values():
        entries.sort(key=lambda entry: (not entry.main, not entry.comparable, entry.node.order))
    return grid


def _cell(side: Side, entries: list[Entry], found: list[Level], choice: Choice) -> Cell:
    if side.outline is None:
        return Cell("unread", ())
    if any(entry.comparable and entry.main for entry in entries):
        return Cell("found", tuple(entries))
    if side.outline.excerpt:
        return Cell("excerpt", tuple(entries))
    if not side.fields:
        return Cell("unlinked", tuple(entries))
    if not choice.all_levels and not any(is_comparable(node, found) for node in side.elements):
        return Cell("no-level", tuple(entries))
    return Cell("elsewhere" if entries else "none", tuple(entries))
