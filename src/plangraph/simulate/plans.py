"""The two versions of an invented municipality's plan, as the data of plan files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from plangraph.simulate.grammar import Style, Subject, subjects
from plangraph.simulate.nation import Place

_NOTE = {
    "ja": "模擬データ。試験と性能測定のために機械的に作ったもので、実在の計画ではない。",
    "en": "Simulated. Made by a program for tests and benchmarks; this is no real plan.",
}
#: Subjects that not every municipality has, and how likely one of a kind has them.
_RARE = {"fishery": 0.3, "port": 0.12, "snow": 0.35, "depopulation": 0.5, "siting": 0.6}
#: Goals of a plan, least and most, and measures that stand under a policy.
_GOALS, _UNDER_POLICY = (3, 6), 6
#: How likely a draft names measures already, and a plan the SDG goals of its measures.
_EARLY, _STATES_GOALS = 0.33, 0.5


class Simulated(NamedTuple):
    """A version of a plan: the data of its plan file, and what each measure is about."""

    data: dict[str, Any]
    #: Subject by id of element, measures and sectoral plans alike.
    subjects: dict[str, str]

    @property
    def version(self) -> str:
        """``plan@version``."""
        return f"{self.data['plan']}@{self.data['version']}"


def plans(place: Place, seed: int) -> Iterator[Simulated]:
    """Yield the draft and the adopted version of a municipality's plan."""
    writer = _Writer(place, place.chance(seed))
    yield writer.draft()
    yield writer.adopted()


