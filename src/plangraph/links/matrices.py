"""Profiles as sparse matrices of whole numbers, and how alike two elements are.

All counts are whole numbers, so that sums are exact and the same on every machine
whatever the order in which they are added up.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from plangraph.links.fields import field_strengths
from plangraph.links.hints import hinted
from plangraph.links.profile import PLACES, Profile
from plangraph.links.table import field_table
from plangraph.links.text import grams
from plangraph.links.votes import kin_of, poll, with_parts

#: What is compared, in the order of the weights of the fitted method.
FEATURES = (
    "title", "segment", "body", "fields", "headings", "within", "near", "agreed", "held", "apart",
    "said-most", "said-least", "bare", "part", "hinted", "same",
)  # fmt: skip
_HEADINGS = ("title", "keyword", "subtitle", "below", "passage")


#: Matrices with no more columns than this are multiplied dense.
_NARROW = 256


class Vectors(NamedTuple):
    """A sparse matrix of whole numbers, a row an element, and the squares of the rows' lengths."""

    rows: Any
    squares: Any

    def take(self, places: Any) -> Vectors:
        """Return some of the rows."""
        return Vectors(self.rows[places], self.squares[places])

    def dots(self, other: Vectors) -> Any:
        """Return the products of all rows with all rows of the other."""
        if self.rows.shape[1] <= _NARROW:  # whole numbers: exact in any order of adding up
            return self.rows.toarray().astype(np.float64) @ other.rows.toarray().T
        return (self.rows @ other.rows.T).toarray().astype(np.float64)

    def sums(self) -> Any:
        """Return the sums of the rows, at least 1."""
        return row_sums(self.rows.data, self.rows.indptr).clip(1)


class Matrices(NamedTuple):
    """All that the method compares of some profiles."""

    title: Vectors
    #: Every character of the title, generic words too.
    whole: Vectors
    segments: Vectors
    #: Where the segments of each element begin, and at the end their number.
    starts: Any
    body: Vectors
    fields: Vectors
    headings: Vectors
    #: Fields with those near to them.
    near: Vectors
    #: The words of titles alone, and all words of titles and of what stands below.
    named: Vectors
    said: Vectors
    #: The main fields of title and of each segment, by votes; those that any of them names,
    #: with the ones near to them.
    votes: Vectors
    voted: Vectors
    #: The main fields, and those that are parts of them.
    holds: Vectors
    #: The fields that n-grams hint at, in thousandths.
    hints: Vectors
    #: How sure the votes are, in tenths: more segments with clear words, surer.
    sure: Any
    #: 1 where there is nothing but a title.
    bare: Any

    def take(self, places: Sequence[int]) -> Matrices:
        """Return the matrices of some of the profiles."""
        at = np.asarray(places, dtype=np.int64)
        spans = [np.arange(self.starts[i], self.starts[i + 1]) for i in at]
        sizes = [0, *(len(span) for span in spans)]
        chosen = np.concatenate(spans) if spans else at
        return Matrices(
            self.title.take(at),
            self.whole.take(at),
            self.segments.take(chosen),
            np.cumsum(sizes),
            self.body.take(at),
            self.fields.take(at),
            self.headings.take(at),
            self.near.take(at),
            self.named.take(at),
            self.said.take(at),
            self.votes.take(at),
            self.voted.take(at),
            self.holds.take(at),
            self.hints.take(at),
            self.sure[at],
            self.bare[at],
        )


class Counts(NamedTuple):
    """What ``Matrices`` are made of: for each of them a mapping of names to counts a row."""

    title: list[Mapping[str, int]]
    whole: list[Mapping[str, int]]
    segments: list[Mapping[str, int]]
    starts: list[int]
    body: list[Mapping[str, int]]
    fields: list[Mapping[str, int]]
    headings: list[Mapping[str, int]]
    near: list[Mapping[str, int]]
    named: list[Mapping[str, int]]
    said: list[Mapping[str, int]]
    votes: list[Mapping[str, int]]
    voted: list[Mapping[str, int]]
    holds: list[Mapping[str, int]]
    hints: list[Mapping[str, int]]
    sure: list[int]
    bare: list[int]


#: The parts of Counts whose names are n-grams; those of the others are keys of fields.
BY_GRAM = ("title", "whole", "segments", "body", "named", "said")


