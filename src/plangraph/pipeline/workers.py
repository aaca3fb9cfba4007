"""Who does the work: this process, several on this machine, or a Dask cluster.

All of them map a function over tasks and hand the results back as they come. The function
is one of a module, and what it takes and returns can be pickled.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from plangraph.errors import PlangraphError
from plangraph.language import tr

Task = TypeVar("Task")
Result = TypeVar("Result")
#: Tasks that are handed out beyond those being worked on, for each worker.
AHEAD = 2
#: So often a task is tried whose worker died.
TRIES = 3


class WorkerError(PlangraphError):
    """Workers cannot be reached, or die over a task."""


class Workers(Protocol):
    """Maps functions over tasks."""

    #: So many work at a time.
    count: int

    def map(
        self, function: Callable[..., Result], tasks: Iterable[Task], *shared: Any
    ) -> Iterator[tuple[Task, Result]]:
        """Yield tasks with their results as they are done; ``function(task, *shared)``."""

    def share(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what stands for a large value in ``shared``; ``make`` gives the value."""

    def rest(self) -> None:
        """Give back the memory that work has taken, before work of another kind."""


class Here:
    """One after another, in this process."""

    count = 1

    def map(
        self, function: Callable[..., Result], tasks: Iterable[Task], *shared: Any
    ) -> Iterator[tuple[Task, Result]]:
        """Yield tasks with their results, in order."""
        for task in tasks:
            yield task, function(task, *shared)

    def share(self, name: str, make: Callable[[], Any]) -> Any:
        """Return the name: whoever works here reads it himself."""
        return name

    def rest(self) -> None:
        """Do nothing: this process goes on."""


class Processes:
    """Several processes on this machine; they start with the first task."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: futures.ProcessPoolExecutor | None = None

    def map(
        self, function: Callable[..., Result], tasks: Iterable[Task], *shared: Any
    ) -> Iterator[tuple[Task, Result]]:
        """Yield tasks with their results; when a process dies, what was in hand is done again."""
        waiting = iter(tasks)
        running: dict[futures.Future[Result], tuple[Task, int]] = {}
        again: list[tuple[Task, int]] = []
        while True:
            while len(running) < AHEAD * self.count:
                task, tried = again.pop() if again else (next(waiting, None), 0)
                if task is None:
                    break
                running[self._start().submit(function, task, *shared)] = (task, tried + 1)
            if not running:
                return
            done, _ = futures.wait(running, return_when=futures.FIRST_COMPLETED)
            for future in done:
                task, tried = running.pop(future)
                try:
                    yield task, future.result()
                except futures.process.BrokenProcessPool:
                    if tried == TRIES:
                        raise _died() from None
                    again += [(task, tried), *running.values()]
                    running.clear()
                    self.close()
                    break

    def _start(self) -> futures.ProcessPoolExecutor:
        import multiprocessing

        if self._pool is None:
            self._pool = futures.ProcessPoolExecutor(
                self.count, mp_context=multiprocessing.get_context("spawn"), initializer=alone
            )
        return self._pool

    def share(self, name: str, make: Callable[[], Any]) -> Any:
        """Return the name: all processes read it themselves."""
        return name

    def rest(self) -> None:
        """End the processes; others start with the next task."""
        self.close()

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


class Cluster:
    """The workers of a Dask cluster, which need plangraph and no common folder."""

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError:
            raise WorkerError(
                tr("a Dask cluster needs the package distributed"),
                advice=tr("install it with `pip install plangraph[dask]`"),
            ) from None
        self._distributed: Any = distributed
        try:
            self._client = self._distributed.Client(address, timeout=20, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise WorkerError(
                tr("the scheduler does not answer: {problem}", problem=error),
                place=address,
                advice=tr("start one with `dask scheduler`, and workers with `dask worker`"),
            ) from None
        self.place = address
        self.count = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        self._check()

    def _check(self) -> None:
        """Refuse workers that would do other work than this process."""
        from plangraph.pipeline.settings import fingerprint

        try:
            found = self._client.run(fingerprint)
        except ImportError:
            raise WorkerError(
                tr("the workers have no plangraph"),
                place=self.place,
                advice=tr("install the same version of plangraph on all machines"),
            ) from None
        if not found:
            raise WorkerError(
                tr("the cluster has no workers"),
                place=self.place,
                advice=tr("start one with `dask scheduler`, and workers with `dask worker`"),
            )
        for worker, theirs in found.items():
            if theirs != fingerprint():
                raise WorkerError(
                    tr("the worker {worker} has another version of plangraph", worker=worker),
                    place=self.place,
                    advice=tr("install the same version of plangraph on all machines"),
                )

    def map(
        self, function: Callable[..., Result], tasks: Iterable[Task], *shared: Any
    ) -> Iterator[tuple[Task, Result]]:
        """Yield tasks with their results; the scheduler gives away what a lost worker had."""
        waiting = iter(tasks)
        running: dict[Any, Task] = {}
        results = self._distributed.as_completed(loop=self._client.loop)
        ahead = 1 + AHEAD * self.count

        def submit() -> None:
            task = next(waiting, None)
            if task is not None:
                future = self._client.submit(function, task, *shared, pure=False)
                running[future.key] = task
                results.add(future)

        for _ in range(ahead):
            submit()
        try:
            for future in results:
                try:
                    found = future.result()
                except self._distributed.KilledWorker:
                    raise _died() from None
                yield running.pop(future.key), found
                submit()
        finally:
            results.clear()

    def share(self, name: str, make: Callable[[], Any]) -> Any:
        """Return a value that all workers hold."""
        return self._client.scatter(make(), broadcast=True, hash=False)

    def rest(self) -> None:
        """Do nothing: the workers are not ours."""

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()


@contextmanager
def workers(jobs: int | None, scheduler: str | None) -> Iterator[Workers]:
    """Yield workers: a cluster, or ``jobs`` processes (None: one a core)."""
    count = jobs if jobs is not None else (os.cpu_count() or 1)
    if count < 1:
        raise WorkerError(
            tr("{count} jobs do no work", count=count), advice=tr("ask for 1 or more")
        )
    if scheduler is None and count == 1:
        yield Here()
        return
    some = Cluster(scheduler) if scheduler else Processes(count)
    try:
        yield some
    finally:
        some.close()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles in memory: our work makes few, and looking takes a seventh of it.

    What is done meanwhile is best one call: when it returns, all that it held is gone, and there
    is little left to look at.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def alone() -> None:
    """Prepare a process: one thread each, and whoever interrupts means the one that started it.

    It looks for cycles when many tasks have left some, not whenever one is over.
    """
    import signal

    gc.set_threshold(100_000)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it does: were that killed, nobody else would."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def lost() -> WorkerError:
    """Return the error that a process ended without a word: it was killed."""
    return WorkerError(
        tr("the process that fills the store was killed"),
        advice=tr("is there enough memory? fewer at a time need less: --jobs 1"),
    )


def _died() -> WorkerError:
    return WorkerError(
        tr("workers died {count} times over the same work", count=TRIES),
        advice=tr("is there enough memory? fewer at a time need less: --jobs 1"),
    )
