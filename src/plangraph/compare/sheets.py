"""A comparison as an Excel workbook: the table of subjects as on the page, and all tables."""

from __future__ import annotations

from typing import Any

from plangraph.compare.comparison import Comparison
from plangraph.compare.facts import Side
from plangraph.compare.html import plain
from plangraph.compare.subjects import Entry
from plangraph.compare.tables import tables, why_empty
from plangraph.compare.words import CELLS, STATUSES, Both
from plangraph.compare.workbooks import add_table, lead_to, new_book, put, saved, set_up_print
from plangraph.tables import Value

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


def workbook(found: Comparison) -> bytes:
    """Return the workbook (xlsx): titles stay text, whatever they begin with.

    The first sheet is the table of subjects; each city has a column with what it has
    and a column with where that stands, linked to the sheet of the outline.
    """
    book = new_book(found.on)
    every = tables(found)
    places = {row["id"]: number for number, row in enumerate(every["outline"], 2)}
    _subjects(book.active, found, places)
    for name, label in _NAMES.items():
        add_table(book.create_sheet(label.ja), every[name], why_empty(found, name))
    return saved(book)


def _subjects(sheet: Any, found: Comparison, places: dict[Value, int]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = "分野ごと"
    notes = [
        "これは公式の文書ではありません / This is not an official document",
        *(f"{plain(side.name)}: {_version(side)}" for side in found.sides),
        f"基準日 / as of {found.on.isoformat()}",
    ]
    for number, note in enumerate(notes, 1):
        put(sheet.cell(number, 1), note)
    head = len(notes) + 1
    titles = ["政策分野 / field"]
    for side in found.sides:
        titles += [plain(side.name), "行 / line"]
    for column, title in enumerate(titles, 1):
        put(sheet.cell(head, column), title).font = Font(bold=True)
    row = head + 1
    for subject in found.subjects:
        label = plain(subject.field.label) if subject.field else "分野なし / no field"
        columns: list[list[Entry]] = []
        for cell in subject.cells:
            shown = cell.entries if found.choice.narrow or found.choice.all_levels else cell.like
            columns.append(list(shown))
        height = max(1, *(len(column) for column in columns))
        for offset in range(height):
            put(sheet.cell(row + offset, 1), label)
        for place, (cell, entries) in enumerate(zip(subject.cells, columns, strict=True)):
            column = 2 + 2 * place
            if not entries:
                put(sheet.cell(row, column), plain(CELLS[cell.state])).font = Font(color="666666")
            for offset, entry in enumerate(entries):
                node = entry.node
                one = put(sheet.cell(row + offset, column), node.label)
                one.alignment = Alignment(wrap_text=True, vertical="top")
                where = sheet.cell(row + offset, column + 1)
                put(where, node.line)
                if node.iri in places:
                    lead_to(where, "体系", places[node.iri])
        row += height
    sheet.freeze_panes = sheet.cell(head + 1, 2)
    sheet.auto_filter.ref = f"A{head}:{sheet.cell(max(row - 1, head), len(titles)).coordinate}"
    sheet.column_dimensions["A"].width = 30
    for place in range(len(found.sides)):
        sheet.column_dimensions[sheet.cell(1, 2 + 2 * place).column_letter].width = 42
    set_up_print(sheet, head)


def _version(side: Side) -> str:
    o = side.outline
    if o is None:
        return plain(CELLS["unread"])
    excerpt = " 抜粋 / excerpt" if o.excerpt else ""
    return (
        f"{o.version} {o.title} {plain(STATUSES[o.status])} {o.date or '–'}{excerpt} {o.document}"
    )