def counts(
    known: Sequence[Profile], strengths: Sequence[Mapping[str, float]] | None = None
) -> Counts:
    """Count what is compared of profiles; ``strengths`` are those of their fields.

    The counts of a profile depend on nothing but itself.
    """
    strengths = strengths or [field_strengths(profile) for profile in known]
    groups = [(profile.title, *profile.segments) for profile in known]
    bodies = [_body(profile) for profile in known]
    headings = [_headings(p, strength) for p, strength in zip(known, strengths, strict=True)]
    polls = [poll(profile) for profile in known]
    return Counts(
        title=[_grams((*p.texts["title"], *p.texts["keyword"])) for p in known],
        whole=[Counter(map("".join, itertools.pairwise(p.title))) for p in known],
        segments=[grams(segment) for group in groups for segment in group],
        starts=[0, *itertools.accumulate(len(group) for group in groups)],
        body=list(bodies),
        fields=[_squashed(one) for one in strengths],
        headings=[_squashed(one) for one in headings],
        near=[_near(_squashed(one)) for one in strengths],
        named=[grams(profile.title) for profile in known],
        said=[
            dict.fromkeys((*body, *(gram for text in group for gram in grams(text))), 1)
            for body, group in zip(bodies, groups, strict=True)
        ],
        votes=[one.votes for one in polls],
        voted=[kin_of(one.voted) for one in polls],
        holds=[with_parts(one.voted) for one in polls],
        hints=[hinted(profile) for profile in known],
        sure=[one.sure for one in polls],
        bare=[not profile.segments for profile in known],
    )


def matrices(
    known: Sequence[Profile], strengths: Sequence[Mapping[str, float]] | None = None
) -> Matrices:
    """Return the matrices of profiles, a row each; ``strengths`` are those of their fields."""
    counted = counts(known, strengths)
    keys = {key: number for number, key in enumerate(field_table().fields)}
    used = (name for part in BY_GRAM for row in getattr(counted, part) for name in row)
    words = {gram: number for number, gram in enumerate(dict.fromkeys(used))}
    made: dict[str, Any] = {
        part: _vectors(rows, words if part in BY_GRAM else keys)
        for part, rows in counted._asdict().items()
        if part not in ("starts", "sure", "bare")
    }
    for part in ("starts", "sure", "bare"):
        made[part] = np.asarray(getattr(counted, part), dtype=np.int64)
    return Matrices(**made)


def _headings(profile: Profile, strengths: Mapping[str, float]) -> Mapping[str, float]:
    """Field strengths by headings alone."""
    others = [place for place in PLACES if place not in _HEADINGS and profile.texts[place]]
    if not others:
        return strengths
    return field_strengths(profile._replace(texts={**profile.texts, **dict.fromkeys(others, ())}))


