"""What is read from plans in English: forms that come in many dresses, one small page each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outlined import plan_of

PILLARS = """Harrowfleet Resilience Strategy

PILLAR I: PEOPLE
GOAL 1
Every stair
has a rail
   ACTION 1.1    Ramps for 300 doorways ⬛
GOAL 2
Work through the winter
   ACTION 2.1    Hire crews nearby (S)

PILLAR II: PLACE
GOAL 3
Room for the river
   ACTION 3.1    Café terraces above the flood line (M/L)
"""
ARROWS = """Aberllan Food Strategy

STRAND 1: GROW / TYFU
What we'll do
→ Open a register of plots
→ Train ten growers
What you can do
→ let a neighbour dig
STRAND 2: COOK / COGINIO
What we'll do
→ Ovens in two villages
→ Soup on Mondays
What you can do
→ share a pot
"""
MEASURED = """Thornmere City Council Corporate Plan

Governance
Records must keep pace with a growing town.
• Publish each decision within a day
• Answer calls in two languages
• Staff training completed (baseline 40%; target 90% by 2031)
Open for Business
Shops tell us that permits take too long.
• Open one desk for all permits
• Waive the fee for first signs
• Days to answer a request (baseline 35 days; target 14 days by 2031)
"""
ACCENTED = """Contae Rathglas Corporate Plan

Strategic Objective 1: Water without notices
SS 1.1  Work with Uisce Éireann on the plant at Dún Beag
SS 1.2  Lay mains on the quay
Strategic Objective 2: A living language
SS 2.1  Open a Teach na Gaeilge in Ballyroe
SS 2.2  Pay farmers through the Sruthán scheme
"""
OUTLINED = """Town of Quarrel Bay Comprehensive Plan

GOALS AND POLICIES
1. STRONG HARBOUR
(a) Dredge the basin each spring
(b) Compatible sheds on the quay
2. OUR HERITAGE
(a) Protect the rope walk
(b) Answer owners within a week
"""
GROUPED = """Windmere Climate Plan

ACTION PLAN
No.    Initiative                    Business Unit   Start – End   Cost
                                                     (years)
Pillar A  Shade for all
1.1    Plant trees along all         Parks           2026          $$
       bus routes
1.2    Cool roofs on schools         Facilities      Ongoing       $
Pillar B  Water that lasts
2.1    Line the leaking canal        Works           2027-29       $$$
"""
IN_ROWS = """Windmere Town Council Plan

No. Recommendation Lead / Partners By when Priority
1 Safe streets
1.1 • Paint the crossings Public Works 2026 High
1.2 • Lower the limit near schools Engineering Ongoing Low
2 Open doors
2.1 • Keep the library open at night Library 2027 High
"""
CROWNED = """Kilmarsh City Council Climate Plan

GOVERNANCE
Objective G1   To weigh carbon in every decision
Action No.   Action                          Lead dept.      KPI
G1.1         Train all councillors           HR              % trained
G1.2         Add a line to each tender       Finance         no. of tenders
BUILT ENVIRONMENT
Objective B1   To halve energy use in halls
Implementing actions
B1.1         Swap the lamps of the quay      Lighting        MWh saved
"""
ABREAST = """Brackmoor Borough Council Plan

PILLAR 1                      PILLAR 2
Clean Water                   Safe Streets

• Replace the mains of        • Light the paths to
  Mill Street                   both schools
• Test each well              • Lower the limit on
                                Quay Road
51
"""
LEGEND = """Port Ashwick Climate Action Plan

TABLE 2: STRATEGIES AND ACTIONS
Strategy / Action                        Cost    Lead

BUILDINGS
BE-1  Electrify the libraries            $$$     Facilities
BE-2  Require heat pumps in new homes    $       Permitting

GETTING AROUND
GA-1  Run the ferry every hour           $$      Transit
GA-2  Close Quay Street on Sundays       $       Streets

