"""How long a document may take."""

from __future__ import annotations

import _thread
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise TimeoutError where the block takes longer than ``seconds`` (None: no limit).

    Works on every system, in the main thread of a process; elsewhere there is no limit.
    What runs in C (a page of a PDF) is ended when it comes back to Python.
    """
    if seconds is None or threading.current_thread() is not threading.main_thread():
        yield
        return
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
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()
