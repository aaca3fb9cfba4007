"""Counterparts (対応する施策): which elements of other plans treat the same subject.

Each element is compared with those of its grain in every other plan; the score is the
fitted probability that a person would call the two the same subject or largely so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from plangraph.links.blocks import blocks
from plangraph.links.fields import field_strengths, terms_in
from plangraph.links.profile import Profile
from plangraph.links.table import field_table
from plangraph.links.text import grams

#: Weights of matrices.FEATURES and the constant, fitted by benchmarks/fit_counterparts.py;
#: the last weight is set by hand: (nearly) the same title is the same subject.
WEIGHTS = (0.32, 0.32, 0.27, 0.84, 0.83, 0.96, 1.58, 2.41, 2.11, 1.38, 5.0)
CONSTANT = -5.55
#: Below this score an element has no counterpart.
CUT = 0.5
#: So many counterparts are kept of each other plan.
KEPT = 3
#: With more plans than this, only the best MOST counterparts of an element are kept, of all plans.
PLANS, MOST = 12, 12


#: Grains whose elements are compared, like with like.
COMPARED = ("sectoral-plan", "unit")


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
    known: Sequence[Profile], rejected: Collection[frozenset[str]] = (), kept: int = KEPT
) -> list[Counterpart | Gap]:
    """Return the counterparts of all profiles in all other plans, and the gaps.

    ``rejected`` are pairs of IRIs of elements that are none, whatever their score.
    Sorted by element, other plan and rank. Gaps are told where every pair of plans is
    compared in full, which is up to PLANS plans.
    """
    plans = sorted({profile.plan for profile in known})
    found: list[Counterpart | Gap] = []
    for grain in COMPARED:
        group = [profile for profile in known if profile.grain == grain]
        found += _of_one_grain(group, plans, rejected, kept)
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
    plans: Sequence[str],
    rejected: Collection[frozenset[str]],
    kept: int,
) -> Iterator[Counterpart | Gap]:
    import numpy as np

    from plangraph.links.matrices import compare, matrices

    if len({profile.plan for profile in known}) < 2:
        return
    everything = matrices(known)
    number = {plan: place for place, plan in enumerate(plans)}
    plan_of = np.asarray([number[profile.plan] for profile in known])
    few = len(plans) <= PLANS
    place_of = {profile.node.iri: place for place, profile in enumerate(known)}
    barred = [
        tuple(place_of[iri] for iri in sorted(pair)) for pair in rejected if pair <= place_of.keys()
    ]
    rows: list[Any] = []
    for members in blocks(known):
        part = everything.take(members)
        at = np.asarray(members)
        score = scores(compare(part, part))
        score[plan_of[at][:, None] == plan_of[at][None, :]] = -1
        for first, second in barred:
            score[np.ix_(at == first, at == second)] = -1
            score[np.ix_(at == second, at == first)] = -1
        if few:
            one, other = np.nonzero(score >= 0)
        else:
            one, other = np.nonzero(score >= CUT)
        rows.append(np.stack([at[one], at[other], np.rint(score[one, other] * 10000)]))
    ones, others, points = np.concatenate(rows, axis=1).astype(np.int64)
    group = ones * (len(plans) + 1) + (plan_of[others] if few else 0)
    sort = np.lexsort((others, -points, group))
    ones, others, points, group = ones[sort], others[sort], points[sort], group[sort]
    fresh = np.ones(len(group), dtype=bool)
    fresh[1:] = (group[1:] != group[:-1]) | (others[1:] != others[:-1])  # blocks overlap
    ones, others, points, group = ones[fresh], others[fresh], points[fresh], group[fresh]
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    place = np.arange(len(group)) - np.repeat(starts, np.diff(np.r_[starts, len(group)]))
    wanted = place < (kept if few else MOST)
    cut = round(CUT * 10000)
    ranks: dict[tuple[int, int], int] = {}
    for a, b, point, rank in zip(ones[wanted].tolist(), others[wanted].tolist(),
                                 points[wanted].tolist(), place[wanted].tolist(),
                                 strict=True):  # fmt: skip
        if point >= cut:
            pair = (a, int(plan_of[b]))
            ranks[pair] = ranks.get(pair, 0) + 1
            yield Counterpart(known[a], known[b], point / 10000, ranks[pair])
        elif rank == 0:
            yield Gap(known[a], known[b].plan, known[b], point / 10000)


def grounds(one: Profile, other: Profile) -> list[str]:
    """Return the words that speak for a pair: terms both use, or terms of one field.

    >>> # e.g. ["防災"] or ["スポーツ / 運動"]
    """
    mine, theirs = _terms(one), _terms(other)
    shared = [term for term in mine if term in theirs]
    if not shared:
        table = field_table()
        for term in mine:
            fields = {field for field, _ in table.terms[term]}
            for match in theirs:
                if fields & {field for field, _ in table.terms[match]}:
                    shared.append(f"{term} / {match}")
                    break
    if not shared:
        common = grams(one.title).keys() & grams(other.title).keys()
        shared = sorted(common, key=lambda gram: (-len(gram), gram))
    if not shared:
        fields = [_main_field(profile) for profile in (one, other)]
        shared = [" / ".join(field for field in fields if field)] if any(fields) else []
    return shared[:6]


def _main_field(profile: Profile) -> str | None:
    """The label of the field that an element mainly belongs to."""
    strengths = field_strengths(profile)
    if not strengths:
        return None
    best = min(strengths, key=lambda key: (-strengths[key], key))
    return field_table().fields[best].ja


def _terms(profile: Profile) -> dict[str, None]:
    """The terms of a profile, headings first."""
    found: dict[str, None] = {}
    for place in ("title", "keyword", "subtitle", "below", "summary", "text"):
        for text in profile.texts[place]:
            for term, _share in sorted(terms_in(text), key=lambda one: (-one[1], one[0])):
                found.setdefault(term)
    return found


def pairs_only(found: Iterable[Counterpart | Gap]) -> Iterator[Counterpart]:
    """Yield the counterparts among results."""
    for one in found:
        if isinstance(one, Counterpart):
            yield one
