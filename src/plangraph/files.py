"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile


def write_whole(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write ``content`` to ``path``; a failure leaves a former file as it was.

    Makes the folder where it is missing; raises OSError, PermissionError too where the file is
    write-protected or an office program has it open: renaming would pass over both.
    """
    body = content.encode("utf-8") if isinstance(content, str) else content
    path = os.path.abspath(os.fspath(path))
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    if os.path.exists(path) and not os.path.isfile(path):  # /dev/stdout and the like
        with open(path, "wb") as file:
            file.write(body)
        return
    if os.path.exists(path) and (not os.access(path, os.W_OK) or opened(path)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
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


def opened(path: str) -> bool:
    """Tell whether Excel or LibreOffice says, by a file beside it, that it has ``path`` open."""
    folder, name = os.path.split(path)
    marks = (f"~${name}", f".~lock.{name}#")
    return any(os.path.exists(os.path.join(folder, mark)) for mark in marks)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
