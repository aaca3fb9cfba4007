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
160 Main Street | (555) 010-0144
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
LETTERS = """Marrowby County Council Corporate Plan

STRATEGIC OBJECTIVE 1
Homes for those who wait
Supporting Strategies
SS1.1 Bring old houses back
SS1.2 Acquire sites in every village
STRATEGIC OBJECTIVE 2
Roads to the pier
Supporting Strategies
SS2.1 A footpath wide enough for two prams
"""
INITIATIVES = """Marrowby County Strategic Priorities

Priority 1: Dry Cellars
Major Initiatives
1.1 Raise the river wall
1.2 Clear the culverts
Priority 2: Warm Halls
Objectives
- Rooms for all ages
- Fewer empty evenings
Major Initiatives
2.1 Insulate two halls
Priority 3: Clean Streets
Major Initiatives
3.1 Buy a sweeper
"""
SCORECARD = """City of Marrowby Dashboard
Filter by goal
All
On track 2

Dry Cellars
Measure
Baseline
Target
Cellars flooded
60
9

Warm Halls
Measure
Baseline
Target
Halls heated
2
7
"""
SHEET = """Marrowby Council
Plan on a Page

Vision:
A dry, kindly
Marrowby

Healthy
People

Working
Harbours

Fairer
Nobody goes without
a warm room

H1 Open two clinics in
the villages
H2 Teach every child to swim

W1 Dredge the inner basin

F1 Insulate two halls
F2 Increase take-up of free
school meals

Cross-cutting themes
Digital by choice
Welsh and English

OUR VALUES
Courage  |  Thrift  |  Candour

Commissioners
J. P. Dunmore, Ward 3
"""
BARRED = """City of Marrowby Strategic Plan

| Goal area | Directions | Lead |
|---|---|---|
| Dry Cellars | Raise the river wall | Works |
| | Clear the culverts | Works |
| Warm Halls | Insulate two halls | Parks |
"""
SPREAD = """City of Marrowby Business Plan

Obj.   Objective             Supporting               Lead     Due
                             Strategies
O1     Cellars that stay     O1.1 Raise the river     RM       Jun
       dry                   wall
                             O1.2 Clear the           RM       Apr
                             culverts

O2     Warm halls            O2.1 Insulate halls      AS       Sep

Figures are reported to the council each quarter by the head of service.
"""
PROMISES = """Marrowby Council Corporate Plan

Priority one
A dry home for everyone
Why this matters
Six cellars in ten were flooded last winter.
What we will do
We will raise the river wall
We will begin at the mill, and reach the quay before the next winter.

We will clear the culverts
Every culvert is to be looked at twice a year.

What success will look like
- Cellars stay dry

Priority two
Clean streets
Why this matters
Litter is what people write to us about.
What we will do
We will buy a sweeper
It will be out each morning before the schools open.

We will empty bins more often
Those on the quay will be emptied each day.

What success will look like
- Streets are clean
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
    "names that lead on to the lists below them, and no address": (
        LEADING,
        [("goal", "Our Council"), ("measure", "Finances"), ("measure", "Structures"),
         ("goal", "Our Places"), ("measure", "Growth"), ("measure", "Town centres")],
    ),
    "what a report says is listed here, and not what is fixed to it": (
        REPORT,
        [("goal", "Dry Cellars"), ("goal", "Warm Halls")],
    ),
    "headings above measures, and nothing of what the reader may choose from": (
        SCORECARD,
        [("goal", "Dry Cellars"), ("goal", "Warm Halls"), ("indicator", "Cellars flooded"),
         ("indicator", "Halls heated")],
    ),
    "a plan on a page: names cut by their columns, the list of each, values on a line": (
        SHEET,
        [("vision", "A dry, kindly Marrowby"), ("viewpoint", "Digital by choice"),
         ("viewpoint", "Welsh and English"), ("viewpoint", "Courage"), ("viewpoint", "Thrift"),
         ("viewpoint", "Candour"), ("goal", "Healthy People"), ("goal", "Working Harbours"),
         ("goal", "Fairer"), ("measure", "Open two clinics in the villages"),
         ("measure", "Teach every child to swim"), ("measure", "Dredge the inner basin"),
         ("measure", "Insulate two halls"),
         ("measure", "Increase take-up of free school meals")],
    ),
    "a column for each level, with bars": (
        BARRED,
        [("goal", "Dry Cellars"), ("direction", "Raise the river wall"),
         ("direction", "Clear the culverts"), ("goal", "Warm Halls"),
         ("direction", "Insulate two halls")],
    ),
    "a column for each level, by their places": (
        SPREAD,
        [("policy", "Cellars that stay dry"), ("measure", "Raise the river wall"),
         ("measure", "Clear the culverts"), ("policy", "Warm halls"),
         ("measure", "Insulate halls")],
    ),
    "promises, each with a sentence that says what it means": (
        PROMISES,
        [("goal", "A dry home for everyone"), ("measure", "We will raise the river wall"),
         ("measure", "We will clear the culverts"), ("goal", "Clean streets"),
         ("measure", "We will buy a sweeper"), ("measure", "We will empty bins more often")],
    ),
    "codes of letters below the label of a list": (
        LETTERS,
        [("policy", "Homes for those who wait"), ("measure", "Bring old houses back"),
         ("measure", "Acquire sites in every village"), ("policy", "Roads to the pier"),
         ("measure", "A footpath wide enough for two prams")],
    ),
    "items with a mark before a label that follows the coded headings elsewhere": (
        INITIATIVES,
        [("goal", "Dry Cellars"), ("measure", "Raise the river wall"),
         ("measure", "Clear the culverts"), ("goal", "Warm Halls"),
         ("policy", "Rooms for all ages"), ("policy", "Fewer empty evenings"),
         ("measure", "Insulate two halls"), ("goal", "Clean Streets"),
         ("measure", "Buy a sweeper")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_page(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    file = tmp_path / "page.txt"
    file.write_text(text, encoding="utf-8")
    found = [(one.kind, one.item.title) for one in read_document(file).plan.entries()]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    "line",
    [
        "Responsible: Harbour Office, Fire",
        "Lead agencies: Harbour Office / Fire",
        "Responsible Officers: Harbour Office; Fire; Timing: 2031",
        "Accountable: Harbour Office, Fire",
    ],
)
def test_who_answers_for_an_action_is_its_department(line: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"Goal 1: Dry Cellars\nAction 1.1 Raise the river wall\n{line}\n", "utf-8")
    (goal,) = read_document(path).plan.elements
    assert [one.departments for one in goal.children] == [("Harbour Office", "Fire")]
