"""What the cells of tables say: departments, values, years."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.reading.reader import read_document
from plangraph.reading.tables.planrows import departments_of


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


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("　　（危機管理課・手仕事室）", ("危機管理課", "手仕事室")),
        ("　　所管：凧文化課　手仕事室", ("凧文化課", "手仕事室")),
        ("　　凧文化課　手仕事室", ("凧文化課", "手仕事室")),
        ("　　（新規）", ()),
    ],
)
def test_departments_behind_a_title(behind: str, names: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    text = f"施策１　凧の伝承\n凧を伝えます。\n施策２　糸車の保存{behind}\n糸を紡ぎます。\n"
    path.write_text(f"鳴砂町計画\n\n{text}", encoding="utf-8")
    last = read_document(path).plan.elements[-1]
    assert (last.title, last.departments) == ("糸車の保存", names)
