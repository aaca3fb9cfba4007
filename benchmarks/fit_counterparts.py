"""Fit the weights of plangraph.links.counterparts; print held-out figures.

    python benchmarks/fit_counterparts.py [--gold ../shared/gold] [--documents ../shared/plans]
        [--more JUDGEMENTS…] [--plans DIR…] [--used]

An element chooses among the elements of another city, or none of them. The weights make
the right choice likely (a softmax with "none" as one more choice) and each pair's score
a probability. Every city is held out in turn for the figures; `unseen` (cities/unseen.csv)
is used for nothing else. JUDGEMENTS are further pairs of cities to learn from, in the form
of GOLD, whose plan files are in DIR; each pair is held out in turn too, together with all
others that share a city of it (but for the three cities of data/plans). All is learned from
again with a quarter of the words of fields lost, as they are of any plan that nobody has read:
else the words would be trusted more than they deserve. Figures of cities held out are printed
so as well, with other words lost. With --used nothing is fitted: the figures are those of the
weights in use, of which that of `part` was raised by hand.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from choosing import PARTIAL, Choice, figures, limits
from fit_goals import ROOT, real, titles_only
from invented import APART, HERE, LEARNED, Measure, cities, label, load, near, outline
from lost_words import lost_words
from plangraph.graph import memory_graph
from plangraph.links import counterparts
from plangraph.links.matrices import FEATURES, compare, matrices
from plangraph.links.profile import Profile, profiles
from plangraph.links.text import fold
from plangraph.outline import read_outline
from plangraph.pipeline import load_all
from plangraph.triples.plan import plan_quads
from plangraph.vocabulary import Names

#: The last feature, (nearly) the same title, is weighted by hand.
FITTED = len(FEATURES) - 1
RIDGE = 0.005
#: Real judgements count more than invented cities.
REAL = 10.0
#: Further judged pairs, and those of which one city or both have titles alone.
MORE, MIXED = 4.0, 2.0
#: An element without counterpart is rare and counts more.
RARE = 2.0
#: Pairs with a list of titles alone.
LISTED = 2.0
#: Percent of words lost, which (seeds) while learning and how much that counts, which in figures.
LOST, LEARNED_LOST, LOST_WEIGHT, FIGURES_LOST = 25, ("a", "b"), 0.5, "c"
#: Cities that are learned from in every case: a pair of them is held out as a pair.
THREE = {"kiyose", "kodaira", "koganei"}
#: What may speak against a counterpart, or either way; all others only for it.
BOUNDS = {"apart": (None, 0), "bare": (None, None)}


def choices(
    where: str,
    ones: Sequence[Profile],
    others: Sequence[Profile],
    judge: Callable[[Profile, Profile], int],
    weight: float = 1.0,
) -> list[Choice]:
    everything = matrices([*ones, *others])
    size = len(ones)
    features = compare(
        everything.take(range(size)), everything.take(range(size, size + len(others)))
    )
    right = np.array([[judge(one, other) for other in others] for one in ones])
    there = [Choice(where, features[:, i].T, right[i], weight) for i in range(size)]
    back = [Choice(where, features[:, :, j].T, right[:, j], weight) for j in range(len(others))]
    return there + back


def gold_choices(gold: Path, documents: Path) -> list[Choice]:
    listed = json.loads((gold / "alignment-koganei-kiyose.json").read_text(encoding="utf-8"))
    grades = {
        (pair["koganei"]["title"], pair["kiyose"]["title"]): pair["grade"]
        for pair in listed["pairs"]
    }

    def judge(one: Profile, other: Profile) -> int:
        grade = grades.get((one.node.title or "", other.node.title or ""), 0)
        return {0: 0, 1: PARTIAL}.get(grade, 1)

    found = []
    for form, place in (("plan", None), ("text", documents), ("title", None)):
        sides = {}
        for one in real(place):
            known = [p for p in profiles(one) if p.node.kind == "measure"]
            sides[one.plan] = [titles_only(p) for p in known] if form == "title" else known
        found += choices(
            f"gold {form}", sides["koganei-5th"], sides["kiyose-5th"], judge, weight=REAL
        )
    return found


def more_choices(paths: Sequence[Path], plans: Sequence[Path]) -> list[Choice]:
    """Pairs judged in files of the form of GOLD; cities are named by their folders in ``plans``."""
    found: list[Choice] = []
    for path in paths:
        pairs = json.loads(path.read_text(encoding="utf-8"))["pairs"]
        names = [key for key, value in pairs[0].items() if isinstance(value, dict)]
        grades: dict[tuple[str, str], tuple[int, int]] = {}
        for pair in pairs:
            other = pair["grade"] if pair.get("alt_grade") is None else pair["alt_grade"]
            ends = (pair[names[0]]["title"], pair[names[1]]["title"])
            grades[ends] = (min(pair["grade"], other), max(pair["grade"], other))

        def judge(one: Profile, other: Profile, grades: dict[Any, tuple[int, int]] = grades) -> int:
            least, most = grades.get((one.node.title or "", other.node.title or ""), (0, 0))
            return 1 if least >= 2 else -1 if most >= 2 else PARTIAL if most else 0

        full = []
        for name in names:
            folders = (folder / name for folder in (*plans, ROOT / "data" / "plans"))
            folder = next(folder for folder in folders if folder.is_dir())
            titles = {pair[name]["title"] for pair in pairs}
            full.append(of_kinds_named(units(sorted(folder.glob("*.yaml"))), titles))
        bare = [[titles_only(profile) for profile in side] for side in full]
        where = " ".join(names)
        found += choices(f"more plan: {where}", full[0], full[1], judge, MORE)
        found += choices(f"more title: {where}", bare[0], bare[1], judge, MORE)
        found += choices(f"more mixed: {where}", full[0], bare[1], judge, MIXED)
        found += choices(f"more mixed: {where}", bare[0], full[1], judge, MIXED)
    return found


def listed_choices(names: Sequence[str]) -> list[Choice]:
    """Lists of titles alone (cities/real-*.csv, recalled-*.csv), with the three cities."""
    close = near()
    sides: dict[str, tuple[list[Profile], list[frozenset[str]]]] = {}
    for version in real(None):
        name = version.plan.partition("-")[0]
        subjects = {fold(m.title): m.subjects for m in load(HERE / f"{name}.csv")}
        found = [p for p in profiles(version) if p.grain == "unit" and p.title in subjects]
        sides[name] = (found, [subjects[p.title] for p in found])
    for name in names:
        measures = load(HERE / f"{name}.csv")
        bare = profiles(outline(name, [m.title for m in measures]))
        sides[name] = (bare, [m.subjects for m in measures])
    choice: list[Choice] = []
    for one, other in combinations(sides, 2):
        if one in names or other in names:
            known = {
                p.node.iri: subject
                for side in (one, other)
                for p, subject in zip(*sides[side], strict=True)
            }

            def judge(a: Profile, b: Profile, known: dict[str, frozenset[str]] = known) -> int:
                return label(known[a.node.iri], known[b.node.iri], close)

            choice += choices(
                f"listed {one} {other}", sides[one][0], sides[other][0], judge, LISTED
            )
    return choice


def units(paths: Sequence[Path]) -> list[Profile]:
    """The measures of the plan files, the last version of each plan."""
    plans = {file.plan.plan: file.plan for file in load_all(paths)[0]}
    found = []
    for plan in plans.values():
        graph = memory_graph(list(plan_quads(plan)))
        outline = read_outline(graph.select, Names().version(f"{plan.plan}@{plan.version}").value)
        found += [profile for profile in profiles(outline) if profile.grain == "unit"]
    return found


def of_kinds_named(known: Sequence[Profile], titles: set[str]) -> list[Profile]:
    """Those of the kinds that are judged: of others nobody said that they are no counterparts."""
    kinds = {one.node.kind for one in known if one.node.title in titles}
    return [one for one in known if one.node.kind in kinds]


def invented_choices(known: dict[str, list[Measure]]) -> list[Choice]:
    close = near()
    sides = {name: profiles(outline(name, [m.title for m in some])) for name, some in known.items()}
    subjects = {
        profile.node.iri: measure.subjects
        for name in known
        for profile, measure in zip(sides[name], known[name], strict=True)
    }

    def judge(one: Profile, other: Profile) -> int:
        return label(subjects[one.node.iri], subjects[other.node.iri], close)

    found = []
    for one, other in combinations(sorted(known), 2):
        found += choices(f"{one} {other}", sides[one], sides[other], judge)
    return found


def invented(*further: str) -> dict[str, list[Measure]]:
    """The invented cities, with Koganei's titles labelled as theirs are, and further lists."""
    return cities() | {name: load(HERE / f"{name}.csv") for name in ("koganei", *further)}


