"""Why first-ranked counterparts, and elements told to have none, are wrong: counted by cause.

    python benchmarks/first_ranks.py JUDGEMENTS… [--plans DIR…] [--titles] [--list]

JUDGEMENTS are graded pairs of cities, whose plan files are in DIR. A first rank is wrong where
its grade is below 2 although one of grade 2 or more is there; each counts for the first cause
that fits:

- the other reading (``alt_grade``) has the first;
- no field is known of the element or of the best that is right;
- either is about much: no field has half of its votes, or more than four segments;
- their votes have no field in common that is worth LITTLE;
- their fields agree, and the first outweighs them.

With --titles only titles and keywords are looked at; --list names each case.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from fit_counterparts import of_kinds_named, units
from fit_goals import ROOT, titles_only
from plangraph.links.counterparts import cut, scores
from plangraph.links.matrices import compare, matrices
from plangraph.links.profile import Profile
from plangraph.links.sides import Side
from plangraph.links.votes import poll

RIGHT = 2
#: Thousandths of votes in common below which subjects have nothing in common.
LITTLE = 100
#: An element is about much below so many thousandths for one field, or with more segments.
HALF, SEGMENTS = 500, 4


class Case(NamedTuple):
    """An element, the elements to choose among, their scores, and their grades (n, 2)."""

    one: Profile
    others: list[Profile]
    told: Any
    grades: Any


def cases(path: Path, plans: list[Path], titles: bool) -> list[Case]:
    """Return the elements of both cities of a file of judgements."""
    pairs = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    cities = [key for key, value in pairs[0].items() if isinstance(value, dict)]
    sides = []
    for city in cities:
        folder = next(f for f in (p / city for p in (*plans, ROOT / "data/plans")) if f.is_dir())
        known = units(sorted(folder.glob("*.yaml")))
        some = of_kinds_named(known, {pair[city]["title"] for pair in pairs})
        sides.append(Side(some, [pair[city] for pair in pairs]))
    ones, others = (
        [titles_only(one) if titles else one for one in side.candidates] for side in sides
    )
    grades = np.zeros((len(ones), len(others), 2), dtype=int)
    rows, columns = ({p.node.iri: n for n, p in enumerate(some)} for some in (ones, others))
    for pair in pairs:
        row, column = (side.find(pair[city]) for side, city in zip(sides, cities, strict=True))
        second = pair["grade"] if pair.get("alt_grade") is None else pair["alt_grade"]
        if row and column:
            grades[rows[row], columns[column]] = pair["grade"], second
    whole = matrices([*ones, *others])
    told = scores(
        compare(
            whole.take(range(len(ones))),
            whole.take(range(len(ones), len(ones) + len(others))),
        )
    )
    there = [Case(one, others, told[n], grades[n]) for n, one in enumerate(ones)]
    return there + [Case(one, ones, told[:, n], grades[:, n]) for n, one in enumerate(others)]


def wide(one: Profile) -> bool:
    return max(poll(one).votes.values()) < HALF or len(one.segments) > SEGMENTS


def cause(one: Profile, right: Profile) -> str:
    """Return why ``right`` was not the first."""
    votes, theirs = poll(one).votes, poll(right).votes
    if not votes or not theirs:
        return "no field known of one of the two"
    if wide(one) or wide(right):
        return "one of the two is about much"
    common = sum(min(vote, theirs.get(field, 0)) for field, vote in votes.items())
    return "no field in common" if common < LITTLE else "fields agree, the first outweighs them"


def verdicts(case: Case) -> list[tuple[str, str]]:
    """Return what is to be counted of a case: kind and cause."""
    order = np.argsort(-case.told, kind="stable")
    first = case.grades[order[0]]
    right, perhaps = case.grades[:, 0] >= RIGHT, (case.grades >= RIGHT).any()
    none = case.told[order[0]] < cut(len(case.others))
    found = []
    if right.any():
        found.append(("with a counterpart", ""))
        place = int(np.argmax(right[order]))
        if place:
            also = "the other reading has the first"
            why = also if first[1] >= RIGHT else cause(case.one, case.others[order[place]])
            found.append(("first rank wrong", why))
            at = {1: "second", 2: "third"}.get(place, "further down")
            found.append(("where the right one stands", at))
        if none:
            least = (case.grades.min(axis=1) >= RIGHT).any()
            why = "best one right, score too low" if not place else "best one wrong too"
            found.append(("none told, but there is one", why if least else "to one reading only"))
    else:
        found.append(("without counterpart", ""))
        if not none:
            why = "what is told overlaps in part" if first[0] else "what is told is something else"
            found.append(
                ("none not told", "the other reading has a counterpart" if perhaps else why)
            )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judgements", type=Path, nargs="+")
    parser.add_argument("--plans", type=Path, nargs="*", default=[], metavar="DIR")
    parser.add_argument("--titles", action="store_true")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for path in given.judgements:
        for case in cases(path, given.plans, given.titles):
            for kind, why in verdicts(case):
                counts[kind, why] += 1
                if given.list and why:
                    print(f"{path.stem}: {case.one.node.title}: {kind}: {why}")
    for (kind, why), count in sorted(counts.items()):
        print(f"{count:5} {kind}{': ' if why else ''}{why}")


if __name__ == "__main__":
    main()
