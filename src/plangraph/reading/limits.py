"""How long a document may take, and when what it leaves is collected."""

from __future__ import annotations

import _thread
import gc
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _OutOfTimeError(BaseException):
    """Time is up; no ``except Exception`` or ``except OSError`` on the way holds it up."""


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise TimeoutError where the block takes longer than ``seconds`` (None: no limit).

    Works on every system, in the main thread of a process; elsewhere there is no limit.
    Where the system has an alarm clock (not on Windows) it ends a regular expression in
    its course; a page of a PDF is ended when the library comes back to Python.
    """
    if seconds is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    try:
        with _alarm(seconds) if hasattr(signal, "setitimer") else _timer(seconds):
            yield
    except _OutOfTimeError:
        raise TimeoutError from None


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no cycles within the block: what a document becomes is kept until it is read.

    Looking through it again and again is a sixth of the time, and finds nothing.
    """
    before = gc.isenabled()
    try:
        gc.disable()
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(_signal: int, _frame: object) -> None:
        raise _OutOfTimeError

    former = signal.signal(signal.SIGALRM, ring)
    # again each second: what a collector's callback raises is lost
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    passed = threading.Event()

    def interrupt() -> None:
        passed.set()
        _thread.interrupt_main()

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if passed.is_set():
            raise _OutOfTimeError from None
        raise
    finally:
        timer.cancel()
