"""The build: what has changed is worked on, and the store is renewed from pieces."""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import msgspec

from plangraph import store as stores
from plangraph.checks.finding import Finding
from plangraph.errors import NoPlanFilesError, PlanFileError, StoreError, nearest
from plangraph.language import language, tr
from plangraph.links.judgements import Judgements, Unused, load_judgements
from plangraph.pipeline.checking import unreadable
from plangraph.pipeline.filling import Filling, patch
from plangraph.pipeline.ledger import Ledger, Seen, read_ledger, state_of, unchanged
from plangraph.pipeline.linking import Units, newest_of
from plangraph.pipeline.settings import (
    Built,
    CheckFailedError,
    Progress,
    fingerprint,
    names,
    plan_paths,
)
from plangraph.pipeline.shelf import Shelf
from plangraph.pipeline.texts import fill_texts, patch_texts
from plangraph.pipeline.version import Given, Setting, Summary, work_on_all
from plangraph.pipeline.workers import Here, Workers, uncollected, workers
from plangraph.planfile import read_bytes
from plangraph.vocabulary import Names

#: Plan files that are one task.
BATCH = 8
#: Fewer files are worked on here: other processes would take longer to start.
FEW = 12


def build(
    plans: Iterable[str | os.PathLike[str]] = (),
    store: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
    jobs: int | None = 1,
    scheduler: str | None = None,
) -> Built:
    """Build the store from plan files; raises CheckFailedError, StoreError, WorkerError.

    Only what has changed since the last build is worked on, by ``jobs`` processes (None:
    one a core) or by the Dask cluster at the address ``scheduler``. The former store stays
    in force until the new one is whole.
    """
    place = os.fspath(store) if store is not None else stores.default_store()
    stores.refuse_address(place)
    paths = plan_paths(plans)
    if not paths:
        raise NoPlanFilesError
    names()  # refuses a wrong base before anything is touched
    with stores.renewed(place) as renewal, workers(jobs, scheduler) as some, uncollected():
        return _Build(renewal, some, progress).run(paths)


def relink(
    store: str | os.PathLike[str] | None = None,
    judgements: Judgements | None = None,
    progress: Progress | None = None,
) -> list[Unused]:
    """Link again what a store holds, with ``judgements`` (by default those in the data).

    Counts follow. Returns which of them are on what is not there; raises StoreError where
    this version of plangraph has not built the store.
    """
    place = os.fspath(store) if store is not None else stores.default_store()
    names()
    with stores.renewed(place) as renewal:
        return _Build(renewal, Here(), progress).relink(judgements)


