"""Old office files (.doc, .xls) and protected new ones: said to be so, not read."""

from __future__ import annotations

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.rows import DocumentError, Source

SUFFIXES = (".doc", ".xls", ".ppt")
ORDER = 2


def recognises(head: bytes) -> bool:
    """Tell a compound file by its first bytes."""
    return head.startswith(b"\xd0\xcf\x11\xe0")


def read(_data: bytes, name: str) -> Source:
    """Raise the error that says what to do."""
    raise DocumentError(
        tr("the file is protected by a password, or of an old office format (.doc, .xls)"),
        place=at(name),
        advice=tr("save it without a password as .docx, .xlsx or PDF"),
    )
