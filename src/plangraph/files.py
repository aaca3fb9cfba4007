"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile


class InUseError(PermissionError):
    """A program says that it has the file open, by the file that ``filename2`` names."""


def write_whole(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write ``content`` to ``path``; a failure leaves a former file as it was.

    Makes the folder where it is missing; a link stays, what it leads to is written. Raises
    OSError: PermissionError too where the file is write-protected, InUseError where an office
    program has it open, since renaming would pass over both.
    """
    body = content.encode("utf-8") if isinstance(content, str) else content
    path = os.path.abspath(os.fspath(path))
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe, a terminal
        with open(path, "wb") as file:
            file.write(body)
        return
    said, path = path, os.path.realpath(path)
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    if os.path.exists(path):
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        if mark := _mark(path) or _mark(said):
            raise InUseError(errno.EBUSY, os.strerror(errno.EBUSY), path, None, mark)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
        mode = os.stat(path).st_mode if os.path.exists(path) else 0o666 & ~_umask()
        os.chmod(temporary, mode & 0o777)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _mark(path: str) -> str | None:
    """Return the file beside ``path`` by which Excel or LibreOffice says that it is open."""
    folder, name = os.path.split(path)
    marks = (os.path.join(folder, mark) for mark in (f"~${name}", f".~lock.{name}#"))
    return next(filter(os.path.exists, marks), None)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
