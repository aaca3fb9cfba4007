"""All quads of a few plans, made in memory: what a build puts into its store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph

from plangraph.language import tr
from plangraph.outline import read_outline
from plangraph.pipeline.settings import Progress, names
from plangraph.planfile import PlanFile
from plangraph.resources import folder
from plangraph.tables import Table, rows_of
from plangraph.triples.plan import plan_quads
from plangraph.triples.reference import (
    by_plan,
    catalogue_quads,
    current,
    municipality_quads,
    ontology_quads,
)


def dataset_quads(
    files: Sequence[PlanFile], progress: Progress | None = None
) -> list[pyoxigraph.Quad]:
    """Return all quads: reference graphs, catalogue, plan versions, links, statistics."""
    from plangraph.statistics import dataset_statistics

    naming = names()
    quads = list(ontology_quads(folder("ontology"), naming))
    quads += municipality_quads(Path(folder("data")) / "municipalities.csv", naming)
    quads += catalogue_quads((file.plan for file in files), naming)
    for file in files:
        quads += plan_quads(file.plan, naming)
    quads += _links(files, quads, progress)
    quads += dataset_statistics(quads, naming)
    return quads


def _links(
    files: Sequence[PlanFile], quads: Iterable[pyoxigraph.Quad], progress: Progress | None
) -> list[pyoxigraph.Quad]:
    """Return the links of all versions (beyond fields: of the current ones), read back."""
    from plangraph.links import link_quads

    dataset = pyoxigraph.Store()
    dataset.bulk_extend(quads)

    def select(sparql: str) -> Table:
        return rows_of(dataset.query(sparql))

    outlines = []
    for number, file in enumerate(files, 1):
        outlines.append(read_outline(select, names().version(file.plan.version_id).value))
        if progress:
            progress(tr("link"), number, len(files))
    works = by_plan(file.plan for file in files)
    return link_quads(outlines, {current(versions).version_id for versions in works.values()})
