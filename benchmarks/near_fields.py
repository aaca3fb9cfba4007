"""How near fields are, by what judged pairs of cities share: for links/field-kin.csv.

    python benchmarks/near_fields.py JUDGEMENTS… [--plans DIR…] [--kin FILE]

Counted are pairs of elements whose votes have little in common: two fields are as near as often
one of them is judged to correspond to the other (grade 2 or more; 1 is left out), of all such
pairs of elements and one more. What at least LEAST such pairs in PAIRS pairs of cities say, and
more than FILE (the table in use), is printed. Then every pair of cities is measured with what
those say that share no city with it (but for the three cities of data/plans), and before with
FILE alone.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from choosing import Choice, figures
from fit_counterparts import THREE, more_choices, of_kinds_named, units
from fit_goals import ROOT
from plangraph.links import counterparts
from plangraph.links.table import field_table
from plangraph.links.votes import poll

#: Votes have little in common up to so many thousandths; a field is voted for from as many.
LITTLE = 250
LEAST, PAIRS, MOST = 1.0, 2, 0.8
#: How often two fields stand on the two sides, by pair of fields.
Shared = Mapping[tuple[str, str], float]


def counted(path: Path, plans: Sequence[Path]) -> tuple[frozenset[str], Shared, Shared]:
    """Return the cities of ``path``, and how often fields correspond there, and meet at all."""
    pairs = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    cities = [key for key, value in pairs[0].items() if isinstance(value, dict)]
    grades = {tuple(pair[city]["title"] for city in cities): pair["grade"] for pair in pairs}
    sides = []
    for city in cities:
        folder = next(f for f in (p / city for p in (*plans, ROOT / "data/plans")) if f.is_dir())
        known = of_kinds_named(
            units(sorted(folder.glob("*.yaml"))), {pair[city]["title"] for pair in pairs}
        )
        sides.append([(one.node.title or "", poll(one).votes) for one in known])
    hold: dict[tuple[str, str], float] = defaultdict(float)
    meet: dict[tuple[str, str], float] = defaultdict(float)
    for title, votes in sides[0]:
        for other, theirs in sides[1]:
            grade = grades.get((title, other), 0)
            common = sum(min(vote, theirs.get(field, 0)) for field, vote in votes.items())
            if grade == 1 or common > LITTLE:
                continue
            for field, vote in votes.items():
                for near, value in theirs.items():
                    if field != near and min(vote, value) >= LITTLE:
                        key = (min(field, near), max(field, near))
                        share: float = vote * value / 1e6
                        meet[key] += share
                        hold[key] += share if grade >= 2 else 0
    return frozenset(cities), hold, meet


def nearer(
    found: Sequence[tuple[frozenset[str], Shared, Shared]], kin: Shared
) -> dict[tuple[str, str], float]:
    """Return how near fields are that are nearer than ``kin`` has them."""
    told = {}
    for key in sorted({key for _, hold, _ in found for key in hold}):
        right = [hold.get(key, 0.0) for _, hold, _ in found]
        whole = sum(meet.get(key, 0.0) for _, _, meet in found)
        near = round(min(MOST, sum(right) / (whole + 1)), 1)
        if sum(right) >= LEAST and sum(map(bool, right)) >= PAIRS and near > kin.get(key, 0.0):
            told[key] = near
    return told


def use(kin: Shared) -> None:
    """Let the table of fields have ``kin``, both ways."""
    ways: dict[str, dict[str, float]] = {}
    for (one, other), near in kin.items():
        ways.setdefault(one, {})[other] = near
        ways.setdefault(other, {})[one] = near
    table = field_table().kin
    table.clear()
    table.update({key: tuple(sorted(near.items())) for key, near in ways.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judgements", type=Path, nargs="+")
    parser.add_argument("--plans", type=Path, nargs="*", default=[], metavar="DIR")
    parser.add_argument("--kin", type=Path, default=ROOT / "src/plangraph/links/field-kin.csv")
    given = parser.parse_args()
    with given.kin.open(encoding="utf-8", newline="") as file:
        rows = [(row["field"], row["other"], float(row["weight"])) for row in csv.DictReader(file)]
    kin = {(min(one, other), max(one, other)): near for one, other, near in rows}
    found = {path: counted(path, given.plans) for path in given.judgements}
    for (one, other), near in nearer(list(found.values()), kin).items():
        print(f"{one},{other},{near}  (before {kin.get((one, other), 0.0)})")
    weights = np.array([*counterparts.WEIGHTS[:-1], counterparts.CONSTANT])
    choices: dict[str, list[Choice]] = {}
    for path, (cities, _, _) in found.items():
        others = [
            known
            for other, known in found.items()
            if other != path and not known[0] & ((cities - THREE) or cities)
        ]
        for name, used in (("before", kin), ("held out", {**kin, **nearer(others, kin)})):
            use(used)
            for choice in more_choices([path], given.plans):
                form = choice.where.partition(":")[0].removeprefix("more ")
                choices.setdefault(f"{form}, {name}", []).append(choice)
    for name in sorted(choices):
        figures(name, choices[name], weights)


if __name__ == "__main__":
    main()
