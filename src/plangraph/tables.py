"""Tables: what questions and listings answer, and how they are written.

Formats: ``table`` for people, ``csv``, ``tsv`` and ``json`` for machines. A value that
is not known is null in JSON, an empty field in CSV and TSV, ``–`` in a table.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from plangraph.language import counted
from plangraph.vocabulary import XSD

TYPE_CHECKING = False  # as typing has it, without importing typing
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    import pandas

Value = str | int | float | bool | None
FORMATS = ("table", "csv", "tsv", "json")
#: Columns whose cells are copied into another command.
IDENTIFIERS = frozenset(("id", "version"))


class Table:
    """Rows under named columns.

    Iterating gives one dict a row; ``rows`` has them as tuples.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[tuple[Value, ...]]) -> None:
        self.columns = tuple(columns)
        self.rows = list(rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, place: int) -> dict[str, Value]:
        return dict(zip(self.columns, self.rows[place], strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and (self.columns, self.rows) == (other.columns, other.rows)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Table {counted(len(self.rows), 'row(s)')}: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        from html import escape

        def line(tag: str, values: Sequence[object]) -> str:
            cells = (f"<{tag}>{escape(_shown(v))}</{tag}>" for v in values)
            return f"<tr>{''.join(cells)}</tr>"

        body = "".join(line("td", row) for row in self.rows)
        return f"<table><thead>{line('th', self.columns)}</thead><tbody>{body}</tbody></table>"

    def to_pandas(self) -> pandas.DataFrame:
        """Return the table as a pandas frame; needs the extra ``plangraph[pandas]``."""
        import pandas

        return pandas.DataFrame(self.rows, columns=list(self.columns))


def render(table: Table, form: str = "table", width: int | None = None) -> str:
    """Return ``table`` as text in one of FORMATS.

    ``width`` (columns of a terminal) shortens the widest cells of a ``table``, but never an id:
    that is to be copied. Where it is very narrow, columns that an id repeats are left out.
    """
    if form == "json":
        import json

        return json.dumps(list(table), ensure_ascii=False, indent=1) + "\n"
    if form in ("csv", "tsv"):
        import csv
        import io

        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t" if form == "tsv" else ",", lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(table.rows)
        return out.getvalue()
    return _aligned(table, width)


def _shown(value: object) -> str:
    if value is None:
        return "–"
    text = str(value)
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def text_width(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes (kanji and kana take two)."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def shorten(text: str, width: int) -> str:
    """Cut ``text`` to ``width`` columns, with … where something was cut."""
    if text_width(text) <= width:
        return text
    kept, used = "", 1
    for char in text:
        used += text_width(char)
        if used > width:
            break
        kept += char
    return kept + "…"


def _aligned(table: Table, width: int | None) -> str:
    cells = [[_shown(value) for value in row] for row in table.rows]
    widths = [
        max([text_width(name), *(text_width(row[i]) for row in cells)])
        for i, name in enumerate(table.columns)
    ]
    numeric = [
        bool(table.rows) and all(isinstance(row[i], (int, float, type(None))) for row in table.rows)
        for i in range(len(widths))
    ]
    room = width - 2 * (len(widths) - 1) if width else sum(widths)
    if sum(widths) > room:
        whole = [n or name in IDENTIFIERS for n, name in zip(numeric, table.columns, strict=True)]
        kept = _kept(table.columns, cells)
        if sum(_fit(widths, whole, room, (24,))) > room and len(kept) < len(widths):
            fewer = Table(
                [table.columns[i] for i in kept],
                [tuple(row[i] for i in kept) for row in table.rows],
            )
            return _aligned(fewer, width)
        widths = _fit(widths, whole, room)
        cells = [[shorten(c, w) for c, w in zip(row, widths, strict=True)] for row in cells]

    def line(row: Sequence[str]) -> str:
        parts = []
        for text, room, right in zip(row, widths, numeric, strict=True):
            space = " " * (room - text_width(text))
            parts.append(space + text if right else text + space)
        return "  ".join(parts).rstrip()

    rule = ["─" * w for w in widths]
    head = [shorten(name, w) for name, w in zip(table.columns, widths, strict=True)]
    return "\n".join(line(row) for row in [head, rule, *cells]) + "\n"


def _kept(columns: Sequence[str], cells: list[list[str]]) -> list[int]:
    """Return the columns without those of which every cell begins that of an id."""

    def repeated(place: int) -> bool:
        return any(
            name in IDENTIFIERS
            and name != columns[place]
            and all(row[other].startswith(row[place]) for row in cells)
            for other, name in enumerate(columns)
        )

    return [i for i in range(len(columns)) if not (cells and repeated(i))]


def _fit(
    widths: list[int], whole: list[bool], room: int, leasts: tuple[int, ...] = (8, 4)
) -> list[int]:
    """Narrow the widest columns, to 8 and if need be to 4, until the sum fits into ``room``.

    Columns that are to stay ``whole`` do, so that the sum may be larger still.
    """
    widths = list(widths)
    for least in leasts:
        while sum(widths) > room:
            widest = max(0 if stays else w for w, stays in zip(widths, whole, strict=True))
            if widest <= least:
                break
            at = next(i for i, w in enumerate(widths) if w == widest and not whole[i])
            widths[at] -= 1
    return widths


def rows_of(solutions: Any) -> Table:
    """Turn SPARQL solutions of pyoxigraph into a Table with plain Python values."""
    columns = [variable.value for variable in solutions.variables]
    return Table(columns, [tuple(map(_plain, solution)) for solution in solutions])


_INTEGERS = frozenset((XSD.integer, XSD.int, XSD.long, XSD.nonNegativeInteger, XSD.gYear))
_FLOATS = frozenset((XSD.decimal, XSD.double, XSD.float))


def _plain(term: Any) -> Value:
    if term is None:
        return None
    if type(term) is NamedNode:  # most terms are, and asking them for a datatype takes longest
        iri: str = term.value
        return iri
    kind = getattr(term, "datatype", None)
    if kind is None:
        return str(term.value) if hasattr(term, "value") else str(term)
    text: str = term.value
    try:
        if kind in _INTEGERS:
            return int(text)
        if kind in _FLOATS:
            return float(text)
    except ValueError:
        return text
    if kind == XSD.boolean:
        return text in ("true", "1")
    return text
