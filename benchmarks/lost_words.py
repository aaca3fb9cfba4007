"""The table of fields with some of its words lost: what a city is like whose words are new.

Words were added by people who had read what is learned from, so that on any other plan fewer
of them stand than on those. With a quarter of them lost, plans in view are as hard as new ones.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from plangraph.links import fields, hints
from plangraph.links.table import field_table

#: What remembers answers of the table.
_REMEMBERED = (
    fields.terms_in, fields._shorter, fields._evidence, fields.text_strengths, fields.only_terms,
    fields._scores, hints._speaks, hints.hints,
)  # fmt: skip


@contextmanager
def lost_words(percent: int, seed: str) -> Iterator[None]:
    """Take away ``percent`` of the words, the same ones for the same ``seed``."""
    table = field_table()
    kept = dict(table.terms)
    for term in kept:
        if zlib.crc32((seed + term).encode()) % 100 < percent:
            del table.terms[term]
    table.words.__init__(table.terms)  # type: ignore[misc]
    _forget()
    try:
        yield
    finally:
        table.terms.clear()
        table.terms.update(kept)
        table.words.__init__(kept)  # type: ignore[misc]
        _forget()


def _forget() -> None:
    for function in _REMEMBERED:
        function.cache_clear()
