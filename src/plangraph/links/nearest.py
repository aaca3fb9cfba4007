"""The counterparts of elements among those of a whole nation: the best few of each.

Comparing all with all grows with the square of the number of plans. Here a rough
comparison, of the words of titles and of fields, first names the CANDIDATES of an element,
and the method then compares the element with those alone. Both look at two elements and
at nothing else, so that a changed plan changes only what it comes near to.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import numpy as np

from plangraph.links.corpus import Corpus, spans
from plangraph.links.counterparts import COMPARED, CUT, FURTHER, scores
from plangraph.links.matrices import Abreast, compare

#: So many counterparts of an element are kept, of all other plans together.
NEAREST = 3
#: So many elements are compared with each in full.
CANDIDATES = 32
#: Pairs below this rough score (of 16,400) are never compared in full.
LEAST = 4000
#: Rows that are compared with their candidates at a time.
_GROUP = 512
#: Rows that are compared roughly at a time.
_CHUNK = 256
#: Bits of a key below the rough score: nearness of places, and order.
_PLACE, _ORDER = 17, 31


class Found(NamedTuple):
    """What was found for some rows: for each its NEAREST best, and its last candidate.

    ``rows`` (n); ``others`` (n, NEAREST), -1 where there is none; ``points`` (n, NEAREST),
    ten-thousandths; ``last`` (n), the key of the last candidate, below which nothing counts.
    """

    rows: Any
    others: Any
    points: Any
    last: Any


def nearest(corpus: Corpus, rows: Any, barred: Collection[tuple[int, int]] = ()) -> Found:
    """Return the nearest of ``rows`` among all rows; never those of pairs that are ``barred``."""
    rows = np.asarray(rows, dtype=np.int64)
    against = _against(barred)
    candidates = np.full((len(rows), CANDIDATES), -1, dtype=np.int64)
    last = np.full(len(rows), -1, dtype=np.int64)
    for grain in range(len(COMPARED)):
        mine = np.flatnonzero(corpus.grain[rows] == grain)
        there = np.flatnonzero((corpus.grain == grain) & corpus.alive)
        if len(mine):
            kinds = _Kinds(corpus, there)
            mine = mine[np.argsort(corpus.alike[rows[mine]], kind="stable")]
            for start in range(0, len(mine), _CHUNK):
                some = mine[start : start + _CHUNK]
                _candidates(corpus, rows, some, kinds, against, candidates, last)
    others = np.full((len(rows), NEAREST), -1, dtype=np.int64)
    points = np.zeros((len(rows), NEAREST), dtype=np.int64)
    for start in range(0, len(rows), _GROUP):
        group = slice(start, start + _GROUP)
        if (candidates[group] >= 0).any():
            others[group], points[group] = _best(corpus, rows[group], candidates[group])
    return Found(rows, others, points, last)


def touched(corpus: Corpus, last: Any, changed: Any) -> Any:
    """Return the rows whose candidates ``changed`` rows are, or would be, by their ``last``."""
    found = np.zeros(corpus.size, dtype=bool)
    changed = np.asarray(changed, dtype=np.int64)
    if len(changed) == 0:
        return np.flatnonzero(found)
    points = (corpus.rough() @ corpus.rough(changed).T).tocoo()
    rows, others = points.row, changed[points.col]
    fits = points.data >= LEAST
    fits &= (corpus.grain[rows] == corpus.grain[others]) & (
        corpus.plan[rows] != corpus.plan[others]
    )
    rows, others, value = rows[fits], others[fits], points.data[fits]
    key = _keys(corpus, value, rows, others) >> _ORDER
    found[rows[key >= last[rows] >> _ORDER]] = True
    return np.flatnonzero(found & corpus.alive)


def _keys(corpus: Corpus, points: Any, rows: Any, others: Any) -> Any:
    """Return numbers that order pairs: by score, then the nearer, then ``order``.

    ``rows`` are one for each of the others, or one for all.
    """
    far = np.abs(corpus.place[rows].astype(np.int64) - corpus.place[others])
    near = (1 << _PLACE) - 1 - np.minimum(far, (1 << _PLACE) - 1)
    key = (points.astype(np.int64) << _PLACE) + near
    return (key << _ORDER) + corpus.order[others]


class _Kinds:
    """Rows by what the rough comparison sees of them: of rows that are alike it looks at one."""

    def __init__(self, corpus: Corpus, rows: Any) -> None:
        _, firsts, of, self.sizes = np.unique(
            corpus.alike[rows], return_index=True, return_inverse=True, return_counts=True
        )
        self._rows = rows[np.argsort(of, kind="stable")]
        self._starts = np.cumsum(self.sizes) - self.sizes
        self.columns = corpus.rough(rows[firsts]).T.tocsr()

    def rows(self, kinds: Any) -> Any:
        """Return the rows of some kinds, one kind after another."""
        return self._rows[spans(self._starts[kinds], self.sizes[kinds])]


def _candidates(
    corpus: Corpus,
    rows: Any,
    some: Any,
    there: _Kinds,
    against: dict[int, list[int]],
    candidates: Any,
    last: Any,
) -> None:
    """Fill in the candidates of ``rows[some]`` among those ``there``, best first."""
    _, firsts, of = np.unique(corpus.alike[rows[some]], return_index=True, return_inverse=True)
    product = corpus.rough(rows[some[firsts]]) @ there.columns
    near = np.flatnonzero(product.data >= LEAST)
    limits = np.searchsorted(near, product.indptr)
    everyone, values = product.indices[near], product.data[near]
    for place, kind in zip(some, of, strict=True):
        span = slice(limits[kind], limits[kind + 1])
        row = rows[place]
        kinds, points = everyone[span], values[span]
        sizes = there.sizes[kinds]
        if sizes.sum() > 8 * CANDIDATES:  # most are far below: leave them out early
            order = np.argsort(-points, kind="stable")
            enough = np.searchsorted(np.cumsum(sizes[order]), 4 * CANDIDATES)
            kept = points >= points[order[enough]]
            others = there.rows(kinds[kept])
            if np.count_nonzero(corpus.plan[others] != corpus.plan[row]) > CANDIDATES:
                kinds, points, sizes = kinds[kept], points[kept], sizes[kept]
        others, points = there.rows(kinds), np.repeat(points, sizes)
        fits = corpus.plan[others] != corpus.plan[row]
        if int(row) in against:
            fits &= ~np.isin(others, against[int(row)])
        others, points = others[fits], points[fits]
        keys = _keys(corpus, points, row, others)
        if len(keys) > CANDIDATES:
            best = np.argpartition(keys, len(keys) - CANDIDATES)[len(keys) - CANDIDATES :]
            last[place] = keys[best].min()
        else:
            best = np.arange(len(keys))
        candidates[place, : len(best)] = others[best]


def _best(corpus: Corpus, rows: Any, candidates: Any) -> tuple[Any, Any]:
    """Compare ``rows`` with their candidates in full; return the best and their points."""
    most = candidates.shape[1]
    there = candidates >= 0
    one, other = np.repeat(rows, there.sum(axis=1)), candidates[there]
    told = scores(compare(corpus.matrices(one), corpus.matrices(other), Abreast()))
    told = np.rint(told * 10000).astype(np.int64)
    keys = np.full(candidates.shape, -1, dtype=np.int64)
    keys[there] = _keys(corpus, told, one, other)
    points = np.full(candidates.shape, -1, dtype=np.int64)
    points[there] = told
    best = np.argsort(-keys, axis=1)[:, : min(NEAREST, most)]
    points = np.take_along_axis(points, best, axis=1)
    others = np.take_along_axis(candidates, best, axis=1)
    least = [round((FURTHER if place else CUT) * 10000) for place in range(points.shape[1])]
    enough = np.logical_and.accumulate(points >= least, axis=1)
    return np.where(enough, others, -1), np.where(enough, points, 0)


def _against(barred: Collection[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in barred:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found
