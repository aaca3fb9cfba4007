"""Invented cities (benchmarks/cities) as outlines, with what counts as counterparts."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plangraph.outline import Node, Outline

HERE = Path(__file__).parent / "cities"
#: Lists of titles alone, of real cities or recalled: to learn from, and kept apart.
LEARNED = ("recalled-a", "recalled-b", "real-koda", "recalled-d", "recalled-e", "recalled-f")
APART = ("recalled-c", "real-sanyo-onoda")


class Measure(NamedTuple):
    title: str
    subjects: frozenset[str]
    goals: frozenset[int]


def load(path: Path) -> list[Measure]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Measure(
                row["title"],
                frozenset(row["subjects"].split()),
                frozenset(map(int, row["primary"].split())),
            )
            for row in csv.DictReader(file)
        ]


def cities() -> dict[str, list[Measure]]:
    names = ("compound", "fine", "phrases", "plain", "rural")
    return {name: load(HERE / f"{name}.csv") for name in names}


def near() -> set[frozenset[str]]:
    with (HERE / "near.csv").open(encoding="utf-8", newline="") as file:
        return {frozenset((row["one"], row["other"])) for row in csv.DictReader(file)}


def label(one: frozenset[str], other: frozenset[str], close: set[frozenset[str]]) -> int:
    """1 for counterparts, 0 for none, -1 where readers would differ."""
    if one & other:
        return 1
    return -1 if any(frozenset((a, b)) in close for a in one for b in other) else 0


def outline(plan: str, titles: Sequence[str]) -> Outline:
    """An outline of measures that have nothing but titles."""
    nodes = []
    for place, title in enumerate(titles, 1):
        facts: dict[str, Any] = dict.fromkeys(Node._fields)
        facts |= {"id": f"measure-{place}", "iri": f"https://example.org/plan/{plan}@x/{place}"}
        facts |= {"kind": "measure", "title": title, "order": place, "depth": 0, "text": ""}
        nodes.append(Node(**facts | {"keywords": (), "departments": (), "passage_summaries": ()}))
    head: dict[str, Any] = dict.fromkeys(Outline._fields)
    head |= {"plan": plan, "version": f"{plan}@x", "iri": f"https://example.org/plan/{plan}@x"}
    return Outline(**head | {"nodes": tuple(nodes)})
