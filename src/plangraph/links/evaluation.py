"""Measuring links against what people judged, in the form of ``../shared/gold``.

Elements are looked up by code and title in the current versions of a store; what is not
there is taken by its title alone. Only the methods are measured: reviewed decisions and
judged links are left out, unless they are what is asked for. Beside a share stand the ends of
its interval (``links.shares``): few elements say little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plangraph.language import tr
from plangraph.links.counterparts import Counterpart, counterparts
from plangraph.links.fields import field_scores
from plangraph.links.goals import goal_scores, nearest_targets
from plangraph.links.gold import check_goals, check_pairs, fields_of, listed, malformed
from plangraph.links.judgements import load_judgements
from plangraph.links.profile import Profile
from plangraph.links.shares import Row, counted, measured, remark
from plangraph.links.sides import Side, Sources, side_of
from plangraph.links.table import field_table
from plangraph.links.text import fold
from plangraph.tables import Table, Value

COLUMNS = ("measure", "value", "of", "low", "high")
ERRORS = ("where", "element", "found", "expected")
#: A counterpart is right from this grade: substantial overlap.
RIGHT = 2


def evaluate_counterparts(gold: Path, sources: Sources, errors: bool = False) -> Table:
    """Measure counterparts, both ways: first-ranked, among three, MRR, and finding none.

    With ``errors``, list the elements whose counterparts are wrong instead.
    """
    pairs = listed(gold, "pairs")
    cities = [key for key, value in pairs[0].items() if isinstance(value, dict)]
    if len(cities) != 2:
        raise malformed(gold, "pairs")
    check_pairs(gold, pairs, cities)
    sides = [side_of(city, [pair[city] for pair in pairs], sources) for city in cities]
    places = {city: number for number, city in enumerate(cities)}
    known = [profile._replace(plan=city) for city, side in zip(cities, sides, strict=True)
             for profile in side.candidates]  # fmt: skip
    grades: dict[tuple[str, str], tuple[int, int]] = {}
    lost: set[str] = set()  # judged against something that is gone: what is right is not known
    for pair in pairs:
        ends = [sides[places[city]].find(pair[city]) for city in cities]
        if all(ends):
            key = (ends[0], ends[1])
            alternative = pair.get("alt_grade")
            second = pair["grade"] if alternative is None else alternative
            grades[key] = grades[key[::-1]] = (pair["grade"], second)
        elif max(pair["grade"], pair.get("alt_grade") or 0) >= RIGHT:
            lost |= {end for end in ends if end}
    kept = {end for key, both in grades.items() if max(both) >= RIGHT for end in key}
    lost -= kept
    found = counterparts(known)
    order = counterparts(known, least=0)
    names = {profile.node.iri: _name(profile) for profile in known}
    rows: list[tuple[Value, ...]] = []
    wrong: list[tuple[Value, ...]] = []
    everything: list[_Answer] = []
    for city, other in (cities, cities[::-1]):
        answers = [
            _answer(profile, known, found, order, grades, city, other)
            for profile in known
            if profile.plan == city and profile.node.iri not in lost
        ]
        everything += answers
        rows += _figures(f"{city} → {other}", answers)
        rows += _unmatched(city, sides[places[city]])
        wrong += [
            (f"{city} → {other}", names[a.iri], *said)
            for a in answers
            if (said := _wrong(a, names))
        ]
    if errors:
        return Table(ERRORS, wrong)
    scored = [
        (score, iri in a.right)
        for a in everything
        if a.listed
        for iri, score in list(zip(a.ranked, a.scores, strict=True))[: a.listed]
    ]
    return Table(
        COLUMNS,
        [*rows, *_figures("both ways", everything), *_gaps(everything), *_calibration(scored)],
    )


def _unmatched(city: str | None, side: Side) -> Iterator[Row]:
    """Say what is not in the store, or not there any more; it is left out."""
    head = f"{city}: " if city else ""
    if side.titles_only:
        yield remark(tr("{city}not in the store: titles alone are used", city=head))
    names = {f"{one.get('code') or ''} {one['title']}".strip(): None for one in side.missing}
    for name in names:
        yield remark(tr("{city}gone or renamed, left out: {name}", city=head, name=name))


def _name(profile: Profile) -> str:
    return f"{profile.node.code or ''} {profile.node.title}".strip()


def _wrong(answer: _Answer, names: dict[str, str]) -> tuple[str, str] | None:
    """Return what was found and what is expected where they differ."""
    none = tr("none")
    if answer.right:
        good = not answer.none and answer.ranked[:1] and answer.ranked[0] in answer.right
    else:
        good = answer.none or answer.perhaps
    if good:
        return None
    told = zip(answer.ranked[: answer.listed or 1], answer.scores, strict=False)
    found = "、".join(f"{names[iri]} {score:.2f}" for iri, score in told)
    if answer.none:
        found = f"{none} ({found})" if found else none
    return found, "、".join(names[iri] for iri in sorted(answer.right)) or none


class _Answer(NamedTuple):
    """What the method says of an element, and what is right."""

    #: The first three by score.
    ranked: list[str]
    scores: list[float]
    #: How many of them are told to be counterparts.
    listed: int
    right: set[str]
    iri: str
    #: Whether one of the two readings finds a counterpart, and whether both do.
    perhaps: bool
    sure: bool

    @property
    def none(self) -> bool:
        """Whether no counterpart is told."""
        return not self.listed


def _answer(
    profile: Profile,
    known: Sequence[Profile],
    found: Sequence[Any],
    order: Sequence[Any],
    grades: dict[tuple[str, str], tuple[int, int]],
    city: str,
    other: str,
) -> _Answer:
    iri = profile.node.iri
    theirs = [one.node.iri for one in known if one.plan == other]
    grade = {there: grades.get((iri, there), (0, 0)) for there in theirs}
    mine = [one for one in found if one.one.node.iri == iri and one.one.plan == city]
    best = [
        one
        for one in order
        if isinstance(one, Counterpart) and one.one.node.iri == iri and one.one.plan == city
    ]
    return _Answer(
        [one.other.node.iri for one in best],
        [one.score for one in best],
        sum(isinstance(one, Counterpart) for one in mine),
        {there for there, (first, _) in grade.items() if first >= RIGHT},
        iri,
        any(max(both) >= RIGHT for both in grade.values()),
        all(any(both[reading] >= RIGHT for both in grade.values()) for reading in (0, 1)),
    )


def _figures(name: str, answers: Sequence[_Answer]) -> list[Row]:
    some = [answer for answer in answers if answer.right]
    first = sum(answer.ranked[:1] != [] and answer.ranked[0] in answer.right for answer in some)
    three = sum(any(one in answer.right for one in answer.ranked[:3]) for answer in some)
    shown = sum(
        any(one in answer.right for one in answer.ranked[: answer.listed]) for answer in some
    )
    places = [
        next((1 / n for n, one in enumerate(answer.ranked, 1) if one in answer.right), 0.0)
        for answer in some
    ]
    said = [answer for answer in answers if answer.none]
    true = [answer for answer in answers if not answer.right]
    both = sum(not answer.right for answer in said)
    sure = sum(not answer.perhaps for answer in said)
    links = [one in a.right for a in answers for one in a.ranked[: a.listed]]
    agreed = [answer for answer in true if not answer.perhaps]
    return [
        counted(f"{name}: first-ranked is right", first, len(some)),
        counted(f"{name}: one of three is right", three, len(some)),
        measured(f"{name}: MRR", sum(places), len(some)),
        counted(f"{name}: one of those listed is right", shown, len(some)),
        counted(f"{name}: counterparts listed that hold", sum(links), len(links)),
        counted(f"{name}: none, precision", both, len(said)),
        counted(f"{name}: none, recall", both, len(true)),
        counted(
            f"{name}: none, precision where one of two readings finds none",
            sum(not answer.sure for answer in said),
            len(said),
        ),
        counted(f"{name}: none, precision where both readings find none", sure, len(said)),
        counted(
            f"{name}: none, recall where both readings find none",
            sum(answer.none for answer in agreed),
            len(agreed),
        ),
    ]


def evaluate_goals(
    gold: Path, sources: Sources, judged: bool = False, errors: bool = False
) -> Table:
    """Measure main SDG goals: among the first three, F1, and how far scores hold.

    With ``errors``, list the elements whose main goals are wrong instead.
    """
    elements = listed(gold, "elements")
    check_goals(gold, elements)
    side = side_of(None, elements, sources, every_kind=True)
    files = load_judgements() if judged else None
    rows, scored = [], []
    told: list[tuple[set[str], set[str]]] = []
    wrong: list[tuple[Value, ...]] = []
    for one in elements:
        profile = side.profile(one)
        if profile is None:
            continue
        right = {int(goal) for goal in one["primary"]}
        if files:
            plan, name = profile.plan, profile.node.id
            said = [g.primary for g in files.goals if (g.plan, g.element) == (plan, name)]
            ranked = [(goal, 1.0, True) for goals in said for goal in goals]
        else:
            ranked = [(goal.goal, goal.score, goal.primary) for goal in goal_scores(profile)]
        rows.append(([goal for goal, _, _ in ranked], {g for g, _, main in ranked if main}, right))
        scored += [(score, goal in right) for goal, score, _ in ranked]
        main = {goal for goal, _, main in ranked if main}
        if not judged and isinstance(one.get("targets"), list):
            nearest = nearest_targets(profile)
            told.append(({t for goal in main for t in nearest.get(goal, ())}, set(one["targets"])))
        if main != right:
            goals = (" ".join(map(str, sorted(some))) for some in (main, right))
            wrong.append((profile.plan, _name(profile), *goals))
    if errors:
        return Table(ERRORS, wrong)
    calibration = [] if judged else _calibration(scored)
    targets = _targets(told) if told else []
    return Table(COLUMNS, [*_sets(rows), *targets, *calibration, *_unmatched(None, side)])


def _targets(told: Sequence[tuple[set[str], set[str]]]) -> list[Row]:
    """Measure the targets that stand beside main goals, against all that are acceptable."""
    some = [(said, right) for said, right in told if said]
    hold = sum(len(said & right) for said, right in some)
    return [
        measured("targets told that hold", hold, sum(len(said) for said, _ in some), len(some)),
        counted("a right target told", sum(bool(a & b) for a, b in told), len(told)),
    ]


def evaluate_fields(gold: Path, sources: Sources) -> Table:
    """Measure main policy fields (keys or Japanese labels in ``primary`` or ``fields``)."""
    elements = listed(gold, "elements")
    fields = field_table().fields
    keys = {fold(key): key for key in fields} | {fold(f.ja): key for key, f in fields.items()}
    judged = fields_of(gold, elements, keys)
    side = side_of(None, elements, sources, every_kind=True)
    rows = []
    for one, right in zip(elements, judged, strict=True):
        profile = side.profile(one)
        if profile is None:
            continue
        ranked = field_scores(profile)
        rows.append(([f.field for f in ranked], {f.field for f in ranked if f.primary}, right))
    first = sum(bool(ranked) and ranked[0] in right for ranked, _, right in rows)
    share = counted("first-ranked is a main one", first, len(rows))
    return Table(COLUMNS, [share, *_sets(rows)])


def _sets(rows: Sequence[tuple[list[Any], set[Any], set[Any]]]) -> list[Row]:
    said = sum(len(main) for _, main, _ in rows)
    true = sum(len(right) for _, _, right in rows)
    both = sum(len(main & right) for _, main, right in rows)
    among = sum(bool(set(ranked[:3]) & right) for ranked, _, right in rows)
    return [
        counted("a main one among the first three", among, len(rows)),
        counted("main ones, precision", both, said),
        counted("main ones, recall", both, true),
        measured("main ones, F1", 2 * both, said + true, len(rows)),
    ]


def _calibration(scored: Sequence[tuple[float, bool]]) -> Iterator[Row]:
    yield from _tenths("score {tenths}: links that hold", scored, range(1, 10))


def _gaps(answers: Sequence[_Answer]) -> Iterator[Row]:
    """Say of the elements told to have none how many have none, by their best score."""
    scored = [(max(a.scores, default=0.0), not a.right) for a in answers if a.none]
    yield from _tenths("best score {tenths}: none told that hold", scored, range(5))


def _tenths(
    name: str, scored: Sequence[tuple[float, bool]], tenths: Iterable[int]
) -> Iterator[Row]:
    for tenth in tenths:
        inside = [right for score, right in scored if int(score * 10 + 1e-9) == tenth]
        if inside:
            span = f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}"
            yield counted(name.format(tenths=span), sum(inside), len(inside))
