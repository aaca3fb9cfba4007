"""Pages that are images: recognised with tesseract, where the extra ``ocr`` is installed."""

from __future__ import annotations

from typing import Any

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.rows import DocumentError, Row, Source

#: Seconds that a page may take.
LONGEST = 120
#: Dots per inch at which tesseract reads best.
RESOLUTION = 300


def recognise(document: Any, name: str) -> Source:
    """Recognise the pages of a PDF; raises DocumentError where tesseract cannot do it."""
    tesseract = _tesseract(name)
    rows: list[Row] = []
    try:
        for number in range(len(document)):
            page = document[number]
            image = page.render(scale=RESOLUTION / 72).to_pil()
            page.close()
            text = tesseract.image_to_string(image, lang="jpn+eng", timeout=LONGEST)
            rows += [
                Row(place, line, number + 1)
                for place, line in enumerate(text.splitlines(), len(rows) + 1)
            ]
    except (RuntimeError, OSError) as error:  # TesseractError is a RuntimeError
        raise DocumentError(
            tr("the text of page {page} could not be recognised: {problem}",
               page=number + 1, problem=" ".join(str(error).split())[:200]),
            place=at(name),
            advice=tr("extract the text with an OCR program first"),
        ) from None  # fmt: skip
    doubt = (tr("the text was recognised from images (OCR) and needs proof-reading"), None)
    return Source(rows, pages=len(document), doubts=[doubt])


def _tesseract(name: str) -> Any:
    """Return pytesseract where it can read Japanese."""
    try:
        import PIL
        import pytesseract

        if PIL and {"jpn", "eng"} <= set(pytesseract.get_languages()):
            return pytesseract
    except (ImportError, RuntimeError, OSError):  # TesseractNotFoundError is an OSError
        pass
    raise DocumentError(
        tr("the PDF holds only images of its pages, no text"),
        place=at(name),
        advice=tr(
            "install plangraph[ocr] and tesseract with Japanese (tesseract-ocr-jpn),"
            " or extract the text with an OCR program first"
        ),
    )
