"""How well unseen layouts are read: invented plans with a careful person's reading of each.

Which sets have been used to improve the reader, and which only measure it, stands in
``corpus/README.md``. An element is right where kind (in the groups of ``plangraph evaluate
read``) and title are.
"""

from __future__ import annotations

import re
import statistics
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from plangraph.model import Plan
from plangraph.reading.reader import read_document

CORPUS = Path(__file__).parent / "corpus"
GROUP = {"perspective": "viewpoint", "strategy-goal": "goal"}


def fold(text: object) -> str:
    plain = unicodedata.normalize("NFKC", str(text or "")).casefold()
    return re.sub(r"[\s「」『』【】\[\]()<>〈〉《》\"'“”‘’〜~ー―‐\-–—−.。・]", "", plain)


def found_in(plan: Plan) -> list[tuple[str, str]]:
    kinds = {"sectoral-plan", "indicator", "opinion"}
    return [
        (GROUP.get(e.kind, e.kind), fold(e.item.title))
        for e in plan.entries()
        if e.kind not in kinds and e.item.title
    ]


def f1(right: int, found: int, expected: int) -> float:
    if not found and not expected:
        return 1.0
    return 2 * right / (found + expected)


def elements(expected: list[dict[str, Any]], plan: Plan) -> float:
    """F1 of elements; other kinds and readings that the person accepts count as right."""
    left = Counter(found_in(plan))
    right = optional = 0
    for element in expected:
        kinds = [element["kind"], *element.get("also_kinds", [])]
        titles = [element["title"], *element.get("alt", [])]
        keys = [(GROUP.get(kind, kind), fold(title)) for kind in kinds for title in titles]
        hit = next((key for key in keys if left[key]), None)
        if hit:
            left[hit] -= 1
        if element.get("optional"):
            optional += 1
            right += bool(hit)
            optional -= bool(hit)
        else:
            right += bool(hit)
    return f1(right, right + sum(left.values()), len(expected) - optional)


def number(value: object) -> str:
    match = re.search(r"-?\d+(?:\.\d+)?", fold(value).replace(",", ""))
    return f"{float(match[0]):g}" if match else ""


def indicators(expected: list[dict[str, Any]], plan: Plan) -> tuple[int, int, int]:
    def key(title: object, *values: object) -> tuple[str, ...]:
        return (fold(title), *(number(value) for value in values))

    found = Counter(key(i.title, i.baseline, i.target) for i in plan.indicators)
    wanted = Counter(key(i["title"], i.get("baseline"), i.get("target")) for i in expected)
    return sum((found & wanted).values()), len(plan.indicators), len(expected)


def period(expected: dict[str, Any] | None, plan: Plan) -> bool:
    wanted = expected or {}
    start, end = (plan.period.start, plan.period.end) if plan.period else (None, None)
    return (start, end) == (wanted.get("start"), wanted.get("end"))


def score(folder: Path) -> tuple[list[float], tuple[int, int, int], bool]:
    document = next(folder.glob("document.*"))
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    plan = read_document(document).plan
    scores = [elements(expected.get("elements") or [], plan)]
    right = period(expected.get("period"), plan)
    return scores, indicators(expected.get("indicators") or [], plan), right


def main() -> None:
    verbose = "-v" in sys.argv
    print(f"{'set':<8} {'documents':>9} {'elements F1':>12} {'indicators F1':>14} {'periods':>9}")
    for folder in sorted(CORPUS.glob("set-*")):
        results = {case.name: score(case) for case in sorted(folder.iterdir())}
        counts = [sum(column) for column in zip(*(r[1] for r in results.values()), strict=True)]
        mean = statistics.mean(r[0][0] for r in results.values())
        periods = f"{sum(r[2] for r in results.values())}/{len(results)}"
        row = f"{len(results):>9} {mean:>12.3f} {f1(*counts):>14.3f} {periods:>9}"
        print(f"{folder.name:<8} {row}")
        for name, result in results.items() if verbose else ():
            print(f"  {name:<30} {result[0][0]:.3f}")


if __name__ == "__main__":
    main()
