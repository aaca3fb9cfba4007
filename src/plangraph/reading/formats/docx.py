"""Word documents (DOCX): paragraphs with heading levels and numbers, tables with cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.formats import _numbering, _zip
from plangraph.reading.formats._word import W, value
from plangraph.reading.rows import DocumentError, Row, Source

SUFFIXES = (".docx", ".docm")
ORDER = 20

_TEXT_BOX = f"{W}txbxContent"
#: What is not read twice or at all: the older form of a drawing, readings, moved text.
_ASIDE = frozenset((
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{W}rt", f"{W}moveFrom", f"{W}del", _TEXT_BOX,
))  # fmt: skip
_BLOCKS = frozenset((f"{W}p", f"{W}tbl"))
#: What holds or stands for letters.
_LETTERS = {
    f"{W}t": "", f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip


def recognises(head: bytes) -> bool:
    """A ZIP archive whose first parts are those of a Word document."""
    return _zip.is_zip(head) and (b"word/" in head)


def read(data: bytes, name: str) -> Source:
    """Read body text, tables, text boxes and footnotes in the order of the document."""
    archive = _zip.open_archive(data, name)
    if "word/document.xml" not in archive.namelist():
        raise DocumentError(
            tr("this is no Word document"),
            place=at(name),
            advice=tr("check the ending of its name"),
        )
    reader = _Reader(_styles(_part(archive, "styles", name)))
    if (numbers := _part(archive, "numbering", name)) is not None:
        reader.numbering = _numbering.read(numbers)
    body = _part(archive, "document", name).find(f"{W}body")
    if body is not None:
        reader.add(body)
    if (notes := _part(archive, "footnotes", name)) is not None:
        for note in notes.findall(f"{W}footnote"):
            if note.get(f"{W}type") is None:
                reader.add(note)
    return Source(reader.rows)


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Any:
    path = f"word/{part}.xml"
    if path not in archive.namelist():
        return None
    return _zip.xml(_zip.part(archive, path, name), name)


@dataclass(slots=True)
class _Style:
    """What a style says of its paragraphs."""

    level: int | None = None
    number: str | None = None
    depth: int = 0
    above: str | None = None


def _styles(root: Any) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for one in root.iter(f"{W}style") if root is not None else ():
        text = value(one, "name") or ""
        style = _Style(above=value(one, "basedOn"), number=value(one, "pPr/numPr/numId"))
        style.depth = _depth(value(one, "pPr/numPr/ilvl"))
        if heading := re.match(r"(?:heading|見出し)\s*(\d)", text, re.I):
            style.level = int(heading[1])
        elif text.lower() == "title":
            style.level = 1
        found[one.get(f"{W}styleId", "")] = style
    return found


class _Reader:
    """Writes blocks out as rows."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self.rows: list[Row] = []
        self.numbering = _numbering.Numbering()
        self._styles = styles

    def add(self, container: Any) -> None:
        """Add the paragraphs and tables of a container, in order."""
        for block in _walk(container, _BLOCKS):
            if block.tag == f"{W}tbl":
                self._table(block)
            else:
                self._paragraph(block)

    def _paragraph(self, paragraph: Any) -> None:
        text = _text(paragraph)
        style = self._style(paragraph)
        if text.strip() and (label := self._label(paragraph, style)):
            if label != _numbering.BULLET:
                text = label + text
            elif style.level is None:
                text = re.sub(r"(?m)^(?=.*\S)", label, text)
        for line in text.split("\n"):
            self.rows.append(Row(len(self.rows) + 1, line, None, style.level))
        for box in _walk(paragraph, {_TEXT_BOX}):
            self.add(box)

    def _style(self, paragraph: Any) -> _Style:
        """Return the style of a paragraph with what it inherits."""
        name = value(paragraph, "pPr/pStyle")
        found = _Style()
        for _ in range(12):
            style = self._styles.get(name or "")
            if style is None:
                break
            found.level = found.level or style.level
            if found.number is None:
                found.number, found.depth = style.number, style.depth
            name = style.above
        return found

    def _label(self, paragraph: Any, style: _Style) -> str:
        number = value(paragraph, "pPr/numPr/numId") or style.number
        if not number or number == "0":
            return ""
        depth = value(paragraph, "pPr/numPr/ilvl")
        label = self.numbering.label(number, style.depth if depth is None else _depth(depth))
        return label if number in self.numbering.lists else _numbering.BULLET

    def _table(self, table: Any) -> None:
        """Add the rows of a table, those of tables in it too."""
        for row in table.iter(f"{W}tr"):
            cells = list(_walk(row, {f"{W}tc"}))
            if len(cells) == 1:  # a frame around paragraphs
                for paragraph in _paragraphs(cells[0]):
                    self._paragraph(paragraph)
                continue
            texts: list[str] = []
            for cell in cells:
                parts = (_text(one).replace("\n", " ").strip() for one in _paragraphs(cell))
                wide = min(max(_depth(value(cell, "tcPr/gridSpan")), 1), 60)
                texts += [" ".join(part for part in parts if part), *[""] * (wide - 1)]
            if any(texts):
                self.rows.append(Row(len(self.rows) + 1, "\t".join(texts), cells=tuple(texts)))
            for cell in cells:
                for paragraph in _paragraphs(cell):
                    for box in _walk(paragraph, {_TEXT_BOX}):
                        self.add(box)


def _walk(root: Any, wanted: Collection[str]) -> Iterator[Any]:
    """Yield what is wanted below a node, in order, without looking into it or what is aside."""
    stack = [iter(root)]
    while stack:
        for node in stack[-1]:
            if node.tag in wanted:
                yield node
            elif node.tag not in _ASIDE:
                stack.append(iter(node))
                break
        else:
            stack.pop()


def _paragraphs(cell: Any) -> Iterator[Any]:
    return (block for block in _walk(cell, _BLOCKS) if block.tag == f"{W}p")


def _text(paragraph: Any) -> str:
    found = _walk(paragraph, _LETTERS)
    return "".join(_LETTERS[node.tag] or node.text or "" for node in found)


def _depth(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,3}", text) else 0
