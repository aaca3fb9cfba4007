"""What is read from pages in English on which a government tells what it adopted."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document

RESOLUTION = """RESOLUTION NO. 31-07

A RESOLUTION OF THE TOWN OF FERRYLEA ADOPTING ITS STRATEGIC PRIORITIES

WHEREAS, residents answered a survey; and

Section 1. The Strategic Plan is hereby adopted.
Section 2. The following priorities shall guide our work:
1. Dry Cellars
   i. Raise the river wall;
   ii. Clear the culverts; and
2. Warm Halls
   i. Insulate two halls;
Section 3. Staff shall report each year.

PASSED AND ADOPTED by the following vote:
AYES: 5
NOES: 0
Mayor
"""
COUNTED = """Strategic Plan

The Council has set three (3) key priorities for the years ahead.

Close to Home
Where Paths Meet
A Fair Start

More information
Council minutes
"""
LEADING = """City of Marrowby Corporate Plan

Our priorities for the years ahead are as follows.

Our Council, involving areas such as:
- Finances
- Structures
Our Places, where we will focus on:
- Growth
- Town centres
"""
REPORT = """STAFF REPORT
SUBJECT: Strategic Plan 2031-2034
BACKGROUND
Today's goals, ratified by Council, are listed here.
• Dry Cellars;
• Warm Halls;
FISCAL IMPACT
None.
ATTACHMENTS
A. Draft plan
B. Survey results
"""
CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "what a resolution adopts, and nothing of how was voted": (
        RESOLUTION,
        [("goal", "Dry Cellars"), ("measure", "Raise the river wall"),
         ("measure", "Clear the culverts"), ("goal", "Warm Halls"),
         ("measure", "Insulate two halls")],
    ),
    "as many lines as a sentence counts goals, whatever words they begin with": (
        COUNTED,
        [("goal", "Close to Home"), ("goal", "Where Paths Meet"), ("goal", "A Fair Start")],
    ),
    "names that lead on to the lists below them": (
        LEADING,
        [("goal", "Our Council"), ("measure", "Finances"), ("measure", "Structures"),
         ("goal", "Our Places"), ("measure", "Growth"), ("measure", "Town centres")],
    ),
    "what a report says is listed here, and not what is fixed to it": (
        REPORT,
        [("goal", "Dry Cellars"), ("goal", "Warm Halls")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_page(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    file = tmp_path / "page.txt"
    file.write_text(text, encoding="utf-8")
    found = [(one.kind, one.item.title) for one in read_document(file).plan.entries()]
    assert found == expected
