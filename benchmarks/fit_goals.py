"""Fit the model of plangraph.links.goals; print held-out figures; write field-goals.csv.

    python benchmarks/fit_goals.py [--documents ../shared/plans] [--gold ../shared/gold]

Learns from the invented cities, from Koganei's judgements in GOLD, from data/judgements, and
from those of benchmarks/judged and of the lists of titles that are not kept apart.
Each source is held out in turn for the figures; the weights are learned from all of them.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from scipy.optimize import minimize

from invented import APART, HERE, LEARNED, cities, load, outline
from plangraph.graph import memory_graph
from plangraph.links import goals
from plangraph.links.fields import field_evidence
from plangraph.links.profile import Profile, profiles
from plangraph.links.sides import with_documents
from plangraph.links.table import field_table
from plangraph.outline import Outline, read_outline
from plangraph.pipeline import load_all, plan_paths
from plangraph.triples.plan import plan_quads
from plangraph.vocabulary import Names

ROOT = Path(__file__).parent.parent
TABLE = field_table()
KEYS = sorted(key for key, field in TABLE.fields.items() if field.parent)
COLUMN = {key: number for number, key in enumerate(KEYS)}
RIDGE = 0.0015
#: Invented plans to learn from; sagamihara is kept apart.
JUDGED = ("abiko", "kesennuma", "tsunan")


class Case(NamedTuple):
    source: str
    profile: Profile
    goals: frozenset[int]
    weight: float


def real(documents: Path | None) -> list[Outline]:
    """The current versions of the three cities, with texts where documents are given."""
    files, _ = load_all(plan_paths())
    graph = memory_graph([quad for file in files for quad in plan_quads(file.plan)])
    wanted = ("koganei-5th@draft", "kiyose-5th@draft", "kodaira-4th@submitted")
    found = [read_outline(graph.select, Names().version(name).value) for name in wanted]
    return [with_documents(one, graph.select, documents) for one in found] if documents else found


def titles_only(profile: Profile) -> Profile:
    kept = ("title", "keyword")
    return profile._replace(
        texts={place: texts if place in kept else () for place, texts in profile.texts.items()}
    )


def cases(gold: Path, documents: Path) -> list[Case]:
    found = []
    for name, measures in cities().items():
        known = profiles(outline(name, [measure.title for measure in measures]))
        found += [Case(name, p, m.goals, 1.0) for p, m in zip(known, measures, strict=True)]
    listed = json.loads((gold / "sdgs-koganei.json").read_text(encoding="utf-8"))["elements"]
    judged = {one["title"]: frozenset(one["primary"]) for one in listed}
    for form, place in (("plan", None), ("text", documents), ("title", None)):
        for one in real(place):
            path = ROOT / "data" / "judgements" / f"sdgs-{one.plan}.yaml"
            ours = {
                row["element"]: frozenset(row["primary"])
                for row in yaml.safe_load(path.read_text(encoding="utf-8"))["judgements"]
            }
            for profile in profiles(one):
                shown = titles_only(profile) if form == "title" else profile
                if one.plan == "koganei-5th" and profile.node.title in judged:
                    found.append(Case(f"gold {form}", shown, judged[profile.node.title], 1.0))
                elif profile.node.id in ours and not (
                    form == "title" and not profile.texts["below"] and profile.node.kind == "goal"
                ):
                    found.append(Case(f"{one.plan} {form}", shown, ours[profile.node.id], 0.7))
    return found


def judged_plan(path: Path) -> list[Case]:
    """The judged elements of an invented plan (benchmarks/judged), in full and by titles alone."""
    name = path.stem.removeprefix("sdgs-")
    (plan,) = load_all(sorted((path.parent / "plans" / name).glob("*.yaml")))[0]
    graph = memory_graph(list(plan_quads(plan.plan)))
    version = Names().version(f"{plan.plan.plan}@{plan.plan.version}").value
    known = {p.node.title: p for p in profiles(read_outline(graph.select, version))}
    found = []
    for row in json.loads(path.read_text(encoding="utf-8"))["elements"]:
        profile = known[row["title"]]
        goals = frozenset(row["primary"])
        found.append(Case(f"{name} plan", profile, goals, 0.7))
        found.append(Case(f"{name} title", titles_only(profile), goals, 0.7))
    return found


def listed(name: str) -> list[Case]:
    """The measures of a list of titles alone."""
    measures = load(HERE / f"{name}.csv")
    known = profiles(outline(name, [measure.title for measure in measures]))
    return [Case(name, p, m.goals, 1.0) for p, m in zip(known, measures, strict=True)]


class Data(NamedTuple):
    shares: Any
    primary: Any
    secondary: Any
    truth: Any
    weight: Any


def data(found: list[Case]) -> Data:
    shares = np.zeros((len(found), len(KEYS)))
    for row, case in enumerate(found):
        evidence = field_evidence(case.profile)
        strengths = {key: one[0] for key, one in evidence.items() if key in COLUMN}
        for key, share in goals.field_shares(strengths).items():
            shares[row, COLUMN[key]] = share
    tables = np.zeros((2, len(KEYS), 17))
    for key in KEYS:
        for goal in TABLE.fields[key].primary:
            tables[0, COLUMN[key], goal - 1] = 1
        for goal in TABLE.fields[key].secondary:
            tables[1, COLUMN[key], goal - 1] = 1
    truth = np.array([[float(goal in case.goals) for goal in range(1, 18)] for case in found])
    return Data(
        shares,
        np.minimum(shares @ tables[0], goals.MOST),
        np.minimum(shares @ tables[1], goals.MOST),
        truth,
        np.array([case.weight for case in found]),
    )


def odds(at: Data, weights: Any, rows: Any) -> Any:
    learned = weights[3:].reshape(len(KEYS), 17)
    found = weights[0] + weights[1] * at.primary[rows] + weights[2] * at.secondary[rows]
    return found + at.shares[rows] @ learned


def fit(at: Data, rows: Any) -> Any:
    weight = at.weight[rows][:, None] / at.weight[rows].sum()

    def loss(weights: Any) -> tuple[float, Any]:
        chance = 1 / (1 + np.exp(-odds(at, weights, rows)))
        truth, learned = at.truth[rows], weights[3:]
        likely = truth * np.log(chance + 1e-12) + (1 - truth) * np.log(1 - chance + 1e-12)
        rest = weight * (chance - truth)
        slope = at.shares[rows].T @ rest + RIDGE * learned.reshape(-1, 17)
        head = [rest.sum(), (rest * at.primary[rows]).sum(), (rest * at.secondary[rows]).sum()]
        value = -(weight * likely).sum() + RIDGE * (learned**2).sum() / 2
        return value, np.concatenate([head, slope.ravel()])

    start = np.concatenate([[-3.0, 3.0, 1.0], np.zeros(len(KEYS) * 17)])
    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def figures(name: str, chance: Any, truth: Any) -> None:
    said, true = chance >= goals.MAIN, truth > 0
    f1 = 2 * (said & true).sum() / (said.sum() + true.sum())
    best = np.argsort(-chance, axis=1, kind="stable")[:, :3]
    among = np.mean([true[row, best[row]].any() for row in range(len(true))])
    print(f"{name:24} {len(true):4} elements  F1 {f1:.3f}  among first three {among:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--documents", type=Path, default=ROOT.parent / "shared" / "plans")
    said = parser.parse_args()
    judged = ROOT / "benchmarks" / "judged"
    found = cases(said.gold, said.documents)
    for name in JUDGED:
        found += judged_plan(judged / f"sdgs-{name}.json")
    for name in LEARNED:
        found += listed(name)
    at = data(found)
    places = np.arange(len(found))
    groups = np.array([case.source.split()[0] for case in found])
    chance = np.zeros_like(at.truth)
    for group in sorted(set(groups)):
        out = places[groups == group]
        chance[out] = 1 / (1 + np.exp(-odds(at, fit(at, places[groups != group]), out)))
    print("each source held out in turn:")
    sources = np.array([case.source for case in found])
    for source in dict.fromkeys(sources.tolist()):
        figures(source, chance[sources == source], at.truth[sources == source])
    figures("all", chance, at.truth)
    for low in np.arange(0.1, 1.0, 0.1):
        inside = (chance >= low) & (chance < low + 0.1)
        print(f"score {low:.1f}–{low + 0.1:.1f}: {inside.sum():4} links, "
              f"{at.truth[inside].mean():.0%} hold")  # fmt: skip
    weights = fit(at, places)
    print("kept apart:")
    for rest in [judged_plan(judged / "sdgs-sagamihara.json"), *map(listed, APART)]:
        for source in dict.fromkeys(case.source for case in rest):
            alone = data([case for case in rest if case.source == source])
            rows = np.arange(len(alone.truth))
            figures(source, 1 / (1 + np.exp(-odds(alone, weights, rows))), alone.truth)
    print("CONSTANT, PRIMARY, SECONDARY =", ", ".join(f"{w:.2f}" for w in weights[:3]))
    learned = weights[3:].reshape(len(KEYS), 17)
    path = Path(goals.__file__).parent / "field-goals.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["field", "goal", "weight"])
        for key in KEYS:
            for goal in range(1, 18):
                if abs(learned[COLUMN[key], goal - 1]) >= 0.1:
                    writer.writerow([key, goal, f"{learned[COLUMN[key], goal - 1]:.2f}"])


if __name__ == "__main__":
    main()
