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
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

import yaml

import layouts
from layouts.content import Content
from layouts.page import Page
from plangraph.model import Plan
from plangraph.reading.reader import read_document
from reading_corpus import GROUP, Score, compare, counts, f1, fold, found_in, number

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
    yield from _unlike(page, plan)


def _unlike(page: Page, plan: Plan) -> Iterator[str]:
    """Tell which indicators, sectoral plans and facts are other than they should be."""
    kept = page.expected["indicators"], page.expected["sectoral_plans"]
    measured = Counter(_key(one["title"], one["baseline"], one["target"]) for one in kept[0])
    read = Counter(_key(one.title, one.baseline, one.target) for one in plan.indicators)
    yield from (f"missed indicator {one}" for one in (measured - read).elements())
    yield from (f"invented indicator {one}" for one in (read - measured).elements())
    listed = Counter(fold(one["title"]) for one in kept[1])
    named = Counter(fold(one.title) for one in plan.sectoral_plans)
    yield from (f"missed plan {one}" for one in (listed - named).elements())
    yield from (f"invented plan {one}" for one in (named - listed).elements())
    score = compare(page.expected, plan)
    for one in ("title", "municipality", "period"):
        if getattr(score, one) == (0, 1):
            yield f"{one}: {page.expected.get(one)} read as {getattr(plan, one)}"
    if page.expected.get("status", plan.status) != plan.status:
        yield f"status: {page.expected['status']} read as {plan.status}"


def _key(title: object, *values: object) -> tuple[str, ...]:
    return (fold(title), *(number(value) for value in values))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(
        f"{'layout':28} pages elements  whole indicators  "
        "years  unit sectoral  period  title  place"
    )
    means = []
    for name, layout in found_layouts(options.names):
        read = [
            _read(f"{name}-{options.seed}-{page}", layout, options) for page in range(options.count)
        ]
        scores = [score for score, _ in read]
        elements = [score.elements for score in scores]
        means.append(statistics.mean(elements))
        indicators, sectoral = (
            counts(getattr(score, part) for score in scores) for part in ("indicators", "sectoral")
        )
        told = [_share(told[one] for _, told in read) for one in ("years", "unit")]
        parts = [_share(getattr(score, part) for score in scores)
                 for part in ("period", "title", "municipality")]  # fmt: skip
        print(
            f"{name:28} {len(scores):5} {means[-1]:8.3f} "
            f"{sum(one == 1 for one in elements) / len(elements):6.2f} "
            f"{_figure(indicators):>10} {told[0]:>6} {told[1]:>5} {_figure(sectoral):>8} "
            f"{parts[0]:>7} {parts[1]:>6} {parts[2]:>6}".rstrip()
        )
    print(f"{'mean':28} {'':5} {statistics.mean(means):8.3f}")


def _figure(found: list[int]) -> str:
    """F1 of right, found and wanted; nothing where nothing is wanted or found."""
    return f"{f1(*found):.3f}" if found[1] or found[2] else ""


def _share(pairs: Iterable[tuple[int, int]]) -> str:
    right, wanted = counts(pairs)
    return f"{right / wanted:.2f}" if wanted else ""


def details(page: Page, plan: Plan) -> dict[str, tuple[int, int]]:
    """Count years and units that are right, of indicators whose titles and values are."""
    found = {(fold(one.title), number(one.target)): one for one in plan.indicators}
    years, unit = [0, 0], [0, 0]
    for one in page.expected["indicators"]:
        read = found.get((fold(one["title"]), number(one.get("target"))))
        dated = [key for key in ("baseline_year", "target_year") if read and key in one]
        if dated:
            right = all(one[key] == getattr(read, key) for key in dated)
            years = [years[0] + right, years[1] + 1]
        if read is not None and "unit" in one:
            unit = [unit[0] + (fold(read.unit) == fold(one["unit"])), unit[1] + 1]
    return {"years": (years[0], years[1]), "unit": (unit[0], unit[1])}


def _read(
    name: str, layout: Layout, options: argparse.Namespace
) -> tuple[Score, dict[str, tuple[int, int]]]:
    random = Random(name)
    page = layout(random, Content(random))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{page.suffix}"
        path.write_text(page.text, encoding="utf-8")
        plan = read_document(path).plan
    score = compare(page.expected, plan)
    right, found, wanted = score.indicators
    parts = (score.period, score.title, score.municipality)
    listed = score.sectoral[0] < max(score.sectoral[1:])
    told = page.expected.get("status", plan.status) == plan.status
    if score.elements < 1 or not told or right < max(found, wanted) or listed or (0, 1) in parts:
        if options.verbose:
            print(f"{name}: {score.elements:.2f}, indicators {right} of {found}, of {wanted}")
            print(*(f"    {one}" for one in errors(page, plan)), sep="\n")
        if options.keep:
            kept = options.keep / name.replace("/", "-")
            kept.mkdir(parents=True, exist_ok=True)
            (kept / f"document{page.suffix}").write_text(page.text, encoding="utf-8")
            expected = yaml.safe_dump(page.expected, allow_unicode=True, sort_keys=False)
            (kept / "expected.yaml").write_text(expected, encoding="utf-8")
    return score, details(page, plan)


if __name__ == "__main__":
    main()
