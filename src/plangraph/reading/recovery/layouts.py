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
from plangraph.reading.recovery.leaders import BARE, LEADER
from plangraph.reading.recovery.steps import (
    Step,
    always,
    both,
    either,
    english,
    foreign,
    gapped,
    holding,
    run,
)
from plangraph.reading.rows import Row

#: What a row or a part of it is that leads to a page.
_LED = either(foreign, holding("..", ". ."))
#: The steps in their order, each with what a text has where it may change anything.
_STEPS = (
    Step(signs.restore, either(foreign, holding("(cid:"))),
    Step(facilities.read, holding("施設名")),
    Step(matrices.read, gapped),
    Step(officed.part, foreign),
    Step(leaders.settle, either(gapped, _LED, holding("\n.", " ."))),
    Step(contents_rows.part, foreign),
    Step(worktables.read, gapped),
    Step(placed.read, gapped),
    Step(contents_columns.read, gapped),
    Step(spread.barred, both(english, gapped)),
    Step(contents_pages.lead, always),
    Step(leaders.whole, holding(LEADER, BARE)),
    Step(gutters.read, gapped),
    Step(side_by_side.read, gapped),
    Step(levelled.read, foreign),
    Step(cleaning.undress, always),
    Step(cleaning.without_ruby, foreign),
    Step(astray.pages, _LED),
    Step(astray.join, _LED),
    Step(feet.without, english),
    Step(coded_columns.part, english),
    Step(actions.in_columns, english),
    Step(pillars.read, both(english, gapped)),
    Step(labelled_lists.part, both(english, holding(":", labelled_lists.POINT))),
    Step(itemmarks.restore, english),
    Step(shifted.restore, holding("@", "第T章")),
    Step(nestled.part, foreign),
    Step(due.part, foreign),
    Step(grids.bars, holding("|")),
    Step(stacked.upright, either(foreign, holding("G\n", "G "))),  # G, O, A, L
    Step(stacked.glyphs, always),
    Step(stacked.words, either(foreign, holding("GOAL", "Goal"))),
)


def mend(rows: list[Row]) -> list[Row]:
    """Return the rows in the order of reading, without ornaments, numbers with their titles."""
    return run(rows, _STEPS, english=feet.are_english(rows))
