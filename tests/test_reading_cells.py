"""What the cells of tables say: departments, values, years."""

from __future__ import annotations

import pytest

from plangraph.reading.planrows import departments_of


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("企画課、財政課", ("企画課", "財政課")),
        ("企画課・財政課", ("企画課", "財政課")),
        ("子ども・子育て課", ("子ども・子育て課",)),
        ("Parks and Recreation, Public Works", ("Parks and Recreation", "Public Works")),
        ("Fire Department / City Clerk", ("Fire Department", "City Clerk")),
        ("－", ()),
    ],
)
def test_departments_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert departments_of(cell) == names
