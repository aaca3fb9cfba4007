"""What councils print: what is being done, numbers that count on, visions in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document

DOING = """Council Plan 2031 to 2035

Marrow Vale Council

Our strategic priorities are:

1. Dry cellars
2. Warm halls

Dry cellars

What we are doing:

• Raising the river wall by two feet
• Clearing the culverts

What difference will it make?

• Fewer wet feet

Warm halls

What we are doing:

• Running a fund for stoves
• Insulating two halls
"""
COUNTED = """Council Plan 2031-2035

Theme One: Dry Cellars

Where we want to be

Nobody bails at night.

1.1 A wall that holds. 1.1.1 Raise the river wall. 1.1.2 Inspect it, as told in 1.2.1 Weirs.

1.2 Culverts without leaves. 1.2.1 Clear all 14 culverts. 1.2.2 Buy a rake.

Theme Two: Warm Halls

2.1 Stoves for all. 2.1.1 Set up a fund.
"""
CELLS = """Attachment 2

Delivery Program 2031-2035

GOAL 1 A dry shire

OUTCOME 1.1 Cellars that stay dry

Strategy Action Performance Target By When Comment

1.1.1 Keep the river out

Raise the wall at the mill

Wall raised June 2032 Tenders called

Clear the culverts

December 2031 Half of them done

OUTCOME 1.2 Roads that stay open

Strategy Action Performance Target By When Comment

1.2.1 Care for gravel

Regravel 8 km of school routes

Annually 7 km done
"""
STATED = """Homes Strategy 2031

1. Our vision and priorities

1.1 Our vision is: 'That nobody in Marrow Vale sleeps on a pier.'

1.2 We will achieve this through two priorities:

Priority One – Warn early

Priority Two – Build again
"""
CONTENTS = """MARROW VALE COUNCIL PLAN 2031-2035
CONTENTS Community Vision
3
Theme 1: Dry Cellars
6
Key Projects / Initiatives
7
Theme 2: Warm Halls
10
Key Projects / Initiatives
11
Supporting Strategies & Plans
27 1
THEME 1: DRY CELLARS We will keep the river out.
KEY PROJECTS / INITIATIVES
• Mill wall stage 2
• Rake for the north culvert
THEME 2: WARM HALLS We will help halls to stay warm.
KEY PROJECTS / INITIATIVES
• Stove fund
"""
ONE_LINE = (
    "COUNCIL PLAN with the Health Plan 2031-2035 ADOPTED JUNE 2031 Contents Our Vision 4 About"
    " Marrow Vale 5 Theme 1: DRY CELLARS 17 Keep the river out of every street 19 Theme 2: WARM"
    " HALLS 22 Heat what stands empty 23 COUNCIL PLAN with the Health Plan 2031-2035 /1 Theme 1:"
    " DRY CELLARS Objective 1.1 Keep the river out of every street Strategies: 1.1.1 Raise the"
    " wall at the mill 1.1.2 Clear the culverts COUNCIL PLAN with the Health Plan 2031-2035 /19"
    " Theme 2: WARM HALLS Objective 2.1 Heat what stands empty Strategies: 2.1.1 Set up a fund"
    " for stoves COUNCIL PLAN with the Health Plan 2031-2035 /24 Marrow Vale Shire"
)
STREAMS = """2031-2035 Strategic Plan

The plan has two streams of focus:

1. Council Priorities, which outline the goals of the Council.
2. Office Priorities, which guide how the clerks serve it.

Three lenses were held up to every goal: Thrift and Candour, Weather, and Service.

Dry Cellars

Nobody bails at night.

Goals

• DC-01: Raise the river wall.
• DC-02: Clear the culverts.

Our People

Clerks stay and learn.

Goals

• OP-01: Fill posts in 60 days.

Marrow Vale Municipality
311 | Accessibility | Privacy | Contact
"""
NAMED = """Marrow Vale Municipality IDP 2031-2035

KEY PERFORMANCE AREA (KPA): DRY CELLARS

Strategic Objective: To keep the river out of every street

Raise the wall at the mill
Clear the culverts

KEY PERFORMANCE AREA (KPA): WARM HALLS

Strategic Objective: To heat what stands empty

Set up a fund for stoves
Insulate two halls
"""
PROMISED = """Marrow Isles Local Outcomes Improvement Plan 2031-2035

2. Our priorities

There are three priorities. They are;

