"""ZIP archives that do not begin as Word and Excel write theirs: read as what they hold."""

from __future__ import annotations

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.formats import _zip, docx, xlsx
from plangraph.reading.rows import DocumentError, Source

SUFFIXES: tuple[str, ...] = ()
ORDER = 40


def recognises(head: bytes) -> bool:
    """Tell an archive that no other format has taken."""
    return _zip.is_zip(head)


def read(data: bytes, name: str) -> Source:
    """Read the Word document or workbook that the archive is; raises DocumentError for others."""
    parts = _zip.open_archive(data, name).namelist()
    if "word/document.xml" in parts:
        return docx.read(data, name)
    if "xl/workbook.xml" in parts:
        return xlsx.read(data, name)
    raise DocumentError(
        tr("the file is a ZIP archive, and no Word document or workbook"),
        place=at(name),
        advice=tr("unpack it, and name the documents in it"),
    )