def _grams(texts: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for text in texts:
        for gram, weight in grams(text).items():
            found[gram] = max(weight, found.get(gram, 0))
    return found


def _body(profile: Profile) -> dict[str, int]:
    """The n-grams of all places; often repeated ones count a little more."""
    texts = (text for place in PLACES if place != "above" for text in profile.texts[place])
    counts = Counter(itertools.chain.from_iterable(map(grams, texts)))
    long = ((gram, count) for gram, count in counts.items() if len(gram) > 1)
    return {gram: min(4, count.bit_length()) for gram, count in long}


def _squashed(strengths: Mapping[str, float]) -> dict[str, int]:
    """Field strengths as whole numbers up to 100: a second word adds less than the first."""
    found = {key: round(100 * (1 - math.exp(-1.2 * value))) for key, value in strengths.items()}
    most = max(found.values(), default=0)
    return {key: value for key, value in found.items() if value * 4 >= most}


def _near(fields: Mapping[str, int]) -> dict[str, int]:
    """Fields in tenths, with those near to them as far as they are near."""
    kin = field_table().kin
    found = {key: 10 * value for key, value in fields.items()}
    for key, value in fields.items():
        for other, weight in kin.get(key, ()):
            found[other] = found.get(other, 0) + round(10 * weight) * value
    return found


def _vectors(rows: Sequence[Mapping[str, int]], names: Mapping[str, int]) -> Vectors:
    """Return rows of named whole numbers as a matrix with a column a name."""
    starts, columns, values = [0], [], []
    for row in rows:
        for name, value in row.items():
            columns.append(names[name])
            values.append(value)
        starts.append(len(columns))
    data = np.asarray(values, dtype=np.int32)
    shape = (len(starts) - 1, len(names))
    matrix = sparse.csr_matrix((data, np.asarray(columns, dtype=np.int32), starts), shape=shape)
    return vectors_of(matrix)


def vectors_of(matrix: Any) -> Vectors:
    """Return a matrix with the squares of the lengths of its rows."""
    return Vectors(matrix, row_sums(matrix.data * matrix.data, matrix.indptr))


def row_sums(values: Any, ends: Any) -> Any:
    """Return the sums of rows of whole numbers that follow each other and end at ``ends[1:]``."""
    sums = np.zeros(len(values) + 1, dtype=np.int64)
    np.cumsum(values, out=sums[1:])
    return (sums[ends[1:]] - sums[ends[:-1]]).astype(np.float64)


class Pairing:
    """Which elements of one are compared with which of the other: here, all with all."""

    def dots(self, one: Vectors, other: Vectors) -> Any:
        """Return the products of rows."""
        return one.dots(other)

    def both(self, function: Any, one: Any, other: Any) -> Any:
        """Return what a function of two numbers, one of each side, gives."""
        return function.outer(one, other)

    def rows(self, numbers: Any) -> Any:
        """Return numbers of elements of one so that they divide what is told of pairs."""
        return numbers[:, None]

    def segments(self, one: Matrices, other: Matrices) -> Any:
        """Return how alike the most alike segment of one and the title of the other are."""
        found = self.cosines(one.segments, other.title)
        return np.maximum.reduceat(found, one.starts[:-1], axis=0)

    def segments_back(self, one: Matrices, other: Matrices) -> Any:
        """Return the same of segments of the other and the title of one."""
        return self.segments(other, one).T

    def cosines(self, one: Vectors, other: Vectors) -> Any:
        """Return the cosines of rows."""
        lengths = np.sqrt(self.both(np.multiply, one.squares, other.squares).clip(1))
        return self.dots(one, other) / lengths


class Abreast(Pairing):
    """The first element of one with the first of the other, the second with the second …"""

    def dots(self, one: Vectors, other: Vectors) -> Any:
        """Return the products of rows, each with its own."""
        product = one.rows.multiply(other.rows)
        return row_sums(product.data, product.indptr)

    def both(self, function: Any, one: Any, other: Any) -> Any:
        """Return what a function of two numbers gives."""
        return function(one, other)

    def rows(self, numbers: Any) -> Any:
        """Return the numbers as they are."""
        return numbers

    def segments(self, one: Matrices, other: Matrices) -> Any:
        """Return how alike the most alike segment of one and the title of the other are."""
        of = np.repeat(np.arange(len(one.starts) - 1), np.diff(one.starts))
        return np.maximum.reduceat(
            self.cosines(one.segments, other.title.take(of)), one.starts[:-1], axis=0
        )

    def segments_back(self, one: Matrices, other: Matrices) -> Any:
        """Return the same of segments of the other and the title of one."""
        return self.segments(other, one)


def compare(one: Matrices, other: Matrices, pairing: Pairing | None = None) -> Any:
    """Return how alike elements are: an array (features, elements of one, of the other).

    With ``Abreast`` elements are compared pair by pair: (features, pairs).
    """
    by = pairing or Pairing()
    lengths = np.sqrt(by.both(np.multiply, one.fields.squares, other.fields.squares).clip(1))
    inside = by.both(np.minimum, one.headings.squares, other.headings.squares).clip(1)
    there, back = by.dots(one.votes, other.voted), by.dots(one.voted, other.votes)
    kin = _both_ways(there, back, 10000)
    # What is about much can agree with what is about little only as far as that goes.
    width = by.both(np.divide, one.votes.squares.clip(1), other.votes.squares.clip(1))
    fair = _both_ways(there / np.minimum(1, width), back / np.minimum(1, 1 / width), 10000)
    held = _both_ways(there * by.rows(one.sure), back * other.sure, 100000)
    named, said = by.dots(one.named, other.said), by.dots(one.said, other.named)
    bare = by.both(np.add, one.bare, other.bare) / 2
    # A title alone that names a field means what belongs to it too: 治水 in 防災.
    part = _both_ways(
        by.dots(one.votes, other.holds) * other.bare,
        by.dots(one.holds, other.votes) * by.rows(one.bare),
        10000,
    )[0]
    return np.stack(
        [
            by.cosines(one.title, other.title),
            np.maximum(by.segments(one, other), by.segments_back(one, other)),
            by.cosines(one.body, other.body),
            by.cosines(one.fields, other.fields),
            by.cosines(one.headings, other.headings),
            (by.dots(one.headings, other.headings) / inside).clip(0, 1),
            (by.dots(one.near, other.fields) / lengths / 10).clip(0, 1),
            fair[1],
            # What one is surely about is named by the other, which may be about more.
            held[0],
            # Surely about different fields.
            by.both(np.multiply, one.sure, other.sure) / 100 * (1 - kin[0]),
            *_both_ways(named / by.rows(one.named.sums()), said / other.named.sums(), 1),
            bare,
            part,
            by.cosines(one.hints, other.hints),
            ((by.cosines(one.whole, other.whole) - 0.6) / 0.4).clip(0, 1),
        ]
    )


def _both_ways(there: Any, back: Any, whole: int) -> tuple[Any, Any]:
    """Return the greater and the lesser part of one in the other and of the other in one."""
    return (
        (np.maximum(there, back) / whole).clip(0, 1),
        (np.minimum(there, back) / whole).clip(0, 1),
    )