class _Build:
    """One build."""

    def __init__(
        self, renewal: stores.Renewal, workers: Workers, progress: Progress | None
    ) -> None:
        self.renewal, self.workers, self.progress = renewal, workers, progress
        self.names = names()
        self.shelf = Shelf(os.path.join(renewal.path, "work"))
        former = self.before = read_ledger(renewal.former)
        made = (fingerprint(), self.names.base)
        if former and (former.fingerprint, former.base) != made:
            former = None
        if former and not all(map(self.shelf.has, former.pieces())):
            former = None  # some work is lost: what is there is used, the rest done again
        self.former = former or Ledger(*made)
        self.ledger = Ledger(*made)
        self.fresh = 0
        self.unreadable: dict[str, Summary] = {}

    def run(self, paths: Sequence[Path]) -> Built:
        keys = self._keys(paths)
        summaries = self._summaries(keys)
        findings = self._findings(paths, keys, summaries)
        if any(one.level == "error" for one in findings):
            raise CheckFailedError(findings)
        self.ledger.summaries = {summary.key: summary for summary in summaries.values()}
        self._link(load_judgements())
        versions = {one.version: one for one in summaries.values()}
        self._withdraw(versions)
        elements = sum(one.elements for one in versions.values())
        return Built(
            self.renewal.path,
            len(versions),
            elements,
            self.ledger.quads,
            findings,
            sum(one.more for one in versions.values()),
            self.fresh,
            self._gone(versions),
        )

    def relink(self, judgements: Judgements | None) -> list[Unused]:
        """Renew the links, and what is counted of them."""
        if not self.former.units:
            raise StoreError(
                tr("the links of this store cannot be renewed"),
                place=self.renewal.path,
                advice=tr(
                    "another version of plangraph built it, or its folder `work` is gone:"
                    " build it again with `plangraph build`"
                ),
            )
        self.ledger.files, self.ledger.summaries = self.former.files, self.former.summaries
        return self._link(load_judgements() if judgements is None else judgements)

    def _link(self, judgements: Judgements) -> list[Unused]:
        """Link the versions that there are, and write the store."""
        versions = {one.version: one for one in self.ledger.summaries.values()}
        units = Units(self.shelf, self.workers, self.names, self.former, self.progress)
        units.settle(versions, judgements)
        self.ledger.units = units.units
        self.workers.rest()  # the loader takes much memory
        with ExitStack() as stack:
            filling = None
            if not self.former.units:  # nothing to begin with: load meanwhile
                filling = stack.enter_context(self._filling())
            self.ledger.nearest = units.link()
            self._write(filling)
        return units.unused

    # -- plan files -------------------------------------------------------------------

    def _keys(self, paths: Sequence[Path]) -> dict[str, str]:
        """Return the key of each plan file; one that did not change is not read."""
        found = {}
        for path in map(str, paths):
            try:
                state = state_of(path)
            except OSError:
                state = None
            seen = self.former.files.get(os.path.abspath(path))
            if state is None or seen is None or not unchanged(seen, state):
                now = time.time_ns()
                try:
                    key = self._key(read_bytes(Path(path)))
                except PlanFileError as error:
                    key = f"- {path}"
                    self.unreadable[key] = Summary(key=key, findings=[unreadable(error)])
                seen = Seen(state or (0, 0, 0, 0), key, now)
            self.ledger.files[os.path.abspath(path)] = seen
            found[path] = seen.key
        return found

    def _key(self, content: bytes) -> str:
        made = f"{self.ledger.fingerprint} {self.names.base}\0".encode()
        return f"v-{sha256(made + content).hexdigest()[:32]}"

    def _summaries(self, keys: dict[str, str]) -> dict[str, Summary]:
        """Return the summary of each plan file; what is not there yet is worked on."""
        found: dict[str, Summary] = {}
        todo: list[tuple[str, bool]] = []
        for path, key in keys.items():
            summary = self._known(key)
            if summary is None:
                todo.append((path, False))
            else:
                found[path] = summary
        self.fresh = len(todo)
        self._work(todo, keys, found)
        orphans = self._orphans(keys, found)
        self._complete(keys, found, orphans)
        return found

    def _orphans(self, keys: dict[str, str], found: dict[str, Summary]) -> set[str]:
        """Work on those again that revise what is not there; return their paths."""
        there = {one.version for one in found.values()}
        orphans = [p for p, one in found.items() if one.revises and one.revises not in there]
        todo = []
        for path in orphans:
            summary = self._known(f"{keys[path]}-orphan")
            if summary is None:
                todo.append((path, True))
            else:
                found[path] = summary
        self._work(todo, keys, found)
        return set(orphans)

    def _complete(
        self, keys: dict[str, str], found: dict[str, Summary], orphans: Collection[str]
    ) -> None:
        """Work out the rest of versions that seemed superseded, and are current."""
        if all(one.whole for one in found.values()):
            return
        newest = newest_of(found.values())
        todo = [
            (path, path in orphans)
            for path, one in found.items()
            if one.version in newest and not one.whole
        ]
        self.fresh += len(todo)
        self._work(todo, keys, found, whole=True)

    def _known(self, key: str) -> Summary | None:
        """Return what is known of a plan file from a former build, or from one that was ended."""
        if key in self.unreadable:
            return self.unreadable[key]
        summary = self.former.summaries.get(key)
        if summary is None or not self.shelf.has(key):
            piece = self.shelf.get(key)
            if piece is None or "summary" not in piece:
                return None
            summary = msgspec.msgpack.decode(zlib.decompress(piece["summary"]), type=Summary)
        return summary if not summary.findings or summary.language == language() else None

    def _work(
        self,
        todo: list[tuple[str, bool]],
        keys: dict[str, str],
        found: dict[str, Summary],
        whole: bool = False,
    ) -> None:
        batches = [todo[start : start + BATCH] for start in range(0, len(todo), BATCH)]
        setting = Setting(self.names.base, language())
        done = 0
        workers = self.workers if len(todo) > FEW else Here()
        for batch, works in workers.map(work_on_all, self._given(batches, keys, whole), setting):
            for given, work in zip(batch, works, strict=True):
                if work.piece is not None:
                    self.shelf.put_packed(work.summary.key, work.piece)
                found[given.path] = work.summary
            done += len(batch)
            if self.progress:
                self.progress(tr("read"), done, len(todo))

    def _given(
        self, batches: Iterable[list[tuple[str, bool]]], keys: dict[str, str], whole: bool
    ) -> Iterator[list[Given]]:
        for batch in batches:
            given = []
            for path, orphan in batch:
                key = keys[path] + "-orphan" * orphan
                before = self.former.summaries.get(key)
                all_of_it = whole or (before is not None and before.whole)
                given.append(Given(path, read_bytes(Path(path)), key, orphan, all_of_it))
            yield given

    # -- findings ---------------------------------------------------------------------

    def _findings(
        self, paths: Sequence[Path], keys: dict[str, str], summaries: dict[str, Summary]
    ) -> list[Finding]:
        """Return what was found in each plan file, and what only all together show."""
        first: dict[str, str] = {}
        for path in map(str, paths):
            first.setdefault(summaries[path].version, path)
        found = []
        for path in map(str, paths):
            summary = summaries[path]
            found += [one if one.file else one._replace(file=path) for one in summary.findings]
            if summary.version:
                found += _between(path, summary, first)
        return found

    # -- the store --------------------------------------------------------------------

    def _filling(self) -> Filling:
        """Begin to fill a new store with the units that there are."""
        filling = Filling(self.renewal.folder, self.shelf, apart=self.workers.count > 1)
        filling.add(self.ledger.units)
        return filling

    def _write(self, filling: Filling | None) -> None:
        former, ledger = self.former, self.ledger
        if filling:
            self._fill(filling)
        elif self.renewal.former and former.units == ledger.units:
            self.renewal.keep()
            ledger.write(self.renewal.former)
        else:
            gone, come = former.refs() - ledger.refs(), ledger.refs() - former.refs()
            sizes = {ref: n for refs in former.units.values() for ref, n in refs.items()}
            sizes |= {ref: n for refs in ledger.units.values() for ref, n in refs.items()}
            changed = sum(sizes[ref] for ref in gone | come)
            if changed < ledger.quads // 10 and self._all_there(gone):
                self.renewal.start_from_former()
                patch(self.renewal.folder, self.shelf, gone, come)
                patch_texts(self.renewal.folder, self.shelf, former, ledger)
                ledger.write(self.renewal.folder)
            else:
                with self._filling() as filling:
                    self._fill(filling)
        # The former store is in force until this build is over: were it killed now, the next
        # would begin with that one's pieces. What nobody needs then goes with the next build.
        self.shelf.keep_only(ledger.pieces() | former.pieces())

    def _fill(self, filling: Filling) -> None:
        """Fill the rest into a new store, and write what stands beside it."""
        filling.add(self.ledger.units)
        filling.finish(
            self.progress, lambda: fill_texts(self.renewal.folder, self.shelf, self.ledger)
        )
        self.ledger.write(self.renewal.folder)

    def _gone(self, versions: Collection[str]) -> tuple[str, ...]:
        """Return the versions that the former generation had and this one has not."""
        former = self.before.summaries.values() if self.before else ()
        return tuple(sorted({one.version for one in former} - {*versions, ""}))

    def _withdraw(self, versions: Iterable[str]) -> None:
        """List the plans and versions that the former generation had and this one has not."""
        if self.before is None:
            return
        former = Names(self.before.base)
        there = {name for version in versions for name in (version, version.partition("@")[0])}
        gone = {
            name
            for one in self.before.summaries.values()
            for name in (one.version, one.version.partition("@")[0])
            if name and name not in there
        }
        stores.withdraw(self.renewal.path, (former.version(name).value for name in gone))

    def _all_there(self, refs: Iterable[str]) -> bool:
        return all(self.shelf.has(ref.partition("#")[0]) for ref in refs)


def _between(path: str, summary: Summary, first: dict[str, str]) -> Iterator[Finding]:
    """Yield what a plan file has to do with the others."""
    other = first[summary.version]
    if other != path:
        yield Finding(
            "error",
            "duplicate-version",
            path,
            summary.version_line,
            None,
            tr("{version} is already in {file}", version=summary.version, file=other),
            tr("give one of them another `version`, or leave one file out"),
        )
    revises = summary.revises
    if revises == summary.version or (revises and revises not in first):
        yield Finding(
            "warning",
            "unknown-former-version",
            path,
            summary.revises_line,
            None,
            tr("the version {version} is not among the plan files", version=revises),
            nearest(revises, sorted(first)),
        )