$ = under $250,000   $$ = to $1 million
"""
CASES = {
    "the head of a table and its legend": (
        LEGEND,
        [
            ("goal", "BUILDINGS"),
            ("measure", "Electrify the libraries"),
            ("measure", "Require heat pumps in new homes"),
            ("goal", "GETTING AROUND"),
            ("measure", "Run the ferry every hour"),
            ("measure", "Close Quay Street on Sundays"),
        ],
    ),
    "pillars side by side": (
        ABREAST,
        [
            ("goal", "Clean Water"),
            ("measure", "Replace the mains of Mill Street"),
            ("measure", "Test each well"),
            ("goal", "Safe Streets"),
            ("measure", "Light the paths to both schools"),
            ("measure", "Lower the limit on Quay Road"),
        ],
    ),
    "titles of groups between the rows of a table": (
        GROUPED,
        [
            ("goal", "Shade for all"),
            ("measure", "Plant trees along all bus routes"),
            ("measure", "Cool roofs on schools"),
            ("goal", "Water that lasts"),
            ("measure", "Line the leaking canal"),
        ],
    ),
    "titles of groups between rows with nothing but spaces": (
        IN_ROWS,
        [
            ("goal", "Safe streets"),
            ("measure", "Paint the crossings"),
            ("measure", "Lower the limit near schools"),
            ("goal", "Open doors"),
            ("measure", "Keep the library open at night"),
        ],
    ),
    "headings above coded objectives": (
        CROWNED,
        [
            ("goal", "GOVERNANCE"),
            ("policy", "To weigh carbon in every decision"),
            ("measure", "Train all councillors"),
            ("measure", "Add a line to each tender"),
            ("goal", "BUILT ENVIRONMENT"),
            ("policy", "To halve energy use in halls"),
            ("measure", "Swap the lamps of the quay"),
        ],
    ),
    "goals that count through the pillars": (
        PILLARS,
        [
            ("goal", "PEOPLE"),
            ("goal", "Every stair has a rail"),
            ("direction", "Ramps for 300 doorways"),
            ("goal", "Work through the winter"),
            ("direction", "Hire crews nearby"),
            ("goal", "PLACE"),
            ("goal", "Room for the river"),
            ("direction", "Café terraces above the flood line"),
        ],
    ),
    "arrows before items": (
        ARROWS,
        [
            ("goal", "GROW / TYFU"),
            ("measure", "Open a register of plots"),
            ("measure", "Train ten growers"),
            ("goal", "COOK / COGINIO"),
            ("measure", "Ovens in two villages"),
            ("measure", "Soup on Mondays"),
        ],
    ),
    "measures of success among acts": (
        MEASURED,
        [
            ("goal", "Governance"),
            ("measure", "Publish each decision within a day"),
            ("measure", "Answer calls in two languages"),
            ("goal", "Open for Business"),
            ("measure", "Open one desk for all permits"),
            ("measure", "Waive the fee for first signs"),
        ],
    ),
    "letters in brackets below numbers": (
        OUTLINED,
        [
            ("goal", "STRONG HARBOUR"),
            ("measure", "Dredge the basin each spring"),
            ("measure", "Compatible sheds on the quay"),
            ("goal", "OUR HERITAGE"),
            ("measure", "Protect the rope walk"),
            ("measure", "Answer owners within a week"),
        ],
    ),
    "initials before titles with accents": (
        ACCENTED,
        [
            ("policy", "Water without notices"),
            ("measure", "Work with Uisce Éireann on the plant at Dún Beag"),
            ("measure", "Lay mains on the quay"),
            ("policy", "A living language"),
            ("measure", "Open a Teach na Gaeilge in Ballyroe"),
            ("measure", "Pay farmers through the Sruthán scheme"),
        ],
    ),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_english(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    plan = plan_of(text, tmp_path)
    kinds = {"indicator", "sectoral-plan"}
    found = [(one.kind, one.item.title) for one in plan.entries() if one.kind not in kinds]
    assert found == expected


MEASURES = {
    "with every cell of a table on a line of its own": (
        "Measure\nUnit\n2031 Actual\n2036 Target\nStatus\n"
        "Deaths on our roads\nnumber\n14\n9\nBehind\n"
        "Satisfaction with parks\nscore\n3.9 / 5\n4.4 / 5\nOn track\n",
        [("Deaths on our roads", "14", "9"), ("Satisfaction with parks", "3.9 / 5", "4.4 / 5")],
    ),
    "above lines of a label or a year and a value": (
        "How we will know\nCouncil homes begun\n2030/31: 112\n2034/35: 900\n\n"
        "Emissions of our fleet\nBaseline 2,940 (2031)\nCurrent 2,955\n"
        "Target 2,300 metric tons (2036)\nStatus: Behind\n",
        [
            ("Council homes begun", "112", "900"),
            ("Emissions of our fleet", "2,940", "2,300 metric tons"),
        ],
    ),
    "behind a colon, from one value to another": (
        "• Trips by ferry: from 60 in FY 2031 to 90 by FY 2036\n"
        "• Empty shops: from 22% in FY 2031 to 9% by FY 2036\n",
        [("Trips by ferry", "60", "90"), ("Empty shops", "22%", "9%")],
    ),
    "below a year without any value": (
        "Shade at every stop (target by 2030)\nOpen by 2030, currently 12 halls in 2024\n",
        [],
    ),
    "below their names": (
        """Goal: Safe
  Serious crashes per year
  Baseline 86  Current 71  Target 43        At Risk
