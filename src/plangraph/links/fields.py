"""Which policy fields (政策分野) an element belongs to, and which words say so."""

from __future__ import annotations

import functools
import math
from typing import NamedTuple

from plangraph.links.profile import PLACES, Profile
from plangraph.links.table import COMPOUND, field_table
from plangraph.links.text import generic
from plangraph.links.words import whole

#: Links weaker than this are not written.
LEAST = 0.2
#: An element mainly belongs to a field whose strength is at least this part of its strongest.
MAIN = 0.6
#: A term inside a longer one of another field says less about its own field.
INSIDE = 0.35
#: A term that only tells whose or of what kind the next is says less: 健康 in 健康な食生活.
OWNER, OF = 0.5, ("の", "な")
_ORDER = {place: number for number, place in enumerate(PLACES)}


class Match(NamedTuple):
    """A term of a field that an element uses, and where: ``("title", "防災")``."""

    place: str
    term: str


#: How strong the evidence for a field is, and the words that it rests on.
Evidence = tuple[float, list[Match]]


class FieldScore(NamedTuple):
    """How strongly an element belongs to a field, from 0 to 1, and on what grounds."""

    field: str
    score: float
    primary: bool
    matches: tuple[Match, ...]


@functools.lru_cache(maxsize=65536)
def terms_in(text: str) -> tuple[tuple[str, float], ...]:
    """Return the terms of all fields in a folded text with how often they count.

    Those inside longer ones, or overlapping them, count INSIDE: 医療 in 医療保険; those that
    belong to the next, OWNER. What stands in a compound counts nothing: 農林業 says itself
    that it is about 農業 and 林業.
    """
    words, compounds = field_table().words, field_table().compounds
    found: dict[str, float] = {}
    end = closed = 0
    for start in range(len(text)):
        word = words.at(text, start)
        if word and start >= closed:
            share = 1.0 if start >= end else INSIDE
            after = start + len(word)
            if text.startswith(OF, after) and _speaks(words.at(text, after + 1)):
                share *= OWNER
            found[word] = found.get(word, 0.0) + share
            end = max(end, after)
            if word in compounds:
                closed = end
                continue
            for inner in _shorter(word):
                found[inner] = found.get(inner, 0.0) + INSIDE
    return tuple(sorted(found.items()))


def _speaks(term: str | None) -> bool:
    """Tell whether a term names a field: 教育, but not 担い手."""
    return bool(term) and max(way for _, way in field_table().terms[term or ""]) >= COMPOUND


@functools.lru_cache(maxsize=16384)
def _shorter(word: str) -> tuple[str, ...]:
    """The terms that ``word`` begins with: 医療 in 医療保険, but not train in training."""
    terms = field_table().terms
    ends = (end for end in range(1, len(word)) if word[:end] in terms)
    return tuple(word[:end] for end in ends if whole(word, 0, end, word[:end]))


def field_strengths(profile: Profile) -> dict[str, float]:
    """Return the evidence for every field (0 and up, a term in the title counts 1)."""
    return {field: found[0] for field, found in field_evidence(profile).items()}


def field_evidence(profile: Profile) -> dict[str, Evidence]:
    """Return the evidence for every field with the words it rests on; do not change it."""
    return _evidence(tuple(profile.texts.items()))


@functools.lru_cache(maxsize=1024)
def _evidence(texts_of: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Evidence]:
    table = field_table()
    counts: dict[str, dict[str, float]] = {}
    for place, texts in texts_of:
        for text in texts:
            for term, share in terms_in(text):
                by_place = counts.setdefault(term, {})
                by_place[place] = by_place.get(place, 0.0) + share
    strengths: dict[str, float] = {}
    matches: dict[str, list[Match]] = {}
    for term, by_place in sorted(counts.items()):
        said, grounds = 0.0, list[Match]()
        for place in by_place if len(by_place) == 1 else filter(by_place.__contains__, PLACES):
            grounds.append(Match(place, term))  # the best place counts, repetition a little
            often = by_place[place]
            often = often if often <= 1 else 1 + 0.25 * math.log(often)
            said = max(said, PLACES[place] * often)
        for field, weight in table.terms[term]:
            if field in strengths:
                strengths[field] += said * weight
                matches[field] += grounds
            else:
                strengths[field] = said * weight
                matches[field] = list(grounds)
    return {field: (strength, matches[field]) for field, strength in strengths.items()}


@functools.lru_cache(maxsize=65536)
def text_strengths(text: str) -> dict[str, float]:
    """Return the evidence for every field in one folded text, as if it were a title."""
    table = field_table()
    found: dict[str, float] = {}
    for term, share in terms_in(text):
        said = min(share, 1.0) * (1 + 0.25 * math.log(max(share, 1.0)))
        for field, weight in table.terms[term]:
            found[field] = found.get(field, 0.0) + said * weight
    return found


@functools.lru_cache(maxsize=65536)
def only_terms(text: str) -> bool:
    """Tell whether a folded text says nothing but terms of fields: 環境, 衛生の向上."""
    terms = [term for term, _ in terms_in(text)]
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        text = text.replace(term, "・")
    return bool(terms) and generic(text)


def field_scores(profile: Profile) -> list[FieldScore]:
    """Return the fields of an element, strongest first."""
    return list(_scores(tuple(profile.texts.items())))


@functools.lru_cache(maxsize=1024)
def _scores(texts_of: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[FieldScore, ...]:
    evidence = _evidence(texts_of)
    strongest = max((strength for strength, _ in evidence.values()), default=0.0)
    found = []
    for field, (strength, matches) in evidence.items():
        if strength < 0.25 * strongest:
            continue
        score = round(1 - math.exp(-1.2 * strength), 3)
        if score < LEAST:
            continue
        ranked = sorted(matches, key=_rank) if len(matches) > 1 else matches
        main = strength >= MAIN * strongest and any(m.place != "above" for m in matches)
        found.append(FieldScore(field, score, main, tuple(ranked)))
    return tuple(sorted(found, key=lambda one: (-one.score, one.field)))


def _rank(match: Match) -> tuple[int, str]:
    return _ORDER[match.place], match.term
