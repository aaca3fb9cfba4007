"""Fit the weights of what titles look like: ``python benchmarks/likeness.py [--write]``.

Each document of the corpus is read; then one family of its titles after the other is hidden, and
all of them, and the lines that are left are told to be titles or not by what a careful person
found. A logistic regression with a penalty (ridge) is fitted to their signs. Printed is how well
the weights that are fitted without a set tell the lines of that set; ``--write`` writes those that
are fitted to all of them.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize

from plangraph.reading import reader
from plangraph.reading.headings.candidates import Heading
from plangraph.reading.numbering.repeats import Draft
from plangraph.reading.outline import leftovers, weights
from plangraph.reading.outline.drafts import ELEMENTS
from plangraph.reading.outline.leftovers import SURE
from plangraph.reading.outline.likeness import Signs
from plangraph.reading.outline.surroundings import Left, title_of
from plangraph.reading.rows import Unit
from reading_corpus import CORPUS, fold, is_kept

PENALTY = 1.0


class Page(NamedTuple):
    """A document as it stands before the lines that are left are judged."""

    units: list[Unit]
    headings: list[Heading]
    drafts: list[Draft]


class Example(NamedTuple):
    """A line that is left, its signs, and whether a person found a title there."""

    folder: str
    signs: Signs
    is_title: bool


def examples(folder: Path) -> Iterator[Example]:
    """Yield the lines that are left of one document, for each sort of titles hidden."""
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8")) or {}
    page = _read(next(folder.glob("document.*")))
    if page is None:
        return
    drafts = [one for one in page.drafts if one.kind in ELEMENTS and one.heading]
    groups: defaultdict[tuple[object, ...], set[Draft]] = defaultdict(set)
    for one in drafts:
        unit = page.units[one.place]
        groups[one.kind, unit.mark, unit.code.family if unit.code else None].add(one)
    hidden = [set[Draft](), *(group for group in groups.values() if len(group) > 1), set(drafts)]
    for group in hidden:
        yield from _lines(folder, page, group, expected.get("elements") or [])


def _read(document: Path) -> Page | None:
    """Read a document up to where the lines that are left are judged."""
    met: list[Page] = []

    def meet(units: list[Unit], headings: list[Heading], drafts: list[Draft]) -> list[Draft]:
        met.append(Page(units, headings, drafts))
        return drafts

    with patch.object(leftovers, "add", meet):
        reader.read_document(document)
    return met[0] if met else None


def _lines(
    folder: Path, page: Page, hidden: set[Draft], elements: list[dict[str, Any]]
) -> Iterator[Example]:
    shown = [one for one in page.drafts if one not in hidden]
    found = Counter(fold(one.title) for one in shown)
    open_titles: dict[str, dict[str, Any]] = {}
    for element in elements:
        alt = element.get("alt") or []
        names = [
            fold(name) for name in (element["title"], *([alt] if isinstance(alt, str) else alt))
        ]
        known = next((name for name in names if found[name]), None)
        if known:
            found[known] -= 1
        else:
            open_titles.update({name: element for name in names if name not in open_titles})
    left = Left(page.units, page.headings, shown, frozenset(one.place for one in hidden))
    told: list[dict[str, Any]] = []
    for place, signs in left.signs():
        unit = page.units[place]
        own = (fold(title_of(unit)), fold(unit.text))
        meant = next((open_titles[name] for name in own if name in open_titles), None)
        if meant is None:
            yield Example(folder.parent.name, signs, False)
        elif meant not in told and not meant.get("optional"):
            told.append(meant)
            yield Example(folder.parent.name, signs, True)


def fit(lines: list[Example]) -> Signs:
    """Return the weights of a logistic regression with a ridge penalty, rounded to 0.01."""
    names = sorted({name for line in lines for name in line.signs})
    column = {name: k for k, name in enumerate(names)}
    table = np.zeros((len(lines), len(names) + 1))
    table[:, -1] = 1.0
    for row, line in enumerate(lines):
        for name, value in line.signs.items():
            table[row, column[name]] = value
    truth = np.array([line.is_title for line in lines], dtype=float)

    def loss(beta: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        odds = table @ beta
        share = 1 / (1 + np.exp(-odds))
        bound = np.append(beta[:-1], 0.0)
        value = (np.logaddexp(0, odds) - truth * odds).sum() + PENALTY / 2 * (bound**2).sum()
        return float(value), table.T @ (share - truth) + PENALTY * bound

    beta = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x
    return {
        name: round(float(value), 2) for name, value in zip([*names, "always"], beta, strict=True)
    }


def score(signs: Signs, fitted: Signs) -> float:
    return fitted["always"] + sum(fitted.get(name, 0.0) * value for name, value in signs.items())


def report(lines: list[Example]) -> None:
    """Print, for each set, how well the weights fitted to all others tell its lines."""
    print(
        f"{'set':8} {'lines':>7} {'titles':>7} {'taken':>7} {'right':>7} "
        f"{'precision':>9} {'recall':>7}"
    )
    for name in sorted({line.folder for line in lines}):
        fitted = fit([line for line in lines if line.folder != name])
        own = [line for line in lines if line.folder == name]
        taken = [line for line in own if score(line.signs, fitted) > SURE]
        right, titles = sum(one.is_title for one in taken), sum(one.is_title for one in own)
        print(
            f"{name:8} {len(own):7} {titles:7} {len(taken):7} {right:7} "
            f"{right / max(len(taken), 1):9.3f} {right / max(titles, 1):7.3f}"
        )


def write(fitted: Signs) -> None:
    """Write the weights as a module of the reader, the strongest first."""
    target = Path(weights.__file__)
    rows = sorted(fitted.items(), key=lambda item: (item[0] != "always", -abs(item[1]), item[0]))
    table = "".join(f'    "{name}": {value},\n' for name, value in rows)
    target.write_text(
        '"""What each sign of a title weighs, as ``benchmarks/likeness.py --write`` fits it."""\n\n'
        "from typing import Final\n\n"
        "#: By the sign, in logarithms of odds; ``always`` is what every line has.\n"
        f"WEIGHTS: Final[dict[str, float]] = {{\n{table}}}\n",
        encoding="utf-8",
    )


def main() -> None:
    folders = [
        folder
        for folder in sorted(CORPUS.glob("set-*/*"))
        if (folder / "expected.yaml").exists() and any(folder.glob("document.*"))
        and not is_kept(folder) and "english" not in folder.name
    ]  # fmt: skip
    lines = [line for folder in folders for line in examples(folder)]
    if "--write" in sys.argv:
        write(fit(lines))
    else:
        report(lines)


if __name__ == "__main__":
    main()
