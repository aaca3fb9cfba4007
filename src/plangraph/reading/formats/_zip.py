"""Office files are ZIP archives: opened with limits, so that no bomb goes off."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.rows import DocumentError

#: All parts of an archive together may not unpack to more (bytes).
LARGEST = 400 * 1024 * 1024
#: A part of XML is held in memory as a tree, ten times its size.
LARGEST_PART = 40 * 1024 * 1024
#: A part that shrank more than this, and is large, is a bomb.
STEEPEST = 200
MOST_PARTS = 20_000


def is_zip(head: bytes) -> bool:
    """Tell a ZIP archive by its first bytes."""
    return head.startswith(b"PK\x03\x04")


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive after a look at what it would unpack to."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise DocumentError(
            tr("the file is damaged or cut off"), place=at(name), advice=tr("download it again")
        ) from None
    total = sum(part.file_size for part in parts)
    steep = any(
        part.file_size > 20_000_000 and part.file_size > STEEPEST * max(part.compress_size, 1)
        for part in parts
    )
    large = any(part.file_size > LARGEST_PART and part.filename.endswith(".xml") for part in parts)
    if total > LARGEST or steep or large or len(parts) > MOST_PARTS:
        raise DocumentError(
            tr("the file would unpack to {size} bytes; it is not opened", size=f"{total:,}"),
            place=at(name),
            advice=tr("save the document again with the program that made it"),
        )
    if any(part.flag_bits & 1 for part in parts):
        raise encrypted(name)
    return archive


def part(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    """Return one part of an archive; raises DocumentError where it is missing."""
    try:
        with archive.open(path) as file:
            found = file.read(LARGEST + 1)
    except (KeyError, zipfile.BadZipFile, RuntimeError, OSError, EOFError, zlib.error,
            NotImplementedError):  # fmt: skip
        raise DocumentError(
            tr("the file is damaged: its part {part} cannot be read", part=path),
            place=at(name),
            advice=tr("save the document again with the program that made it"),
        ) from None
    return found


def xml(data: bytes, name: str) -> Any:
    """Parse XML without entities or DTDs."""
    from xml.etree.ElementTree import ParseError

    import defusedxml.ElementTree as safe
    from defusedxml.common import DefusedXmlException

    try:
        return safe.fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError, LookupError) as error:
        raise DocumentError(
            tr(
                "the XML in the file cannot be read: {problem}",
                problem=str(error) or type(error).__name__,
            ),
            place=at(name),
            advice=tr("save the document again with the program that made it"),
        ) from None


def encrypted(name: str) -> DocumentError:
    """Return the error for a file with a password."""
    return DocumentError(
        tr("the file is protected by a password"),
        place=at(name),
        advice=tr("remove the password, or ask the publisher for an open file"),
    )
