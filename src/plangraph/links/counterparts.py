"""Counterparts (対応する施策): which elements of other plans treat the same subject.

Each element is compared with those of its grain in every other plan; the score is the
fitted probability that a person would call the two the same subject or largely so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from plangraph.links.fields import MAIN, field_strengths, terms_in
from plangraph.links.profile import Profile
from plangraph.links.table import field_table
from plangraph.links.text import grams

#: Weights of matrices.FEATURES and the constant, fitted by benchmarks/fit_counterparts.py;
#: the last weight is set by hand: (nearly) the same title is the same subject.
WEIGHTS = (
    0.67, 0.76, 0.53, 0.02, 0.45, 0.58, 3.22, 1.49, 0.28, -1.77, 0.57, 0.44, 0.43, 2.0, 2.47, 5.0,
)  # fmt: skip
CONSTANT = -5.15
#: An element whose best score among all plans of a nation is below this has no counterpart.
CUT = 0.35
#: In a plan of so many elements the best has to be as likely a counterpart as not; in a smaller
#: one, whose elements are about more each, its odds may be less by as much, down to LEAST_ODDS.
EVENS, LEAST_ODDS = 70, 0.25
#: A second and a third counterpart need more: they add little, and mislead.
FURTHER = 0.5
#: So many counterparts are kept of each other plan.
KEPT = 3
#: Up to so many plans each is compared with each; of more, only the nearest elements of all
#: are sought (``nearest``), and no gaps are told.
PLANS = 12
#: Grains whose elements are compared, like with like.
COMPARED = ("sectoral-plan", "unit")


def cut(size: int) -> float:
    """Return the score below which the best of ``size`` elements of a plan is no counterpart.

    >>> cut(70), cut(30), cut(5)
    (0.5, 0.3, 0.2)
    """
    odds = min(1.0, max(LEAST_ODDS, size / EVENS))
    return odds / (1 + odds)


class Counterpart(NamedTuple):
    """An element ``one`` and its counterpart ``other``; ``rank`` 1 is the best of its plan."""

    one: Profile
    other: Profile
    score: float
    rank: int


class Gap(NamedTuple):
    """An element without counterpart in ``plan``; ``nearest`` is what came closest there."""

    one: Profile
    plan: str
    nearest: Profile | None
    score: float


def scores(features: Any) -> Any:
    """Return the scores of pairs from their features, rounded to 4 places."""
    import numpy as np

    total = np.full(features.shape[1:], CONSTANT)
    for weight, feature in zip(WEIGHTS, features, strict=True):
        total = total + weight * feature
    return np.round(1 / (1 + np.exp(-total)), 4)


def counterparts(
    known: Sequence[Profile],
    rejected: Collection[frozenset[str]] = (),
    least: float | None = None,
) -> list[Counterpart | Gap]:
    """Return the counterparts of all profiles in every other plan, and the gaps.

    ``rejected`` are pairs of IRIs of elements that are none, whatever their score; ``least``
    is the score that any counterpart needs, instead of ``cut`` and FURTHER.
    Sorted by element, other plan and rank. Each plan is compared with each in full, so
    the work grows with the square of their number: for a nation see ``nearest``.
    """
    found: list[Counterpart | Gap] = []
    for grain in COMPARED:
        found += _of_one_grain([one for one in known if one.grain == grain], rejected, least)
    order = {id(profile): number for number, profile in enumerate(known)}
    return sorted(
        found,
        key=lambda one: (
            order[id(one.one)],
            one.other.plan if isinstance(one, Counterpart) else one.plan,
            one.rank if isinstance(one, Counterpart) else 0,
        ),
    )


def _of_one_grain(
    known: Sequence[Profile],
    rejected: Collection[frozenset[str]],
    least: float | None,
) -> Iterator[Counterpart | Gap]:
    import numpy as np

    from plangraph.links.matrices import compare, matrices

    by_plan: dict[str, list[int]] = {}
    for place, profile in enumerate(known):
        by_plan.setdefault(profile.plan, []).append(place)
    if len(by_plan) < 2:
        return
    everything = matrices(known)
    parts = {plan: everything.take(places) for plan, places in by_plan.items()}
    number = {profile.node.iri: place for place, profile in enumerate(known)}
    barred = np.zeros((len(known), len(known)), dtype=bool)
    for pair in rejected:
        if pair <= number.keys():
            one, other = (number[iri] for iri in pair)
            barred[one, other] = barred[other, one] = True
    for plan, mine in by_plan.items():
        for another, theirs in by_plan.items():
            if another != plan:
                told = scores(compare(parts[plan], parts[another]))
                told[barred[np.ix_(mine, theirs)]] = -1
                for place, row in zip(mine, told, strict=True):
                    yield from _best(known[place], [known[one] for one in theirs], row, least)


def _best(
    one: Profile, others: Sequence[Profile], told: Any, least: float | None
) -> Iterator[Counterpart | Gap]:
    """Yield the best of ``others``, all of one plan, by their scores, or that there is a gap."""
    best = [place for place in (-told).argsort(kind="stable")[:KEPT].tolist() if told[place] >= 0]
    first, further = (cut(len(others)), FURTHER) if least is None else (least, least)
    if not best or told[best[0]] < first:
        nearest, score = (others[best[0]], float(told[best[0]])) if best else (None, 0.0)
        yield Gap(one, others[0].plan, nearest, score)
        return
    for rank, place in enumerate(best, 1):
        if rank == 1 or told[place] >= further:
            yield Counterpart(one, others[place], float(told[place]), rank)


class Said(NamedTuple):
    """What an element says that can speak for a counterpart: the input of ``grounds``."""

    title: str
    #: Terms of fields that it uses, headings first.
    terms: tuple[str, ...]
    #: The fields that it mainly belongs to, and the label of the first.
    fields: tuple[str, ...]
    label: str | None


def said(profile: Profile) -> Said:
    """Return what a profile says."""
    terms: dict[str, None] = {}
    for place in ("title", "keyword", "subtitle", "below", "passage", "summary", "text"):
        for text in profile.texts[place]:
            for term, _share in sorted(terms_in(text), key=lambda one: (-one[1], one[0])):
                terms.setdefault(term)
    strengths = field_strengths(profile)
    most = max(strengths.values(), default=0.0)
    best = min(strengths, key=lambda key: (-strengths[key], key), default=None)
    return Said(
        profile.title,
        tuple(terms),
        tuple(sorted(key for key, value in strengths.items() if value >= MAIN * most)),
        field_table().fields[best].ja if best else None,
    )


def grounds(one: Profile, other: Profile) -> list[str]:
    """Return the words that speak for a pair: terms both use, or terms of one field.

    >>> # e.g. ["防災"] or ["スポーツ / 運動"]
    """
    return common(said(one), said(other))


def reasons(one: Profile, other: Profile) -> list[str]:
    """Return the words of ``grounds`` that are told: of two the longer where it holds both."""
    return longest(grounds(one, other))


def common(one: Said, other: Said) -> list[str]:
    """Return the words that speak for a pair, as ``grounds`` does."""
    theirs = dict.fromkeys(other.terms)
    shared = [term for term in one.terms if term in theirs]
    if not shared:
        table = field_table()
        about = {*one.fields} & {*other.fields}  # else 安全 / 交通安全 would mislead
        for term in one.terms:
            fields = {field for field, _ in table.terms[term]} & about
            for match in theirs:
                if fields & {field for field, _ in table.terms[match]}:
                    shared.append(f"{term} / {match}")
                    break
    if not shared:
        both = grams(one.title).keys() & grams(other.title).keys()
        shared = sorted(both, key=lambda gram: (-len(gram), gram))
    if not shared:
        labels = [side.label for side in (one, other) if side.label]
        shared = [" / ".join(labels)] if labels else []
    return shared[:6]


def longest(terms: Iterable[str]) -> list[str]:
    """Leave out terms that stand inside longer ones: 男女 beside 男女共同参画."""
    known = list(dict.fromkeys(terms))
    if len(known) == 1:
        return known
    all_of_them = "\n".join(known)
    return [term for term in known if all_of_them.count(term) == 1]
