"""What can go wrong, said so that a person can mend it.

Every error keeps the offending value and, where there is one, its place.
The command line and the server catch :class:`PlangraphError` and nothing else.
"""

from __future__ import annotations

import os

#: Names that are listed where none is near.
_LISTED = 20


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


class NoPlanFilesError(PlangraphError):
    """There is no plan file at ``place``."""

    def __init__(self, place: str = "") -> None:
        from plangraph.language import tr

        super().__init__(
            tr("there are no plan files here"),
            place=place,
            advice=tr("name plan files or a folder of them"),
        )


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


def why(error: BaseException) -> str:
    """Return why the system or the network refused, in the language in force.

    The system says so in English, whatever the locale; what it says most often is said here.
    """
    import errno
    import socket

    from plangraph.language import tr

    inner = getattr(error, "reason", None)  # what a URLError is about
    cause = inner if isinstance(inner, BaseException) else error
    if isinstance(cause, TimeoutError):
        return tr("no answer came in time")
    if isinstance(cause, socket.gaierror):
        return tr("no machine is known by this name")
    said = {
        errno.ENOENT: tr("there is no such file or folder"),
        errno.EACCES: tr("the rights to it are missing"),
        errno.EPERM: tr("the rights to it are missing"),
        errno.EBUSY: tr("it is in use"),
        errno.EEXIST: tr("a file of this name is in the way"),
        errno.ENOTDIR: tr("a file of this name is in the way"),
        errno.EISDIR: tr("it is a folder"),
        errno.ENOSPC: tr("the disk is full"),
        errno.EROFS: tr("the disk is read-only"),
        errno.ENAMETOOLONG: tr("the name is too long"),
        errno.ECONNREFUSED: tr("the connection was refused"),
        errno.ECONNRESET: tr("the connection was broken off"),
        errno.EADDRNOTAVAIL: tr("this machine has no such address"),
        errno.ENETUNREACH: tr("the network cannot be reached"),
        errno.EHOSTUNREACH: tr("the network cannot be reached"),
    }
    return (
        said.get(getattr(cause, "errno", None) or 0) or getattr(cause, "strerror", "") or str(cause)
    )


def nearest(name: str, known: list[str] | tuple[str, ...]) -> str:
    """Return advice that names the known names nearest to ``name``, or lists them."""
    import difflib

    from plangraph.language import tr

    once = [*dict.fromkeys(known)]  # two towns may bear one name
    close = difflib.get_close_matches(name, once, n=3, cutoff=0.5)
    if close:
        return tr("did you mean {names}?", names=tr(" or ").join(close))
    if not once:
        return ""
    shown = ", ".join(sorted(once)[:_LISTED])
    if len(once) > _LISTED:
        return tr("known: {names} and {count} more", names=shown, count=len(once) - _LISTED)
    return tr("known: {names}", names=shown)
