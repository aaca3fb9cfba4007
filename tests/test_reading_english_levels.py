"""What levels the elements of English plans have: chapters, goals with a statement, policies."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document

DIVIDED = """The Fifth Marrowhama City Comprehensive Plan (Outline)

Chapter II

Future Image of the City

"A City of Wells, Where Neighbors Stop to Talk"

Basic Goal 1  A city where children swim

Section 1
Clear water

1) Promote the care of wells.

2) Subsidize filters up to half.

Section 2
Safe banks

1) Rebuild steps in order.

Basic Goal 2  A city with lively quays

Section 1
Boats for everyone

1) Foster clubs that build boats.

2) Open the sheds on Sundays.

(C) Marrowhama City, Planning Division. 1 Harbour Plaza
"""
AMENDMENT = """Proposed amendments follow the goals of the Vale County Comprehensive Plan.

GOAL ONE: The care of orchards and of the lanes between them.

Policy 1.1 Guide growth so that most infill happens in the urbanizing areas around the mill
while the orchards on the northern slope remain whole. The purpose of infill will be to keep
lanes quiet.

Policy 1.2 Part working orchards from new homes by means of a
100-foot hedge.

GOAL TWO: A choice of homes in every valley.

Policy 2.1 Permit second kitchens in all districts.
"""
MEASURES = """The Board of County Commissioners adopted the 2031-2034 Strategic Plan.

Goal 1: Safe Ferries

| Measures | Baseline | Target (Annual) |
|---|---|---|
| 1. Calls answered within 15 seconds | 88% (FY30) | 95% (CY32) |

Read below for more information about each measure.

1. Measure: Calls answered within 15 seconds
Description: The share of calls that a person answers within 15 seconds of the first ring.

- Objective 1.1: Fill all posts
- Objective 1.2: Build a pier

Goal 2: Dry Cellars

- Objective 2.1: Raise the river wall

Marlin County, Office of Budget
1 County Plaza | Accessibility
"""
STATED = """Marrowby County Strategic Plan

Pillar One
CONNECTED ROADS

Our Goal:
Roads and bridges that serve every corner of the county.

Key Actions:
1. Finish the plan for gravel roads.
2. Bring fibre to nine farms.

Pillar Two
HEALTHY PEOPLE

Our Goal:
Residents of all ages live and age well close to home.

Key Actions:
1. Build a pool.
2. Recruit two doctors.
"""
OUTCOMES = """# Our community outcomes and priorities

Our Long-term Plan sets out what the District Council will do. It is meant for four outcomes.

## Our vision

Thriving people, healthy wells
He iwi ora

## Our community outcomes

### 1. Connected quays

**What we will do**

- Build a pier
- Complete the trail

### 2. Healthy wells

**What we will do**

- Renew the pumps
- Plant the banks
"""
GLOSSARY = """# Marrowby Town Council Strategic Plan
## Goal 1: Dry cellars
- A1 Raise the river wall
- A2 Clear the culverts
## Goal 2: Warm halls
- A3 Insulate two halls
- Action 4: Open on Sundays
## Glossary
Infill: Building on vacant lots.
Goal: A broad statement of what the plan is to achieve.
- Action 5: Mend the bell
## Next steps
Progress is reported to the council once a year.
"""
CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "sections below goals, the future image of a city, and no copyright": (
        DIVIDED,
        [("vision", "A City of Wells, Where Neighbors Stop to Talk"),
         ("goal", "A city where children swim"), ("measure", "Clear water"),
         ("direction", "Promote the care of wells."),
         ("direction", "Subsidize filters up to half."), ("measure", "Safe banks"),
         ("direction", "Rebuild steps in order."), ("goal", "A city with lively quays"),
         ("measure", "Boats for everyone"), ("direction", "Foster clubs that build boats."),
         ("direction", "Open the sheds on Sundays.")],
    ),
    "the first of several sentences, and what is counted at the beginning of a line": (
        AMENDMENT,
        [("goal", "The care of orchards and of the lanes between them."),
         ("policy", "Guide growth so that most infill happens in the urbanizing areas around the"
                    " mill while the orchards on the northern slope remain whole"),
         ("policy", "Part working orchards from new homes by means of a 100-foot hedge."),
         ("goal", "A choice of homes in every valley."),
         ("policy", "Permit second kitchens in all districts.")],
    ),
    "no number that stands alone above objectives, and no address": (
        MEASURES,
        [("goal", "Safe Ferries"), ("indicator", "Calls answered within 15 seconds"),
         ("policy", "Fill all posts"), ("policy", "Build a pier"), ("goal", "Dry Cellars"),
         ("policy", "Raise the river wall")],
    ),
    "no words that a glossary explains right below a code": (
        GLOSSARY,
        [("goal", "Dry cellars"), ("measure", "Raise the river wall"),
         ("measure", "Clear the culverts"), ("goal", "Warm halls"),
         ("measure", "Insulate two halls"), ("direction", "Open on Sundays"),
         ("direction", "Mend the bell")],
    ),
    "what the goal of a pillar is, below its name": (
        STATED,
        [("goal", "CONNECTED ROADS"),
         ("ideal-state", "Roads and bridges that serve every corner of the county."),
         ("direction", "Finish the plan for gravel roads."),
         ("direction", "Bring fibre to nine farms."),
         ("goal", "HEALTHY PEOPLE"),
         ("ideal-state", "Residents of all ages live and age well close to home."),
         ("direction", "Build a pool."), ("direction", "Recruit two doctors.")],
    ),
    "a vision between a sentence that counts goals and the goals": (
        OUTCOMES,
        [("vision", "Thriving people, healthy wells"), ("goal", "Connected quays"),
         ("measure", "Build a pier"), ("measure", "Complete the trail"), ("goal", "Healthy wells"),
         ("measure", "Renew the pumps"), ("measure", "Plant the banks")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_levels(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    file = tmp_path / ("page.md" if text.startswith("#") else "page.txt")
    file.write_text(text, encoding="utf-8")
    found = [(one.kind, one.item.title) for one in read_document(file).plan.entries()]
    assert sorted(found) == sorted(expected)
