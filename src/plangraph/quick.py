"""Answer ``plangraph query NAME …`` without the option parser, where nothing unusual is asked.

It understands ``-p name=value``, ``--format``, ``--store`` and ``--lang``; anything else is left
to the command, which also says what is wrong. The two run the same functions.
"""

from __future__ import annotations

import sys

_OPTIONS = {"-p": "-p", "--parameter": "-p", "-f": "--format", "--format": "--format"}
_OPTIONS |= {"--store": "--store", "--lang": "--lang"}


def answer(arguments: list[str]) -> int | None:
    """Return the exit code, or None where the command should answer instead."""
    if sys.stdout is None or sys.stdout.isatty() or not arguments or arguments[0].startswith("-"):
        return None
    name, rest = arguments[0], iter(arguments[1:])
    said: dict[str, str] = {}
    parameters: dict[str, str] = {}
    for word in rest:
        option = _OPTIONS.get(word)
        value = next(rest, None)
        if option is None or value is None:
            return None
        if option == "-p":
            key, equals, text = value.partition("=")
            if not equals or key in parameters:
                return None
            parameters[key] = text
        else:
            said[option] = value
    store, form = said.get("--store"), said.get("--format", "table")
    if form not in ("table", "csv", "tsv", "json") or (store and "://" in store):
        return None
    if said.get("--lang", "en") not in ("ja", "en") or not name.replace("-", "").isalnum():
        return None
    from plangraph.errors import PlangraphError
    from plangraph.graph import stored_graph
    from plangraph.language import choose
    from plangraph.store import default_store, exists
    from plangraph.tables import render

    choose(said.get("--lang"))
    place = store or default_store()
    if not exists(place):
        return None
    try:
        table = stored_graph(place).query(name, **parameters)
        if not table.rows:  # the command says what that may mean
            return None
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(render(table, form))
        sys.stdout.flush()
    except PlangraphError:
        return None
    except BrokenPipeError:
        return 141
    except OSError:  # a full disk: the command says so
        return None
    return 0
