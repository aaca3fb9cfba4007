"""HTML pages: headings with their levels, tables with their cells; menus are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from plangraph.reading.formats.text import decode
from plangraph.reading.rows import Row, Source

SUFFIXES = (".html", ".htm", ".xhtml")
ORDER = 30

_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "nav", "footer", "select",
                      "button", "iframe", "head", "figcaption"))  # fmt: skip
_BREAKING = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt",
                       "dd", "section", "article", "ul", "ol", "table", "header", "main", "hr",
                       "blockquote", "pre", "figure", "figcaption", "caption", "body",
                       "details", "summary", "aside"))  # fmt: skip
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr", "source"))
#: Readings beside the letters (ルビ); their end tags may be left out.
_BESIDE = frozenset(("rt", "rp"))
_PIECE = re.compile(rb"<(?:body|main|article|section|div|table|h[1-6]|p|ul|ol)[\s>]")
#: What generators of sites want above a page: lines of ``name: value`` between two rules.
_FRONT = re.compile(r"\A\s*---\r?\n((?:[\w-]+:.*\r?\n|[ \t-].*\r?\n)*)---[ \t]*\r?\n")
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.M)
#: So many ends of blocks are no text about tags.
_ENDS, _LEAST = re.compile(rb"</(?:p|li|h[1-6]|div|ul|ol|td|tr)>", re.I), 4
#: Where the links of a menu lead.
_LEADS, _LINK_END = (
    re.compile(r"<a\s[^<>]*?href=[\"']?([^\"'\s>]+)", re.I),
    re.compile("</a>", re.I),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w\-]+)", re.I)


class _Block(NamedTuple):
    """A paragraph, heading or item."""

    text: str
    level: int | None


@dataclass(slots=True)
class _Cell:
    """A cell of a table, and how many columns and rows it spans."""

    wide: int = 1
    high: int = 1
    blocks: list[_Block] = field(default_factory=list)


def recognises(head: bytes) -> bool:
    """HTML says so in its first tag; a piece of a page begins with one, or is full of them."""
    if len(_ENDS.findall(head)) >= _LEAST:
        return True
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:600].lower()
    return b"<!doctype html" in start or b"<html" in start or bool(_PIECE.match(start))


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
    title = None
    if front := _FRONT.match(text):
        title = named[1] if (named := _FRONT_TITLE.search(front[1])) else None
        text = text[front.end() :]
    page = _Page()
    page.feed(_open_contents(text))
    page.finish()
    return Source(page.rows, title=page.title.strip() or title, doubts=doubts)


def _open_contents(text: str) -> str:
    """Turn menus that only lead to parts of the page itself, its table of contents, into text."""
    pieces: list[str] = []
    place = 0
    while (start := text.find("<nav", place)) >= 0 and (end := text.find("</nav>", start)) >= 0:
        menu = text[start:end]
        leads = _LEADS.findall(menu)
        if len(leads) >= _LEAST and all(one.startswith("#") for one in leads):
            menu = _LINK_END.sub("</a><br>", menu.replace("<nav", "<div", 1)) + "</div>"
        else:
            menu += "</nav>"
        pieces += [text[place:start], menu]
        place = end + len("</nav>")
    return "".join([*pieces, text[place:]])


def _opens(attrs: list[tuple[str, str | None]]) -> bool:
    """Tell a button that is the title of what it opens, in an accordion."""
    return any(name in ("aria-expanded", "aria-controls") for name, _ in attrs)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self.title = ""
        self._text: list[str] = []
        self._skipped: list[str] = []
        self._level: int | None = None
        #: The cells of the row of a table that is open, and the cell that is open.
        self._cells: list[_Cell] | None = None
        self._cell: _Cell | None = None
        #: How many more rows a cell reaches down, by column.
        self._reach: dict[int, int] = {}
        self._in_title = False
        self._item = False
        self._beside = False
        #: How many lists are open.
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._in_title = True
        if tag in _BESIDE or tag == "rb" or tag in _BREAKING:
            self._beside = tag in _BESIDE
        if self._skipped:
            if tag not in _VOID and len(self._skipped) < 1000:
                self._skipped.append(tag)
            return
        if tag == "button" and not self._level and _opens(attrs):
            self.end_block()
        elif tag in _SKIPPED and not (tag == "button" and self._level):
            self._skipped.append(tag)
            return
        if tag in ("td", "th"):
            self._end_cell()
            self._cell = _Cell(_span(attrs, "colspan"), _span(attrs, "rowspan"))
            return
        if tag in _BREAKING:
            self.end_block()
        if tag == "table":  # a table in a cell: what stands before it is a row of its own
            self._end_row()
            self._reach = {}
        elif tag == "tr":
            self._end_row()
            self._cells = []
        elif re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        elif tag == "li":
            self._item = True
        elif tag in ("ul", "ol"):
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag in _BESIDE or tag == "ruby":
            self._beside = False
        if self._skipped:
            if tag in self._skipped:
                while self._skipped and self._skipped.pop() != tag:
                    pass
            return
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in _BREAKING or tag == "button":
            self.end_block()
        if tag in ("tr", "table"):
            self._end_row()
        elif tag in ("ul", "ol"):
            self._depth = max(self._depth - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._skipped and not self._beside:
            self._text.append(data)

    def finish(self) -> None:
        """Finish what is still open."""
        self.close()
        self.end_block()
        self._end_row()

    def end_block(self) -> None:
        """Finish the block of text that is open."""
        text = re.sub(r"\s+", " ", "".join(self._text)).strip()
        self._text = []
        if not text:
            return
        mark = "  " * (self._depth - 1) + "・" if self._item and not self._level else ""
        block = _Block(mark + text, self._level)
        self._item, self._level = False, None
        if self._cells is None:
            self.rows.append(Row(len(self.rows) + 1, block.text, None, block.level))
            return
        self._cell = self._cell or _Cell()
        self._cell.blocks.append(block)

    def _end_cell(self) -> None:
        self.end_block()
        if self._cells is not None and self._cell is not None:
            self._cells.append(self._cell)
        self._cell = None

    def _end_row(self) -> None:
        """Finish a row: one of a table, or what a table that only makes the layout holds."""
        self._end_cell()
        cells, self._cells = self._cells, None
        if not cells:
            return
        texts = self._spread(cells)
        blocks = [block for cell in cells for block in cell.blocks]
        filled = sum(bool(cell.blocks) for cell in cells)
        listed = filled > 1 or (len(texts) > 1 and len(blocks) == 1)
        if listed and not any(block.level for block in blocks):
            self.rows.append(Row(len(self.rows) + 1, "\t".join(texts), cells=texts))
            return
        for block in blocks:
            self.rows.append(Row(len(self.rows) + 1, block.text, None, block.level))

    def _spread(self, cells: list[_Cell]) -> tuple[str, ...]:
        """Return the texts of a row a column, empty where a cell reaches from above or left."""
        texts: list[str] = []
        left = list(reversed(cells))
        while left or self._reach.get(len(texts)):
            column = len(texts)
            if self._reach.get(column):
                self._reach[column] -= 1
                texts.append("")
                continue
            cell = left.pop()
            texts += [" ".join(block.text for block in cell.blocks), *[""] * (cell.wide - 1)]
            for place in range(column, column + cell.wide):
                self._reach[place] = cell.high - 1
        return tuple(texts)


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    """Return how many columns or rows a cell spans: at least 1, at most 100."""
    text = dict(attrs).get(name) or "1"
    return min(max(int(text), 1), 100) if text.isascii() and text.isdigit() else 1
