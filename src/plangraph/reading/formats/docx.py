"""Word documents (DOCX): paragraphs with heading levels, tables with cells."""

from __future__ import annotations

import re
from typing import Any

from plangraph.errors import at
from plangraph.reading.formats import _zip
from plangraph.reading.rows import DocumentError, Row, Source

SUFFIXES = (".docx", ".docm")
ORDER = 20

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def recognises(head: bytes) -> bool:
    """A ZIP archive whose first parts are those of a Word document."""
    return _zip.is_zip(head) and (b"word/" in head)


def read(data: bytes, name: str) -> Source:
    """Read body text, tables and text boxes in the order of the document."""
    archive = _zip.open_archive(data, name)
    if "word/document.xml" not in archive.namelist():
        raise DocumentError(
            "this is no Word document", place=at(name), advice="check the ending of its name"
        )
    levels = _levels(archive, name)
    root = _zip.xml(_zip.part(archive, "word/document.xml", name), name)
    body = root.find(f"{_W}body")
    rows: list[Row] = []
    for block in body if body is not None else ():
        if block.tag == f"{_W}tbl":
            _table(block, rows)
        else:
            for paragraph in block.iter(f"{_W}p"):
                _paragraph(paragraph, levels, rows)
    return Source(rows)


def _levels(archive: Any, name: str) -> dict[str, int]:
    if "word/styles.xml" not in archive.namelist():
        return {}
    found: dict[str, int] = {}
    for style in _zip.xml(_zip.part(archive, "word/styles.xml", name), name).iter(f"{_W}style"):
        key = style.get(f"{_W}styleId", "")
        label = style.find(f"{_W}name")
        text = label.get(f"{_W}val", "") if label is not None else ""
        if heading := re.match(r"(?:heading|見出し)\s*(\d)", text, re.I):
            found[key] = int(heading[1])
        elif text.lower() == "title":
            found[key] = 1
    return found


def _paragraph(paragraph: Any, levels: dict[str, int], rows: list[Row]) -> None:
    text = _text(paragraph)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    level = levels.get(style.get(f"{_W}val", "")) if style is not None else None
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    for line in text.split("\n"):
        if listed and line.strip() and level is None:
            line = "・" + line
        rows.append(Row(len(rows) + 1, line, None, level))


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}tab":
            parts.append("\t")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
    return "".join(parts)


def _table(table: Any, rows: list[Row]) -> None:
    for row in table.iter(f"{_W}tr"):
        cells = tuple(
            " ".join(_text(p).replace("\n", " ") for p in cell.iter(f"{_W}p")).strip()
            for cell in row.findall(f"{_W}tc")
        )
        if len(cells) == 1:
            rows.append(Row(len(rows) + 1, cells[0]))
        elif any(cells):
            rows.append(Row(len(rows) + 1, "\t".join(cells), cells=cells))
