"""What is read from tables of English plans whose cells keep their places on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import plan_of

PROJECTS = """Glenmarrow Outcomes Plan

PRIORITY 1: CHILDREN READ FOR PLEASURE

Stretch aim 1.1
By 2031, fewer halls stand cold, from 33% to 20%.

Improvement projects              Lead partner                 Timescale

Story sessions in every           Glenmarrow Council           Dec 2031
village hall

Warm rooms beside the             Marrow Housing               June 2032
library

PRIORITY 2: CARBON IS FALLING

Stretch aim 2.1
By 2032, every quay has a place plan.

Improvement projects              Lead partner                 Timescale

Shares in the wind                Third Sector Interface       Oct 2031

Community Planning Board                                              Page 14
"""
ACTIVITIES = """Kotuku Plains District Council Long Term Plan

Goal 1: Water
He wai
This group of activities includes:
    •   Wells
    •   Drains

Levels of service and performance targets
Level of service          Performance measure             2031/32 result  2032/33  2033/34  2034-41
Water is safe to drink    Number of wells complying       4 of 6           5         6         6
                          with the Rules
Wells run                 Share of water lost             28%              27%       26%       20%

Goal 2: Roads
Ngā rori
This group of activities includes:
    •   Sealed roads
    •   Bridges

Part two                                                                               41
"""
SECTIONED = """City of Tulbosch / Integrated Development Plan
JULY 2031 –
30 JUNE 2036
FRAMEWORKS
1. Service delivery
VISION &
1. A port that works

3.1 Strategic Focus Area 1: The connected city
Objective 1.1 Make it easy to trade
Programme 1.1(a) Port programme
Programme 1.1(b) Small business programme

3.2 Strategic Focus Area 2: The safe city
Objective 2.1 Use what cameras see
Programme 2.1(a) Camera programme
"""
BEHIND = """Marrowby Borough Council Digital Strategy

MISSIONS
Mission 1 A front door that opens
Projects: One account for bins and rent / Callback in the evening
Mission 2 Nobody locked out
Projects: Cards at all pantries / Tea and tablets
"""
POINTS = """Marrowby Parks Master Plan

Goal 1 – Fix It First • Objective 1.1 No new swing until every old one is safe • Objective 1.2
Retire wooden benches Goal 2 – Fill the Map • Objective 2.1 Lease land in the two park
deserts • Objective 2.2 Open schoolyards after four
"""
PARAGRAPHS = """Our Plan to 2037

The council of North Marrow began its work in April. People would notice four things.

We will make North Marrow the best place to be four years old. Too many start school behind.
There will be hubs in two towns by autumn.

We will take the through traffic out of the market. The bypass has been promised nine times.

We will keep every library open. It means selling two of the headquarters that we inherited.
"""
CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "projects, as the head of the table calls them": (
        PROJECTS,
        [
            ("goal", "CHILDREN READ FOR PLEASURE"),
            ("policy", "By 2031, fewer halls stand cold, from 33% to 20%."),
            ("project", "Story sessions in every village hall"),
            ("project", "Warm rooms beside the library"),
            ("goal", "CARBON IS FALLING"),
            ("policy", "By 2032, every quay has a place plan."),
            ("project", "Shares in the wind"),
        ],
    ),
    "codes behind the numbers of sections, letters in brackets behind theirs": (
        SECTIONED,
        [
            ("goal", "The connected city"),
            ("policy", "Make it easy to trade"),
            ("measure", "Port programme"),
            ("measure", "Small business programme"),
            ("goal", "The safe city"),
            ("policy", "Use what cameras see"),
            ("measure", "Camera programme"),
        ],
    ),
    "lists behind their label on one row": (
        BEHIND,
        [
            ("goal", "A front door that opens"),
            ("project", "One account for bins and rent"),
            ("project", "Callback in the evening"),
            ("goal", "Nobody locked out"),
            ("project", "Cards at all pantries"),
            ("project", "Tea and tablets"),
        ],
    ),
    "goals and objectives in one paragraph, points between them": (
        POINTS,
        [
            ("goal", "Fix It First"),
            ("policy", "No new swing until every old one is safe"),
            ("policy", "Retire wooden benches"),
            ("goal", "Fill the Map"),
            ("policy", "Lease land in the two park deserts"),
            ("policy", "Open schoolyards after four"),
        ],
    ),
    "promises that paragraphs begin with": (
        PARAGRAPHS,
        [
            ("goal", "We will make North Marrow the best place to be four years old"),
            ("goal", "We will take the through traffic out of the market"),
            ("goal", "We will keep every library open"),
        ],
    ),
    "what activities a goal has, and nothing of its title in another language": (
        ACTIVITIES,
        [
            ("goal", "Water"),
            ("measure", "Wells"),
            ("measure", "Drains"),
            ("goal", "Roads"),
            ("measure", "Sealed roads"),
            ("measure", "Bridges"),
        ],
    ),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_outline(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    plan = plan_of(text, tmp_path)
    found = [(one.kind, one.item.title) for one in plan.entries() if one.kind != "indicator"]
    assert found == expected


def test_targets_of_later_years(tmp_path: Path) -> None:
    found = [
        (one.title, one.baseline and one.baseline.printed, one.target and one.target.printed)
        for one in plan_of(ACTIVITIES, tmp_path).indicators
    ]
    assert found == [
        ("Number of wells complying with the Rules", "4 of 6", "6"),
        ("Share of water lost", "28%", "20%"),
    ]
