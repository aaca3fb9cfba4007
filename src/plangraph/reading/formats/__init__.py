"""Format readers: one module a format, found by being in this folder.

A reader module defines ``SUFFIXES`` (lower case, with the dot), ``recognises(head)``
on the first bytes of a file, and ``read(data, name) -> Source``. ``ORDER`` (small
first) settles who is asked first. Libraries are imported when a reader is used.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from plangraph.errors import at, why
from plangraph.language import tr
from plangraph.reading.rows import DocumentError, Source

#: Larger files are refused (bytes).
LARGEST = 200 * 1024 * 1024


class Format(Protocol):
    """What a format reader offers."""

    SUFFIXES: tuple[str, ...]
    ORDER: int

    def recognises(self, head: bytes, /) -> bool:
        """Tell from the first bytes whether the file is of this format."""

    def read(self, data: bytes, name: str) -> Source:
        """Turn the bytes of a file into rows."""


@cache
def formats() -> dict[str, Format]:
    """Return the format readers by name, in the order in which they are asked."""
    found = {
        module.name: cast(Format, importlib.import_module(f"{__name__}.{module.name}"))
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    }
    return dict(sorted(found.items(), key=lambda item: (item[1].ORDER, item[0])))


def suffixes() -> tuple[str, ...]:
    """Return the file name endings that some reader takes."""
    return tuple(suffix for form in formats().values() for suffix in form.SUFFIXES)


def load(path: Path) -> tuple[bytes, Source]:
    """Read a file by what it is, whatever its name says; raises DocumentError."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise DocumentError(
                tr("this is a folder"), place=at(path), advice=tr("name the documents in it")
            )
        if size > LARGEST:
            raise DocumentError(
                tr(
                    "the file has {size} bytes, more than the {largest} that are read",
                    size=f"{size:,}",
                    largest=f"{LARGEST:,}",
                ),
                place=at(path),
                advice=tr("split the document, or extract its text first"),
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            tr("the file cannot be read: {problem}", problem=why(error)),
            place=at(path),
            advice=tr("check the path"),
        ) from None
    if not data.strip(b"\0 \t\r\n"):
        raise DocumentError(
            tr("the file is empty"),
            place=at(path),
            advice=tr("download or export the document again"),
        )
    source = _format_of(data[:4096], path.suffix.lower()).read(data, str(path))
    lost = [(row.text.count("\ufffd"), row.number) for row in source.rows if "\ufffd" in row.text]
    if lost:
        told = tr(
            "{count:letter of the text is|letters of the text are} lost (U+FFFD)",
            count=sum(n for n, _ in lost),
        )
        source.doubts.append((told, lost[0][1]))
    return data, source


def _format_of(head: bytes, suffix: str) -> Format:
    """Return the reader for a file: by what it holds, and where that is text by its name."""
    for form in formats().values():
        if form.recognises(head):
            return form
    if suffix in (".xlsx", ".xls"):  # a table saved as text under the name of a workbook
        return formats()["table"]
    by_name = (one for one in formats().values() if suffix in one.SUFFIXES and one.ORDER >= 50)
    return next(by_name, formats()["text"])
