"""What people judged: files in ``data/judgements``, which no build writes or loses.

``sdgs-….yaml`` says which goals elements serve, ``counterparts-….yaml`` accepts, rejects
or adds counterparts. Messages name file and line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plangraph.errors import PlangraphError, at, nearest, why
from plangraph.language import tr
from plangraph.planfile import JUDGEMENTS
from plangraph.resources import folder

DECISIONS = ("accept", "add", "reject")


class GoalJudgement(NamedTuple):
    """Which goals an element serves, who says so and why (ja, en)."""

    place: str
    plan: str
    element: str
    primary: tuple[int, ...]
    secondary: tuple[int, ...]
    by: str
    reason: tuple[str, str]


class Decision(NamedTuple):
    """Whether two elements, each ``(plan, id)``, are counterparts, who says so and why."""

    place: str
    decision: str
    one: tuple[str, str]
    other: tuple[str, str]
    by: str
    reason: tuple[str, str]


class Judgements(NamedTuple):
    """All that people judged."""

    goals: tuple[GoalJudgement, ...]
    decisions: tuple[Decision, ...]


class Gone(NamedTuple):
    """A judgement about an element that the current version no longer has; it is kept."""

    place: str
    plan: str
    element: str

    def __str__(self) -> str:
        return tr(
            "{place}: {plan} has no element {element} any more; the judgement is kept, not used",
            place=self.place,
            plan=self.plan,
            element=self.element,
        )


class Absent(NamedTuple):
    """Judgements of a file about a plan that is not there; they are kept."""

    file: str
    plan: str

    def __str__(self) -> str:
        return tr(
            "{file}: no plan here is called {plan} (`plangraph list` shows which there are);"
            " the judgements on it are kept, not used",
            file=self.file,
            plan=self.plan,
        )


#: Why a judgement is not used.
Unused = Gone | Absent


def load_judgements(paths: Iterable[str | os.PathLike[str]] | None = None) -> Judgements:
    """Read judgement files, or all in ``data/judgements``; raises PlangraphError.

    Decisions or judgements that contradict one another, in whatever files, are an error.
    """
    if paths is None:
        paths = sorted((Path(folder("data")) / JUDGEMENTS).glob("*.yaml"))
    goals: list[GoalJudgement] = []
    decisions: list[Decision] = []
    for path in paths:
        root = _read(os.fspath(path))
        kind = root.text("kind")
        if kind == "sdgs":
            goals += _goals(root)
        elif kind == "counterparts":
            decisions += _decisions(root)
        else:
            raise root.error(
                "kind", tr("there is no kind of judgements called {kind}", kind=kind),
                tr("write kind: sdgs or kind: counterparts"),
            )  # fmt: skip
    _check_once(goals)
    _check_consistent(decisions)
    return Judgements(tuple(goals), tuple(decisions))


def _goals(root: _Block) -> Iterator[GoalJudgement]:
    plan, by = root.text("plan"), root.text("by")
    for row in root.blocks("judgements"):
        primary, secondary = row.goals("primary"), row.goals("secondary")
        both = sorted(set(primary) & set(secondary))
        if both:
            raise row.error(
                "secondary",
                tr("goal {goal} is both primary and secondary", goal=both[0]),
                tr("keep it in one of the two"),
            )
        yield GoalJudgement(
            row.place(), plan, row.text("element"), primary, secondary,
            row.get("by", by), row.words("reason"),
        )  # fmt: skip


def _decisions(root: _Block) -> Iterator[Decision]:
    plans, by = root.texts("plans"), root.text("by")
    if len(plans) != 2 or plans[0] == plans[1]:
        raise root.error(
            "plans",
            tr("counterparts are between two plans, and here are: {plans}", plans=", ".join(plans)),
            tr("write plans: [koganei-5th, kiyose-5th]"),
        )
    for row in root.blocks("decisions"):
        decision = row.text("decision")
        if decision not in DECISIONS:
            raise row.error(
                "decision",
                tr("there is no decision called {decision}", decision=decision),
                nearest(decision, DECISIONS),
            )
        one, other = ((plan, row.text(plan)) for plan in plans)
        yield Decision(row.place(), decision, one, other, row.get("by", by), row.words("reason"))


def _check_once(goals: Sequence[GoalJudgement]) -> None:
    seen: dict[tuple[str, str], GoalJudgement] = {}
    for one in goals:
        first = seen.setdefault((one.plan, one.element), one)
        if first is not one:
            raise PlangraphError(
                tr("{element} is judged twice", element=one.element),
                place=one.place,
                advice=tr("it is judged at {place} too; keep one of them", place=first.place),
                value=one.element,
            )


def _check_consistent(decisions: Sequence[Decision]) -> None:
    seen: dict[frozenset[tuple[str, str]], Decision] = {}
    for one in decisions:
        first = seen.setdefault(frozenset((one.one, one.other)), one)
        if (first.decision == "reject") != (one.decision == "reject"):
            raise PlangraphError(
                tr(
                    "{one} and {other} are both rejected and accepted",
                    one=one.one[1],
                    other=one.other[1],
                ),
                place=one.place,
                advice=tr("they are decided at {place} too; keep one", place=first.place),
                value=one,
            )


class _Block:
    """A mapping of a YAML file that knows its lines."""

    def __init__(self, path: str, node: Any) -> None:
        self.path = path
        self.node = node
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line + 1 if node else 1
            raise PlangraphError(
                tr("here should be keys and values"), place=at(path, line),
                advice=tr("compare with the files in data/judgements"),
            )  # fmt: skip
        self.values = {key.value: value for key, value in node.value}

    def place(self, key: str | None = None) -> str:
        node = self.values.get(key, self.node) if key else self.node
        return at(self.path, node.start_mark.line + 1)

    def error(self, key: str, problem: str, advice: str) -> PlangraphError:
        value = getattr(self.values.get(key), "value", None)
        return PlangraphError(problem, place=self.place(key), advice=advice, value=value)

    def get(self, key: str, default: str) -> str:
        return self.text(key) if key in self.values else default

    def text(self, key: str) -> str:
        node = self.values.get(key)
        if not isinstance(node, yaml.ScalarNode) or not node.value:
            raise self.error(key, tr("{key} is missing", key=key), tr("write {key}: …", key=key))
        return str(node.value)

    def texts(self, key: str) -> list[str]:
        node = self.values.get(key)
        return [one.value for one in node.value] if isinstance(node, yaml.SequenceNode) else []

    def blocks(self, key: str) -> Iterator[_Block]:
        node = self.values.get(key)
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(key, tr("{key} should be a list", key=key), tr("begin items with -"))
        for one in node.value:
            yield _Block(self.path, one)

    def goals(self, key: str) -> tuple[int, ...]:
        found = []
        for text in self.texts(key):
            if not text.isdigit() or not 1 <= int(text) <= 17:
                raise self.error(
                    key,
                    tr("no SDG goal is called {name}", name=text),
                    tr("goals are 1 to 17"),
                )
            found.append(int(text))
        return tuple(found)

    def words(self, key: str) -> tuple[str, str]:
        node = self.values.get(key)
        if not isinstance(node, yaml.MappingNode):
            raise self.error(
                key,
                tr("{key} is not in two languages", key=key)
                if node
                else tr("{key} is missing", key=key),
                tr("say why, as {form}", form="{ja: …, en: …}"),
            )
        both = _Block(self.path, self.values[key])
        return both.text("ja"), both.text("en")


def _read(path: str) -> _Block:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # five times as fast where it is
        return _Block(path, yaml.compose(text, Loader=loader))
    except UnicodeDecodeError:
        raise PlangraphError(
            tr("the file is not UTF-8"), place=path, advice=tr("save it as UTF-8")
        ) from None
    except OSError as error:
        raise PlangraphError(
            tr("the file cannot be read: {problem}", problem=why(error)), place=path
        ) from None
    except yaml.YAMLError as error:
        from plangraph.syntax.yaml import mistake_in

        mistake = mistake_in(text, error)
        raise PlangraphError(
            mistake.shown, place=at(path, mistake.line), advice=mistake.advice
        ) from None
