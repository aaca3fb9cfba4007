"""What a build is asked for, and what it gives."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from plangraph.checks.finding import Finding
from plangraph.errors import PlangraphError
from plangraph.language import tr
from plangraph.planfile import find
from plangraph.resources import folder
from plangraph.vocabulary import BASE, Names

#: Called with the name of a step and how far it is (done, of all).
Progress = Callable[[str, int, int], None]


class CheckFailedError(PlangraphError):
    """Plan files with errors; ``findings`` has all of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        errors = [finding for finding in findings if finding.level == "error"]
        super().__init__(
            tr("{count:error(s)} in the plan files; nothing was built", count=len(errors)),
            advice=tr("mend them, then build again; the former store is untouched"),
        )
        self.findings = list(findings)


class Built(NamedTuple):
    """What a build made; ``fresh`` of its plan versions were worked on, the others kept.

    ``findings`` has the first few warnings of each rule and plan file; there are ``more``.
    ``gone`` are the versions that the former store held, and this one does not.
    """

    store: str
    plans: int
    elements: int
    quads: int
    findings: list[Finding]
    more: int = 0
    fresh: int = 0
    gone: tuple[str, ...] = ()


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


def plan_paths(
    plans: Iterable[str | os.PathLike[str]] = (), *, bundled: bool = False
) -> list[Path]:
    """Return the plan files that are meant; those that come with plangraph if none is named.

    With ``bundled`` these as well as those that are named.
    """
    named = [Path(plan) for plan in plans]
    if bundled or not named:
        named.append(Path(folder("data")) / "plans")
    return find(named)


#: Where the program is that the work on a plan file is done with.
_ROOMS = (
    "checks", "fiscal", "grounds", "language", "links", "messages_ja", "model", "municipalities",
    "outline", "pipeline", "planfile", "statements", "statistics", "tables", "textindex",
    "triples", "values", "vocabulary",
)  # fmt: skip


@functools.cache
def fingerprint() -> str:
    """Return a hash of all that the work on a plan file depends on beside the file.

    That is this program and the ontology: with another version of either, all is done anew.
    """
    import hashlib

    found = hashlib.sha256()
    shared = Path(folder("ontology"))
    source = Path(__file__).parents[1]
    paths = [*shared.iterdir(), Path(folder("data")) / "municipalities.csv"]
    for room in _ROOMS:
        paths += [source / f"{room}.py", *(source / room).rglob("*.*")]
    for path in sorted(paths, key=lambda path: (path.name, str(path))):
        if path.suffix != ".pyc" and path.is_file():
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    found.update(pyoxigraph.__version__.encode())
    return found.hexdigest()[:24]
