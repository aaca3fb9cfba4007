"""PDF with a text layer: lines with page and letter height, columns where the page has them."""

from __future__ import annotations

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
    heights: Counter[float] = Counter()
    letters = 0
    for number in range(count):
        page = document[number]
        try:
            found = _lines(page)
        finally:
            page.close()
        letters += sum(len(text) for text, _ in found)
        for text, height in found:
            heights[height] += len(text)
            rows.append(Row(len(rows) + 1, text, number + 1, None, height))
        rows.append(Row(len(rows) + 1, "", number + 1))
    if letters == 0 or (letters < FEWEST * count and _has_images(document)):
        return recognise(document, name)
    usual = heights.most_common(1)[0][0] or 1.0 if heights else 1.0
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
    """Return the lines of a page in reading order with the height of their letters."""
    text = page.get_textpage()
    try:
        whole = text.get_text_bounded() if text.count_chars() else ""
        found: list[tuple[str, float]] = []
        place = 0
        for line in re.split(r"\r\n|\r|\n", whole):
            height = _height(text, whole, line, place) if line.strip() and len(line) < 60 else 0.0
            found.append((line.replace("\ufffe", "").replace("\x02", ""), height))
            place += len(line) + 2
        return found
    finally:
        text.close()


def _height(text: Any, whole: str, line: str, place: int) -> float:
    """Height of the first letters of a line; 0 where the place of a letter is not known."""
    try:
        left, bottom, right, top = text.get_charbox(place + len(line) - len(line.lstrip()))
    except (ValueError, IndexError, RuntimeError):
        return 0.0
    height = top - bottom
    return float(round(height)) if 2 < height < 120 and right > left and whole else 0.0
