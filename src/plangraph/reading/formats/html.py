"""HTML pages: headings with their levels, tables with their cells; menus are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from plangraph.reading.formats.text import decode
from plangraph.reading.rows import Row, Source

SUFFIXES = (".html", ".htm", ".xhtml")
ORDER = 30

_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "nav", "footer", "form",
                      "select", "button", "iframe", "head"))  # fmt: skip
_BREAKING = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt",
                       "dd", "section", "article", "ul", "ol", "table", "header", "main", "hr",
                       "blockquote", "pre", "figure", "figcaption", "caption", "body"))  # fmt: skip
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr", "source"))
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w\-]+)", re.I)


def recognises(head: bytes) -> bool:
    """HTML says so in its first tag."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:600].lower()
    return start.startswith((b"<!doctype html", b"<html")) or b"<html" in start


def read(data: bytes, name: str) -> Source:
    """Read the text of a page, block by block."""
    declared = _DECLARED.search(data[:4096])
    text = ""
    doubts: list[tuple[str, int | None]] = []
    if declared:
        try:
            text = data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = ""
    if not text:
        text, doubts = decode(data, name)
    page = _Page()
    page.feed(text)
    page.close()
    page.end_block()
    return Source(page.rows, title=page.title.strip() or None, doubts=doubts)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self.title = ""
        self._text: list[str] = []
        self._skipped: list[str] = []
        self._level: int | None = None
        self._cells: list[str] | None = None
        self._in_title = False
        self._item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._in_title = True
        if self._skipped:
            if tag not in _VOID and len(self._skipped) < 1000:
                self._skipped.append(tag)
            return
        if tag in _SKIPPED:
            self._skipped.append(tag)
            return
        if tag in ("td", "th"):
            if self._cells is not None:
                self._end_cell()
            return
        if tag in _BREAKING and self._cells is None:
            self.end_block()
        elif tag in _BREAKING:
            self._text.append(" ")
        if tag == "tr":
            self._cells = []
            self._text = []
        elif re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        elif tag == "li":
            self._item = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if self._skipped:
            if tag in self._skipped:
                while self._skipped and self._skipped.pop() != tag:
                    pass
            return
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(self._take())
        elif tag == "tr" and self._cells is not None:
            self._end_row()
        elif tag in _BREAKING and self._cells is None:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._skipped:
            self._text.append(data)

    def end_block(self) -> None:
        """Finish the block of text that is open."""
        if self._cells is not None:
            self._end_row()
            return
        text = self._take()
        if text:
            if self._item and not self._level:
                text = "・" + text
            self.rows.append(Row(len(self.rows) + 1, text, None, self._level))
            self._item = False
            self._level = None

    def _end_cell(self) -> None:
        text = self._take()
        if text and self._cells is not None:
            self._cells.append(text)

    def _end_row(self) -> None:
        cells, self._cells = self._cells or [], None
        tail = self._take()
        if tail:
            cells.append(tail)
        if len(cells) == 1:
            self.rows.append(Row(len(self.rows) + 1, cells[0]))
        elif any(cells):
            self.rows.append(Row(len(self.rows) + 1, "\t".join(cells), cells=tuple(cells)))

    def _take(self) -> str:
        text = re.sub(r"\s+", " ", "".join(self._text)).strip()
        self._text = []
        return text
