"""Lines of English documents that no stage took: some are titles; a page of no plan has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document

PLAN = """\
Town of Osier Bend
Strategic Plan 2031-2035

Clear Water
Dredge the basin every second spring
Moor the ferry where the bus turns
Chart the eel grass with the school

Warm Kitchens
Feed a hundred at noon
Buy bread from mills in the valley
Lend pots to halls

Short Roads
Gravel the lane to the ice house
Light the steps below the church
Paint the crossings white
"""

NO_PLANS = {
    "tips": """\
Saving water at home
Residents of Osier Bend can save a barrel a week.
- Fix your dripping taps
- Take shorter showers
- Water your garden at dusk
- Collect rain from your roof
Call 555-0144 with questions.
""",
    "job advert": """\
Vacancy: Harbour Assistant
Osier Bend is looking for a harbour assistant, 30 hours a week.
You will
- answer the radio by day
- keep the log of moorings
- help the harbour master with repairs
- clean the slip after each tide
Applications close on 3 May 2031. Apply online.
""",
    "menu": """\
Osier Bend Council
Pay your rates
Report a pothole
Book a hall
Find a meeting
Renew a dog licence
Apply for a permit
""",
    "minutes": """\
Minutes of the Town Board, 4 March 2031
Present: A. Teal, B. Wren, C. Coot
1. Call to order
The chair opened the meeting at 7:05 p.m.
2. Approve the minutes of February
Moved by Wren, seconded by Coot. Carried.
3. Review the bills of the month
Moved by Coot. Carried.
4. Adjourn
""",
    "news": """\
Ferry back in service
The ferry between Osier Bend and the mill returned on Monday after six weeks in dry dock.
"We missed it," said Ann Teal, who walks her dog on the far bank.
Fares stay as they were.
Photo: The ferry on its first crossing
More news
Library closes early on Friday
Market moves to the church yard
""",
    "contacts": """\
Contact us
Harbour Master
Ann Teal
555-0111
Road Crew
Bob Wren
555-0112
Town Clerk
Cora Coot
555-0113
""",
    "steps of a form": """\
How to apply for a mooring
Read the rules
Fill in the form
Attach a photo of your boat
Pay the fee at the counter
Wait for a letter
""",
}  # fmt: skip


def _found(text: str, folder: Path) -> list[tuple[str, str]]:
    file = folder / "page.txt"
    file.write_text(text, encoding="utf-8")
    return [(one.kind, one.item.title or "") for one in read_document(file).plan.entries()]


@pytest.mark.parametrize("name", sorted(NO_PLANS))
def test_pages_of_no_plan_stay_empty(name: str, tmp_path: Path) -> None:
    assert _found(NO_PLANS[name], tmp_path) == []


def test_a_page_whose_japanese_letters_are_lost_is_no_english(tmp_path: Path) -> None:
    page = "1 - 1\n(1) A B\n2031 10\n(2) C\nNPO IT\n(3) D E F\n"
    assert not [kind for kind, _ in _found(page, tmp_path) if kind == "goal"]


def test_acts_of_the_group_that_no_list_told_are_found(tmp_path: Path) -> None:
    found = _found(PLAN, tmp_path)
    assert ("measure", "Dredge the basin every second spring") in found
    assert ("measure", "Chart the eel grass with the school") in found
    assert ("goal", "Warm Kitchens") in found


def test_what_is_added_tells_that_its_look_alone_speaks_for_it(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PLAN, encoding="utf-8")
    told = read_document(file).plan.entries()
    doubts = next(one.item.doubts for one in told if (one.item.title or "").startswith("Chart"))
    assert any("look" in str(doubt) for doubt in doubts)
