"""Fit the model of plangraph.links.goals; print held-out figures; with --write, field-goals.csv.

    python benchmarks/fit_goals.py [--documents ../shared/plans] [--gold ../shared/gold] [--write]

Learns from the invented cities, from Koganei's judgements in GOLD, from data/judgements, and
from those of benchmarks/judged and of the lists of titles that are not kept apart.
Each city is held out in turn for the figures; the weights are learned from all of them. What
a goal loses to others is fitted to the odds of cities that were held out, again city by city.
The weights in plangraph.links.goals itself are printed, to be put there by hand.
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
#: Goals whose odds are less are told by no one, and teach nothing about what is told.
FAINT = -4.0
JUDGEMENTS = ROOT / "benchmarks" / "judged"
#: Judged plans, invented and real, to learn from, and kept apart.
JUDGED = ("abiko", "kesennuma", "tsunan", "real/ito", "real/kofu", "real/seiro")
KEPT = ("sagamihara", "real/hamura", "real/tondabayashi", "real/shimotsuma")
#: Sources that are one city's.
SAME = {"gold": "koganei-5th"}


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


def judged_plan(name: str) -> list[Case]:
    """The judged elements of a plan of benchmarks/judged, in full and by titles alone."""
    folder, city = (JUDGEMENTS / name).parent, Path(name).name
    (plan,) = load_all(sorted((folder / "plans" / city).glob("*.yaml")))[0]
    graph = memory_graph(list(plan_quads(plan.plan)))
    version = Names().version(f"{plan.plan.plan}@{plan.plan.version}").value
    listed = profiles(read_outline(graph.select, version))
    known = {p.node.title: p for p in listed} | {(p.node.code, p.node.title): p for p in listed}
    found = []
    for row in json.loads((folder / f"sdgs-{city}.json").read_text(encoding="utf-8"))["elements"]:
        profile = known.get((row.get("code"), row["title"])) or known[row["title"]]
        main = frozenset(row["primary"])
        weight = 1.0 if name.startswith("real/") else 0.7
        found.append(Case(f"{city} plan", profile, main, weight))
        found.append(Case(f"{city} title", titles_only(profile), main, weight))
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


def alone_of(values: Any) -> Any:
    return 1 / (1 + np.exp(-values))


def rivals(values: Any) -> Any:
    """What ``goals.against_others`` weighs: a constant, the odds, the chances of all others."""
    alone = alone_of(values)
    others = np.minimum(alone.sum(axis=1, keepdims=True) - alone, goals.RIVALS)
    return np.stack([np.ones_like(values), values, -others], 2)


def fit_rivals(values: Any, truth: Any, weight: Any) -> Any:
    """Fit EVEN, SURE and RIVAL to odds of cities that were held out."""
    told = values > FAINT
    facts, right = rivals(values)[told], truth[told]
    weights = np.broadcast_to(weight[:, None], values.shape)[told]
    weights = weights / weights.sum()

    def loss(three: Any) -> tuple[float, Any]:
        chance = alone_of(facts @ three)
        likely = right * np.log(chance + 1e-12) + (1 - right) * np.log(1 - chance + 1e-12)
        return -(weights * likely).sum(), facts.T @ (weights * (chance - right))

    return minimize(loss, np.array([0.0, 1.0, 0.0]), jac=True, method="L-BFGS-B").x


def held_out(found: list[Case], at: Data) -> tuple[Any, Any]:
    """Return the chances of all goals, each city held out from both fits, and the first odds."""
    first = np.array([case.source.split()[0] for case in found])
    groups = np.array([SAME.get(name, name) for name in first])
    places, values, chance = np.arange(len(found)), np.zeros_like(at.truth), np.zeros_like(at.truth)
    for group in sorted(set(groups)):
        out = groups == group
        values[out] = odds(at, fit(at, places[~out]), places[out])
    for group in sorted(set(groups)):
        out = groups == group
        three = fit_rivals(values[~out], at.truth[~out], at.weight[~out])
        chance[out] = alone_of(rivals(values[out]) @ three)
    return chance, values


def figures(name: str, chance: Any, truth: Any) -> None:
    said, true = chance >= goals.MAIN, truth > 0
    f1 = 2 * (said & true).sum() / (said.sum() + true.sum())
    best = np.argsort(-chance, axis=1, kind="stable")[:, :3]
    among = np.mean([true[row, best[row]].any() for row in range(len(true))])
    hold, told = (said & true).sum() / said.sum(), (said & true).sum() / true.sum()
    print(f"{name:24} {len(true):4} elements  F1 {f1:.3f} (precision {hold:.3f}, recall {told:.3f})"
          f"  among first three {among:.3f}")  # fmt: skip


def calibration(chance: Any, truth: Any) -> None:
    for tenth in range(1, 10):
        inside = np.floor(chance * 10 + 1e-9) == tenth
        print(f"score 0.{tenth}–{(tenth + 1) / 10:.1f}: {inside.sum():4} links, "
              f"{truth[inside].mean():.0%} hold")  # fmt: skip


def write(learned: Any) -> None:
    """Write the corrections by field and goal, faint ones left out."""
    path = Path(goals.__file__).parent / "field-goals.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["field", "goal", "weight"])
        for key in KEYS:
            for goal in range(1, 18):
                if abs(learned[COLUMN[key], goal - 1]) >= 0.1:
                    writer.writerow([key, goal, f"{learned[COLUMN[key], goal - 1]:.2f}"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--documents", type=Path, default=ROOT.parent / "shared" / "plans")
    parser.add_argument("--write", action="store_true", help="write links/field-goals.csv")
    said = parser.parse_args()
    found = cases(said.gold, said.documents)
    for name in JUDGED:
        found += judged_plan(name)
    for name in LEARNED:
        found += listed(name)
    at = data(found)
    chance, values = held_out(found, at)
    print("each city held out in turn:")
    sources = np.array([case.source for case in found])
    for source in dict.fromkeys(sources.tolist()):
        figures(source, chance[sources == source], at.truth[sources == source])
    figures("all", chance, at.truth)
    calibration(chance, at.truth)
    weights = fit(at, np.arange(len(found)))
    three = fit_rivals(values, at.truth, at.weight)
    print("kept apart:")
    apart, truth = [], []
    for rest in [*map(judged_plan, KEPT), *map(listed, APART)]:
        for source in dict.fromkeys(case.source for case in rest):
            alone = data([case for case in rest if case.source == source])
            sure = alone_of(rivals(odds(alone, weights, np.arange(len(alone.truth)))) @ three)
            figures(source, sure, alone.truth)
            if not source.endswith("title"):  # each element once
                apart.append(sure)
                truth.append(alone.truth)
    figures("all, each once", np.concatenate(apart), np.concatenate(truth))
    calibration(np.concatenate(apart), np.concatenate(truth))
    print("CONSTANT, PRIMARY, SECONDARY =", ", ".join(f"{w:.2f}" for w in weights[:3]))
    print("EVEN, SURE, RIVAL =", ", ".join(f"{w:.2f}" for w in three))
    if said.write:
        write(weights[3:].reshape(len(KEYS), 17))


if __name__ == "__main__":
    main()
