"""Reading a document: the stages in order, from bytes to Plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plangraph.reading import families, headings, kinds, marks, noise, recovery
from plangraph.reading.formats import load
from plangraph.reading.headings import Heading
from plangraph.reading.outline import Draft, Outline
from plangraph.reading.rows import Source, Unit


@dataclass
class Reading:
    """Everything that the stages found in one document."""

    source: Source
    units: list[Unit]
    headings: list[Heading]
    drafts: list[Draft]


def analyse(source: Source) -> Reading:
    """Run the stages over the rows of a document."""
    units = recovery.units(source.rows)
    noise.put_aside(units)
    marks.restore(units)
    found = headings.collect(units)
    if headings.is_minutes(units) or headings.is_legend(units):
        found = []
    families.rank(found)
    kinds.decide(found)
    drafts = Outline(units, found).build()
    return Reading(source, units, found, drafts)


def analyse_file(path: Path) -> Reading:
    """Read and analyse one file."""
    return analyse(load(path)[1])
