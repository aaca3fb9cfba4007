"""A diff as an Excel workbook: the changes as on the page, and every element with its address."""

from __future__ import annotations

from datetime import date
from typing import Any

from plangraph.compare.diff.changes import ASPECTS, STATUSES, Change, Diff
from plangraph.compare.diff.wording import Run
from plangraph.compare.diff.writing import table
from plangraph.compare.html import plain
from plangraph.compare.words import STATUSES as VERSION_STATUSES
from plangraph.compare.workbooks import (
    add_table,
    clean,
    lead_to,
    new_book,
    put,
    saved,
    set_up_print,
)
from plangraph.outline import Outline

_HEADS = (
    ("変化 / change", 24),
    ("種別 / kind", 24),
    ("要素 / element", 48),
    ("違い / difference", 60),
    ("前の行 / old line", 16),
    ("後の行 / new line", 16),
)
_TABLE = "明細"
#: Where a version has no date, the workbook says that it was made on this day.
_NO_DAY = date(2000, 1, 1)


def workbook(found: Diff, changed_only: bool) -> bytes:
    """Return the workbook (xlsx): words that went are struck out, words that came underlined.

    The lines of an element lead to its row in the sheet that has its address.
    """
    day = found.new.date or found.old.date
    book = new_book(date.fromisoformat(day) if day else _NO_DAY)
    _changes(book.active, found, found.told(changed_only))
    add_table(book.create_sheet(_TABLE), table(found, changed_only))
    return saved(book)


def _changes(sheet: Any, found: Diff, changes: list[Change]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = "変更点"
    notes = [
        "これは公式の文書ではありません / This is not an official document",
        f"前の版 / older: {_version(found.old)}",
        f"後の版 / newer: {_version(found.new)}",
        *([plain(found.note)] if found.note else ()),
        "・".join(
            f"{name.ja} {found.count(key)}" for key, name in STATUSES.items() if found.count(key)
        ),
    ]
    for number, note in enumerate(notes, 1):
        put(sheet.cell(number, 1), note)
    head = len(notes) + 1
    for column, (title, width) in enumerate(_HEADS, 1):
        cell = put(sheet.cell(head, column), title)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for place, change in enumerate(changes):
        row = head + 1 + place
        put(sheet.cell(row, 1), plain(STATUSES[change.status]))
        put(sheet.cell(row, 2), plain(found.kinds[change.node.kind]))
        put(sheet.cell(row, 3), change.node.label)
        sheet.cell(row, 4).value = _words(change)
        for column, node in ((5, change.old), (6, change.new)):
            if node and node.line:
                lead_to(put(sheet.cell(row, column), node.line), _TABLE, place + 2)
        for column in range(1, 5):
            indent = change.node.depth if column == 3 else 0
            sheet.cell(row, column).alignment = Alignment(
                wrap_text=True, vertical="top", indent=indent
            )
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.auto_filter.ref = f"A{head}:{sheet.cell(head + max(len(changes), 1), 6).coordinate}"
    set_up_print(sheet, head)


def _words(change: Change) -> Any:
    """Return what differs as text with marks; None where nothing does."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    looks = {
        "same": InlineFont(),
        "del": InlineFont(strike=True, color=Color("A3271B")),
        "ins": InlineFont(u="single", color=Color("0B6B4A")),
    }
    found: list[Any] = []

    def add(run: Run) -> None:
        found.append(TextBlock(looks[run.op], clean(run.text)))

    for place, aspect in enumerate(change.aspects):
        name = plain(ASPECTS[aspect.name])
        add(Run("same", f"\n{name}: " if place else f"{name}: "))
        for number, run in enumerate(aspect.runs):
            if number and aspect.between:
                add(Run("same", aspect.between))
            add(run)
    if change.reason:
        add(Run("same", ("\n" if found else "") + plain(change.reason)))
    return CellRichText(found) if found else None


def _version(outline: Outline) -> str:
    excerpt = " 抜粋 / excerpt" if outline.excerpt else ""
    return (
        f"{outline.version} {outline.title} {plain(VERSION_STATUSES[outline.status])}"
        f" {outline.date or '–'}{excerpt} {outline.document}"
    )
