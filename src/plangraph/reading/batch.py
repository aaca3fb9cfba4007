"""Reading many documents: in parallel, resumed where it stopped, one bad file skipped."""

from __future__ import annotations

import hashlib
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import active_children
from pathlib import Path

from plangraph.errors import OutputError, PlangraphError, at, why
from plangraph.language import choose, language, tr
from plangraph.model import AnyKind, Plan
from plangraph.reading import places
from plangraph.reading.limits import time_limit
from plangraph.reading.places import STDOUT, is_folder
from plangraph.reading.rows import DocumentError


@dataclass(frozen=True)
class Options:
    """What is asked for: where to write, in which form, under which names."""

    output: Path | None = None
    form: str = "yaml"
    municipality: str | None = None
    plan: str | None = None
    version: str | None = None
    #: Which column of a register holds what, by its head.
    columns: dict[str, str] | None = None
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
    counts: dict[AnyKind, int] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    unplaced: int = 0
    #: The plan file itself, where it is for standard output.
    content: str | None = None


def read_documents(
    paths: tuple[str, ...], options: Options, step: Callable[[Done, int], None] | None = None
) -> list[Done]:
    """Read documents into plan files (``plangraph read``); see ``Options``.

    ``step`` is told of each document that is done, and how many there are. An error of
    one document does not stop the others: it is in its ``Done``.
    """
    found = places.documents(paths)
    ending = ".json" if options.form == "json" else ".yaml"
    many = len(found) > 1 or any(map(os.path.isdir, paths))
    places.check_review(options.review, len(found))
    targets = places.targets(found, options.output, ending, many=many)
    results: dict[Path, Done] = {}
    for done in _run(found, targets, options, many):
        results[done.document] = done
        if step:
            step(done, len(found))
    return [results[path] for path in found]


def _run(
    found: list[Path], targets: dict[Path, Path], options: Options, many: bool
) -> Iterator[Done]:
    jobs = min(max(1, options.jobs), len(found))
    if jobs == 1:
        for path in found:
            yield read_one(path, targets[path], options, many)
        return
    waiting = dict.fromkeys(found)
    try:
        for done in _in_processes(found, targets, options, jobs):
            waiting.pop(done.document)
            yield done
    except BrokenProcessPool:  # one of them took its process down: each alone tells which
        for path in waiting:
            try:
                yield from _in_processes([path], targets, options, 1)
            except BrokenProcessPool:
                yield Done(path, error=DocumentError(
                    tr("reading it stopped with the process that did it"), place=at(path),
                    advice=tr("split it, or read it on a computer with more memory")))  # fmt: skip


def _in_processes(
    paths: list[Path], targets: dict[Path, Path], options: Options, jobs: int
) -> Iterator[Done]:
    """Read documents at the same time; raises BrokenProcessPool where a process dies."""
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(language(),))
    try:
        tasks = [pool.submit(_work, path, targets[path], options) for path in paths]
        for task in as_completed(tasks):
            yield task.result()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown()


def _start(spoken: str) -> None:
    """Begin as a process of the pool: Ctrl-C is the parent's, which ends this one."""
    choose(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)


def _stop(_signal: int, _frame: object) -> None:
    raise SystemExit


def _work(document: Path, target: Path, options: Options) -> Done:
    try:
        return read_one(document, target, options, many=True)
    except SystemExit:  # what was being written is gone by now: leave no half file
        os._exit(1)


def read_one(document: Path, target: Path, options: Options, many: bool = False) -> Done:
    """Read one document and write its plan file; an error of any kind is in ``Done``."""
    try:
        with time_limit(options.limit):
            return _read_one(document, target, options, many)
    except TimeoutError:
        problem = DocumentError(
            tr("reading it took longer than {seconds:second(s)}", seconds=options.limit),
            place=at(document),
            advice=tr("split it, or allow more with --limit"),
        )
    except PlangraphError as error:
        return Done(document, error=error)
    except (MemoryError, RecursionError) as error:
        problem = DocumentError(
            tr("the document is too large or nested too deeply ({problem})",
               problem=type(error).__name__),
            place=at(document),
            advice=tr("split it"),
        )  # fmt: skip
    except Exception as error:
        # A mistake of ours in one document must not cost the person the others.
        where = traceback.extract_tb(error.__traceback__)[-1]
        problem = DocumentError(
            tr("the document could not be read: {problem}",
               problem=f"{type(error).__name__}, {Path(where.filename).name}:{where.lineno}"),
            place=at(document),
            advice=tr("please report it, with the document if it is public"),
            value=error,
        )  # fmt: skip
    return Done(document, error=problem)


def _read_one(document: Path, target: Path, options: Options, many: bool) -> Done:
    from plangraph.files import write_whole
    from plangraph.planfile import dump
    from plangraph.reading.flat import as_json
    from plangraph.reading.reader import read_document

    to_file = target != STDOUT
    review = options.review
    if review is not None and (many or is_folder(review)):
        review = review / f"{(target if to_file else document).stem}.html"
    for place in (target if to_file else None, review):
        if place is not None and place.exists() and place.samefile(document):
            raise OutputError(
                tr("what is written would replace the document itself"),
                place=at(document),
                advice=tr("choose another place with -o"),
                value=str(place),
            )
    if to_file and target.exists() and not options.force:
        if many and _is_read(document, target):
            return Done(document, target, skipped=True)
        raise _exists(document, target)
    if review is not None and review.exists() and not options.force:
        raise _exists(document, review)
    result = read_document(
        document, municipality=options.municipality, plan=options.plan, version=options.version,
        columns=options.columns,
    )  # fmt: skip
    plan = result.plan
    try:
        if review is not None:
            from plangraph.reading.review import page

            write_whole(review, page(plan, result.rows, result.pages))
        content = as_json(plan) if options.form == "json" else dump(plan)
        if to_file:
            write_whole(target, content)
    except OSError as error:
        raise OutputError(
            tr("{target} cannot be written: {problem}", target=target, problem=why(error)),
            advice=tr("choose another place with -o"),
        ) from None
    counts: dict[AnyKind, int] = {}
    for entry in plan.entries():
        counts[entry.kind] = counts.get(entry.kind, 0) + 1
    unplaced = [row for one in plan.unplaced for row in result.rows[one.start - 1 : one.end]]
    return Done(
        document, target, counts=counts, doubts=_doubts(plan),
        unplaced=sum(bool(row.strip()) for row in unplaced),
        content=None if to_file else content,
    )  # fmt: skip


def _exists(document: Path, target: Path) -> OutputError:
    return OutputError(
        tr("{target} exists already", target=target),
        place=at(document),
        advice=tr("write elsewhere with -o, or overwrite it with --force"),
        value=str(target),
    )


def _doubts(plan: Plan) -> list[str]:
    """Return the doubts of a plan as lines for a terminal."""
    found = [(doubt.reason, doubt.line) for doubt in plan.doubts]
    found += [
        (f"{entry.item.title}: {doubt.reason}", doubt.line)
        for entry in plan.entries()
        for doubt in entry.item.doubts
    ]
    return [f"{text} {tr('(line {line})', line=line)}" if line else text for text, line in found]


def _is_read(document: Path, target: Path) -> bool:
    """Tell whether the file there was made from this very document."""
    try:
        digest = hashlib.sha256(document.read_bytes()).hexdigest()
        return digest in target.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
