"""What is read from English lists whose bullets extraction lost, and whose codes it set apart."""

from __future__ import annotations

from pathlib import Path

from tests.outlined import named, plan_of

PLAN = """Alder Bay District Council
Council Plan 2024 to 2028

Priority 1: Clean water
Lead: Director of Works

We will:

    line the old reservoir
    replace two miles of sewer mains each year, and tell residents on every street
    a month before
    plant trees along the river

Priority 2: Safe streets

We will:

    repair 40 kerbs a year;
    light the paths to the school.

This sentence ends in a colon:
whatever follows is no list, nor does
it become one.
"""


#: What parts an item from the next (;) is no part of its title; a full stop stays, as printed.
def test_items_begin_with_verbs_below_a_colon(tmp_path: Path) -> None:
    found = named(plan_of(PLAN, tmp_path))
    assert found == [
        ("goal", "Clean water"),
        ("measure", "line the old reservoir"),
        (
            "measure",
            "replace two miles of sewer mains each year, and tell residents on every street"
            " a month before",
        ),
        ("measure", "plant trees along the river"),
        ("goal", "Safe streets"),
        ("measure", "repair 40 kerbs a year"),
        ("measure", "light the paths to the school."),
    ]


CODES = """Alder Bay County Council

Strategic Objective 1
Clean Water

SO1.1
Supply clean water at fair rates.

SO1.2
Replace old mains.

SO1.3
Meter every tap.
"""


def test_a_code_alone_belongs_to_the_line_below(tmp_path: Path) -> None:
    found = [(one.item.code, one.item.title) for one in plan_of(CODES, tmp_path).entries()]
    assert ("SO1.2", "Replace old mains.") in found
    assert len(found) == 4
