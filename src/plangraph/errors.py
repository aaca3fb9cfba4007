"""What can go wrong, said so that a person can mend it.

Every error keeps the offending value and, where there is one, its place.
The command line and the server catch :class:`PlangraphError` and nothing else.
"""

from __future__ import annotations

import os


class PlangraphError(Exception):
    """Base of all errors of plangraph.

    ``problem`` says what is wrong, ``place`` where (``file:line``, or empty),
    ``advice`` what to do about it (or empty), ``value`` is what offended.
    """

    def __init__(
        self, problem: str, *, place: str = "", advice: str = "", value: object = None
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place
        self.advice = advice
        self.value = value

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        what_to_do = f"\n  → {self.advice}" if self.advice else ""
        return f"{where}{self.problem}{what_to_do}"


class PlanFileError(PlangraphError):
    """A plan file that cannot be turned into a Plan."""


class UnknownNameError(PlangraphError):
    """A municipality, plan, question or other name that nobody knows."""


class ParameterError(PlangraphError):
    """A parameter of a question that is missing, unknown or of the wrong type."""


class QueryError(PlangraphError):
    """A SPARQL query that cannot be run."""


class StoreError(PlangraphError):
    """A store that is missing, of another version, in use or not writable."""


class OutputError(PlangraphError):
    """A file that cannot be written."""


def at(path: str | os.PathLike[str], line: int | None = None) -> str:
    """Return the place ``path:line`` as messages name it."""
    return f"{os.fspath(path)}:{line}" if line else os.fspath(path)


def nearest(name: str, known: list[str] | tuple[str, ...]) -> str:
    """Return advice that names the known names nearest to ``name``, or lists them."""
    import difflib

    from plangraph.language import tr

    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    if close:
        return tr("did you mean {names}?", names=tr(" or ").join(close))
    return tr("known: {names}", names=", ".join(sorted(known)[:20])) if known else ""
