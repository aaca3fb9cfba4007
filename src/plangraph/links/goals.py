"""Which SDG goals an element mainly serves, inferred from its fields.

A logistic model: the goals that the table of fields names for the fields of an element,
and a correction for each field and goal that was learned from judged examples. Then each
goal is held against the others: a curator names one or two, so that where much speaks for
others, the same evidence makes a goal less sure. The score is the probability that a
curator would call the goal a main one.
"""

from __future__ import annotations

import csv
import functools
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plangraph.links.fields import Evidence, Match, field_evidence, field_scores
from plangraph.links.profile import Profile
from plangraph.links.table import field_table

#: Constant, and what main and other goals of the fields are worth (log odds), fitted by
#: benchmarks/fit_goals.py together with field-goals.csv.
CONSTANT, PRIMARY, SECONDARY = -5.08, 6.89, 0.22
#: The final log odds: a constant, how far the odds above count, and how much each other goal that
#: is as sure as can be takes away; fitted to odds of cities that the weights were not learned from.
EVEN, SURE, RIVAL = 2.52, 0.72, 1.79
#: More others than so many take nothing more away: a heading of many subjects serves them all.
RIVALS = 2.0
#: The most that several fields together count for one goal.
MOST = 1.5
#: A goal with at least this score is a main one; weaker than LEAST is not told.
MAIN, LEAST = 0.5, 0.15
#: A field counts in full from this part of the strongest field's evidence.
FULL = 0.75


class GoalScore(NamedTuple):
    """How surely an element mainly serves a goal (0 to 1), and on what grounds."""

    goal: int
    score: float
    primary: bool
    matches: tuple[Match, ...]


@functools.cache
def corrections() -> dict[str, tuple[tuple[int, float], ...]]:
    """Return the learned corrections of ``field-goals.csv``: field → goals with log odds."""
    found: dict[str, list[tuple[int, float]]] = {}
    with (Path(__file__).parent / "field-goals.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["field"], []).append((int(row["goal"]), float(row["weight"])))
    return {field: tuple(goals) for field, goals in found.items()}


class _Speaks(NamedTuple):
    """The goals that a field speaks for: mainly, besides, as learned; and all of them."""

    primary: tuple[int, ...]
    secondary: tuple[int, ...]
    learned: tuple[tuple[int, float], ...]
    goals: frozenset[int]


@functools.cache
def _speaks(key: str) -> _Speaks:
    field, learned = field_table().fields[key], corrections().get(key, ())
    goals = frozenset({*field.primary, *field.secondary, *dict(learned)})
    return _Speaks(tuple(field.primary), tuple(field.secondary), learned, goals)


def field_shares(strengths: dict[str, float]) -> dict[str, float]:
    """Return how much each field counts (0 to 1): the strongest in full, faint ones not at all.

    >>> field_shares({"sports": 1.2, "health-promotion": 0.6})
    {'sports': 1.0, 'health-promotion': 0.444}
    """
    most = max(strengths.values(), default=0.0)
    known = min(1.0, most / 0.6)  # evidence as thin as a word in a summary counts less
    return {
        field: round(known * min(1.0, strength / (FULL * most)) ** 2, 3)
        for field, strength in strengths.items()
        if strength >= 0.1 * most
    }


def goal_scores(profile: Profile) -> list[GoalScore]:
    """Return the goals of an element, surest first."""
    table = field_table()
    evidence = field_evidence(profile)
    shares = field_shares(
        {key: one[0] for key, one in evidence.items() if table.fields[key].parent}
    )
    primary, secondary, learned = [0.0] * 18, [0.0] * 18, [0.0] * 18
    ranked = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
    for key, share in ranked:
        speaks = _speaks(key)
        for goal in speaks.primary:
            primary[goal] += share
        for goal in speaks.secondary:
            secondary[goal] += share
        for goal, weight in speaks.learned:
            learned[goal] += share * weight
    odds = [
        CONSTANT + PRIMARY * min(primary[goal], MOST) + SECONDARY * min(secondary[goal], MOST)
        + learned[goal] for goal in range(1, 18)
    ]  # fmt: skip
    found = []
    for goal, chance in enumerate(against_others(odds), 1):
        score = round(chance, 3)
        if score >= LEAST and (grounds := _grounds(goal, ranked, evidence)):
            found.append(GoalScore(goal, score, score >= MAIN, grounds))
    return sorted(found, key=lambda one: (-one.score, one.goal))


def _grounds(
    goal: int, ranked: Iterable[tuple[str, float]], evidence: Mapping[str, Evidence]
) -> tuple[Match, ...]:
    """Return the words that speak for a goal: of its strongest field, and of others not faint."""
    found: dict[Match, None] = {}
    for key, share in ranked:
        if goal in _speaks(key).goals and (share >= 0.2 or not found):
            found.update(dict.fromkeys(evidence[key][1]))
    return tuple(found)


def against_others(odds: list[float]) -> list[float]:
    """Return the chance of each goal from the log odds of all, each held against the others.

    >>> [round(chance, 2) for chance in against_others([3.0, 3.0])]
    [0.95, 0.95]
    """
    alone = [1 / (1 + math.exp(-one)) for one in odds]
    total = math.fsum(alone)
    return [
        1 / (1 + math.exp(RIVAL * min(total - chance, RIVALS) - EVEN - SURE * one))
        for one, chance in zip(odds, alone, strict=True)
    ]


def nearest_targets(profile: Profile) -> dict[int, tuple[str, ...]]:
    """Return by goal the SDG targets nearest to the fields that an element mainly belongs to."""
    table = field_table()
    found: dict[int, set[str]] = {}
    for one in field_scores(profile):
        for target in table.fields[one.field].targets if one.primary else ():
            found.setdefault(int(target.partition(".")[0]), set()).add(target)
    return {goal: tuple(sorted(targets)) for goal, targets in found.items()}