o DRY CELLARS - Help people to keep the river out of their homes and their shops.
o WARM HALLS - Make it possible to meet in winter in every one of the villages.
o CLEAN STREETS - Help carts through the mud that the river leaves behind it.

3. How we will deliver

3.1 Dry cellars

By 2033 we will:
Raise the wall at the mill
Clear the culverts

By 2035 nobody will own a bucket.

3.2 Warm halls

By 2033 we will:
Set up a fund for stoves
Insulate two halls

3.3 Clean streets

By 2033 we will:
Buy a sweeper
Empty bins on Sundays

Table 1: How we will measure progress

Indicator\tNow (2030)\t2033\t2035
Buckets in use\t38%\t30%\t20%
Cold hours\t12 410\t9 000\t1 200
"""
COLUMNS = """Corporate Business Plan 2031 to 2035

Outcome 1.1 Cellars that stay dry
Strategy Actions 2031/32 2032/33
1.1.1 Keep the river out 1.1.1.1 Raise the wall at the mill \u2713
of every street 1.1.1.2 Inspect it each spring \u2713 \u2713
1.1.2 Help neighbours 1.1.2.1 Lend out pumps \u2713
in need
Outcome 1.2 Halls that stay warm
Strategy Actions 2031/32 2032/33
1.2.1 Heat what stands 1.2.1.1 Set up a fund for stoves \u2713
empty 1.2.1.2 Insulate two halls \u2713
"""
TWICE = """Marrow Vale Corporate Plan 2031 - 2035

We have three corporate objectives. These are to:

1. Keep cellars dry
2. Heat the halls
3. Sweep the streets

Objective 1: Keep cellars dry

During 2031/32 we will:

1.1 Raise the wall at the mill
1.2 Clear the culverts

Objective 2: Heat the halls

During 2031/32 we will:

2.1 Set up a fund for stoves
"""
PLAIN = """Marrow Borough Council Plan 2031-2035

Priority 1
Dry cellars

What we will do
We will deliver the following key projects and activities:
Raise the wall at the mill
Clear the culverts

What will success look like?
More people own no bucket

Priority 2
Warm halls

What we will do
We will deliver the following key projects and activities:
Set up a fund for stoves
Insulate two halls

What will success look like?
Fewer cold halls
"""
TABLES = """Marrow City Council Reconciliation Action Plan

Relationships

Action                                     Deliverable                        Timeline     Lead
1. Build relationships with Traditional    Meet with Elders by the river      March 2031   Clerk
   Owners                                  Develop an engagement plan         June 2031    Clerk
2. Celebrate the week of the river         Hold one public event              May 2032     Clerk

Respect

Action                                     Deliverable                        Timeline     Lead
3. Increase understanding of cultures      Offer learning to all clerks       Dec 2031     Clerk
"""
WRAPPED = """Marrow Vale Council Plan 2031-2035

Ripple 1: Raise the wall at the mill and
clear the culverts below it

Ripple 2: Set up a fund for stoves in
every village

