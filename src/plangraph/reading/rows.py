"""Rows and units: the two shapes that a document takes before it becomes a plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from plangraph.errors import PlangraphError
from plangraph.reading.terms.codes import Code


class DocumentError(PlangraphError):
    """A document that cannot be read, and what to do about it."""


@dataclass(slots=True)
class Row:
    """A physical line of the document: text, page, and what the layout says of it."""

    number: int
    text: str
    page: int | None = None
    #: Heading level that the format states (Markdown, HTML, DOCX), 1 is the highest.
    level: int | None = None
    #: Height of the letters relative to the body text, where the format knows it.
    size: float = 1.0
    cells: tuple[str, ...] = ()
    #: The number of the last line that recovery put into it, where it did.
    last: int = 0
    #: Who acts, as another cell of its table says.
    departments: tuple[str, ...] = ()


@dataclass(slots=True)
class Source:
    """A document as its format reader gives it."""

    rows: list[Row]
    pages: int | None = None
    title: str | None = None
    #: What the reader could not decode or had to skip.
    doubts: list[tuple[str, int | None]] = field(default_factory=list)
    #: True for a register: a document that is nothing but tables.
    register: bool = False


@dataclass(slots=True)
class Unit:
    """A logical line: a heading, a paragraph, an item of a list, a row of a table."""

    text: str
    first: int
    last: int
    page: int | None = None
    level: int | None = None
    size: float = 1.0
    cells: tuple[str, ...] = ()
    #: Blank lines before the unit, and blanks at its beginning.
    gap: int = 0
    indent: int = 0
    mark: str = ""
    code: Code | None = None
    #: The text after mark and code.
    rest: str = ""
    #: A line of a contents page: a page number stood at its end.
    contents: bool = False
    #: Set where a stage has used or put aside the unit: table, noise, legend …
    use: str = ""
    #: As printed, where recovery changed the text.
    printed: str = ""
    #: What recovery repaired.
    repair: str = ""
    #: True for a whole sentence or a paragraph.
    prose: bool = False
    #: The kind that the column of a table gives to what stands in it.
    hint: str = ""
    departments: tuple[str, ...] = ()
    sdgs: tuple[int, ...] = ()
    #: What a cell of a sheet held, or of a table of elements: it ends with its table.
    celled: bool = False
    #: The fields that stood in brackets beside its title.
    keywords: tuple[str, ...] = ()