def gather(given: argparse.Namespace) -> list[Choice]:
    """All that is learned from."""
    found = invented_choices(invented()) + gold_choices(given.gold, given.documents)
    return found + listed_choices(LEARNED) + more_choices(given.more, given.plans)


def named(one: Choice, name: str) -> bool:
    return name in one.where.split()


def gold(one: Choice) -> bool:
    return one.where.startswith("gold")


def judged(one: Choice) -> bool:
    return one.where.startswith(("gold", "listed"))


def pair_of(one: Choice) -> str:
    """The cities of a further judged pair, or nothing."""
    return one.where.partition(": ")[2]


def training(found: Sequence[Choice]) -> list[Choice]:
    """Choices without unclear ones; each again with its right ones taken away: none is right."""
    kept = []
    for one in found:
        clear = one.right != -1
        if (one.right == 1).any():
            right = (one.right[clear] == 1).astype(int)
            kept.append(one._replace(features=one.features[clear], right=right))
        some = (one.right == 1).any() or not clear.all()
        wrong = one.right == 0 if some else clear
        if wrong.any():
            weight = one.weight * (0.5 if some else RARE)
            kept.append(Choice(one.where, one.features[wrong], np.zeros(wrong.sum(), int), weight))
    return kept


def fit(found: Sequence[Choice]) -> Any:
    kept = training(found)
    sizes = [len(one.right) for one in kept]
    starts = np.cumsum([0, *sizes[:-1]])
    features = np.concatenate([one.features[:, :FITTED] for one in kept])
    right = np.concatenate([one.right for one in kept]).astype(float)
    weight = np.array([one.weight for one in kept])
    each = np.repeat(weight, sizes)
    some = np.add.reduceat(right, starts) > 0

    def loss(weights: Any) -> tuple[float, Any]:
        total = features @ weights[:-1] + weights[-1]
        most = np.maximum(np.maximum.reduceat(total, starts), 0)
        share = np.exp(total - np.repeat(most, sizes))
        none = np.exp(-most)
        whole = np.add.reduceat(share, starts) + none
        good = np.where(some, np.add.reduceat(share * right, starts), none) + 1e-12
        chosen = np.where(np.repeat(some, sizes), share * right / np.repeat(good, sizes), 0)
        slope = each * (share / np.repeat(whole, sizes) - chosen)
        chance = 1 / (1 + np.exp(-total))
        likely = right * np.log(chance + 1e-12) + (1 - right) * np.log(1 - chance + 1e-12)
        slope = slope + 0.3 * each * (chance - right)
        value = (weight * np.log(whole / good)).sum() - 0.3 * (each * likely).sum()
        size = weight.sum()
        steps = np.append(features.T @ slope / size + RIDGE * weights[:-1], slope.sum() / size)
        return value / size + RIDGE * (weights[:-1] ** 2).sum() / 2, steps

    bounds = [BOUNDS.get(name, (0, None)) for name in FEATURES[:FITTED]]
    return minimize(
        loss,
        np.zeros(FITTED + 1),
        jac=True,
        method="L-BFGS-B",
        bounds=[*bounds, (None, None)],
    ).x


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--documents", type=Path, default=ROOT.parent / "shared" / "plans")
    parser.add_argument("--more", type=Path, nargs="*", default=[], metavar="JUDGEMENTS")
    parser.add_argument("--plans", type=Path, nargs="*", default=[], metavar="DIR")
    parser.add_argument("--used", action="store_true")
    given = parser.parse_args()
    found = gather(given)
    if given.used:
        weights = np.array([*counterparts.WEIGHTS[:-1], counterparts.CONSTANT])
        for where in dict.fromkeys(one.where for one in found if pair_of(one) or gold(one)):
            figures(where, [one for one in found if one.where == where], weights)
        figures("listed, learned from", [o for o in found if o.where[:6] == "listed"], weights)
        figures("listed, apart", listed_choices(APART), weights)
        for form in ("plan", "title"):
            some = (one for one in found if pair_of(one) or gold(one))
            limits(form, [one for one in some if form in one.where.split(":")[0]], weights)
        return
    learned = list(found)
    for seed in LEARNED_LOST:
        with lost_words(LOST, seed):
            learned += [o._replace(weight=LOST_WEIGHT * o.weight) for o in gather(given)]
    with lost_words(LOST, FIGURES_LOST):
        lost = gather(given)

    def show(name: str, wheres: Collection[str], weights: Any) -> None:
        for title, some in ((name, found), (f"{name}, words lost", lost)):
            figures(title, [one for one in some if one.where in wheres], weights)

    for name in sorted(invented()):
        real = name == "koganei"
        kept = (o for o in learned if pair_of(o) or not (named(o, name) or (real and judged(o))))
        own = {o.where for o in found if named(o, name) and not (pair_of(o) or judged(o))}
        show(name, own, fit(list(kept)))
    held = fit([o for o in learned if pair_of(o) or not (judged(o) or named(o, "koganei"))])
    for form in ("plan", "text", "title"):
        show(f"gold {form}", [f"gold {form}"], held)
    for pair in dict.fromkeys(pair_of(one) for one in found if pair_of(one)):
        ends = set(pair.split()) - THREE or set(pair.split())
        weights = fit([one for one in learned if not ends & set(pair_of(one).split())])
        for form in ("plan", "title", "mixed"):
            show(f"more {form}: {pair}", [f"more {form}: {pair}"], weights)
    weights = fit(learned)
    for form in ("plan", "text", "title"):
        figures(f"learned gold {form}", [o for o in found if o.where == f"gold {form}"], weights)
    fresh = [o for o in invented_choices(invented("unseen")) if named(o, "unseen")]
    for other in ("koganei", *sorted(cities())):
        figures(f"unseen {other}", [one for one in fresh if named(one, other)], weights)
    figures("listed, apart", listed_choices(APART), weights)
    print("WEIGHTS =", tuple(round(float(w), 2) for w in weights[:-1]), "+ (5.0,)")
    print("CONSTANT =", round(float(weights[-1]), 2))


if __name__ == "__main__":
    main()
