"""Rows as a page is read: what fonts, columns, contents pages and charts make of them, undone.

Each step knows one way in which extraction leaves a page, and gives all rows back, in the order in
which a person reads them.
"""

from __future__ import annotations

from plangraph.reading.recovery import (
    actions,
    astray,
    cleaning,
    coded_columns,
    contents_columns,
    contents_pages,
    contents_rows,
    due,
    facilities,
    feet,
    grids,
    gutters,
    itemmarks,
    labelled_lists,
    leaders,
    levelled,
    matrices,
    nestled,
    officed,
    pillars,
    placed,
    shifted,
    side_by_side,
    signs,
    spread,
    stacked,
    worktables,
)
from plangraph.reading.recovery.layout import gapped
from plangraph.reading.rows import Row


def mend(rows: list[Row]) -> list[Row]:
    """Return the rows in the order of reading, without ornaments, numbers with their titles."""
    english = feet.are_english(rows)
    led = contents_rows.part(
        leaders.settle(officed.part(matrices.read(facilities.read(signs.restore(rows)))))
    )
    if gapped(led):
        led = contents_columns.read(placed.read(worktables.read(led)))
        led = spread.barred(led) if english else led
    contents = leaders.whole(contents_pages.lead(led))
    if gapped(contents):
        contents = side_by_side.read(gutters.read(contents))
    parted = levelled.read(contents)
    clean = cleaning.without_ruby([cleaning.clean(row) for row in parted])
    whole = astray.join(astray.pages(clean))
    if english:
        whole = pillars.read(actions.in_columns(coded_columns.part(feet.without(whole))))
        whole = labelled_lists.part(itemmarks.restore(whole))
    cleaned = grids.bars(due.part(nestled.part(shifted.restore(whole))))
    return stacked.words(stacked.glyphs(stacked.upright(cleaned)))
