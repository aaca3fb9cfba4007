"""The command ``plangraph``: where a process starts.

A named question with plain options is answered without loading click, which would take
longer than the answer; everything else goes to the commands (see docs/decisions).
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line of this process; Ctrl-C ends it without a traceback at any time."""
    try:
        _run()
    except KeyboardInterrupt:  # before click is there to catch it
        os._exit(130)
    except RuntimeError as error:  # Python 3.11 makes this of one that meets a class in the making
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        os._exit(130)


def _run() -> None:
    arguments = sys.argv[1:]
    if "query" in arguments[:3]:
        # The engine does not look for an interruption; a query writes nothing that could suffer.
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if arguments[:1] == ["query"]:
        from plangraph.quick import answer

        code = answer(arguments[1:])
        if code is not None:
            # Nothing is open for writing; taking the interpreter apart would cost a tenth more.
            os._exit(code)
    from plangraph.commands import plangraph

    plangraph(prog_name="plangraph")


if __name__ == "__main__":
    main()
