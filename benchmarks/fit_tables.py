"""Fit the weights of plangraph.reading.tables.evidence (table-weights.csv); print held-out figures.

    python benchmarks/fit_tables.py [--more FOLDER …] [--write]

Learns from the indicators of tests/cases/read and corpus/set-1, 2, 3, 5 and 7, from random tables
(invented_tables, layouts), and from FOLDERs of labelled documents (NAME.txt and NAME.yaml, or
document.* and expected.yaml), by an averaged structured perceptron: of each table the best
reading, and the best among those of which every row is right. What it learns pulls at the
weights that are there. Documents are held out by quarters for the figures.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from invented_tables import LAYOUTS, document, invent
from layouts.content import Content
from plangraph.reading.reader import read_document
from plangraph.reading.tables import alignment, evidence, flattened, rownames
from plangraph.reading.tables.evidence import Atom
from plangraph.reading.tables.tableheads import Head
from plangraph.reading.terms.codes import narrow
from reading_corpus import CORPUS, fold, number
from reading_layouts import found_layouts

ROOT = Path(__file__).parent.parent
FILE = Path(evidence.__file__).with_name("table-weights.csv")
Key = tuple[str, str, str]
Weights = dict[str, float]
#: Random tables of each layout; how often tables of documents are seen for one of these.
EACH, OFTEN = 6, 2
EPOCHS, RATE, PULL, MARGIN = 5, 0.04, 0.02, 0.25
#: The modules of layouts whose tables are learnt from.
TABLES = ("tables", "tables_stated", "tables_lists")
#: What a wrong row costs a reading that is to be right, and a right row gives it.
WRONG, RIGHT = -50.0, 8.0


@dataclass
class Case:
    """A table as the reader met it, and what is right in its document."""

    source: str
    atoms: list[Atom]
    kinds: list[str]
    united: bool
    right: set[Key]
    neutral: set[Key]

    def key(self, row: alignment.Row) -> Key:
        """Return name, baseline and target of a row."""
        told = {
            kind: re.sub(r"\(.*", "", narrow(self.atoms[place].text))
            for place, kind in zip(row.values, self.kinds, strict=True)
        }
        name = rownames.name_of([self.atoms[place].text for place in row.name])
        return fold(name), number(told.get("baseline")), number(told.get("target"))

    def best(self, known: Weights, *, margin: float = 0.0, right: bool = False) -> Any:
        """Return the best reading; with ``margin`` wrong rows gain, ``right``: of right rows."""

        def bonus(row: alignment.Row) -> float:
            key = self.key(row)
            if right:
                return RIGHT if key in self.right else 0.0 if key in self.neutral else WRONG
            return -margin if key in self.right else margin

        asked = bonus if right or margin else None
        return alignment.best(
            self.atoms, len(self.kinds), united=self.united, known=known, bonus=asked
        )


def labelled(folders: list[Path]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield documents and what is expected of them."""
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            stem = "document" if path.stem == "expected" else path.stem
            found = [one for one in path.parent.glob(f"{stem}.*") if one.suffix != ".yaml"]
            if found:
                yield found[0], yaml.safe_load(path.read_text(encoding="utf-8")) or {}


def keys(expected: dict[str, Any], *, optional: bool) -> set[Key]:
    """Return the indicators that are wanted, or may be found, under all their names."""
    return {
        (fold(title), number(one.get("baseline")), number(one.get("target")))
        for one in expected.get("indicators") or []
        if bool(one.get("optional")) is optional
        for title in [one["title"], *one.get("alt", [])]
    }


def met(path: Path) -> list[tuple[list[Atom], Head]]:
    """Return the tables that the reader segments in a document."""
    tables: list[tuple[list[Atom], Head]] = []
    cut = flattened.cut_table

    def spy(*given: Any) -> Any:
        atoms, heads, after = cut(*given)
        tables.append((atoms, heads[0][1]))
        return atoms, heads, after

    with patch.object(flattened, "cut_table", spy):
        read_document(path)
    return tables


def collect(more: list[Path], folder: Path) -> list[Case]:
    """Return the tables of all documents to learn from."""
    sets = (CORPUS / f"set-{one}" for one in (1, 2, 3, 5, 7))
    sources = [ROOT / "tests" / "cases" / "read", *sets, *more]
    documents = [(str(path), path, expected) for path, expected in labelled(sources)]
    for layout, make in LAYOUTS.items():
        for one in range(EACH):
            dice = random.Random(f"fit {one} {layout}")
            table = invent(dice)
            path = folder / f"{layout}-{one}.txt"
            path.write_text(document(make(table), dice), encoding="utf-8")
            told = [
                {"title": line.name, "baseline": line.values[0], "target": line.values[-1]}
                for line in table.lines
            ]
            documents.append((f"random {layout} {one}", path, {"indicators": told}))
    for name, write in found_layouts(list(TABLES)):
        for one in range(EACH * 2):
            dice = random.Random(f"fit {one} {name}")
            page = write(dice, Content(dice))
            path = folder / f"{name.replace('/', '-')}-{one}.txt"
            path.write_text(page.text, encoding="utf-8")
            documents.append((f"random {name} {one}", path, page.expected))
    return [
        Case(
            source, atoms, [kind for kind, _ in head.columns], head.united,
            keys(expected, optional=False), keys(expected, optional=True),
        )
        for source, path, expected in documents
        for atoms, head in met(path)
    ]  # fmt: skip


def fit(cases: list[Case], start: Weights) -> Weights:
    """Return averaged weights."""
    known, total = dict(start), Counter[str]()
    dice = random.Random(1)
    order = [case for case in cases for _ in range(1 if case.source[:6] == "random" else OFTEN)]
    for _ in range(EPOCHS):
        dice.shuffle(order)
        for case in order:
            got, due = case.best(known, margin=MARGIN), case.best(known, right=True)
            if set(got.rows) != set(due.rows):
                for name in known:
                    change = min(due.features[name], 4) - min(got.features[name], 4)
                    known[name] += RATE * change + PULL * (start[name] - known[name])
            total.update(known)
    return {name: total[name] / (EPOCHS * len(order)) for name in known}


def right(cases: list[Case], known: Weights) -> Counter[str]:
    """Return how many rows are right, and how many are read."""
    rows = [(case, case.key(row)) for case in cases for row in case.best(known).rows]
    return Counter(
        right=sum(key in case.right for case, key in rows),
        read=sum(key not in case.neutral for case, key in rows),
    )


def main() -> None:
    """Fit, print held-out figures, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    start = dict(evidence.weights())
    with tempfile.TemporaryDirectory() as name:
        cases = collect(options.more, Path(name))
    sources = sorted({case.source for case in cases})
    random.Random(0).shuffle(sources)
    held_out, before = Counter[str](), Counter[str]()
    for quarter in range(4):
        held = set(sources[quarter::4])
        apart = [case for case in cases if case.source in held]
        learned = fit([case for case in cases if case.source not in held], start)
        held_out += right(apart, learned)
        before += right(apart, start)
    print(f"{len(cases)} tables of {len(sources)} documents; rows right, rows read:")
    print("weights that are there", before["right"], before["read"])
    print("fitted, held out      ", held_out["right"], held_out["read"])
    if not options.write:
        return
    fitted = fit(cases, start)
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["feature", "weight", "meaning"], lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({**row, "weight": f"{fitted[row['feature']]:.2f}"})
    fits = right(cases, fitted)
    print("all documents         ", fits["right"], fits["read"])


if __name__ == "__main__":
    main()
