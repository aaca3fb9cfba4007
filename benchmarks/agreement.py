"""How far two readings agree on which elements have no counterpart: the most to be reached.

    python benchmarks/agreement.py JUDGEMENTS… [--plans DIR…]

JUDGEMENTS are graded pairs with the grade of a second reading (``alt_grade``). An element has
none where neither reading gives grade 2 or more. Where only one does, one reading would find the
other wrong: shared out evenly among the two, precision and recall of one against the other
are both as printed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from fit_counterparts import of_kinds_named, units
from fit_goals import ROOT

#: A counterpart is right from this grade.
RIGHT = 2


def counted(path: Path, plans: list[Path]) -> tuple[int, int, int]:
    """Return how many elements there are, how many have none to both readings, and to one."""
    pairs = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    elements = none = disputed = 0
    for name in (key for key, value in pairs[0].items() if isinstance(value, dict)):
        folders = (folder / name for folder in (*plans, ROOT / "data" / "plans"))
        folder = next(folder for folder in folders if folder.is_dir())
        known = units(sorted(folder.glob("*.yaml")))
        for profile in of_kinds_named(known, {pair[name]["title"] for pair in pairs}):
            own = (profile.node.code or "", profile.node.title)
            grades = [
                (pair["grade"], pair["grade"] if pair["alt_grade"] is None else pair["alt_grade"])
                for pair in pairs
                if (pair[name].get("code") or "", pair[name]["title"]) == own
            ]
            elements += 1
            none += not any(max(both) >= RIGHT for both in grades)
            disputed += any(max(both) >= RIGHT for both in grades) and not any(
                min(both) >= RIGHT for both in grades
            )
    return elements, none, disputed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judgements", type=Path, nargs="+")
    parser.add_argument("--plans", type=Path, nargs="*", default=[], metavar="DIR")
    given = parser.parse_args()
    total = [0, 0, 0]
    for path in given.judgements:
        found = counted(path, given.plans)
        total = [one + other for one, other in zip(total, found, strict=True)]
        print(f"{path.stem:45} {found[0]:3} elements: none {found[1]:3}, to one reading {found[2]}")
    agreed = total[1] / max(total[1] + total[2] / 2, 1)
    print(f"{'together':45} {total[0]:3} elements: none {total[1]:3}, to one reading {total[2]}; "
          f"one reading against the other {agreed:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
