"""Fit the weights of plangraph.reading.english.signs (title-weights.csv); print held-out figures.

    python benchmarks/fit_titles.py [--write]

Learns from the English documents of tests/cases/read and of the corpus, but for those that are
kept unseen. Each is read as it is, then as if the reader had missed what it finds: everything,
all of one kind, or all of some stretch. What is then left over is learnt from, since this is what
a document in a form that nobody has met leaves over. Each source is held out in turn: of its
documents, with parts missed, the figures are the F1 of elements without and with what is added.
"""

from __future__ import annotations

import csv
import random
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import yaml
from scipy.optimize import minimize

from plangraph.reading.english import remaining, signs, standing
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.reader import read_document
from plangraph.reading.rows import Unit
from plangraph.reading.terms.looks import is_english
from reading_corpus import CORPUS, f1, fold, is_kept

CASES = Path(__file__).parent.parent / "tests" / "cases" / "read"
FILE = Path(signs.__file__).with_name("title-weights.csv")
#: Stretches of each document that are missed; rows in a stretch, at least.
STRETCHES, SHORTEST = 3, 5
#: What a document read as it is counts for, and one that holds no element, beside one read in part.
WHOLE, EMPTY = 2.0, 6.0
RIDGE = 15.0
#: Signs rarer than this, or of less weight, are left out.
RARE, FAINT = 8, 0.03
CLASSES = ("none", *signs.KINDS)
#: The kinds of expected elements by the kind that is told for them; others teach nothing.
TOLD = {"goal": 1, "strategy-goal": 1, "policy": 2, "measure": 3, "project": 3, "direction": 3}


@dataclass
class Case:
    """A document as it stands before the second opinion, and the kinds that titles have."""

    source: str
    units: list[Unit]
    drafts: list[Draft]
    expected: dict[str, list[str]]


@dataclass
class Example:
    """The signs of a line, the classes that are right for it, and what it counts for."""

    signs: dict[str, float]
    right: set[int]
    weight: float


def cases() -> Iterator[Case]:
    """Read the English documents that may be learnt from."""
    for folder in [*sorted(CASES.iterdir()), *sorted(CORPUS.glob("set-*/*"))]:
        source = folder.parent.name
        if is_kept(folder):
            continue
        document = next(folder.glob("document.*"), None) if folder.is_dir() else None
        if document and (folder / "expected.yaml").exists() and (case := _case(source, document)):
            yield case


def _case(source: str, document: Path) -> Case | None:
    expected = yaml.safe_load(document.with_name("expected.yaml").read_text(encoding="utf-8"))
    met: list[Case] = []

    def meet(units: list[Unit], drafts: list[Draft]) -> list[Draft]:
        if is_english(units):
            met.append(Case(source, units, [*drafts], kinds_of(expected.get("elements") or [])))
        return drafts

    with patch.object(remaining, "refine", meet):
        read_document(document)
    return met[0] if met else None


