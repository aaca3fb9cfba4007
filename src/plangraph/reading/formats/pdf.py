"""PDF with a text layer: lines with page and size of letters, columns where the page has them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from typing import Any

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.formats._ocr import recognise
from plangraph.reading.formats._zip import encrypted
from plangraph.reading.rows import DocumentError, Row, Source

SUFFIXES = (".pdf",)
ORDER = 5

#: More pages are not read.
MOST_PAGES = 3000
#: Fewer letters a page beside images mean that the pages are images, with page numbers.
FEWEST = 8


def recognises(head: bytes) -> bool:
    """A PDF says so in its first kilobyte."""
    return b"%PDF-" in head[:1024]


def read(data: bytes, name: str) -> Source:
    """Read the text of all pages; an image-only PDF goes to OCR where that is installed."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise encrypted(name) from None
        raise DocumentError(
            tr("the file is damaged or cut off"), place=at(name), advice=tr("download it again")
        ) from None
    try:
        return _pages(document, name)
    finally:
        document.close()


def _pages(document: Any, name: str) -> Source:
    count = len(document)
    if count > MOST_PAGES:
        raise DocumentError(
            tr("the PDF has {pages} pages, more than the {most} that are read",
               pages=f"{count:,}", most=f"{MOST_PAGES:,}"),
            place=at(name), advice=tr("split it"),
        )  # fmt: skip
    rows: list[Row] = []
    sizes: Counter[float] = Counter()
    letters = 0
    for number in range(count):
        page = document[number]
        try:
            found = _lines(page)
        finally:
            page.close()
        letters += sum(len(text) for text, _ in found)
        for text, size in found:
            sizes[size] += len(text) if size else 0
            rows.append(Row(len(rows) + 1, text, number + 1, None, size))
        rows.append(Row(len(rows) + 1, "", number + 1))
    if letters == 0 or (letters < FEWEST * count and _has_images(document)):
        return recognise(document, name)
    usual = sizes.most_common(1)[0][0] or 1.0 if sizes else 1.0
    relative = {size: round(size / usual, 2) if size else 1.0 for size in sizes}
    for row in rows:
        row.size = relative.get(row.size, 1.0) if row.text else 1.0
    return Source(rows, pages=count)


def _has_images(document: Any) -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    for number in range(min(len(document), 10)):
        page = document[number]
        found = next(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]), None)
        page.close()
        if found is not None:
            return True
    return False


def _lines(page: Any) -> list[tuple[str, float]]:
    """Return the lines of a page in reading order with the size of their letters."""
    text = page.get_textpage()
    try:
        lines = _text(page, text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        firsts: list[int] = []
        place = 0
        for line in lines:
            firsts.append(place + len(line) - len(line.lstrip()))
            place += len(line) + 2
        sizes = _sizes(text, firsts)
    finally:
        text.close()
    return [
        (line.replace("\ufffe", "").replace("\x02", ""), size if line.strip() else 0.0)
        for line, size in zip(lines, sizes, strict=True)
    ]


def _text(page: Any, text: Any) -> str:
    """Return the text of a page, asked for once: to tell its length is as much work as to tell it.

    Line breaks are added to the letters that are counted, so that there is room for as many.
    """
    from pypdfium2.raw import FPDFText_GetBoundedText

    room = 2 * text.count_chars()
    if not room:
        return ""
    left, bottom, right, top = page.get_bbox()
    letters = (ctypes.c_ushort * room)()
    count = FPDFText_GetBoundedText(text, left, top, right, bottom, letters, room)
    if count >= room:
        return str(text.get_text_bounded())
    return bytes(letters)[: 2 * count].decode("utf-16-le", "ignore").removesuffix("\0")


def _sizes(text: Any, places: list[int]) -> list[float]:
    """The sizes in points in which letters are set, scaled as their page is; 0 where unknown.

    Not the heights of their boxes: that of ``e`` is less than that of ``E``, of 一 less than of 国.
    """
    from pypdfium2.raw import FS_MATRIX, FPDFText_GetFontSize, FPDFText_GetMatrix

    matrix, raw = FS_MATRIX(), text.raw
    reference = ctypes.byref(matrix)
    found: list[float] = []
    for place in places:
        size = 0.0
        if FPDFText_GetMatrix(raw, place, reference):
            size = FPDFText_GetFontSize(raw, place) * math.hypot(matrix.c, matrix.d)
        found.append(round(size * 2) / 2 if 2 < size < 150 else 0.0)
    return found
