"""Plan files loaded and checked: rules and shapes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph

from plangraph.checks.finding import Finding
from plangraph.errors import PlanFileError
from plangraph.language import tr
from plangraph.pipeline.settings import Progress, names, plan_paths
from plangraph.planfile import PlanFile, load
from plangraph.resources import folder
from plangraph.triples.plan import plan_quads
from plangraph.triples.reference import catalogue_quads, municipality_quads
from plangraph.vocabulary import Names

#: Plan versions that the shapes check at a time.
BATCH = 10


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
            findings.append(unreadable(error))
        if progress:
            progress(tr("read"), number, len(paths))
    return files, findings


def unreadable(error: PlanFileError) -> Finding:
    """Return the finding that a plan file cannot be read."""
    place, _, line = error.place.rpartition(":")
    number = int(line) if line.isdigit() else None
    return Finding(
        "error", "plan-file", place or error.place, number, None, error.problem, error.advice
    )


def check(
    plans: Iterable[str | os.PathLike[str]] = (),
    documents: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """Check plan files: rules, shapes, and with ``documents`` the documents themselves.

    Findings come file by file, in the order of their lines.
    """
    files, findings = load_all(plan_paths(plans), progress)
    findings += check_files(files, progress)
    if documents is not None:
        from plangraph.checks.documents import check_document
        from plangraph.reading import formats

        def lines_of(document: Path) -> list[str]:
            return [row.text for row in formats.load(document)[1].rows]

        for file in files:
            findings += check_document(file, Path(documents), lines_of)
    return sorted(findings, key=lambda finding: (finding.file, finding.line or 0))


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
