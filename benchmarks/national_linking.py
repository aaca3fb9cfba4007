"""Linking a nation's measures, and scikit-learn's TF-IDF of all pairs of them.

What each measure is about is known, since the nation is simulated: a counterpart is right if
it is about the same subject. The words of the subjects were not taken from the ontology's,
but by the same authors, which flatters the method; TF-IDF knows no subjects.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

#: Rows of which all pairs are compared with TF-IDF, if there are more; the time is scaled up.
SAMPLE = 2000
TOP = 3


def against_scikit_learn(store: Path, plans: Path, tell: Callable[[str, str], None]) -> None:
    from plangraph.links.corpus import Corpus, open_corpus
    from plangraph.links.nearest import nearest
    from plangraph.links.rows import said_of
    from plangraph.pipeline.ledger import read_ledger

    ledger = read_ledger(str(store / (store / "CURRENT").read_text().split()[1]))
    assert ledger is not None
    assert ledger.nearest is not None, "a nation has more than twelve plans"
    there = ledger.nearest
    alive = np.zeros(there.sizes["plan"] // 4, dtype=bool)
    for first, size, _ in there.spans.values():
        alive[first : first + size] = True
    corpus = Corpus(open_corpus(store / "work" / there.corpus, there.sizes), alive)
    about = _subjects(plans)
    rows = np.flatnonzero((corpus.grain == 1) & alive)
    elements = [corpus.element(int(row)) for row in rows]
    known = [n for n, one in enumerate(elements) if (one.version, one.id) in about]
    rows, elements = rows[known], [elements[n] for n in known]
    titles = [said_of(one.said).title for one in elements]
    subject = [about[one.version, one.id] for one in elements]
    plan = np.asarray(corpus.plan[rows])
    sample = np.sort(np.random.default_rng(1).permutation(len(rows))[:SAMPLE])
    start = time.perf_counter()
    found = nearest(corpus, rows[sample])
    alone = time.perf_counter() - start
    place = {int(row): number for number, row in enumerate(rows)}
    mine = [[place.get(int(one), -1) for one in others if one >= 0] for others in found.others]
    theirs, seconds = _tfidf(titles, plan, sample)
    share = len(rows) / len(sample)
    note = "" if share == 1 else f" (scaled up from {len(sample):,} rows)"
    tell(
        f"the nearest of {len(rows):,} measures and projects, one process",
        f"{alone * share:.1f} s{note}",
    )
    tell(
        "TF-IDF of all pairs of them, scikit-learn, one process",
        f"{seconds * share:.1f} s{note}",
    )
    tell("TF-IDF / the nearest, one process each (at least 5)", f"{seconds / alone:.1f}")
    ours_right = _right(mine, sample, subject)
    theirs_right = _right(theirs, sample, subject)
    for name, (best, any_of, share_of) in (("linking", ours_right), ("TF-IDF", theirs_right)):
        tell(
            f"  {name}: first right, recall at {TOP}, right of all listed",
            f"{best:.3f}, {any_of:.3f}, {share_of:.3f}",
        )


def _subjects(plans: Path) -> dict[tuple[str, str], str]:
    """What each element is about, from the simulation that wrote the plans."""
    from plangraph.simulate.nation import nation
    from plangraph.simulate.plans import plans as simulated

    found: dict[tuple[str, str], str] = {}
    for place in nation():
        if (plans / place.municipality.code).exists():
            for made in simulated(place, 1):
                found |= {(made.version, name): about for name, about in made.subjects.items()}
    return found


def _tfidf(titles: list[str], plan: Any, sample: Any) -> tuple[list[list[int]], float]:
    """The best of other plans by cosine of character n-grams, for the rows of ``sample``."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    start = time.perf_counter()
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3)).fit_transform(titles)
    fitted = time.perf_counter() - start
    turned = vectors.T.tocsr()
    found: list[list[int]] = []
    start = time.perf_counter()
    for chunk in _chunks(sample, 200):
        alike = (vectors[chunk] @ turned).toarray()
        alike[plan[chunk][:, None] == plan[None, :]] = -1
        best = np.argpartition(-alike, TOP, axis=1)[:, :TOP]
        order = np.argsort(-np.take_along_axis(alike, best, axis=1), axis=1)
        found += np.take_along_axis(best, order, axis=1).tolist()
    seconds = time.perf_counter() - start
    return found, seconds + fitted * len(sample) / len(titles)


def _chunks(rows: Any, size: int) -> Iterator[Any]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _right(listed: list[list[int]], sample: Any, subject: list[str]) -> tuple[float, float, float]:
    right = [
        [other >= 0 and subject[other] == subject[row] for other in some]
        for row, some in zip(sample, listed, strict=True)
    ]
    flat = [one for some in right for one in some]
    return (
        float(np.mean([bool(some and some[0]) for some in right])),
        float(np.mean([any(some) for some in right])),
        float(np.mean(flat)),
    )
