"""PDF with a text layer: lines with page and size of letters, columns where the page has them."""

from __future__ import annotations

import math
import re
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
    for row in rows:
        row.size = round(row.size / usual, 2) if row.text and row.size else 1.0
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
        whole = text.get_text_bounded() if text.count_chars() else ""
        found: list[tuple[str, float]] = []
        place = 0
        for line in re.split(r"\r\n|\r|\n", whole):
            first = place + len(line) - len(line.lstrip())
            size = _size(text, first) if line.strip() else 0.0
            found.append((line.replace("\ufffe", "").replace("\x02", ""), size))
            place += len(line) + 2
        return found
    finally:
        text.close()


def _size(text: Any, place: int) -> float:
    """The size in points in which a letter is set, scaled as its page is; 0 where unknown.

    Not the height of its box: that of ``e`` is less than that of ``E``, of 一 less than of 国.
    """
    from pypdfium2.raw import FS_MATRIX, FPDFText_GetFontSize, FPDFText_GetMatrix

    matrix = FS_MATRIX()
    if not FPDFText_GetMatrix(text.raw, place, matrix):
        return 0.0
    size = FPDFText_GetFontSize(text.raw, place) * math.hypot(matrix.c, matrix.d)
    return round(size * 2) / 2 if 2 < size < 150 else 0.0
