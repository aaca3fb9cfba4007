"""What Excel workbooks have in common: texts that stay texts, tables, no dates of today."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

from plangraph.tables import Table, Value

#: Characters that a workbook cannot hold.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDEST, _LONGEST = 60, 32_767
#: Columns that hold addresses of elements.
_ADDRESSES = ("id", "other_id", "former_id")


def new_book(day: date) -> Any:
    """Return an empty workbook that says it was made on ``day``: the same, whenever it is made."""
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(day.year, day.month, day.day)
    book.properties.creator = "plangraph"
    return book


def workbook_of(table: Table) -> bytes:
    """Return a workbook of one table."""
    book = new_book(date.today())
    add_table(book.active, table)
    return saved(book)


def put(cell: Any, value: Value) -> Any:
    """Put a value into a cell; a text is a text, never a formula."""
    if isinstance(value, str):
        cell.value = clean(value)[:_LONGEST]
        cell.data_type = "s"
        if value[:1] in "=+-@\t\r":
            cell.quotePrefix = True
    else:
        cell.value = value
    return cell


def clean(text: str) -> str:
    """Return a text without characters that a workbook cannot hold."""
    return _FORBIDDEN.sub(" ", text)


def add_table(sheet: Any, table: Table, empty: str | None = None) -> None:
    """Fill a sheet with a table: its head stays in view and filters, addresses are links.

    ``empty`` is said below the head of a table without rows.
    """
    from openpyxl.styles import Font

    for column, name in enumerate(table.columns, 1):
        put(sheet.cell(1, column), name).font = Font(bold=True)
        widths = [len(str(row[column - 1] or "")) for row in table.rows[:200]]
        letter = sheet.cell(1, column).column_letter
        sheet.column_dimensions[letter].width = min(_WIDEST, max([len(name), *widths]) + 4)
    for number, row in enumerate(table.rows, 2):
        for column, value in enumerate(row, 1):
            cell = put(sheet.cell(number, column), value)
            if table.columns[column - 1] in _ADDRESSES and str(value).startswith("http"):
                cell.hyperlink = str(value)
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions
    elif empty:
        put(sheet.cell(2, 1), empty).font = Font(color="666666")


def lead_to(cell: Any, sheet: str, row: int) -> None:
    """Make a cell lead to a row of another sheet."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!A{row}")
    cell.font = Font(underline="single", color="0A5A8A")


def set_up_print(sheet: Any, head: int) -> None:
    """Print a sheet as wide as the paper, with the row ``head`` above every page."""
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def saved(book: Any) -> bytes:
    """Return the file, with the dates of its parts set to one day, so that it is reproducible."""
    import zipfile

    written, out = io.BytesIO(), io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content
                )
            new.writestr(part, content)
    return out.getvalue()