class _Writer:
    """Draws a plan once, then writes both versions of it."""

    def __init__(self, place: Place, chance: Random) -> None:
        self.place, self.chance = place, chance
        self.style = Style(chance, place.kind in ("city", "designated"))
        self.start = chance.randint(1, 8)
        self.years = chance.choice((8, 10, 10, 10, 12))
        self.number = chance.randint(3, 7)
        size = place.size
        self.goals = [self.style.goal() for _ in range(chance.randint(*_GOALS))]
        self.measures = self._measures(chance.randint(*size.measures))
        self.states_goals = chance.random() < _STATES_GOALS
        self.departments = self._departments(chance.randint(*size.departments))
        self.projects = [
            (f"{self.style.measure(one)}プロジェクト", one)
            for one in chance.sample(subjects(), chance.randint(*size.projects))
            if self.style.levels.project
        ]
        self.vision = self.style.vision(place.municipality.name)
        self.line = 0
        self.about: dict[str, str] = {}

    def _measures(self, count: int) -> list[tuple[str, Subject, int]]:
        """Draw measures: title, subject, and the place of the goal that it is under."""
        known = [one for one in subjects() if self.chance.random() < _RARE.get(one.key, 1.0)]
        drawn = list(known)
        while len(drawn) < count:
            drawn += known
        self.chance.shuffle(drawn)
        order = {one.key: number for number, one in enumerate(subjects())}
        some = sorted(drawn[:count], key=lambda one: order[one.key])
        found: dict[str, tuple[str, Subject, int]] = {}
        for place, subject in enumerate(some):
            title = self.style.measure(subject)
            found.setdefault(title, (title, subject, place * len(self.goals) // count))
        return list(found.values())

    def _departments(self, count: int) -> dict[str, str]:
        """Map the department of every subject to one of ``count`` that there are."""
        names = list(dict.fromkeys(one.department for one in subjects()))
        there = sorted(self.chance.sample(names, min(count, len(names))))
        return {
            name: name if name in there else there[place % len(there)]
            for place, name in enumerate(names)
        }

    def draft(self) -> Simulated:
        """Write the draft: goals, policies and measures, some worded otherwise than later."""
        kept = self.measures if self.chance.random() < _EARLY else []
        data = self._head("draft", {})
        data["elements"] = self._elements(kept, draft=True)
        return self._done(data)

    def adopted(self) -> Simulated:
        """Write the adopted version, with directions, projects, sectoral plans, indicators."""
        data = self._head("adopted", {"revises": f"{self._plan}@draft"})
        data["elements"] = self._elements(self.measures, draft=False)
        data["sectoral_plans"] = self._sectoral_plans()
        data["indicators"] = self._indicators()
        return self._done(data)

    @property
    def _plan(self) -> str:
        one = self.place.municipality
        return f"sim-{one.code}-{one.roman}"

    def _done(self, data: dict[str, Any]) -> Simulated:
        data["document"]["lines"] = self.line
        return Simulated(data, self.about)

    def _head(self, version: str, more: dict[str, Any]) -> dict[str, Any]:
        self.line, self.about = 0, {}
        one = self.place.municipality
        work = f"【模擬】第{self.number}次{one.name}総合計画"
        name = f"simulated-{one.code}-{version}.txt"
        year = self.start + (0 if version == "draft" else 1)
        period = f"令和{year}年度～令和{year + self.years - 1}年度"
        layer = "basic-concept" if version == "draft" else "basic-plan"
        stated = self.states_goals and version == "adopted"
        return {
            "plan": self._plan,
            "version": version,
            "status": version,
            "title": work + ("（素案）" if version == "draft" else ""),
            "title_en": f"[Simulated] {one.roman.title()} Comprehensive Plan No. {self.number}",
            "work": work,
            "municipality": one.code,
            "date": f"{2017 + year}-{self.chance.randint(1, 12):02}-01",
            **more,
            "period": period,
            "document": {"file": name, "sha256": hashlib.sha256(name.encode()).hexdigest()},
            "note": _NOTE,
            "parts": [
                {
                    "id": "main",
                    "layer": layer,
                    "title": "基本構想" if version == "draft" else "基本計画",
                    "period": period,
                    "line": self._next(),
                }
            ],
            "mentions": [
                {
                    "topic": "sdgs",
                    "line": self._next(),
                    "summary": {
                        "ja": "模擬データにおけるSDGsへの言及",
                        "en": "A mention of the SDGs in simulated data",
                    },
                    "links": "stated" if stated else self.chance.choice(("announced", "none")),
                }
            ],
        }  # fmt: skip

    def _next(self) -> int:
        self.line += self.chance.randint(1, 4)
        return self.line

    def _elements(self, measures: list[tuple[str, Subject, int]], draft: bool) -> list[Any]:
        top: list[Any] = [{"kind": "vision"} | self._named(None, self.vision, "Vision", "将来像")]
        for place, title in enumerate(self.goals):
            goal: dict[str, Any] = {"kind": "goal", "id": f"goal-{place + 1}"}
            goal |= self._named(
                self.style.code(place), title, f"Goal {place + 1}", self.style.levels.goal
            )
            goal["part"] = "main"
            under = [one for one in measures if one[2] == place]
            children = self._below_goal(place, under, draft)
            top.append(goal | ({"children": children} if children else {}))
        for number, (title, subject) in enumerate(self.projects if not draft else ()):
            project: dict[str, Any] = {"kind": "project", "id": f"project-{number + 1}"}
            top.append(
                project
                | self._named(
                    None, title, f"Project on {subject.key}", str(self.style.levels.project)
                )
            )
            self.about[project["id"]] = subject.key
        return top

    def _below_goal(
        self, goal: int, measures: list[tuple[str, Subject, int]], draft: bool
    ) -> list[Any]:
        if not self.style.levels.policy:
            return [self._measure(one, (goal, place), draft) for place, one in enumerate(measures)]
        found = []
        for number, start in enumerate(range(0, len(measures), _UNDER_POLICY)):
            group = measures[start : start + _UNDER_POLICY]
            policy: dict[str, Any] = {"kind": "policy"}
            policy |= self._named(
                self.style.code(goal, number),
                self.style.policy(group[0][1]),
                f"Policy on {group[0][1].key}",
                self.style.levels.policy,
            )
            policy["children"] = [
                self._measure(one, (goal, number, place), draft) for place, one in enumerate(group)
            ]
            found.append(policy)
        return found

    def _measure(
        self, one: tuple[str, Subject, int], places: tuple[int, ...], draft: bool
    ) -> dict[str, Any]:
        title, subject, _ = one
        if draft and self.chance.random() < 0.12:
            title = self.style.measure(subject)
        name = "measure-" + "-".join(str(place + 1) for place in places)
        self.about[name] = subject.key
        found: dict[str, Any] = {"kind": "measure", "id": name}
        found |= self._named(
            self.style.code(*places), title, f"Measure on {subject.key}", self.style.levels.measure
        )
        if draft:
            return found
        found["departments"] = [self.departments[subject.department]]
        if self.states_goals:
            found["sdgs"] = [{"goal": goal, "line": self.line} for goal in subject.goals]
        if self.style.levels.direction:
            count = self.chance.randint(*self.place.size.directions)
            found["children"] = [
                {"kind": "direction"}
                | self._named(
                    self.style.mark(place),
                    self.style.direction(subject, place),
                    f"Direction {place + 1} on {subject.key}",
                    self.style.levels.direction,
                )
                for place in range(min(count, len(subject.actions)))
            ]
        return found

    def _named(self, code: str | None, title: str, english: str, term: str) -> dict[str, Any]:
        head = {"code": code} if code else {}
        named = {"title": title, "title_en": f"[Simulated] {english}"}
        return head | named | {"term": term, "line": self._next()}

    def _sectoral_plans(self) -> list[Any]:
        names = [(name, one) for one in subjects() for name in one.plans]
        count = min(self.chance.randint(*self.place.size.sectoral_plans), len(names))
        found = []
        for number, (name, subject) in enumerate(self.chance.sample(names, count)):
            start = self.start + self.chance.randint(-4, 1)
            years = self.chance.choice((3, 5, 5, 6, 10))
            form = self.chance.choice(("{name}", "{name}", "第{n}次{name}", "{city}{name}"))
            title = form.format(
                name=name, n=self.chance.randint(2, 9), city=self.place.municipality.name
            )
            self.about[f"sectoral-plan-{number + 1}"] = subject.key
            found.append(
                {
                    "id": f"sectoral-plan-{number + 1}",
                    "title": title,
                    "title_en": f"[Simulated] Plan on {subject.key}",
                    "line": self._next(),
                    "revised": _year(start),
                    "period": f"{_year(start + 1)}～{_year(start + years)}",
                    "departments": [self.departments[subject.department]],
                    "parent": f"goal-{self.chance.randint(1, len(self.goals))}",
                }
            )
        return found

    def _indicators(self) -> list[Any]:
        parents = {key: name for name, key in self.about.items() if name.startswith("measure")}
        known = [
            (name, unit, one)
            for one in subjects()
            if one.key in parents
            for name, unit in one.indicators
        ]
        count = min(self.chance.randint(*self.place.size.indicators), len(known))
        found = []
        for name, unit, subject in self.chance.sample(known, count):
            value = (
                self.chance.randint(20, 900) / 10 if unit == "%" else self.chance.randint(5, 9000)
            )
            better = self.chance.uniform(0.85, 1.3)
            target = min(100.0, round(value * better, 1)) if unit == "%" else round(value * better)
            found.append(
                {
                    "title": name,
                    "title_en": f"[Simulated] Indicator on {subject.key}",
                    "line": self._next(),
                    "parent": parents[subject.key],
                    "baseline": f"{value:,}{unit}",
                    "baseline_year": _year(self.start - 1),
                    "target": f"{target:,}{unit}",
                    "target_year": _year(self.start + self.years),
                    "unit": unit,
                }
            )
        return found


def _year(reiwa: int) -> str:
    """Return a fiscal year by its number in 令和; before that in 平成."""
    if reiwa < 1:
        return f"平成{30 + reiwa}年度"
    return "令和元年度" if reiwa == 1 else f"令和{reiwa}年度"
