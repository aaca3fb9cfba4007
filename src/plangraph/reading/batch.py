"""Reading many documents: in parallel, resumed where it stopped, one bad file skipped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plangraph.errors import OutputError, PlangraphError, at
from plangraph.language import tr
from plangraph.reading.limits import time_limit
from plangraph.reading.rows import DocumentError


@dataclass(frozen=True)
class Options:
    """What is asked for: where to write, in which form, under which names."""

    output: Path | None = None
    form: str = "yaml"
    municipality: str | None = None
    plan: str | None = None
    version: str | None = None
    force: bool = False
    review: Path | None = None
    jobs: int = 1
    #: Seconds that one document may take; None: as long as it takes.
    limit: float | None = None


@dataclass(frozen=True)
class Done:
    """What became of one document: the file written and what was found, or the error."""

    document: Path
    target: Path | None = None
    skipped: bool = False
    error: PlangraphError | None = None
    counts: dict[str, int] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    unplaced: int = 0


def documents(paths: tuple[str, ...]) -> list[Path]:
    """Return the documents that are meant: files as they are, folders searched."""
    from plangraph.reading.formats import suffixes

    known = suffixes()
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            found += sorted(p for p in path.rglob("*") if p.suffix.lower() in known and p.is_file())
        else:
            found.append(path)
    if not found:
        raise DocumentError(
            "there is no document to read", place=", ".join(paths), advice="name a document"
        )
    return found


def target_of(document: Path, options: Options, many: bool) -> Path:
    """Return where the plan file of a document goes."""
    suffix = ".json" if options.form == "json" else ".yaml"
    if options.output is None:
        return Path(document.stem + suffix)
    if many or options.output.is_dir() or str(options.output).endswith(("/", "\\")):
        return options.output / (document.stem + suffix)
    return options.output


def read_documents(
    paths: tuple[str, ...], options: Options, step: Callable[[Done, int], None] | None = None
) -> list[Done]:
    """Read documents into plan files (``plangraph read``); see ``Options``.

    ``step`` is told of each document that is done, and how many there are. An error of
    one document does not stop the others: it is in its ``Done``.
    """
    found = documents(paths)
    many = len(found) > 1
    if many and options.output is not None and options.output.is_file():
        raise OutputError(
            f"{options.output} is a file, and {len(found)} documents are to be written",
            advice="name a folder with -o",
        )
    targets = _targets(found, options, many)
    results: dict[Path, Done] = {}
    for done in _run(found, targets, options, min(max(1, options.jobs), len(found))):
        results[done.document] = done
        if step:
            step(done, len(found))
    return [results[path] for path in found]


def _targets(found: list[Path], options: Options, many: bool) -> dict[Path, Path]:
    """Two documents of one name do not overwrite each other."""
    used: dict[Path, Path] = {}
    for document in found:
        target = target_of(document, options, many)
        number = 2
        while target in used.values():
            stem = f"{document.stem}-{document.suffix.lstrip('.') or number}"
            target = target.with_name(stem + target.suffix)
            if target in used.values():
                target = target.with_name(f"{document.stem}-{number}{target.suffix}")
            number += 1
        used[document] = target
    return used


def _run(
    found: list[Path], targets: dict[Path, Path], options: Options, jobs: int
) -> Iterator[Done]:
    if jobs == 1:
        for path in found:
            yield read_one(path, targets[path], options, len(found) > 1)
        return
    waiting = set(found)
    try:
        with ProcessPoolExecutor(jobs) as pool:
            futures = {
                pool.submit(read_one, path, targets[path], options, True): path for path in found
            }
            for future in as_completed(futures):
                waiting.discard(futures[future])
                yield future.result()
    except BrokenProcessPool:
        for path in sorted(waiting):
            yield Done(path, error=DocumentError(
                "reading it stopped with the process that did it", place=at(path),
                advice="read it alone with --jobs 1"))  # fmt: skip


def read_one(document: Path, target: Path, options: Options, many: bool = False) -> Done:
    """Read one document and write its plan file."""
    try:
        with time_limit(options.limit):
            return _read_one(document, target, options, many)
    except TimeoutError:
        problem = DocumentError(
            tr("reading it took longer than {seconds} seconds", seconds=f"{options.limit:g}"),
            place=at(document),
            advice=tr("split it, or allow more with --limit"),
        )
        return Done(document, error=problem)
    except PlangraphError as error:
        return Done(document, error=error)
    except (MemoryError, RecursionError) as error:
        problem = DocumentError(
            f"the document is too large or nested too deeply ({type(error).__name__})",
            place=at(document),
            advice="split it",
        )
        return Done(document, error=problem)


def _read_one(document: Path, target: Path, options: Options, many: bool) -> Done:
    from plangraph.files import write_whole
    from plangraph.planfile import dump
    from plangraph.reading.reader import read_document

    if target.exists() and not options.force:
        if many and _is_read(document, target):
            return Done(document, target, skipped=True)
        raise OutputError(
            f"{target} exists already",
            place=at(document),
            advice="write elsewhere with -o, or overwrite it with --force",
            value=str(target),
        )
    result = read_document(
        document, municipality=options.municipality, plan=options.plan, version=options.version
    )
    plan = result.plan
    text = as_json(plan) if options.form == "json" else dump(plan)
    try:
        write_whole(target, text)
        if options.review is not None:
            from plangraph.reading.review import page

            review = options.review
            if many or review.is_dir():
                review = review / f"{target.stem}.html"
            if review.exists() and not options.force:
                raise OutputError(f"{review} exists already", advice="overwrite it with --force")
            write_whole(review, page(plan, result.rows))
    except OSError as error:
        raise OutputError(
            f"{target} cannot be written: {error.strerror}", advice="choose another place with -o"
        ) from None
    counts: dict[str, int] = {}
    for entry in plan.entries():
        counts[entry.kind] = counts.get(entry.kind, 0) + 1
    doubts = [f"{doubt.reason}" + (f" (line {doubt.line})" if doubt.line else "")
              for doubt in plan.doubts]  # fmt: skip
    doubts += [
        f"{entry.item.title}: {doubt.reason} (line {doubt.line})"
        for entry in plan.entries()
        for doubt in entry.item.doubts
    ]
    lines = sum(one.end - one.start + 1 for one in plan.unplaced)
    return Done(document, target, counts=counts, doubts=doubts, unplaced=lines)


def _is_read(document: Path, target: Path) -> bool:
    """Tell whether the file there was made from this very document."""
    import hashlib

    try:
        digest = hashlib.sha256(document.read_bytes()).hexdigest()
        return digest in target.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def as_json(plan: Any) -> str:
    """Return ``{plan, elements, sectoral_plans, indicators, doubts, unplaced}`` as JSON."""
    return json.dumps(outline(plan), ensure_ascii=False, indent=1) + "\n"


def outline(plan: Any) -> dict[str, Any]:
    """Return what was read as plain values, the elements flat with their parents."""
    entries = list(plan.entries())
    titles = {entry.id: entry.item.title for entry in entries}
    kinds = ("sectoral-plan", "indicator", "opinion")

    def common(entry: Any) -> dict[str, Any]:
        item = entry.item
        return {
            "id": entry.id, "code": item.code, "title": item.title,
            "line": str(item.line) if item.line else None, "page": item.page,
            "departments": list(item.departments),
            "sdgs": sorted({one.goal for one in item.sdgs}),
        }  # fmt: skip

    period = plan.period
    return {
        "plan": {
            "plan": plan.plan, "version": plan.version, "title": plan.title,
            "municipality": plan.municipality, "status": plan.status,
            "date": plan.date.isoformat() if plan.date else None,
            "period": _period(period), "document": plan.document.file,
            "sha256": plan.document.sha256, "language": plan.document.language,
        },
        "elements": [
            {"kind": entry.kind, **common(entry), "subtitle": entry.item.subtitle,
             "keywords": list(entry.item.keywords), "term": entry.item.term,
             "parent": entry.parent, "parent_title": titles.get(entry.parent or "")}
            for entry in entries if entry.kind not in kinds
        ],
        "sectoral_plans": [
            {**common(entry), "parent": entry.parent,
             "revised": _year(entry.item.revised), "period": _period(entry.item.period)}
            for entry in entries if entry.kind == "sectoral-plan"
        ],
        "indicators": [
            {**common(entry), "parent": entry.parent,
             "parent_title": titles.get(entry.parent or ""),
             "baseline": _text(entry.item.baseline),
             "baseline_year": _year(entry.item.baseline_year),
             "target": _text(entry.item.target), "target_year": _year(entry.item.target_year),
             "unit": entry.item.unit}
            for entry in entries if entry.kind == "indicator"
        ],
        "doubts": [
            {"reason": doubt.reason, "line": _text(doubt.line), "element": where}
            for where, doubt in _doubts(plan, entries)
        ],
        "unplaced": [str(lines) for lines in plan.unplaced],
    }  # fmt: skip


def _doubts(plan: Any, entries: list[Any]) -> Iterator[tuple[str | None, Any]]:
    for doubt in plan.doubts:
        yield None, doubt
    for entry in entries:
        for doubt in entry.item.doubts:
            yield entry.id, doubt


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _year(year: Any) -> dict[str, Any] | None:
    return None if year is None else {"year": int(year), "printed": str(year)}


def _period(period: Any) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "start": int(period.start) if period.start else None,
        "end": int(period.end) if period.end else None,
        "years": period.years, "printed": str(period),
    }  # fmt: skip
