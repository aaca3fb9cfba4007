"""How well layouts made by chance are read: invented plans of which the layout says what they hold.

    python benchmarks/reading_layouts.py [NAME …] [--count 40] [--seed 1] [-v] [--keep FOLDER]

NAME is a module of ``benchmarks/layouts`` or one of its layouts; all without any. ``-v`` names
the pages with errors and what is wrong there, ``--keep`` writes these pages to a folder, each
with its ``expected.yaml``, in the form of ``benchmarks/corpus``. Same seed, same pages.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import statistics
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import yaml

import layouts
from layouts.content import Content
from layouts.page import Page
from plangraph.model import Plan
from plangraph.reading.reader import read_document
from reading_corpus import GROUP, Score, compare, counts, f1, fold, found_in

Layout = Callable[[Random, Content], Page]


def found_layouts(names: list[str]) -> Iterator[tuple[str, Layout]]:
    """Yield the layouts that are asked for, by module and name."""
    for module in sorted(one.name for one in pkgutil.iter_modules(layouts.__path__)):
        known: dict[str, Layout] = getattr(
            importlib.import_module(f"layouts.{module}"), "LAYOUTS", {}
        )
        for name, layout in known.items():
            if not names or {module, name, f"{module}/{name}"} & set(names):
                yield f"{module}/{name}", layout


def errors(page: Page, plan: Plan) -> Iterator[str]:
    """Tell what of a page is missed and what is invented."""
    left = Counter(found_in(plan))
    for element in page.expected["elements"]:
        kinds = [element["kind"], *element.get("also_kinds", [])]
        titles = [element["title"], *element.get("alt", [])]
        keys = [(GROUP.get(kind, kind), fold(title)) for kind in kinds for title in titles]
        hit = next((key for key in keys if left[key]), None)
        if hit:
            left[hit] -= 1
        elif not element.get("optional"):
            others = [kind for kind, title in left if title in {key[1] for key in keys}]
            yield f"missed {element['kind']} {element['title']}" + (
                f" (read as {others[0]})" if others else ""
            )
    yield from (f"invented {kind} {title}" for kind, title in left.elements())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(f"{'layout':28} pages elements  whole indicators  period")
    means = []
    for name, layout in found_layouts(options.names):
        scores = [
            _read(f"{name}-{options.seed}-{number}", layout, options)
            for number in range(options.count)
        ]
        elements = [score.elements for score in scores]
        means.append(statistics.mean(elements))
        indicators = counts(score.indicators for score in scores)
        period = counts(score.period for score in scores)
        print(
            f"{name:28} {len(scores):5} {means[-1]:8.3f} "
            f"{sum(one == 1 for one in elements) / len(elements):6.2f} "
            + (f"{f1(*indicators):10.3f} " if indicators[2] else " " * 11)
            + (f"{period[0]}/{period[1]}" if period[1] else "")
        )
    print(f"{'mean':28} {'':5} {statistics.mean(means):8.3f}")


def _read(name: str, layout: Layout, options: argparse.Namespace) -> Score:
    random = Random(name)
    page = layout(random, Content(random))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{page.suffix}"
        path.write_text(page.text, encoding="utf-8")
        plan = read_document(path).plan
    score = compare(page.expected, plan)
    right, found, wanted = score.indicators
    if score.elements < 1 or right < max(found, wanted) or score.period == (0, 1):
        if options.verbose:
            print(f"{name}: {score.elements:.2f}, indicators {right} of {found}, of {wanted}")
            print(*(f"    {one}" for one in errors(page, plan)), sep="\n")
        if options.keep:
            kept = options.keep / name.replace("/", "-")
            kept.mkdir(parents=True, exist_ok=True)
            (kept / f"document{page.suffix}").write_text(page.text, encoding="utf-8")
            expected = yaml.safe_dump(page.expected, allow_unicode=True, sort_keys=False)
            (kept / "expected.yaml").write_text(expected, encoding="utf-8")
    return score


if __name__ == "__main__":
    main()
