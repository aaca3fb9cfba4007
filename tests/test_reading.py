"""What is read from documents of invented towns, in as many layouts as were thought of."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangraph.planfile import dump, load
from plangraph.reading.evaluation import compare
from plangraph.reading.reader import read_document

CASES = Path(__file__).parent / "cases" / "read"
#: Layouts that are not read in full yet, and how well they are read now.
PARTLY = {
    "held-contents-chapters": 0.85,
    "held-one-line-contents": 0.9,
    "held-prefixed-codes": 0.8,
    "held-suburb-measures": 0.9,
    "held-ward-plan": 0.9,
    "outline-of-columns-on-one-row": 0.95,
}


def cases() -> list[Path]:
    return sorted(path.parent for path in CASES.glob("*/expected.yaml"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case_is_read(case: Path) -> None:
    wanted = load(case / "expected.yaml").plan
    found = read_document(case / wanted.document.file).plan
    scores = {score.kind: score for score in compare(found, wanted, case.name)}
    for kind in ("elements", "indicator", "sectoral-plan"):
        least = PARTLY.get(case.name, 1.0) if kind == "elements" else 1.0
        assert scores[kind].f1 >= least, scores[kind]
    if wanted.period:
        assert scores["period"].f1 == 1.0


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_plan_file_is_valid_and_stable(case: Path, tmp_path: Path) -> None:
    document = next(case.glob("document.*"))
    first = dump(read_document(document).plan)
    (tmp_path / "plan.yaml").write_text(first, encoding="utf-8")
    assert dump(read_document(document).plan) == first
    assert load(tmp_path / "plan.yaml").plan == read_document(document).plan
