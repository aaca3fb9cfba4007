"""Counterparts (対応する施策): which elements of other plans treat the same subject.

Each element is compared with those of its grain in every other plan; the score is the
fitted probability that a person would call the two the same subject or largely so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from plangraph.links.blocks import blocks
from plangraph.links.fields import MAIN, field_strengths, terms_in
from plangraph.links.profile import Profile
from plangraph.links.table import field_table
from plangraph.links.text import grams

#: Weights of matrices.FEATURES and the constant, fitted by benchmarks/fit_counterparts.py;
#: the last weight is set by hand: (nearly) the same title is the same subject.
WEIGHTS = (
    0.38, 0.79, 0.65, 0.5, 0.43, 0.74, 4.04, 1.98, 0.69, -0.94, 0.6, 0.24, 0.99, 5.0,
)  # fmt: skip
CONSTANT = -6.2
#: An element whose best score is below this has no counterpart.
CUT = 0.3
#: A second and a third counterpart need more: they add little, and mislead.
FURTHER = 0.5
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
        some = list(_of_one_grain(group, plans, rejected, kept))
        found += [*some, *_uncompared(group, some)] if len(plans) <= PLANS else some
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
    strengths = [field_strengths(profile) for profile in known]
    everything = matrices(known, strengths)
    number = {plan: place for place, plan in enumerate(plans)}
    plan_of = np.asarray([number[profile.plan] for profile in known])
    few = len(plans) <= PLANS
    place_of = {profile.node.iri: place for place, profile in enumerate(known)}
    barred = [
        tuple(place_of[iri] for iri in sorted(pair)) for pair in rejected if pair <= place_of.keys()
    ]
    parts: list[Any] = []
    for members in blocks(known, strengths):
        part = everything.take(members)
        at = np.asarray(members)
        points = np.rint(scores(compare(part, part)) * 10000).astype(np.int64)
        points[plan_of[at][:, None] == plan_of[at][None, :]] = -1
        for first, second in barred:
            points[np.ix_(at == first, at == second)] = -1
            points[np.ix_(at == second, at == first)] = -1
        groups = [plan_of[at] == plan for plan in np.unique(plan_of[at])] if few else [slice(None)]
        for group in groups:
            there = at[group]
            rows, columns = _best(points[:, group], kept if few else MOST)
            parts.append(np.stack([at[rows], there[columns], points[:, group][rows, columns]]))
    ones, others, told = np.concatenate(parts, axis=1)
    group_of = ones * (len(plans) + 1) + (plan_of[others] if few else 0)
    sort = np.lexsort((others, -told, group_of))
    ones, others, told, group_of = ones[sort], others[sort], told[sort], group_of[sort]
    fresh = np.ones(len(ones), dtype=bool)  # blocks overlap: the same pair may come twice
    fresh[1:] = (group_of[1:] != group_of[:-1]) | (others[1:] != others[:-1])
    ones, others, told, group_of = ones[fresh], others[fresh], told[fresh], group_of[fresh]
    starts = np.flatnonzero(np.r_[True, group_of[1:] != group_of[:-1]])
    place = np.arange(len(ones)) - np.repeat(starts, np.diff(np.r_[starts, len(ones)]))
    cut = round(CUT * 10000)
    enough = np.where(place == 0, 0 if few else cut, round(FURTHER * 10000))
    wanted = (place < (kept if few else MOST)) & (told >= enough)
    ranks: dict[tuple[int, int], int] = {}
    for a, b, point in zip(*(x[wanted].tolist() for x in (ones, others, told)), strict=True):
        if point >= cut:
            pair = (a, int(plan_of[b]))
            ranks[pair] = ranks.get(pair, 0) + 1
            yield Counterpart(known[a], known[b], point / 10000, ranks[pair])
        else:
            yield Gap(known[a], known[b].plan, known[b], point / 10000)


def _uncompared(known: Sequence[Profile], found: Sequence[Counterpart | Gap]) -> Iterator[Gap]:
    """Yield gaps for elements to which nothing of a plan came near enough to be compared."""
    seen = {
        (one.one.node.iri, one.other.plan if isinstance(one, Counterpart) else one.plan)
        for one in found
    }
    plans = sorted({profile.plan for profile in known})
    for profile in known:
        for plan in plans:
            if plan != profile.plan and (profile.node.iri, plan) not in seen:
                yield Gap(profile, plan, None, 0.0)


def _best(points: Any, most: int) -> tuple[Any, Any]:
    """Return rows and columns of the ``most`` highest points of each row, ties by column."""
    import numpy as np

    width = points.shape[1]
    keys = points * width + np.arange(width)[::-1]  # no two alike, so that ties are decided here
    if width > most:
        columns = np.argpartition(keys, width - most, axis=1)[:, width - most :]
    else:
        columns = np.broadcast_to(np.arange(width), points.shape)
    rows = np.repeat(np.arange(len(points)), columns.shape[1])
    columns = columns.ravel()
    there = points[rows, columns] >= 0
    return rows[there], columns[there]


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
    for place in ("title", "keyword", "subtitle", "below", "summary", "text"):
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


def pairs_only(found: Iterable[Counterpart | Gap]) -> Iterator[Counterpart]:
    """Yield the counterparts among results."""
    for one in found:
        if isinstance(one, Counterpart):
            yield one
