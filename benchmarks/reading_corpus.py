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
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plangraph.model import Plan
from plangraph.municipalities import municipalities
from plangraph.reading.numbering import ordinals
from plangraph.reading.reader import read_document

CORPUS = Path(__file__).parent / "corpus"
#: Documents kept to measure only, by set: their numbers, or all of them (``corpus/README.md``).
KEPT = {
    "set-4": None,
    "set-6": None,
    "set-11": {23, 24, 26, 27, *range(29, 33), *range(34, 38), *range(40, 45)},
    "set-12": {*range(1, 16, 2)},
    "set-13": {3, 6, 9, 12},
}
GROUP = {"perspective": "viewpoint", "strategy-goal": "goal"}


def is_kept(folder: Path) -> bool:
    """Tell a document that is kept unseen."""
    numbers = KEPT.get(folder.parent.name, set())
    return numbers is None or int(next(filter(str.isdigit, folder.name.split("-")), "0")) in numbers


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
    wanted = Counter[tuple[str, ...]]()
    for one in expected:
        titles = [one["title"], *one.get("alt", [])]
        targets = [one.get("target"), *one.get("target_alt", [])]
        keys = [key(title, one.get("baseline"), aim) for title in titles for aim in targets]
        wanted[next((one for one in keys if found[one] > wanted[one]), keys[0])] += 1
    return sum((found & wanted).values()), len(plan.indicators), len(expected)


def period(expected: dict[str, Any] | None, plan: Plan) -> bool:
    wanted = expected or {}
    start, end = (plan.period.start, plan.period.end) if plan.period else (None, None)
    return (start, end) == (wanted.get("start"), wanted.get("end"))


ORDINAL = re.compile(r"第(\d+|[一二三四五六七八九十]+)([次期])")


def named(title: object) -> tuple[str, frozenset[tuple[str, int]]]:
    """A title without its numbers, and these: 第五次花森市総合計画 is 花森市第5次総合計画."""
    text = fold(title)
    numbers = frozenset(ordinals.of(text).items())
    return ORDINAL.sub("", text), numbers


def name(expected: dict[str, Any], plan: Plan) -> tuple[int, int]:
    """Right and wanted: the title of the plan, where the person states one."""
    others = expected.get("alt_title") or []
    wanted = {named(title) for title in (expected.get("title"), *others) if title}
    return int(named(plan.title) in wanted), int(bool(expected.get("title")))


def municipality(expected: dict[str, Any], plan: Plan) -> tuple[int, int]:
    """Right and wanted: the municipality, by the name of its code or as the plan names it."""
    wanted = expected.get("municipality")
    if not wanted:
        return 0, 0
    known = municipalities().get(plan.municipality or "")
    found = known.name if known else plan.organization
    return int(fold(found) == fold(wanted)), 1


def sectoral_plans(expected: list[dict[str, Any]], plan: Plan) -> tuple[int, int, int]:
    found = Counter(fold(one.title) for one in plan.sectoral_plans)
    named = ((fold(one["title"]), one.get("optional")) for one in expected)
    wanted = Counter(title for title, optional in named if not optional or found[title])
    return sum((found & wanted).values()), sum(found.values()), sum(wanted.values())


class Score(NamedTuple):
    """What of one document is read right: shares, or counts of right, found and wanted."""

    elements: float
    indicators: tuple[int, int, int]
    sectoral: tuple[int, int, int]
    #: Right and wanted; where a careful person may read a period or none, it is not counted.
    period: tuple[int, int]
    title: tuple[int, int]
    municipality: tuple[int, int]


def score(folder: Path) -> Score:
    document = next(folder.glob("document.*"))
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    return compare(expected, read_document(document).plan)


def compare(expected: dict[str, Any], plan: Plan) -> Score:
    """Compare what was read with what a person reads, in the form of ``expected.yaml``."""
    right = period(expected.get("period"), plan)
    return Score(
        elements(expected.get("elements") or [], plan),
        indicators(expected.get("indicators") or [], plan),
        sectoral_plans(expected.get("sectoral_plans") or [], plan),
        (0, 0) if expected.get("period_optional") else (int(right), 1),
        name(expected, plan),
        municipality(expected, plan),
    )


def counts(columns: Iterable[tuple[int, ...]]) -> list[int]:
    return [sum(column) for column in zip(*columns, strict=True)]


def share(columns: Iterable[tuple[int, ...]]) -> str:
    right, wanted = counts(columns)
    return f"{right}/{wanted}" if wanted else "–"


HEAD = ("set", "documents", "elements", "indicators", "sectoral", "periods", "titles", "places")


def main() -> None:
    """Print a row a set: F1 of elements, indicators and sectoral plans, then right of wanted.

    With ``--unseen`` only of the documents that are kept unseen; with ``-v`` each document too.
    """
    verbose, unseen = "-v" in sys.argv, "--unseen" in sys.argv
    chosen = {*sys.argv[1:]} - {"-v", "--unseen"}
    print(f"{HEAD[0]:<8}" + "".join(f"{word:>12}" for word in HEAD[1:]))
    for folder in sorted(CORPUS.glob("set-*")):
        if chosen and folder.name not in chosen:
            continue
        cases = [case for case in sorted(folder.iterdir()) if not unseen or is_kept(case)]
        results = {case.name: score(case) for case in cases}
        if not results:
            continue
        every = list(results.values())
        row = [
            str(len(every)),
            f"{statistics.mean(one.elements for one in every):.3f}",
            f"{f1(*counts(one.indicators for one in every)):.3f}",
            f"{f1(*counts(one.sectoral for one in every)):.3f}",
            share(one.period for one in every),
            share(one.title for one in every),
            share(one.municipality for one in every),
        ]
        print(f"{folder.name:<8}" + "".join(f"{cell:>12}" for cell in row))
        for case, result in results.items() if verbose else ():
            print(f"  {case:<30} {result.elements:.3f}")


if __name__ == "__main__":
    main()
