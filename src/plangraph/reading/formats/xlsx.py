"""Workbooks (XLSX): a row of a sheet is a row of a table."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from plangraph.errors import at
from plangraph.language import tr
from plangraph.reading.formats import _zip
from plangraph.reading.rows import DocumentError, Row, Source

SUFFIXES = (".xlsx", ".xlsm")
ORDER = 21

#: A line end within a word that was broken to fit its cell: no space, unlike one after a name.
_BROKEN = re.compile(
    r"(?<=[ぁ-んァ-ヶー一-龥々])(?<![課室局部係所館画ン])\s*\n\s*(?=[ぁ-んァ-ヶー一-龥])"
)
#: The form of a share in hundredths.
_SHARE = re.compile(r"[#,]*0(?:\.(?P<places>0+))?%(?:_[ )])?")
#: More cells are not read.
MOST_CELLS = 3_000_000


def recognises(head: bytes) -> bool:
    """A ZIP archive whose first parts are those of a workbook."""
    return _zip.is_zip(head) and b"xl/" in head


def read(data: bytes, name: str) -> Source:
    """Read the values of all sheets, merged cells once."""
    _zip.open_archive(data, name).close()
    import openpyxl

    rows: list[Row] = []
    seen = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for page, sheet in enumerate(book.worksheets, 1):
                for cells in sheet.iter_rows():
                    values = [_value(cell) for cell in cells]
                    seen += len(values)
                    if seen > MOST_CELLS:
                        raise DocumentError(
                            tr("the workbook has more than {most} cells", most=f"{MOST_CELLS:,}"),
                            place=at(name),
                            advice=tr("keep the sheets that list plans or indicators"),
                        )  # fmt: skip
                    rows.append(as_row(values, len(rows) + 1, page))
                rows.append(Row(len(rows) + 1, "", page))
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(
            tr("the workbook cannot be read: {problem}", problem=type(error).__name__),
            place=at(name), advice=tr("save it again as .xlsx"),
        ) from None  # fmt: skip
    while rows and not rows[-1].text:
        rows.pop()
    return Source(rows, pages=len(book.worksheets), register=True)


def _value(cell: Any) -> object:
    """Return what a cell holds; shares as they are shown: 0.752 in the form 0.0% is 75.2%."""
    value = cell.value
    if isinstance(value, int | float) and (form := _SHARE.fullmatch(cell.number_format)):
        return f"{value:.{len(form['places'] or '')}%}"
    return value


def as_row(values: Sequence[object], number: int, page: int | None = None) -> Row:
    """Turn the cells of a row into a row of a table."""
    cells = [_shown(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    filled = [cell for cell in cells if cell]
    if len(filled) <= 1:
        alone = tuple(cells) if len(cells) > 1 else ()  # below merged cells
        return Row(number, filled[0] if filled else "", page, cells=alone)
    return Row(number, "\t".join(cells), page, cells=tuple(cells))


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    text = str(value)
    return " ".join((_BROKEN.sub("", text) if "\n" in text else text).split())