def kinds_of(elements: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Return the kinds of each title that a person states, children with their parents."""
    found: dict[str, list[str]] = {}
    for one in elements:
        found |= kinds_of(one.get("children") or [])
        for title in [one["title"], *(one.get("alt") or [])]:
            found[fold(title)] = [one["kind"], *(one.get("also_kinds") or [])]
    return found


def missed(case: Case, chance: random.Random) -> list[list[Draft]]:
    """Return what is left of the drafts of a document in each way to miss some."""
    drafts = case.drafts
    left = [drafts, []]
    left += [
        [one for one in drafts if one.kind != kind] for kind in {one.kind: 0 for one in drafts}
    ]
    for _ in range(STRETCHES):
        start = chance.randrange(len(case.units))
        stop = start + chance.randrange(SHORTEST, len(case.units) // 2 + 2 * SHORTEST)
        left.append([one for one in drafts if not start <= one.place < stop])
    return [*{tuple(map(id, some)): some for some in left}.values()]


def examples(case: Case, chance: random.Random) -> Iterator[Example]:
    """Yield the lines that are left over in each way to read a document."""
    ways = missed(case, chance)
    for drafts in ways:
        page = standing.page(case.units, drafts)
        whole = len(drafts) == len(case.drafts)
        counts = EMPTY if not case.expected else WHOLE if whole else 1.0
        for number, stance in enumerate(page.stances):
            right = _right(case, page, number) if stance in standing.OPEN else set()
            if right:
                yield Example(dict(signs.signs(page, number)), right, counts / len(ways))


def _right(case: Case, page: standing.Page, number: int) -> set[int]:
    line = page.lines[number]
    names = (line.text, standing.title(line), line.unit.rest, line.unit.text)
    kinds = next((case.expected[fold(name)] for name in names if fold(name) in case.expected), None)
    return {0} if kinds is None else {TOLD[kind] for kind in kinds if kind in TOLD}


def fit(some: list[Example]) -> dict[str, tuple[float, ...]]:
    """Return the weights by multinomial logistic regression, each class against none."""
    counts = Counter(name for one in some for name in one.signs)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: number for number, name in enumerate(names)}
    seen = np.zeros((len(some), len(names)))
    right = np.zeros((len(some), len(CLASSES)))
    for row, one in enumerate(some):
        right[row, sorted(one.right)] = 1
        for name, much in one.signs.items():
            if name in column:
                seen[row, column[name]] = much
    weight = np.array([one.weight for one in some])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        own = flat.reshape(len(names), len(CLASSES))
        told = seen @ own
        told = np.exp(told - told.max(axis=1, keepdims=True))
        told /= told.sum(axis=1, keepdims=True)
        sure = (told * right).sum(axis=1)
        slope = (told - told * right / sure[:, None]) * weight[:, None]
        value = -(weight * np.log(sure)).sum() + RIDGE / 2 * (own**2).sum()
        return value, (seen.T @ slope + RIDGE * own).ravel()

    start = np.zeros(len(names) * len(CLASSES))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    own = best.x.reshape(len(names), len(CLASSES))
    return {name: tuple(own[row, 1:] - own[row, 0]) for row, name in enumerate(names)}


def figures(some: list[Case], weights: dict[str, tuple[float, ...]]) -> tuple[float, float]:
    """Return the mean F1 of documents read with parts missed, before and after."""
    before, after = [], []
    chance = random.Random(2)
    with patch.object(signs, "weights", lambda: weights):
        for case in some:
            for drafts in missed(case, chance):
                before.append(_f1(case, drafts))
                after.append(_f1(case, remaining.refine(case.units, drafts)))
    return statistics.mean(before), statistics.mean(after)


def _f1(case: Case, drafts: Iterable[Draft]) -> float:
    wanted = dict(case.expected)
    told = [(one.kind, fold(one.title)) for one in drafts]
    right = sum(kind in wanted.pop(name, []) for kind, name in told)
    return f1(right, len(told), len(case.expected))


def write(weights: dict[str, tuple[float, ...]]) -> None:
    """Write the weights that weigh something, each sign a row."""
    with FILE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["sign", *signs.KINDS])
        for name, own in weights.items():
            if max(map(abs, own)) >= FAINT:
                table.writerow([name, *(f"{one:.2f}" for one in own)])


def main() -> None:
    """Print the figures of each source held out; with --write, write the table."""
    every = [*cases()]
    chance = random.Random(1)
    learnt = {source: [one for case in every if case.source == source
                       for one in examples(case, chance)]
              for source in {case.source: 0 for case in every}}  # fmt: skip
    for source in learnt:
        others = [one for other, some in learnt.items() if other != source for one in some]
        before, after = figures([one for one in every if one.source == source], fit(others))
        print(f"{source:<8}{len(learnt[source]):>8} lines{before:>8.3f}{after:>8.3f}")
    if "--write" in sys.argv:
        write(fit([one for some in learnt.values() for one in some]))


if __name__ == "__main__":
    main()
