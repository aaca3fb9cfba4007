"""Which SDG goals an element serves, inferred from its fields and a word list."""

from __future__ import annotations

import csv
import functools
from pathlib import Path
from typing import NamedTuple

from plangraph.links.fields import Match, field_scores
from plangraph.links.profile import PLACES, Profile
from plangraph.links.table import field_table
from plangraph.links.text import fold

#: What a field's main and other goals are worth.
PRIMARY, SECONDARY = 0.8, 0.25
#: A goal with at least this score is a main one; weaker than LEAST is not told.
MAIN, LEAST = 0.5, 0.2


class GoalScore(NamedTuple):
    """How surely an element serves a goal (0 to 1), and on what grounds."""

    goal: int
    score: float
    primary: bool
    matches: tuple[Match, ...]


@functools.cache
def goal_terms() -> dict[str, tuple[tuple[int, float], ...]]:
    """Return the word list ``goal-terms.csv``: folded term → goals with weights."""
    found: dict[str, list[tuple[int, float]]] = {}
    with (Path(__file__).parent / "goal-terms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(fold(row["term"]), []).append((int(row["goal"]), float(row["weight"])))
    return {term: tuple(sorted(goals)) for term, goals in found.items()}


def goal_scores(profile: Profile) -> list[GoalScore]:
    """Return the goals of an element, surest first."""
    table = field_table()
    missing: dict[int, float] = {}
    grounds: dict[int, dict[Match, None]] = {}

    def say(goal: int, chance: float, matches: tuple[Match, ...]) -> None:
        missing[goal] = missing.get(goal, 1.0) * (1 - chance)
        grounds.setdefault(goal, {}).update(dict.fromkeys(matches))

    fields = field_scores(profile)
    strongest = fields[0].score if fields else 1.0
    for one in fields:
        field = table.fields[one.field]
        share = (one.score / strongest) ** 2
        for goal in field.primary:
            say(goal, PRIMARY * share * one.score**0.5, one.matches)
        for goal in field.secondary:
            say(goal, SECONDARY * share * one.score**0.5, one.matches)
    for place, texts in profile.texts.items():
        for text in texts:
            for term, goals in goal_terms().items():
                if term in text:
                    for goal, weight in goals:
                        say(goal, weight * PLACES[place], (Match(place, term),))
    found = [
        GoalScore(goal, round(1 - left, 3), 1 - left >= MAIN, tuple(grounds[goal]))
        for goal, left in missing.items()
        if 1 - left >= LEAST
    ]
    return sorted(found, key=lambda one: (-one.score, one.goal))