Ripple 3: Buy a sweeper
"""
CASES = {
    "lists of what is being done, and no difference that it makes": (
        DOING,
        [("goal", "Dry cellars"), ("goal", "Warm halls"),
         ("measure", "Raising the river wall by two feet"), ("measure", "Clearing the culverts"),
         ("measure", "Running a fund for stoves"), ("measure", "Insulating two halls")],
    ),
    "numbers that go on from the first of their row": (
        COUNTED,
        [("goal", "Dry Cellars"), ("policy", "A wall that holds."),
         ("measure", "Raise the river wall."),
         ("measure", "Inspect it, as told in 1.2.1 Weirs."),
         ("policy", "Culverts without leaves."), ("measure", "Clear all 14 culverts."),
         ("measure", "Buy a rake."), ("goal", "Warm Halls"), ("policy", "Stoves for all."),
         ("measure", "Set up a fund.")],
    ),
    "acts among the cells of a table, each a paragraph": (
        CELLS,
        [("goal", "A dry shire"), ("policy", "Cellars that stay dry"),
         ("measure", "Keep the river out"), ("direction", "Raise the wall at the mill"),
         ("direction", "Clear the culverts"), ("policy", "Roads that stay open"),
         ("measure", "Care for gravel"), ("direction", "Regravel 8 km of school routes")],
    ),
    "a vision in a numbered sentence": (
        STATED,
        [("vision", "That nobody in Marrow Vale sleeps on a pier."), ("goal", "Warn early"),
         ("goal", "Build again")],
    ),
    "contents with pages on rows of their own, titles in capitals that ran into a sentence": (
        CONTENTS,
        [("goal", "DRY CELLARS"), ("measure", "Mill wall stage 2"),
         ("measure", "Rake for the north culvert"), ("goal", "WARM HALLS"),
         ("measure", "Stove fund")],
    ),
    "pages on one line, their contents and what each ends with": (
        ONE_LINE,
        [("goal", "DRY CELLARS"), ("policy", "Keep the river out of every street"),
         ("measure", "Raise the wall at the mill"), ("measure", "Clear the culverts"),
         ("goal", "WARM HALLS"), ("policy", "Heat what stands empty"),
         ("measure", "Set up a fund for stoves")],
    ),
    "names and what they do, lenses that are no goals, a goal called Our People, a foot": (
        STREAMS,
        [("policy", "Council Priorities"), ("policy", "Office Priorities"),
         ("goal", "Dry Cellars"), ("measure", "Raise the river wall."),
         ("measure", "Clear the culverts."), ("goal", "Our People"),
         ("measure", "Fill posts in 60 days.")],
    ),
    "levels that a word names without counting, acts below them": (
        NAMED,
        [("goal", "DRY CELLARS"), ("policy", "To keep the river out of every street"),
         ("measure", "Raise the wall at the mill"), ("measure", "Clear the culverts"),
         ("goal", "WARM HALLS"), ("policy", "To heat what stands empty"),
         ("measure", "Set up a fund for stoves"), ("measure", "Insulate two halls")],
    ),
    "priorities that a sentence before speaks of, and years that leap": (
        PROMISED,
        [("goal", "Dry cellars"), ("direction", "Raise the wall at the mill"),
         ("direction", "Clear the culverts"), ("goal", "Warm halls"),
         ("direction", "Set up a fund for stoves"), ("direction", "Insulate two halls"),
         ("goal", "Clean streets"), ("direction", "Buy a sweeper"),
         ("direction", "Empty bins on Sundays"), ("indicator", "Buckets in use"),
         ("indicator", "Cold hours")],
    ),
    "two columns of codes, line by line": (
        COLUMNS,
        [("policy", "Cellars that stay dry"), ("measure", "Keep the river out of every street"),
         ("direction", "Raise the wall at the mill"), ("direction", "Inspect it each spring"),
         ("measure", "Help neighbours in need"), ("direction", "Lend out pumps"),
         ("policy", "Halls that stay warm"), ("measure", "Heat what stands empty"),
         ("direction", "Set up a fund for stoves"), ("direction", "Insulate two halls")],
    ),
    "goals of a list that a word counts again below": (
        TWICE,
        [("goal", "Sweep the streets"), ("goal", "Keep cellars dry"),
         ("measure", "Raise the wall at the mill"), ("measure", "Clear the culverts"),
         ("goal", "Heat the halls"), ("measure", "Set up a fund for stoves")],
    ),
    "lists without marks, those of what is done and of what it brings": (
        PLAIN,
        [("goal", "Dry cellars"), ("measure", "Raise the wall at the mill"),
         ("measure", "Clear the culverts"), ("goal", "Warm halls"),
         ("measure", "Set up a fund for stoves"), ("measure", "Insulate two halls")],
    ),
    "columns of actions and deliverables by their places": (
        TABLES,
        [("goal", "Relationships"), ("measure", "Build relationships with Traditional Owners"),
         ("direction", "Meet with Elders by the river"),
         ("direction", "Develop an engagement plan"),
         ("measure", "Celebrate the week of the river"), ("direction", "Hold one public event"),
         ("goal", "Respect"), ("measure", "Increase understanding of cultures"),
         ("direction", "Offer learning to all clerks")],
    ),
    "titles of two lines behind a word that no other plan counts by": (
        WRAPPED,
        [("goal", "Raise the wall at the mill and clear the culverts below it"),
         ("goal", "Set up a fund for stoves in every village"), ("goal", "Buy a sweeper")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_councils(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    file = tmp_path / "page.txt"
    file.write_text(text, encoding="utf-8")
    found = [(one.kind, one.item.title) for one in read_document(file).plan.entries()]
    assert sorted(found) == sorted(expected)
