"""From plan files to a checked store: the main job."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from plangraph import store as stores
from plangraph.checks.finding import Finding
from plangraph.errors import PlanFileError, PlangraphError
from plangraph.language import tr
from plangraph.model import Plan
from plangraph.outline import read_outline
from plangraph.planfile import PlanFile, find, load
from plangraph.resources import folder
from plangraph.tables import Table, rows_of
from plangraph.triples.plan import plan_quads
from plangraph.triples.reference import (
    catalogue_quads,
    current,
    municipality_quads,
    ontology_quads,
)
from plangraph.vocabulary import BASE, Names

#: Called with the name of a step and how far it is (done, of all).
Progress = Callable[[str, int, int], None]

#: Plan versions that the shapes check at a time.
BATCH = 10


class CheckFailedError(PlangraphError):
    """Plan files with errors; ``findings`` has all of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        errors = [finding for finding in findings if finding.level == "error"]
        super().__init__(
            tr("{count} errors in the plan files; nothing was built", count=len(errors)),
            advice=tr("mend them, then build again; the former store is untouched"),
        )
        self.findings = list(findings)


class Built(NamedTuple):
    """What a build made."""

    store: str
    plans: int
    elements: int
    quads: int
    findings: list[Finding]


def names() -> Names:
    """Return how things are named: under PLANGRAPH_BASE, or under our own address."""
    base = os.environ.get("PLANGRAPH_BASE", BASE)
    try:
        pyoxigraph.NamedNode(base)
    except ValueError as error:
        raise PlangraphError(
            tr("PLANGRAPH_BASE is no address: {problem}", problem=error),
            place=base,
            advice=tr("write one such as {base}", base=BASE),
        ) from None
    return Names(base)


def plan_paths(plans: Iterable[str | os.PathLike[str]] = ()) -> list[Path]:
    """Return the plan files that are meant; those that come with plangraph if none is named."""
    named = [Path(plan) for plan in plans]
    return find(named or [Path(folder("data")) / "plans"])


def load_all(
    paths: Iterable[Path], progress: Progress | None = None
) -> tuple[list[PlanFile], list[Finding]]:
    """Load plan files; those that cannot be read become findings."""
    files, findings = [], []
    paths = list(paths)
    for number, path in enumerate(paths, 1):
        try:
            files.append(load(path))
        except PlanFileError as error:
            place, _, line = error.place.rpartition(":")
            findings.append(
                Finding(
                    "error",
                    "plan-file",
                    place or error.place,
                    int(line) if line.isdigit() else None,
                    None,
                    error.problem,
                    error.advice,
                )
            )
        if progress:
            progress(tr("read"), number, len(paths))
    return files, findings


def check(
    plans: Iterable[str | os.PathLike[str]] = (),
    documents: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """Check plan files: rules, shapes, and with ``documents`` the documents themselves."""
    files, findings = load_all(plan_paths(plans), progress)
    findings += check_files(files, progress)
    if documents is not None:
        from plangraph.checks.documents import check_document

        for file in files:
            findings += check_document(file, Path(documents))
    return findings


def check_files(files: Sequence[PlanFile], progress: Progress | None = None) -> list[Finding]:
    """Check plan files that are loaded; shapes only where the rules find no error."""
    from plangraph.checks.rules import check_file

    others: dict[str, PlanFile] = {}
    for file in files:
        others.setdefault(file.plan.version_id, file)
    findings = [finding for file in files for finding in check_file(file, others)]
    if any(finding.level == "error" for finding in findings):
        return findings
    from plangraph.checks.shapes import Shapes

    naming = names()
    shapes = Shapes(Path(folder("ontology")) / "shapes.ttl", naming)
    around = list(surroundings(files, naming))
    for start in range(0, len(files), BATCH):
        batch = files[start : start + BATCH]
        quads = (quad for file in batch for quad in plan_quads(file.plan, naming))
        findings += shapes.check(quads, batch, around)
        if progress:
            progress(tr("check"), start + len(batch), len(files))
    return findings


def surroundings(files: Sequence[PlanFile], naming: Names) -> Iterator[pyoxigraph.Quad]:
    """Yield what the shapes look up around a plan version: its city, its other versions."""
    codes = {file.plan.municipality for file in files}
    table = Path(folder("data")) / "municipalities.csv"
    yield from municipality_quads(table, naming, codes)
    yield from catalogue_quads((file.plan for file in files), naming)


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

    works: dict[str, list[Plan]] = {}
    outlines = []
    for number, file in enumerate(files, 1):
        works.setdefault(file.plan.plan, []).append(file.plan)
        outlines.append(read_outline(select, names().version(file.plan.version_id).value))
        if progress:
            progress(tr("link"), number, len(files))
    return link_quads(outlines, {current(versions).version_id for versions in works.values()})


def build(
    plans: Iterable[str | os.PathLike[str]] = (),
    store: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Built:
    """Build the store from plan files; raises CheckFailedError, StoreError.

    The former store stays in force until the new one is whole.
    """
    place = os.fspath(store) if store is not None else stores.default_store()
    stores.refuse_address(place)
    files, findings = load_all(plan_paths(plans), progress)
    if not files and not findings:
        raise PlangraphError(
            tr("there are no plan files here"), advice=tr("name plan files or a folder of them")
        )
    findings += check_files(files, progress)
    if any(finding.level == "error" for finding in findings):
        raise CheckFailedError(findings)
    count = stores.replace(place, dataset_quads(files, progress))
    elements = sum(len(file.plan.entries()) for file in files)
    return Built(place, len(files), elements, count, findings)
