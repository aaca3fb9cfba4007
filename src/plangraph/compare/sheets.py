"""A comparison as an Excel workbook: the table of subjects as on the page, and all tables."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from plangraph.compare.comparison import Comparison
from plangraph.compare.facts import Side
from plangraph.compare.html import plain
from plangraph.compare.subjects import Entry
from plangraph.compare.tables import tables
from plangraph.compare.words import CELLS, STATUSES, Both
from plangraph.tables import Table, Value

#: Characters that a workbook cannot hold.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMES = {
    "counterparts": Both("対応", "counterparts"),
    "gaps": Both("欠落", "gaps"),
    "versions": Both("版", "versions"),
    "levels": Both("階層", "levels"),
    "structure": Both("構造", "structure"),
    "likeness": Both("近さ", "likeness"),
    "fields": Both("分野", "fields"),
    "goals": Both("SDGs", "SDGs"),
    "sectoral-plans": Both("個別計画", "sectoral plans"),
    "coherence": Both("整合", "coherence"),
    "indicators": Both("指標", "indicators"),
    "outline": Both("体系", "outline"),
    "subjects": Both("分野の明細", "subjects, a row an element"),
}
_WIDEST = 60


def workbook(found: Comparison) -> bytes:
    """Return the workbook (xlsx): titles stay text, whatever they begin with.

    The first sheet is the table of subjects; each city has a column with what it has
    and a column with where that stands, linked to the sheet of the outline.
    """
    import openpyxl

    book = openpyxl.Workbook()
    # The same comparison gives the same file, whenever it is made.
    made = datetime(found.on.year, found.on.month, found.on.day)
    book.properties.created = book.properties.modified = made
    book.properties.creator = "plangraph"
    every = tables(found)
    places = {row["id"]: number for number, row in enumerate(every["outline"], 2)}
    _subjects(book.active, found, places)
    for name, label in _NAMES.items():
        _sheet(book.create_sheet(label.ja), every[name])
    out = io.BytesIO()
    book.save(out)
    return _undated(out.getvalue())


def _subjects(sheet: Any, found: Comparison, places: dict[Value, int]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = "分野ごと"
    notes = [
        "これは公式の文書ではありません / This is not an official document",
        *(f"{plain(side.name)}: {_version(side)}" for side in found.sides),
        f"基準日 / as of {found.on.isoformat()}",
    ]
    for number, note in enumerate(notes, 1):
        _put(sheet.cell(number, 1), note)
    head = len(notes) + 1
    titles = ["政策分野 / field"]
    for side in found.sides:
        titles += [plain(side.name), "行 / line"]
    for column, title in enumerate(titles, 1):
        _put(sheet.cell(head, column), title).font = Font(bold=True)
    row = head + 1
    for subject in found.subjects:
        label = plain(subject.field.label) if subject.field else "分野なし / no field"
        columns: list[list[Entry]] = []
        for cell in subject.cells:
            shown = cell.entries if found.choice.narrow or found.choice.all_levels else cell.like
            columns.append(list(shown))
        height = max(1, *(len(column) for column in columns))
        for offset in range(height):
            _put(sheet.cell(row + offset, 1), label)
        for place, (cell, entries) in enumerate(zip(subject.cells, columns, strict=True)):
            column = 2 + 2 * place
            if not entries:
                _put(sheet.cell(row, column), plain(CELLS[cell.state])).font = Font(color="666666")
            for offset, entry in enumerate(entries):
                node = entry.node
                one = _put(sheet.cell(row + offset, column), node.label)
                one.alignment = Alignment(wrap_text=True, vertical="top")
                where = sheet.cell(row + offset, column + 1)
                _put(where, node.line)
                if node.iri in places:
                    where.hyperlink = f"#'体系'!A{places[node.iri]}"
                    where.font = Font(underline="single", color="0A5A8A")
        row += height
    sheet.freeze_panes = sheet.cell(head + 1, 2)
    sheet.auto_filter.ref = f"A{head}:{sheet.cell(max(row - 1, head), len(titles)).coordinate}"
    sheet.column_dimensions["A"].width = 30
    for place in range(len(found.sides)):
        sheet.column_dimensions[sheet.cell(1, 2 + 2 * place).column_letter].width = 42
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _version(side: Side) -> str:
    o = side.outline
    if o is None:
        return plain(CELLS["unread"])
    excerpt = " 抜粋 / excerpt" if o.excerpt else ""
    return (
        f"{o.version} {o.title} {plain(STATUSES[o.status])} {o.date or '–'}{excerpt} {o.document}"
    )


def _sheet(sheet: Any, table: Table) -> None:
    from openpyxl.styles import Font

    for column, name in enumerate(table.columns, 1):
        _put(sheet.cell(1, column), name).font = Font(bold=True)
        widths = [len(str(row[column - 1] or "")) for row in table.rows[:200]]
        letter = sheet.cell(1, column).column_letter
        sheet.column_dimensions[letter].width = min(_WIDEST, max([len(name), *widths]) + 4)
    for number, row in enumerate(table.rows, 2):
        for column, value in enumerate(row, 1):
            cell = _put(sheet.cell(number, column), value)
            if table.columns[column - 1] in ("id", "other_id") and value:
                cell.hyperlink = str(value)
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions


def _put(cell: Any, value: Value) -> Any:
    """Put a value into a cell; a text is a text, never a formula."""
    if isinstance(value, str):
        cell.value = _FORBIDDEN.sub(" ", value)[:32_767]
        cell.data_type = "s"
        if value[:1] in "=+-@\t\r":
            cell.quotePrefix = True
    else:
        cell.value = value
    return cell


def _undated(body: bytes) -> bytes:
    """Return the file with the dates of its parts set to one day, so that it is reproducible."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w") as new:
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
