"""How well documents are read: precision, recall and F1 against reviewed plan files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.fiscal import Period, fold
from plangraph.language import tr
from plangraph.model import Element, Plan
from plangraph.planfile import find, load
from plangraph.reading.rows import DocumentError

if TYPE_CHECKING:
    from plangraph.tables import Table

#: Kinds that are one in the comparison, by what the table calls them.
GROUPS = {
    "philosophy": "philosophy", "vision": "vision", "viewpoint": "viewpoint",
    "perspective": "viewpoint", "goal": "goal", "strategy-goal": "goal", "policy": "policy",
    "measure": "measure", "direction": "direction", "project": "project",
    "ideal-state": "ideal-state",
}  # fmt: skip


@dataclass(frozen=True)
class Score:
    """Counts of one comparison: found and right, found, and to be found."""

    document: str
    kind: str
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right (1 where nothing was found)."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is to be found that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0

    def row(self) -> dict[str, str | int | float]:
        """Return the score as a row of a table."""
        return {
            "document": self.document, "kind": self.kind, "found": self.found,
            "wanted": self.wanted, "right": self.right, "precision": round(self.precision, 4),
            "recall": round(self.recall, 4), "f1": round(self.f1, 4),
        }  # fmt: skip


def title_key(title: str | None) -> str:
    """Fold what the comparison does not count: width, white space, brackets, final stop."""
    return re.sub(
        r"[\s「」『』【】()（）<>\[\]〈〉《》、。,.\-~～・…]", "", fold(title or "")
    ).lower()


def compare(found: Plan, wanted: Plan, name: str) -> list[Score]:
    """Compare two plans: elements in all and by kind, parents, indicators, sectoral plans."""
    ours, theirs = Counter(_elements(found)), Counter(_elements(wanted))
    scores = [_score(name, "elements", ours, theirs)]
    for group in sorted({key[0] for key in theirs} | {key[0] for key in ours}):
        scores.append(
            _score(
                name, group,
                Counter({k: n for k, n in ours.items() if k[0] == group}),
                Counter({k: n for k, n in theirs.items() if k[0] == group}),
            )
        )  # fmt: skip
    scores.append(_score(name, "parent", Counter(_parents(found)), Counter(_parents(wanted))))
    scores.append(
        _score(name, "indicator", Counter(_indicators(found)), Counter(_indicators(wanted)))
    )
    scores.append(
        _score(name, "sectoral-plan", Counter(_sectoral(found)), Counter(_sectoral(wanted)))
    )
    scores.append(_score(name, "period", Counter(_period(found)), Counter(_period(wanted))))
    return scores


def evaluate(folder: Path, documents: Path | None = None) -> list[Score]:
    """Read the documents of the reviewed plan files in ``folder`` again and compare."""
    from plangraph.reading.reader import read_document

    reviewed = [(path, load(path).plan) for path in find([folder])]
    found = _documents(reviewed, documents)
    return [
        score
        for (path, wanted), document in zip(reviewed, found, strict=True)
        for score in compare(read_document(document).plan, wanted, path.stem)
    ]


def table(scores: list[Score]) -> Table:
    """Return the scores as a table, with the mean F1 over the documents at its end."""
    from plangraph.tables import Table

    columns = ("document", "kind", "found", "wanted", "right", "precision", "recall", "f1")
    rows: list[tuple[str | int | float | None, ...]] = [
        tuple(score.row().values()) for score in scores if score.wanted or score.found
    ]
    for kind, value in means(scores).items():
        rows += [("mean", kind, None, None, None, None, None, round(value, 4))]
    return Table(columns, rows)


def means(scores: list[Score]) -> dict[str, float]:
    """Return the mean F1 over documents by kind, where a document has that kind."""
    values: dict[str, list[float]] = {}
    for score in scores:
        if score.wanted or score.found:
            values.setdefault(score.kind, []).append(score.f1)
    return {kind: sum(found) / len(found) for kind, found in values.items()}


def folded(scores: list[Score]) -> list[str]:
    """Return what the kinds of a table hold besides those of their name, as sentences."""
    shown = {score.kind for score in scores if score.wanted or score.found}
    return [
        tr("{kind} counts {other} too", kind=group, other=kind)
        for kind, group in GROUPS.items()
        if kind != group and group in shown
    ]


def _documents(reviewed: list[tuple[Path, Plan]], folder: Path | None) -> list[Path]:
    """Return the document of each plan file; raises DocumentError that names all missing."""
    places = {path: folder or path.parent for path, _plan in reviewed}
    found = [_inside(places[path], plan.document.file) for path, plan in reviewed]
    missing = [
        plan.document.file for (_, plan), one in zip(reviewed, found, strict=True) if not one
    ]
    if missing:
        raise DocumentError(
            tr("here is no document called {names}", names=", ".join(missing)),
            place=", ".join(dict.fromkeys(map(str, places.values()))),
            advice=tr(
                "name the folder that holds them with --documents; documents belong to those"
                " who published them and are not part of plangraph"
            ),
            value=missing,
        )
    return [one for one in found if one]


def _inside(folder: Path, name: str) -> Path | None:
    """Return the document of this name in a folder."""
    places = (folder / name, folder / Path(name).name)
    return next((place for place in places if place.is_file()), None)


def _score(
    name: str, kind: str, ours: Counter[tuple[str, ...]], theirs: Counter[tuple[str, ...]]
) -> Score:
    return Score(name, kind, (ours & theirs).total(), ours.total(), theirs.total())


def _walk(
    elements: tuple[Element, ...], above: Element | None = None
) -> Iterator[tuple[Element, Element | None]]:
    for element in elements:
        yield element, above
        yield from _walk(element.children, element)


def _elements(plan: Plan) -> Iterator[tuple[str, ...]]:
    for element, _ in _walk(plan.elements):
        if element.title:
            yield GROUPS[element.kind], title_key(element.title)


def _parents(plan: Plan) -> Iterator[tuple[str, ...]]:
    for element, above in _walk(plan.elements):
        if element.title:
            group = GROUPS[element.kind]
            yield group, title_key(element.title), title_key(above.title if above else "")


def _indicators(plan: Plan) -> Iterator[tuple[str, ...]]:
    for one in plan.indicators:
        yield (
            title_key(one.title), _number(one.baseline), str(_year(one.baseline_year)),
            _number(one.target), str(_year(one.target_year)),
        )  # fmt: skip


def _number(quantity: object) -> str:
    number = getattr(quantity, "number", None)
    return f"{number:g}" if number is not None else fold(str(quantity or "")).strip("-－―ー−")


def _year(year: object) -> int:
    return int(year) if isinstance(year, int) else 0


def _sectoral(plan: Plan) -> Iterator[tuple[str, ...]]:
    for one in plan.sectoral_plans:
        yield (
            title_key(one.title), str(_year(one.revised)),
            str(_span(one.period)),
            fold("".join(one.departments)),
        )  # fmt: skip


def _span(period: Period | None) -> tuple[int, int]:
    return (_year(period.start), _year(period.end)) if period else (0, 0)


def _period(plan: Plan) -> Iterator[tuple[str, ...]]:
    if plan.period and (plan.period.start or plan.period.end):
        yield str(_year(plan.period.start)), str(_year(plan.period.end))