Goal: Well
  Residents with a doctor
  41% (2024) 70% (2029)
""",
        [("Serious crashes per year", "86", "43"), ("Residents with a doctor", "41%", "70%")],
    ),
    "behind what is measured": (
        """Level of service         Performance measure            2022/23 result    Target 2033/34
Water is safe            Days of notices per year       34                0
                         Time to urgent callouts        95 min            60 min
""",
        [("Days of notices per year", "34", "0"), ("Time to urgent callouts", "95 min", "60 min")],
    ),
    "in a sentence": (
        """Measure of success: Families in rooms – now 27, by 2030 0
Our own emissions (tCO2e): 143 in 2021; no more than 20 in 2030.
Key indicator: Energy use of halls (MWh), 18,940 (baseline 2016–18) to 9,470 (2030)
""",
        [
            ("Families in rooms", "27", "0"),
            ("Our own emissions (tCO2e)", "143", "no more than 20"),
            ("Energy use of halls (MWh)", "18,940", "9,470"),
        ],
    ),
    "below a head of two lines": (
        """Key performance indicators             2023/24     Target      Good is
                                       outturn     2027/28
Council homes completed                61          120         Higher
Households in temporary rooms          212         150         Lower
""",
        [("Council homes completed", "61", "120"), ("Households in temporary rooms", "212", "150")],
    ),
    "parted by strokes, counted in any word": (
        """Indicator / Current (FY2031) / Target (FY2036)
Peat dug per household / 912 g / 800 g
Trees along the quay / 40 trees / 90 trees
""",
        [
            ("Peat dug per household", "912 g", "800 g"),
            ("Trees along the quay", "40 trees", "90 trees"),
        ],
    ),
    "now, and in years that are apart": (
        "Indicator\tNow (2031)\t2035\t2042\nAverage age of residents\t47.6\t47\t45\n",
        [("Average age of residents", "47.6", "45")],
    ),
    "under years that a line announces": (
        """What changes:
                         2022       2042
Playgrounds rated good   11 of 29   29 of 29
Bus share of commute     6%         15%
""",
        [("Playgrounds rated good", "11 of 29", "29 of 29"), ("Bus share of commute", "6%", "15%")],
    ),
}


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_measures(name: str, tmp_path: Path) -> None:
    text, expected = MEASURES[name]
    found = [
        (one.title, one.baseline and one.baseline.printed, one.target and one.target.printed)
        for one in plan_of(f"City of Larkwater Strategic Plan\n\n{text}", tmp_path).indicators
    ]
    assert found == expected
